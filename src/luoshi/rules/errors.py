"""What can be wrong with a rule or with what it is given: one class a situation, a Chinese sentence inside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date


class RulesError(ValueError):
    """Base of every error of this package; ``str(error)`` is a sentence for the user."""


# ---- data of a rule -------------------------------------------------------------------------------


class NotAnObject(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}应是一组“名称: 值”，请按对象填写。")


class NotAList(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}应是一个列表，且至少一项，请用方括号逐项列出。")


class MissingField(RulesError):
    def __init__(self, where: str, name: str) -> None:
        super().__init__(f"{where}缺少 {name}，请补上后再保存。")


class UnknownFields(RulesError):
    def __init__(self, where: str, names: Iterable[str]) -> None:
        super().__init__(f"{where}有不认识的项 {'、'.join(names)}，请核对名称或删去。")


class BadText(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}应是不为空的文字，请填写。")


class BadNumber(RulesError):
    def __init__(self, where: str, value: object) -> None:
        super().__init__(f'{where}不是准确的数：{value!r}，请写成整数或带引号的小数，如 "12.5"。')


class OutOfRange(RulesError):
    def __init__(self, where: str, value: object, least: str, most: str) -> None:
        bounds = " 且".join([*([f"不小于 {least}"] if least else []), *([f"不大于 {most}"] if most else [])])
        super().__init__(f"{where}应{bounds}，现为 {value}，请改正。")


class BadInteger(RulesError):
    def __init__(self, where: str, value: object, least: int) -> None:
        super().__init__(f"{where}应是不小于 {least} 的整数，现为 {value!r}，请改正。")


class BadFlag(RulesError):
    def __init__(self, where: str, value: object) -> None:
        super().__init__(f"{where}只能是 true 或 false，现为 {value!r}，请改正。")


class NoLastCase(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}的最后一项应适用于其余所有目标，请把最后一项的 trait 写成 any。")


class NoLastSeason(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}的最后一项应适用于其余所有目标，请把最后一项的 words 写成空的列表。")


class UnknownWord(RulesError):
    def __init__(self, where: str, value: object, known: Iterable[str]) -> None:
        super().__init__(f"{where}为 {value!r}，不在可选范围内，请从 {'、'.join(known)} 中选择。")


class BadDate(RulesError):
    def __init__(self, where: str, value: object) -> None:
        super().__init__(f"{where}不是日期：{value!r}，请写成 2026-01-31 的样子。")


# ---- months and trajectories ----------------------------------------------------------------------


class BadMonth(RulesError):
    def __init__(self, value: object) -> None:
        super().__init__(f"月份写法不对：{value!r}，请写成 2026-06 的样子。")


class BadQuarter(RulesError):
    def __init__(self, value: object) -> None:
        super().__init__(f"季度写法不对：{value!r}，请写成 2026-Q1 的样子。")


class BadSpan(RulesError):
    def __init__(self, start: str, end: str) -> None:
        super().__init__(f"起始月份 {start} 晚于截止月份 {end}，请调整其中一个。")


class TrajectoryNeedsPoints(RulesError):
    def __init__(self, kind: str) -> None:
        super().__init__(f"时序进度 {kind} 没有填写 points，请至少填写一个时点和它的数值。")


class TrajectoryTakesNoPoints(RulesError):
    def __init__(self, kind: str) -> None:
        super().__init__(f"时序进度 {kind} 不需要 points，请删去，或改用 nodes、months、quarters。")


class NegativePoint(RulesError):
    def __init__(self, point: str) -> None:
        super().__init__(f"时序进度在 {point} 的数值为负，请填写不小于 0 的数。")


class FallingPoints(RulesError):
    def __init__(self, point: str) -> None:
        super().__init__(f"时序进度的累计值在 {point} 比前一时点减少，累计值只增不减，请核对。")


class TrajectoryDoesNotFit(RulesError):
    """Base of what makes a trajectory unfit for one target's value and months."""


class PointOutsideSpan(TrajectoryDoesNotFit):
    def __init__(self, point: str, start: str, end: str) -> None:
        super().__init__(f"时点 {point} 不在目标的起止月份 {start} 至 {end} 之内，请调整时点或起止月份。")


class PointsDoNotSum(TrajectoryDoesNotFit):
    def __init__(self, found: str, total: str) -> None:
        super().__init__(f"各期数值合计 {found}，与目标值 {total} 不一致，请调整其中一个。")


class NodesMissTotal(TrajectoryDoesNotFit):
    def __init__(self, point: str, found: str, total: str) -> None:
        super().__init__(
            f"{point} 的累计节点值 {found} 与目标值 {total} 对不上，请让最后的节点不超过目标值，期末等于目标值。"
        )


class ShapeSpansYears(TrajectoryDoesNotFit):
    def __init__(self, start: str, end: str) -> None:
        super().__init__(
            f"按上年走势分解只适用于同一年内的目标，{start} 至 {end} 跨年，请改用 nodes 逐点填写。"
        )


class ShapeLacksMonth(TrajectoryDoesNotFit):
    def __init__(self, month: int) -> None:
        super().__init__(f"上年走势缺少 {month} 月的累计值，请补齐后再使用。")


class ShapeIsFlat(TrajectoryDoesNotFit):
    def __init__(self, start: str, end: str) -> None:
        super().__init__(f"上年走势在 {start} 至 {end} 之间没有增加，无法据此分解，请改用 even 或 nodes。")


# ---- targets --------------------------------------------------------------------------------------


class RangeNeedsHigh(RulesError):
    def __init__(self) -> None:
        super().__init__("区间目标缺少上限，或上限小于下限，请补填或改正上限。")


# ---- lights and boards ----------------------------------------------------------------------------


class BandsLeaveHole(RulesError):
    def __init__(self, where: str, example: str) -> None:
        super().__init__(f"{where}的各档没有覆盖全部情形，例如 {example} 时无灯可亮，请补上一档或改动边界。")


class BandsOverlap(RulesError):
    def __init__(self, where: str, example: str, first: int, second: int) -> None:
        super().__init__(
            f"{where}的第 {first} 档与第 {second} 档重叠，例如 {example} 时两档都成立，请改动边界。"
        )


class ReferenceNotNamed(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}用到对比值，却没有用 reference 写明和什么比，请填写，如“全市平均”。")


class ExcuseWorsens(RulesError):
    def __init__(self, where: str, before: str, after: str) -> None:
        super().__init__(f"{where}的正当理由会使 {before} 变成更差的 {after}，请改为相同或更好的灯色。")


class LadderNotRising(RulesError):
    def __init__(self, where: str, before: str, after: str) -> None:
        super().__init__(
            f"{where}的升级处理应由轻到重，“{after}”不重于前一步“{before}”，请调整顺序或改动条件。"
        )


class LevelContradicts(RulesError):
    def __init__(self, where: str, who: str, level: str) -> None:
        super().__init__(
            f"{where}的升级处理中，who 写的是“{who}”，level 指的却是{level}，请改成同一层级，或改写 who。"
        )


class EmptyHistory(RulesError):
    def __init__(self) -> None:
        super().__init__("没有任何月份的数据，无法评灯，请至少给出一个月。")


class UnorderedHistory(RulesError):
    def __init__(self, before: str, after: str) -> None:
        super().__init__(f"月份应由早到晚且不重复，{before} 之后出现了 {after}，请排好顺序。")


class BlackListNeedsCondition(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}的黑榜没有任何条件，请填写 red_lights 或 yellow_run。")


class UnitTwice(RulesError):
    def __init__(self, unit: str) -> None:
        super().__init__(f"单位 {unit} 在红黑榜的数据中出现了两次，请合并后再排榜。")


# ---- working days ---------------------------------------------------------------------------------


class UnknownYear(RulesError):
    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"工作日历中没有 {year} 年，请在国务院办公厅公布放假安排后录入 {year} 年日历再计算。"
        )


class UnknownDay(RulesError):
    def __init__(self, day: date) -> None:
        super().__init__(f"工作日历中缺少 {day.isoformat()} 这一天，请补齐 {day.year} 年日历再计算。")


class BadDays(RulesError):
    def __init__(self, days: int) -> None:
        super().__init__(f"工作日数不能为负，现为 {days}，请填写 0 或更大的整数。")


class EndBeforeStart(RulesError):
    def __init__(self, start: date, end: date) -> None:
        super().__init__(f"结束日期 {end.isoformat()} 早于开始日期 {start.isoformat()}，请核对两个日期。")


class ClockPaused(RulesError):
    def __init__(self, since: date) -> None:
        self.since = since
        super().__init__(f"计时自 {since.isoformat()} 起暂停，尚未恢复，算不出到期日，请在恢复计时后再算。")


class PromiseAboveLaw(RulesError):
    def __init__(self, title: str, promised: int, statutory: int) -> None:
        super().__init__(
            f"{title}的承诺时限 {promised} 个工作日长于法定时限 {statutory} 个工作日，请改正其中一个。"
        )


class ExtensionTooLong(RulesError):
    def __init__(self, title: str, days: int, most: int) -> None:
        super().__init__(f"{title}批准延长共 {days} 个工作日，超过可延长的 {most} 个工作日，请核对延期审批。")


# ---- dealing out ----------------------------------------------------------------------------------


class NothingToShareBy(RulesError):
    def __init__(self) -> None:
        super().__init__("分解要有权数：权数不能为负，且至少一个大于0，请核对各单位（各季度）的权数。")


class NotInSteps(RulesError):
    def __init__(self, total: str, step: str) -> None:
        super().__init__(f"总数 {total} 不是 {step} 的整数倍，不能按 {step} 分解，请改小最小单位。")


# ---- forecasts ------------------------------------------------------------------------------------


class BadRecord(RulesError):
    def __init__(self, seen: int, arrived: int) -> None:
        super().__init__(f"历史转化数应在 0 和总数之间，现为 {seen} 个中 {arrived} 个，请核对往年的行。")


class NoRuns(RulesError):
    def __init__(self, runs: int) -> None:
        super().__init__(f"模拟次数至少为 1，现为 {runs}，请改大。")


class TooFewMonths(RulesError):
    def __init__(self, count: int, least: int) -> None:
        super().__init__(f"至少要有 {least} 个月的实绩才能推算，现有 {count} 个月，请过些时候再预测。")


class NotTwelveMonths(RulesError):
    def __init__(self, count: int) -> None:
        super().__init__(f"往年数据应有 12 个月，现有 {count} 个，请补齐后再算季节规律。")
