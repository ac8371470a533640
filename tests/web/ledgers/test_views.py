"""Kanbans, calendars, clocks on lists, and paper: a ledger's rows otherwise than in a plain list."""

from __future__ import annotations

import dataclasses
import datetime
import re

import pytest
from pytest_django import DjangoAssertNumQueries

from luoshi.ledgers import registry, writing
from luoshi.ledgers.models import AuditRow
from luoshi.web.ledgers import calendars, dues, kanban, prints
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR
from tests.library.models import Book, Repair
from tests.library.repairs import REPAIRS
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

URL = "/ledgers/books-register/"
MARCH = datetime.date(2026, 3, 5)


def shelve(library: Library, count: int, day: datetime.date = MARCH, **values: object) -> None:
    """Many books at once, past the machinery: only looked at here."""
    first = Book.objects.count()
    Book.objects.bulk_create(
        Book(
            number=f"S{first + n:05d}", title=f"书{first + n}", price=100, bought_on=day, branch=library.east, **values
        )
        for n in range(count)
    )  # fmt: skip


def stacks(html: str) -> dict[str, list[str]]:
    """The names in a kanban by the head of their stack."""
    return {
        pages.text(re.search(r"<h2.*?</h2>", part, re.S)[0]): [  # type: ignore[index]
            pages.text(name) for name in re.findall(r"<h3>(.*?)</h3>", part, re.S)
        ]
        for part in html.split('<section class="stack"')[1:]
    }


def test_a_kanban_has_every_state_with_its_rows(library: Library, acting: As) -> None:
    library.book("山海经")
    shelve(library, 2, state="shelved")
    html = acting(HEAD).get(f"{URL}kanban/").text
    assert stacks(html) == {"已订购 1": ["山海经"], "已上架 2": ["书1", "书2"], "已注销 0": []}
    assert "step/shelve/" in html and "step/withdraw/" in html
    assert "分馆 东区分馆" in pages.text(html)
    fragment = acting(HEAD).get(f"{URL}kanban/", headers={"HX-Request": "true", "HX-Target": "drawer"}).text
    assert "<html" not in fragment and 'class="stack"' in fragment


def test_a_kanban_obeys_the_filters_and_the_person(library: Library, acting: As) -> None:
    library.book("山海经")
    library.book("水经注", branch=library.west)
    assert list(stacks(acting(HEAD).get(f"{URL}kanban/", {"q": "水经"}).text).values())[0] == ["水经注"]
    assert list(stacks(acting(library.clerk).get(f"{URL}kanban/").text).values())[0] == ["山海经"]
    assert "step/" not in acting(INSPECTOR).get(f"{URL}kanban/").text
    clerk = acting(library.clerk).get(f"{URL}kanban/").text
    assert "step/shelve/" in clerk and "step/withdraw/" not in clerk


def test_a_kanban_of_many_rows_shows_the_first_and_counts_all(
    library: Library, acting: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = acting(HEAD)
    shelve(library, 1, kind="fiction")
    with django_assert_max_num_queries(20) as few:
        client.get(f"{URL}kanban/")
    shelve(library, 10_000, kind="fiction")
    with django_assert_max_num_queries(len(few)):
        html = client.get(f"{URL}kanban/").text
    assert len(stacks(html)["已订购 10,001"]) == kanban.MOST
    assert f'href="{URL}?f.state=ordered">全部 10,001 行' in html


def test_there_is_no_kanban_without_states(library: Library, acting: As) -> None:
    assert acting(HEAD).get("/ledgers/members/kanban/").status_code == 404
    assert "/ledgers/members/kanban/" not in acting(HEAD).get("/ledgers/members/").text
    assert acting(HEAD).get("/ledgers/members/calendar/").status_code == 404
    assert f"{URL}kanban/" in acting(HEAD).get(URL).text


def squares(html: str) -> dict[str, list[str]]:
    """What stands on the days of a calendar."""
    found = {}
    for part in html.split("<td class=")[1:]:
        day = re.search(r'<time datetime="([\d-]+)"', part)
        assert day
        found[day[1]] = [pages.text(name) for name in re.findall(r"<a href=[^>]*>(.*?)</a>", part, re.S)]
    return {day: names for day, names in found.items() if names}


def test_a_calendar_has_the_rows_of_a_month_on_their_days(
    library: Library, acting: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = acting(HEAD)
    library.book("山海经", bought_on=datetime.date(2026, 3, 31), shelved_on=datetime.date(2026, 4, 7))
    address = f"{URL}calendar/?month=202603"
    assert squares(client.get(address).text) == {"2026-03-31": ["山海经"]}
    assert squares(client.get(f"{address}&by=shelved_on").text) == {}
    assert squares(client.get(f"{URL}calendar/?by=shelved_on&month=202604").text) == {
        "2026-04-07": ["山海经"]
    }
    with django_assert_max_num_queries(20) as few:
        client.get(address)
    shelve(library, 60, kind="fiction")
    with django_assert_max_num_queries(len(few)):
        html = client.get(address).text
    on_day = squares(html)["2026-03-05"]
    assert len(on_day) == calendars.MOST + 1 and on_day[-1] == "另 55 行"
    more = f"{URL}?f.bought_on.from=2026-03-05&amp;f.bought_on.to=2026-03-05"
    assert more in html
    assert "61" not in pages.text(html) and "共 60 条" in pages.text(
        client.get(more.replace("&amp;", "&")).text
    )


def test_a_calendar_shows_each_only_what_they_may_see(library: Library, acting: As) -> None:
    library.book("水经注", branch=library.west, bought_on=MARCH)
    assert squares(acting(library.clerk).get(f"{URL}calendar/?month=202603").text) == {}
    assert squares(acting(library.stranger_clerk).get(f"{URL}calendar/?month=202603").text)


# Clocks


@pytest.mark.parametrize(
    ("days", "colour", "word"),
    [
        (-2, "red", "逾期 2 天"),
        (0, "yellow", "今天到期"),
        (1, "yellow", "还有 1 天"),
        (9, "green", "还有 9 天"),
    ],
)
def test_a_clock_is_a_light_with_its_word(db: None, days: int, colour: str, word: str) -> None:
    today = datetime.date(2026, 5, 6)
    row = Repair(what="水经注", state="looked", due_on=today + datetime.timedelta(days))
    found = dues.of(REPAIRS, row, today)
    assert found and (found.light.colour, found.light.word, found.title) == (colour, word, "修好")
    assert dues.of(REPAIRS, Repair(what="水经注", state="mended"), today) is None
    assert dues.of(BOOKS, Book(title="山海经"), today) is None


def test_lists_and_cards_say_until_when(library: Library, acting: As) -> None:
    registry.register(REPAIRS)
    day = datetime.date(2020, 5, 6)
    values = {"what": "水经注", "branch": library.east, "state": "looked", "torn_on": day}
    row = writing.create(REPAIRS, values, by=HEAD, on=day)
    head = acting(HEAD)
    said = pages.table(head.get("/ledgers/repairs/").text, "ledger-repairs")[0]
    assert any("■ 逾期" in cell and "2020-05-16" in cell for cell in said)
    card = pages.text(head.get(f"/ledgers/repairs/{row.pk}/").text)
    assert "修好期限 2020-05-16 ■ 逾期" in card
    assert "修好 2020-05-16 ■ 逾期" in pages.text(head.get("/ledgers/repairs/kanban/").text)
    assert squares(head.get("/ledgers/repairs/calendar/?month=202005").text)["2020-05-16"] == ["水经注"]


# Paper


def test_a_list_is_printed_as_it_is_filtered_and_it_is_noted(library: Library, acting: As) -> None:
    library.book("山海经", price=4550, donor="张三")
    library.book("水经注", price=100)
    head = acting(HEAD)
    html = head.get(f"{URL}print/", {"q": "山海", "paper": "a3"}).text
    rows = pages.table(html.replace('class="printed"', 'id="print"'), "print")
    assert [row[:3] for row in rows] == [["1", "00001", "山海经"]]
    said = pages.text(html)
    assert "单位：元" in said and "筛选：搜索“山海”" in said and "陈静（chenjing）打印于" in said
    assert "合计" in said and '<body class="paper a3 across">' in html
    assert AuditRow.objects.first().act == "打印"
    assert "张三" not in acting(library.clerk).get(f"{URL}print/").text
    assert '<body class="paper a4 across">' in acting(HEAD).get(f"{URL}print/?paper=a9").text


def test_too_long_a_list_is_cut_and_says_so(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelve(library, 3, kind="fiction")
    monkeypatch.setattr(prints, "MOST", 2)
    html = acting(HEAD).get(f"{URL}print/").text
    assert "只列出前 2 行" in html and "合计</td>" not in html


def test_a_card_is_printed_with_what_hangs_on_it(library: Library, acting: As) -> None:
    book = library.book(donor="张三")
    book.loan_set.create(member=library.member(), lent_on=MARCH)
    said = pages.text(acting(HEAD).get(f"{URL}{book.pk}/print/").text)
    assert "借阅 1 行" in said and "预约" not in said and "张三" in said and "最近变动" in said
    assert "张三" not in acting(library.clerk).get(f"{URL}{book.pk}/print/").text
    assert acting(library.stranger_clerk).get(f"{URL}{book.pk}/print/").status_code == 403


def test_who_may_not_export_may_not_print_a_list(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = dataclasses.replace(BOOKS.access, export=())
    monkeypatch.setitem(registry._ledgers, BOOKS.name, dataclasses.replace(BOOKS, access=access))
    library.book()
    assert acting(HEAD).get(f"{URL}print/").status_code == 403
    assert f"{URL}print/" not in acting(HEAD).get(URL).text
