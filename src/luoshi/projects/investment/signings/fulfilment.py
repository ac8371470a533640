"""合同履约: each signing judged by the rule in force, and judged again when a promise breaks or money comes in.

What is judged stands on the row (``fulfilled``, ``fulfilled_why``), so that the rate is a figure like every other and
opens its rows. Nobody enters it, so nobody's version of a row grows stale by it.
"""

from __future__ import annotations

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from luoshi.directory.calendars import months
from luoshi.ledgers import audit, marks, registry, rule_kinds
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
    try:
        rule = rule_kinds.in_force(kinds.FULFILMENT, on)
    except rule_kinds.NoRule:
        return 0
    with transaction.atomic():
        audit.begin()
        return sum(_keep(row, verdict, why, by) for row, verdict, why in _verdicts(rule, list(signings), on))


def _verdicts(
    rule: FulfilmentRule, signings: list[Signing], on: datetime.date
) -> Iterable[tuple[Signing, str, str]]:
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
        yield row, found.verdict, found.reason[:400]


def paid_in(keys: Sequence[int], on: datetime.date) -> dict[int, int]:
    """What has been paid in for signings by a day, in fen; dollars by the rate of their month, where it is known."""
    payments: Any = registry.ledger("investment.paid_in").model._default_manager
    found: dict[int, int] = defaultdict(int)
    rows = payments.filter(signing__in=keys, period__lte=on.year * 100 + on.month)
    for key, domestic, foreign, rate in rows.values_list("signing", "domestic", "foreign", "usd_rate"):
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


def _keep(row: Signing, verdict: str, why: str, by: Actor) -> bool:
    if (row.fulfilled, row.fulfilled_why) == (verdict, why):
        return False
    ledger, before = registry.ledger("investment.signings"), row.get_fulfilled_display()
    row.fulfilled, row.fulfilled_why = verdict, why
    Signing.objects.filter(pk=row.pk).update(fulfilled=verdict, fulfilled_why=why)
    if before != row.get_fulfilled_display():
        audit.record(by, "评定履约", ledger, row, {"履约": (before, row.get_fulfilled_display())}, why)
        marks.add(marks.buckets(ledger, [row]))
    return True
