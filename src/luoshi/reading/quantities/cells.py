"""The targets and results that stand in cells of their own: a number under its column, beside its indicator."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from luoshi.reading import modality, numerals
from luoshi.reading.model import Basis, Comparator, Heading, Quantity
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import naming, scopes, wording
from luoshi.reading.tables import Row, answering
from luoshi.reading.tables.contents import BARE
from luoshi.reading.tables.grids import Cell
from luoshi.reading.tables.heads import Head

_SIGNS: dict[str, Comparator] = {
    "≥": "ge", ">": "gt", "＞": "gt", "不低于": "ge", "不少于": "ge", "≤": "le", "<": "lt", "＜": "lt", "不超过": "le", "约": "approx",
}  # fmt: skip
_UNIT_IN_NAME = quick(r"[(（](?P<unit>[^()（）\d]{1,8})[)）]$")
#: What counts the rows of a table in the names themselves.
_LISTED = lazy(r"^(?:\d{1,2}[.、](?!\d)|[(（]\d{1,2}[)）])\s?(?=[^\s]{2})")
_RISES = quick(r"增[长幅速]")
_KINDS: dict[str | None, Literal["target", "actual"]] = {
    "target": "target",
    "money": "target",
    "actual": "actual",
    "measure": "target",
}
_COUNTED = ("target", "actual", "measure")
_AREA = quick(r"[镇乡区县市]$|街道$")


def quantities(found: Sequence[Row], outline: Sequence[Heading], year: int | None) -> Iterator[Quantity]:
    """The targets and results of the rows: of the columns of numbers, and of money under a column that names its unit."""
    starts = [heading.start for heading in outline]
    for row in found:
        for head, cell in row.pairs:
            own = row.counts if head.kind in _COUNTED else _is_money(head, cell, row)
            if own and cell.text:
                section = bisect_right(starts, row.start) - 1
                yield from _quantities(row, head, cell, outline, section if section >= 0 else None, year)


def _is_money(head: Head, cell: Cell, row: Row) -> bool:
    return (
        head.kind == "money"
        and (bool(head.unit) or BARE.fullmatch(cell.text) is None)
        and row.name is not None
    )


def _quantities(
    row: Row, head: Head, cell: Cell, outline: Sequence[Heading], section: int | None, year: int | None
) -> Iterator[Quantity]:
    named = row.name.text if row.name else ""
    who, when = answering(row, cell.start, year)
    about, told = _about(row, head, named)
    scope = row.who.text if row.who and _AREA.search(row.who.text) else scopes.of_section(outline, section)
    for numeral, before, after in _numerals(cell, _unit(row, head, named)):
        said = wording.tail(before)
        own = wording.head(said.rest).strip("(（")
        own = "" if naming.VERBS.fullmatch(own) else own
        firm = modality.find(before)
        sign = next((_SIGNS[mark] for mark in _SIGNS if before.endswith(mark)), None)
        indicator = wording.tidy(own if len(own) > 1 else about)
        basis: Basis = wording.basis(numeral, said, indicator if own else named or about)
        if numeral.base_unit == "%" and basis == "level":
            basis = told
        yield Quantity(
            _KINDS[head.kind], numeral.start, numeral.end, (row.start, row.end), section, indicator,
            numeral.value, numeral.high, numeral.unit, numeral.amount, numeral.base_unit, basis,
            "range" if numeral.high else after or sign or said.comparator or "eq",
            firm[-1].value.modality if firm else "plan",
            when, scope, actors=who,
        )  # fmt: skip


def _about(row: Row, head: Head, named: str) -> tuple[str, Basis]:
    """What a row's number is about, and whether its name or its column says of a rate that it rises or falls."""
    about = _LISTED.sub("", _UNIT_IN_NAME.sub("", named), 1)
    if head.kind == "measure":
        about = head.text
    if head.kind == "money":
        about = (about if len(about) <= 24 else "") + head.text
    said = wording.tail(about)
    if said.falls:
        return said.rest or about, "reduction"
    rises = said.rises or (head.kind in ("target", "actual") and _RISES.search(head.text))
    return about, "growth" if rises else "level"


def _unit(row: Row, head: Head, named: str) -> str:
    """The unit a bare number has: of its own column, of the column of units, or in brackets behind the indicator."""
    unit, in_name = row.get("unit"), _UNIT_IN_NAME.search(named)
    return head.unit or (unit.text if unit else in_name["unit"] if in_name else "")


def _numerals(cell: Cell, unit: str) -> Iterator[tuple[Numeral, str, Comparator | None]]:
    bare = BARE.fullmatch(cell.text)
    if bare:
        made = numerals.find(bare["number"] + unit) if unit else []
        if made and made[0].tail == len(bare["number"] + unit):
            at = cell.start + bare.start("number")
            moved = made[0]._replace(start=at, end=at + len(bare["number"]), tail=at + len(bare["number"]))
            yield moved, bare["sign"] or "", wording.postfix(cell.text, bare.end("number"))[1]
        start = bare.end("number")
    else:
        start = 0
    yield from _written(cell, start)


def _written(cell: Cell, start: int) -> Iterator[tuple[Numeral, str, Comparator | None]]:
    """The numbers that a cell writes with their units behind ``start``."""
    for numeral in numerals.find(cell.text, start):
        after = wording.postfix(cell.text, numeral.tail)[1]
        yield _moved(numeral, cell.start), cell.text[start : numeral.start], after
        start = numeral.tail


def _moved(numeral: Numeral, by: int) -> Numeral:
    return numeral._replace(start=numeral.start + by, end=numeral.end + by, tail=numeral.tail + by)
