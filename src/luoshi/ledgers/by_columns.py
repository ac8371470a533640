"""A plan made column by column; what is doubtful in a file is judged line by line."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.ledgers import asking, batches, columnar, planning, storing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.columnar import Work
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.headings import Problem
from luoshi.ledgers.lines import Line
from luoshi.ledgers.planning import Change, Creation, ImportPlan, Planner
from luoshi.ledgers.selflinks import Finder
from luoshi.ledgers.workbooks import Sheet


def plan(
    ledger: Ledger, filename: str, sheets: tuple[Sheet, ...], found: Sequence[Line], by: Actor
) -> ImportPlan:
    """What lines would do that can be planned so (``columnar.suits``)."""
    work = columnar.sorted_out(batches.parsed(ledger, found, Finder(ledger)))
    columnar.doubt(work)
    asking.doubt(work, by)
    problems: tuple[Problem, ...] = ()
    if work.doubts:
        some = [found[place] for place in sorted(work.doubts)[: planning.MOST_PROBLEMS]]
        problems = Planner(ledger, by).plan(filename, sheets, some).problems
        work.leave_out(work.doubts)
    if bool(work.doubts) != bool(problems) or (not problems and not storing.tried(work)):
        # the doubt has no ground, or a ground not seen here
        return Planner(ledger, by).plan(filename, sheets, found)
    left = len(found) - len(work.new) - len(work.differing) if not problems else 0
    return of(work, filename, sheets, left, problems, planning.stamp(ledger) if work.nameless else None)


def of(
    work: Work,
    filename: str,
    sheets: tuple[Sheet, ...],
    unchanged: int,
    problems: tuple[Problem, ...],
    stamp: planning.Stamp | None,
) -> ImportPlan:
    """The plan of a work; its lines are worded when they are looked at."""
    return ImportPlan(
        work.ledger,
        filename,
        sheets,
        columnar.Rows(len(work.new), lambda at: _creation(work, at)),
        columnar.Rows(len(work.differing), lambda at: _change(work, list(work.differing)[at])),
        unchanged,
        problems,
        work.versions,
        stamp,
        work,
    )


def _creation(work: Work, at: int) -> Creation:
    line, names = work.batch.lines[work.new[at]], work.batch.names
    values = {name: work.batch.values[name][work.new[at]] for name in names}
    label = next(columnar.labels(work, [at])) or columnar.UNNUMBERED
    return Creation(line.sheet, line.number, label, columnar.shown(work, work.new[at]), values)


def _change(work: Work, place: int) -> Change:
    line, key = work.batch.lines[place], work.keys[place]
    values = {name: work.batch.values[name][place] for name in work.differing[place]}
    label, shown = columnar.label_held(work, place), columnar.difference(work, place)
    return Change(line.sheet, line.number, key, label, work.versions[key], shown, values)
