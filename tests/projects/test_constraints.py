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
from luoshi.projects.investment.ambassadors.models import Ambassador
from luoshi.projects.investment.leads import models as leads
from luoshi.projects.investment.promises.models import Promise
from luoshi.projects.investment.prospects.models import Prospect
from luoshi.projects.investment.trips import models as trips
from luoshi.projects.land.checks.models import StandardCheck
from luoshi.projects.land.districts.models import District
from luoshi.projects.land.evaluations.models import Evaluation
from luoshi.projects.land.idle.models import IdleLand
from luoshi.projects.land.objections.models import Objection
from luoshi.projects.land.parcels import models as parcels
from luoshi.projects.land.per_mu_figures.models import FIGURES, PerMuFigure
from luoshi.projects.land.relocation_months.models import RelocationMonth
from luoshi.projects.land.relocations import models as relocations
from luoshi.projects.land.reserves.models import Reserve
from luoshi.projects.land.workshops.models import Workshop
from luoshi.projects.stages import Stage
from tests.projects import investment, land

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
DECIDED = {"state": "rejected", "answer": "维持", "decided_on": DAY}
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
    *not_negative("standard_check", land.standard_check, "intensity", "tax_per_mu", "energy"),
    Case("workshop_area", land.workshop, {"area": 0}, {"area": 1}),
    Case("workshop_floors", land.workshop, {"floors": 0}, {"floors": 1}),
    *not_negative("workshop", land.workshop, "rent"),
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
    *ordered("lead", leads.STAGES, investment.lead, WHY),
    *dated("lead", leads.STAGES[1:], investment.lead, JUDGED),
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
)
MODELS = (
    District,
    parcels.Parcel,
    relocations.Relocation,
    RelocationMonth,
    Reserve,
    StandardCheck,
    Workshop,
    IdleLand,
    PerMuFigure,
    Evaluation,
    Objection,
    Ambassador,
    trips.Trip,
    leads.Lead,
    Promise,
    Prospect,
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
