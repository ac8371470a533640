"""Says in one Chinese sentence why a light has its colour, with the figures that decided it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

from luoshi.rules import bands, colours, months, rounding
from luoshi.rules.bands import Band, Bound, Edge, Measure
from luoshi.rules.colours import Colour
from luoshi.rules.light_rules import LightRule
from luoshi.rules.observations import Excuse, Observation

_NEUTRAL: Mapping[Measure, Decimal] = MappingProxyType(
    {"points": Decimal(0), "percent_of_plan": Decimal(100)}
)
_BEHIND: Mapping[Edge, str] = MappingProxyType({"ge": "未超过", "gt": "不足", "le": "达到", "lt": "超过"})
_AHEAD: Mapping[Edge, str] = MappingProxyType({"ge": "达到", "gt": "超过", "le": "未超过", "lt": "不足"})
_PLAIN: Mapping[Edge, str] = MappingProxyType({"ge": "不低于", "gt": "高于", "le": "不高于", "lt": "低于"})
_SIZES: Mapping[Measure, str] = MappingProxyType({"points": " 个百分点", "percent_of_plan": "%"})


def not_due(rule: LightRule, observation: Observation) -> str:
    if rule.event:
        return f"{months.show_month(observation.month)}尚未到期，暂不评灯"
    return f"{months.show_month(observation.month)}尚无到期的计划，暂不评灯"


def ahead(rule: LightRule, observation: Observation) -> str:
    if rule.event:
        return f"{months.show_month(observation.month)}尚未到期，已提前{rule.event}，{verdict('green', None)}"
    return f"{months.show_month(observation.month)}尚无到期的计划，目标已提前完成，{verdict('green', None)}"


def unknown(rule: LightRule, observation: Observation, missing: Measure) -> str:
    if missing == "reference" and observation.actual is not None:
        month = months.show_month(observation.month)
        return f"尚无{month}{rule.reference}的数据，请在“对标值”台账中补录，暂不评灯"
    return f"尚无{months.show_month(observation.month)}实绩，暂不评灯"


def verdict(colour: Colour, word: str | None) -> str:
    """亮绿灯, or the rule's own word for the band."""
    if word is not None:
        return f"判为“{word}”"
    return colours.WORDS[colour] if colour == "grey" else f"亮{colours.WORDS[colour]}"


def in_a_row(rule: LightRule, run: int) -> str:
    return f"连续 {run} 个月未{rule.event or '达到要求'}"


def made_good(reason: str, later: int) -> str:
    return f"{reason}；{months.show_month(later)}已补上，改亮黄灯"


def excuse_noted(excuse: Excuse, rule: LightRule, before: Colour, after: Colour) -> str:
    """What the recorded excuse did to the colour."""
    if not excuse.approved:
        return f"已提出正当理由（{excuse.text}），尚未批准，灯色不变"
    by = f"由{excuse.by}" if excuse.by else ""
    if before != after:
        changed = f"改为{verdict(after, None)}" if after == "grey" else f"改{verdict(after, None)}"
        return f"正当理由（{excuse.text}）已{by}批准，{changed}"
    kept = "保持原灯色" if before in dict(rule.excuses) else "本规则不因此改变灯色"
    return f"正当理由（{excuse.text}）已{by}批准并记录，{kept}"


def figures(rule: LightRule, observation: Observation, band: Band) -> str:
    """The figures and the bounds they were held against, without the verdict."""
    if rule.event:
        return _event(rule, observation)
    first: Measure = "points" if observation.progress.rate else rule.base
    apart = rule.held and observation.progress.limit and not observation.progress.rate
    told = () if apart else (first,)
    measured = [*told, *(m for m in bands.used([band]) if m in _NEUTRAL and m not in told)]
    parts = [_amounts(rule, observation)]
    for measure in measured:
        reading = observation.reading(measure)
        if reading is not None:
            parts.append(_distance(rule, observation, measure, reading))
            parts.append(_held_against(measure, reading, band.bounds))
    parts += [_compared(rule, observation), _plain_bounds(observation, band.bounds)]
    return "，".join(part for part in parts if part)


def _event(rule: LightRule, observation: Observation) -> str:
    if observation.progress.met:
        return f"已{rule.event}"
    return f"{months.show_month(observation.month)}应已{rule.event}，尚未{rule.event}"


def _amounts(rule: LightRule, observation: Observation) -> str:
    """What is reached and what it is measured by."""
    progress, unit = observation.progress, observation.measure_unit
    actual, planned = _quantity(observation.actual, unit), _quantity(observation.planned, unit)
    if rule.subject == "unit":
        return f"当月应完成 {planned}，完成 {actual}，占 {_percent(progress.percent_of_plan)}"
    if progress.limit:
        return f"实际 {actual}，上限 {planned}"
    if progress.rate:
        return f"实际 {actual}，目标 {planned}"
    if rule.base == "percent_of_plan":
        return f"累计完成 {actual}，计划 {planned}，完成计划的 {_percent(progress.percent_of_plan)}"
    return f"累计完成 {actual}，完成率 {_percent(progress.completion)}，时序进度 {_percent(progress.planned_share)}"


def _distance(rule: LightRule, observation: Observation, measure: Measure, reading: Decimal) -> str:
    """How far ahead or behind, with as many decimals as it takes not to look like a bound that it is not."""
    distance = rounding.subtract(reading, _NEUTRAL[measure])
    level, over, under = _sides(observation, measure)
    if not distance:
        return level
    edges = {
        abs(b.value - _NEUTRAL[measure])
        for band in (*rule.bands, *rule.held)
        for b in band.bounds
        if b.of == measure
    }
    return f"{over if distance > 0 else under} {_distinct(abs(distance), edges)}{_SIZES[measure]}"


def _sides(observation: Observation, measure: Measure) -> tuple[str, str, str]:
    """The words for on it, ahead of it and behind it."""
    progress = observation.progress
    if progress.limit and progress.rate and measure == "points":
        return "与上限持平", "低于上限", "超出上限"
    if progress.limit and progress.rate:
        return "未超上限", "优于上限", "折合差"
    if progress.limit:
        return "未超上限", "优于上限", "超出上限，折算落后"
    if measure == "percent_of_plan" and progress.rate:
        return "达到目标", "折合多", "折合差"
    if measure == "percent_of_plan":
        return "达到计划", "超出计划", "低于计划"
    if progress.rate:
        return "与目标持平", "高于目标", "低于目标"
    return "与时序进度持平", "超前", "落后"


def _held_against(measure: Measure, reading: Decimal, bounds: Iterable[Bound]) -> str:
    """The bounds of the band on the side where the figure lies."""
    neutral = _NEUTRAL[measure]
    words = _AHEAD if reading > neutral else _BEHIND
    same_side = (
        bound for bound in bounds if bound.of == measure and (bound.value - neutral) * (reading - neutral) > 0
    )
    return "、".join(
        f"{words[bound.comparator]} {rounding.show(abs(bound.value - neutral))}{_SIZES[measure]}"
        for bound in same_side
    )


def _compared(rule: LightRule, observation: Observation) -> str:
    distance = observation.reading("reference")
    if not rule.reference or distance is None:
        return ""
    named = (
        f"{rule.reference}（{observation.reference_kind}）" if observation.reference_kind else rule.reference
    )
    if not distance:
        return f"与{named}持平"
    side = "高于" if distance > 0 else "低于"
    unit = "个百分点" if observation.progress.rate else observation.measure_unit
    return f"{side}{named} {_quantity(abs(distance), unit)}"


def _plain_bounds(observation: Observation, bounds: Iterable[Bound]) -> str:
    return "、".join(
        f"实绩{_PLAIN[bound.comparator]} {_quantity(bound.value, observation.measure_unit)}"
        for bound in bounds
        if bound.of == "actual"
    )


def _quantity(value: Decimal | None, unit: str) -> str:
    return rounding.with_unit("–" if value is None else rounding.show(value), unit)


def _percent(value: Decimal | None) -> str:
    return "–" if value is None else f"{rounding.show_fixed(value)}%"


def _distinct(value: Decimal, edges: set[Decimal]) -> str:
    taken = {*edges, Decimal(0)} - {value}
    places = next(
        (p for p in range(1, rounding.PLACES) if rounding.half_up(value, p) not in taken), rounding.PLACES
    )
    return rounding.show_fixed(value, places)
