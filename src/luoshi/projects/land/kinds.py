"""The kinds of rules of land: evaluations per mu, checks of standard land, policies; and how each is said."""

from __future__ import annotations

from luoshi.ledgers.rule_kinds import Kind
from luoshi.rules import sentences
from luoshi.rules.defaults.land import POLICY_RULE, STANDARD_LAND_RULE
from luoshi.rules.defaults.per_mu import PER_MU_MINMAX_RULE, PER_MU_RULE
from luoshi.rules.per_mu_rules import PerMuItem, PerMuRule
from luoshi.rules.policies import PolicyRule
from luoshi.rules.rounding import show
from luoshi.rules.standard_land import StandardLandRule


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
STANDARD_LAND = Kind(
    name="standard_land",
    title="标准地核查规则",
    engine=StandardLandRule,
    starting=(STANDARD_LAND_RULE,),
    sentences=sentences.standard_land,
)
POLICIES = Kind(
    name="policies",
    title="差别化政策规则",
    engine=PolicyRule,
    starting=(POLICY_RULE,),
    sentences=sentences.policies,
)
KINDS = (PER_MU, STANDARD_LAND, POLICIES)
