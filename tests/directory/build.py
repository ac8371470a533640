"""A small zone to test with: a few units, a few people, open months."""

from __future__ import annotations

from datetime import date

from luoshi.accounts.models import User
from luoshi.directory.calendars.models import CLOSED, OPEN, Month
from luoshi.directory.people.actors import actor_of
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Actor

SOME_DAY = date(2026, 6, 15)

UNITS = (
    ("01", "云溪高新区管委会", "云溪高新区", "zone", None, ""),
    ("0101", "党政办公室（督查室）", "党政办", "office", "01", ""),
    ("0102", "经济发展局", "", "office", "01", "发展局"),
    ("0103", "招商局", "", "office", "01", "投促局"),
    ("0104", "规划建设局", "规建局", "office", "01", ""),
    ("0201", "云溪镇", "", "town", "01", ""),
    ("020101", "溪口村", "", "village", "0201", ""),
    ("0401", "长三角招商分局", "", "investment_branch", "0103", ""),
)


def zone() -> dict[str, Unit]:
    """The units by code."""
    found: dict[str, Unit] = {}
    for order, (code, name, short_name, kind, parent, aliases) in enumerate(UNITS):
        found[code] = Unit.objects.create(
            code=code,
            name=name,
            short_name=short_name,
            kind=kind,
            parent=found[parent] if parent else None,
            aliases=aliases,
            order=order,
        )
    return found


def person(username: str, name: str = "", **fields: object) -> User:
    return User.objects.create_user(username, name=name or username, **fields)


def holder(username: str, role: str, unit: Unit, **span: date) -> Actor:
    """The actor of a new person with one post."""
    user = person(username)
    Post.objects.create(user=user, unit=unit, role=role, **span)
    return actor_of(user, on=SOME_DAY)


def months(*periods: int, closed: bool = False) -> None:
    for period in periods:
        Month.objects.get_or_create(period=period, defaults={"state": CLOSED if closed else OPEN})
