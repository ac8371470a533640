"""The side of a card with files: hung on the row, looked at, taken off."""

from __future__ import annotations

import dataclasses

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from luoshi.ledgers import evidence, registry
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.models import Attachment
from tests.ledgers import files
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR, READERS, WRITERS
from tests.library.models import Book
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

PHOTO = files.picture()


def url(book: Book, rest: str = "") -> str:
    return f"/ledgers/books-register/{book.pk}/files/{rest}"


def photo(name: str = "封面.jpg", data: bytes = PHOTO) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.fixture
def book(library: Library) -> Book:
    return library.book()


def test_works(book: Book, library: Library, acting: As) -> None:
    clerk = acting(library.clerk)
    answer = clerk.post(url(book), {"slot": "佐证", "file": [photo(), photo("内页.jpg")]}, follow=True)
    said = pages.text(answer.text)
    assert "已上传 2 个附件。" in said and "附件 2" in said
    made = list(Attachment.objects.order_by("pk"))
    assert [each.name for each in made] == ["封面.jpg", "内页.jpg"]
    assert f'href="/files/{made[0].pk}/"' in answer.text and f"/files/{made[0].pk}/thumbnail/" in answer.text
    trail = clerk.get(f"/ledgers/books-register/{book.pk}/history/").text
    assert trail.count('class="thumb"') == 2 and "佐证：封面.jpg" in pages.text(trail)
    assert "图书台账" in clerk.get(url(book), headers={"HX-Request": "true", "HX-Target": "drawer"}).text


def test_a_file_is_taken_off_with_a_reason_and_its_picture_leaves_the_trail(
    book: Book, library: Library, acting: As
) -> None:
    made = evidence.attach(BOOKS, book, PHOTO, "封面.jpg", by=HEAD)
    clerk, address = acting(library.clerk), url(book, f"{made.pk}/remove/")
    assert "文件和变动记录仍然保留" in clerk.get(address).text
    assert pages.errors(clerk.post(address, {"reason": ""}).text) == ["请填写“理由”。"]
    assert "已移除“封面.jpg”" in clerk.post(address, {"reason": "传错了"}, follow=True).text
    assert clerk.get(address).status_code == 404
    trail = clerk.get(f"/ledgers/books-register/{book.pk}/history/").text
    assert "理由：传错了" in trail and 'class="thumb"' not in trail


def test_what_is_not_taken_is_said_in_the_form(book: Book, library: Library, acting: As) -> None:
    clerk = acting(library.clerk)
    assert pages.errors(clerk.post(url(book), {"slot": "佐证"}).text) == ["请选择“附件”的文件。"]
    bad = photo("封面.jpg", b"<html><script>alert(1)</script>")
    (said,) = pages.errors(clerk.post(url(book), {"slot": "佐证", "file": [photo("内页.jpg"), bad]}).text)
    assert "封面.jpg" in said
    assert not Attachment.objects.exists()
    assert pages.alerts(clerk.post(url(book), {"slot": "别的", "file": photo()}).text)


def test_who_may_not(book: Book, library: Library, acting: As) -> None:
    made = evidence.attach(BOOKS, book, PHOTO, "封面.jpg", by=HEAD)
    html = acting(INSPECTOR).get(url(book)).text
    assert "封面.jpg" in html and "<form" not in html.split('id="content"')[1].split("</main>")[0]
    assert f"{made.pk}/remove/" not in html
    sent = {"slot": "佐证", "file": photo(), "reason": "x"}
    for who, status in ((INSPECTOR, 403), (library.stranger_clerk, 403)):
        assert acting(who).post(url(book), sent).status_code == status
        assert acting(who).post(url(book, f"{made.pk}/remove/"), sent).status_code == status
    assert acting(library.stranger_clerk).get(url(book)).status_code == 403
    assert Attachment.objects.get().removed_at is None


def test_who_takes_a_step_hangs_on_what_it_asks_for_and_nothing_else(
    book: Book, library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = (Step("withdraw", "注销", ("ordered",), "withdrawn", evidence=("会议纪要",)),)
    access = Access(read=READERS, write=WRITERS, steps={"withdraw": (Grant("inspector", everywhere=True),)})
    found = dataclasses.replace(BOOKS, lifecycle=Lifecycle(start="ordered", steps=steps), access=access)
    monkeypatch.setitem(registry._ledgers, BOOKS.name, found)
    inspector = acting(INSPECTOR)
    assert "会议纪要" in inspector.get(url(book)).text
    assert inspector.post(url(book), {"slot": "会议纪要", "file": photo()}).status_code == 302
    assert pages.alerts(inspector.post(url(book), {"slot": "佐证", "file": photo()}).text)
    assert [each.slot for each in Attachment.objects.all()] == ["会议纪要"]
    proof = evidence.attach(found, book, PHOTO, "封面.jpg", by=HEAD)
    assert inspector.post(url(book, f"{proof.pk}/remove/"), {"reason": "x"}).status_code == 403


def test_who_may_not_add_any_is_told_that_there_are_none(book: Book, acting: As) -> None:
    assert "还没有附件" in pages.text(acting(INSPECTOR).get(url(book)).text)


def test_files_are_not_taken_where_rows_are_made_by_the_system(
    book: Book, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registry._ledgers, BOOKS.name, dataclasses.replace(BOOKS, editable=False))
    head = acting(HEAD)
    assert "附件" not in head.get(f"/ledgers/books-register/{book.pk}/").text
    assert head.post(url(book), {"slot": "佐证", "file": photo()}).status_code == 403
