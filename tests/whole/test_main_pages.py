"""Everybody can use the main pages: axe, which knows the rules of WCAG 2.2 AA that a program can ask, finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from playwright.sync_api import Page, ViewportSize
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from luoshi.cli import sample
from tests import browser
from tests.main_pages import PAGES, SCREENS, SIZE, sign_in
from tests.whole import snapshot
from tests.whole.zone import sampled

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE: ViewportSize = {"width": 390, "height": 844}
ON_THE_PHONE = ("home", "target", "leader", "row")
ASKED = {"runOnly": RULES, "resultTypes": ["violations"]}


@pytest.fixture
def page(
    live_server: LiveServer,
    transactional_db: None,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Page]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    settings.MEDIA_ROOT = tmp_path / "files"
    with transaction.atomic():
        snapshot.put_back(sampled())
    with browser.opened(live_server.url, viewport=SIZE) as opened:
        sign_in(opened, sample.PASSWORD)
        yield opened


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_everybody_can_use_the_main_pages(page: Page) -> None:
    found = {}
    for each in PAGES:
        each.visit(page)
        for size in (SIZE, PHONE) if each.name in ON_THE_PHONE else (SIZE,):
            page.set_viewport_size(size)
            for fault in Axe().run(page, options=ASKED).response["violations"]:
                where = [node["target"][0] for node in fault["nodes"]]
                found[f"{each.name}, {size['width']}: {fault['id']} ({fault['impact']})"] = where[:3]
        page.set_viewport_size(SIZE)
    assert found == {}


def test_every_page_has_its_picture() -> None:
    assert {path.stem for path in SCREENS.glob("*.png")} == {each.name for each in PAGES}
