"""Files on rows: who may hang them, what is kept where, the small pictures, and the step that asks for proof."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from luoshi.ledgers import checks, evidence, registry, stepping, thumbnails, thumbnails_child
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import NotNow, Refused
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.models import Attachment, AuditRow
from luoshi.ledgers.sniffing import BadFile
from tests.ledgers import files
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR
from tests.library.models import Book

PHOTO = files.picture()


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def stored(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_a_file_is_kept_by_its_content(library: Library, folder: Path) -> None:
    book = library.book()
    made = evidence.attach(BOOKS, book, PHOTO, r"C:\照片\..\封面.JPG", by=library.clerk)
    assert (made.name, made.kind, made.size, made.slot) == ("封面.JPG", "JPEG 图片", len(PHOTO), "佐证")
    assert (made.by, made.by_key, str(made)) == ("馆员", "librarian", "封面.JPG")
    assert stored(folder) == sorted([made.path, made.thumbnail_path])
    assert made.path == f"evidence/{made.sha256[:2]}/{made.sha256}.jpg"
    assert (folder / made.path).read_bytes() == PHOTO
    assert AuditRow.objects.get(act="附件").changes == {"佐证": ["", "封面.JPG"]}
    assert list(evidence.of(BOOKS, book)) == [made]


def test_the_same_content_is_stored_once(library: Library, folder: Path) -> None:
    one, other = library.book("甲"), library.book("乙")
    made = evidence.attach(BOOKS, one, PHOTO, "甲.jpg", by=HEAD)
    again = evidence.attach(BOOKS, other, PHOTO, "乙.jpeg", by=HEAD)
    assert made.path == again.path
    assert len(stored(folder)) == 2
    assert evidence.by_row(BOOKS, [one.pk, other.pk]) == {one.pk: [made], other.pk: [again]}


@pytest.mark.parametrize("name", ["../../etc/passwd.jpg", "/etc/cron.d/x.jpg", "..\\..\\x.jpg", "a\0b.jpg"])
def test_a_name_leads_nowhere(library: Library, folder: Path, name: str) -> None:
    if "\0" in name:
        with pytest.raises(BadFile, match="文件名"):
            evidence.attach(BOOKS, library.book(), PHOTO, name, by=HEAD)
        return
    made = evidence.attach(BOOKS, library.book(), PHOTO, name, by=HEAD)
    assert "/" not in made.name
    assert "\\" not in made.name
    assert all(path.startswith(("evidence/", "thumbnails/")) for path in stored(folder))


def test_who_may(library: Library) -> None:
    book = library.book()
    for stranger in (library.stranger_clerk, INSPECTOR):
        with pytest.raises(Refused):
            evidence.attach(BOOKS, book, PHOTO, "x.jpg", by=stranger)
    with pytest.raises(Refused, match="没有名为“封面”的附件"):
        evidence.attach(BOOKS, book, PHOTO, "x.jpg", by=HEAD, slot="封面")
    made = evidence.attach(BOOKS, book, PHOTO, "x.jpg", by=library.clerk)
    with pytest.raises(Refused):
        evidence.remove(made, BOOKS, book, by=library.stranger_clerk, reason="错")
    with pytest.raises(NotNow, match="写明理由"):
        evidence.remove(made, BOOKS, book, by=library.clerk, reason=" ")


def test_what_is_removed_stays_with_the_trail(library: Library, folder: Path) -> None:
    book = library.book()
    made = evidence.attach(BOOKS, book, PHOTO, "x.jpg", by=HEAD)
    evidence.remove(made, BOOKS, book, by=HEAD, reason="传错了")
    assert not evidence.of(BOOKS, book)
    assert len(stored(folder)) == 2
    row = AuditRow.objects.get(act="移除附件")
    assert (row.changes, row.reason) == ({"佐证": ["x.jpg", ""]}, "传错了")
    with pytest.raises(NotNow, match="已经移除"):
        evidence.remove(made, BOOKS, book, by=HEAD, reason="再来")


def test_too_large_and_too_many(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    book = library.book()
    most = b"a" * evidence.LARGEST
    assert evidence.attach(BOOKS, book, most, "大.txt", by=HEAD).size == 20 * 2**20
    with pytest.raises(BadFile, match="超过 20 MB"):
        evidence.attach(BOOKS, book, most + b"a", "大.txt", by=HEAD)
    monkeypatch.setattr(evidence, "MOST", 2)
    with pytest.raises(evidence.TooMany, match="已到 2 个"):
        evidence.attach_all(BOOKS, book, [(b"1", "1.txt"), (b"2", "2.txt")], by=HEAD)
    evidence.attach(BOOKS, book, b"1", "1.txt", by=HEAD)
    assert evidence.of(BOOKS, book).count() == 2


def test_all_or_nothing(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = library.book()
    with pytest.raises(BadFile):
        evidence.attach_all(BOOKS, book, [(PHOTO, "好.jpg"), (b"", "空.txt")], by=HEAD)
    assert stored(folder) == []
    kept = evidence.attach(BOOKS, book, b"1", "1.txt", by=HEAD)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(evidence.audit, "record", broken)
    with pytest.raises(RuntimeError, match="in the middle"):
        evidence.attach_all(BOOKS, book, [(b"1", "1.txt"), (PHOTO, "好.jpg")], by=HEAD)
    assert stored(folder) == [kept.path]  # what was there before is not taken along
    assert Attachment.objects.count() == 1


# Small pictures


def shown(folder: Path, made: Attachment) -> Image.Image:
    picture = Image.open(io.BytesIO((folder / made.thumbnail_path).read_bytes()))
    assert picture.format == "JPEG"
    return picture


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_picture_is_made_small(library: Library, folder: Path, form: str) -> None:
    made = evidence.attach(BOOKS, library.book(), files.picture(form), f"x.{form.lower()}", by=HEAD)
    assert shown(folder, made).size == (320, 240)


def test_a_pdf_shows_its_first_page(library: Library, folder: Path) -> None:
    made = evidence.attach(BOOKS, library.book(), files.PDF, "批文.pdf", by=HEAD)
    assert max(shown(folder, made).size) == 320
    broken = evidence.attach(BOOKS, library.book(), b"%PDF-1.7 broken", "坏.pdf", by=HEAD)
    assert not broken.thumbnail  # kept all the same: some are locked, some are of another make


def test_where_a_photograph_was_taken_stays_behind(library: Library, folder: Path) -> None:
    about = Image.Exif()
    about[0x0112], about[0x010F] = 6, "a camera"  # turned by a quarter
    made = evidence.attach(BOOKS, library.book(), files.picture(exif=about), "x.jpg", by=HEAD)
    picture = shown(folder, made)
    assert picture.size == (240, 320)
    assert not picture.getexif()


def test_a_picture_that_no_one_can_open_is_refused(library: Library, folder: Path) -> None:
    for data, why in ((PHOTO[:300], "打不开"), (files.huge(), "像素太多"), (files.huge(12_000), "像素太多")):
        name = "x.jpg" if data == PHOTO[:300] else "x.png"
        with pytest.raises(BadFile, match=why):
            evidence.attach(BOOKS, library.book(), data, name, by=HEAD)
    assert stored(folder) == []


def test_a_decoder_that_never_ends_is_stopped(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thumbnails, "MOST_WAITING", 0.001)
    with pytest.raises(BadFile, match="像素太多"):
        evidence.attach(BOOKS, library.book(), PHOTO, "x.jpg", by=HEAD)


def test_a_child_that_does_not_start_is_a_defect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "child.py"
    broken.write_text("import nothing_of_this_name\n")
    monkeypatch.setattr(thumbnails_child, "__file__", str(broken))
    with pytest.raises(RuntimeError, match="nothing_of_this_name"):
        thumbnails.make(PHOTO, evidence.sniffing.kind(PHOTO, "x.jpg"), "x.jpg")


def test_transparency_becomes_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    assert Image.open(io.BytesIO(thumbnails_child.small(out.getvalue()))).getpixel((5, 5)) == (255, 255, 255)


# Steps that ask for proof


@pytest.fixture
def proving(monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """The books, where nobody withdraws one without a photograph and a minute."""
    steps = (
        Step("shelve", "上架", ("ordered",), "shelved"),
        Step("withdraw", "注销", ("ordered", "shelved"), "withdrawn", evidence=("现场照片", "会议纪要")),
    )
    ledger = dataclasses.replace(BOOKS, lifecycle=Lifecycle(start="ordered", steps=steps))
    monkeypatch.setitem(registry._ledgers, BOOKS.name, ledger)
    return ledger


def test_a_step_asks_for_its_proof(library: Library, proving: Ledger) -> None:
    book = library.book()
    with pytest.raises(NotNow, match="办理“注销”之前，请先上传佐证附件：现场照片、会议纪要。"):
        stepping.take_step(proving, book, "withdraw", by=HEAD)
    assert book.state == "ordered"
    photo = evidence.attach(proving, book, PHOTO, "x.jpg", by=HEAD, slot="现场照片")
    evidence.attach(proving, book, b"1", "x.txt", by=HEAD)  # proves something, but not this
    with pytest.raises(NotNow, match="附件：会议纪要。"):
        stepping.take_step(proving, book, "withdraw", by=HEAD)
    evidence.attach(proving, book, files.PDF, "x.pdf", by=HEAD, slot="会议纪要")
    evidence.remove(photo, proving, book, by=HEAD, reason="模糊")
    with pytest.raises(NotNow, match="附件：现场照片。"):
        stepping.take_step(proving, book, "withdraw", by=HEAD)
    evidence.attach(proving, book, PHOTO, "x.jpg", by=HEAD, slot="现场照片")
    stepping.take_step(proving, book, "withdraw", by=HEAD)
    assert Book.objects.get().state == "withdrawn"


def test_another_step_and_another_row_need_no_proof(library: Library, proving: Ledger) -> None:
    one, other = library.book("甲"), library.book("乙")
    stepping.take_step(proving, one, "shelve", by=HEAD)
    for slot in ("现场照片", "会议纪要"):
        evidence.attach(proving, one, PHOTO, "x.jpg", by=HEAD, slot=slot)
    with pytest.raises(NotNow, match="佐证附件"):
        stepping.take_step(proving, other, "withdraw", by=HEAD)


def test_who_may_take_a_step_may_prove_it(library: Library, proving: Ledger) -> None:
    """And may hang nothing else on the row, where they do not write it."""
    access = dataclasses.replace(BOOKS.access, write=BOOKS.access.remove or ())
    ledger = dataclasses.replace(
        proving, access=dataclasses.replace(access, steps={"withdraw": BOOKS.access.write})
    )
    book = library.book()
    assert evidence.attach(ledger, book, PHOTO, "x.jpg", by=library.clerk, slot="现场照片").pk
    with pytest.raises(Refused):
        evidence.attach(ledger, book, PHOTO, "x.jpg", by=library.clerk)
    with pytest.raises(Refused):
        evidence.attach(ledger, book, PHOTO, "x.jpg", by=library.stranger_clerk, slot="现场照片")


@pytest.mark.parametrize("slots", [("",), ("a" * 41,), ("照片", "照片")])
def test_a_declaration_that_asks_for_nonsense_is_found(slots: tuple[str, ...]) -> None:
    def complaints(asked: tuple[str, ...]) -> list[str]:
        steps = (Step("withdraw", "注销", ("ordered",), "withdrawn", evidence=asked),)
        ledger = dataclasses.replace(BOOKS, lifecycle=Lifecycle(start="ordered", steps=steps))
        return [str(found.msg) for found in checks.check(ledger) if "evidence" in str(found.msg)]

    assert complaints(slots)
    assert complaints(("现场照片",)) == []
