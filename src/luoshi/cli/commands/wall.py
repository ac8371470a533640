"""`luoshi wall --month YYYY-MM`: every target of the year, measured, planned and lit."""

from __future__ import annotations

import argparse
import json
import sys

from luoshi.cli import files, house
from luoshi.cli.errors import InputError
from luoshi.cli.readings.forms import grid
from luoshi.ledgers import registry
from luoshi.ledgers.access import Act, may
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import wall
from luoshi.reports.numbers import per_cent, points, written


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", type=files.month, required=True, metavar="月份", help="如 2026-06")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="输出格式，默认 table")
    house.add_actor(parser)


def run(options: argparse.Namespace) -> int:
    house.open_house()
    answer = may(house.actor(options), Act.READ, registry.ledger("plans.targets"))
    if not answer:
        raise InputError(answer.reason)
    rows = wall(options.month)
    if not rows and options.format == "table":
        year = options.month // 100
        raise InputError(
            f"{year}年还没有已确认的目标。请先用 luoshi plan add 文件 --year {year} 上传并确认工作要点。"
        )
    sys.stdout.write(as_json(rows) if options.format == "json" else as_table(rows))
    return 0


def as_json(rows: list[WallRow]) -> str:
    return json.dumps([row.to_data() for row in rows], ensure_ascii=False, indent=1) + "\n"


def as_table(rows: list[WallRow]) -> str:
    head = ("编号", "指标", "责任单位", "全年目标", "累计", "完成率", "时序进度", "与时序差", "灯", "理由")
    body = tuple(
        (
            row.target.number,
            row.target.name,
            row.unit or "–",
            f"{written(row.total)}{row.target.unit}",
            written(row.actual),
            per_cent(row.progress.completion),
            per_cent(row.progress.planned_share),
            points(row.progress.gap_points),
            f"{row.light.shape}{row.light.word}",
            row.light.reason,
        )
        for row in rows
    )
    return grid(head, body) + "\n"
