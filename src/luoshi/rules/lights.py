"""红黄绿灯: applies a light rule to the months of one subject and says why.

Why a month has its light is put into words when somebody asks for it, once: of the months of a wall few are read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from luoshi.rules import colours, errors, months, reasons
from luoshi.rules.bands import Band, Measure, Readings, used
from luoshi.rules.colours import Colour
from luoshi.rules.ladders import Raised, raised
from luoshi.rules.light_rules import LightRule, Memory
from luoshi.rules.observations import Excuse, Observation

__all__ = ["Excuse", "Light", "LightRule", "Memory", "MonthLight", "Observation", "light"]


class Sentence:
    """What will be said when somebody asks; made once."""

    __slots__ = ("_make", "_text")

    def __init__(self, make: Callable[[], str]) -> None:
        self._make, self._text = make, ""

    def text(self) -> str:
        """The sentence."""
        self._text = self._text or self._make()
        return self._text


@dataclass(frozen=True, slots=True)
class MonthLight:
    """The light of one month as seen at the end of the history.

    ``run``: how many months in a row, up to this one, count for the rule's memory; ``said`` makes the reason.
    ``excused``: an approved excuse changed its colour.
    """

    month: int
    colour: Colour
    shape: str
    word: str
    said: Sentence = field(repr=False, compare=False)
    run: int = 0
    excused: bool = False

    @property
    def reason(self) -> str:
        """The sentence that explains the light."""
        return self.said.text()


@dataclass(frozen=True, slots=True)
class Light:
    """The light of the last month, every month up to it, and what follows from them by the rule's ladder."""

    colour: Colour
    shape: str
    word: str
    history: tuple[MonthLight, ...]
    raised: Raised | None = None

    @property
    def reason(self) -> str:
        """The sentence that explains the light of the last month."""
        return self.history[-1].reason


def light(rule: LightRule, history: Sequence[Observation]) -> Light:
    """The light at the last month of a history (oldest first, months may be missing).

    - Grey where nothing is due (``未到期``) or a needed figure is unknown (``无数据``), each with its reason.
    - A run of the memory is interrupted by a month that does not count, is not due, is missing from the
      history or has an approved excuse under a rule that knows excuses; a month without data neither adds
      nor interrupts, so that silence does not help.
    - With ``made_good_later`` an earlier red month turns yellow when a later one is green.

    Raises EmptyHistory or UnorderedHistory.
    """
    _check(history)
    judged: list[MonthLight] = []
    for observation in history:
        judged.append(_judge(rule, observation, judged[-1] if judged else None))
    if rule.made_good_later:
        judged = _make_good(judged)
    last = judged[-1]
    return Light(last.colour, last.shape, last.word, tuple(judged), raised(rule.ladder, judged))


def _check(history: Sequence[Observation]) -> None:
    if not history:
        raise errors.EmptyHistory
    for before, after in pairwise(history):
        if months.months_between(before.month, after.month) <= 0:
            raise errors.UnorderedHistory(months.format_month(before.month), months.format_month(after.month))


def _judge(rule: LightRule, observation: Observation, before: MonthLight | None) -> MonthLight:
    carried = before.run if before and months.months_between(before.month, observation.month) == 1 else 0
    if observation.planned is None:
        return _before_due(rule, observation)
    readings, missing = _readings(rule, observation)
    if missing is not None:
        lacking = missing
        return _month(
            observation,
            "grey",
            lambda: reasons.unknown(rule, observation, lacking),
            word=colours.UNKNOWN,
            run=carried,
        )
    band = next(band for band in rule.bands_for(observation.progress) if band.holds(readings))
    return _lit(rule, observation, band, _run(rule, observation, band, carried))


def _before_due(rule: LightRule, observation: Observation) -> MonthLight:
    if rule.ahead and observation.progress.met:
        return _month(observation, "green", lambda: reasons.ahead(rule, observation))
    return _month(observation, "grey", lambda: reasons.not_due(rule, observation), word=colours.NOT_DUE)


def _readings(rule: LightRule, observation: Observation) -> tuple[Readings, Measure | None]:
    known: dict[Measure, Decimal] = {}
    for measure in used(rule.bands_for(observation.progress)):
        value = observation.reading(measure)
        if value is None:
            return {}, measure
        known[measure] = value
    return known, None


def _run(rule: LightRule, observation: Observation, band: Band, carried: int) -> int:
    if rule.memory is None or band.colour not in rule.memory.counts or _forgiven(rule, observation):
        return 0
    return carried + 1


def _forgiven(rule: LightRule, observation: Observation) -> bool:
    return bool(rule.excuses) and observation.excuse is not None and observation.excuse.approved


def _lit(rule: LightRule, observation: Observation, band: Band, run: int) -> MonthLight:
    colour, word = band.colour, band.word
    remembered = rule.memory is not None and run >= rule.memory.months
    if rule.memory is not None and remembered:
        colour, word = rule.memory.becomes, None

    def said() -> str:
        row = [reasons.in_a_row(rule, run)] if remembered else []
        return "，".join([reasons.figures(rule, observation, band), *row, reasons.verdict(colour, word)])

    return _excuse(rule, observation, _month(observation, colour, said, word=word, run=run))


def _excuse(rule: LightRule, observation: Observation, found: MonthLight) -> MonthLight:
    excuse = observation.excuse
    if excuse is None:
        return found
    colour = rule.excused(found.colour) if excuse.approved else found.colour

    def said() -> str:
        return f"{found.reason}；{reasons.excuse_noted(excuse, rule, found.colour, colour)}"

    noted = replace(found, said=Sentence(said), excused=colour != found.colour)
    return _coloured(noted, colour) if noted.excused else noted


def _make_good(judged: Sequence[MonthLight]) -> list[MonthLight]:
    """Every red month that a later green one made good, turned yellow."""
    later: int | None = None
    found: list[MonthLight] = []
    for each in reversed(judged):
        if each.colour == "red" and later is not None:
            each = replace(_coloured(each, "yellow"), said=_made_good(each, later))
        if each.colour == "green":
            later = each.month
        found.append(each)
    return found[::-1]


def _made_good(red: MonthLight, later: int) -> Sentence:
    return Sentence(lambda: reasons.made_good(red.reason, later))


def _month(
    observation: Observation,
    colour: Colour,
    said: Callable[[], str],
    *,
    word: str | None = None,
    run: int = 0,
) -> MonthLight:
    shape = colours.SHAPES[colour]
    return MonthLight(observation.month, colour, shape, word or colours.WORDS[colour], Sentence(said), run)


def _coloured(found: MonthLight, colour: Colour) -> MonthLight:
    return replace(found, colour=colour, shape=colours.SHAPES[colour], word=colours.WORDS[colour])
