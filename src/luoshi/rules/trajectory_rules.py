"""A trajectory rule as data: which shape of planned path a zone gives to which sort of target."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from luoshi.rules import errors, fields
from luoshi.rules.trajectories import Trajectory

Trait = Literal["rate", "growth", "limit", "per-quarter", "per-month", "single", "deadline", "any"]
TRAITS: tuple[Trait, ...] = (
    "rate",
    "growth",
    "limit",
    "per-quarter",
    "per-month",
    "single",
    "deadline",
    "any",
)


@dataclass(frozen=True, slots=True)
class Case:
    """Targets with this trait follow this path."""

    trait: Trait
    trajectory: Trajectory


@dataclass(frozen=True, slots=True)
class TrajectoryRule:
    """One published rule; the first case whose trait a target has decides, the last one must be ``any``."""

    code: str
    name: str
    version: str
    effective_from: str
    cases: tuple[Case, ...]

    def __post_init__(self) -> None:
        if not self.cases or self.cases[-1].trait != "any":
            raise errors.NoLastCase(f"时序规则 {self.code} ")

    @classmethod
    def from_data(cls, data: object) -> TrajectoryRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        code = fields.Fields(data, "时序规则").text("code")
        source = fields.Fields(data, f"时序规则 {code} ")
        rule = cls(
            code=source.text("code"),
            name=source.text("name"),
            version=source.text("version"),
            effective_from=source.day("effective_from"),
            cases=tuple(_read_case(each) for each in source.inner_list("cases")),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        cases = [{"trait": case.trait, "trajectory": case.trajectory.to_data()} for case in self.cases]
        return {
            "code": self.code,
            "name": self.name,
            "version": self.version,
            "effective_from": self.effective_from,
            "cases": cases,
        }

    def choose(self, traits: Collection[str]) -> Trajectory:
        """The path of a target with these traits; every target has ``any``."""
        return next(case.trajectory for case in self.cases if case.trait == "any" or case.trait in traits)


def _read_case(source: fields.Fields) -> Case:
    trait = source.word("trait", TRAITS)
    trajectory = Trajectory.from_data(source.raw("trajectory"))
    source.close()
    return Case(trait, trajectory)
