"""The index of ledgers and the list of one."""

from __future__ import annotations

import datetime
import json
from urllib.parse import unquote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from luoshi.ledgers import choosing, standing, workbooks
from luoshi.ledgers.access import Actor, Mandate
from luoshi.ledgers.models import AuditRow
from luoshi.web.models import ColumnChoice
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR
from tests.library.models import Book, Branch
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

BOOKS_URL = "/ledgers/books-register/"
TABLE = "ledger-books-register"


def titles(client: Client, **query: object) -> list[str]:
    html = client.get(BOOKS_URL, query).text
    column = pages.heads(html, TABLE).index("书名")
    rows = pages.table(html, TABLE)
    return [row[column] for row in rows if len(row) > 1]


# The index


def test_all_ledgers_by_family_with_what_the_person_may_count(library: Library, acting: As) -> None:
    library.book()
    library.book(branch=library.west)
    rows = {row[0]: row[-1] for row in pages.table(acting(library.clerk).get("/ledgers/").text, "ledgers")}
    assert rows["图书台账"] == "1"
    assert pages.table(acting(HEAD).get("/ledgers/").text, "ledgers")
    assert "招商签约台账" not in rows


def test_the_index_asks_once_a_ledger(
    library: Library, acting: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = acting(HEAD)
    listed = pages.table(client.get("/ledgers/").text, "ledgers")
    standing.forget()
    with django_assert_max_num_queries(len(listed) + 8):
        client.get("/ledgers/")


def test_who_may_read_nothing_sees_nothing(library: Library, acting: As) -> None:
    nobody = Actor("过客", "guest", (Mandate("guest", frozenset()),))
    assert "没有您可以查看的台账" in acting(nobody).get("/ledgers/").text
    assert acting(nobody).get(BOOKS_URL).status_code == 403


def test_a_ledger_that_nobody_declared_is_not_found(library: Library, acting: As) -> None:
    assert acting(HEAD).get("/ledgers/nothing/").status_code == 404


# Rows


def test_works(library: Library, acting: As) -> None:
    book = library.book()
    html = acting(HEAD).get(BOOKS_URL).text
    assert pages.table(html, TABLE)[0][:3] == [book.number, "山海经", "东区分馆"]
    assert f'<a href="/ledgers/books-register/{book.pk}/" data-drawer>山海经</a>' in html
    assert f"{BOOKS_URL}new/" in html


def test_only_rows_within_reach_are_listed_counted_and_added(library: Library, acting: As) -> None:
    library.book("本馆", price=100)
    library.book("外馆", branch=library.west, price=5000)
    html = acting(library.clerk).get(BOOKS_URL).text
    assert "外馆" not in html
    assert "1.00" in pages.totals(html, TABLE)
    assert "共 1 条" in pages.text(html)


def test_sums_are_exact_and_never_overflow(library: Library, acting: As) -> None:
    for n in range(3):
        library.book(f"贵{n}", price=2**62 + 7)
    Book.objects.filter(title="贵0").update(price=-5)
    html = acting(HEAD).get(BOOKS_URL, {"q": "贵"}).text
    assert f"{(2 * (2**62 + 7) - 5) // 100:,}" in pages.totals(html, TABLE)[4]


def test_an_empty_ledger_offers_the_first_step_to_who_may_take_it(library: Library, acting: As) -> None:
    assert "从 Excel 导入" in acting(HEAD).get(BOOKS_URL).text
    assert "从 Excel 导入" not in acting(INSPECTOR).get(BOOKS_URL).text


# Order


def test_every_stored_column_sorts_both_ways(library: Library, acting: As) -> None:
    library.book("甲", kind="fiction", price=200, pages=30)
    library.book("乙", kind="science", price=100, branch=library.west)
    client = acting(HEAD)
    for column in BOOKS.columns:
        for sort in (column.name, f"-{column.name}"):
            assert sorted(titles(client, sort=sort)) == ["乙", "甲"], sort
    assert titles(client, sort="price") == ["乙", "甲"]
    assert titles(client, sort="-price") == ["甲", "乙"]
    assert titles(client, sort="kind") == ["甲", "乙"]
    assert titles(client, sort="pages") == titles(client, sort="-pages") == ["甲", "乙"]
    assert titles(client, sort="branch") == ["甲", "乙"]
    assert titles(client, sort="-branch") == ["乙", "甲"]


# Filters


@pytest.mark.parametrize(
    ("query", "found", "chip"),
    [
        ({"q": "山海"}, ["山海经"], "搜索 山海"),
        ({"q": "东区 山"}, ["山海经"], "搜索 东区 山"),
        ({"f.kind": "science"}, ["天工开物"], "类别 科学"),
        ({"f.kind": ["science", "fiction"]}, ["山海经", "天工开物"], "类别 科学、小说"),
        ({"f.rare": "yes"}, ["天工开物"], "珍本 是"),
        ({"f.bought_on.from": "2026-02-01"}, ["天工开物"], "购入日期 2026-02-01 起"),
        ({"f.bought_on.to": "2026年1月31日"}, ["山海经"], "购入日期 2026-01-31 止"),
        ({"f.price.from": "50"}, ["天工开物"], "定价（元） 不低于 50.00 元"),
        ({"f.price.from": "1", "f.price.to": "45.5"}, ["山海经"], "定价（元） 1.00 元 至 45.50 元"),
    ],
)
def test_filters_narrow_and_say_so(
    library: Library, acting: As, query: dict[str, object], found: list[str], chip: str
) -> None:
    library.book("山海经", bought_on=datetime.date(2026, 1, 5))
    library.book("天工开物", kind="science", price=9900, rare=True, bought_on=datetime.date(2026, 2, 1))
    client = acting(HEAD)
    assert titles(client, **query) == found
    html = client.get(BOOKS_URL, query).text
    assert pages.chips(html) == [chip]
    assert 'href="?" aria-label="去掉条件' in html


def test_a_link_is_filtered_by_the_rows_that_the_person_may_see(library: Library, acting: As) -> None:
    library.book("甲")
    library.book("乙", branch=library.west)
    assert titles(acting(HEAD), **{"f.branch": library.west.pk}) == ["乙"]
    html = acting(library.clerk).get(BOOKS_URL, {"f.branch": library.west.pk}).text
    assert "西区分馆" not in html
    assert "已略去" in html


def test_a_link_to_a_big_ledger_is_filtered_by_words(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "FEW", 1)
    one, other = library.book("山海经"), library.book("天工开物")
    member = library.member()
    for book in (one, other):
        book.loan_set.create(member=member, lent_on=datetime.date(2026, 3, 1))
    client, url = acting(HEAD), "/ledgers/loans/"
    html = client.get(url, {"f.book.has": "天工"}).text
    assert [row[0] for row in pages.table(html, "ledger-loans")] == ["天工开物"]
    assert pages.chips(client.get(url, {"f.book": one.pk}).text) == ["图书 山海经"]
    assert "没有编号为“99”的行" in client.get(url, {"f.book": "99"}).text


def test_months_are_a_range_and_what_makes_no_sense_is_said_and_left_out(
    library: Library, acting: As
) -> None:
    library.member("D1", name="早", joined=202601)
    library.member("D2", name="晚", joined=202605)
    client, url = acting(HEAD), "/ledgers/members/"
    html = client.get(url, {"f.joined.from": "2026-03"}).text
    assert [row[1] for row in pages.table(html, "ledger-members")] == ["晚"]
    html = client.get(url, {"f.joined.from": "去年", "f.score.to": "很多"}).text
    assert "筛选条件“入会月份”：“去年”不是月份" in pages.text(html)
    assert "筛选条件“信用分”：“很多”不是数字" in pages.text(html)
    assert len(pages.table(html, "ledger-members")) == 2


def test_nothing_found_is_not_an_empty_ledger(library: Library, acting: As) -> None:
    library.book()
    assert "没有符合条件的行" in acting(HEAD).get(BOOKS_URL, {"q": "火星"}).text


# What is secret


def test_a_secret_column_is_nowhere(library: Library, acting: As) -> None:
    library.book("甲", donor="张三")
    library.book("乙", donor="李四")
    client = acting(library.clerk)
    html = client.get(BOOKS_URL).text
    assert "捐赠人" not in html
    assert "f.donor" not in html
    usual = titles(client)
    assert titles(client, sort="donor") == titles(client, sort="-donor") == usual
    assert len(titles(client, **{"f.donor": "张三", "f.donor.has": "张"})) == 2
    client.post(f"{BOOKS_URL}columns/", {"column": ["title", "donor"]})
    assert pages.heads(client.get(BOOKS_URL).text, TABLE) == ["书名"]
    assert "捐赠人" in acting(HEAD).get(BOOKS_URL).text


def test_a_secret_column_stays_secret_whoever_looked_before(library: Library, acting: As) -> None:
    library.book("甲", donor="张三")
    acting(HEAD).post(f"{BOOKS_URL}columns/", {"column": ["title", "donor"]})  # one account in two roles
    for written in ("乙", "丙"):
        for actor, sees in ((HEAD, True), (library.clerk, False), (HEAD, True)):
            html = acting(actor).get(BOOKS_URL).text
            assert ("张三" in html, "捐赠人" in html) == (sees, sees)
        library.book(written)


def test_a_secret_column_is_not_searched(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.book("甲", donor="张三")
    object.__setattr__(BOOKS, "search", ("title", "donor"))
    try:
        assert titles(acting(library.clerk), q="张三") == []
        assert titles(acting(HEAD), q="张三") == ["甲"]
    finally:
        object.__setattr__(BOOKS, "search", ("title", "branch__name"))


# Columns


def test_the_choice_of_columns_is_kept_for_the_person(library: Library, acting: As) -> None:
    library.book()
    client = acting(HEAD)
    answer = client.post(
        f"{BOOKS_URL}columns/", {"column": ["title", "price"], "query": "q=山&f.kind=fiction"}
    )
    assert unquote(answer.url) == f"{BOOKS_URL}?q=山&f.kind=fiction"
    assert pages.heads(client.get(BOOKS_URL).text, TABLE) == ["书名", "定价 元"]
    client.post(f"{BOOKS_URL}columns/", {"usual": "1", "column": ["title"]})
    assert not ColumnChoice.objects.exists()
    assert client.get(f"{BOOKS_URL}columns/").status_code == 405


# Files


def test_an_export_is_named_after_who_and_recorded_with_what_was_asked(library: Library, acting: As) -> None:
    library.book("甲")
    library.book("乙", kind="science")
    client = acting(library.clerk)
    answer = client.get(f"{BOOKS_URL}export/", {"kind": "json", "q": "甲", "f.kind": "fiction"})
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert unquote(answer.headers["Content-Disposition"]).endswith("-馆员.json")
    assert [row["title"] for row in json.loads(answer.content)["rows"]] == ["甲"]
    (row,) = AuditRow.objects.filter(act="导出")
    assert (row.actor, row.changes["行数"]) == ("馆员", ["", "1"])
    assert row.changes["筛选"] == ["", "搜索“甲”；类别 小说"]
    assert client.post(f"{BOOKS_URL}export/").status_code == 405
    assert AuditRow.objects.filter(act="导出").count() == 1
    assert "kind=json" in client.get(BOOKS_URL).text


def test_an_export_has_the_same_filters_and_order(library: Library, acting: As) -> None:
    library.book("甲", price=100)
    library.book("乙", price=300)
    library.book("丙", price=200, branch=library.west)
    client = acting(library.clerk)
    html = client.get(BOOKS_URL, {"f.price.from": "1", "sort": "-price"}).text
    assert "kind=csv&amp;f.price.from=1&amp;sort=-price" in html
    answer = client.get(f"{BOOKS_URL}export/", {"kind": "csv", "f.price.from": "1", "sort": "-price"})
    name = unquote(answer.headers["Content-Disposition"])
    assert name.startswith("attachment; filename*=UTF-8''图书台账-")
    (sheet,) = workbooks.read(answer.content, "a.csv")
    assert [row[1] for row in sheet.rows] == ["书名", "乙", "甲"]
    assert "捐赠人" not in sheet.rows[0]
    found = client.get(f"{BOOKS_URL}export/", {"q": "甲"})
    assert workbooks.read(found.content, "a.xlsx")[0].rows[3][2] == "甲"
    assert client.get(f"{BOOKS_URL}export/", {"kind": "pdf"}).status_code == 404


def test_the_template_is_for_who_may_import(library: Library, acting: As) -> None:
    answer = acting(library.clerk).get(f"{BOOKS_URL}template/")
    assert workbooks.read(answer.content, "a.xlsx")[0].name == "图书台账"
    assert acting(INSPECTOR).get(f"{BOOKS_URL}template/").status_code == 403


# Cost


def shelve(library: Library, first: int, last: int) -> None:
    member = library.member(f"D{first}")
    for n in range(first, last):
        book = library.book(f"第{n}卷")
        book.loan_set.create(member=member, lent_on=datetime.date(2026, 3, 1))


@pytest.mark.parametrize("url", [BOOKS_URL, "/ledgers/loans/"])
def test_a_list_costs_the_same_whatever_its_length(
    library: Library, acting: As, django_assert_max_num_queries: DjangoAssertNumQueries, url: str
) -> None:
    client = acting(HEAD)
    shelve(library, 0, 5)
    with django_assert_max_num_queries(20) as few:
        assert client.get(url).status_code == 200
    shelve(library, 5, 50)
    with django_assert_max_num_queries(len(few)):
        html = client.get(url).text
    assert html.count("<tr data-key=") == 50


def test_more_rows_than_a_page_are_paged(library: Library, acting: As) -> None:
    for n in range(51):
        library.book(f"第{n}卷")
    client = acting(HEAD)
    assert len(titles(client)) == 50
    assert len(titles(client, page=2)) == 1
    assert "?page=2" in client.get(BOOKS_URL).text


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "f.price.from=1e40",
        "f.branch=99999999999999999999",
        "page=last",
        "sort=",
        "f.kind=%00",
        "f.bought_on.to=0000-00-00",
    ],
)
def test_an_address_that_makes_no_sense_breaks_nothing(library: Library, acting: As, query: str) -> None:
    library.book()
    assert acting(HEAD).get(f"{BOOKS_URL}?{query}").status_code == 200
    assert acting(HEAD).get(f"{BOOKS_URL}export/?kind=csv&{query}").status_code == 200


def test_a_row_of_a_tree_may_be_asked_for_with_all_under_it(library: Library, acting: As) -> None:
    below = Branch.objects.create(code="0101", name="东区小站", parent=library.east)
    Branch.objects.create(code="010101", name="东区书架", parent=below)
    library.book("山海经")
    library.book("水经注", branch=below)
    library.book("天工开物", branch=Branch.objects.get(code="010101"))
    library.book("梦溪笔谈", branch=library.west)
    head = acting(HEAD)

    def titles(**given: object) -> list[str]:
        found = head.get(BOOKS_URL, {f"f.branch{name}": value for name, value in given.items()}).text
        return sorted(row[1] for row in pages.table(found, "ledger-books-register") if len(row) > 1)

    assert titles(**{"": library.east.pk}) == ["山海经"]
    assert titles(**{"": library.east.pk, ".below": "1"}) == ["天工开物", "山海经", "水经注"]
    assert titles(**{"": below.pk, ".below": "1"}) == ["天工开物", "水经注"]
    html = head.get(BOOKS_URL, {"f.branch": library.east.pk, "f.branch.below": "1"}).text
    assert (
        pages.chips(html) == ["分馆 东区分馆（含下级）"] and 'name="f.branch.below" value="1" checked' in html
    )
    assert "f.branch.below" not in head.get(BOOKS_URL).text
    Branch.objects.filter(pk=library.east.pk).update(parent=below)  # a circle that nobody should have made
    assert titles(**{"": library.east.pk, ".below": "1"}) == ["天工开物", "山海经", "水经注"]
