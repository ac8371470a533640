"""`luoshi compare A B` and `luoshi compare CORPUS.parquet`: how ambitious plans are, beside each other."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from luoshi.cli import files, plans
from luoshi.cli.errors import InputError
from luoshi.cli.readings import comparisons, sheets, surveys
from luoshi.cli.readings.sheets import Table
from luoshi.reading.ambition import comparing, surveying
from luoshi.reading.ambition.promises import Line
from luoshi.reading.ambition.surveying import Survey
from luoshi.reading.ambition.wording import key

FILES = ("xlsx", "csv")
MOST = 30  # lines shown where nobody says how many
TABLE = ".parquet"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "plans",
        nargs="+",
        metavar="计划",
        help="两份工作要点，或一张由 luoshi read --corpus 写出的 .parquet 表；与 --corpus 同用时，两份计划可以写园区名",
    )
    parser.add_argument("--corpus", metavar="表.parquet", help="两份计划从这张表里找")
    parser.add_argument("--indicator", metavar="指标", help="只看这个指标，如 规上工业总产值")
    parser.add_argument(
        "--year",
        type=files.year,
        metavar="年份",
        help="只看这一年；比较两份计划时，文中没有写明年度的按这一年",
    )
    parser.add_argument(
        "--most", type=_most, default=MOST, metavar="项数", help=f"表里最多列出多少项，默认 {MOST}，0 为全部"
    )
    parser.add_argument(
        "--format",
        choices=("table", "json", *FILES),
        default="table",
        help="输出格式，默认 table；xlsx、csv 要同时写 -o",
    )
    parser.add_argument("-o", "--output", metavar="文件", help="写到文件，不写则显示在屏幕上")


def run(options: argparse.Namespace) -> int:
    if options.format in FILES and not options.output:
        raise InputError(f"{options.format} 格式要写到文件里，请加上 -o 文件名.{options.format}。")
    if options.output:
        files.require_place(options.output)
    match options.plans:
        case [table] if table.endswith(TABLE):
            answer = _survey(options, Path(table))
        case [first, second]:
            answer = _compare(options, first, second)
        case _:
            raise InputError(f"请写两份要比较的计划，或一张由 luoshi read --corpus 写出的 {TABLE} 表。")
    if options.output:
        files.write(options.output, answer)
    else:
        sys.stdout.write(answer.decode())
    return 0


def _compare(options: argparse.Namespace, *names: str) -> bytes:
    """Two plans side by side."""
    (first, left), (second, right) = (_plan(options, name) for name in names)
    pairs = comparing.line_up(left, right)
    if options.indicator:
        lines = _meant(options.indicator, [pair.line for pair in pairs])
        pairs = [pair for pair in pairs if pair.line in lines]
    if options.format == "json":
        return _json(comparisons.as_data(first, second, pairs))
    if options.format == "csv":
        return sheets.as_csv(comparisons.together(pairs))
    if options.format == "xlsx":
        return sheets.as_workbook(comparisons.tables(pairs) or [comparisons.together(pairs)])
    return _text(comparisons.head(first, second, pairs), comparisons.tables(pairs), "")


def _plan(options: argparse.Namespace, name: str) -> plans.Found:
    if options.corpus:
        return plans.of_corpus(Path(options.corpus), name, options.year)
    if name.endswith(TABLE):
        raise InputError(f"“{name}”是一张表，请写成 --corpus {name}，并写出要比较的两个园区。")
    return plans.of_file(name, options.year)


def _survey(options: argparse.Namespace, table: Path) -> bytes:
    """Every plan of a table on the lines asked for. Read twice: to see which lines there are, then for those shown alone."""
    asked = plans.corpora()
    popularity = surveying.popularity(asked.survey(table))
    wanted = _wanted(popularity, options)
    most = len(wanted) if options.most == 0 else options.most
    found = surveying.surveys(asked.survey(table), set(wanted[:most]))
    left_out = len(wanted) - len(found)
    if options.format == "json":
        return _json({"lines": surveys.as_data(found), "left_out": left_out})
    if options.format == "csv":
        return sheets.as_csv(surveys.together(found))
    if options.format == "xlsx":
        return sheets.as_workbook([surveys.spread(found), surveys.places(found)])
    return _survey_text(found, left_out, bool(options.indicator))


def _survey_text(found: Sequence[Survey], left_out: int, places: bool) -> bytes:
    ends = []
    if left_out:
        ends.append(f"另有 {left_out} 项没有列出，加 --most 0 列出全部。")
    if not places:
        ends.append("加 --indicator 指标，列出各园区的数值和名次；--format json 或 xlsx 两样都有。")
    tables = [surveys.spread(found), *([surveys.places(found)] if places else [])]
    return _text("", tables, "".join(f"{end}\n" for end in ends))


def _wanted(popularity: Counter[Line], options: argparse.Namespace) -> list[Line]:
    """The lines of the year and the indicator asked for, those that most plans have first."""
    lines = [line for line in popularity if options.year in (None, line.year)]
    if not lines and popularity:
        years = "、".join(str(year) for year in sorted({line.year for line in popularity} - {0}))
        raise InputError(f"表里没有 {options.year} 年的目标，有目标的年度：{years or '文中都没有写明'}。")
    if options.indicator:
        lines = list(_meant(options.indicator, lines))
    return sorted(lines, key=lambda line: (-popularity[line], -line.year, line))


def _meant(indicator: str, lines: Iterable[Line]) -> set[Line]:
    """The lines of an indicator: those of the same wording, else those whose wording contains it."""
    every = list(lines)
    names = {line.indicator for line in every}
    for wording in (key(indicator), key(indicator, "increment"), key(indicator, "level", True)):
        for hits in ({wording} & names, {name for name in names if wording in name}):
            if hits:
                return {line for line in every if line.indicator in hits}
    near = "、".join(get_close_matches(indicator, names, n=5, cutoff=0.3))
    raise InputError(f"没有找到指标“{indicator}”。{f'相近的有：{near}。' if near else ''}请换一个说法再试。")


def _text(head: str, tables: Iterable[Table], tail: str) -> bytes:
    parts = [part for part in (head, *map(sheets.as_text, tables), tail) if part]
    return ("\n".join(parts) or "没有可比较的目标。\n").encode()


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _most(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 6:
        raise argparse.ArgumentTypeError(f"“{text}”不是项数，请写 0 或正整数。")
    return int(text)
