"""Looking for padding: what is new is kept, what nobody has answered yet goes with its reason, what is decided stays."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from luoshi.ledgers import audit, bulk, marks, registry, rule_kinds
from luoshi.ledgers.access import Actor
from luoshi.projects.investment import kinds
from luoshi.projects.investment.findings.models import LAPSED, OPEN, Finding
from luoshi.projects.investment.signings import fulfilment
from luoshi.projects.investment.signings.models import Signing
from luoshi.rules import padding

Pair = tuple[str, int, int | None]
FOUND, GONE, BACK, MOVED = "发现疑点", "疑点消除", "疑点重现", "疑点更新"
SAID = {FOUND: "新增疑点", GONE: "消除", BACK: "重现", MOVED: "情况有变"}


def find(on: datetime.date) -> list[Finding]:
    """The findings about the signings that count, not stored; a later signing is doubted beside an older one."""
    rule = rule_kinds.in_force(kinds.PADDING, on)
    signings = Signing.objects.filter(counts=True, signed_on__lte=on).select_related("unit", "parcel")
    rows = {str(row.pk): row for row in signings}
    paid = fulfilment.paid_in([row.pk for row in rows.values()], on)
    told = [_known(key, row, paid.get(row.pk, 0)) for key, row in rows.items()]
    return [_made(each, rows, on) for each in padding.findings(rule, told, on)]


def _known(key: str, row: Signing, paid_in: int) -> padding.Signing:
    return padding.Signing(
        key=key,
        project=row.project,
        investor=row.investor,
        signed_on=row.signed_on,
        amount=row.amount,
        credit_code=row.credit_code,
        unit=row.unit.name,
        parcel=row.parcel.number if row.parcel else "",
        equipment=row.equipment or 0,
        paid_in=paid_in,
        promised_tax=row.promised_tax,
        land=None if row.land is None else Decimal(row.land) / 100,
    )


def _made(each: padding.Finding, rows: dict[str, Signing], on: datetime.date) -> Finding:
    doubted, other = (rows[each.second], rows[each.first]) if each.second else (rows[each.first], None)
    said = each.sentence[:400]
    return Finding(kind=each.kind, signing=doubted, other=other, sentence=said, found_on=on, judged_on=on)


@dataclass
class _Changes:
    """What is written: new findings, and by key the state and sentence of stored ones, with the act that says why."""

    new: list[Finding] = field(default_factory=list)
    stored: dict[int, tuple[str, str, str]] = field(default_factory=dict)

    def acts(self) -> Iterator[tuple[str, int]]:
        """How many of each."""
        told = [FOUND] * len(self.new) + [act for act, _, _ in self.stored.values()]
        return ((act, told.count(act)) for act in SAID if act in told)


def keep(doubts: Sequence[Finding], on: datetime.date, by: Actor) -> str:
    """Store what is new; what waits for an answer lapses where it is found no more, and comes back where it is again."""
    changes = _compared(doubts)
    waiting = Finding.objects.filter(state__in=(OPEN, LAPSED))
    moved = waiting.exclude(judged_on=on).update(judged_on=on)
    _store(changes, on, by)
    said = "，".join(f"{SAID[act]} {count} 个" for act, count in changes.acts())
    return said or ("疑点没有变化" if moved else "")


def _compared(doubts: Sequence[Finding]) -> _Changes:
    there = set(Signing.objects.order_by().values_list("pk", flat=True))  # one may have gone since
    held: dict[Pair, Finding] = {
        (each.kind, each.signing_id, each.other_id): each
        for each in doubts
        if each.signing_id in there and (each.other_id is None or each.other_id in there)
    }
    changes = _Changes()
    known = Finding.objects.order_by().values_list("kind", "signing", "other", "pk", "state", "sentence")
    for kind, signing, other, key, state, sentence in known.iterator():
        doubt = held.pop((kind, signing, other), None)
        if state == OPEN and doubt is None:
            changes.stored[key] = GONE, LAPSED, sentence
        elif state == LAPSED and doubt is not None:
            changes.stored[key] = BACK, OPEN, doubt.sentence
        elif state == OPEN and doubt is not None and doubt.sentence != sentence:
            changes.stored[key] = MOVED, OPEN, doubt.sentence
    changes.new = list(held.values())
    return changes


def _store(changes: _Changes, on: datetime.date, by: Actor) -> None:
    ledger = registry.ledger("investment.findings")
    rows = [(row, audit.shown(ledger, row)) for row in bulk.locked(ledger, list(changes.stored)).values()]
    for row, _ in rows:
        assert isinstance(row, Finding)
        _, row.state, row.sentence = changes.stored[row.pk]
        row.judged_on = on
    every = [row for row, _ in rows]
    bulk.store(ledger, changes.new, every, ("state", "sentence", "judged_on"))
    entries = [
        audit.entry(by, FOUND, ledger, row, audit.difference({}, audit.shown(ledger, row)))
        for row in changes.new
    ]
    entries += [
        audit.entry(
            by, changes.stored[row.pk][0], ledger, row, audit.difference(before, audit.shown(ledger, row))
        )
        for row, before in rows
    ]
    audit.record_all(entries)
    marks.mark(ledger, [*changes.new, *every])
