"""The ledgers of investment, in the order in which they lead to each other."""

from __future__ import annotations

from luoshi.ledgers.definition import Ledger
from luoshi.projects.investment.ambassadors.ledger import AMBASSADORS
from luoshi.projects.investment.feedback.ledger import FEEDBACK
from luoshi.projects.investment.findings.ledger import FINDINGS
from luoshi.projects.investment.leads.ledger import LEADS
from luoshi.projects.investment.paid_in.ledger import PAID_IN
from luoshi.projects.investment.promises.ledger import PROMISES
from luoshi.projects.investment.prospects.ledger import PROSPECTS
from luoshi.projects.investment.receptions.ledger import RECEPTIONS
from luoshi.projects.investment.screenings.ledger import SCREENINGS
from luoshi.projects.investment.signings.ledger import SIGNINGS
from luoshi.projects.investment.teams.ledger import TEAMS
from luoshi.projects.investment.trips.ledger import TRIPS
from luoshi.projects.investment.votes.ledger import VOTES

LEDGERS: tuple[Ledger, ...] = (
    TEAMS,
    AMBASSADORS,
    TRIPS,
    LEADS,
    RECEPTIONS,
    FEEDBACK,
    SCREENINGS,
    VOTES,
    PROSPECTS,
    SIGNINGS,
    PAID_IN,
    PROMISES,
    FINDINGS,
)
