"""差别化政策: what applies to an enterprise of a class, from when until when, by a rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from luoshi.rules import dates, fields, issued, refusals
from luoshi.rules.per_mu_rules import Grade

Tone = Literal["encourage", "keep", "restrain"]
TONES: tuple[Tone, ...] = ("encourage", "keep", "restrain")
TONE_WORDS: Mapping[Tone, str] = {"encourage": "激励", "keep": "维持", "restrain": "约束"}
GRADES: tuple[Grade, ...] = ("A", "B", "C", "D", "T")


@dataclass(frozen=True, slots=True)
class PolicyLevel:
    """What one policy is for one class; ``tone``: whether it encourages, changes nothing, or restrains."""

    grade: Grade
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class PolicyItem:
    """One policy (price of electricity, land tax, credit), who carries it out, and what it is for each class.

    A class that is not named has nothing of it.
    """

    code: str
    title: str
    by: str
    levels: tuple[PolicyLevel, ...]

    def level(self, grade: str) -> PolicyLevel | None:
        """What it is for a class."""
        return next((each for each in self.levels if each.grade == grade), None)


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """The policies that go by the class of the evaluation per mu, for ``months`` from the month after publication."""

    code: str
    name: str
    version: str
    effective_from: str
    months: int
    items: tuple[PolicyItem, ...]

    def __post_init__(self) -> None:
        where = f"差别化政策规则 {self.code} 的"
        if twice := issued.first_twice([item.code for item in self.items]):
            raise refusals.CodeTwice(where, "政策", twice)
        for item in self.items:
            if twice := issued.first_twice([level.grade for level in item.levels]):
                raise refusals.CodeTwice(where, f"政策 {item.code} 的类别", twice)

    @classmethod
    def from_data(cls, data: object) -> PolicyRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "差别化政策规则")
        rule = cls(
            **issued.imprint(source),
            months=source.integer("months"),
            items=tuple(_read_item(each) for each in source.inner_list("items")),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        items = [
            {
                "code": item.code,
                "title": item.title,
                "by": item.by,
                "levels": [
                    {"grade": each.grade, "tone": each.tone, "text": each.text} for each in item.levels
                ],
            }
            for item in self.items
        ]
        return {**issued.written(self), "months": self.months, "items": items}


def applied(rule: PolicyRule, grade: str) -> list[tuple[PolicyItem, PolicyLevel]]:
    """Each policy that a class has, in the order of the rule.

    >>> from luoshi.rules import defaults
    >>> [level.tone for _, level in applied(defaults.POLICY_RULE, "T")]
    []
    """
    found = ((item, item.level(grade)) for item in rule.items)
    return [(item, level) for item, level in found if level is not None]


def span(rule: PolicyRule, published_on: date) -> tuple[date, date]:
    """The first and the last day on which the policies of an evaluation hold.

    >>> from luoshi.rules import defaults
    >>> span(defaults.POLICY_RULE, date(2026, 10, 26))
    (datetime.date(2026, 11, 1), datetime.date(2027, 10, 31))
    """
    first = dates.add_months(published_on.replace(day=1), 1)
    return first, dates.add_months(first, rule.months) - timedelta(days=1)


def _read_item(source: fields.Fields) -> PolicyItem:
    item = PolicyItem(
        code=source.text("code"),
        title=source.text("title"),
        by=source.text("by"),
        levels=tuple(_read_level(each) for each in source.inner_list("levels")),
    )
    source.close()
    return item


def _read_level(source: fields.Fields) -> PolicyLevel:
    level = PolicyLevel(
        grade=source.word("grade", GRADES), tone=source.word("tone", TONES), text=source.text("text")
    )
    source.close()
    return level
