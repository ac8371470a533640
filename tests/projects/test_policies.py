"""差别化政策: a published class brings its list, a changed class changes it, and each keeps the version of its day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers import exporting, rulebook, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.ledgers.models import Mark
from luoshi.projects.land.evaluations import actions
from luoshi.projects.land.evaluations.ledger import EVALUATIONS
from luoshi.projects.land.evaluations.models import Evaluation
from luoshi.projects.land.kinds import POLICIES
from luoshi.projects.land.objections.ledger import OBJECTIONS
from luoshi.projects.land.policies.ledger import POLICIES_LEDGER
from luoshi.projects.land.policies.models import Policy
from luoshi.rules.defaults import POLICY_RULE
from tests.projects import land
from tests.projects.test_per_mu import WAN, evaluated, figures

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
DAY = date(2026, 5, 11)


@pytest.fixture
def head(cast: dict[str, Actor]) -> Actor:
    rulebook.issue_starting(by=cast["supervisor"], closed=None)
    return cast["supervisor"]


def told(row: Evaluation) -> dict[str, str]:
    return {policy.item: policy.text for policy in row.policies.order_by("place")}


def standing(row: Evaluation) -> set[tuple[str, date]]:
    return {(policy.standing, policy.since) for policy in Policy.objects.filter(evaluation=row.pk)}


def issue(by: Actor, **changes: object) -> None:
    rulebook.issue(POLICIES.name, {**POLICY_RULE.to_data(), "version": "2", **changes}, by=by, closed=None)


def test_a_published_class_brings_its_policies(units: Units, head: Actor) -> None:
    figures(units["0104"], 150, 75, 300, 0, 30)
    found = evaluated(head)
    assert not Policy.objects.exists(), "what is not published brings nothing"
    actions.publish(2025, by=head, on=DAY)
    assert told(found["企业2"])["用电价格"] == "不加价，优先参加电力直接交易"
    assert told(found["企业3"])["用电价格"] == "每千瓦时加价 0.10 元"
    first = Policy.objects.of_year(2025)[0]
    assert (first.grade, first.since, first.until) == ("A", date(2026, 6, 1), date(2027, 5, 31))
    assert Policy.objects.of_year(2025).count() == 25
    assert not Policy.objects.of_year(2024).exists()
    marked = Mark.objects.filter(ledger="land.policies").values_list("unit", "period")
    assert set(marked) == {(units["0104"].pk, 202606)}


def test_who_is_not_evaluated_has_none(units: Units, head: Actor) -> None:
    figures(units["0104"], 10, suited=False, unsuited_reason="停产")
    evaluated(head)
    actions.publish(2025, by=head, on=DAY)
    assert (Evaluation.objects.get().grade, Policy.objects.count()) == ("T", 0)


def test_a_changed_class_changes_the_list(units: Units, head: Actor) -> None:
    lowest = figures(units["0104"], 150, 75, 300, 0, 30)[3]
    row = evaluated(head)["企业3"]
    actions.publish(2025, by=head, on=DAY)
    row.refresh_from_db()
    disputed = land.objection(units["0104"], evaluation=row)
    given = {"answer": "属实", "decided_on": DAY}
    stepping.take_step(OBJECTIONS, disputed, "accept", by=head, on=DAY, given=given)
    assert standing(row) == {("复核中", date(2026, 6, 1))}
    type(lowest).objects.filter(pk=lowest.pk).update(tax=400 * WAN)
    row.refresh_from_db()
    actions.review(row, by=head, on=date(2026, 6, 3))
    assert (row.grade, told(row)["用电价格"]) == ("A", "不加价，优先参加电力直接交易")
    assert standing(row) == {("公示中", date(2026, 7, 1))}
    assert row.policies.count() == 5 == len(told(row))


def test_a_list_keeps_the_rule_of_its_publication(units: Units, head: Actor) -> None:
    figures(units["0104"], 150)
    row = evaluated(head)["企业0"]
    actions.publish(2025, by=head, on=DAY)
    data: Any = POLICY_RULE.to_data()
    issue(head, effective_from="2026-05-12", items=data["items"][:1], months=6)
    actions.settle(2025, by=head, on=DAY + timedelta(days=8))
    assert len(told(row)) == 5 and standing(row) == {("已确定", date(2026, 6, 1))}
    assert set(row.policies.values_list("rule_version", flat=True)) == {"1"}


def test_a_rule_of_the_day_with_fewer_policies_lists_fewer(units: Units, head: Actor) -> None:
    data: Any = POLICY_RULE.to_data()
    issue(head, effective_from="2026-05-11", items=data["items"][:1], months=6)
    figures(units["0104"], 150)
    row = evaluated(head)["企业0"]
    actions.publish(2025, by=head, on=DAY)
    assert list(told(row)) == ["用电价格"]
    assert Policy.objects.get().until == date(2026, 11, 30)


def test_without_a_rule_an_evaluation_is_published_all_the_same(units: Units, head: Actor) -> None:
    figures(units["0104"], 150)
    evaluated(head)
    POLICIES.versions("").delete()
    actions.publish(2025, by=head, on=DAY)
    assert (Evaluation.objects.get().state, Policy.objects.count()) == ("published", 0)


@pytest.mark.parametrize("who", ["clerk", "leader", "auditor", "stranger"])
def test_nobody_else_changes_the_list(cast: dict[str, Actor], units: Units, head: Actor, who: str) -> None:
    policy = land.policy(units["0104"])
    with pytest.raises(LedgerError):
        writing.change(POLICIES_LEDGER, policy, {"text": "加价"}, by=cast[who])
    with pytest.raises(Refused):
        writing.remove(EVALUATIONS, policy.evaluation, by=cast[who], reason="试试")


def test_the_list_leaves_as_a_workbook(units: Units, head: Actor) -> None:
    figures(units["0104"], 150)
    evaluated(head)
    actions.publish(2025, by=head, on=DAY)
    text = exporting.export(POLICIES_LEDGER, POLICIES_LEDGER.rows(), "csv", by=head, as_of=DAY).decode(
        "utf-8-sig"
    )
    assert "企业0" in text and "减征 50%" in text and text.count("\n") >= 6
