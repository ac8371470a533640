"""标准地核查: the rounds of a parcel by the rule of the day on which it was supplied, and what each comes to.

Rounds follow from the parcel: they are made when it is supplied, and move with its dates as long as nobody has checked.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Q

from luoshi.ledgers import audit, marks, registry, writing
from luoshi.ledgers.access import Actor
from luoshi.projects.land.kinds import STANDARD_LAND
from luoshi.projects.land.parcels.models import RETURNED, Parcel
from luoshi.rules import standard_land
from luoshi.rules.standard_land import Figure, Kept, StandardLandRule

LEDGER = "land.checks"
FIGURES: Mapping[Figure, tuple[str, str, int]] = {
    "intensity": ("intensity_min", "intensity", 1_000_000),
    "tax_per_mu": ("tax_min", "tax_per_mu", 1_000_000),
    "energy": ("energy_max", "energy", 100),
    "plot_ratio": ("plot_ratio", "plot_ratio", 100),
}
"""Where each condition stands on the parcel and on the check, and how many stored parts are one of the rule."""


def rule_of(parcel: Parcel) -> StandardLandRule | None:
    """The rule in force on the day of supply, the first there is for land supplied before it; None without any."""
    versions = STANDARD_LAND.versions("")
    row = versions.in_force(parcel.supplied_on) if parcel.supplied_on else None
    row = row or versions.order_by("effective_from", "pk").first()
    return STANDARD_LAND.read(row) if row else None


def misdated(check: Any) -> str:
    """What is wrong with the day of a check that waits, as a sentence: it is the rule that says when."""
    rule = rule_of(check.parcel)
    if rule is None or check.due_on is None or check.checked_on is not None:
        return ""
    day = _day(rule, check.parcel, check.round)
    told = f"应在 {day} 核查" if day else "现在还定不了日期"
    return "" if day == check.due_on else f"按规则{told}，这一列不用填。"


def judged(check: Any) -> list[Kept]:
    """The conditions of a check that has been made."""
    rule = rule_of(check.parcel)
    if rule is None or check.checked_on is None:
        return []
    promised: dict[Figure, Decimal | None] = {}
    actual: dict[Figure, Decimal | None] = {}
    for code, (asked, reached, parts) in FIGURES.items():
        promised[code] = _shown(getattr(check.parcel, asked), parts)
        actual[code] = _shown(getattr(check, reached), parts)
    return standard_land.judge(rule, check.round, promised, actual)


def follow(keys: Sequence[int], by: Actor) -> None:
    """Make and move the rounds of parcels that have been written."""
    supplied = Q(standard=True, supplied_on__isnull=False)
    checked = Q(pk__in=_checks().filter(parcel__in=keys).values("parcel"))
    for parcel in Parcel.objects.filter(supplied | checked, pk__in=keys):
        if (rule := rule_of(parcel)) is not None:
            _arrange(parcel, rule, by)


def follow_checks(keys: Sequence[int], by: Actor) -> None:
    """Bring up to date what written checks say, and when they are due."""
    _settle(_checks().filter(pk__in=keys).select_related("parcel"), by)


def _arrange(parcel: Parcel, rule: StandardLandRule, by: Actor) -> None:
    ledger = registry.ledger(LEDGER)
    there = {row.round: row for row in _checks().filter(parcel=parcel).select_related("parcel")}
    if _is_checked(parcel):
        for code in (each.code for each in rule.rounds if each.code not in there):
            values = {"parcel": parcel, "round": code}
            there[code] = writing.arrange(ledger, values, by=by, act="排出核查")
    _settle(there.values(), by)


def _settle(checks: Iterable[Any], by: Actor) -> None:
    """Keep on each check when it is due and what its conditions come to; nobody enters either."""
    for row in checks:
        rule = rule_of(row.parcel)
        moves = rule if row.checked_on is None or row.due_on is None else None
        due = _day(moves, row.parcel, row.round) if moves else row.due_on
        told = "；".join(each.reason for each in judged(row))[:1000]
        if (row.due_on, row.told) != (due, told):
            _keep(row, due, told, by)


def _keep(row: Any, due: datetime.date | None, told: str, by: Actor) -> None:
    ledger = registry.ledger(LEDGER)
    before, touched = audit.shown(ledger, row), marks.buckets(ledger, [row])
    row.due_on, row.told = due, told
    _checks().filter(pk=row.pk).update(due_on=due, told=told)
    if changes := audit.difference(before, audit.shown(ledger, row)):
        audit.record(by, "核查日期重算", ledger, row, changes)
    marks.add(touched | marks.buckets(ledger, [row]))


def _day(rule: StandardLandRule, parcel: Parcel, code: str) -> datetime.date | None:
    """The day of a round; none for land that is not checked any more."""
    if not _is_checked(parcel):
        return None
    return standard_land.due(rule, code, supplied_on=parcel.supplied_on, capacity_on=parcel.capacity_on)


def _is_checked(parcel: Parcel) -> bool:
    """Whether a parcel was supplied as standard land and not taken back."""
    return parcel.standard and parcel.supplied_on is not None and parcel.state != RETURNED


def _checks() -> Any:
    """The rows of the ledger above, which lead to parcels."""
    return registry.ledger(LEDGER).model._default_manager


def _shown(stored: int | None, parts: int) -> Decimal | None:
    return None if stored is None else Decimal(stored) / parts
