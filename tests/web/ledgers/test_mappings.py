"""对应列: a table with heads of the office's own, explained once, then read."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from luoshi.ledgers import mappings, workbooks
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.models import AuditRow, ImportMapping
from luoshi.projects.investment.signings.models import Signing
from luoshi.web import tasks
from luoshi.web.ledgers import uploads
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR
from tests.library.models import Book
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As
from tests.web.ledgers.test_cast import In, signed_in, units  # noqa: F401 - fixtures
from tests.web.ledgers.test_imports import URL, confirm_url

HEADS = ("书的名字", "放在哪", "哪一种", "多少钱（元）", "经手")
LINE = ("山海经", "东区分馆", "小说", "45.50", "林禾")
CHOSEN = {"column-0": "title", "column-1": "branch", "column-2": "kind", "column-3": "price", "column-4": ""}
HEAD_ROW = {"row": "1", "height": "1"}


def table(*rows: tuple[str, ...]) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("购书.csv", workbooks.csv_bytes(rows or (HEADS, LINE)), "text/csv")}


def door(html: str) -> str:
    """The address behind 指定对应列."""
    found = re.search(r'href="([^"]+/columns/)"', html)
    assert found
    return found[1]


def test_works(library: Library, acting: As) -> None:
    client = acting(HEAD)
    address = door(client.post(URL, table()).text)
    page = client.get(address).text
    assert "放在哪" in page
    assert "东区分馆" in page
    shown = client.post(address, {**HEAD_ROW, **CHOSEN}, follow=True)
    assert "已记住这种表头的对应列" in shown.text
    assert pages.table(shown.text, "import-creates") == [
        ["2", "山海经", "山海经", "东区分馆", "小说", "45.5元"]
    ]
    client.post(confirm_url(shown))
    assert Book.objects.get().price == 4550
    again = client.post(URL, table(HEADS, ("天工开物", *LINE[1:])))
    assert "新增 1 行" in again.text


def test_what_is_known_already_is_chosen_beforehand(library: Library, acting: As) -> None:
    client = acting(HEAD)
    shown = client.post(URL, table(("书名", "分馆", "类别", "定价（元）", "经手"), LINE))
    page = client.get(door(shown.text)).text
    assert re.findall(r'<option value="(\w*)" selected', page)[1:] == ["title", "branch", "kind", "price", ""]


def test_another_row_may_be_the_head(library: Library, acting: As) -> None:
    client = acting(HEAD)
    notes = ("分馆上报，", "请于月底前", "汇总，", "逾期", "不候", "谢谢")
    address = door(client.post(URL, table(notes, HEADS, LINE)).text)
    assert "书的名字" in client.get(address, {"row": "2", "height": "1"}).text
    two = client.get(address, {"row": "2", "height": "2"}).text
    assert "分馆上报， / 书的名字" in two
    for wrong in ({"row": "99", "height": "1"}, {"row": "0", "height": "3"}, {"row": "x", "height": "9"}):
        assert client.get(address, wrong).status_code == 200
    shown = client.post(address, {"row": "2", "height": "1", **CHOSEN}, follow=True)
    assert pages.table(shown.text, "import-creates")[0][0] == "3"


def test_what_makes_no_sense_is_said_and_the_choice_is_kept(library: Library, acting: As) -> None:
    client = acting(HEAD)
    address = door(client.post(URL, table()).text)
    answer = client.post(address, {**HEAD_ROW, **CHOSEN, "column-4": "title"})
    assert answer.status_code == 400
    assert "选了不止一次" in pages.alerts(answer.text)[0]
    assert re.findall(r'<option value="(\w*)" selected', answer.text)[1:] == [
        "title", "branch", "kind", "price", "title",
    ]  # fmt: skip
    assert not ImportMapping.objects.exists()


def test_who_may_not_import_sees_no_columns(library: Library, acting: As) -> None:
    address = door(acting(HEAD).post(URL, table()).text)
    client = acting(INSPECTOR)
    assert client.get(address).status_code == 403
    assert client.post(address, {**HEAD_ROW, **CHOSEN}).status_code == 403
    assert not ImportMapping.objects.exists()


def test_a_file_that_is_gone(library: Library, acting: As) -> None:
    answer = acting(HEAD).get(f"{URL}{'0' * 64}/columns/", follow=True)
    assert "已经清理" in answer.text


def test_a_large_file_is_looked_at_anew(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MANY_ROWS", 1)
    monkeypatch.setattr(tasks, "actor_named", lambda username, on, origin: HEAD)
    client = acting(HEAD)
    monkeypatch.setattr(type(tasks.carry_out), "enqueue", lambda task, key: task.call(key))
    shown = client.post(URL, table(), follow=True)
    preview = client.post(door(shown.text), {**HEAD_ROW, **CHOSEN}).headers["Location"]
    job = client.get(preview).headers["Location"]
    assert "新增 1 行" in client.get(job, follow=True).text


@pytest.mark.parametrize(
    ("name", "status"),
    [("clerk", 200), ("supervisor", 200), ("leader", 403), ("auditor", 403), ("administrator", 403)],
)
def test_the_cast_and_a_zone_s_own_ledger(signed_in: In, name: str, status: int) -> None:  # noqa: F811
    url = "/ledgers/investment-signings/import/"
    rows = (
        ("签约的事", "谁来投", "多少（亿元）", "哪天签的"),
        ("澄光储能电池基地", "澄光储能", "3.6", "2026-02-18"),
    )
    answer = signed_in("clerk").post(url, table(*rows))
    address = door(answer.text)
    page = signed_in(name).get(address, follow=True)
    assert page.status_code == status
    if name != "clerk":  # who may import too does not see what somebody else has given
        assert "谁来投" not in page.text
        return
    assert "项目名称" in page.text
    chosen = {"column-0": "project", "column-1": "investor", "column-2": "amount", "column-3": "signed_on"}
    shown = signed_in("clerk").post(address, {**HEAD_ROW, **chosen}, follow=True)
    assert "已记住" in shown.text
    assert not Signing.objects.exists()
    assert mappings.of(BOOKS) == {}
    assert Client().get(address).status_code == 302


def test_what_is_kept_is_listed_renamed_and_forgotten(library: Library, acting: As) -> None:
    client, kept = acting(HEAD), "/ledgers/books-register/mappings/"
    assert "还没有记住的对应列" in client.get(kept).text and f'href="{kept}"' in client.get(URL).text
    client.post(door(client.post(URL, table()).text), {**HEAD_ROW, **CHOSEN})
    (found,) = ImportMapping.objects.all()
    address = f"{kept}{found.pk}/"
    name, heads, columns, who, _ = pages.table(client.get(kept).text, "mappings")[0]
    assert (name, heads, columns, who) == ("、".join(HEADS), "5", "4", "馆长")
    page = pages.text(client.get(address).text)
    assert "放在哪 分馆" in page and "经手 不导入" in page
    assert pages.errors(client.post(address, {"name": " "}).text) == ["请填写“名称”。"]
    assert "已改名为“采购部周报”" in client.post(address, {"name": "采购部周报"}, follow=True).text
    assert "采购部周报" in client.get(f"{address}remove/").text
    assert "已删除对应列“采购部周报”" in client.post(f"{address}remove/", follow=True).text
    assert not ImportMapping.objects.exists()
    assert client.get(address).status_code == client.post(f"{address}remove/").status_code == 404
    gone, renamed = AuditRow.objects.order_by("-pk")[:2]
    assert (renamed.act, renamed.changes) == ("改名对应列", {"名称": ["、".join(HEADS), "采购部周报"]})
    assert gone.act == "删除对应列" and gone.changes["放在哪"] == ["分馆", ""]
    assert "指定对应列" in client.post(URL, table()).text  # it is asked for again


def test_who_may_not_import_sees_no_mappings(library: Library, acting: As) -> None:
    acting(HEAD).post(door(acting(HEAD).post(URL, table()).text), {**HEAD_ROW, **CHOSEN})
    pk = ImportMapping.objects.get().pk
    other = acting(INSPECTOR)
    for rest in ("", f"{pk}/", f"{pk}/remove/"):
        address = f"/ledgers/books-register/mappings/{rest}"
        assert other.get(address).status_code == other.post(address, {"name": "别的"}).status_code == 403
    assert acting(HEAD).get(f"/ledgers/members/mappings/{pk}/").status_code == 404
    assert ImportMapping.objects.get().name == ""
    with pytest.raises(Refused):
        mappings.rename(BOOKS, ImportMapping.objects.get(), "别的", by=INSPECTOR)
    with pytest.raises(Refused):
        mappings.forget(BOOKS, ImportMapping.objects.get(), by=INSPECTOR)
