"""The plan by columns and the plan by lines are one plan: the same rows, problems, trail and marks."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import models, transaction
from django.db.models import F, Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luoshi.ledgers import chain, columnar, constraints, importing, keeping
from luoshi.ledgers.access import Actor
from luoshi.ledgers.columns import LARGEST, Choice, Column, Day, Flag, Money, Month, Number, Share, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import AuditRow, Mark
from tests.ledgers.conftest import Library
from tests.ledgers.importing import MEMBER_HEADS, csv
from tests.library.ledgers import COPIES, HEAD, LOANS, MEMBERS
from tests.library.models import Book, Copies, Loan, Member

Line = tuple[object, ...]


def done(
    ledger: Ledger, data: bytes, by: Actor, monkeypatch: pytest.MonkeyPatch, columns: bool
) -> dict[str, Any]:
    """What an import shows and leaves, by columns or by lines; then its rows are gone again."""
    with monkeypatch.context() as patch:
        if not columns:
            patch.setattr(columnar, "suits", lambda ledger, found: False)
        try:
            plan = importing.plan(ledger, data, "表.csv", by=by)
            said: dict[str, Any] = {"problems": [str(p) for p in plan.problems]}
            if not plan.problems:
                assert (plan.work is not None) is columns
                said["creates"] = [(c.sheet, c.row, c.label, c.shown) for c in plan.creates]
                said["changes"] = [(c.sheet, c.row, c.key, c.label, c.version, c.shown) for c in plan.changes]
                kept = keeping.plan(ledger, keeping.text(plan))
                said["result"] = str(importing.apply(kept, by=by, seen=plan.fingerprint))
        except LedgerError as refused:
            return {"refused": str(refused)}
    attributes = [f.attname for f in ledger.model._meta.concrete_fields if not f.primary_key]
    said["rows"] = list(ledger.model._default_manager.order_by("pk").values_list(*attributes))
    told = AuditRow.objects.order_by("pk").values_list("act", "ledger", "label", "changes", "reason", "actor")
    said["trail"] = [*told]
    assert chain.verify()
    said["marks"] = sorted(Mark.objects.values_list("ledger", "unit", "period"))
    return said


@pytest.fixture
def both(library: Library, monkeypatch: pytest.MonkeyPatch) -> Any:
    def compare(ledger: Ledger, lines: list[Line], by: Actor = HEAD) -> dict[str, Any]:
        found = []
        for columns in (True, False):
            with transaction.atomic():
                found.append(done(ledger, csv(*lines), by, monkeypatch, columns))
                transaction.set_rollback(True)
        assert found[0] == found[1]
        return found[0]

    return compare


MEMBERS_STORED = [("D001", "顾行舟", "01", "100"), ("D002", "许青", "02", "90")]
CELLS = (
    st.sampled_from(["D001", "D002", "D003", "D004", "", "D" * 30]),
    st.sampled_from(["顾行舟", "许青", "", "　白梅 ", "长" * 50]),
    st.sampled_from(["东馆", "02", "南馆", "", "西区分馆"]),
    st.sampled_from(["100", "1,000", "99.5", "", "九十", "９0", "1e2"]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.tuples(*CELLS), min_size=1, max_size=6), east=st.booleans())
def test_every_file_of_members_means_the_same(
    lines: list[Line], east: bool, both: Any, library: Library
) -> None:
    for card, name, branch, score in MEMBERS_STORED:
        place = library.east if branch == "01" else library.west
        Member.objects.update_or_create(
            card=card, defaults={"name": name, "branch": place, "score": int(score)}
        )
    both(MEMBERS, [MEMBER_HEADS, *lines], library.clerk if east else HEAD)


def test_new_changed_and_left_alone(both: Any, library: Library) -> None:
    library.member("D001", score=90)
    library.member("D002", name="许青")
    found = both(
        MEMBERS,
        [
            MEMBER_HEADS,
            ("D001", "顾行舟", "西馆", "90"),
            ("D002", "许青", "东馆", "100"),
            ("D003", "白梅", "", ""),
        ],
    )
    assert found["result"] == "新增 1 行，修改 1 行，未变 1 行。"
    assert found["trail"][-2:][0][3] == {"证号": ["", "D003"], "姓名": ["", "白梅"], "信用分": ["", "100"]}
    assert found["trail"][-1][3] == {"分馆": ["东区分馆", "西区分馆"]}
    assert found["problems"] == []


def test_links_in_the_identity_and_paths_to_the_unit(both: Any, library: Library) -> None:
    book, member = library.book(), library.member()
    Loan.objects.create(book=book, member=member, lent_on=datetime.date(2026, 1, 5))
    heads = ("图书", "读者", "借出日期", "罚金（元）")
    lines = [heads, ("山海经", "D001", "2026-01-05", "2.5"), ("山海经", "D001", "2026-02-05", "1")]
    assert both(LOANS, lines)["result"] == "新增 1 行，修改 1 行，未变 0 行。"
    assert "不属于您所在的单位" in both(LOANS, lines, library.stranger_clerk)["problems"][0]


def test_months_and_areas(both: Any, library: Library) -> None:
    Copies.objects.create(branch=library.east, period=202601, copies=10)
    heads = ("分馆", "月份", "册数", "书架面积")
    found = both(COPIES, [heads, ("东馆", "2026-01", "11", "12.5"), ("西馆", "2026年2月", "0", "")])
    assert found["result"] == "新增 1 行，修改 1 行，未变 0 行。"
    assert both(COPIES, [heads, ("东馆", "2026-13", "11", "1"), ("东馆", "2026-13", "", "0.001")])["problems"]


COLUMNS: tuple[tuple[Column, list[object]], ...] = (
    (Money("m", unit="万元"), [1.0, 0.1, 0.07, 1e14, 1e22, 123456.78, 0.000001, 1e-7, -3.5, -0.0, True, 12, "1,2", "3万"]),
    (Share("s"), [12.34, 12.345, "5%", 0.1 + 0.2, 5e-324, 1e308, float("nan"), float("inf")]),
    (Number("n", unit="页"), [3, 3.0, 3.5, 2**63, -(2**63), "三", "３"]),
    (Day("d"), [datetime.date(2026, 3, 1), datetime.datetime(2026, 3, 1, 8, tzinfo=datetime.UTC), "2026.3.1", "20260301", "三月"]),
    (Month("p"), [datetime.date(2026, 3, 1), "2026-03", 202603.0, "2026-13"]),
    (Flag("f"), [True, 1, 1.0, "是", "无", "也许"]),
    (Choice("c", choices=(("a", "甲"),)), ["甲", "a", "乙"]),
    (Text("t"), [" 一 ", "\u3000二", 1, 1.0, True, "\0三", ""]),
)  # fmt: skip


@pytest.mark.parametrize(("column", "cells"), COLUMNS, ids=lambda v: type(v).__name__)
def test_many_cells_are_read_as_each_is(column: Column, cells: list[object]) -> None:
    every = [None, *cells, *reversed(cells)]
    values, wrong = column.batch(every, NOBODY)
    for place, cell in enumerate(every):
        try:
            expected, sentence = column.parse(cell, NOBODY), None
        except LedgerError as bad:
            expected, sentence = None, str(bad)
        assert (values[place], type(values[place]), wrong.get(place)) == (expected, type(expected), sentence)


@given(
    st.one_of(
        st.floats(),
        st.integers(-(10**20), 10**20),
        st.decimals(places=3, allow_nan=False, allow_infinity=False).map(float),
    )
)
def test_numbers_take_the_short_way_only_where_the_long_one_agrees(cell: float) -> None:
    column = Money("m", unit="万元")
    values, wrong = column.batch([cell], NOBODY)
    try:
        assert values == [column.parse(cell, NOBODY)]
        assert not wrong
    except LedgerError as bad:
        assert wrong == {0: str(bad)}


@given(st.integers(-LARGEST, LARGEST), st.sampled_from(["元", "万元", "亿元"]))
def test_all_digits_of_an_amount(value: int, unit: str) -> None:
    column = Money("m", unit=unit)
    text = column.exactly(value, unit)
    assert column.parse(text, NOBODY) == value
    assert "." not in text or not text.endswith("0")


class Nobody:
    def find(self, ledger: str, text: str) -> models.Model:
        raise AssertionError(text)


NOBODY = Nobody()
TABLE = {"a": [1, 2, None, 4], "b": [1, 1, 1, None], "w": ["x", "y", None, "z"]}


@pytest.mark.parametrize(
    ("condition", "places"),
    [
        (Q(a__gt=1), {0}),
        (Q(a__gte=F("b")), set()),
        (Q(a__lte=F("b")), {1}),
        (Q(a__lt=2) | Q(b__isnull=True), {1}),
        (~Q(w="y"), {1}),
        (~Q(w="y") | Q(b__isnull=False), set()),
        (~Q(w="y", a=2), {1}),
        (Q(w__in=["x", "y"]), {3}),
        (Q(b__isnull=True), {0, 1, 2}),
        (Q(w__isnull=False) & Q(a__lt=4), {2, 3}),
    ],
)
def test_a_condition_is_broken_where_sql_says_so(condition: Q, places: set[int]) -> None:
    bits = constraints.false(condition, TABLE)
    assert {place for place, bit in enumerate(bits) if bit} == places


@pytest.mark.parametrize(
    "condition", [Q(w__startswith="x"), ~(Q(a=1) | ~Q(b=1)), Q(w__gt="a"), Q(c=1), Q(a=F("c"))]
)
def test_what_only_a_database_understands(condition: Q) -> None:
    with pytest.raises(constraints.Foreign):
        constraints.false(condition, TABLE)


def test_books_have_checks_of_their_own() -> None:
    assert constraints.refuses_by_itself(Book)
    assert not constraints.refuses_by_itself(Member)


def test_what_json_holds_is_judged_too() -> None:
    field: models.Field[Any, Any] = models.JSONField(blank=False)
    assert constraints.unfit(field, [[1, 2], [], {"a": 1}, None]) == {1, 3}
