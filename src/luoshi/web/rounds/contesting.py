"""The way from a row behind a figure to the objection against it, for a person of the unit concerned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from luoshi.directory import roles
from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor, union
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.oversight.lists.models import PublishedList
from luoshi.oversight.objections.models import ROW
from luoshi.oversight.wall.rows import WallRow
from luoshi.web.request import Request

ASKED = "contest"  # what the address of the lists calls a row: ledger:key:unit
Address = Callable[[Row], str]


def own_units(actor: Actor) -> dict[int, str]:
    """The units for which a person may object, with their names."""
    held = (m.units for m in actor.mandates if m.role in (roles.CLERK, roles.HEAD))
    return {unit.pk: str(unit) for unit in Unit.objects.filter(pk__in=union(held)).order_by("order", "code")}


def address(request: Request, row: WallRow, ledger: Ledger) -> Address | None:
    """Where a person objects to a row of a target's figure; None for who is not of the unit that leads the target,
    and where the month's list is not published for objections."""
    unit = row.target.lead_unit_id
    if unit is None or unit not in own_units(request.actor) or not ledger.measures:
        return None
    found = PublishedList.objects.latest_of(row.month)
    if found is None or not found.open_on(timezone.localdate()):
        return None
    lists = reverse("lists")
    return lambda each: f"{lists}?{urlencode({'month': row.month, ASKED: f'{ledger.name}:{each.pk}:{unit}'})}"


def asked(request: Request, mine: Mapping[int, str]) -> tuple[str, str] | None:
    """The row that an address of the lists names, as the form takes and shows it; None where the person may not object
    to it."""
    name, _, rest = request.GET.get(ASKED, "").partition(":")
    key, _, unit = rest.partition(":")
    known = next((each for each in registry.ledgers() if each.name == name and each.measures), None)
    if known is None or not (key.isdecimal() and unit.isdecimal()) or int(unit) not in mine or len(key) > 18:
        return None
    row = known.rows().filter(pk=int(key)).first()
    if row is None or not access.may(request.actor, Act.READ, known, row):
        return None
    return f"{ROW}:{known.name}:{row.pk}:{unit}", f"{known.title} {known.label_of(row)}"
