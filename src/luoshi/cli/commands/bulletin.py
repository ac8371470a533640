"""`luoshi bulletin --month YYYY-MM -o FILE`: the month's bulletin or another report, issued once and the same ever after."""

from __future__ import annotations

import argparse
import datetime
import sys

from django.conf import settings
from django.utils import timezone

from luoshi.cli import files, house
from luoshi.cli.errors import InputError
from luoshi.ledgers import registry, rewinding
from luoshi.ledgers.access import Act, may
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.bulletins import actions
from luoshi.oversight.bulletins.models import BULLETIN, Bulletin
from luoshi.reports.bulletin import render


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", type=files.month, required=True, metavar="月份", help="如 2026-06")
    parser.add_argument("-o", "--output", required=True, metavar="文件", help="写到哪个 docx 文件")
    parser.add_argument("--on", type=day, metavar="日期", help="印发日期，如 2026-07-05，默认今天")
    parser.add_argument(
        "--kind",
        default=BULLETIN,
        metavar="文种",
        help="报告模板的代码，如 bulletin、meeting、brief，默认 bulletin",
    )
    parser.add_argument(
        "--as-of", type=day, metavar="日期", help="数据截至，如 2026-07-05：目标、数据和规则都按那一天的样子"
    )
    parser.add_argument("--again", metavar="理由", help="这个月已印发过时，写明理由重新印发")
    house.add_actor(parser)


def run(options: argparse.Namespace) -> int:
    files.require_place(options.output)  # what is issued stands, so the place of its file is asked for first
    house.open_house()
    try:
        bulletin, new = issued(options)
    except LedgerError as problem:
        raise InputError(str(problem)) from problem
    files.write(options.output, bytes(bulletin.file))
    said = "已印发" if new else f"此前已于 {bulletin.issued_on} 印发，取出原件"
    sys.stdout.write(f"《{bulletin.title}》{said}：{options.output}\n")
    return 0


def issued(options: argparse.Namespace) -> tuple[Bulletin, bool]:
    """The month's bulletin and whether it was issued just now."""
    by = house.actor(options)
    before = Bulletin.objects.latest_of(options.month, options.kind)
    if before is not None and not options.again:
        answer = may(by, Act.READ, registry.ledger(actions.LEDGER), before)
        if not answer:
            raise InputError(answer.reason)
        return before, False
    on = options.on or timezone.localdate()
    as_of = None if options.as_of is None else rewinding.end_of(options.as_of)
    made = actions.issue(
        options.month,
        render,
        on=on,
        by=by,
        reason=options.again or "",
        kind=options.kind,
        as_of=as_of,
        address=settings.ADDRESS,
    )
    return made, True


def day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2026-07-05 的样子。") from None
