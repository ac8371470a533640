"""What the sample's units said in November for their lights of October: one excused, one refused, one waiting, one withdrawn."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import registry, stepping
from luoshi.oversight.excuses.models import PROJECT, TARGET
from luoshi.oversight.excuses.standing import NAME
from luoshi.oversight.excusing import actions
from luoshi.plans.targets.models import Target
from luoshi.projects.delivery.projects.models import Project

MONTH, ASKED, DECIDED = 202610, date(2026, 11, 4), date(2026, 11, 6)


class Asked(NamedTuple):
    """A light by the name of its target or the number of its project, who asked and why, and what came of it."""

    what: str
    by: str
    reason: str
    basis: str
    about: str = TARGET
    step: str = ""
    who: str = ""
    answer: str = ""


EXCUSES = (
    Asked("XM-2026-034", "zhouwei", "台风停工5天", "气象局台风预警信息", about=PROJECT, step="withdraw", who="zhouwei"),
    Asked("项目入库率", "zhouwei", "三个项目的入库资料10月已上报，省平台升级暂停审核", "省统计局平台停机公告（2026年10月20日）"),
    Asked(
        "新增省级智能工厂", "shenmu", "省级认定评审由9月推迟到11月，申报的两家企业都已通过现场核验",
        "省工业和信息化厅〔2026〕41号通知", step="approve", who="linzhao", answer="推迟在省里，情况属实，同意",
    ),
    Asked(
        "境外到位资金", "chenjing", "一笔境外资金在途，预计11月到账",
        "投资方10月28日出具的汇款说明", step="refuse", who="shenyan", answer="在途资金不算到位，到账以后自然计入，不批准",
    ),
)  # fmt: skip


def ask() -> None:
    """Each is asked for in its order; what is decided is decided two days later."""
    for each in EXCUSES:
        made = actions.ask(
            each.about,
            _row(each),
            MONTH,
            reason=each.reason,
            basis=each.basis,
            by=actor_named(each.by),
            on=ASKED,
        )
        if each.step:
            given = {"answer": each.answer} if each.answer else None
            stepping.take_step(
                registry.ledger(NAME), made, each.step, by=actor_named(each.who), on=DECIDED, given=given
            )


def _row(each: Asked) -> int:
    if each.about == PROJECT:
        return Project.objects.get(number=each.what).pk
    return Target.objects.in_month(MONTH).get(name=each.what).pk
