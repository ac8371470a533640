"""红黑榜: which units are on the red and the black list of a month, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from luoshi.rules import colours, errors, months, rounding
from luoshi.rules.board_rules import BlackList, BoardRule, Key, Order, RedList
from luoshi.rules.colours import Colour
from luoshi.rules.lights import Light, MonthLight

__all__ = [
    "BlackList",
    "Board",
    "BoardRule",
    "Entry",
    "Order",
    "Place",
    "RedList",
    "UnitStanding",
    "board",
    "ranking",
    "yellow_run",
]


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """A unit in a month: one light a target (grey ones are not measured) and the known completions in %."""

    unit: str
    lights: Sequence[Light]
    completions: Sequence[Decimal]


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit's place; ``rank`` None in ``neither``, equal ranks where every declared key is equal."""

    rank: int | None
    unit: str
    reason: str


@dataclass(frozen=True, slots=True)
class Board:
    """Every unit given is in exactly one of the three."""

    red: tuple[Entry, ...]
    black: tuple[Entry, ...]
    neither: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A unit's place by its mean completion (in %), None where nothing is known of it; and its lights."""

    rank: int | None
    unit: str
    completion: Decimal | None
    green: int
    yellow: int
    red: int


@dataclass(frozen=True, slots=True)
class _Score:
    """The figures of a standing that a rule may rank by."""

    unit: str
    completion: Fraction | None
    green_lights: int
    yellow_lights: int
    red_lights: int
    yellow_run: int

    @property
    def measured_targets(self) -> int:
        return self.green_lights + self.yellow_lights + self.red_lights

    def count(self, colour: Colour) -> int:
        return {"green": self.green_lights, "yellow": self.yellow_lights, "red": self.red_lights}.get(
            colour, 0
        )


_Ranked = tuple[int, _Score]


def board(rule: BoardRule, standings: Sequence[UnitStanding]) -> Board:
    """The lists of a month; what meets a black condition is never on the red list. Raises UnitTwice."""
    scores = [_score(rule, each) for each in standings]
    _check_once(scores)
    black = _ranked(rule.black.order, [each for each in scores if _black_reasons(rule.black, each)])
    blamed = {score.unit for _, score in black}
    red = _ranked(
        rule.red.order, [s for s in scores if s.unit not in blamed and not _red_obstacles(rule.red, s)]
    )
    on_red, on_black = _first(red, rule.red.top), _first(black, rule.black.top)
    listed = {score.unit for _, score in (*on_red, *on_black)}
    missed = {score.unit: _missed("红榜", rank, rule.red.top) for rank, score in red}
    missed |= {score.unit: _missed("黑榜", rank, rule.black.top) for rank, score in black}
    return Board(
        red=tuple(Entry(rank, s.unit, _red_sentence(rule.red, rank, s)) for rank, s in on_red),
        black=tuple(Entry(rank, s.unit, _black_sentence(rule.black, rank, s)) for rank, s in on_black),
        neither=tuple(
            Entry(None, s.unit, missed.get(s.unit) or _neither_sentence(rule.red, s))
            for s in sorted(scores, key=lambda each: each.unit)
            if s.unit not in listed
        ),
    )


def ranking(rule: BoardRule, standings: Sequence[UnitStanding]) -> tuple[Place, ...]:
    """All units by mean completion, with the rule's cap; who is equal shares a place. Raises UnitTwice."""
    scores = [_score(rule, each) for each in standings]
    _check_once(scores)
    return tuple(
        Place(
            None if score.completion is None else rank,
            score.unit,
            None if score.completion is None else rounding.exact(score.completion),
            score.green_lights,
            score.yellow_lights,
            score.red_lights,
        )
        for rank, score in _ranked((Order("completion", "high"),), scores)
    )


# ---- figures of a unit ----------------------------------------------------------------------------


def _score(rule: BoardRule, standing: UnitStanding) -> _Score:
    shining = [light.colour for light in standing.lights]
    return _Score(
        unit=standing.unit,
        completion=_mean(tuple(standing.completions), rule.completion_cap),
        green_lights=shining.count("green"),
        yellow_lights=shining.count("yellow"),
        red_lights=shining.count("red"),
        yellow_run=max((yellow_run(light.history) for light in standing.lights), default=0),
    )


@lru_cache(maxsize=1024)
def _mean(completions: tuple[Decimal, ...], cap: Decimal | None) -> Fraction | None:
    counted = [Fraction(each if cap is None else min(each, cap)) for each in completions]
    return sum(counted, start=Fraction(0)) / len(counted) if counted else None


def yellow_run(history: Sequence[MonthLight]) -> int:
    """How many months in a row, up to the last, the light was yellow."""
    run = 0
    for each in reversed(history):
        if each.colour != "yellow" or months.months_between(each.month, history[-1].month) != run:
            break
        run += 1
    return run


def _check_once(scores: Sequence[_Score]) -> None:
    seen: set[str] = set()
    for score in scores:
        if score.unit in seen:
            raise errors.UnitTwice(score.unit)
        seen.add(score.unit)


# ---- ranking --------------------------------------------------------------------------------------

_FIGURES: Mapping[Key, Callable[[_Score], Fraction | int | None]] = MappingProxyType(
    {
        "completion": lambda score: score.completion,
        "green_lights": lambda score: score.green_lights,
        "yellow_lights": lambda score: score.yellow_lights,
        "red_lights": lambda score: score.red_lights,
        "measured_targets": lambda score: score.measured_targets,
        "yellow_run": lambda score: score.yellow_run,
    }
)


def _ranked(order: Sequence[Order], scores: Sequence[_Score]) -> list[_Ranked]:
    """Sorted by the declared keys, then by unit; the same rank where all declared keys are equal."""
    found = sorted(scores, key=lambda score: score.unit)
    for each in reversed(order):
        _sort(found, each)
    places: list[_Ranked] = []
    for number, score in enumerate(found, 1):
        same = places and _keys(order, places[-1][1]) == _keys(order, score)
        places.append((places[-1][0] if same else number, score))
    return places


def _sort(scores: list[_Score], order: Order) -> None:
    high = order.first == "high"
    if order.by == "unit":
        scores.sort(key=lambda score: score.unit, reverse=high)
        return
    figure = _FIGURES[order.by]
    sign = -1 if high else 1
    scores.sort(key=lambda score: _last_if_unknown(figure(score), sign))


def _last_if_unknown(figure: Fraction | int | None, sign: int) -> tuple[bool, Fraction | int]:
    return figure is None, sign * (figure or 0)


def _keys(order: Sequence[Order], score: _Score) -> list[object]:
    return [score.unit if each.by == "unit" else _FIGURES[each.by](score) for each in order]


def _first(places: Sequence[_Ranked], top: int | None) -> list[_Ranked]:
    return [(rank, score) for rank, score in places if top is None or rank <= top]


# ---- conditions and sentences ---------------------------------------------------------------------


def _black_reasons(black: BlackList, score: _Score) -> list[str]:
    found = []
    if black.red_lights is not None and score.red_lights >= black.red_lights:
        found.append(f"有 {score.red_lights} 个红灯")
    if black.yellow_run is not None and score.yellow_run >= black.yellow_run:
        found.append(f"有目标连续 {score.yellow_run} 个月亮黄灯")
    return found


def _red_obstacles(red: RedList, score: _Score) -> list[str]:
    found = [
        f"有 {score.count(colour)} 个{colours.WORDS[colour]}" for colour in red.without if score.count(colour)
    ]
    if score.measured_targets < red.at_least:
        found.append(f"有数据的目标 {score.measured_targets} 个，不足 {red.at_least} 个")
    return found


def _red_sentence(red: RedList, rank: int, score: _Score) -> str:
    none = "、".join(colours.WORDS[colour] for colour in red.without)
    return f"有数据的目标 {score.measured_targets} 个，无{none}，{_completion(score)}，列红榜第 {rank} 名"


def _black_sentence(black: BlackList, rank: int, score: _Score) -> str:
    why = "，".join(_black_reasons(black, score))
    return f"{why}，{_completion(score)}，列黑榜第 {rank} 名"


def _neither_sentence(red: RedList, score: _Score) -> str:
    return f"{'，'.join(_red_obstacles(red, score))}，不符合红榜条件，也未达到黑榜条件"


def _missed(name: str, rank: int, top: int | None) -> str:
    return f"符合{name}条件，排第 {rank} 名，未进入前 {top} 名"


def _completion(score: _Score) -> str:
    if score.completion is None:
        return "完成率未知"
    return f"平均完成率 {rounding.show_fixed(rounding.exact(score.completion))}%"
