"""`luoshi tokens`: gives programs their tokens, lists them, takes them back."""

from __future__ import annotations

import argparse
import sys

from django.utils import timezone

from luoshi.accounts.models import Token, User
from luoshi.cli import house
from luoshi.cli.errors import InputError
from luoshi.directory.people import tokens
from luoshi.ledgers.columns import Day
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups


def arguments(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", metavar="动作", required=True, title="动作")
    add = words.add_parser("add", help="开通一个令牌", description="开通一个接口令牌，令牌只显示这一次。")
    add.add_argument("username", metavar="用户名", help="程序以谁的身份和权限办理")
    add.add_argument("name", metavar="名称", help="给哪个程序用")
    add.add_argument("--until", metavar="日期", default="", help="有效期至，如 2027-12-31；默认长期")
    add.add_argument("--read-only", action="store_true", help="只能查询和导出")
    house.add_actor(add)
    words.add_parser("list", help="列出全部令牌", description="列出全部令牌，每行一个，编号在前。")
    revoke = words.add_parser("revoke", help="撤销一个令牌", description="撤销一个令牌，立即生效。")
    revoke.add_argument("number", metavar="编号", type=int, help="list 显示的编号")
    house.add_actor(revoke)


def run(options: argparse.Namespace) -> int:
    house.open_house()
    {"add": add, "list": listed, "revoke": revoke}[options.word](options)
    return 0


def add(options: argparse.Namespace) -> None:
    user = User.objects.named(options.username)
    if user is None:
        raise InputError(f"没有用户名为“{options.username}”的在用账号，请核对。")
    try:
        until = Day("until").parse(options.until, Lookups())
    except BadValue as bad:
        raise InputError(f"参数 --until：{bad}") from bad
    token, secret = tokens.issue(
        user,
        options.name,
        by=house.actor(options),
        on=timezone.localdate(),
        until=until,
        read_only=options.read_only,
    )
    sys.stdout.write(f"已为 {user} 开通接口令牌“{token.name}”（编号 {token.pk}），只显示这一次：\n{secret}\n")


def listed(options: argparse.Namespace) -> None:
    for token in Token.objects.select_related("user"):
        state = token.dead(timezone.localdate()) or f"有效期至 {token.until or '长期'}。"
        scope = "只读" if token.read_only else "读写"
        sys.stdout.write(f"{token.pk}  {token.user}  {token.name}  {scope}  {state}\n")


def revoke(options: argparse.Namespace) -> None:
    token = Token.objects.select_related("user").filter(pk=options.number).first()
    if token is None:
        raise InputError(f"没有编号为 {options.number} 的令牌，请用 luoshi tokens list 查看。")
    tokens.revoke(token, by=house.actor(options))
    sys.stdout.write(f"已撤销“{token.name}”（{token.user}）。\n")
