"""A template as data: title, addressee, sections of wording, tables and charts, and the lists that the wording names.

It is issued like a rule, with version and day of effect. What it says of a month is made in ``composing``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from luoshi.reports import charts, errors, tables, vocabulary, wording
from luoshi.reports.lists import Case, Listing, Phrase
from luoshi.reports.vocabulary import COUNT, FIELDS, GROUPS
from luoshi.reports.wording import Wording
from luoshi.rules import issued
from luoshi.rules.fields import Fields
from luoshi.rules.issued import present

REST: Final = "其余"
LEVELS: Final = 4
KIND: Final = "报告模板"
MARK: Final = re.compile("[A-Z]{2,4}")


@dataclass(frozen=True, slots=True)
class Say:
    """A paragraph; ``lead`` is set in bold before it. One that comes to nothing is left out."""

    text: Wording
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table or a chart by its name."""

    kind: str
    name: str


Part = Say | Shown


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading; a heading that comes to nothing is left out and not counted."""

    heading: Wording
    level: int
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """Tables that are attached under a title; without one they are left out."""

    title: Wording
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """One version of the template of a kind of report.

    ``mark`` are the letters with which the codes of its references begin. Without ``head`` a document has no red head,
    without ``number`` no number. ``one_page``: set so small that it stays on one page. ``joined``: January and February
    are one period, compared with the same one of the year before and with no month.
    """

    code: str
    name: str
    version: str
    effective_from: str
    mark: str
    head: Wording
    number: Wording
    title: Wording
    addressee: Wording
    sections: tuple[Section, ...]
    attachments: tuple[Attached, ...] = ()
    lists: tuple[Listing, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    one_page: bool = False
    joined: bool = False

    def __post_init__(self) -> None:
        _check(self)

    @classmethod
    def from_data(cls, data: object) -> Template:
        """A template from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, KIND)
        template = cls(
            **issued.imprint(source),
            mark=_mark(source),
            head=_optional(source, "head", "红头"),
            number=_optional(source, "number", "文号"),
            title=wording.read(source.text("title"), "标题"),
            addressee=_optional(source, "addressee", "主送单位"),
            sections=tuple(_section(each) for each in source.inner_list("sections")),
            attachments=tuple(_attached(each) for each in _some(source, "attachments")),
            lists=tuple(Listing.read(each) for each in _some(source, "lists")),
            phrases=tuple(Phrase.read(each) for each in _some(source, "phrases")),
            one_page=source.flag("one_page", default=False),
            joined=source.flag("joined", default=False),
        )
        source.close()
        return template

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads; what is not set is left out."""
        return issued.written(self) | present(
            mark=self.mark,
            head=self.head.text,
            number=self.number.text,
            title=self.title.text,
            addressee=self.addressee.text,
            sections=[_section_data(each) for each in self.sections],
            attachments=[{"title": each.title.text, "tables": [*each.tables]} for each in self.attachments],
            lists=[each.to_data() for each in self.lists],
            phrases=[each.to_data() for each in self.phrases],
            one_page=self.one_page or None,
            joined=self.joined or None,
        )


# ---- reading --------------------------------------------------------------------------------------


def _some(source: Fields, name: str) -> list[Fields]:
    return source.inner_list(name) if source.has(name) and source.raw(name) != [] else []


def _optional(source: Fields, name: str, where: str) -> Wording:
    return wording.read(source.text(name) if source.has(name) else "", where)


def _mark(source: Fields) -> str:
    """Two to four capital letters: a code is typed from paper."""
    text = source.text("mark")
    if not MARK.fullmatch(text):
        raise errors.BadMark(text)
    return text


def _section(source: Fields) -> Section:
    heading = _optional(source, "heading", f"{source.where}的标题")
    level = source.integer("level", most=LEVELS) if source.has("level") else 1
    section = Section(heading, level, tuple(_part(each) for each in _some(source, "body")))
    source.close()
    return section


def _part(source: Fields) -> Part:
    part: Part
    if source.has("table"):
        part = Shown("table", source.text("table"))
    elif source.has("chart"):
        part = Shown("chart", source.text("chart"))
    else:
        lead = source.text("lead") if source.has("lead") else ""
        wording.read(lead, source.where)
        part = Say(wording.read(source.text("say"), source.where), lead)
    source.close()
    return part


def _attached(source: Fields) -> Attached:
    found = Attached(wording.read(source.text("title"), f"{source.where}的标题"), source.texts("tables"))
    source.close()
    return found


def _section_data(section: Section) -> dict[str, object]:
    return present(
        heading=section.heading.text, level=section.level, body=[part_data(each) for each in section.body]
    )


def part_data(part: Part) -> dict[str, object]:
    """A part of a section as data."""
    if isinstance(part, Shown):
        return {part.kind: part.name}
    return present(lead=part.lead, say=part.text.text)


# ---- checking: every name leads somewhere ---------------------------------------------------------


def _check(template: Template) -> None:
    known = _known(template)
    for at, section in enumerate(template.sections, 1):
        where = f"“{section.heading.text}”" if section.heading.text else f"第 {at} 部分"
        _check_names(f"{where}的标题", section.heading, known)
        for part in section.body:
            _check_part(where, part, known)
    for name, each in (("红头", template.head), ("文号", template.number), ("标题", template.title), ("主送单位", template.addressee)):  # fmt: skip
        _check_names(name, each, known)
    for attached in template.attachments:
        _check_names("附件标题", attached.title, known)
        for name in attached.tables:
            if name not in tables.NAMES:
                raise errors.UnknownTable("附件", "表", name, tables.NAMES)
    for listing in template.lists:
        _check_list(listing, template.phrases)


def _known(template: Template) -> tuple[str, ...]:
    """What the wording of the document may name; raises NameTaken."""
    known = list(vocabulary.names())
    for kind, name in (
        *(("清单", each.name) for each in template.lists),
        *(("词组", each.name) for each in template.phrases),
    ):
        if name in known or any(name in fields for fields in FIELDS.values()):
            raise errors.NameTaken(kind, name)
        known.append(name)
    lists = [each.name for each in template.lists]
    phrases = {each.name for each in template.phrases}
    return (*(name for name in known if name not in phrases), *(f"{each}.{of}" for each in lists for of in (COUNT, REST)))  # fmt: skip


def _check_names(where: str, text: Wording, known: Collection[str]) -> None:
    _check_each(where, text.names(), known)


def _check_each(where: str, names: Iterable[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            raise errors.UnknownPlaceholder(where, name, known)


def _check_part(where: str, part: Part, known: Collection[str]) -> None:
    if isinstance(part, Say):
        _check_names(where, part.text, known)
    elif part.kind == "table" and part.name not in tables.NAMES:
        raise errors.UnknownTable(where, "表", part.name, tables.NAMES)
    elif part.kind == "chart" and part.name not in charts.NAMES:
        raise errors.UnknownTable(where, "图", part.name, charts.NAMES)


def _check_list(listing: Listing, phrases: Iterable[Phrase]) -> None:
    where = f"清单“{listing.name}”"
    if listing.of not in GROUPS:
        raise errors.UnknownGroup(where, listing.of, GROUPS)
    fields = FIELDS[GROUPS[listing.of]]
    if listing.by and listing.by not in fields:
        raise errors.UnknownPlaceholder(f"{where}的排序", listing.by, fields)
    of_month = vocabulary.names()
    shared = {phrase.name: phrase for phrase in phrases}
    _check_cases(where, listing.cases, (*fields, *shared, *of_month))
    for name in {name for case in listing.cases for name in case.say.names()} & shared.keys():
        _check_cases(f"词组“{name}”", shared[name].cases, (*fields, *of_month))


def _check_cases(where: str, cases: Iterable[Case], known: Collection[str]) -> None:
    for case in cases:
        _check_each(where, case.names(), known)
