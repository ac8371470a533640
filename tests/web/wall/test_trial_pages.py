"""A drafted rule is tried on the page before it is issued."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row, Rule
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.plans.documents.models import Document
from luoshi.projects.delivery.months.models import ProjectMonth
from tests.projects import build as projects
from tests.web.wall.conftest import As
from tests.web.wall.test_wall_pages import body

PAGE = "/settings/rules/light/"
STRICT = [
    {"colour": "green", "bounds": [{"comparator": "ge", "value": "0"}]},
    {"colour": "red", "bounds": [{"comparator": "lt", "value": "0"}]},
]


def drafted(client: Any, page: str = PAGE, **content: object) -> dict[str, Any]:
    """The form as the page fills it in, with some of the rule's content changed."""
    held = client.get(page).context["form"].initial
    changed = json.loads(held["content"]) | content
    given = {name: held[name] for name in ("name", "version", "effective_from")}
    return given | {"content": json.dumps(changed, ensure_ascii=False)}


def test_a_draft_is_tried_and_then_issued(sign: Callable[..., Row], signed_in_as: As) -> None:
    for _ in range(10):
        sign(2, "2026-05-10")
    lin = signed_in_as("lin")
    body(lin, "/?month=202606")
    given = drafted(lin, bands=STRICT)
    page = lin.post(PAGE, given | {"try": "1", "months": "1"}).content.decode()
    assert "试算结果" in page and "2026年6月" in page and "2026年5月" not in page.split("试算结果")[1]
    assert "转差" in page and "新引进亿元以上项目" in page.split("试算结果")[1]
    assert Rule.objects.filter(kind="light", data__subject="indicator").count() == 1, "trying writes nothing"
    assert lin.post(PAGE, given).headers["Location"] == "/settings/rules/"
    assert Rule.objects.filter(kind="light", data__subject="indicator").count() == 2


def test_a_month_with_a_bulletin_says_that_its_facts_were_tried(
    sign: Callable[..., Row], signed_in_as: As, supervisor: Actor
) -> None:
    sign(2, "2026-05-10")
    told = bulletins.issue(202606, lambda facts: b"paper", on=datetime.date(2026, 7, 6), by=supervisor)
    lin = signed_in_as("lin")
    body(lin, "/?month=202606")
    page = lin.post(PAGE, drafted(lin, bands=STRICT) | {"try": "1"}).content.decode()
    assert f"2026年6月：按《{told.title}》印发时的数，" in page and "2026年5月：按现在的数，" in page


def test_a_draft_that_changes_nothing_says_so(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    body(lin, "/?month=202606")
    page = lin.post(PAGE, drafted(lin) | {"try": "1"}).content.decode()
    assert page.count("的灯、红黑榜和位次都不变。</summary>") == 3


def test_a_draft_with_a_hole_is_not_tried(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    page = lin.post(PAGE, drafted(lin, bands=STRICT[:1]) | {"try": "1"}).content.decode()
    assert "规则没有试算：灯规则 target-progress 的各档没有覆盖全部情形" in page
    assert "试算结果" not in page


def test_months_without_targets_are_said_to_have_none(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    body(lin, "/?month=202406")
    page = lin.post(PAGE, drafted(lin) | {"try": "1"}).content.decode()
    assert "这些月份没有目标、任务、项目或考核，试算不出变化" in page


def upload(text: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("规则.json", text if isinstance(text, bytes) else text.encode())


def test_a_draft_is_read_from_a_file_and_stands_in_the_form(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    given = drafted(lin)
    rule = Rule.objects.get(kind="light", data__subject="indicator").data | {
        "version": "七",
        "name": "新灯",
        "bands": STRICT,
    }
    answer = lin.post(PAGE, given | {"try": "1", "file": upload(json.dumps(rule))})
    form = answer.context["form"]
    assert (form["version"].value(), form["name"].value()) == ("七", "新灯")
    assert json.loads(form["content"].value())["bands"] == STRICT
    assert "version" not in json.loads(form["content"].value())
    lin.post(PAGE, given | {"file": upload(json.dumps(rule))})
    assert Rule.objects.get(kind="light", number="七").data["bands"] == STRICT


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("{", "写法有误"),
        ("[1]", "应由一对花括号括起来"),
        (b"\xff\xfe{", "写法有误"),
        ("[" * 100_000, "套得太深"),
        (b" " * (2**20 + 1), "规则文件超过 1 MB"),
    ],
)
def test_a_file_that_is_no_rule_is_refused(
    plan: Document, signed_in_as: As, file: str | bytes, words: str
) -> None:
    lin = signed_in_as("lin")
    page = lin.post(PAGE, drafted(lin) | {"file": upload(file)}).content.decode()
    assert words in page
    assert Rule.objects.filter(kind="light", data__subject="indicator").count() == 1


def test_what_no_wall_comes_from_is_issued_without_a_trial(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    assert ">试算</button>" in body(lin, PAGE)
    assert ">试算</button>" not in body(lin, "/settings/rules/season/")
    score = "/settings/rules/score/?code=units"
    assert "满分 100 分" in body(lin, "/settings/rules/")
    given = drafted(lin, score, full="99")
    tried = lin.post("/settings/rules/score/", given | {"try": "1"}).content.decode()
    assert "规则没有试算：考核办法 units 的满分应为 99" in tried
    page = lin.post("/settings/rules/score/", given).content.decode()
    assert "规则没有发布：考核办法 units 的满分应为 99，镇街和平台组各项合计却是 100" in page


def test_who_may_not_issue_may_not_try(plan: Document, signed_in_as: As) -> None:
    given = drafted(signed_in_as("lin")) | {"try": "1"}
    assert signed_in_as("chen").post(PAGE, given).status_code == 403


def test_a_rule_for_projects_is_drafted_on_that_for_targets_tried_on_projects_and_stands_beside_it(
    plan: Document, units: dict[str, Unit], signed_in_as: As
) -> None:
    project = projects.project(
        units["0103"], name="芯片厂", number="XM-1", state="started", started_on=datetime.date(2026, 1, 10)
    )
    for month in range(1, 13):
        ProjectMonth.objects.create(project=project, period=202600 + month, planned=10**8, done=10**8)
    lin = signed_in_as("lin")
    body(lin, "/?month=202606")
    listed = body(lin, "/settings/rules/")
    assert "亮灯规则 · 目标" in listed and "亮灯规则 · 项目" in listed
    assert "没有单独的规则，按“目标”的规则评判。" in listed
    never = [
        {"colour": "green", "bounds": [{"comparator": "ge", "value": "1000"}]},
        {"colour": "red", "bounds": [{"comparator": "lt", "value": "1000"}]},
    ]
    given = drafted(lin, f"{PAGE}?code=project", bands=never) | {"effective_from": "2020-01-01"}
    assert json.loads(given["content"])["subject"] == "project"
    page = lin.post(PAGE, given | {"try": "1", "months": "1"}).content.decode().split("试算结果")[1]
    assert "1 个在建项目中 1 个的灯有变化（转差 1 项）。" in page and "芯片厂" in page
    assert lin.post(PAGE, given).headers["Location"] == "/settings/rules/"
    listed = body(lin, "/settings/rules/")
    assert "亮灯规则（项目） 第 1 版" in listed and "没有单独的规则" not in listed
    page = lin.post(PAGE, given | {"version": "2", "try": "1", "months": "1"}).content.decode()
    assert "1 个在建项目的灯都不变。" in page
    assert drafted(lin, f"{PAGE}?code=project")["version"] == "2"
    assert drafted(lin)["version"] == "2", "of the targets' rule"
