"""Workbooks in and out."""

from __future__ import annotations

import json

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from luoshi.ledgers import exporting, workbooks
from luoshi.ledgers.models import AuditRow
from tests.api.conftest import BOOKS, Calling, Program
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD, INSPECTOR
from tests.library.models import Book

GOOD = "书名,分馆,类别,定价（元）\n海错图,东馆,科学,38.5\n闲情偶寄,东馆,小说,20\n"
BAD = GOOD.replace("38.5", "很贵")


def send(program: Program, text: str, query: str = "", **headers: str) -> HttpResponse:
    own = {"Authorization": f"Bearer {program.secret}"} | {k.replace("_", "-"): v for k, v in headers.items()}
    file = SimpleUploadedFile("书.csv", text.encode())
    return program.client.post(f"{BOOKS}/import{query}", {"file": file}, headers=own)


def test_a_file_is_looked_at_and_then_written(library: Library, calling: Calling) -> None:
    clerk = calling(library.clerk)
    seen = send(clerk, GOOD).json()
    assert (seen["creates"], seen["changes"], seen["problems"]) == (2, 0, [])
    assert not Book.objects.exists()
    done = send(clerk, GOOD, f"?apply=true&seen={seen['seen']}").json()
    assert (done["created"], len(done["keys"]), Book.objects.count()) == (2, 2, 2)


def test_what_was_seen_is_what_is_written(library: Library, calling: Calling) -> None:
    head = calling(HEAD)
    answer = send(head, GOOD, "?apply=true&seen=0123")
    assert answer.status_code == 409 and "没有写入任何一行" in answer.json()["sentence"]
    assert not Book.objects.exists()


def test_problems_are_told_by_cell(library: Library, calling: Calling) -> None:
    head = calling(HEAD)
    (problem,) = send(head, BAD).json()["problems"]
    assert (problem["row"], problem["column"], problem["value"]) == (2, "D", "很贵")
    refused = send(head, BAD, "?apply=true")
    assert refused.status_code == 422
    assert [place.partition("!")[2] for place in refused.json()["problems"]] == ["D2"]
    assert not Book.objects.exists()


def test_an_import_is_done_once(library: Library, calling: Calling) -> None:
    head = calling(HEAD)
    first, second = (send(head, GOOD, "?apply=true", Idempotency_Key="m") for _ in range(2))
    assert first.json() == second.json() and first.json()["created"] == 2
    assert send(head, GOOD + "a,东馆,小说,1\n", "?apply=true", Idempotency_Key="m").status_code == 422
    assert Book.objects.count() == 2


def test_who_may_not_import_is_refused(library: Library, calling: Calling) -> None:
    assert send(calling(INSPECTOR), GOOD).status_code == 403
    other = send(calling(library.stranger_clerk), GOOD)
    assert other.status_code == 200 and "不属于您所在的单位" in other.json()["problems"][0]["sentence"]


@pytest.mark.parametrize("body", [b"", b"no table at all\0"])
def test_no_table_is_said_so(library: Library, calling: Calling, body: bytes) -> None:
    head = calling(HEAD)
    file = SimpleUploadedFile("书.xlsx", body)
    answer = head.client.post(
        f"{BOOKS}/import", {"file": file}, headers={"Authorization": f"Bearer {head.secret}"}
    )
    assert answer.status_code in (400, 422) and answer.json()["sentence"]


def test_too_much_is_not_taken_in(library: Library, calling: Calling, settings: LazySettings) -> None:
    settings.MOST_UPLOAD = 100
    head = calling(HEAD)
    assert send(head, GOOD * 3).status_code == 413
    settings.BESIDE_UPLOAD = 0
    answer = head.post(f"{BOOKS}/rows", {"values": {"note": "字" * 100}})
    assert answer.status_code == 413 and "太大" in answer.json()["sentence"]


def test_a_list_is_taken_out_as_it_is_asked(library: Library, calling: Calling) -> None:
    for number in (1, 2):
        library.book(f"书{number}", price=number * 100)
    head = calling(HEAD)
    told = json.loads(head.get(f"{BOOKS}/export?f.price.from=2").content)
    assert [row["title"] for row in told["rows"]] == ["书2"]
    assert AuditRow.objects.first().changes["筛选"] == ["", "定价 不低于 2.00 元"]
    rows = workbooks.read(head.get(f"{BOOKS}/export?kind=xlsx").content, "a.xlsx")[0].rows
    assert any("书1" in row for row in rows)
    assert head.get(f"{BOOKS}/export?kind=pdf").status_code == 422
    assert set(exporting.MEDIA_TYPES) == {"xlsx", "csv", "json"}
