"""Signed projects and projects to test with; what a test does not say is filled in."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from luoshi.directory.units.models import Unit
from luoshi.ledgers import writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.investment.signings.models import Signing

YUAN = 100  # fen
YI = 100_000_000 * YUAN
_numbers = count(1)


def signing(unit: Unit, **fields: Any) -> Signing:
    number = next(_numbers)
    given: dict[str, Any] = {
        "number": f"QY-{number}",
        "project": f"项目{number}",
        "investor": "澄光储能科技有限公司",
        "amount": YI,
        "signed_on": date(2026, 2, 18),
    }
    return Signing.objects.create(unit=unit, **(given | fields))


def project(unit: Unit, **fields: Any) -> Project:
    number = next(_numbers)
    given: dict[str, Any] = {
        "number": f"XM-{number}",
        "name": f"工程{number}",
        "kind": "industrial",
        "owner": "澄光储能科技有限公司",
        "planned_total": YI,
    }
    return Project.objects.create(unit=unit, **(given | fields))


def enter(ledger: Ledger, by: Actor, **entered: str) -> Row:
    """A row as a form would write it."""
    return writing.create(ledger, writing.parse(ledger, entered), by=by, on=date(2026, 5, 11))
