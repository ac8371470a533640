"""Who answers for which unit: the charges of leaders, spread over the units below."""

from __future__ import annotations

import datetime

from luoshi.accounts.models import User
from luoshi.directory.charges.models import Charge
from luoshi.directory.units.models import Unit


def in_charge(on: datetime.date | None) -> dict[int, User]:
    """By the key of a unit the leader in whose charge it is on a day; the charge nearest to a unit decides."""
    charges = list(Charge.objects.in_force(on).order_by("pk"))
    tree, found = Unit.objects.tree(), dict[int, User]()
    for charge in sorted(charges, key=lambda each: len(tree.path(each.unit_id))):
        found |= dict.fromkeys(tree.subtree(charge.unit_id), charge.person)
    return found
