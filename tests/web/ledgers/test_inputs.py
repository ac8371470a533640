"""Inputs for people and places: searched, drawn, and lines of text where there are no scripts."""

from __future__ import annotations

import pytest

from luoshi.accounts.models import User
from luoshi.ledgers import registry, writing
from luoshi.ledgers.columns import Column, Place
from luoshi.ledgers.columns.people import named
from luoshi.web.ledgers import inputs, places
from tests.ledgers.conftest import Library
from tests.library.events import EVENTS
from tests.library.ledgers import HEAD, INSPECTOR
from tests.library.models import Event
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

URL = "/ledgers/events/"
SQUARE = '{"type":"Polygon","coordinates":[[[117.0,31.0],[117.01,31.0],[117.01,31.01],[117.0,31.01],[117.0,31.0]]]}'


@pytest.fixture(autouse=True)
def registered_too(shelved: None) -> None:
    registry.register(EVENTS)


@pytest.fixture
def cast(db: None) -> tuple[User, User]:
    shen, tang = (
        User.objects.create_user(key, name=name) for key, name in (("shen", "沈砚"), ("tang", "唐溪"))
    )
    return shen, tang


def event(library: Library, title: str = "夜读", **values: object) -> Event:
    row = writing.create(EVENTS, {"title": title, "branch": library.east, **values}, by=HEAD)
    assert isinstance(row, Event)
    return row


def subclasses(kind: type[Column]) -> set[type[Column]]:
    found = set(kind.__subclasses__())
    return found.union(*map(subclasses, found)) if found else found


def test_every_kind_of_column_names_an_input_that_there_is() -> None:
    few = {"select", "flag", "file"}  # a list of options, and what is no text
    assert {kind.widget for kind in subclasses(Column)} <= set(inputs.WIDGETS) | few


def test_people_are_offered_by_name_and_by_user_name(
    library: Library, acting: As, cast: tuple[User, User]
) -> None:
    User.objects.create_user("ou", name="沈鸥", is_active=False)
    head = acting(HEAD)
    html = head.get(f"{URL}options/speakers/", {"speakers.like": "沈"}).text
    assert html.index('data-entered="shen"') < html.index('data-entered="ou"')
    assert "唐溪" not in html and "已停用" in html
    assert 'data-entered="tang"' in head.get(f"{URL}options/host/", {"host.like": "TAN"}).text
    assert "没有找到“无名”" in head.get(f"{URL}options/host/", {"host.like": "无名"}).text
    assert head.get(f"{URL}options/title/").status_code == 404


def test_only_who_fills_in_a_form_is_offered_anything(library: Library, acting: As) -> None:
    for address in (f"{URL}options/host/", f"{URL}place/place/"):
        for method in ("get", "post"):
            assert getattr(acting(INSPECTOR), method)(address).status_code in (403, 405)
    assert acting(INSPECTOR).post(f"{URL}place/place/").status_code == 403


def test_the_line_of_people_comes_with_their_names(
    library: Library, acting: As, cast: tuple[User, User]
) -> None:
    row = event(library, host=cast[0], speakers=[named(cast[0]), named(cast[1])])
    html = acting(HEAD).get(f"{URL}{row.pk}/edit/").text
    assert 'value="shen、tang"' in html
    assert '<li class="chip" data-entered="tang">唐溪</li>' in html
    sent = {"title": "夜读", "branch": "东区分馆", "version": "1", "speakers": "tang", "speakers.like": "沈"}
    assert acting(HEAD).post(f"{URL}{row.pk}/edit/", sent).status_code == 302
    row.refresh_from_db()
    assert row.speakers == [named(cast[1])]


def test_a_place_is_drawn_while_it_is_typed(library: Library, acting: As) -> None:
    head = acting(HEAD)
    html = head.post(f"{URL}place/place/", {"place": SQUARE}).text
    assert '<path class="place-area"' in html and "平方米" in html
    assert "不是位置" in head.post(f"{URL}place/place/", {"place": "湖边"}).text
    assert head.post(f"{URL}place/place/", {"place": ""}).text.strip() == ""
    assert head.post(f"{URL}place/host/").status_code == 404
    row = event(library, place=Place("place").parse("117.283,31.861", None))  # type: ignore[arg-type]
    html = head.get(f"{URL}{row.pk}/").text
    assert "place-point" in html and "点 117.283,31.861" in pages.text(html)


def test_a_drawing_is_to_scale_and_stays_inside() -> None:
    drawing = places.of_text(SQUARE)
    assert drawing and drawing.said.startswith("东西 954 米，南北 1,113 米，约 1,0")
    numbers = [float(n) for n in drawing.path.replace("M", " ").replace("L", " ").replace("Z", " ").split()]
    assert all(0 <= x <= places.WIDE for x in numbers[::2]) and all(
        0 <= y <= places.HIGH for y in numbers[1::2]
    )
    assert places.of_text("湖边") is None and places.of_text("") is None


def test_a_line_across_is_drawn_too() -> None:
    """An area without any height divides by nothing."""
    flat = '{"type":"Polygon","coordinates":[[[117,31],[117.01,31],[117.005,31],[117,31]]]}'
    drawing = places.of_text(flat)
    assert drawing and "南北 0 米" in drawing.said


def test_lists_are_narrowed_by_people_and_by_places(
    library: Library, acting: As, cast: tuple[User, User]
) -> None:
    shen, tang = cast
    event(library, "夜读", host=shen, speakers=[named(shen), named(tang)])
    event(library, "晨读", host=tang, place={"type": "Point", "coordinates": [117.2, 31.8]})
    head = acting(HEAD)

    def titles(**given: str) -> list[str]:
        html = head.get(URL, {f"f.{name.replace('_', '.')}": value for name, value in given.items()}).text
        rows = [row for row in pages.table(html, "ledger-events") if len(row) > 1]
        return sorted(row[0] for row in rows)

    assert titles(host_has="沈") == ["夜读"]
    assert titles(speakers_has="tang") == ["夜读"]
    assert titles(speakers_has="无名") == []
    assert titles(host=str(tang.pk)) == ["晨读"]
    assert titles(speakers=str(tang.pk)) == ["夜读"]
    assert titles(place="yes") == ["晨读"] and titles(place="no") == ["夜读"]
    html = head.get(URL, {"f.host": "9" * 30, "f.place": "也许"}).text
    assert "没有编号为" in html and "没有“也许”这一项" in html
    assert pages.chips(head.get(URL, {"f.host": str(tang.pk)}).text) == ["主持人 唐溪"]
