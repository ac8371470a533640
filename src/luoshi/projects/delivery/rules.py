"""The kinds of rules by which projects are carried through: node templates, entry in statistics, time limits."""

from __future__ import annotations

from luoshi.ledgers.rulebook import Kind
from luoshi.rules import defaults
from luoshi.rules.response import ResponseRule
from luoshi.rules.statistics import EntryRule
from luoshi.rules.templates import NodeTemplate

PARTS = {"to_date": "本年累计", "month": "本月完成"}


def template(rule: NodeTemplate) -> list[str]:
    """What a template says, one sentence a line."""
    days, path = rule.longest()
    names = {item.code: item.name for item in rule.items}
    found = [
        f"适用于{rule.project_kind}项目，共 {len(rule.items)} 个节点；最快 {days} 个工作日，"
        f"关键线路 {' → '.join(names[code] for code in path)}。"
    ]
    for item in rule.items:
        after = f"，在{'、'.join(names[code] for code in item.after)}之后" if item.after else ""
        unit = f"，由{item.unit}办理" if item.unit else ""
        proof = f"，凭{item.evidence}完成" if item.evidence else ""
        found.append(f"{item.code} {item.name}：{item.days} 个工作日{after}{unit}{proof}。")
    return found


def entry(rule: EntryRule) -> list[str]:
    """What a rule of entry says."""
    return [
        f"计划总投资 {rule.least} 万元及以上的项目入库纳统，{rule.direct} 万元及以上的直接联网上报。",
        f"开工次月 {rule.entry_day} 日前入库；满 {rule.yellow_months} 个月未入库亮黄灯，满 {rule.red_months} 个月亮红灯。",
        f"当月报表在{'次月' if rule.figures_months == 1 else f'{rule.figures_months} 个月后'} {rule.figures_day} 日前上报。"
        if rule.figures_months
        else f"当月报表在当月 {rule.figures_day} 日前上报。",
        f"建筑、安装、设备和其他四项之和应等于{PARTS[rule.parts_of]}，上月累计加本月应等于本年累计。",
    ]


def service(rule: ResponseRule) -> list[str]:
    """What the limits say."""
    return [
        f"{each.title}：{each.days} 个{'工作日' if each.working else '自然日'}内。" for each in rule.limits
    ]


NODE_TEMPLATE = Kind(
    name="node_template",
    title="节点模板",
    engine=NodeTemplate,
    starting=defaults.NODE_TEMPLATES,
    sentences=template,
    several=True,
)
ENTRY = Kind(
    name="entry",
    title="入库纳统规则",
    engine=EntryRule,
    starting=(defaults.ENTRY_RULE,),
    sentences=entry,
)
SERVICE = Kind(
    name="project_service",
    title="项目服务时限",
    engine=ResponseRule,
    starting=(defaults.SERVICE_RULE,),
    sentences=service,
)
KINDS = (NODE_TEMPLATE, ENTRY, SERVICE)
