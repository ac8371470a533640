"""The ten main ways through the house, each as people go it in a day, in a real Chromium.

1. A plan goes in, its targets are confirmed and bound:
   ``test_in_the_browser.test_from_the_plan_to_the_bulletin``
2. A ledger's workbook is refused for its errors, mended and taken in:
   ``test_a_workbook_with_errors_is_mended_and_taken_in``
3. A figure is opened down to its rows, its sentence and what was done to it:
   ``test_in_the_browser.test_one_signing_moves_the_wall_the_trajectory_and_the_rows_alike``
4. A task is handed out, signed for, answered, checked and struck off:
   ``test_a_task_goes_through_three_hands``
5. A round is held, and what it decides is a task: ``test_a_round_decides_and_the_unit_has_a_task``
6. A report is reworded, a typed number refused, Word comes out:
   ``test_a_report_is_reworded_and_no_number_can_be_typed``
7. A list is published, a unit objects, the ruling makes another edition:
   ``test_a_list_is_contested_and_corrected``
8. Marks are given, and the scorebook knows them: ``test_a_mark_is_in_the_scorebook``
9. A rule is tried on past months and issued: ``test_a_rule_is_tried_and_issued``
10. A leader reads one page on the phone and gives one instruction:
    ``test_a_leader_on_the_phone_reads_one_page_and_gives_one_instruction``

Beside them: the auditor, who opens everything and changes nothing (here); a project from its lead to full capacity
(``test_one_project``); a plan worked through by keyboard (``tests.web.plans.test_browser``).
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from django.db import transaction
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from luoshi.ledgers.models import AuditRow
from tests import axe, browser
from tests.main_pages import PAGES
from tests.whole import snapshot
from tests.whole.window import Window
from tests.whole.workbooks import filled, signing
from tests.whole.zone import sampled

pytestmark = [pytest.mark.long, pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OFFICE, CLERK, LEADER, HEAD, AUDITOR = "linzhao", "chenjing", "gaoyuan", "guheng", "xuhe"
NOVEMBER = date(2026, 11, 3)
YUAN = 100_000_000


@pytest.fixture
def window(
    live_server: LiveServer,
    transactional_db: None,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Window]:
    """The sample zone in November, and a window in which nobody has signed in yet."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    settings.MEDIA_ROOT = tmp_path / "files"
    with transaction.atomic():
        snapshot.put_back(sampled())
    with browser.opened(live_server.url, viewport={"width": 1440, "height": 900}) as page:
        page.set_default_timeout(15_000)
        yield Window(page, live_server.url, monkeypatch)


def status(page: Page, text: str) -> None:
    """The quiet line that says what has been done."""
    expect(page.get_by_role("status")).to_contain_text(text)


def upload(page: Page, name: str, data: bytes) -> None:
    page.locator("main input[type=file]").first.set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )


def test_a_workbook_with_errors_is_mended_and_taken_in(window: Window) -> None:
    page = window.page
    window.on(NOVEMBER, CLERK)
    page.goto("/ledgers/investment-signings/import/")
    right, wrong = signing("QY-2026-931", 2 * YUAN, "2026-10-28"), signing("QY-2026-932", YUAN, "2026-10-29")
    upload(page, "签约.xlsx", filled("investment.signings", [right, wrong | {"签约日期": "10月底"}]))
    page.get_by_role("button", name="预览").click()
    problems = page.locator(".panel", has_text="问题").locator("tbody tr")
    expect(problems).to_have_count(1)
    expect(problems.first).to_contain_text("签约日期")
    expect(page.get_by_role("button", name="确认导入")).to_have_count(0)
    with page.expect_download() as marked:
        page.get_by_role("link", name="下载标注了问题的工作簿").click()
    assert Path(marked.value.path()).read_bytes().startswith(b"PK")

    upload(page, "签约.xlsx", filled("investment.signings", [right, wrong]))
    page.get_by_role("button", name="预览").click()
    expect(page.locator("main")).to_contain_text("新增 2 行，修改 0 行")
    page.get_by_role("button", name="确认导入").click()
    status(page, "新增 2 行")
    page.goto("/ledgers/investment-signings/")
    for number in ("QY-2026-931", "QY-2026-932"):
        expect(page.locator("main table")).to_contain_text(number)


def test_a_task_goes_through_three_hands(window: Window) -> None:
    page, name = window.page, "拟定储能产业招商清单"
    window.on(NOVEMBER, OFFICE)
    task = window.add(
        "plans-tasks",
        origin="会议决定",
        source="管委会 2026 年第 20 次主任办公会议纪要第 2 条",
        name=name,
        due="2026-11",
        lead_unit="招商局",
        limit_on="2026-11-20",
    )
    window.step(task, "交办")

    window.on(date(2026, 11, 4), CLERK)
    page.goto("/")
    page.get_by_role("link", name="待签收").click()
    page.locator(".todos").get_by_role("link", name=name).click()
    expect(page.locator("h1")).to_have_text(name)
    window.step(task, "签收", person=CLERK)
    window.prove(task, "办结佐证")
    window.step(task, "反馈", done_on="2026-11-04", outcome="清单已印发各分局")

    window.on(date(2026, 11, 5), LEADER)
    window.review(task)
    window.on(date(2026, 11, 5), OFFICE)
    window.step(task, "销号")
    expect(page.locator(".standing")).to_contain_text("已销号")
    page.get_by_role("link", name="变动记录").click()
    for who in ("林昭", "陈静", "高远"):
        expect(page.locator("main .timeline")).to_contain_text(who)


def test_a_round_decides_and_the_unit_has_a_task(window: Window) -> None:
    page, decided = window.page, "补齐境外资金到账凭证"
    window.on(date(2026, 11, 9), OFFICE)
    page.goto("/rounds/year/?month=202610")
    page.get_by_role("link", name="2026年10月通报", exact=True).click()
    expect(page.get_by_role("heading", name="议题")).to_be_visible()
    with page.expect_download() as paper:
        page.get_by_role("link", name="下载预读材料").click()
    assert docx.Document(str(paper.value.path())).paragraphs
    page.get_by_role("button", name="召开").click()
    status(page, "已召开")
    page.locator("summary", has_text="登记决定").click()
    item = page.locator("#id_item option", has_text="境外到位资金").first
    page.locator("#id_item").select_option(item.get_attribute("value"))
    page.locator("#id_what").fill(decided)
    page.locator("#id_lead_unit").select_option(label="招商局")
    page.locator("#id_due_on").fill("2026-11-25")
    page.get_by_role("button", name="登记并交办").click()
    status(page, "已登记，并作为任务交办")
    expect(page.locator(".panel", has_text="决定").locator("table").last).to_contain_text(decided)

    window.on(date(2026, 11, 9), CLERK)
    page.goto("/")
    expect(page.locator(".todos")).to_contain_text(decided)


def test_a_report_is_reworded_and_no_number_can_be_typed(window: Window) -> None:
    page = window.page
    window.on(NOVEMBER, OFFICE)
    page.goto("/reports/templates/brief/?month=202610")
    body = page.locator("textarea[name=body]")
    was = body.input_value()
    body.fill(f"# 开头\n全区共有 120 项目标。\n{was}")
    expect(page.locator("#template-preview")).to_contain_text("120")
    page.get_by_role("button", name="发布").click()
    expect(page.locator(".error, .notice.red").first).to_contain_text("120")
    body.fill(f"# 开头\n全区共有【目标.数】项目标，请各单位对照落实。\n{was}")
    expect(page.locator("#template-preview")).to_contain_text("请各单位对照落实")
    page.get_by_role("button", name="发布").click()
    status(page, "已发布")

    page.goto("/reports/?month=202610")
    page.get_by_role("button", name="印发简报").click()
    expect(page.locator("article")).to_contain_text("请各单位对照落实")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载 Word").click()
    document = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert "全区共有116项目标，请各单位对照落实。" in [p.text for p in document.paragraphs]


def test_a_list_is_contested_and_corrected(window: Window) -> None:
    page, lists = window.page, "/rounds/lists/?month=202610"
    window.on(date(2026, 11, 9), OFFICE)
    page.goto(lists)
    page.locator("main").get_by_role("button", name="公示").click()
    status(page, "已公示")

    window.on(date(2026, 11, 10), CLERK)
    page.goto(lists)
    page.locator("summary", has_text="提出异议").click()
    page.locator("#id_subject").select_option(index=1)
    page.locator("#id_reason").fill("10 月签约的三个十亿元以上项目没有计入。")
    page.get_by_role("button", name="提出异议").click()
    status(page, "等待督查室裁定")

    window.on(date(2026, 11, 11), OFFICE)
    page.goto("/")
    page.locator(".todos").get_by_role("link", name=re.compile("^裁定异议.*2026年10月")).click()
    expect(page.locator(".standing")).to_contain_text("待裁定")
    window.step(window.here(), "采纳", ruling="合同属实，补登以后更正。")
    page.goto(lists)
    expect(page.locator("main")).to_contain_text("有 1 条采纳的异议、批准的正当理由还没有更正")
    page.get_by_role("button", name="一并更正").click()
    status(page, "请核对所指的台账行是否已改正")
    for number in range(3):
        forgotten = {"project": f"补登项目{number}", "investor": "岚峰精密制造有限公司"}
        window.add(
            "investment-signings",
            amount=str(12 * YUAN),
            signed_on="2026-10-20",
            unit="招商局",
            **forgotten,
        )
    page.goto(lists)
    page.get_by_role("button", name="一并更正").click()
    status(page, "已更正")
    expect(page.locator(".panel", has_text="各版").locator("tbody tr")).to_have_count(2)


def test_a_mark_is_counted_and_tells_nobody(window: Window) -> None:
    page = window.page
    window.on(NOVEMBER, LEADER)
    page.goto("/assessments/")
    page.get_by_role("link", name="2026年度单位考核").click()
    page.locator("main").get_by_role("link", name="去评").first.click()
    assert axe.faults(page) == {}
    mark = page.locator("tr", has_text="社会事业局").locator("input.number")
    mark.fill("101")
    page.get_by_role("button", name="保存评分").click()
    expect(page.locator("td.wrong")).to_contain_text("100")
    mark.fill("93.5")
    page.get_by_role("button", name="保存评分").click()
    status(page, "评分已保存")

    window.on(NOVEMBER, "heping")
    page.goto("/assessments/")
    page.get_by_role("link", name="2026年度单位考核").click()
    page.get_by_role("link", name="社会事业局").click()
    expect(page.locator("h1")).to_have_text("社会事业局")
    expect(page.locator("main")).to_contain_text("1 人已评，冻结时计入")
    expect(page.locator("main")).not_to_contain_text("93.5")
    expect(page.locator("main")).not_to_contain_text("高远")
    assert axe.faults(page) == {}


def test_a_rule_is_tried_and_issued(window: Window) -> None:
    page = window.page
    window.on(NOVEMBER, OFFICE)
    page.goto("/settings/rules/light/?month=202610")
    content = page.locator("textarea[name=content]")
    strict = [
        {"colour": "green", "bounds": [{"comparator": "ge", "value": "0"}]},
        {"colour": "red", "bounds": [{"comparator": "lt", "value": "0"}]},
    ]
    content.fill(json.dumps(json.loads(content.input_value()) | {"bands": strict}, ensure_ascii=False))
    page.get_by_role("button", name="试算").click()
    tried = page.locator("#tried")
    expect(tried.locator("summary").first).to_contain_text("转差")
    expect(tried.locator("details[open] tbody tr").first).to_be_visible()
    page.locator("[name=version]").fill("2")
    page.locator("[name=effective_from]").fill("2026-11-01")
    page.get_by_role("button", name="发布").click()
    status(page, "已发布")
    expect(page.locator(".panel", has_text="第 2 版").first).to_be_visible()


def test_a_leader_on_the_phone_reads_one_page_and_gives_one_instruction(window: Window) -> None:
    page = window.page
    page.set_viewport_size({"width": 390, "height": 844})
    window.on(NOVEMBER, LEADER)
    page.goto("/overview/?month=202610")
    assert browser.fits(page)
    page.locator("section.panel").first.get_by_role("link", name="境外到位资金").click()
    drawer = page.locator("#drawer")
    expect(drawer.locator("h1")).to_have_text("境外到位资金")
    drawer.get_by_role("link", name="批示交办").click()
    expect(page.locator("[name=origin]")).to_have_value("instruction")
    expect(page.locator("[name=source]")).to_have_value("目标 2026-016 境外到位资金：红灯")
    assert browser.fits(page)
    task = window.save(name="逐笔核对境外资金，月底前补齐缺口", due="2026-11")
    window.step(task, "交办")
    assert browser.fits(page)

    window.on(date(2026, 11, 4), CLERK)
    page.goto("/")
    expect(page.locator(".todos")).to_contain_text("逐笔核对境外资金")
    page.locator(".todos").get_by_role("link", name="逐笔核对境外资金").click()
    assert browser.fits(page)


def test_the_auditor_opens_everything_and_changes_nothing(window: Window) -> None:
    page = window.page
    window.on(NOVEMBER, AUDITOR)
    before = AuditRow.objects.count()
    offered = {}
    for each in PAGES:
        each.visit(page)
        expect(page.locator("main h1").first).to_be_visible()
        writing = page.locator("main form[method=post] button:visible, main a.button.primary:visible")
        offered[each.name] = [text for text in writing.all_inner_texts() if text and "下载" not in text]
    assert {name: texts for name, texts in offered.items() if texts} == {}
    page.keyboard.press("Control+k")
    page.keyboard.type("境外到位资金")
    expect(page.locator("#hits a.current")).to_contain_text("境外到位资金")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("境外到位资金")
    page.get_by_role("link", name="变动记录").click()
    expect(page.locator("main .timeline")).to_contain_text("确认计量方式")
    assert page.request.get("/ledgers/investment-signings/new/").status == 403
    assert AuditRow.objects.count() == before
