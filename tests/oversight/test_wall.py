"""The wall says what the ledgers say, month by month."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row, Rule
from luoshi.ledgers.rulebook import NoRule
from luoshi.oversight.rules import actions as rules
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import wall
from luoshi.plans.documents.models import Document
from luoshi.plans.reported import actions as reported
from luoshi.plans.targets.models import Target
from luoshi.rules import defaults
from luoshi.rules.errors import BadMonth

Sign = Callable[..., Row]


def row(name: str, month: int = 202606) -> WallRow:
    return next(r for r in wall(month) if r.target.name.endswith(name))


def target(name: str) -> Target:
    return Target.objects.active().get(name__endswith=name)


def test_works(sign: Sign) -> None:
    for day in ("2026-01-10", "2026-03-05", "2026-06-30"):
        sign(2, day)
    found = row("新引进亿元以上项目")
    assert (found.total, found.actual, found.month_actual, found.planned) == (24, 3, 1, 12)
    assert found.progress.completion == Decimal("12.5")
    assert found.progress.gap_points == Decimal("-37.5")
    assert (found.light.colour, found.source, found.unit) == ("red", "measured", "招商局")
    assert "3 个" in found.light.reason and "37.5 个百分点" in found.light.reason
    assert "不低于1亿元" in found.computed


def test_a_threshold_counts_only_what_reaches_it(sign: Sign) -> None:
    sign(1, "2026-02-01")
    sign(10, "2026-02-02")
    sign(9, "2026-02-03")
    assert row("10亿元以上项目").actual == 1
    assert row("新引进亿元以上项目").actual == 3


def test_a_month_knows_nothing_of_later_ones(sign: Sign) -> None:
    sign(2, "2026-03-31")
    sign(2, "2026-04-01")
    assert [row("新引进亿元以上项目", m).actual for m in (202602, 202603, 202604)] == [0, 1, 2]


def test_last_year_does_not_count(sign: Sign) -> None:
    sign(2, "2025-12-31")
    sign(2, "2026-01-01")
    assert row("新引进亿元以上项目").actual == 1


def test_an_empty_ledger_is_unknown_and_a_kept_one_is_nought(plan: Document, sign: Sign) -> None:
    assert row("新引进亿元以上项目").actual is None
    assert row("新引进亿元以上项目").light.colour == "grey"
    sign(2, "2025-05-01")
    assert row("新引进亿元以上项目").actual == 0


def test_a_change_and_a_removal_move_the_figure(sign: Sign, clerk: Actor) -> None:
    ledger = registry.ledger("investment.signings")
    made = sign(2, "2026-02-01")
    sign(2, "2026-02-02")
    assert row("新引进亿元以上项目").actual == 2
    made = writing.change(ledger, made, {"amount": 10**9}, by=clerk)
    assert row("新引进亿元以上项目").actual == 1, "0.1 亿元 is below the threshold"
    made = writing.change(ledger, made, {"amount": 10**10, "signed_on": datetime.date(2026, 9, 1)}, by=clerk)
    assert row("新引进亿元以上项目").actual == 1, "signed after the month"
    assert row("新引进亿元以上项目", 202609).actual == 2
    writing.remove(ledger, made, by=clerk, reason="重复登记")
    assert row("新引进亿元以上项目", 202609).actual == 1


def test_a_ratio_is_divided_over_the_same_rows(sign: Sign, clerk: Actor) -> None:
    sign(2, "2026-02-01", started_on=datetime.date(2026, 5, 1))
    sign(2, "2026-02-02")
    found = row("开工率")
    assert (found.actual, found.planned, found.progress.gap_points) == (50, 80, -30)
    assert found.month_actual is None, "a share is not added up"


def test_money_is_compared_in_the_unit_of_the_promise(sign: Sign, clerk: Actor) -> None:
    signing = sign(8, "2026-02-01")
    ledger = registry.ledger("investment.paid_in")
    for period, fen in ((202602, 150_000_000_000), (202604, 60_000_000_050)):
        writing.create(ledger, {"signing": signing, "period": period, "domestic": fen}, by=clerk)
    found = row("境内到位资金")
    assert found.actual == Decimal("21.000000005")
    assert found.month_actual == 0


def test_reported_values_stand_until_the_next(plan: Document, supervisor: Actor) -> None:
    meetings = target("银企对接会")
    assert row("银企对接会").source == "reported"
    reported.report(meetings, 202603, "2", by=supervisor)
    reported.report(meetings, 202606, "7", by=supervisor)
    assert [row("银企对接会", m).actual for m in (202602, 202603, 202605, 202606)] == [None, 2, 2, 7]
    assert row("银企对接会").month_actual == 5


def test_growth_and_limits_hold_in_every_month(plan: Document, supervisor: Actor) -> None:
    reported.report(target("规上工业增加值"), 202602, "8.6", by=supervisor)
    growth = row("规上工业增加值", 202602)
    assert (growth.planned, growth.progress.gap_points, growth.light.colour) == (9, Decimal("-0.4"), "green")
    reported.report(target("规上工业增加值"), 202602, "0", by=supervisor)
    assert row("规上工业增加值", 202602).light.colour == "red", "no growth at all is not 9 points short"
    reported.report(target("审批时间"), 202602, "38", by=supervisor)
    limit = row("审批时间", 202602)
    assert (limit.progress.completion, limit.light.colour) == (100, "green")
    reported.report(target("审批时间"), 202603, "80", by=supervisor)
    assert (row("审批时间", 202603).progress.completion, row("审批时间", 202603).light.colour) == (50, "red")


def test_every_target_opens_its_sentence(plan: Document) -> None:
    for found in wall(202606):
        data = found.to_data()
        assert plan.text[data["start"] : data["end"]] in data["sentence"]
        assert data["document"] == "云溪高新区2026年工作要点"


def test_another_year_has_no_targets(plan: Document) -> None:
    assert wall(202506) == []


def test_a_wrong_month_is_refused(plan: Document) -> None:
    with pytest.raises(BadMonth):
        wall(202613)


def test_the_rule_of_the_month_judges_it(sign: Sign, supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    strict = defaults.LIGHT_RULE.to_data() | {
        "version": "2",
        "effective_from": "2026-06-01",
        "bands": [
            {"colour": "green", "bounds": [{"comparator": "ge", "value": "0"}]},
            {"colour": "red", "bounds": [{"comparator": "lt", "value": "0"}]},
        ],
    }
    rules.issue("light", strict, by=supervisor)
    assert row("新引进亿元以上项目", 202602).light.colour == "yellow"
    assert row("新引进亿元以上项目", 202606).light.colour == "red"


def test_without_a_rule_the_wall_says_what_is_missing(plan: Document) -> None:
    Rule.objects.all().delete()
    with pytest.raises(NoRule, match="设置"):
        wall(202606)


def test_the_wall_costs_the_same_however_many_rows(
    sign: Sign, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        sign(2, f"2026-0{number % 6 + 1}-15")
    wall(202606)
    with django_assert_max_num_queries(14):
        assert len(wall(202606)) == 8


def test_units_have_names_in_full(plan: Document, units: dict[str, Unit]) -> None:
    assert {r.unit for r in wall(202606)} == {"招商局", "经济发展局"}


def test_one_thing_is_not_due_before_its_end(plan: Document, supervisor: Actor) -> None:
    laboratory = target("重点实验室")
    waiting = row("重点实验室")
    assert (waiting.planned, waiting.light.colour, waiting.light.word) == (None, "grey", "未到期")
    reported.report(laboratory, 202606, "1", by=supervisor)
    assert row("重点实验室").light.colour == "green", "done before it was due"
    reported.report(laboratory, 202606, "0", by=supervisor)
    assert row("重点实验室", 202612).light.colour == "red"
