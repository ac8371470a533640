"""The ledger of posts."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.directory.people.models import Post
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Person, Text
from luoshi.ledgers.definition import Ledger

POSTS = Ledger(
    model=Post,
    name="directory.posts",
    title="岗位",
    note="谁在哪个单位担任什么角色；一人可以有几个岗位，离任当日起不再有权限。",
    identity=("user", "unit", "role", "since"),
    label="called",
    unit="unit",
    order=("unit__code", "user__username"),
    search=("user__name", "user__username", "title", "unit__name"),
    columns=(
        Person("user", sample="chenjing", help="填用户名。"),
        Link("unit", to="directory.units", sample="招商局"),
        Choice("role", choices=roles.ROLES, sample="填报员"),
        Text("title", sample="副局长"),
        Day("since", sample="2025-11-01", help="自这一天起任职，可不填。"),
        Day("until", sample="2026-12-01", help="自这一天起不再任职，在任的不填。"),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.ADMINISTRATORS),
)
