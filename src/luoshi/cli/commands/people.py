"""`luoshi people add`: an account with a post; how a zone's first administrator comes in."""

from __future__ import annotations

import argparse
import secrets
import sys

from django.utils import timezone

from luoshi.cli import house
from luoshi.cli.errors import InputError
from luoshi.directory import roles
from luoshi.directory.people import actions
from luoshi.directory.units.models import Unit
from luoshi.ledgers.errors import LedgerError

PASSWORD_BYTES = 9  # twelve characters


def arguments(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", metavar="动作", required=True, title="动作")
    add = words.add_parser("add", help="开通一个账号", description="开通一个账号并登记岗位，显示初始密码。")
    add.add_argument("username", metavar="用户名", help="登录用，如 linzhao")
    add.add_argument("name", metavar="姓名")
    known = "、".join(f"{role} {word}" for role, word in roles.ROLES)
    add.add_argument("--role", choices=[role for role, _ in roles.ROLES], required=True, help=known)
    add.add_argument("--unit", metavar="单位", help="名称、简称或编码，默认为管委会")
    add.add_argument("--title", default="", metavar="职务")
    house.add_actor(add)


def run(options: argparse.Namespace) -> int:
    house.open_house()
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    try:
        actions.enrol(
            options.username,
            options.name,
            password,
            unit=unit(options.unit),
            role=options.role,
            title=options.title,
            since=timezone.localdate(),
            by=house.actor(options),
        )
    except LedgerError as problem:
        raise InputError(str(problem)) from problem
    sys.stdout.write(f"已开通 {options.name}（{options.username}），初始密码 {password} ，请登录后修改。\n")
    return 0


def unit(words: str | None) -> Unit:
    """The unit so called, or the committee."""
    if not words:
        return Unit.objects.zone()
    found = Unit.objects.filter(code=words).first() or Unit.objects.find_by_words(words)
    if found is None:
        raise InputError(f"没有叫“{words}”的单位，请核对名称，或先在“单位”台账里登记。")
    return found
