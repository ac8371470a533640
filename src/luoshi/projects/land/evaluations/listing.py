"""差别化政策清单: which policies follow from a published class, by the rule of the day of its publication."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from luoshi.ledgers import registry, rule_kinds, writing
from luoshi.ledgers.access import Actor
from luoshi.projects.land.evaluations.models import PUBLISHED, SETTLED, Evaluation
from luoshi.projects.land.kinds import POLICIES
from luoshi.rules import policies
from luoshi.rules.policies import PolicyRule

LEDGER = "land.policies"


def follow(keys: Sequence[int], by: Actor) -> None:
    """Bring the lists of published evaluations to what their classes ask for; what is under review waits."""
    published = Evaluation.objects.filter(pk__in=keys, state__in=(PUBLISHED, SETTLED))
    for row in published.select_related("enterprise"):
        assert row.published_on is not None
        if rule := rule_kinds.perhaps(POLICIES, row.published_on):
            _arrange(row, rule, by)


def _arrange(row: Evaluation, rule: PolicyRule, by: Actor) -> None:
    """What is as it should be is left alone."""
    ledger = registry.ledger(LEDGER)
    listed: Any = ledger.model._default_manager
    there = {policy.number: policy for policy in listed.filter(evaluation=row)}
    for number, values in _wanted(row, rule).items():
        policy = there.pop(number, None)
        if policy is None:
            values = {"number": number, "evaluation": row, **values}
            writing.arrange(ledger, values, by=by, act="列入清单")
        else:
            writing.write(ledger, policy, values, by=by, act="调整清单", reason="")
    for policy in there.values():
        writing.remove(ledger, policy, by=by, reason="评价类别或规则改变以后不再适用")


def _wanted(row: Evaluation, rule: PolicyRule) -> dict[str, dict[str, Any]]:
    assert row.published_on is not None
    since, until = policies.span(rule, row.published_on)
    return {
        f"{row.number}-{item.code}": {
            "grade": row.grade,
            "item": item.title,
            "place": place,
            "tone": level.tone,
            "text": level.text,
            "office": item.by,
            "since": since,
            "until": until,
            "rule_version": rule.version,
        }
        for place, (item, level) in enumerate(policies.applied(rule, row.grade))
    }
