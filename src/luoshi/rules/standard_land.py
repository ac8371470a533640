"""标准地: when the conditions promised at supply are checked, and whether each is kept, by a rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from luoshi.rules import dates, errors, fields, issued, refusals, rounding

Since = Literal["supply", "capacity"]
Better = Literal["high", "low"]
Round = Literal["first", "third", "fifth"]
Figure = Literal["intensity", "tax_per_mu", "energy", "plot_ratio"]
SINCE: tuple[Since, ...] = ("supply", "capacity")
BETTER: tuple[Better, ...] = ("high", "low")
ROUNDS: tuple[Round, ...] = ("first", "third", "fifth")
FIGURES: tuple[Figure, ...] = ("intensity", "tax_per_mu", "energy", "plot_ratio")
SINCE_WORDS: Mapping[Since, str] = {"supply": "供地", "capacity": "达产"}


@dataclass(frozen=True, slots=True)
class LandCondition:
    """One condition: not below the promise where more is better (``high``), not above it where less is.

    ``consequence`` is what follows where it is not kept.
    """

    code: Figure
    title: str
    unit: str
    better: Better
    consequence: str


@dataclass(frozen=True, slots=True)
class CheckRound:
    """One check: ``months`` after the day of supply or of full capacity, of the conditions named."""

    code: Round
    title: str
    months: int
    since: Since
    conditions: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class StandardLandRule:
    """What is checked of standard land, and when; ``ahead``: so many days before its day a check is announced."""

    code: str
    name: str
    version: str
    effective_from: str
    conditions: tuple[LandCondition, ...]
    rounds: tuple[CheckRound, ...]
    ahead: int

    def __post_init__(self) -> None:
        where = f"标准地规则 {self.code} 的"
        known = [each.code for each in self.conditions]
        for codes, word in ((known, "承诺条件"), ([each.code for each in self.rounds], "核查轮次")):
            if twice := issued.first_twice(codes):
                raise refusals.CodeTwice(where, word, twice)
        for each in self.rounds:
            for code in each.conditions:
                if code not in known:
                    raise errors.UnknownWord(f"{where}核查轮次 {each.code} 的 conditions ", code, known)

    @classmethod
    def from_data(cls, data: object) -> StandardLandRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "标准地规则")
        rule = cls(
            **issued.imprint(source),
            conditions=tuple(_read_condition(each) for each in source.inner_list("conditions")),
            rounds=tuple(_read_round(each) for each in source.inner_list("rounds")),
            ahead=source.integer("ahead"),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        conditions = [
            {
                "code": each.code,
                "title": each.title,
                **issued.present(unit=each.unit),
                "better": each.better,
                "consequence": each.consequence,
            }
            for each in self.conditions
        ]
        rounds = [
            {
                "code": each.code,
                "title": each.title,
                "months": each.months,
                "since": each.since,
                "conditions": list(each.conditions),
            }
            for each in self.rounds
        ]
        return {**issued.written(self), "conditions": conditions, "rounds": rounds, "ahead": self.ahead}

    def asked(self, code: str) -> tuple[LandCondition, ...]:
        """The conditions that a round looks at, none of a round that the rule does not have."""
        wanted = {name for each in self.rounds if each.code == code for name in each.conditions}
        return tuple(each for each in self.conditions if each.code in wanted)


@dataclass(frozen=True, slots=True)
class Kept:
    """A condition of a check: whether what is keeps what was promised, in a sentence, with what follows where not."""

    code: Figure
    title: str
    kept: bool
    reason: str


def due(
    rule: StandardLandRule, code: str, *, supplied_on: date | None, capacity_on: date | None
) -> date | None:
    """The day on which a round is due; None where the day it counts from is not known, or the round not asked for.

    >>> from luoshi.rules import defaults
    >>> rule = defaults.STANDARD_LAND_RULE
    >>> due(rule, "first", supplied_on=date(2024, 2, 29), capacity_on=None)
    datetime.date(2025, 2, 28)
    """
    for each in rule.rounds:
        if each.code == code:
            begun = supplied_on if each.since == "supply" else capacity_on
            return None if begun is None else dates.add_months(begun, each.months)
    return None


def judge(
    rule: StandardLandRule,
    code: str,
    promised: Mapping[Figure, Decimal | None],
    actual: Mapping[Figure, Decimal | None],
) -> list[Kept]:
    """Each condition of a round that was promised, in the units of the rule; what is not known keeps nothing.

    >>> from luoshi.rules import defaults
    >>> rule = defaults.STANDARD_LAND_RULE
    >>> [found] = judge(rule, "first", {"intensity": Decimal(350)}, {"intensity": Decimal(338)})
    >>> found.kept, found.reason
    (False, '投资强度承诺不低于 350 万元/亩，实际 338 万元/亩，未达到（限期补足投资，逾期按合同追缴违约金）')
    """
    found = []
    for each in rule.asked(code):
        wanted, reached = promised.get(each.code), actual.get(each.code)
        if wanted is not None:
            found.append(_kept(each, wanted, reached))
    return found


def _kept(condition: LandCondition, wanted: Decimal, reached: Decimal | None) -> Kept:
    high = condition.better == "high"
    told = f"{condition.title}承诺{'不低于' if high else '不高于'} {_measured(wanted, condition)}"
    kept = reached is not None and (reached >= wanted if high else reached <= wanted)
    found = "没有实际数" if reached is None else f"实际 {_measured(reached, condition)}"
    end = "达到" if kept else f"未达到（{condition.consequence}）"
    return Kept(condition.code, condition.title, kept, f"{told}，{found}，{end}")


def _measured(value: Decimal, condition: LandCondition) -> str:
    return f"{rounding.show(value)} {condition.unit}".rstrip()


def _read_condition(source: fields.Fields) -> LandCondition:
    condition = LandCondition(
        code=source.word("code", FIGURES),
        title=source.text("title"),
        unit=source.text("unit", ""),
        better=source.word("better", BETTER),
        consequence=source.text("consequence"),
    )
    source.close()
    return condition


def _read_round(source: fields.Fields) -> CheckRound:
    found = CheckRound(
        code=source.word("code", ROUNDS),
        title=source.text("title"),
        months=source.integer("months"),
        since=source.word("since", SINCE),
        conditions=source.words("conditions", FIGURES),
    )
    source.close()
    return found
