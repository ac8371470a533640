"""The main path as its users go it: a plan in, ledgers in, the wall moves, the bulletin out, all in a real browser."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from luoshi.cli import house, sample
from luoshi.ledgers.models import Binding
from tests import browser
from tests.whole.workbooks import filled, signing

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
    house.open_house()
    deque(sample.load(), maxlen=0)


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


def figure(page: Page, name: str, column: int) -> str:
    """What the wall shows for a target in a column, counted from 1."""
    line = page.locator("#wall tbody tr", has=page.get_by_text(name, exact=True))
    return line.locator(f"td:nth-child({column})").inner_text()


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
    assert figure(page, "新引进亿元以上项目", 7) == "0"

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
    assert figure(page, "新引进亿元以上项目", 7) == "2"
    assert figure(page, "其中：新引进10亿元以上项目", 7) == "1"
    line = page.locator("#wall tbody tr", has=page.get_by_text("新引进亿元以上项目", exact=True))
    line.locator("td:nth-child(7) a").click()
    drawer = page.locator("#drawer")
    expect(drawer).to_contain_text("QY-2025-902")
    expect(drawer).not_to_contain_text("QY-2025-903")
    drawer.get_by_text("计划原文").click()
    expect(drawer.locator("mark.target strong")).to_have_text("20")

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
