"""The terms of many figures over one ledger, by unit and month, in one shared scan a date.

A sum or a count that several ask for is made once. Sums are coalesced here, because a sum over nothing is NULL on every
engine. Months come from dates in the engine's own language: Django's TruncMonth would call Python once a row on SQLite.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import BigIntegerField, Count, DateField, Expression, F, Func, IntegerField, Q, QuerySet
from django.db.models import Sum as Total
from django.db.models import Value as Constant
from django.db.models.functions import Coalesce

from luoshi.ledgers import conditions, images, marks
from luoshi.ledgers.columns import Day
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.images import Image
from luoshi.ledgers.marks import Turns
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Row
from luoshi.ledgers.terms import Term

EVER = 101  # the first month that a date can be in
AT_ONCE = 40  # figures a scan: SQLite allows 2,000 columns, one figure takes up to four
ONE_BY_ONE = 12  # buckets that are scanned each by itself, by a statement that is made once
Bucket = tuple[int, int]  # unit and month; unit 0 stands for rows that belong to none
Where = frozenset[Condition]
Terms = tuple[Term, ...]
Asked = tuple[str, frozenset[Where]]  # what is summed, "" where rows are counted, and of which rows


class Value(NamedTuple):
    """What a figure's terms come to in a bucket; ``base`` is what stands below the line."""

    value: int
    base: int
    rows: int

    def __add__(self, other: Value) -> Value:  # type: ignore[override]
        return Value(*(a + b for a, b in zip(self, other, strict=True)))


Values = dict[Bucket, Value]


@dataclass
class Scanned:
    """What was found for one figure: its values, and how many rows have each different key (``keys`` terms)."""

    values: Values = field(default_factory=dict)
    keys: dict[Bucket, dict[str, int]] = field(default_factory=dict)

    def add(self, bucket: Bucket, value: Value) -> None:
        """Put in what one date gives; another may have given something already."""
        held = self.values.get(bucket)
        self.values[bucket] = held + value if held else value


def scan(
    ledger: Ledger, figures: Sequence[Terms], only: Mapping[str, Collection[Bucket]] | None = None
) -> list[Scanned]:
    """What each figure comes to, in its order; of ``only`` some buckets by date, or of all."""
    found = [Scanned() for _ in figures]
    for when in dict.fromkeys(term.when for terms in figures for term in terms):
        wanted = None if only is None else only.get(when, ())
        if wanted is not None and not wanted:
            continue
        shared = [at for at, terms in enumerate(figures) if _of(terms, when) and terms[0].fold != "keys"]
        for start in range(0, len(shared), AT_ONCE):
            some = shared[start : start + AT_ONCE]
            _shared(
                ledger, when, tuple(_of(figures[at], when) for at in some), [found[at] for at in some], wanted
            )
        for at, terms in enumerate(figures):
            if terms[0].fold == "keys" and terms[0].when == when:
                _keyed(ledger, terms[0], found[at], wanted)
    return found


def difference(ledger: Ledger, figures: Sequence[Terms], turned: Turns) -> list[Values]:
    """By how much writes have turned each figure, in its order and by bucket: no other row is looked at.

    Of sums and counts only, and of a ledger that does not look at itself (``turns``).
    """
    found: list[Values] = [{} for _ in figures]
    nothing = Value(0, 0, 0)
    for when, buckets in turned.items():
        for start in range(0, len(figures), AT_ONCE):
            some = range(start, min(start + AT_ONCE, len(figures)))
            prepared = _prepared(ledger, when, tuple(_of(figures[at], when) for at in some))
            for bucket, turns in buckets.items():
                signed = [(sign, image) for turn in turns for sign, image in zip((-1, 1), turn, strict=True)]
                for sign, image in signed:
                    for line in prepared.bucket(bucket, image) if image else ():
                        for at, value in zip(some, prepared.values(line), strict=True):
                            by = Value(*(sign * part for part in value))
                            found[at][bucket] = found[at].get(bucket, nothing) + by
    return found


@lru_cache(maxsize=1024)
def turns(ledger: Ledger, figure: Terms) -> bool:
    """Whether what a write turned can be added to a figure: not where different values are told apart, nor where rows
    are looked at through other rows of the ledger itself."""
    paths = {ledger.unit or ""}
    for term in figure:
        paths |= {term.when, term.of, *(condition.column for condition in term.where)}
    itself = (step for path in paths if "__" in path for step in marks.through(ledger, path, ledger))
    return figure[0].fold != "keys" and next(itself, None) is None


def _of(terms: Terms, when: str) -> Terms:
    return tuple(term for term in terms if term.when == when)


def _shared(
    ledger: Ledger,
    when: str,
    figures: tuple[Terms, ...],
    found: Sequence[Scanned],
    only: Collection[Bucket] | None,
) -> None:
    prepared = _prepared(ledger, when, figures)
    if only is not None and len(only) <= ONE_BY_ONE:
        lines = (line for bucket in only for line in prepared.bucket(bucket))
    else:
        lines = (line for line in prepared.whole(only) if only is None or line[:2] in only)
    for line in lines:
        for value, each in zip(prepared.values(line), found, strict=True):
            if value.rows:
                each.add((line[0], line[1]), value)


class Prepared:
    """One scan over a ledger by one date: its aggregates, each once however many figures ask for it.

    ``asked`` says where each stands, ``places`` for every figure where its rows, its value and its base are among them,
    -1 for nowhere.
    """

    def __init__(self, ledger: Ledger, when: str, figures: Iterable[Terms]) -> None:
        self.ledger, self.when = ledger, when
        self.places: list[tuple[int, int, int]] = []
        self.asked: dict[Asked, int] = {}
        for terms in figures:
            wheres = frozenset(frozenset(term.where) for term in terms)
            rows = self._place("", frozenset(w for w in wheres if not any(other < w for other in wheres)))
            slots = {term.base: self._place(term.of, frozenset({frozenset(term.where)})) for term in terms}
            self.places.append((rows, slots.get(False, -1), slots.get(True, -1)))

    def _place(self, of: str, wheres: frozenset[Where]) -> int:
        """Where a sum stands, or a count where it is ``of`` nothing, of the rows that one of the narrowings lets in."""
        return self.asked.setdefault((of, wheres), len(self.asked))

    def whole(self, only: Collection[Bucket] | None) -> Iterator[tuple[int, ...]]:
        """Unit, month and aggregates of every bucket; of ``only`` some, of those and of others between them."""
        rows = placed(self.ledger, self.when, only)
        # read without a cursor: for one PostgreSQL would look at the rows with one process only
        return _integers(self._grouped(rows))

    def values(self, line: tuple[int, ...]) -> Iterator[Value]:
        """What a line says of each figure."""
        held = line[2:]
        for rows, value, base in self.places:
            yield Value(held[value] if value >= 0 else 0, held[base] if base >= 0 else 0, held[rows])

    def bucket(self, bucket: Bucket, only: Image = "") -> list[tuple[int, ...]]:
        """The same of one bucket: one line, or none where there is no row in it; of an image as if only it were there."""
        unit, period = bucket
        statement, holders = self._nobody if unit == 0 else self._somebody
        said: dict[str, Any] = {"unit": unit, "start": period, "end": period + 1}
        if by_day(self.ledger, self.when):
            days = {name: first_day(said[name]) for name in ("start", "end")}
            said |= {name: connection.ops.adapt_datefield_value(day) for name, day in days.items()}
        before, given = images.instead(self.ledger.model, only) if only else ("", [])
        asked = [said[p.name] if isinstance(p, Later) else p for p in holders]
        with connection.cursor() as cursor:
            cursor.execute(before + statement, [*given, *asked])
            return list(_integers(cursor.fetchall()))

    @cached_property
    def _nobody(self) -> tuple[str, tuple[Any, ...]]:
        return self._statement(Q(**{f"{self.ledger.unit}__isnull": True}) if self.ledger.unit else Q())

    @cached_property
    def _somebody(self) -> tuple[str, tuple[Any, ...]]:
        return self._statement(Q(**{str(self.ledger.unit): Later("unit", BigIntegerField())}))

    def _statement(self, owned: Q) -> tuple[str, tuple[Any, ...]]:
        """The statement for one bucket, and what it holds the place of."""
        kind = DateField() if by_day(self.ledger, self.when) else IntegerField()
        within = {f"{self.when}__gte": Later("start", kind), f"{self.when}__lt": Later("end", kind)}
        rows = self.ledger.model._default_manager.order_by().filter(owned, **within)
        statement, holders = self._grouped(rows).query.sql_with_params()
        return statement, tuple(holders)

    def _grouped(self, rows: QuerySet[Row]) -> QuerySet[Any, Any]:
        every = {f"a{at}": self._aggregate(*asked) for asked, at in self.asked.items()}
        placed: QuerySet[Any, Any] = bucketed(self.ledger, self.when, rows)
        grouped = placed.values("bucket_unit", "bucket_period")
        lines: QuerySet[Any, Any] = grouped.annotate(**every).values_list(
            "bucket_unit", "bucket_period", *(f"a{at}" for at in range(len(every)))
        )
        return lines

    def _aggregate(self, of: str, wheres: frozenset[Where]) -> Any:
        kept = Q()
        for where in sorted(wheres, key=repr):  # none of several lets all rows in: that would be the only one
            kept |= conditions.compiled(self.ledger, sorted(where, key=repr))
        return Coalesce(Total(of, filter=kept), 0) if of else Count("pk", filter=kept)


@lru_cache(maxsize=256)
def _prepared(ledger: Ledger, when: str, figures: tuple[Terms, ...]) -> Prepared:
    return Prepared(ledger, when, figures)


class Later(Expression):
    """What a statement that is made once holds the place of."""

    def __init__(self, name: str, output_field: Any) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """A place, and what is to be put there in its stead."""
        return "%s", (self,)


class Period(Func):
    """A date as the month yyyymm, in the engine's own functions."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """``strftime`` is C code; dates are ISO text in SQLite."""
        return self.as_sql(
            compiler, connection, template="CAST(strftime('%%%%Y%%%%m', %(expressions)s) AS INTEGER)"
        )

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """``to_char`` would be text; arithmetic on the parts is faster."""
        return self.as_sql(
            compiler,
            connection,
            template="(EXTRACT(YEAR FROM %(expressions)s)::int * 100 + EXTRACT(MONTH FROM %(expressions)s)::int)",
        )


def _keyed(ledger: Ledger, term: Term, found: Scanned, only: Collection[Bucket] | None) -> None:
    """The different values of a column by bucket, with how many rows hold each."""
    rows = placed(ledger, term.when, only).filter(conditions.compiled(ledger, term.where))
    grouped: Any = bucketed(ledger, term.when, rows).values_list("bucket_unit", "bucket_period", term.of)
    for unit, period, key, count in grouped.annotate(held=Count("pk")):
        if only is None or (unit, period) in only:
            found.keys.setdefault((unit, period), {})[str(key)] = count
    found.values |= {bucket: Value(len(keys), 0, sum(keys.values())) for bucket, keys in found.keys.items()}


def bucketed(ledger: Ledger, when: str, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Rows with the unit and the month of their bucket."""
    unit: Any = F(ledger.unit) if ledger.unit else Constant(0)
    return rows.annotate(
        bucket_period=Period(F(when)) if by_day(ledger, when) else F(when),
        bucket_unit=Coalesce(unit, Constant(0), output_field=BigIntegerField()),
    )


def placed(ledger: Ledger, when: str, only: Collection[Bucket] | None) -> QuerySet[Row]:
    """The rows that a date puts in a month; of ``only`` some buckets, by what an index of unit and date can find."""
    rows = ledger.model._default_manager.order_by().filter(**{f"{when}__isnull": False})
    if only is None:
        return rows
    periods = {period for _, period in only}
    rows = rows.filter(within(ledger, when, min(periods), max(periods)))
    return rows.filter(owned(ledger, {unit for unit, _ in only})) if ledger.unit else rows


def by_day(ledger: Ledger, when: str) -> bool:
    """Whether a date is a day, not a month."""
    return isinstance(conditions.column_at(ledger, when), Day)


def within(ledger: Ledger, when: str, start: int, end: int) -> Q:
    """The months ``start``..``end`` as a range of the column itself, so that an index serves it."""
    if not by_day(ledger, when):
        return Q(**{f"{when}__gte": start, f"{when}__lte": end})
    return Q(**{f"{when}__gte": first_day(start), f"{when}__lt": first_day(end + 1)})


def owned(ledger: Ledger, units: Collection[int]) -> Q:
    """Rows of these units; unit 0 stands for rows that belong to none."""
    found = Q(**{f"{ledger.unit}__in": units})
    return found | Q(**{f"{ledger.unit}__isnull": True}) if 0 in units else found


def first_day(period: int) -> datetime.date:
    """The first day of a month; month 13 is the next January, so that windows are half-open."""
    year, month = divmod(period - 1, 100)
    return datetime.date(year + month // 12, month % 12 + 1, 1)


def _integers(lines: Iterable[Sequence[Any]]) -> Iterator[tuple[int, ...]]:
    """Sums as the engines' drivers give them, some as decimals."""
    return (tuple(map(int, line)) for line in lines)
