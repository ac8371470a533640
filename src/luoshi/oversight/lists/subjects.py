"""What a unit may object to, and what that was when it did."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.oversight.lists import errors
from luoshi.oversight.lists.models import ListLine, PublishedList
from luoshi.oversight.objections.models import LIGHT, LINE
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target
from luoshi.rules.months import show_month

TARGETS, LINES = "plans.targets", "oversight.list_lines"


class Subject(NamedTuple):
    """How people call a row, and the list or the light that it was."""

    text: str
    was: str = ""


def of(found: PublishedList, about: str, ledger: str, row: int, unit: Unit, by: Actor) -> Subject:
    """What a reference leads to, or the sentence that says why the unit cannot object to it."""
    if about == LINE:
        return _line(found, row, unit)
    if about == LIGHT:
        return _light(found, row, unit)
    return _row(ledger, row, by)


def _line(found: PublishedList, row: int, unit: Unit) -> Subject:
    line = ListLine.objects.filter(pk=row, published=found).select_related("unit", "published").first()
    if line is None:
        raise errors.NoRow("榜单行")
    if line.unit_id != unit.pk:
        raise errors.NotOwn(str(line), unit)
    return Subject(str(line), line.board)


def _light(found: PublishedList, row: int, unit: Unit) -> Subject:
    target = Target.objects.in_month(found.period).filter(pk=row).first()
    if target is None:
        raise errors.NoRow("目标")
    if target.lead_unit_id != unit.pk:
        raise errors.NotOwn(str(target), unit)
    (lit,) = wall(found.period, [target])
    if lit.light.colour not in ("yellow", "red"):
        raise errors.NotLit(str(target), show_month(found.period))
    return Subject(f"{target}：{show_month(found.period)}{lit.light.word}", lit.light.colour)


def _row(name: str, row: int, by: Actor) -> Subject:
    ledger = registry.ledger(name)
    if not ledger.measures:
        raise errors.NoFigures(ledger.title)
    found = ledger.rows().filter(pk=row).first()
    if found is None:
        raise errors.NoRow(ledger.title)
    access.require(by, Act.READ, ledger, found)
    return Subject(f"{ledger.title} {ledger.label_of(found)}")
