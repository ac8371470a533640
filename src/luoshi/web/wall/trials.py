"""A rule tried on past months, as parts of a page: a sentence and its tables a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from luoshi.oversight.trials.trials import MonthTrial, Turned
from luoshi.rules.backtest import ListChange, Listed, RankChange
from luoshi.rules.lights import Light
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Row, Table, lamp
from luoshi.web.parts import Light as Lamp
from luoshi.web.wall.table import name_of

LISTS = {"red": "红榜", "black": "黑榜", "neither": "不在榜"}
TURNS = {"worse": "转差", "better": "转好", "other": "其他变化"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One month: its name, what changes in a sentence, and the tables that are not empty."""

    month: str
    sentence: str
    tables: tuple[Table, ...]


def shown(months: Iterable[MonthTrial]) -> list[Shown]:
    """Every month that was tried."""
    return [
        Shown(formats.month(each.month), f"{basis(each)}，{sentence(each)}", _tables(each)) for each in months
    ]


def basis(month: MonthTrial) -> str:
    """By which facts both rules judged."""
    return f"按《{month.told.title}》印发时的数" if month.told else "按现在的数"


def sentence(month: MonthTrial) -> str:
    """What changes in a month, counted."""
    if month.same:
        return f"{month.targets} 项目标的灯、红黑榜和位次都不变。"
    turns: Counter[str] = Counter(turned.change.turn for turned in month.lights)
    counted = "，".join(f"{word} {turns[turn]} 项" for turn, word in TURNS.items() if turns[turn])
    told = f"（{counted}）" if counted else ""
    lit = f"{month.targets} 项目标中 {turns.total()} 项的灯或升级处理有变化{told}"
    return f"{lit}；红黑榜 {len(month.lists)} 个单位有变化；完成率位次 {len(month.ranks)} 个单位有变化。"


def _tables(month: MonthTrial) -> tuple[Table, ...]:
    found = (_lights(month), _lists(month), _ranks(month))
    return tuple(table for table in found if table.rows)


def _table(name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Table:
    return Table(name=name, columns=tuple(columns), rows=tuple(rows), frozen=0, short=True)


def _lights(month: MonthTrial) -> Table:
    columns = (
        Column("指标", width="wide", data=True),
        Column("责任单位", kind="line", data=True),
        Column("现行", kind="light"),
        Column("试算", kind="light"),
        Column("试算的理由", width="rest"),
    )
    return _table(f"lights-{month.month}", columns, (_turned(each) for each in month.lights))


def _turned(each: Turned) -> Row:
    row = each.before
    return Row(
        (
            Cell(name_of(row), url=reverse("target", args=[row.target.number])),
            Cell(row.unit or "–"),
            Cell(light=_lamp(each.change.before)),
            Cell(light=_lamp(each.change.after)),
            Cell(f"{each.change.after.reason}。{_step(each.change.after)}"),
        ),
        key=row.target.number,
    )


def _lamp(light: Light) -> Lamp:
    return lamp(light.colour, light.word)


def _step(light: Light) -> str:
    return f"升级处理：{light.raised.reason}。" if light.raised else ""


def _lists(month: MonthTrial) -> Table:
    columns = (
        Column("单位", kind="line", data=True),
        Column("现行红黑榜", width="medium"),
        Column("试算", width="medium"),
        Column("试算的理由", width="rest"),
    )
    return _table(f"lists-{month.month}", columns, (_listed(each) for each in month.lists))


def _listed(each: ListChange) -> Row:
    return Row(
        (Cell(each.unit), Cell(_place(each.before)), Cell(_place(each.after)), Cell(f"{each.after.reason}。"))
    )


def _place(listed: Listed) -> str:
    return f"{LISTS[listed.on]}第 {listed.rank} 名" if listed.rank else LISTS[listed.on]


def _ranks(month: MonthTrial) -> Table:
    columns = (
        Column("单位", kind="line", data=True),
        Column("现行位次", kind="number"),
        Column("试算位次", kind="number"),
    )
    return _table(f"ranks-{month.month}", columns, (_ranked(each) for each in month.ranks))


def _ranked(each: RankChange) -> Row:
    return Row((Cell(each.unit), Cell(str(each.before or "–")), Cell(str(each.after or "–"))))
