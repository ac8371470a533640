"""The actor that a person's posts make of them: what ``may`` asks about."""

from __future__ import annotations

from datetime import date

from luoshi.accounts.models import User
from luoshi.directory.charges.models import Charge
from luoshi.directory.people.models import Post
from luoshi.directory.roles import DEPUTY
from luoshi.directory.units.models import Unit
from luoshi.directory.units.tree import Tree
from luoshi.ledgers.access import STRANGER, Actor, Mandate, union
from luoshi.ledgers.errors import LedgerError


class UnknownPerson(LedgerError):
    """A user name that nobody has who may sign in."""

    def __init__(self, username: str) -> None:
        super().__init__(f"没有用户名为“{username}”的在用账号，请核对用户名，或请系统管理员开通。")


def actor_of(user: User, *, on: date | None = None, origin: str = "") -> Actor:
    """The actor with the posts that ``user`` holds on a day; who may not sign in is a stranger.

    The doors say the day. Without a day every post counts that has no end. Two queries, three for a deputy, whose
    mandate is over what is in their charge and not over the unit where they sit.
    """
    if not user.is_active:
        return STRANGER
    posts = list(Post.objects.in_force(on).filter(user=user.pk).values_list("role", "unit_id"))
    tree = Unit.objects.tree() if posts else None
    mandates = tuple(_mandate(user, role, unit, tree, on) for role, unit in posts) if tree else ()
    return Actor(name=user.name, key=user.username, mandates=mandates, origin=origin, person=user.pk)


def _mandate(user: User, role: str, unit: int, tree: Tree, on: date | None) -> Mandate:
    if role != DEPUTY:
        return Mandate(role, tree.subtree(unit))
    charged = Charge.objects.in_force(on).filter(person=user.pk).values_list("unit_id", flat=True)
    return Mandate(role, union(tree.subtree(each) for each in charged))


def reporting_unit(user: User, on: date) -> str:
    """The unit of the person's first post, which an export names as the one that reports."""
    post = Post.objects.in_force(on).filter(user=user.pk).select_related("unit").first()
    return post.unit.name if post else ""


def actor_named(username: str, *, on: date | None = None, origin: str = "") -> Actor:
    """The actor of the person with this user name, or :class:`UnknownPerson`."""
    user = User.objects.named(username)
    if user is None:
        raise UnknownPerson(username)
    return actor_of(user, on=on, origin=origin)
