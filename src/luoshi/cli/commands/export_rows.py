"""`luoshi export LEDGER FILE`: a ledger as the office lays it out, xlsx, csv or json."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils import timezone

from luoshi.cli import files, house
from luoshi.cli.errors import InputError
from luoshi.ledgers import exporting, registry
from luoshi.ledgers.access import Act, require
from luoshi.ledgers.errors import LedgerError

KINDS: dict[str, exporting.Kind] = {".xlsx": "xlsx", ".csv": "csv", ".json": "json"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ledger", metavar="台账", help="如 investment.signings；写错时会列出全部台账")
    parser.add_argument("file", metavar="文件", help="写到哪个文件，.xlsx、.csv 或 .json")
    parser.add_argument("--template", action="store_true", help="只要导入模板，不要数据（xlsx）")
    house.add_actor(parser)


def run(options: argparse.Namespace) -> int:
    kind = KINDS.get(Path(options.file).suffix.lower())
    if kind is None or (options.template and kind != "xlsx"):
        raise InputError(
            f"“{options.file}”的扩展名不对，请写成 .xlsx{'' if options.template else '、.csv 或 .json'}。"
        )
    files.require_place(options.file)
    house.open_house()
    by = house.actor(options)
    try:
        ledger = registry.ledger(options.ledger)
        require(by, Act.EXPORT, ledger)
        data = (
            exporting.template(ledger, by=by)
            if options.template
            else exporting.export(ledger, ledger.rows(), kind, by=by, as_of=timezone.localtime())
        )
    except LedgerError as problem:
        raise InputError(str(problem)) from problem
    files.write(options.file, data)
    sys.stdout.write(f"“{ledger.title}”已{'生成模板' if options.template else '导出'}：{options.file}\n")
    return 0
