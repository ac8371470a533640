"""Groups of columns, columns that only some fill in, holds and steps back, as the pages have them."""

from __future__ import annotations

import datetime
import re

import pytest

from luoshi.ledgers import registry, writing
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD
from tests.library.models import Wish
from tests.library.wishes import WISHES
from tests.web.ledgers.conftest import As
from tests.web.ledgers.pages import text

MAY = datetime.date(2026, 5, 4)


@pytest.fixture
def wish(library: Library, monkeypatch: pytest.MonkeyPatch) -> Wish:
    registry.register(WISHES)
    row = writing.create(WISHES, {"title": "山海经", "branch": library.east, "made_on": MAY}, by=HEAD)
    assert isinstance(row, Wish)
    return row


def heads(html: str) -> list[str]:
    return [text(head) for head in re.findall(r"<h2[^>]*>(.*?)</h2>", html, re.S)]


def test_a_row_and_its_form_stand_in_groups(wish: Wish, acting: As) -> None:
    for address in (f"/ledgers/wishes/{wish.pk}/", f"/ledgers/wishes/{wish.pk}/edit/"):
        page = acting(HEAD).get(address).content.decode()
        assert heads(page) == ["申请", "办理"]
        assert page.index("申请号") < page.index("<h2>申请") < page.index("书名") < page.index("<h2>办理")


def test_a_column_that_one_may_not_fill_in_is_shown_and_not_asked(
    wish: Wish, library: Library, acting: As
) -> None:
    clerk = acting(library.clerk)
    assert "限价" in clerk.get(f"/ledgers/wishes/{wish.pk}/").content.decode()
    assert "price" not in clerk.get(f"/ledgers/wishes/{wish.pk}/edit/").context["form"].fields
    assert "price" in acting(HEAD).get(f"/ledgers/wishes/{wish.pk}/edit/").context["form"].fields


def test_a_step_says_what_holds_it(wish: Wish, acting: As) -> None:
    head = acting(HEAD)
    address = f"/ledgers/wishes/{wish.pk}/step/grant/"
    sent = {"version": str(wish.version)}
    assert "馆长还没有定限价。" in head.get(f"/ledgers/wishes/{wish.pk}/").content.decode()
    for refused in (head.get(address), head.post(address, sent)):
        assert refused.status_code == 400 and "馆长还没有定限价。" in refused.content.decode()
    writing.change(WISHES, wish, {"price": 4550}, by=HEAD)
    assert head.post(address, {"version": str(wish.version)}).status_code == 302
    wish.refresh_from_db()
    assert wish.state == "granted"


def test_a_step_back_asks_for_its_reason(wish: Wish, acting: As) -> None:
    Wish.objects.update(state="granted")
    head, address = acting(HEAD), f"/ledgers/wishes/{wish.pk}/step/return/"
    assert "reason" in head.get(address).context["reason"].fields
    assert head.post(address, {"version": "1", "reason": ""}).status_code == 200
    assert head.post(address, {"version": "1", "reason": "重新询价"}).status_code == 302
    wish.refresh_from_db()
    assert wish.state == "made"
