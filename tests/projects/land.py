"""Land to test with; what a test does not say is filled in."""

from __future__ import annotations

from itertools import count
from typing import Any

from luoshi.directory.units.models import Unit
from luoshi.projects.land.districts.models import District
from luoshi.projects.land.parcels.models import Parcel

MU = 100  # hundredths of a mu
_numbers = count(1)


def district(**fields: Any) -> District:
    number = next(_numbers)
    given = {"code": f"PQ-{number}", "name": f"片区{number}", "kind": "industrial", "area": 500 * MU}
    return District.objects.create(**(given | fields))


def parcel(unit: Unit, **fields: Any) -> Parcel:
    number = next(_numbers)
    given = {"number": f"DK-{number}", "name": f"地块{number}", "area": 80 * MU, "use": "industrial"}
    return Parcel.objects.create(unit=unit, **(given | fields))
