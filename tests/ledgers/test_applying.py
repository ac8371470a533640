"""A plan is applied as a whole or not at all, and only while the ledger is as it was seen."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection
from xlsxwriter.workbook import Workbook

from luoshi.ledgers import facts, figures, headings, importing, planning, workbooks, writing
from luoshi.ledgers.access import Actor, Mandate
from luoshi.ledgers.errors import PlanChanged, Refused, UnreadableWorkbook
from luoshi.ledgers.models import AuditRow, Mark
from tests.ledgers.conftest import Library, open_library
from tests.ledgers.importing import DAY, GOOD, HEADS, MEMBER_HEADS, csv, plan, problems, run, xlsx
from tests.library.ledgers import (
    BOOKS,
    HEAD,
    INSPECTOR,
    MEMBERS,
    RESERVATIONS,
)
from tests.library.models import Book, Loan, Member


class TestPlanChanged:
    def test_somebody_changed_a_row(self, library: Library) -> None:
        book, other = library.book(), library.book("乙")
        for touched in (book, other):
            made = plan(csv(("书号", "定价"), (book.number, "1"), (other.number, "45.5")))
            writing.change(BOOKS, touched, {"pages": touched.version + 1}, by=HEAD)
            with pytest.raises(PlanChanged, match="没有写入任何一行"):
                importing.apply(made, by=HEAD)
        assert set(Book.objects.values_list("price", flat=True)) == {4550}

    def test_somebody_removed_a_row(self, library: Library) -> None:
        book = library.book()
        made = plan(csv(("书号", "定价"), (book.number, "1")))
        writing.remove(BOOKS, book, by=HEAD, reason="录错")
        with pytest.raises(PlanChanged):
            importing.apply(made, by=HEAD)

    def test_somebody_made_the_new_row(self, library: Library) -> None:
        made = plan(csv(MEMBER_HEADS, ("D1", "甲", "东馆", "1")), MEMBERS)
        library.member("D1")
        with pytest.raises(PlanChanged):
            importing.apply(made, by=HEAD)

    def test_applied_twice(self, library: Library) -> None:
        made = plan(csv(HEADS, GOOD))
        importing.apply(made, by=HEAD)
        with pytest.raises(PlanChanged):
            importing.apply(made, by=HEAD)
        assert Book.objects.count() == 1

    def test_another_preview_was_confirmed(self, library: Library) -> None:
        book = library.book()
        data = csv(("书号", "定价"), (book.number, "1"))
        seen = plan(data).fingerprint
        assert plan(data).fingerprint == seen
        writing.change(BOOKS, book, {"price": 2}, by=HEAD)
        with pytest.raises(PlanChanged):
            importing.apply(plan(data), by=HEAD, seen=seen)

    def test_the_database_sees_what_the_check_could_not(
        self, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def clash(*args: object, **more: object) -> None:
            raise IntegrityError

        made = plan(csv(HEADS, GOOD))
        monkeypatch.setattr("luoshi.ledgers.tables.insert", clash)
        with pytest.raises(PlanChanged):
            importing.apply(made, by=HEAD)


def test_nothing_is_half_written(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    book = library.book()
    made = plan(csv(("书号", *HEADS), (book.number, *GOOD), ("", "乙", "东馆", "小说", "1", "")))
    before = AuditRow.objects.count()

    def fails(*args: object) -> None:
        raise RuntimeError

    for broken in ("luoshi.ledgers.audit.write", "luoshi.ledgers.marks.add"):
        with monkeypatch.context() as patch:
            patch.setattr(broken, fails)
            with pytest.raises(RuntimeError):
                importing.apply(made, by=HEAD)
        assert (Book.objects.count(), AuditRow.objects.count()) == (1, before)
        assert Book.objects.get().version == 1
    importing.apply(made, by=HEAD)
    assert sorted(Book.objects.values_list("number", flat=True)) == ["00001", "00002"]


def test_rights_are_asked_again_when_applied(library: Library) -> None:
    made = plan(csv(HEADS, GOOD))
    for actor in (INSPECTOR, library.stranger_clerk):
        with pytest.raises(Refused):
            importing.apply(made, by=actor)
    book = library.book(branch=library.west)
    made = plan(csv(("书号", "定价"), (book.number, "1")))
    with pytest.raises(Refused):
        importing.apply(made, by=library.clerk)
    made = plan(csv(("书号", "分馆"), (book.number, "东馆")))
    with pytest.raises(Refused):
        importing.apply(made, by=library.stranger_clerk)
    assert Book.objects.get().branch == library.west


def test_figures_follow_an_import(library: Library) -> None:
    binding = figures.bind(BOOKS, BOOKS.measure("spent"))
    facts.refresh()
    run(csv(HEADS, GOOD, ("乙", "东馆", "小说", "4.5", "2026-03-09")))
    assert facts.refresh() == 1
    parts = facts.facts_of([binding], 202601, 202612, {})[binding.pk]
    assert figures.figure(binding, parts, 202601, 202612).value == 50


def test_links_of_changed_rows_mark_who_is_measured_through_them(library: Library) -> None:
    book = library.book()
    Loan.objects.create(book=book, member=library.member(), lent_on=DAY)
    Mark.objects.all().delete()
    run(csv(("书号", "定价"), (book.number, "1")))
    assert ("loans", library.east.pk, 202603) in set(Mark.objects.values_list("ledger", "unit", "period"))


def test_files_that_are_no_tables(library: Library) -> None:
    with pytest.raises(UnreadableWorkbook, match="空文件"):
        plan(b"")


def test_very_many_problems(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "MOST_PROBLEMS", 5)
    made = plan(csv(HEADS, *[("甲", "南馆", "小说", "1", "")] * 9))
    assert len(made.problems) == 5
    assert made.summary.startswith("发现 5 处以上问题")
    monkeypatch.setattr("luoshi.ledgers.bulk.MOST_CULPRITS", 2)
    made = plan(csv((*HEADS, "页数"), *[("甲", "东馆", "科学", "1", "", "13")] * 4))
    assert len(made.problems) == 2
    assert made.fingerprint != plan(csv(HEADS, GOOD)).fingerprint


def test_the_problems_as_a_workbook(library: Library) -> None:
    rows = [HEADS, GOOD, ("乙", "南馆", "诗歌", 1.5, DAY), (None,) * 5]
    data = xlsx(书目=rows, 问题清单=[("别的",)])
    made = plan(data, filename="a.xlsx")
    back = importing.problems_workbook(made)
    first, other, listed = workbooks.read(back, "b.xlsx")
    assert first.rows[0] == (*HEADS, "说明")
    assert first.rows[1] == (*GOOD, None)
    assert first.rows[2][:5] == ("乙", "南馆", "诗歌", 1.5, DAY)
    assert "分馆：“分馆”里没有“南馆”" in str(first.rows[2][5])
    assert "\n类别：" in str(first.rows[2][5])
    assert (other.name, listed.name) == ("问题清单", "问题清单2")
    assert listed.rows[1][:5] == ("书目", 3.0, "B", "分馆", "南馆")
    again = plan(back, filename="b.xlsx")
    assert [(p.row, p.letter) for p in again.problems] == [(p.row, p.letter) for p in made.problems]


@pytest.mark.parametrize("stem", ["长" * 40, "书[1]*?", "'书'", "History", "问题清单"])
def test_the_problems_of_a_file_whose_name_no_sheet_can_have(library: Library, stem: str) -> None:
    made = plan(csv(HEADS, ("乙", "南馆", "小说", "1", "")), filename=f"{stem}.csv")
    assert made.problems[0].sheet == stem
    first, listed = workbooks.read(importing.problems_workbook(made), "b.xlsx")
    assert "“分馆”里没有“南馆”" in str(first.rows[1][5])
    assert listed.rows[1][0] == stem
    assert listed.name == ("问题清单2" if stem == "问题清单" else "问题清单")


def test_the_problems_of_a_file_that_has_lists_of_problems_already(library: Library) -> None:
    rows = [HEADS, ("乙", "南馆", "小说", 1, None)]
    data = xlsx(书目=rows, **{f"问题清单{n}": [("旧",)] for n in ("", "2", "3", "4")})
    names = [
        s.name for s in workbooks.read(importing.problems_workbook(plan(data, filename="a.xlsx")), "b.xlsx")
    ]
    assert names == ["书目", "问题清单", "问题清单2", "问题清单3", "问题清单4", "问题清单5"]


def test_problems_of_the_whole_file_and_of_whole_lines_as_a_workbook(library: Library) -> None:
    back = importing.problems_workbook(plan(csv(("甲", "乙"))))
    assert "没有找到“图书台账”的表头" in str(workbooks.read(back, "b.xlsx")[1].rows[1][5])
    made = plan(csv(MEMBER_HEADS, ("D1", "甲", "", ""), ("D1", "甲", "", "")), MEMBERS)
    assert "第 3 行与第 2 行重复" in str(
        workbooks.read(importing.problems_workbook(made), "b.xlsx")[0].rows[2][4]
    )


def test_titles_with_brackets_of_their_own() -> None:
    assert headings.split("定价（含税）（万元）") == ("定价(含税)", "万元")
    assert headings.split(" 定 价\n*") == ("定价", "")
    assert headings.split("页数[页]") == ("页数", "页")


def test_a_number_without_unit_takes_any_note(library: Library) -> None:
    run(csv(("证号", "姓名", "信用分（上年末）"), ("D1", "甲", "5"), ("D2", "乙", "")), MEMBERS)
    assert dict(Member.objects.values_list("card", "score")) == {"D1": 5, "D2": 100}


def test_rows_that_hang_on_others(library: Library) -> None:
    library.book()
    run(csv(("图书", "预约日期"), ("山海经", DAY)), RESERVATIONS, library.clerk)
    with pytest.raises(Refused):
        plan(
            csv(("图书", "预约日期"), ("山海经", DAY)),
            RESERVATIONS,
            Actor("访客", "", (Mandate("nobody", frozenset()),)),
        )


@pytest.mark.django_db(transaction=True)
def test_of_four_who_apply_one_plan_at_once_one_does() -> None:
    library = open_library()
    book = library.book()
    rows = [("", "乙", "东馆", "小说", "1", ""), (book.number, "新名", "东馆", "小说", "2", "")]
    made = plan(csv(("书号", *HEADS), *rows))
    start = Barrier(4)

    def attempt(_: int) -> str:
        try:
            start.wait(timeout=30)
            return str(importing.apply(made, by=HEAD))
        except PlanChanged:
            return "changed"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = sorted(pool.map(attempt, range(4)))
    assert answers == ["changed"] * 3 + ["新增 1 行，修改 1 行，未变 0 行。"]
    assert list(Book.objects.order_by("number").values_list("number", "title")) == [
        ("00001", "新名"),
        ("00002", "乙"),
    ]
    assert AuditRow.objects.filter(act__startswith="导入").count() == 2


def test_a_changed_row_is_judged_by_the_model(library: Library) -> None:
    book = library.book()
    (found,) = problems(csv(("书号", "定价"), (book.number, "-1")))
    assert "第 2 行 B 列“定价”：确保该值大于或等于0" in found


def test_a_missing_column_is_named_once_a_sheet(library: Library) -> None:
    found = problems(csv(HEADS[:3], GOOD[:3], GOOD[:3]))
    assert len(found) == 1
    assert "缺少必填的列“定价”" in found[0]


def test_a_sheet_without_the_head_is_passed_over_and_kept_in_the_problems(library: Library) -> None:
    made = plan(xlsx(别的=[("甲",)], 书目=[HEADS, (*GOOD[:3], "x", None)], 尾=[("乙",)]), filename="a.xlsx")
    names = [sheet.name for sheet in workbooks.read(importing.problems_workbook(made), "b.xlsx")]
    assert names == ["别的", "书目", "尾", "问题清单"]


def test_hidden_sheets_are_neither_read_nor_given_back(library: Library) -> None:
    out = io.BytesIO()
    book = Workbook(out)
    for number, name in enumerate(("书目", "旧表")):
        sheet = book.add_worksheet(name)
        for place, title in enumerate(HEADS):
            sheet.write_string(0, place, title)
            sheet.write_string(1, place, GOOD[place])
        if number:
            sheet.hide()
    book.close()
    made = plan(out.getvalue(), filename="a.xlsx")
    assert [c.sheet for c in made.creates] == ["书目"]
    back = workbooks.read(importing.problems_workbook(made), "b.xlsx")
    assert [sheet.name for sheet in back] == ["书目", "问题清单"]


def test_a_line_with_a_serial_number_only_is_no_line(library: Library) -> None:
    made = plan(csv(("序号", *HEADS), (1, *GOOD), (2, "", "", "", "", ""), ("", "合计", "", "", "", "")))
    assert [c.row for c in made.creates] == [2]
