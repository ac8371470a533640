"""The ledger of teams."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Money, People, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Balance, Count, Sum
from luoshi.projects.investment.teams.models import ACTIVE, ENDED, STATES, Team

TEAMS = Ledger(
    model=Team,
    name="investment.teams",
    title="招商队伍",
    note="一行一支驻外或专班招商队伍：主攻哪个环节、谁带队、经费和签约目标。",
    identity=("title",),
    label="title",
    unit="unit",
    order=("title",),
    search=("title", "head__name", "chain_link__name"),
    columns=(
        Text("title", sample="苏州新能源招商队"),
        Link("chain_link", to="directory.chains", sample="新能源装备·储能电池"),
        Person("head", sample="shaoqing", help="填用户名。"),
        People("members", sample="luming、hansong", listed=False),
        Day("set_up_on", sample="2025-12-01"),
        Day("ended_on", sample="2026-12-31", listed=False),
        Money("budget", unit="万元", shown="万元", sample="80", listed=False),
        Money("target_amount", unit="万元", shown="亿元", sample="100000", history=True),
        Link("unit", to="directory.units", sample="长三角招商分局"),
        Text("note", sample="驻苏州工业园", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=ACTIVE,
        steps=(Step("end", "撤回", (ACTIVE,), ENDED, needs=("ended_on",), reason=True),),
        closed=(ENDED,),
    ),
    measures=(
        Count(
            "set_up",
            title="组建招商队伍数",
            unit="支",
            when="set_up_on",
            words=("招商队伍", "驻外招商队伍", "组建招商队伍", "组建驻外招商队伍"),
        ),
        Sum("new_target", title="组建队伍的年度签约目标", of="target_amount", when="set_up_on"),
        Sum("ended_target", title="撤回队伍的年度签约目标", of="target_amount", when="ended_on"),
        Balance("target", title="在外队伍的年度签约目标", plus="new_target", minus="ended_target"),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)
