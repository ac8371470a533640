"""The ledger of chain links."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.directory.chains.models import POSITIONS, ChainLink
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Link, Number, Text
from luoshi.ledgers.definition import Ledger

CHAINS = Ledger(
    model=ChainLink,
    name="directory.chains",
    title="产业链环节",
    note="本区主导产业链的上中下游环节；招商项目、企业按环节归集，看得出缺在哪里。",
    identity=("code",),
    label="called",
    order=("code",),
    search=("code", "name", "chain", "keywords"),
    columns=(
        Text("code", sample="XNY-Z01"),
        Text("name", sample="电芯制造"),
        Text("chain", sample="新能源装备", help="同一条链的写法要一致。"),
        Choice("position", choices=POSITIONS, sample="中游"),
        Link("parent", to="directory.chains", sample="新能源装备·储能电池", help="最上一级不填。"),
        Text(
            "keywords", sample="电芯、锂电池", help="企业和项目介绍里常见的说法，用顿号隔开。", listed=False
        ),
        Number("wanted", unit="家", sample="3", help="这个环节打算布局几家企业。"),
    ),
    access=Access(read=roles.EVERYBODY, write=(*roles.SUPERVISORS, *roles.ADMINISTRATORS)),
)
