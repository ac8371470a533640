"""What a target is measured by: proposed, confirmed by a person, taken back; and the figures that come of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers import facts, figures, registry, writing
from luoshi.ledgers.errors import BadValue, LedgerError, Refused, UnknownName
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Binding
from luoshi.plans import errors
from luoshi.plans.binding import actions, settling
from luoshi.plans.documents.models import Document
from luoshi.plans.review import actions as review
from luoshi.plans.targets.models import Target, in_written_unit
from luoshi.plans.targets.proposals import Proposal
from tests.plans import build


@pytest.fixture
def signed(document: Document, cast: build.Cast) -> Target:
    review.confirm([build.clause(document, "引进亿元以上")], by=cast.supervisor)
    return build.target("引进亿元以上")


def figure(target: Target) -> figures.Figure:
    facts.refresh()
    assert target.binding is not None
    scope = target.binding.scope
    subtrees = Unit.objects.subtrees([scope]) if scope else {}
    parts = facts.facts_of([target.binding], target.start, target.end, subtrees)[target.binding.pk]
    return figures.figure(target.binding, parts, target.start, target.end)


def sign(cast: build.Cast, project: str, amount: str, day: date) -> None:
    ledger = registry.ledger("investment.signings")
    entered = {
        "project": project,
        "investor": "澄光科技",
        "amount": amount,
        "signed_on": day,
        "unit": "招商局",
        "kind": "内资",
    }
    writing.create(ledger, writing.parse(ledger, entered), by=cast.clerk)


def test_a_target_that_a_ledger_may_know_waits_for_a_person(signed: Target, cast: build.Cast) -> None:
    assert (signed.source, signed.binding_state, signed.binding) == ("none", "proposed", None)
    (found,) = actions.propose_bindings(signed.document, by=cast.clerk)
    assert found.target == signed
    assert found.proposals[0].key == "investment.signings.signed"


def test_a_confirmed_proposal_measures_the_ledgers_rows(signed: Target, cast: build.Cast) -> None:
    actions.confirm_binding(signed, actions.proposals_of(signed, by=cast.leader)[0], by=cast.leader)
    target = build.target("引进亿元以上")
    assert (target.source, target.binding_state) == ("measured", "confirmed")
    sign(cast, "高效储能基地", "360000000", date(2026, 2, 18))
    sign(cast, "精密零部件", "80000000", date(2026, 3, 2))
    sign(cast, "去年的项目", "500000000", date(2025, 12, 30))
    assert figure(target).value == Decimal(1)


def test_the_scope_of_a_clause_limits_the_figure(cast: build.Cast) -> None:
    document = build.plan(cast.supervisor, "2026年工作要点\n\n一、云溪镇\n\n新引进亿元以上项目3个。\n")
    clause = review.correct(build.clause(document, "亿元"), {"scope": "云溪镇"}, by=cast.supervisor)
    review.confirm_all(document, by=cast.supervisor)
    target = Target.objects.get(clause=clause)
    assert target.binding is not None
    assert (target.source, target.binding.scope) == ("measured", cast.units["0201"].pk)
    sign(cast, "高效储能基地", "360000000", date(2026, 2, 18))
    assert figure(target).value == Decimal(0)


def test_a_unit_named_in_the_indicator_is_the_scope(cast: build.Cast) -> None:
    document = build.plan(
        cast.supervisor, "2026年工作要点\n\n一、开放\n\n长三角招商分局新签约项目不少于3个。\n"
    )
    review.confirm_all(document, by=cast.supervisor)
    held = build.target("新签约项目").binding
    assert held is not None
    assert (held.measure, held.scope) == ("signed", cast.units["0401"].pk)


def test_what_no_ledger_knows_is_reported_at_once(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "院士工作站")], by=cast.supervisor)
    target = build.target("院士工作站")
    assert target.binding is not None
    assert (target.source, target.binding.ledger) == ("reported", "plans.reported")
    assert target.binding.conditions == [{"column": "question__target", "op": "eq", "value": str(target.pk)}]
    assert list(Target.objects.to_report()) == [target]
    assert list(Target.objects.waiting()) == []


def test_a_person_may_put_a_measure_together(signed: Target, cast: build.Cast) -> None:
    condition = Condition("amount", "ge", "200000000")
    actions.confirm_measure(signed, "investment.signings", "registered", [condition], by=cast.supervisor)
    held = settling.measure_of(build.target("引进亿元以上"))
    assert held is not None
    assert (held.measure, held.conditions) == ("registered", (condition,))


def test_a_person_may_choose_reporting_and_change_again(signed: Target, cast: build.Cast) -> None:
    actions.confirm_reported(signed, by=cast.supervisor, reason="市局口径不同")
    assert build.target("引进亿元以上").source == "reported"
    actions.confirm_measure(build.target("引进亿元以上"), "investment.signings", "signed", by=cast.supervisor)
    assert build.target("引进亿元以上").source == "measured"
    assert Binding.objects.count() == 1
    actions.clear_binding(build.target("引进亿元以上"), by=cast.supervisor)
    assert (build.target("引进亿元以上").source, Binding.objects.count()) == ("none", 0)
    assert list(Target.objects.waiting()) == [signed]


@pytest.mark.parametrize(
    ("ledger", "measure", "conditions", "kind"),
    [
        ("investment.paid_in", "domestic", (), errors.UnitMismatch),
        ("investment.signings", "start_rate", (), errors.UnitMismatch),
        ("investment.signings", "nothing", (), UnknownName),
        ("nowhere", "signed", (), UnknownName),
        ("investment.signings", "signed", (Condition("colour", "eq", "1"),), LedgerError),
        ("investment.signings", "signed", (Condition("kind", "ge", "domestic"),), BadValue),
    ],
)
def test_what_cannot_measure_the_target_is_refused(
    signed: Target,
    cast: build.Cast,
    ledger: str,
    measure: str,
    conditions: tuple[Condition, ...],
    kind: type[Exception],
) -> None:
    with pytest.raises(kind):
        actions.confirm_binding(signed, Proposal(ledger, measure, conditions), by=cast.supervisor)
    assert build.target("引进亿元以上").binding is None
    assert not Binding.objects.exists()


def test_sure_proposals_are_confirmed_together_and_doubtful_ones_wait(cast: build.Cast) -> None:
    text = build.PLAN.replace("合同资金60亿元。", "合同资金60亿元，签约过3000万元竹制品项目7个。")
    document = build.plan(cast.supervisor, text)
    review.confirm([build.clause(document, w) for w in ("合同资金", "竹制品", "院士")], by=cast.supervisor)
    bound, waiting = actions.confirm_sure(document, by=cast.supervisor)
    assert ([t.name for t in bound], [t.number for t in waiting]) == (
        ["合同资金"],
        [build.target("竹制品").number],
    )
    outcome = review.confirm_all(document, by=cast.supervisor)
    assert [t.number for t in outcome.waiting] == [build.target("竹制品").number]


@pytest.mark.parametrize(
    ("value", "unit", "written", "expected"),
    [
        ("3250000000", "元", "亿元", "32.5"),
        ("3", "个", "家", "3"),
        ("85.5", "%", "%", "85.5"),
        ("12", "", "万元", "12"),
    ],
)
def test_a_figure_is_shown_in_the_unit_of_the_promise(
    value: str, unit: str, written: str, expected: str
) -> None:
    found = in_written_unit(figures.Figure(Decimal(value), unit, 1), written)
    assert found == Decimal(expected)
    assert in_written_unit(figures.Figure(None, unit, 0), written) is None


def test_two_equally_likely_measures_are_left_to_a_person() -> None:
    one, other = Proposal("a", "x", score=0.9), Proposal("b", "y", score=0.9)
    assert settling.best([one, other]) is None
    assert settling.best([one]) == one
    assert settling.best([Proposal("a", "x", score=0.7)]) is None
    assert settling.best([]) is None


def test_a_withdrawn_target_is_not_bound(signed: Target, cast: build.Cast) -> None:
    review.withdraw_target(signed, "取消", by=cast.supervisor)
    with pytest.raises(errors.NotATarget, match="已经撤销"):
        actions.confirm_reported(build.target("引进亿元以上"), by=cast.supervisor)


def test_only_leaders_and_supervisors_confirm_a_measure(signed: Target, cast: build.Cast) -> None:
    for actor in (cast.clerk, cast.auditor, cast.stranger):
        for act in (actions.confirm_reported, actions.clear_binding):
            with pytest.raises(Refused):
                act(signed, by=actor)
    with pytest.raises(Refused):
        actions.proposals_of(signed, by=cast.stranger)
    assert build.target("引进亿元以上").binding is None
