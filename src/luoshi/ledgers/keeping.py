"""A plan as text, kept between its preview and its confirmation, so that confirming does not plan again.

The sheets of the file stay out of it. What the ledger holds by then is asked when the plan is applied.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from luoshi.ledgers import batches, joining, planning
from luoshi.ledgers.batches import Batch
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.headings import Head, Problem
from luoshi.ledgers.lines import Line
from luoshi.ledgers.planning import ImportPlan
from luoshi.ledgers.selflinks import NewRow
from luoshi.ledgers.works import Work

FORM = 2  # of the text; a plan in another is made again
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
    if "work" not in told:
        return ImportPlan(ledger, told["filename"], (), problems=problems, misread=told["misread"])
    work = _work(ledger, told["work"], dict(told["versions"]))
    return planning.of(work, told["filename"], (), told["unchanged"], problems, stamp)


def _work_told(work: Work) -> dict[str, Any]:
    batch = work.batch
    return {
        "lines": [(line.sheet, line.number) for line in batch.lines],
        "values": batch.values,
        "given": {name: given.hex() for name, given in batch.given.items()},
        "lacking": {name: list(places) for name, places in batch.lacking.items()},
        "new": work.new,
        "keys": list(work.keys.items()),
        "differing": list(work.differing.items()),
        "held": list(work.held.items()),
    }


def _work(ledger: Ledger, told: Mapping[str, Any], versions: dict[int, int]) -> Work:
    values = told["values"]
    keys = {
        n: {v for v in values[n] if isinstance(v, int)} for n in values if ledger.field_named(n).is_relation
    }
    batch = Batch(
        ledger,
        [Line(sheet, number, _NO_HEAD, ()) for sheet, number in told["lines"]],
        tuple(values),
        values,
        {name: bytes.fromhex(given) for name, given in told["given"].items()},
        {name: batches.reached(ledger, name, wanted) for name, wanted in keys.items()},
        lacking={name: set(places) for name, places in told["lacking"].items()},
    )
    differing = {place: tuple(names) for place, names in told["differing"]}
    work = Work(batch, told["new"], dict(told["keys"]), versions, differing, dict(told["held"]))
    joining.embody(work)
    return work


def _tagged(value: Any) -> dict[str, Any]:
    """What JSON has no word for, under a name that no stored object has."""
    if isinstance(value, NewRow):
        return {"!new": value.place}
    return {f"!{type(value).__name__}": value.isoformat()}


def _untagged(told: dict[str, Any]) -> Any:
    if len(told) != 1:
        return told
    ((name, value),) = told.items()
    if name in _KINDS:
        return _KINDS[name].fromisoformat(value)
    if name == "!new":
        return NewRow(value)
    return told
