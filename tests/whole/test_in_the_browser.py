"""The main path as its users go it: a plan in, ledgers in, the wall moves, the bulletin out, all in a real browser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from django.db import transaction
from playwright.sync_api import Locator, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from luoshi.cli import sample
from luoshi.ledgers.models import Binding
from tests import browser
from tests.whole import snapshot
from tests.whole.workbooks import filled, signing
from tests.whole.zone import sampled

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PLAN = """云溪高新区2025年工作要点

一、狠抓招商引资
1.扩大招商成果。全年力争新引进亿元以上项目20个,其中10亿元以上项目4个。(责任单位:招商局)
2.做好企业服务。召开银企对接会8次。(责任单位:企业服务局)
"""
YUAN = 100_000_000


@pytest.fixture
def zone(transactional_db: None, settings: Settings, tmp_path: Path) -> None:
    """The sample zone, committed, so that the server's own connection sees it."""
    settings.MEDIA_ROOT = tmp_path / "files"
    with transaction.atomic():
        snapshot.put_back(sampled())


@pytest.fixture
def page(live_server: LiveServer, zone: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A supervisor who has signed in by the form."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with browser.opened(live_server.url, viewport={"width": 1600, "height": 900}) as opened:
        opened.goto("/login/")
        opened.fill("[name=username]", "linzhao")
        opened.fill("[name=password]", sample.PASSWORD)
        opened.keyboard.press("Enter")
        expect(opened.locator(".titlerow h1")).to_have_text("待办")
        yield opened


def upload(page: Page, name: str, data: bytes) -> None:
    page.set_input_files(
        "input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )


def figure(page: Page, name: str) -> Locator:
    """The cell of the wall in which a target's figure so far stands."""
    heads = page.locator("#wall thead th").all_inner_texts()
    line = page.locator("#wall tbody tr", has=page.get_by_text(name, exact=True))
    return line.locator("th, td").nth(heads.index("累计"))


def test_from_the_plan_to_the_bulletin(page: Page) -> None:
    # a plan goes in, and all of it is confirmed
    page.goto("/plans/upload/")
    upload(page, "要点.txt", PLAN.encode())
    page.click("text=上传并识别")
    expect(page.locator("mark").first).to_be_visible()
    page.check("[data-all]")
    page.click("text=确认所选")
    expect(page.locator("#progress b")).to_contain_text("条已确认")
    expect(page.locator("[data-item]:not(.confirmed)")).to_have_count(0)

    # what is sure is bound to the ledgers
    page.click("text=计量方式")
    page.click("text=全部采用有把握的")
    bound = page.locator("tr", has=page.get_by_text("新引进10亿元以上项目", exact=True))
    expect(bound).to_contain_text("签约金额不低于10亿元")

    # the wall before
    page.goto("/targets/?month=202506")
    expect(figure(page, "新引进亿元以上项目")).to_have_text("0")

    # a workbook is previewed and taken in
    page.goto("/ledgers/investment-signings/import/")
    lines = [
        signing("QY-2025-901", 2 * YUAN, "2025-03-05"),
        signing("QY-2025-902", 12 * YUAN, "2025-05-20"),
        signing("QY-2025-903", YUAN // 2, "2025-05-21"),
    ]
    upload(page, "签约.xlsx", filled("investment.signings", lines))
    page.click("button:has-text('预览')")
    expect(page.locator("text=新增 3 行，修改 0 行，未变 0 行")).to_be_visible()
    page.click("text=确认导入")
    expect(page.get_by_role("status")).to_contain_text("新增 3 行")

    # the wall after; the figure opens its rows in the drawer, the target its sentence
    page.goto("/targets/?month=202506")
    expect(figure(page, "新引进亿元以上项目")).to_have_text("2")
    expect(figure(page, "其中：新引进10亿元以上项目")).to_have_text("1")
    figure(page, "新引进亿元以上项目").get_by_role("link").click()
    drawer = page.locator("#drawer")
    expect(drawer).to_contain_text("QY-2025-902")
    expect(drawer).not_to_contain_text("QY-2025-903")
    drawer.get_by_text("计划原文").click()
    expect(drawer.locator("mark.target strong")).to_have_text("20")
    expect(drawer).to_contain_text("狠抓招商引资 / 扩大招商成果")

    # the bulletin is issued and opens in Word's format
    page.goto("/reports/?month=202506")
    page.click("text=印发2025年6月通报")
    expect(page.locator("article")).to_contain_text("新引进亿元以上项目累计 2 个")
    with page.expect_download() as download:
        page.click("text=下载 Word")
    document = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    text = "\n".join(p.text for p in document.paragraphs)
    assert "新引进亿元以上项目累计 2 个，完成全年目标 20 个的 10.0%" in text
    assert Binding.objects.filter(ledger="investment.signings").exists()


def test_one_signing_moves_the_wall_the_trajectory_and_the_rows_alike(page: Page) -> None:
    # one clause of a plan is confirmed from the keyboard
    page.goto("/plans/upload/")
    upload(page, "要点.txt", PLAN.encode())
    page.click("text=上传并识别")
    expect(page.locator("[data-item].current")).to_contain_text("新引进亿元以上项目")
    page.keyboard.press("Enter")
    expect(page.locator("[data-item].confirmed")).to_have_count(1)

    # the first proposal for its target is sure, and is taken
    page.click("text=计量方式")
    page.get_by_role("link", name="新引进亿元以上项目", exact=True).click()
    card = page.locator(".proposal.sure").first
    expect(card).to_contain_text("签约金额不低于1亿元")
    expect(card.locator(".preview")).to_have_text(re.compile(r"截至2025年12月：(\d+) 个，\1 行"))
    card.get_by_role("button", name="采用").click()
    expect(page.get_by_text("“新引进亿元以上项目”的计量方式已确认。")).to_be_visible()
    page.goto("/targets/?month=202506")
    expect(figure(page, "新引进亿元以上项目")).to_have_text("0")

    # one signing is entered by hand
    page.goto("/ledgers/investment-signings/new/")
    for label, text in (
        ("项目名称", "星澜储能"),
        ("投资方", "岚峰精密制造有限公司"),
        ("签约日期", "2025-05-20"),
    ):
        page.get_by_label(label, exact=False).first.fill(text)
    page.locator("#id_amount").fill(str(3 * YUAN))
    page.locator("#id_unit").select_option(label="招商局")
    page.get_by_role("button", name="保存").first.click()
    expect(page.get_by_text("已新增")).to_be_visible()

    # the wall, the path month by month and the rows say the same
    page.goto("/targets/?month=202506")
    expect(figure(page, "新引进亿元以上项目")).to_have_text("1")
    page.locator("#wall").get_by_role("link", name="2025-001", exact=True).click()
    drawer = page.locator("#drawer")
    months = drawer.locator("#months tbody tr")
    expect(months.nth(0)).to_contain_text("2025年6月")
    assert [cells(months.nth(at))[1:3] for at in range(3)] == [["0", "1"], ["1", "1"], ["0", "0"]]
    drawer.get_by_role("link", name="明细", exact=True).click()
    expect(drawer.locator("tbody tr")).to_have_count(1)
    expect(drawer.locator("tbody tr")).to_contain_text("星澜储能")
    drawer.locator("tbody tr").get_by_role("link").first.click()
    expect(page.locator("h1")).to_have_text("星澜储能")
    page.get_by_role("link", name="变动记录").click()
    expect(page.locator("main")).to_contain_text("林昭")
    expect(page.locator("main")).to_contain_text("新增")


def cells(line: Locator) -> list[str]:
    """What stands in a row, cell by cell."""
    return [each.strip() for each in line.locator("th, td").all_inner_texts()]
