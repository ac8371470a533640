"""A zone whose June is cut off: a red light of 招商局, who answers for it, and what follows."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.charges.models import Charge
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, stepping
from luoshi.ledgers.access import Actor
from luoshi.oversight.followups.ledger import NAME
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.papers import actions as papers
from luoshi.oversight.papers.models import Paper
from luoshi.oversight.rounds import actions as rounds
from luoshi.oversight.rounds.models import Round
from luoshi.plans.targets.models import Target
from luoshi.reports import light_papers
from luoshi.reports import papers as reports
from tests.directory import build

CUT_OFF = datetime.date(2026, 7, 6)  # a Monday
LATER = datetime.date(2026, 7, 8)
TALK = "7月8日约谈局长，8月底前补签两个10亿元项目"


def people(units: Mapping[str, Unit]) -> dict[str, Actor]:
    """The leader, who has 招商局 in charge, its head, a clerk of another unit, an auditor."""
    cast = {
        "leader": build.holder("gao", roles.LEADER, units["01"]),
        "deputy": build.holder("shen", roles.DEPUTY, units["01"]),
        "head": build.holder("guheng", roles.HEAD, units["0103"]),
        "other": build.holder("zhou", roles.CLERK, units["0104"]),
        "auditor": build.holder("xu", roles.AUDITOR, units["01"]),
    }
    shen = User.objects.get(username="shen")
    Charge.objects.create(person=shen, unit=units["0103"])
    cast["deputy"] = build.actor_of(shen, on=build.SOME_DAY)
    return cast


def big() -> Target:
    """新引进10亿元以上项目, of which there is none: red."""
    return Target.objects.active().get(name__endswith="10亿元以上项目")


def cut_off(round: Round, by: Actor) -> list[Followup]:
    """Cut off a round; what followed, in the order of its numbers."""
    rounds.freeze(round, by=by, on=CUT_OFF)
    return list(Followup.objects.order_by("number"))


def of_big(month: int = 202606) -> Followup:
    """What followed the red light that stands, or stood last."""
    return Followup.objects.about("plans.targets", big().pk).filter(period=month)[0]


def step(row: Followup, name: str, by: Actor, *, on: datetime.date = LATER, **more: Any) -> Followup:
    """Take a step with what it asks for."""
    given = {"handle": {"done": TALK, "done_on": LATER}, "lift": {"lifted": "另行约谈过"}}.get(name, {})
    given = more.pop("given", given)
    stepping.take_step(registry.ledger(NAME), row, name, by=by, on=on, given=given, **more)
    return Followup.objects.get(pk=row.pk)


def letter(kind: str, chosen: list[Followup], by: Actor, **more: Any) -> Paper:
    """Issue a paper about lights."""
    return papers.issue_on_lights(kind, chosen, reports.render, light_papers.title, on=LATER, by=by, **more)
