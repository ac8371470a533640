"""What an import would do, as tables: problems first, then what changes, then what is new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from luoshi.ledgers.importing import Change, Creation, ImportPlan, Problem
from luoshi.web.parts import Cell, Column, Row, Table

SHOWN = 200  # lines of each kind that a page shows


def tables(plan: ImportPlan) -> dict[str, Any]:
    """The tables of a preview and how many lines each leaves out."""
    return {
        "problems": problems(plan.problems[:SHOWN]) if plan.problems else None,
        "changes": changes(plan.changes[:SHOWN]) if plan.changes else None,
        "creates": creates(plan.creates[:SHOWN]) if plan.creates else None,
        "left_out": {
            name: max(0, len(found) - SHOWN)
            for name, found in (
                ("problems", plan.problems),
                ("changes", plan.changes),
                ("creates", plan.creates),
            )
        },
    }


def problems(found: Sequence[Problem]) -> Table:
    """What is wrong, by sheet, row and column."""
    return Table(
        name="import-problems",
        caption="问题",
        columns=(
            Column("工作表", data=True),
            Column("行", kind="number", width="narrow"),
            Column("列", width="narrow"),
            Column("表头", width="medium"),
            Column("原值", data=True),
            Column("问题和改法", width="wide"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(p.sheet),
                    Cell(str(p.row or "")),
                    Cell(p.letter),
                    Cell(p.title),
                    Cell(p.value),
                    Cell(p.sentence),
                )
            )
            for p in found
        ),
        frozen=2,
        short=True,
    )


def changes(found: Sequence[Change]) -> Table:
    """Each column that changes, with what stands there now and what would."""
    return Table(
        name="import-changes",
        caption="修改",
        columns=(
            Column("行", kind="number", width="narrow"),
            Column("名称", width="medium", data=True),
            Column("列"),
            Column("现在"),
            Column("改为"),
        ),
        rows=tuple(
            Row((Cell(str(c.row)), Cell(c.label), Cell(title), Cell(before or "–"), Cell(after or "–")))
            for c in found
            for title, (before, after) in c.shown.items()
        ),
        frozen=2,
        short=True,
    )


def creates(found: Sequence[Creation]) -> Table:
    """The new rows with the columns of the file."""
    titles = list(dict.fromkeys(title for c in found for title in c.shown))
    return Table(
        name="import-creates",
        caption="新增",
        columns=(
            Column("行", kind="number", width="narrow"),
            Column("名称", width="medium", data=True),
            *(Column(title) for title in titles),
        ),
        rows=tuple(
            Row((Cell(str(c.row)), Cell(c.label), *(Cell(c.shown.get(title) or "–") for title in titles)))
            for c in found
        ),
        frozen=2,
        short=True,
    )
