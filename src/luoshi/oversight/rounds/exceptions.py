"""What comes on an agenda by itself: red lights, yellow months in a row, opinions that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from luoshi.oversight.opinions import judging
from luoshi.oversight.opinions.judging import Judged
from luoshi.oversight.rounds import others
from luoshi.oversight.rounds.matter import Matter
from luoshi.oversight.rounds.models import DISAGREEMENT, RED, YELLOWS
from luoshi.oversight.rules import in_force
from luoshi.oversight.wall.rows import WallRow
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules import colours
from luoshi.rules.boards import yellow_run
from luoshi.rules.dates import last_day
from luoshi.rules.months import show_month
from luoshi.rules.rounding import show
from luoshi.rules.rounds import RoundRule

SOURCES = {"measured": "台账计量", "reported": "单位填报", "none": "暂无数据"}


def matters(
    rows: Sequence[WallRow], projects: Iterable[Project], month: int, rule: RoundRule
) -> list[Matter]:
    """The exceptions of a month: red lights, opinions that differ, yellow months in a row, each worst first.

    Red lights of what the rule names beside targets and projects come after theirs.
    """
    judged = judging.judge(projects, month, last_day(month))
    found = [*of_targets(rows, rule), *of_projects(judged, month, rule), *others.matters(rows, month, rule)]
    order = (RED, DISAGREEMENT, YELLOWS)
    return sorted(found, key=lambda each: (order.index(each.kind), -each.weight[0], each.weight[1]))


def of_targets(rows: Iterable[WallRow], rule: RoundRule) -> Iterator[Matter]:
    """Targets with a red light, and those that are yellow for so many months in a row."""
    for row in rows:
        run = yellow_run(row.light.history)
        if row.light.colour == "red":
            yield _target(row, RED, row.light.reason)
        elif run >= rule.yellows:
            yield _target(row, YELLOWS, f"连续 {run} 个月亮黄灯；{row.light.reason}")


def _target(row: WallRow, kind: str, reason: str) -> Matter:
    target, gap = row.target, row.progress.gap_points
    return Matter(
        kind=kind,
        title=f"{target.name} {target.quantity}",
        reason=reason,
        made_from=_measured(row),
        unit=target.lead_unit_id,
        ledger="plans.targets",
        row=target.pk,
        subject=f"{target.number} {target.name}",
        weight=(-(gap or Decimal(0)), target.number),
    )


def _measured(row: WallRow) -> str:
    """From which figures, by which rule and path a light was computed."""
    rule = in_force.light_rule(last_day(row.month))
    path = row.baseline.called if row.baseline else "时序规则"
    actual = "无数据" if row.actual is None else f"{show(row.actual)} {row.target.unit}"
    due = "未到期" if row.planned is None else f"{show(row.planned)} {row.target.unit}"
    counted = f"（{row.computed}，{row.counted_rows} 行）" if row.computed else ""
    return (
        f"{show_month(row.month)}累计 {actual}，{SOURCES[row.source]}{counted}；"
        f"应完成 {due}（{path}）；{rule.name}第 {rule.version} 版"
    )


def of_projects(judged: Iterable[Judged], month: int, rule: RoundRule) -> Iterator[Matter]:
    """Projects about which the light, their unit and their checker differ, and those with a red light; once each."""
    for each in judged:
        apart = each.apart.points >= rule.apart
        if apart or each.colour == "red":
            yield _project(each, month, DISAGREEMENT if apart else RED)


def _project(judged: Judged, month: int, kind: str) -> Matter:
    project, opinion = judged.project, judged.opinion
    said = [f"系统{colours.WORDS[judged.colour]}：{judged.why}"]
    if opinion is not None:
        said += [f"责任单位：{opinion.owner_why}"] if opinion.owner_why else []
        said += [f"核查：{opinion.checker_why}"] if opinion.checker_why else []
    return Matter(
        kind=kind,
        title=project.name,
        reason=judged.apart.reason if kind == DISAGREEMENT else judged.why,
        made_from=f"{show_month(month)}；{'；'.join(said)}",
        unit=project.unit_id,
        ledger="delivery.projects",
        row=project.pk,
        subject=f"{project.number} {project.name}",
        weight=(Decimal(judged.apart.points), project.number),
    )
