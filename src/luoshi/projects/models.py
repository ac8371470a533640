"""All tables of the family."""

from __future__ import annotations

from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.delivery.needs.models import Need
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.opinions.models import Opinion
from luoshi.projects.delivery.pools.models import PoolProject
from luoshi.projects.delivery.problems.models import Problem
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.delivery.returns.models import Return
from luoshi.projects.delivery.statistics.models import Statistic
from luoshi.projects.investment.ambassadors.models import Ambassador
from luoshi.projects.investment.feedback.models import Feedback
from luoshi.projects.investment.findings.models import Finding
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.paid_in.models import PaidIn
from luoshi.projects.investment.promises.models import Promise
from luoshi.projects.investment.prospects.models import Prospect
from luoshi.projects.investment.receptions.models import Reception
from luoshi.projects.investment.screenings.models import Screening
from luoshi.projects.investment.signings.models import Signing
from luoshi.projects.investment.teams.models import Team
from luoshi.projects.investment.trips.models import Trip
from luoshi.projects.investment.votes.models import Vote
from luoshi.projects.land.checks.models import StandardCheck
from luoshi.projects.land.districts.models import District
from luoshi.projects.land.evaluations.models import Evaluation
from luoshi.projects.land.idle.models import IdleLand
from luoshi.projects.land.leases.models import Lease
from luoshi.projects.land.objections.models import Objection
from luoshi.projects.land.parcels.models import Parcel
from luoshi.projects.land.per_mu_figures.models import PerMuFigure
from luoshi.projects.land.policies.models import Policy
from luoshi.projects.land.relocation_months.models import RelocationMonth
from luoshi.projects.land.relocations.models import Relocation
from luoshi.projects.land.reserves.models import Reserve
from luoshi.projects.land.workshops.models import Workshop

__all__ = (
    "Ambassador",
    "District",
    "Evaluation",
    "Feedback",
    "Finding",
    "IdleLand",
    "Lead",
    "Lease",
    "Need",
    "Node",
    "Objection",
    "Opinion",
    "PaidIn",
    "Parcel",
    "PerMuFigure",
    "Policy",
    "PoolProject",
    "Problem",
    "Project",
    "ProjectMonth",
    "Promise",
    "Prospect",
    "Reception",
    "Relocation",
    "RelocationMonth",
    "Reserve",
    "Return",
    "Screening",
    "Signing",
    "StandardCheck",
    "Statistic",
    "Team",
    "Trip",
    "Vote",
    "Workshop",
)
