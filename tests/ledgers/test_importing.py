"""An import plans first, says every problem at its place, and writes all or nothing."""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal

import pytest

from luoshi.ledgers import importing
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.models import AuditRow, Mark
from tests.ledgers.conftest import Library
from tests.ledgers.importing import DAY, GOOD, HEADS, MEMBER_HEADS, csv, plan, problems, run, xlsx
from tests.library.ledgers import (
    BOOKS,
    BRANCHES,
    COPIES,
    HEAD,
    INSPECTOR,
    LOANS,
    MEMBERS,
    WRITERS,
)
from tests.library.models import Book, Branch, Copies, Loan, Member


def test_works(library: Library) -> None:
    data = csv(HEADS, GOOD, ("水经注", "西区分馆", "科学", "1,200", ""))
    made = plan(data)
    assert made.ready
    assert made.summary == "新增 2 行，修改 0 行，未变 0 行。"
    assert [(c.row, c.label, c.shown["定价"]) for c in made.creates] == [
        (2, "山海经", "45.5元"),
        (3, "水经注", "1,200元"),
    ]
    assert not Book.objects.exists()
    result = importing.apply(made, by=HEAD, seen=made.fingerprint)
    assert str(result) == made.summary
    assert list(Book.objects.order_by("number").values_list("pk", flat=True)) == list(result.keys)
    assert list(Book.objects.order_by("number").values_list("number", "price", "branch__code", "state")) == [
        ("00001", 4550, "01", "ordered"),
        ("00002", 120000, "02", "ordered"),
    ]
    rows = AuditRow.objects.filter(act="导入新增").order_by("id")
    assert [(r.label, r.reason, r.changes["书号"]) for r in rows] == [
        ("山海经", "导入文件“books.csv”", ["", "00001"]),
        ("水经注", "导入文件“books.csv”", ["", "00002"]),
    ]
    assert list(Mark.objects.values_list("unit", "period")) == [(library.east.pk, 202603)]


def test_the_same_file_twice_changes_nothing(library: Library) -> None:
    data = csv(HEADS, GOOD, GOOD, ("水经注", "西馆", "科学", "12", ""))
    assert run(data) == "新增 3 行，修改 0 行，未变 0 行。"
    Mark.objects.all().delete()
    trail = AuditRow.objects.count()
    again = plan(data)
    assert not again.ready
    assert run(data) == "新增 0 行，修改 0 行，未变 3 行。"
    assert (AuditRow.objects.count(), Mark.objects.count()) == (trail, 0)
    assert run(csv(HEADS, GOOD, GOOD, GOOD)) == "新增 1 行，修改 0 行，未变 2 行。"


def test_changes_by_identity(library: Library) -> None:
    book, other = library.book(pages=7, bought_on=DAY), library.book("水经注")
    Mark.objects.all().delete()
    made = plan(
        csv(
            ("书号", "定价", "页数", "购入日期"),
            (book.number, "60", "", "2026-05-02"),
            (other.number, "45.5", "", ""),
        )
    )
    (change,) = made.changes
    assert (change.row, change.key, change.label) == (2, book.pk, "山海经")
    assert change.shown == {
        "定价": ("45.5元", "60元"),
        "页数": ("7页", ""),
        "购入日期": ("2026-03-01", "2026-05-02"),
    }
    assert str(importing.apply(made, by=HEAD)) == "新增 0 行，修改 1 行，未变 1 行。"
    stored = Book.objects.get(pk=book.pk)
    assert (stored.price, stored.pages, stored.bought_on, stored.version) == (
        6000,
        None,
        datetime.date(2026, 5, 2),
        2,
    )
    assert stored.title == "山海经"
    assert stored.touched_at > book.touched_at
    row = AuditRow.objects.get(act="导入修改")
    assert row.changes == {title: list(pair) for title, pair in change.shown.items()}
    assert set(Mark.objects.values_list("period", flat=True)) == {202603, 202605}
    assert Book.objects.get(pk=other.pk).version == 1


def test_the_head_may_stand_below_titles_and_name_units(library: Library) -> None:
    data = xlsx(
        封面=[("关于图书的说明",)],
        台账=[
            ("图书台账",),
            ("填报单位：总馆", None, None, None, "填报人：某人"),
            ("序号", "书名*", "分 馆", "类别", "定价（万元）", "页数(页)", "购入日期"),
            (1, "山海经", "东馆", "小说", 0.5, 300.0, DAY),
            (None,) * 7,
            (2, "水经注", "西馆", "科学", Decimal("1.25"), None, None),
            (3, None, None, None, None, None, None),
            ("合 计", None, None, None, 1.75, 300, None),
            ("注：价格为标价",),
        ],
    )
    made = plan(data, filename="a.xlsx")
    assert [str(p) for p in made.problems] == []
    assert [(c.sheet, c.row) for c in made.creates] == [("台账", 4), ("台账", 6)]
    importing.apply(made, by=HEAD)
    assert list(Book.objects.order_by("number").values_list("price", "pages", "bought_on")) == [
        (500_000, 300, DAY),
        (1_250_000, None, None),
    ]


def test_a_unit_above_the_head_holds_for_the_sheet(library: Library) -> None:
    run(csv(("单位：万元",), HEADS, ("甲", "东馆", "小说", "2", "")))
    run(csv(("填报单位：万元",), HEADS, ("乙", "东馆", "小说", "2", "")))
    run(csv(("单位：万元",), (*HEADS[:3], "定价"), ("丙", "东馆", "小说", "2")))
    run(csv(("单位：招商局",), (*HEADS[:3], "定价"), ("丁", "东馆", "小说", "2")))
    prices = dict(Book.objects.values_list("title", "price"))
    assert prices == {"甲": 200, "乙": 200, "丙": 2_000_000, "丁": 200}


@pytest.mark.parametrize(
    ("heads", "sentence"),
    [
        (("书名", "分馆", "类别", "价钱"), "第 1 行 D 列“价钱”：“图书台账”没有这一列。请改成下列表头之一，或删去这一列：书号、书名"),
        (("书名", "分馆", "类别", "价钱"), "缺少必填的列“定价”。请在第 1 行补上这一列，或下载“图书台账”的导入模板"),
        ((*HEADS, "书名"), "F 列“书名”：与 A 列的表头重复，请只保留一列"),
        ((*HEADS[:3], "定价（亩）"), "D 列“定价（亩）”：括号里的“亩”不能换算成“元”。请把表头写成“定价（元）”"),
        (("甲", "乙", "丙"), "前 10 行里没有找到“图书台账”的表头，请核对是否选错了文件。表头应为：书号、书名"),
        (HEADS[:3], "缺少必填的列“定价”"),
    ],
)  # fmt: skip
def test_wrong_heads(library: Library, heads: tuple[str, ...], sentence: str) -> None:
    data = csv(heads, (*GOOD, "多余")[: len(heads)])
    assert any(sentence in p for p in problems(data)), problems(data)


def test_the_usable_heads_are_listed_once_a_sheet(library: Library) -> None:
    rows = [("书名", "分馆", "甲", "乙", "丙"), ("山海经", "东馆", "", "", "")]
    found = [p for p in problems(xlsx(一=rows, 二=rows), filename="a.xlsx") if "没有这一列" in p]
    assert [("下列表头之一" in p, "书号、书名" in p) for p in found] == [
        (True, True),
        (False, False),
        (False, False),
    ] * 2
    assert found[1] == (
        "“一”表第 1 行 D 列“乙”：“图书台账”也没有这一列。请改成 C 列问题里列出的表头之一，或删去这一列。"
    )


def test_a_missing_identity_is_named_even_where_nothing_is_required(library: Library) -> None:
    assert problems(csv(("姓名", "信用分"), ("某人", "5")), MEMBERS) == [
        "“books”表第 1 行“证号”：表头里缺少必填的列“证号”。请在第 1 行补上这一列，或下载“读者”的导入模板填写。"
    ]


def test_no_lines(library: Library) -> None:
    assert problems(csv(HEADS)) == ["表头之下没有数据行，请填写后重新上传。"]


@pytest.mark.parametrize(
    ("cells", "place", "sentence"),
    [
        ({0: ""}, "第 3 行 A 列“书名”", "“书名”不能为空"),
        ({1: "南馆"}, "第 3 行 B 列“分馆”", "“分馆”里没有“南馆”"),
        ({2: "诗歌"}, "第 3 行 C 列“类别”", "请从“小说、科学”中选一个"),
        ({3: "很贵"}, "第 3 行 D 列“定价（元）”", "“很贵”不是数字"),
        ({3: "-1"}, "第 3 行 D 列“定价（元）”", "确保该值大于或等于0"),
        ({3: "1.005"}, "第 3 行 D 列“定价（元）”", "小数位太多"),
        ({4: "三月"}, "第 3 行 E 列“购入日期”", "不是日期"),
        ({0: "长" * 61}, "第 3 行 A 列“书名”", "60"),
    ],
)
def test_wrong_cells(library: Library, cells: dict[int, str], place: str, sentence: str) -> None:
    wrong = tuple(cells.get(place, cell) for place, cell in enumerate(GOOD))
    (found,) = problems(csv(HEADS, GOOD, wrong))
    assert place in found
    assert sentence in found
    assert not Book.objects.exists()
    assert not AuditRow.objects.exists()


def test_a_problem_knows_its_value(library: Library) -> None:
    (problem,) = plan(csv(HEADS, ("甲", "南馆", "小说", "1", ""))).problems
    assert (problem.sheet, problem.row, problem.letter, problem.title, problem.value) == (
        "books",
        2,
        "B",
        "分馆",
        "南馆",
    )


def test_the_models_checks_and_the_databases(library: Library) -> None:
    heads = (*HEADS, "上架日期", "页数")
    found = problems(
        csv(heads, (*GOOD, "2026-02-01", ""), ("甲", "东馆", "科学", "1", "", "", "13"), (*GOOD, "", ""))
    )
    assert found == ["“books”表第 2 行 F 列“上架日期”：不能早于购入日期。"]
    found = problems(csv(heads, (*GOOD, "", ""), ("甲", "东馆", "科学", "1", "", "", "13")))
    assert found == ["“books”表第 3 行：科学书不能只有 13 页。"]
    assert not Book.objects.exists()


def test_the_database_names_culprits_among_changes_too(library: Library) -> None:
    books = [library.book(str(n), kind="science", pages=5) for n in range(3)]
    data = csv(("书号", "页数"), *((b.number, 13 if n else 6) for n, b in enumerate(books)))
    assert problems(data) == [f"“books”表第 {row} 行：科学书不能只有 13 页。" for row in (3, 4)]
    assert set(Book.objects.values_list("pages", "version")) == {(5, 1)}


def test_what_only_the_database_knows(library: Library) -> None:
    """An identity that the declaration takes for wider than the database does."""
    wider = dataclasses.replace(MEMBERS, identity=("card", "name"))
    data = csv(MEMBER_HEADS, ("D1", "甲", "东馆", "1"), ("D1", "乙", "东馆", "1"))
    assert problems(data, wider) == ["“books”表第 3 行：证号：具有 证号 的 读者 已存在。"]


def test_double_identities(library: Library) -> None:
    data = csv(MEMBER_HEADS, ("D1", "甲", "东馆", "1"), ("D2", "乙", "东馆", "1"), ("D1", "丙", "东馆", "1"))
    assert problems(data, MEMBERS) == [
        "“books”表第 4 行：第 4 行与第 2 行重复（D1），同一行只能出现一次，请只保留一行。"
    ]
    rows = [MEMBER_HEADS, ("D1", "甲", "东馆", 1)]
    data = xlsx(一=rows, 二=rows)
    assert "第 2 行与“一”表第 2 行重复（D1）" in problems(data, MEMBERS, filename="a.xlsx")[0]


def test_who_may_not(library: Library) -> None:
    with pytest.raises(Refused, match="没有导入“图书台账”的权限"):
        plan(csv(HEADS, GOOD), by=INSPECTOR)
    found = problems(csv(HEADS, GOOD, ("水经注", "西馆", "科学", "1", "")), by=library.clerk)
    assert found == [
        "“books”表第 3 行：“水经注”不属于您所在的单位，您（馆员）不能新增。请联系该行的责任单位。"
    ]
    run(csv(HEADS, GOOD), by=library.clerk)


def test_no_row_is_taken_from_or_given_to_another_unit(library: Library) -> None:
    theirs, mine = library.book("水经注", branch=library.west), library.book()
    heads = ("书号", "书名", "分馆")
    assert (
        "不属于您所在的单位" in problems(csv(heads, (theirs.number, "水经注", "东馆")), by=library.clerk)[0]
    )
    assert "不属于您所在的单位" in problems(csv(heads, (mine.number, "山海经", "西馆")), by=library.clerk)[0]


def test_importing_may_be_granted_on_its_own(library: Library) -> None:
    own = Access(read=WRITERS, write=(Grant("librarian"),), importing=(Grant("head", everywhere=True),))
    ledger = dataclasses.replace(MEMBERS, access=own)
    data = csv(MEMBER_HEADS, ("D1", "甲", "东馆", "1"))
    assert run(data, ledger) == "新增 1 行，修改 0 行，未变 0 行。"
    with pytest.raises(Refused):
        plan(data, ledger, library.clerk)


def test_a_ledger_that_is_not_edited_is_not_imported(library: Library) -> None:
    with pytest.raises(Refused, match="由系统生成，不能导入"):
        plan(csv(HEADS, GOOD), dataclasses.replace(BOOKS, editable=False))


def test_secret_columns(library: Library) -> None:
    data = csv((*HEADS, "捐赠人"), (*GOOD, "某人"))
    assert problems(data, by=library.clerk) == [
        "“books”表第 1 行 F 列“捐赠人”：您没有查看和填写这一列的权限，请删去这一列后重新上传。"
    ]
    made = plan(data)
    with pytest.raises(Refused, match="不能填写“捐赠人”"):
        importing.apply(made, by=library.clerk)
    assert run(data) == "新增 1 行，修改 0 行，未变 0 行。"


def test_states(library: Library) -> None:
    heads = (*HEADS, "状态")
    run(csv(heads, (*GOOD, "已上架"), ("乙", "东馆", "小说", "1", "", "")), by=library.clerk)
    assert dict(Book.objects.values_list("title", "state")) == {"山海经": "shelved", "乙": "ordered"}
    assert "不能直接填“已注销”" in problems(csv(heads, (*GOOD[:4], "", "已注销")), by=library.clerk)[0]
    number = Book.objects.get(title="山海经").number
    (found,) = problems(csv(("书号", "书名", "状态"), (number, "山海经", "已订购")))
    assert "现在的状态是“已上架”，状态不能靠导入修改，请按步骤办理" in found
    assert run(csv(("书号", "书名", "状态"), (number, "山海经", ""))) == "新增 0 行，修改 0 行，未变 1 行。"


def test_numbers(library: Library) -> None:
    library.book("已有")
    rows = [("书号", *HEADS), ("", "甲", "东馆", "小说", 1, None), (2.0, "乙", "东馆", "小说", 1, None),
            ("旧-9", "丙", "东馆", "小说", 1, None), (None, "丁", "东馆", "小说", 1, None)]  # fmt: skip
    run(xlsx(书=rows), filename="a.xlsx")
    assert dict(Book.objects.values_list("title", "number")) == {
        "已有": "00001", "甲": "00003", "乙": "00002", "丙": "旧-9", "丁": "00004",
    }  # fmt: skip


def test_composite_identities_and_links(library: Library) -> None:
    member = library.member()
    library.book("山海经"), library.book("山海经")
    heads = ("图书", "读者", "借出日期", "罚金")
    assert "有 2 行叫“山海经”，请改填编号" in problems(csv(heads, ("山海经", "D001", DAY, "")), LOANS)[0]
    run(csv(heads, ("00002", "顾行舟", DAY, ""), ("00001", "D001", DAY, "2")), LOANS)
    assert set(Loan.objects.values_list("book__number", "member", "fine")) == {
        ("00002", member.pk, 0),
        ("00001", member.pk, 200),
    }
    assert (
        run(csv(heads, ("00002", "D001", DAY, "3"), ("00001", "D001", DAY, "2")), LOANS)
        == "新增 0 行，修改 1 行，未变 1 行。"
    )


def test_an_identity_with_an_empty_part(library: Library) -> None:
    heads = ("分馆", "月份", "册数", "书架面积")
    data = csv(heads, ("", "2026-03", "5", "1.5"), ("东馆", "2026-03", "6", "2"))
    run(data, COPIES)
    assert set(Copies.objects.values_list("branch", "copies", "area")) == {
        (None, 5, 150),
        (library.east.pk, 6, 200),
    }
    assert run(data, COPIES) == "新增 0 行，修改 0 行，未变 2 行。"


def test_units_are_imported_too(library: Library) -> None:
    run(csv(("编码", "名称"), ("03", "北区分馆"), ("01", "东城分馆")), BRANCHES)
    assert dict(Branch.objects.values_list("code", "name")) == {
        "01": "东城分馆",
        "02": "西区分馆",
        "03": "北区分馆",
    }


def test_many_rows_are_found_by_one_pass(library: Library) -> None:
    count = 700
    data = csv(MEMBER_HEADS, *((f"D{n}", "某人", "东馆", n) for n in range(count)))
    run(data, MEMBERS)
    more = csv(MEMBER_HEADS, *((f"D{n}", "某人", "东馆", n + (n == 650)) for n in range(count)))
    assert run(more, MEMBERS) == "新增 0 行，修改 1 行，未变 699 行。"
    assert Member.objects.get(card="D650").score == 651
