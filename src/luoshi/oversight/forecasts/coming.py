"""What is on its way to a target's figure, and what became of its like: read from dates, and of leaving from the trail.

Everything is looked at as it was at a time: a row stands where the dates up to then put it. So a forecast of a month gone
by knows nothing of what came later, but for what was written later about earlier days.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.utils import timezone

from luoshi.directory.units.models import Unit
from luoshi.ledgers import conditions, facts, figures, registry, scanning
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.figures import Figure
from luoshi.ledgers.measures import Condition, Count, Measure, Sum
from luoshi.ledgers.models import AuditRow, Binding
from luoshi.oversight.forecasts.questions import Goal, OnTheWay, Way
from luoshi.plans.targets import measured
from luoshi.plans.targets.models import MEASURED, Target, in_written_unit
from luoshi.projects.pipelines import Pipeline, pipeline
from luoshi.rules.forecast import Record
from luoshi.rules.months import add_months, months_between

NEVER = 0  # the month of what has not happened
SOME_TIME = -1  # the month of what has happened, nobody knows when
YEARS = 3  # past years whose same season is looked at
ENOUGH = 5  # rows of a state that say how such rows fare; of fewer all states together say it
DUE, LATE = "计划期内到位", "已过计划期"


@dataclass(frozen=True, slots=True)
class Traveller:
    """One row on its way: what it adds when it arrives, and the months of what happened to it."""

    value: Decimal
    passed: tuple[int, ...]
    arrived: int
    expected: int
    left: int

    def stage(self, month: int) -> int:
        """Which stage it stood in at the end of a month; -1 where it was not on its way."""
        over = any(at != NEVER and at <= month for at in (self.arrived, self.left))
        behind = [at for at, when in enumerate(self.passed) if when != NEVER and when <= month]
        return -1 if over or not behind else behind[-1]

    def state(self, month: int, end: int, titles: Sequence[str]) -> str:
        """The stage in words, with whether the arrival is planned before ``end``; "" where it was not on its way."""
        at = self.stage(month)
        if at < 0:
            return ""
        if self.expected == NEVER or self.expected > end:
            return titles[at]
        return f"{titles[at]}，{LATE if self.expected <= month else DUE}"

    def arrives(self, after: int, until: int) -> bool:
        """Whether it arrived in the months after one and up to another."""
        return after < self.arrived <= until


@dataclass(frozen=True, slots=True)
class Travellers:
    """All that was ever on its way to one figure."""

    titles: tuple[str, ...]
    of: str
    rows: tuple[Traveller, ...]

    @property
    def begins(self) -> int:
        """The first month of which anything is known; NEVER without rows."""
        known = [when for row in self.rows for when in row.passed if when != NEVER]
        return min(known, default=NEVER)

    def origins(self, month: int, end: int) -> list[int]:
        """The months at which others stood as long before an end as ``month`` stands before ``end``.

        The same month of past years, and between them and now, or as far back as anything is known, stretches of the
        same length, one before the other, so that no arrival is counted twice.
        """
        ahead, begins = months_between(month, end), self.begins
        if begins == NEVER:
            return []
        years = [at for back in range(1, YEARS + 1) if (at := add_months(month, -12 * back)) >= begins]
        first = add_months(years[0], ahead) if years else max(begins, add_months(month, -12 * YEARS))
        stretches = (add_months(month, -ahead * times) for times in range(1, 12 * YEARS // ahead + 1))
        return [*(at for at in stretches if at >= first), *years]


def question(target: Target, goal: Goal, reached: Decimal, month: int) -> tuple[OnTheWay, str] | None:
    """The forecast of a target by what is on its way to it, and that in words; None where it has no such thing.

    None also as long as no stretch of the past tells how such rows fare.
    """
    found = travellers(target)
    if found is None:
        return None
    origins = found.origins(month, target.end)
    if not origins:
        return None
    ahead = months_between(month, target.end)
    ways = _ways(found, origins, month, target.end, ahead)
    asked = OnTheWay(goal, reached, ways, tuple(_newcomers(target, found, origins, ahead)))
    return asked, _words(found, ways, origins, ahead)


def _ways(found: Travellers, origins: Sequence[int], month: int, end: int, ahead: int) -> tuple[Way, ...]:
    standing: dict[str, list[Decimal]] = defaultdict(list)
    seen: dict[str, int] = defaultdict(int)
    arrived: dict[str, int] = defaultdict(int)
    for row in found.rows:
        if state := row.state(month, end, found.titles):
            standing[state].append(row.value)
        for origin in origins:
            until = add_months(origin, ahead)
            if state := row.state(origin, until, found.titles):
                seen[state] += 1
                arrived[state] += row.arrives(origin, until)
    whole = Record(sum(seen.values()), sum(arrived.values()))
    own = {state: Record(count, arrived[state]) for state, count in seen.items() if count >= ENOUGH}
    return tuple(
        Way(state, tuple(sorted(values)), own.get(state, whole)) for state, values in sorted(standing.items())
    )


def _newcomers(target: Target, found: Travellers, origins: Sequence[int], ahead: int) -> list[Decimal]:
    """What each stretch added beyond what stood on its way when it began."""
    added = []
    for origin in origins:
        until = add_months(origin, ahead)
        known = (r.value for r in found.rows if r.stage(origin) >= 0 and r.arrives(origin, until))
        added.append(max(_came(target, origin, until) - sum(known, start=Decimal(0)), Decimal(0)))
    return added


def _came(target: Target, after: int, until: int) -> Decimal:
    """What the figure added in the months after one and up to another, in the target's unit."""
    binding = target.binding
    assert binding is not None
    first = add_months(after, 1)
    parts = facts.facts_of([binding], first, until, measured.trees_of(binding))[binding.pk]
    return in_written_unit(figures.figure(binding, parts, first, until), target.unit) or Decimal(0)


def _words(found: Travellers, ways: Sequence[Way], origins: Sequence[int], ahead: int) -> str:
    said = "，".join(
        f"{way.state} {len(way.values)} 个（同类 {way.record.seen} 个里到了 {way.record.arrived} 个）"
        for way in ways
    )
    return f"《{found.of}》在手：{said or '没有'}；转化率取自此前 {len(origins)} 段各 {ahead} 个月，其间新来的也计入"


# ---- reading the rows -----------------------------------------------------------------------------


def travellers(target: Target) -> Travellers | None:
    """All rows that are or were on their way to a target's figure; None where it is none that such rows lead to."""
    binding: Binding | None = target.binding
    if binding is None or target.source != MEASURED or binding.view or binding.formula:
        return None
    measure = facts.measure_of(binding)
    line = pipeline(binding.ledger, measure.when) if isinstance(measure, Count | Sum) else None
    if line is None:
        return None
    ledger = registry.ledger(line.of)
    kept = _conditions(ledger, line, (*measure.where, *facts.conditions_of(binding)))
    if kept is None or (measure.of and not ledger.has(measure.of)):
        return None
    rows = ledger.model._default_manager.order_by("pk").filter(
        conditions.compiled(ledger, kept), _scope(ledger, binding)
    )
    found = tuple(_read(target, ledger, line, measure, rows))
    return Travellers(tuple(title for _, title in line.passed), ledger.title, found)


def _conditions(ledger: Ledger, line: Pipeline, found: Iterable[Condition]) -> list[Condition] | None:
    """What a row on its way must be to count; None where it cannot be told of it."""
    asked = [c for c in found if c.column not in line.ignored]
    return asked if all(ledger.has(c.column.partition("__")[0]) for c in asked) else None


def _scope(ledger: Ledger, binding: Binding) -> Q:
    if binding.scope is None or not ledger.unit:
        return Q()
    return scanning.owned(ledger, Unit.objects.subtree(binding.scope))


def _read(target: Target, ledger: Ledger, line: Pipeline, measure: Measure, rows: Any) -> list[Traveller]:
    stages = [name for name, _ in line.passed]
    state = ledger.lifecycle.field if ledger.lifecycle else "pk"
    names = ("pk", state, measure.of or "pk", line.arrived, line.expected or "pk", line.left or "pk", *stages)
    gone, found = _gone(ledger, line), []
    for key, at, amount, arrived, expected, left, *passed in rows.values_list(*names):
        departed = _month(left) if line.left else NEVER
        if departed == NEVER and at in line.gone:
            departed = gone.get(str(key), SOME_TIME)
        found.append(
            Traveller(
                value=_value(target, ledger, measure, amount),
                passed=tuple(_month(day) for day in passed),
                arrived=_month(arrived),
                expected=_month(expected) if line.expected else NEVER,
                left=departed,
            )
        )
    return _left_by_now(found)


def _left_by_now(found: Sequence[Traveller]) -> list[Traveller]:
    """Rows of which nobody knows when they left stood until the last month of which anything is known."""
    last = max((when for row in found for when in (*row.passed, row.arrived)), default=NEVER)
    return [replace(row, left=last) if row.left == SOME_TIME else row for row in found]


def _gone(ledger: Ledger, line: Pipeline) -> dict[str, int]:
    """The months in which rows took a step after which nothing more comes, by the trail."""
    steps = ledger.lifecycle.steps if ledger.lifecycle else ()
    titles = [step.title for step in steps if step.target in line.gone]
    trail = AuditRow.objects.filter(ledger=ledger.name, act__in=titles).order_by("seq")
    return {row: _month(timezone.localdate(at)) for row, at in trail.values_list("row", "at")}


def _value(target: Target, ledger: Ledger, measure: Measure, amount: int) -> Decimal:
    if not measure.of:
        return Decimal(1)
    scale, unit = figures.scale_of(ledger, measure), figures.base_unit(ledger, measure)
    return in_written_unit(Figure(Decimal(amount or 0) / scale, unit, 1), target.unit) or Decimal(0)


def _month(day: datetime.date | None) -> int:
    return NEVER if day is None else day.year * 100 + day.month
