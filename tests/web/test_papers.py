"""督办文书 in the pages: the button of a task, issuing, the paper and its file."""

from __future__ import annotations

import io
import re

import docx
import pytest
from django.test import Client
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.oversight.papers.models import Paper
from luoshi.plans.tasks.models import Task
from tests.whole.zone import loaded, zone

__all__ = ["loaded", "zone"]


@pytest.fixture
def supervisor(zone: None) -> Client:
    client = Client()
    client.force_login(User.objects.get(username="linzhao"))
    return client


def test_a_paper_is_issued_from_the_page_of_its_task(supervisor: Client) -> None:
    task = Task.objects.get(number="RW-2026-005")
    card = supervisor.get(reverse("ledger_row", args=["plans-tasks", task.pk])).text
    address = reverse("task_papers", args=[task.pk])
    assert f'href="{address}"' in card and "督办文书" in card
    other = Task.objects.get(number="RW-2026-007")
    page = supervisor.get(address).text
    assert "还没有就这项任务出具过文书" in page and other.name in page
    sent = {"kind": "hint", "remark": "请抓紧。", "others": [other.pk]}
    answer = supervisor.post(address, sent, follow=True)
    paper = Paper.objects.get(kind="hint")
    assert answer.redirect_chain == [(reverse("paper", args=[paper.pk]), 302)]
    assert "督提〔2026〕1号" in answer.text and other.name in answer.text and "请抓紧。" in answer.text
    file = supervisor.get(reverse("paper_file", args=[paper.pk]))
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(file.content)).paragraphs)
    assert task.name in text and "请抓紧。" in text
    assert paper.number in supervisor.get(address).text


def test_its_numbers_lead_to_their_tasks(supervisor: Client) -> None:
    paper = Paper.objects.get(kind="chase")
    page = supervisor.get(reverse("paper", args=[paper.pk])).text
    assert "<dt>出处编号</dt><dd>DB2026-1</dd>" in page
    codes = dict.fromkeys(re.findall(r'href="/f/(DB2026-1-\d+)/"', page))
    found = [supervisor.get(reverse("reference", args=[code])).text for code in codes]
    task = paper.tasks.get()
    assert any(
        f"任务 {task.number}" in each and reverse("ledger_row", args=["plans-tasks", task.pk]) in each
        for each in found
    )
    whole = supervisor.get(reverse("reference", args=["DB2026-1"]))
    assert whole.headers["Location"] == reverse("paper", args=[paper.pk])
    for wrong in ("DB2026-9", "DB2025-1", "DB2026-1-99", "DT2026-1-1"):
        assert supervisor.get(reverse("reference", args=[wrong])).status_code == 404


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_issued(supervisor: Client) -> None:
    task, count = Task.objects.get(number="RW-2026-005"), Paper.objects.count()
    elsewhere = Task.objects.get(number="RW-2026-002")
    address = reverse("task_papers", args=[task.pk])
    assert (
        "回复期限不能早于印发日期"
        in supervisor.post(address, {"kind": "hint", "reply_by": "2020-01-01"}).text
    )
    supervisor.post(address, {"kind": "hint", "others": [elsewhere.pk]})
    supervisor.post(address, {"kind": "decree"})
    assert Paper.objects.count() == count


def test_a_clerk_reads_and_issues_nothing(zone: None) -> None:
    client, count = Client(), Paper.objects.count()
    client.force_login(User.objects.get(username="chenjing"))
    task = Task.objects.get(number="RW-2026-004")
    address = reverse("task_papers", args=[task.pk])
    page = client.get(address).text
    assert "督交〔2026〕1号" in page and "出具文书" not in page
    assert client.post(address, {"kind": "hint"}).status_code == 403
    assert Paper.objects.count() == count


def test_a_task_that_nobody_has_in_hand_has_no_form(supervisor: Client) -> None:
    task = Task.objects.get(number="RW-2026-008")
    assert "出具文书" not in supervisor.get(reverse("task_papers", args=[task.pk])).text
    assert supervisor.get(reverse("task_papers", args=[10**9])).status_code == 404
    assert supervisor.get(reverse("paper", args=[10**9])).status_code == 404
