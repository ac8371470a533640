"""Which measure is proposed for which promise: with measures made up here, and with the real ledgers."""

from __future__ import annotations

from typing import Any

import pytest

from luoshi.directory.industries.models import Industry
from luoshi.ledgers import registry
from luoshi.ledgers.measures import Average, Balance, Condition, Count, Distinct, Last, Measure, Ratio, Sum
from luoshi.plans.targets.proposals import Proposal, Ranking, Wanted

SIGNINGS = "investment.signings"
YI = {"column": "amount", "comparator": "ge", "value": "100000000", "unit": "元"}
FIVE = {**YI, "value": "500000000"}
TOYS: tuple[Measure, ...] = (
    Count("signed", title="签约项目数", when="signed_on", threshold="amount", words=("引进项目", "签约项目")),
    Sum(
        "contracts",
        title="签约金额",
        of="amount",
        when="signed_on",
        threshold="amount",
        words=("合同资金", "引进项目"),
    ),
    Ratio("rate", title="开工率", top="signed", bottom="signed", when="signed_on", words=("签约项目开工率",)),
)


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts measures made up here in the place of all others, on the signings' columns."""

    def put(*measures: Measure) -> Ranking:
        ledger = registry.ledger(SIGNINGS)
        monkeypatch.setattr(registry, "measures", lambda: tuple((ledger, m) for m in measures or TOYS))
        return Ranking()

    return put


def first(found: list[Proposal]) -> tuple[str, tuple[Condition, ...]]:
    return found[0].measure, found[0].conditions


@pytest.mark.django_db
def test_a_count_goes_to_counts_and_money_to_sums(toys: Any) -> None:
    assert [p.measure for p in toys().of(Wanted("引进项目", "个"))] == ["signed"]
    assert [p.measure for p in toys().of(Wanted("引进项目", "元"))] == ["contracts"]
    assert [p.measure for p in toys().of(Wanted("签约项目开工率", "%"))] == ["rate"]
    assert toys().of(Wanted("引进项目", "%")) == []


@pytest.mark.django_db
def test_a_threshold_becomes_a_condition(toys: Any) -> None:
    assert first(toys().of(Wanted("新引进亿元以上项目", "个", conditions=(YI,)))) == (
        "signed",
        (Condition("amount", "ge", "100000000"),),
    )
    over = {**YI, "comparator": "gt", "value": "30000000"}
    assert first(toys().of(Wanted("引进过3000万元项目", "个", conditions=(over,)))) == (
        "signed",
        (Condition("amount", "gt", "30000000"),),
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said",
    [
        {"column": "output", "comparator": "ge", "value": "1000000000", "unit": "元"},
        {"column": "area", "comparator": "ge", "value": "100", "unit": "亩"},
        {"column": "amount", "comparator": "ge", "value": "1000000", "unit": "美元"},
    ],
)
def test_a_threshold_that_no_column_holds_is_named_and_lowers_the_score(
    toys: Any, said: dict[str, str]
) -> None:
    plain, (found,) = (
        toys().of(Wanted("引进项目", "个"))[0],
        toys().of(Wanted("引进项目", "个", conditions=(said,))),
    )
    assert found.conditions == ()
    assert len(found.unexplained) == 1
    assert found.score < plain.score
    assert not found.sure
    assert found.unexplained[0] in found.reason


@pytest.mark.django_db
def test_a_part_is_found_by_the_words_of_its_total(toys: Any) -> None:
    assert toys().of(Wanted("5亿元以上项目", "个", conditions=(FIVE,))) == []
    found = toys().of(Wanted("5亿元以上项目", "个", conditions=(FIVE,), whole="新引进亿元以上项目"))
    assert first(found) == ("signed", (Condition("amount", "ge", "500000000"),))


@pytest.mark.django_db
def test_a_part_that_says_more_than_its_total_is_not_the_total(toys: Any) -> None:
    (found,) = toys().of(Wanted("竹制品项目", "个", whole="新引进项目"))
    assert found.unexplained == ("竹制品",)
    assert not found.sure


@pytest.mark.django_db
def test_a_unit_in_the_words_is_explained_by_the_scope(toys: Any) -> None:
    alone = Wanted("溪口分局签约项目", "个")
    assert toys().of(alone)[0].unexplained == ("溪口分局",)
    (found,) = toys().of(
        Wanted("溪口分局签约项目", "个", scope=7, scope_title="溪口分局", scope_names=("溪口分局",))
    )
    assert (found.scope, found.unexplained, found.sure) == (7, (), True)
    assert "范围：溪口分局" in found.reason


@pytest.mark.django_db
def test_other_ways_of_saying_an_indicator_count(toys: Any) -> None:
    assert toys().of(Wanted("招来的好项目", "个")) == []
    assert toys().of(Wanted("招来的好项目", "个", words=("新签约项目",)))


@pytest.mark.django_db
def test_growth_is_measured_by_growth_only(toys: Any) -> None:
    assert toys().of(Wanted("签约项目开工率", "%", basis="growth")) == []
    growth = Ratio(
        "growth", title="签约额增速", top="signed", bottom="signed", when="signed_on", words=("合同资金增长",)
    )
    assert toys(*TOYS, growth).of(Wanted("合同资金增长", "%", basis="growth"))[0].measure == "growth"
    assert toys(growth).of(Wanted("合同资金增长", "%")) == []


@pytest.mark.django_db
@pytest.mark.parametrize("indicator", ["合同资金", "合同资金同比增速", "合同资金比上年增长"])
def test_growth_is_a_view_of_what_grows(toys: Any, indicator: str) -> None:
    (found,) = toys().of(Wanted(indicator, "%", basis="growth"))
    assert (found.measure, found.view, found.key) == ("contracts", "growth", f"{SIGNINGS}.contracts~growth")
    assert (found.unexplained, found.sure) == ((), False)
    assert "对应《招商签约台账》的“签约金额”（求和，再看比上年同期增长）" in found.reason
    assert toys().of(Wanted(indicator, "元", basis="growth")) == []
    assert toys().of(Wanted("合同资金", "%", basis="reduction")) == []


@pytest.mark.django_db
def test_a_share_of_the_zone_is_a_view_of_what_is_shared(toys: Any) -> None:
    town: dict[str, Any] = {"scope": 7, "scope_title": "云溪镇", "scope_names": ("云溪镇",)}
    for indicator in ("云溪镇签约项目占全区的比重", "云溪镇签约项目占比"):
        (found,) = toys().of(Wanted(indicator, "%", **town))
        assert (found.measure, found.view, found.scope, found.unexplained) == ("signed", "share", 7, ())
    assert toys().of(Wanted("签约项目占比", "%")) == []
    assert toys().of(Wanted("云溪镇签约项目", "%", **town)) == []
    investors = Distinct("investors", title="投资方数", of="investor", when="signed_on", words=("投资方",))
    assert toys(investors).of(Wanted("云溪镇投资方占比", "%", **town)) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("measure", "how"),
    [
        (
            Distinct("m", title="投资方", unit="家", of="investor", when="signed_on", words=("某数",)),
            "数不同的值",
        ),
        (Average("m", title="均额", of="amount", when="signed_on", words=("某数",)), "求平均"),
        (
            Balance("m", title="在手", plus="signed", minus="started", unit="家", words=("某数",)),
            "累计进减累计出",
        ),
    ],
)
def test_every_kind_of_measure_is_proposed_with_its_dates(toys: Any, measure: Measure, how: str) -> None:
    (found,) = toys(measure).of(Wanted("某数", "元" if measure.kind == "average" else "家"))
    assert f"（{how}）；按“签约日期" in found.reason


@pytest.mark.django_db
def test_words_left_over_are_named_and_lower_the_score(toys: Any) -> None:
    (found,) = toys().of(Wanted("签约过3000万元加工制造业项目", "个"))
    assert found.unexplained == ("加工制造业",)
    assert not found.sure
    assert "未能写成条件的字样：加工制造业" in found.reason


@pytest.mark.django_db
def test_a_word_that_a_column_knows_becomes_a_condition(toys: Any) -> None:
    industry = Industry.objects.create(code="C38", name="电气机械和器材制造业", words="电子信息")
    found = toys().of(Wanted("引进电子信息项目", "个"))[0]
    assert found.conditions == (Condition("industry", "eq", str(industry.pk)),)
    assert found.unexplained == ()
    foreign = toys().of(Wanted("引进外资项目", "个"))[0]
    assert Condition("kind", "eq", "foreign") in foreign.conditions


@pytest.mark.django_db
def test_a_condition_never_contradicts_the_measure(toys: Any) -> None:
    foreign = Count(
        "foreign",
        title="外资项目数",
        when="signed_on",
        where=(Condition("kind", "eq", "foreign"),),
        words=("引进项目",),
    )
    (found,) = toys(foreign).of(Wanted("引进内资项目", "个"))
    assert (found.conditions, found.unexplained) == ((), ("内资",))


@pytest.mark.django_db
def test_an_area_that_is_no_unit_keeps_a_proposal_from_being_sure(toys: Any) -> None:
    assert toys().of(Wanted("引进项目", "个"))[0].sure
    (found,) = toys().of(Wanted("引进项目", "个", elsewhere="某县"))
    assert not found.sure
    assert "某县" in found.reason


@pytest.mark.django_db
def test_a_reason_says_measure_conditions_and_months(toys: Any) -> None:
    found = toys().of(Wanted("新引进亿元以上项目", "个", conditions=(YI,), year=2026))[0]
    assert found.reason == (
        "“新引进亿元以上项目”含“引进项目”，对应《招商签约台账》的“签约项目数”（数行数）；"
        "条件：签约金额不低于1亿元；按“签约日期”计入2026年各月。"
    )


@pytest.mark.django_db
def test_reported_values_are_no_measure_to_propose(toys: Any) -> None:
    names = {ledger.name for ledger, _ in Ranking()._measures}
    assert "plans.reported" not in names
    assert SIGNINGS in names
    silent = Last("silent", title="没有说法", of="amount", when="signed_on")
    assert toys(silent).of(Wanted("没有说法", "元")) == []


REAL = [
    ("新引进亿元以上项目", "个", (YI,), "signed", (Condition("amount", "ge", "100000000"),)),
    ("新引进5亿元以上项目", "个", (FIVE,), "signed", (Condition("amount", "ge", "500000000"),)),
    ("境内到位资金", "元", (), "domestic", ()),
    ("境外到位资金", "美元", (), "foreign", ()),
    ("已签约项目开工率", "%", (), "start_rate", ()),
    ("合同资金", "元", (), "contract_amount", ()),
]
GROWING = [
    ("固定资产投资", "delivery.months.done~growth"),
    ("境内到位资金", "investment.paid_in.domestic~growth"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("indicator", "key"), GROWING)
def test_growth_over_the_real_ledgers(indicator: str, key: str) -> None:
    assert Ranking().of(Wanted(indicator, "%", basis="growth"))[0].key == key


@pytest.mark.django_db
@pytest.mark.parametrize(("indicator", "unit", "said", "measure", "conditions"), REAL)
def test_the_real_ledgers_are_proposed(
    indicator: str, unit: str, said: Any, measure: str, conditions: tuple[Condition, ...]
) -> None:
    found = Ranking().of(Wanted(indicator, unit, conditions=said))
    assert first(found) == (measure, conditions)
    assert found[0].sure


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("indicator", "unit", "basis"),
    [
        ("新设院士工作站", "个", "increment"),
        ("财政收入", "元", "level"),
        ("召开银企对接会", "次", "level"),
        ("规上工业总产值", "元", "level"),
        ("财政收入", "%", "growth"),
        ("新认定高新技术企业", "家", "increment"),
        ("新增公园绿地", "亩", "level"),
    ],
)
def test_nothing_is_proposed_for_what_no_ledger_holds(indicator: str, unit: str, basis: str) -> None:
    assert Ranking().of(Wanted(indicator, unit, basis=basis)) == []
