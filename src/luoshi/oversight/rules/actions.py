"""Issuing a rule in a zone: months whose books are closed stay judged as they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from luoshi.directory.calendars import months
from luoshi.ledgers import rulebook
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Rule


def issue(kind: str, data: Mapping[str, Any], *, by: Actor) -> Rule:
    """A new version of a rule, from its day on."""
    return rulebook.issue(kind, data, by=by, closed=months.latest())


def issue_starting_rules(*, by: Actor) -> list[Rule]:
    """The rules that a zone starts with, where it has none yet."""
    return rulebook.issue_starting(by=by, closed=months.latest())
