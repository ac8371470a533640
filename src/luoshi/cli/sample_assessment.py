"""What the sample is assessed by: units, teams and persons over the year, which still runs; units in its first half, settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from luoshi.accounts.models import User
from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, stepping
from luoshi.ledgers.access import Actor
from luoshi.oversight.assessment import objecting, opening
from luoshi.oversight.assessment.assessments import models
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.opening import Member
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


TEAMS = {"branches": ("长三角招商分局", "粤港澳招商分局"), "forces": ("新能源产业专班", "电子信息专班")}
PERSONS = {
    "deputies": ("shenyan", "weiling"),
    "heads": (
        "mengchuan",
        "guheng",
        "chengyan",
        "yeqing",
        "yuanqi",
        "qinlang",
        "tongmin",
        "baixiao",
        "heping",
        "luze",
        "moyan",
    ),
}


def begin() -> None:
    """Open all; what is entered and rated by hand follows from the samples' files."""
    units = defaults.SCORE_RULE.code
    _open("2026年度单位考核", units, _units(GROUPS))
    _open("2026年上半年单位考核", units, _units(GROUPS), end=202606)
    _open("2026年度招商队伍考核", defaults.TEAM_SCORE_RULE.code, _units(TEAMS), models.TEAMS)
    persons: list[Member] = [
        (User.objects.get(username=name), group) for group, names in PERSONS.items() for name in names
    ]
    _open("2026年度干部考核", defaults.PERSON_SCORE_RULE.code, persons, models.PERSONS)


def _open(
    name: str, code: str, members: Sequence[Member], kind: str = models.UNITS, end: int = 202612
) -> None:
    opening.open_assessment(name, code, members, 202601, end, by=_supervisor(), on=JANUARY, kind=kind)


def _units(groups: Mapping[str, Sequence[str]]) -> list[Member]:
    return [(Unit.objects.get(name=name), group) for group, names in groups.items() for name in names]


def settle() -> None:
    """Freeze and publish the first half, hear two objections to late months, correct for the one that was right, settle."""
    half = Assessment.objects.get(of=models.UNITS, end=202606)
    _step(half, "freeze", FROZEN)
    _step(half, "publish", PUBLISHED)
    _object(
        half,
        "云溪镇",
        "moyan",
        "截止当日专网中断，次工作日即签发，有运维工单为证",
        "accept",
        "工单属实，这一次不计",
    )
    _object(
        half,
        "安全环保局",
        "baixiao",
        "节后业务集中，请求不计",
        "reject",
        "截止日已按节假日顺延，迟报应计",
    )
    corrections.correct(bulletin.render, by=_supervisor(), on=RULED)
    _step(half, "settle", SETTLED)


def _object(half: Assessment, unit: str, who: str, reason: str, step: str, ruling: str) -> None:
    """A unit objects to the first late month that is counted against it."""
    subject = Subject.objects.get(assessment=half, name=unit)
    source = Source.objects.get(assessment=half, code="late_reports")
    counted = Score.objects.standing(half).get(subject=subject).inputs["late_reports"]["counted"]
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
