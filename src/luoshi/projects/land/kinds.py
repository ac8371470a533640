"""The kind of rules by which the benefit per mu is evaluated, and how such a rule is said in sentences."""

from __future__ import annotations

from luoshi.ledgers.rule_kinds import Kind
from luoshi.rules.defaults.per_mu import PER_MU_MINMAX_RULE, PER_MU_RULE
from luoshi.rules.per_mu_rules import PerMuItem, PerMuRule
from luoshi.rules.rounding import show


def told(rule: PerMuRule) -> list[str]:
    """What a rule says: each table's items, the classes, who is not evaluated."""
    found = [f"{table.title}：{'，'.join(map(_item, table.items))}。" for table in rule.tables]
    shares = "，".join(f"{grade} 类到前 {show(share)}%" for grade, share in rule.classes)
    found.append(f"各表按得分排序，{shares}，其余 D 类。")
    exempt = [f"投产不足 {rule.young_years} 年的"] if rule.young_years else []
    exempt += [f"{kind}企业" for kind in rule.exempt_kinds]
    if exempt:
        found.append(f"{'、'.join(exempt)}不参加评价，列 T 类。")
    return found


def _item(item: PerMuItem) -> str:
    against = (
        "按最高和最低之间的位置" if item.benchmark is None else f"基准值 {show(item.benchmark)}{item.unit}"
    )
    most = f"，最多计 {show(item.cap)} 倍" if item.cap is not None else ""
    return f"{item.title} {show(item.weight)} 分（{against}{most}）"


PER_MU = Kind(
    name="per_mu",
    title="亩均效益评价规则",
    engine=PerMuRule,
    starting=(PER_MU_RULE, PER_MU_MINMAX_RULE),
    sentences=told,
    several=True,
)
KINDS = (PER_MU,)
