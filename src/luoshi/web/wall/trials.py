"""A rule tried on past months, as parts of a page: a sentence and its tables a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from luoshi.oversight.rules import feeding
from luoshi.oversight.trials import others, projects
from luoshi.oversight.trials.trials import MonthTrial, Turned
from luoshi.rules.backtest import ListChange, Listed, RankChange
from luoshi.rules.lights import Light
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Row, Table, lamp
from luoshi.web.parts import Light as Lamp
from luoshi.web.wall.table import name_of

LISTS = {"red": "红榜", "black": "黑榜", "neither": "不在榜"}
NOW = "按现在的数"
OTHERS = {feeding.START: "个项目的开工", feeding.TASK: "项任务", feeding.UNIT: "个单位"}
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


def shown_projects(months: Iterable[projects.MonthTrial]) -> list[Shown]:
    """Every month in which a rule for projects was tried."""
    return [
        Shown(
            formats.month(each.month),
            f"{NOW}，{projects_sentence(each)}",
            (_projects(each),) if each.lights else (),
        )
        for each in months
    ]


def shown_others(months: Iterable[others.MonthTrial]) -> list[Shown]:
    """Every month in which a rule for tasks, units or starts of projects was tried."""
    return [
        Shown(
            formats.month(each.month),
            f"{NOW}，{others_sentence(each)}",
            (_others(each),) if each.lights else (),
        )
        for each in months
    ]


def basis(month: MonthTrial) -> str:
    """By which facts both rules judged."""
    return f"按《{month.told.title}》印发时的数" if month.told else NOW


def sentence(month: MonthTrial) -> str:
    """What changes in a month, counted."""
    if month.same:
        return f"{month.targets} 项目标的灯、红黑榜和位次都不变。"
    told = _counted(turned.change.turn for turned in month.lights)
    lit = f"{month.targets} 项目标中 {len(month.lights)} 项的灯或升级处理有变化{told}"
    return f"{lit}；红黑榜 {len(month.lists)} 个单位有变化；完成率位次 {len(month.ranks)} 个单位有变化。"


def projects_sentence(month: projects.MonthTrial) -> str:
    """What changes for the projects under way in a month, counted."""
    if not month.lights:
        return f"{month.projects} 个在建项目的灯都不变。"
    told = _counted(turned.turn for turned in month.lights)
    return f"{month.projects} 个在建项目中 {len(month.lights)} 个的灯有变化{told}。"


def others_sentence(month: others.MonthTrial) -> str:
    """What changes for tasks, units or starts of projects in a month, counted."""
    what = OTHERS[month.subject]
    if not month.lights:
        return f"{month.count} {what}的灯都不变。"
    if all(turned.change is None for turned in month.lights):
        return f"{month.count} {what}原来没有亮灯规则，试算的灯列在下面。"
    told = _counted(turned.change.turn for turned in month.lights if turned.change)
    return f"{month.count} {what}中 {len(month.lights)} 个的灯有变化{told}。"


def _counted(found: Iterable[str]) -> str:
    turns = Counter(found)
    counted = "，".join(f"{word} {turns[turn]} 项" for turn, word in TURNS.items() if turns[turn])
    return f"（{counted}）" if counted else ""


def _tables(month: MonthTrial) -> tuple[Table, ...]:
    found = (_lights(month), _lists(month), _ranks(month))
    return tuple(table for table in found if table.rows)


def _table(name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Table:
    return Table(name=name, columns=tuple(columns), rows=tuple(rows), frozen=0, short=True)


def _light_columns(title: str) -> tuple[Column, ...]:
    return (
        Column(title, width="wide", data=True),
        Column("责任单位", kind="line", data=True),
        Column("现行", kind="light"),
        Column("试算", kind="light"),
        Column("试算的理由", width="rest"),
    )


def _lights(month: MonthTrial) -> Table:
    rows = (_turned(each) for each in month.lights)
    return _table(f"lights-{month.month}", _light_columns("指标"), rows)


def _projects(month: projects.MonthTrial) -> Table:
    rows = (_turned_project(each) for each in month.lights)
    return _table(f"projects-{month.month}", _light_columns("项目"), rows)


def _turned_project(each: projects.Turned) -> Row:
    project = each.before.project
    return Row(
        (
            Cell(project.name, url=reverse("project_schedule", args=[project.pk])),
            Cell(str(project.unit)),
            Cell(light=lamp(each.before.colour)),
            Cell(light=lamp(each.after.colour)),
            Cell(f"{each.after.why}。"),
        ),
        key=project.number,
    )


def _others(month: others.MonthTrial) -> Table:
    title = {feeding.START: "项目", feeding.TASK: "任务", feeding.UNIT: "单位"}[month.subject]
    rows = (_turned_other(each, month.subject) for each in month.lights)
    return _table(f"lights-{month.month}", _light_columns(title), rows)


def _turned_other(each: others.Turned, subject: str) -> Row:
    after = each.after
    return Row(
        (
            Cell(after.name, url=_page(after, subject)),
            Cell(after.unit or "–", ours=not after.unit),
            Cell(light=_lamp(each.before.light)) if each.before else Cell("–"),
            Cell(light=_lamp(after.light)),
            Cell(f"{after.reason}。"),
        ),
        key=str(after.row),
    )


def _page(lit: others.Lit, subject: str) -> str:
    if subject == feeding.START:
        return reverse("project_schedule", args=[lit.row])
    ledger = "plans-tasks" if subject == feeding.TASK else "directory-units"
    return reverse("ledger_row", args=[ledger, lit.row])


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
