"""The ledger of charges."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.directory.charges.models import Charge
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Day, Link, Person
from luoshi.ledgers.definition import Ledger

CHARGES = Ledger(
    model=Charge,
    name="directory.charges",
    title="领导分管",
    note="哪位领导分管哪些单位；分管领导看得到分管单位及其下级单位的行。",
    identity=("person", "unit", "since"),
    label="called",
    unit="unit",
    order=("unit__code", "person__username"),
    search=("person__name", "person__username", "unit__name"),
    columns=(
        Person("person", sample="shenyan", help="填用户名。"),
        Link("unit", to="directory.units", sample="招商局", help="下级单位随上级单位，不必另填。"),
        Day("since", sample="2025-11-01", help="自这一天起分管，可不填。"),
        Day("until", sample="2026-12-01", help="自这一天起不再分管，在分管的不填。"),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.ADMINISTRATORS),
)
