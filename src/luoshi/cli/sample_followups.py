"""What followed the lights of the sample's rounds: those of August and September were acted on, and a letter went out."""

from __future__ import annotations

from datetime import date

from luoshi.cli import house
from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import registry, stepping
from luoshi.oversight.followups.ledger import NAME
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.papers import actions as papers
from luoshi.oversight.papers.models import LETTER
from luoshi.reports import light_papers
from luoshi.reports import papers as reports

BEFORE, LAST, RED = 202608, 202609, 202610
SUPERVISOR, UNIT = "linzhao", "规划建设局"
ISSUED, REPLY_BY = date(2026, 11, 6), date(2026, 11, 13)
SAID = {
    "督促": "开了调度会，逐项查明原因，落实责任人和完成时间，每周报一次进展",
    "约谈": "约谈单位主要负责人，要求排出到年底的追赶计划，逐月对账",
}


def act(month: int) -> None:
    """Everybody did by the last day what followed the lights of a month."""
    ledger, by = registry.ledger(NAME), house.operator()
    for each in Followup.objects.waiting().filter(period=month):
        day = each.due_on or each.made_on
        given = {"done": SAID[each.act], "done_on": day}
        stepping.take_step(ledger, each, "handle", by=by, on=day, given=given)


def write() -> None:
    """The supervision office sends one unit a letter about its red lights of October."""
    papers.issue_on_lights(
        LETTER,
        list(Followup.objects.waiting().filter(period=RED, colour="red", unit__name=UNIT)),
        reports.render,
        light_papers.title,
        on=ISSUED,
        by=actor_named(SUPERVISOR),
        reply_by=REPLY_BY,
    )
