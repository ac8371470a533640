"""Giving the office's file: what is taken in, what is refused beside its field, and who may."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import Document
from tests.plans import build
from tests.web.plans.conftest import As

ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")


def workbook() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return held.getvalue()


def sent(data: bytes, name: str = "工作要点.txt", **more: str) -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, data), **more}


def test_a_plan_is_read_and_opens_for_review(supervisor: Client, files: Path) -> None:
    answer = supervisor.post("/plans/upload/", sent(build.PLAN.encode()), follow=True)
    document = Document.objects.get()
    assert answer.redirect_chain == [(f"/plans/{document.pk}/", 302)]
    assert f"识别出 {document.clauses.count()} 条，请逐条核对" in answer.text
    assert f"0 / {document.clauses.count()} 条已确认" in answer.text
    assert document.year == 2026


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "空.txt", "是空文件"),
        (b"\x00\x01\x02\xff" * 200, "程序.txt", "不是文字文件"),
        (ENCRYPTED, "要点.docx", "设有打开密码"),
        (workbook(), "台账.docx", "请"),
        ("今天天气很好。".encode(), "随笔.txt", "没有识别出任何指标"),
    ],
)
def test_a_bad_file_is_refused_beside_its_field_and_leaves_nothing(
    supervisor: Client, files: Path, data: bytes, name: str, sentence: str
) -> None:
    page = supervisor.post("/plans/upload/", sent(data, name, year="2026"))
    assert page.status_code == 422
    said = page.context["form"].errors["file"]
    assert sentence in said[0]
    assert said[0].endswith("。")
    assert 'class="error"' in page.text
    assert not Document.objects.exists()
    assert not Clause.objects.exists()
    assert [p for p in files.rglob("*") if p.is_file()] == []


@pytest.mark.parametrize(("year", "field"), [("", "year"), ("1980", "year"), ("二零", "year")])
def test_the_year_is_asked_for_where_the_text_has_none(supervisor: Client, year: str, field: str) -> None:
    text = build.PLAN.replace("2026年", "")
    page = supervisor.post("/plans/upload/", sent(text.encode(), year=year))
    assert "年" in page.context["form"].errors[field][0] or "数字" in page.context["form"].errors[field][0]
    assert not Document.objects.exists()


def test_without_a_file_the_form_says_so(supervisor: Client) -> None:
    page = supervisor.post("/plans/upload/", {"year": "2026"})
    assert page.context["form"].errors["file"] == ["请选择“文件”的文件。"]


def test_the_same_file_is_not_taken_twice(supervisor: Client, document: Document) -> None:
    page = supervisor.post("/plans/upload/", sent(build.PLAN.encode()))
    assert "是同一个文件" in page.context["form"].errors["file"][0]
    assert Document.objects.count() == 1


@pytest.mark.parametrize("username", ["chenjing", "gaoyuan", "xuhe"])
def test_only_a_supervisor_uploads(signed_in_as: As, document: Document, username: str) -> None:
    client = signed_in_as(username)
    assert "上传工作要点" not in client.get("/plans/").text
    assert "上传新版本" not in client.get(f"/plans/{document.pk}/").text
    for address in ("/plans/upload/", f"/plans/{document.pk}/version/"):
        assert client.get(address).status_code == 403
        assert client.post(address, sent(build.CORRECTED.encode())).status_code == 403
    assert Document.objects.count() == 1


def test_the_list_says_how_far_every_plan_is(supervisor: Client, clerk: Client, document: Document) -> None:
    total = document.clauses.count()
    for client in (supervisor, clerk):
        page = client.get("/plans/").text
        assert f"0 / {total} 条已确认" in page
        assert f"待确认 {total} 条" in page
        assert f'href="/plans/{document.pk}/"' in page


def test_an_empty_zone_offers_the_first_step_to_who_may(supervisor: Client, clerk: Client) -> None:
    assert 'href="/plans/upload/"' in supervisor.get("/plans/").text
    assert "还没有计划" in clerk.get("/plans/").text
    assert 'href="/plans/upload/"' not in clerk.get("/plans/").text


def test_the_original_is_a_download_and_never_shown(clerk: Client, document: Document) -> None:
    answer = clerk.get(f"/plans/{document.pk}/original/")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.getvalue() == build.PLAN.encode()


def test_an_original_that_is_gone_from_the_disk_is_not_found(clerk: Client, document: Document) -> None:
    Path(document.file.path).unlink()
    page = clerk.get(f"/plans/{document.pk}/original/")
    assert page.status_code == 404
    assert "不在数据目录里" in page.text


def test_what_is_no_plan_is_not_found(clerk: Client) -> None:
    page = clerk.get("/plans/999/")
    assert page.status_code == 404
    assert "没有这份计划" in page.text
