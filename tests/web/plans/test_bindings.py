"""What targets are measured by: proposals with previews, a way by hand, all sure ones at once, and who may."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client

from luoshi.directory.industries import seed as industries
from luoshi.ledgers import registry, writing
from luoshi.plans.documents.models import Document
from luoshi.plans.targets.models import Target
from tests.plans import build
from tests.plans.build import Cast
from tests.web.plans.conftest import As

IN_DRAWER = {"HX-Request": "true", "HX-Target": "drawer"}


@pytest.fixture
def signed(cast: Cast, confirmed: Document) -> None:
    """Three projects signed in spring: of 3, 6 and 0.5 亿元."""
    industries.seed()
    ledger = registry.ledger("investment.signings")
    industry = registry.ledger("directory.industries").rows().filter(code="38").get()
    for at, amount in enumerate((3, 6, "0.5")):
        values = {
            "number": f"QY-{at}",
            "project": f"项目{at}",
            "investor": f"投资方{at}",
            "amount": int(float(amount) * 10**10),
            "signed_on": datetime.date(2026, 3, 5 + at),
            "industry": industry,
            "unit": cast.units["0103"],
        }
        writing.create(ledger, values, by=cast.supervisor)


def page_of(word: str) -> str:
    return f"/targets/{build.target(word).number}/binding/"


def settled(word: str) -> Target:
    return build.target(word)


def test_a_proposal_says_why_and_what_it_would_give(supervisor: Client, signed: None) -> None:
    page = supervisor.get(page_of("新引进亿元以上"), {"month": "202606"})
    (first, *_) = page.context["cards"]
    assert first.sure
    assert (first.preview.value, first.preview.unit, first.preview.rows) == ("2", "个", 2)
    assert "2026年6月：<b>2</b> 个，2 行" in page.text
    assert first.reason in page.text
    assert settled("新引进亿元以上").binding is None


def test_a_preview_counts_no_month_after_the_one_shown(supervisor: Client, signed: None) -> None:
    page = supervisor.get(page_of("新引进亿元以上"), {"month": "202602"})
    assert page.context["cards"][0].preview.value == "0"


def test_a_proposal_is_taken(supervisor: Client, signed: None) -> None:
    address = page_of("新引进亿元以上")
    key = supervisor.get(address).context["cards"][0].key
    page = supervisor.post(address, {"act": "proposal", "key": key}, follow=True)
    assert "计量方式已确认" in page.text
    assert settled("新引进亿元以上").source == "measured"
    assert "取消现在的计量方式" in page.text
    supervisor.post(address, {"act": "clear"})
    assert settled("新引进亿元以上").source == "none"


def test_a_proposal_that_is_none_any_more_is_refused(supervisor: Client, signed: None) -> None:
    page = supervisor.post(page_of("新引进亿元以上"), {"act": "proposal", "key": "no.such"}, follow=True)
    assert "这条建议已经变了" in page.text
    assert settled("新引进亿元以上").binding is None


def test_another_measure_is_put_together_by_hand(supervisor: Client, signed: None, cast: Cast) -> None:
    address = page_of("新引进亿元以上")
    asked = {
        "m": "investment.signings.signed",
        "c0": "amount",
        "o0": "ge",
        "v0": "5亿元",
        "month": "202606",
    }
    page = supervisor.get(address, asked)
    assert page.context["preview"].value == "1"
    assert "签约金额不低于5亿元" in page.text
    unit = str(cast.units["0104"].pk)
    assert supervisor.get(address, asked | {"s": unit}).context["preview"].value == "0"
    supervisor.post(address, asked | {"act": "hand"})
    target = settled("新引进亿元以上")
    assert target.binding is not None
    assert target.binding.conditions == [{"column": "amount", "op": "ge", "value": "500000000"}]
    held = supervisor.get(address).context["hand"]
    assert (held.rows[0].column, held.rows[0].op, held.rows[0].value) == ("amount", "ge", "5亿元")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"c0": "amount", "o0": "ge", "v0": "很多"}, "不是数字"),
        ({"c0": "amount", "o0": "ge", "v0": ""}, "请填写“签约金额”要比较的值"),
        ({"c0": "unit", "o0": "ge", "v0": "招商局"}, "不能这样比较"),
        ({"c0": "unit", "o0": "eq", "v0": "火星局"}, "里没有“火星局”"),
        ({"s": "9999"}, "没有这个单位"),
    ],
)
def test_a_wrong_condition_has_its_sentence_and_is_not_stored(
    supervisor: Client, signed: None, wrong: dict[str, str], sentence: str
) -> None:
    address = page_of("新引进亿元以上")
    asked = {"m": "investment.signings.signed"} | wrong
    assert sentence in supervisor.get(address, asked).text
    assert "没有保存" in supervisor.post(address, asked | {"act": "hand"}, follow=True).text
    assert settled("新引进亿元以上").binding is None


def test_a_condition_names_a_row_of_another_ledger(supervisor: Client, signed: None, cast: Cast) -> None:
    asked = {"m": "investment.signings.signed", "c0": "unit", "o0": "in", "v0": "招商局、规建局"}
    form = supervisor.get(page_of("新引进亿元以上"), asked).context["hand"]
    keys = f"{cast.units['0103'].pk},{cast.units['0104'].pk}"
    assert [c.value for c in form.proposal.conditions] == [keys]


def test_a_measure_of_another_kind_is_refused(supervisor: Client, signed: None) -> None:
    sent = {"act": "hand", "m": "investment.signings.signed"}
    page = supervisor.post(page_of("境内到位资金"), sent, follow=True)
    assert "不是同一种量" in page.text


def test_an_unknown_measure_is_not_found(supervisor: Client, signed: None) -> None:
    assert supervisor.get(page_of("新引进亿元以上"), {"m": "no.such.measure"}).status_code == 404


def test_a_target_is_left_to_reporting(supervisor: Client, signed: None) -> None:
    address = page_of("新引进亿元以上")
    page = supervisor.post(address, {"act": "reported"}, follow=True)
    assert "《招商签约台账》已能算出“签约项目数”" in page.text
    assert settled("新引进亿元以上").source == "none"
    supervisor.post(address, {"act": "reported", "reason": "市局口径不同"})
    assert settled("新引进亿元以上").source == "reported"
    page = supervisor.get(address)
    assert "由招商局按月填报（台账已有，仍要填报的理由：市局口径不同）" in page.text
    supervisor.post(address, {"act": "reported", "official": "1"})
    binding = settled("新引进亿元以上").binding
    assert binding is not None and binding.official
    page = supervisor.get(address)
    assert "按月填报，只计签发以后的正式数（台账已有，仍要填报的理由：市局口径不同）" in page.text
    supervisor.post(address, {"act": "reported"})
    binding = settled("新引进亿元以上").binding
    assert binding is not None and not binding.official


def test_the_step_stands_in_the_drawer_too(supervisor: Client, signed: None) -> None:
    number = build.target("新引进亿元以上").number
    assert f'href="/targets/{number}/binding/"' in supervisor.get(f"/targets/{number}/").text
    fragment = supervisor.get(page_of("新引进亿元以上"), headers=IN_DRAWER).text
    assert "<html" not in fragment
    assert "采用" in fragment


def test_all_sure_ones_are_taken_at_once(supervisor: Client, signed: None, confirmed: Document) -> None:
    page = supervisor.get(f"/plans/{confirmed.pk}/bindings/")
    sure, waiting = page.context["sure"], page.context["waiting"]
    assert sure
    assert "全部采用有把握的" in page.text
    after = supervisor.post(f"/plans/{confirmed.pk}/bindings/sure/", follow=True)
    assert f"已采用 {sure} 个" in after.text
    assert after.context["waiting"] == waiting - sure
    assert settled("新引进亿元以上").source == "measured"


@pytest.mark.parametrize("username", ["chenjing", "xuhe"])
def test_who_may_not_bind_sees_the_proposals_only(
    signed_in_as: As, signed: None, confirmed: Document, username: str
) -> None:
    client = signed_in_as(username)
    address = page_of("新引进亿元以上")
    page = client.get(address)
    assert page.context["cards"]
    for word in ("采用</button>", "手工选择", "改为按月填报"):
        assert word not in page.text
    assert "全部采用" not in client.get(f"/plans/{confirmed.pk}/bindings/").text
    key = page.context["cards"][0].key
    sent = {"act": "proposal", "key": key, "m": "investment.signings.signed"}
    for act in ("proposal", "hand", "reported", "clear"):
        assert client.post(address, sent | {"act": act}).status_code == 403
    assert client.post(f"/plans/{confirmed.pk}/bindings/sure/").status_code == 403
    assert settled("新引进亿元以上").binding is None


RATE = "[签约项目数，签约金额不低于5亿元] / 签约项目数 * 100"
CHECK = {"HX-Request": "true", "HX-Target": "formula-check"}


def test_a_formula_is_checked_while_it_is_typed(supervisor: Client, signed: None) -> None:
    address = page_of("开工率")
    asked = {"formula": RATE, "month": "202606"}
    fragment = supervisor.get(address, asked, headers=CHECK)
    assert "<html" not in fragment.text
    assert fragment.text.strip().startswith('<div id="formula-check"')
    check = fragment.context["check"]
    assert (check.preview.value, check.preview.unit) == ("33.33", "%")
    assert [(line.name, line.value, line.rows) for line in check.lines] == [
        ("签约项目数，签约金额不低于5亿元", "1", 1),
        ("签约项目数", "3", 3),
    ]
    page = supervisor.get(address, asked)
    assert check.formula in page.text
    assert "确认采用" in page.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("合同资金 + 签约项目数", "不能相加"),
        ("签约项目数", "结果以“个”计，目标以“%”计"),
        ("没有的数 * 2", "没有叫“没有的数”的指标"),
        ("(签约项目数", "括号没有配对"),
        ("<script>", "不认识“&lt;”"),
    ],
)
def test_what_is_wrong_with_a_formula_is_said_beside_it(
    supervisor: Client, signed: None, typed: str, sentence: str
) -> None:
    address = page_of("开工率")
    for headers in (CHECK, {}):
        page = supervisor.get(address, {"formula": typed}, headers=headers)
        assert sentence in page.text
        assert "确认采用" not in page.text
    assert "不" in supervisor.post(address, {"act": "formula", "formula": typed}, follow=True).text
    assert settled("开工率").binding is None


def test_a_formula_that_comes_to_nothing_says_why(supervisor: Client, signed: None) -> None:
    asked = {"formula": "签约项目数 / 开工项目数 * 100", "month": "202606"}
    page = supervisor.get(page_of("开工率"), asked, headers=CHECK)
    assert "“开工项目数”是 0，不能作除数" in page.text


def test_a_formula_is_made_of_two_measures_chosen(supervisor: Client, signed: None) -> None:
    asked = {"top": "《招商签约台账》签约项目开工数", "bottom": "《招商签约台账》签约项目数"}
    check = supervisor.get(page_of("开工率"), asked).context["check"]
    assert check.formula == "《招商签约台账》签约项目开工数 / 《招商签约台账》签约项目数 * 100"
    assert check.preview.value == "0"


def test_a_figure_by_a_formula_opens_its_parts_and_they_their_rows(supervisor: Client, signed: None) -> None:
    address = page_of("开工率")
    page = supervisor.post(address, {"act": "formula", "formula": RATE}, follow=True)
    assert "改由公式计量" in page.text
    page = supervisor.get(address)
    assert page.context["check"].formula == page.context["row"].target.binding.formula == RATE
    assert "已采用</button>" in page.text
    plan = build.target("开工率").clause.document_id
    assert RATE in supervisor.get(f"/plans/{plan}/bindings/").text
    number = build.target("开工率").number
    parts = supervisor.get(f"/targets/{number}/rows/", {"month": "202606"})
    assert [line.value for line in parts.context["lines"]] == ["1", "3"]
    for line, rows in zip(parts.context["lines"], (1, 3), strict=True):
        below = supervisor.get(line.url)
        assert below.context["page"].paginator.count == rows
        assert "项目1" in below.text
        assert "招商签约台账 · 签约项目数，按签约日期计入月份" in below.text
        assert "返回公式各项" in below.text
    assert supervisor.get(f"/targets/{number}/rows/?part=x").context["lines"]
    assert supervisor.get(f"/targets/{number}/", {"month": "202606"}).context["row"].counted_rows == 4
    assert "签约金额不低于5亿元] / 签约项目数" in supervisor.get(f"/targets/{number}/").text


def test_a_view_is_chosen_by_hand(supervisor: Client, signed: None) -> None:
    address = page_of("开工率")
    asked = {"m": "investment.signings.signed", "w": "share", "s": ""}
    page = supervisor.get(address, asked)
    assert "占全区的比重" in page.text
    supervisor.post(address, asked | {"act": "hand"})
    held = settled("开工率").binding
    assert held is not None
    assert (held.measure, held.view) == ("signed", "share")
    wrong = {"m": "investment.signings.start_rate", "w": "share"}
    assert "不能求占全区的比重" in supervisor.get(address, wrong).text


@pytest.mark.parametrize("username", ["chenjing", "xuhe"])
def test_who_may_not_bind_types_no_formula(signed_in_as: As, signed: None, username: str) -> None:
    client, address = signed_in_as(username), page_of("开工率")
    assert "formula-text" not in client.get(address, {"formula": RATE}).text
    assert client.get(address, {"formula": RATE}, headers=CHECK).status_code == 403
    assert client.post(address, {"act": "formula", "formula": RATE}).status_code == 403
    assert settled("开工率").binding is None


def test_a_check_costs_the_same_however_many_rows(
    supervisor: Client, signed: None, django_assert_max_num_queries: Any
) -> None:
    supervisor.get(page_of("开工率"), {"formula": RATE}, headers=CHECK)
    with django_assert_max_num_queries(16):
        supervisor.get(page_of("开工率"), {"formula": RATE}, headers=CHECK)
