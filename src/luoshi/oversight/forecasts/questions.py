"""What a forecast was asked, as plain data that is kept beside its answer: the same question has the same answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

from luoshi.oversight.forecasts.models import PACE, PIPELINE
from luoshi.rules import forecast
from luoshi.rules.forecast import RUNS, Coming, Forecast, Record


@dataclass(frozen=True, slots=True)
class Goal:
    """What meets the target: at least ``value``; with ``limit`` at most; with ``strict`` the value itself does not."""

    value: Decimal
    limit: bool = False
    strict: bool = False

    def to_data(self) -> dict[str, Any]:
        return {"target": f"{self.value:f}", "limit": self.limit, "strict": self.strict}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Goal:
        return cls(Decimal(data["target"]), data["limit"], data["strict"])


class Question(Protocol):
    """A way of forecasting with all that it needs."""

    @property
    def method(self) -> str: ...
    def to_data(self) -> dict[str, Any]:
        """What :func:`read` reads."""

    def answer(self, seed: int, runs: int = RUNS) -> Forecast:
        """The forecast."""


@dataclass(frozen=True, slots=True)
class Pace:
    """The months go on as they went: what each added, what its season weighs, what those to come weigh."""

    goal: Goal
    reached: Decimal
    added: tuple[Decimal, ...]
    weights: tuple[Fraction, ...]
    ahead: tuple[Fraction, ...]
    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def method(self) -> str:
        return PACE

    def to_data(self) -> dict[str, Any]:
        bounds = {"least": self.least, "most": self.most}
        return {
            **self.goal.to_data(),
            "reached": f"{self.reached:f}",
            "added": [f"{each:f}" for each in self.added],
            "weights": [str(each) for each in self.weights],
            "ahead": [str(each) for each in self.ahead],
            **{name: f"{value:f}" for name, value in bounds.items() if value is not None},
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Pace:
        bounds = {name: Decimal(data[name]) for name in ("least", "most") if name in data}
        return cls(
            Goal.from_data(data),
            Decimal(data["reached"]),
            _decimals(data["added"]),
            tuple(map(Fraction, data["weights"])),
            tuple(map(Fraction, data["ahead"])),
            **bounds,
        )

    def answer(self, seed: int, runs: int = RUNS) -> Forecast:
        return forecast.paced(
            self.reached,
            self.added,
            self.weights,
            self.ahead,
            target=self.goal.value,
            limit=self.goal.limit,
            strict=self.goal.strict,
            least=self.least,
            most=self.most,
            seed=seed,
            runs=runs,
        )


@dataclass(frozen=True, slots=True)
class Way:
    """The rows that stand in one state: what each adds when it arrives, and what became of their like."""

    state: str
    values: tuple[Decimal, ...]
    record: Record


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """What is on its way arrives as its like did; ``newcomers`` are what came in each earlier stretch from nowhere yet."""

    goal: Goal
    reached: Decimal
    ways: tuple[Way, ...]
    newcomers: tuple[Decimal, ...]

    @property
    def method(self) -> str:
        return PIPELINE

    def to_data(self) -> dict[str, Any]:
        ways = [
            {
                "state": way.state,
                "values": [f"{each:f}" for each in way.values],
                "seen": way.record.seen,
                "arrived": way.record.arrived,
            }
            for way in self.ways
        ]
        newcomers = [f"{each:f}" for each in self.newcomers]
        return {**self.goal.to_data(), "reached": f"{self.reached:f}", "ways": ways, "newcomers": newcomers}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> OnTheWay:
        ways = tuple(
            Way(way["state"], _decimals(way["values"]), Record(way["seen"], way["arrived"]))
            for way in data["ways"]
        )
        return cls(Goal.from_data(data), Decimal(data["reached"]), ways, _decimals(data["newcomers"]))

    def answer(self, seed: int, runs: int = RUNS) -> Forecast:
        return forecast.forecast(
            self.reached,
            [Coming(way.state, value) for way in self.ways for value in way.values],
            {way.state: way.record for way in self.ways},
            self.newcomers,
            target=self.goal.value,
            limit=self.goal.limit,
            strict=self.goal.strict,
            seed=seed,
            runs=runs,
        )


def read(method: str, data: Mapping[str, Any]) -> Question:
    """The question of a kept forecast."""
    return OnTheWay.from_data(data) if method == PIPELINE else Pace.from_data(data)


def _decimals(texts: Sequence[str]) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))
