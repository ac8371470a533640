"""What targets had come to a year ago: from the same ledger, from last year's reports, or as statistics tell the growth."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest

from luoshi.ledgers import chain
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row
from luoshi.oversight.bulletins import actions, facts
from luoshi.plans.binding import actions as bindings
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import actions as intake
from luoshi.plans.reported import actions as reported
from luoshi.plans.review import actions as review
from luoshi.plans.targets.models import Target
from luoshi.reports.bulletin import composed, render

ON = datetime.date(2026, 7, 3)
NAME = "新引进亿元以上项目"


def told(name: str, month: int = 202606, **more: int) -> dict[str, object]:
    """The facts of a target."""
    found = facts.gather(month, on=ON, **more)  # type: ignore[arg-type]
    return next(each for each in found["targets"] if each["name"].startswith(name))


def test_the_same_months_of_the_year_before(sign: Callable[..., Row]) -> None:
    for day in ("2025-01-05", "2025-06-30", "2025-07-01", "2026-02-10"):
        sign(2, day)
    found = told(NAME)
    assert (found["actual"], found["year_before"]) == ("1", "2")
    assert told(NAME, 202607)["year_before"] == "3"


def test_a_ledger_that_was_begun_later_knows_nothing_of_the_year_before(sign: Callable[..., Row]) -> None:
    for day in ("2025-02-05", "2026-02-10"):
        sign(2, day)
    assert told(NAME)["year_before"] is None, "of January 2025 nothing is known"
    sign(2, "2024-12-31")
    assert told(NAME)["year_before"] == "1", "the ledger was kept before"


def test_as_it_stood_then(sign: Callable[..., Row], supervisor: Actor) -> None:
    sign(2, "2025-01-05")
    sign(2, "2026-02-10")
    first = actions.issue(202606, render, on=ON, by=supervisor, kind="economy")
    stood = chain.head().seq
    sign(2, "2025-03-05")
    assert told(NAME)["year_before"] == "2" and told(NAME, as_of=stood)["year_before"] == "1"
    again = actions.issue(202606, render, on=ON, by=supervisor, kind="economy", reason="补发", as_of=stood)
    assert [each.text for each in composed(again.facts).body if hasattr(each, "text")] == [
        each.text for each in composed(first.facts).body if hasattr(each, "text")
    ]


def value(name: str) -> Target:
    return Target.objects.get(name=name)


@pytest.fixture
def growth(plan: Document, supervisor: Actor) -> Target:
    """The growth of value added, reported by its unit."""
    found = value("规上工业增加值")
    bindings.confirm_reported(found, by=supervisor)
    return found


def test_growth_is_told_by_statistics(growth: Target, supervisor: Actor, plan: Document) -> None:
    level = (
        "云溪高新区2026年补充要点\n\n一、经济\n1.稳增长。规上工业增加值达到90亿元。（责任单位：经济发展局）\n"
    )
    document = intake.add(level.encode(), "补充.txt", year=2026, by=supervisor)
    review.confirm_all(document, by=supervisor)
    target = Target.objects.get(clause__document=document)
    assert target.name == growth.name and (target.basis, growth.basis) == ("level", "growth")
    bindings.confirm_reported(target, by=supervisor)
    reported.report(target, 202606, Decimal(40), by=supervisor)
    rows = {each["number"]: each for each in facts.gather(202606, on=ON)["targets"]}
    assert rows[target.number]["growth"] is None, "nobody has reported it"
    reported.report(growth, 202606, Decimal("8.4"), by=supervisor)
    rows = {each["number"]: each for each in facts.gather(202606, on=ON)["targets"]}
    assert (rows[target.number]["growth"], rows[target.number]["grows"]) == ("8.4", False)
    assert (rows[growth.number]["growth"], rows[growth.number]["grows"]) == (None, True)


def test_what_was_reported_of_the_year_before(plan: Document, supervisor: Actor) -> None:
    meeting = Target.objects.get(name__contains="银企对接会")
    text = (
        "云溪高新区2025年工作要点\n\n一、经济\n1.稳增长。全年召开银企对接会10次。（责任单位：经济发展局）\n"
    )
    document = intake.add(text.encode(), "去年.txt", year=2025, by=supervisor)
    review.confirm_all(document, by=supervisor)
    former = Target.objects.get(clause__document=document)
    for target in (meeting, former):
        bindings.confirm_reported(target, by=supervisor)
    reported.report(meeting, 202606, Decimal(6), by=supervisor)
    assert told(meeting.name)["year_before"] is None, "of June nothing was reported"
    reported.report(former, 202505, Decimal(3), by=supervisor)
    assert told(meeting.name)["year_before"] is None, "a month before is another"
    reported.report(former, 202506, Decimal(4), by=supervisor)
    assert told(meeting.name)["year_before"] == "4"
