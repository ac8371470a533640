"""How a promise stands in a month, judged from facts by two rules: the same facts are judged once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache, partial

from luoshi.ledgers import combining, figures
from luoshi.ledgers.facts import Part
from luoshi.ledgers.models import Binding
from luoshi.oversight.excuses.standing import Excused
from luoshi.oversight.promises import aims
from luoshi.oversight.promises.aims import Promise
from luoshi.oversight.references.standing import References
from luoshi.plans.targets.models import in_written_unit
from luoshi.rules.lights import Light, LightRule, Observation, light
from luoshi.rules.months import month_range
from luoshi.rules.progress import progress_of
from luoshi.rules.trajectories import if_due
from luoshi.rules.trajectory_rules import TrajectoryRule

REMEMBERED = 4096  # judgements by one pair of rules: a zone's targets in the months that people look at


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a promise: the facts of a binding. ``kept`` False is a ledger in which there is nothing yet.

    Two are the same that are ``made`` alike of the same facts.
    """

    made: tuple[object, ...]
    kept: bool
    parts: tuple[Part, ...]
    binding: Binding = field(compare=False)

    @classmethod
    def of(cls, binding: Binding, kept: bool, parts: Iterable[Part]) -> Known:
        """What the facts of a binding tell."""
        return cls(combining.made(binding), kept, tuple(parts), binding)

    def figure(self, start: int, end: int) -> figures.Figure:
        """What they come to in the months ``start``..``end``."""
        return figures.figure(self.binding, self.parts, start, end)


@dataclass(frozen=True, slots=True)
class Judged:
    """How a promise stands: its whole, its path and plan by month, the light of every month so far."""

    total: Decimal
    plan: Mapping[int, Decimal]
    history: tuple[Observation, ...]
    light: Light
    month_actual: Decimal | None
    rows: int


@lru_cache(maxsize=12)
def judge(
    lights: LightRule, paths: TrajectoryRule
) -> Callable[[Promise, int, Known | None, Excused, References], Judged]:
    """Who judges by two rules, and remembers."""
    return lru_cache(maxsize=REMEMBERED)(partial(_judged, lights, paths))


def _judged(
    lights: LightRule,
    paths: TrajectoryRule,
    promise: Promise,
    month: int,
    known: Known | None,
    excused: Excused = (),
    compared: References = (),
) -> Judged:
    path = aims.trajectory(promise, paths)
    whole = aims.total(promise, path)
    aim = aims.aim(promise, whole)
    start, end = promise.start, promise.end
    plan = aims.plan(promise, path)
    history, rows, excuses, others = [], 0, dict(excused), dict(compared)
    for each in month_range(min(start, month), month):
        reached, rows = _reached(promise, each, known)
        due = if_due(
            path, plan[max(start, min(each, end))], total=promise.value, start=start, end=end, month=each
        )
        progress = progress_of(aim, planned=due, actual=reached)
        other = others.get(each)
        history.append(
            Observation(
                each,
                progress,
                due,
                reached,
                excuses.get(each),
                reference=other.value if other else None,
                measure_unit=promise.unit,
                reference_kind=other.kind if other else "",
            )
        )
    return Judged(whole, plan, tuple(history), light(lights, history), _added(promise, history), rows)


def _reached(promise: Promise, month: int, known: Known | None) -> tuple[Decimal | None, int]:
    """What is reached from the start of the promise's window to the end of a month, and from how many rows."""
    if known is None:
        return None, 0
    figure = known.figure(promise.start, month)
    if figure.value is None or not known.kept:
        return None, 0  # an empty ledger knows nothing; in one that is kept, no row means 0
    return in_written_unit(figure, promise.unit), figure.rows


def _added(promise: Promise, history: Sequence[Observation]) -> Decimal | None:
    """What the last month added; None for shares, which are not added up."""
    reached = history[-1].actual
    if reached is None or aims.traits(promise) & {"rate", "growth"}:
        return None
    if history[-1].month == promise.start:
        return reached
    before = history[-2].actual if len(history) > 1 else reached  # before its window nothing is added
    return None if before is None else reached - before
