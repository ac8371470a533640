"""Formulas as a person types them for a target: what the names stand for, what is refused, and the figure."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers import facts, figures, registry, writing
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.ledgers.formulas import BadFormula
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Binding
from luoshi.oversight.rules import actions as rules
from luoshi.oversight.wall.wall import wall
from luoshi.plans import errors
from luoshi.plans.binding import actions, making, settling, templates
from luoshi.plans.binding.naming import Resolver
from luoshi.plans.documents.models import Document
from luoshi.plans.review import actions as review
from luoshi.plans.targets.models import Target
from luoshi.plans.targets.proposals import Proposal, Wanted
from tests.plans import build
from tests.plans.test_binding import sign

RATE = "[签约项目数，签约金额不低于1亿元] / 签约项目数 * 100"


@pytest.fixture
def rate(document: Document, cast: build.Cast) -> Target:
    """A target in per cent; three projects were signed, two of them of more than 1 亿元."""
    rules.issue_starting_rules(by=cast.supervisor)
    review.confirm([build.clause(document, "开工率")], by=cast.supervisor)
    sign(cast, "高效储能基地", "360000000", date(2026, 2, 18))
    sign(cast, "精密零部件", "80000000", date(2026, 3, 2))
    sign(cast, "智能装备", "100000000", date(2026, 4, 2))
    return build.target("开工率")


def part(name: str) -> Proposal:
    return Resolver(Unit.objects.names()).part(name)


def test_a_formula_measures_a_target_over_several_ledgers(rate: Target, cast: build.Cast) -> None:
    actions.confirm_formula(rate, RATE, by=cast.supervisor)
    target = build.target("开工率")
    assert target.binding is not None
    assert (target.source, target.source_title) == ("measured", "台账计量")
    assert target.binding.formula == "[签约项目数，签约金额不低于1亿元] / 签约项目数 * 100"
    (row,) = wall(202606, [target])
    assert row.actual is not None
    assert round(row.actual, 2) == Decimal("66.67")
    assert row.counted_rows == 5
    assert row.computed.startswith("[签约项目数，签约金额不低于1亿元] / 签约项目数 * 100；其中")
    held = settling.measure_of(target)
    assert held is not None
    assert held.formula == target.binding.formula
    assert dict(held.parts)["签约项目数，签约金额不低于1亿元"].conditions == (
        Condition("amount", "ge", "100000000"),
    )


def test_a_ledger_in_which_nothing_is_kept_says_nothing(rate: Target, cast: build.Cast) -> None:
    actions.confirm_formula(rate, "开工项目数 / 签约项目数 * 100", by=cast.supervisor)
    (row,) = wall(202606, [build.target("开工率")])
    assert row.actual is None
    (before,) = wall(202601, [build.target("开工率")])
    assert before.actual is None


def test_a_scope_behind_a_name_limits_its_part_only(rate: Target, cast: build.Cast) -> None:
    actions.confirm_formula(rate, "[签约项目数，云溪镇] / 签约项目数 * 100", by=cast.supervisor)
    (row,) = wall(202606, [build.target("开工率")])
    assert row.actual == 0
    for share in ("[签约项目数，占全区，招商局]", "[签约项目数，占上级单位的比重，招商局]"):
        actions.confirm_formula(build.target("开工率"), share, by=cast.supervisor)
        (row,) = wall(202606, [build.target("开工率")])
        assert row.actual == 100


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("签约项目数", Proposal("investment.signings", "signed")),
        ("《项目台账》开工项目数", Proposal("delivery.projects", "started")),
        ("合同资金，同比", Proposal("investment.signings", "contract_amount", view="growth")),
        ("境内到位资金，环比", Proposal("investment.paid_in", "domestic", view="sequential")),
        (
            "签约项目数，签约金额≥1.5亿元；已填写开工日期",
            Proposal(
                "investment.signings",
                "signed",
                (Condition("amount", "ge", "150000000"), Condition("started_on", "set")),
            ),
        ),
        ("签约项目数,签约金额>10,000万元", Proposal("investment.signings", "signed", (Condition("amount", "gt", "100000000"),))),
    ],
)  # fmt: skip
@pytest.mark.django_db
def test_what_names_stand_for(name: str, meant: Proposal) -> None:
    assert part(name) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("开工项目数 + 合同资金", "不能相加"),
        ("签约项目开工率 + 项目开工率", "比率不能相加"),
        ("签约项目数", "结果以“个”计，目标以“%”计"),
        ("没有的数 / 签约项目数", "没有叫“没有的数”的指标"),
        ("《没有的台账》签约项目数", "没有叫《没有的台账》的台账"),
        ("注册 / 签约项目数", "相近的有：.*注册项目数"),
        ("[签约项目数，颜色为红] / 签约项目数 * 100", "“颜色为红”看不懂"),
        ("[签约项目数，签约金额不低于很多] / 签约项目数 * 100", "不是数字"),
        ("[签约项目数，签约金额不低于5亩] / 签约项目数 * 100", "不是同一种量"),
        ("[签约项目开工率，占全区] - 5%", "不能求占全区的比重"),
        ("85%", "公式里没有指标"),
        ("签约项目数 /", "没有写完"),
    ],
)
def test_what_makes_no_sense_is_refused(rate: Target, cast: build.Cast, typed: str, sentence: str) -> None:
    with pytest.raises(LedgerError, match=sentence):
        actions.confirm_formula(rate, typed, by=cast.supervisor)
    assert build.target("开工率").binding is None
    assert not Binding.objects.exists()


def test_one_title_in_two_ledgers_asks_for_the_ledger(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    signings, projects = registry.ledger("investment.signings"), registry.ledger("delivery.projects")
    twice = (signings, signings.measure("signed")), (projects, signings.measure("signed"))
    monkeypatch.setattr(registry, "measures", lambda: twice)
    with pytest.raises(BadFormula, match="请写明台账：《招商签约台账》签约项目数、《项目台账》签约项目数"):
        part("签约项目数")


def test_a_formula_is_replaced_and_taken_back_with_its_parts(rate: Target, cast: build.Cast) -> None:
    actions.confirm_formula(rate, RATE, by=cast.supervisor)
    actions.confirm_measure(build.target("开工率"), "investment.signings", "start_rate", by=cast.supervisor)
    assert Binding.objects.count() == 1
    actions.confirm_formula(build.target("开工率"), RATE, by=cast.supervisor)
    facts.refresh()
    actions.clear_binding(build.target("开工率"), by=cast.supervisor)
    assert Binding.objects.filter(ended=None).count() == 0
    assert Binding.objects.exclude(ended=None).count() == 3


def test_only_who_may_bind_types_a_formula(rate: Target, cast: build.Cast) -> None:
    for actor in (cast.clerk, cast.auditor, cast.stranger):
        with pytest.raises(Refused):
            actions.confirm_formula(rate, RATE, by=actor)
    actions.confirm_formula(rate, RATE, by=cast.leader)
    assert build.target("开工率").source == "measured"


@pytest.mark.parametrize(
    ("indicator", "unit", "formula"),
    [
        ("签约项目开工转化率", "%", "《项目台账》开工项目数 / 《招商签约台账》签约项目数 * 100"),
        ("合同资金到位率", "%", "《到位资金台账》境内到位资金 / 《招商签约台账》签约金额 * 100"),
        ("亩均投资强度", "万元/亩", "《招商签约台账》签约金额 / 《地块台账》供地面积"),
    ],
)
@pytest.mark.django_db
def test_ratios_between_ledgers_are_proposed_as_formulas(indicator: str, unit: str, formula: str) -> None:
    resolver = Resolver(Unit.objects.names())
    (found,) = templates.proposals(Wanted(indicator, unit), resolver)
    assert found.formula == formula
    assert (found.sure, found.reason.startswith(f"“{indicator}”含“{indicator}”")) == (False, True)
    assert not list(templates.proposals(Wanted("满意率", "%"), resolver))
    assert not list(templates.proposals(Wanted(indicator, "个"), resolver))
    assert not list(templates.proposals(Wanted(indicator, unit, basis="growth"), resolver))


@pytest.mark.django_db
def test_every_template_holds_together() -> None:
    resolver = Resolver(Unit.objects.names())
    for template in templates.TEMPLATES:
        making.check(resolver.formula(template.formula), Target(base_unit=template.unit))


def test_a_template_is_limited_to_the_unit_of_the_clause(cast: build.Cast) -> None:
    town = cast.units["0201"]
    wanted = Wanted("云溪镇开工转化率", "%", scope=town.pk, scope_title="云溪镇", scope_names=("云溪镇",))
    (found,) = templates.proposals(wanted, Resolver(Unit.objects.names()))
    assert {each.scope for _, each in found.parts} == {town.pk}
    assert found.formula == "[《项目台账》开工项目数，云溪镇] / [《招商签约台账》签约项目数，云溪镇] * 100"
    assert Resolver(Unit.objects.names()).formula(found.formula) == found
    assert figures.unit_of(Binding(formula=found.formula, unit="%")) == "%"


def test_a_person_enters_conditions_of_another_ledger(cast: build.Cast) -> None:
    ledger = registry.ledger("investment.signings")
    writing.parse(ledger, {"project": "甲"})
    assert part("签约项目数，责任单位为招商局").conditions == (
        Condition("unit", "eq", str(cast.units["0103"].pk)),
    )


def test_what_looks_at_a_hidden_column_is_neither_shown_nor_taken(
    rate: Target, cast: build.Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    review.confirm([build.clause(rate.clause.document, "引进亿元以上")], by=cast.supervisor)
    ledger = registry.ledger("investment.signings")
    hidden = dataclasses.replace(
        ledger, access=dataclasses.replace(ledger.access, secret=("amount",), secret_read=frozenset())
    )
    by_hand = Proposal("investment.signings", "signed", (Condition("amount", "ge", "100"),))
    assert making.measurable(by_hand, cast.supervisor)
    monkeypatch.setitem(registry._ledgers, "investment.signings", hidden)
    assert not making.measurable(by_hand, cast.supervisor)
    for refused in (
        lambda: actions.formula_of(rate, RATE, by=cast.supervisor),
        lambda: actions.confirm_formula(rate, RATE, by=cast.supervisor),
        lambda: actions.confirm_binding(rate, by_hand, by=cast.supervisor),
    ):
        with pytest.raises(errors.SecretMeasure, match="“签约项目数”要用到您无权查看的列"):
            refused()
    signed = build.target("引进亿元以上")
    assert "investment.signings.signed" not in [
        p.key for p in actions.proposals_of(signed, by=cast.supervisor)
    ]
    assert not Binding.objects.exists()
    actions.confirm_formula(rate, "开工项目数 / 开工项目数 * 100", by=cast.supervisor)
