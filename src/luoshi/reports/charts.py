"""The charts of a report, by the name that a template calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from luoshi.reports.document import Bar, Chart, Table, TableColumn
from luoshi.reports.facts import MonthFacts
from luoshi.reports.numbers import per_cent
from luoshi.reports.vocabulary import Vocabulary

MOST: Final = 12  # bars that can still be read on a page


def made(name: str, facts: MonthFacts, known: Vocabulary) -> Chart:
    """The chart of that name for a month."""
    return _MAKERS[name](facts, known)


def _targets(facts: MonthFacts, known: Vocabulary) -> Chart:
    """The targets that are furthest behind their plan, with what was planned."""
    lit = [t for t in facts.targets if t.completion is not None and t.gap is not None]
    worst = sorted(lit, key=lambda t: (t.gap or 0, t.number))[:MOST]
    bars = tuple(
        Bar(t.name, t.completion, t.planned_share, per_cent(t.completion), f"t:{t.number}") for t in worst
    )
    return Chart("完成率与时序进度", "%", "完成率", "时序进度", bars)


def _units(facts: MonthFacts, known: Vocabulary) -> Chart:
    bars = tuple(
        Bar(each.unit, each.completion, None, per_cent(each.completion), f"p:{each.unit}")
        for each in facts.places[:MOST]
        if each.completion is not None
    )
    return Chart("各单位平均完成率", "%", "平均完成率", "", bars)


_MAKERS: Final[Mapping[str, Callable[[MonthFacts, Vocabulary], Chart]]] = {
    "完成率与时序": _targets,
    "单位平均完成率": _units,
}
NAMES: Final = tuple(_MAKERS)


def as_table(chart: Chart) -> Table:
    """The same figures as a table."""
    name, value = TableColumn("名称", 60), TableColumn(chart.value, 24, numeric=True)
    planned = TableColumn(chart.planned, 24, numeric=True)
    rows = tuple(
        (bar.label, bar.shown, *((per_cent(bar.planned),) if chart.planned else ())) for bar in chart.bars
    )
    columns = (name, value, planned) if chart.planned else (name, value)
    return Table(chart.caption, columns, rows, keys=tuple(bar.key for bar in chart.bars))
