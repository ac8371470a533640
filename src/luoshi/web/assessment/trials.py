"""A scheme tried on assessments, as parts of a page: a sentence and a table of who would have other points or another rank."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from luoshi.oversight.trials.scores import ScoreTrial
from luoshi.rules.backtest import LineChange, ScoreChange
from luoshi.rules.scoring.results import UnitScore
from luoshi.rules.scoring.words import shown as number
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Row, Table
from luoshi.web.wall.trials import Shown

COLUMNS = (
    Column("考核对象", kind="line"),
    Column("现行得分", kind="number"),
    Column("试算得分", kind="number"),
    Column("增减", kind="number"),
    Column("现行位次", kind="number"),
    Column("试算位次", kind="number"),
    Column("得分有变化的指标", width="rest"),
)


def shown(found: Iterable[ScoreTrial]) -> list[Shown]:
    """Every assessment and month that was tried."""
    return [
        Shown(f"{each.assessment.name}（至{formats.month(each.month)}）", sentence(each), _tables(each))
        for each in found
    ]


def sentence(trial: ScoreTrial) -> str:
    """What changes, counted, and what the figures are."""
    base = "按冻结时的数" if trial.kept else "按现在的数"
    lacking = f"；缺少{'、'.join(trial.unknown)}的来源，按没有数据计" if trial.unknown else ""
    if not trial.changes:
        return f"{base}，{trial.subjects} 个考核对象的得分和位次都不变{lacking}。"
    points = sum(bool(each.points) for each in trial.changes)
    ranks = sum(_rank(each.before) != _rank(each.after) for each in trial.changes)
    return f"{base}，{trial.subjects} 个考核对象中 {points} 个得分有变化，{ranks} 个位次有变化{lacking}。"


def _tables(trial: ScoreTrial) -> tuple[Table, ...]:
    if not trial.changes:
        return ()
    name = f"scores-{trial.assessment.pk}-{trial.month}"
    return (Table(name=name, columns=COLUMNS, rows=tuple(map(_row, trial.changes)), frozen=0, short=True),)


def _row(each: ScoreChange) -> Row:
    return Row(
        (
            Cell(each.unit),
            Cell(number(each.before.total) if each.before else "–"),
            Cell(number(each.after.total) if each.after else "–"),
            Cell(_signed(each.points)),
            Cell(str(_rank(each.before) or "–")),
            Cell(str(_rank(each.after) or "–")),
            Cell("；".join(map(_line, each.lines)) or "–"),
        ),
        key=each.unit,
    )


def _line(each: LineChange) -> str:
    before, after = (number(value) if value is not None else "无此项" for value in (each.before, each.after))
    return f"{each.title} {before} → {after}"


def _signed(points: Decimal) -> str:
    return f"+{number(points)}" if points > 0 else number(points)


def _rank(score: UnitScore | None) -> int | None:
    return score.rank if score else None
