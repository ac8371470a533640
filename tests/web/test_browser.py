"""The scripts at work in a real browser, under the policy that forbids inline code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from luoshi.accounts.models import User
from tests import browser
from tests.web.conftest import PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture
def page(live_server: LiveServer, person: User, client: Client) -> Iterator[Page]:
    """A page of a person who has signed in; any complaint of the browser fails the test."""
    client.force_login(person)
    with browser.opened(live_server.url, client.cookies["sessionid"].value) as opened:
        yield opened


def test_a_drill_down_has_addresses_and_a_way_back(page: Page) -> None:
    page.goto("/gallery/?month=202610")
    drawer = page.locator("#drawer")
    page.get_by_role("link", name="打开抽屉").click()
    expect(drawer.get_by_role("heading", name="固定资产投资")).to_be_visible()
    expect(page).to_have_url("/gallery/drawer/")
    drawer.get_by_role("link", name="明细", exact=True).click()
    expect(drawer.locator("table")).to_be_visible()
    expect(page).to_have_url("/gallery/drawer/?step=rows")

    page.go_back()
    expect(drawer.get_by_text("累计 = 项目台账中")).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(page).to_have_url("/gallery/?month=202610")

    page.go_back()
    expect(drawer).to_be_visible()
    page.reload()
    expect(page.locator("main").get_by_role("heading", name="固定资产投资")).to_be_visible()
    expect(drawer).to_be_hidden()


def test_search_by_keyboard(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("密码")
    expect(page.locator("#hits a.current")).to_contain_text("修改密码")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/settings/password/")


def test_what_a_page_is_for_is_one_key_away(page: Page) -> None:
    page.goto("/gallery/")
    words, below = page.locator("details.guide p"), page.locator(".filterrow")
    expect(words).to_be_hidden()
    before = below.bounding_box()
    page.keyboard.press("?")
    expect(words).to_contain_text("这一页摆出各种部件")
    assert below.bounding_box() == before, "nothing moves"
    page.keyboard.press("Escape")
    expect(words).to_be_hidden()
    expect(page.locator("details.guide summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(words).to_be_visible()
    page.locator("#forms input[name=name]").press("?")
    expect(words).to_be_visible()
    page.emulate_media(media="print")
    expect(words).to_be_hidden()


def test_rows_are_picked_with_shift_and_walked_with_j_and_k(page: Page) -> None:
    page.goto("/gallery/")
    table = page.locator("#gallery-targets")
    boxes = table.locator('input[name="row"]')
    boxes.nth(0).click()
    boxes.nth(3).click(modifiers=["Shift"])
    expect(page.locator(".selection b")).to_have_text("4")
    page.get_by_role("button", name="取消选择").click()
    expect(page.locator(".selection")).to_be_hidden()
    for key in ("j", "j", "k", "j"):
        page.keyboard.press(key)
    expect(table.locator("tr.current")).to_have_attribute("data-key", "2")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer")).to_be_visible()


def test_the_width_of_a_column_is_remembered(page: Page) -> None:
    page.goto("/gallery/")
    head = page.locator("#gallery-targets thead th").nth(2)
    before = head.bounding_box()
    assert before is not None
    right, middle = before["x"] + before["width"], before["y"] + before["height"] / 2
    page.mouse.move(right, middle)
    page.mouse.down()
    page.mouse.move(right + 60, middle, steps=3)
    page.mouse.up()
    page.reload()
    after = head.bounding_box()
    assert after is not None
    assert abs(after["width"] - before["width"] - 60) < 4


def test_a_chart_is_drawn_and_its_figures_are_one_key_away(page: Page) -> None:
    page.goto("/gallery/")
    chart = page.locator("figure.chart")
    expect(chart.locator("canvas")).to_be_visible()
    chart.focus()
    page.keyboard.press("t")
    expect(chart.locator("canvas")).to_be_hidden()
    expect(chart.get_by_role("row", name="10月")).to_be_visible()


def test_a_draft_outlives_the_page_but_not_the_session(page: Page) -> None:
    page.goto("/gallery/")
    name = page.locator("#forms input[name=name]")
    name.fill("星河储能电池二期")
    page.reload()
    expect(name).to_have_value("星河储能电池二期")
    page.locator(".user summary").click()
    page.get_by_role("button", name="退出登录").click()
    expect(page.get_by_text("您已退出登录。")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft:'))") == []


def test_the_page_itself_never_scrolls_sideways(page: Page) -> None:
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 800})
        for address in ("/", "/gallery/", "/gallery/drawer/?step=rows", "/settings/password/"):
            page.goto(address)
            assert browser.fits(page), (width, address)


def test_signing_in_by_hand(page: Page) -> None:
    page.context.clear_cookies()
    page.goto("/gallery/")
    page.get_by_label("用户名").fill("chenjing")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page).to_have_url("/gallery/")
