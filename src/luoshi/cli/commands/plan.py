"""`luoshi plan add FILE --year Y`: a plan taken in, its clauses found, and with --confirm-all made targets."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from luoshi.cli import files, house
from luoshi.cli.errors import InputError
from luoshi.ledgers.errors import LedgerError
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import actions as intake
from luoshi.plans.review import actions as review
from luoshi.plans.review.queries import progress


def arguments(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", metavar="动作", required=True, title="动作")
    add = words.add_parser(
        "add", help="上传一份工作要点", description="上传一份工作要点：识读、存入，等待核对。"
    )
    add.add_argument("file", metavar="文件", help="工作要点：txt、html、docx、xlsx、pdf 等")
    add.add_argument("--year", type=files.year, metavar="年份", help="计划年度，文中没有写明时必须写")
    add.add_argument(
        "--confirm-all", action="store_true", help="不逐条核对，全部确认，并采用有把握的计量方式"
    )
    house.add_actor(add)


def run(options: argparse.Namespace) -> int:
    data = files.contents(options.file)
    house.open_house()
    by = house.actor(options)
    try:
        document = intake.add(data, Path(options.file).name, year=options.year, by=by)
    except LedgerError as problem:
        raise InputError(str(problem)) from problem
    sys.stdout.write(f"已存入《{document}》（{document.year}年），{said(document)}\n")
    if options.confirm_all:
        try:
            outcome = review.confirm_all(document, by=by)
        except LedgerError as problem:
            raise InputError(f"《{document}》已存入，但没有确认任何条目：{problem}") from problem
        sys.stdout.write(f"{outcome}\n")
    return 0


def said(document: Document) -> str:
    """How many clauses were found, how many places repaired or in doubt."""
    parts = [f"识别出条目 {progress(document).total} 条"]
    parts += [f"修复 {len(document.repairs)} 处"] if document.repairs else []
    parts += [f"存疑 {len(document.problems)} 处"] if document.problems else []
    return "，".join(parts) + "。"
