"""Targets as they stood at a row of the trail: what they promised, who led them, and what they were measured by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from luoshi.directory.units.then import Units
from luoshi.ledgers import rewinding
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import Binding
from luoshi.plans.documents.models import light
from luoshi.plans.targets.ledger import TARGETS
from luoshi.plans.targets.models import ACTIVE, Target

COLUMNS: Final = (
    "year", "name", "value", "high", "unit", "amount", "base_unit", "basis", "comparator", "start", "end", "repeat",
    "lead_unit", "binding_state", "state",
)  # fmt: skip


class LostBinding(LedgerError):
    """A target is measured by something else since, and its figures from before were never computed."""

    def __init__(self, target: Target) -> None:
        super().__init__(
            f"目标“{target.name}”的计量方式后来换过，当时的数没有算过，不能按当时的数据重做。请改用现在的数据。"
        )


def in_month(month: int, seq: int, units: Units) -> list[Target]:
    """The active targets of a month's year as they stood; raises :class:`LostBinding`."""
    later, new = rewinding.before(TARGETS, seq), rewinding.created(TARGETS, seq)
    found = Target.objects.exclude(pk__in=new).select_related("clause__before", "lead_unit", "binding")
    rows = list(found.prefetch_related(light("clause__document")).order_by("number", "pk"))
    for row in rows:
        rewinding.put_back(TARGETS, row, later.get(row.pk, {}), COLUMNS, units)
        row.lead_unit = units.by_key.get(row.lead_unit_id or 0)
    standing = [row for row in rows if row.state == ACTIVE and row.year == month // 100]
    _put_back_clauses(standing, seq)
    _put_back_bindings(standing, later, seq)
    return standing


def _put_back_clauses(rows: Sequence[Target], seq: int) -> None:
    """A new edition of a plan led the target to another clause; each knows the one before it."""
    moved = rewinding.changes(TARGETS, seq, TARGETS.title_of(TARGETS.column("clause")))
    for row in rows:
        for _ in moved.get(row.pk, ()):
            row.clause = row.clause.before or row.clause


def _put_back_bindings(rows: Sequence[Target], later: Mapping[int, Mapping[str, str]], seq: int) -> None:
    title = TARGETS.title_of(TARGETS.column("binding"))
    changed = rewinding.changes(TARGETS, seq, title)
    every = sorted(at for some in changed.values() for at in some)
    for row in rows:
        if row.pk not in changed:
            continue
        first, text = changed[row.pk][0], later[row.pk][title]
        row.binding = None
        if text:
            until = next((at for at in every if at > first), None)
            row.binding = _ended(row, text, first, until)


def _ended(row: Target, text: str, first: int, until: int | None) -> Binding:
    """The binding that a change put to its end: it ended with the row of the trail that changed it, or just behind."""
    ended = (
        Binding.objects.filter(whole=None, ended__gte=first).prefetch_related("parts").order_by("ended", "pk")
    )
    if until is not None:
        ended = ended.filter(ended__lt=until)
    found = next((each for each in ended if str(each) == text), None)
    if found is None:
        raise LostBinding(row)
    return found
