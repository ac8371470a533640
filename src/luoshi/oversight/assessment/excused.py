"""Red lights behind kept scores that by excuses approved since are red no more."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.oversight.assessment import happened
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.sources.models import LIGHTS, Source
from luoshi.oversight.excuses import standing
from luoshi.oversight.excuses.models import Excuse
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target


def waiting(assessment: Assessment) -> list[Excuse]:
    """Those approved since the scores were frozen that change a light which a score that stands counts."""
    if assessment.seq is None:
        return []
    window = {"period__gte": assessment.start, "period__lte": assessment.end}
    asked = Excuse.objects.to_correct().filter(**window, decided_on__gte=assessment.frozen_on)
    late = standing.approved_since(asked, assessment.seq) if asked else []
    counted = _counted(assessment) if late else frozenset()
    return [each for each in late if counted & lights(assessment, [each])]


def lights(assessment: Assessment, excuses: Iterable[Excuse]) -> frozenset[str]:
    """The lights of the months excused and of those after them that are not red, by what tells a light from others."""
    first = {each.row: each.period for each in sorted(excuses, key=lambda each: each.period, reverse=True)}
    rows = wall(assessment.end, Target.objects.filter(pk__in=first).order_by("number")) if first else []
    return frozenset(
        happened.light_key(row.target.number, each.month)
        for row in rows
        for each in row.light.history
        if each.colour != "red" and each.month >= first[row.target.pk]
    )


def _counted(assessment: Assessment) -> frozenset[str]:
    """Every light that is counted against anybody."""
    codes = [each.code for each in Source.objects.of(assessment) if each.kind == LIGHTS]
    kept = [row.inputs.get(code) for row in Score.objects.standing(assessment) for code in codes]
    return frozenset(each["key"] for found in kept if found for each in found["counted"] or ())
