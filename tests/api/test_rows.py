"""What is read: the list that the page shows, one row, the trail, and what a ledger is."""

from __future__ import annotations

import pytest

from luoshi.ledgers import writing
from luoshi.ledgers.access import Act, may
from tests.api.conftest import BOOKS, Calling
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS as LEDGER
from tests.library.ledgers import HEAD, INSPECTOR


def titles(found: dict[str, list[dict[str, dict[str, str]]]]) -> list[str]:
    return [row["values"]["title"] for row in found["rows"]]


def test_a_list_is_searched_filtered_sorted_and_paged(library: Library, calling: Calling) -> None:
    for number, kind in enumerate(["fiction", "science", "science"], 1):
        library.book(f"书{number}", kind=kind, price=number * 100)
    head = calling(HEAD)
    found = head.get(f"{BOOKS}/rows?sort=-price&size=2").json()
    assert (found["count"], found["pages"], titles(found)) == (3, 2, ["书3", "书2"])
    assert titles(head.get(f"{BOOKS}/rows?sort=-price&size=2&page=2").json()) == ["书1"]
    assert titles(head.get(f"{BOOKS}/rows?page=9999999").json()) == []
    assert titles(head.get(f"{BOOKS}/rows?f.kind=science&f.price.to=2").json()) == ["书2"]
    assert titles(head.get(f"{BOOKS}/rows?q=东区+书1").json()) == ["书1"]


@pytest.mark.parametrize(
    ("asked", "place", "said"),
    [
        ("f.kind=poem", "", "没有“poem”这一项"),
        ("f.price.from=x", "", "“x”不是数字"),
        ("f.prise.from=1", "f.prise.from", "没有名为“f.prise.from”的条件"),
        ("sort=thick", "sort", "不能按“thick”排序"),
        ("page=0", "page", "太小了"),
        ("size=9999", "size", "太大了"),
        ("page=x", "page", "应是整数"),
    ],
)
def test_what_is_not_understood_is_refused_and_not_left_out(
    library: Library, calling: Calling, asked: str, place: str, said: str
) -> None:
    answer = calling(HEAD).get(f"{BOOKS}/rows?{asked}")
    told = answer.json()
    assert answer.status_code == 422 and said in told["problems"][place][0] and said in told["sentence"]
    assert "已略去" not in told["sentence"]


def test_a_row_is_told_with_its_version_and_its_steps(library: Library, calling: Calling) -> None:
    book = library.book(donor="顾行舟")
    answer = calling(HEAD).get(f"{BOOKS}/rows/{book.pk}")
    told = answer.json()
    assert answer.headers["ETag"] == '"1"' and answer.headers["Cache-Control"] == "no-store"
    assert (told["version"], told["label"], told["steps"]) == (1, "山海经", ["shelve", "withdraw"])
    assert (told["values"]["price"], told["values"]["kind"], told["values"]["pages"]) == (
        "45.5",
        "小说",
        None,
    )
    assert calling(library.clerk).get(f"{BOOKS}/rows/{book.pk}").json()["steps"] == ["shelve"]


def test_a_secret_column_is_nowhere(library: Library, calling: Calling) -> None:
    book = library.book(donor="顾行舟")
    writing.change(LEDGER, book, {"donor": "方砚"}, by=HEAD)
    clerk = calling(library.clerk)
    for address in (BOOKS, f"{BOOKS}/rows", f"{BOOKS}/rows/{book.pk}", f"{BOOKS}/rows/{book.pk}/trail"):
        text = clerk.get(address).text
        assert "donor" not in text and "捐赠人" not in text and "顾行舟" not in text, address
    assert "顾行舟" not in clerk.get(f"{BOOKS}/export").text
    assert clerk.get(f"{BOOKS}/rows?sort=donor").status_code == 422
    answer = clerk.patch(f"{BOOKS}/rows/{book.pk}", {"values": {"donor": "x"}}, If_Match="2")
    assert (answer.status_code, answer.json()["problems"]) == (
        422,
        {"donor": ["没有名为“donor”的列，请核对拼写。"]},
    )
    assert "顾行舟" in calling(HEAD).get(f"{BOOKS}/rows/{book.pk}/trail").text


def test_others_rows_are_not_read(library: Library, calling: Calling) -> None:
    book = library.book()
    other = calling(library.stranger_clerk)
    assert other.get(f"{BOOKS}/rows").json()["count"] == 0
    for address in (f"{BOOKS}/rows/{book.pk}", f"{BOOKS}/rows/{book.pk}/trail"):
        answer = other.get(address)
        assert answer.status_code == 403 and "不属于您所在的单位" in answer.json()["sentence"]


def test_the_trail_outlives_the_row(library: Library, calling: Calling) -> None:
    book = library.book()
    key = book.pk
    writing.remove(LEDGER, book, by=HEAD, reason="重复登记")
    told = calling(INSPECTOR).get(f"{BOOKS}/rows/{key}/trail").json()
    assert [(e["act"], e["who"], e["reason"]) for e in told["entries"]] == [
        ("删除", "馆长", "重复登记"),
        ("新增", "馆长", ""),
    ]
    assert calling(library.clerk).get(f"{BOOKS}/rows/{key}/trail").status_code == 404
    assert calling(INSPECTOR).get(f"{BOOKS}/rows/{key}").status_code == 404


def test_a_ledger_says_what_it_takes(library: Library, calling: Calling) -> None:
    told = calling(library.clerk).get(BOOKS).json()
    columns = {column["name"]: column for column in told["columns"]}
    assert told["rights"] == ["read", "create", "change", "import", "export", "history"]
    assert (columns["price"]["unit"], columns["kind"]["choices"]) == ("元", ["小说", "科学"])
    assert (columns["branch"]["to"], columns["title"]["required"]) == ("branches", True)
    assert not columns["state"]["fillable"] and columns["thick"]["derived"]
    assert {s["name"]: s["may"] for s in told["steps"]} == {"shelve": True, "withdraw": False}
    assert {"f.kind", "f.price.from", "f.price.to"} <= set(told["filters"])


@pytest.mark.parametrize("pk", ["0", "999", "9" * 30])
def test_no_row_is_404(library: Library, calling: Calling, pk: str) -> None:
    answer = calling(HEAD).get(f"{BOOKS}/rows/{pk}")
    assert answer.status_code == 404 and "没有名为" in answer.json()["sentence"]


def test_what_is_asked_in_vain_is_answered_in_json(library: Library, calling: Calling) -> None:
    head = calling(HEAD)
    assert head.get("/api/ledgers/nothing").json()["sentence"].startswith("没有名为“nothing”的台账")
    assert "没有这个地址" in head.get("/api/nothing").json()["sentence"]
    assert "没有这个地址" in head.get("/api/docs").json()["sentence"]
    wrong = head.send("DELETE", f"{BOOKS}/rows", {})
    assert wrong.status_code == 405 and "GET" in wrong.headers["Allow"]


def test_the_list_of_ledgers_is_the_callers_own(library: Library, calling: Calling) -> None:
    found = {each["key"]: each for each in calling(INSPECTOR).get("/api/ledgers").json()}
    assert found["books-register"]["rights"] == ["read", "export", "history"]
    assert "investment-signings" not in found and not may(INSPECTOR, Act.CREATE, LEDGER)
