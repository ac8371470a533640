"""Lists, forms and imports of ledgers in a real browser, under the policy that forbids inline code."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from luoshi.accounts.models import User
from luoshi.ledgers import choosing, registry, writing
from luoshi.ledgers.lifecycle import Lifecycle, Step
from tests import browser
from tests.ledgers.conftest import open_library
from tests.library.events import EVENTS
from tests.library.ledgers import HEAD
from tests.web.ledgers.conftest import As

pytestmark = pytest.mark.browser
BOOKS = "/ledgers/books-register/"


@pytest.fixture
def shelves(transactional_db: None, shelved: None) -> None:
    """Two books, a member, two people, two readings; made before the browser starts, which bars this thread from the database."""
    library = open_library()
    library.book("山海经", price=4550)
    library.book("天工开物", kind="science", price=9900)
    library.member()
    steps = (Step("hold", "举办", ("planned",), "held", bulk=True),)
    registry.register(dataclasses.replace(EVENTS, lifecycle=Lifecycle("planned", steps)))
    for username, name in (("shen", "沈砚"), ("tang", "唐溪")):
        User.objects.create_user(username, name=name)
    for title in ("晨读", "午读"):
        writing.create(EVENTS, {"title": title, "branch": library.east}, by=HEAD)


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
    sides = (card, f"{card}files/", f"{card}history/", f"{card}print/", f"{card}?tab=related")
    forms = (f"{BOOKS}kanban/", f"{BOOKS}calendar/", f"{BOOKS}print/", f"{BOOKS}new/", f"{BOOKS}import/")
    addresses = ("/ledgers/", BOOKS, *sides, *forms, "/ledgers/events/new/")
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 800})
        for address in addresses:
            page.goto(address)
            if address == BOOKS:
                page.get_by_text("更多条件").click()
            assert browser.fits(page), (width, address)


def test_people_are_chosen_from_the_keyboard_and_sent_with_the_form(page: Page) -> None:
    page.goto("/ledgers/events/new/")
    page.get_by_label("题目").fill("夜读")
    page.get_by_label("分馆").select_option("东区分馆")
    search = page.get_by_label("主讲人")
    for name in ("沈", "唐"):
        search.press_sequentially(name)
        expect(page.locator(".offered:visible [role=option]")).to_have_count(1)
        search.press("Enter")
    expect(page.locator(".people .chip")).to_have_text(["沈砚×", "唐溪×"])
    search.press("Backspace")
    expect(page.locator(".people .chip")).to_have_text(["沈砚×"])
    page.get_by_label("地点").press_sequentially("117.283,31.861")
    expect(page.locator("figure.place")).to_contain_text("点 117.283,31.861")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".details")).to_contain_text("沈砚")
    expect(page.locator(".details")).not_to_contain_text("唐溪")


def test_rows_are_picked_from_the_keyboard_for_a_step(page: Page) -> None:
    page.goto("/ledgers/events/")
    expect(page.locator(".selection")).to_be_hidden()
    for key in "jxjx":
        page.keyboard.press(key)
    expect(page.locator(".selection b")).to_have_text("2")
    page.get_by_role("button", name="举办").click()
    expect(page.get_by_text("2 行可以办理")).to_be_visible()
    page.get_by_role("button", name="确认举办 2 行").click()
    expect(page.get_by_text("已对 2 行办理“举办”")).to_be_visible()
