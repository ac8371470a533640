"""The lights of units: what a unit leads and owed in a month, how much of it it met, and what it missed by name."""

from __future__ import annotations

import datetime
from typing import Any
from unittest.mock import Mock

from luoshi.directory.units.models import Unit
from luoshi.oversight.lights import tasks, units
from luoshi.oversight.lights.units import LitUnit
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import DONE, Task
from luoshi.rules import defaults
from luoshi.rules.dates import last_day
from luoshi.rules.lights import Excuse, LightRule, Observation, light
from tests.rules.months_of import following, seen
from tests.rules.published import B_UNIT, E_MONTH, rule

BUREAU, TOWN = (
    Unit(pk=1, code="0103", name="招商局", order=1),
    Unit(pk=2, code="0401", name="云溪镇", order=2),
)
MET, MISSED, UNKNOWN, NOT_DUE = seen("60", "60"), seen("0", "60"), seen(None, "60"), seen("0", None)


def target(*months: Observation, unit: Unit | None = BUREAU, name: str = "签约项目") -> WallRow:
    """A target's row of a wall: its light by the starting rule in the months from January on."""
    found = Mock(spec=WallRow)
    found.target = Target(name=name, lead_unit=unit)
    found.light = light(defaults.LIGHT_RULE, following(*months))
    return found


def task(due: int, done: str = "", unit: Unit | None = BUREAU, name: str = "印发方案") -> Task:
    done_on = datetime.date.fromisoformat(done) if done else None
    state = {"state": DONE} if done else {}
    return Task(number=f"RW-{due}", name=name, due=due, lead_unit=unit, done_on=done_on, **state)


def judged(month: int, rows: list[WallRow], *some: Task, by: LightRule | None = None) -> dict[str, LitUnit]:
    lit = tasks.judge(some, month, last_day(month), defaults.TASK_LIGHT_RULE)
    return {each.unit.name: each for each in units.judge(rows, lit, month, by or rule(B_UNIT))}


def colours(found: LitUnit) -> list[str]:
    return [each.colour for each in found.light.history]


def excused(observation: Observation, *, approved: bool) -> Observation:
    given: dict[str, Any] = {
        name: getattr(observation, name) for name in ("month", "progress", "planned", "actual")
    }
    return Observation(**given, excuse=Excuse("汛情", approved, "沈砚"))


def test_the_worked_figure() -> None:
    """Three owed in March: two targets, of which one is behind, and a task of February done in March."""
    rows = [target(MET, MET, MET), target(MET, MET, MISSED, name="到位资金")]
    found = judged(202603, rows, task(202602, "2026-03-09"))["招商局"]
    assert [(owed.planned, len(owed.met)) for owed in found.owed.values()] == [(2, 2), (3, 2), (3, 2)]
    assert colours(found) == ["green", "yellow", "red"]
    assert found.reason == (
        "当月应完成 3 项，完成 2 项，占 66.7%，低于计划 33.3%，连续 2 个月未达到要求，亮红灯；"
        "未完成的有目标“到位资金”"
    )
    february = found.told(found.light.history[1])
    assert february.endswith("亮黄灯；未完成的有任务“印发方案”")


def test_what_is_owed_is_owed_every_month_until_it_is_done_and_then_no_more() -> None:
    found = judged(202605, [], task(202602, "2026-04-09"))["招商局"]
    assert [owed.planned for owed in found.owed.values()] == [0, 1, 1, 1, 0]
    assert colours(found) == ["grey", "yellow", "red", "green", "grey"]
    assert found.light.history[4].word == "未到期"


def test_who_leads_is_judged_and_who_leads_nothing_is_not() -> None:
    found = judged(202601, [target(MISSED), target(MISSED, unit=None)], task(202601, unit=TOWN))
    assert list(found) == ["招商局", "云溪镇"], "in the order of the units"


def test_what_is_excused_or_unknown_is_left_out_and_named() -> None:
    rows = [
        target(MET),
        target(excused(MISSED, approved=True), name="开工率"),
        target(UNKNOWN, name="服务满意率"),
    ]
    found = judged(202601, rows)["招商局"]
    assert found.light.colour == "green" and found.owed[202601].planned == 1
    assert found.reason.endswith("；有正当理由不计的有目标“开工率”；没有数据不计的有目标“服务满意率”")
    waiting = judged(202601, [target(MET), target(excused(MISSED, approved=False))])["招商局"]
    assert waiting.light.colour == "yellow", "what was only asked for counts"


def test_silence_is_no_data_and_does_not_end_a_run() -> None:
    found = judged(202603, [target(MISSED, UNKNOWN, MISSED)])["招商局"]
    assert colours(found) == ["yellow", "grey", "red"] and found.light.history[1].word == "无数据"
    ended = judged(202603, [], task(202601, "2026-02-03"), task(202603))["招商局"]
    assert colours(ended) == ["yellow", "green", "yellow"]


def test_what_is_not_due_counts_nowhere() -> None:
    found = judged(202602, [target(NOT_DUE, NOT_DUE)], task(202603))["招商局"]
    assert colours(found) == ["grey", "grey"] and found.light.word == "未到期"


def test_many_that_were_missed_are_named_in_part() -> None:
    found = judged(202601, [], *(task(202601, name=f"事项{at}") for at in range(1, 8)))["招商局"]
    assert "任务“事项5”等 7 项" in found.reason and "事项6" not in found.reason


def test_the_cards_of_a_month() -> None:
    """Rule E: under 60 % a yellow card, to 80 % watched, no card above."""
    words = {}
    for met in (2, 3, 4):
        some = [task(202601, "2026-01-20" if at < met else "", name=f"事项{at}") for at in range(5)]
        words[met] = judged(202601, [], *some, by=rule(E_MONTH))["招商局"].light.word
    assert words == {2: "黄牌", 3: "关注", 4: "不发牌"}
