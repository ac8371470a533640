"""What is written: once, over the version that was read, by whom the rights let."""

from __future__ import annotations

import pytest

from luoshi.api import models
from luoshi.ledgers.models import AuditRow
from tests.api.conftest import BOOKS, Calling
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD, INSPECTOR
from tests.library.models import Book

NEW = {"values": {"title": "海错图", "branch": "东区分馆", "kind": "科学", "price": "38.50"}}


def test_a_row_is_made(library: Library, calling: Calling) -> None:
    answer = calling(library.clerk).post(f"{BOOKS}/rows", NEW)
    told = answer.json()
    assert (answer.status_code, told["values"]["price"], told["values"]["number"]) == (201, "38.5", "00001")
    assert Book.objects.get(pk=told["key"]).price == 3850
    assert AuditRow.objects.get().act == "新增"


def test_a_number_without_quotes_is_taken_digit_by_digit(library: Library, calling: Calling) -> None:
    body = b'{"values": {"title": "a", "branch": "01", "kind": "\xe7\xa7\x91\xe5\xad\xa6", "price": 90071992547409.93}}'
    told = calling(HEAD).post(f"{BOOKS}/rows", body).json()
    assert told["values"]["price"] == "90071992547409.93"


@pytest.mark.parametrize(
    ("values", "place", "said"),
    [
        ({"price": "很贵"}, "price", "不是数字"),
        ({"price": ["1"]}, "values.price", "应是文本"),
        ({"branch": "南馆"}, "branch", "没有“南馆”"),
        ({"title": None}, "title", "不能为空"),
        ({"titel": "x"}, "titel", "没有名为“titel”的列"),
    ],
)
def test_what_cannot_be_stored_is_said_by_column(
    library: Library, calling: Calling, values: dict[str, object], place: str, said: str
) -> None:
    answer = calling(HEAD).post(f"{BOOKS}/rows", {"values": NEW["values"] | values})
    assert answer.status_code == 422 and said in answer.json()["problems"][place][0]
    assert not Book.objects.exists() and not AuditRow.objects.exists()


def test_a_computed_column_is_not_written(library: Library, calling: Calling) -> None:
    answer = calling(HEAD).post(f"{BOOKS}/rows", {"values": NEW["values"] | {"thick": "厚"}})
    assert answer.status_code == 403 and "自动算出" in answer.json()["sentence"]


def test_a_change_needs_the_version_it_changes(library: Library, calling: Calling) -> None:
    book, head = library.book(), calling(HEAD)
    address, body = f"{BOOKS}/rows/{book.pk}", {"values": {"title": "山海经校注"}, "reason": "更正"}
    assert head.patch(address, body).status_code == 428
    assert head.patch(address, body, If_Match='"1"').json()["version"] == 2
    late = head.patch(address, {"values": {"title": "另一本"}}, If_Match='"1"')
    assert late.status_code == 409 and "已被别人修改" in late.json()["sentence"]
    book.refresh_from_db()
    assert (book.title, AuditRow.objects.first().reason) == ("山海经校注", "更正")


def test_what_a_row_holds_already_may_be_sent_back(library: Library, calling: Calling) -> None:
    book, clerk = library.book(), calling(library.clerk)
    address = f"{BOOKS}/rows/{book.pk}"
    values = clerk.get(address).json()["values"]
    assert clerk.patch(address, {"values": values}, If_Match="1").json()["version"] == 1
    told = clerk.patch(address, {"values": values | {"note": "有水渍"}}, If_Match="1").json()
    assert (told["version"], told["values"]["note"]) == (2, "有水渍")
    moved = clerk.patch(address, {"values": values | {"state": "已注销"}}, If_Match="2")
    assert moved.status_code == 403 and "按步骤办理" in moved.json()["sentence"]


def test_rights_are_asked(library: Library, calling: Calling) -> None:
    book = library.book()
    for actor, status, said in ((INSPECTOR, 403, "没有新增"), (library.stranger_clerk, 422, "东区分馆")):
        program = calling(actor)
        assert program.patch(f"{BOOKS}/rows/{book.pk}", {"values": {}}, If_Match="1").status_code == 403
        made = program.post(f"{BOOKS}/rows", NEW)
        assert made.status_code == status and said in made.json()["sentence"]
        assert program.post(f"{BOOKS}/rows/{book.pk}/steps/shelve", {}).status_code == 403
    assert AuditRow.objects.count() == 1


def test_a_step_asks_for_what_it_needs(library: Library, calling: Calling) -> None:
    book, head = library.book(), calling(HEAD)
    address = f"{BOOKS}/rows/{book.pk}/steps"
    lacking = head.post(f"{address}/shelve", {})
    assert lacking.status_code == 409 and "上架日期" in lacking.json()["sentence"]
    told = head.post(f"{address}/shelve", {"values": {"shelved_on": "2026-03-01"}}, If_Match="1").json()
    assert (told["values"]["state"], told["steps"]) == ("已上架", ["withdraw"])
    again = head.post(f"{address}/shelve", {"values": {"shelved_on": "2026-03-01"}})
    assert again.status_code == 409 and "目前是“已上架”" in again.json()["sentence"]
    assert head.post(f"{address}/withdraw", {}, If_Match="1").status_code == 409
    assert head.post(f"{address}/withdraw", {"reason": "破损"}).json()["version"] == 3
    assert head.post(f"{address}/burn", {}).status_code == 404


def test_the_same_request_is_done_once(library: Library, calling: Calling) -> None:
    head = calling(HEAD)
    first, second = (head.post(f"{BOOKS}/rows", NEW, Idempotency_Key="k-1") for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content and first.headers["ETag"] == second.headers["ETag"]
    assert second.headers["Idempotency-Replayed"] == "true" and "Idempotency-Replayed" not in first.headers
    assert Book.objects.count() == 1


def test_a_key_is_of_one_request_and_of_one_token(library: Library, calling: Calling) -> None:
    head = calling(HEAD)
    head.post(f"{BOOKS}/rows", NEW, Idempotency_Key="k-1")
    other = head.post(f"{BOOKS}/rows", {"values": NEW["values"] | {"title": "另一本"}}, Idempotency_Key="k-1")
    assert other.status_code == 422 and "请求编号“k-1”已用于" in other.json()["sentence"]
    assert calling(HEAD).post(f"{BOOKS}/rows", NEW, Idempotency_Key="k-1").json()["key"] != 1
    assert Book.objects.count() == 2
    assert head.post(f"{BOOKS}/rows", NEW, Idempotency_Key="k" * 81).status_code == 422


def test_what_failed_may_be_tried_again_under_its_key(library: Library, calling: Calling) -> None:
    head, wrong = calling(HEAD), {"values": NEW["values"] | {"price": "x"}}
    assert head.post(f"{BOOKS}/rows", wrong, Idempotency_Key="k").status_code == 422
    assert not models.Kept.objects.exists()
    assert head.post(f"{BOOKS}/rows", NEW, Idempotency_Key="k").status_code == 201


def test_a_key_is_forgotten_after_a_day(library: Library, calling: Calling) -> None:
    head = calling(HEAD)
    head.post(f"{BOOKS}/rows", NEW, Idempotency_Key="k")
    kept = models.Kept.objects.get()
    models.Kept.objects.update(at=kept.at - models.KEPT_FOR)
    assert head.post(f"{BOOKS}/rows", NEW, Idempotency_Key="k").json()["key"] != 1
    assert models.Kept.objects.count() == 1
