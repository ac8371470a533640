"""`luoshi import LEDGER FILE`: what a workbook would change, and with --apply the change itself."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils import timezone

from luoshi.cli import files, house
from luoshi.cli.errors import InputError
from luoshi.ledgers import importing, registry
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.importing import ImportPlan

SHOWN = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ledger", metavar="台账", help="如 investment.signings；写错时会列出全部台账")
    parser.add_argument("file", metavar="文件", help="要导入的 xlsx 或 csv")
    parser.add_argument("--apply", action="store_true", help="核对无误后写入；不写时只预览，不改任何数据")
    house.add_actor(parser)


def run(options: argparse.Namespace) -> int:
    data = files.contents(options.file)
    house.open_house()
    by = house.actor(options)
    try:
        ledger = registry.ledger(options.ledger)
        plan = importing.plan(ledger, data, Path(options.file).name, by=by)
        if plan.problems:
            raise InputError(complaint(plan))
        if not options.apply:
            sys.stdout.write(preview(plan))
            return 0
        result = importing.apply(plan, by=by, on=timezone.localdate())
    except LedgerError as problem:
        raise InputError(str(problem)) from problem
    sys.stdout.write(f"“{ledger.title}”导入完成：{result}\n")
    return 0


def complaint(plan: ImportPlan) -> str:
    """Every problem up to a screenful, and that nothing was written."""
    lines = [f"“{plan.ledger.title}”没有导入任何一行：{plan.summary}"]
    lines += [f"  {problem}" for problem in plan.problems[:SHOWN]]
    if len(plan.problems) > SHOWN:
        lines.append(f"  ……另有 {len(plan.problems) - SHOWN} 处，请先改正以上各处。")
    return "\n".join(lines)


def preview(plan: ImportPlan) -> str:
    """What would be written, row by row up to a screenful."""
    lines = [f"预览“{plan.ledger.title}”：{plan.summary}"]
    lines += [f"  新增 第{new.row}行 {new.label}" for new in plan.creates[:SHOWN]]
    for change in plan.changes[:SHOWN]:
        said = "；".join(
            f"{title} {before or '空'} → {after or '空'}" for title, (before, after) in change.shown.items()
        )
        lines.append(f"  修改 第{change.row}行 {change.label}：{said}")
    lines.append("没有写入。确认无误后加上 --apply 再执行一次。" if plan.ready else "没有需要写入的内容。")
    return "\n".join(lines) + "\n"
