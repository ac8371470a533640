"""Which measure a target could be counted by: every measure of the registry held against the clause's own words.

A proposal is a suggestion with a score and a reason; a person confirms it. Words that could not be turned into a
condition are named, because a figure that leaves them out counts more than was promised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from luoshi.ledgers import conditions, figures, registry
from luoshi.ledgers.columns import Choice, Link, Number
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError, UnknownName
from luoshi.ledgers.measures import OP_WORDS, Condition, Measure, Op, View
from luoshi.ledgers.terms import terms
from luoshi.plans.targets import wording

WORTH = 0.35  # below this nothing is proposed
SURE = 0.8  # from here on the command line's confirm-all confirms by itself
LEFT_OUT = 0.6  # for each threshold that no column can hold, and for an area that is no unit
RATE_WORDS = ("增速", "增长", "增幅")
FALL_WORDS = ("下降", "压减", "减少", "压缩", "压降")
MOST_NAMES = 500
UNITS = "directory.units"
LOOKED_AT = 0.75  # a view of another figure is confirmed by a person: it may lack last year's rows
HOW = {
    "count": "数行数",
    "sum": "求和",
    "distinct": "数不同的值",
    "last": "取最近一期",
    "average": "求平均",
    "balance": "累计进减累计出",
    "ratio": "求比率",
}
_GROWTH = re.compile(r"(?:比上?去?年|较上?去?年|同比)?(?:同期)?(?:增长率|增长速度|增长|增速|增幅)")
_SHARE = re.compile(r"占(?:全[区市县园]|开发区|园区)?的?(?:比重|比例|比|份额)|比重")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a clause asks to be measured; ``elsewhere`` names an area that is no unit of the zone."""

    indicator: str
    base_unit: str
    basis: str = "level"
    conditions: tuple[Mapping[str, Any], ...] = ()
    whole: str = ""
    words: tuple[str, ...] = ()
    scope: int | None = None
    scope_title: str = ""
    scope_names: tuple[str, ...] = ()
    elsewhere: str = ""
    year: int = 0

    def spoken(self, text: str) -> str:
        """A name without the unit to which the scope limits it already."""
        for name in self.scope_names:
            text = text.replace(name, "")
        return text


@dataclass(frozen=True, slots=True)
class Proposal:
    """A way of measuring: measure, conditions, scope and view, how sure it is (0 to 1), and why, in Chinese.

    One by a ``formula`` has no measure; ``parts`` say how each name in it is measured.
    """

    ledger: str = ""
    measure: str = ""
    conditions: tuple[Condition, ...] = ()
    scope: int | None = None
    score: float = field(default=0.0, compare=False)
    reason: str = field(default="", compare=False)
    unexplained: tuple[str, ...] = field(default=(), compare=False)
    view: View = ""
    official: bool = False
    formula: str = ""
    parts: tuple[tuple[str, Proposal], ...] = ()

    @property
    def key(self) -> str:
        """How a page names the proposal in a form."""
        view = f"~{self.view}" if self.view else ""
        return f"={self.formula}" if self.formula else f"{self.ledger}.{self.measure}{view}"

    @property
    def sure(self) -> bool:
        return self.score >= SURE


class Ranking:
    """Holds what is asked of the registry and of linked ledgers, once for all clauses of a document."""

    def __init__(self) -> None:
        self._measures = [
            (ledger, measure)
            for ledger, measure in registry.measures()
            if not ledger.reported and measure.words
        ]
        self._named: dict[str, list[tuple[str, int]]] = {}

    def of(self, wanted: Wanted) -> list[Proposal]:
        """The proposals worth showing, the likeliest first; none for what no ledger holds."""
        found = [p for ledger, measure in self._measures if (p := self._proposal(wanted, ledger, measure))]
        return sorted((p for p in found if p.score >= WORTH), key=lambda p: (-p.score, p.ledger, p.measure))

    def _proposal(self, wanted: Wanted, ledger: Ledger, measure: Measure) -> Proposal | None:
        view = _view(wanted, measure)
        if view is None:
            return None
        unit = "%" if view else figures.base_unit(ledger, measure)
        alike = wording.units_alike(wanted.base_unit, unit) * (LOOKED_AT if view else 1)
        fit = _words(_without(wanted, view), measure)
        if not alike or fit is None or (view and any(part.endswith("率") for part in fit.rest)):
            return None
        thresholds = list(_thresholds(wanted, ledger, measure))
        narrowed, rest = self._narrowed(ledger, measure, fit.rest)
        missing = [said for condition, said in thresholds if condition is None]
        missing += [wanted.elsewhere] if wanted.elsewhere else []
        score = alike * fit.certainty * wording.share(fit.word, rest) * LEFT_OUT ** len(missing)
        made = tuple(c for c, _ in thresholds if c is not None) + narrowed
        left_out = (*rest, *missing)
        return Proposal(
            ledger=ledger.name,
            measure=measure.name,
            conditions=made,
            scope=wanted.scope,
            score=round(score, 3),
            reason=_reason(wanted, ledger, measure, view, made, fit.word, left_out),
            unexplained=left_out,
            view=view,
        )

    def _narrowed(
        self, ledger: Ledger, measure: Measure, rest: Sequence[str]
    ) -> tuple[tuple[Condition, ...], tuple[str, ...]]:
        """Conditions from words that a column knows (a level, an industry), and the words that no column knows."""
        found: list[Condition] = []
        fixed = {c.column for c in measure.where}
        left = list(rest)
        for column, value, word in self._values(ledger):
            if column in fixed or any(c.column == column for c in found):
                continue
            if any(word in part for part in left):
                found.append(Condition(column, "eq", value))
                left = [piece for part in left for piece in part.split(word, 1)]
        return tuple(found), tuple(part for part in left if wording.counts(part))

    def _values(self, ledger: Ledger) -> list[tuple[str, str, str]]:
        """Every value that a column of the ledger can take by name: (column, stored text, word), longest word first."""
        found: list[tuple[str, str, str]] = []
        for column in ledger.writable:
            if isinstance(column, Choice):
                found += [
                    (column.name, stored, word) for stored, shown in column.choices for word in _levels(shown)
                ]
            elif isinstance(column, Link) and column.to != UNITS and column.to != ledger.name:
                found += [(column.name, str(pk), name) for name, pk in self._rows(column.to)]
        return sorted((f for f in found if len(f[2]) > 1), key=lambda f: -len(f[2]))

    def _rows(self, name: str) -> list[tuple[str, int]]:
        """The names of a small ledger's rows; a large one's are no words of a plan."""
        if name not in self._named:
            ledger = registry.ledger(name)
            rows = list(ledger.rows()[: MOST_NAMES + 1])
            few = rows if len(rows) <= MOST_NAMES else []
            self._named[name] = [
                (word, row.pk)
                for row in few
                for word in dict.fromkeys((ledger.label_of(row), *getattr(row, "also_called", ())))
                if not word.isdigit()
            ]
        return self._named[name]


def _levels(shown: str) -> tuple[str, ...]:
    """The words of a choice: 省 is written 省级 in plans."""
    return (f"{shown}级",) if len(shown) == 1 else (shown,)


def _view(wanted: Wanted, measure: Measure) -> View | None:
    """How a measure is to be looked at for what is wanted; None where it says something else.

    A rate of growth is measured by a measure of growth or by how another one grows, a fall by one of falls, the share
    of a unit by what is the unit's of the whole, everything else by the rest.
    """
    said = "".join((measure.title, *measure.words))
    grows, falls = any(w in said for w in RATE_WORDS), any(w in said for w in FALL_WORDS)
    if wanted.basis == "growth" and not grows and not falls:
        return None if measure.unit == "%" else "growth"
    if grows != (wanted.basis == "growth") or falls != (wanted.basis == "reduction"):
        return None
    if wanted.scope is not None and _SHARE.search(wanted.indicator) and measure.unit != "%":
        return "share" if measure.adds_units else None
    return ""


def _without(wanted: Wanted, view: View) -> Wanted:
    """What is wanted without the words that only say the view."""
    said = {"growth": _GROWTH, "share": _SHARE}.get(view)
    return replace(wanted, indicator=said.sub("", wanted.indicator)) if said else wanted


def _words(wanted: Wanted, measure: Measure) -> wording.Fit | None:
    """The measure's word in the clause's own words, else in the total's, else in another way of saying it."""
    words = (measure.title, *measure.words)
    own = wording.best(wanted.spoken(wanted.indicator), words)
    if own is not None or not wanted.whole:
        return own or next(filter(None, (wording.best(name, words) for name in wanted.words)), None)
    of_total = wording.best(wanted.spoken(wanted.whole), words)
    return of_total and of_total.with_rest(wording.beyond(wanted.spoken(wanted.indicator), wanted.whole))


def _thresholds(wanted: Wanted, ledger: Ledger, measure: Measure) -> Iterator[tuple[Condition | None, str]]:
    """Each threshold of the clause as a condition; None with the threshold's words where no column can hold it."""
    for said in wanted.conditions:
        yield _condition(said, ledger, measure), said_in_words(said)


def _condition(said: Mapping[str, Any], ledger: Ledger, measure: Measure) -> Condition | None:
    own = said["column"] if ledger.has(said["column"]) and said["column"] != "amount" else ""
    path = own or (
        measure.threshold if said["column"] in ("amount", "area", "size", "people", "share") else ""
    )
    if not path:
        return None
    try:
        column = conditions.column_at(ledger, path)
    except UnknownName:
        return None
    if not isinstance(column, Number) or column.base_unit != said["unit"]:
        return None
    found = Condition(path, op_of(said["comparator"]), said["value"])
    try:
        column.condition(said["value"])
    except LedgerError:
        return None
    return found


def op_of(comparator: str) -> Op:
    """The comparison of a condition for the word of a clause: what is only said to be 亿元 is at least that much."""
    return comparator if comparator in ("ge", "gt", "le", "lt") else "ge"  # type: ignore[return-value]


def said_in_words(said: Mapping[str, Any]) -> str:
    """A clause's threshold as people say it: 不低于5亿元."""
    number = Decimal(said["value"])
    for times, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if number >= times:
            return f"{OP_WORDS[op_of(said['comparator'])]}{number / times:f}{word}{said['unit']}"
    return f"{OP_WORDS[op_of(said['comparator'])]}{number:f}{said['unit']}"


def _reason(
    wanted: Wanted,
    ledger: Ledger,
    measure: Measure,
    view: View,
    made: Sequence[Condition],
    word: str,
    left_out: Sequence[str],
) -> str:
    """Why, in one sentence after another."""
    how = HOW[measure.kind] + (f"，再看{figures.view_words(view)}" if view else "")
    said = [f"“{wanted.indicator}”含“{word}”，对应《{ledger.title}》的“{measure.title}”（{how}）"]
    if made:
        said.append("条件：" + "，".join(conditions.words(ledger, c) for c in made))
    dates = dict.fromkeys(conditions.title_at(ledger, term.when) for term in terms(ledger, measure))
    said.append(f"按“{'、'.join(dates)}”计入" + (f"{wanted.year}年各月" if wanted.year else "各月"))
    if wanted.scope_title:
        said.append(f"范围：{wanted.scope_title}")
    if left_out:
        said.append(f"未能写成条件的字样：{'、'.join(left_out)}，请核对是否多计")
    return "；".join(said) + "。"
