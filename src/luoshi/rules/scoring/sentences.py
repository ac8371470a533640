"""A scheme of assessment said in sentences, for those who are scored by it."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.rules.scoring.formulas import (
    Award,
    Awards,
    Best,
    Fault,
    Faults,
    Part,
    Places,
    Ratings,
    Ratio,
    Sizes,
    Threshold,
    Thresholds,
    Types,
)
from luoshi.rules.scoring.parts import Dimension, Figure, Item, Veto
from luoshi.rules.scoring.rules import ScoreRule
from luoshi.rules.scoring.words import shown, told


def scheme(rule: ScoreRule) -> list[str]:
    """The whole first, then a dimension and its items a line each, then what leaves no rank and what breaks a tie."""
    groups = "、".join(group.title for group in rule.groups)
    found = [f"满分 {shown(rule.full)} 分，{groups}分别排名，各项得分保留 {rule.places} 位小数。"]
    for dimension in rule.dimensions:
        found.append(_dimension(rule, dimension))
        found += [_item(rule, item) for item in dimension.items]
    found += [_veto(rule, veto) for veto in rule.vetoes]
    if rule.ties:
        titles = {each.code: each.title for each in _lines(rule)}
        found.append(
            f"总分相同的，依次比较{'、'.join(titles[code] for code in rule.ties)}得分，仍相同的并列。"
        )
    worked = [f"{each.title} {shown(each.effort)}" for each in rule.figures if each.effort != 1]
    if worked:
        found.append(f"比较哪一项最容易补分时，每一个单位的工作量：{'、'.join(worked)}，其余按 1 计。")
    return found


def _lines(rule: ScoreRule) -> Iterable[Dimension | Item]:
    for dimension in rule.dimensions:
        yield dimension
        yield from dimension.items


def _dimension(rule: ScoreRule, dimension: Dimension) -> str:
    if dimension.kind == "marks":
        fulls = {shown(dimension.full(group.code)) for group in rule.groups}
        head = f"{dimension.title}：{'、'.join(sorted(fulls))} 分"
    else:
        head = f"{dimension.title}：{'加在总分上' if dimension.kind == 'bonus' else '从总分中扣'}"
    weight = f"，按 {shown(dimension.weight)}% 计入总分" if dimension.weight != 100 else ""
    cap = f"，合计最多 {shown(dimension.cap)} 分" if dimension.cap is not None else ""
    return f"{head}{weight}{cap}。"


def _item(rule: ScoreRule, item: Item) -> str:
    titles = [rule.group(code).title for code in item.groups]
    asked = f"（{'、'.join(titles)}）" if titles else ""
    points = f" {shown(item.points)} 分" if item.points is not None else ""
    return f"{item.title}{asked}{points}：{_formula(rule, item)}。"


def _formula(rule: ScoreRule, item: Item) -> str:
    match item.formula:
        case Ratio():
            return _ratio(rule, item.formula)
        case Thresholds(thresholds=thresholds):
            return "；".join(_threshold(rule.figure(each.figure), each) for each in thresholds)
        case Faults(faults=faults):
            return "；".join(_fault(rule.figure(each.figure), each) for each in faults)
        case Awards(awards=awards):
            return "；".join(_award(rule, each) for each in awards)
        case Ratings():
            return _ratings(rule, item.formula)
        case Sizes():
            return _sizes(rule, item.formula)
        case Types(figure=figure, types=types):
            named = "，".join(f"{word} {shown(points)} 分" for word, points in types)
            return f"按{rule.figure(figure).title}计分，{named}"
        case Places():
            return _places(rule, item.formula)
        case Best(figure=figure, better=better):
            first = "最低" if better == "low" else "最高"
            return f"{rule.figure(figure).title}{first}的得满分，其余按与第一名之比计分"


def _ratio(rule: ScoreRule, formula: Ratio) -> str:
    parts = [_part(rule, part) for part in formula.parts]
    shares = (f" × {shown(part.share)}%" if len(parts) > 1 else "" for part in formula.parts)
    terms = " + ".join(f"{part}{share}" for part, share in zip(parts, shares, strict=True))
    least = f"，低于 {shown(formula.least)}% 不得分" if formula.least is not None else ""
    return f"按 {terms} 计分，最高按 {shown(formula.cap)}% 计{least}"


def _part(rule: ScoreRule, part: Part) -> str:
    actual = rule.figure(part.actual)
    target = rule.figure(part.target).title if part.target else told(actual, part.constant or 0)
    if part.better == "low":
        return f"{actual.title}（上限 {target}）"
    return f"{actual.title} ÷ {target}"


def _threshold(figure: Figure, threshold: Threshold) -> str:
    least = f"{figure.title}不少于 {told(figure, threshold.least)}"
    return f"{least}，每差 {told(figure, 1)}扣 {shown(threshold.each)} 分"


def _fault(figure: Figure, fault: Fault) -> str:
    most = f"，最多扣 {shown(fault.most)} 分" if fault.most is not None else ""
    cured = "，整改后不再扣" if fault.curable else ""
    return f"{figure.title}每{figure.unit or '个'}扣 {shown(fault.each)} 分{most}{cured}"


def _award(rule: ScoreRule, award: Award) -> str:
    figure = rule.figure(award.figure)
    most = f"，最多加 {shown(award.most)} 分" if award.most is not None else ""
    if award.steps:
        steps = "，".join(f"{told(figure, step.bound)}以上加 {shown(step.points)} 分" for step in award.steps)
        return f"{figure.title} {steps}，同一项目只计一次{most}"
    beyond = f"超过{rule.figure(award.beyond).title}的" if award.beyond else ""
    return f"{figure.title}{beyond}每{figure.unit or '个'}加 {shown(award.each or 0)} 分{most}"


def _ratings(rule: ScoreRule, formula: Ratings) -> str:
    panels = " + ".join(
        f"{rule.figure(each.figure).title} × {shown(each.weight)}%" for each in formula.panels
    )
    trim = f"，各去掉 {formula.trim} 个最高分和最低分" if formula.trim else ""
    return f"{panels}，按 {shown(formula.scale)} 分制打分{trim}"


def _sizes(rule: ScoreRule, formula: Sizes) -> str:
    figure = rule.figure(formula.figure)
    steps = "，".join(f"{told(figure, step.bound)}以上 {shown(step.points)} 分" for step in formula.steps)
    return f"{figure.title} {steps}，其余 {shown(formula.rest)} 分"


def _places(rule: ScoreRule, formula: Places) -> str:
    order = "由低到高" if formula.better == "low" else "由高到低"
    points = "、".join(shown(each) for each in formula.points)
    return f"{rule.figure(formula.figure).title}在组内{order}排名，依次得 {points} 分，其余 {shown(formula.rest)} 分"


def _veto(rule: ScoreRule, veto: Veto) -> str:
    more = f"，{veto.consequence}" if veto.consequence else ""
    return f"{veto.title}：有{rule.figure(veto.figure).title}的一票否决，本年不排名{more}。"
