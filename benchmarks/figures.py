"""Sixty bindings over a large ledger, on every engine: from the declarations, and by SQL written by hand.

python benchmarks/figures.py [--rows 1000000] [--few 10000] [--lake 10000000] [--only sqlite postgresql duckdb sail]

Each engine is measured in a process of its own, one after the other. All ways are held to the same figures before
anything is printed. PostgreSQL is a server of its own that ends with the measurement; where none is installed it is left out.
"""

from __future__ import annotations

import argparse
import datetime
import importlib
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import lake
from django.db import connection, transaction
from scratch import DATABASE, seconds, show

from luoshi.cli import house
from luoshi.directory.units.models import Unit
from luoshi.lake.store import Lake
from luoshi.ledgers import facts, figures, registry, scanning, tables, writing
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Binding, Fact
from luoshi.projects.investment.signings.models import Signing

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
postgres = importlib.import_module("tests.postgres")
DATABASES, LAKES = ("sqlite", "postgresql"), ("duckdb", "sail")
LEDGER = "investment.signings"
MEASURES = {  # name -> date, value above the line, value below it
    "signed": ("signed_on", "1", ""),
    "contract_amount": ("signed_on", "amount", ""),
    "registered": ("registered_on", "1", ""),
    "started": ("started_on", "1", ""),
    "start_rate": ("signed_on", "CASE WHEN started_on IS NOT NULL THEN 1 ELSE 0 END", "1"),
}
MONTH = {  # yyyymm of a date, the fastest that each database has
    "sqlite": "CAST(strftime('%Y%m', {0}) AS INTEGER)",
    "postgresql": "CAST(EXTRACT(YEAR FROM {0}) * 100 + EXTRACT(MONTH FROM {0}) AS INTEGER)",
}
FEN = 100
THRESHOLDS = [m * 10_000_000 for m in (1, 2, 5, 10, 20, 30, 50, 80, 100, 150, 200, 300)]  # 元
WRITES = 21
Figures = dict[tuple[int, int], tuple[int, int]]
HAND, SCAN, STORED, ONE, WRITE, AGAIN = (
    "SQL written by hand, nothing stored",
    "from the declarations, nothing stored",
    "from the declarations, facts stored",
    "one query a figure, nothing stored",
    "one write by a form, its trail and marks",
    "the wall true again after it",
)


def main() -> None:
    options = arguments()
    if options.engine in DATABASES:
        print(json.dumps(of_database(options.rows, whole=options.whole)))
    elif options.engine:
        print(json.dumps(of_lake(options.lake, options.engine)))
    else:
        for engine in options.only:
            report(engine, options)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1_000_000, help="of the ledger in a database")
    parser.add_argument("--few", type=int, default=10_000, help="rows beside which one write is looked at")
    parser.add_argument("--lake", type=int, default=10_000_000, help="rows of the ledger in Parquet")
    parser.add_argument("--only", nargs="+", choices=(*DATABASES, *LAKES), default=(*DATABASES, *LAKES))
    parser.add_argument("--engine", choices=(*DATABASES, *LAKES), help=argparse.SUPPRESS)
    parser.add_argument("--whole", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def report(engine: str, options: argparse.Namespace) -> None:
    """Measure one engine in a process of its own, and say it."""
    if engine in LAKES:
        found = child(engine, lake=options.lake)
        show(f"{engine}: {found.pop('what')}; processor seconds", list(found.items()), HAND)
        return
    if engine == "postgresql" and not postgres.binaries():
        print("\nno PostgreSQL on this machine")
        return
    with database(engine) as address:
        few = child(engine, address, rows=options.few)
    with database(engine) as address:
        found = child(engine, address, rows=options.rows, whole=True)
    show(f"{engine}: {found.pop('what')}", list(found.items()), HAND)
    for name in (WRITE, AGAIN):
        print(f"{name}: {found[name] * 1000:.1f} ms, beside {options.few} rows {few[name] * 1000:.1f} ms"
              f" ({found[name] / few[name]:.2f}x)")  # fmt: skip


def database(engine: str) -> AbstractContextManager[str]:
    """The address of an empty PostgreSQL; "" where a process has an SQLite of its own."""
    return postgres.cluster() if engine == "postgresql" else nullcontext("")  # type: ignore[no-any-return]


def child(engine: str, address: str = "", *, whole: bool = False, **numbers: int) -> dict[str, Any]:
    words = [sys.executable, __file__, "--engine", engine, *(["--whole"] if whole else [])]
    words += [word for name, number in numbers.items() for word in (f"--{name}", str(number))]
    given = os.environ | ({DATABASE: address} if address else {})
    found: dict[str, Any] = json.loads(subprocess.check_output(words, env=given).splitlines()[-1])
    return found


def of_database(rows: int, *, whole: bool) -> dict[str, Any]:
    """Seconds of each way over so many rows; without ``whole`` those of one write only."""
    house.open_house()
    fill(rows)
    bind_all()
    facts.refresh()
    found: dict[str, Any] = {}
    if whole:
        expected = computed()
        assert written_by_hand() == expected, "SQL written by hand must find the same"
        found[HAND] = seconds(written_by_hand, times=3)
        found[SCAN] = seconds(scanned, times=3)
        found[STORED] = seconds(facts.refresh, times=3, before=bind_all)
        assert computed() == expected
        found[ONE] = seconds(one_by_one, times=1)
        found["what"] = f"{len(expected)} bindings over {rows} rows of {LEDGER}: {Fact.objects.count()} facts"
    pairs = list(changes())
    found[WRITE], found[AGAIN] = (statistics.median(each) for each in zip(*pairs, strict=True))
    return found


def of_lake(rows: int, engine: str) -> dict[str, Any]:
    """Processor seconds, of all threads, of each way over so many rows in Parquet."""
    with tempfile.TemporaryDirectory(prefix="luoshi-lake-") as folder:
        store = Lake(Path(folder))
        lake.fill(store, rows)
        taken: dict[str, list[float]] = defaultdict(list)
        for _ in range(lake.TIMES):  # by turns, so that a busy machine is busy for both
            by_hand = lake.clock(taken[HAND], lambda: lake.written_by_hand(store))
            ours = lake.clock(taken[SCAN], lambda: lake.declared(store, engine))
            assert ours == by_hand, "SQL written by hand must find the same"
    what = f"{len(ours)} bindings over {rows} rows of {LEDGER} in Parquet: {sum(map(len, ours))} facts"
    return {"what": what} | {name: min(each) for name, each in taken.items()}


def fill(rows: int) -> None:
    """A zone of twenty units and its signings over three years; the same rows in every run."""
    chance = random.Random(20)
    zone = Unit.objects.create(code="01", name="云溪高新区", kind="zone")
    units = [
        Unit.objects.create(code=f"01{n:02d}", name=f"第{n}分局", kind="office", parent=zone)
        for n in range(20)
    ]
    fields = [each for each in Signing._meta.concrete_fields if not each.primary_key]
    pattern = Signing(project="项目", investor="岚峰精密制造有限公司")
    same = {each.attname: each.pre_save(pattern, add=True) for each in fields}
    with transaction.atomic():
        told = (same | signing(number, units, chance) for number in range(rows))
        tables.insert(Signing, fields, (tuple(each.values()) for each in told))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def signing(number: int, units: list[Unit], chance: random.Random) -> dict[str, Any]:
    signed = datetime.date(2024, 1, 1) + datetime.timedelta(days=chance.randrange(1096))
    registered = signed + datetime.timedelta(days=chance.randrange(10, 60))
    started = signed + datetime.timedelta(days=chance.randrange(60, 300))
    return {
        "number": f"QY-{number:07d}",
        "amount": chance.randrange(500, 400_000) * 10_000 * FEN,
        "signed_on": signed,
        "registered_on": registered if chance.random() < 0.8 else None,
        "started_on": started if chance.random() < 0.5 else None,
        "unit_id": chance.choice(units).pk,
    }


def conditions(threshold: int) -> tuple[Condition, ...]:
    return (Condition("amount", "ge", str(threshold)),)


def bound(name: str, threshold: int) -> Binding:
    ledger = registry.ledger(LEDGER)
    return figures.bind(ledger, ledger.measure(name), conditions(threshold))


def bind_all() -> None:
    Binding.objects.all().delete()
    for name in MEASURES:
        for threshold in THRESHOLDS:
            bound(name, threshold)


def terms() -> list[Any]:
    return [facts.terms_of(binding) for binding in Binding.objects.order_by("pk")]


def scanned() -> None:
    """All at once: what a refresh finds before it stores anything."""
    scanning.scan(registry.ledger(LEDGER), terms())


def one_by_one() -> None:
    """The same, a scan of the ledger for each binding: how a page would ask that computes its own figures."""
    for each in terms():
        scanning.scan(registry.ledger(LEDGER), [each])


def computed() -> list[Figures]:
    """The stored facts by binding, unit and month."""
    found: dict[int, Figures] = defaultdict(dict)
    for fact in Fact.objects.order_by("binding"):
        found[fact.binding_id][fact.unit, fact.period] = (fact.value, fact.base)
    return [found[key] for key in sorted(found)]


def written_by_hand() -> list[Figures]:
    """The same figures as somebody would write them who knows the tables: one statement a date."""
    found: dict[tuple[str, int], Figures] = {(m, t): {} for m in MEASURES for t in THRESHOLDS}
    for when in dict.fromkeys(date for date, _, _ in MEASURES.values()):
        wanted = [(m, t) for m, (date, _, _) in MEASURES.items() for t in THRESHOLDS if date == when]
        sums = ", ".join(
            f"SUM(CASE WHEN amount >= {t * FEN} THEN {value or 0} ELSE 0 END)"
            for m, t in wanted
            for value in ("1", MEASURES[m][1], MEASURES[m][2])
        )
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT unit_id, {MONTH[connection.vendor].format(when)} AS month, {sums} FROM projects_signing"  # noqa: S608
                f" WHERE {when} IS NOT NULL AND counts GROUP BY unit_id, month"
            )
            for unit, month, *values in cursor:
                for at, key in enumerate(wanted):
                    count, value, base = values[3 * at : 3 * at + 3]
                    if count:
                        found[key][unit, month] = (value, base)
    return list(found.values())


def changes() -> Iterator[tuple[float, float]]:
    """Rows are corrected as a form does it, and the wall is brought up to date: seconds of each."""
    ledger, by = registry.ledger(LEDGER), house.operator()
    for row in Signing.objects.order_by("pk")[500 : 500 + WRITES]:
        more = {"amount": row.amount + 1_000_000}
        wrote = seconds(lambda row=row, more=more: writing.change(ledger, row, more, by=by), times=1)  # type: ignore[misc]
        yield wrote, seconds(facts.refresh, times=1)


if __name__ == "__main__":
    main()
