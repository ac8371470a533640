"""The tokens of programs as a table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone

from luoshi.accounts.models import Token
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Row, Table

COLUMNS = (
    Column("名称", width="medium", data=True),
    Column("持有人", data=True),
    Column("权限"),
    Column("开通", kind="day"),
    Column("有效期至", kind="day"),
    Column("最近使用", kind="day"),
    Column("状态"),
    Column("撤销"),
)


def table(tokens: Iterable[Token], on: date) -> Table:
    """Tokens with what they may and whether they still do."""
    rows = tuple(_row(token, on) for token in tokens)
    return Table(
        name="tokens", caption="接口令牌", columns=COLUMNS, rows=rows, empty="还没有接口令牌。", short=True
    )


def _row(token: Token, on: date) -> Row:
    used = token.last_used_at
    url = "" if token.revoked_at else reverse("token_revoke", args=[token.pk])
    return Row(
        (
            Cell(token.name),
            Cell(str(token.user)),
            Cell("只读" if token.read_only else "读写"),
            Cell(formats.day(timezone.localdate(token.made_at))),
            Cell(formats.day(token.until) if token.until else "长期"),
            Cell(formats.moment(used and timezone.localtime(used))),
            Cell(_state(token, on)),
            Cell("撤销" if url else "", url, page=True),
        ),
        key=str(token.pk),
    )


def _state(token: Token, on: date) -> str:
    if token.revoked_at:
        return "已撤销"
    if not token.user.is_active:
        return "账号已停用"
    return "已到期" if token.dead(on) else "有效"
