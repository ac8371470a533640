"""A workbook into a ledger, through the pages."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from luoshi.accounts.models import User
from luoshi.ledgers import workbooks, writing
from luoshi.web.ledgers import uploads
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR
from tests.library.models import Book
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

URL = "/ledgers/books-register/import/"
HEADS = ("书号", "书名", "分馆", "类别", "定价（元）")


def csv(*rows: tuple[str, ...], name: str = "购书.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, workbooks.csv_bytes([HEADS, *rows]), "text/csv")


def confirm_url(answer: HttpResponse) -> str:
    html = answer.text
    start = html.index(f'action="{URL}') + len('action="')
    return html[start : html.index('"', start)]


def kept(settings: LazySettings) -> list[Path]:
    return sorted((Path(settings.MEDIA_ROOT) / "uploads").glob("*/*"))


NEW = ("B1", "山海经", "东区分馆", "小说", "45.50")


def test_works(library: Library, acting: As, settings: LazySettings) -> None:
    client = acting(library.clerk)
    assert "下载导入模板" in client.get(URL).text
    shown = client.post(URL, {"file": csv(NEW)})
    assert "新增 1 行，修改 0 行，未变 0 行。" in shown.text
    assert pages.table(shown.text, "import-creates") == [
        ["2", "山海经", "B1", "山海经", "东区分馆", "小说", "45.5元"]
    ]
    assert not Book.objects.exists()
    assert len(kept(settings)) == 1
    done = client.post(confirm_url(shown), follow=True)
    assert "导入完成：新增 1 行，修改 0 行，未变 0 行。" in done.text
    assert Book.objects.get().number == "B1"
    assert kept(settings) == []


def test_changes_show_before_and_after(library: Library, acting: As) -> None:
    book = library.book(number="B1", price=100)
    shown = acting(library.clerk).post(URL, {"file": csv(NEW)})
    assert pages.table(shown.text, "import-changes") == [["2", "山海经", "定价", "1元", "45.5元"]]
    acting(library.clerk).post(confirm_url(shown))
    book.refresh_from_db()
    assert book.price == 4550


def test_problems_come_first_and_nothing_can_be_confirmed(library: Library, acting: As) -> None:
    client = acting(library.clerk)
    bad = ("B2", "天工开物", "南区分馆", "科学", "很贵")
    shown = client.post(URL, {"file": csv(NEW, bad)})
    assert "发现 2 处问题，没有写入任何一行" in shown.text
    assert "确认导入" not in shown.text
    rows = pages.table(shown.text, "import-problems")
    assert [row[:5] for row in rows] == [
        ["购书", "3", "C", "分馆", "南区分馆"],
        ["购书", "3", "E", "定价（元）", "很贵"],
    ]
    start = shown.text.index(f'href="{URL}') + len('href="')
    first = shown.text.index(f'href="{URL}', start) + len('href="')
    address = shown.text[first : shown.text.index('"', first)]
    book = client.get(address)
    assert (
        unquote(book.headers["Content-Disposition"]) == "attachment; filename*=UTF-8''图书台账导入问题.xlsx"
    )
    assert workbooks.read(book.content, "a.xlsx")[1].name == "问题清单"
    assert "发现 2 处问题" in client.post(address.removesuffix("problems/")).text
    assert not Book.objects.exists()


def test_a_ledger_that_moved_is_previewed_anew(library: Library, acting: As) -> None:
    book = library.book(number="B1", price=100)
    client = acting(HEAD)
    shown = client.post(URL, {"file": csv(NEW)})
    writing.change(BOOKS, book, {"price": 200}, by=HEAD)
    again = client.post(confirm_url(shown))
    assert "预览之后“图书台账”又有变动，本次导入没有写入任何一行" in pages.alerts(again.text)[0]
    assert pages.table(again.text, "import-changes") == [["2", "山海经", "定价", "2元", "45.5元"]]
    book.refresh_from_db()
    assert book.price == 200
    client.post(confirm_url(again))
    book.refresh_from_db()
    assert book.price == 4550


def test_a_preview_can_be_opened_again_and_a_file_that_changes_nothing_says_so(
    library: Library, acting: As
) -> None:
    client = acting(HEAD)
    shown = client.post(URL, {"file": csv(NEW)})
    assert "新增 1 行" in client.get(confirm_url(shown)).text
    client.post(confirm_url(shown))
    same = client.post(URL, {"file": csv(NEW)})
    assert "文件里的 1 行都与台账一致" in same.text
    assert "确认导入" not in same.text


def test_cells_copied_from_a_spreadsheet(library: Library, acting: As) -> None:
    text = "\t".join(HEADS) + "\r\n" + "\t".join(("B1", '"山海经\n上册"', "东馆", "小说", "1,200")) + "\r\n"
    shown = acting(HEAD).post(URL, {"pasted": text})
    assert "粘贴的表格.csv" in shown.text
    acting(HEAD).post(confirm_url(shown))
    book = Book.objects.get()
    assert (book.title, book.price, book.branch) == ("山海经\n上册", 120000, library.east)


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "空.xlsx", "“空.xlsx”是空文件（0 字节）"),
        (b"\x89PNG\r\n", "图.xlsx", "内容却不是 xlsx 工作簿"),
        (b"%PDF-1.7", "文.pdf", "不是表格文件"),
    ],
)
def test_what_is_no_table_is_refused_in_words(
    library: Library, acting: As, settings: LazySettings, data: bytes, name: str, sentence: str
) -> None:
    answer = acting(HEAD).post(URL, {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 400
    assert sentence in pages.alerts(answer.text)[0]
    assert kept(settings) == []


def test_wrong_heads_name_the_right_ones(library: Library, acting: As) -> None:
    file = SimpleUploadedFile("别的.csv", "甲,乙\n1,2\n".encode())
    assert "没有找到“图书台账”的表头" in acting(HEAD).post(URL, {"file": file}).text


def test_nothing_chosen(library: Library, acting: As) -> None:
    assert "还没有选择文件，也没有粘贴内容" in pages.alerts(acting(HEAD).post(URL, {}).text)[0]


def test_too_large(library: Library, acting: As, settings: LazySettings) -> None:
    settings.MOST_UPLOAD = 100
    answer = acting(HEAD).post(URL, {"file": csv(NEW, NEW, NEW)})
    assert answer.status_code == 400
    assert "“购书.csv”有 0.2 KB，超过 0.1 KB 的上限" in pages.alerts(answer.text)[0]
    pasted = acting(HEAD).post(URL, {"pasted": "书" * 100})
    assert "超过 0.1 KB 的上限" in pages.alerts(pasted.text)[0]
    assert "书" * 100 in pasted.text


def test_a_file_is_its_owners_and_goes_after_a_day(
    library: Library, acting: As, settings: LazySettings
) -> None:
    client = acting(HEAD)
    address = confirm_url(client.post(URL, {"file": csv(NEW)}))
    other = Client()
    other.force_login(User.objects.create_user("linzhao", name="林昭"))
    answer = other.post(address, follow=True)
    assert "预览的文件已经清理，没有写入任何一行" in answer.text
    assert not Book.objects.exists()
    for place in kept(settings):
        os.utime(place, (0, 0))
    client.post(URL, {"file": csv(("B9", "新书", "东馆", "小说", "1"))})
    assert "已经清理" in client.get(address, follow=True).text
    assert client.get(f"{address}problems/").status_code == 400


@pytest.mark.parametrize("digest", ["a", "0" * 63, "...", "G" * 64, "0" * 64])
def test_a_digest_that_is_none(library: Library, acting: As, digest: str) -> None:
    answer = acting(HEAD).get(f"{URL}{digest}/", follow=True)
    assert "已经清理" in answer.text


def test_a_clerk_cannot_import_for_another_branch(library: Library, acting: As) -> None:
    shown = acting(library.clerk).post(URL, {"file": csv(("B1", "山海经", "西馆", "小说", "1"))})
    assert "不属于您所在的单位" in shown.text
    assert "确认导入" not in shown.text


def test_who_may_not_import(library: Library, acting: As) -> None:
    client = acting(INSPECTOR)
    assert client.get(URL).status_code == 403
    assert client.post(URL, {"file": csv(NEW)}).status_code == 403
    assert client.post(f"{URL}{'0' * 64}/").status_code == 403
    assert client.get("/ledgers/plans-targets/import/").status_code == 403


def test_what_was_pasted_can_be_mended(library: Library, acting: As) -> None:
    text = "书号\t书名\t分馆\t类别\t定价\nB1\t山海经\t南馆\t小说\t1"
    assert "山海经\t南馆" in acting(HEAD).post(URL, {"pasted": text}).text


def test_what_another_tab_has_tidied_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone, old, fresh = (tmp_path / name for name in ("gone", "old", "fresh"))
    for place in (old, fresh):
        place.mkdir()
    os.utime(old, (0, 0))
    os.utime(fresh, (2_000_000, 2_000_000))
    listed = SimpleNamespace(glob=lambda pattern: iter((gone, old, fresh)))
    monkeypatch.setattr(uploads, "_folder", lambda person: listed)
    uploads.tidy(1, now=datetime.fromtimestamp(2_000_000, UTC))
    assert (old.exists(), fresh.exists()) == (False, True)
