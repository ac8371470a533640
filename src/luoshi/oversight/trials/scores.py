"""A scheme of assessment tried on the months of its assessments: whose points and ranks would be others. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from luoshi.ledgers.rulebook import BadRule
from luoshi.oversight.assessment import errors, scoring
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.inputs import Input
from luoshi.oversight.assessment.scoring import Book
from luoshi.rules import backtest
from luoshi.rules.backtest import ScoreChange
from luoshi.rules.scoring.rules import ScoreRule


@dataclass(frozen=True, slots=True)
class ScoreTrial:
    """One assessment up to a month under the scheme that is tried.

    ``kept``: both schemes score the figures that were kept when the assessment was frozen; otherwise those of today.
    ``unknown`` are the figures that the scheme asks for and the assessment has no source of.
    """

    assessment: Assessment
    month: int
    subjects: int
    kept: bool
    changes: tuple[ScoreChange, ...]
    unknown: tuple[str, ...]


def tried(rule: ScoreRule, months: Sequence[int]) -> tuple[ScoreTrial, ...]:
    """Every assessment by the scheme's code in the months that are asked for, each month beside the scheme it has.

    What was frozen is tried once, in its last month, on the figures that were kept with the scores that stand, so that
    the trial never mixes them with later ones. A running assessment is scored up to each month by the figures as they
    are, as its scorebook is. Raises BadRule where the scheme cannot score those who are assessed.
    """
    found = Assessment.objects.filter(rule_code=rule.code).order_by("-start", "-pk")
    return tuple(each for assessment in found for each in _of(rule, assessment, months))


def _of(rule: ScoreRule, assessment: Assessment, months: Sequence[int]) -> Iterator[ScoreTrial]:
    if not assessment.runs:
        if assessment.end in months:
            yield _trial(rule, assessment, assessment.end, scoring.books(assessment))
        return
    for month in months:
        if assessment.start <= month <= assessment.end:
            yield _trial(rule, assessment, month, scoring.running(assessment, month))


def _trial(rule: ScoreRule, assessment: Assessment, month: int, books: Sequence[Book]) -> ScoreTrial:
    wanted = {figure.code: figure.title for figure in rule.figures}
    known = {code for book in books for code in book.inputs}
    inputs = {book.subject.pk: _asked(book.inputs, wanted) for book in books}
    try:
        after = scoring.scored(rule, [book.subject for book in books], inputs)
    except errors.NotScorable as refused:
        raise BadRule(f"规则没有试算：{refused}") from refused
    return ScoreTrial(
        assessment,
        month,
        len(books),
        not assessment.runs,
        backtest.scores([book.score for book in books], [book.score for book in after]),
        tuple(title for code, title in wanted.items() if code not in known),
    )


def _asked(inputs: Mapping[str, Input], wanted: Mapping[str, str]) -> dict[str, Input]:
    """The figures that a scheme declares; it knows nothing of others."""
    return {code: found for code, found in inputs.items() if code in wanted}
