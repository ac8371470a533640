"""Heads of an office's own tables, told once which column is which, and remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from luoshi.ledgers import audit
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid
from luoshi.ledgers.models import ImportMapping
from luoshi.ledgers.titling import Top

Mappings = Mapping[str, Sequence[str]]


def of(ledger: Ledger) -> Mappings:
    """What has been told of heads: names of columns by place, "" for none, by the head's signature."""
    return dict(ImportMapping.objects.filter(ledger=ledger.name).values_list("signature", "chosen"))


def keep(ledger: Ledger, top: Top, chosen: Sequence[str], *, by: Actor) -> None:
    """Remember which column each is; :class:`Invalid` where a column is named twice or none is."""
    require(by, Act.IMPORT, ledger)
    known = {column.name for column in ledger.writable}
    named = [name for name in chosen if name]
    if not named:
        raise Invalid({"": ["还没有选任何一列，请至少为一列选定对应的台账列。"]})
    if not any(top.paths):
        raise Invalid({"": ["所选的行里没有文字，不是表头，请换成表头所在的行。"]})
    if not set(named) <= known:
        raise Invalid({"": ["选了台账里没有的列，请重新选择。"]})
    if twice := [name for name in dict.fromkeys(named) if named.count(name) > 1]:
        title = ledger.title_of(ledger.column(twice[0]))
        raise Invalid({"": [f"“{title}”选了不止一次，请只保留一列。"]})
    head = [" / ".join(path) for path in top.paths]
    titles = [ledger.title_of(ledger.column(name)) if name else "不导入" for name in chosen]
    with transaction.atomic():
        audit.begin()
        ImportMapping.objects.update_or_create(
            ledger=ledger.name,
            signature=top.signature,
            defaults={"head": head, "chosen": list(chosen), "by": by.name[:60]},
        )
        told = {said: ("", title) for said, title in zip(head, titles, strict=False) if said}
        audit.note(by, "指定对应列", ledger, told)
