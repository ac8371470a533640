"""Invented plans and a small cast to read, confirm and measure them with."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.directory.roles import AUDITOR, CLERK, LEADER, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import actions as intake
from luoshi.plans.targets.models import Target
from tests.directory import build

PLAN = """云溪高新区2026年工作要点

一、招商引资

（一）招大引强。全年力争新引进亿元以上项目18个，其中5亿元以上项目4个；实现境内到位资金32亿元，境外到位资金2600万美元。由招商局负责。

（二）项目落地。力争已签约项目开工率达到85%，合同资金60亿元。

二、项目建设

（三）加快建设。确保星辰储能二期6月底前开工建设。完成投资28.5亿元。

（四）科技创新。新设院士工作站2个，召开银企对接会6次，规上工业总产值增长9%。

三、工作机制

（五）强化调度。坚持周梳理、月通报、季调度。加强与沿海商会的联系。
"""

CORRECTED = (
    PLAN.replace("亿元以上项目18个", "亿元以上项目20个")
    .replace("，召开银企对接会6次", "")
    .replace("合同资金60亿元。", "合同资金60亿元。新招引外资项目3个。")
)


@dataclass(frozen=True)
class Cast:
    """One actor a role, and the units by code."""

    units: dict[str, Unit]
    supervisor: Actor
    leader: Actor
    clerk: Actor  # of 招商局
    other: Actor  # of 规划建设局
    auditor: Actor
    stranger: Actor = STRANGER


def cast() -> Cast:
    units = build.zone()
    return Cast(
        units=units,
        supervisor=build.holder("linzhao", SUPERVISOR, units["0101"]),
        leader=build.holder("gaoyuan", LEADER, units["01"]),
        clerk=build.holder("chenjing", CLERK, units["0103"]),
        other=build.holder("zhouwei", CLERK, units["0104"]),
        auditor=build.holder("xuhe", AUDITOR, units["01"]),
    )


def plan(by: Actor, text: str = PLAN, filename: str = "工作要点.txt", year: int | None = None) -> Document:
    return intake.add(text.encode(), filename, year=year, by=by)


def clause(document: Document, word: str) -> Clause:
    """The one clause of a document whose summary holds a word."""
    found = [c for c in Clause.objects.of(document) if word in c.summary]
    assert len(found) == 1, [c.summary for c in found]
    return found[0]


def target(word: str) -> Target:
    """The one target whose name and quantity hold a word."""
    found = [t for t in Target.objects.select_related("clause") if word in f"{t.name} {t.quantity}"]
    assert len(found) == 1, [str(t) for t in found]
    return found[0]
