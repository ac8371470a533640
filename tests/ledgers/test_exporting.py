"""What is exported looks like the office's table, and an import takes it back unchanged."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from luoshi.ledgers import chain, exporting, importing, layout, lines, stepping, watermark, workbooks
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.columns import Choice, Money, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.models import AuditRow
from luoshi.ledgers.workbooks import Cell
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, BRANCHES, COPIES, HEAD, INSPECTOR, LOANS
from tests.library.models import Book, Loan

AS_OF = datetime.date(2026, 10, 31)
KINDS: tuple[exporting.Kind, ...] = ("xlsx", "csv")  # those that an import takes back
EVERY: tuple[exporting.Kind, ...] = ("xlsx", "csv", "json")


def exported(kind: exporting.Kind, by: Actor = HEAD, ledger: Ledger = BOOKS, **how: Any) -> bytes:
    return exporting.export(ledger, how.pop("rows", ledger.rows()), kind, by=by, as_of=AS_OF, **how)


def table(data: bytes) -> tuple[tuple[Cell, ...], ...]:
    return workbooks.read(data, "a.xlsx")[0].rows


def test_the_offices_layout(library: Library) -> None:
    library.book(price=1_234_567_89, bought_on=AS_OF, pages=300, donor="某人", rare=True)
    library.book("水经注", kind="science", price=11)
    title, notes, head, first, second, total = table(exported("xlsx", unit_name="总馆"))
    assert title[0] == "图书台账"
    assert notes[0] == "填报单位：总馆"
    assert notes[-1] == "填报人：馆长    导出时间：2026-10-31    单位：元"
    assert head == (
        "序号", "书号", "书名", "分馆", "类别", "定价（元）", "页数（页）", "购入日期", "上架日期", "珍本", "捐赠人", "备注", "状态", "厚薄",
    )  # fmt: skip
    assert first[:8] == (1.0, "00001", "山海经", "东区分馆", "小说", 1234567.89, 300.0, AS_OF)
    assert first[8:] == (None, "是", "某人", None, "已订购", "薄")
    assert second[:2] == (2.0, "00002")
    assert (total[0], total[5], total[6]) == ("合计", 1234568.0, 300.0)


def test_the_time_of_export_may_have_hours(library: Library) -> None:
    at = datetime.datetime.fromisoformat("2026-10-31T09:30:00+08:00")
    data = exporting.export(BOOKS, BOOKS.rows(), "xlsx", by=HEAD, as_of=at)
    assert table(data)[1] == (None,) * 13 + ("填报人：馆长    导出时间：2026-10-31 09:30    单位：元",)


def test_the_page_is_set_for_print(library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(exported("xlsx"))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert 'orientation="landscape"' in sheet
    assert 'paperSize="9"' in sheet
    assert 'state="frozen"' in sheet
    assert "<f>" not in sheet


def test_what_has_a_total(library: Library) -> None:
    assert [c.name for c in layout.added_up(BOOKS, BOOKS.columns)] == ["price", "pages"]
    assert [c.name for c in layout.added_up(COPIES, COPIES.columns)] == ["area"]
    assert layout.added_up(BRANCHES, BRANCHES.columns) == ()
    assert table(exported("xlsx", ledger=BRANCHES))[-1][1] == "02"


def test_who_sees_what(library: Library) -> None:
    library.book(donor="某人")
    library.book("水经注", branch=library.west)
    mine = table(exported("xlsx", by=library.clerk))
    assert "捐赠人" not in mine[2]
    assert [row[2] for row in mine[3:-1]] == ["山海经"]
    as_list = table(exported("xlsx", by=library.clerk, rows=list(BOOKS.rows())))
    assert [row[2] for row in as_list[3:-1]] == ["山海经"]
    cut = table(exported("xlsx", by=HEAD, rows=BOOKS.rows()[:1]))
    assert [row[2] for row in cut[3:-1]] == ["山海经"]
    assert "某人" not in exported("csv", by=INSPECTOR).decode()
    with pytest.raises(Refused):
        exported("csv", by=STRANGER)
    member = library.member()
    Loan.objects.create(book=Book.objects.get(title="水经注"), member=member, lent_on=AS_OF)
    assert len(exported("csv", by=library.clerk, ledger=LOANS).splitlines()) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_comes_back_unchanged(library: Library, kind: exporting.Kind) -> None:
    library.book(
        "=1+1", note="=cmd|' /C calc'!A0\n第二行", donor="@某人", pages=300, bought_on=AS_OF, rare=True
    )
    library.book("-水经注-", kind="science", price=0, branch=library.west)
    library.book("'=引号", note="'+")
    library.book("-水经注-", shelved_on=datetime.date(1900, 1, 1), price=2**53 + 1)
    stepping.take_step(BOOKS, Book.objects.all()[0], "withdraw", by=HEAD, reason="旧")
    for book in Book.objects.all():
        Loan.objects.create(
            book=book, member=library.member(f"D{book.pk}", name=f"读者{book.pk}"), lent_on=AS_OF
        )
    for ledger, count in ((BOOKS, 4), (LOANS, 4), (BRANCHES, 2)):
        plan = importing.plan(ledger, exported(kind, ledger=ledger), f"a.{kind}", by=HEAD)
        assert [str(p) for p in plan.problems] == []
        assert (plan.creates, plan.changes, plan.unchanged) == ((), (), count)


def test_stored_untidily_is_still_unchanged(library: Library) -> None:
    Book.objects.create(
        number="旧1", title=" 有空格\u3000的 ", branch=library.east, kind="fiction", price=1, note="甲\r\n乙"
    )
    for kind in KINDS:
        plan = importing.plan(BOOKS, exported(kind), f"a.{kind}", by=HEAD)
        assert (plan.problems, plan.changes, plan.unchanged) == ((), (), 1)


WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40)
BOOK = st.fixed_dictionaries(
    {
        "title": WORDS.filter(lambda text: bool(lines.as_text(text))),
        "note": WORDS,
        "price": st.integers(0, 2**62),
        "pages": st.none() | st.integers(0, 2**31 - 1),
        "bought_on": st.none() | st.dates(),
        "rare": st.booleans(),
        "kind": st.sampled_from(["fiction", "science"]),
    }
).filter(lambda values: (values["kind"], values["pages"]) != ("science", 13))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(BOOK, max_size=4))
def test_whatever_is_stored_comes_back(library: Library, books: list[dict[str, Any]]) -> None:
    Book.objects.all().delete()
    for values in books:
        tidy = {k: lines.as_text(v) if isinstance(v, str) else v for k, v in values.items()}
        library.book(**tidy)
    for kind in KINDS:
        plan = importing.plan(BOOKS, exported(kind), f"a.{kind}", by=HEAD)
        if not books:
            assert [p.sentence for p in plan.problems] == ["表头之下没有数据行，请填写后重新上传。"]
            continue
        assert [str(p) for p in plan.problems] == []
        assert (plan.creates, plan.changes, plan.unchanged) == ((), (), len(books))


def test_an_emptied_table_is_filled_again_from_its_export(library: Library) -> None:
    library.book(note="=1", pages=3, bought_on=AS_OF, price=12_345)
    library.book("乙", rare=True)
    held = list(
        Book.objects.order_by("number").values(
            "number", "title", "price", "pages", "bought_on", "rare", "note"
        )
    )
    for kind in KINDS:
        data = exported(kind)
        Book.objects.all().delete()
        plan = importing.plan(BOOKS, data, f"a.{kind}", by=HEAD)
        importing.apply(plan, by=HEAD)
        assert list(Book.objects.order_by("number").values(*held[0])) == held


class TestTemplate:
    def test_works(self, library: Library) -> None:
        data = exporting.template(BOOKS, by=library.clerk)
        sheet, guide, options = workbooks.read(data, "a.xlsx")
        assert sheet.rows[2][:6] == ("序号", "书号", "*书名", "*分馆", "*类别", "*定价（元）")
        assert sheet.rows[3][:6] == ("示例", None, None, "东区分馆", "小说", "100")
        assert "捐赠人" not in sheet.rows[2]
        assert "状态" not in sheet.rows[2]
        assert options.hidden
        assert guide.rows[0] == ("列", "填什么", "必填", "写法", "可填内容")
        by_title = {row[0]: row for row in guide.rows}
        assert by_title["书号"][3] == "新增的行留空，由系统编号；修改已有的行照填"
        assert by_title["分馆"][2:] == ("是", "填名称或编号，须已登记", "东区分馆、西区分馆")
        assert by_title["备注"][1] == "需要说明的情况"
        assert by_title["定价（元）"][3] == "只填数字，单位见表头；表头括号里可换成同类单位"

    def test_its_drop_downs_are_lists(self, library: Library) -> None:
        with zipfile.ZipFile(io.BytesIO(exporting.template(BOOKS, by=HEAD))) as parts:
            sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "选项!$D$1:$D$2" in sheet
        assert 'errorStyle="warning"' in sheet

    def test_its_sample_is_passed_over_unless_changed(self, library: Library) -> None:
        rows = [list(row) for row in table(exporting.template(BOOKS, by=HEAD))]
        (nothing,) = importing.plan(BOOKS, workbooks.csv_bytes(rows), "a.csv", by=HEAD).problems
        assert "没有数据行" in nothing.sentence
        rows[3][2] = "山海经"
        plan = importing.plan(BOOKS, workbooks.csv_bytes(rows), "a.csv", by=HEAD)
        assert [c.label for c in plan.creates] == ["山海经"]

    def test_long_lists_are_cut_in_the_guide(self, library: Library) -> None:
        for number in range(25):
            library.book(f"书 {number}")
        guide = workbooks.read(exporting.template(LOANS, by=HEAD), "a.xlsx")[1]
        assert str(guide.rows[1][4]).endswith("书 19 等 25 项")

    def test_who_may_not(self, library: Library) -> None:
        with pytest.raises(Refused):
            exporting.template(BOOKS, by=INSPECTOR)


def test_samples() -> None:
    assert lines.sample(Text("x", sample="样子")) == "样子"
    assert lines.sample(Choice("x")) == ""
    assert lines.sample(Number("x", derived=True)) == ""


def test_names() -> None:
    assert exporting.filename(BOOKS, "xlsx", by=HEAD, as_of=AS_OF) == "图书台账-20261031-馆长.xlsx"
    at = datetime.datetime.fromisoformat("2026-10-31T09:30:00+08:00")
    odd = dataclasses.replace(HEAD, name="../馆\n长")
    assert exporting.filename(BOOKS, "csv", by=odd, as_of=at) == "图书台账-20261031-0930-.._馆_长.csv"


# Who took it out, in every kind that has a place for it


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def test_a_sheet_is_marked(library: Library) -> None:
    library.book()
    by = dataclasses.replace(HEAD, name="馆&长")
    parts = parts_of(exported("xlsx", by=by))
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    assert "<oddHeader>&amp;C&amp;G</oddHeader>" in sheet
    assert "&amp;R馆&amp;&amp;长  2026-10-31</oddFooter>" in sheet
    (mark,) = (data for name, data in parts.items() if name.startswith("xl/media/"))
    assert mark == watermark.picture("馆&长", "head", "2026-10-31")
    assert not any(name.startswith("xl/media/") for name in parts_of(exporting.template(BOOKS, by=HEAD)))


def test_the_mark_says_who_and_when() -> None:
    tile = Image.open(io.BytesIO(watermark.picture("馆长", "head", "2026-10-31")))
    assert tile.size == (watermark.WIDTH, watermark.HEIGHT)
    assert tile.mode == "RGBA"
    assert tile.getchannel("A").getextrema()[0] == 0  # cells show through
    assert tile.getchannel("A").getextrema()[1] <= watermark.PALE[3]
    others = [("馆员", "head", "2026-10-31"), ("馆长", "head", "2026-11-01")]
    assert all(
        watermark.picture(*other) != watermark.picture("馆长", "head", "2026-10-31") for other in others
    )


def test_where_no_face_has_chinese_characters_the_account_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watermark, "FOLDERS", {})
    watermark._face.cache_clear()
    try:
        assert watermark._face() == ""
        assert watermark.picture("馆长", "head", "1") == watermark.picture("馆员", "head", "1")
        assert watermark.picture("馆长", "head", "1") != watermark.picture("馆长", "clerk", "1")
    finally:
        watermark._face.cache_clear()


@pytest.mark.parametrize("kind", EVERY)
def test_an_export_is_in_the_trail(library: Library, kind: exporting.Kind) -> None:
    library.book()
    library.book("水经注", branch=library.west)
    exported(kind, by=library.clerk, asked="类别 小说")
    row = AuditRow.objects.filter(act="导出").get()
    assert (row.actor, row.ledger, row.row, row.label) == ("馆员", "books.register", "", "图书台账")
    assert row.changes == {"格式": ["", kind], "行数": ["", "1"], "筛选": ["", "类别 小说"]}
    assert chain.verify()
    with pytest.raises(Refused):
        exported(kind, by=STRANGER)
    assert AuditRow.objects.filter(act="导出").count() == 1


# A program's kind


def told(data: bytes) -> dict[str, Any]:
    found = json.loads(data)
    assert isinstance(found, dict)
    return found


def test_json_says_what_it_is(library: Library) -> None:
    library.book("=1+1", price=2**53 + 1, bought_on=AS_OF, rare=True)
    found = told(exported("json", unit_name="总馆"))
    assert {name: found[name] for name in ("ledger", "title", "unit", "exported_by", "exported_at")} == {
        "ledger": "books.register", "title": "图书台账", "unit": "总馆", "exported_by": "馆长", "exported_at": "2026-10-31",
    }  # fmt: skip
    assert found["columns"][4] == {"name": "price", "title": "定价", "unit": "元"}
    (row,) = found["rows"]
    assert (row["title"], row["price"], row["rare"]) == ("=1+1", "90071992547409.93", "是")
    assert (row["bought_on"], row["pages"]) == ("2026-10-31", None)


@pytest.mark.parametrize("by", [HEAD, INSPECTOR], ids=["who sees all", "who does not see the donor"])
def test_json_holds_what_csv_holds(library: Library, by: Actor) -> None:
    library.book("=1+1", price=1, donor="某人", note="甲\n乙")
    library.book("水经注", pages=3, shelved_on=AS_OF)
    head, *rows = csv.reader(io.StringIO(exported("csv", by=by).decode("utf-8-sig")))
    found = told(exported("json", by=by))
    named = [f"{c['title']}（{c['unit']}）" if c["unit"] else c["title"] for c in found["columns"]]
    assert named == head
    assert [[workbooks.bare(cell) for cell in row] for row in rows] == [
        [row[c["name"]] or "" for c in found["columns"]] for row in found["rows"]
    ]
    assert ("donor" in found["rows"][0]) == (by is HEAD)


# Two rows of heads

GROUPED = dataclasses.replace(
    BOOKS,
    columns=tuple(
        dataclasses.replace(c, group={"price": "采购", "pages": "采购", "bought_on": "采购", "rare": "性质"}.get(c.name, ""))
        for c in BOOKS.columns
    ),
)  # fmt: skip


def test_groups_stand_over_their_columns(library: Library) -> None:
    library.book(pages=3)
    rows = table(exported("xlsx", ledger=GROUPED))
    assert rows[2] == (None,) * 5 + ("采购", None, None, None, "性质") + (None,) * 4
    assert rows[3][:6] == ("序号", "书号", "书名", "分馆", "类别", "定价（元）")
    assert rows[4][:3] == (1.0, "00001", "山海经")
    sheet = parts_of(exported("xlsx", ledger=GROUPED))["xl/worksheets/sheet1.xml"].decode()
    assert '<mergeCell ref="F3:H3"/>' in sheet
    assert 'ySplit="4"' in sheet
    printed = parts_of(exported("xlsx", ledger=GROUPED))["xl/workbook.xml"].decode()
    assert "$3:$4" in printed


def test_two_rows_of_heads_come_back_unchanged(library: Library) -> None:
    library.book(pages=3, bought_on=AS_OF)
    plan = importing.plan(GROUPED, exported("xlsx", ledger=GROUPED), "a.xlsx", by=HEAD)
    assert (plan.problems, plan.creates, plan.changes, plan.unchanged) == ((), (), (), 1)
    template = [list(row) for row in table(exporting.template(GROUPED, by=HEAD))]
    assert template[3][:3] == ["序号", "书号", "*书名"]
    template[4][2:6] = ["水经注", "东区分馆", "小说", "3"]
    plan = importing.plan(GROUPED, workbooks.csv_bytes(template), "a.csv", by=HEAD)
    assert [c.label for c in plan.creates] == ["水经注"]


def test_the_unit_stands_above_where_all_money_has_one() -> None:
    price = BOOKS.column("price")
    other = Money("fine", unit="万元")
    assert layout.unit_line([price]) == "单位：元"
    assert layout.unit_line([price, other]) == ""
    assert layout.unit_line([BOOKS.column("pages")]) == ""


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "\t=", "\r="])
@pytest.mark.parametrize("kind", KINDS)
def test_no_formula_leaves_in_any_place(library: Library, kind: exporting.Kind, sign: str) -> None:
    """In a value, in the head, in the name of who exports and of the unit."""
    words = f"{sign}cmd|' /C calc'!A0"
    library.book(words, note=words, donor=words)
    ledger = dataclasses.replace(
        GROUPED, title=words, columns=(Text("title", title=words), *GROUPED.columns[2:])
    )
    ledger = dataclasses.replace(ledger, identity=("title",), numbered="", order=("title",))
    data = exported(kind, ledger=ledger, by=dataclasses.replace(HEAD, name=words), unit_name=words)
    if kind == "xlsx":
        for name, part in parts_of(data).items():
            assert b"<f>" not in part, name
        return
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
        assert not any(cell.startswith(workbooks.DANGEROUS) for cell in row if not cell.lstrip("-").isdigit())


def test_a_title_that_no_sheet_can_have(library: Library) -> None:
    ledger = dataclasses.replace(BOOKS, title="甲/乙:丙" + "长" * 40)
    for data in (exported("xlsx", ledger=ledger), exporting.template(ledger, by=HEAD)):
        assert workbooks.read(data, "a.xlsx")[0].name == "甲_乙_丙" + "长" * 26
