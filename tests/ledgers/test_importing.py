"""An import plans first, says every problem at its place, and writes all or nothing."""

from __future__ import annotations

import datetime

import pytest

from luoshi.ledgers import exporting, importing, workbooks
from luoshi.ledgers.models import AuditRow
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD
from tests.library.models import Book

AS_OF = datetime.date(2026, 10, 31)


def csv(*rows: tuple[object, ...]) -> bytes:
    return workbooks.csv_bytes(rows)


HEADS = ("书名", "分馆", "类别", "定价（元）", "购入日期")


def test_works(library: Library) -> None:
    data = csv(
        HEADS, ("山海经", "东馆", "小说", "45.50", "2026-03-01"), ("水经注", "西区分馆", "科学", "1,200", "")
    )
    plan = importing.plan(BOOKS, data, "books.csv", by=HEAD)
    assert [str(p) for p in plan.problems] == []
    assert [c.label for c in plan.creates] == ["山海经", "水经注"]
    assert Book.objects.count() == 0
    result = importing.apply(plan, by=HEAD, seen=plan.fingerprint)
    assert str(result) == "新增 2 行，修改 0 行，未变 0 行。"
    assert list(Book.objects.order_by("number").values_list("number", "price", "branch__code")) == [
        ("00001", 4550, "01"),
        ("00002", 120000, "02"),
    ]
    assert AuditRow.objects.filter(act="导入新增").count() == 2
    again = importing.plan(BOOKS, data, "books.csv", by=HEAD)
    assert (again.creates, again.changes, again.unchanged) == ((), (), 2)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_an_export_imports_unchanged(library: Library, kind: exporting.Kind) -> None:
    library.book(note="=1+1\n第二行", donor="@某人", pages=300, bought_on=AS_OF, rare=True)
    library.book("-水经注-", kind="science", price=-0, branch=library.west)
    data = exporting.export(BOOKS, BOOKS.rows(), kind, by=HEAD, as_of=AS_OF, unit_name="总馆")
    plan = importing.plan(BOOKS, data, f"books.{kind}", by=HEAD)
    assert [str(p) for p in plan.problems] == []
    assert (plan.creates, plan.changes, plan.unchanged) == ((), (), 2)


def test_template(library: Library) -> None:
    data = exporting.template(BOOKS, by=HEAD)
    plan = importing.plan(BOOKS, data, "t.xlsx", by=HEAD)
    assert [p.sentence for p in plan.problems] == ["表头之下没有数据行，请填写后重新上传。"]
