"""The lights of what happens once: a task by its limit, a project by its planned start, month by month since it was due."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.oversight.lights import events, starts, tasks
from luoshi.oversight.lights.tasks import LitTask
from luoshi.plans.tasks.models import ANSWERED, ASSIGNED, DONE, MECHANISM, NODE, SIGNED_FOR, Task
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules import defaults
from luoshi.rules.dates import last_day
from luoshi.rules.lights import LightRule
from tests.rules.published import A_START, D_TASK, rule

DAYS = st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
MONTHS = st.integers(202601, 202612)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(f"2026-{text}")


def lit(month: int, on: datetime.date | None = None, by: LightRule | None = None, **fields: Any) -> LitTask:
    """A task of March that nobody handed out, if nothing else is said, as it stands at the end of a month."""
    task = Task(**{"number": "RW-2026-900", "name": "印发方案", "due": 202603} | fields)
    (found,) = tasks.judge([task], month, on or last_day(month), by or defaults.TASK_LIGHT_RULE)
    return found


def colours(found: LitTask) -> list[str]:
    assert found.light is not None
    return [each.colour for each in found.light.history]


def test_what_is_not_due_is_grey_and_what_was_done_before_is_green() -> None:
    assert (lit(202602).colour, lit(202602).word) == ("grey", "未到期")
    assert lit(202602).reason == "2026年2月尚未到期，暂不评灯（期限 2026-03-31）"
    ahead = lit(202602, state=DONE, done_on=day("02-10"))
    assert ahead.colour == "green"
    assert ahead.reason == "2026年2月尚未到期，已提前完成，亮绿灯（期限 2026-03-31，2026-02-10 完成）"


def test_missed_is_red_and_made_good_later_the_old_months_are_yellow_never_green() -> None:
    assert lit(202603).reason == "2026年3月应已完成，尚未完成，亮红灯（期限 2026-03-31）"
    found = lit(202606, state=DONE, done_on=day("05-20"))
    assert colours(found) == ["yellow", "yellow", "green", "green"]
    assert found.light is not None
    assert found.light.history[0].reason == "2026年3月应已完成，尚未完成，亮红灯；2026年5月已补上，改亮黄灯"
    assert found.reason == "已完成，亮绿灯（期限 2026-03-31，2026-05-20 完成，晚 50 天）"
    assert colours(lit(202604, state=DONE, done_on=day("05-20"))) == ["red", "red"], "as it was seen in April"


def test_within_its_month_late_is_met_and_said() -> None:
    found = lit(202603, state=DONE, limit_on=day("03-10"), done_on=day("03-12"))
    assert found.colour == "green" and found.reason.endswith("（期限 2026-03-10，2026-03-12 完成，晚 2 天）")


@pytest.mark.parametrize(
    ("on", "colour"), [("03-10", "grey"), ("03-15", "grey"), ("03-16", "red"), ("03-31", "red")]
)
def test_in_a_month_that_runs_nothing_is_missed_before_its_day_is_over(on: str, colour: str) -> None:
    assert lit(202603, day(on), state=SIGNED_FOR, limit_on=day("03-15")).colour == colour


def test_on_the_last_day_the_month_is_judged_whole() -> None:
    assert lit(202603, day("03-31")).colour == "red" and lit(202603, day("03-30")).colour == "grey"


def test_an_extension_that_was_granted_moves_the_light() -> None:
    moved = {"state": ASSIGNED, "first_limit_on": day("03-15"), "limit_on": day("04-30")}
    assert colours(lit(202603, **moved)) == ["grey"]
    assert lit(202604, **moved).reason == (
        "2026年4月应已完成，尚未完成，亮红灯（期限 2026-04-30，原定 2026-03-15）"
    )


def test_what_waits_for_its_check_counts_as_done_and_says_so_and_given_back_it_does_not() -> None:
    answered = lit(202604, state=ANSWERED, done_on=day("03-20"))
    assert answered.colour == "green" and answered.reason.endswith("2026-03-20 完成，待复核）")
    assert lit(202604, state="returned", done_on=None).colour == "red"


def test_nodes_are_lit_and_working_rules_that_go_on_are_not() -> None:
    assert lit(202604, kind=NODE).colour == "red"
    going = lit(202604, kind=MECHANISM)
    assert (going.colour, going.word, list(going.owed())) == ("grey", "长期执行", [])
    handed = lit(202604, kind=MECHANISM, state=SIGNED_FOR, limit_on=day("03-15"))
    assert handed.colour == "red"


def test_without_a_rule_nothing_is_lit_and_it_says_where_to_issue_one() -> None:
    (found,) = tasks.judge([Task(number="1", name="甲", due=202603)], 202604, day("04-30"), None)
    assert (found.colour, found.word) == ("grey", "没有规则") and "“设置 · 规则”" in found.reason


def test_the_published_rule_without_an_event_lights_the_same() -> None:
    found = lit(202606, by=rule(D_TASK), state=DONE, done_on=day("05-20"))
    assert colours(found) == ["yellow", "yellow", "green", "green"]


@given(due=DAYS, done=st.none() | DAYS, month=MONTHS)
def test_every_month_is_as_told_by_its_end(
    due: datetime.date, done: datetime.date | None, month: int
) -> None:
    found = events.lit(defaults.TASK_LIGHT_RULE, due, done, month, last_day(month))
    now = found.history[-1]
    happened = done is not None and done <= last_day(month)
    expected = "green" if happened else "red" if due <= last_day(month) else "grey"
    assert now.month == month and found.colour == expected
    for each in found.history[:-1]:
        in_time = done is not None and done <= last_day(each.month)
        assert each.colour == ("green" if in_time else "yellow" if happened else "red")


@given(due=DAYS, done=st.none() | DAYS, month=MONTHS)
def test_what_was_owed_is_owed_until_it_was_done(
    due: datetime.date, done: datetime.date | None, month: int
) -> None:
    found = lit(month, state=DONE if done else "promised", limit_on=due, done_on=done, due=202601)
    owed = list(found.owed())
    assert [m for m, _ in owed] == sorted({m for m, _ in owed})
    assert all(last_day(m) >= due for m, _ in owed)
    assert [met for _, met in owed].count(True) <= 1 and not any(met for _, met in owed[:-1])
    if due <= last_day(month):
        assert owed and owed[-1][1] == (done is not None and done <= last_day(month))


def project(**dates: datetime.date) -> Mapping[int, str]:
    """The light of a start in every month of the first half year."""
    row, by = Project(number="XM-1", name="电芯", **dates), rule(A_START)
    found = {m: starts.judge([row], m, last_day(m), by) for m in range(202601, 202607)}
    return {m: some[0].light.colour for m, some in found.items() if some}


def test_a_start_missed_three_months_in_a_row_is_red() -> None:
    never = project(planned_start=day("02-10"))
    assert list(never.values()) == ["grey", "yellow", "yellow", "red", "red", "red"]
    late = project(planned_start=day("02-10"), started_on=day("05-03"))
    assert list(late.values()) == ["grey", "yellow", "yellow", "red", "green", "green"]
    assert project(planned_start=day("02-10"), started_on=day("02-27"))[202602] == "green", "the month counts"
    assert project(promised_start=day("02-10"))[202604] == "red" and project() == {}


def test_a_start_says_what_was_planned() -> None:
    row = Project(number="XM-1", name="电芯", planned_start=day("02-10"))
    (found,) = starts.judge([row], 202604, day("04-30"), defaults.START_LIGHT_RULE)
    assert found.reason == ("2026年4月应已开工，尚未开工，连续 3 个月未开工，亮红灯（计划 2026-02-10 开工）")
