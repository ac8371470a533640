"""Issuing a rule: checked by the engine that will apply it, then kept as a version of its own."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from luoshi.directory.calendars import months
from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.rules.models import RuleKind, RuleVersion
from luoshi.rules import defaults
from luoshi.rules.boards import BoardRule
from luoshi.rules.errors import RulesError
from luoshi.rules.lights import LightRule
from luoshi.rules.months import show_month
from luoshi.rules.trajectory_rules import TrajectoryRule

LEDGER = "oversight.rules"
ENGINES: Mapping[str, type[LightRule] | type[TrajectoryRule] | type[BoardRule]] = {
    RuleKind.LIGHT: LightRule,
    RuleKind.TRAJECTORY: TrajectoryRule,
    RuleKind.BOARD: BoardRule,
}
STARTING: Mapping[str, LightRule | TrajectoryRule | BoardRule] = {
    RuleKind.LIGHT: defaults.LIGHT_RULE,
    RuleKind.TRAJECTORY: defaults.TRAJECTORY_RULE,
    RuleKind.BOARD: defaults.BOARD_RULE,
}


class TooEarly(LedgerError):
    """A version that would judge months whose books are closed anew."""

    def __init__(self, day: datetime.date, closed: int) -> None:
        super().__init__(
            f"规则没有发布：生效日期 {day} 不晚于已关账的{show_month(closed)}，会改变已经通报的灯。"
            f"请把生效日期写在{show_month(closed)}之后。"
        )


class BadRule(LedgerError):
    """A rule that its engine cannot apply."""


def issue(kind: str, data: Mapping[str, Any], *, by: Actor) -> RuleVersion:
    """A new version of a rule; what the engine refuses is refused here, in its words."""
    rules = registry.ledger(LEDGER)
    require(by, Act.CREATE, rules)
    try:
        rule = ENGINES[kind].from_data(data)
    except RulesError as bad:
        raise BadRule(f"规则没有发布：{bad}") from bad
    _refuse_the_past(kind, datetime.date.fromisoformat(rule.effective_from))
    with transaction.atomic():
        row = RuleVersion(
            kind=kind,
            code=rule.code,
            name=rule.name,
            number=rule.version,
            effective_from=datetime.date.fromisoformat(rule.effective_from),
            data=rule.to_data(),
            author=by.name,
        )
        writing.insert(rules, row)
        audit.record(by, "发布", rules, row, audit.difference({}, audit.shown(rules, row)))
    return row


def _refuse_the_past(kind: str, day: datetime.date) -> None:
    """What was published under an old version stays judged by it; only the first version of a kind may look back."""
    closed = months.latest()
    if closed is None or not RuleVersion.objects.filter(kind=kind).exists():
        return
    if day.year * 100 + day.month <= closed:
        raise TooEarly(day, closed)


def issue_starting_rules(*, by: Actor) -> list[RuleVersion]:
    """The rules that a zone starts with, for the kinds that have none yet."""
    missing = [kind for kind in RuleKind.values if not RuleVersion.objects.filter(kind=kind).exists()]
    return [issue(kind, STARTING[kind].to_data(), by=by) for kind in missing]
