"""考核评分 as a ledger: everybody sees what they gave themselves, the supervision office and the auditors see all."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Day, Link, Number, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.assessment.ratings.models import SCALE, AssessedRating

OWN = tuple(Grant(role, of="rater") for role in (roles.HEAD, roles.DEPUTY, roles.LEADER))

RATINGS = Ledger(
    model=AssessedRating,
    name="oversight.assessment_ratings",
    title="考核评分",
    note="一行一位评分人给一个考核对象的评分；评分人只看得到自己给的分，得分簿里只有平均数，督查室可以查。",
    identity=("subject", "source", "rater"),
    label="called",
    order=("-rated_on", "subject", "source", "rater"),
    search=("subject__called", "rater__name"),
    columns=(
        Link("subject", to="oversight.assessed", sample="KH-2026-001 招商局", help="填考核编号和单位名称。"),
        Link(
            "source",
            to="oversight.assessment_sources",
            sample="KH-2026-001 领导评价",
            help="填考核编号和评分项名称。",
        ),
        Person("rater", sample="gaoyuan", help="填用户名。", stays=True),
        Number("mark", unit="分", scale=SCALE, places=2, sample="92", help="0 至 100 分。"),
        Day("rated_on", sample="2026-07-06"),
        Text("remark", long=True, listed=False, sample="推进有力"),
    ),
    access=Access(
        read=(*OWN, Grant(roles.SUPERVISOR, everywhere=True), Grant(roles.AUDITOR, everywhere=True)),
        write=(*OWN, *roles.SUPERVISORS),  # who takes down ratings that were given on paper
        remove=roles.SUPERVISORS,
    ),
)
