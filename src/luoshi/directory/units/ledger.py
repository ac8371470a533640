"""The ledger of units."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.directory.units.models import KINDS, Unit
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Link, Number, Text
from luoshi.ledgers.definition import Ledger

UNITS = Ledger(
    model=Unit,
    name="directory.units",
    title="单位",
    note="管委会及其部门、镇街、村居、专班、招商分局和平台公司，按上下级排成一棵树。",
    identity=("code",),
    label="name",
    unit="pk",
    order=("order", "code"),
    search=("name", "short_name", "aliases", "code"),
    columns=(
        Text("code", sample="0102", help="全区唯一，可按上下级编号，如 01、0102。"),
        Text("name", sample="经济发展局", help="单位全称。"),
        Text("short_name", sample="经发局", help="各页面上显示的叫法，不填则显示名称。"),
        Choice("kind", choices=KINDS, sample="部门"),
        Link("parent", to="directory.units", sample="云溪高新区管委会", help="管委会不填，其他单位必填。"),
        Text("aliases", sample="发展局、经发部", help="工作要点里的其他叫法，用顿号隔开。", listed=False),
        Number("order", sample="2", help="列表里的先后，小的在前。", listed=False),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.ADMINISTRATORS),
)
