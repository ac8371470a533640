"""The actor that a person's posts make of them: what ``may`` asks about."""

from __future__ import annotations

from datetime import date

from luoshi.accounts.models import User
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import STRANGER, Actor, Mandate
from luoshi.ledgers.errors import LedgerError


class UnknownPerson(LedgerError):
    """A user name that nobody has who may sign in."""

    def __init__(self, username: str) -> None:
        super().__init__(f"没有用户名为“{username}”的在用账号，请核对用户名，或请系统管理员开通。")


def actor_of(user: User, *, on: date | None = None, origin: str = "") -> Actor:
    """The actor with the posts that ``user`` holds on a day; who may not sign in is a stranger.

    The doors say the day. Without a day every post counts that has no end. Two queries.
    """
    if not user.is_active:
        return STRANGER
    posts = list(Post.objects.in_force(on).filter(user=user.pk).values_list("role", "unit_id"))
    tree = Unit.objects.tree() if posts else None
    mandates = tuple(Mandate(role, tree.subtree(unit)) for role, unit in posts) if tree else ()
    return Actor(name=user.name, key=user.username, mandates=mandates, origin=origin)


def actor_named(username: str, *, on: date | None = None, origin: str = "") -> Actor:
    """The actor of the person with this user name, or :class:`UnknownPerson`."""
    user = User.objects.named(username)
    if user is None:
        raise UnknownPerson(username)
    return actor_of(user, on=on, origin=origin)
