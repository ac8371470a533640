"""The ledger of industries."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.directory.industries.models import Industry
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Link, Text
from luoshi.ledgers.definition import Ledger

INDUSTRIES = Ledger(
    model=Industry,
    name="directory.industries",
    title="行业",
    note="国民经济行业的门类和大类随系统提供；俗称是工作要点里的叫法，可按本区的主导产业补充。",
    identity=("code",),
    label="called",
    order=("section", "code"),
    search=("code", "name", "words"),
    columns=(
        Text("code", sample="39", help="门类填字母，大类填两位数字，也可登记到中类、小类。"),
        Text("section", sample="C", help="所属门类的字母。"),
        Text("name", sample="计算机、通信和其他电子设备制造业"),
        Link("parent", to="directory.industries", sample="C 制造业", help="门类不填。"),
        Text("words", sample="电子信息、集成电路", help="用顿号隔开，只写专指这个行业的叫法，门类不填。"),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.ADMINISTRATORS),
)
