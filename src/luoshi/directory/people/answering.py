"""What persons answer for: who heads a unit for it and all under it, a deputy for what is in the deputy's charge."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from luoshi.directory.charges.models import Charge
from luoshi.directory.people.models import Post
from luoshi.directory.roles import DEPUTY, HEAD, LEADER
from luoshi.directory.units.models import Unit


def units_of(persons: Collection[int], on: datetime.date) -> dict[int, frozenset[int]]:
    """The units that each person (by key) answers for on a day; nobody's that does not lead. Three queries at most."""
    if not persons:
        return {}
    posts = Post.objects.in_force(on).filter(user__in=persons, role__in=(HEAD, LEADER, DEPUTY))
    held = list(posts.values_list("user_id", "role", "unit_id"))
    deputies = {user for user, role, _ in held if role == DEPUTY}
    charges = Charge.objects.in_force(on).filter(person__in=deputies).values_list("person_id", "unit_id")
    tops = [(user, unit) for user, role, unit in held if role != DEPUTY] + list(charges)
    under = Unit.objects.subtrees([unit for _, unit in tops])
    return {
        person: frozenset().union(*(under[unit] for user, unit in tops if user == person))
        for person in persons
    }
