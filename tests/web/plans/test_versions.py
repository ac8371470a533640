"""A corrected version: what it changed, what is gone, and the older edition that can only be read."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from luoshi.plans.clauses.models import GONE, KEPT, WITHDRAWN, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.targets.models import Target
from tests.plans import build
from tests.web.plans.conftest import As, token


@pytest.fixture
def second(supervisor: Client, confirmed: Document) -> Document:
    file = SimpleUploadedFile("工作要点（修订）.txt", build.CORRECTED.encode())
    answer = supervisor.post(f"/plans/{confirmed.pk}/version/", {"file": file})
    new = Document.objects.get(previous=confirmed)
    assert answer.headers["Location"] == f"/plans/{new.pk}/changes/"
    return new


def test_the_changes_are_shown_with_both_texts(supervisor: Client, second: Document) -> None:
    page = supervisor.get(f"/plans/{second.pk}/changes/").text
    assert "有改动（1 条）" in page
    assert "数值 18 → 20" in page
    assert "新增（1 条）" in page
    assert "新版已无（1 条）" in page
    assert page.index("有改动（") < page.index("新增（") < page.index("新版已无（1") < page.index("未变（")


def test_what_is_gone_is_kept_or_withdrawn_by_a_person(supervisor: Client, second: Document) -> None:
    gone = Clause.objects.get(fate=GONE)
    target = Target.objects.get(clause=gone)
    address = f"/plans/{second.pk}/changes/gone/"
    assert target.number in supervisor.get(f"/plans/{second.pk}/changes/").text
    said = {"clause": [token(gone)], "act": "withdraw"}
    assert "需要写明理由" in supervisor.post(address, said | {"reason": ""}, follow=True).text
    gone.refresh_from_db()
    assert gone.fate == GONE
    assert "已撤销 1 条" in supervisor.post(address, said | {"reason": "修订稿删去"}, follow=True).text
    gone.refresh_from_db()
    target.refresh_from_db()
    assert (gone.fate, target.state) == (WITHDRAWN, "withdrawn")
    assert supervisor.post(address, said | {"reason": "再来"}).status_code == 404


def test_what_is_gone_waits_for_the_supervisor(supervisor: Client, clerk: Client, second: Document) -> None:
    said = f"处理《{second.title}》新版已无的 1 条"
    assert said in [todo.text for todo in supervisor.get("/").context["todos"]]
    assert said not in [todo.text for todo in clerk.get("/").context["todos"]]
    gone = Clause.objects.get(fate=GONE)
    supervisor.post(f"/plans/{second.pk}/changes/gone/", {"clause": [token(gone)], "act": "keep"})
    assert said not in [todo.text for todo in supervisor.get("/").context["todos"]]


def test_the_list_says_what_the_edition_before_said(supervisor: Client, second: Document) -> None:
    assert "与上一版：数值 18 → 20" in supervisor.get(f"/plans/{second.pk}/").text


def test_what_is_kept_keeps_its_target(supervisor: Client, second: Document) -> None:
    gone = Clause.objects.get(fate=GONE)
    supervisor.post(f"/plans/{second.pk}/changes/gone/", {"clause": [token(gone)], "act": "keep"})
    gone.refresh_from_db()
    assert gone.fate == KEPT
    assert Target.objects.get(clause=gone).state == "active"


def test_the_older_edition_is_read_and_leads_to_the_newer(
    supervisor: Client, confirmed: Document, second: Document
) -> None:
    page = supervisor.get(f"/plans/{confirmed.pk}/").text
    assert "这是旧版本，只能查看" in page
    assert f'href="/plans/{second.pk}/"' in page
    assert "确认所选" not in page
    clause = confirmed.clauses.first()
    assert clause is not None
    refused = supervisor.post(f"/plans/{confirmed.pk}/reopen/", {"one": token(clause)}, follow=True)
    assert "已被更新的版本替代" in refused.text
    assert "第 2 版" in supervisor.get(f"/plans/{confirmed.pk}/version/").text


def test_a_bad_version_leaves_everything_as_it_was(supervisor: Client, confirmed: Document) -> None:
    file = SimpleUploadedFile("空.txt", b"")
    page = supervisor.post(f"/plans/{confirmed.pk}/version/", {"file": file})
    assert "是空文件" in page.context["form"].errors["file"][0]
    confirmed.refresh_from_db()
    assert confirmed.is_latest
    assert Document.objects.count() == 1


def test_a_first_edition_has_nothing_to_hold_against(supervisor: Client, document: Document) -> None:
    assert supervisor.get(f"/plans/{document.pk}/changes/").status_code == 404
    assert "与上一版对照" not in supervisor.get(f"/plans/{document.pk}/").text


@pytest.mark.parametrize("username", ["chenjing", "xuhe"])
def test_who_may_not_decide_sees_the_changes_only(signed_in_as: As, second: Document, username: str) -> None:
    client = signed_in_as(username)
    page = client.get(f"/plans/{second.pk}/changes/")
    assert "数值 18 → 20" in page.text
    assert "保留所选" not in page.text
    gone = Clause.objects.get(fate=GONE)
    said = {"clause": [token(gone)], "act": "keep"}
    assert client.post(f"/plans/{second.pk}/changes/gone/", said).status_code == 403
    gone.refresh_from_db()
    assert gone.fate == GONE
