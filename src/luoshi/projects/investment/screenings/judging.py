"""What comes of the votes of a screening: points, verdict and spread, written when the last reviewer has voted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from luoshi.ledgers import registry, rule_kinds, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid
from luoshi.projects.investment import kinds
from luoshi.projects.investment.screenings.models import DECIDED, Screening
from luoshi.rules import screening as engine
from luoshi.rules.errors import RulesError
from luoshi.rules.screening import Result, ScreeningForm

Given = Mapping[str, str]


def form_of(screening: Screening) -> ScreeningForm:
    """The form by which a screening is judged: the one in force on the day it was opened."""
    return rule_kinds.in_force(kinds.SCREENING, screening.opened_on)


def answers(form: ScreeningForm, given: Given) -> dict[str, Decimal]:
    """Answers by the code of their item; they are kept by its title."""
    codes = {item.title: item.code for item in form.items}
    return {codes.get(title, title): Decimal(text) for title, text in given.items()}


def result(screening: Screening) -> Result | None:
    """What the votes there are come to; None before the first."""
    form = form_of(screening)
    votes = {
        vote.reviewer.name: answers(form, vote.answers) for vote in screening.votes.select_related("reviewer")
    }
    return engine.score(form, votes) if votes else None


def missing(screening: Screening) -> list[str]:
    """The names of the reviewers who have not voted."""
    voted = set(screening.votes.values_list("reviewer_id", flat=True))
    return [person["name"] for person in screening.reviewers if person["key"] not in voted]


def judge(keys: Iterable[int], by: Actor) -> None:
    """Write what the votes of screenings come to; of those that are decided only what nobody has written yet."""
    ledger = registry.ledger("investment.screenings")
    for screening in Screening.objects.filter(pk__in=list(keys)):
        if screening.state == DECIDED and screening.verdict:
            continue
        writing.write(ledger, screening, _found(screening), by=by, act="计算得分", reason="")


def _found(screening: Screening) -> dict[str, Any]:
    try:
        found = result(screening)
    except RulesError as refused:
        raise Invalid({"answers": [f"打分没有保存：{refused}"]}) from refused
    if found is None or missing(screening):
        return {"points": None, "spread": None, "verdict": "", "vetoed_by": "", "form_version": ""}
    return {
        "points": round(found.points * 100),
        "spread": round(found.spread * 100),
        "verdict": found.verdict,
        "vetoed_by": "、".join(found.vetoed),
        "form_version": form_of(screening).version,
    }
