"""What else finds numbers in Chinese text: each peer with its call, and what it says brought to one form."""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

INSTALL = 'python -m pip install "jionlp>=1.5" "recognizers-text-suite>=1.0.2a2" "emoji<2"'
MULTIPLIERS = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "万": 10**4,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A number found at text[start:end]: its amount in whole base units (元, not 亿元), its unit, what compares it."""

    start: int
    end: int
    amount: Decimal
    unit: str
    comparator: str | None = None


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to find numbers: what it is, how it is called, and what it can tell of a promise at all."""

    name: str
    work: Callable[[str], Any]
    seen: Callable[[Any], Iterable[Seen]]
    tells: frozenset[str] = frozenset()


def based(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Value and unit without multiplier: 6.4 of 亿元 is 640000000 of 元."""
    times = next((word for word in MULTIPLIERS if unit.startswith(word) and len(unit) > len(word)), "")
    return value * MULTIPLIERS.get(times, 1), unit[len(times) :].replace("个工作日", "工作日")


def same(one: Seen, start: int, end: int, value: Decimal, unit: str) -> bool:
    """Whether it says the number that stands at text[start:end]."""
    amount, base = based(value, unit)
    return one.start < end and start < one.end and one.amount == amount and one.unit.endswith(base)


# --- one expression ----------------------------------------------------------------------------------------------

NUMERAL = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>(?:万亿|千亿|亿|万)?(?:美元|元|平方米|公里|亩|吨|工作日|个工作日|[个家项人名件场起%]))"
)


def _expression(hits: list[re.Match[str]]) -> Iterator[Seen]:
    for hit in hits:
        yield Seen(*hit.span(), *based(Decimal(hit["number"].replace(",", "")), hit["unit"]))


def expression() -> Peer:
    """A bare regular expression: digits and one of the usual units."""
    return Peer("one expression", lambda text: list(NUMERAL.finditer(text)), _expression)


# --- jionlp -----------------------------------------------------------------------------------------------------

_BLURRED = {"blur+": "ge", "blur-": "le", "blur": "approx", "accurate": "eq"}
_DELTAS = {"workday": "工作日", "day": "天", "hour": "小时", "month": "个月", "year": "年"}


def jionlp() -> Peer | None:
    """jionlp's extract_money and extract_time."""
    with contextlib.redirect_stdout(io.StringIO()):
        library = _imported("jionlp")
    if library is None:
        return None
    logging.disable(logging.CRITICAL)  # it logs what it cannot make out

    def work(text: str) -> list[dict[str, Any]]:
        money = library.ner.extract_money(text, with_parsing=True)
        return [*money, *library.ner.extract_time(text, time_base={"year": 2026}, with_parsing=True)]

    return Peer("jionlp", work, _of_jionlp, frozenset({"comparator"}))


def _of_jionlp(found: list[dict[str, Any]]) -> Iterator[Seen]:
    for one in found:
        start, end = one["offset"]
        detail = one["detail"]
        if one["type"] == "money":
            number = detail["num"] if isinstance(detail["num"], str) else detail["num"][0]
            yield Seen(start, end, Decimal(number), detail["case"], _BLURRED.get(detail["definition"]))
        elif one["type"] == "time_delta" and isinstance(detail["time"], dict):
            for name, number in detail["time"].items():
                yield Seen(start, end, Decimal(str(number)), _DELTAS.get(name, name))


# --- recognizers-text ------------------------------------------------------------------------------------------

_UNITS = {
    "Chinese yuan": "元",
    "United States dollar": "美元",
    "Mu": "亩",
    "Square meter": "平方米",
    "Square kilometer": "平方公里",
}


def recognizers() -> Peer | None:
    """recognizers-text: currency, dimension, percentage; date and time."""
    with_unit, number = _imported("recognizers_number_with_unit"), _imported("recognizers_number")
    dates = _imported("recognizers_date_time")
    if with_unit is None or number is None or dates is None:
        return None
    calls = (
        with_unit.recognize_currency,
        with_unit.recognize_dimension,
        number.recognize_percentage,
        dates.recognize_datetime,
    )
    return Peer(
        "recognizers-text",
        lambda text: [one for call in calls for one in call(text, "zh-cn")],
        _of_recognizers,
    )


def _of_recognizers(found: list[Any]) -> Iterator[Seen]:
    for one in found:
        said = (one.resolution or {}).get("value")
        if not said or one.type_name.startswith("datetime"):
            continue
        unit = "%" if said.endswith("%") else _UNITS.get(one.resolution.get("unit", ""), one.text)
        yield Seen(one.start, one.end + 1, Decimal(said.rstrip("%")), unit)


def _imported(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def peers() -> list[Peer]:
    """Those that can be imported here, the bare expression first."""
    return [one for one in (expression(), jionlp(), recognizers()) if one is not None]
