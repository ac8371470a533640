"""Trips by the rule: registered early enough, reported in time, led often enough; and the week that a branch tells."""

from __future__ import annotations

from datetime import date

import pytest

from luoshi.accounts.models import User
from luoshi.directory.calendars import days as calendar
from luoshi.directory.people.models import Post
from luoshi.directory.roles import DEPUTY
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, rulebook, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow
from luoshi.projects.investment import kinds
from luoshi.projects.investment.feedback.ledger import FEEDBACK
from luoshi.projects.investment.feedback.models import Feedback
from luoshi.projects.investment.receptions.models import Reception
from luoshi.projects.investment.trips.ledger import TRIPS
from luoshi.projects.investment.trips.models import Trip
from luoshi.projects.investment.trips.rhythm import Traveller, travellers
from luoshi.rules import defaults
from luoshi.web.investment import rhythm
from tests.projects import build, investment
from tests.projects.test_measures import value

pytestmark = pytest.mark.django_db
Cast = dict[str, Actor]
Units = dict[str, Unit]


@pytest.fixture
def ruled(cast: Cast) -> None:
    calendar.seed()
    rulebook.issue(kinds.RHYTHM.name, defaults.RHYTHM_RULE.to_data(), by=cast["supervisor"], closed=None)


def planned(units: Units, **fields: object) -> Trip:
    first = date(2026, 10, 9)  # a Friday after the holiday
    return investment.trip(units["0103"], planned_from=first, planned_to=date(2026, 10, 12), **fields)


def test_a_trip_registered_two_days_before_is_refused(cast: Cast, units: Units, ruled: None) -> None:
    late, row = date(2026, 9, 30), planned(units)
    with pytest.raises(NotNow, match="应至少提前 3 个工作日备案，最迟 2026-09-29"):
        stepping.take_step(TRIPS, row, "register", by=cast["clerk"], on=late, given={"registered_on": late})
    day = date(2026, 9, 29)
    stepping.take_step(TRIPS, row, "register", by=cast["clerk"], on=day, given={"registered_on": day})
    assert row.state == "registered"


@pytest.mark.parametrize(("day", "in_time"), [(date(2026, 10, 19), True), (date(2026, 10, 20), False)])
def test_a_report_has_five_working_days(
    cast: Cast, units: Units, ruled: None, monkeypatch: pytest.MonkeyPatch, day: date, in_time: bool
) -> None:
    monkeypatch.setattr(evidence, "unproved", lambda ledger, row, step: "")
    left = date(2026, 10, 9)
    row = planned(units, registered_on=date(2026, 9, 25), left_on=left, state="travelled")
    writing.change(TRIPS, row, {"back_on": date(2026, 10, 12)}, by=cast["clerk"])
    assert row.due_on == date(2026, 10, 19)
    said = {"people_met": "总经理", "results": "同意来访", "reported_on": day}
    stepping.take_step(TRIPS, row, "report", by=cast["clerk"], on=day, given=said)
    assert row.reported_in_time is in_time
    assert value("investment.trips", "report_rate") == (100 if in_time else 0)


def verdicts(found: list[Traveller], name: str, code: str) -> list[str]:
    one = next(each for each in found if each.person.username == name and each.level.code == code)
    return [window.verdict for window in one.windows]


def test_windows_are_kept_missed_or_not_asked(cast: Cast, units: Units, ruled: None) -> None:
    leader = User.objects.get(username="gaoyuan")
    deputy = User.objects.create(username="shenyan", name="沈砚")
    Post.objects.create(user=deputy, unit=units["01"], role=DEPUTY, since=date(2026, 3, 10))
    for user, level, day in (
        (leader, "principal", date(2026, 2, 3)),
        (deputy, "deputy", date(2026, 4, 30)),
        (deputy, "team", date(2026, 5, 6)),
    ):
        investment.trip(units["0103"], leader=user, level=level, left_on=day)
    found = travellers(2026, as_of=date(2026, 5, 31))
    assert verdicts(found, "gaoyuan", "principal")[:3] == ["kept", "missed", "running"]
    assert verdicts(found, "shenyan", "deputy")[:6] == [
        "not_due",
        "not_due",
        "missed",
        "kept",
        "missed",
        "running",
    ]
    assert [(each.person.username, each.level.code) for each in found] == [
        ("gaoyuan", "principal"),
        ("shenyan", "deputy"),
    ]
    table = rhythm.leaders(found, 5)
    assert [row.cells[1].text for row in table.rows] == ["1/2", "1/3"]
    assert table.rows[1].cells[5].note == "1 次"


def test_a_week_counts_what_other_ledgers_tell(cast: Cast, units: Units) -> None:
    office, monday = units["0103"], date(2026, 5, 11)
    investment.lead(office, received_on=date(2026, 5, 17))
    investment.lead(office, received_on=date(2026, 5, 18))
    investment.lead(units["0104"], received_on=monday)
    Reception.objects.create(number="JF-1", visited_on=monday, investor="某公司", unit=office)
    entered = {"unit": "招商局", "week": "2026-05-11", "content": "谈了两家", "person": "chenjing"}
    build.enter(FEEDBACK, cast["clerk"], **entered)
    row = Feedback.objects.get()
    assert (row.new_leads, row.receptions, row.trips) == (1, 1, 0)
    with pytest.raises(Invalid, match="2026-05-12 不是周一"):
        build.enter(FEEDBACK, cast["clerk"], **(entered | {"week": "2026-05-12"}))
    with pytest.raises(Invalid, match="本周已经反馈"):
        build.enter(FEEDBACK, cast["clerk"], **entered)
    assert rhythm.weeks(date(2026, 5, 17))[-1] == monday
    assert rhythm.weeks(date(2026, 5, 16))[-1] == date(2026, 5, 4), (
        "a week that has not ended is not asked for"
    )
