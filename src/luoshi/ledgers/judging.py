"""What is wrong with the lines of a file, each judged by itself as if it were entered by hand, and said in sentences."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Field

from luoshi.ledgers import bulk, headings, known, lines, numbers, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.columns import as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.headings import Problem
from luoshi.ledgers.lines import Line
from luoshi.ledgers.models import Row
from luoshi.ledgers.planning import MOST_PROBLEMS
from luoshi.ledgers.rights import Rights
from luoshi.ledgers.selflinks import Finder, Parsed, circles, ordered


class Judge:
    """Judges lines of one file: reads them, finds the rows they speak of, and asks what may be written."""

    def __init__(self, ledger: Ledger, by: Actor) -> None:
        self.ledger, self.by = ledger, by
        self.finder = Finder(ledger)
        self.rights = Rights(ledger, by)
        self.problems: list[Problem] = []
        self.tried = False  # whether the database has been asked
        self.whole: set[str] = set()  # sheets that have all columns of a new row
        self.fields = {c.name: ledger.field(c) for c in ledger.columns if not c.derived}
        self.compared: list[str] = []
        self.state = ledger.lifecycle.field if ledger.lifecycle else ""

    def problems_of(self, found: Sequence[Line]) -> list[Problem]:
        """What is wrong with lines; what the database says of them only where nothing else is wrong."""
        self.problems = []
        parsed, astray = ordered(self.ledger, self.singles([p for line in found if (p := self.parse(line))]))
        self.problems += astray
        stored = bulk.existing(self.ledger, {k for p in parsed if (k := self.key(p))}) if parsed else {}
        same = self.twins(parsed)
        creates: list[tuple[Parsed, Row]] = []
        changes: list[tuple[Parsed, Row]] = []
        written: set[str] = set()
        for p in parsed:
            if not self.joined(p):
                continue
            key = self.key(p)
            if key is None and self.is_twin(p, same):
                continue
            row = stored.get(key) if key else None
            if row is None:
                p.row = self.new(p)
                creates += [(p, p.row)] if p.row else []
                continue
            p.row = row
            differing = self.differing(p, row)
            if differing and self.change(p, row, differing):
                changes.append((p, row))
                written |= set(differing)
        self.refuse_circles([*creates, *changes])
        self.tried = not self.problems
        if self.tried:
            self.try_out(creates, changes, written)
        return self.problems[:MOST_PROBLEMS]

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
        writing.settle(self.ledger, row)
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

    def agrees(self, parsed: Parsed, row: Row, values: Mapping[str, Any]) -> bool:
        """Whether a line says nothing else than what is known already, which is put in where it says nothing."""
        wrong = known.differing(self.ledger, row, values)
        for heading in parsed.line.head.headings:
            if found := wrong.get(heading.column.name):
                said = known.sentence(self.ledger, heading.column.name, found)
                self.problems.append(parsed.line.problem(said, heading))
        if not wrong:
            writing.fill(self.ledger, row, known.settle(self.ledger, row, values))
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

    def change(self, parsed: Parsed, row: Row, values: dict[str, Any]) -> bool:
        """Fill a row with what its line changes; False where that may not be."""
        if self.state in values:
            held = writing.state_word(self.ledger, getattr(row, self.state))
            self.problems.append(
                parsed.line.problem(f"这一行现在的状态是“{held}”，状态不能靠导入修改，请按步骤办理。")
            )
            return False
        if timed := [self.ledger.title_of(self.ledger.column(n)) for n in values if n in self.ledger.clocked]:
            self.problems.append(parsed.line.problem(f"“{timed[0]}”由办理期限自动记下，不能靠导入修改。"))
            return False
        allowed = self.rights.on(row)
        if allowed:
            writing.fill(self.ledger, row, values)
            allowed = self.rights.on(row)
        if not allowed:
            self.problems.append(parsed.line.problem(allowed.reason))
            return False
        if not self.agrees(parsed, row, values):
            return False
        return self.fillable(parsed, row, set(values)) and self.clean(parsed, row, set(values))

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

    def refuse_circles(self, every: Sequence[tuple[Parsed, Row]]) -> None:
        """Rows of a tree that would stand under themselves once all lines are written."""
        for place in circles(self.ledger, [row for _, row in every]):
            p, row = every[place]
            self.problems.append(
                p.line.problem(f"“{self.ledger.label_of(row)}”会通过其他行指回自己，成了一个圈，请改正。")
            )

    def try_out(
        self,
        creates: Sequence[tuple[Parsed, Row]],
        changes: Sequence[tuple[Parsed, Row]],
        written: Collection[str],
    ) -> None:
        """Let the database judge the rows, and take everything back."""
        if not creates and not changes:
            return
        with transaction.atomic():
            new, old = [row for _, row in creates], [row for _, row in changes]
            unnumbered = numbers.give(self.ledger, new)
            refused = bulk.refusals(self.ledger, new, old, written)
            for row in unnumbered:
                setattr(row, self.ledger.numbered, "")
            transaction.set_rollback(True)
        every = [p for p, _ in creates] + [p for p, _ in changes]
        self.problems += [every[place].line.problem(sentence) for place, sentence in refused.items()]


def _comparable(value: Any) -> Any:
    """A value that can be counted: a text for people and places."""
    return json.dumps(value, sort_keys=True) if isinstance(value, list | dict) else value


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
