"""Columns of people and of places: what they take, show and write, in rows, imports and filters."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.accounts.models import User
from luoshi.ledgers import exporting, importing, registry, workbooks, writing
from luoshi.ledgers.columns import People, Person, Place
from luoshi.ledgers.columns.people import among, named
from luoshi.ledgers.columns.places import area_of
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups
from tests.ledgers.conftest import Library
from tests.library.events import EVENTS
from tests.library.ledgers import HEAD
from tests.library.models import Event

DAY = datetime.date(2026, 5, 6)
HOST, SPEAKERS, PLACE = Person("host"), People("speakers"), Place("place")
SQUARE = [[117.0, 31.0], [117.01, 31.0], [117.01, 31.01], [117.0, 31.01], [117.0, 31.0]]


@pytest.fixture(autouse=True)
def registered_too(registered: None) -> None:
    registry.register(EVENTS)


@pytest.fixture
def cast(db: None) -> dict[str, User]:
    people = {"shenyan": "沈砚", "tangxi": "唐溪", "zhangwei": "张伟", "zhangwei2": "张伟", "唐溪": "冒名"}
    return {key: User.objects.create_user(key, name=name) for key, name in people.items()}


def event(library: Library, title: str = "夜读", **values: Any) -> Event:
    row = writing.create(EVENTS, {"title": title, "branch": library.east} | values, by=HEAD)
    assert isinstance(row, Event)
    return row


# People


@pytest.mark.parametrize(("text", "key"), [("shenyan", "shenyan"), ("沈砚", "shenyan"), ("沈砚（shenyan）", "shenyan"), ("唐溪", "唐溪")])  # fmt: skip
def test_one_person_by_user_name_or_name(cast: dict[str, User], text: str, key: str) -> None:
    assert HOST.parse(text, Lookups()) == cast[key]


def test_who_cannot_be_told_apart_or_is_not_there(cast: dict[str, User]) -> None:
    with pytest.raises(BadValue, match="有 2 个人叫“张伟”，请改填用户名"):
        HOST.parse("张伟", Lookups())
    with pytest.raises(BadValue, match="没有用户名或姓名为“无名”的人员"):
        SPEAKERS.parse("沈砚、无名", Lookups())


def test_several_people(cast: dict[str, User]) -> None:
    found = SPEAKERS.parse(" 沈砚、tangxi，shenyan； zhangwei ", Lookups())
    assert found == [named(cast[key]) for key in ("shenyan", "tangxi", "zhangwei")]
    assert (SPEAKERS.show(found), SPEAKERS.entered(found)) == (
        "沈砚、唐溪、张伟",
        "shenyan、tangxi、zhangwei",
    )
    assert SPEAKERS.parse(SPEAKERS.entered(found), Lookups()) == found
    for nothing in ("", " ", "、"):
        assert SPEAKERS.parse(nothing, Lookups()) is None
    assert (SPEAKERS.show([]), SPEAKERS.entered(None)) == ("–", "")


def test_one_query_finds_everybody(cast: dict[str, User], django_assert_num_queries: Any) -> None:
    finder = Lookups()
    with django_assert_num_queries(1):
        for key in cast:
            HOST.parse(key, finder)


def test_rows_with_a_person_among_others(library: Library, cast: dict[str, User]) -> None:
    both = event(library, "一", speakers=[named(cast["shenyan"]), named(cast["tangxi"])])
    one = event(library, "二", speakers=[named(cast["tangxi"])])
    event(library, "三")
    longer = {"key": cast["tangxi"].pk * 10 + 1, "name": "别人", "username": "other"}
    event(library, "四", speakers=[longer])
    assert set(Event.objects.filter(among("speakers", cast["tangxi"].pk))) == {both, one}
    assert set(Event.objects.filter(among("speakers", cast["shenyan"].pk))) == {both}
    assert not Event.objects.filter(among("speakers", cast["zhangwei"].pk)).exists()


def test_lists_read_people_with_the_rows(library: Library, cast: dict[str, User], django_assert_num_queries: Any) -> None:  # fmt: skip
    for title in "一二三":
        event(library, title, host=cast["shenyan"], speakers=[named(cast["tangxi"])])
    with django_assert_num_queries(1):
        shown = [(HOST.show(HOST.of(row)), SPEAKERS.show(SPEAKERS.of(row))) for row in EVENTS.rows()]
    assert shown == [("沈砚", "唐溪")] * 3


# Places


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("117.283,31.861", [117.283, 31.861]),
        (" （117.283， 31.861）".replace("（", "(").replace("）", ")"), [117.283, 31.861]),
        ("１１７．２，-31", [117.2, -31.0]),
        ('{"type":"Point","coordinates":[117,31,12.5]}', [117.0, 31.0]),
        ('{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}', [1.0, 2.0]),
    ],
)
def test_a_point(text: str, stored: list[float]) -> None:
    assert PLACE.parse(text, Lookups()) == {"type": "Point", "coordinates": stored}


def polygon(*rings: object) -> str:
    return json.dumps({"type": "Polygon", "coordinates": list(rings)})


def test_an_area() -> None:
    found = PLACE.parse(polygon(SQUARE), Lookups())
    assert PLACE.show(found) == "面 4 点"
    assert PLACE.parse(PLACE.entered(found), Lookups()) == found
    assert PLACE.show(PLACE.parse("117.283,31.8610", Lookups())) == "点 117.283,31.861"
    assert (PLACE.show(None), PLACE.entered(None)) == ("–", "")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("合肥", "“合肥”不是位置"),
        ("[1,2]", "一个点或一个面"),
        ("null", "一个点或一个面"),
        ('{"type":"LineString","coordinates":[[1,2],[3,4]]}', "一个点或一个面"),
        ('{"type":"Feature","geometry":null}', "一个点或一个面"),
        ("31.861,117.283", "不是位置"),
        ("181,31", "超出经纬度的范围"),
        ("117,91", "超出经纬度的范围"),
        ('{"type":"Point","coordinates":["a","b"]}', "不是经纬度"),
        ('{"type":"Point","coordinates":[1]}', "不是经纬度"),
        ('{"type":"Point","coordinates":[NaN,1]}', "不是经纬度"),
        ('{"type":"Point","coordinates":null}', "不是经纬度"),
        (polygon(SQUARE[:-1]), "首尾要是同一个点"),
        (polygon(SQUARE[:2] + SQUARE[:1]), "至少三个点"),
        (polygon("x"), "至少三个点"),
        (polygon(), "一个点或一个面"),
        (polygon([[0, 0]] * 2001), "点太多"),
        ("[" * 100_000, "不是位置"),
    ],
)
def test_what_is_no_place(text: str, sentence: str) -> None:
    with pytest.raises(BadValue, match=sentence):
        PLACE.parse(text, Lookups())


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_a_point_comes_back(longitude: float, latitude: float) -> None:
    stored = {"type": "Point", "coordinates": [longitude, latitude]}
    found = PLACE.parse(PLACE.entered(stored), Lookups())
    assert found["coordinates"] == pytest.approx([longitude, latitude], abs=1e-12)


def test_the_area_of_a_known_square() -> None:
    # 0.01° of latitude is 1111.95 m on this sphere, 0.01° of longitude at 31.005° 953.08 m
    assert area_of({"type": "Polygon", "coordinates": [SQUARE]}) == pytest.approx(1111.95 * 953.08, rel=0.005)
    hole = [[117.002, 31.002], [117.004, 31.002], [117.004, 31.004], [117.002, 31.004], [117.002, 31.002]]
    with_hole = area_of({"type": "Polygon", "coordinates": [SQUARE[::-1], hole]})
    assert with_hole == pytest.approx(1111.95 * 953.08 * 0.96, rel=0.005)
    assert area_of({"type": "Point", "coordinates": [1, 2]}) == 0


def test_an_import_takes_people_and_places_and_gives_them_back(
    library: Library, cast: dict[str, User]
) -> None:
    head = ["题目", "分馆", "主持人", "主讲人", "地点"]
    line = ["夜读", "东区分馆", "沈砚", "沈砚、唐溪（tangxi）", "117.283,31.861"]
    plan = importing.plan(EVENTS, workbooks.csv_bytes([head, line]), "读书会.csv", by=HEAD)
    importing.apply(plan, by=HEAD)
    row = Event.objects.get()
    assert row.speakers == [named(cast["shenyan"]), named(cast["tangxi"])]
    assert row.place == {"type": "Point", "coordinates": [117.283, 31.861]}
    back = exporting.export(EVENTS, EVENTS.rows(), "csv", by=HEAD, as_of=DAY)
    again = importing.plan(EVENTS, back, "读书会.csv", by=HEAD)
    assert not again.problems and not again.creates and not again.changes and again.unchanged == 1
    bare = importing.plan(EVENTS, workbooks.csv_bytes([head[:1] + head[2:], [*line[:1], "", "", ""]]), "读书会.csv", by=HEAD)  # fmt: skip
    importing.apply(bare, by=HEAD, on=DAY)
    row.refresh_from_db()
    assert (row.host, row.speakers, row.place) == (None, [], None)
