"""A workbook into a ledger: first a plan that a person can read, then all of it or nothing.

The plan says which lines would be new rows, which would change one and how, and what is wrong with the others.
Nothing is written until it is applied; it is applied only while the ledger still is as the plan saw it.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from luoshi.ledgers import (
    asking,
    audit,
    batches,
    bulk,
    clocks,
    columnar,
    headings,
    history,
    lines,
    marks,
    numbers,
    planning,
    storing,
    workbooks,
    writing,
)
from luoshi.ledgers.access import Act, Actor, Answer, hidden, require
from luoshi.ledgers.columnar import Work
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, PlanChanged, Refused
from luoshi.ledgers.headings import Problem
from luoshi.ledgers.lines import Line
from luoshi.ledgers.models import Row
from luoshi.ledgers.planning import Change, Creation, ImportPlan, Planner
from luoshi.ledgers.rights import Rights
from luoshi.ledgers.selflinks import Finder, NewRow
from luoshi.ledgers.workbooks import Formats, Sheet

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


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did; ``keys`` are those of the new rows."""

    created: int
    changed: int
    unchanged: int
    keys: tuple[int, ...] = ()

    def __str__(self) -> str:
        return planning.counted(self.created, self.changed, self.unchanged)


def plan(ledger: Ledger, data: bytes, filename: str, *, by: Actor) -> ImportPlan:
    """What a file would do. :class:`UnreadableWorkbook` for no table, :class:`Refused` for who may not import here."""
    require(by, Act.IMPORT, ledger)
    if not ledger.editable:
        raise Refused(f"“{ledger.title}”由系统生成，不能导入。")
    sheets = workbooks.read(data, filename)
    found, problems = lines.lines(ledger, sheets, hidden(by, ledger))
    if problems:
        return ImportPlan(ledger, filename, sheets, problems=tuple(problems))
    if columnar.suits(ledger, found):
        return _by_columns(ledger, filename, sheets, found, by)
    return Planner(ledger, by).plan(filename, sheets, found)


def _by_columns(
    ledger: Ledger, filename: str, sheets: tuple[Sheet, ...], found: Sequence[Line], by: Actor
) -> ImportPlan:
    """A plan made column by column; what is doubtful is judged line by line."""
    work = columnar.sorted_out(batches.parsed(ledger, found, Finder(ledger)))
    columnar.doubt(work)
    asking.doubt(work, by)
    problems: tuple[Problem, ...] = ()
    if work.doubts:
        some = [found[place] for place in sorted(work.doubts)[: planning.MOST_PROBLEMS]]
        problems = Planner(ledger, by).plan(filename, sheets, some).problems
        work.leave_out(work.doubts)
    if bool(work.doubts) != bool(problems) or (not problems and not storing.tried(work)):
        return Planner(ledger, by).plan(
            filename, sheets, found
        )  # the doubt has no ground, or a ground not seen here
    return ImportPlan(
        ledger,
        filename,
        sheets,
        columnar.Rows(len(work.new), lambda at: _creation(work, at)),
        columnar.Rows(len(work.differing), lambda at: _change(work, list(work.differing)[at])),
        len(found) - len(work.new) - len(work.differing) if not problems else 0,
        problems,
        work.versions,
        planning.stamp(ledger) if work.nameless else None,
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


def apply(plan: ImportPlan, *, by: Actor, seen: str = "", on: datetime.date | None = None) -> ImportResult:
    """Write a plan, all of it or nothing; ``on`` is the day, on which the clocks of new rows start.

    ``seen`` is the fingerprint of the preview that a person confirmed. :class:`Invalid` for a plan with problems,
    :class:`Refused` for who may not, :class:`PlanChanged` where the ledger is no longer as the plan saw it.
    """
    ledger = plan.ledger
    if plan.problems:
        raise Invalid({"": [plan.summary]})
    if seen and seen != plan.fingerprint:
        raise PlanChanged(ledger.title)
    require(by, Act.IMPORT, ledger)
    try:
        with transaction.atomic():
            audit.begin()
            return _apply(plan, by, on)
    except IntegrityError as clash:
        raise PlanChanged(ledger.title) from clash


def _apply(plan: ImportPlan, by: Actor, on: datetime.date | None) -> ImportResult:
    if plan.work is not None:
        return _write_columns(plan, plan.work, by)
    ledger, rights = plan.ledger, Rights(plan.ledger, by)
    days = clocks.calendar()
    named = {n for c in plan.creates for n, v in c.values.items() if v is not None}
    writing.refuse_unfillable(by, ledger, None, dict.fromkeys(named | planning.names_of(plan.changes)))
    rows = bulk.locked(ledger, [c.key for c in plan.changes])
    _verify(plan, rows)
    new: list[Row] = []
    for creation in plan.creates:
        new.append(_built(ledger, creation, new))
    for creation, row in zip(plan.creates, new, strict=True):
        rights.require_new(row)
        _require_fillable(rights, row, {n for n, v in creation.values.items() if v is not None})
        clocks.start(ledger, row, on, days)
    numbers.give(ledger, new)
    touched, wound = marks.buckets(ledger, rows.values()), set[str]()
    past = {key: history.texts(ledger, row) for key, row in rows.items()}
    for change in plan.changes:
        _require(rights.on(rows[change.key]))
        writing.fill(ledger, rows[change.key], _joined(change.values, new))
        again = clocks.changed(ledger, rows[change.key], change.values, days)
        writing.fill(ledger, rows[change.key], again)
        wound |= set(again)
        _require(rights.on(rows[change.key]))
        _require_fillable(rights, rows[change.key], set(change.values))
    changed = [rows[c.key] for c in plan.changes]
    writing.refuse_fixed([*new, *changed])
    bulk.store(ledger, new, changed, planning.names_of(plan.changes) | wound)
    reason = f"导入文件“{plan.filename}”"
    added = (
        audit.entry(by, "导入新增", ledger, row, audit.difference({}, audit.shown(ledger, row)), reason)
        for row in new
    )
    altered = (audit.entry(by, "导入修改", ledger, rows[c.key], c.shown, reason) for c in plan.changes)
    audit.record_all([*added, *altered])
    history.note(ledger, [(row, past[row.pk]) for row in changed], on=on, by=by)
    marks.add(touched | marks.buckets(ledger, changed) | marks.buckets(ledger, new, fresh=True))
    writing.follow(ledger, [row.pk for row in (*new, *changed)], by)
    return ImportResult(len(new), len(changed), plan.unchanged, tuple(row.pk for row in new))


def _write_columns(plan: ImportPlan, work: Work, by: Actor) -> ImportResult:
    ledger, changed = plan.ledger, [work.keys[place] for place in work.differing]
    work.renew()
    _verify(plan, {})
    asking.require(work, by)
    touched = marks.stored(ledger, changed)
    keys = storing.insert(work)
    if storing.update(work) != len(changed):
        raise PlanChanged(ledger.title)
    reason = f"导入文件“{plan.filename}”"
    storing.trail(work, keys, lambda act, told: audit.entries(by, act, ledger, told, reason))
    marks.add(touched | marks.stored(ledger, changed) | marks.stored(ledger, keys, fresh=True))
    writing.follow(ledger, [*keys, *changed], by)
    return ImportResult(len(keys), len(changed), plan.unchanged, tuple(keys))


def _verify(plan: ImportPlan, rows: Mapping[int, Row]) -> None:
    """Raise :class:`PlanChanged` unless every row the plan saw is as it was, and every new one still new."""
    ledger, manager = plan.ledger, plan.ledger.model._default_manager
    now = {key: row.version for key, row in rows.items()}
    others = [key for key in plan.versions if key not in now]
    for some in bulk.chunks(others):
        now.update(manager.filter(pk__in=some).values_list("pk", "version"))
    if plan.work is not None:
        keys = plan.work.identities
    else:
        keys = {key for c in plan.creates if (key := planning.identity(ledger, c.values))}
    stale = plan.stamp is not None and plan.stamp != planning.stamp(ledger)
    if now != dict(plan.versions) or stale or (keys and bulk.values(ledger, keys, ("pk",))):
        raise PlanChanged(ledger.title)


def _built(ledger: Ledger, creation: Creation, before: Sequence[Row]) -> Row:
    row, state = writing.blank(ledger), ledger.lifecycle.field if ledger.lifecycle else ""
    given = {n: v for n, v in creation.values.items() if v is not None or n != state}
    writing.fill(ledger, row, _joined(given, before))
    writing.settle(ledger, row)
    return row


def _joined(values: Mapping[str, Any], new: Sequence[Row]) -> dict[str, Any]:
    """Values with the new rows themselves where the plan has their places."""
    return {n: new[v.place] if isinstance(v, NewRow) else v for n, v in values.items()}


def _require(answer: Answer) -> None:
    if not answer:
        raise Refused(answer.reason)


def _require_fillable(rights: Rights, row: Row, names: set[str]) -> None:
    """The rights may have changed since the preview."""
    for name in rights.closed(row) & names:
        raise Refused(
            f"您（{rights.by.name}）不能填写“{rights.ledger.title_of(rights.ledger.column(name))}”。"
        )


def problems_workbook(plan: ImportPlan) -> bytes:
    """The file again, with what is wrong beside each line, and a list of all problems on a sheet of its own."""
    out = io.BytesIO()
    book = Workbook(out, {"constant_memory": True, "strings_to_formulas": False})
    formats = Formats(book)
    shown = [sheet for sheet in plan.sheets if not sheet.hidden]
    *names, last = workbooks.sheet_names([*(sheet.name for sheet in shown), "问题清单"])
    for sheet, name in zip(shown, names, strict=True):
        _problem_sheet(book.add_worksheet(name), formats, plan, sheet)
    listed = book.add_worksheet(last)
    listed.set_column(0, 4, 14)
    listed.set_column(5, 5, 80)
    for place, title in enumerate(("工作表", "行号", "列号", "表头", "原值", "问题和改法")):
        listed.write_string(0, place, title, formats.head)
    for number, p in enumerate(plan.problems, 1):
        for place, value in enumerate((p.sheet, p.row or "", p.letter, p.title, p.value, p.sentence)):
            workbooks.put(listed, number, place, value, formats)
    book.close()
    return out.getvalue()


def _problem_sheet(written: Worksheet, formats: Formats, plan: ImportPlan, sheet: Sheet) -> None:
    found: dict[int, list[str]] = {}
    for p in plan.problems:
        if p.sheet == sheet.name and p.row:
            found.setdefault(p.row, []).append(f"{p.title}：{p.sentence}" if p.title else p.sentence)
    head = headings.find(plan.ledger, sheet, frozenset())
    column = max((len(cells) for cells in sheet.rows), default=0)
    written.set_column(0, max(column - 1, 0), 14)
    written.set_column(column, column, 60)
    for number, cells in enumerate(sheet.rows, 1):
        for place, cell in enumerate(cells):
            workbooks.put(written, number - 1, place, cell, formats)
        if head is not None and number == head.row + 1:
            written.write_string(number - 1, column, headings.REMARK, formats.head)
        elif number in found:
            written.write_string(number - 1, column, "\n".join(found[number])[:30_000], formats.wrong)
