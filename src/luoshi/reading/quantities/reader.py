"""Quantities of a text: each promised or reached number with everything the sentence says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from luoshi.reading import modality, tense
from luoshi.reading.model import Comparator, Heading, Modality, Problem, Quantity
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import (
    conditions,
    roles,
    scopes,
    sharing,
    tables,
    timing,
    wording,
    words,
)
from luoshi.reading.quantities.shape import Item, item, leans
from luoshi.reading.sentences import Body, Sentence

_NEXT_ACTION = quick(rf"、(?={words.VERB}|{words.LIGHT}|其中)")
# …的15个项目, and the clause ends: the subject of the next.
_WHICH = quick(r"的$")
_SUBJECT = lazy(r"[^，,；;。、\d]{0,8}(?:项目|工程|企业|学校|小区|村|道路|桥梁)")
_SUBJECT_HEAD = quick(r"(?:项目|工程|企业|学校|小区|村|道路|桥梁)$")
_AMONG = quick(r"[\s、，,]*其中")
_SOURCE = quick(r"[、，,；;](?:地方|[省市县区镇]级|自筹|企业自|社会|银行|财政|专项)[^，,；;。、\d]{0,8}(?:配套|资金|自筹|贷款|资本|投资|投入)?$")


def read(body: Body) -> tuple[tuple[Quantity, ...], tuple[Problem, ...]]:
    """Targets and actuals of a text in document order, over clean offsets, and what could not be made out."""
    rows = tables.rows(body.text, body.start, body.end)
    found: list[Quantity] = list(tables.quantities(rows, body.outline, body.year))
    problems: list[Problem] = []
    under = timing.stretches(body)
    for sentence in body.sentences:
        if not sentence.numerals:
            continue
        row = tables.holding(rows, sentence.start) if rows else None
        if row is not None and row.counts:
            continue
        for quantity in _of_sentence(sentence, body.outline):
            quantity = _answered(quantity, row, body.year)
            if quantity.period is None and quantity.kind == "target":
                quantity = quantity._replace(period=timing.above(under, quantity.start))
            if quantity.indicator:
                found.append(quantity)
            else:
                problems.append(_unnamed(sentence, quantity))
    found.sort(key=lambda quantity: quantity.start)
    return tuple(_retold(found, body)), tuple(problems)


def _retold(found: Sequence[Quantity], body: Body) -> Iterator[Quantity]:
    """A title that tells a result of the text is a result."""
    title = body.text.find("\n", body.start, body.end) if body.start == 0 else 0
    if not found or found[0].start >= title:
        yield from found
        return
    below = [one for one in found if one.start > title]
    reached = {(one.amount, one.base_unit) for one in below if one.kind == "actual"}
    promised = {(one.amount, one.base_unit) for one in below if one.kind == "target"}
    for one in found:
        again = one.start < title and (one.amount, one.base_unit) in reached - promised
        yield one._replace(kind="actual", modality="plan") if again else one


def _answered(quantity: Quantity, row: tables.Row | None, year: int | None) -> Quantity:
    """With the units and the time limit that stand beside it in its row of a table."""
    if row is None:
        return quantity
    who, when = tables.answering(row, year)
    return quantity._replace(actors=quantity.actors or who, period=quantity.period or when)


def _unnamed(sentence: Sentence, quantity: Quantity) -> Problem:
    written = sentence.text[quantity.start : quantity.end] + quantity.unit
    return Problem(
        quantity.start, quantity.end, "no-indicator", f"“{written}”说的是什么指标读不出来，请对照原句补充。"
    )


def _of_sentence(sentence: Sentence, outline: Sequence[Heading]) -> Iterator[Quantity]:
    parts = {numeral: roles.role(sentence, numeral) for numeral in sentence.numerals}
    _part_of_size(sentence, parts)
    counted = [numeral for numeral in sentence.numerals if parts[numeral] in ("target", "actual")]
    items = sharing.shared(_items(sentence, counted), sentence.text)
    for one, following in pairwise(items):
        if (
            following.said.rises
            and following.growth_of
            and parts[one.numeral] == "actual"
            and not tense.ahead(sentence, one.end, following.numeral.start)
        ):
            parts[following.numeral] = "actual"
    for one, following in pairwise(items):
        between = sentence.text[one.end : following.numeral.start]
        if (
            parts[one.numeral] == "actual"
            and _AMONG.search(between)
            and not tense.ahead(sentence, one.end, following.numeral.start)
        ):
            parts[following.numeral] = "actual"
    for one in items:
        thresholds = [
            numeral for numeral in sentence.numerals
            if parts[numeral] == "threshold" and _belongs(sentence, items, one, numeral)
        ]  # fmt: skip
        kind = parts[one.numeral]
        yield _quantity(sentence, outline, one, "actual" if kind == "actual" else "target", thresholds)


def _part_of_size(sentence: Sentence, parts: dict[Numeral, roles.Role]) -> None:
    """总投资9亿元,其中财政资金2亿元,地方配套1亿元: the parts of a size are sizes."""
    for whole, part in pairwise(sentence.numerals):
        if parts[whole] == "scale" and whole.kind == part.kind == "money" and parts[part] == "target":
            between = sentence.text[whole.tail : part.start]
            if _AMONG.match(between) or parts.get(whole) == "scale" and _SOURCE.match(between):
                parts[part] = "scale"


def _items(sentence: Sentence, counted: Sequence[Numeral]) -> list[Item]:
    items: list[Item] = []
    for index, numeral in enumerate(counted):
        at = sentence.clause_of(numeral.start)
        clause = sentence.clauses[at]
        previous = items[-1] if items else None
        following = (
            counted[index + 1] if index + 1 < len(counted) and counted[index + 1].start < clause.end else None
        )
        start = max(clause.start, previous.end if previous else clause.start)
        listed = start > clause.start or _AMONG.match(sentence.text, clause.start, clause.end) is not None
        left = sentence.text[start : numeral.start]
        near = previous if listed or leans(left) or scopes.alone(left.strip()) else None
        items.append(item(sentence, clause, start, numeral, following, near))
    return items


def _belongs(sentence: Sentence, items: Sequence[Item], one: Item, threshold: Numeral) -> bool:
    """A threshold qualifies the item whose words hold it: the first item that ends behind it, in the same clause."""
    if sentence.clause_of(threshold.start) != sentence.clause_of(one.numeral.start):
        return False
    owner = next((other for other in items if other.end > threshold.start), None)
    return owner is one


def _quantity(
    sentence: Sentence, outline: Sequence[Heading], one: Item, kind: str, thresholds: list[Numeral]
) -> Quantity:
    numeral, at = one.numeral, sentence.clause_of(one.numeral.start)
    clause = sentence.clauses[at]
    firm, stage = _said_behind(sentence, at, numeral)
    return Quantity(
        kind="actual" if kind == "actual" else "target",
        start=numeral.start,
        end=numeral.end,
        sentence=(sentence.start, sentence.end),
        section=sentence.section,
        indicator=_staged(one, stage) if stage else one.indicator,
        value=numeral.value,
        high=numeral.high,
        unit=numeral.unit,
        amount=numeral.amount,
        base_unit=numeral.base_unit,
        basis=wording.basis(numeral, one.said, one.verb + one.thing),
        comparator=comparator(one),
        modality="plan" if kind == "actual" else firm or _modality(sentence, at, numeral),
        period=timing.of_sentence(sentence, numeral, kind == "actual"),
        scope=one.area
        or scopes.of_words(sentence.text[sentence.start : numeral.start])
        or scopes.of_section(outline, sentence.section),
        conditions=conditions.conditions(sentence.text, clause.start, thresholds),
        actors=sentence.actors,
        names=one.names,
    )


def _said_behind(sentence: Sentence, at: int, numeral: Numeral) -> tuple[Modality | None, str]:
    """已落实资金的15个项目,也要确保9月底前开工: how firmly the clause behind its subject promises, and what."""
    clause = sentence.clauses[at]
    if not _SUBJECT.fullmatch(sentence.text, numeral.tail, clause.end):
        return None, ""
    when = timing.limit(sentence, at) if _WHICH.search(sentence.text, clause.start, numeral.start) else None
    if when is None:
        return None, ""
    following = sentence.clauses[at + 1]
    firm = [word.value.modality for word in sentence.modals if clause.end <= word.start < when.start]
    return firm[-1] if firm else None, sentence.text[when.end : following.end]


def _staged(one: Item, stage: str) -> str:
    head = _SUBJECT_HEAD.search(one.thing)
    return (head.group() if head else one.thing) + stage


def _modality(sentence: Sentence, at: int, numeral: Numeral) -> Modality:
    numbers = [other.start for other in sentence.numerals]
    clause = sentence.clauses[at]
    verbs = [found.end() for found in _NEXT_ACTION.finditer(sentence.text, clause.start, numeral.start)]
    return modality.governing(
        sentence.text, sentence.modals, sentence.clauses, at, numeral.start, numeral.tail, numbers, verbs
    )


def comparator(one: Item) -> Comparator:
    """Range, then 两位数, then the word behind the number, the word before it, then 余 and 多; else exactly."""
    if one.numeral.high is not None:
        return "range"
    if one.numeral.style == "least":
        return "ge"
    return one.after or one.said.comparator or ("approx" if one.numeral.about else "eq")
