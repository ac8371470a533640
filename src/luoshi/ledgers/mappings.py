"""Heads of an office's own tables, told once which column is which, and remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from luoshi.ledgers import audit
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, NotNow
from luoshi.ledgers.models import ImportMapping
from luoshi.ledgers.titling import Top

Mappings = Mapping[str, Sequence[str]]

GONE = "这条对应列已经删除，请刷新页面。"


def of(ledger: Ledger) -> Mappings:
    """What has been told of heads: names of columns by place, "" for none, by the head's signature."""
    return dict(ImportMapping.objects.filter(ledger=ledger.name).values_list("signature", "chosen"))


def called(found: ImportMapping) -> str:
    """What people call a mapping: its name, else the first of what stands in the head."""
    return found.name or "、".join(filter(None, found.head))[:40] or found.signature[:8]


def pairs(ledger: Ledger, found: ImportMapping) -> list[tuple[str, str]]:
    """What stands over each column of the table, and the ledger's column that it is; "" for one that is left out."""
    titles = [ledger.title_of(ledger.column(n)) if n and ledger.has(n) else "" for n in found.chosen]
    return [(said, title) for said, title in zip(found.head, titles, strict=False) if said or title]


def rename(ledger: Ledger, found: ImportMapping, name: str, *, by: Actor) -> None:
    """Call a mapping otherwise."""
    require(by, Act.IMPORT, ledger)
    before, name = called(found), name.strip()
    with transaction.atomic():
        audit.begin()
        if not ImportMapping.objects.filter(pk=found.pk).update(name=name):
            raise NotNow(GONE)
        found.name = name
        audit.note(by, "改名对应列", ledger, {"名称": (before, called(found))})


def forget(ledger: Ledger, found: ImportMapping, *, by: Actor) -> None:
    """Forget a mapping: tables with such a head are read by their titles again."""
    require(by, Act.IMPORT, ledger)
    with transaction.atomic():
        audit.begin()
        if not ImportMapping.objects.filter(pk=found.pk).delete()[0]:
            raise NotNow(GONE)
        told = {said: (title or "不导入", "") for said, title in pairs(ledger, found) if said}
        audit.note(by, "删除对应列", ledger, {"名称": (called(found), "")} | told)


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
