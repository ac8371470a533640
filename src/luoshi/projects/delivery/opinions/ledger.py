"""The ledger of opinions: the owner gives a word, the checker a step; neither writes the other's."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Month, Text
from luoshi.ledgers.definition import Ledger
from luoshi.projects.delivery.opinions.models import CONFIDENCE, Opinion

OPINIONS = Ledger(
    model=Opinion,
    name="delivery.opinions",
    title="项目交付信心",
    note="一行一个项目一个月：责任单位说有没有把握，核查方按五级另行判断，与系统亮灯并列比较。",
    identity=("project", "period"),
    label="called",
    unit="project__unit",
    order=("-period", "project__number"),
    search=("project__name", "project__number"),
    columns=(
        Link("project", to="delivery.projects", sample="XM-2026-001", help="填项目编号或名称。"),
        Month("period", sample="2026-06", help="须已开账。"),
        Choice("owner", choices=CONFIDENCE, sample="较高", help="项目责任单位的判断。"),
        Text("owner_why", sample="主体已封顶，设备已到场", listed=False),
        Choice("checker", choices=CONFIDENCE, sample="一般", help="督查员现场核查后的判断。"),
        Day("checked_on", sample="2026-06-24", listed=False),
        Text("checker_why", sample="消防工程尚未招标", help="信心较低、很低的必须写明。", listed=False),
    ),
    access=Access(
        read=roles.READ_OWN,
        write=roles.WRITE_OWN,
        columns=dict.fromkeys(("checker", "checked_on", "checker_why"), roles.SUPERVISORS),
    ),
)
