"""The kinds of rules by which investment is judged, and how each is said in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from luoshi.ledgers.rule_kinds import Kind
from luoshi.rules import defaults
from luoshi.rules.chains import ChainRule
from luoshi.rules.fulfilment import FulfilmentRule
from luoshi.rules.padding_rules import Kind as Doubt
from luoshi.rules.padding_rules import PaddingRule
from luoshi.rules.response import ResponseRule, TimeLimit
from luoshi.rules.rhythm import RhythmRule
from luoshi.rules.rounding import show
from luoshi.rules.screening_forms import ScreeningForm, ScreeningItem

DOUBTS: Mapping[Doubt, str] = MappingProxyType(
    {
        "same_investor": "同一投资方重复签约",
        "same_parcel": "同一地块",
        "same_text": "名称内容雷同",
        "same_equipment": "设备采购再次签约",
        "two_units": "两个单位分别申报",
        "far_from_paid_in": "与到位资金差距大",
        "far_from_tax": "与承诺税收差距大",
        "far_from_land": "与用地差距大",
    }
)


def _days(limit: TimeLimit) -> str:
    return f"{limit.days} {'个工作日' if limit.working else '天'}"


def response(rule: ResponseRule) -> list[str]:
    """Until when a lead is answered, judged, replied to and reported on."""
    return [f"{limit.title}：{_days(limit)}内。" for limit in rule.limits]


def rhythm(rule: RhythmRule) -> list[str]:
    """How often leaders travel, and the days around a trip."""
    every = [f"{each.title}：每 {each.months} 个月外出招商不少于 1 次。" for each in rule.levels]
    return [
        *every,
        f"外出前至少提前 {rule.before} 个工作日备案，返回后 {rule.report} 个工作日内交考察报告。",
    ]


def screening(form: ScreeningForm) -> list[str]:
    """What is asked of a project, and what passes."""
    return [
        *(item_told(item) for item in form.items),
        f"平均 {show(form.passing)} 分以上通过，{show(form.conditional)} 分以上有条件通过，其余不通过。",
        f"一票否决项有 {form.vetoes} 位以上评审人评 0 分的，一票否决。",
        f"评审人最高与最低相差超过 {show(form.spread)} 分的，提示先会商。",
    ]


def item_told(item: ScreeningItem) -> str:
    """What an item of a form is worth."""
    veto = "，一票否决项" if item.veto else ""
    if item.scale is not None:
        return f"{item.title} {show(item.weight)} 分，按 0 至 {show(item.scale)} 分打分{veto}。"
    edge = "不低于" if item.better == "high" else "不高于"
    steps = "，".join(
        f"{edge} {show(step.bound)}{item.unit} 得 {show(item.weight * step.share)} 分" for step in item.bands
    )
    return f"{item.title} {show(item.weight)} 分：{steps}，其余 0 分{veto}。"


def fulfilment(rule: FulfilmentRule) -> list[str]:
    """When a contract is judged, and what it must have kept."""
    base = "个数" if rule.base == "count" else "签约金额"
    return [
        f"约定了开工日期的，到期 {rule.grace_days} 天后评价；没有约定的，签约满 {rule.months_without_promise} 个月评价。",
        f"已注册、未终止，已开工或到位资金达到合同额 {show(rule.paid_in_share)}% 的，为已履约。",
        f"{'、'.join(f'“{each}”' for each in rule.promises)}承诺未兑现的，为未履约。",
        f"履约率按{base}计算，未到期的不计入。",
    ]


def padding(rule: PaddingRule) -> list[str]:
    """What is looked for in signings."""
    return [
        f"查找：{'、'.join(DOUBTS[kind] for kind in rule.kinds)}。",
        f"同一投资方 {rule.months} 个月内签约、金额相差不超过 {show(rule.amount_window)}% 的，列为疑点。",
        f"投资方名称相似度 {show(rule.investor_likeness)}、项目文字相似度 {show(rule.text_likeness)} 以上的视为相同。",
        f"设备占金额 {show(rule.equipment_share)}% 以上、此前已签约的，列为疑点。",
        f"签约满 {rule.paid_in_months} 个月到位资金不足 {show(rule.paid_in_share)}%、年税收不足金额 {show(rule.tax_share)}% 的，列为疑点。",
        f"每亩投资超过 {show(rule.amount_per_mu)} 万元，或金额达到 {show(rule.landless_amount)} 万元却不用地的，列为疑点。",
    ]


def chain(rule: ChainRule) -> list[str]:
    """How the strength of a link is found."""
    return [
        f"企业按 {show(rule.enterprise)}、在建项目按 {show(rule.project)}、签约项目按 {show(rule.signing)} 折算成家数。",
        f"没有的为缺失，应补链；不足目标 {show(rule.strong_share)}% 的为薄弱，应强链。",
        "达到目标而下游缺失的，应延链。",
    ]


RESPONSE = Kind(
    name="response",
    title="线索响应时限",
    engine=ResponseRule,
    starting=(defaults.RESPONSE_RULE,),
    sentences=response,
)
RHYTHM = Kind(
    name="trip_rhythm",
    title="外出招商频次",
    engine=RhythmRule,
    starting=(defaults.RHYTHM_RULE,),
    sentences=rhythm,
)
SCREENING = Kind(
    name="screening",
    title="项目预审评分表",
    engine=ScreeningForm,
    starting=(defaults.SCREENING_FORM,),
    sentences=screening,
)
FULFILMENT = Kind(
    name="fulfilment",
    title="合同履约规则",
    engine=FulfilmentRule,
    starting=(defaults.FULFILMENT_RULE,),
    sentences=fulfilment,
)
PADDING = Kind(
    name="padding",
    title="签约查重规则",
    engine=PaddingRule,
    starting=(defaults.PADDING_RULE,),
    sentences=padding,
)
CHAIN = Kind(
    name="chain",
    title="补链延链强链规则",
    engine=ChainRule,
    starting=(defaults.CHAIN_RULE,),
    sentences=chain,
)
KINDS = (RESPONSE, RHYTHM, SCREENING, FULFILMENT, PADDING, CHAIN)
