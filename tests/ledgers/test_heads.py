"""Heads as offices make them: over several rows, merged, or with words of their own that somebody has explained once."""

from __future__ import annotations

import datetime
import io

import pytest
from xlsxwriter.workbook import Workbook

from luoshi.ledgers import exporting, headings, importing, mappings, registry, titling, workbooks
from luoshi.ledgers.errors import Invalid, Refused
from luoshi.ledgers.models import AuditRow
from luoshi.ledgers.workbooks import Sheet
from tests.ledgers.conftest import Library
from tests.ledgers.importing import csv, plan, problems, run
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR
from tests.library.models import Book, Wish
from tests.library.wishes import WISHES

Cells = tuple[object, ...]
OFFICE: list[Cells] = [
    ("2026年购书情况表",),
    ("单位：元",),
    ("序号", "图书", None, "馆藏", None, "购入日期"),
    (None, "书名", "类别", "所在馆", "定价", None),
    (1, "山海经", "小说", "东馆", 45.5, "2026-03-01"),
]


def merged() -> bytes:
    """The office's table with its cells merged as people merge them."""
    out = io.BytesIO()
    book = Workbook(out)
    sheet = book.add_worksheet("购书")
    sheet.merge_range(0, 0, 0, 5, "2026年购书情况表")
    sheet.write_string(1, 5, "单位：元")
    for place, title in ((0, "序号"), (5, "购入日期")):
        sheet.merge_range(2, place, 3, place, title)
    sheet.merge_range(2, 1, 2, 2, "图书")
    sheet.merge_range(2, 3, 2, 4, "馆藏")
    for place, title in enumerate(("书名", "类别", "分馆", "定价"), 1):
        sheet.write_string(3, place, title)
    for place, cell in enumerate((1, "山海经", "小说", "东馆", 45.5, "2026-03-01")):
        sheet.write(4, place, cell)
    book.close()
    return out.getvalue()


def top(*rows: Cells) -> titling.Top:
    return titling.top(Sheet("表", rows), 0, len(rows) - 1)  # type: ignore[arg-type]


def test_merged_heads_over_two_rows_are_read(library: Library) -> None:
    assert run(merged(), filename="购书.xlsx") == "新增 1 行，修改 0 行，未变 0 行。"
    book = Book.objects.get()
    assert (book.title, book.branch, book.price, book.bought_on) == (
        "山海经",
        library.east,
        4550,
        datetime.date(2026, 3, 1),
    )


def test_groups_stand_over_what_is_below_them_up_to_the_next() -> None:
    found = top(("项目", "投资", None, "单位"), (None, "计划", "完成", None), (None, "万元", "万元", None))
    assert found.paths == (("项目",), ("投资", "计划", "万元"), ("投资", "完成", "万元"), ("单位",))
    assert list(titling.ways(found.paths[1])) == ["投资计划万元", "计划万元", "万元"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("书", None, "分馆", "类别", "定"), ("名", None, None, None, "价（元）")),
        (("图书", None, "分馆", "类别", "金额（元）"), ("书名", None, None, None, "定价")),
        (("书名", None, "分馆", "类别", "定价"), (None, None, None, None, "（元）")),
    ],
)
def test_a_title_may_go_on_in_the_row_below(library: Library, above: Cells, below: Cells) -> None:
    assert "新增 1 行" in run(csv(above, below, ("山海经", "", "东馆", "小说", "45.5")))
    assert Book.objects.get().price == 4550


def test_the_unit_of_a_group_counts_for_what_stands_below(library: Library) -> None:
    heads = (("书名", "分馆", "类别", "金额（百元）"), (None, None, None, "定价"))
    run(csv(*heads, ("山海经", "东馆", "小说", "0.455")))
    assert Book.objects.get().price == 4550


def test_a_line_below_a_head_is_no_head(library: Library) -> None:
    head = headings.find(
        BOOKS, Sheet("表", (("书名", "分馆"), ("书名", "东馆"), ("书名", "西馆"))), frozenset()
    )
    assert head is not None
    assert (head.row, len(head.headings)) == (0, 2)


def test_our_own_heads_of_two_rows_come_back_unchanged(library: Library) -> None:
    registry.register(WISHES)
    wish = Wish.objects.create(
        number="SQ-1", title="山海经", branch=library.east, made_on=datetime.date(2026, 3, 1)
    )
    data = exporting.export(WISHES, [wish], "xlsx", by=HEAD, as_of=datetime.date(2026, 3, 2))
    sheet = workbooks.read(data, "a.xlsx")[0]
    assert "申请" in sheet.rows[2]
    assert "书名" in sheet.rows[3]
    assert importing.plan(WISHES, data, "a.xlsx", by=HEAD).summary == "新增 0 行，修改 0 行，未变 1 行。"
    template = exporting.template(WISHES, by=HEAD)
    assert [p.sentence for p in importing.plan(WISHES, template, "a.xlsx", by=HEAD).problems] == [
        "表头之下没有数据行，请填写后重新上传。"
    ]


STRANGE: list[Cells] = [
    ("书的名字", "放在哪", "哪一种", "多少钱（元）", "经手"),
    ("山海经", "东馆", "小说", "45.5", "林禾"),
]
CHOSEN = ("title", "branch", "kind", "price", "")


def told(rows: list[Cells], chosen: tuple[str, ...] = CHOSEN) -> None:
    mappings.keep(BOOKS, top(*rows[:1]), chosen, by=HEAD)


def test_what_was_said_of_a_head_once_holds_for_every_such_file(library: Library) -> None:
    assert "没有找到“图书台账”的表头" in problems(csv(*STRANGE))[0]
    assert plan(csv(*STRANGE)).misread
    told(STRANGE)
    assert "新增 1 行" in run(csv(*STRANGE))
    again = [("书的 名字", *STRANGE[0][1:]), ("天工开物", "西馆", "科学", "99", "")]
    assert "新增 1 行" in run(csv(("购书表",), *again))
    assert set(Book.objects.values_list("title", "price")) == {("山海经", 4550), ("天工开物", 9900)}


def test_another_head_is_another(library: Library) -> None:
    told(STRANGE)
    assert problems(csv(("书的名字", "放在哪"), ("山海经", "东馆")))


def test_what_was_said_can_be_said_anew(library: Library) -> None:
    told(STRANGE, ("note", "branch", "kind", "price", "title"))
    told(STRANGE)
    run(csv(*STRANGE))
    assert Book.objects.get().title == "山海经"
    trail = AuditRow.objects.filter(act="指定对应列").order_by("seq")
    assert [row.changes["书的名字"] for row in trail] == [["", "备注"], ["", "书名"]]


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (("", "", "", "", ""), "还没有选任何一列"),
        (("title", "title", "", "", ""), "“书名”选了不止一次"),
        (("nonsense", "", "", "", ""), "台账里没有的列"),
    ],
)
def test_what_makes_no_sense_is_refused(library: Library, chosen: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        told(STRANGE, chosen)
    assert not mappings.of(BOOKS)


def test_a_row_without_texts_is_no_head(library: Library) -> None:
    with pytest.raises(Invalid, match="没有文字"):
        mappings.keep(BOOKS, top((None, None)), ("title", ""), by=HEAD)


def test_who_may_not_import_says_nothing_of_heads(library: Library) -> None:
    with pytest.raises(Refused):
        mappings.keep(BOOKS, top(*STRANGE[:1]), CHOSEN, by=INSPECTOR)


def test_the_row_that_looks_most_like_titles() -> None:
    assert (
        titling.guessed(Sheet("表", (("表",), (1.0, 2.0, "甲"), ("甲", "乙", "丙"), ("甲", "乙", "丙")))) == 2
    )
    assert titling.guessed(Sheet("空", ())) == 0
