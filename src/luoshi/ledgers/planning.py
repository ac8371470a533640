"""What a file would do to a ledger: its lines matched with the ledger's rows, asked about and tried out."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Field, Max

from luoshi.ledgers import audit, bulk, headings, known, lines, numbers, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.columnar import Work
from luoshi.ledgers.columns import as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.headings import Problem
from luoshi.ledgers.lines import Line
from luoshi.ledgers.models import Row
from luoshi.ledgers.rights import Rights
from luoshi.ledgers.selflinks import Finder, NewRow, Parsed, circles, ordered
from luoshi.ledgers.workbooks import Sheet

MOST_PROBLEMS = 2_000
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Creation:
    """A line that becomes a new row: its stored values, and what they show by title."""

    sheet: str
    row: int
    label: str
    shown: dict[str, str]
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A line that changes a row: the columns that differ, by title before and after, and the values to store."""

    sheet: str
    row: int
    key: int
    label: str
    version: int
    shown: dict[str, tuple[str, str]]
    values: dict[str, Any]


@dataclass(frozen=True)
class ImportPlan:
    """What a file would do to a ledger, and every reason why it may not."""

    ledger: Ledger
    filename: str
    sheets: tuple[Sheet, ...] = field(repr=False)
    creates: Sequence[Creation] = ()
    changes: Sequence[Change] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    versions: Mapping[int, int] = field(default_factory=dict, repr=False)
    stamp: Stamp | None = field(default=None, repr=False)
    work: Work | None = field(default=None, repr=False, compare=False)
    misread: bool = False  # what is wrong is a head: which column is which

    @property
    def ready(self) -> bool:
        """Whether there is something to write and nothing against it."""
        return not self.problems and bool(self.creates or self.changes)

    @property
    def fingerprint(self) -> str:
        """The same for two plans that would do the same; kept beside the file between preview and confirmation."""
        digest = hashlib.sha256(self.ledger.name.encode())
        for problem in self.problems:
            digest.update(str(problem).encode())
        if self.work is not None:
            digest.update(self.work.print.encode())
            return digest.hexdigest()
        for new in self.creates:
            digest.update(repr((new.sheet, new.row, new.shown)).encode())
        for old in self.changes:
            digest.update(repr((old.sheet, old.row, old.key, old.version, old.shown)).encode())
        return digest.hexdigest()

    @property
    def summary(self) -> str:
        """The plan in one sentence."""
        counts = counted(len(self.creates), len(self.changes), self.unchanged)
        if self.problems:
            more = "以上" if len(self.problems) >= MOST_PROBLEMS else ""
            return f"发现 {len(self.problems)} 处{more}问题，没有写入任何一行；请按说明改正后重新上传。"
        return counts


def counted(created: int, changed: int, unchanged: int) -> str:
    return f"新增 {created:,} 行，修改 {changed:,} 行，未变 {unchanged:,} 行。"


class Planner:
    """Plans one file: reads it, finds the rows it speaks of, and asks what may be written."""

    def __init__(self, ledger: Ledger, by: Actor) -> None:
        self.ledger, self.by = ledger, by
        self.finder = Finder(ledger)
        self.rights = Rights(ledger, by)
        self.problems: list[Problem] = []
        self.whole: set[str] = set()  # sheets that have all columns of a new row
        self.fields = {c.name: ledger.field(c) for c in ledger.columns if not c.derived}
        self.compared: list[str] = []
        self.state = ledger.lifecycle.field if ledger.lifecycle else ""

    def plan(self, filename: str, sheets: tuple[Sheet, ...], found: Sequence[Line]) -> ImportPlan:
        parsed, astray = ordered(self.ledger, self.singles([p for line in found if (p := self.parse(line))]))
        self.problems += astray
        stored = bulk.existing(self.ledger, {k for p in parsed if (k := self.key(p))}) if parsed else {}
        same = self.twins(parsed)
        creates: list[tuple[Parsed, Row]] = []
        changes: list[tuple[Parsed, Row, Change]] = []
        versions: dict[int, int] = {}
        for p in parsed:
            if not self.joined(p):
                continue
            key = self.key(p)
            if key is None and self.is_twin(p, same):
                continue
            row = stored.get(key) if key else None
            if row is None:
                p.row = self.new(p)
                creates += [(p, new) for new in [p.row] if new]
                continue
            p.row, versions[row.pk] = row, row.version
            if differing := self.differing(p, row):
                changes += [(p, row, change) for change in [self.change(p, row, differing)] if change]
        self.refuse_circles(creates, changes)
        if not self.problems:
            self.try_out(creates, changes)
        places = {id(row): place for place, (_, row) in enumerate(creates)}
        return ImportPlan(
            self.ledger,
            filename,
            sheets,
            tuple(self.creation(p, row, places) for p, row in creates),
            tuple(replace(c, values=_placed(c.values, places)) for _, _, c in changes),
            len(found) - len(creates) - len(changes) if not self.problems else 0,
            tuple(self.problems[:MOST_PROBLEMS]),
            versions,
            stamp(self.ledger) if any(self.key(p) is None for p, _ in creates) else None,
        )

    def parse(self, line: Line) -> Parsed | None:
        """The line's values, None where a cell is wrong."""
        if len(self.problems) >= MOST_PROBLEMS:
            return None
        values, problems = lines.parse(self.ledger, line, self.finder)
        problems += lines.empties(self.ledger, line, values)
        self.problems += problems
        return None if problems else Parsed(line, values)

    def joined(self, parsed: Parsed) -> bool:
        """Let a line lead to the rows of the lines it named; False where one of them came to nothing."""
        for name, target in parsed.targets.items():
            if target.row is None:
                return False
            parsed.values[name] = target.row
        return True

    def key(self, parsed: Parsed) -> bulk.Key | None:
        """The line's identity; None where the ledger is to give the number that makes it one."""
        return identity(self.ledger, parsed.values)

    def singles(self, parsed: list[Parsed]) -> list[Parsed]:
        """The lines whose identity no earlier line has."""
        seen: dict[bulk.Key, Line] = {}
        kept: list[Parsed] = []
        for p in parsed:
            key = self.key(p)
            if key is None or (first := seen.setdefault(key, p.line)) is p.line:
                kept.append(p)
                continue
            place = (
                f"第 {first.number} 行"
                if first.sheet == p.line.sheet
                else f"“{first.sheet}”表第 {first.number} 行"
            )
            said = " ".join(self.text(p, name) for name in self.ledger.identity)
            self.problems.append(
                p.line.problem(
                    f"第 {p.line.number} 行与{place}重复（{said}），同一行只能出现一次，请只保留一行。"
                )
            )
        return kept

    def text(self, parsed: Parsed, name: str) -> str:
        return self.ledger.column(name).written(parsed.values.get(name))

    def twins(self, parsed: list[Parsed]) -> Counter[bulk.Key]:
        """How many stored rows have these values, where lines come without a number: the same file twice."""
        heads = {id(p.line.head): p.line.head for p in parsed if self.key(p) is None}
        names = {h.column.name for head in heads.values() for h in head.headings}
        self.compared = sorted(names - {self.ledger.numbered, self.state} - self.ledger.clocked)
        if not self.compared:
            return Counter()
        attributes = [self.fields[name].attname for name in self.compared]
        held = self.ledger.model._default_manager.values_list(*attributes).iterator()
        return Counter(tuple(map(_comparable, values)) for values in held)

    def is_twin(self, parsed: Parsed, same: Counter[bulk.Key]) -> bool:
        values = tuple(_comparable(self.stored(name, parsed.values.get(name))) for name in self.compared)
        same[values] -= 1
        return same[values] >= 0

    def stored(self, name: str, value: Any) -> Any:
        """A value as its field's attribute holds it."""
        return stored(self.fields[name], value)

    def differing(self, parsed: Parsed, row: Row) -> dict[str, Any]:
        """The values of a line that are not those of its row."""
        return {
            name: value
            for name, value in parsed.values.items()
            if not self.equal(name, value, getattr(row, self.fields[name].attname))
            if value is not None or name != self.state
        }

    def equal(self, name: str, value: Any, held: Any) -> bool:
        new = self.stored(name, value)
        return bool(new == held) or (isinstance(held, str) and as_text(held) == new)

    def new(self, parsed: Parsed) -> Row | None:
        """A row for a line, checked in all that needs no database; None where something is wrong with it."""
        if not self.complete(parsed):
            return None
        row = writing.blank(self.ledger)
        given = {n: v for n, v in parsed.values.items() if v is not None or n != self.state}
        writing.fill(self.ledger, row, given)
        if not self.agrees(parsed, row, parsed.values):
            return None
        try:
            self.rights.require_new(row)
        except Refused as refused:
            self.problems.append(parsed.line.problem(str(refused)))
            return None
        if not self.fillable(parsed, row, {n for n, v in given.items() if v is not None}):
            return None
        return row if self.clean(parsed, row, set(self.fields)) else None

    def agrees(self, parsed: Parsed, row: Row, values: dict[str, Any]) -> bool:
        """Whether a line says nothing else than what is known already, which is put in where it says nothing."""
        wrong = known.differing(self.ledger, row, values)
        for heading in parsed.line.head.headings:
            if found := wrong.get(heading.column.name):
                said = known.sentence(self.ledger, heading.column.name, found)
                self.problems.append(parsed.line.problem(said, heading))
        if not wrong:
            settled = known.settle(self.ledger, row, values)
            values |= settled
            writing.fill(self.ledger, row, settled)
        return not wrong

    def fillable(self, parsed: Parsed, row: Row, names: set[str]) -> bool:
        """Whether the importer may fill in these columns of the row; complained of at each cell."""
        closed = names & self.rights.closed(row)
        for heading in parsed.line.head.headings:
            if heading.column.name in closed:
                title = self.ledger.title_of(heading.column)
                self.problems.append(
                    parsed.line.problem(f"您没有填写“{title}”的权限，请改回原来的内容或删去这一列。", heading)
                )
        return not closed

    def complete(self, parsed: Parsed) -> bool:
        """Whether the file has all columns that a new row must have; complained of once a sheet."""
        head, sheet = parsed.line.head, parsed.line.sheet
        if sheet in self.whole:
            return True
        lacking = [c for c in self.ledger.columns if self.ledger.required(c) and not head.has(c.name)]
        for column in lacking:
            complaint = headings.missing(self.ledger, sheet, head.row, column)
            if complaint not in self.problems:
                self.problems.append(complaint)
        if not lacking:
            self.whole.add(sheet)
        return not lacking

    def change(self, parsed: Parsed, row: Row, values: dict[str, Any]) -> Change | None:
        """What a line changes on its row, the row being filled with it; None where that may not be."""
        columns = [self.ledger.column(name) for name in values]
        if self.state in values:
            held = writing.state_word(self.ledger, getattr(row, self.state))
            self.problems.append(
                parsed.line.problem(f"这一行现在的状态是“{held}”，状态不能靠导入修改，请按步骤办理。")
            )
            return None
        if timed := [self.ledger.title_of(c) for c in columns if c.name in self.ledger.clocked]:
            self.problems.append(parsed.line.problem(f"“{timed[0]}”由办理期限自动记下，不能靠导入修改。"))
            return None
        columns += [c for c in self.ledger.columns if c.known and c.name not in values]
        before = {self.ledger.title_of(c): audit.said(c, c.of(row)) for c in columns}
        label, allowed = self.ledger.label_of(row), self.rights.on(row)
        if allowed:
            writing.fill(self.ledger, row, values)
            allowed = self.rights.on(row)
            if allowed and not self.agrees(parsed, row, values):
                return None
        if not allowed:
            self.problems.append(parsed.line.problem(allowed.reason))
            return None
        if not self.fillable(parsed, row, set(values)) or not self.clean(parsed, row, set(values)):
            return None
        shown = {
            self.ledger.title_of(c): (before[self.ledger.title_of(c)], audit.said(c, c.of(row)))
            for c in columns
            if c.name in values
        }
        line = parsed.line
        return Change(line.sheet, line.number, row.pk, label, row.version, shown, values)

    def clean(self, parsed: Parsed, row: Row, names: set[str]) -> bool:
        """The model's own checks, once a row; links were found by name and need no query."""
        skipped = {f.name for f in self.ledger.model._meta.fields if f.is_relation or f.name not in names}
        if self.ledger.numbered and not getattr(row, self.ledger.numbered):
            skipped.add(self.ledger.numbered)
        try:
            row.clean_fields(exclude=skipped)
            row.clean()
        except ValidationError as found:
            self.complain(parsed.line, found)
            return False
        return True

    def complain(self, line: Line, found: ValidationError) -> None:
        by_name = {h.column.name: h for h in line.head.headings}
        for name, texts in writing.sentences(self.ledger, found).items():
            heading = by_name.get(name)
            said = f"{self.ledger.title_of(heading.column)}：" if heading else ""
            self.problems += [line.problem(text.removeprefix(said), heading) for text in texts]

    def refuse_circles(
        self, creates: Sequence[tuple[Parsed, Row]], changes: Sequence[tuple[Parsed, Row, Change]]
    ) -> None:
        """Rows of a tree that would stand under themselves once all lines are written."""
        every = [*creates, *((p, row) for p, row, _ in changes)]
        for place in circles(self.ledger, [row for _, row in every]):
            p, row = every[place]
            self.problems.append(
                p.line.problem(f"“{self.ledger.label_of(row)}”会通过其他行指回自己，成了一个圈，请改正。")
            )

    def try_out(
        self, creates: Sequence[tuple[Parsed, Row]], changes: Sequence[tuple[Parsed, Row, Change]]
    ) -> None:
        """Let the database judge the rows, and take everything back."""
        if not creates and not changes:
            return
        with transaction.atomic():
            new, old = [row for _, row in creates], [row for _, row, _ in changes]
            unnumbered = numbers.give(self.ledger, new)
            refused = bulk.refusals(self.ledger, new, old, names_of(c for _, _, c in changes))
            for row in unnumbered:
                setattr(row, self.ledger.numbered, "")
            transaction.set_rollback(True)
        every = [p for p, _ in creates] + [p for p, _, _ in changes]
        self.problems += [every[place].line.problem(sentence) for place, sentence in refused.items()]

    def creation(self, parsed: Parsed, row: Row, places: Mapping[int, int]) -> Creation:
        shown = {
            self.ledger.title_of(h.column): audit.said(h.column, parsed.values[h.column.name])
            for h in parsed.line.head.headings
        }
        return Creation(
            parsed.line.sheet,
            parsed.line.number,
            str(getattr(row, self.ledger.label) or "（待编号）"),
            shown,
            _placed(parsed.values, places),
        )


def _comparable(value: Any) -> Any:
    """A value that can be counted: a text for people and places."""
    return json.dumps(value, sort_keys=True) if isinstance(value, list | dict) else value


def _placed(values: Mapping[str, Any], places: Mapping[int, int]) -> dict[str, Any]:
    """Values in which rows that do not exist yet stand as places among the plan's creations."""
    return {n: NewRow(places[id(v)]) if id(v) in places else v for n, v in values.items()}


def names_of(changes: Iterable[Change]) -> set[str]:
    """The columns that any of the changes writes."""
    return {name for change in changes for name in change.values}


def stamp(ledger: Ledger) -> Stamp:
    """How many rows a ledger has, and the largest key: what changes when a row comes or goes."""
    found = ledger.model._default_manager.aggregate(count=Count("pk"), last=Max("pk"))
    return found["count"], found["last"] or 0


def identity(ledger: Ledger, values: Mapping[str, Any]) -> bulk.Key | None:
    """The identity of a line's values; None where the ledger is to give the number that makes it one."""
    if ledger.numbered in ledger.identity and not values.get(ledger.numbered):
        return None
    return tuple(stored(ledger.field_named(name), values.get(name)) for name in ledger.identity)


def stored(field: Field[Any, Any], value: Any) -> Any:
    """A value as its field's attribute holds it."""
    kept = writing.kept(field, value)
    key = getattr(kept, "pk", kept)
    return kept if key is None else key  # a row without a key is like no other
