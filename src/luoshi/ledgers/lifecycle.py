"""The states of a row, the steps between them, and the clocks that run while it stands in one."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any

from luoshi.ledgers.models import Row

Hold = Callable[[Row, datetime.date], str]
Sets = Callable[[Row, datetime.date], Mapping[str, Any]]


def sets_nothing(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What most steps do with other columns."""
    return {}


@dataclass(frozen=True, slots=True)
class Step:
    """A step: from which states to which, what columns must be filled first, whether a reason is asked for.

    ``back`` marks a step that undoes others, which always asks for a reason. A hold looks at the row as the step would
    leave it, on the day of the step, and says in a sentence what does not hold; "" where it does. A step that is
    ``bulk`` may be taken with many rows at once. ``review`` names the review that must have been passed before,
    ``evidence`` what must be proved: of each the row must have a file. ``sets`` says what the step writes by itself, from
    the row as it was and the day: a date that a step back takes away again, a count, a verdict.
    """

    name: str
    title: str
    source: tuple[str, ...]
    target: str
    needs: tuple[str, ...] = ()
    reason: bool = False
    _: KW_ONLY
    back: bool = False
    review: str = ""
    evidence: tuple[str, ...] = ()
    holds: tuple[Hold, ...] = ()
    bulk: bool = False
    sets: Sets = sets_nothing

    @property
    def asks_reason(self) -> bool:
        """Whether who takes it must say why."""
        return self.reason or self.back


@dataclass(frozen=True, slots=True)
class Limit:
    """So many days after the day on which a clock starts, working days or calendar days.

    ``rule`` names a limit of a rule in force, "kind/code", which then says the days; what stands here holds only
    before the zone has issued such a rule.
    """

    days: int
    working: bool = True
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """What must be done with a row that stands in ``state``, and within which limit.

    It starts on the day on which the row came into the state, or on the day in the column ``since``. ``verdict`` is a
    column of yes or no that is filled when the row leaves the state: whether that was in time.
    """

    state: str
    limit: Limit
    title: str
    since: str = ""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The states of a ledger's rows, kept in the column ``field``.

    Rows in the state ``draft`` are not handed in yet and have no number; in a state of ``closed`` nothing is left to do.
    """

    start: str
    steps: tuple[Step, ...]
    field: str = "state"
    _: KW_ONLY
    clocks: tuple[Clock, ...] = ()
    draft: str = ""
    closed: tuple[str, ...] = ()

    def step(self, name: str) -> Step | None:
        """The step of that name."""
        return next((s for s in self.steps if s.name == name), None)

    def clock(self, state: str) -> Clock | None:
        """The clock that runs in a state."""
        return next((c for c in self.clocks if c.state == state), None)

    def leads(self, start: str, end: str) -> bool:
        """Whether forward steps lead from one state to another."""
        seen, waiting = {start}, [start]
        while waiting:
            at = waiting.pop()
            ahead = {s.target for s in self.steps if at in s.source and not s.back} - seen
            seen |= ahead
            waiting += ahead
        return end in seen

    def steps_from(self, state: str) -> tuple[Step, ...]:
        """The steps that may be taken in ``state``."""
        return tuple(s for s in self.steps if state in s.source)
