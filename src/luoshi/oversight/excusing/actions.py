"""A unit asks that a yellow or red light be excused."""

from __future__ import annotations

import datetime
from typing import Final

from luoshi.directory import roles
from luoshi.ledgers import registry, writing
from luoshi.ledgers.access import Act, Actor, require, union
from luoshi.ledgers.columns import Upload
from luoshi.oversight.excuses.models import Excuse
from luoshi.oversight.excuses.standing import NAME
from luoshi.oversight.excusing import errors, lit
from luoshi.oversight.excusing.lit import BAD
from luoshi.rules.months import check_month, show_month

ASKING: Final = (roles.CLERK, roles.HEAD)


def spoken_for(by: Actor) -> frozenset[int]:
    """The keys of the units in whose name a person asks."""
    return union(mandate.units for mandate in by.mandates if mandate.role in ASKING)


def require_own(found: lit.Lit, by: Actor) -> None:
    """Raise a refusal that names the unit unless the person speaks for it."""
    if found.unit.pk not in spoken_for(by):
        raise errors.NotOwn(found.subject, found.unit)


def ask(
    about: str,
    row: int,
    month: int,
    *,
    reason: str,
    basis: str,
    by: Actor,
    on: datetime.date,
    proof: Upload | None = None,
) -> Excuse:
    """Ask for the light of a target or a project in a month (yyyymm) that is not to come, with what proves the reason.

    It is asked in the name of the unit that leads it. Refused where the light is neither yellow nor red, or where an
    excuse stands already.
    """
    excuses = registry.ledger(NAME)
    require(by, Act.CREATE, excuses)
    check_month(month)
    if month > on.year * 100 + on.month:
        raise errors.NotBegun(show_month(month), on)
    found = lit.of(about, row, month)
    require_own(found, by)
    if found.colour not in BAD:
        raise errors.NotLit(found.subject, show_month(month), found.word)
    values = {
        "period": month,
        "about": about,
        "ledger": found.ledger,
        "row": row,
        "subject": found.subject[:200],
        "was": found.colour,
        "unit": found.unit,
        "asked_on": on,
        "reason": reason.strip(),
        "basis": basis.strip(),
        "proof": proof,
    }
    made = writing.create(excuses, values, by=by, on=on)
    assert isinstance(made, Excuse)
    return made
