"""The house made ready for a command: tables up to date, the rows that every zone starts with, and who acts."""

from __future__ import annotations

import argparse

from django.db import transaction
from django.utils import timezone

from luoshi.cli.errors import InputError
from luoshi.cli.server import migrate
from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.industries import seed as industries
from luoshi.directory.people.actors import actor_named
from luoshi.directory.regions import seed as regions
from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit, standing
from luoshi.ledgers.access import Actor, Mandate
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import Rule
from luoshi.oversight.rules import actions as rules

ORIGIN = "命令行"


def add_actor(parser: argparse.ArgumentParser) -> None:
    """The argument that says in whose name a command acts."""
    parser.add_argument(
        "--as",
        dest="actor",
        metavar="用户名",
        help="以谁的身份执行并受其权限约束；默认为本机操作员（督查员兼系统管理员）",
    )


def open_house() -> None:
    """Tables, classification, calendar and first rules; what is there already is left alone."""
    migrate()
    if Rule.objects.exists():
        return
    with transaction.atomic():
        audit.begin()
        for table in standing.marked():
            standing.wrote(table)
        industries.seed()
        regions.seed()
        days.seed()
        rules.issue_starting_rules(by=operator())


def actor(options: argparse.Namespace) -> Actor:
    """Who acts: the person named with --as, held to their rights, or whoever has this machine."""
    if not options.actor:
        return operator()
    try:
        found = actor_named(options.actor, on=timezone.localdate(), origin=ORIGIN)
    except LedgerError as problem:
        raise InputError(str(problem)) from problem
    if not found:
        raise InputError(f"“{options.actor}”目前没有岗位，不能办理任何事项，请系统管理员在“岗位”台账里登记。")
    return found


def operator() -> Actor:
    """Who has the machine has the database; the trail names them as such."""
    every = frozenset(Unit.objects.values_list("pk", flat=True))
    mandates = (Mandate(roles.SUPERVISOR, every), Mandate(roles.ADMINISTRATOR, every))
    return Actor(name="本机操作员", key="", mandates=mandates, origin=ORIGIN)
