"""The ledger of votes in screenings."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Actor, Grant
from luoshi.ledgers.columns import Day, Link, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.projects.investment.screenings import judging
from luoshi.projects.investment.votes.columns import Answers
from luoshi.projects.investment.votes.models import Vote

OWN = tuple(Grant(role, of="reviewer") for role in (roles.CLERK, roles.DEPUTY, roles.LEADER))


def judge(keys: Sequence[int], by: Actor) -> None:
    """What votes come to stands on their screenings."""
    judging.judge(set(Vote.objects.filter(pk__in=keys).values_list("screening", flat=True)), by)


VOTES = Ledger(
    model=Vote,
    name="investment.votes",
    title="预审打分",
    note="一行一位评审人对一轮预审的打分；各人只看得到自己的，结果在项目预审的页面上。",
    identity=("screening", "reviewer"),
    label="called",
    unit="screening__lead__unit",
    order=("-voted_on", "screening__number"),
    search=("screening__number", "screening__lead__project", "reviewer__name"),
    columns=(
        Link("screening", to="investment.screenings", sample="YS-2026-001", help="填预审编号。"),
        Person("reviewer", sample="shenmu", help="填用户名。", stays=True),
        Answers(
            "answers",
            sample="产业定位 4；规划布局 4；环境保护 4；投资强度 420；税收贡献 21；能耗水平 0.28；用地条件 4；安全生产 4",
            help="按评分表逐项填写，缺一项都不能保存。",
        ),
        Text("remark", sample="工艺成熟，建议支持", long=True),
        Day("voted_on", sample="2026-04-02"),
    ),
    access=Access(
        read=(*OWN, Grant(roles.SUPERVISOR, everywhere=True), Grant(roles.AUDITOR, everywhere=True)),
        write=(*OWN, *roles.SUPERVISORS),  # who takes down votes that were given on paper
        remove=(),
    ),
    after=judge,
)
