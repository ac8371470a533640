"""What must hold within a scheme: full marks add up for every group, every formula has figures of the right kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Protocol

from luoshi.rules import issued, refusals, rounding
from luoshi.rules.rounding import show
from luoshi.rules.scoring import refusals as score_refusals
from luoshi.rules.scoring.formulas import (
    TAKING,
    Award,
    Awards,
    Best,
    Faults,
    Formula,
    Part,
    Places,
    Ratings,
    Ratio,
    Sizes,
    Step,
    Thresholds,
    Types,
)
from luoshi.rules.scoring.parts import Dimension, Figure, FigureKind, Group, Item, Veto

COUNTED: tuple[FigureKind, ...] = ("number", "events")
Use = tuple[str, tuple[FigureKind, ...]]
"""A figure's code and the kinds that it may be of."""


class Scheme(Protocol):
    """What is checked of a scheme."""

    @property
    def code(self) -> str: ...
    @property
    def full(self) -> Decimal: ...
    @property
    def figures(self) -> Sequence[Figure]: ...
    @property
    def groups(self) -> Sequence[Group]: ...
    @property
    def dimensions(self) -> Sequence[Dimension]: ...
    @property
    def vetoes(self) -> Sequence[Veto]: ...
    @property
    def places(self) -> int: ...
    @property
    def ties(self) -> Sequence[str]: ...


def check(scheme: Scheme) -> None:
    """Raises a RulesError that names the first place where the scheme does not hold together."""
    where = f"考核办法 {scheme.code} 的"
    items = [item for dimension in scheme.dimensions for item in dimension.items]
    lines = [*(each.code for each in scheme.dimensions), *(item.code for item in items)]
    _check_once(where, "数据", [each.code for each in scheme.figures])
    _check_once(where, "组别", [each.code for each in scheme.groups])
    _check_once(where, "部分或指标", lines)
    _check_once(where, "否决项", [each.code for each in scheme.vetoes])
    groups = [group.code for group in scheme.groups]
    kinds = {each.code: each.kind for each in scheme.figures}
    for dimension in scheme.dimensions:
        for item in dimension.items:
            place = f"{where}指标 {item.code} "
            _check_known(place, "组别", item.groups, groups)
            _check_item(place, dimension, item)
            _check_fine(place, item.most or Decimal(0), scheme.places)
            _check_uses(place, uses(item.formula), kinds)
    _check_uses(f"{where} vetoes ", [(each.figure, COUNTED) for each in scheme.vetoes], kinds)
    _check_known(f"{where} ties ", "部分或指标", scheme.ties, lines)
    _check_full(where, scheme)


def uses(formula: Formula) -> Iterator[Use]:
    """The figures that a formula looks at."""
    match formula:
        case Ratio():
            for part in formula.parts:
                yield part.actual, COUNTED
                if part.target:
                    yield part.target, ("number",)
        case Thresholds():
            yield from ((each.figure, COUNTED) for each in formula.thresholds)
        case Faults():
            yield from ((each.figure, COUNTED) for each in formula.faults)
        case Awards():
            for award in formula.awards:
                yield award.figure, ("events",) if award.steps else COUNTED
                if award.beyond:
                    yield award.beyond, ("number",)
        case Ratings():
            yield from ((each.figure, ("ratings",)) for each in formula.panels)
        case Types():
            yield formula.figure, ("word",)
        case Sizes() | Places() | Best():
            yield formula.figure, COUNTED


def _check_once(where: str, what: str, codes: Sequence[str]) -> None:
    if twice := issued.first_twice(codes):
        raise refusals.CodeTwice(where, what, twice)


def _check_known(where: str, what: str, codes: Sequence[str], known: Sequence[str]) -> None:
    for code in codes:
        if code not in known:
            raise score_refusals.UnknownCode(where, what, code, known)


def _check_uses(where: str, found: Iterator[Use] | Sequence[Use], kinds: Mapping[str, FigureKind]) -> None:
    for code, wanted in found:
        _check_known(where, "数据", [code], list(kinds))
        if kinds[code] not in wanted:
            raise score_refusals.WrongFigure(where, code, kinds[code], wanted)


def _check_full(where: str, scheme: Scheme) -> None:
    for group in scheme.groups:
        for dimension in scheme.dimensions:
            _check_fine(f"{where}部分 {dimension.code} ", dimension.full(group.code), scheme.places)
        found = sum((each.full(group.code) for each in scheme.dimensions), Decimal(0))
        if found != scheme.full:
            raise score_refusals.FullMarksDiffer(where, group.title, show(found), show(scheme.full))


def _check_fine(where: str, points: Decimal, places: int) -> None:
    """What is rounded must not come out above full marks."""
    if rounding.half_up(points, places) != points:
        raise score_refusals.PointsTooFine(where, show(points, 10), places)


def _check_item(where: str, dimension: Dimension, item: Item) -> None:
    takes = isinstance(item.formula, TAKING)
    if dimension.kind == ("bonus" if takes else "deduction"):
        raise score_refusals.FormulaOutOfPlace(where, takes)
    if dimension.kind == "marks" and not item.points:
        raise score_refusals.PointsMissing(where)
    _check_formula(where, item)


def _check_formula(where: str, item: Item) -> None:
    match item.formula:
        case Ratio(parts=parts):
            _check_shares(where, [part.share for part in parts])
            for part in parts:
                _check_part(where, part)
        case Ratings(panels=panels):
            _check_shares(where, [panel.weight for panel in panels])
        case Awards(awards=awards):
            for award in awards:
                _check_award(where, award)
        case Sizes(steps=steps, rest=rest):
            _check_steps(where, steps, rest)
            _check_first(where, steps[0].points, item)
        case Types(types=types):
            _check_once(where, "类型", [word for word, _ in types])
            _check_first(where, max(points for _, points in types), item)
        case Places(points=points, rest=rest):
            if any(after > before for before, after in pairwise([*points, rest])):
                raise score_refusals.NotFalling(where)
            _check_first(where, points[0], item)


def _check_shares(where: str, shares: Sequence[Decimal]) -> None:
    total = sum(shares, Decimal(0))
    if total != 100:
        raise score_refusals.SharesDoNotSum(where, show(total))


def _check_part(where: str, part: Part) -> None:
    if bool(part.target) == (part.constant is not None):
        raise score_refusals.TargetUnclear(where)


def _check_award(where: str, award: Award) -> None:
    if bool(award.steps) == (award.each is not None):
        raise score_refusals.AwardUnclear(where)
    if award.steps and award.beyond:
        raise score_refusals.BeyondNotUsed(where)
    if award.steps:
        _check_steps(where, award.steps, Decimal(0))


def _check_steps(where: str, steps: Sequence[Step], rest: Decimal) -> None:
    bounds = [step.bound for step in steps]
    points = [*(step.points for step in steps), rest]
    if any(b >= a for a, b in pairwise(bounds)) or any(b > a for a, b in pairwise(points)):
        raise score_refusals.NotFalling(where)


def _check_first(where: str, first: Decimal, item: Item) -> None:
    if item.points is not None and first != item.points:
        raise score_refusals.FirstIsNotFull(where, show(first), show(item.points))
