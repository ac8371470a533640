"""The states of a row and the steps between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A step: from which states to which, what columns must be filled first, whether a reason is asked for."""

    name: str
    title: str
    source: tuple[str, ...]
    target: str
    needs: tuple[str, ...] = ()
    reason: bool = False


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The states of a ledger's rows, kept in the column ``field``."""

    start: str
    steps: tuple[Step, ...]
    field: str = "state"

    def step(self, name: str) -> Step | None:
        """The step of that name."""
        return next((s for s in self.steps if s.name == name), None)

    def steps_from(self, state: str) -> tuple[Step, ...]:
        """The steps that may be taken in ``state``."""
        return tuple(s for s in self.steps if state in s.source)
