"""A window of the house: who acts on which day, the steps that they take and the forms that they fill in."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from luoshi.accounts.models import User


class Window:
    """One window, in which people act one after the other, each on a day."""

    def __init__(self, page: Page, address: str, patch: pytest.MonkeyPatch) -> None:
        self.page, self._address, self._patch = page, address, patch
        self._sessions: dict[str, str] = {}
        self._who = ""

    # Who acts, and when

    def on(self, day: date, username: str = "") -> None:
        """From here on it is that day, and that person acts."""
        self._patch.setattr(timezone, "localdate", lambda *given: day)
        self._who = username or self._who
        self._sign_in(self._who)

    def _sign_in(self, username: str) -> None:
        if username not in self._sessions:
            client = Client()
            client.force_login(User.objects.get(username=username))
            self._sessions[username] = client.cookies["sessionid"].value
        held = self._sessions[username]
        self.page.context.add_cookies([{"name": "sessionid", "value": held, "url": self._address}])

    # What is done

    def add(self, ledger: str, **fields: str) -> str:
        """A new row by the form; its address."""
        self.page.goto(f"/ledgers/{ledger}/new/")
        return self.save(**fields)

    def change(self, row: str, **fields: str) -> None:
        """Change a row by the form."""
        self.page.goto(f"{row}edit/")
        self.save(**fields)

    def step(self, row: str, title: str, **fields: str) -> None:
        """Take a step of a row by its button, filling in what it asks for."""
        self.go(row, title)
        self.save(**fields)

    def go(self, address: str, link: str) -> None:
        """Open a page and follow a link of it."""
        self.page.goto(address)
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=link, exact=True).first.click()

    def save(self, **fields: str) -> str:
        """Fill in the form of the page and send it; the address of the row that it leads to."""
        form = self.page.locator("main form.form")
        for name, text in fields.items():
            self._enter(form.locator(f"[name='{name}']"), text)
        form.locator("button.primary").click()
        expect(self.page.get_by_role("status")).to_contain_text("已")
        return self.here()

    def here(self) -> str:
        """The address of the page, from the root."""
        return "/" + self.page.url.split("/", 3)[3]

    def _enter(self, field: Locator, text: str) -> None:
        people = field.locator("xpath=ancestor::div[@data-people]")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(field.locator("option", has_text=text).first.get_attribute("value"))
        elif people.count():
            for username in text.split():
                people.locator(".people-search").fill(username)
                people.locator(f"[data-entered={username}][role=option]").click()
        else:
            field.fill(text)

    def prove(self, row: str, slot: str = "") -> None:
        """Hang a file on a row."""
        self.page.goto(f"{row}files/")
        form = self.page.locator("main form.form")
        several = form.locator("select[name=slot]")
        if slot and several.count():
            several.select_option(label=slot)
        name = f"{slot or '佐证'}.txt"
        form.locator("[type=file]").set_input_files(
            {"name": name, "mimeType": "text/plain", "buffer": f"{name} {row}".encode()}
        )
        form.locator("button.primary").click()
        expect(self.page.locator("main")).to_contain_text(name)

    def vote(self, screening: str, answers: dict[str, str]) -> None:
        """Answer what the lead does not tell."""
        self.go(screening, "打分和汇总") if self._who == "chenjing" else self.page.goto(
            f"/investment/screenings/{screening.split('/')[3]}/"
        )
        self.save(**answers)

    def review(self, row: str) -> None:
        """Say that a row passes."""
        self.go(f"{row}reviews/", "填写评审结论")
        self.save(verdict="通过")
