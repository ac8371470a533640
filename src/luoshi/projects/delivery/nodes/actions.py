"""倒排: a project's nodes made from a template, and their latest days worked out anew."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction

from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit, registry, rulebook, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.columns import Finder
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue, LedgerError, NotNow
from luoshi.ledgers.lookups import Lookups
from luoshi.projects.delivery.nodes import schedules
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.nodes.schedules import Backward
from luoshi.projects.delivery.projects.models import COMPLETED, Project
from luoshi.projects.delivery.rules import NODE_TEMPLATE
from luoshi.rules.errors import RulesError
from luoshi.rules.templates import NodeItem

OF_KIND = {"industrial": "industrial", "infrastructure": "infrastructure", "livelihood": "livelihood"}


class NoSchedule(LedgerError):
    """Nodes that cannot be scheduled as they stand."""


def usual_template(project: Project) -> str:
    """The code of the template that a project of this kind usually goes by."""
    if project.nature == "renovation":
        return "renovation"
    return OF_KIND.get(project.kind, "infrastructure")


def plan_nodes(project: Project, *, by: Actor, on: datetime.date, template: str = "") -> Backward:
    """Make the nodes of a template, planned backward from the promised completion; ``on`` is the first day of work.

    An impossible plan is made all the same and says what it is short of. Of two who plan at once one succeeds.
    """
    nodes, projects = _ledger(Node), _ledger(Project)
    require(by, Act.CHANGE, projects, project)
    promised = schedules.promise(project)
    if promised is None:
        raise NotNow(f"“{project}”没有承诺竣工日期，也没有计划竣工日期，请先补填，再倒排节点。")
    code = template or project.template or usual_template(project)
    rule = rulebook.in_force(NODE_TEMPLATE, on, code)
    completion = next((item.code for item in rule.items if item.stage == COMPLETED), "")
    names = {item.code: item.name for item in rule.items}
    found = schedules.backward(rule.nodes(), names, completion, promised, start=on)
    with transaction.atomic():
        audit.begin()
        there = {row.name: row for row in Node.objects.filter(project=project)}
        if any(row.code for row in there.values()):
            raise NotNow(f"“{project}”已经按模板倒排过节点。承诺日期有变的，请办理“重新倒排”。")
        finder = Lookups()
        for item in rule.items:
            values = _values(item, found, finder)
            if item.name in there:
                writing.change(nodes, there[item.name], values, by=by, act="倒排", on=on)
            else:
                writing.create(nodes, values | {"project": project}, by=by, on=on)
        if project.template != code:
            writing.change(projects, project, {"template": code}, by=by, act="倒排", on=on)
    return found


def reschedule(project: Project, *, by: Actor, on: datetime.date) -> Backward:
    """Work out anew the latest days of what is not done; what was planned stays as it was."""
    nodes = _ledger(Node)
    require(by, Act.CHANGE, _ledger(Project), project)
    with transaction.atomic():
        audit.begin()
        rows = list(Node.objects.filter(project=project).select_related("project"))
        try:
            found = schedules.of(project, rows, on=on)
        except RulesError as problem:
            raise NoSchedule(f"倒排没有算出来：{problem}") from problem
        if found is None:
            raise NotNow(f"“{project}”没有带编码和用时的节点，或没有承诺竣工日期，不能倒排。")
        for row in rows:
            planned = found.plan.nodes.get(row.code)
            if planned is not None and not planned.done:
                values = {"latest_start": planned.latest_start, "latest_on": planned.latest_end}
                writing.change(nodes, row, values, by=by, act="重新倒排", on=on)
    return found


def _values(item: NodeItem, found: Backward, finder: Finder) -> dict[str, Any]:
    """What a node of a template holds when it is planned."""
    planned = found.plan.nodes[item.code]
    return {
        "code": item.code,
        "name": item.name,
        "days": item.days,
        "after": "、".join(item.after),
        "planned_start": planned.latest_start,
        "planned_on": planned.latest_end,
        "latest_start": planned.latest_start,
        "latest_on": planned.latest_end,
        "unit": _unit(item.unit, finder),
        "evidence": item.evidence,
        "stage": item.stage,
    }


def _unit(name: str, finder: Finder) -> Unit | None:
    """The unit that a template names; None where the zone has none of that name."""
    try:
        found = finder.find("directory.units", name) if name else None
    except BadValue:
        return None
    return found if isinstance(found, Unit) else None


def _ledger(model: type[Node] | type[Project]) -> Ledger:
    found = registry.ledger_of(model)
    assert found is not None
    return found
