"""What can be wrong with the rules of investment, delivery and land, and with what they are given."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.rules.errors import RulesError

# ---- nodes ----------------------------------------------------------------------------------------


class BadTemplate(RulesError):
    """Base of what makes a set of nodes unfit to be scheduled."""


class UnknownPredecessor(BadTemplate):
    def __init__(self, where: str, code: str, before: str) -> None:
        super().__init__(f"{where}节点 {code} 的前置节点 {before} 不存在，请改正 after 或补上该节点。")


class Circle(BadTemplate):
    def __init__(self, where: str, codes: Iterable[str]) -> None:
        super().__init__(f"{where}节点 {' → '.join(codes)} 互为前置，排不出先后，请去掉其中一个前置节点。")


class NodeTwice(BadTemplate):
    def __init__(self, where: str, code: str) -> None:
        super().__init__(f"{where}节点 {code} 出现了两次，请改成不同的编号或合并。")


class NodeNeedsDays(BadTemplate):
    def __init__(self, code: str, days: int) -> None:
        super().__init__(f"节点 {code} 的工作日数应不小于 1，现为 {days}，请改正。")


class NoNodes(BadTemplate):
    def __init__(self) -> None:
        super().__init__("没有任何节点，无法倒排，请先选用节点模板或添加节点。")


# ---- codes of a rule ------------------------------------------------------------------------------


class CodeTwice(RulesError):
    def __init__(self, where: str, what: str, code: str) -> None:
        super().__init__(f"{where}{what} {code} 出现了两次，请合并或改名。")


# ---- per-mu performance ---------------------------------------------------------------------------


class TableTwice(RulesError):
    def __init__(self, where: str, code: str) -> None:
        super().__init__(f"{where}评价表 {code} 出现了两次，请合并或改名。")


class ItemTwice(RulesError):
    def __init__(self, where: str, code: str) -> None:
        super().__init__(f"{where}指标 {code} 出现了两次，请合并或改名。")


class WeightsDoNotSum(RulesError):
    def __init__(self, where: str, found: str, total: str) -> None:
        super().__init__(f"{where}各项权重合计 {found}，应为 {total}，请调整权重。")


class BenchmarkMissing(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}按基准值计分，却没有 benchmark，请填写大于 0 的基准值。")


class BenchmarkNotUsed(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}按最大最小值计分，不用 benchmark 和 cap，请删去。")


class CapMissing(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}在分母为 0 时给满分，需要 cap 才知道满分是多少，请填写。")


class FallingShares(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}的累计比例应逐档增大且不超过 100，请改正。")


class UnknownTable(RulesError):
    def __init__(self, key: str, table: str, known: Iterable[str]) -> None:
        super().__init__(f"企业 {key} 的评价表 {table} 不在规则之内，请从 {'、'.join(known)} 中选择。")


class RowTwice(RulesError):
    def __init__(self, key: str) -> None:
        super().__init__(f"企业 {key} 在评价数据中出现了两次，请合并后再评价。")


# ---- screening ------------------------------------------------------------------------------------


class ScaleOrBands(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}应在 scale 和 bands 中填写一个且只填一个，请改正。")


class BandsOutOfOrder(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}的 bands 应由最好的一档排起，档值逐档变差，得分比例逐档减小，请排好顺序。")


class ConditionalAbovePass(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}的有条件通过分数线 conditional 高于通过分数线 passing，请改正其中一个。")


class NoReviewers(RulesError):
    def __init__(self) -> None:
        super().__init__("还没有评审人打分，请至少由一位评审人打分后再出结论。")


class AnswerMissing(RulesError):
    def __init__(self, reviewer: str, title: str) -> None:
        super().__init__(f"评审人 {reviewer} 没有给“{title}”打分，请补齐后再出结论。")


class AnswerUnknown(RulesError):
    def __init__(self, reviewer: str, code: str) -> None:
        super().__init__(f"评审人 {reviewer} 的打分中有评分表以外的项 {code}，请核对评分表版本。")


class AnswerOffScale(RulesError):
    def __init__(self, reviewer: str, title: str, value: object, most: object) -> None:
        super().__init__(f"评审人 {reviewer} 给“{title}”的分值应在 0 到 {most} 之间，现为 {value}，请改正。")


class AnswerNegative(RulesError):
    def __init__(self, reviewer: str, title: str, value: object) -> None:
        super().__init__(f"评审人 {reviewer} 给“{title}”填的数值不能为负，现为 {value}，请改正。")


# ---- padding --------------------------------------------------------------------------------------


class SigningTwice(RulesError):
    def __init__(self, key: str) -> None:
        super().__init__(f"签约 {key} 在查重数据中出现了两次，请合并后再查。")


# ---- response and rhythm --------------------------------------------------------------------------


class LimitTwice(RulesError):
    def __init__(self, where: str, code: str) -> None:
        super().__init__(f"{where}时限 {code} 出现了两次，请合并或改名。")


class UnknownLimit(RulesError):
    def __init__(self, rule: str, code: str, known: Iterable[str]) -> None:
        super().__init__(
            f"响应规则 {rule} 没有时限 {code}，现有 {'、'.join(known)}，请核对名称或补上该时限。"
        )


class UnevenWindow(RulesError):
    def __init__(self, where: str, months: int) -> None:
        super().__init__(f"{where}的 months 应能整除 12（1、2、3、4、6、12），现为 {months}，请改正。")


class LevelTwice(RulesError):
    def __init__(self, where: str, code: str) -> None:
        super().__init__(f"{where}层级 {code} 出现了两次，请合并或改名。")


class UnevenLadder(RulesError):
    def __init__(self, code: str, days: Iterable[int]) -> None:
        super().__init__(
            f"催办规则 {code} 的 ladder 应按 days 从小到大、各不相同，现为 {'、'.join(map(str, days))}，请改正。"
        )


class UnknownLevel(RulesError):
    def __init__(self, rule: str, code: str, known: Iterable[str]) -> None:
        super().__init__(
            f"外出招商规则 {rule} 没有层级 {code}，现有 {'、'.join(known)}，请核对名称或补上该层级。"
        )


# ---- statistics -----------------------------------------------------------------------------------


class DirectBelowLeast(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}的直接上报额 direct 低于入库额 least，请改正其中一个。")


class RedBeforeYellow(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}的 red_months 应大于 yellow_months，请改正其中一个。")


class ReportTwice(RulesError):
    def __init__(self, month: str) -> None:
        super().__init__(f"{month} 的统计报表出现了两次，请只保留一份。")


# ---- chains ---------------------------------------------------------------------------------------


class LinkTwice(RulesError):
    def __init__(self, code: str) -> None:
        super().__init__(f"产业链环节 {code} 出现了两次，请合并后再分析。")


class UnknownNext(RulesError):
    def __init__(self, code: str, following: str) -> None:
        super().__init__(f"产业链环节 {code} 的下游环节 {following} 不存在，请改正或补上该环节。")
