"""What waits for a person in any ledger: rows of which they are asked to say what they think."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from django.urls import reverse

from luoshi.ledgers import access, registry, reviews
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Review, Row
from luoshi.web.parts import Todo
from luoshi.web.request import Request


def asked(request: Request) -> Iterable[Todo]:
    """Rows that wait for the person's own verdict: one query to see whether there are any, and one a ledger."""
    actor = request.actor
    ledgers = {ledger.name: ledger for ledger in registry.ledgers() if _reviews(actor, ledger)}
    if not ledgers or not actor.person:
        return
    waiting = Review.objects.filter(
        reviewer=actor.person, ledger__in=sorted(ledgers), standing=True, verdict=""
    )
    for name, found in groupby(waiting.order_by("ledger", "pk"), key=lambda review: review.ledger):
        yield from _of(actor, ledgers[name], list(found))


def _reviews(actor: Actor, ledger: Ledger) -> bool:
    return any(grant.role in actor.roles for grants in ledger.access.reviews.values() for grant in grants)


def _of(actor: Actor, ledger: Ledger, waiting: list[Review]) -> Iterable[Todo]:
    rows = {row.pk: row for row in ledger.rows().filter(pk__in=[review.row for review in waiting])}
    for review in waiting:
        row = rows.get(review.row)
        if row is not None and _still(actor, ledger, row, review.slot):
            step = reviews.step_of(ledger, review.slot)
            url = reverse("ledger_review", args=[ledger.key, row.pk, review.slot])
            note = f"{ledger.title}，办理“{step.title}”之前"
            yield Todo(f"评审“{ledger.label_of(row)}”", url, "评审", getattr(row, "due_on", None), note)


def _still(actor: Actor, ledger: Ledger, row: Row, slot: str) -> bool:
    """Whether the step that the review is for is still ahead, and the person may say something of it."""
    life = ledger.lifecycle
    ahead = life is not None and getattr(row, life.field) in reviews.step_of(ledger, slot).source
    may = access.may(actor, Act.READ, ledger, row) and access.may_review(actor, ledger, slot, row)
    return ahead and bool(may)
