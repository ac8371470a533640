"""Land to test with; what a test does not say is filled in."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from luoshi.directory.units.models import Unit
from luoshi.projects.land.checks.models import StandardCheck
from luoshi.projects.land.districts.models import District
from luoshi.projects.land.parcels.models import Parcel
from luoshi.projects.land.relocation_months.models import RelocationMonth
from luoshi.projects.land.relocations.models import Relocation
from luoshi.projects.land.reserves.models import Reserve
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
    given = {"parcel": parcel(unit), "round": "first", "due_on": date(2026, 5, 11)}
    return StandardCheck.objects.create(**(given | fields))
