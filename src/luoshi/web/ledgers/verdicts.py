"""The reviews of a row as its card shows them, and the forms by which they are asked for and given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from django import forms
from django.urls import reverse
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.directory.people.actors import actor_of
from luoshi.ledgers import access, choosing, reviews
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.columns import PEOPLE, PEOPLE_APART
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lifecycle import Step
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.models import Review, Row
from luoshi.web import formats
from luoshi.web.forms import Form
from luoshi.web.ledgers.widgets import PeopleInput

TONES: Final = {reviews.PASSED: "green", reviews.CONDITIONAL: "yellow", reviews.REFUSED: "red"}


@dataclass(frozen=True, slots=True)
class Said:
    """What one reviewer says, or that they have not answered yet."""

    who: str
    verdict: str
    tone: str
    remark: str
    when: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One review of a row: the round that counts, what was said before, and what the person may do about it."""

    name: str
    step: Step
    passed: bool
    standing: list[Said]
    earlier: list[tuple[int, list[Said]]]
    give: str
    ask: str


class GiveForm(Form):
    """A verdict and what one thinks."""

    use_required_attribute = False

    verdict = forms.ChoiceField(label="结论", choices=[("", "请选择"), *Review.VERDICTS])
    remark = forms.CharField(
        label="意见",
        required=False,
        max_length=400,
        help_text="结论为“有条件通过”或“不通过”时必须写明。提交后不能更改。",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AskForm(Form):
    """Who is asked by name."""

    use_required_attribute = False

    reviewers = forms.CharField(
        label="评审人",
        required=False,
        help_text="填写后只由这些人评审，全部通过才算通过；不填则由有评审权限的人评审。",
    )

    def __init__(self, ledger: Ledger, row: Row, slot: str, data: Any = None) -> None:
        super().__init__(data)
        self.ledger, self.row, self.slot = ledger, row, slot
        address = reverse("ledger_reviewers", args=[ledger.key, row.pk, slot])
        self.fields["reviewers"].widget = PeopleInput(address)

    def clean_reviewers(self) -> list[User]:
        """People who may give this review."""
        lookups, found = Lookups(), []
        for text in filter(None, PEOPLE_APART.split(self.cleaned_data["reviewers"])):
            try:
                user = lookups.find(PEOPLE, text)
            except BadValue as bad:
                raise forms.ValidationError(str(bad)) from bad
            assert isinstance(user, User)
            if not may_review(user, self.ledger, self.slot, self.row):
                raise forms.ValidationError(f"{user.name}没有评审权限，请改请有评审权限的人。")
            found.append(user)
        return list(dict.fromkeys(found))


def may_review(user: User, ledger: Ledger, slot: str, row: Row) -> bool:
    """Whether somebody may give a review today."""
    return bool(access.may_review(actor_of(user, on=timezone.localdate()), ledger, slot, row))


def reviewers(ledger: Ledger, slot: str, row: Row, words: str) -> list[User]:
    """People who may give a review and whose names hold what was typed."""
    return [user for user in choosing.people(words) if may_review(user, ledger, slot, row)]


def slots(actor: Actor, ledger: Ledger, row: Row) -> list[Slot]:
    """Every review that the steps of a ledger wait for, in one query."""
    steps = {s.review: s for s in (ledger.lifecycle.steps if ledger.lifecycle else ()) if s.review}
    found: dict[str, list[Review]] = {name: [] for name in steps}
    for each in reviews.of(ledger, row):
        found.setdefault(each.slot, []).append(each)
    return [_slot(actor, ledger, row, name, step, found[name]) for name, step in steps.items()]


def _slot(actor: Actor, ledger: Ledger, row: Row, name: str, step: Step, found: list[Review]) -> Slot:
    standing = [review for review in found if review.standing]
    earlier = groupby((r for r in reversed(found) if not r.standing and r.verdict), key=lambda r: r.round)
    at = [ledger.key, row.pk, name]
    state = getattr(row, ledger.lifecycle.field) if ledger.lifecycle else ""
    asks = state in step.source and access.may(actor, Act.STEP, ledger, row, step=step.name)
    gives = access.may_review(actor, ledger, name, row) and _is_awaited(actor, standing)
    return Slot(
        name=name,
        step=step,
        passed=bool(standing) and all(TONES.get(r.verdict) in ("green", "yellow") for r in standing),
        standing=said(standing),
        earlier=[(number, said(members)) for number, members in earlier],
        give=reverse("ledger_review", args=at) if gives else "",
        ask=reverse("ledger_review_ask", args=at) if asks else "",
    )


def _is_awaited(actor: Actor, standing: list[Review]) -> bool:
    """Whether a person has still to say something in the present round."""
    mine = [review for review in standing if review.reviewer_id == actor.person]
    return not mine[0].verdict if mine else not any(review.asked for review in standing)


def said(found: Iterable[Review]) -> list[Said]:
    """Reviews in words."""
    return [
        Said(
            who=each.reviewer_name,
            verdict=each.get_verdict_display() if each.verdict else "待评审",
            tone=TONES.get(each.verdict, ""),
            remark=each.remark,
            when=formats.moment(timezone.localtime(each.at)) if each.at else "",
        )
        for each in found
    ]
