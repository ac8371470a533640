"""Delivery to test with; what a test does not say is filled in."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from luoshi.directory.calendars import days
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Rule
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.delivery.needs.models import Need
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.opinions.models import Opinion
from luoshi.projects.delivery.pools.models import PoolProject
from luoshi.projects.delivery.problems.models import Problem
from luoshi.projects.delivery.returns.models import Return
from luoshi.projects.delivery.rules import KINDS
from luoshi.projects.delivery.statistics.models import Statistic
from tests.directory import build as directory
from tests.projects import build

DAY, LATER = date(2026, 5, 11), date(2026, 5, 12)
WAN = 1_000_000  # fen
PERIOD = 202605
_numbers = count(1)


def of_project(unit: Unit, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with a project of the unit, unless they name one."""
    return fields if "project" in fields else fields | {"project": build.project(unit)}


def of_month(unit: Unit, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with an open month too."""
    directory.months(PERIOD)
    return {"period": PERIOD} | of_project(unit, fields)


def pool(unit: Unit, **fields: Any) -> PoolProject:
    number = next(_numbers)
    given = {
        "number": f"CB-{number}",
        "name": f"储备项目{number}",
        "pool": "ideas",
        "kind": "infrastructure",
        "amount": 26_000 * WAN,
        "entered_on": DAY,
    }
    return PoolProject.objects.create(unit=unit, **(given | fields))


def month(unit: Unit, **fields: Any) -> ProjectMonth:
    return ProjectMonth.objects.create(**({"planned": WAN} | of_month(unit, fields)))


def node(unit: Unit, **fields: Any) -> Node:
    given = {"name": f"节点{next(_numbers)}", "planned_on": DAY}
    return Node.objects.create(**(given | of_project(unit, fields)))


def statistic(unit: Unit, **fields: Any) -> Statistic:
    given = {"month": 100 * WAN, "to_date": 100 * WAN, "building": 100 * WAN}
    return Statistic.objects.create(**(given | of_month(unit, fields)))


def need(unit: Unit, **fields: Any) -> Need:
    given = {
        "number": f"XQ-{next(_numbers)}",
        "kind": "power",
        "content": "厂区双回路供电",
        "raised_on": DAY,
        "office": unit,
    }
    return Need.objects.create(**(given | of_project(unit, fields)))


def problem(unit: Unit, **fields: Any) -> Problem:
    given = {
        "number": f"WT-{next(_numbers)}",
        "stuck": "site",
        "content": "北侧场地未交付",
        "raised_on": DAY,
        "limit_on": LATER,
        "office": unit,
    }
    return Problem.objects.create(**(given | of_project(unit, fields)))


def returned(unit: Unit, **fields: Any) -> Return:
    return Return.objects.create(**of_month(unit, fields))


def opinion(unit: Unit, **fields: Any) -> Opinion:
    return Opinion.objects.create(**({"owner": "high"} | of_month(unit, fields)))


def rules() -> None:
    """The starting rules of delivery, and the working days of 2026."""
    days.seed([2025, 2026])
    for kind in KINDS:
        for rule in kind.starting:
            Rule.objects.create(
                kind=kind.name,
                code=rule.code,
                name=rule.name,
                number=rule.version,
                effective_from=date(2020, 1, 1),
                data=rule.to_data(),
                author="测试",
            )
