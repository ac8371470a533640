"""Quantities of a text: each promised or reached number with everything the sentence says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, takewhile
from typing import NamedTuple

from luoshi.reading import deadlines, headed, modality, tables, tense
from luoshi.reading.clauses import within
from luoshi.reading.model import Comparator, Modality, Problem, Quantity
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import (
    beside,
    cells,
    conditions,
    industry,
    owners,
    roles,
    scopes,
    sharing,
    tiers,
    timing,
    unsaid,
    wording,
    words,
)
from luoshi.reading.quantities.inherited import leans
from luoshi.reading.quantities.items import Item
from luoshi.reading.quantities.shape import item
from luoshi.reading.sentence import Sentence
from luoshi.reading.sentences import Body

_NEXT_ACTION = quick(rf"、(?={words.VERB}|{words.LIGHT}|其中)")
# …的15个项目, and the clause ends: the subject of the next.
_SUBJECT = lazy(r"[^，,；;。、\d]{0,8}(?:项目|工程|企业|学校|小区|村|道路|桥梁)")
# 剩余的60户拆迁任务, and the next clause says what becomes of it.
_LEFT_OVER = lazy(r"(?:剩余|余下|其余)[^，,；;。]{2,30}[，,]")
_SUBJECT_HEAD = quick(r"(?:项目|工程|企业|学校|小区|村|道路|桥梁)$")
# 完成投资90亿元,2027年30亿元、2028年60亿元: a share of the whole for each year.
_ANOTHER_YEAR = lazy(r"[，,、]20\d\d年$")
_AMONG_ALL = quick(r"其中[^；;。]{1,60}$|[，,]20\d\d年$")
_OF_THE_YEAR = quick(r"(?<=元)、(?:年度|当年|今年|年内)(?:计划|预计)?(?:完成)?投资(?:约|达|超)?$")
# 提高10个百分点,达到65%.
_AS_FAR = lazy(r"[^，,；;。\d]{0,6}[，,](?:达到?|总数达到?|提[高升][至到]|降[至到]|增[至到])")
_BARE_DONE = frozenset(
    {"建成", "完成", "开工", "竣工", "投用", "签约", "投产", "完工", "启动", "落地", "交付"}
)
_LED_BY = quick(rf"^(?:{words.VERB}){{1,3}}(?=[^，,]{{2}})")
#: How far below a title its own text is looked at.
_BELOW = 600
#: More numbers than these need a word of their own.
_SEVERAL = 8
#: How far behind a sentence the next one begins.
_NEXT = 4
_ENDS = frozenset("。！？；，、.!?;,:：")


class Said(NamedTuple):
    """A sentence with what all its numbers share: the clause of each, by where it begins, their places, the areas named, the heading's area."""

    sentence: Sentence
    clauses: dict[int, int]
    numbers: list[int]
    areas: list[tuple[int, str]]
    above: str | None

    def area(self, place: int) -> str | None:
        """The area that a sentence or the heading above it names for what stands at ``place``."""
        if not self.areas:
            return self.above
        own = place - self.sentence.start
        found = next((name for end, name in reversed(self.areas) if end <= own), None)
        return self.above if not found or (self.above and scopes.is_whole(found)) else found


def read(body: Body) -> tuple[tuple[Quantity, ...], tuple[Problem, ...]]:
    """Targets and actuals of a text in document order, over clean offsets, and what could not be made out."""
    rows = body.tables.rows
    found: list[Quantity] = list(cells.quantities(rows, body.outline, body.year))
    problems: list[Problem] = []
    under, given = headed.stretches(body), deadlines.Given(body)
    areas: dict[int | None, str | None] = {None: None}
    lines = scopes.lines(body.text, body.start, body.end, [body.outline[at].start for at in body.headings])
    lead, known = None, 0
    for sentence in body.sentences:
        if not sentence.numerals or _is_only_numbers(sentence):
            if scopes.holds_congress(sentence.words):
                lead, known = scopes.leading(sentence.words), sentence.end
            continue
        if lead and "\n" in body.text[known : sentence.start]:
            lead = None
        lead, known = scopes.leading(sentence.words) or lead, sentence.end
        row = tables.holding(rows, sentence.start) if rows else None
        if row is not None and row.counts:
            continue
        if sentence.section not in areas:
            areas[sentence.section] = scopes.of_section(body.outline, sentence.section)
        of_it = list(
            _of_sentence(sentence, lead or areas[sentence.section] or scopes.above(lines, sentence.start))
        )
        for quantity in _among(of_it, found, sentence):
            one = _answered(quantity, row, body.year) if row else quantity
            if one is None:
                continue
            if one.period is None and one.kind == "target":
                when = given.at(one.start)
                one = one._replace(period=headed.above(under, one.start) if when is None else when or None)
            if one.indicator:
                named = industry.of_industry(one.indicator, body.outline, one.section)
                named = owners.of_heading(named, body.outline, one.section)
                found.append(one if named == one.indicator else one._replace(indicator=named))
            else:
                problems.append(_unnamed(sentence, one))
    found.sort(key=_start)
    return tuple(_retold(found, body.text)), tuple(problems)


def _is_only_numbers(sentence: Sentence) -> bool:
    """25个、30个、12家、…: many numbers and nothing but marks between them say nothing of any."""
    many = len(sentence.numerals) > _SEVERAL
    if not many:
        return False
    written = sum(one.tail - one.start + 1 for one in sentence.numerals)
    return written >= sentence.end - sentence.start


def _among(of_it: Sequence[Quantity], found: Sequence[Quantity], sentence: Sentence) -> Sequence[Quantity]:
    """A sentence that begins with 其中 goes on with what the one before it counted: its areas, its results."""
    if of_it and found and of_it[0].indicator in _BARE_DONE:
        return _of_the_same(of_it, found, sentence)
    if of_it and found and tiers.only(of_it[0].indicator):
        return _once_more(of_it, found, sentence)
    if not of_it or not found or "其中" not in sentence.words[:4]:
        return of_it
    whole, first = found[-1], of_it[0]
    if sentence.start - whole.sentence[1] > _NEXT:
        return of_it
    if whole.period and whole.kind == "target":
        of_it = [one if one.period else one._replace(period=whole.period) for one in of_it]
    if whole.base_unit != first.base_unit:
        return of_it
    area = scopes.alone(first.indicator)
    told = whole.kind == "actual" and not tense.ahead(sentence, sentence.start, sentence.end)
    return [
        one._replace(
            indicator=whole.indicator
            if area and one.indicator == first.indicator
            else unsaid.of_measure(one.indicator, whole.indicator)
            if one.base_unit == "元"
            else one.indicator,
            scope=one.scope or area,
            kind="actual" if told else one.kind,
            modality="plan" if told else one.modality,
        )
        for one in of_it
    ]


def _of_the_same(
    of_it: Sequence[Quantity], found: Sequence[Quantity], sentence: Sentence
) -> Sequence[Quantity]:
    """新建驿站11个。6月底前建成5个: a bare verb is done to the first things that the sentence before counts so."""
    first, before = of_it[0], found[-1].sentence
    if sentence.start - before[1] > _NEXT or "\n" in sentence.text[before[1] : sentence.start]:
        return of_it
    same = (one for one in found if one.sentence == before and one.base_unit == first.base_unit)
    whole = next(same, None)
    if whole is None or whole.kind != first.kind:
        return of_it
    thing = _LED_BY.sub("", whole.indicator)
    return [first._replace(indicator=first.indicator + thing), *of_it[1:]]


def _once_more(
    of_it: Sequence[Quantity], found: Sequence[Quantity], sentence: Sentence
) -> Sequence[Quantity]:
    """去年完成产值320亿元,增长9%。今年目标350亿元,增长10%: what names nothing is what the sentence before measured so."""
    before = found[-1].sentence
    if sentence.start - before[1] > _NEXT or "\n" in sentence.text[before[1] : sentence.start]:
        return of_it
    measured = {one.base_unit: one.indicator for one in reversed(found) if one.sentence == before}
    same = measured.get(of_it[0].base_unit)
    if same is None:
        return of_it
    measured.setdefault("%", same)
    return [
        one._replace(indicator=measured.get(one.base_unit, "")) if tiers.only(one.indicator) else one
        for one in of_it
    ]


def _start(quantity: Quantity) -> int:
    return quantity.start


def _retold(found: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """A title that tells a result of the text below it is a result."""
    for index, one in enumerate(found):
        told = False
        if one.kind == "target" and _is_title(text, one):
            below = list(takewhile(partial(_is_near, one), islice(found, index + 1, None)))
            same = {
                other.kind
                for other in below
                if (other.amount, other.base_unit) == (one.amount, one.base_unit)
            }
            told = same == {"actual"}
        yield one._replace(kind="actual", modality="plan") if told else one


def _is_title(text: str, one: Quantity) -> bool:
    """Whether its sentence is a line without an end mark."""
    start, end = one.sentence
    if text[end : end + 1] != "\n" or text[end - 1] in _ENDS:
        return False
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _is_near(title: Quantity, other: Quantity) -> bool:
    return other.start - title.start <= _BELOW


def _answered(quantity: Quantity, row: tables.Row, year: int | None) -> Quantity | None:
    """With the units and the time limit that stand beside it in its row of a table; None where its column is read by itself."""
    column = row.column(quantity.start)
    if column and column.kind in ("size", "money"):
        return None
    who, when = tables.answering(row, quantity.start, year)
    return quantity._replace(actors=quantity.actors or who, period=quantity.period or when)


def _unnamed(sentence: Sentence, quantity: Quantity) -> Problem:
    written = sentence.text[quantity.start : quantity.end] + quantity.unit
    return Problem(
        quantity.start, quantity.end, "no-indicator", f"“{written}”说的是什么指标读不出来，请对照原句补充。"
    )


def _of_sentence(sentence: Sentence, above: str | None) -> Iterator[Quantity]:
    parts = roles.parts(sentence)
    beside.sizes(sentence, parts)
    said = Said(
        sentence,
        {numeral.start: sentence.clause_of(numeral.start) for numeral in sentence.numerals},
        [
            one.start
            for one in sentence.numerals
            if parts[one.start] != "threshold" and within(one.start, sentence.quoted) is None
        ],
        scopes.of_words(sentence.words),
        above,
    )
    counted = [numeral for numeral in sentence.numerals if parts[numeral.start] in ("target", "actual")]
    items = tiers.named(sharing.shared(_items(said, counted), sentence.text), sentence)
    items = unsaid.said(owners.owned(items, sentence), sentence)
    beside.results(sentence, items, parts)
    bounds = [numeral for numeral in sentence.numerals if parts[numeral.start] == "threshold"]
    last = None
    for one in items:
        thresholds = [bound for bound in bounds if _belongs(said, items, one, bound)]
        made = _quantity(said, one, parts[one.numeral.start] == "actual", thresholds)
        made = _reaching(made, last, sentence.text) if last else made
        made = _parallel(made, last) if last and made.unit == "%" else made
        made = _of_a_whole(made, last, sentence) if last else made
        last = made
        yield last


def _reaching(one: Quantity, last: Quantity, text: str) -> Quantity:
    """力争提高10个百分点,达到65%: how far the same rises is promised as firmly."""
    same = one.indicator == last.indicator and one.kind == last.kind == "target" and one.modality == "plan"
    if not same or last.modality == "plan" or not _AS_FAR.match(text, last.end, one.start):
        return one
    return one._replace(modality=last.modality)


def _parallel(one: Quantity, last: Quantity) -> Quantity:
    """完成甲标段100%工程量;乙标段60%工程量: 完成 is said of the second too."""
    same = one.modality == "plan" and one.kind == last.kind == "target"
    if not same or not all(each.indicator.endswith("工程量") for each in (one, last)):
        return one
    return one._replace(modality=last.modality)


def _of_a_whole(one: Quantity, last: Quantity, sentence: Sentence) -> Quantity:
    """完成造林9万亩,其中人工造林3万亩、飞播6万亩: parts are promised as firmly as the whole."""
    if one.modality != "plan" or last.modality != "ensure" or one.base_unit != last.base_unit:
        return one
    gap = sentence.text[last.end + len(last.unit) : one.start]
    on = gap[:1] == "、" and _AMONG_ALL.search(sentence.text, sentence.start, last.start)
    part = on or beside.AMONG.match(gap) or _ANOTHER_YEAR.match(gap)
    return one._replace(modality="ensure") if part else one


def _items(said: Said, counted: Sequence[Numeral]) -> list[Item]:
    sentence = said.sentence
    items: list[Item] = []
    for index, numeral in enumerate(counted):
        clause = sentence.clauses[said.clauses[numeral.start]]
        previous = items[-1] if items else None
        following = counted[index + 1] if index + 1 < len(counted) else None
        following = following if following and following.start < clause.end else None
        start = max(clause.start, previous.end) if previous else clause.start
        start = _behind_a_size(sentence, start, numeral)
        near = previous
        if (
            previous
            and start == clause.start
            and not beside.AMONG.match(sentence.text, clause.start, clause.end)
        ):
            left = sentence.text[start : numeral.start]
            near = previous if leans(left) or scopes.alone(left.strip()) else None
        if (
            near
            and near.numeral.base_unit != numeral.base_unit
            and beside.AMONG.match(sentence.text, near.end, clause.end)
        ):
            near = next((one for one in reversed(items) if one.numeral.base_unit == numeral.base_unit), near)
        items.append(item(sentence, clause, start, numeral, following, near).untimed())
    return items


def _behind_a_size(sentence: Sentence, start: int, numeral: Numeral) -> int:
    """总投资400亿元、年度计划投资30亿元: the size before is no word of the number; where its own words begin."""
    found = _OF_THE_YEAR.search(sentence.text, start, numeral.start) if numeral.kind == "money" else None
    return found.start() + 1 if found else start


def _belongs(said: Said, items: Sequence[Item], one: Item, threshold: Numeral) -> bool:
    """A threshold qualifies the item whose words hold it: the first item that ends behind it, in the same clause."""
    if said.clauses[threshold.start] != said.clauses[one.numeral.start]:
        return False
    owner = next((other for other in items if other.end > threshold.start), None)
    return owner is one


def _quantity(said: Said, one: Item, actual: bool, thresholds: list[Numeral]) -> Quantity:
    numeral, sentence = one.numeral, said.sentence
    at = said.clauses[numeral.start]
    firm, stage = _said_behind(said, numeral, at)
    return Quantity(
        kind="actual" if actual else "target",
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
        modality="plan" if actual else firm or _modality(said, numeral, at),
        period=timing.of_sentence(sentence, at, numeral, said.numbers, actual),
        scope=one.area or said.area(numeral.start),
        conditions=conditions.conditions(sentence.text, sentence.clauses[at].start, thresholds),
        actors=(one.actor,) if one.actor else sentence.actors,
        names=one.names,
    )


def _said_behind(said: Said, numeral: Numeral, at: int) -> tuple[Modality | None, str]:
    """已落实资金的15个项目,也要确保9月底前开工: how firmly the clause behind its subject promises, and what."""
    sentence, clause = said.sentence, said.sentence.clauses[at]
    left = _LEFT_OVER.match(sentence.text, clause.start) is not None
    if not left and not sentence.text.endswith("的", clause.start, numeral.start):
        return None, ""
    when = timing.limit(sentence, at, said.numbers)
    if when is None or not left and not _SUBJECT.fullmatch(sentence.text, numeral.tail, clause.end):
        return None, ""
    following = sentence.clauses[at + 1]
    firm = [word.value.modality for word in sentence.modals if clause.end <= word.start < following.end]
    return firm[0] if firm else None, "" if left else sentence.text[when.end : following.end]


def _staged(one: Item, stage: str) -> str:
    head = _SUBJECT_HEAD.search(one.thing)
    return (head.group() if head else one.thing) + stage


def _modality(said: Said, numeral: Numeral, at: int) -> Modality:
    sentence = said.sentence
    if not sentence.modals:
        return "plan"
    if timing.closing(sentence, at, said.numbers):
        return "ensure"
    actions = _NEXT_ACTION.finditer(sentence.text, sentence.clauses[at].start, numeral.start)
    return modality.governing(
        sentence.text, sentence.modals, sentence.clauses, at, numeral.start, numeral.tail, said.numbers,
        [found.end() for found in actions],
    )  # fmt: skip


def comparator(one: Item) -> Comparator:
    """Range, then 两位数, then the word behind the number, the word before it, and 余 or 多 before a bare 达到; else exactly."""
    if one.numeral.high is not None:
        return "range"
    if one.numeral.style == "least":
        return "ge"
    said = one.after or one.said.comparator
    return "approx" if one.numeral.about and said in (None, "ge") else said or "eq"
