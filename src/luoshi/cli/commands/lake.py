"""`luoshi lake export` writes the ledgers as Parquet; `luoshi lake figures` computes every binding from there."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db import transaction

from luoshi.cli import extras, files, house
from luoshi.cli.readings.forms import grid
from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit, facts, registry
from luoshi.ledgers.models import Binding

EXIT_DIFFERENT = 1
ENGINES = {"duckdb": ("luoshi.lake.duck", "duckdb"), "spark": ("luoshi.lake.spark", "pyspark")}


def arguments(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", metavar="动作", required=True, title="动作")
    export = words.add_parser(
        "export", help="把全部台账写成 Parquet 文件", description="只重写上次导出以后有变动的月份。"
    )
    export.add_argument("--whole", action="store_true", help="全部重写")
    figures = words.add_parser(
        "figures", help="从 Parquet 文件计算全部计量", description="与网页上的数用的是同一套计量声明。"
    )
    figures.add_argument("--engine", choices=tuple(ENGINES), default="duckdb", help="默认 duckdb")
    figures.add_argument(
        "--master", metavar="地址", help="Spark Connect 的地址，如 sc://主机:15002；默认在本机启动"
    )
    figures.add_argument("--as", dest="form", choices=("table", "json"), default="table", help="默认 table")
    figures.add_argument(
        "--check", action="store_true", help="与数据库里的数核对，只显示不同的，有不同时退出码为 1"
    )
    verify = words.add_parser(
        "verify", help="按清单核对每个文件", description="缺失、改动过的文件，指出第一个。"
    )
    for each in (export, figures, verify):
        each.add_argument(
            "folder", metavar="文件夹", nargs="?", type=Path, default=Path("lake"), help="默认 ./lake"
        )
    for each in (export, figures):
        each.add_argument("--zone", metavar="编码", help="本园区在数据湖里的编码，默认管委会的单位编码")


def run(options: argparse.Namespace) -> int:
    store = extras.module("luoshi.lake.store", needs="pyarrow")
    if options.word == "verify":
        sys.stdout.write(f"数据湖的文件 {store.Lake(options.folder).verify()} 个，逐个核对无误。\n")
        return 0
    house.open_house()
    zone = options.zone or Unit.objects.zone().code
    if options.word == "export":
        return export(options.folder, zone, options.whole)
    bindings = list(Binding.objects.filter(ended=None, formula="").order_by("pk"))
    name, needs = ENGINES[options.engine]
    extras.module(name, needs=needs)
    return figures(options, store.Lake(options.folder), zone, bindings)


def export(folder: Path, zone: str, whole: bool) -> int:
    """Bring the zone's part of a lake up to date; the trail says of which ledgers something was taken out."""
    exporting = extras.module("luoshi.lake.exporting", needs="pyarrow")
    try:
        told = exporting.export(folder, zone, whole=whole)
    except OSError as problem:
        raise files.unwritable(str(folder), problem) from problem
    if told:
        with transaction.atomic():
            audit.begin()
            for each in told:
                said = {"文件": ("", f"{each.files} 个"), "行数": ("", str(each.rows))}
                audit.note(house.operator(), "导出到数据湖", registry.ledger(each.ledger), said)
    written = sum(each.files for each in told)
    sys.stdout.write(
        f"已导出到“{folder / zone}”：{len(told)} 本台账，{written} 个文件，{sum(each.rows for each in told)} 行。\n"
        if told
        else f"“{folder / zone}”已是最新，没有要写的。\n"
    )
    return 0


def figures(options: argparse.Namespace, lake: Any, zone: str, bindings: list[Binding]) -> int:
    """Compute every binding, and show the lines or where they differ from the facts."""
    of = extras.module("luoshi.lake.figures", needs="pyarrow")
    if options.check:
        of.require_current(lake, zone, bindings)
        facts.refresh()
    engine = _engine(options)
    try:
        found = of.computed(lake, engine, bindings)
        lines = of.differences(found, zone) if options.check else of.lines(found)
        count = show(options.form, lines, {binding.pk: _said(binding) for binding in bindings})
    finally:
        engine.close()
    if options.check and not count:
        sys.stdout.write(
            f"{len(bindings)} 项计量，与数据库里的数全部一致。\n" if options.form == "table" else ""
        )
    return EXIT_DIFFERENT if options.check and count else 0


def _engine(options: argparse.Namespace) -> Any:
    name, needs = ENGINES[options.engine]
    module = extras.module(name, needs=needs)
    return module.DuckDB() if options.engine == "duckdb" else module.Spark(options.master)


def _said(binding: Binding) -> str:
    ledger = registry.ledger(binding.ledger)
    return binding.name or f"{ledger.title} · {ledger.measure(binding.measure).title}"


def show(form: str, lines: Iterable[Any], said: dict[int, str]) -> int:
    """Print lines, as a table or as one JSON object a line; how many there were."""
    count, every = 0, []
    for line in lines:
        count += 1
        if form == "json":
            sys.stdout.write(json.dumps(line._asdict(), ensure_ascii=False) + "\n")
        else:
            every.append(line)
    if every:
        head = ("计量", *(HEADS[name] for name in every[0]._fields))
        sys.stdout.write(grid(head, [(said[line.binding], *_cells(line)) for line in every]) + "\n")
    return count


HEADS = {
    "binding": "编号",
    "zone": "园区",
    "unit": "单位",
    "month": "月份",
    "value": "值",
    "base": "分母",
    "rows": "行数",
    "lake": "数据湖",
    "facts": "数据库",
}


def _cells(line: Any) -> Iterator[str]:
    for each in line:
        yield "–" if each is None else "/".join(map(str, each)) if isinstance(each, tuple) else str(each)
