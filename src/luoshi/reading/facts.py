"""What a corpus promises, written short: the facts of an example with every field that is not said at its default."""

from __future__ import annotations

from functools import partial

from luoshi.reading.engine import Example, Fact
from luoshi.reading.model import Milestone, Quantity
from luoshi.reading.outline import outline
from luoshi.reading.repairs import repair
from luoshi.reading.sentences import Body, body

PLAIN: dict[str, object] = {
    "high": None, "basis": "level", "comparator": "eq", "modality": "plan", "period": None, "conditions": (),
}  # fmt: skip


def _quantity(kind: str, indicator: str, value: str, unit: str, **said: object) -> Fact:
    return {"kind": kind, "indicator": indicator, "value": value, "unit": unit, **PLAIN, **said}


target = partial(_quantity, "target")
actual = partial(_quantity, "actual")


def milestone(project: str, stage: str, period: str | None = None, **said: object) -> Fact:
    """A named project with the stage it is to reach."""
    return {"project": project, "stage": stage, "period": period, **said}


def of_quantity(quantity: Quantity) -> Fact:
    """The fields of a quantity as a corpus writes them: numbers as written, conditions as words."""
    return {
        "kind": quantity.kind, "indicator": quantity.indicator, "value": f"{quantity.value:f}",
        "high": None if quantity.high is None else f"{quantity.high:f}", "unit": quantity.unit,
        "amount": f"{quantity.amount:f}", "base_unit": quantity.base_unit, "basis": quantity.basis,
        "comparator": quantity.comparator, "modality": quantity.modality, "period": quantity.period,
        "scope": quantity.scope, "actors": quantity.actors, "names": quantity.names,
        "conditions": tuple(f"{c.column} {c.comparator} {c.value:f} {c.unit}" for c in quantity.conditions),
    }  # fmt: skip


def of_milestone(one: Milestone) -> Fact:
    """The fields of a milestone as a corpus writes them."""
    worth = None if one.investment is None else f"{one.investment:f}"
    return {
        "project": one.project,
        "stage": one.stage,
        "period": one.period,
        "investment": worth,
        "actors": one.actors,
    }


def as_body(item: Example) -> Body:
    """An example made ready as it stands: no repairs, no headings."""
    return body(item.text, (), item.year)


def as_repaired_body(item: Example) -> Body:
    """An example made ready as a whole document is: repaired and with its headings."""
    text = repair(item.text)
    return body(text.clean, outline(text), item.year)
