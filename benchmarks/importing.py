"""A workbook of 100,000 rows and 20 columns into a ledger, beside django-import-export and beside a floor.

python benchmarks/importing.py [--rows 100000] [--peer 20000]

Ours reads the file, plans, has a preview (problems, what is new, what changes), checks rights, model and constraints,
writes rows, audit rows and marks. The peer reads the same file its own way, without a preview and an audit row; once
as it comes, on 2,000 rows (its own widgets look links up), and once with its fastest settings and links looked up
once a file. The floor reads with calamine and writes tuples.
"""

from __future__ import annotations

import scratch  # noqa: F401 - first: it sets Django up over a folder that ends with the measurement

# isort: split

import argparse
import datetime
import io
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from import_export import fields, resources, widgets
from python_calamine import load_workbook
from tablib import Dataset
from xlsxwriter.workbook import Workbook

from luoshi.accounts.models import User
from luoshi.cli import house
from luoshi.directory.industries.models import Industry
from luoshi.directory.units.models import Unit
from luoshi.ledgers import importing, parsing_child, registry
from luoshi.ledgers.models import AuditRow, Mark
from luoshi.projects.delivery.projects.models import KINDS, LEVELS, Project
from luoshi.projects.investment.signings.models import Signing

LEDGER = "delivery.projects"
PEOPLE = ("沈砚", "魏岭", "唐溪")
OURS = "luoshi: plan, preview, apply, audit"
UNITS = ("经济发展局", "招商局", "规划建设局", "企业服务局", "财政金融局")
DATES = ("conceived_on", "reserved_on", "started_on", "completed_on", "operating_on", "at_capacity_on")
MONEY = ("planned_total", "planned_year")
COLUMNS = (
    *("number", "name", "level", "kind", "owner", "industry", "signing"),
    *MONEY,
    *("planned_start", "planned_complete"),
    *DATES,
    *("unit", "leader", "note"),
)
START = datetime.date(2021, 1, 4)
FASTEST = (None, 1000, 5000)
DEFAULTS_ON = 2_000  # rows on which the peer's defaults are measured


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--peer", type=int, default=20_000, help="rows for the peer's fastest settings")
    options.add_argument("--alone", action="store_true", help="without the peer")
    options.add_argument("--part", choices=PARTS, help="one measurement, in a process of its own")
    options.add_argument("--file", type=Path)
    asked = options.parse_args()
    if asked.part:
        PARTS[asked.part](asked.file, asked.rows)
        return
    with tempfile.TemporaryDirectory() as folder:
        report(asked, Path(folder))


def report(asked: argparse.Namespace, folder: Path) -> None:
    """Every measurement in a process of its own, so that none holds what another has left."""
    rates = {
        "the floor: calamine and executemany": asked.rows / part("floor", folder, asked.rows)["took"],
        OURS: asked.rows / (found := part("ours", folder, asked.rows))["took"],
    }
    if not asked.alone:
        rates["django-import-export, fastest settings"] = (
            asked.peer / part("best", folder, asked.peer)["took"]
        )
        rates["django-import-export, as it comes"] = (
            DEFAULTS_ON / part("defaults", folder, DEFAULTS_ON)["took"]
        )
    print(f"\n{asked.rows:,} rows of 20 columns; luoshi took {found['took']:.1f} s of computing")
    for name, rate in rates.items():
        print(f"{name:<42}{rate:>10,.0f} rows/s   luoshi is {rates[OURS] / rate:6.2f} x")
    both = found["memory"] + found["parser"]
    print(
        f"memory at most: {found['memory']:.0f} MB and {found['parser']:.0f} MB to parse, {both:.0f} MB together"
    )


def part(name: str, folder: Path, rows: int) -> dict[str, float]:
    """One measurement; its file is made, by a process too, where there is none of that size."""
    file = folder / f"{rows}.xlsx"
    for each in ("make", name) if not file.exists() else (name,):
        command = [sys.executable, __file__, "--part", each, "--file", str(file), "--rows", str(rows)]
        ended = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
        *shown, last = ended.stdout.splitlines() or [""]
        if shown:
            print("\n".join(shown))
    return dict(json.loads(last))


def make(file: Path, rows: int) -> None:
    file.write_bytes(workbook(rows))


def measure_ours(file: Path, rows: int) -> None:
    parser = parsing_memory(file)
    opened()
    took, memory = ours(file.read_bytes())
    print(json.dumps({"took": took, "memory": memory, "parser": parser}))


def measure_floor(file: Path, rows: int) -> None:
    opened()
    data = file.read_bytes()
    floor(data)  # the first time warms the file system's cache
    print(json.dumps({"took": timed(lambda: floor(data))}))


def measure_best(file: Path, rows: int) -> None:
    opened()
    data = file.read_bytes()
    print(json.dumps({"took": min(timed(lambda size=size: peer(data, fast(size))) for size in FASTEST)}))


def measure_defaults(file: Path, rows: int) -> None:
    opened()
    data = file.read_bytes()
    print(json.dumps({"took": timed(lambda: peer(data, ProjectResource))}))


PARTS: dict[str, Callable[[Path, int], None]] = {
    "make": make,
    "ours": measure_ours,
    "floor": measure_floor,
    "best": measure_best,
    "defaults": measure_defaults,
}


def opened() -> None:
    """A house with what the rows lead to."""
    house.open_house()
    zone = Unit.objects.create(code="01", name="云溪高新区", kind="zone")
    for place, name in enumerate(UNITS, 1):
        Unit.objects.create(code=f"01{place:02}", name=name, kind="office", parent=zone)
    for place, name in enumerate(PEOPLE):
        User.objects.create(username=f"person{place}", name=name)


def parsing_memory(file: Path) -> float:
    """What the process that parses takes, started by one that takes little: a child begins with its parent's."""
    script = (
        "import resource, runpy, sys; child = runpy.run_path(sys.argv[1], run_name='child'); child['main']()\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    command = [sys.executable, "-P", "-c", script, parsing_child.__file__]
    with file.open("rb") as data:
        ended = subprocess.run(
            command, stdin=data, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True
        )
    return int(ended.stderr) / 1024


def workbook(rows: int) -> bytes:
    """The same rows each time: what the ledger's own export would head, in the order of its columns."""
    ledger, chance, out = registry.ledger(LEDGER), random.Random(20261121), io.BytesIO()
    book = Workbook(out, {"constant_memory": True})
    sheet, day = book.add_worksheet("项目"), book.add_format({"num_format": "yyyy-mm-dd"})
    for place, column in enumerate(map(ledger.column, COLUMNS)):
        sheet.write_string(0, place, ledger.head(column, column.entry_unit))
    for number in range(1, rows + 1):
        for place, value in enumerate(line(number, chance)):
            if isinstance(value, datetime.date):
                sheet.write_datetime(number, place, value, day)
            elif value is not None:
                sheet.write(number, place, value)
    book.close()
    return out.getvalue()


def line(number: int, chance: random.Random) -> list[Any]:
    """One invented project, every column filled as offices do: the later dates only where they are reached."""
    days = [START + datetime.timedelta(chance.randrange(200))]
    for _ in range(5):
        days.append(days[-1] + datetime.timedelta(chance.randrange(30, 200)))
    reached = chance.randrange(1, 7)
    total = chance.randrange(1_000, 200_000)
    return [
        f"XM-{2021 + number % 6}-{number:06}",
        f"云溪示范项目第{number}号",
        chance.choice(LEVELS)[1],
        chance.choice(KINDS)[1],
        f"云溪建设第{number % 9_000}公司",
        chance.choice(("38", "39", "26")),
        None,
        total,
        round(total * chance.random(), 2),
        days[2],
        days[3],
        *(date if place < reached else None for place, date in enumerate(days)),
        chance.choice(UNITS),
        chance.choice(PEOPLE),
        f"备注{number % 500}",
    ]


def ours(data: bytes) -> tuple[float, float]:
    """Plan, look, apply, and what memory that took at most; then everything is taken out again."""
    ledger, by = registry.ledger(LEDGER), house.operator()
    start, clock = computing(), time.perf_counter()
    plan = importing.plan(ledger, data, "项目.xlsx", by=by)
    planned = computing()
    shown = (plan.summary, [new.shown for new in plan.creates[:200]], plan.fingerprint)
    result = importing.apply(plan, by=by, seen=shown[2])
    took = computing() - start
    print(f"plan {planned - start:.2f} s, apply {took - planned + start:.2f} s of computing")
    print(f"{time.perf_counter() - clock:.1f} s by the clock: {result}")
    if Project.objects.count() != result.created or AuditRow.objects.count() < result.created:
        raise SystemExit("not everything was written")
    memory = peak()
    empty()
    return took, memory


def floor(data: bytes) -> None:
    """The least: calamine's rows, and tuples by executemany in one transaction."""
    names = [f for f in Project._meta.concrete_fields if not f.primary_key]
    held = ", ".join(f'"{f.column}"' for f in names)
    marks = ", ".join(["%s"] * len(names))
    places = {name: at for at, name in enumerate(COLUMNS)}
    unit, industry = (
        Unit.objects.values_list("pk", flat=True)[0],
        Industry.objects.values_list("pk", flat=True)[0],
    )
    leader = User.objects.values_list("pk", flat=True)[0]
    given = {
        "version": 1,
        "unit": unit,
        "industry": industry,
        "signing": None,
        "leader": leader,
        "state": "conceived",
    }
    given |= {f.name: f.get_default() for f in names if f.name not in places and f.name not in given}
    book = load_workbook(io.BytesIO(data))
    rows = book.get_sheet_by_index(0).to_python()[1:]
    days = [f.name for f in names if f.get_internal_type() == "DateField"]

    def value(row: list[Any], name: str) -> Any:
        if name in given:
            return given[name]
        cell = row[places[name]]
        return (
            (str(cell) if cell else None)
            if name in days
            else int(cell * 1_000_000)
            if name in MONEY
            else cell
        )

    order = [f.name for f in names]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{Project._meta.db_table}" ({held}) VALUES ({marks})',  # noqa: S608 - names of ours
            [tuple(value(row, name) for name in order) for row in rows],
        )
    empty()


class Known(widgets.Widget):
    """A link or a word, looked up once: kinder to the peer than its own widget, which asks for every row."""

    def __init__(self, known: Callable[[], dict[str, Any]]) -> None:
        super().__init__()
        self.make, self.found = known, {}

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        self.found = self.found or self.make()
        return self.found[str(value)] if value not in (None, "") else None


class Fen(widgets.Widget):
    def clean(self, value: Any, row: Any = None, **options: Any) -> int:
        return int(Decimal(str(value)) * 1_000_000)


class Date(widgets.Widget):
    def clean(self, value: Any, row: Any = None, **options: Any) -> datetime.date | None:
        return value.date() if isinstance(value, datetime.datetime) else value or None


LINKS = {
    "unit": (Unit, "name"),
    "industry": (Industry, "code"),
    "signing": (Signing, "number"),
    "leader": (User, "name"),
}


def widget(name: str, quick: bool) -> widgets.Widget:
    if name in LINKS and not quick:
        return widgets.ForeignKeyWidget(*LINKS[name])
    if name in MONEY:
        return Fen()
    if name in DATES or name in ("planned_start", "planned_complete"):
        return Date()
    return {
        "unit": Known(lambda: {u.name: u for u in Unit.objects.all()}),
        "industry": Known(lambda: {i.code: i for i in Industry.objects.all()}),
        "signing": Known(dict),
        "leader": Known(lambda: {u.name: u for u in User.objects.all()}),
        "kind": Known(lambda: {shown: stored for stored, shown in KINDS}),
        "level": Known(lambda: {shown: stored for stored, shown in LEVELS}),
    }.get(name) or widgets.CharWidget()


class Meta:
    model = Project
    import_id_fields = ("number",)


def resource_of(quick: bool = False, **settings: Any) -> type[resources.ModelResource]:
    ledger = registry.ledger(LEDGER)
    columns = {
        c.name: fields.Field(
            attribute=c.name, column_name=ledger.head(c, c.entry_unit), widget=widget(c.name, quick)
        )
        for c in map(ledger.column, COLUMNS)
    }
    meta = type("Meta", (Meta,), {"fields": tuple(columns), **settings})
    return type("ProjectResource", (resources.ModelResource,), {**columns, "Meta": meta})


ProjectResource = resource_of()


def fast(size: int | None) -> type[resources.ModelResource]:
    return resource_of(
        quick=True,
        use_bulk=True,
        batch_size=size,
        skip_diff=True,
        skip_html_diff=True,
        force_init_instance=True,
        report_skipped=False,
        store_row_values=False,
        store_instance=False,
    )


def peer(data: bytes, kind: type[resources.ModelResource]) -> None:
    found = Dataset().load(data, format="xlsx")
    result = kind().import_data(found, dry_run=False, raise_errors=True, use_transactions=True)
    if result.has_errors() or Project.objects.count() != len(found):
        raise SystemExit("the peer did not write everything")
    empty()


def empty() -> None:
    Project.objects.all().delete()
    Mark.objects.all().delete()


def timed(work: Callable[[], object]) -> float:
    start = computing()
    work()
    return computing() - start


def computing() -> float:
    """Seconds of computing, of this process and of those it has ended: what others do on the machine stays out."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in spent)


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
