"""Lines of a file that lead to other lines of the same file: a tree whose branches and twigs arrive together.

A link that the ledger does not know yet is kept as :class:`Later`; when all lines are read it finds its line, and
lines are put in an order in which each comes after those it leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django.db.models import ForeignKey, Model

from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.headings import Problem
from luoshi.ledgers.lines import Line
from luoshi.ledgers.lookups import Lookups, names
from luoshi.ledgers.models import Row
from luoshi.ledgers.writing import blank, fill


@dataclass(frozen=True, slots=True)
class Later:
    """A link by a text that no stored row has, and what is to be said if no line has it either."""

    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class NewRow:
    """In the values of a plan: the row that the plan makes at this place of its creations."""

    place: int


@dataclass(eq=False)
class Parsed:
    """A line with its values; ``row`` once it is known which row it is, ``targets`` the lines it leads to."""

    line: Line
    values: dict[str, Any]
    row: Row | None = None
    targets: dict[str, Parsed] = field(default_factory=dict)


class Finder:
    """Finds rows as :class:`Lookups` does, and puts off links into the ledger that is being imported."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.lookups = ledger, Lookups()

    def find(self, ledger: str, text: str) -> Model:
        """The row so named; in the ledger itself perhaps a :class:`Later` in its stead."""
        try:
            return self.lookups.find(ledger, text)
        except BadValue as unknown:
            if ledger != self.ledger.name:
                raise
            return cast(Model, Later(text, str(unknown)))


def ordered(ledger: Ledger, parsed: Sequence[Parsed]) -> tuple[list[Parsed], list[Problem]]:
    """The lines, each after those it leads to, and complaints of those that lead nowhere or in a circle."""
    waiting = [p for p in parsed if any(isinstance(v, Later) for v in p.values.values())]
    if not waiting:
        return list(parsed), []
    found = _named(ledger, parsed)
    aimless = {id(p): list(_aim(p, found)) for p in waiting}
    problems = [problem for some in aimless.values() for problem in some]
    wrong = {key for key, some in aimless.items() if some}
    kept: dict[int, Parsed] = {}
    for p in parsed:
        if id(p) not in wrong:
            problems += _visit(p, kept, wrong)
    return list(kept.values()), problems


def _named(ledger: Ledger, parsed: Iterable[Parsed]) -> dict[str, list[Parsed]]:
    """The lines by every name that their rows will have."""
    found: dict[str, list[Parsed]] = {}
    for p in parsed:
        row = blank(ledger)
        fill(ledger, row, {name: v for name, v in p.values.items() if not isinstance(v, Later)})
        for text in names(ledger, row):
            found.setdefault(text, []).append(p)
    return found


def _aim(p: Parsed, found: dict[str, list[Parsed]]) -> Iterator[Problem]:
    for heading in p.line.head.headings:
        value = p.values.get(heading.column.name)
        if isinstance(value, Later):
            targets = found.get(value.text, [])
            if len(targets) == 1:
                p.targets[heading.column.name] = targets[0]
            else:
                yield p.line.problem(value.sentence, heading)


def _visit(start: Parsed, kept: dict[int, Parsed], wrong: set[int]) -> Iterator[Problem]:
    """Keep a line after its targets, walking down and back up without recursion."""
    path = [start]
    while path:
        p = path[-1]
        ahead = next((t for t in p.targets.values() if id(t) not in kept and id(t) not in wrong), None)
        if ahead is None:
            path.pop()
            if any(id(t) in wrong for t in p.targets.values()):
                wrong.add(id(p))  # its target has been complained of
            else:
                kept.setdefault(id(p), p)
        elif ahead in path:
            chain = "、".join(str(step.line.number) for step in path[path.index(ahead) :])
            wrong.add(id(path.pop()))
            yield p.line.problem(f"第 {chain} 行互相指向，成了一个圈，请改正其中一行。")
        else:
            path.append(ahead)


def waves(ledger: Ledger, rows: Sequence[Row]) -> list[list[Row]]:
    """New rows in groups: the first lead to stored rows only, each further one to rows of those before it."""
    links = [
        f for f in ledger.model._meta.fields if isinstance(f, ForeignKey) and f.related_model is ledger.model
    ]
    if not links:
        return [list(rows)] if rows else []
    depths: dict[int, int] = {}
    grouped: dict[int, list[Row]] = {}
    for row in rows:
        ahead = (link.get_cached_value(row, None) for link in links)
        depth = max((depths.get(id(target), -1) + 1 for target in ahead), default=0)
        depths[id(row)] = depth
        grouped.setdefault(depth, []).append(row)
    return [grouped[depth] for depth in sorted(grouped)]


def circles(ledger: Ledger, rows: Sequence[Row]) -> Iterator[int]:
    """The places of rows that, as they are going to be, lead back to themselves."""
    now = {row.pk: row for row in rows if row.pk}
    for name in (link.name for link in ledger.links if link.to == ledger.name):
        for place, row in enumerate(rows):
            seen: set[int] = set()
            at = getattr(row, name)
            while at is not None and (at.pk or id(at)) not in seen:
                seen.add(at.pk or id(at))
                at = now.get(at.pk, at)
                if at is row:
                    yield place
                    break
                at = getattr(at, name)
