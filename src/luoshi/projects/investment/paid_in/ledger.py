"""The ledger of money paid in, and what plans promise of it."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Link, Money, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition, Sum
from luoshi.projects.investment.currencies import CURRENCIES
from luoshi.projects.investment.paid_in.models import KINDS, PaidIn
from luoshi.projects.investment.signings import fulfilment
from luoshi.projects.investment.signings.models import OUT_OF_PROVINCE

COUNTED = Condition("signing__counts", "eq", "是")  # not of signings that were struck for padding

MEASURES = (
    Sum(
        "domestic",
        title="境内到位资金",
        of="domestic",
        when="period",
        where=(COUNTED,),
        threshold="signing__amount",
        words=(
            "境内到位资金", "到位资金", "项目到位资金", "招商引资到位资金", "实际到位资金", "到位内资", "实际到位内资",
            "内资到位资金", "实际利用内资", "利用内资", "境内资金到位", "招商引资实际到位资金",
        ),
    ),
    Sum(
        "out_of_province",
        title="国内省外到位资金",
        of="domestic",
        when="period",
        where=(Condition("signing__origin", "eq", OUT_OF_PROVINCE), COUNTED),
        threshold="signing__amount",
        words=(
            "到位国内省外资金", "国内省外资金", "国内省外到位资金", "到位省外资金", "省外到位资金", "省外资金",
            "实际到位省外资金", "利用省外资金", "引进省外资金", "实际利用省外资金",
        ),
    ),
    Sum(
        "foreign",
        title="境外到位资金",
        of="foreign",
        when="period",
        where=(COUNTED,),
        threshold="signing__amount",
        words=(
            "境外到位资金", "利用外资", "实际利用外资", "实际使用外资", "实际到位外资", "到位外资", "外资到位资金",
            "外商直接投资", "到位境外资金", "直接利用外资", "实际利用境外资金",
        ),
    ),
)  # fmt: skip

PAID_IN = Ledger(
    model=PaidIn,
    name="investment.paid_in",
    title="到位资金台账",
    note="一行一个签约项目一个月的到位资金，填当月数，不填累计数；当月没有到位的可以不填。",
    identity=("signing", "period"),
    label="called",
    unit="signing__unit",
    order=("-period", "signing__number"),
    search=("signing__project", "signing__number", "evidence_note"),
    columns=(
        Link("signing", to="investment.signings", sample="QY-2026-001", help="填签约项目的编号或名称。"),
        Month("period", sample="2026-05", help="资金到账的月份，须已开账。"),
        Money("domestic", unit="元", shown="万元", sample="25000000", help="当月到账的境内资金。"),
        Money(
            "foreign",
            unit="美元",
            base="美元",
            shown="万美元",
            sample="1200000",
            help="当月到账的境外资金，按到账日汇率折成美元。",
        ),
        Choice("currency", choices=CURRENCIES, sample="欧元", help="境外资金到账的币种。", listed=False),
        Number("original", unit="原币元", scale=100, sample="1100000", listed=False),
        Number("rate", scale=10_000, sample="1.09", help="1 单位原币折合多少美元，按到账日。", listed=False),
        Number(
            "usd_rate", scale=10_000, sample="7.12", help="1 美元折合人民币多少元，按到账日。", listed=False
        ),
        Choice("kind", choices=KINDS, sample="注册资本", listed=False),
        Text("evidence_note", sample="银行进账单 2 张", help="凭证的名称和张数。"),
    ),
    measures=MEASURES,
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
    after=fulfilment.after_their(PaidIn),
)
