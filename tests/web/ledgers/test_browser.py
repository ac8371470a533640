"""Lists, forms and imports of ledgers in a real browser, under the policy that forbids inline code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from luoshi.ledgers import choosing
from tests import browser
from tests.ledgers.conftest import open_library
from tests.library.ledgers import HEAD
from tests.web.ledgers.conftest import As

pytestmark = pytest.mark.browser
BOOKS = "/ledgers/books-register/"


@pytest.fixture
def shelves(transactional_db: None) -> None:
    """Two books and a member; made before the browser starts, which bars this thread from the database."""
    library = open_library()
    library.book("山海经", price=4550)
    library.book("天工开物", kind="science", price=9900)
    library.member()


@pytest.fixture
def page(live_server: LiveServer, shelves: None, acting: As) -> Iterator[Page]:
    """A page of the head; any complaint of the browser fails the test."""
    with browser.opened(live_server.url, acting(HEAD).cookies["sessionid"].value) as opened:
        yield opened


def test_a_list_is_narrowed_and_its_address_names_only_what_is_set(page: Page) -> None:
    page.goto(f"{BOOKS}?sort=price")
    page.locator("#filters").get_by_label("类别").select_option("科学")
    expect(page).to_have_url(f"{BOOKS}?f.kind=science&sort=price")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name="去掉条件：类别 科学").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_text("更多条件").click()
    page.get_by_label("定价（元），从").fill("50")
    page.get_by_role("button", name="查询").click()
    expect(page.locator(".chip")).to_contain_text("不低于 50.00 元")
    expect(page.locator("tbody tr")).to_contain_text("天工开物")


def test_columns_are_chosen_and_stay_chosen(page: Page) -> None:
    page.goto(BOOKS)
    page.locator(".columns summary").click()
    page.locator(".columns").get_by_text("备注").uncheck()
    page.get_by_role("button", name="显示所选的列").click()
    expect(page.locator("thead")).not_to_contain_text("备注")
    page.goto(BOOKS)
    expect(page.locator("thead")).not_to_contain_text("备注")


def test_a_row_opens_in_the_drawer_and_its_tabs_stay_there(page: Page) -> None:
    page.goto(BOOKS)
    page.get_by_role("link", name="山海经").click()
    drawer = page.locator("#drawer")
    expect(drawer.get_by_text("45.50 元")).to_be_visible()
    drawer.get_by_role("link", name="变动记录").click()
    expect(drawer.get_by_text("馆长")).to_be_visible()
    expect(page.locator("main .titlerow h1")).to_have_text("图书台账")


def test_a_row_of_a_big_ledger_is_searched_while_typing(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "FEW", 0)
    page.goto("/ledgers/loans/new/")
    page.get_by_label("图书").press_sequentially("天工")
    expect(page.locator("#id_book_offered option")).to_have_count(1)
    for label, text in (("图书", "00002 天工开物"), ("读者", "D001")):
        with page.expect_response(lambda answer, text=text: text.split()[0] in answer.url):
            page.get_by_label(label).fill(text)
    page.get_by_label("借出日期").fill("2026-03-01")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("已新增")).to_be_visible()
    expect(page.locator(".details").get_by_role("link", name="天工开物")).to_be_visible()


def test_a_pasted_table_is_looked_at_and_confirmed(page: Page) -> None:
    page.goto(f"{BOOKS}import/")
    page.get_by_label("或者粘贴表格").fill("书号\t书名\t分馆\t类别\t定价\nB1\t水经注\t东馆\t小说\t38.25\n")
    page.get_by_role("button", name="预览").click()
    expect(page.get_by_text("确认之前没有写入任何一行")).to_be_visible()
    page.get_by_role("button", name="确认导入").click()
    expect(page.get_by_text("导入完成：新增 1 行")).to_be_visible()
    expect(page.locator("tbody")).to_contain_text("38.25")


def test_no_page_scrolls_sideways(page: Page) -> None:
    page.goto(BOOKS)
    card = page.get_by_role("link", name="山海经").get_attribute("href")
    assert card
    addresses = ("/ledgers/", BOOKS, card, f"{BOOKS}new/", f"{BOOKS}import/")
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 800})
        for address in addresses:
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, address)
