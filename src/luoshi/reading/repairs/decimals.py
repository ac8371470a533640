"""Decimal points that a page set as another mark: 完成投资3。46亿元; 年度计划投资186、37亿元."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.openings import quick
from luoshi.reading.record import Repair

_UNIT = r"(?:[亿万%％‰]|个?百分点|公里|平方|千米|公顷)"
#: A full stop inside a number; an enumeration comma only behind a sum's own word, where no two numbers can be meant.
_MARKS = {
    "。": quick(rf"(?P<mark>。)(?<=\d.)(?=\d{{1,4}}{_UNIT})"),
    "、": quick(r"(?:投资|產值|产值|收入|資金|资金|税收|稅收|投入)\d{1,4}(?P<mark>、)(?=\d{1,2}[亿億])"),
}
#: So many of them are the habit of a page.
_LEAST = 2


def find(raw: str) -> Iterator[Repair]:
    """A repair for each mark that stands for a decimal point."""
    for mark, pattern in _MARKS.items():
        found = list(pattern.finditer(raw)) if raw.count(mark) >= _LEAST else []
        if len(found) >= _LEAST:
            yield from (Repair(*hit.span("mark"), "decimal-point", mark, ".") for hit in found)
