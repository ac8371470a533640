"""A plan reviewed by keyboard in a real browser, under the policy that forbids inline code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from luoshi.oversight.rules import actions as rules
from luoshi.plans.clauses.models import CONFIRMED, REJECTED
from luoshi.plans.documents.models import Document
from luoshi.plans.targets.models import Target
from tests import browser
from tests.plans import build
from tests.plans.build import Cast

pytestmark = pytest.mark.browser


@pytest.fixture
def page(live_server: LiveServer, supervisor: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A page of the supervisor; any complaint of the browser fails the test.

    The driver runs a loop of its own in this thread, in which the test still reads the database.
    """
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    session = supervisor.cookies["sessionid"].value
    with browser.opened(live_server.url, session, viewport={"width": 1440, "height": 900}) as opened:
        yield opened


def current(page: Page) -> Locator:
    return page.locator("[data-item].current")


def test_a_plan_is_reviewed_by_keyboard(page: Page, document: Document, cast: Cast) -> None:
    rules.issue_starting_rules(by=cast.supervisor)
    total = document.clauses.count()
    first, second, *_ = document.clauses.order_by("order")
    page.goto(f"/plans/{document.pk}/")

    # the first one that waits is chosen, and its place in the text with it
    expect(page.locator(f"#k{first.pk}.current")).to_be_visible()
    expect(page.locator(f"mark#c{first.pk}.current")).to_be_in_viewport()
    page.keyboard.press("j")
    expect(page.locator(f"#k{second.pk}.current")).to_be_visible()
    page.keyboard.press("k")

    # Enter confirms and goes on
    page.keyboard.press("Enter")
    expect(page.locator("#progress b")).to_have_text(f"1 / {total} 条已确认")
    expect(page.locator(f"#k{first.pk}.confirmed")).to_contain_text("2026-001")
    expect(page.locator(f"mark#c{first.pk}")).to_have_attribute("data-state", "confirmed")
    expect(page.locator(f"#k{second.pk}.current")).to_be_visible()

    # e opens the fields in the row, a wrong one says so there, a right one is kept
    page.keyboard.press("e")
    value = page.locator(f"#k{second.pk} input[name=c{second.pk}-value]")
    value.fill("5")
    value.press("Enter")
    expect(current(page)).to_contain_text("更正过")
    expect(current(page)).to_contain_text("5个")
    expect(page.locator(".inline form")).to_have_count(0)

    # u gives units, Escape folds
    page.keyboard.press("u")
    expect(current(page).get_by_label("分管领导")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".inline form")).to_have_count(0)
    page.keyboard.press("u")
    current(page).get_by_label("分管领导").fill("高远")
    page.keyboard.press("Enter")
    expect(current(page)).to_contain_text("领导 高远")

    # x rejects with a reason
    page.keyboard.press("x")
    current(page).get_by_label("理由").fill("与其他条目重复")
    page.keyboard.press("Enter")
    expect(page.locator(f"#k{second.pk}.rejected.current")).to_contain_text("与其他条目重复")
    expect(page.locator(f"mark#c{second.pk}")).to_have_attribute("data-state", "rejected")
    expect(page.locator("#progress")).to_contain_text("剔除 1 条")

    second.refresh_from_db()
    assert (second.state, second.fields["value"], second.leader) == (REJECTED, "5", "高远")
    assert Target.objects.count() == 1


def test_many_are_chosen_with_shift_and_confirmed(page: Page, document: Document) -> None:
    page.goto(f"/plans/{document.pk}/")
    boxes = page.locator('input[name="clause"]')
    boxes.nth(1).click()
    boxes.nth(4).click(modifiers=["Shift"])
    expect(page.locator("[data-count]")).to_have_text("4")
    page.get_by_role("button", name="确认所选").click()
    expect(page.locator("#said")).to_contain_text("已确认 4 条")
    expect(page.locator("[data-count]")).to_have_text("0")
    expect(page.locator("[data-item].confirmed")).to_have_count(4)
    assert document.clauses.filter(state=CONFIRMED).count() == 4


def test_fast_fingers_lose_nothing(page: Page, document: Document) -> None:
    page.goto(f"/plans/{document.pk}/")
    expect(current(page)).to_be_visible()
    for _ in range(4):
        page.keyboard.press("Enter")
    expect(page.locator("#progress b")).to_have_text(f"4 / {document.clauses.count()} 条已确认")
    expect(page.locator("[data-item].confirmed")).to_have_count(4)
    fifth = document.clauses.order_by("order")[4]
    expect(page.locator(f"#k{fifth.pk}.current")).to_be_visible()


def test_a_mark_in_the_text_chooses_its_clause_and_an_address_too(page: Page, document: Document) -> None:
    clause = build.clause(document, "规上工业总产值")
    page.goto(f"/plans/{document.pk}/")
    page.locator(f"mark#c{clause.pk}").click()
    expect(page.locator(f"#k{clause.pk}.current")).to_be_in_viewport()
    other = build.clause(document, "联系")
    page.goto(f"/plans/{document.pk}/#c{other.pk}")  # the same page at another place: no reload
    expect(page.locator(f"#k{other.pk}.current")).to_be_in_viewport()
    page.reload()
    expect(page.locator(f"#k{other.pk}.current")).to_be_in_viewport()


def test_the_pages_of_a_plan_never_scroll_sideways(page: Page, confirmed: Document) -> None:
    target = build.target("境内到位资金")
    addresses = [
        f"/plans/{confirmed.pk}/{each}" for each in ("", "lists/", "lists/?list=duties", "bindings/")
    ]
    addresses += ["/plans/", "/plans/upload/", "/reporting/", f"/targets/{target.number}/binding/"]
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 800})
        for address in addresses:
            page.goto(address)
            assert browser.fits(page), (width, address)
