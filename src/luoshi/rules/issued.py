"""What every rule that an office issues carries: code, name, version and the day it takes effect."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypedDict

from luoshi.rules import fields


class Imprint(TypedDict):
    """The four fields, as they are given to a rule's class."""

    code: str
    name: str
    version: str
    effective_from: str


class Issued(Protocol):
    """A rule with its imprint."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def effective_from(self) -> str: ...


def opened(data: object, title: str) -> fields.Fields:
    """The fields of a rule's data; refusals name it by its title and code (“评分表 default ”)."""
    code = fields.Fields(data, title).text("code")
    return fields.Fields(data, f"{title} {code} ")


def imprint(source: fields.Fields) -> Imprint:
    """Reads the four fields."""
    return {
        "code": source.text("code"),
        "name": source.text("name"),
        "version": source.text("version"),
        "effective_from": source.day("effective_from"),
    }


def written(rule: Issued) -> dict[str, object]:
    """What ``imprint`` reads, with which the data of a rule begins."""
    return {
        "code": rule.code,
        "name": rule.name,
        "version": rule.version,
        "effective_from": rule.effective_from,
    }


def present(**values: object) -> dict[str, object]:
    """The values that are set: neither None nor empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def first_twice(codes: Sequence[str]) -> str:
    """The first code that stands in the list a second time; empty when none does."""
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            return code
        seen.add(code)
    return ""
