"""The wording of a template as plain text, the way an office edits it: a heading, a paragraph, a table a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from luoshi.reports import errors, wording
from luoshi.reports.lists import Case
from luoshi.reports.templates import LEVELS, Part, Say, Template
from luoshi.rules.issued import present

_HEADING: Final = re.compile(r"(#{1,4})\s*(\S.*)")
_SHOWN: Final = re.compile(r"〖\s*(表|图)\s*[：:]\s*([^〖〗]+?)\s*〗")
_LEAD: Final = re.compile(r"\*\*(.+?)\*\*(.*)")
KINDS: Final[Mapping[str, str]] = {"表": "table", "图": "chart"}
WORDS: Final[Mapping[str, str]] = {kind: word for word, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Words:
    """What may be reworded: the head of a document, its text, and what lists say of each thing, by a key."""

    title: str
    addressee: str
    body: str
    sayings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Saying:
    """What a list or a phrase says of each thing in one case: its key, where it belongs, and when it is said."""

    key: str
    owner: str
    when: str
    text: str


def words_of(template: Template) -> Words:
    """The wording of a template."""
    body = "\n".join(_lines(template))
    said = {each.key: each.text for each in sayings(template)}
    return Words(template.title.text, template.addressee.text, body, said)


def sayings(template: Template) -> list[Saying]:
    """What its lists and phrases say, in their order."""
    owned = [
        *((f"list-{at}", f"清单“{each.name}”", each.cases) for at, each in enumerate(template.lists)),
        *((f"phrase-{at}", f"词组“{each.name}”", each.cases) for at, each in enumerate(template.phrases)),
    ]
    return [
        Saying(f"{key}-{place}", owner, case.when, case.say.text)
        for key, owner, cases in owned
        for place, case in enumerate(cases)
    ]


def _lines(template: Template) -> Iterator[str]:
    for section in template.sections:
        if section.heading.text:
            yield f"{'#' * section.level} {section.heading.text}"
        for part in section.body:
            yield _line(part)


def _line(part: Part) -> str:
    if isinstance(part, Say):
        return f"**{part.lead}**{part.text.text}" if part.lead else part.text.text
    return f"〖{WORDS[part.kind]}：{part.name}〗"


def data_of(template: Template, words: Words) -> dict[str, object]:
    """The parts of a template's data that its wording makes; raises a TemplateError that names the line."""
    wording.written(words.title, "标题")
    found: dict[str, object] = {"title": words.title, "sections": sections(words.body)}
    if words.addressee or template.addressee.text:
        found["addressee"] = words.addressee or None
    lists = [each.to_data() for each in template.lists]
    phrases = [each.to_data() for each in template.phrases]
    for kind, some, cases in (
        ("list", lists, [each.cases for each in template.lists]),
        ("phrase", phrases, [each.cases for each in template.phrases]),
    ):
        for at, data in enumerate(some):
            data["cases"] = _cases(cases[at], kind, at, words.sayings)
    return found | present(lists=lists, phrases=phrases)


def _cases(cases: Sequence[Case], kind: str, at: int, said: Mapping[str, str]) -> list[dict[str, object]]:
    return [
        case.to_data() | {"say": said.get(f"{kind}-{at}-{place}", case.say.text)}
        for place, case in enumerate(cases)
    ]


def sections(text: str) -> list[dict[str, Any]]:
    """The sections that a text makes; raises a TemplateError that names the line."""
    found: list[dict[str, Any]] = []
    for number, line in enumerate(text.splitlines(), 1):
        said = line.strip()
        if not said:
            continue
        heading = _heading(said, number)
        if heading is not None:
            found.append(heading)
            continue
        if not found:
            found.append({})
        found[-1].setdefault("body", []).append(_part(said, number))
    if not found:
        raise errors.NothingSaid
    return found


def _heading(line: str, number: int) -> dict[str, Any] | None:
    if not line.startswith("#"):
        return None
    found = _HEADING.fullmatch(line)
    if found is None or len(found[1]) > LEVELS or found[2].startswith("#"):
        raise errors.BadLine(number, line)
    wording.written(found[2], _place(number))
    return {"heading": found[2], "level": len(found[1])}


def _place(number: int) -> str:
    return f"正文第 {number} 行"


def _part(line: str, number: int) -> dict[str, object]:
    if line.startswith("〖"):
        shown = _SHOWN.fullmatch(line)
        if shown is None:
            raise errors.BadLine(number, line)
        return {KINDS[shown[1]]: shown[2]}
    lead = _LEAD.fullmatch(line)
    for text in lead.groups() if lead else (line,):
        wording.written(text, _place(number))
    if lead is None:
        return {"say": line}
    if not lead[2].strip():
        raise errors.BadLine(number, line)
    return {"lead": lead[1], "say": lead[2]}
