"""Search from everywhere."""

from __future__ import annotations

import pytest
from django.test import Client

from luoshi.web.pages import search
from luoshi.web.pages.search import Hit

HTMX = {"HX-Request": "true"}


def test_pages_are_found_by_name_and_by_what_they_do(signed_in: Client) -> None:
    assert 'href="/settings/password/"' in signed_in.get("/search/", {"q": "密码"}, headers=HTMX).text
    assert 'href="/settings/password/"' in signed_in.get("/search/", {"q": "更换"}, headers=HTMX).text


def test_the_palette_gets_a_fragment_and_no_script_gets_a_page(signed_in: Client) -> None:
    assert "<html" not in signed_in.get("/search/", headers=HTMX).text
    assert "<html" in signed_in.get("/search/").text


def test_nothing_found_says_what_to_try(signed_in: Client) -> None:
    assert "没有找到“火星”" in signed_in.get("/search/", {"q": "火星"}, headers=HTMX).text


def test_a_source_is_asked_only_with_words_and_for_no_more_than_is_shown(
    signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def units(request: object, words: str) -> object:
        for number in range(100):
            asked.append(number)
            yield Hit("单位", f"{words}{number}", f"/units/{number}/")

    monkeypatch.setattr(search, "SOURCES", (search.pages, units))
    signed_in.get("/search/")
    assert asked == []
    page = signed_in.get("/search/", {"q": "招商"}, headers=HTMX).text
    assert page.count("/units/") == search.SHOWN
    assert len(asked) == search.SHOWN


def test_a_door_that_is_shut_is_not_offered(signed_in: Client) -> None:
    assert "/login/" in Client().get("/search/", {"q": "设置"}).headers["Location"]
