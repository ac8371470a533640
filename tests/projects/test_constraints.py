"""Every named check of the family's newer tables, from both sides: refused in its sentence, accepted at its edge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint

from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.projects.delivery.needs import models as needs
from luoshi.projects.delivery.nodes import models as nodes
from luoshi.projects.delivery.opinions.models import Opinion
from luoshi.projects.delivery.pools import models as pools
from luoshi.projects.delivery.problems import models as problems
from luoshi.projects.delivery.returns import models as returns
from luoshi.projects.delivery.statistics import models as reports
from luoshi.projects.investment.ambassadors.models import Ambassador
from luoshi.projects.investment.leads import models as leads
from luoshi.projects.investment.promises.models import Promise
from luoshi.projects.investment.prospects.models import Prospect
from luoshi.projects.investment.receptions.models import Reception
from luoshi.projects.investment.screenings.models import Screening
from luoshi.projects.investment.teams.models import Team
from luoshi.projects.investment.trips import models as trips
from luoshi.projects.land.checks.models import StandardCheck
from luoshi.projects.land.districts.models import District
from luoshi.projects.land.evaluations.models import Evaluation
from luoshi.projects.land.idle.models import IdleLand
from luoshi.projects.land.leases import models as leases
from luoshi.projects.land.objections.models import Objection
from luoshi.projects.land.parcels import models as parcels
from luoshi.projects.land.per_mu_figures.models import FIGURES, PerMuFigure
from luoshi.projects.land.policies.models import Policy
from luoshi.projects.land.relocation_months.models import RelocationMonth
from luoshi.projects.land.relocations import models as relocations
from luoshi.projects.land.reserves.models import Reserve
from luoshi.projects.land.workshops.models import Workshop
from luoshi.projects.stages import Stage
from tests.projects import delivery, investment, land

pytestmark = pytest.mark.django_db
Fields = dict[str, Any]


class Case(NamedTuple):
    """A check, a row to start from, what it refuses and what it takes."""

    name: str
    make: Callable[[Unit], Row]
    refused: Fields
    accepted: Fields


def district(unit: Unit) -> Row:
    return land.district(unit=unit)


BEFORE, DAY, LATER = date(2026, 5, 10), date(2026, 5, 11), date(2026, 5, 12)
WHY = {"judgement": "follow", "judgement_reason": "符合产业方向"}
JUDGED = WHY | {"judged_on": DAY}
BOND = {"bond_applied_on": DAY, "bond_amount": 5}
GOT = BOND | {"bond_got": 5}
STRUCK = {"limit_on": LATER, "struck_on": DAY, "struck_in_time": True}
DECIDED = {"state": "rejected", "answer": "维持", "decided_on": DAY}
MENDED = {"checked_on": DAY, "verdict": "correcting"}
TO = {"user": "某公司", "supply_kind": "auction"}


def ordered(prefix: str, stages: tuple[Stage, ...], make: Callable[[Unit], Row], base: Fields) -> list[Case]:
    """Two dates in their wrong order are refused, on one day taken."""
    return [
        Case(
            f"{prefix}_{a.state}_{b.state}",
            make,
            base | {a.date: LATER, b.date: DAY},
            base | {a.date: DAY, b.date: DAY},
        )
        for a, b in combinations(stages, 2)
    ]


def dated(prefix: str, stages: tuple[Stage, ...], make: Callable[[Unit], Row], base: Fields) -> list[Case]:
    """A state without its date is refused, with it taken."""
    return [
        Case(f"{prefix}_{s.state}_dated", make, {"state": s.state}, base | {"state": s.state, s.date: DAY})
        for s in stages
    ]


def not_negative(prefix: str, make: Callable[[Unit], Row], *names: str) -> list[Case]:
    """A figure below nought is refused, nought and none are taken."""
    return [Case(f"{prefix}_{name}", make, {name: -1}, {name: 0}) for name in names]


CASES = (
    Case("district_area", district, {"area": 0}, {"area": 1}),
    Case("parcel_area", land.parcel, {"area": 0}, {"area": 1}),
    *not_negative("parcel", land.parcel, "intensity_min", "tax_min", "energy_max", "plot_ratio", "price"),
    Case("parcel_supplied_to", land.parcel, TO | {"supplied_on": DAY, "user": ""}, TO | {"supplied_on": DAY}),
    Case(
        "parcel_must_dates",
        land.parcel,
        {"must_start_on": LATER, "must_complete_on": DAY},
        {"must_start_on": DAY, "must_complete_on": DAY},
    ),
    *ordered("parcel", parcels.STAGES, land.parcel, TO),
    *ordered("parcel", (parcels.STAGES[2], parcels.RETURN), land.parcel, TO),
    *dated("parcel", (*parcels.STAGES, parcels.RETURN), land.parcel, TO),
    Case("relocation_area", land.relocation, {"area": 0}, {"area": 1}),
    *not_negative("relocation", land.relocation, "money", "transition"),
    *ordered("relocation", relocations.STAGES, land.relocation, {}),
    *dated("relocation", relocations.STAGES, land.relocation, {}),
    Case("relocation_month_period", land.relocation_month, {"period": 202613}, {"period": 202605}),
    *not_negative("relocation_month", land.relocation_month, "cleared_area", "paid"),
    Case("reserve_area", land.reserve, {"area": 0}, {"area": 1}),
    *not_negative("reserve", land.reserve, "paid"),
    Case("reserve_agreed_reserved", land.reserve, {"agreed_on": LATER}, {"agreed_on": DAY}),
    Case(
        "standard_check_concluded",
        land.standard_check,
        {"verdict": "passed"},
        {"verdict": "passed", "checked_on": DAY},
    ),
    *not_negative("standard_check", land.standard_check, "intensity", "tax_per_mu", "energy", "plot_ratio"),
    Case(
        "standard_check_correct_by",
        land.standard_check,
        MENDED | {"correct_by": BEFORE},
        MENDED | {"correct_by": DAY},
    ),
    Case(
        "standard_check_correcting",
        land.standard_check,
        MENDED | {"correct_by": None},
        MENDED | {"correct_by": DAY},
    ),
    Case(
        "standard_check_failed",
        land.standard_check,
        MENDED | {"verdict": "failed"},
        MENDED | {"verdict": "failed", "consequence": "追缴违约金"},
    ),
    Case("parcel_capacity", land.parcel, {"capacity_on": DAY}, TO | {"supplied_on": DAY, "capacity_on": DAY}),
    Case("policy_span", land.policy, {"until": date(2026, 5, 31)}, {"until": date(2026, 6, 1)}),
    Case("workshop_area", land.workshop, {"area": 0}, {"area": 1}),
    Case("workshop_floors", land.workshop, {"floors": 0}, {"floors": 1}),
    *not_negative("workshop", land.workshop, "rent"),
    Case("workshop_let", land.workshop, {"area": 5, "let": 6}, {"area": 5, "let": 5}),
    Case("lease_area", land.lease, {"area": 0}, {"area": 1}),
    *not_negative("lease", land.lease, "rent"),
    Case("lease_term", land.lease, {"until": BEFORE}, {"until": DAY}),
    *ordered("lease", (leases.START, leases.END), land.lease, {}),
    *dated("lease", (leases.END,), land.lease, {}),
    Case("idle_land_area", land.idle_land, {"area": 0}, {"area": 1}),
    Case(
        "idle_land_disposed_area",
        land.idle_land,
        {"disposed_area": 80 * 100 + 1},
        {"disposed_area": 80 * 100},
    ),
    Case("idle_land_found_disposed", land.idle_land, {"disposed_on": BEFORE}, {"disposed_on": DAY}),
    Case("idle_land_found_due", land.idle_land, {"due_on": BEFORE}, {"due_on": DAY}),
    Case(
        "idle_land_disposed_dated",
        land.idle_land,
        {"state": "disposed", "disposed_on": DAY},
        {"state": "disposed", "disposed_on": DAY, "disposed_area": 1},
    ),
    Case("per_mu_figure_period", land.per_mu_figure, {"period": 202513}, {"period": 202612}),
    Case("per_mu_figure_december", land.per_mu_figure, {"period": 202511}, {"period": 202612}),
    Case("evaluation_period", land.evaluation, {"period": 202513}, {"period": 202612}),
    Case("evaluation_december", land.evaluation, {"period": 202511}, {"period": 202612}),
    Case("evaluation_ranked", land.evaluation, {"grade": "T"}, {"grade": "T", "rank": None, "points": None}),
    Case(
        "evaluation_published_dated",
        land.evaluation,
        {"state": "published"},
        {"state": "published", "published_on": DAY},
    ),
    Case("objection_answered", land.objection, DECIDED | {"answer": ""}, DECIDED),
    Case("objection_raised_decided", land.objection, {"decided_on": BEFORE}, {"decided_on": DAY}),
    Case("ambassador_term", investment.ambassador, {"until": DAY}, {"until": LATER}),
    Case("ambassador_appointed_ended", investment.ambassador, {"ended_on": BEFORE}, {"ended_on": DAY}),
    Case(
        "ambassador_ended_dated",
        investment.ambassador,
        {"state": "ended"},
        {"state": "ended", "ended_on": DAY},
    ),
    Case("trip_planned_dates", investment.trip, {"planned_to": BEFORE}, {"planned_to": DAY}),
    Case("trip_left_back", investment.trip, {"back_on": DAY}, {"left_on": DAY, "back_on": DAY}),
    *not_negative("trip", investment.trip, "cost"),
    *ordered("trip", trips.STAGES, investment.trip, {}),
    *dated("trip", trips.STAGES, investment.trip, {}),
    Case("lead_amount", investment.lead, {"amount": 0}, {"amount": 1}),
    *not_negative("lead", investment.lead, *(name for name, _ in leads.NEEDS)),
    Case("lead_judged", investment.lead, JUDGED | {"judgement": ""}, JUDGED),
    Case("lead_received", investment.lead, {"received_on": None}, {"received_on": None, "state": "draft"}),
    *ordered("lead", leads.STAGES, investment.lead, WHY),
    *dated("lead", leads.STAGES[1:], investment.lead, JUDGED),
    Case("screening_opened_decided", investment.screening, {"decided_on": BEFORE}, {"decided_on": DAY}),
    Case(
        "screening_decided_dated",
        investment.screening,
        {"state": "decided"},
        {"state": "decided", "decided_on": DAY},
    ),
    Case("reception_visited_next", investment.reception, {"next_on": BEFORE}, {"next_on": DAY}),
    Case("reception_next_step", investment.reception, {"next_on": DAY, "next_step": ""}, {"next_on": DAY}),
    *not_negative("team", investment.team, "budget", "target_amount"),
    Case("team_set_up_ended", investment.team, {"ended_on": BEFORE}, {"ended_on": DAY}),
    Case("team_ended_dated", investment.team, {"state": "ended"}, {"state": "ended", "ended_on": DAY}),
    *not_negative("promise", investment.promise, "amount"),
    Case("promise_kept_dated", investment.promise, {"state": "kept"}, {"state": "kept", "kept_on": DAY}),
    *not_negative("prospect", investment.prospect, "revenue"),
    Case("prospect_found_contacted", investment.prospect, {"contacted_on": BEFORE}, {"contacted_on": DAY}),
    *not_negative("per_mu_figure", land.per_mu_figure, *(name for name, _ in FIGURES)),
    Case(
        "per_mu_figure_unsuited",
        land.per_mu_figure,
        {"suited": False},
        {"suited": False, "unsuited_reason": "停产"},
    ),
    Case("pool_project_amount", delivery.pool, {"amount": 0}, {"amount": 1}),
    Case(
        "pool_project_bond_amount",
        delivery.pool,
        {"amount": 5, "bond_amount": 6},
        {"amount": 5, "bond_amount": 5},
    ),
    Case("pool_project_bond_got", delivery.pool, BOND | {"bond_got_on": DAY}, GOT | {"bond_got_on": DAY}),
    Case("pool_project_bond_dates", delivery.pool, GOT | {"bond_got_on": BEFORE}, GOT | {"bond_got_on": DAY}),
    *ordered("pool_project", pools.STAGES, delivery.pool, {"entered_on": DAY}),
    *dated("pool_project", pools.STAGES[1:], delivery.pool, {}),
    Case("node_days", delivery.node, {"days": 0}, {"days": 1}),
    Case("node_planned_dates", delivery.node, {"planned_start": LATER}, {"planned_start": DAY}),
    *ordered("node", nodes.STAGES[1:], delivery.node, {}),
    *dated("node", nodes.STAGES[1:], delivery.node, {}),
    Case("statistic_period", delivery.statistic, {"period": 202613}, {"period": 202605}),
    Case("statistic_in_time", delivery.statistic, {"in_time": True}, {"in_time": True, "reported_on": DAY}),
    *not_negative("statistic", delivery.statistic, *(name for name, _ in reports.FIGURES)),
    *dated("statistic", reports.STAGES[1:], delivery.statistic, {}),
    Case("need_refused_why", delivery.need, {"state": "refused"}, {"state": "refused", "answer": "无余量"}),
    *ordered("need", needs.STAGES, delivery.need, {}),
    *dated("need", needs.STAGES[1:], delivery.need, {}),
    Case("problem_limit", delivery.problem, {"limit_on": BEFORE}, {"limit_on": DAY}),
    Case(
        "problem_struck_in_time",
        delivery.problem,
        {"limit_on": DAY, "struck_on": LATER, "struck_in_time": True},
        {"limit_on": DAY, "struck_on": DAY, "struck_in_time": True},
    ),
    *ordered("problem", problems.STAGES[:-1], delivery.problem, {"limit_on": LATER}),
    *(
        Case(
            f"problem_{stage.state}_struck_off",
            delivery.problem,
            STRUCK | {stage.date: LATER},
            STRUCK | {stage.date: DAY},
        )
        for stage in problems.STAGES[:-1]
    ),
    *dated("problem", problems.STAGES[1:-1], delivery.problem, {}),
    Case(
        "problem_struck_off_dated",
        delivery.problem,
        {"state": "struck_off"},
        STRUCK | {"state": "struck_off"},
    ),
    Case("return_period", delivery.returned, {"period": 202613}, {"period": 202605}),
    *not_negative("return", delivery.returned, *(name for name, _ in returns.FIGURES[:4])),
    Case("opinion_period", delivery.opinion, {"period": 202613}, {"period": 202605}),
    Case("opinion_checked", delivery.opinion, {"checker": "high"}, {"checker": "high", "checked_on": DAY}),
    Case(
        "opinion_low_why",
        delivery.opinion,
        {"checker": "low", "checked_on": DAY},
        {"checker": "low", "checked_on": DAY, "checker_why": "未招标"},
    ),
)
MODELS = (
    District,
    parcels.Parcel,
    relocations.Relocation,
    RelocationMonth,
    Reserve,
    StandardCheck,
    Workshop,
    leases.Lease,
    IdleLand,
    PerMuFigure,
    Evaluation,
    Policy,
    Objection,
    Ambassador,
    trips.Trip,
    leads.Lead,
    Screening,
    Reception,
    Team,
    Promise,
    Prospect,
    pools.PoolProject,
    nodes.Node,
    reports.Statistic,
    needs.Need,
    problems.Problem,
    returns.Return,
    Opinion,
)
ELSEWHERE = {
    "promise_own_condition",
    "prospect_led_to",
}  # need another row: tests/projects/test_investment.py
CHECKS = {
    check.name: str(check.violation_error_message)
    for model in MODELS
    for check in model._meta.constraints
    if isinstance(check, CheckConstraint)
}


def given(row: Row, fields: Fields) -> Row:
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def test_every_check_has_its_case() -> None:
    assert {case.name for case in CASES} | ELSEWHERE == set(CHECKS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_it_refuses(units: dict[str, Unit], case: Case) -> None:
    row = given(case.make(units["0104"]), case.refused)
    sentence = "月份" if case.name.endswith("_period") else CHECKS[case.name]  # the field's own is said first
    with pytest.raises(ValidationError, match=sentence):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_it_takes(units: dict[str, Unit], case: Case) -> None:
    row = given(case.make(units["0104"]), case.accepted)
    row.full_clean()
    row.save()
