"""Rules as rows: which version is in force on a day, read by the engine of its kind, and issuing a new one.

An engine is a frozen value of ``luoshi.rules`` that knows how to read itself from data and refuses what has a hole. A
family says its kinds of rules when it starts, each as one value, and asks for the version of a day by that value.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from luoshi.ledgers import audit, registry, rejudging, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError, UnknownName
from luoshi.ledgers.models import Rule
from luoshi.ledgers.rule_kinds import ISSUE, Engine, Kind, NoRule, in_force, kinds, named, perhaps, register
from luoshi.rules.errors import RulesError
from luoshi.rules.months import show_month

__all__ = [
    "BadRule",
    "Engine",
    "Kind",
    "NoRule",
    "TooEarly",
    "in_force",
    "issue",
    "issue_starting",
    "kinds",
    "ledger",
    "named",
    "perhaps",
    "register",
]


class TooEarly(LedgerError):
    """A version that would judge months whose books are closed anew."""

    def __init__(self, day: datetime.date, closed: int) -> None:
        super().__init__(
            f"规则没有发布：生效日期 {day} 不晚于已关账的{show_month(closed)}，会改变已经通报的结果。"
            f"请把生效日期写在{show_month(closed)}之后。"
        )


class BadRule(LedgerError):
    """A rule that its engine cannot apply."""


def ledger() -> Ledger:
    """The ledger of the rules, which says who may issue them."""
    found = registry.ledger_of(Rule)
    if found is None:
        raise UnknownName("台账", "规则")
    return found


def issue(kind: str, data: Mapping[str, Any], *, by: Actor, closed: int | None) -> Rule:
    """A new version of a rule; what its engine refuses is refused here, in its words.

    ``closed`` is the last month (yyyymm) whose figures stand, None where there is none: only the first version of
    a rule may reach back into what is closed, where nothing else judged it.
    """
    rules, book = ledger(), named(kind)
    require(by, Act.CREATE, rules)
    try:
        rule = book.draft(data)
    except RulesError as bad:
        raise BadRule(f"规则没有发布：{bad}") from bad
    day = datetime.date.fromisoformat(rule.effective_from)
    if closed is not None and day.year * 100 + day.month <= closed and book.judged(rule):
        raise TooEarly(day, closed)
    with transaction.atomic():
        audit.begin()
        values = {
            "kind": kind,
            "code": rule.code,
            "name": rule.name,
            "number": rule.version,
            "effective_from": day,
            "data": rule.to_data(),
            "author": by.name,
        }
        row = writing.arrange(rules, values, by=by, act=ISSUE)
        assert isinstance(row, Rule)
        rejudging.issued(kind)
    return row


def issue_starting(*, by: Actor, closed: int | None) -> list[Rule]:
    """The rules that a zone starts with, where it has none yet."""
    return [
        issue(book.name, rule.to_data(), by=by, closed=closed)
        for book in kinds()
        for rule in book.starting
        if not book.versions(book.code_of(rule)).exists()
    ]
