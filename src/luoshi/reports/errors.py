"""What can be wrong with a template: one class a situation, a Chinese sentence that names the place inside."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.rules.errors import RulesError


class TemplateError(RulesError):
    """Base of what a template refuses."""


class TypedFigure(TemplateError):
    """A number in the wording: numbers come from the data alone."""

    def __init__(self, where: str, found: str) -> None:
        super().__init__(
            f"{where}里写了数“{found}”。数只能由数据填入，请改用【】引用，如【红灯.数】；"
            "日期、文号、附件号和条目编号可以直接写。"
        )


class UnknownPlaceholder(TemplateError):
    """A placeholder for which there is no figure, with those that there are."""

    def __init__(self, where: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"{where}里的【{name}】没有对应的数据。可以用的有：{'、'.join(known)}。")


class OpenBracket(TemplateError):
    """A bracket without its partner."""

    def __init__(self, where: str, bracket: str, near: str) -> None:
        super().__init__(f"{where}里的“{bracket}”没有配对，在“{near}”附近，请补上或删去。")


class NoCondition(TemplateError):
    """Braces without a question mark after the condition."""

    def __init__(self, where: str, near: str) -> None:
        super().__init__(f"{where}里的“｛{near}”缺少“？”，请写成｛条件？成立时的话｜不成立时的话｝。")


class BadCondition(TemplateError):
    """A condition that cannot be read."""

    def __init__(self, where: str, text: str) -> None:
        super().__init__(
            f"{where}里的条件“{text}”读不懂，请写成“红灯.数 > 0”的样子；几个条件之间用“且”连接。"
        )


class UnknownGroup(TemplateError):
    """A list of something that there is not."""

    def __init__(self, where: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"{where}列的是“{name}”，没有这一组。可以列的有：{'、'.join(known)}。")


class UnknownTable(TemplateError):
    """A table or chart that there is not."""

    def __init__(self, where: str, what: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"{where}用到的{what}“{name}”没有。可以用的有：{'、'.join(known)}。")


class NameTaken(TemplateError):
    """A list or phrase that is called like something else."""

    def __init__(self, where: str, name: str) -> None:
        super().__init__(f"{where}的名称“{name}”已经用过，或与数据同名，请换一个名称。")


class BadMark(TemplateError):
    """Letters for codes that nobody could type."""

    def __init__(self, text: str) -> None:
        super().__init__(f"编号字头“{text}”应是两到四个大写字母，如 TB。")


class BadLine(TemplateError):
    """A line of a template's text that is neither heading nor paragraph nor table."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"正文第 {line} 行“{text}”写法不对：{WAYS}")


class NothingSaid(TemplateError):
    """A template without any text."""

    def __init__(self) -> None:
        super().__init__(f"正文是空的，请至少写一行：{WAYS}")


WAYS = "标题行以 # 开头（二级标题以 ## 开头），表写成〖表：目标完成情况〗，图写成〖图：单位平均完成率〗，其余每行是一段话。"
