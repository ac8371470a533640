"""Reviews: what those who were asked say of a row before a step may be taken with it.

A review is given in rounds. A new round begins where one is opened, and where a step back undoes the step that the
review is for; what was said in earlier rounds stays to be read and counts no more.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.ledgers import audit
from luoshi.ledgers.access import Act, Actor, may_review, require
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue, NotNow, Refused
from luoshi.ledgers.lifecycle import Step
from luoshi.ledgers.models import Review, Row

PASSED, CONDITIONAL, REFUSED = "passed", "conditional", "refused"


def of(ledger: Ledger, row: Row, slot: str = "") -> QuerySet[Review]:
    """All reviews of a row, of one slot or of any, in the order in which they were asked for."""
    found = Review.objects.filter(ledger=ledger.name, row=row.pk)
    return found.filter(slot=slot) if slot else found


def open_round(
    ledger: Ledger, row: Row, slot: str, *, by: Actor, reviewers: Iterable[User] = ()
) -> list[Review]:
    """Begin a round: what was said so far counts no more, and these reviewers are asked.

    Whoever may take the step that the review is for may ask. Where nobody is asked by name, whoever may review
    may do so.
    """
    step = step_of(ledger, slot)
    require(by, Act.STEP, ledger, row, step=step.name)
    asked = list(reviewers)
    with transaction.atomic():
        audit.begin()
        number = _end_round(ledger, row, (slot,))[slot] + 1
        made = [Review(ledger=ledger.name, row=row.pk, slot=slot, round=number, **_named(u)) for u in asked]
        Review.objects.bulk_create(made)
        names = "、".join(user.name for user in asked)
        audit.record(
            by, f"请求评审“{step.title}”"[:40], ledger, row, {"评审人": ("", names)} if names else None
        )
    return made


def give(ledger: Ledger, row: Row, slot: str, verdict: str, *, by: Actor, remark: str = "") -> Review:
    """Say what one thinks of a row in the present round, once; who refuses, or passes on conditions, says why."""
    step = step_of(ledger, slot)
    words = dict(Review.VERDICTS)
    if verdict not in words:
        raise BadValue(f"评审结论“{verdict}”不在可选范围内，请从“{'、'.join(words.values())}”中选一个。")
    if verdict != PASSED and not remark.strip():
        raise NotNow(f"结论为“{words[verdict]}”时，请写明意见。")
    answer = may_review(by, ledger, slot, row)
    if not answer:
        raise Refused(answer.reason)
    reviewer = User.objects.get(pk=by.person)
    with transaction.atomic():
        audit.begin()
        review = _place(ledger, row, slot, reviewer)
        given = Review.objects.filter(pk=review.pk, verdict="").update(
            verdict=verdict, remark=remark.strip(), at=timezone.now()
        )
        if not given:
            raise NotNow("您在这一轮已经评审过，不能更改。确需更改的，请申请人重新发起一轮评审。")
        said = {"评审结论": ("", words[verdict])}
        audit.record(by, f"评审“{step.title}”"[:40], ledger, row, said, remark.strip())
    review.refresh_from_db()
    return review


def _place(ledger: Ledger, row: Row, slot: str, reviewer: User) -> Review:
    """The reviewer's place in the present round; one is made where nobody was asked by name."""
    standing = list(of(ledger, row, slot).filter(standing=True))
    mine = [review for review in standing if review.reviewer_id == reviewer.pk]
    if mine:
        return mine[0]
    if any(review.asked for review in standing):
        raise Refused(f"这一轮评审没有请您（{reviewer.name}）参加，请联系申请人。")
    number = standing[0].round if standing else _last_round(ledger, row, slot) + 1
    made = Review(ledger=ledger.name, row=row.pk, slot=slot, round=number, asked=False, **_named(reviewer))
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as twice:
        raise NotNow("您刚刚已经评审过，请刷新页面。") from twice
    return made


def passed(ledger: Ledger, row: Row, slot: str) -> bool:
    """Whether everybody in the present round has passed the row, be it on conditions, and there is one at least."""
    said = list(of(ledger, row, slot).filter(standing=True).values_list("verdict", flat=True))
    return bool(said) and all(verdict in (PASSED, CONDITIONAL) for verdict in said)


def lacking(ledger: Ledger, row: Row, step: Step) -> str:
    """The sentence about what a step waits for in the way of review; "" where nothing."""
    if not step.review:
        return ""
    standing = list(of(ledger, row, step.review).filter(standing=True))
    refused = [review.reviewer_name for review in standing if review.verdict == REFUSED]
    waiting = [review.reviewer_name for review in standing if not review.verdict]
    if refused:
        return f"办理“{step.title}”之前要通过评审，{'、'.join(refused)}的结论是“不通过”，请按意见修改后重新发起评审。"
    if waiting:
        return f"办理“{step.title}”之前要通过评审，还在等{'、'.join(waiting)}的结论。"
    return "" if standing else f"办理“{step.title}”之前要通过评审，现在还没有人评审。"


def undo(ledger: Ledger, row: Row, target: str) -> None:
    """End the rounds of all reviews that a row, back in a state, has to pass again."""
    life = ledger.lifecycle
    if life is None:
        return
    ahead = {
        step.review for step in life.steps if step.review and any(life.leads(target, s) for s in step.source)
    }
    if ahead:
        _end_round(ledger, row, tuple(sorted(ahead)))


def step_of(ledger: Ledger, slot: str) -> Step:
    """The step that a review is for, or :class:`NotNow`."""
    steps = ledger.lifecycle.steps if ledger.lifecycle else ()
    found = next((step for step in steps if slot and step.review == slot), None)
    if found is None:
        raise NotNow(f"“{ledger.title}”没有名为“{slot}”的评审。")
    return found


def _end_round(ledger: Ledger, row: Row, slots: tuple[str, ...]) -> dict[str, int]:
    """Let nothing stand that was said so far, and return the last round of each slot."""
    Review.objects.filter(ledger=ledger.name, row=row.pk, slot__in=slots, standing=True).update(
        standing=False
    )
    return {slot: _last_round(ledger, row, slot) for slot in slots}


def _last_round(ledger: Ledger, row: Row, slot: str) -> int:
    last = of(ledger, row, slot).aggregate(last=Max("round"))["last"]
    return int(last or 0)


def _named(user: User) -> dict[str, object]:
    return {"reviewer": user, "reviewer_name": user.name}
