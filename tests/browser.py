"""The machine's own Chromium, where there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]


def executable() -> str | None:
    """Path of the browser: LUOSHI_BROWSER, or the first of the usual names."""
    given = os.environ.get("LUOSHI_BROWSER")
    return given or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def opened(base_url: str, session: str = "", **context: Any) -> Iterator[Page]:
    """A page of the server, signed in where a session is given; any complaint of the browser fails the test."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        window = chromium.new_context(base_url=base_url, locale="zh-CN", **context)
        if session:
            window.add_cookies([{"name": "sessionid", "value": session, "url": base_url}])
        page = window.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        window.close()
        chromium.close()
    assert complaints == []


def fits(page: Page) -> bool:
    """Whether the page does not scroll sideways, within a second: an opened menu turns to its other side a moment after the click.

    A page that a click has just led to may have no root yet, which the locator waits for.
    """
    root = page.locator("html")
    for _ in range(20):
        if root.evaluate("root => root.scrollWidth <= innerWidth"):
            return True
        page.wait_for_timeout(50)
    return False
