"""合同履约: each signing judged by the rule in force, and judged again when a promise breaks or money comes in.

A write judges the signings that it concerns in its own transaction; what concerns all of them, a month that is closed
or a rule that is issued, is judged in the background (``find``, ``keep``). What is judged stands on the row
(``fulfilled``, ``fulfilled_why``, ``judged_on``: until when), so that the rate is a figure like every other and opens its
rows. Nobody enters it, so nobody's version of a row grows stale by it.
"""

from __future__ import annotations

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from luoshi.directory.calendars import months
from luoshi.ledgers import audit, bulk, marks, registry, rule_kinds
from luoshi.ledgers.access import Actor
from luoshi.projects.investment import kinds
from luoshi.projects.investment.signings.models import ENDED, Signing
from luoshi.rules.fulfilment import Contract, FulfilmentRule
from luoshi.rules.fulfilment import judge as judged

FEN = 10_000  # of a rate with four places


def day() -> datetime.date | None:
    """The day by which contracts are judged: the last of the month that is being filled; None before there is one."""
    month = months.current()
    if month is None:
        return None
    year, number = divmod(month, 100)
    return datetime.date(year, number, calendar.monthrange(year, number)[1])


def after(keys: Sequence[int], by: Actor) -> None:
    """Judge signings that have been written."""
    _judge_today(Signing.objects.filter(pk__in=keys), by)


def after_their(model: type[Any]) -> Any:
    """Judge the signings to which written rows of a model lead; all of them where such rows are no more."""

    def follow(keys: Sequence[int], by: Actor) -> None:
        held = dict(model._default_manager.filter(pk__in=keys).values_list("pk", "signing"))
        gone = len(held) < len(set(keys))
        _judge_today(Signing.objects.all() if gone else Signing.objects.filter(pk__in=held.values()), by)

    return follow


def _judge_today(signings: QuerySet[Signing], by: Actor) -> None:
    on = day()
    if on is not None:
        judge(signings, by=by, on=on)


def judge(signings: Iterable[Signing], *, by: Actor, on: datetime.date) -> int:
    """Write the verdict of a day on signings; returns how many changed. Nothing where no rule is in force."""
    rule = rule_kinds.perhaps(kinds.FULFILMENT, on)
    if rule is None:
        return 0
    with transaction.atomic():
        audit.begin()
        return sum(_keep(rule, some, on, by) for some in bulk.chunks(list(signings)))


def find(on: datetime.date) -> list[int]:
    """The signings whose verdict is another on that day, or was never given; NoRule where no rule is in force."""
    rule = rule_kinds.in_force(kinds.FULFILMENT, on)
    every = bulk.chunks(list(Signing.objects.order_by("pk")))
    return [each.row.pk for some in every for each in _verdicts(rule, some, on) if each.differs]


def keep(keys: Sequence[int], on: datetime.date, by: Actor) -> str:
    """Judge these signings again, and note of all that they are judged until a day."""
    changed = sum(judge(Signing.objects.filter(pk__in=some), by=by, on=on) for some in bulk.chunks(keys))
    moved = Signing.objects.exclude(judged_on=on).update(judged_on=on)
    return f"履约变动 {changed} 个" if changed or moved else ""


class _Found(NamedTuple):
    """A signing with its verdict and why, as the rule finds them now."""

    row: Signing
    verdict: str
    why: str

    @property
    def differs(self) -> bool:
        return (self.row.fulfilled, self.row.fulfilled_why) != (self.verdict, self.why)


def _verdicts(rule: FulfilmentRule, signings: Sequence[Signing], on: datetime.date) -> Iterator[_Found]:
    keys = [row.pk for row in signings]
    paid, broken = paid_in(keys, on), _broken(keys)
    for row in signings:
        contract = Contract(
            key=row.number,
            signed_on=row.signed_on,
            amount=row.amount,
            promised_start=row.promised_start,
            registered=row.registered_on is not None and row.registered_on <= on,
            started_on=row.started_on,
            paid_in=paid.get(row.pk, 0),
            ended=row.state == ENDED,
            broken=tuple(broken.get(row.pk, ())),
        )
        found = judged(rule, contract, on)
        yield _Found(row, found.verdict, found.reason[:400])


def paid_in(keys: Sequence[int], on: datetime.date) -> dict[int, int]:
    """What has been paid in for signings by a day, in fen; dollars by the rate of their month, where it is known."""
    payments: Any = registry.ledger("investment.paid_in").model._default_manager
    found: dict[int, int] = defaultdict(int)
    rows = payments.filter(period__lte=on.year * 100 + on.month).order_by()
    for some in bulk.chunks(keys):
        those = rows.filter(signing__in=some).values_list("signing", "domestic", "foreign", "usd_rate")
        for key, domestic, foreign, rate in those:
            found[key] += domestic + foreign * (rate or 0) // FEN
    return found


def _broken(keys: Sequence[int]) -> dict[int, set[str]]:
    """The words for the kinds of promises that investors have broken."""
    ledger = registry.ledger("investment.promises")
    promises: Any = ledger.model._default_manager
    rows = promises.filter(signing__in=keys, side="investor", state="broken")
    words, found = dict(ledger.field_named("kind").flatchoices), defaultdict[int, set[str]](set)
    for key, kind in rows.values_list("signing", "kind"):
        found[key].add(str(words[kind]))
    return found


def _keep(rule: FulfilmentRule, signings: Sequence[Signing], on: datetime.date, by: Actor) -> int:
    differing = [each for each in _verdicts(rule, signings, on) if each.differs]
    turned: list[tuple[Signing, str, str]] = []
    for row, verdict, why in differing:
        before = row.get_fulfilled_display()
        row.fulfilled, row.fulfilled_why = verdict, why
        if before != row.get_fulfilled_display():
            turned.append((row, before, row.get_fulfilled_display()))
    Signing.objects.bulk_update([each.row for each in differing], ("fulfilled", "fulfilled_why"))
    Signing.objects.filter(pk__in=[row.pk for row in signings]).exclude(judged_on=on).update(judged_on=on)
    ledger = registry.ledger("investment.signings")
    audit.record_all(
        audit.entry(by, "评定履约", ledger, row, {"履约": (before, after)}, row.fulfilled_why)
        for row, before, after in turned
    )
    marks.mark(ledger, [row for row, _, _ in turned])
    return len(differing)
