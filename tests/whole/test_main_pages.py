"""Everybody can use the main pages: axe finds nothing, on the main pages and on others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from playwright.sync_api import Page, ViewportSize
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from luoshi.cli import sample
from tests import axe, browser
from tests.main_pages import OTHERS, PAGES, SCREENS, SIZE, sign_in
from tests.whole import snapshot
from tests.whole.zone import sampled

PHONE: ViewportSize = {"width": 390, "height": 844}
ON_THE_PHONE = ("home", "target", "leader", "row")


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
    found, wide = {}, []
    for each in (*PAGES, *OTHERS):
        each.visit(page)
        for size in (SIZE, PHONE) if each.name in ON_THE_PHONE else (SIZE,):
            page.set_viewport_size(size)
            faults = axe.faults(page)
            found.update({f"{each.name}, {size['width']}: {fault}": where for fault, where in faults.items()})
        if each in PAGES:
            page.set_viewport_size(PHONE)
            wide += [] if browser.fits(page) else [each.name]
        page.set_viewport_size(SIZE)
    assert (found, wide) == ({}, [])


def test_every_page_has_its_picture() -> None:
    assert {path.stem for path in SCREENS.glob("*.png")} == {each.name for each in PAGES}
