"""Reporting a month: the list of what is missing, one value with its evidence, and every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from luoshi.directory.calendars import actions as calendars
from luoshi.ledgers.models import Attachment
from luoshi.plans.binding import actions as binding
from luoshi.plans.documents.models import Document
from luoshi.plans.reported.models import Reported
from luoshi.plans.targets.models import Target
from luoshi.web.formats import month as month_name
from tests.plans import build
from tests.plans.build import Cast
from tests.web.ledgers import pages
from tests.web.plans.conftest import As

MONTH = {"month": "202603"}


@pytest.fixture
def mine(confirmed: Document, cast: Cast) -> Target:
    """A target of 招商局 that takes reported values."""
    return binding.confirm_reported(build.target("境内到位资金"), by=cast.supervisor, reason="另有口径")


@pytest.fixture
def others(confirmed: Document, cast: Cast) -> Target:
    """One that no unit of 招商局 leads."""
    target = build.target("银企对接会")
    return target if target.source == "reported" else binding.confirm_reported(target, by=cast.supervisor)


@pytest.fixture
def at_march(clerk: Client) -> Client:
    clerk.get("/", MONTH)
    return clerk


def page_of(target: Target) -> str:
    return f"/targets/{target.number}/report/"


def test_a_value_is_reported_with_its_evidence(at_march: Client, mine: Target, files: Path) -> None:
    proof = SimpleUploadedFile("三月月报.txt", "三月".encode())
    sent = MONTH | {"value": "8.25", "evidence": "见三月统计月报", "attached": [proof]}
    page = at_march.post(page_of(mine), sent, follow=True)
    assert "已保存。" in page.text
    row = Reported.objects.get()
    assert (row.period, row.value, row.evidence) == (202603, 82500, "见三月统计月报")
    assert "三月月报.txt" in page.text
    held = Attachment.objects.get()
    answer = at_march.get(f"/files/{held.pk}/")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.getvalue() == "三月".encode()


def test_a_value_is_changed_and_its_evidence_stays(at_march: Client, mine: Target) -> None:
    at_march.post(page_of(mine), MONTH | {"value": "8", "evidence": "月报"})
    assert at_march.get(page_of(mine)).context["form"].initial == {"value": "8", "evidence": "月报"}
    at_march.post(page_of(mine), MONTH | {"value": "9", "evidence": ""})
    row = Reported.objects.get()
    assert (row.value, row.evidence) == (90000, "月报")


@pytest.mark.parametrize("value", ["", "很多", "8.123456"])
def test_a_wrong_value_has_its_sentence(at_march: Client, mine: Target, value: str) -> None:
    page = at_march.post(page_of(mine), MONTH | {"value": value})
    assert page.status_code == 422
    (said,) = page.context["form"].errors["value"]
    assert said.endswith("。")
    assert not Reported.objects.exists()


def test_an_empty_file_is_refused_and_nothing_is_written(at_march: Client, mine: Target, files: Path) -> None:
    sent = MONTH | {"value": "8", "attached": [SimpleUploadedFile("空.pdf", b"")]}
    page = at_march.post(page_of(mine), sent)
    assert "是空文件" in page.context["form"].errors["attached"][0]
    assert not Reported.objects.exists()
    assert not (files / "evidence").exists()


def test_a_page_called_a_proof_is_refused(at_march: Client, mine: Target, files: Path) -> None:
    proof = SimpleUploadedFile("三月月报.html", b"<script>alert(1)</script>")
    page = at_march.post(page_of(mine), MONTH | {"value": "8", "attached": [proof]})
    assert "的类型不能上传" in page.context["form"].errors["attached"][0]
    assert not Reported.objects.exists()
    assert not (files / "evidence").exists()


def test_a_closed_month_is_refused_with_its_sentence(at_march: Client, mine: Target, cast: Cast) -> None:
    for period in (202601, 202602, 202603):
        calendars.close(period, by=cast.supervisor, reason="关账")
    for page in (at_march.get(page_of(mine)), at_march.post(page_of(mine), MONTH | {"value": "8"})):
        assert "2026年3月已经关账" in page.text
    assert "2026年3月已经关账" in at_march.get("/reporting/").text
    assert not Reported.objects.exists()


def test_a_measured_target_takes_no_value(at_march: Client, confirmed: Document, cast: Cast) -> None:
    target = build.target("新引进亿元以上")
    binding.confirm_sure(confirmed, by=cast.supervisor)
    for page in (at_march.get(page_of(target)), at_march.post(page_of(target), MONTH | {"value": "8"})):
        assert "由台账计量，不需要填报" in page.text
    assert not Reported.objects.exists()


def test_a_target_that_waits_takes_no_value(at_march: Client, confirmed: Document) -> None:
    target = build.target("新引进亿元以上")
    assert "还没有确认" in at_march.get(page_of(target)).text
    at_march.post(page_of(target), MONTH | {"value": "8"})
    assert not Reported.objects.exists()


@pytest.mark.parametrize("username", ["zhouwei", "xuhe", "gaoyuan"])
def test_other_units_and_overseers_do_not_report(signed_in_as: As, mine: Target, username: str) -> None:
    client = signed_in_as(username)
    client.get("/", MONTH)
    page = client.get(page_of(mine))
    assert page.context["refusal"]
    assert "填报</button>" not in page.text
    assert client.post(page_of(mine), MONTH | {"value": "8"}).status_code == 403
    client.post("/reporting/", MONTH | {f"v-{mine.number}": "8"})
    assert not Reported.objects.exists()


def test_the_list_has_what_the_persons_units_lead_and_marks_what_is_missing(
    at_march: Client, mine: Target, others: Target
) -> None:
    page = at_march.get("/reporting/")
    assert [each.target for each in page.context["due"]] == [mine]
    assert "还有 1 项没有填报" in page.text
    assert "未填" in page.text
    at_march.post("/reporting/", MONTH | {f"v-{mine.number}": "8", f"v-{others.number}": "5"})
    assert [row.target for row in Reported.objects.all()] == [mine]
    assert "1 项都已填报" in at_march.get("/reporting/").text


def test_a_line_that_is_wrong_keeps_what_was_typed_and_the_others_are_saved(
    supervisor: Client, mine: Target, others: Target
) -> None:
    supervisor.get("/", MONTH)
    page = supervisor.post("/reporting/", MONTH | {f"v-{mine.number}": "八亿", f"v-{others.number}": "5"})
    assert page.status_code == 422
    assert "“八亿”不是数字" in page.text
    assert 'value="八亿"' in page.text
    assert [row.target for row in Reported.objects.all()] == [others]


def test_the_value_before_is_shown_beside(at_march: Client, mine: Target) -> None:
    at_march.post(page_of(mine), MONTH | {"value": "8"})
    page = at_march.get("/reporting/", {"month": "202605"})
    assert f"8（{month_name(202603)}）" in page.text


def tabs(client: Client, address: str) -> str:
    """What the form of a page for March says of its month, while a second tab has gone on to May."""
    first = client.get(address, MONTH).text
    assert "2026年5月" in client.get(address, {"month": "202605"}).text
    return pages.hidden(first, "month")


def test_a_value_belongs_to_the_month_of_its_page(clerk: Client, mine: Target) -> None:
    month = tabs(clerk, page_of(mine))
    page = clerk.post(page_of(mine), {"month": month, "value": "8"}, follow=True)
    assert [row.period for row in Reported.objects.all()] == [202603]
    assert page.context["month"] == 202603


def test_a_list_of_values_belongs_to_the_month_of_its_page(clerk: Client, mine: Target) -> None:
    month = tabs(clerk, "/reporting/")
    page = clerk.post("/reporting/", {"month": month, f"v-{mine.number}": "8"}, follow=True)
    assert [row.period for row in Reported.objects.all()] == [202603]
    assert page.context["month"] == 202603


def test_what_is_refused_comes_back_on_the_page_of_its_month(clerk: Client, mine: Target) -> None:
    for address, name in (("/reporting/", f"v-{mine.number}"), (page_of(mine), "value")):
        page = clerk.post(address, {"month": tabs(clerk, address), name: "八亿"})
        assert (page.status_code, page.context["month"]) == (422, 202603)
        assert pages.hidden(page.text, "month") == "202603"


@pytest.mark.parametrize("month", [None, "", "202613", "三月", "202503"])
def test_a_value_without_its_month_is_refused(at_march: Client, mine: Target, month: str | None) -> None:
    said = {} if month is None else {"month": month}
    page = at_march.post(page_of(mine), said | {"value": "8"})
    assert page.status_code == 400
    assert "没有写明是哪个月，没有保存" in page.text
    at_march.post("/reporting/", said | {f"v-{mine.number}": "8"})
    assert not Reported.objects.exists()


def test_a_proof_that_is_gone_from_the_disk_is_not_found(at_march: Client, mine: Target, files: Path) -> None:
    sent = MONTH | {"value": "8", "attached": [SimpleUploadedFile("三月月报.txt", b"8")]}
    at_march.post(page_of(mine), sent)
    held = Attachment.objects.get()
    (files / held.path).unlink()
    page = at_march.get(f"/files/{held.pk}/")
    assert page.status_code == 404
    assert "文件“三月月报.txt”不在数据目录里" in page.text
