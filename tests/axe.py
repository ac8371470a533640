"""What a program can ask about whether everybody can use a page: the rules of WCAG 2.2 AA, asked by axe."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASKED = {"runOnly": RULES, "resultTypes": ["violations"]}


def faults(page: Page) -> dict[str, list[str]]:
    """The faults of the page as it stands, each with the first places where it is found."""
    found = Axe().run(page, options=ASKED).response["violations"]
    return {
        f"{fault['id']} ({fault['impact']})": [node["target"][0] for node in fault["nodes"]][:3]
        for fault in found
    }
