"""What was decided about the same words ranks first the next time; what was passed over ranks lower."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.ledgers.measures import Condition
from luoshi.plans.binding import actions, settling
from luoshi.plans.documents.models import Document
from luoshi.plans.review import actions as review
from luoshi.plans.targets.models import Target
from luoshi.plans.targets.proposals import Proposal
from tests.plans import build

SIGNINGS = "investment.signings"
LAST = "2025年工作要点\n\n一、招商引资\n\n新引进亿元以上项目15个。由招商局负责。签约项目开工率达到80%。\n"
THIS = "2026年工作要点\n\n一、招商引资\n\n新引进5亿元以上项目18个。由招商局负责。签约项目开工率达到85%。\n"


def plan(cast: build.Cast, text: str, name: str) -> Document:
    document = build.plan(cast.supervisor, text, name)
    review.confirm([each for each in document.clauses.all() if each.kind == "target"], by=cast.supervisor)
    return document


def target(year: int, word: str) -> Target:
    return Target.objects.get(year=year, name__contains=word)


@pytest.fixture
def before(cast: build.Cast) -> Document:
    return plan(cast, LAST, "去年.txt")


def proposed(cast: build.Cast, year: int = 2026, word: str = "项目18") -> list[Proposal]:
    found = target(year, word)
    return actions.proposals_of(found, by=cast.supervisor)


def test_a_confirmed_binding_teaches_the_next_with_its_own_numbers(
    cast: build.Cast, before: Document
) -> None:
    conditions = [Condition("amount", "ge", "100000000"), Condition("kind", "eq", "foreign")]
    actions.confirm_measure(target(2025, "引进"), SIGNINGS, "registered", conditions, by=cast.leader)
    plan(cast, THIS, "今年.txt")
    first, *rest = proposed(cast, word="引进")
    assert (first.measure, first.score, first.sure) == ("registered", 1.0, True)
    assert first.conditions == (Condition("amount", "ge", "500000000"), Condition("kind", "eq", "foreign"))
    assert first.reason.startswith(f"2025年同一指标这样计量，由{cast.leader.name}确认；")
    assert all(each.score <= 0.7 for each in rest)
    assert f"2025年同一指标没有这样计量，由{cast.leader.name}采用了另一种计量" in rest[0].reason


def test_other_words_are_not_taught(cast: build.Cast, before: Document) -> None:
    plain = [(p.key, p.score) for p in proposed(cast, 2025, "引进")]
    actions.confirm_measure(target(2025, "开工率"), SIGNINGS, "registration_rate", by=cast.leader)
    plan(cast, THIS, "今年.txt")
    assert [(p.key, p.score) for p in proposed(cast, word="引进")] == plain
    actions.confirm_measure(target(2025, "引进"), SIGNINGS, "registered", by=cast.leader)
    other = THIS.replace("新引进5亿元以上项目", "新引进5亿元以上制造业项目")
    plan(cast, other.replace("要点", "安排"), "别的.txt")
    assert "同一指标" not in proposed(cast, word="制造业")[0].reason
    without = THIS.replace("新引进5亿元以上项目", "新引进项目").replace("要点", "计划")
    plan(cast, without, "没有门槛.txt")
    found = Target.objects.get(year=2026, name="新引进项目")
    assert all("同一指标" not in p.reason for p in actions.proposals_of(found, by=cast.supervisor))


def test_what_was_left_to_reporting_ranks_lower(cast: build.Cast, before: Document) -> None:
    score = proposed(cast, 2025, "引进")[0].score
    actions.confirm_reported(target(2025, "引进"), by=cast.supervisor, reason="统计口径不同")
    plan(cast, THIS, "今年.txt")
    first = proposed(cast, word="引进")[0]
    assert first.score == round(score * 0.7, 3)
    assert f"由{cast.supervisor.name}改为按月填报" in first.reason
    assert not first.sure


def test_what_was_taken_back_ranks_lower_for_the_target_itself(cast: build.Cast, before: Document) -> None:
    first = proposed(cast, 2025, "引进")[0]
    actions.confirm_binding(target(2025, "引进"), first, by=cast.supervisor)
    actions.clear_binding(target(2025, "引进"), by=cast.supervisor)
    again = next(p for p in proposed(cast, 2025, "引进") if p.key == first.key)
    assert again.score < first.score
    assert "后来不再采用" in again.reason


def test_what_nobody_decided_teaches_nothing(cast: build.Cast) -> None:
    text = LAST.replace("新引进亿元以上项目15个", "新设院士工作站2个")
    plan(cast, text, "去年.txt")
    assert target(2025, "院士").source == "reported"
    settler = settling.Settler()
    assert settler.proposals(target(2025, "院士")) == []
    assert not settler._taught(target(2025, "院士"))


def test_the_later_decision_counts(cast: build.Cast, before: Document) -> None:
    actions.confirm_measure(target(2025, "引进"), SIGNINGS, "registered", by=cast.leader)
    plan(cast, THIS, "今年.txt")
    actions.confirm_measure(target(2026, "引进"), SIGNINGS, "signed", by=cast.supervisor)
    plan(cast, THIS.replace("2026", "2027"), "明年.txt")
    first = proposed(cast, 2027, "引进")[0]
    assert first.measure == "signed"
    assert first.reason.startswith(f"2026年同一指标这样计量，由{cast.supervisor.name}确认；")


def test_a_formula_is_taught_as_it_stands(cast: build.Cast, before: Document) -> None:
    formula = "《项目台账》开工项目数 / 《招商签约台账》签约项目数 * 100"
    actions.confirm_formula(target(2025, "开工率"), formula, by=cast.leader)
    plan(cast, THIS, "今年.txt")
    first = proposed(cast, word="开工率")[0]
    assert (first.formula, first.score) == (formula, 1.0)
    actions.confirm_binding(target(2026, "开工率"), first, by=cast.supervisor)
    assert target(2026, "开工率").source == "measured"


def test_what_holds_together_no_more_is_not_taught(
    cast: build.Cast, before: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.confirm_measure(target(2025, "引进"), SIGNINGS, "registered", by=cast.leader)
    plan(cast, THIS, "今年.txt")
    monkeypatch.setattr("luoshi.plans.binding.teaching._holds", lambda way: False)
    assert proposed(cast, word="引进")[0].measure == "signed"


def test_a_taught_proposal_is_confirmed_with_the_sure_ones(cast: build.Cast, before: Document) -> None:
    actions.confirm_measure(target(2025, "引进"), SIGNINGS, "registered", by=cast.leader)
    document = plan(cast, THIS, "今年.txt")
    actions.confirm_sure(document, by=cast.supervisor)
    held = target(2026, "引进").binding
    assert held is not None
    assert held.measure == "registered"


def test_lessons_cost_the_same_however_many_targets_ask(cast: build.Cast, before: Document) -> None:
    actions.confirm_measure(target(2025, "引进"), SIGNINGS, "registered", by=cast.leader)
    plan(cast, THIS, "今年.txt")
    settler = settling.Settler()
    settler.proposals(target(2026, "引进"))
    found = target(2026, "引进")
    settler.wanted(found)
    with CaptureQueriesContext(connection) as queries:
        settler.proposals(found)
    assert len(queries) == 0
