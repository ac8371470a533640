"""Rules as rows: a version holds from its day, what its engine refuses is refused, codes hold side by side."""

from __future__ import annotations

import datetime

import pytest

from luoshi.ledgers import registry, rule_kinds, rulebook
from luoshi.ledgers.errors import Invalid, Refused, UnknownName
from luoshi.ledgers.models import AuditRow, Rule
from luoshi.ledgers.rulebook import BadRule, NoRule, TooEarly
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD
from tests.library.rules import ADULTS, CHILDREN, FINE, FINES, RULES, FineRule

MAY, JULY = datetime.date(2026, 5, 31), datetime.date(2026, 7, 1)


@pytest.fixture(autouse=True)
def kinds(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_kinds, "_kinds", {})
    rulebook.register(FINE, FINES)
    registry.register(RULES)


def issue(kind: str = "fine", *, closed: int | None = None, **values: object) -> Rule:
    return rulebook.issue(kind, ADULTS.to_data() | values, by=HEAD, closed=closed)


def test_works() -> None:
    row = issue()
    assert rulebook.in_force(FINE, MAY) == ADULTS
    assert (row.number, row.author, FINE.told(row)) == ("1", "馆长", ["每天 50 分。"])
    assert AuditRow.objects.get(ledger="rules").act == "发布"


def test_a_version_holds_from_its_day() -> None:
    issue()
    issue(version="2", effective_from="2026-07-01", a_day=80)
    assert rulebook.in_force(FINE, JULY - datetime.timedelta(1)).a_day == 50
    assert rulebook.in_force(FINE, JULY).a_day == 80


def test_before_the_first_version_none_holds() -> None:
    issue()
    with pytest.raises(NoRule, match="2025-12-31 没有生效的罚金规则"):
        rulebook.in_force(FINE, datetime.date(2025, 12, 31))
    assert rulebook.perhaps(FINE, datetime.date(2025, 12, 31)) is None
    assert rulebook.perhaps(FINE, MAY) == ADULTS


def test_the_starting_rules_are_issued_once() -> None:
    assert len(rulebook.issue_starting(by=HEAD, closed=None)) == 3
    assert rulebook.issue_starting(by=HEAD, closed=None) == []


def test_of_one_kind_the_latest_holds_whatever_its_code() -> None:
    issue()
    issue(code="everybody", effective_from="2026-06-01", a_day=20)
    assert rulebook.in_force(FINE, JULY).a_day == 20


def test_several_rules_of_a_kind_hold_side_by_side() -> None:
    rulebook.issue_starting(by=HEAD, closed=None)
    issue("fines", version="2", effective_from="2026-06-01", a_day=70)
    held: list[FineRule] = [rulebook.in_force(FINES, JULY, code) for code in ("adults", "children")]
    assert [rule.a_day for rule in held] == [70, CHILDREN.a_day]
    with pytest.raises(NoRule, match="分类罚金规则“pensioners”"):
        rulebook.in_force(FINES, JULY, "pensioners")
    assert rulebook.perhaps(FINES, JULY, "pensioners") is None
    assert rulebook.perhaps(FINES, JULY, "children") == CHILDREN


def test_what_the_engine_refuses_is_refused_in_its_words() -> None:
    with pytest.raises(BadRule, match="规则没有发布：每天的罚金应大于 0"):
        issue(a_day=0)
    assert not Rule.objects.exists()


def test_a_version_is_issued_once() -> None:
    issue()
    with pytest.raises(Invalid, match="换一个版本号"):
        issue(effective_from="2026-06-01")
    assert Rule.objects.count() == 1


def test_what_is_closed_stays_as_it_was() -> None:
    issue(closed=202605, effective_from="2026-05-31")  # the first version may look back
    with pytest.raises(TooEarly, match="2026年5月"):
        issue(closed=202605, version="2", effective_from="2026-05-31")
    issue(closed=202605, version="2", effective_from="2026-06-01")


def test_a_first_rule_of_its_code_may_look_back_where_codes_hold_side_by_side() -> None:
    issue("fines")
    issue("fines", closed=202605, code="children", a_day=10)
    with pytest.raises(TooEarly):
        issue("fines", closed=202605, version="2")


def test_who_may_not_issues_nothing(library: Library) -> None:
    with pytest.raises(Refused):
        rulebook.issue("fine", ADULTS.to_data(), by=library.clerk, closed=None)
    assert not Rule.objects.exists()


def test_a_kind_that_nobody_said_is_unknown() -> None:
    with pytest.raises(UnknownName, match="规则类别"):
        issue("loan")
    assert rulebook.named("fine") is FINE


def test_two_kinds_do_not_share_a_name() -> None:
    rulebook.register(FINE)  # the same one again is no other
    with pytest.raises(ValueError, match="fine"):
        rulebook.register(rulebook.Kind(**{**vars(FINES), "name": "fine"}))


def test_without_a_ledger_nobody_could_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_ledgers", {})
    with pytest.raises(UnknownName, match="规则"):
        issue()
