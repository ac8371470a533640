"""An import leaves what entering its lines by hand would leave: rows, trail, history, clocks and marks; and it refuses the same."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luoshi.accounts.models import User
from luoshi.ledgers import clocks, importing, registry, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Past
from tests.ledgers import by_hand
from tests.ledgers.conftest import Library
from tests.ledgers.importing import xlsx
from tests.library.events import EVENTS
from tests.library.ledgers import BOOKS, BRANCHES, COPIES, HEAD, LOANS, MEMBERS
from tests.library.models import Copies, Loan, Member, Repair
from tests.library.repairs import REPAIRS
from tests.library.rules import RULES
from tests.library.wishes import WISHES

ON = datetime.date(2026, 5, 7)
BRANCH = st.sampled_from(["东馆", "02", "东馆", "南馆", ""])
DATE = st.sampled_from(["2026-05-01", "2026-05-06", "", "2026-4-30", "五月"])
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Lines = list[tuple[object, ...]]


def weekdays(start: datetime.date, end: datetime.date) -> Mapping[datetime.date, bool]:
    days = (start + datetime.timedelta(days=n) for n in range((end - start).days + 1))
    return {day: day.weekday() < 5 for day in days}


@pytest.fixture(autouse=True)
def stored(registered: None, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    registry.register(REPAIRS, RULES, EVENTS, WISHES)
    monkeypatch.setattr(clocks, "_source", [weekdays])
    host = User.objects.create(username="gu", name="顾行舟")
    User.objects.create(username="xu", name="许青")
    for number, state in (("甲", "reported"), ("乙", "looked"), ("丙", "mended")):
        found = {"number": number, "what": "水经注", "branch": library.east, "state": state}
        writing.create(REPAIRS, {**found, "torn_on": datetime.date(2026, 4, 27)}, by=HEAD, on=ON)
    writing.create(EVENTS, {"title": "夜读", "branch": library.east, "host": host}, by=HEAD)
    writing.create(WISHES, {"number": "甲", "title": "词源", "branch": library.east, "made_on": ON}, by=HEAD)
    library.member("D001", score=90)
    library.member("D002", name="许青", branch=library.west)
    library.book("山海经", number="甲", bought_on=datetime.date(2026, 3, 1))


def alike(ledger: Ledger, names: str, lines: Lines, by: Actor = HEAD) -> Any:
    columns = names.split()
    found, hand = by_hand.both(ledger, columns, lines, by, ON)
    assert isinstance(found, str) == isinstance(hand, str), (found, hand)
    if not isinstance(found, str):
        assert found == hand
    return found


def each(*cells: st.SearchStrategy[Any]) -> st.SearchStrategy[Lines]:
    """Lines of which no two are of one row."""
    return st.lists(st.tuples(*cells), min_size=1, max_size=4, unique_by=lambda line: str(line[0]).strip())


CARDS = st.sampled_from(["D001", "D002", "D003", "D004", "", "D" * 30])
MEMBER = st.sampled_from(["顾行舟", "许青", "", "　白梅 ", "长" * 50])
SCORE = st.sampled_from(["100", "1,000", "99.5", "", "九十", "９0", "1e2"])


@FEW
@given(lines=each(CARDS, MEMBER, BRANCH, SCORE), east=st.booleans())
def test_members(lines: Lines, east: bool, library: Library) -> None:
    alike(MEMBERS, "card name branch score", lines, library.clerk if east else HEAD)


NUMBERS = st.sampled_from(["甲", "乙", "丙", "丁", "XB-0002", "戊"])
STATES = st.sampled_from(["", "", "记下", "已上报", "已查看"])


@FEW
@given(lines=each(NUMBERS, st.sampled_from(["水经注", "禹贡", "字" * 70]), BRANCH, DATE, STATES))
def test_clocks_and_drafts(lines: Lines) -> None:
    alike(REPAIRS, "number what branch torn_on state", lines)


def test_drafts_get_no_number_and_clocks_run_from_their_day(library: Library) -> None:
    lines: Lines = [
        ("", "一", "东馆", "", "", "", ""),
        ("", "二", "东馆", "", "已上报", "", ""),
        ("", "三", "东馆", "", "已上报", "2026-05-04", "是"),
        ("", "四", "东馆", "2026-04-27", "已查看", "", ""),
        ("", "五", "东馆", "", "已修好", "", "否"),
    ]
    names = "number what branch torn_on state entered looked_in_time"
    assert not isinstance(alike(REPAIRS, names, lines), str)
    changed: Lines = [
        ("乙", "水经注", "东馆", "2026-04-29", "已查看"),
        ("甲", "水经注", "02", "2026-04-29", ""),
    ]
    found = alike(REPAIRS, "number what branch torn_on state", changed)
    assert "datetime.date(2026, 5, 9)" in " ".join(found["rows"])
    assert isinstance(alike(REPAIRS, "number what looked_in_time", [("甲", "水经注", "是")]), str)


TITLES = st.sampled_from(["夜读", "晨读", "午读"])
PEOPLE = st.sampled_from(["顾行舟", "xu", "", "无此人"])


@FEW
@given(lines=each(TITLES, BRANCH, PEOPLE, st.sampled_from(["", "xu", "gu、xu"]), DATE))
def test_history_and_people(lines: Lines) -> None:
    alike(EVENTS, "title branch host speakers held_on", lines)


def test_history_is_told_from_both_sides() -> None:
    found = alike(EVENTS, "title branch host", [("夜读", "东馆", "许青")])
    assert len(found["past"]) == 2 and not Past.objects.exists()


@FEW
@given(lines=each(NUMBERS, BRANCH, DATE, DATE, st.sampled_from(["13", "20", ""])), east=st.booleans())
def test_checks_in_python(lines: Lines, east: bool, library: Library) -> None:
    more = [(*line, "书名", "科学", "10") for line in lines]
    names = "number branch bought_on shelved_on pages title kind price"
    alike(BOOKS, names, more, library.clerk if east else HEAD)


@FEW
@given(lines=each(NUMBERS, BRANCH, DATE, PEOPLE, st.sampled_from(["", "", "12"])), east=st.booleans())
def test_grants_of_columns(lines: Lines, east: bool, library: Library) -> None:
    more = [("词源", *line) for line in lines]
    alike(WISHES, "title number branch made_on asker price", more, library.clerk if east else HEAD)


@FEW
@given(
    tree=st.dictionaries(st.sampled_from("34567"), st.sampled_from(["", "0", "1", "01", "02"]), min_size=1)
)
def test_trees(tree: dict[str, str]) -> None:
    """Each stands under none, a stored one, or the one that is so many before it, wherever that stands in the file."""
    names = {code: f"第{code}馆" for code in tree}
    lines: Lines = []
    for code, parent in tree.items():
        above = str(int(code) - 1 - int(parent)) if len(parent) == 1 else parent
        lines.append((code, names[code], names.get(above, above)))
    alike(BRANCHES, "code name parent", lines)


def test_links_in_the_identity_and_paths_to_the_unit(library: Library) -> None:
    book, member = library.book(), Member.objects.get(card="D001")
    Loan.objects.create(book=book, member=member, lent_on=datetime.date(2026, 1, 5))
    lines: Lines = [(book.number, "D001", "2026-01-05", "2.5"), (book.number, "D001", "2026-02-05", "1")]
    assert not isinstance(alike(LOANS, "book member lent_on fine", lines), str)
    alike(LOANS, "book member lent_on fine", lines, library.stranger_clerk)


def test_months_and_areas(library: Library) -> None:
    Copies.objects.create(branch=library.east, period=202601, copies=10)
    good: Lines = [("东馆", "2026-01", "11", "12.5"), ("西馆", "2026年2月", "0", "")]
    assert not isinstance(alike(COPIES, "branch period copies area", good), str)
    assert isinstance(alike(COPIES, "branch period copies area", [("东馆", "2026-13", "11", "1")]), str)


def test_sheets_with_other_columns(library: Library) -> None:
    plan = importing.plan(
        REPAIRS,
        xlsx(
            一=[("修补号", "书名", "分馆"), ("甲", "禹贡", "东馆"), ("丁", "禹贡", "东馆")],
            二=[("修补号", "损坏日期"), ("乙", "2026-04-29")],
        ),
        "表.xlsx",
        by=HEAD,
    )
    assert not plan.problems
    assert [list(c.shown) for c in (*plan.creates, *plan.changes)] == [
        ["修补号", "书名", "分馆"], ["书名"], ["损坏日期"],
    ]  # fmt: skip
    importing.apply(plan, by=HEAD, on=ON)
    told = Repair.objects.order_by("pk").values_list("number", "what", "torn_on__day", "due_on__day")
    assert list(told) == [
        ("甲", "禹贡", 27, 12),
        ("乙", "水经注", 29, 9),
        ("丙", "水经注", 27, None),
        ("丁", "禹贡", None, None),
    ]


def test_a_sheet_that_lacks_a_column_of_new_rows(library: Library) -> None:
    data = xlsx(
        一=[("修补号", "书名", "分馆"), ("甲", "禹贡", "东馆")], 二=[("修补号", "书名"), ("丁", "禹贡")]
    )
    (problem,) = importing.plan(REPAIRS, data, "表.xlsx", by=HEAD).problems
    assert "“二”表" in str(problem) and "分馆" in str(problem)
