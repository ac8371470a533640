"""How the leaders travel: each one's windows of a year, from the trips that they led and the posts that they held."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.people.models import Post
from luoshi.ledgers import rule_kinds
from luoshi.projects.investment import kinds
from luoshi.projects.investment.trips.models import Trip
from luoshi.rules.rhythm import Level, Tenure, Window, windows

LEVEL_OF: Mapping[str, str] = {roles.LEADER: "principal", roles.DEPUTY: "deputy"}
ALWAYS = Tenure(datetime.date.min)


@dataclass(frozen=True, slots=True)
class Traveller:
    """A leader of a level, with the windows of the year."""

    person: User
    level: Level
    windows: tuple[Window, ...]


def travellers(year: int, *, as_of: datetime.date) -> list[Traveller]:
    """Everybody from whom the rule of the day asks trips: by their posts, or because they led trips of a level."""
    rule = rule_kinds.in_force(kinds.RHYTHM, as_of)
    levels = {level.code: level for level in rule.levels}
    held, begun, people = _held(), _begun(year), dict[int, User]()
    for person in User.objects.filter(pk__in={key for key, _ in (*held, *begun)}):
        people[person.pk] = person
    order = {code: number for number, code in enumerate(levels)}
    keys = {key for key in (*held, *begun) if key[1] in levels}
    return [
        Traveller(
            people[key],
            levels[code],
            windows(
                levels[code], year, begun.get((key, code), ()), held.get((key, code), (ALWAYS,)), as_of=as_of
            ),
        )
        for key, code in sorted(keys, key=lambda each: (order[each[1]], people[each[0]].name))
    ]


def _held() -> dict[tuple[int, str], list[Tenure]]:
    """The posts that ask for trips, by person and level; a post ends the day before it is no longer held."""
    found: dict[tuple[int, str], list[Tenure]] = defaultdict(list)
    for post in Post.objects.filter(role__in=LEVEL_OF):
        last = post.until - datetime.timedelta(days=1) if post.until else None
        found[post.user_id, LEVEL_OF[post.role]].append(Tenure(post.since or datetime.date.min, last))
    return found


def _begun(year: int) -> dict[tuple[int, str], list[datetime.date]]:
    found: dict[tuple[int, str], list[datetime.date]] = defaultdict(list)
    led = Trip.objects.filter(left_on__year=year, leader__isnull=False)
    for key, code, day in led.values_list("leader", "level", "left_on"):
        if day is not None:
            found[key, code].append(day)
    return found


def reached(windows: Iterable[Window]) -> tuple[int, int]:
    """Of the windows that have been judged, how many were kept, and how many there are."""
    judged = [window.verdict for window in windows if window.verdict in ("kept", "missed")]
    return judged.count("kept"), len(judged)
