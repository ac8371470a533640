"""Facts: the value of every binding by unit and month, as it is and as it was.

A write marks the buckets it touches (``marks``); the worker or the next reader recomputes only those. A value that
changes is kept with the stretch of the trail in which it stood, so that a month that was published is found again
exactly as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Q, prefetch_related_objects

from luoshi.ledgers import bulk, chain, marks, registry, scanning, tables
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.marks import Touched, Turn, Turns
from luoshi.ledgers.measures import Balance, Condition, Distinct, Measure
from luoshi.ledgers.models import Binding, Fact, FactKey, Mark, PastFact
from luoshi.ledgers.scanning import Bucket, Scanned, Value
from luoshi.ledgers.standing import told
from luoshi.ledgers.terms import Term, terms

Place = tuple[int, int, int]  # binding, unit, month
Standing = tuple[int, int, int, int, int, int, int, int]  # key, place, value and since when a fact has it
Terms = dict[Binding, tuple[Term, ...]]
NO_ROWS = Value(0, 0, 0)


def measure_of(binding: Binding) -> Measure:
    """What a binding measures."""
    return registry.ledger(binding.ledger).measure(binding.measure)


def terms_of(binding: Binding) -> tuple[Term, ...]:
    """What a binding takes from the rows of its ledger."""
    ledger = registry.ledger(binding.ledger)
    measure = ledger.measure(binding.measure)
    return terms(ledger, measure, [*conditions_of(binding)])


def reaches_back(binding: Binding) -> bool:
    """Whether a binding's figures are of a time and not of a window of months; a formula's where one in it is."""
    return any(measure_of(each).reaches_back for each in opened([binding]))


def adds_units(binding: Binding) -> bool:
    """Whether what units have of a binding's figure makes the whole; never of a formula, a growth or a share."""
    return not binding.formula and binding.view in ("", "to_date") and measure_of(binding).adds_units


def conditions_of(binding: Binding) -> Iterator[Condition]:
    """A binding's own conditions, and what makes a row's figure official where only such count."""
    yield from (Condition.from_data(each) for each in binding.conditions)
    if binding.official:
        yield from measure_of(binding).official


# Kept up to date


def refresh(names: Iterable[str] | None = None) -> int:
    """Bring the facts up to date: new bindings wholly, others in the marked buckets. Returns the facts written.

    What is kept by then stands until these ledgers are marked again; new bindings are seen by who has read them.
    """
    names = None if names is None else set(names)
    with told(*marks.of(names)):
        return _brought_up(names)


def _brought_up(names: set[str] | None) -> int:
    standing, marked = Binding.objects.filter(ended=None, formula=""), Mark.objects.all()
    if names is not None:
        standing, marked = standing.filter(ledger__in=names), marked.filter(ledger__in=names)
    if not marked.exists() and not standing.filter(filled=False).exists():
        return 0
    with transaction.atomic():
        unfilled = standing.filter(filled=False)
        concerned = {*marked.values_list("ledger", flat=True), *unfilled.values_list("ledger", flat=True)}
        bound: dict[str, list[Binding]] = defaultdict(list)
        for binding in standing.filter(ledger__in=concerned).order_by("pk").select_for_update():
            bound[binding.ledger].append(binding)
        seen = list(
            marked.filter(ledger__in=concerned).values_list(
                "pk", "ledger", "when", "unit", "period", "taken", "put"
            )
        )
        now = chain.head().seq  # after the marks: their writes are on the trail
        touched: dict[str, Touched] = defaultdict(Touched)
        for _, name, when, unit, period, *turn in seen:
            touched[name].add(when, (unit, period), Turn(*turn))
        written = sum(
            _refresh(registry.ledger(name), some, touched[name], now) for name, some in bound.items()
        )
        for some in bulk.chunks([pk for pk, *_ in seen]):
            Mark.objects.filter(pk__in=some).delete()
        # what others have committed since may have been counted already: their buckets are counted again
        scanned = [name for name in bound if touched[name].scanned]
        Mark.objects.filter(ledger__in=scanned).exclude(taken="", put="").update(taken="", put="")
    return written


def _refresh(ledger: Ledger, bindings: Sequence[Binding], touched: Touched, now: int) -> int:
    written = 0
    if fresh := {b: terms_of(b) for b in bindings if not b.filled}:
        written += _recompute(ledger, fresh, None, now)
        Binding.objects.filter(pk__in=[b.pk for b in fresh]).update(filled=True)
        touched.scanned = True
    alike: dict[tuple[bool, tuple[str, ...]], Terms] = defaultdict(dict)
    for binding in bindings if touched else ():
        if binding not in fresh:
            figure = terms_of(binding)
            dates = tuple(dict.fromkeys(term.when for term in figure))
            alike[scanning.turns(ledger, figure), dates][binding] = figure
    for (turns, dates), some in alike.items():
        buckets = touched.buckets(dates, turned=not turns)
        if turns and (rest := touched.rest(dates, buckets)):
            turned, odd = _turn(ledger, some, rest, now)
            buckets, written = buckets | odd, written + turned
        if buckets:
            written += _recompute(ledger, some, dict.fromkeys(dates, buckets), now)
            touched.scanned |= turns
    return written


def _turn(ledger: Ledger, figures: Terms, turned: Turns, now: int) -> tuple[int, set[Bucket]]:
    """Put facts right by what writes have turned: how many have changed, and the buckets in which that does not add
    up, which are left as they are."""
    standing = list(_standing(figures, {bucket for buckets in turned.values() for bucket in buckets}))
    wanted = {_place(line): Value(*line[4:7]) for line in standing}
    found = scanning.difference(ledger, [*figures.values()], turned)
    for binding, by in zip(figures, found, strict=True):
        for bucket, value in by.items():
            wanted[binding.pk, *bucket] = wanted.get((binding.pk, *bucket), NO_ROWS) + value
    odd = {place[1:] for place, value in wanted.items() if value.rows < 1 and value != NO_ROWS}
    wanted = {place: value for place, value in wanted.items() if value.rows and place[1:] not in odd}
    return _keep((line for line in standing if _place(line)[1:] not in odd), wanted, now), odd


def _recompute(ledger: Ledger, figures: Terms, only: Mapping[str, set[Bucket]] | None, now: int) -> int:
    """Make facts what a scan finds, in all buckets or in ``only`` some; how many have changed."""
    found = scanning.scan(ledger, [*figures.values()], only)
    buckets = None if only is None else set[Bucket]().union(*only.values())
    _keep_keys(figures, found, buckets, now)
    wanted: dict[Place, Value] = {
        (binding.pk, *bucket): value
        for binding, scanned in zip(figures, found, strict=True)
        for bucket, value in scanned.values.items()
    }
    return _keep(_standing(figures, buckets), wanted, now)


def _keep(standing: Iterable[Standing], wanted: Mapping[Place, Value], now: int) -> int:
    """Let the facts that stand become those that are wanted; how many have changed."""
    gone: list[int] = []
    past: list[tuple[int, ...]] = []
    new = dict(wanted)
    for line in standing:
        if new.get(place := _place(line)) == line[4:7]:
            del new[place]
            continue
        gone.append(line[0])
        if line[7] < now:
            past.append((*line[1:], now))
    for some in bulk.chunks(gone):
        Fact.objects.filter(pk__in=some).delete()
    tables.insert(PastFact, _fields(PastFact), past)
    tables.insert(Fact, _fields(Fact), ((*place, *value, now) for place, value in new.items()))
    return max(len(new), len(gone))


def _place(line: Standing) -> Place:
    return line[1], line[2], line[3]


def _standing(bindings: Iterable[Binding], buckets: set[Bucket] | None) -> Iterator[Standing]:
    """The facts of bindings that were filled before, in all buckets or in some."""
    before = [binding.pk for binding in bindings]
    facts = Fact.objects.filter(binding__in=before).order_by()
    if buckets is not None:
        facts = facts.filter(unit__in={u for u, _ in buckets}, period__in={p for _, p in buckets})
    named = ("pk", "binding_id", "unit", "period", "value", "base", "rows", "since")
    for row in facts.values_list(*named):
        if buckets is None or row[2:4] in buckets:
            yield row


def _keep_keys(figures: Terms, found: Sequence[Scanned], buckets: set[Bucket] | None, now: int) -> None:
    for (binding, (term, *_)), scanned in zip(figures.items(), found, strict=True):
        if term.fold != "keys":
            continue
        new = {(*bucket, key): rows for bucket, keys in scanned.keys.items() for key, rows in keys.items()}
        standing = FactKey.objects.filter(binding=binding, until=None).order_by()
        ended = []
        for pk, unit, period, key, rows in standing.values_list("pk", "unit", "period", "key", "rows"):
            if buckets is not None and (unit, period) not in buckets:
                continue
            if new.get((unit, period, key)) == rows:
                del new[unit, period, key]
            else:
                ended.append(pk)
        for some in bulk.chunks(ended):
            FactKey.objects.filter(pk__in=some).update(until=now)
        lines = ((binding.pk, *place, rows, now, None) for place, rows in new.items())
        tables.insert(FactKey, _fields(FactKey), lines)


def _fields(model: Any) -> list[Any]:
    return [each for each in model._meta.concrete_fields if not each.primary_key]


def retire(binding: Binding) -> None:
    """Let a binding end: its facts stay for what was published from them, and are no longer kept up to date."""
    of_it = Binding.objects.filter(Q(pk=binding.pk) | Q(whole=binding.pk))
    if of_it.filter(filled=True).exists():
        of_it.update(ended=chain.head().seq)
    else:
        binding.delete()


# Read


class Part(NamedTuple):
    """What a fact says, for one unit and one month; of different values one a part, under its ``key``.

    Of a formula, ``of`` is the binding in it whose fact it is.
    """

    unit: int
    period: int
    value: int
    base: int
    rows: int
    key: str = ""
    of: int = 0


def opened(bindings: Iterable[Binding]) -> list[Binding]:
    """Bindings with those that formulas are made of in place of the formulas; at most one query."""
    bindings = list(bindings)
    prefetch_related_objects([b for b in bindings if b.formula], "parts")
    return [part for b in bindings for part in (b.parts.all() if b.formula else (b,))]


Trees = Mapping[int, Collection[int]]


def facts_of(
    bindings: Iterable[Binding], start: int, end: int, subtrees: Trees, *, as_of: int | None = None
) -> dict[int, list[Part]]:
    """The facts of bindings that a figure of the months ``start``..``end`` is made of, by the binding's key.

    ``subtrees`` gives for every scope in use the keys of the units under it, and for a share of the parent those under
    its parent at the scope's negative key. ``as_of`` is a row of the trail: the facts as they stood then. One query
    for all (two where different values are counted); no ledger is read.
    """
    bindings = list(bindings)
    wanted = {b.pk: b for b in opened(bindings)}
    found: dict[int, list[Part]] = {b.pk: [] for b in bindings}
    wholes = {key: b.whole_id for key, b in wanted.items() if b.whole_id in found}
    narrow = {key: b for key, b in wanted.items() if not _takes_all(b)}
    since = {key: first_month(binding, start, end) for key, binding in wanted.items()}
    with told(*marks.of({binding.ledger for binding in wanted.values()})):
        lines = list(_lines(wanted, since, end, as_of))
    for key, *said in lines:
        taken = Part(*said)
        if (part := _scoped(narrow[key], taken, subtrees) if key in narrow else taken) is not None:
            if key in found:
                found[key].append(part)
            if key in wholes:
                found[wholes[key]].append(part._replace(of=key))
    return found


def parts_of(binding: Binding, scanned: Scanned, start: int, end: int, subtrees: Trees) -> list[Part]:
    """The same from a scan: what facts would say that are not stored."""
    first = first_month(binding, start, end)
    if isinstance(measure_of(binding), Distinct):
        said = ((*bucket, 1, 0, n, key) for bucket, keys in scanned.keys.items() for key, n in keys.items())
    else:
        said = ((*bucket, *value, "") for bucket, value in scanned.values.items())
    found = (_scoped(binding, Part(*each), subtrees) for each in said if first <= each[1] <= end)
    return [part for part in found if part is not None]


def stored(binding: Binding, end: int) -> list[Part]:
    """A binding's facts up to a month, of all units."""
    facts = Fact.objects.filter(binding=binding, period__lte=end).order_by("unit", "period")
    return [Part(*said) for said in facts.values_list("unit", "period", "value", "base", "rows")]


def first_month(binding: Binding, start: int, end: int) -> int:
    """The first month whose facts a figure of ``start``..``end`` needs."""
    if measure_of(binding).reaches_back:
        return 0
    match binding.view:
        case "growth":
            return start - 100
        case "sequential":
            return month_before(end)
        case "to_date":
            return end // 100 * 100 + 1
        case _:
            return start


def month_before(period: int) -> int:
    """The month before a month."""
    return period - 1 if period % 100 > 1 else period - 89


def _lines(
    wanted: Mapping[int, Binding], since: Mapping[int, int], end: int, as_of: int | None
) -> Iterator[tuple[Any, ...]]:
    distinct = {key for key, binding in wanted.items() if isinstance(measure_of(binding), Distinct)}
    plain, named = set(wanted) - distinct, ("binding_id", *Part._fields[:5])
    groups: dict[int, list[int]] = defaultdict(list)
    for key in plain:
        groups[since[key]].append(key)
    windows = Q(pk__in=())
    for first, keys in groups.items():
        windows |= Q(binding__in=keys, period__gte=first)
    windows &= Q(period__lte=end)
    order = ("binding_id", "unit", "period")
    if plain:
        for model in (Fact,) if as_of is None else (Fact, PastFact):
            facts: Any = model._default_manager.filter(windows)
            if as_of is not None:
                facts = facts.filter(since__lte=as_of)
                facts = facts.filter(until__gt=as_of) if model is PastFact else facts
            yield from facts.order_by(*order).values_list(*named)
    if distinct:
        first = min(since[key] for key in distinct)
        held = FactKey.objects.filter(binding__in=distinct, period__gte=first, period__lte=end)
        standing = Q(until=None) if as_of is None else Q(until=None) | Q(until__gt=as_of)
        held = held.filter(standing, **({} if as_of is None else {"since__lte": as_of}))
        told = held.order_by(*order, "key").values_list("binding_id", "unit", "period", "rows", "key")
        yield from ((key, unit, period, 1, 0, rows, said) for key, unit, period, rows, said in told)


def _takes_all(binding: Binding) -> bool:
    """Whether every fact of a binding is a part of its figures as it is."""
    return (
        binding.scope is None and "share" not in binding.view and not isinstance(measure_of(binding), Balance)
    )


def concerns(binding: Binding, unit: int, subtrees: Trees) -> bool:
    """Whether what a unit has is in a binding's figures, be it only in the whole of which they are a share."""
    if binding.scope is None or binding.view == "share":
        return True
    return unit in subtrees[-binding.scope if binding.view == "parent_share" else binding.scope]


def _scoped(binding: Binding, part: Part, subtrees: Trees) -> Part | None:
    """A part within its binding's scope, of a balance what is left; of a share also what lies outside, below the line."""
    if not concerns(binding, part.unit, subtrees):
        return None
    if isinstance(measure_of(binding), Balance):
        part = part._replace(value=part.value - part.base, base=0)
    if "share" not in binding.view:
        return part
    inside = binding.scope is None or part.unit in subtrees[binding.scope]
    return part._replace(value=part.value if inside else 0, base=part.value)


class Turned(NamedTuple):
    """A fact that is no longer what it was: before and now, None where there was or is none."""

    binding: int
    unit: int
    period: int
    before: Value | None
    now: Value | None


def changed_since(bindings: Iterable[Binding], seq: int, end: int | None = None) -> list[Turned]:
    """The facts that changed after a row of the trail, up to a month: what a published figure would be now."""
    keys = [binding.pk for binding in opened(bindings)]
    before, now = _values(keys, end, seq), _values(keys, end, None)
    places = sorted(place for place in before.keys() | now.keys() if before.get(place) != now.get(place))
    return [Turned(*place, before.get(place), now.get(place)) for place in places]


def _values(keys: Sequence[int], end: int | None, as_of: int | None) -> dict[Place, Value]:
    found: dict[Place, Value] = {}
    for model in (Fact,) if as_of is None else (Fact, PastFact):
        facts: Any = model._default_manager.filter(binding__in=keys)
        facts = facts if end is None else facts.filter(period__lte=end)
        facts = facts if as_of is None else facts.filter(since__lte=as_of)
        facts = facts.filter(until__gt=as_of) if model is PastFact else facts
        for key, unit, period, *value in facts.values_list(
            "binding_id", "unit", "period", "value", "base", "rows"
        ):
            found[key, unit, period] = Value(*value)
    return found
