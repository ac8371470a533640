"""Who stands at which level on a day: those who do a unit's work, who heads it, in whose charge it is, the leaders."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.charges import portfolios
from luoshi.directory.people.models import Post
from luoshi.rules.ladders import Level


@dataclass(frozen=True)
class People:
    """Who there is on a day: by the key of a unit those who do its work, and leaders and supervisors of the zone."""

    deputies: Mapping[int, User]
    clerks: Mapping[int, Sequence[User]] = field(default_factory=dict)
    heads: Mapping[int, Sequence[User]] = field(default_factory=dict)
    leaders: Sequence[User] = ()
    supervisors: Sequence[User] = ()

    @classmethod
    def on(cls, day: datetime.date) -> People:
        """The people with the posts of a day whose account is open."""
        posts = Post.objects.in_force(day).filter(user__is_active=True).order_by("pk")
        by_role: dict[str, list[tuple[int, User]]] = defaultdict(list)
        for post in posts:
            by_role[post.role].append((post.unit_id, post.user))
        return cls(
            deputies={unit: user for unit, user in portfolios.in_charge(day).items() if user.is_active},
            clerks=_by_unit(by_role[roles.CLERK]),
            heads=_by_unit(by_role[roles.HEAD]),
            leaders=[user for _, user in by_role[roles.LEADER]],
            supervisors=[user for _, user in by_role[roles.SUPERVISOR]],
        )

    def at(self, level: Level | None, unit: int) -> tuple[User, ...]:
        """Who stands at a level for a unit (its key).

        Where nobody is in charge of a unit that is the principal leaders, and the supervisors where there is nobody at
        all, or where the level is not known.
        """
        found: list[User] = []
        if level == "head":
            found = [*self.heads.get(unit, ())]
        elif level == "deputy" and unit in self.deputies:
            found = [self.deputies[unit]]
        elif level in ("deputy", "principal"):
            found = [*self.leaders]
        return tuple(dict.fromkeys(found or self.supervisors))


def _by_unit(posts: Sequence[tuple[int, User]]) -> Mapping[int, Sequence[User]]:
    found: dict[int, list[User]] = defaultdict(list)
    for unit, user in posts:
        found[unit].append(user)
    return found
