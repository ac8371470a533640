"""What plans refuse, one class a situation; the sentence is built inside."""

from __future__ import annotations

from luoshi.ledgers.errors import LedgerError


class PlanError(LedgerError):
    """Base of what this family refuses."""


class Unreadable(PlanError):
    """A file that holds no plan; the sentence is the reader's own."""


class NoClause(PlanError):
    def __init__(self, filename: str) -> None:
        super().__init__(
            f"“{filename}”里没有识别出任何指标、任务或项目节点，没有保存。"
            "请确认上传的是工作要点、工作报告一类的计划文件。"
        )


class NoYear(PlanError):
    def __init__(self, filename: str) -> None:
        super().__init__(f"“{filename}”没有写明是哪一年的计划，请在上传时填写计划年度，例如 2026。")


class BadYear(PlanError):
    def __init__(self, year: int) -> None:
        super().__init__(f"计划年度“{year}”不对，请填 2000 到 2099 之间的四位年份，例如 2026。")


class SameFile(PlanError):
    def __init__(self, filename: str, title: str) -> None:
        super().__init__(f"“{filename}”与已上传的《{title}》是同一个文件，不需要再次上传。")


class BeingRead(PlanError):
    def __init__(self, filename: str) -> None:
        super().__init__(
            f"“{filename}”已经上传，正在排队或识读，不需要再次上传。识读到哪一步，请到“计划”里查看。"
        )


class NotWaiting(PlanError):
    """An upload that somebody else has read again or removed meanwhile."""

    def __init__(self, filename: str) -> None:
        super().__init__(f"“{filename}”的识读状态已经改变，本次没有办理。请刷新页面，看现在的情况。")


class Interrupted(PlanError):
    """A file whose reading ended again and again with the program that read it."""

    def __init__(self, filename: str, tries: int) -> None:
        super().__init__(
            f"“{filename}”识读了 {tries} 次，每次都中途停止，没有保存任何条目。"
            "请另存为 docx 或 txt 后重新上传；仍不成功的，请联系系统管理员查看服务日志。"
        )


class Broken(PlanError):
    """A file at which the reader itself went wrong."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            f"识读“{filename}”时出现了意外的错误，没有保存任何条目。"
            "请再试一次，或另存为 docx 或 txt 后重新上传；仍不成功的，请联系系统管理员查看服务日志。"
        )


class FileGone(PlanError):
    """A file that was kept and does not lie in the data folder any more."""

    def __init__(self, filename: str) -> None:
        super().__init__(f"“{filename}”不在数据目录里，没有识读。请重新上传。")


class Overtaken(PlanError):
    """Somebody else reads the file by now; what was read here is thrown away."""

    def __init__(self, filename: str) -> None:
        super().__init__(f"“{filename}”已由另一个程序接着识读，这里读到的没有保存。")


class SameTitle(PlanError):
    def __init__(self, title: str, year: int) -> None:
        super().__init__(
            f"{year}年已有《{title}》。如果这是修订后的文件，请在该文件的页面上选择“上传新版本”。"
        )


class NotLatest(PlanError):
    def __init__(self, title: str, edition: int) -> None:
        super().__init__(
            f"《{title}》第{edition}版已被更新的版本替代，不能再办理。请在最新版本上操作；旧版本仍可查看。"
        )


class Decided(PlanError):
    """A clause that was already decided on; the whole batch is refused."""

    def __init__(self, summary: str, state: str) -> None:
        super().__init__(f"“{summary}”{state}，本次没有办理任何一条。请刷新页面，如需改动请先退回待确认。")


class NothingChosen(PlanError):
    def __init__(self) -> None:
        super().__init__("没有选中任何条目，请先勾选要办理的条目。")


class NoReason(PlanError):
    def __init__(self, act: str) -> None:
        super().__init__(f"{act}需要写明理由，请用一句话说明。")


class NoOutcome(PlanError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”要写明完成情况才能办结，请用一句话说明成果和依据。")


class NotATarget(PlanError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”已经撤销，不能再办理。")


class ValuesReported(PlanError):
    def __init__(self, number: str, name: str, unit: str) -> None:
        super().__init__(
            f"目标 {number}“{name}”已有按“{unit}”填报的数，不能改用别的单位。请先删除已填报的数，再改单位。"
        )


class UnitMismatch(PlanError):
    def __init__(self, name: str, unit: str, measure: str, other: str) -> None:
        super().__init__(
            f"指标“{name}”以“{unit}”计，计量“{measure}”以“{other}”计，不是同一种量。请另选计量方式，或改为按月填报。"
        )


class SecretMeasure(PlanError):
    """A way of measuring that looks at columns hidden from the person."""

    def __init__(self, measure: str) -> None:
        super().__init__(f"“{measure}”要用到您无权查看的列，不能由您查看或确认，请交给有权限的人办理。")


class HeldByLedger(PlanError):
    """A target that is to be reported by hand although a ledger gives it."""

    def __init__(self, number: str, name: str, held: str) -> None:
        super().__init__(
            f"{held}，“{name}”不必填报，请在“目标 {number} · 计量方式”中确认计量方式。"
            "确有不同口径、仍须按月填报的，请写明理由。"
        )


class NoGone(PlanError):
    def __init__(self, summary: str) -> None:
        super().__init__(f"“{summary}”不在新版本中消失的条目之列，不需要处理。请刷新页面。")


class NoParts(PlanError):
    """A target that is no sum of what units do."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"“{name}”{why}，不能分解到单位和季度相加，请直接考核全年数。")


class WhichUnits(PlanError):
    def __init__(self) -> None:
        super().__init__("请选择至少一个承担单位，每个单位只选一次。")


class NothingLastYear(PlanError):
    def __init__(self, name: str, year: int, of: str) -> None:
        super().__init__(f"“{name}”没有{year}年的实绩，{of}不能按上年分解，请改为平均或填写权数。")


class StrangeWeight(PlanError):
    def __init__(self, of: str, count: int) -> None:
        super().__init__(f"填写的权数里有 {count} 个不在所选的{of}之内，请去掉。")


class CannotDeal(PlanError):
    """What dealing out does not allow; the sentence is its own."""


class TooFine(PlanError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”的小数超过四位，不能分解，请先核对目标值。")


class SharesStand(PlanError):
    def __init__(self, name: str, edition: int) -> None:
        super().__init__(f"“{name}”已经分解（第{edition}版）。确需重新分解的，请写明理由。")


class SharesMiss(PlanError):
    def __init__(self, name: str, found: str, total: str) -> None:
        super().__init__(f"“{name}”各单位各季度合计 {found}，与目标 {total} 不相等，没有保存，请核对。")
