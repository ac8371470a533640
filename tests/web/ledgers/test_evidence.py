"""Files that prove a row leave as downloads only, to those who may see the row."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from django.test import Client

from luoshi.ledgers import evidence, registry, writing
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.models import Attachment
from tests.ledgers import files
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD
from tests.web.ledgers.conftest import As

PHOTO = files.picture()


@pytest.fixture
def made(library: Library) -> Attachment:
    return evidence.attach(BOOKS, library.book(), PHOTO, "封面.jpg", by=HEAD)


def test_a_file_is_a_download_and_its_picture_is_ours(made: Attachment, acting: As) -> None:
    client = acting(HEAD)
    answer = client.get(f"/files/{made.pk}/")
    assert answer.getvalue() == PHOTO
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    small = client.get(f"/files/{made.pk}/thumbnail/")
    assert small.getvalue()[:3] == b"\xff\xd8\xff"
    assert small.headers["Content-Type"] == "image/jpeg"
    assert small.headers["X-Content-Type-Options"] == "nosniff"
    assert small.headers["Cache-Control"].startswith("private")


@pytest.mark.parametrize("rest", ["", "thumbnail/"])
def test_who_does_not_see_the_row_does_not_get_its_files(
    made: Attachment, library: Library, acting: As, rest: str
) -> None:
    own = acting(library.clerk).get(f"/files/{made.pk}/{rest}")
    assert own.status_code == 200
    own.getvalue()  # to the end, which closes the file
    assert acting(library.stranger_clerk).get(f"/files/{made.pk}/{rest}").status_code == 403
    assert Client().get(f"/files/{made.pk}/{rest}").status_code == 302  # to sign in


@pytest.mark.parametrize("rest", ["", "thumbnail/"])
def test_what_is_gone_is_not_found(
    made: Attachment, library: Library, acting: As, tmp_path: Path, rest: str
) -> None:
    client = acting(HEAD)
    book = BOOKS.rows().get()
    assert client.get(f"/files/{made.pk + 1}/{rest}").status_code == 404
    kept = tmp_path / (made.thumbnail_path if rest else made.path)
    data = kept.read_bytes()
    kept.unlink()
    assert client.get(f"/files/{made.pk}/{rest}").status_code == 404
    kept.write_bytes(data)
    evidence.remove(made, BOOKS, book, by=HEAD, reason="传错了")
    assert client.get(f"/files/{made.pk}/{rest}").status_code == 404
    other = evidence.attach(BOOKS, book, PHOTO, "封面.jpg", by=HEAD)
    writing.remove(BOOKS, book, by=HEAD, reason="误填")
    assert client.get(f"/files/{other.pk}/{rest}").status_code == 404


def test_a_text_has_no_picture(library: Library, acting: As) -> None:
    made = evidence.attach(BOOKS, library.book(), b"1", "1.txt", by=HEAD)
    assert acting(HEAD).get(f"/files/{made.pk}/thumbnail/").status_code == 404


def test_a_step_says_on_its_page_what_is_lacking(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = (Step("withdraw", "注销", ("ordered",), "withdrawn", evidence=("会议纪要",)),)
    found = dataclasses.replace(BOOKS, lifecycle=Lifecycle(start="ordered", steps=steps))
    monkeypatch.setitem(registry._ledgers, BOOKS.name, found)
    book = library.book()
    client = acting(HEAD)
    address = f"/ledgers/books-register/{book.pk}/"
    assert "请先上传佐证附件：会议纪要。" in client.get(address).text
    evidence.attach(found, book, b"1", "1.txt", by=HEAD, slot="会议纪要")
    assert "请先上传佐证附件" not in client.get(address).text
