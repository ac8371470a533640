"""The ledger of districts."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Choice, Link, Place, Text
from luoshi.ledgers.definition import Ledger
from luoshi.projects.land.districts.models import KINDS, District

OUTLINE = (
    '{"type":"Polygon","coordinates":[[[117.61,32.18],[117.63125,32.18],'
    "[117.63125,32.19559],[117.61,32.19559],[117.61,32.18]]]}"
)

DISTRICTS = Ledger(
    model=District,
    name="land.districts",
    title="片区",
    note="一行一个片区；地块按片区归集，区界也登记成一行。",
    identity=("code",),
    label="name",
    unit="unit",
    order=("code",),
    search=("code", "name"),
    columns=(
        Text("code", sample="PQ-01"),
        Text("name", sample="溪口产业片区"),
        Choice("kind", choices=KINDS, sample="产业片区"),
        Area("area", unit="亩", sample="5200", help="控制性详细规划里的面积。"),
        Link("unit", to="directory.units", sample="自然资源分局", help="日常管理片区的单位，没有的不填。"),
        Place(
            "place",
            only="Polygon",
            sample=OUTLINE,
            help="从测绘成果导出的 GeoJSON 面，WGS84 坐标；围成的面积与填写的相差不超过 2%。",
            listed=False,
        ),
        Text("note", sample="一期已基本供完", listed=False),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.WRITE_OWN),
)
