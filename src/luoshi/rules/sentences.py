"""The rules of plans, investment, delivery and land said in sentences, for those who are judged by them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from luoshi.rules.chains import ChainRule
from luoshi.rules.chasing import LEVELS, ChaseRule
from luoshi.rules.cutoff import CutoffRule
from luoshi.rules.fulfilment import FulfilmentRule
from luoshi.rules.padding_rules import Kind, PaddingRule
from luoshi.rules.per_mu_rules import PerMuItem, PerMuRule
from luoshi.rules.policies import TONE_WORDS, PolicyRule
from luoshi.rules.response import ResponseRule
from luoshi.rules.rhythm import RhythmRule
from luoshi.rules.rounding import show
from luoshi.rules.screening_forms import ScreeningForm, ScreeningItem
from luoshi.rules.standard_land import SINCE_WORDS, StandardLandRule
from luoshi.rules.statistics import EntryRule
from luoshi.rules.templates import NodeItem, NodeTemplate


def node_template(template: NodeTemplate) -> list[str]:
    """What a template asks for: the whole first, then a node a line."""
    days, path = template.longest()
    first = f"用于{template.project_kind}项目，共 {len(template.items)} 个节点，最少 {days} 个工作日，关键线路 {' → '.join(path)}。"
    return [first, *(_node(item) for item in template.items)]


def _node(item: NodeItem) -> str:
    parts = [f"{item.code} {item.name} {item.days} 个工作日"]
    if item.after:
        parts.append(f"在 {'、'.join(item.after)} 之后")
    if item.unit:
        parts.append(f"由{item.unit}办理")
    if item.evidence:
        parts.append(f"凭{item.evidence}完成")
    return "，".join(parts) + "。"


def per_mu(rule: PerMuRule) -> list[str]:
    """What a per-mu rule says: a table a line, then the classes and who is not evaluated."""
    found = []
    for table in rule.tables:
        items = "；".join(_per_mu_item(item) for item in table.items)
        extras = "".join(f"；{extra.title}另加，最多 {show(extra.most)} 分" for extra in table.extras)
        found.append(f"{table.title}：{items}{extras}。")
    bounds = "，".join(f"{grade} 类到前 {show(share)}%" for grade, share in rule.classes)
    found.append(f"每张表分别排名，{bounds}，其余为 D 类。")
    if rule.young_years is not None:
        found.append(f"投产不足 {rule.young_years} 年的不参加评价，列 T 类。")
    if rule.exempt_kinds:
        found.append(f"{'、'.join(rule.exempt_kinds)}企业不参加评价，列 T 类。")
    return found


def _per_mu_item(item: PerMuItem) -> str:
    head = f"{item.title} {show(item.weight)} 分"
    best = "，分母为 0 得满分" if item.zero_is_best else ""
    if item.benchmark is None:
        return f"{head}，按最小值到最大值由 {show(item.floor)}% 到 100% 计分{best}"
    cap = f"，最高 {show(item.cap)} 倍" if item.cap is not None else ""
    return f"{head}，基准值 {show(item.benchmark)}{f' {item.unit}' if item.unit else ''}{cap}{best}"


def screening(form: ScreeningForm) -> list[str]:
    """What a screening form asks, an item a line, then its lines and vetoes."""
    found = [screening_item(item) for item in form.items]
    found.append(
        f"平均 {show(form.passing)} 分以上通过，{show(form.conditional)} 分以上有条件通过，其余不通过。"
    )
    if any(item.veto for item in form.items):
        found.append(f"一票否决项中任一项有 {form.vetoes} 位以上评审人评 0 分的，一票否决。")
    return [*found, f"评审人最高与最低相差超过 {show(form.spread)} 分的，提示先会商。"]


def screening_item(item: ScreeningItem) -> str:
    """What an item of a form is worth."""
    head, veto = f"{item.title} {show(item.weight)} 分", "，一票否决项" if item.veto else ""
    if item.scale is not None:
        return f"{head}，按 0 至 {show(item.scale)} 分打分{veto}。"
    word = "不低于" if item.better == "high" else "不高于"
    steps = "，".join(
        f"{word} {show(step.bound)} {item.unit}的得 {show(item.weight * step.share)} 分"
        for step in item.bands
    )
    return f"{head}，{steps}，其余不得分{veto}。"


def fulfilment(rule: FulfilmentRule) -> list[str]:
    """When a contract is due, what keeps it and what the rate counts."""
    promises = f"，且{'、'.join(rule.promises)}承诺没有未兑现" if rule.promises else ""
    return [
        f"约定了开工日期的，到期 {rule.grace_days} 天后评价；没有约定的，签约满 {rule.months_without_promise} 个月评价。",
        f"已注册、未终止，已开工或到位资金达到合同额 {show(rule.paid_in_share)}%{promises}的，为已履约。",
        f"履约率按{'合同个数' if rule.base == 'count' else '合同金额'}计算，未到期的不计入。",
    ]


_DOUBTS: Mapping[Kind, Callable[[PaddingRule], str]] = MappingProxyType(
    {
        "same_investor": lambda rule: (
            f"同一投资方 {rule.months} 个月内再次签约，金额相差不超过 {show(rule.amount_window)}% 的"
        ),
        "same_parcel": lambda rule: "两次签约落在同一地块的",
        "same_text": lambda rule: f"项目名称和内容的相似度不低于 {_percent(rule.text_likeness)} 的",
        "same_equipment": lambda rule: f"同一投资方再次签约，设备购置占 {show(rule.equipment_share)}% 以上的",
        "two_units": lambda rule: "同一投资方的同一项目由两个单位分别申报的",
        "far_from_paid_in": lambda rule: (
            f"签约满 {rule.paid_in_months} 个月，到位资金不足 {show(rule.paid_in_share)}% 的"
        ),
        "far_from_tax": lambda rule: f"承诺年税收不足签约额的 {show(rule.tax_share)}% 的",
        "far_from_land": lambda rule: (
            f"每亩投资超过 {show(rule.amount_per_mu)} 万元，"
            f"或不用地而签约额达到 {show(rule.landless_amount)} 万元的"
        ),
    }
)


def padding(rule: PaddingRule) -> list[str]:
    """Who is the same investor, then a doubt a line."""
    same = f"统一社会信用代码相同，或缺少代码而名称相似度不低于 {_percent(rule.investor_likeness)} 的，算同一投资方。"
    return [same, *(f"{_DOUBTS[kind](rule)}，列为疑点。" for kind in rule.kinds)]


def response(rule: ResponseRule) -> list[str]:
    """A limit a line."""
    return [f"{each.title}：{each.days} {'个工作日' if each.working else '天'}内。" for each in rule.limits]


def chase(rule: ChaseRule) -> list[str]:
    """When who has a task in hand is reminded, then a level of leaders a line."""
    found = [
        f"办结期限前 {rule.near} 个工作日内提醒一次，逾期的当日起每 {rule.every} 个工作日催办一次，工作日 {rule.hour} 时以后发出。"
    ]
    return found + [f"逾期满 {rung.days} 个工作日，提级报{LEVELS[rung.level]}。" for rung in rule.ladder]


def rhythm(rule: RhythmRule) -> list[str]:
    """A level a line, then the days around a trip."""
    found = [
        f"{level.title}{'每月' if level.months == 1 else f'每 {level.months} 个月'}外出招商不少于 1 次。"
        for level in rule.levels
    ]
    before = f"出行前至少 {rule.before} 个工作日备案" if rule.before else "出行当天及以前备案"
    return [*found, f"{before}，返回后 {rule.report} 个工作日内提交考察报告。"]


def entry(rule: EntryRule) -> list[str]:
    """Which projects enter statistics, until when, with which light and which sum."""
    month = {0: "当月", 1: "次月"}.get(rule.figures_months, f"{rule.figures_months} 个月后")
    return [
        f"计划总投资 {show(rule.least)} 万元以上的项目入库，{show(rule.direct)} 万元以上的直接上报。",
        f"开工次月 {rule.entry_day} 日前入库，每月数据{month} {rule.figures_day} 日前上报。",
        f"开工满 {rule.yellow_months} 个月未入库亮黄灯，满 {rule.red_months} 个月未入库亮红灯。",
        f"{'本年累计' if rule.parts_of == 'to_date' else '本月数'}应等于建筑、安装、设备和其他之和。",
    ]


def chain(rule: ChainRule) -> list[str]:
    """What counts towards a link and what each link asks for."""
    counted = (("企业", rule.enterprise), ("在建项目", rule.project), ("签约", rule.signing))
    weights = "、".join(f"{name}按 {show(weight)}" for name, weight in counted)
    return [
        f"{weights} 折算为布局数。",
        "没有企业、在建项目和签约的环节应补链。",
        f"布局数不足目标 {show(rule.strong_share)}% 的环节应强链。",
        "达到这个比例而下游缺失的环节应延链。",
    ]


def _percent(share: Decimal) -> str:
    return f"{show(share * 100)}%"


def standard_land(rule: StandardLandRule) -> list[str]:
    """When standard land is checked, on what, and what follows where a condition is not kept."""
    titles = {each.code: each.title for each in rule.conditions}
    found = [
        f"{each.title}：{SINCE_WORDS[each.since]}后第 {each.months} 个月核查"
        f"{'、'.join(titles[code] for code in each.conditions)}。"
        for each in rule.rounds
    ]
    found += [f"{each.title}没有达到承诺的，{each.consequence}。" for each in rule.conditions]
    return [*found, f"到期前 {rule.ahead} 天提示。"]


def policies(rule: PolicyRule) -> list[str]:
    """What each class has of each policy, and for how long."""
    found = [
        f"{item.title}（{item.by}）："
        f"{'；'.join(f'{each.grade} 类{TONE_WORDS[each.tone]}，{each.text}' for each in item.levels)}。"
        for item in rule.items
    ]
    return [*found, f"公示的次月起执行 {rule.months} 个月。"]


def cutoff(rule: CutoffRule) -> list[str]:
    """Until when a month is handed in."""
    month = {0: "当月", 1: "次月"}.get(rule.months, f"{rule.months} 个月后的")
    moved = {"next": "，遇休息日顺延到下一个工作日", "previous": "，遇休息日提前到上一个工作日", "stays": ""}
    return [
        f"每月的数在{month} {rule.day} 日前由本单位负责人签发上报{moved[rule.moved]}。",
        "签发日期晚于截止日期的为逾期；退回修改的，以重新签发的日期为准；锁定后退回更正的，按时与否不变。",
    ]
