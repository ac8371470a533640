"""People, places, clocks and reviews, as the pages of rows have them."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.ledgers import history, registry, rule_kinds, writing
from luoshi.ledgers.columns.people import named
from tests.ledgers.conftest import Library
from tests.ledgers.test_reviews import MENDING
from tests.library.events import EVENTS
from tests.library.ledgers import HEAD
from tests.library.models import Event, Repair
from tests.library.repairs import RESPONSE
from tests.web.ledgers.conftest import As


@pytest.fixture(autouse=True)
def registered_too(shelved: None, monkeypatch: pytest.MonkeyPatch) -> None:
    registry.register(EVENTS, MENDING)
    monkeypatch.setattr(rule_kinds, "_kinds", {RESPONSE.name: RESPONSE})


@pytest.fixture
def cast(db: None) -> tuple[User, User]:
    shen, tang = (
        User.objects.create_user(key, name=name) for key, name in (("shen", "沈砚"), ("tang", "唐溪"))
    )
    return shen, tang


def test_a_form_takes_people_and_a_place(library: Library, acting: As, cast: tuple[User, User]) -> None:
    shen, tang = cast
    head = acting(HEAD)
    sent = {"title": "夜读", "branch": "东区分馆", "host": "沈砚", "speakers": "沈砚、唐溪"}
    wrong = head.post("/ledgers/events/new/", sent | {"place": "湖边", "speakers": "沈砚、无名"})
    assert "“湖边”不是位置" in wrong.content.decode() and "姓名为“无名”的人员" in wrong.content.decode()
    assert head.post("/ledgers/events/new/", sent | {"place": "117.283,31.861"}).status_code == 302
    row = Event.objects.get()
    assert (row.host, row.speakers) == (shen, [named(shen), named(tang)])
    page = head.get(f"/ledgers/events/{row.pk}/").content.decode()
    assert "沈砚、唐溪" in page and "点 117.283,31.861" in page
    form = head.get(f"/ledgers/events/{row.pk}/edit/").context["form"]
    assert (form["speakers"].value(), form["place"].value()) == ("shen、tang", "117.283,31.861")


def test_an_edit_is_kept_with_its_day(library: Library, acting: As) -> None:
    row = writing.create(EVENTS, {"title": "夜读", "branch": library.east}, by=HEAD)
    sent = {"title": "晨读", "branch": "东区分馆", "version": "1"}
    assert acting(HEAD).post(f"/ledgers/events/{row.pk}/edit/", sent).status_code == 302
    assert [past.since for past in history.of(EVENTS, row, "title")][1:] == [timezone.localdate()]


def test_a_new_row_starts_its_clock_today(library: Library, acting: As) -> None:
    assert MENDING.lifecycle is not None
    started = dataclasses.replace(MENDING.lifecycle, start="reported", draft="")
    registry._ledgers["repairs"] = dataclasses.replace(MENDING, lifecycle=started)
    head = acting(HEAD)
    asked = head.get("/ledgers/repairs/new/").context["form"].fields
    assert not {"entered", "due_on", "looked_in_time"} & set(asked)
    assert head.post("/ledgers/repairs/new/", {"what": "水经注", "branch": "东区分馆"}).status_code == 302
    assert Repair.objects.get().entered == timezone.localdate()


def test_a_step_waits_for_its_review(library: Library, acting: As) -> None:
    day = datetime.date(2026, 5, 6)
    values = {"what": "水经注", "branch": library.east, "state": "looked", "torn_on": day}
    row = writing.create(MENDING, values, by=HEAD, on=day)
    head = acting(HEAD)
    assert "现在还没有人评审" in head.get(f"/ledgers/repairs/{row.pk}/").content.decode()
    assert head.get(f"/ledgers/repairs/{row.pk}/step/mend/").status_code == 400
