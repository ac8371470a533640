"""A workbook into a ledger: first a plan that a person can read, then all of it or nothing.

The plan says which lines would be new rows, which would change one and how, and what is wrong with the others.
Nothing is written until it is applied (``applying``).
"""

from __future__ import annotations

from collections.abc import Callable

from luoshi.ledgers import by_columns, columnar, lines, mappings, workbooks
from luoshi.ledgers.access import Act, Actor, hidden, require
from luoshi.ledgers.applying import ImportResult, apply
from luoshi.ledgers.complaints import problems_workbook
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.headings import Problem
from luoshi.ledgers.planning import Change, Creation, ImportPlan, Planner

__all__ = [
    "Change",
    "Creation",
    "ImportPlan",
    "ImportResult",
    "Problem",
    "apply",
    "plan",
    "problems_workbook",
]


Tell = Callable[[int, str], None]


def nobody(share: int, stage: str) -> None:
    """Who is told how far a work is, where nobody waits."""


def plan(ledger: Ledger, data: bytes, filename: str, *, by: Actor, tell: Tell = nobody) -> ImportPlan:
    """What a file would do. :class:`UnreadableWorkbook` for no table, :class:`Refused` for who may not import here.

    ``tell`` hears how far it is: a share of a hundred, and what is being done.
    """
    require(by, Act.IMPORT, ledger)
    if not ledger.editable:
        raise Refused(f"“{ledger.title}”由系统生成，不能导入。")
    tell(5, "正在读取文件")
    sheets = workbooks.read(data, filename)
    found, problems = lines.lines(ledger, sheets, hidden(by, ledger), mappings.of(ledger))
    if problems:
        return ImportPlan(ledger, filename, sheets, problems=tuple(problems), misread=True)
    tell(50, f"正在核对 {len(found):,} 行")
    if columnar.suits(ledger, found):
        return by_columns.plan(ledger, filename, sheets, found, by)
    return Planner(ledger, by).plan(filename, sheets, found)
