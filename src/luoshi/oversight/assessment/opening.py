"""Opening an assessment, and saying where a figure comes from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from luoshi.accounts.models import User
from luoshi.directory.units import models as units
from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit, figures, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Binding
from luoshi.oversight.assessment import errors, reading, scoring, starting
from luoshi.oversight.assessment.assessments.models import DAYS, PERSONS, SUBJECTS, TEAMS, UNITS, Assessment
from luoshi.oversight.assessment.sources import models as of
from luoshi.oversight.assessment.sources.models import KINDS, Source
from luoshi.oversight.assessment.starting import Start
from luoshi.oversight.rules import in_force
from luoshi.plans.targets.models import NO_SOURCE, Target
from luoshi.rules.months import check_month, show_month
from luoshi.rules.scoring.parts import Figure
from luoshi.rules.scoring.rules import ScoreRule

LEDGER, ASSESSED, SOURCES = "oversight.assessments", "oversight.assessed", "oversight.assessment_sources"
Member = tuple[Unit | User, str]
"""Who is assessed, and the code of the group."""


def open_assessment(
    name: str,
    code: str,
    members: Sequence[Member],
    start: int,
    end: int,
    *,
    by: Actor,
    on: datetime.date,
    kind: str = UNITS,
    days: int = DAYS,
) -> Assessment:
    """Begin to assess the months ``start``..``end`` (of one year) by the scheme ``code``, the version of the day."""
    require(by, Act.CREATE, registry.ledger(LEDGER))
    for month in (start, end):
        check_month(month)
    if start > end or start // 100 != end // 100:
        raise errors.BadWindow(show_month(start), show_month(end))
    rule = in_force.score_rule(on, code)
    with transaction.atomic():
        audit.begin()
        values = {
            "name": name.strip(),
            "of": kind,
            "start": start,
            "end": end,
            "rule_code": rule.code,
            "rule_name": rule.name,
            "rule_version": rule.version,
            "days": days,
            "opened_on": on,
        }
        made = writing.create(registry.ledger(LEDGER), values, by=by, on=on)
        assert isinstance(made, Assessment)
        _enlist(made, rule, members, by)
        for figure in rule.figures:
            _found(made, rule, figure, by)
    return made


def _enlist(assessment: Assessment, rule: ScoreRule, members: Sequence[Member], by: Actor) -> None:
    if not members:
        raise errors.NobodyToAssess
    groups = {group.code: group.title for group in rule.groups}
    taken: set[str] = set()
    for who, group in members:
        if group not in groups:
            raise errors.UnknownGroup(group, groups.values())
        if not _of_kind(who, assessment.of):
            raise errors.NotOfItsKind(who.name, dict(SUBJECTS)[assessment.of])
        name = who.name
        if name in taken and isinstance(who, User):
            name = f"{name}（{who.username}）"
        taken.add(name)
        values = {
            "assessment": assessment,
            "called": f"{assessment.number} {name}",
            "name": name,
            "unit": who if isinstance(who, Unit) else None,
            "person": who if isinstance(who, User) else None,
            "group": group,
            "group_title": groups[group],
        }
        writing.arrange(registry.ledger(ASSESSED), values, by=by, act="列入考核")


def _of_kind(who: Unit | User, of: str) -> bool:
    """Whether an assessment of a kind takes somebody: persons, the units that are teams, or any unit."""
    if isinstance(who, User):
        return of == PERSONS
    return of == UNITS or (of == TEAMS and who.kind in units.TEAMS)


# ---- where figures come from ----------------------------------------------------------------------


def point(
    source: Source,
    kind: str,
    *,
    by: Actor,
    measure: tuple[str, str] | None = None,
    conditions: Iterable[Condition] = (),
    target: Target | None = None,
) -> Source:
    """Say from where a figure is read: a ``measure`` (ledger, name), a target, what the machine counts, or people."""
    ledger = registry.ledger(SOURCES)
    require(by, Act.CHANGE, ledger, source)
    with transaction.atomic():
        audit.begin()
        values = _values(source.title, source.unit, kind, measure, tuple(conditions), target)
        _refuse_unfit(source, kind)
        writing.write(ledger, source, values, by=by, act="确定来源", reason="")
    return source


def _refuse_unfit(source: Source, kind: str) -> None:
    rated = scoring.rule_of(source.assessment).figure(source.code).kind == "ratings"
    if rated != (kind in of.RATED):
        raise errors.BadSource(
            f"“{source.title}”{'是评分项，来源只能是领导评分或单位互评' if rated else '不是评分项，不能由人评分'}，请另选。"
        )


def _found(assessment: Assessment, rule: ScoreRule, figure: Figure, by: Actor) -> None:
    """The source of a figure: that of the last assessment alike, else the starting one, else by hand."""
    named = {
        "assessment": assessment,
        "called": f"{assessment.number} {figure.title}",
        "code": figure.code,
        "title": figure.title,
        "unit": figure.unit,
    }
    values = _as_before(assessment, figure) or _started(assessment, starting.start_of(rule, figure), figure)
    writing.arrange(registry.ledger(SOURCES), named | values, by=by, act="确定来源")


def _as_before(assessment: Assessment, figure: Figure) -> dict[str, Any] | None:
    last = Assessment.objects.like(assessment).first()
    before = last and last.sources.filter(code=figure.code, unit=figure.unit).first()
    if not before or (before.target is not None and before.target.year != assessment.start // 100):
        return None
    return {name: getattr(before, name) for name in ("kind", "binding", "target", "words")}


def _started(assessment: Assessment, found: Start, figure: Figure) -> dict[str, Any]:
    measure = (found.ledger, found.measure) if found.ledger else None
    if found.kind in of.OF_TARGETS:
        target = _measured_by(found, assessment.start // 100)
        if target is None:
            return _values(figure.title, figure.unit, of.HAND, None, (), None)
        return _values(figure.title, figure.unit, found.kind, None, (), target)
    return _values(figure.title, figure.unit, found.kind, measure, found.conditions, None)


def _measured_by(found: Start, year: int) -> Target | None:
    """The target of a year that is measured just so."""
    wanted = [each.to_data() for each in found.conditions]
    every = Target.objects.active().filter(
        year=year, binding__ledger=found.ledger, binding__measure=found.measure, binding__view=""
    )
    alike = (t for t in every if t.binding and t.binding.conditions == wanted and t.source != NO_SOURCE)
    return next(alike, None)


def _values(
    title: str,
    unit: str,
    kind: str,
    measure: tuple[str, str] | None,
    conditions: tuple[Condition, ...],
    target: Target | None,
) -> dict[str, Any]:
    """The columns of a source; :class:`errors.BadSource` where a figure cannot be read so."""
    if kind not in dict(KINDS):
        raise errors.BadSource(f"没有“{kind}”这种来源，请从{'、'.join(dict(KINDS).values())}中选择。")
    binding = None
    if kind in of.BOUND:
        if measure is None:
            raise errors.BadSource(f"“{title}”要从台账取数，请选一项台账计量。")
        binding = _bound(title, unit, measure, conditions)
    if kind in of.OF_TARGETS and (target is None or target.source == NO_SOURCE):
        raise errors.NoTarget(title)
    read_from = target if kind in of.OF_TARGETS else None
    if read_from is not None:
        _refuse_unit(title, read_from.unit, unit)
    return {"kind": kind, "binding": binding, "target": read_from, "words": _words(kind, binding, read_from)}


def _bound(title: str, unit: str, measure: tuple[str, str], conditions: tuple[Condition, ...]) -> Binding:
    ledger = registry.ledger(measure[0])
    found = ledger.measure(measure[1])
    _refuse_unit(title, figures.base_unit(ledger, found), unit)
    try:
        return figures.bind(ledger, found, conditions)
    except BadValue as bad:
        raise errors.BadSource(str(bad)) from bad


def _refuse_unit(title: str, given: str, wanted: str) -> None:
    if not reading.converts(given, wanted):
        raise errors.BadSource(f"“{title}”以“{wanted}”计，所选来源以“{given}”计，不能换算，请另选。")


def _words(kind: str, binding: Binding | None, target: Target | None) -> str:
    if binding is not None:
        return figures.words(binding)
    if target is not None:
        named = f"{target.number} {target.name}"
        return f"目标 {named}，按单位取实绩" if kind == of.TARGET else f"目标 {named}，按分解到单位的数"
    return {
        of.COMPLETION: "本单位牵头的目标完成率的平均数",
        of.LIGHTS: "本单位牵头的目标亮红灯的月数",
        of.FILINGS: "单位月报迟报和到期没有签发的次数",
        of.TASKS: "本单位牵头、在考核期内到期的任务和节点",
        of.DONE: "其中到期当月及以前完成的",
        of.OVERDUE: "其中到期没有完成或迟于到期月份完成的",
        of.PAPERS: "本单位收到的督办单、提示函、督办函",
        of.LETTERS: "本单位收到的督办函，督办单和提示函不计",
        of.REPLIES: "其中到期没有回复或逾期回复的",
        of.FOLLOWUPS: "本单位负责的目标、项目亮灯后按亮灯规则升级处理应扣的分",
        of.HAND: "台账里没有，由单位或督查员登记、附佐证，核实以后计入",
        of.LEADERS: "领导和分管领导在系统里评分",
        of.PEERS: "其他单位负责人在系统里评分",
    }[kind]
