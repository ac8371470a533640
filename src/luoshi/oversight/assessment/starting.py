"""Where the figures of the starting schemes come from, before a zone says it otherwise: what a ledger knows nobody types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from luoshi.ledgers.measures import Condition
from luoshi.oversight.assessment.sources.models import (
    COMPLETION,
    DONE,
    FILINGS,
    HAND,
    LEADERS,
    LETTERS,
    LIGHTS,
    MEASURE,
    PEERS,
    PLAN,
    REPLIES,
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


SIGNINGS, PAID_IN, FINDINGS, TRIPS, TEAMS, LEADS, RECEPTIONS, FEEDBACK = (
    "investment.signings",
    "investment.paid_in",
    "investment.findings",
    "investment.trips",
    "investment.teams",
    "investment.leads",
    "investment.receptions",
    "investment.feedback",
)
PROJECTS, MONTHS = "delivery.projects", "delivery.months"
NOT_STARTED = (Condition("state", "in", "conceived,reserved"),)
UNITS: Mapping[str, Start] = {
    "paid_in": Start(MEASURE, PAID_IN, "domestic"),
    "paid_in_plan": Start(PLAN, PAID_IN, "domestic"),
    "signings": Start(MEASURE, SIGNINGS, "signed", _amount(1)),
    "signings_plan": Start(PLAN, SIGNINGS, "signed", _amount(1)),
    "starts": Start(MEASURE, PROJECTS, "started"),
    "starts_plan": Start(MEASURE, PROJECTS, "due_to_start"),
    "investment": Start(MEASURE, MONTHS, "done"),
    "investment_plan": Start(MEASURE, MONTHS, "planned"),
    "small": Start(MEASURE, SIGNINGS, "signed", _amount(3, 10)),
    "middle": Start(MEASURE, SIGNINGS, "signed", _amount(10, 20)),
    "large": Start(MEASURE, SIGNINGS, "signed", _amount(20)),
    "tasks_done": Start(DONE),
    "tasks": Start(TASKS),
    "overdue_starts": Start(ROWS, PROJECTS, "due_to_start", NOT_STARTED),
    "falsified": Start(ROWS, FINDINGS, "struck"),
    "late_reports": Start(FILINGS),
    "letters": Start(LETTERS),
    "visits": Start(MEASURE, TRIPS, "trips", (Condition("level", "eq", "principal"),)),
    "large_signings": Start(ROWS, SIGNINGS, "contract_amount", _amount(10)),
}
OF_TEAMS: Mapping[str, Start] = {
    "amount": Start(MEASURE, SIGNINGS, "contract_amount"),
    "amount_plan": Start(MEASURE, TEAMS, "target"),
    "signings": Start(MEASURE, SIGNINGS, "signed", _amount(1)),
    "paid_in": Start(MEASURE, PAID_IN, "domestic"),
    "leads": Start(MEASURE, LEADS, "received"),
    "judged": Start(MEASURE, LEADS, "received_judged"),
    "trips": Start(MEASURE, TRIPS, "trips"),
    "visits": Start(MEASURE, RECEPTIONS, "visits"),
    "feedback": Start(MEASURE, FEEDBACK, "filed"),
    "fulfilled": Start(MEASURE, SIGNINGS, "signed_fulfilled"),
    "due": Start(MEASURE, SIGNINGS, "signed_due"),
    "struck": Start(ROWS, FINDINGS, "struck"),
    "large_signings": Start(ROWS, SIGNINGS, "contract_amount", _amount(10)),
    "letters": Start(LETTERS),
}
OF_PERSONS: Mapping[str, Start] = {
    "completion": Start(COMPLETION),
    "red": Start(LIGHTS),
    "tasks_done": Start(DONE),
    "tasks": Start(TASKS),
    "late_reports": Start(FILINGS),
    "unanswered": Start(REPLIES),
    "letters": Start(LETTERS),
}
STARTING: Mapping[str, Mapping[str, Start]] = {
    defaults.SCORE_RULE.code: UNITS,
    defaults.TEAM_SCORE_RULE.code: OF_TEAMS,
    defaults.PERSON_SCORE_RULE.code: OF_PERSONS,
}
PEER_WORDS = ("互评", "民主测评")


def start_of(rule: ScoreRule, figure: Figure) -> Start:
    """Where a figure comes from at first: what no ledger is known to hold is entered by hand, or rated."""
    if figure.kind == "ratings":
        return Start(PEERS if any(word in figure.title for word in PEER_WORDS) else LEADERS)
    return STARTING.get(rule.code, {}).get(figure.code) or Start(HAND)
