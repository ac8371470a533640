"""One reading as JSON values, exactly as the contract of readings says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from luoshi.reading.model import Commitment, Condition, Mechanism, Milestone, Quantity, Reading, Task
from luoshi.reading.uncollected import uncollected

Value = Any


@uncollected()
def to_json(reading: Reading) -> dict[str, Value]:
    """The reading as dict, list, str, int, float, bool and None only.

    ``value`` and ``high`` are numbers in the written unit, ``amount`` and a milestone's ``investment`` exact decimal
    strings in the base unit; ``section`` is an index into ``outline``. What no area is named for is for the whole of
    the document's own ``place``, which then stands as its ``scope``.
    """
    return {"document": plain(reading.document)} | {key: list(found) for key, found in lists(reading).items()}


def lists(reading: Reading) -> dict[str, Iterator[Value]]:
    """All that a reading holds more than one of, one JSON value at a time, so that a long text's need not be held at once."""
    return {
        "repairs": (
            {"start": start, "end": end, "kind": kind, "before": before, "after": after, "certain": certain}
            for start, end, before, (kind, after, certain) in reading.repairs.rows()
        ),
        "outline": map(plain, reading.outline),
        "commitments": (_commitment(one, reading.document.place) for one in reading.commitments),
        "problems": map(plain, reading.problems),
    }


def exact(number: Decimal) -> str:
    """A decimal without exponent and without idle zeros: 6400000000, 9.8."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain(one: Any) -> dict[str, Value]:
    """A fact whose fields are JSON values already, by their names."""
    return dict(zip(one._fields, one, strict=True))


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _commitment(one: Commitment, place: str | None) -> dict[str, Value]:
    said = _SHAPES[type(one)](one)
    if said.get("scope", place) is None:
        said["scope"] = place
    return said


def _condition(one: Condition) -> dict[str, Value]:
    return {"column": one.column, "comparator": one.comparator, "value": exact(one.value), "unit": one.unit}


def _quantity(one: Quantity) -> dict[str, Value]:
    return {
        "kind": one.kind, "start": one.start, "end": one.end, "sentence": list(one.sentence), "section": one.section,
        "indicator": one.indicator, "value": _number(one.value), "high": _number(one.high), "unit": one.unit,
        "amount": exact(one.amount), "base_unit": one.base_unit, "basis": one.basis, "comparator": one.comparator,
        "modality": one.modality, "period": one.period, "scope": one.scope,
        "conditions": [_condition(each) for each in one.conditions], "actors": list(one.actors), "names": list(one.names),
    }  # fmt: skip


def _milestone(one: Milestone) -> dict[str, Value]:
    return {
        "kind": one.kind, "start": one.start, "end": one.end, "sentence": list(one.sentence), "section": one.section,
        "project": one.project, "stage": one.stage, "period": one.period,
        "investment": None if one.investment is None else exact(one.investment), "actors": list(one.actors),
    }  # fmt: skip


def _mechanism(one: Mechanism) -> dict[str, Value]:
    return {
        "kind": one.kind, "start": one.start, "end": one.end, "sentence": list(one.sentence), "section": one.section,
        "name": one.name, "cadence": list(one.cadence),
    }  # fmt: skip


def _task(one: Task) -> dict[str, Value]:
    return {
        "kind": one.kind, "start": one.start, "end": one.end, "sentence": list(one.sentence), "section": one.section,
        "action": one.action, "object": one.object, "actors": list(one.actors), "period": one.period,
    }  # fmt: skip


_SHAPES: dict[type, Callable[[Any], dict[str, Value]]] = {
    Quantity: _quantity, Milestone: _milestone, Mechanism: _mechanism, Task: _task,
}  # fmt: skip
