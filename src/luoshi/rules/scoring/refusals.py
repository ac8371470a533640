"""What can be wrong with a scheme of assessment, and with what it is given."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.rules.errors import RulesError

# ---- the scheme -----------------------------------------------------------------------------------


class UnknownCode(RulesError):
    def __init__(self, where: str, what: str, code: str, known: Iterable[str]) -> None:
        listed = "、".join(known)
        super().__init__(f"{where}用到没有声明的{what} {code}，现有 {listed}，请改正或先声明。")


class WrongFigure(RulesError):
    def __init__(self, where: str, code: str, kind: str, wanted: Iterable[str]) -> None:
        super().__init__(
            f"{where}用到的数据 {code} 是 {kind}，这里要用 {'、'.join(wanted)}，请改换数据或它的 kind。"
        )


class PointsMissing(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}没有 points，计入满分的指标要写明满分，请填写大于 0 的分数。")


class FullMarksDiffer(RulesError):
    def __init__(self, where: str, group: str, found: str, full: str) -> None:
        super().__init__(f"{where}满分应为 {full}，{group}各项合计却是 {found}，请调整各项满分或权重。")


class PointsTooFine(RulesError):
    def __init__(self, where: str, points: str, places: int) -> None:
        super().__init__(f"{where}满分为 {points} 分，超过 {places} 位小数，请改短分数或加大 places。")


class FormulaOutOfPlace(RulesError):
    def __init__(self, where: str, takes: bool) -> None:
        why = "是扣分的算法，不能放在加分项中" if takes else "是得分的算法，不能放在扣分项中"
        super().__init__(f"{where}{why}，请换一种算法或移到别的部分。")


class SharesDoNotSum(RulesError):
    def __init__(self, where: str, found: str) -> None:
        super().__init__(f"{where}各部分的占比合计 {found}，应为 100，请调整。")


class TargetUnclear(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}应写明和什么比：target（数据）与 constant（常数）填且只填一个。")


class AwardUnclear(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}应写明怎么加分：each（每个加几分）与 steps（按规模加分）填且只填一个。")


class BeyondNotUsed(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}按规模逐个加分，不用 beyond，请删去。")


class NotFalling(RulesError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}应由高到低排列且不重复，分数也不升高，请调整顺序。")


class FirstIsNotFull(RulesError):
    def __init__(self, where: str, first: str, points: str) -> None:
        super().__init__(f"{where}最高一档 {first} 分，与该项满分 {points} 分不一致，请改正其中一个。")


# ---- what is assessed -----------------------------------------------------------------------------


class AssessedTwice(RulesError):
    def __init__(self, unit: str) -> None:
        super().__init__(f"单位 {unit} 在考核数据中出现了两次，请合并后再计分。")


class UnknownGroup(RulesError):
    def __init__(self, unit: str, group: str, known: Iterable[str]) -> None:
        super().__init__(f"单位 {unit} 的组别 {group} 不在办法之内，请从 {'、'.join(known)} 中选择。")


class UnknownType(RulesError):
    def __init__(self, unit: str, title: str, word: str, known: Iterable[str]) -> None:
        super().__init__(f"单位 {unit} 的{title}为 {word}，不在办法之内，请从 {'、'.join(known)} 中选择。")


class BelowNought(RulesError):
    def __init__(self, unit: str, title: str, count: str) -> None:
        super().__init__(f"单位 {unit} 的{title}为 {count}，扣分和否决的次数不能为负，请改正。")


class MarkOutOfScale(RulesError):
    def __init__(self, unit: str, rater: str, mark: str, scale: str) -> None:
        super().__init__(f"{rater}给 {unit} 打了 {mark} 分，应在 0 至 {scale} 之间，请改正。")


class RatesItself(RulesError):
    def __init__(self, unit: str) -> None:
        super().__init__(f"单位 {unit} 给自己打了分，互评不含本单位，请删去这一票。")


class RatedTwice(RulesError):
    def __init__(self, unit: str, rater: str) -> None:
        super().__init__(f"{rater}给 {unit} 打了两次分，请只留一次。")
