"""Where the figures of the starting scheme come from, before a zone says it otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from luoshi.ledgers.measures import Condition
from luoshi.oversight.assessment.sources.models import (
    DONE,
    FILINGS,
    HAND,
    LEADERS,
    MEASURE,
    PEERS,
    PLAN,
    ROWS,
    TASKS,
)
from luoshi.rules import defaults
from luoshi.rules.scoring.parts import Figure
from luoshi.rules.scoring.rules import ScoreRule

YI = 10**8  # 元 in 亿元


@dataclass(frozen=True, slots=True)
class Start:
    """A kind of source with the measure that it reads; of a plan, that by which its target is measured."""

    kind: str
    ledger: str = ""
    measure: str = ""
    conditions: tuple[Condition, ...] = ()


def _amount(least: int, below: int | None = None) -> tuple[Condition, ...]:
    """Signings of so many 亿元 and more, and of less than so many."""
    most = () if below is None else (Condition("amount", "lt", str(below * YI)),)
    return (Condition("amount", "ge", str(least * YI)), *most)


SIGNINGS, PAID_IN, MONTHS, TRIPS = (
    "investment.signings",
    "investment.paid_in",
    "delivery.months",
    "investment.trips",
)
STARTING: Mapping[str, Start] = {
    "paid_in": Start(MEASURE, PAID_IN, "domestic"),
    "paid_in_plan": Start(PLAN, PAID_IN, "domestic"),
    "signings": Start(MEASURE, SIGNINGS, "signed", _amount(1)),
    "signings_plan": Start(PLAN, SIGNINGS, "signed", _amount(1)),
    "starts": Start(MEASURE, SIGNINGS, "started"),
    "investment": Start(MEASURE, MONTHS, "done"),
    "investment_plan": Start(MEASURE, MONTHS, "planned"),
    "small": Start(MEASURE, SIGNINGS, "signed", _amount(3, 10)),
    "middle": Start(MEASURE, SIGNINGS, "signed", _amount(10, 20)),
    "large": Start(MEASURE, SIGNINGS, "signed", _amount(20)),
    "tasks_done": Start(DONE),
    "tasks": Start(TASKS),
    "late_reports": Start(FILINGS),
    "visits": Start(MEASURE, TRIPS, "trips"),
    "large_signings": Start(ROWS, SIGNINGS, "contract_amount", _amount(10)),
}
PEER_WORDS = ("互评", "民主测评")


def start_of(rule: ScoreRule, figure: Figure) -> Start:
    """Where a figure comes from at first: what no ledger is known to hold is entered by hand, or rated."""
    if figure.kind == "ratings":
        return Start(PEERS if any(word in figure.title for word in PEER_WORDS) else LEADERS)
    found = STARTING.get(figure.code) if rule.code == defaults.SCORE_RULE.code else None
    return found or Start(HAND)
