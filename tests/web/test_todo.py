"""What waits for a person."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from luoshi.web import todo
from luoshi.web.todo import Todo


def test_first_due_comes_first_and_the_top_bar_counts(
    signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cases(request: object) -> list[Todo]:
        return [
            Todo("回复来文", "/a/", "交办"),
            Todo("填报九月数据", "/b/", "填报", date(2026, 10, 8), "招商局"),
        ]

    monkeypatch.setattr(todo, "SOURCES", (cases,))
    page = signed_in.get("/").text
    assert page.index("填报九月数据") < page.index("回复来文")
    assert "2026-10-08" in page
    assert "<span>待办</span> <b>2</b>" in page


def test_without_any_the_page_says_what_would_be_here(signed_in: Client) -> None:
    page = signed_in.get("/").text
    assert "没有待办" in page
    assert "<span>待办</span> <b>0</b>" in page
