"""Promised and statutory limits on working calendars: worked cases, and 100,000 more against counting day by day."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from luoshi.rules import errors
from luoshi.rules.service_limits import Due, Extension, ServiceLimit, due, standing
from luoshi.rules.workdays import Pause
from tests.rules.calendars import YEAR_2026, ordinary

CALENDAR = {**YEAR_2026, **ordinary(2027)}
PERMIT = ServiceLimit("permit", "施工许可", 5, 20, 10)
FRIDAY = date(2026, 6, 5)
CASES, SEED = 100_000, 2026


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def test_works() -> None:
    assert due(PERMIT, FRIDAY, CALENDAR) == Due(day(6, 12), day(7, 3))


def test_holidays_and_exchanged_days_count_as_the_calendar_says() -> None:
    assert due(PERMIT, day(9, 30), CALENDAR) == Due(day(10, 13), day(11, 3))


def test_the_clock_stands_while_the_applicant_corrects() -> None:
    correcting = [Pause(day(6, 10), day(6, 24))]
    assert due(PERMIT, FRIDAY, CALENDAR, correcting) == Due(day(6, 26), day(7, 17))


def test_an_extension_moves_both_limits_once_it_is_approved() -> None:
    asked = [Extension(10, "需专家评审")]
    assert due(PERMIT, FRIDAY, CALENDAR, (), asked) == due(PERMIT, FRIDAY, CALENDAR)
    approved = [Extension(10, "需专家评审", day(6, 12))]
    assert due(PERMIT, FRIDAY, CALENDAR, (), approved) == Due(day(6, 26), day(7, 17))


def test_what_has_run_out_is_not_made_good() -> None:
    """After the promise, before the law: only the law's limit moves."""
    late = [Extension(10, "需专家评审", day(6, 15))]
    assert due(PERMIT, FRIDAY, CALENDAR, (), late) == Due(day(6, 12), day(7, 17))
    too_late = [Extension(10, "需专家评审", day(7, 4))]
    assert due(PERMIT, FRIDAY, CALENDAR, (), too_late) == due(PERMIT, FRIDAY, CALENDAR)


def test_more_than_the_law_allows_is_refused() -> None:
    twice = [Extension(6, "一", day(6, 8)), Extension(5, "二", day(6, 9))]
    with pytest.raises(
        errors.ExtensionTooLong, match="施工许可批准延长共 11 个工作日，超过可延长的 10 个工作日"
    ):
        due(PERMIT, FRIDAY, CALENDAR, (), twice)


def test_a_promise_is_not_longer_than_the_law() -> None:
    with pytest.raises(errors.PromiseAboveLaw, match="承诺时限 21 个工作日长于法定时限 20 个工作日"):
        ServiceLimit("permit", "施工许可", 21, 20)


@pytest.mark.parametrize(
    ("done", "as_of", "state", "words"),
    [
        (None, day(6, 12), "within", "尚未办结，已用 5 个工作日，未超承诺时限"),
        (None, day(6, 13), "past_promised", "已超承诺时限，未超法定时限"),
        (None, day(7, 4), "past_statutory", "已用 20 个工作日，已超法定时限"),
        (day(6, 12), day(12, 1), "within", "2026-06-12 办结，已用 5 个工作日，未超承诺时限"),
        (day(6, 15), day(12, 1), "past_promised", "2026-06-15 办结"),
        (day(7, 6), day(12, 1), "past_statutory", "已超法定时限"),
        (day(7, 6), day(6, 12), "within", "尚未办结"),
    ],
)
def test_how_a_case_stands(done: date | None, as_of: date, state: str, words: str) -> None:
    found = standing(PERMIT, FRIDAY, done, CALENDAR, as_of=as_of)
    assert found.state == state
    assert words in found.reason
    assert found.reason.startswith(
        "施工许可承诺 5 个工作日、到 2026-06-12 止，法定 20 个工作日、到 2026-07-03 止；"
    )


def test_a_clock_that_stands_has_no_last_day() -> None:
    correcting = [Pause(day(6, 10), day(6, 24))]
    found = standing(PERMIT, FRIDAY, None, CALENDAR, correcting, as_of=day(6, 15))
    assert (found.state, found.due, found.used) == ("paused", None, 2)
    assert found.reason == "2026-06-10 起暂停计时，已用 2 个工作日"
    later = standing(PERMIT, FRIDAY, None, CALENDAR, correcting, as_of=day(6, 24))
    assert (later.state, later.used) == ("within", 3)
    assert standing(PERMIT, FRIDAY, None, CALENDAR, correcting, as_of=day(6, 9)).state == "within"


def test_what_is_done_while_the_clock_stands_sets_it_going_on_that_day() -> None:
    found = standing(PERMIT, FRIDAY, day(6, 15), CALENDAR, [Pause(day(6, 10))], as_of=day(7, 31))
    assert (found.state, found.used) == ("within", 3)


# ---- 100,000 cases against counting day by day ----------------------------------------------------

Case = tuple[ServiceLimit, date, list[Pause], list[Extension]]


def case(chance: random.Random) -> Case:
    """A limit, a first day, up to three pauses (also overlapping, also before it), up to two extensions."""
    promised = chance.randint(1, 8)
    limit = ServiceLimit("any", "事项", promised, promised + chance.randint(0, 7), 12)
    since = date(2026, 1, 1) + timedelta(days=chance.randrange(365))

    def soon() -> date:
        return since + timedelta(days=chance.randint(-3, 16))

    pauses = []
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        start = soon()
        pauses.append(Pause(start, start + timedelta(days=chance.randint(0, 10))))
    extensions = [
        Extension(chance.randint(1, 6), "理由", chance.choice((None, soon(), soon())))
        for _ in range(chance.choice((0, 0, 1, 2)))
    ]
    return limit, since, pauses, extensions


def counted_out(days: int, since: date, pauses: Sequence[Pause], extensions: Sequence[Extension]) -> date:
    """The oracle: a clerk with a calendar, who ticks off one day after the other.

    Whoever comes with an approval while there is still a day to tick, or on the last day, gets more days.
    """
    waiting = sorted((e.approved_on, e.days) for e in extensions if e.approved_on is not None)
    today, left = since, days
    while True:
        while waiting and waiting[0][0] <= today:
            left += waiting.pop(0)[1]
        if not left:
            return today
        today += timedelta(days=1)
        stands = any(p.start <= today < p.end for p in pauses if p.end is not None)
        if CALENDAR[today] and not stands:
            left -= 1


def test_a_hundred_thousand_cases_agree_with_counting_day_by_day() -> None:
    chance = random.Random(SEED)
    moved = stood = 0
    for number in range(CASES):
        limit, since, pauses, extensions = case(chance)
        found = due(limit, since, CALENDAR, pauses, extensions)
        expected = Due(
            counted_out(limit.promised, since, pauses, extensions),
            counted_out(limit.statutory, since, pauses, extensions),
        )
        assert found == expected, (number, limit, since, pauses, extensions)
        stood += bool(pauses)
        moved += any(each.approved_on is not None for each in extensions)
    assert stood > CASES // 2
    assert moved > CASES // 4
