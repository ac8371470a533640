"""A plan as text, kept between its preview and its confirmation, so that confirming does not plan again.

The sheets of the file stay out of it. What the ledger holds by then is asked when the plan is applied.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from typing import Any

from django.db.models import Model

from luoshi.ledgers import batches, by_columns
from luoshi.ledgers.batches import Batch
from luoshi.ledgers.columnar import Work
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.headings import Head, Problem
from luoshi.ledgers.lines import Line
from luoshi.ledgers.planning import Change, Creation, ImportPlan
from luoshi.ledgers.selflinks import NewRow

FORM = 1  # of the text; a plan in another is made again
_NO_HEAD = Head(-1, ())
_KINDS = {f"!{kind.__name__}": kind for kind in (datetime.date, datetime.datetime, datetime.time)}


class Outdated(Exception):
    """A text from before the ledger or the program became what they are."""


def text(plan: ImportPlan) -> str:
    """A plan as text."""
    told: dict[str, Any] = {
        "form": FORM,
        "ledger": plan.ledger.name,
        "columns": [column.name for column in plan.ledger.columns],
        "filename": plan.filename,
        "unchanged": plan.unchanged,
        "problems": [astuple(problem) for problem in plan.problems],
        "versions": list(plan.versions.items()),
        "stamp": plan.stamp,
        "misread": plan.misread,
    }
    if plan.work is not None:
        told["work"] = _work_told(plan.work)
    else:
        told["creates"] = [[getattr(c, name) for name in Creation.__slots__] for c in plan.creates]
        told["changes"] = [[getattr(c, name) for name in Change.__slots__] for c in plan.changes]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_tagged)


def plan(ledger: Ledger, text: str) -> ImportPlan:
    """The inverse of :func:`text`; :class:`Outdated` where the ledger is no longer declared as it was."""
    told = json.loads(text, object_hook=_untagged)
    if (told["form"], told["ledger"]) != (FORM, ledger.name) or told["columns"] != [
        column.name for column in ledger.columns
    ]:
        raise Outdated
    problems = tuple(Problem(*problem) for problem in told["problems"])
    stamp = told["stamp"] and (told["stamp"][0], told["stamp"][1])
    if "work" in told:
        work = _work(ledger, told["work"], dict(told["versions"]))
        return by_columns.of(work, told["filename"], (), told["unchanged"], problems, stamp)
    creates = [Creation(*found) for found in told["creates"]]
    changes = [Change(*found) for found in told["changes"]]
    _lead(ledger, [*(c.values for c in creates), *(c.values for c in changes)])
    for change in changes:
        change.shown.update({title: (pair[0], pair[1]) for title, pair in change.shown.items()})
    return ImportPlan(
        ledger,
        told["filename"],
        (),
        tuple(creates),
        tuple(changes),
        told["unchanged"],
        problems,
        dict(told["versions"]),
        stamp,
        misread=told["misread"],
    )


def _work_told(work: Work) -> dict[str, Any]:
    batch = work.batch
    return {
        "lines": [(line.sheet, line.number) for line in batch.lines],
        "values": batch.values,
        "given": {name: given.hex() for name, given in batch.given.items()},
        "objects": {name: list(objects) for name, objects in batch.objects.items()},
        "new": work.new,
        "keys": list(work.keys.items()),
        "differing": list(work.differing.items()),
        "held": list(work.held.items()),
    }


def _work(ledger: Ledger, told: Mapping[str, Any], versions: dict[int, int]) -> Work:
    batch = Batch(
        ledger,
        [Line(sheet, number, _NO_HEAD, ()) for sheet, number in told["lines"]],
        tuple(told["values"]),
        told["values"],
        {name: bytes.fromhex(given) for name, given in told["given"].items()},
        {name: batches.reached(ledger, name, keys) for name, keys in told["objects"].items()},
    )
    differing = {place: tuple(names) for place, names in told["differing"]}
    return Work(batch, told["new"], dict(told["keys"]), versions, differing, dict(told["held"]))


class _Key(int):
    """The key of a row that a value leads to, before the row is there."""


def _lead(ledger: Ledger, every: Iterable[dict[str, Any]]) -> None:
    """Put rows where values have their keys, all of a column at once."""
    wanted: dict[str, set[int]] = {}
    every = list(every)
    for values in every:
        for name, value in values.items():
            if isinstance(value, _Key):
                wanted.setdefault(name, set()).add(int(value))
    found = {name: batches.reached(ledger, name, keys) for name, keys in wanted.items()}
    for values in every:
        for name, value in values.items():
            if isinstance(value, _Key):
                if int(value) not in found[name]:
                    raise Outdated
                values[name] = found[name][int(value)]


def _tagged(value: Any) -> dict[str, Any]:
    """What JSON has no word for, under a name that no stored object has."""
    if isinstance(value, NewRow):
        return {"!new": value.place}
    if isinstance(value, Model):
        return {"!row": value.pk}
    return {f"!{type(value).__name__}": value.isoformat()}


def _untagged(told: dict[str, Any]) -> Any:
    if len(told) != 1:
        return told
    ((name, value),) = told.items()
    if name in _KINDS:
        return _KINDS[name].fromisoformat(value)
    if name == "!new":
        return NewRow(value)
    return _Key(value) if name == "!row" else told
