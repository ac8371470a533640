"""What a bulletin says and what the same figures come to by now: which numbers changed since it was issued, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, facts, figures, registry, scanning
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.conditions import title_at
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.facts import Part, Turned
from luoshi.ledgers.measures import Distinct
from luoshi.ledgers.models import AuditRow, Binding, Row
from luoshi.ledgers.scanning import Value
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets import measured
from luoshi.plans.targets.models import Target, in_written_unit
from luoshi.rules.months import format_month

FIGURES = (("actual", "累计"), ("month_actual", "本月"))


@dataclass(frozen=True, slots=True)
class Changed:
    """A number of a bulletin that would be another now; ``row`` None where its target no longer stands."""

    number: str
    name: str
    unit: str
    figure: str
    issued: Decimal | None
    now: Decimal | None
    measure_unit: str
    row: WallRow | None


def changed(
    bulletin: Bulletin, rows: Iterable[WallRow] | None = None, only: Collection[str] | None = None
) -> list[Changed]:
    """The numbers of a bulletin that differ now, in its order; ``rows`` is the month's wall, read if not given.

    ``only`` names the targets that are asked for.
    """
    said = [each for each in bulletin.facts["targets"] if only is None or each["number"] in only]
    if rows is None:
        numbers = [each["number"] for each in said]
        rows = wall(bulletin.period, Target.objects.active().filter(number__in=numbers))
    now = {row.target.number: row for row in rows}
    return [each for one in said for each in _changed(one, now.get(one["number"]))]


def _changed(said: Mapping[str, Any], row: WallRow | None) -> Iterable[Changed]:
    for name, title in FIGURES:
        issued = None if said[name] is None else Decimal(said[name])
        now: Decimal | None = getattr(row, name) if row else None
        if issued != now:
            yield Changed(
                said["number"], said["name"], said["unit"], title, issued, now, said["measure_unit"], row
            )


@dataclass(frozen=True, slots=True)
class Relit:
    """A light of a bulletin that shines otherwise now, in words; ``reason`` says why it does."""

    number: str
    name: str
    unit: str
    issued: str
    now: str
    reason: str


def relit(bulletin: Bulletin, rows: Iterable[WallRow] | None = None) -> list[Relit]:
    """The lights of a bulletin that are others now, in its order; ``rows`` is the month's wall, read if not given."""
    now = {row.target.number: row for row in (wall(bulletin.period) if rows is None else rows)}
    said = ((each, now.get(each["number"])) for each in bulletin.facts["targets"])
    return [
        Relit(
            each["number"],
            each["name"],
            each["unit"],
            each["light"],
            f"{row.light.shape} {row.light.word}",
            row.light.reason,
        )
        for each, row in said
        if row is not None and row.light.colour != each["colour"]
    ]


@dataclass(frozen=True, slots=True)
class Piece:
    """A fact behind a number that changed: of which unit and month, before and now.

    In the unit of the promise; of a growth or a share in that of what is compared, of a formula in that of the one of
    its names, ``part``, whose fact it is.
    """

    part: str
    unit: Unit | None
    period: int
    before: Decimal | None
    now: Decimal | None
    measured_in: str


def turned(bulletin: Bulletin, target: Target) -> list[Turned]:
    """The facts of a target that changed since a bulletin was issued; none where its place on the trail is not known."""
    binding = target.binding
    if binding is None or bulletin.seq is None:
        return []
    parts, trees = {each.pk: each for each in facts.opened([binding])}, measured.trees_of(binding)
    return [
        each
        for each in facts.changed_since([binding], bulletin.seq, bulletin.period)
        if each.period >= facts.first_month(parts[each.binding], target.start, bulletin.period)
        and facts.concerns(parts[each.binding], each.unit, trees)
    ]


def pieces(found: Sequence[Turned], target: Target) -> list[Piece]:
    """The same as numbers."""
    assert target.binding is not None
    parts = {each.pk: each for each in facts.opened([target.binding])}
    units = Unit.objects.in_bulk({each.unit for each in found})
    return [_piece(parts[each.binding], each, units.get(each.unit), target) for each in found]


def _piece(binding: Binding, found: Turned, unit: Unit | None, target: Target) -> Piece:
    plain = Binding(ledger=binding.ledger, measure=binding.measure)
    as_promised = not binding.whole_id and binding.view in (
        "",
        "to_date",
    )  # of a growth the fact is an amount
    measured_in = target.unit if as_promised else figures.unit_of(plain)
    before, now = (_figure(plain, found, value, measured_in) for value in (found.before, found.now))
    return Piece(binding.name, unit, found.period, before, now, measured_in)


def _figure(plain: Binding, place: Turned, value: Value | None, unit: str) -> Decimal | None:
    """What one fact alone comes to."""
    if value is None:
        return None
    if isinstance(facts.measure_of(plain), Distinct):
        return Decimal(value.rows)
    part = Part(place.unit, place.period, value.value, value.base, value.rows)
    return in_written_unit(figures.figure(plain, [part], place.period, place.period), unit)


def trail(
    actor: Actor, bulletin: Bulletin, binding: Binding, found: Sequence[Turned]
) -> dict[str, list[AuditRow]]:
    """What was done since a bulletin with the rows behind facts that changed, newest first, as far as the person may see.

    By the name of the ledger, each entry once. These are the rows that stand in one of the months now, and those that
    stood there before and were moved or removed.
    """
    told: dict[str, dict[int, AuditRow]] = {}
    for part in facts.opened([binding]):
        turned = [each for each in found if each.binding == part.pk]
        told.setdefault(part.ledger, {}).update((e.seq, e) for e in _trail(actor, bulletin, part, turned))
    return {name: [some[seq] for seq in sorted(some, reverse=True)] for name, some in told.items()}


def _trail(actor: Actor, bulletin: Bulletin, binding: Binding, found: Sequence[Turned]) -> list[AuditRow]:
    ledger = registry.ledger(binding.ledger)
    reach = access.reach(actor, Act.HISTORY, ledger)
    if bulletin.seq is None or reach is None or not found:
        return []
    since = AuditRow.objects.filter(ledger=ledger.name, seq__gt=bulletin.seq).exclude(row="")
    entries = [each for each in since.order_by("-seq") if each.row.isdecimal()]
    seen = ledger.rows().filter(reach, pk__in={int(each.row) for each in entries})
    months, units = {each.period for each in found}, {each.unit for each in found}
    dates = {term.when for term in facts.terms_of(binding)}
    concerned = _standing(ledger, seen, dates, months, units)
    there = seen.filter(_within(ledger, dates, months))
    concerned |= _held(entries, title_at(ledger, ledger.unit) if ledger.unit else "") & _keys(there)
    left = {key for when in dates for key in _held(entries, title_at(ledger, when), months)}
    concerned |= left & _keys(seen) if reach else left  # who may see every row also sees what is no more
    return [each for each in entries if int(each.row) in concerned]


def _standing(
    ledger: Ledger,
    seen: QuerySet[Row],
    dates: Collection[str],
    months: Collection[int],
    units: Collection[int],
) -> set[int]:
    """The rows that are in one of the months now, of one of the units."""
    there = _within(ledger, dates, months)
    return _keys(seen.filter(there & scanning.owned(ledger, units) if ledger.unit else there))


def _within(ledger: Ledger, dates: Collection[str], months: Collection[int]) -> Q:
    """Rows that are in one of the months."""
    there = Q(pk__in=())
    for when in dates:
        for month in months:
            there |= scanning.within(ledger, when, month, month)
    return there


def _held(entries: Iterable[AuditRow], title: str, months: Collection[int] | None = None) -> set[int]:
    """The rows that by the trail held something else in a column before; with ``months`` a day of one of them."""
    starts = None if months is None else tuple(format_month(month) for month in months)
    found = set()
    for each in entries:
        before = str(each.changes.get(title, ("",))[0])
        if before and (starts is None or before.startswith(starts)):
            found.add(int(each.row))
    return found


def _keys(rows: QuerySet[Row]) -> set[int]:
    return {*rows.order_by().values_list("pk", flat=True)}
