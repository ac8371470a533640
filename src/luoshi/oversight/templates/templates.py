"""The templates of a zone: which is in force on a day, and issuing another version.

A template is a rule of the kind ``report``: rows of the ledger of rules, with version, day of effect and author. The
day of issue says which version a report is written by, for wording belongs to the day on which a paper is made.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Final

from luoshi.ledgers import rulebook
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import Rule
from luoshi.ledgers.rulebook import Kind
from luoshi.oversight.rules import actions
from luoshi.reports import defaults, references, textform, typed
from luoshi.reports.templates import Template

BULLETIN: Final = defaults.BULLETIN.code
CORRECTION: Final = (
    defaults.CORRECTION.code
)  # what corrects a bulletin that was issued; nobody asks for it by itself


def told(template: Template) -> list[str]:
    """What a template makes, one sentence a line."""
    chapters = "；".join(
        each.heading.text for each in template.sections if each.level == 1 and each.heading.text
    )
    found = [f"标题：{template.title.text}。", f"各部分：{chapters}。" if chapters else "不分部分。"]
    if template.joined:
        found.append("1 月和 2 月合为一期，只与上年同期相比。")
    if template.attachments:
        found.append(f"附件：{'；'.join(each.title.text for each in template.attachments)}。")
    return found


REPORT: Final = Kind(
    name="report",
    title="报告模板",
    engine=Template,
    starting=defaults.SHIPPED,
    sentences=told,
    several=True,
    check=typed.refuse,
)


class MarkTaken(LedgerError):
    """Two kinds of reports whose codes would be mixed up."""

    def __init__(self, mark: str, other: str) -> None:
        super().__init__(f"编号字头“{mark}”已由“{other}”使用，请换两到四个别的大写字母。")


class CorrectsNothing(LedgerError):
    """A correction that nobody asked for."""

    def __init__(self) -> None:
        super().__init__("更正通报在异议采纳、更正榜单时一并印发，不能单独印发。请到“榜单公示”页面办理更正。")


class UnknownKind(LedgerError):
    """A kind of report that there is not."""

    def __init__(self, code: str) -> None:
        super().__init__(f"没有代码为“{code}”的报告模板，请从列表里选一种。")


def in_force(on: datetime.date, code: str, as_of: int | None = None) -> Template:
    """The template of a kind on a day, the shipped one where none was issued; or :class:`UnknownKind`.

    ``as_of`` is a row of the trail: as it was known then.
    """
    found = rulebook.perhaps(REPORT, on, code, as_of=as_of) or starting(code)
    if found is None:
        raise UnknownKind(code)
    return found


def to_issue(on: datetime.date) -> list[Template]:
    """Those by which somebody may issue a report on a day; what corrects is issued with what it corrects."""
    return [each for each in all_in_force(on) if each.code != CORRECTION]


def all_in_force(on: datetime.date) -> list[Template]:
    """The templates of a day, those that are shipped first."""
    issued = Rule.objects.filter(kind=REPORT.name, effective_from__lte=on).order_by("code")
    codes = dict.fromkeys(each.code for each in REPORT.starting)
    codes |= dict.fromkeys(issued.values_list("code", flat=True))
    return [in_force(on, code) for code in codes]


def starting(code: str) -> Template | None:
    """The template of that code as it is shipped, None where there is none."""
    return next((each for each in REPORT.starting if each.code == code), None)


def issue(data: Mapping[str, Any], *, by: Actor, on: datetime.date) -> Rule:
    """A new version of a template, from its day on; what does not hold together is refused in words."""
    mark = data.get("mark")
    if mark in references.TAKEN:
        raise MarkTaken(str(mark), "督办文书、预读材料和会议纪要")
    for other in all_in_force(on):
        if other.mark == mark and other.code != data.get("code"):
            raise MarkTaken(other.mark, other.name)
    return actions.issue(REPORT.name, data, by=by)


def reworded(template: Template, words: textform.Words) -> dict[str, object]:
    """The data of a template with other wording; raises a TemplateError that names the line."""
    return template.to_data() | textform.data_of(template, words)
