"""The ledger of plan documents."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.plans.documents.models import STATES, Document

DOCUMENTS = Ledger(
    model=Document,
    name="plans.documents",
    title="计划文件",
    note="工作要点、工作报告等计划文件的每一版；上传后自动识别条目，旧版本一直可以查看。",
    identity=("title", "year", "edition"),
    label="title",
    order=("-year", "-pk"),
    search=("title", "number", "issuer"),
    columns=(
        Text("title"),
        Number("year", grouped=False),
        Number("edition"),
        Choice("state", choices=STATES),
        Text("kind"),
        Text("issuer", listed=False),
        Text("number", listed=False),
        Day("issued_on"),
        Text("filename", listed=False),
        Text("uploaded_by"),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS, history=roles.OVERSEERS),
    editable=False,
)
