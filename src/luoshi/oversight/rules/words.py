"""A rule said in sentences, for those who are judged by it."""

from __future__ import annotations

from luoshi.rules import colours, ladders
from luoshi.rules.bands import MEASURE_NAMES, Bound
from luoshi.rules.board_rules import BoardRule
from luoshi.rules.light_rules import LightRule
from luoshi.rules.rounding import show
from luoshi.rules.seasons import SeasonRule
from luoshi.rules.trajectory_rules import TrajectoryRule

EDGES = {"ge": "不小于", "gt": "大于", "le": "不大于", "lt": "小于"}
TRAITS = {
    "rate": "比率类", "growth": "增速类", "limit": "上限类", "per-quarter": "每季度重复的", "per-month": "每月重复的",
    "single": "只有一件的", "deadline": "年内有截止月份的", "any": "其余",
}  # fmt: skip
PATHS = {
    "even": "按月均摊", "constant": "各月都按全年要求", "nodes": "按申报的节点", "shape": "按上年同期的形状",
    "quarters": "按季度", "months": "按月份", "by_end": "到截止月份一次到位",
}  # fmt: skip


def light(rule: LightRule) -> list[str]:
    """What a light rule says, one sentence a line."""
    found = [*_looks_at(rule)]
    found += [
        f"{band.word or colours.WORDS[band.colour]}：{'，且'.join(_bound(b) for b in band.bounds)}。"
        for band in rule.bands
    ]
    found += [
        f"比率、增速和上限类目标，{band.word or colours.WORDS[band.colour]}："
        f"{'，且'.join(_bound(b) for b in band.bounds)}。"
        for band in rule.held
    ]
    if rule.memory:
        counted = "或".join(colours.WORDS[c] for c in rule.memory.counts)
        found.append(f"连续 {rule.memory.months} 个月{counted}的，改亮{colours.WORDS[rule.memory.becomes]}。")
    if rule.made_good_later:
        found.append("亮过红灯的月份，以后补上的改记黄灯，不改绿灯。")
    if rule.ahead:
        found.append("尚未到期但已全部完成的，亮绿灯。")
    found += [
        f"正当理由经批准的，{colours.WORDS[before]}改{'为' if after == 'grey' else '亮'}{colours.WORDS[after]}。"
        for before, after in rule.excuses
    ]
    found += [f"{ladders.condition(rung)}的，{ladders.told(rung)}。" for rung in rule.ladder]
    return found


def _looks_at(rule: LightRule) -> list[str]:
    """What is planned and reached where that is not a figure of its own, and with what it is compared."""
    found = []
    if rule.event:
        found.append(f"已{rule.event}的按 100% 计，到期没有{rule.event}的按 0 计；未到期的不亮灯。")
    if rule.subject == "unit":
        found.append("单位牵头、当月应完成的目标和任务的项数为计划，其中完成的项数为实绩。")
    if rule.compares:
        found.append(f"对比值是{rule.reference}，取自“对标值”台账。")
    return found


def _bound(bound: Bound) -> str:
    return f"{MEASURE_NAMES[bound.of]}{EDGES[bound.comparator]} {show(bound.value)}"


def trajectory(rule: TrajectoryRule) -> list[str]:
    """What a trajectory rule says."""
    return [f"{TRAITS[case.trait]}目标：{PATHS[case.trajectory.kind]}。" for case in rule.cases]


def board(rule: BoardRule) -> list[str]:
    """What a board rule says."""
    without = "、".join(colours.WORDS[c] for c in rule.red.without)
    top = f"，取前 {rule.red.top} 名" if rule.red.top else ""
    red = f"红榜：至少 {rule.red.at_least} 项目标有数据，没有{without}{top}。"
    causes = []
    if rule.black.red_lights is not None:
        causes.append(f"红灯达到 {rule.black.red_lights} 个")
    if rule.black.yellow_run is not None:
        causes.append(f"有目标连续 {rule.black.yellow_run} 个月亮黄灯")
    found = [red, f"黑榜：{'，或'.join(causes)}。"]
    if rule.completion_cap is not None:
        found.append(f"计算平均完成率时，单项最高按 {show(rule.completion_cap)}% 计。")
    return found


def season(rule: SeasonRule) -> list[str]:
    """What a season rule says."""
    found = [f"没有往年实绩的，按各月工作日多少分解；春节前 {rule.before} 天、节后 {rule.after} 天不计。"]
    for each in rule.seasons:
        named = f"名称含“{'”“'.join(each.words)}”的" if each.words else "其余的"
        lowered = "、".join(f"{month} 月按 {show(factor)}% 计" for month, factor in each.factors)
        found.append(f"{named}：{lowered or '各月同等看待'}。")
    return found
