"""Which figures of kept scores would be others now: what ledgers, tasks and lights say since they were frozen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from luoshi.oversight.assessment import scoring, settling
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.gathering import Gathering
from luoshi.oversight.assessment.inputs import Input
from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.sources.models import RATED, Source
from luoshi.oversight.assessment.subjects.models import Subject


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure of somebody as it is kept, and as it would be read now."""

    subject: Subject
    source: Source
    kept: Input
    now: Input


def moved(assessment: Assessment) -> list[Moved]:
    """The figures that differ, subject by subject; what a ruling has left out stays out. Nothing while it runs.

    Marks are not read again: nobody may change them once they are counted.
    """
    if assessment.runs:
        return []
    found = Gathering(assessment, scoring.rule_of(assessment), assessment.end)
    left = _ruled(assessment)
    told = (
        Moved(
            row.subject,
            source,
            kept[source.code],
            settling.without(found.one(source, row.subject), left[row.subject_id, source.pk]),
        )
        for row in Score.objects.standing(assessment)
        for kept in (scoring.inputs_of(row),)
        for source in found.sources
        if source.kind not in RATED and source.code in kept
    )
    return [each for each in told if each.kept.value != each.now.value]


def _ruled(assessment: Assessment) -> Mapping[tuple[int, int], set[str]]:
    """What was ruled not to count, by the subject and the source."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for each in ScoreObjection.objects.ruled().filter(subject__assessment=assessment):
        found[each.subject_id, each.source_id].add(each.key)
    return found
