"""The states of a row and the steps between them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from luoshi.ledgers.models import Row

Hold = Callable[[Row, datetime.date], str]


@dataclass(frozen=True, slots=True)
class Step:
    """A step: from which states to which, what columns must be filled first, whether a reason is asked for.

    ``back`` marks a step that undoes others, which always asks for a reason. A hold looks at the row as the step would
    leave it, on the day of the step, and says in a sentence what does not hold; "" where it does. ``evidence`` names
    what must be proved: of each the row must have a file.
    """

    name: str
    title: str
    source: tuple[str, ...]
    target: str
    needs: tuple[str, ...] = ()
    reason: bool = False
    back: bool = field(default=False, kw_only=True)
    holds: tuple[Hold, ...] = field(default=(), kw_only=True)
    evidence: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def asks_reason(self) -> bool:
        """Whether who takes it must say why."""
        return self.reason or self.back


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The states of a ledger's rows, kept in the column ``field``."""

    start: str
    steps: tuple[Step, ...]
    field: str = "state"

    def step(self, name: str) -> Step | None:
        """The step of that name."""
        return next((s for s in self.steps if s.name == name), None)

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
