"""Reports in pages: kinds and drafts, wording beside what it makes, and every number back to where it comes from."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from luoshi.ledgers.models import AuditRow, Row, Rule
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.plans.documents.models import Document
from luoshi.reports import pdf
from luoshi.web.pages.report_templates import TemplateForm

As = Callable[[str], Client]
JUNE = "?month=202606"
TEMPLATE = "/reports/templates/bulletin/"


def body(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address, follow=status == 200)
    assert answer.status_code == status, answer.content.decode()[:400]
    return str(answer.content.decode())


def issue(client: Client, **more: str) -> Bulletin:
    answer = client.post("/reports/issue/", {"month": "202606"} | more, follow=True)
    assert "已印发。" in answer.content.decode(), answer.content.decode()[:2000]
    return Bulletin.objects.latest("pk")


def filled(client: Client, **changes: Any) -> dict[str, Any]:
    """The form of the template as its page shows it, with changes."""
    form: TemplateForm = client.get(f"{TEMPLATE}{JUNE}").context["form"]
    held = {bound.html_name: bound.value() for bound in form}
    return held | {"version": "2", "effective_from": "2026-07-01"} | changes


def test_every_kind_is_looked_at_and_issued(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    lin = signed_in_as("lin")
    page = body(lin, f"/reports/{JUNE}")
    assert all(name in page for name in ("调度会材料", "经济运行分析", "专报", "简报", "一页纸"))
    assert "2026年6月重点工作简报" in body(lin, f"/reports/draft/brief/{JUNE}")
    assert "/f/JB" not in body(lin, f"/reports/draft/brief/{JUNE}"), "what is not issued has no codes"
    assert not Bulletin.objects.exists(), "a look keeps nothing"
    row = issue(lin, kind="brief")
    assert (row.kind_name, row.code) == ("简报", "JB2606-1")
    assert "已印发：2026年6月重点工作简报" in body(lin, f"/reports/{JUNE}")
    body(lin, "/reports/draft/memo/", 404)


def test_who_may_not_issue_sees_what_was_issued_and_no_draft(plan: Document, signed_in_as: As) -> None:
    row = issue(signed_in_as("lin"), kind="page")
    zhou = signed_in_as("zhou")
    assert "2026年6月重点工作一页纸" in body(zhou, f"/reports/{row.pk}/")
    body(zhou, f"/reports/draft/page/{JUNE}", 403)
    assert ">预览</a>" not in body(zhou, f"/reports/{JUNE}")


def test_a_number_leads_to_where_it_comes_from(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    lin = signed_in_as("lin")
    row = issue(lin)
    page = body(lin, f"/reports/{row.pk}/")
    codes = re.findall(r'class="locked[^"]*" href="/f/(TB2606-1-\d+)/"', page)
    assert codes
    found = {code: body(lin, f"/f/{code}/") for code in dict.fromkeys(codes)}
    (of_target,) = (each for each in found.values() if "<h1" in each and "新引进亿元以上项目" in each)
    assert "累计 1 个，目标 24 个" in of_target and "/targets/" in of_target
    assert any("目标墙，按" in each for each in found.values())


def test_what_is_printed_leads_back(sign: Callable[..., Row], signed_in_as: As) -> None:
    row = issue(signed_in_as("lin"))
    zhou = signed_in_as("zhou")
    assert "编号" in body(zhou, "/f/")
    assert "TB2606-1-1" in body(zhou, "/f/?code=tb2606-1-1")
    assert row.title in body(zhou, "/f/?code=TB2606-1"), "the code of the whole report"
    assert "不是编号" in body(zhou, "/f/?code=六月/通报")
    body(zhou, "/f/TB2606-1-9999/", 404)
    body(zhou, "/f/XX2606-1-1/", 404)


def test_a_figure_that_is_another_now_is_marked(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    lin = signed_in_as("lin")
    row = issue(lin)
    assert 'class="locked stale"' not in body(lin, f"/reports/{row.pk}/")
    sign(2, "2026-06-11")
    page = body(lin, f"/reports/{row.pk}/")
    marked = re.findall(r'class="locked stale" href="/f/([^/]+)/"[^>]*>([^<]+)<', page)
    assert marked and "1 个" in {text for _, text in marked}, "it stands as it was"
    assert "印发以后，这里的数有变动" in body(lin, f"/f/{marked[0][0]}/")
    assert 'class="locked" href' in page, "what did not change is not marked"


def test_tables_are_taken_out_as_numbers(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    row = issue(signed_in_as("lin"))
    answer = signed_in_as("xu").get(f"/reports/{row.pk}/tables/")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["2026年6月目标完成情况表", "红榜", "黑榜", "数据出处"]
    sheet = book.worksheets[0]
    line = next(
        line for line in sheet.iter_rows(min_row=4, values_only=True) if line[1] == "新引进亿元以上项目"
    )
    assert (line[0], line[4], line[6], round(line[7], 3)) == (1, 24, 1, 0.042)


def test_a_machine_without_libreoffice_says_so(
    plan: Document, signed_in_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "program", lambda: None)
    lin = signed_in_as("lin")
    row = issue(lin)
    assert "下载 PDF" not in body(lin, f"/reports/{row.pk}/")
    assert "本机没有安装 LibreOffice" in body(lin, f"/reports/{row.pk}/pdf/")


def test_wording_is_looked_at_and_issued(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    lin = signed_in_as("lin")
    page = body(lin, f"{TEMPLATE}{JUNE}")
    assert "【工作要点】共确定量化目标 【目标.数】 项" in page and "可以用的数据" in page
    assert '<span class="locked" title="由数据填入">' in page
    sent = filled(lin, title="【月份】督查情况通报", body="# 总的情况\n目标 【目标.数】 项。\n〖表：红榜〗")
    shown = lin.post(f"{TEMPLATE}preview/{JUNE}", sent).content.decode()
    assert "2026年6月督查情况通报" in shown and "一、总的情况" in shown and "<html" not in shown
    assert not Rule.objects.filter(kind="report", number="2").exists(), "a look issues nothing"
    answer = lin.post(TEMPLATE, sent, follow=True).content.decode()
    assert "已发布" in answer
    assert AuditRow.objects.filter(ledger="oversight.rules", act="发布").order_by("-seq")[0].actor
    assert issue(lin, reason="").title == "2026年6月督查情况通报"


@pytest.mark.parametrize(
    "changes,sentence",
    [
        ({"body": "# 情况\n本月红灯 3 项。"}, "正文第 2 行里写了数“3 项”"),
        ({"body": "# 情况\n【红灯】"}, "【红灯】没有对应的数据。可以用的有"),
        ({"body": "# 情况\n【红灯.数"}, "正文第 2 行里的“【”没有配对"),
        ({"body": "# 情况\n〖饼图〗"}, "正文第 2 行“〖饼图〗”写法不对"),
        ({"body": "# 情况\n〖表：总表〗"}, "用到的表“总表”没有"),
        ({"title": "3项"}, "标题里写了数“3项”"),
        ({"list-0-0": "共 5 项"}, "写了数“5 项”"),
        ({"body": ""}, "请填写“正文”"),
    ],
)
def test_what_is_refused_is_refused_in_words(
    plan: Document, signed_in_as: As, changes: dict[str, str], sentence: str
) -> None:
    lin = signed_in_as("lin")
    sent = filled(lin, **changes)
    for address in (f"{TEMPLATE}preview/{JUNE}", TEMPLATE):
        answer = lin.post(address, sent)
        assert answer.status_code == 200 and sentence in answer.content.decode(), address
    assert not Rule.objects.filter(kind="report", number="2").exists()


def test_lists_are_changed_as_data_and_letters_belong_to_one_kind(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    address = "/settings/rules/report/?code=brief"
    shown = {bound.html_name: bound.value() for bound in lin.get(address).context["form"]}
    held = {name: value for name, value in shown.items() if value is not None}
    content = held["content"].replace('"JB"', '"TB"')
    answer = lin.post(address, held | {"content": content}).content.decode()
    assert "编号字头“TB”已由“通报”使用" in answer
    assert not Rule.objects.filter(kind="report", number="2").exists()
    content = held["content"].replace('"most": 5', '"most": 3')
    assert "已发布" in lin.post(address, held | {"content": content}, follow=True).content.decode()
    (row,) = Rule.objects.filter(kind="report", number="2")
    assert {each["name"]: each.get("most") for each in row.data["lists"]}["超前清单"] == 3


def test_who_may_not_issue_reads_the_templates_alone(plan: Document, signed_in_as: As) -> None:
    zhou = signed_in_as("zhou")
    assert "编号字头 TB" in body(zhou, "/reports/templates/")
    body(zhou, TEMPLATE, 403)
    assert zhou.post(f"{TEMPLATE}preview/", {}).status_code == 403
    body(signed_in_as("lin"), "/reports/templates/memo/", 404)


def test_a_day_says_as_of_when(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    lin = signed_in_as("lin")
    answer = lin.post("/reports/issue/", {"month": "202606", "as_of": "七月五日"}, follow=True)
    assert "应写成 2026-07-05 的样子" in answer.content.decode()
    answer = lin.post("/reports/issue/", {"month": "202606", "as_of": "2020-01-01"}, follow=True)
    assert "通报无从写起" in answer.content.decode(), "on that day there was no target"
    day = timezone.localtime(AuditRow.objects.order_by("-seq")[0].at)
    assert issue(lin, as_of=f"{day:%Y-%m-%d}").seq == AuditRow.objects.order_by("-seq")[1].seq


def test_a_correction_is_worded_here_and_issued_with_what_it_corrects(
    sign: Callable[..., Row], signed_in_as: As
) -> None:
    sign(2, "2026-01-10")
    client = signed_in_as("lin")
    page = client.get("/reports/templates/correction/?month=202606").text
    assert "关于2026年6月重点工作推进情况的更正通报" in page and "由原来的值改为现在的值" in page
    assert "更正通报" not in client.get("/reports/?month=202606").text
    given = {"month": "202606", "kind": "correction"}
    assert "不能单独印发" in client.post("/reports/issue/", given, follow=True).text
    assert not Bulletin.objects.exists()
