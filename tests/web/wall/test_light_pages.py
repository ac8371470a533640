"""Every row of the published light rules, through to a page: tasks, units, starts and entry of projects, growth."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.directory.units.models import Unit
from luoshi.ledgers import standing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Rule
from luoshi.oversight.references.models import Reference
from luoshi.oversight.rules import actions
from luoshi.plans.documents.models import Document
from luoshi.plans.reported import actions as reported
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import DONE, MEETING, Task
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.rules import defaults
from tests.directory import build
from tests.projects import build as projects
from tests.rules.published import A_PROGRESS, A_START, B_INVESTMENT, B_UNIT, C_GROWTH, D_TASK, E_MONTH
from tests.web.wall.conftest import As
from tests.web.wall.test_wall_pages import CAST, JUNE, body

WAN = 10**6
MAY = "?month=202605"


@pytest.fixture
def tasks(plan: Document, units: dict[str, Unit]) -> dict[str, Task]:
    """Three tasks of 招商局 and one of 经济发展局: done in time, missed, made good later, not due."""

    def task(at: int, name: str, due: int, unit: str, done: str = "") -> Task:
        done_on = datetime.date.fromisoformat(done) if done else None
        state = {"state": DONE, "done_on": done_on, "outcome": "已印发"} if done_on else {}
        return Task.objects.create(
            number=f"RW-2026-9{at:02d}", year=2026, origin=MEETING, source="主任办公会", name=name, due=due,
            lead_unit=units[unit], **state,
        )  # fmt: skip

    return {
        "in time": task(1, "印发方案", 202603, "0103", "2026-03-20"),
        "missed": task(2, "建成展厅", 202605, "0103"),
        "made good": task(3, "举办推介会", 202604, "0103", "2026-06-02"),
        "to come": task(4, "编制规划", 202611, "0102"),
    }


def issue(by: Actor, data: dict[str, object], **changed: object) -> None:
    actions.issue("light", data | {"version": "二", "effective_from": "2026-01-01"} | changed, by=by)
    standing.forget()


def line(page: str, key: str) -> str:
    """The words of a row of a table."""
    found = re.search(rf'<tr data-key="{re.escape(key)}"[^>]*>(.*?)</tr>', page, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", found[1])) if found else ""


@pytest.mark.parametrize("username", CAST)
def test_the_whole_cast_sees_the_lights(tasks: dict[str, Task], signed_in_as: As, username: str) -> None:
    client = signed_in_as(username)
    assert "建成展厅" in body(client, f"/tasks/{JUNE}") and "招商局" in body(client, f"/units/{JUNE}")


def test_a_stranger_sees_neither(plan: Document, client: Client) -> None:
    assert {client.get(address).status_code for address in ("/tasks/", "/units/")} == {302}


def test_d_tasks_are_listed_with_their_lights(tasks: dict[str, Task], signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    page = body(lin, f"/tasks/{JUNE}")
    assert "红灯" in line(page, "RW-2026-902") and "应已完成，尚未完成，亮红灯" in line(page, "RW-2026-902")
    assert "已完成，亮绿灯" in line(page, "RW-2026-901") and "未到期" in line(page, "RW-2026-904")
    assert page.index("RW-2026-902") < page.index("RW-2026-901"), "red first"
    red = body(lin, f"/tasks/{JUNE}&light=red")
    assert "RW-2026-902" in red and "RW-2026-901" not in red
    office = body(lin, f"/tasks/{JUNE}&unit=0102")
    assert "RW-2026-904" in office and "RW-2026-902" not in office
    assert "RW-2026-902" in body(lin, f"/tasks/{JUNE}&light=pink&unit=nowhere")


def test_d_a_task_made_good_later_leaves_its_old_months_yellow(
    tasks: dict[str, Task], signed_in_as: As, supervisor: Actor
) -> None:
    issue(supervisor, D_TASK)
    card = body(signed_in_as("zhou"), f"/ledgers/plans-tasks/{tasks['made good'].pk}/{JUNE}")
    assert "亮绿灯（期限 2026-04-30，2026-06-02 完成，晚 33 天）" in card
    assert card.count("亮红灯；2026年6月已补上，改亮黄灯") == 2 and "各月的灯" in card
    then = body(signed_in_as("zhou"), f"/ledgers/plans-tasks/{tasks['made good'].pk}/{MAY}")
    assert "亮红灯" in then and "已补上" not in then


def test_the_list_of_tasks_leads_to_their_lights(tasks: dict[str, Task], signed_in_as: As) -> None:
    assert 'href="/tasks/"' in body(signed_in_as("chen"), "/ledgers/plans-tasks/")
    assert (
        'href="/tasks/"' not in body(signed_in_as("chen"), "/ledgers/investment-signings/").split("<main")[1]
    )


def test_b_a_unit_is_yellow_then_red_and_its_reason_names_what_was_missed(
    tasks: dict[str, Task], signed_in_as: As, supervisor: Actor
) -> None:
    issue(supervisor, B_UNIT)
    lin = signed_in_as("lin")
    Target.objects.filter(lead_unit__code="0103").update(lead_unit=None)
    standing.forget()
    april, may, june = (body(lin, f"/units/?month=20260{month}") for month in (4, 5, 6))
    assert "黄灯" in line(april, "0103") and "未完成的有任务“举办推介会”" in line(april, "0103")
    assert "红灯" in line(may, "0103") and "连续 2 个月未达到要求" in line(may, "0103")
    assert "当月应完成 2 项，完成 1 项，占 50.0%" in line(june, "0103") and "○○●▲■■" in line(june, "0103")
    page = body(signed_in_as("chen"), f"/units/0103/{JUNE}")
    assert "未完成的有任务“建成展厅”" in page and "各月的灯" in page
    assert "0103" not in [*re.findall(r'data-key="(\d+)"', body(lin, f"/units/{JUNE}&light=green"))]


def test_the_leaders_page_names_units_only_that_are_behind(tasks: dict[str, Task], signed_in_as: As) -> None:
    Target.objects.update(lead_unit=None)
    Task.objects.filter(number="RW-2026-904").update(
        due=202605, state=DONE, done_on="2026-05-02", outcome="办了"
    )
    standing.forget()
    page = body(signed_in_as("gao"), f"/overview/{JUNE}")
    assert "单位的红灯、黄灯" in page and "任务“建成展厅”" in line(page, "0103") and line(page, "0102") == ""


def test_e_the_cards_of_a_month_stand_beside_units(
    tasks: dict[str, Task], signed_in_as: As, supervisor: Actor
) -> None:
    issue(supervisor, E_MONTH)
    Target.objects.update(lead_unit=None)
    standing.forget()
    page = body(signed_in_as("lin"), f"/units/{JUNE}")
    assert "黄牌" in line(page, "0103") and "判为“黄牌”" in line(page, "0103")


def test_c_growth_is_held_against_the_citys_average(
    plan: Document, signed_in_as: As, supervisor: Actor
) -> None:
    target = Target.objects.active().get(name="规上工业增加值")
    reported.report(target, 202606, "9.2", by=supervisor)
    issue(supervisor, defaults.LIGHT_RULE.to_data(), held=C_GROWTH["bands"], reference="全市平均")
    address, lin = f"/targets/{target.number}/{JUNE}", signed_in_as("lin")
    assert "请在“对标值”台账中补录" in body(lin, address)
    Reference.objects.create(target=target, period=202606, name="全市平均", value=96000, source="月报")
    standing.forget()
    assert "低于全市平均（快报数） 0.4 个百分点，实绩不低于 0%，亮黄灯" in body(lin, address)


@pytest.fixture
def project(plan: Document, units: dict[str, Unit]) -> Callable[..., Any]:
    """A project of 招商局 that has done so many per cent of what was planned to June."""

    def made(done: int = 100, **dates: str) -> Any:
        days = {name: datetime.date.fromisoformat(text) for name, text in dates.items()}
        found = projects.project(units["0103"], number="XM-7", planned_total=10**5 * WAN, **days)
        for month in range(1, 13):
            reached = done * WAN if month <= 6 else None
            ProjectMonth.objects.create(project=found, period=202600 + month, planned=100 * WAN, done=reached)
        return found

    return made


def opinions(client: Client, made: Any) -> str:
    return line(body(client, f"/rounds/opinions/{JUNE}"), str(made.pk))


@pytest.mark.parametrize(
    ("rule", "done", "colour"),
    [
        (A_PROGRESS, 81, "绿灯"),
        (A_PROGRESS, 80, "黄灯"),
        (A_PROGRESS, 39, "红灯"),
        (B_INVESTMENT, 100, "绿灯"),
        (B_INVESTMENT, 50, "黄灯"),
        (B_INVESTMENT, 49, "红灯"),
    ],
)
def test_a_and_b_a_projects_progress_and_investment(
    project: Callable[..., Any],
    signed_in_as: As,
    supervisor: Actor,
    rule: dict[str, object],
    done: int,
    colour: str,
) -> None:
    """Half the year's plan is due in June: done by 80 % of it is 10 points behind, by 39 % more than 30."""
    issue(supervisor, rule)
    made = project(done, started_on="2026-01-10", entered_on="2026-02-01")
    lin = signed_in_as("lin")
    assert f"，亮{colour}" in opinions(lin, made) and f"，亮{colour}" in body(
        lin, f"/projects/{made.pk}/{JUNE}"
    )


@pytest.mark.parametrize(("started", "colour"), [("2026-05-10", "黄灯"), ("2026-04-10", "红灯")])
def test_a_entry_in_statistics(
    project: Callable[..., Any], signed_in_as: As, started: str, colour: str
) -> None:
    made = project(started_on=started)
    assert f"尚未入库，亮{colour}" in body(signed_in_as("lin"), f"/rounds/opinions/{JUNE}")
    made.entered_on = datetime.date(2026, 6, 20)
    made.save()
    standing.forget()
    assert "2026-06-20 已入库，亮绿灯" in body(signed_in_as("lin"), f"/rounds/opinions/{JUNE}")


@pytest.mark.parametrize(("planned", "colour"), [("2026-06-20", "黄灯"), ("2026-04-20", "红灯")])
def test_a_the_start_of_a_project(
    project: Callable[..., Any], signed_in_as: As, supervisor: Actor, planned: str, colour: str
) -> None:
    issue(supervisor, A_START)
    made, lin = project(planned_start=planned), signed_in_as("lin")
    assert colour in opinions(lin, made) and "尚未开工" in opinions(lin, made)
    assert f"亮{colour}（计划 {planned} 开工）" in body(lin, f"/projects/{made.pk}/{JUNE}")
    made.started_on = datetime.date(2026, 6, 3)
    made.save()
    standing.forget()
    assert "应已开工" not in body(lin, f"/rounds/opinions/{JUNE}").split("应开工未开工")[1]


def tried(client: Client, subject: str, **changed: object) -> str:
    """What the page says of a rule for a subject that is drafted on the one in force."""
    page = f"/settings/rules/light/?code={subject}"
    body(client, "/?month=202606")
    held = client.get(page).context["form"].initial
    content = json.loads(held["content"]) | changed
    assert content["subject"] == subject
    given = {name: held[name] for name in ("name", "version", "effective_from")}
    sent = given | {"content": json.dumps(content, ensure_ascii=False), "try": "1", "months": "1"}
    return client.post("/settings/rules/light/", sent).text.split("试算结果")[1]


NEVER_RED = {"memory": {"months": 12, "counts": ["yellow"], "becomes": "red"}}


def test_rules_for_the_new_subjects_are_tried_and_write_nothing(
    tasks: dict[str, Task], project: Callable[..., Any], signed_in_as: As
) -> None:
    project(planned_start="2026-03-20")
    Target.objects.update(lead_unit=None)
    standing.forget()
    lin, issued = signed_in_as("lin"), Rule.objects.count()
    yellow = [
        {"colour": "green", "bounds": [{"comparator": "ge", "value": "0"}]},
        {"colour": "yellow", "bounds": [{"comparator": "lt", "value": "0"}]},
    ]
    told = tried(lin, "task", bands=yellow)
    assert "4 项任务中 1 个的灯有变化（转好 1 项）。" in told and "建成展厅" in told
    told = tried(lin, "unit", **NEVER_RED)
    assert "2 个单位中 1 个的灯有变化（转好 1 项）。" in told and "招商局" in told
    told = tried(lin, "project_start", **NEVER_RED)
    assert "1 个项目的开工中 1 个的灯有变化（转好 1 项）。" in told
    assert "4 项任务的灯都不变。" in tried(lin, "task") and Rule.objects.count() == issued


def test_where_no_rule_is_in_force_the_pages_say_so(
    tasks: dict[str, Task], project: Callable[..., Any], signed_in_as: As
) -> None:
    Rule.objects.filter(kind="light").exclude(data__subject="indicator").delete()
    standing.forget()
    made, lin = project(planned_start="2026-03-20"), signed_in_as("lin")
    assert "没有生效的任务亮灯规则，请在“设置 · 规则”中发布一个版本" in body(lin, f"/tasks/{JUNE}")
    assert "没有生效的单位亮灯规则" in body(lin, f"/units/{JUNE}") and opinions(lin, made) == ""
    assert body(lin, f"/units/0103/{JUNE}") and body(lin, f"/overview/{JUNE}")
    assert "原来没有亮灯规则，试算的灯列在下面" in tried(lin, "task")
    assert "目前没有生效的版本" in body(lin, "/settings/rules/")


def test_the_first_rule_for_tasks_may_reach_back_into_closed_months(
    tasks: dict[str, Task], supervisor: Actor
) -> None:
    """No rule judged them until then, so nothing is judged anew."""
    Rule.objects.filter(kind="light", data__subject="task").delete()
    build.months(202605, closed=True)
    actions.issue_starting_rules(by=supervisor)
    assert Rule.objects.get(kind="light", data__subject="task").number == "1"


def test_the_number_of_questions_does_not_grow_with_the_tasks(
    tasks: dict[str, Task], units: dict[str, Unit], signed_in_as: As
) -> None:
    lin, counts = signed_in_as("lin"), []
    for more in (0, 30):
        for at in range(more):
            Task.objects.create(
                number=f"RW-2026-8{at:02d}", year=2026, origin=MEETING, source="会", name=f"事项{at}", due=202604,
                lead_unit=units["0104"],
            )  # fmt: skip
        for address in ("/tasks/", "/units/", "/units/0104/", "/overview/"):
            standing.forget()
            body(lin, f"{address}{JUNE}")
            standing.forget()
            with CaptureQueriesContext(connection) as asked:
                body(lin, f"{address}{JUNE}")
            counts.append(len(asked))
    assert counts[:4] == counts[4:]
