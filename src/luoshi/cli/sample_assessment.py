"""What the sample is assessed by: the year, which still runs, and its first half, settled after two objections."""

from __future__ import annotations

from datetime import date

from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, stepping
from luoshi.ledgers.access import Actor
from luoshi.oversight.assessment import objecting, opening
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.sources.models import Source
from luoshi.oversight.assessment.subjects.models import Subject
from luoshi.oversight.corrections import actions as corrections
from luoshi.reports import bulletin
from luoshi.rules import defaults

SUPERVISOR = "linzhao"
ENTRIES = "oversight.assessment_events"  # the first ledger whose sample speaks of assessments
JANUARY, FROZEN, PUBLISHED = date(2026, 1, 20), date(2026, 7, 6), date(2026, 7, 8)
OBJECTED, RULED, SETTLED = date(2026, 7, 9), date(2026, 7, 13), date(2026, 7, 20)
GROUPS = {
    "towns": ("云溪镇", "白鹭街道", "云溪开发建设集团"),
    "offices": (
        "招商局",
        "经济发展局",
        "规划建设局",
        "企业服务局",
        "财政金融局",
        "科技创新局",
        "社会事业局",
        "安全环保局",
        "政务服务中心",
        "自然资源分局",
    ),
}


def begin() -> None:
    """Open both; what is entered and rated by hand follows from the samples' files."""
    members = [(Unit.objects.get(name=name), group) for group, names in GROUPS.items() for name in names]
    for name, end in (("2026年度单位考核", 202612), ("2026年上半年单位考核", 202606)):
        opening.open_assessment(
            name, defaults.SCORE_RULE.code, members, 202601, end, by=_supervisor(), on=JANUARY
        )


def settle() -> None:
    """Freeze and publish the first half, hear two objections to letters, correct for the one that was right, settle."""
    half = Assessment.objects.get(end=202606)
    _step(half, "freeze", FROZEN)
    _step(half, "publish", PUBLISHED)
    _object(
        half,
        "招商局",
        "chenjing",
        "该函督办事项已在收函前办结，有签收单为证",
        "accept",
        "签收单属实，该函不计",
    )
    _object(
        half,
        "规划建设局",
        "zhouwei",
        "滞后由征迁未清零造成，请求不计",
        "reject",
        "征迁滞后已在目标中扣除，督办函应计",
    )
    corrections.correct(bulletin.render, by=_supervisor(), on=RULED)
    _step(half, "settle", SETTLED)


def _object(half: Assessment, unit: str, who: str, reason: str, step: str, ruling: str) -> None:
    """A unit objects to the first letter that is counted against it."""
    subject = Subject.objects.get(assessment=half, name=unit)
    source = Source.objects.get(assessment=half, code="letters")
    counted = Score.objects.standing(half).get(subject=subject).inputs["letters"]["counted"]
    made = objecting.object_to(
        subject, source, counted[0]["key"], reason=reason, by=actor_named(who), on=OBJECTED
    )
    ledger = registry.ledger(objecting.LEDGER)
    stepping.take_step(ledger, made, step, by=_supervisor(), on=RULED, given={"ruling": ruling})


def _step(half: Assessment, step: str, on: date) -> None:
    half.refresh_from_db()
    stepping.take_step(registry.ledger(opening.LEDGER), half, step, by=_supervisor(), on=on)


def _supervisor() -> Actor:
    return actor_named(SUPERVISOR)
