"""Sixty bindings over a large lake: our SQL, and SQL written by hand, on DuckDB in one run.

python benchmarks/lake.py [ROWS]    10,000,000 rows of signings when no number is given
"""

from __future__ import annotations

import importlib
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import duckdb
from scratch import show

from luoshi.lake import figures
from luoshi.lake.duck import DuckDB
from luoshi.lake.engines import Engine
from luoshi.lake.store import Entry, Lake, Manifest, Sheet
from luoshi.ledgers import registry
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.scanning import Value
from luoshi.ledgers.terms import terms

LEDGER, ZONE, UNITS, TIMES = "investment.signings", "01", 20, 3
MONTHS = [year * 100 + month for year in (2024, 2025, 2026) for month in range(1, 13)]
MEASURES = {  # name -> date, what is summed above the line ("" counts), what is counted below it
    "signed": ("signed_on", "", ""),
    "contract_amount": ("signed_on", "amount", ""),
    "registered": ("registered_on", "", ""),
    "started": ("started_on", "", ""),
    "start_rate": ("signed_on", "started_on IS NOT NULL", "all"),
}
FEN = 100
THRESHOLDS = [m * 10_000_000 for m in (1, 2, 5, 10, 20, 30, 50, 80, 100, 150, 200, 300)]  # 元
WANTED = [(name, threshold) for name in MEASURES for threshold in THRESHOLDS]
Found = list[dict[tuple[int, int], Value]]


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory(prefix="luoshi-lake-") as folder:
        lake = Lake(Path(folder))
        start = time.perf_counter()
        size = fill(lake, rows)
        print(f"{rows} rows written in {time.perf_counter() - start:.1f} s, {size / 1e6:.0f} MB")
        taken: dict[str, list[float]] = defaultdict(list)
        for _ in range(TIMES):  # by turns, so that a busy machine is busy for both
            by_hand = clock(taken["by hand"], lambda: written_by_hand(lake))
            ours = clock(taken["ours"], lambda: declared(lake))
            assert ours == by_hand, "SQL written by hand must find the same"
    facts = sum(map(len, ours))
    show(
        f"{len(WANTED)} bindings over {rows} rows of {LEDGER} in Parquet: {facts} facts; computing",
        [("SQL written by hand", min(taken["by hand"])), ("from the declarations", min(taken["ours"]))],
        "SQL written by hand",
    )


def clock(taken: list[float], work: Callable[[], Found]) -> Found:
    """Seconds of computing, of all threads together: a busy machine changes them least."""
    start = time.process_time()
    found = work()
    taken.append(time.process_time() - start)
    return found


def fill(lake: Lake, rows: int) -> int:
    """Signings of twenty units over three years, a file a month; the same rows in every run. Returns their bytes."""
    folder = lake.path / ZONE / LEDGER
    folder.mkdir(parents=True)
    sheet = Sheet("signed_on", {})
    writer, each = duckdb.connect(), rows // len(MONTHS)
    for at, month in enumerate(MONTHS):
        file = folder / f"{month:06d}.parquet"
        writer.execute(  # numbers and names of ours
            f"""COPY (SELECT '{ZONE}' AS zone, id, (hash(id) % {UNITS} + 2)::BIGINT AS unit_id, signed_on,
                hash(id + 6) % 30 > 0 AS counts, (500 + hash(id + 1) % 400000)::BIGINT * 10000 * {FEN} AS amount,
                CASE WHEN hash(id + 2) % 10 < 8 THEN signed_on + (10 + hash(id + 3) % 50)::INT END AS registered_on,
                CASE WHEN hash(id + 4) % 2 = 0 THEN signed_on + (60 + hash(id + 5) % 240)::INT END AS started_on
            FROM (SELECT i AS id, DATE '{month // 100}-{month % 100:02d}-01' + (hash(i) % 28)::INT AS signed_on
                FROM range({at * each}, {(at + 1) * each}) r(i)))
            TO '{file}' (FORMAT parquet, COMPRESSION zstd)"""  # noqa: S608
        )
        sheet.files[str(month)] = Entry(f"{LEDGER}/{file.name}", each, "")
    Manifest(ZONE, ledgers={LEDGER: sheet}).write(lake.path / ZONE)
    return sum(file.stat().st_size for file in folder.iterdir())


def declared(lake: Lake, name: str = "duckdb") -> Found:
    """From the same declarations as the wall, by one engine or the other."""
    ledger, engine = registry.ledger(LEDGER), engine_named(name)
    asked = [
        terms(ledger, ledger.measure(name), [Condition("amount", "ge", str(threshold))])
        for name, threshold in WANTED
    ]
    found = figures.scan(lake, engine, ledger, asked)
    engine.close()
    return [each[ZONE].values for each in found]


def engine_named(name: str) -> Engine:
    if name == "duckdb":
        return DuckDB()
    made: Engine = importlib.import_module("luoshi.lake.spark").Spark()
    return made


def written_by_hand(lake: Lake) -> Found:
    """As somebody would write it who knows the files: one statement a date."""
    found: dict[tuple[str, int], dict[tuple[int, int], Value]] = {key: {} for key in WANTED}
    connection = duckdb.connect()
    for when in dict.fromkeys(date for date, _, _ in MEASURES.values()):
        wanted = [(name, t) for name, t in WANTED if MEASURES[name][0] == when]
        sums = ", ".join(
            f"count_if(amount >= {t * FEN}), {above(MEASURES[name][1], t)}" for name, t in wanted
        )
        cursor = connection.execute(
            f"SELECT unit_id, year({when}) * 100 + month({when}) AS month, {sums}"  # noqa: S608
            f" FROM read_parquet('{lake.path}/*/{LEDGER}/*.parquet') WHERE {when} IS NOT NULL AND counts GROUP BY ALL"
        )
        for unit, month, *values in cursor.fetchall():
            for at, key in enumerate(wanted):
                count, value = values[2 * at : 2 * at + 2]
                if count:
                    found[key][unit, month] = Value(value, count if MEASURES[key[0]][2] else 0, count)
    return list(found.values())


def above(of: str, threshold: int) -> str:
    """What stands above the line, of the rows above a threshold."""
    kept = f"amount >= {threshold * FEN}"
    if of == "amount":
        return f"sum(CASE WHEN {kept} THEN amount ELSE 0 END)"
    return f"count_if({kept} AND {of})" if of else f"count_if({kept})"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000)
