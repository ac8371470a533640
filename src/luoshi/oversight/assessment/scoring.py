"""Scorebooks: running ones from figures as they are, kept ones as they were frozen; the same arithmetic for both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from luoshi.ledgers.models import Rule
from luoshi.oversight.assessment import errors
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.gathering import Gathered, Gathering
from luoshi.oversight.assessment.inputs import Input, Inputs, assessed
from luoshi.oversight.assessment.scores.models import SCALE, Score
from luoshi.oversight.assessment.subjects.models import Subject
from luoshi.oversight.rules import kinds
from luoshi.rules.errors import RulesError
from luoshi.rules.scoring import regaining, scores
from luoshi.rules.scoring.assessed import Assessed
from luoshi.rules.scoring.regaining import Way
from luoshi.rules.scoring.results import DimensionScore, ItemScore, UnitScore
from luoshi.rules.scoring.rules import ScoreRule


@dataclass(frozen=True, slots=True)
class Book:
    """The scorebook of one who is assessed, and the figures that it was made of."""

    subject: Subject
    score: UnitScore
    inputs: Inputs


def rule_of(assessment: Assessment) -> ScoreRule:
    """The version of the scheme by which an assessment is scored."""
    row = Rule.objects.get(kind=kinds.SCORE.name, code=assessment.rule_code, number=assessment.rule_version)
    return kinds.SCORE.read(row)


def books(assessment: Assessment, month: int | None = None) -> list[Book]:
    """Every scorebook, group by group, by rank: of a running assessment up to ``month``, else those that stand.

    A month outside the assessment's is its nearest one.
    """
    if not assessment.runs:
        return [Book(row.subject, thawed(row), inputs_of(row)) for row in Score.objects.standing(assessment)]
    return running(assessment, month or assessment.end)


def running(assessment: Assessment, month: int, as_of: int | None = None) -> list[Book]:
    """The scorebooks by the figures of the months up to one, as they are, or as of a row of the trail."""
    rule = rule_of(assessment)
    found = Gathering(assessment, rule, within(assessment, month), as_of)
    return scored(rule, found.subjects, found.all())


def within(assessment: Assessment, month: int) -> int:
    """The month of an assessment that is nearest to one."""
    return min(max(month, assessment.start), assessment.end)


def scored(rule: ScoreRule, subjects: Sequence[Subject], inputs: Gathered) -> list[Book]:
    """Who is assessed, scored by a scheme from figures; what the scheme refuses is a :class:`errors.NotScorable`."""
    named = {each.name: each for each in subjects}
    try:
        found = scores.score(rule, [_assessed(rule, each, inputs[each.pk]) for each in subjects])
    except RulesError as refused:
        raise errors.NotScorable(f"按“{rule.name}”第 {rule.version} 版不能计分：{refused}") from refused
    return [Book(named[each.unit], each, inputs[named[each.unit].pk]) for each in found]


def ways(rule: ScoreRule, every: Sequence[Book], subject: Subject) -> tuple[Way, ...]:
    """How points are won back, the cheapest way first."""
    rows = [_assessed(rule, book.subject, book.inputs) for book in every]
    return regaining.ways(rule, rows, subject.name)


def _assessed(rule: ScoreRule, subject: Subject, inputs: Inputs) -> Assessed:
    return assessed(rule, subject.name, subject.group, inputs)


# ---- as a score keeps it --------------------------------------------------------------------------


def values(book: Book) -> dict[str, Any]:
    """The columns of a score."""
    score = book.score
    return {
        "total": _stored(score.total),
        "lost": _stored(score.lost),
        "rank": score.rank,
        "reason": score.reason,
        "lines": frozen(score),
        "inputs": {code: found.to_data() for code, found in book.inputs.items()},
    }


def inputs_of(row: Score) -> dict[str, Input]:
    """The figures that a kept score was made of."""
    return {code: Input.from_data(data) for code, data in row.inputs.items()}


def frozen(score: UnitScore) -> dict[str, Any]:
    """A scorebook as data, every number as exact text."""
    return {
        "group": score.group,
        "total": str(score.total),
        "vetoes": list(score.vetoes),
        "tied": list(score.tied),
        "dimensions": [
            {**_line(each), "kind": each.kind, "items": [{**_line(i), "known": i.known} for i in each.items]}
            for each in score.dimensions
        ],
    }


def thawed(row: Score) -> UnitScore:
    """What ``frozen`` kept."""
    data = row.lines
    return UnitScore(
        unit=row.subject.name,
        group=data["group"],
        dimensions=tuple(_dimension(each) for each in data["dimensions"]),
        total=Decimal(data["total"]),
        vetoes=tuple(data["vetoes"]),
        rank=row.rank,
        tied=tuple(data["tied"]),
        reason=row.reason,
    )


def _line(line: DimensionScore | ItemScore) -> dict[str, Any]:
    numbers = {name: str(getattr(line, name)) for name in ("full", "points", "lost")}
    return {"code": line.code, "title": line.title, "formula": line.formula, **numbers}


def _dimension(data: Mapping[str, Any]) -> DimensionScore:
    items = tuple(ItemScore(**{**_read(each), "known": each["known"]}) for each in data["items"])
    return DimensionScore(**_read(data), kind=data["kind"], items=items)


def _read(data: Mapping[str, Any]) -> dict[str, Any]:
    numbers = {name: Decimal(data[name]) for name in ("full", "points", "lost")}
    return {name: data[name] for name in ("code", "title", "formula")} | numbers


def _stored(points: Decimal) -> int:
    return int(points * SCALE)
