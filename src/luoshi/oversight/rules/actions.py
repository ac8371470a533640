"""Issuing a rule: checked by the engine that will apply it, then kept as a version of its own."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.rules.models import RuleKind, RuleVersion
from luoshi.rules import defaults
from luoshi.rules.boards import BoardRule
from luoshi.rules.errors import RulesError
from luoshi.rules.lights import LightRule
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
        writing.validate(rules, row)
        row.save(force_insert=True)
        audit.record(by, "发布", rules, row, audit.difference({}, audit.shown(rules, row)))
    return row


def issue_starting_rules(*, by: Actor) -> list[RuleVersion]:
    """The rules that a zone starts with, for the kinds that have none yet."""
    missing = [kind for kind in RuleKind.values if not RuleVersion.objects.filter(kind=kind).exists()]
    return [issue(kind, STARTING[kind].to_data(), by=by) for kind in missing]
