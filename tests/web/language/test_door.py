"""The switch: a person chooses English, and only that person's pages are translated."""

from __future__ import annotations

import pytest
from django.http import FileResponse, HttpResponse
from django.test import Client, RequestFactory

from luoshi.accounts.models import User
from luoshi.web.language import door


def test_everybody_reads_chinese_until_they_choose(signed_in: Client) -> None:
    for header in ("en", "en-GB,en;q=0.9"):
        page = signed_in.get("/", headers={"accept-language": header})
        assert '<html lang="zh-Hans">' in page.text
        assert "待办" in page.text
        assert '<button class="quiet" name="language" value="en" lang="en">English</button>' in page.text


def test_a_person_switches_there_and_back(signed_in: Client) -> None:
    answer = signed_in.post("/language/", {"language": "en", "next": "/settings/"})
    assert (answer.status_code, answer.url) == (302, "/settings/")
    page = signed_in.get(answer.url)
    assert '<html lang="en">' in page.text
    assert page.headers["Content-Language"] == "en"
    assert "Change password" in page.text
    assert "设置" not in page.text
    assert (
        '<button class="quiet" name="language" value="zh-Hans" lang="zh-Hans" translate="no">中文</button>'
        in page.text
    )
    signed_in.post("/language/", {"language": "zh-Hans", "next": "/settings/"})
    assert '<html lang="zh-Hans">' in signed_in.get("/settings/").text


def test_a_stranger_switches_too_and_is_sent_nowhere_else(client: Client, db: None) -> None:
    assert client.post("/language/", {"language": "en", "next": "https://elsewhere.example/"}).url == "/"
    assert client.get("/language/").status_code == 405
    page = client.get("/login/")
    assert "User name" in page.text
    refused = client.post("/login/", {"username": "nobody", "password": "wrong"})
    assert "The user name or password is wrong" in refused.text


def test_any_other_language_is_chinese(client: Client, db: None) -> None:
    client.post("/language/", {"language": "<script>"})
    assert client.cookies[door.COOKIE].value == "zh-Hans"
    assert '<html lang="zh-Hans">' in client.get("/login/").text


def test_refusals_and_fragments_are_translated(signed_in: Client) -> None:
    signed_in.cookies[door.COOKIE] = door.ENGLISH
    missing = signed_in.get("/nowhere/")
    assert missing.status_code == 404
    assert "This page was not found" in missing.text
    drawer = signed_in.get("/settings/password/", headers={"HX-Request": "true", "HX-Target": "drawer"})
    assert "Open as a page" in drawer.text
    assert 'id="texts"' not in drawer.text


def test_what_a_person_is_called_is_not_translated(client: Client, db: None) -> None:
    person = User.objects.create_user("daiban", "a-lake-at-dawn-7", name="待办")
    client.force_login(person)
    client.cookies[door.COOKIE] = door.ENGLISH
    page = client.get("/").text
    assert '<span translate="no">待办</span>' in page
    assert "<h1>To do</h1>" in page


@pytest.mark.parametrize(
    "answer",
    [
        HttpResponse("<p>待办</p>"),
        HttpResponse("待办", content_type="text/csv"),
        FileResponse(iter([b"<p>"]), content_type="text/html"),
    ],
)
def test_whoever_reads_chinese_gets_the_very_answer(answer: HttpResponse) -> None:
    before = None if answer.streaming else answer.content
    request = RequestFactory().get("/")
    assert door.at_the_edge(lambda _: answer)(request) is answer
    assert before is None or answer.content == before


def test_files_are_handed_out_as_they_are() -> None:
    request = RequestFactory().get("/")
    request.COOKIES[door.COOKIE] = door.ENGLISH
    table = door.at_the_edge(lambda _: HttpResponse("待办", content_type="text/csv"))(request)
    page = door.at_the_edge(lambda _: HttpResponse("<p>待办</p>"))(request)
    assert (table.text, page.text) == ("待办", "<p>To do</p>")
