"""亩均效益: a year is evaluated by a version of the rule, published, disputed a row at a time, and settled."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from luoshi.directory import credit_codes
from luoshi.directory.industries.models import Industry
from luoshi.directory.units.models import Unit
from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers import figures as measured
from luoshi.ledgers import rulebook, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, LedgerError, NotNow, Refused
from luoshi.ledgers.models import Binding, Rule
from luoshi.projects.land.evaluations import actions, gathering
from luoshi.projects.land.evaluations.ledger import EVALUATIONS
from luoshi.projects.land.evaluations.models import Evaluation
from luoshi.projects.land.kinds import PER_MU
from luoshi.projects.land.objections.ledger import OBJECTIONS
from luoshi.projects.land.objections.models import Objection
from luoshi.projects.land.per_mu_figures.ledger import PER_MU_FIGURES
from luoshi.projects.land.per_mu_figures.models import PerMuFigure
from luoshi.rules.defaults.per_mu import PER_MU_RULE
from tests.projects import build, land

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
Cast = dict[str, Actor]
DAY = date(2026, 5, 11)
WAN = 10_000 * 100  # fen


@pytest.fixture
def head(cast: Cast) -> Actor:
    rulebook.issue_starting(by=cast["supervisor"], closed=None)
    return cast["supervisor"]


def firm(unit: Unit, number: int, **fields: Any) -> Enterprise:
    body = f"91340100MA2{number:06d}"
    code = next(f"{body}{last}" for last in "0123456789ABCDEFGHJKLMNPQRTUWXY" if valid(f"{body}{last}"))
    given = {"name": f"企业{number}", "unit": unit, "established_on": date(2015, 1, 1)} | fields
    return Enterprise.objects.create(credit_code=code, **given)


def valid(code: str) -> bool:
    try:
        credit_codes.validate(code)
    except Exception:  # noqa: BLE001 - any refusal is one
        return False
    return True


def figures(unit: Unit, *taxes: int, **fields: Any) -> list[PerMuFigure]:
    """One enterprise of 10 mu for each tax in 万元."""
    return [
        land.per_mu_figure(unit, enterprise=firm(unit, n), area=1000, tax=tax * WAN, **fields)
        for n, tax in enumerate(taxes)
    ]


def evaluated(by: Actor, code: str = "per-mu") -> dict[str, Evaluation]:
    actions.evaluate(2025, code, by=by, on=DAY)
    return {row.enterprise.name: row for row in Evaluation.objects.of_year(2025)}


def test_points_ranks_and_classes_are_those_of_the_rule(units: Units, head: Actor) -> None:
    figures(units["0104"], 150, 75, 300, 0, 30)
    found = evaluated(head)
    assert [(name, r.points, r.grade, r.rank) for name, r in found.items()] == [
        ("企业2", 4800, "A", 1),
        ("企业0", 4000, "B", 2),
        ("企业1", 2000, "B", 3),
        ("企业4", 800, "C", 4),
        ("企业3", 0, "C", 5),
    ]
    assert "亩均税收 30 万元/亩，得 48.00 分" in found["企业2"].reason
    assert found["企业2"].items[0]["points"] == "48.00"


def test_tables_stand_apart_and_who_is_young_or_a_utility_is_not_ranked(units: Units, head: Actor) -> None:
    unit = units["0104"]
    power = Industry.objects.create(code="44", name="电力、热力生产和供应业")
    for number, fields in enumerate(({}, {"established_on": date(2024, 6, 1)}, {"industry": power})):
        land.per_mu_figure(unit, enterprise=firm(unit, number, **fields), tax=WAN)
    land.per_mu_figure(unit, enterprise=firm(unit, 7), tax=WAN, table="tenants")
    found = evaluated(head)
    assert {name: (row.grade, row.rank) for name, row in found.items()} == {
        "企业0": ("B", 1), "企业1": ("T", None), "企业2": ("T", None), "企业7": ("B", 1),
    }  # fmt: skip


def test_figures_go_in_the_units_of_the_rule(units: Units) -> None:
    figure = land.per_mu_figure(units["0104"], area=6250, tax=1180 * WAN, power=5_860_000, energy=215060)
    row = gathering.rated(figure)
    assert [str(row.figures[name]) for name in ("area", "tax", "power", "energy", "cod")] == [
        "62.5", "1180", "586", "2150.6", "None",
    ]  # fmt: skip
    assert gathering.thawed(json.loads(json.dumps(gathering.frozen(row)))) == row


def test_what_is_missing_is_listed_by_credit_code(units: Units) -> None:
    unit = units["0104"]
    silent = firm(unit, 1, above_scale=True)
    firm(unit, 2)
    firm(unit, 3, above_scale=True, established_on=date(2026, 1, 1))
    there = land.per_mu_figure(unit, enterprise=firm(unit, 4), table="tenants", area=1, power=1)
    bare = land.per_mu_figure(unit, enterprise=firm(unit, 5), table="tenants", area=1)
    assert there.enterprise.name == "企业4"
    assert gathering.misses(PER_MU_RULE, 2025) == [
        f"{silent.credit_code} 企业1：规上企业，没有 2025 年的基础数据。",
        f"{bare.enterprise.credit_code} 企业5：缺少用电量，相关指标计 0 分。",
    ]


def test_a_year_is_evaluated_again_until_it_is_published(units: Units, head: Actor) -> None:
    first, second = figures(units["0104"], 150, 75)
    keys = {row.pk for row in evaluated(head).values()}
    writing.change(PER_MU_FIGURES, second, {"tax": 450 * WAN}, by=head)
    assert [row.rank for row in evaluated(head).values()] == [1, 2]
    assert {row.pk for row in Evaluation.objects.all()} == keys
    writing.remove(PER_MU_FIGURES, first, by=head, reason="重复")
    assert list(evaluated(head)) == ["企业1"]
    assert actions.publish(2025, by=head, on=DAY) == 1
    with pytest.raises(NotNow, match="已经公示，不能整体重新评价"):
        evaluated(head)
    with pytest.raises(NotNow, match="没有可以办理的"):
        actions.publish(2025, by=head, on=DAY)


def test_a_new_version_leaves_what_is_published(units: Units, head: Actor) -> None:
    second = figures(units["0104"], 150, 75)[1]
    evaluated(head)
    actions.publish(2025, by=head, on=DAY)
    before = list(Evaluation.objects.values_list("points", "rank", "rule_version"))
    data = PER_MU_RULE.to_data() | {"version": "2", "effective_from": "2026-05-01", "young_years": 30}
    rulebook.issue("per_mu", data, by=head, closed=None)
    assert list(Evaluation.objects.values_list("points", "rank", "rule_version")) == before
    dispute(head, second.enterprise, "accept")
    row = Evaluation.objects.get(enterprise=second.enterprise)
    actions.review(row, by=head, on=DAY)
    assert list(Evaluation.objects.values_list("points", "rank", "rule_version")) == before


def dispute(by: Actor, enterprise: Enterprise, step: str = "") -> Objection:
    number = Evaluation.objects.get(enterprise=enterprise).number
    row = build.enter(OBJECTIONS, by, evaluation=number, raised_on="2026-05-12", reason="面积有误")
    if step:
        given = {"answer": "属实", "decided_on": DAY + timedelta(2)}
        stepping.take_step(OBJECTIONS, row, step, by=by, on=DAY + timedelta(2), given=given)
    assert isinstance(row, Objection)
    return row


def states() -> list[str]:
    return list(Evaluation.objects.order_by("enterprise__name").values_list("state", flat=True))


def test_an_accepted_objection_opens_its_row_and_no_other(units: Units, head: Actor) -> None:
    third = figures(units["0104"], 150, 75, 15)[2]
    evaluated(head)
    with pytest.raises(Invalid, match="还没有公示"):
        dispute(head, third.enterprise)
    actions.publish(2025, by=head, on=DAY)
    disputed = dispute(head, third.enterprise)
    assert (disputed.number, disputed.due_on) == ("YY-2026-001", date(2026, 5, 19))
    with pytest.raises(NotNow, match="采纳异议以后才能复核"):
        row = Evaluation.objects.get(enterprise=third.enterprise)
        stepping.take_step(EVALUATIONS, row, "reopen", by=head, on=DAY, reason="试试")
    assert states() == ["published"] * 3
    given = {"answer": "属实", "decided_on": DAY}
    with pytest.raises(Invalid, match="答复日期不能早于提出日期"):
        stepping.take_step(OBJECTIONS, disputed, "accept", by=head, on=DAY, given=given)
    given["decided_on"] = DAY + timedelta(2)
    stepping.take_step(OBJECTIONS, disputed, "accept", by=head, on=DAY, given=given)
    assert states() == ["published", "published", "reviewing"]
    with pytest.raises(NotNow, match="还有 1 家企业的评价在复核"):
        actions.settle(2025, by=head, on=DAY + timedelta(30))
    writing.change(PER_MU_FIGURES, third, {"tax": 100 * WAN}, by=head)
    row = Evaluation.objects.get(enterprise=third.enterprise)
    with pytest.raises(NotNow, match="没有在复核"):
        actions.review(Evaluation.objects.exclude(pk=row.pk)[0], by=head, on=DAY)
    actions.review(row, by=head, on=DAY + timedelta(3))
    row.refresh_from_db()
    assert (row.rank, row.points, row.state, row.due_on) == (2, 2667, "published", date(2026, 5, 21))
    assert states() == ["published"] * 3
    assert list(Evaluation.objects.exclude(pk=row.pk).values_list("rank", flat=True)) == [1, 2]


def test_a_decided_objection_does_not_open_twice(units: Units, head: Actor) -> None:
    (only,) = figures(units["0104"], 150)
    evaluated(head)
    actions.publish(2025, by=head, on=DAY)
    row = dispute(head, only.enterprise, "accept")
    actions.review(Evaluation.objects.get(), by=head, on=DAY)
    writing.change(OBJECTIONS, Objection.objects.get(pk=row.pk), {"reason": "面积有误，附图"}, by=head)
    assert states() == ["published"]


def test_a_rejected_objection_opens_nothing(units: Units, head: Actor) -> None:
    (only,) = figures(units["0104"], 150)
    evaluated(head)
    actions.publish(2025, by=head, on=DAY)
    dispute(head, only.enterprise, "reject")
    assert states() == ["published"]


def test_a_year_is_settled_when_the_week_is_over_and_nobody_waits(units: Units, head: Actor) -> None:
    first = figures(units["0104"], 150, 75)[0]
    evaluated(head)
    actions.publish(2025, by=head, on=DAY)
    with pytest.raises(NotNow, match="公示期到 2026-05-18 结束"):
        actions.settle(2025, by=head, on=date(2026, 5, 18))
    waiting = dispute(head, first.enterprise)
    with pytest.raises(NotNow, match="还有 1 条异议没有答复"):
        actions.settle(2025, by=head, on=date(2026, 5, 19))
    given = {"answer": "维持", "decided_on": date(2026, 5, 19)}
    stepping.take_step(OBJECTIONS, waiting, "reject", by=head, on=date(2026, 5, 19), given=given)
    assert actions.settle(2025, by=head, on=date(2026, 5, 19)) == 2
    assert states() == ["settled", "settled"]


@pytest.mark.parametrize("who", ["clerk", "leader", "auditor", "stranger"])
def test_who_may_not_evaluate(cast: Cast, head: Actor, units: Units, who: str) -> None:
    (only,) = figures(units["0104"], 150)
    with pytest.raises(Refused):
        evaluated(cast[who])
    evaluated(head)
    with pytest.raises(Refused):
        actions.publish(2025, by=cast[who], on=DAY)
    actions.publish(2025, by=head, on=DAY)
    with pytest.raises(Refused):
        dispute(cast[who], only.enterprise)


def test_the_clerk_of_the_unit_objects_and_does_not_decide(cast: Cast, head: Actor, units: Units) -> None:
    (only,) = figures(units["0104"], 150)
    evaluated(head)
    actions.publish(2025, by=head, on=DAY)
    dispute(cast["other"], only.enterprise)
    with pytest.raises(Refused):
        dispute(cast["other"], only.enterprise, "accept")


def test_without_figures_or_without_a_rule_nothing_is_evaluated(head: Actor) -> None:
    with pytest.raises(NotNow, match="没有 2025 年的亩均基础数据"):
        evaluated(head)
    with pytest.raises(LedgerError, match="没有生效的亩均效益评价规则“another”"):
        evaluated(head, "another")


def test_the_rule_is_said_in_sentences_and_a_bad_one_is_refused(head: Actor) -> None:
    row = Rule.objects.get(kind="per_mu", code="per-mu")
    told = PER_MU.told(row)
    assert "亩均税收 40 分，基准值 15 万元/亩，最高 1.2 倍" in told[0]
    assert told[-3:] == [
        "每张表分别排名，A 类到前 20%，B 类到前 60%，C 类到前 95%，其余为 D 类。",
        "投产不足 2 年的不参加评价，列 T 类。",
        "公用事业企业不参加评价，列 T 类。",
    ]
    data = PER_MU_RULE.to_data() | {"version": "2", "classes": {"A": "60", "B": "20", "C": "95"}}
    with pytest.raises(rulebook.BadRule, match="规则没有发布"):
        rulebook.issue("per_mu", data, by=head, closed=None)


def test_tax_per_mu_is_all_tax_by_all_land_in_its_unit(units: Units) -> None:
    figures(units["0104"], 150, 75)
    land.per_mu_figure(units["0104"], enterprise=firm(units["0104"], 9), area=3000, tax=0)
    found = measured.preview(Binding(ledger="land.per_mu_figures", measure="tax_per_mu"), 202512, 202512)
    assert (found.value, found.unit, found.rows) == (Decimal("4.5"), "万元/亩", 3)
