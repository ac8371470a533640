"""Figures from a lake: what ``scanning`` finds in the database, found by an engine in files, by zone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from luoshi.lake import sql
from luoshi.lake.engines import Engine
from luoshi.lake.errors import Behind, NotInLake
from luoshi.lake.store import Lake
from luoshi.ledgers import facts, registry
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import AuditRow, Binding, Fact, FactKey
from luoshi.ledgers.scanning import Prepared, Scanned, Terms, Value

Zoned = dict[str, Scanned]


class Line(NamedTuple):
    """What a binding comes to in a zone, for one unit and one month: what a fact says."""

    binding: int
    zone: str
    unit: int
    month: int
    value: int
    base: int
    rows: int


class Difference(NamedTuple):
    """A bucket of a binding where the lake and the stored facts do not agree; None for nothing there."""

    binding: int
    unit: int
    month: int
    lake: Value | None
    facts: Value | None


def scan(lake: Lake, engine: Engine, ledger: Ledger, figures: Sequence[Terms]) -> list[Zoned]:
    """What each figure comes to, by zone, in its order: ``scanning.scan`` over files."""
    found: list[Zoned] = [defaultdict(Scanned) for _ in figures]
    for when in dict.fromkeys(term.when for terms in figures for term in terms):
        shared = [at for at, terms in enumerate(figures) if terms[0].fold != "keys" and _of(terms, when)]
        if shared:
            prepared = Prepared(ledger, when, [_of(figures[at], when) for at in shared])
            _shared(lake, engine, prepared, [found[at] for at in shared])
        for at, terms in enumerate(figures):
            if terms[0].fold == "keys" and terms[0].when == when:
                _keyed(lake, engine, sql.keyed(ledger, terms[0], engine.dialect), found[at])
    return found


def _of(terms: Terms, when: str) -> Terms:
    return tuple(term for term in terms if term.when == when)


def _shared(lake: Lake, engine: Engine, prepared: Prepared, found: Sequence[Zoned]) -> None:
    asked = list(prepared.asked)
    queries = list(sql.shared(prepared.ledger, prepared.when, asked, engine.dialect))
    for (zone, unit, month), values in _together(lake, engine, queries, len(asked)):
        for (rows, value, base), each in zip(prepared.places, found, strict=True):
            if count := values[rows]:
                said = Value(values[value] if value >= 0 else 0, values[base] if base >= 0 else 0, count)
                each[zone].add((unit, month), said)


def _together(
    lake: Lake, engine: Engine, queries: Sequence[sql.Query], width: int
) -> Iterator[tuple[tuple[str, int, int], Sequence[int]]]:
    """The lines of several queries that ask about the same rows, put side by side."""
    if len(queries) == 1:
        for zone, unit, month, *values in _run(lake, engine, queries[0]):
            yield (zone, int(unit), int(month)), [int(value) for value in values]
        return
    lines: dict[tuple[str, int, int], list[int]] = defaultdict(lambda: [0] * width)
    for query in queries:
        for zone, unit, month, *values in _run(lake, engine, query):
            lines[zone, int(unit), int(month)][query.start : query.start + len(values)] = map(int, values)
    yield from lines.items()


def _keyed(lake: Lake, engine: Engine, query: sql.Query, found: Zoned) -> None:
    for zone, unit, month, key, count in _run(lake, engine, query):
        found[zone].keys.setdefault((int(unit), int(month)), {})[str(key)] = int(count)
    for scanned in found.values():
        scanned.values |= {
            bucket: Value(len(keys), 0, sum(keys.values())) for bucket, keys in scanned.keys.items()
        }


def _run(lake: Lake, engine: Engine, query: sql.Query) -> Iterator[tuple[Any, ...]]:
    return engine.run(query.sql, {sql.table(name): lake.files(name) for name in query.ledgers})


# Bindings


def computed(lake: Lake, engine: Engine, bindings: Iterable[Binding]) -> Iterator[tuple[Binding, Zoned]]:
    """What bindings come to, those of a ledger in shared scans."""
    by_ledger: dict[str, list[Binding]] = defaultdict(list)
    for binding in bindings:
        by_ledger[binding.ledger].append(binding)
    for name, some in by_ledger.items():
        terms = [facts.terms_of(binding) for binding in some]
        yield from zip(some, scan(lake, engine, registry.ledger(name), terms), strict=True)


def lines(found: Iterable[tuple[Binding, Zoned]]) -> Iterator[Line]:
    """The same as lines, in the order of binding, zone, unit and month."""
    for binding, zoned in found:
        for zone, scanned in sorted(zoned.items()):
            for (unit, month), value in sorted(scanned.values.items()):
                yield Line(binding.pk, zone, unit, month, *value)


# Held against the facts


def require_current(lake: Lake, zone: str, bindings: Iterable[Binding]) -> None:
    """Refuse to compare where rows that a binding may look at were written since the export: :class:`Behind`."""
    if zone not in lake.manifests:
        raise NotInLake(f"园区“{zone}”的数据")
    names = {name for binding in bindings for name in looked_at(binding)}
    later = AuditRow.objects.filter(seq__gt=lake.manifests[zone].seq, ledger__in=names)
    if behind := later.exclude(row="").order_by("ledger").values_list("ledger", flat=True).distinct():
        raise Behind([registry.ledger(name).title for name in behind])


def looked_at(binding: Binding) -> set[str]:
    """The ledgers whose rows a binding looks at: its own, and those over whose links it goes."""
    ledger, terms = registry.ledger(binding.ledger), facts.terms_of(binding)
    paths = [ledger.unit or "", *(path for term in terms for path in (term.when, term.of))]
    paths += [condition.column for term in terms for condition in term.where]
    return sql.looked_at(ledger, filter(None, paths))


def differences(found: Iterable[tuple[Binding, Zoned]], zone: str) -> Iterator[Difference]:
    """Where a zone's part of the lake and the facts of this database disagree, in values or in what is told apart."""
    for binding, zoned in found:
        lake, stored = zoned.get(zone, Scanned()), _stored(binding)
        for bucket in sorted(lake.values.keys() | stored.values.keys()):
            ours, theirs = lake.values.get(bucket), stored.values.get(bucket)
            if ours != theirs or lake.keys.get(bucket) != stored.keys.get(bucket):
                yield Difference(binding.pk, *bucket, ours, theirs)


def _stored(binding: Binding) -> Scanned:
    """The facts of a binding as a scan would give them."""
    found = Scanned()
    held = Fact.objects.filter(binding=binding).order_by()
    for unit, month, *said in held.values_list("unit", "period", "value", "base", "rows"):
        found.add((unit, month), Value(*said))
    keys = FactKey.objects.filter(binding=binding, until=None).order_by()
    for unit, month, key, rows in keys.values_list("unit", "period", "key", "rows"):
        found.keys.setdefault((unit, month), {})[key] = rows
    return found
