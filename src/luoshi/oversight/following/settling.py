"""Lights that turn out to be others: what followed them is lifted with the reason, and what they ask for now is made."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from luoshi.ledgers import registry, writing
from luoshi.ledgers.access import Actor
from luoshi.oversight.assessment import ruled
from luoshi.oversight.excuses.models import APPROVED, TARGET, Excuse
from luoshi.oversight.following import making, shining
from luoshi.oversight.following.shining import Lit
from luoshi.oversight.followups.ledger import NAME
from luoshi.oversight.followups.models import DONE, LIFTED, OPEN, Followup
from luoshi.rules import ladders
from luoshi.rules.months import show_month


def after_excuses(keys: Sequence[int], by: Actor) -> None:
    """What excuses change that were just approved, or whose approval was taken back; in the transaction of that."""
    for excuse in Excuse.objects.filter(pk__in=keys):
        approved = excuse.state == APPROVED
        lights = Followup.objects.about(excuse.ledger, excuse.row).filter(period__gte=excuse.period)
        by_it = lights.filter(lifted_by=excuse.number)
        if approved or by_it.exists():
            said = f"已由{excuse.decided_by}批准" if approved else "撤销批准"
            why = f"正当理由 {excuse.number} {said}"
            concerned = lights.filter(Q(lifted="") | Q(pk__in=by_it.values("pk")))
            settle(concerned, why, excuse.number, by=by, on=excuse.decided_on)


def settle(
    found: Iterable[Followup], why: str, number: str, *, by: Actor, on: datetime.date | None
) -> list[Followup]:
    """Hold what followed lights against the lights as they shine now; the rows that were written or made.

    Part of a transaction that writes. ``why`` and ``number`` say what has changed the lights. What was done already
    stays done and costs no points any more. What a light asks for instead is made on the day ``on``, if one is given and
    nobody has acted on it yet.
    """
    groups: dict[tuple[str, int], list[Followup]] = defaultdict(list)
    for each in found:
        groups[each.about, each.period].append(each)
    written: list[Followup] = []
    for (about, month), rows in sorted(groups.items()):
        left = ruled.lights(month, month) if about == TARGET else {}
        now = {lit.row: lit for lit in shining.of(about, {each.row for each in rows}, month)}
        lit = [
            (each, now[each.row], left.get((month, each.row)) == each.colour)
            for each in rows
            if each.row in now
        ]
        written += [each for each, light, out in lit if _settled(each, light, out, why, number, by)]
        again = [light for each, light, out in lit if each.state != DONE and not out]
        written += making.enter(again, month, on, by=by) if on and again else []
    return written


def _settled(row: Followup, lit: Lit, out: bool, why: str, number: str, by: Actor) -> bool:
    """Whether a row was written: lifted where its light asks for it no more, or standing again."""
    raised = lit.light.raised
    holds = not out and raised is not None and raised.step == row.step
    if holds == (not row.lifted):
        return False
    if holds:
        values = {"lifted": "", "lifted_by": "", "state": OPEN if row.state == LIFTED else row.state}
        act = "恢复处理"
    else:
        said = f"{why}；{_now(row, lit, out)}"[:400]
        values = {
            "lifted": said,
            "lifted_by": number[:60],
            "state": LIFTED if row.state == OPEN else row.state,
        }
        act = "免于处理"
    writing.write(registry.ledger(NAME), row, values, by=by, act=act, reason=why[:400])
    return True


def _now(row: Followup, lit: Lit, out: bool) -> str:
    """How the light stands now, in words."""
    head = f"{show_month(row.period)}的灯"
    if out:
        return f"{head}不再计入"
    raised = lit.light.raised
    then = f"改为{ladders.told(raised.rung)}" if raised else "不再升级处理"
    return f"{head}现为{lit.light.word}，{then}"
