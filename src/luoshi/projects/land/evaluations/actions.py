"""Evaluating a year, publishing and settling it, and working out one row again after an accepted objection."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from luoshi.ledgers import audit, registry, rule_kinds, stepping, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import NotNow
from luoshi.ledgers.models import Rule
from luoshi.projects.land.evaluations.gathering import frozen, rated, thawed
from luoshi.projects.land.evaluations.models import DRAFT, PUBLISHED, REVIEWING, Evaluation
from luoshi.projects.land.kinds import PER_MU
from luoshi.projects.land.per_mu_figures.models import PerMuFigure
from luoshi.rules import per_mu
from luoshi.rules.errors import RulesError
from luoshi.rules.per_mu import Evaluated, Rated
from luoshi.rules.per_mu_rules import PerMuRule

LEDGER = "land.evaluations"


def evaluate(year: int, code: str, *, by: Actor, on: datetime.date) -> list[Evaluation]:
    """Every enterprise with figures of a year, by the version of the rule ``code`` that is in force ``on`` a day.

    A year may be evaluated again until it is published; from then on only a row may be opened again.
    """
    require(by, Act.CREATE, registry.ledger(LEDGER))
    rule = rule_kinds.in_force(PER_MU, on, code)
    with transaction.atomic():
        audit.begin()
        before = {row.number: row for row in Evaluation.objects.of_year(year)}
        if any(row.state != DRAFT for row in before.values()):
            raise NotNow(f"{year} 年的亩均评价已经公示，不能整体重新评价；有异议的请在“评价异议”里逐家办理。")
        figures = PerMuFigure.objects.of_year(year).select_related("enterprise__industry")
        firms = {figure.enterprise.credit_code: figure.enterprise for figure in figures}
        rows = {row.key: row for row in map(rated, figures)}
        if not rows:
            raise NotNow(f"没有 {year} 年的亩均基础数据，请先导入“亩均基础数据”。")
        made = []
        for result in _judged(rule, rows.values()):
            values = _values(rule, result, rows[result.key])
            number = f"{year}-{result.key}"
            if (row := before.pop(number, None)) is None:
                values |= {"number": number, "period": year * 100 + 12, "enterprise": firms[result.key]}
                row = _added(values, by=by, on=on)
            else:
                writing.write(registry.ledger(LEDGER), row, values, by=by, act="评价", reason="")
            made.append(row)
        for row in before.values():
            writing.remove(registry.ledger(LEDGER), row, by=by, reason="基础数据已经删除")
    return made


def publish(year: int, *, by: Actor, on: datetime.date) -> int:
    """Publish all that is evaluated of a year; how many. The week for objections begins."""
    return _step(year, DRAFT, "publish", {"published_on": on}, by=by, on=on)


def settle(year: int, *, by: Actor, on: datetime.date) -> int:
    """Settle all that is published of a year, or none where one is still disputed; how many."""
    with transaction.atomic():
        audit.begin()
        if reviewing := Evaluation.objects.of_year(year).filter(state=REVIEWING).count():
            raise NotNow(f"还有 {reviewing} 家企业的评价在复核，请先复核完毕。")
        return _step(year, PUBLISHED, "settle", {}, by=by, on=on)


def review(row: Evaluation, *, by: Actor, on: datetime.date) -> Evaluation:
    """Work out one row again from its enterprise's present figures, and publish it again.

    The rule is the version that it was made by, and the others of its table stand as they were.
    """
    require(by, Act.STEP, registry.ledger(LEDGER), row, step="confirm")
    if row.state != REVIEWING:
        raise NotNow(f"“{row}”没有在复核，不能重新计算。")
    with transaction.atomic():
        audit.begin()
        writing.write(registry.ledger(LEDGER), row, _again(row), by=by, act="复核", reason="")
        stepping.take_step(registry.ledger(LEDGER), row, "confirm", by=by, on=on, given={"published_on": on})
    return row


def _again(row: Evaluation) -> dict[str, Any]:
    """What one row holds by its enterprise's present figures."""
    version = Rule.objects.get(kind=PER_MU.name, code=row.rule_code, number=row.rule_version)
    rule = PER_MU.read(version)
    figure = PerMuFigure.objects.select_related("enterprise__industry").get(
        enterprise=row.enterprise_id, period=row.period
    )
    mine = rated(figure)
    others = Evaluation.objects.filter(period=row.period, table=mine.table).exclude(pk=row.pk)
    results = _judged(rule, [mine, *(thawed(data) for data in others.values_list("inputs", flat=True))])
    result = next(found for found in results if found.key == mine.key)
    return _values(rule, result, mine)


def _judged(rule: PerMuRule, rows: Iterable[Rated]) -> list[Evaluated]:
    try:
        return per_mu.evaluate(rule, list(rows))
    except RulesError as bad:
        raise NotNow(f"按“{rule.name}”第 {rule.version} 版不能评价：{bad}") from bad


def _values(rule: PerMuRule, result: Evaluated, row: Rated) -> dict[str, Any]:
    items = [{"title": i.title, "points": f"{i.points:.2f}", "note": i.note} for i in result.items]
    return {
        "table": result.table,
        "points": None if result.points is None else round(result.points * 100),
        "grade": result.grade,
        "rank": result.rank,
        "reason": result.reason,
        "items": items,
        "inputs": frozen(row),
        "rule_code": rule.code,
        "rule_name": rule.name,
        "rule_version": rule.version,
    }


def _added(values: dict[str, Any], *, by: Actor, on: datetime.date) -> Evaluation:
    row = writing.arrange(registry.ledger(LEDGER), values, by=by, act="评价", on=on)
    assert isinstance(row, Evaluation)
    return row


def _step(year: int, state: str, step: str, given: dict[str, Any], *, by: Actor, on: datetime.date) -> int:
    with transaction.atomic():
        audit.begin()
        rows = list(Evaluation.objects.of_year(year).filter(state=state))
        if not rows:
            raise NotNow(f"{year} 年没有可以办理的亩均评价，请刷新页面。")
        for row in rows:
            stepping.take_step(registry.ledger(LEDGER), row, step, by=by, on=on, given=given)
    return len(rows)
