"""A small scheme, three units that are assessed by it, and the figures that it takes from ledgers and people."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, registry, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.measures import Condition
from luoshi.oversight.assessment import opening
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.events.models import AssessedEvent
from luoshi.oversight.assessment.ratings.models import AssessedRating
from luoshi.oversight.assessment.sources.models import FILINGS, LIGHTS, MEASURE, PLAN, Source
from luoshi.oversight.assessment.subjects.models import Subject
from luoshi.oversight.rules import actions as rules
from luoshi.plans.shares import actions as shares
from luoshi.plans.targets.models import Target

JANUARY, JULY, AUGUST = datetime.date(2026, 1, 5), datetime.date(2026, 7, 6), datetime.date(2026, 8, 3)
HUNDRED_MILLION = Condition("amount", "ge", "100000000")

SCHEME: dict[str, Any] = {
    "code": "half-year",
    "name": "半年考核办法",
    "version": "1",
    "effective_from": "2026-01-01",
    "full": "100",
    "figures": [
        {"code": "signings", "title": "亿元以上签约项目", "unit": "个", "whole": True},
        {"code": "plan", "title": "签约计划", "unit": "个"},
        {"code": "red", "title": "红灯", "unit": "个", "kind": "events"},
        {"code": "late", "title": "迟报月报", "unit": "次", "kind": "events"},
        {"code": "letters", "title": "督办函", "unit": "件", "kind": "events"},
        {"code": "leaders", "title": "领导评价", "kind": "ratings"},
        {"code": "peers", "title": "单位互评", "kind": "ratings"},
    ],
    "groups": [{"code": "offices", "title": "部门组"}, {"code": "towns", "title": "镇街组"}],
    "dimensions": [
        {
            "code": "work",
            "title": "重点工作",
            "items": [
                {
                    "code": "signed",
                    "title": "签约",
                    "points": "60",
                    "formula": {"kind": "ratio", "parts": [{"actual": "signings", "target": "plan"}]},
                },
                {
                    "code": "lights",
                    "title": "不亮红灯",
                    "points": "20",
                    "formula": {"kind": "faults", "faults": [{"figure": "red", "each": "2"}]},
                },
                {
                    "code": "rated",
                    "title": "评价",
                    "points": "20",
                    "formula": {
                        "kind": "ratings",
                        "panels": [
                            {"figure": "leaders", "weight": "70"},
                            {"figure": "peers", "weight": "30"},
                        ],
                    },
                },
            ],
        },
        {
            "code": "off",
            "title": "扣分",
            "kind": "deduction",
            "items": [
                {
                    "code": "discipline",
                    "title": "工作纪律",
                    "formula": {
                        "kind": "faults",
                        "faults": [{"figure": "late", "each": "1"}, {"figure": "letters", "each": "0.5"}],
                    },
                }
            ],
        },
    ],
}


def signing_target() -> Target:
    """全年力争新引进亿元以上项目24个."""
    return Target.objects.active().get(name="新引进亿元以上项目")


def opened(units: Mapping[str, Unit], by: Actor) -> Assessment:
    """The first half of 2026: two offices and a town; 24 signings dealt out to 招商局 and 云溪镇, 12 each."""
    rules.issue("score", SCHEME, by=by)
    shares.deal(signing_target(), [units["0103"], units["0201"]], by=by)
    members = [(units["0103"], "offices"), (units["0102"], "offices"), (units["0201"], "towns")]
    made = opening.open_assessment(
        "2026年上半年考核", "half-year", members, 202601, 202606, by=by, on=JANUARY
    )
    read_from_ledgers(made, by)
    return made


def read_from_ledgers(made: Assessment, by: Actor) -> None:
    """Signings of 亿元 and more against what was dealt out, red lights, late reports."""
    opening.point(
        source(made, "signings"),
        MEASURE,
        by=by,
        measure=("investment.signings", "signed"),
        conditions=[HUNDRED_MILLION],
    )
    opening.point(source(made, "plan"), PLAN, by=by, target=signing_target())
    opening.point(source(made, "red"), LIGHTS, by=by)
    opening.point(source(made, "late"), FILINGS, by=by)


def source(assessment: Assessment, code: str) -> Source:
    return Source.objects.get(assessment=assessment, code=code)


def subject(assessment: Assessment, name: str) -> Subject:
    return Subject.objects.get(assessment=assessment, name=name)


def letter(assessment: Assessment, name: str, day: str, by: Actor, *, verified: bool = True) -> AssessedEvent:
    """A letter to a unit, entered by hand; with its paper, where it is verified."""
    ledger = registry.ledger("oversight.assessment_events")
    values = {
        "subject": subject(assessment, name),
        "source": source(assessment, "letters"),
        "happened_on": datetime.date.fromisoformat(day),
        "title": f"{day}督办函",
    }
    row = writing.create(ledger, values, by=by)
    assert isinstance(row, AssessedEvent)
    if verified:
        evidence.attach(ledger, row, "督办函".encode(), "函.txt", by=by, slot="佐证材料")
        stepping.take_step(ledger, row, "verify", by=by, on=JULY)
    return row


def rate(assessment: Assessment, name: str, code: str, mark: int, by: Actor) -> AssessedRating:
    """Somebody's mark."""
    values = {
        "subject": subject(assessment, name),
        "source": source(assessment, code),
        "rater": User.objects.get(pk=by.person),
        "mark": mark * 100,
        "rated_on": JULY,
    }
    row = writing.create(registry.ledger("oversight.assessment_ratings"), values, by=by)
    assert isinstance(row, AssessedRating)
    return row


def take(assessment: Assessment, step: str, by: Actor, on: datetime.date) -> Assessment:
    """A step of the assessment."""
    assessment.refresh_from_db()
    stepping.take_step(registry.ledger("oversight.assessments"), assessment, step, by=by, on=on)
    return assessment
