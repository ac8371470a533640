"""The ledger of regions."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.directory.regions.models import Region
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Link, Text
from luoshi.ledgers.definition import Ledger

REGIONS = Ledger(
    model=Region,
    name="directory.regions",
    title="地区",
    note="省级行政区和“境外”随系统提供，市县由各地按需补充。",
    identity=("code",),
    label="name",
    order=("code",),
    search=("code", "name"),
    columns=(
        Text("code", sample="340100", help="6 位行政区划代码。"),
        Text("name", sample="合肥市"),
        Link("parent", to="directory.regions", sample="安徽省", help="省级不填。"),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.ADMINISTRATORS),
)
