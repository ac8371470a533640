"""Accounts and the posts that give them their rights: opened, ended, given a new password."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from luoshi.accounts.models import User
from luoshi.directory.charges.models import Charge
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit, handover, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, NotNow
from luoshi.ledgers.models import Row

POSTS, CHARGES = "directory.posts", "directory.charges"


def enrol(
    username: str,
    name: str,
    password: str,
    *,
    unit: Unit,
    role: str,
    by: Actor,
    title: str = "",
    since: date | None = None,
) -> Row:
    """A new account with its first post; returns the post."""
    require(by, Act.CREATE, _posts())
    user = User(username=User.normalize_username(username), name=name)
    _check(user, password)
    user.set_password(password)
    post = {"user": user, "unit": unit, "role": role, "title": title, "since": since}
    with transaction.atomic():
        audit.begin()
        user.save(force_insert=True)
        return writing.create(_posts(), post, by=by, reason=f"开通账号 {user.username}")


def dismiss(user: User, *, on: date, by: Actor, reason: str) -> None:
    """End all posts that a person holds on a day, and close the account."""
    require(by, Act.CHANGE, _posts())
    if not reason.strip():
        raise NotNow("停用账号需要写明理由。")
    with transaction.atomic():
        audit.begin()
        for post in Post.objects.in_force(on).filter(user=user).exclude(since=on):
            writing.change(_posts(), post, {"until": on}, by=by, reason=reason, act="停用账号")
        User.objects.filter(pk=user.pk).update(is_active=False)
        user.is_active = False


def hand_over(
    giver: User, taker: User, *, on: date, by: Actor, reason: str, only: Collection[str] = ()
) -> dict[str, int]:
    """Give to ``taker`` all that ``giver`` has in hand, with posts and charges from that day on.

    ``only`` names ledgers, where not all are handed over; posts and charges are two of them. Returns how many rows of
    each ledger were handed over. Who may change posts may do so.
    """
    require(by, Act.CHANGE, _posts())
    with transaction.atomic():
        audit.begin()
        counts = handover.hand_over(
            giver, taker, by=by, on=on, reason=reason, only=only, apart=(POSTS, CHARGES)
        )
        for name, held, user in ((POSTS, Post.objects, "user"), (CHARGES, Charge.objects, "person")):
            if not only or name in only:
                rows = list(held.in_force(on).filter(**{user: giver.pk}))
                for row in rows:
                    _succeed(registry.ledger(name), row, user, taker, on=on, by=by, reason=reason)
                counts |= {name: len(rows)} if rows else {}
    return counts


def _succeed(
    ledger: Ledger, row: Post | Charge, user: str, taker: User, *, on: date, by: Actor, reason: str
) -> None:
    """End what one person holds on a day; from then on another holds it, who may do so already."""
    values = {c.name: getattr(row, c.name) for c in ledger.columns} | {user: taker, "since": on}
    if row.since == on:  # held for no day at all
        writing.remove(ledger, row, by=by, reason=reason)
    else:
        writing.change(ledger, row, {"until": on}, by=by, reason=reason, act=handover.ACT)
    same = {"unit": row.unit_id, user: taker.pk} | ({"role": row.role} if isinstance(row, Post) else {})
    if not type(row).objects.overlapping(on, values["until"]).filter(**same).exists():
        writing.create(ledger, values, by=by, reason=reason)


def new_password(user: User, password: str, *, by: Actor) -> None:
    """Give a person another password; the trail of their posts says that it was done."""
    require(by, Act.CHANGE, _posts())
    _check(user, password)
    with transaction.atomic():
        audit.begin()
        user.set_password(password)
        user.save(update_fields=["password"])
        for post in Post.objects.filter(user=user):
            audit.record(by, "重设密码", _posts(), post)


def _posts() -> Ledger:
    return registry.ledger(POSTS)


def _check(user: User, password: str) -> None:
    """Raise :class:`Invalid` with a sentence for each thing wrong with the account."""
    problems: dict[str, list[str]] = {}
    try:
        user.full_clean(exclude=["password"])
    except ValidationError as found:
        titles = {field.name: field.verbose_name for field in User._meta.fields}
        for name, sentences in found.message_dict.items():
            problems[name] = [f"{titles[name]}：{sentence}" for sentence in sentences]
    try:
        validate_password(password, user)
    except ValidationError as found:
        problems["password"] = [f"密码：{sentence}" for sentence in found.messages]
    if problems:
        raise Invalid(problems)
