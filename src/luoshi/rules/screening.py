"""项目预审: the points of a project from its reviewers' answers, the verdict, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from luoshi.rules import refusals, rounding
from luoshi.rules.screening_forms import ScreeningForm, ScreeningItem

__all__ = ["Result", "ScreeningForm", "ScreeningItem", "Verdict", "points_of", "score"]

Verdict = Literal["passed", "conditional", "refused", "vetoed"]
VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {"passed": "通过", "conditional": "有条件通过", "refused": "不通过", "vetoed": "一票否决"}
)


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome: ``points`` is the reviewers' mean, ``by_item`` the mean of each item, both of 100 in all.

    ``vetoed`` names the items that stopped the project; ``spread`` is the distance between the highest and
    the lowest reviewer, ``wide`` when it is more than the form allows without a talk.
    """

    points: Decimal
    verdict: Verdict
    vetoed: tuple[str, ...]
    by_item: Mapping[str, Decimal]
    by_reviewer: Mapping[str, Decimal]
    spread: Decimal
    wide: bool
    reason: str


Answers = Mapping[str, Mapping[str, Decimal]]
"""Reviewer -> item code -> the mark or the figure."""


def points_of(item: ScreeningItem, answer: Decimal) -> Decimal:
    """The points that an answer earns, exact or to ten places.

    Source: screening of investment projects by 产业定位, 规划布局, 环境保护, 投资强度 and 税收贡献; the bands
    are the zone's own.

    >>> from luoshi.rules.screening_forms import Step
    >>> steps = Step(Decimal(400), Decimal(1)), Step(Decimal(300), Decimal("0.8"))
    >>> intensity = ScreeningItem("intensity", "投资强度", Decimal(15), bands=steps)
    >>> [points_of(intensity, Decimal(x)) for x in (400, 399, 299)]
    [Decimal('15'), Decimal('12'), Decimal('0')]
    >>> points_of(ScreeningItem("position", "产业定位", Decimal(20), scale=Decimal(5)), Decimal(4))
    Decimal('16')
    """
    return rounding.exact(_points(item, answer))


def score(form: ScreeningForm, answers: Answers) -> Result:
    """Points and verdict of a project; every reviewer answers every item of the form.

    A veto comes before the points. Raises NoReviewers, AnswerMissing, AnswerUnknown, AnswerOffScale or
    AnswerNegative.
    """
    _check(form, answers)
    points = {
        reviewer: {item.code: _points(item, given[item.code]) for item in form.items}
        for reviewer, given in answers.items()
    }
    totals = {reviewer: sum(each.values(), Fraction(0)) for reviewer, each in points.items()}
    zeros = {item.title: _zeros(item, points) for item in form.items if item.veto}
    mean = _mean(totals.values())
    vetoed = tuple(title for title, count in zeros.items() if count >= form.vetoes)
    verdict = "vetoed" if vetoed else _verdict(form, mean)
    spread = max(totals.values()) - min(totals.values())
    told = [_points_told(form, mean, len(totals)), *(_veto_told(title, zeros[title]) for title in vetoed)]
    told += [_spread_told(form, spread)] if spread > form.spread else []
    return Result(
        points=rounding.exact(mean),
        verdict=verdict,
        vetoed=vetoed,
        by_item={i.code: rounding.exact(_mean(each[i.code] for each in points.values())) for i in form.items},
        by_reviewer={reviewer: rounding.exact(total) for reviewer, total in totals.items()},
        spread=rounding.exact(spread),
        wide=spread > form.spread,
        reason="；".join([*told, f"结论：{VERDICTS[verdict]}"]),
    )


def _mean(values: Iterable[Fraction]) -> Fraction:
    found = list(values)
    return sum(found, Fraction(0)) / len(found)


def _check(form: ScreeningForm, answers: Answers) -> None:
    if not answers:
        raise refusals.NoReviewers
    for reviewer, given in answers.items():
        for item in form.items:
            if item.code not in given:
                raise refusals.AnswerMissing(reviewer, item.title)
            _check_answer(reviewer, item, given[item.code])
        known = {item.code for item in form.items}
        if unknown := [code for code in given if code not in known]:
            raise refusals.AnswerUnknown(reviewer, unknown[0])


def _check_answer(reviewer: str, item: ScreeningItem, answer: Decimal) -> None:
    if item.scale is not None and not 0 <= answer <= item.scale:
        raise refusals.AnswerOffScale(reviewer, item.title, answer, item.scale)
    if answer < 0:
        raise refusals.AnswerNegative(reviewer, item.title, answer)


def _points(item: ScreeningItem, answer: Decimal) -> Fraction:
    weight = Fraction(item.weight)
    if item.scale is not None:
        return weight * Fraction(answer) / Fraction(item.scale)
    for step in item.bands:
        if answer >= step.bound if item.better == "high" else answer <= step.bound:
            return weight * Fraction(step.share)
    return Fraction(0)


def _zeros(item: ScreeningItem, points: Mapping[str, Mapping[str, Fraction]]) -> int:
    return sum(not each[item.code] for each in points.values())


def _verdict(form: ScreeningForm, mean: Fraction) -> Verdict:
    if mean >= form.passing:
        return "passed"
    return "conditional" if mean >= form.conditional else "refused"


def _points_told(form: ScreeningForm, mean: Fraction, reviewers: int) -> str:
    told = f"{reviewers} 位评审人平均 {_shown(mean)} 分"
    line = f"通过线 {rounding.show(form.passing)} 分、有条件通过线 {rounding.show(form.conditional)} 分"
    return f"{told}，{line}"


def _veto_told(title: str, zeros: int) -> str:
    return f"“{title}”有 {zeros} 位评审人评 0 分"


def _spread_told(form: ScreeningForm, spread: Fraction) -> str:
    return f"评审人最高与最低相差 {_shown(spread)} 分，超过 {rounding.show(form.spread)} 分，请先会商"


def _shown(value: Fraction) -> str:
    return rounding.show_fixed(rounding.exact(value), 2)
