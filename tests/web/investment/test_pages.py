"""The pages of investment in the sample zone, for those who may and those who may not."""

from __future__ import annotations

import re
from datetime import date

from django.urls import reverse

from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.screenings import judging
from luoshi.projects.investment.screenings.models import Screening
from luoshi.projects.investment.signings.models import Signing
from luoshi.projects.land.districts.models import District
from luoshi.projects.land.parcels.models import Parcel
from tests.web.investment.conftest import As


def talks() -> Lead:
    lead = Lead.objects.filter(state="negotiating", unit__code="0401").first()
    assert lead is not None
    return lead


def test_a_lead_becomes_a_signing_on_a_page(as_: As) -> None:
    lead, clerk = talks(), as_("chenjing")
    address = reverse("lead_sign", args=[lead.pk])
    assert address in clerk.get(reverse("ledger_row", args=["investment-leads", lead.pk])).text
    shown = clerk.get(address)
    page = shown.text
    assert lead.investor in page and lead.project in page
    sent = {name: text for name, text in shown.context["form"].initial.items() if text}
    lacking = clerk.post(address, sent).text
    assert "签约日期" in lacking and Signing.objects.filter(lead=lead).count() == 0
    answer = clerk.post(address, sent | {"signed_on": "2026-10-30"})
    signing = Signing.objects.get(lead=lead)
    assert answer.headers["Location"] == reverse("ledger_row", args=["investment-signings", signing.pk])
    assert (signing.investor, signing.amount) == (lead.investor, lead.amount)
    again = clerk.post(address, sent | {"signed_on": "2026-10-30"}).text
    assert "已经签约" in again


def test_who_may_not_sign_sees_no_door(as_: As) -> None:
    lead = talks()
    address = reverse("lead_sign", args=[lead.pk])
    auditor = as_("xuhe")
    assert address not in auditor.get(reverse("ledger_row", args=["investment-leads", lead.pk])).text
    assert auditor.get(address).status_code == 403
    assert as_("zhouwei").get(address).status_code == 403


def test_leads_whose_clock_runs_wait_for_their_clerk(as_: As) -> None:
    home = as_("chenjing").get("/").text
    waiting = re.findall(r"(\d+) 条线索待(\S+?)<", home)
    assert {what for _, what in waiting} == {"首次答复", "研判", "反馈来源", "进展报告"}
    found = Lead.objects.due().filter(state="received", unit__code__in=["0103", "0401", "0402"])
    assert (str(found.count()), "首次答复") in waiting
    assert "条线索待" not in as_("luomin").get("/").text
    assert date(2026, 10, 30) in [lead.received_on for lead in found]


def test_a_reviewer_votes_and_then_sees_the_others(as_: As) -> None:
    waiting = [s for s in Screening.objects.filter(state="open") if judging.missing(s)]
    row = waiting[0]
    voted = set(row.votes.values_list("reviewer__username", flat=True))
    name = next(person["username"] for person in row.reviewers if person["username"] not in voted)
    reviewer, address = as_(name), reverse("screening", args=[row.pk])
    assert f"为“{row.lead}”预审打分" in reviewer.get("/").text
    page = reviewer.get(address).text
    assert "您打分以后，才能看到其他评审人的打分" in page and "打分汇总" not in page
    given = {"产业定位": 4, "规划布局": 4, "环境保护": 4, "投资强度": 420, "税收贡献": 21, "能耗水平": "0.28"}
    assert "不能" in reviewer.post(address, given | {"用地条件": 9, "安全生产": 5}).text or row.votes.count()
    assert row.votes.count() == len(voted)
    assert reviewer.post(address, given | {"用地条件": 4, "安全生产": 5}).status_code == 302
    assert row.votes.count() == len(voted) + 1
    assert "打分汇总" in reviewer.get(address).text
    assert f"为“{row.lead}”预审打分" not in reviewer.get("/").text
    assert as_("luomin").get(address).status_code == 403
    assert "打分汇总" in as_("xuhe").get(address).text


def test_the_rhythm_page_shows_leaders_and_weeks(as_: As) -> None:
    page = as_("linzhao").get(reverse("rhythm")).text
    assert page.count("达标") > 6 and "缺" in page and "沈砚" in page and "长三角招商分局" in page
    assert "未反馈" in page
    assert reverse("rhythm") in as_("linzhao").get(reverse("ledgers")).text


def test_who_looks_for_padding_and_who_only_reads(as_: As) -> None:
    address = reverse("padding")
    boss = as_("linzhao")
    page = boss.get(address).text
    assert "现在重新判断" in page and "与承诺税收差距大" in page and "同一地块" in page
    assert boss.post(address).status_code == 302
    page = boss.get(address).text
    assert "已重新判断：没有变化" in page and "判断至 2026-10-31" in page
    clerk = as_("chenjing")
    assert "现在重新判断" not in clerk.get(address).text
    assert clerk.post(address).status_code == 403
    assert "与承诺税收差距大" not in as_("luomin").get(address).text, "no signing of theirs is doubted"


def test_the_map_shows_what_the_person_may_see(as_: As) -> None:
    address = reverse("investment_map")
    every, own = as_("linzhao").get(address).text, as_("shenmu").get(address).text
    shown = Signing.objects.filter(place__isnull=False)
    ground = sum(land.objects.filter(place__isnull=False).count() for land in (District, Parcel))
    assert every.count("<title>") - 1 == shown.count() + ground > ground + 20
    assert "<svg" in every and own.count("<title>") < every.count("<title>")
    started = as_("linzhao").get(address, {"stage": "started", "chain": "电子信息"}).text
    found = shown.filter(state="started", chain_link__chain="电子信息")
    assert started.count("<title>") - 1 - ground == found.count() > 0


def test_the_chains_name_gaps_and_prospects(as_: As) -> None:
    page = as_("linzhao").get(reverse("chains")).text
    assert page.count('<svg class="chain"') == 3 and "■ 补链" in page and "应补链" in page
    assert "晶石碳材有限公司" in page, "named for a link that is a gap"
    assert "晶石碳材有限公司" not in as_("luomin").get(reverse("chains")).text
