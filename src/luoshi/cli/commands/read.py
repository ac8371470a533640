"""`luoshi read FILE`: what the reader finds in a plan, without keeping anything."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from luoshi.cli import files, folders
from luoshi.cli.errors import InputError
from luoshi.cli.readings import forms, lint
from luoshi.reading import files as plans
from luoshi.reading.sources import SourceError


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="文件", help="工作要点：txt、html、docx、xlsx、pdf 等")
    parser.add_argument(
        "--format",
        choices=(*forms.TEXTS, "xlsx"),
        default="table",
        help="输出格式，默认 table；xlsx 要同时写 -o",
    )
    parser.add_argument("--year", type=files.year, metavar="年份", help="计划年度，文中没有写明时使用")
    parser.add_argument("-o", "--output", metavar="文件", help="写到文件，不写则显示在屏幕上")
    lint.arguments(parser)
    folders.arguments(parser)


def run(options: argparse.Namespace) -> int:
    lint.require(options)
    if folders.wanted(options):
        return folders.run(options)
    if not options.file:
        raise InputError("缺少参数：文件。请写一份工作要点的路径，或用 --corpus 写一个文件夹。")
    if options.format == "xlsx" and not options.output:
        raise InputError("xlsx 格式要写到文件里，请加上 -o 文件名.xlsx。")
    data = files.contents(options.file)
    try:
        reading = plans.read(data, Path(options.file).name, otherwise=options.year)
    except SourceError as problem:
        raise InputError(str(problem)) from problem
    if options.lint:
        _show(options, [lint.printed(reading, options)])
    elif options.format == "xlsx":
        files.write(options.output, forms.as_workbook(reading))
    elif options.format == "json":
        _show(options, forms.json_pieces(reading))
    else:
        _show(options, [forms.TEXTS[options.format](reading)])
    return 0


def _show(options: argparse.Namespace, pieces: Iterable[str]) -> None:
    if options.output:
        files.write(options.output, map(str.encode, pieces))
    else:
        sys.stdout.writelines(pieces)
