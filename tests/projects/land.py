"""Land to test with; what a test does not say is filled in."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from luoshi.directory.units.models import Unit
from luoshi.enterprises.register.models import Enterprise
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
from tests.directory import build

MU = METRE = 100  # hundredths of a mu, of a square metre
_numbers = count(1)


def district(**fields: Any) -> District:
    number = next(_numbers)
    given = {"code": f"PQ-{number}", "name": f"片区{number}", "kind": "industrial", "area": 500 * MU}
    return District.objects.create(**(given | fields))


def parcel(unit: Unit, **fields: Any) -> Parcel:
    number = next(_numbers)
    given = {"number": f"DK-{number}", "name": f"地块{number}", "area": 80 * MU, "use": "industrial"}
    return Parcel.objects.create(unit=unit, **(given | fields))


def relocation(unit: Unit, **fields: Any) -> Relocation:
    number = next(_numbers)
    given = {"number": f"ZQ-{number}", "name": f"征迁片区{number}", "households": 40, "area": 9000 * METRE}
    return Relocation.objects.create(unit=unit, **(given | fields))


def relocation_month(unit: Unit, **fields: Any) -> RelocationMonth:
    build.months(202605)
    given = {"relocation": relocation(unit), "period": 202605, "cleared_area": 100 * METRE}
    return RelocationMonth.objects.create(**(given | fields))


def reserve(unit: Unit, **fields: Any) -> Reserve:
    number = next(_numbers)
    given = {"number": f"SC-{number}", "place": "溪口村东", "area": 80 * MU, "reserved_on": date(2026, 5, 11)}
    return Reserve.objects.create(unit=unit, **(given | fields))


def standard_check(unit: Unit, **fields: Any) -> StandardCheck:
    given = {"round": "first", "due_on": date(2026, 5, 11)}
    if "parcel" not in fields:
        given["parcel"] = parcel(unit, standard=True)
    return StandardCheck.objects.create(**(given | fields))


def workshop(unit: Unit, **fields: Any) -> Workshop:
    number = next(_numbers)
    given = {
        "number": f"CF-{number}",
        "name": f"厂房{number}",
        "area": 9000 * METRE,
        "built_on": date(2026, 5, 11),
    }
    return Workshop.objects.create(unit=unit, **(given | fields))


def enterprise(unit: Unit, **fields: Any) -> Enterprise:
    given = {"credit_code": "91340100MA2JF5QYC0", "name": "某公司"} | fields
    return Enterprise.objects.get_or_create(**given, defaults={"unit": unit})[0]


def lease(unit: Unit, **fields: Any) -> Lease:
    given = {
        "number": f"ZL-{next(_numbers)}",
        "area": 100 * METRE,
        "since": date(2026, 5, 11),
        "until": date(2028, 5, 10),
        "tenant": enterprise(unit),
    }
    if "workshop" not in fields:
        given["workshop"] = workshop(unit)
    return Lease.objects.create(**(given | fields))


def idle_land(unit: Unit, **fields: Any) -> IdleLand:
    number = next(_numbers)
    given = {
        "number": f"XZ-{number}",
        "place": "柳塘路 18 号",
        "user": "某公司",
        "area": 80 * MU,
        "kind": "idle",
        "cause": "market",
        "found_on": date(2026, 5, 11),
        "due_on": date(2026, 9, 30),
    }
    return IdleLand.objects.create(unit=unit, **(given | fields))


def per_mu_figure(unit: Unit, **fields: Any) -> PerMuFigure:
    firm, _ = Enterprise.objects.get_or_create(credit_code="91340100MA2JF5QYC0", name="某公司", unit=unit)
    given = {
        "enterprise": firm,
        "period": 202512,
        "table": "above_scale",
        "area": 60 * MU,
        "tax": 0,
        "sales": 0,
    }
    return PerMuFigure.objects.create(**(given | fields))


def evaluation(unit: Unit, **fields: Any) -> Evaluation:
    firm, _ = Enterprise.objects.get_or_create(credit_code="91340100MA2JF5QYC0", name="某公司", unit=unit)
    given = {
        "number": f"2025-{next(_numbers)}",
        "enterprise": firm,
        "period": 202512,
        "table": "above_scale",
        "points": 9000,
        "grade": "B",
        "rank": 2,
        "reason": "列 B 类",
        "rule_code": "per-mu",
        "rule_name": "亩均",
        "rule_version": "1",
    }
    return Evaluation.objects.create(**(given | fields))


def policy(unit: Unit, **fields: Any) -> Policy:
    given = {
        "number": f"2025-{next(_numbers)}-power",
        "grade": "A",
        "item": "用电价格",
        "tone": "keep",
        "text": "不加价",
        "office": "经济发展局",
        "since": date(2026, 6, 1),
        "until": date(2027, 5, 31),
        "rule_version": "1",
    }
    if "evaluation" not in fields:
        given["evaluation"] = evaluation(unit)
    return Policy.objects.create(**(given | fields))


def objection(unit: Unit, **fields: Any) -> Objection:
    given = {"number": f"YY-{next(_numbers)}", "raised_on": date(2026, 5, 11), "reason": "用地面积有误"}
    if "evaluation" not in fields:
        given["evaluation"] = evaluation(unit, state="published", published_on=date(2026, 5, 10))
    return Objection.objects.create(**(given | fields))
