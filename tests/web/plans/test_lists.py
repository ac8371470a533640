"""The three lists on the page and as a workbook, and what the reader repaired."""

from __future__ import annotations

import pytest
from django.test import Client

from luoshi.ledgers import workbooks
from luoshi.plans.documents.models import Document
from luoshi.plans.review import actions as review
from tests.plans import build
from tests.plans.build import Cast


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tasks", "任务清单"),
        ("duties", "招商局（牵头"),
        ("deadlines", "2026年6月底前（1 项）"),
        ("nonsense", "任务清单"),
    ],
)
def test_each_list_says_what_who_and_by_when(
    clerk: Client, confirmed: Document, name: str, said: str
) -> None:
    page = clerk.get(f"/plans/{confirmed.pk}/lists/", {"list": name}).text
    assert said in page
    clause = build.clause(confirmed, "星辰储能")
    assert f"/plans/{confirmed.pk}/#c{clause.pk}" in page


def test_what_is_not_confirmed_is_not_listed_and_the_page_says_so(clerk: Client, document: Document) -> None:
    page = clerk.get(f"/plans/{document.pk}/lists/").text
    assert f"还有 {document.clauses.count()} 条待确认" in page
    assert "还没有已确认的条目" in page


def test_the_workbook_has_the_three_lists(clerk: Client, confirmed: Document) -> None:
    answer = clerk.get(f"/plans/{confirmed.pk}/lists/file/")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    sheets = workbooks.read(answer.content, "清单.xlsx")
    assert [s.name for s in sheets] == ["任务清单", "责任清单", "时限清单"]
    lines = sheets[0].rows[2:]
    assert len(lines) == confirmed.clauses.count()
    assert sheets[0].rows[1][:3] == ("序号", "编号", "类别")
    assert ("牵头单位", "招商局") in zip(sheets[0].rows[1], lines[0], strict=True)


def test_no_cell_of_the_workbook_is_a_formula(clerk: Client, cast: Cast, confirmed: Document) -> None:
    clause = build.clause(confirmed, "境内到位资金")
    review.correct(clause, {"indicator": '=HYPERLINK("x")'}, by=cast.supervisor)
    answer = clerk.get(f"/plans/{confirmed.pk}/lists/file/")
    cells = [cell for row in workbooks.read(answer.content, "清单.xlsx")[0].rows for cell in row]
    assert any(isinstance(cell, str) and cell.startswith("=HYPERLINK") for cell in cells)


def test_repairs_and_doubts_are_listed_with_their_place(clerk: Client, cast: Cast) -> None:
    damaged = build.PLAN.replace("星辰储能二期", "星辰儲能二期").replace(
        "合同资金60亿元", "合同资金【12】60亿元"
    )
    document = build.plan(cast.supervisor, damaged)
    assert document.repairs
    page = clerk.get(f"/plans/{document.pk}/reading/").text
    assert f"修复（{len(document.repairs)} 处）" in page
    assert "去掉引文标号" in page
    assert "【12】" in page
    assert "第 7 行" in page
    assert "【12】" in clerk.get(f"/plans/{document.pk}/").text
