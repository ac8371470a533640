"""What correcting refuses: one class a situation, the sentence inside."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.ledgers.errors import LedgerError


class CorrectionError(LedgerError):
    """Base of what is refused."""


class NothingOvertaken(CorrectionError):
    def __init__(self, number: str) -> None:
        super().__init__(
            f"{number} 批准以前没有公示、印发或冻结过它的灯，或者已经办理，不用说明不更正的理由。"
        )


class NoReason(CorrectionError):
    def __init__(self) -> None:
        super().__init__("不更正的，请写明理由。")


class NothingToCorrect(CorrectionError):
    def __init__(self) -> None:
        super().__init__("没有已采纳、待更正的异议，也没有公示以后批准的正当理由，不用更正。")


class NotPutRight(CorrectionError):
    def __init__(self, numbers: Iterable[str]) -> None:
        super().__init__(
            f"异议 {'、'.join(numbers)} 已采纳，但所指的台账行还没有改正。请先在台账里改正那一行，再更正。"
        )


class NothingChanged(CorrectionError):
    def __init__(self, numbers: Iterable[str]) -> None:
        super().__init__(
            f"{'、'.join(numbers)} 已采纳或批准，但榜单、通报和考核得分都没有变化。请核对所指的台账行是否已改正。"
        )
