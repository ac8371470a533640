"""The twenty pages that people have open most, as a supervisor of the sample zone sees them, and others beside them.

`python -m tests.main_pages` takes them for docs/screens from a demo zone of its own; tests/whole/test_main_pages.py asks
of each whether everybody can use it.
"""

from __future__ import annotations

import importlib
import io
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import django
from PIL import Image
from playwright.sync_api import Page, ViewportSize, expect

from tests import browser

SCREENS = Path(__file__).resolve().parents[1] / "docs" / "screens"
SUPERVISOR = "linzhao"
SIZE: ViewportSize = {"width": 1440, "height": 900}
# The one Chinese face of a bare Linux has a single weight, and Chromium makes no bold of it: drawn as faces that have one would.
BOLD = """
for (const each of document.querySelectorAll("body *"))
  each.style.webkitTextStroke = getComputedStyle(each).fontWeight >= 600 ? "0.4px" : "0px";
"""


@dataclass(frozen=True, slots=True)
class Main:
    """A page: its file's name, its address, or the first link there that ``behind`` selects and what ``then`` follows."""

    name: str
    address: str
    behind: str = ""
    then: str = ""

    def visit(self, page: Page) -> None:
        """Open it and wait until it stands still."""
        page.goto(self.address)
        if self.behind:
            found = page.locator(self.behind).first.get_attribute("href")
            page.goto(f"{(found or '').partition('?')[0]}{self.then}")
        page.wait_for_load_state("networkidle")


PLAN = "main a[href^='/plans/']:not([href*=upload])"
PAGES = (
    Main("home", "/"),
    Main("review", "/plans/", PLAN),
    Main("duties", "/plans/", PLAN, "lists/"),
    Main("wall", "/targets/"),
    Main("target", "/targets/", "#wall tbody a[href^='/targets/']"),
    Main("unit", "/late/", "main a[href^='/units/']"),
    Main("leader", "/overview/"),
    Main("screen", "/screen/"),
    Main("reporting", "/reporting/"),
    Main("burden", "/burden/"),
    Main("ledger", "/ledgers/investment-signings/"),
    Main("row", "/ledgers/investment-signings/", "tbody a[href^='/ledgers/investment-signings/']"),
    Main("schedule", "/rounds/schedule/"),
    Main("meetings", "/rounds/year/"),
    Main("meeting", "/rounds/year/", "main tr:has-text('已召开') a[href^='/rounds/meetings/']"),
    Main("reports", "/reports/"),
    Main("bulletin", "/reports/2/"),
    Main("scorebook", "/assessments/1/", "main a[href^='/assessments/1/of/']:has-text('招商局')"),
    Main("rules", "/settings/rules/"),
    Main("lists", "/rounds/lists/?month=202609"),
)
ASSESSMENT = "main tbody a[href^='/assessments/']"
OTHERS = (  # whether everybody can use them is asked too; they have no picture
    Main("plans", "/plans/"),
    Main("path", "/targets/", "#wall tbody a[href^='/targets/']", "path/"),
    Main("late", "/late/"),
    Main("task_lights", "/tasks/"),
    Main("unit_lights", "/units/"),
    Main("bindings", "/plans/", PLAN, "bindings/"),
    Main("ledgers", "/ledgers/"),
    Main("kanban", "/ledgers/plans-tasks/kanban/"),
    Main("calendar", "/ledgers/plans-tasks/calendar/"),
    Main("project", "/rounds/schedule/", "main .gantt a[href^='/projects/']"),
    Main("form", "/ledgers/plans-tasks/new/"),
    Main("import", "/ledgers/investment-signings/import/"),
    Main("print", "/ledgers/investment-signings/print/"),
    Main("objections", "/ledgers/oversight-objections/"),
    Main("paper", "/papers/1/"),
    Main("assessment", "/assessments/", ASSESSMENT),
    Main("sources", "/assessments/", ASSESSMENT, "sources/"),
    Main("wording", "/reports/templates/brief/"),
    Main("rule", "/settings/rules/light/"),
    Main("map", "/investment/map/"),
    Main("chains", "/investment/chains/"),
    Main("per-mu", "/per-mu/"),
    Main("gallery", "/gallery/"),
    Main("dark", "/gallery/?theme=dark"),
)


def sign_in(page: Page, password: str) -> None:
    """By the form, as a person does."""
    page.goto("/login/")
    page.fill("[name=username]", SUPERVISOR)
    page.fill("[name=password]", password)
    page.keyboard.press("Enter")
    expect(page.locator(".titlerow h1")).to_have_text("待办")


@contextmanager
def demo() -> Iterator[str]:
    """The address of a demo zone that stands as long as somebody looks at it."""
    address = "http://127.0.0.1:8765"
    with tempfile.TemporaryDirectory(prefix="luoshi-screens-") as home:
        words = [sys.executable, "-m", "luoshi.cli.main", "demo", "--port", "8765"]
        server = subprocess.Popen(words, env=os.environ | {"LUOSHI_HOME": home}, stdout=subprocess.DEVNULL)
        try:
            _wait_for(f"{address}/login/")
            yield address
        finally:
            server.terminate()
            server.wait()


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address):
                return
        except urllib.error.URLError:
            time.sleep(0.5)
    raise TimeoutError(address)


def main() -> None:
    """Take every page anew, in few colours: a picture of text needs no more."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luoshi.settings")
    django.setup()
    password = importlib.import_module("luoshi.cli.sample").PASSWORD
    SCREENS.mkdir(exist_ok=True)
    with demo() as address, browser.opened(address, viewport=SIZE) as page:
        sign_in(page, password)
        for each in PAGES:
            each.visit(page)
            page.evaluate(BOLD)
            taken = (
                Image.open(io.BytesIO(page.screenshot()))
                .convert("RGB")
                .quantize(128, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)
            )
            taken.save(SCREENS / f"{each.name}.png", optimize=True)
            print(each.name)


if __name__ == "__main__":
    main()
