"""The tables of a report, by the name that a template calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from luoshi.reports.document import Table, TableColumn
from luoshi.reports.facts import BoardFact, MonthFacts
from luoshi.reports.figures import Item
from luoshi.reports.numbers import per_cent, points, written
from luoshi.reports.vocabulary import Vocabulary

SOURCES: Final = {"measured": "台账计量", "reported": "单位填报", "none": "暂无"}
EMPTY: Final = "–"


def made(name: str, facts: MonthFacts, known: Vocabulary) -> Table:
    """The table of that name for a month."""
    return replace(_MAKERS[name](facts, known), whole=facts.keyed)


def _targets(facts: MonthFacts, known: Vocabulary) -> Table:
    columns = (
        TableColumn("序号", 12, numeric=True),
        TableColumn("指标", 40),
        TableColumn("责任单位", 27),
        TableColumn("计量单位", 21),
        TableColumn("全年目标", 20, numeric=True),
        TableColumn("本月", 18, numeric=True),
        TableColumn("累计", 20, numeric=True),
        TableColumn("完成率", 20, numeric=True),
        TableColumn("时序进度", 21, numeric=True),
        TableColumn("与时序差", 20, numeric=True),
        TableColumn("灯", 22),
        TableColumn("数据来源", 20),
    )
    rows = tuple(
        (
            str(at), t.name, t.unit, t.measure_unit, written(t.value), written(t.month_actual), written(t.actual),
            per_cent(t.completion), per_cent(t.planned_share), points(t.gap), t.light, SOURCES.get(t.source, t.source),
        )
        for at, t in enumerate(facts.targets, 1)
    )  # fmt: skip
    return Table("", columns, rows, "与时序差的单位：百分点", tuple(f"t:{t.number}" for t in facts.targets))


def _board(caption: str, entries: Sequence[BoardFact]) -> Table:
    columns = (TableColumn("位次", 10, numeric=True), TableColumn("单位", 40), TableColumn("理由", 130))
    rows = tuple((str(e.rank), e.unit, e.reason) for e in entries)
    keys = tuple(f"b:{e.unit}" for e in entries)
    return Table(caption, columns, rows or ((EMPTY, "本月无", EMPTY),), keys=keys)


def _of_items(
    caption: str, items: Sequence[Item], columns: Mapping[str, TableColumn], note: str = ""
) -> Table:
    """A table of things: one figure a column."""
    rows = tuple(tuple(item.figures[name].text for name in columns) for item in items)
    keys = tuple(next((f.key for f in item.figures.values() if f.key), "") for item in items)
    none = (("本月无", *(EMPTY for _ in range(len(columns) - 1))),)
    return Table(caption, tuple(columns.values()), rows or none, note, keys)


_NAME, _UNIT = TableColumn("指标", 50), TableColumn("责任单位", 34)
_DONE, _LAST = TableColumn("完成率", 22, numeric=True), TableColumn("上月完成率", 26, numeric=True)


def _exceptions(facts: MonthFacts, known: Vocabulary) -> Table:
    columns = {
        "指标": TableColumn("指标", 44), "单位": TableColumn("责任单位", 29),
        "灯色": TableColumn("本月灯", 22), "上月灯": TableColumn("上月灯", 22),
        "连续月数": TableColumn("连续月数", 27, numeric=True), "累计": TableColumn("累计", 26, numeric=True),
        "目标": TableColumn("全年目标", 27, numeric=True), "完成率": _DONE,
    }  # fmt: skip
    return _of_items("", known.groups["例外"], columns)


def _changes(facts: MonthFacts, known: Vocabulary) -> Table:
    columns = {
        "指标": _NAME, "单位": _UNIT, "上月灯": TableColumn("上月灯", 18), "灯色": TableColumn("本月灯", 18),
        "上月完成率": _LAST, "完成率": _DONE,
    }  # fmt: skip
    return _of_items("", (*known.groups["转差"], *known.groups["转好"]), columns)


def _growth(facts: MonthFacts, known: Vocabulary) -> Table:
    columns = {
        "指标": _NAME, "单位": _UNIT, "累计": TableColumn("累计", 30, numeric=True),
        "上年同期": TableColumn("上年同期", 30, numeric=True), "同比变化": TableColumn("同比", 30, numeric=True),
        "本期": TableColumn("本期", 28, numeric=True), "环比变化": TableColumn("环比", 30, numeric=True),
    }  # fmt: skip
    return _of_items("", known.groups["目标"], columns, "百分数相比用个百分点")


def _places(facts: MonthFacts, known: Vocabulary) -> Table:
    columns = {
        "位次": TableColumn("位次", 14, numeric=True), "单位": TableColumn("单位", 44),
        "平均完成率": TableColumn("平均完成率", 26, numeric=True), "绿灯": TableColumn("绿灯", 16, numeric=True),
        "黄灯": TableColumn("黄灯", 16, numeric=True), "红灯": TableColumn("红灯", 16, numeric=True),
        "上月位次": TableColumn("上月位次", 22, numeric=True),
    }  # fmt: skip
    return _of_items("", known.groups["位次"], columns)


def _agenda(facts: MonthFacts, known: Vocabulary) -> Table:
    columns = {
        "类别": TableColumn("类别", 24), "议题": TableColumn("议题", 50), "单位": _UNIT,
        "理由": TableColumn("列入理由", 70), "各方": TableColumn("依据", 60),
    }  # fmt: skip
    return _of_items("本轮议题", known.groups["议题"], columns)


def _decisions(facts: MonthFacts, known: Vocabulary) -> Table:
    columns = {
        "编号": TableColumn("编号", 30), "决定": TableColumn("决定事项", 70), "单位": TableColumn("牵头单位", 34),
        "轮次": TableColumn("哪一轮决定", 40), "期限": TableColumn("期限", 28), "办理": TableColumn("办理情况", 24),
    }  # fmt: skip
    return _of_items("以前轮次的决定", known.groups["以前决定"], columns)


def _corrections(facts: MonthFacts, known: Vocabulary) -> Table:
    columns = {
        "事项": TableColumn("更正事项", 60), "变化": TableColumn("由何值改为何值", 70), "依据": TableColumn("依据", 70),
    }  # fmt: skip
    return _of_items("", known.groups["更正"], columns)


_MAKERS: Final[Mapping[str, Callable[[MonthFacts, Vocabulary], Table]]] = {
    "目标完成情况": _targets,
    "红榜": lambda facts, known: _board("红榜", facts.red),
    "黑榜": lambda facts, known: _board("黑榜", facts.black),
    "例外": _exceptions,
    "比上月变化": _changes,
    "同比环比": _growth,
    "单位位次": _places,
    "议题": _agenda,
    "以前决定": _decisions,
    "更正": _corrections,
}
NAMES: Final = tuple(_MAKERS)
