"""Typed numbers in a template: no version with one is issued, but one that was issued before they were refused is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from luoshi.reports import wording
from luoshi.reports.lists import Case
from luoshi.reports.templates import Say, Section, Template
from luoshi.reports.wording import Wording


def refuse(template: Template) -> None:
    """Raise a TypedFigure that names the place where a number stands in the wording; nothing where there is none."""
    for where, text in _texts(template):
        wording.refuse_typed(text, where)


def _texts(template: Template) -> Iterator[tuple[str, Wording]]:
    """Every wording of a template with its place."""
    yield from (("红头", template.head), ("文号", template.number), ("标题", template.title), ("主送单位", template.addressee))  # fmt: skip
    for at, section in enumerate(template.sections, 1):
        yield from _of_section(at, section)
    for attached in template.attachments:
        yield "附件标题", attached.title
    for listing in template.lists:
        yield f"清单“{listing.name}”的间隔", wording.read(listing.between, listing.name)
        yield from _of_cases(f"清单“{listing.name}”", listing.cases)
    for phrase in template.phrases:
        yield from _of_cases(f"词组“{phrase.name}”", phrase.cases)


def _of_section(at: int, section: Section) -> Iterator[tuple[str, Wording]]:
    where = f"第 {at} 部分"
    yield f"{where}的标题", section.heading
    for number, part in enumerate(section.body, 1):
        if isinstance(part, Say):
            place = f"{where}第 {number} 段"
            yield place, wording.read(part.lead, place)
            yield place, part.text


def _of_cases(where: str, cases: Sequence[Case]) -> Iterator[tuple[str, Wording]]:
    yield from ((where, case.say) for case in cases)
