"""What freezing a baseline refuses: one class a situation, the sentence inside."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from luoshi.ledgers.errors import LedgerError
from luoshi.rules.months import show_month


class BaselineError(LedgerError):
    """Base of what is refused."""


class HeldAllYear(BaselineError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”是比率、增速或上限，每个月都按全年要求衡量，不分月份推进，不需要时序基线。"
        )


class StockByMonth(BaselineError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”是时点数，不从零累计，不能均摊或按走势分解，请逐月填写。")


class NothingKnown(BaselineError):
    def __init__(self, name: str, year: int) -> None:
        super().__init__(
            f"“{name}”没有{year}年以前完整一年的实绩，也没有生效的季节规律，不能按往年走势分解。请改为按月均摊或逐月填写。"
        )


class NoNodes(BaselineError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”所在的章节里没有定了时限的同类项目节点，不能按节点分解。请改为按月均摊或逐月填写。"
        )


class NotCounted(BaselineError):
    def __init__(self, name: str, unit: str) -> None:
        super().__init__(f"“{name}”以“{unit}”计，节点只能分解按个数计的目标。请改为按月均摊或逐月填写。")


class UnknownKind(BaselineError):
    def __init__(self, kind: str, known: Iterable[str]) -> None:
        super().__init__(f"没有“{kind}”这种分解方式，请从{'、'.join(known)}中选择。")


class ValuesNotAsked(BaselineError):
    def __init__(self) -> None:
        super().__init__("只有逐月填写时才填各月累计数，请改选“逐月填写”，或去掉填写的数。")


class MonthsMissing(BaselineError):
    def __init__(self, missing: Iterable[int]) -> None:
        named = "、".join(show_month(month) for month in missing)
        super().__init__(f"{named}的累计数没有填写，请逐月填齐。")


class MonthOutside(BaselineError):
    def __init__(self, month: int, start: int, end: int) -> None:
        super().__init__(
            f"{show_month(month)}不在目标的起止月份{show_month(start)}至{show_month(end)}之内，请去掉。"
        )


class BadFigure(BaselineError):
    def __init__(self, month: int, text: object) -> None:
        super().__init__(f"{show_month(month)}填的“{text}”不是不小于 0 的数，请只填数字。")


class Falls(BaselineError):
    def __init__(self, month: int) -> None:
        super().__init__(f"{show_month(month)}的累计数比上月少，累计数只增不减，请核对。")


class EndMissesTarget(BaselineError):
    def __init__(self, found: str, whole: str, unit: str) -> None:
        super().__init__(
            f"最后一个月的累计数是 {found} {unit}，目标是 {whole} {unit}，应当相等，请改正最后一个月。"
        )


class BadPath(BaselineError):
    """What a trajectory does not allow; the sentence is its own."""


class NoReason(BaselineError):
    def __init__(self, baseline: object) -> None:
        super().__init__(f"{baseline}已经确定。确需调整的，请写明理由。")


class MonthIsClosed(BaselineError):
    def __init__(self, on: datetime.date) -> None:
        super().__init__(
            f"{on} 所在的{show_month(on.year * 100 + on.month)}已经关账，时序基线会改变已经通报的结果，没有确定。"
            "请把确定日期写在关账月份之后。"
        )


class BeforeTheLast(BaselineError):
    def __init__(self, on: datetime.date, last: datetime.date) -> None:
        super().__init__(f"确定日期 {on} 早于上一版的 {last}，请写实际的日期。")


class Withdrawn(BaselineError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”已经撤销，不再定时序基线。")
