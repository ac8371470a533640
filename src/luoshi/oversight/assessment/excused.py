"""Lights behind kept scores that by excuses approved since count no more: what is not red, and what followed and was lifted."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from luoshi.oversight.assessment import happened
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.sources.models import BY_LIGHT, FOLLOWUPS, LIGHTS, Source
from luoshi.oversight.excuses import standing
from luoshi.oversight.excuses.models import Excuse
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target


def waiting(assessment: Assessment) -> list[Excuse]:
    """Those approved since the scores were frozen that change a light which a score that stands counts."""
    if assessment.seq is None:
        return []
    window = {"period__gte": assessment.start, "period__lte": assessment.end}
    asked = Excuse.objects.to_correct().filter(**window, decided_on__gte=assessment.frozen_on)
    late = standing.approved_since(asked, assessment.seq) if asked else []
    counted = {kind: _counted(assessment, kind) for kind in BY_LIGHT} if late else {}
    return [
        each
        for each in late
        if any(counted[kind] & left for kind, left in no_more(assessment, [each]).items())
    ]


def no_more(assessment: Assessment, excuses: Collection[Excuse]) -> Mapping[str, frozenset[str]]:
    """By the kind of source that counts lights, those that count no more by excuses, by what tells a light from others."""
    return {LIGHTS: _red_no_more(assessment, excuses), FOLLOWUPS: _lifted(excuses)}


def _red_no_more(assessment: Assessment, excuses: Collection[Excuse]) -> frozenset[str]:
    """The lights of the months excused and of those after them that are not red."""
    first = {each.row: each.period for each in sorted(excuses, key=lambda each: each.period, reverse=True)}
    rows = wall(assessment.end, Target.objects.filter(pk__in=first).order_by("number")) if first else []
    return frozenset(
        happened.light_key(row.target.number, each.month)
        for row in rows
        for each in row.light.history
        if each.colour != "red" and each.month >= first[row.target.pk]
    )


def _lifted(excuses: Collection[Excuse]) -> frozenset[str]:
    """The lights after which somebody was to act, and which cost points, until they were excused."""
    found = Followup.objects.filter(lifted_by__in=[each.number for each in excuses])
    return frozenset(happened.light_key(each.shines, each.period) for each in found)


def _counted(assessment: Assessment, kind: str) -> frozenset[str]:
    """Every light that a kind of source counts against anybody."""
    codes = [each.code for each in Source.objects.of(assessment) if each.kind == kind]
    kept = [row.inputs.get(code) for row in Score.objects.standing(assessment) for code in codes]
    return frozenset(each["key"] for found in kept if found for each in found["counted"] or ())
