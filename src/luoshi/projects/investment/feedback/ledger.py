"""The ledger of weekly feedback, and what plans promise of it."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Day, Link, Number, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Count
from luoshi.projects.investment.feedback.models import Feedback

FEEDBACK = Ledger(
    model=Feedback,
    name="investment.feedback",
    title="周反馈",
    note="一行一个分局或专班的一周；新增线索、接访和外出由系统数出，只填进展和下周安排。",
    identity=("unit", "week"),
    label="called",
    unit="unit",
    order=("-week", "unit__code"),
    search=("content", "plan", "unit__name"),
    columns=(
        Link("unit", to="directory.units", sample="长三角招商分局"),
        Day("week", sample="2026-03-23", help="填这一周的周一。"),
        Number("new_leads", title="新增线索", unit="条", derived=True),
        Number("receptions", title="接访", unit="批次", derived=True),
        Number("trips", title="外出", unit="批次", derived=True),
        Text("content", sample="隔膜项目完成第二轮谈判，对方已定投资额", long=True),
        Text("plan", sample="陪同企业看两处厂房", long=True),
        Person("person", sample="shaoqing", help="填用户名。", stays=True),
    ),
    measures=(
        Count(
            "filed",
            title="周反馈份数",
            unit="份",
            when="week",
            words=("周反馈", "招商周反馈", "每周反馈", "报送周反馈", "报送招商周反馈"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)
