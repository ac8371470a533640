"""Pages in English: what is left in Chinese on them is what people wrote, and that is left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.apps import apps
from django.db.models import CharField, JSONField, TextField
from django.test import Client

from luoshi.accounts.models import User
from luoshi.enterprises.register.models import Enterprise
from luoshi.projects.investment.signings.models import Signing
from luoshi.web.language.door import COOKIE, ENGLISH
from luoshi.web.language.markup import ATTRIBUTE, QUIET, RAW, SPOKEN, TOKEN, VOID
from tests.main_pages import OTHERS, PAGES, SUPERVISOR, Main

CHINESE = re.compile("[\u3400-\u9fff]+")
TOKENS_OF_FORMS = re.compile(r'(csrfmiddlewaretoken" value=|x-csrftoken": )"[^"]+"')

# What rules say in the words of an office, put together without a sentence of ours around them.
OF_RULES = ("rules", "assessment")
IN_RULES = re.compile(r"[A-DT] 类|亿元以上|约谈|督促|吨标准煤|更正通报")

pytestmark = pytest.mark.django_db


@pytest.fixture
def supervisor(zone: None) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=SUPERVISOR))
    return client


def page(client: Client, address: str, language: str = "zh-Hans") -> str:
    client.cookies[COOKIE] = language
    answer = client.get(address)
    assert answer.status_code == 200, address
    return TOKENS_OF_FORMS.sub("", answer.text)


def address(client: Client, main: Main) -> str:
    """Where a main page is, as the first link says that its selector finds."""
    if not main.behind:
        return main.address
    prefix = re.search(r"href\^='([^']+)'", main.behind)
    assert prefix is not None
    rest = page(client, main.address).partition("<main")[2]
    if "tbody" in main.behind:
        rest = rest.partition("<tbody")[2]
    links = re.findall(rf'href="({prefix[1]}[^"?]+)', rest)
    return f"{next(link for link in links if 'upload' not in link)}{main.then}"


def texts(html: str) -> Iterator[str]:
    """What a page says: texts and spoken attributes, but for what its marks say people wrote."""
    at = 0
    while token := TOKEN.search(html, at):
        yield unescape(html[at : token.start()])
        at = token.end()
        tag = token["start"]
        if not tag:
            continue
        if QUIET.search(token[0]) and tag not in VOID:
            at = end_of(html, tag, at)
            continue
        yield from (
            unescape(found["double"] or "")
            for found in ATTRIBUTE.finditer(token[0])
            if found["name"] in SPOKEN
        )
        if tag in RAW:
            at = html.index(f"</{tag}", at)


def end_of(html: str, tag: str, at: int) -> int:
    depth = 1
    while depth:
        token = TOKEN.search(html, at)
        assert token is not None
        at = token.end()
        depth += (token["start"] == tag) - (token["end"] == tag)
    return at


def entered() -> str:
    """Everything that is kept as text, which is what people entered."""
    found: list[str] = []
    for model in apps.get_models():
        fields = [
            f
            for f in model._meta.concrete_fields
            if isinstance(f, CharField | TextField | JSONField) and not f.choices
        ]
        for row in model._default_manager.values_list(*(f.attname for f in fields)) if fields else ():
            found += map(str, row)
    return "\n".join(found)


def test_what_is_left_in_chinese_is_what_people_wrote(supervisor: Client) -> None:
    known, left = entered(), {}
    for main in (*PAGES, *OTHERS):
        html = page(supervisor, address(supervisor, main), ENGLISH)
        assert '<html lang="en"' in html
        for text in texts(html):
            unknown = [run for run in CHINESE.findall(text) if run not in known]
            if unknown and not (main.name in OF_RULES and IN_RULES.search(text)):
                left[main.name, text.strip()] = unknown
    assert [f"{name}: {text}: {unknown}" for (name, text), unknown in left.items()] == []


def test_a_chinese_page_is_what_the_view_wrote(supervisor: Client) -> None:
    """Whatever has been read in English before: what is kept is Chinese, and nothing of it is changed."""
    for main in PAGES[:6]:
        where = address(supervisor, main)
        before = page(supervisor, where)
        assert page(supervisor, where, ENGLISH) != before
        assert page(supervisor, where) == before


def test_a_name_that_is_a_word_of_ours_stays_a_name(supervisor: Client) -> None:
    enterprise = Enterprise.objects.all()[0]
    Enterprise.objects.filter(pk=enterprise.pk).update(name="待办")
    signing = Signing.objects.all()[0]
    Signing.objects.filter(pk=signing.pk).update(project="红灯", investor="共 3 条")
    register = page(supervisor, "/ledgers/enterprises-register/?q=%E5%BE%85%E5%8A%9E", ENGLISH)
    assert 'translate="no"><a href' in register
    assert ">待办</a>" in register
    card = page(supervisor, f"/ledgers/investment-signings/{signing.pk}/", ENGLISH)
    assert '<h1 translate="no">红灯</h1>' in card
    assert "共 3 条" in card
    assert ">To do</span>" in card
