"""A workbook into a ledger: first a plan that a person can read, then all of it or nothing.

The plan says which lines would be new rows, which would change one and how, and what is wrong with the others.
Nothing is written until it is applied (``applying``).
"""

from __future__ import annotations

from collections.abc import Callable

from luoshi.ledgers import (
    asking,
    batches,
    bodies,
    columnar,
    joining,
    lines,
    mappings,
    planning,
    storing,
    workbooks,
)
from luoshi.ledgers.access import Act, Actor, hidden, require
from luoshi.ledgers.applying import ImportResult, apply
from luoshi.ledgers.complaints import problems_workbook
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.headings import Problem
from luoshi.ledgers.judging import Judge
from luoshi.ledgers.planning import Change, Creation, ImportPlan
from luoshi.ledgers.selflinks import Finder
from luoshi.ledgers.works import Work

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
UNFIT = "这个文件与台账里已有的行合不到一起，请核对后重新上传。"
UNREADABLE = "这一行没有读懂，请核对各格的写法后重新上传。"


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
    work = columnar.sorted_out(batches.parsed(ledger, found, Finder(ledger)))
    wrong = tuple(_problems(work, by))
    work.leave_out(work.doubts if wrong else set())
    left = 0 if wrong else len(found) - len(work.new) - len(work.differing)
    return planning.of(work, filename, sheets, left, wrong, planning.stamp(ledger) if work.nameless else None)


def _problems(work: Work, by: Actor) -> list[Problem]:
    """What is wrong with the lines: those about which there is a doubt are judged, each by itself."""
    unreadable = set(work.doubts)
    for doubted in (columnar, bodies, joining):
        doubted.doubt(work)
    asking.doubt(work, by)
    doubts = sorted(work.doubts)
    if doubts and joining.names(work.batch):  # they may hang together
        doubts = list(range(len(work.batch)))
    judge, found = Judge(work.ledger, by), list[Problem]()
    for most in dict.fromkeys((min(len(doubts), planning.MOST_PROBLEMS), len(doubts))):
        found = found or judge.problems_of([work.batch.lines[place] for place in doubts[:most]])
    if found and not judge.tried:
        return found
    work.leave_out(work.doubts if found else unreadable)
    if not storing.tried(work):  # which the database says of all lines together
        found = judge.problems_of(work.batch.lines) or [Problem("", 0, "", "", "", UNFIT)]
    return found or [work.batch.lines[place].problem(UNREADABLE) for place in sorted(unreadable)]
