"""The lines of a file imported, and the same lines entered by hand one after the other: what comes of each."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction

from luoshi.ledgers import chain, importing, keeping, workbooks, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.models import AuditRow, Mark, Past

Line = Sequence[object]
Outcome = dict[str, list[Any]]
ACTS = {"导入新增": "新增", "导入修改": "修改"}


def both(
    ledger: Ledger, names: Sequence[str], lines: Sequence[Line], by: Actor, on: datetime.date
) -> tuple[Outcome | str, Outcome | str]:
    """What an import leaves, and what entering leaves; a sentence where one of them is refused. Nothing stays."""
    return (
        imported(ledger, names, lines, by, on),
        _left(ledger, lambda: _entered(ledger, names, lines, by, on)),
    )


def imported(
    ledger: Ledger, names: Sequence[str], lines: Sequence[Line], by: Actor, on: datetime.date
) -> Outcome | str:
    """What an import alone leaves."""
    return _left(ledger, lambda: _imported(ledger, names, lines, by, on))


def problems(ledger: Ledger, names: Sequence[str], lines: Sequence[Line], by: Actor) -> set[int]:
    """The places of lines that an import complains of."""
    return {problem.row - 2 for problem in _plan(ledger, names, lines, by).problems}


def refused(
    ledger: Ledger, names: Sequence[str], lines: Sequence[Line], by: Actor, on: datetime.date
) -> set[int]:
    """The places of lines that cannot be entered."""
    found = set()
    for place, line in enumerate(lines):
        try:
            with transaction.atomic():
                _enter(ledger, names, line, by, on)
        except LedgerError:
            found.add(place)
    return found


def _plan(ledger: Ledger, names: Sequence[str], lines: Sequence[Line], by: Actor) -> importing.ImportPlan:
    heads = [ledger.head(ledger.column(name), ledger.column(name).entry_unit) for name in names]
    return importing.plan(ledger, workbooks.csv_bytes([heads, *lines]), "表.csv", by=by)


def _imported(
    ledger: Ledger, names: Sequence[str], lines: Sequence[Line], by: Actor, on: datetime.date
) -> None:
    plan = _plan(ledger, names, lines, by)
    kept = keeping.plan(ledger, keeping.text(plan))
    importing.apply(kept, by=by, on=on, seen=plan.fingerprint)


def _entered(
    ledger: Ledger, names: Sequence[str], lines: Sequence[Line], by: Actor, on: datetime.date
) -> None:
    """What one line says may be what another waits for."""
    waiting = list(lines)
    while waiting:
        left = [waiting[place] for place in sorted(refused(ledger, names, waiting, by, on))]
        if len(left) == len(waiting):
            _enter(ledger, names, left[0], by, on)
        waiting = left


def _enter(ledger: Ledger, names: Sequence[str], line: Line, by: Actor, on: datetime.date) -> None:
    values = writing.parse(ledger, dict(zip(names, line, strict=True)), Lookups())
    state = ledger.lifecycle.field if ledger.lifecycle else ""
    values = {name: value for name, value in values.items() if value is not None or name != state}
    found = ledger.rows().filter(**{name: values[name] for name in ledger.identity if values[name]}).first()
    if found is None or not all(values[name] for name in ledger.identity if name == ledger.numbered):
        filled = {
            name: value for name, value in values.items() if value is not None
        }  # a form has no closed cells
        writing.create(ledger, filled, by=by, on=on)
        return
    held = {name: writing.kept(ledger.field_named(name), value) for name, value in values.items()}
    other = {name: values[name] for name, value in held.items() if getattr(found, name) != value}
    if other:
        writing.change(ledger, found, other, by=by, on=on)


def _left(ledger: Ledger, work: Callable[[], None]) -> Outcome | str:
    with transaction.atomic():
        last, marks = AuditRow.objects.order_by("seq").last(), Mark.objects.count()
        try:
            work()
            return _told(ledger, last.seq if last else 0, marks)
        except LedgerError as refusal:
            return str(refusal)
        finally:
            transaction.set_rollback(True)


def _told(ledger: Ledger, last: int, marks: int) -> Outcome:
    apart = {"version", ledger.model._meta.pk.name}
    fields = [f for f in ledger.model._meta.concrete_fields if not getattr(f, "auto_now", False)]
    links = [link.name for link in ledger.links if link.to == ledger.name]
    stored = [f"{f.name}__{ledger.identity[0]}" if f.name in links else f.attname for f in fields]
    names = [name for name in stored if name not in apart]
    trail = AuditRow.objects.filter(seq__gt=last, ledger=ledger.name)
    written = [(ACTS.get(row.act, row.act), row.label, row.changes) for row in trail]
    assert AuditRow.objects.count() > 1_000 or chain.verify()  # which takes its time where a zone stands
    return {
        "rows": sorted(map(repr, ledger.model._default_manager.values_list(*names))),
        "trail": sorted(map(repr, ((act, label, sorted(said.items())) for act, label, said in written))),
        "past": sorted(
            map(repr, Past.objects.values_list("ledger", "row", "column", "since", "value", "by"))
        ),
        "marks": sorted(set(Mark.objects.order_by("pk")[marks:].values_list("ledger", "unit", "period"))),
    }
