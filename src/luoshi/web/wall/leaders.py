"""Leaders and what is in their charge: whose page it is, and which rows of a wall are theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.directory.charges import portfolios
from luoshi.ledgers import standing
from luoshi.oversight.wall.rows import WallRow
from luoshi.web.parts import Tab
from luoshi.web.request import Request
from luoshi.web.wall import alerts, late, views

ALL = "all"
_KEPT: standing.Kept[Mapping[int, User]] = standing.Kept(4)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What one leader answers for; ``leader`` None is the whole zone, ``units`` None all of them."""

    leader: User | None
    units: frozenset[int] | None

    @property
    def charge(self) -> str:
        """How the lists of the wall are filtered by it."""
        return self.leader.username if self.leader else ""

    def rows(self, rows: Sequence[WallRow]) -> Sequence[WallRow]:
        """The rows of a wall that are in it."""
        return rows if self.units is None else late.rows_of(rows, self.units)


def in_charge(request: Request) -> Mapping[int, User]:
    """The leaders by the keys of the units in their charge, on the day of which the page speaks."""
    day = late.day_of(request)
    return _KEPT.of(request.head, day, lambda: portfolios.in_charge(day))


def portfolio(request: Request) -> Portfolio:
    """The portfolio that the address names; otherwise a deputy's own, and the whole zone for everybody else."""
    leaders = in_charge(request)
    asked = request.GET.get("charge", "")
    leader = next((user for user in leaders.values() if user.username == asked), None)
    if leader is None and asked != ALL and not request.actor.roles & alerts.ALL_OVER:
        leader = next((user for user in leaders.values() if user.pk == request.actor.person), None)
    if leader is None:
        return Portfolio(None, None)
    return Portfolio(leader, frozenset(key for key, user in leaders.items() if user.pk == leader.pk))


def tabs(request: Request, active: Portfolio) -> list[Tab]:
    """The zone and every leader's portfolio."""
    leaders = {user.username: user.name for user in in_charge(request).values()}
    here = reverse("overview")
    found = [Tab("全区", f"{here}?charge={ALL}", active.leader is None)]
    return found + [
        Tab(f"{name}分管", f"{here}?charge={username}", username == active.charge)
        for username, name in leaders.items()
    ]


def asked(request: Request, rows: Sequence[WallRow]) -> views.View:
    """The filters of the address over a wall."""
    return views.View.asked(request.GET, rows, in_charge(request))
