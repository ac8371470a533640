"""What an importer may write, asked once for all lines that belong to the same unit and the same people."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from luoshi.ledgers import columnar, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.rights import Rights
from luoshi.ledgers.works import Work


def doubt(work: Work, by: Actor) -> None:
    """Note every line that ``by`` may not import."""
    work.doubts.update(place for places, _ in refused(work, by) for place in places)


def require(work: Work, by: Actor) -> None:
    """Raise :class:`Refused` unless all may be written; the rights may have changed since the preview."""
    named = {n for n in work.batch.names if any(work.batch.given[n][p] for p in work.new)}
    named.update(name for names in work.differing.values() for name in names)
    writing.refuse_unfillable(by, work.ledger, None, dict.fromkeys(named))
    for _, sentence in refused(work, by):
        raise Refused(sentence)


def refused(work: Work, by: Actor) -> Iterator[tuple[Collection[int], str]]:
    """The lines that may not be written, and why."""
    rights = Rights(work.ledger, by)
    for places in _alike_new(work):
        yield from _refused_new(work, rights, places)
    for places in _alike_changes(work):
        yield from _refused_changes(work, rights, places)


def _refused_new(work: Work, rights: Rights, places: Sequence[int]) -> Iterator[tuple[Collection[int], str]]:
    row = writing.blank(work.ledger)
    writing.fill(work.ledger, row, _objects(work, places[0], _given(work, places[0])))
    writing.settle(work.ledger, row)
    try:
        rights.require_new(row)
    except Refused as problem:
        yield places, str(problem)
        return
    for name in rights.closed(row) & set(work.batch.names):
        if bad := [place for place in places if work.batch.given[name][place]]:
            yield bad, _closed(rights, name)


def _refused_changes(
    work: Work, rights: Rights, places: Sequence[int]
) -> Iterator[tuple[Collection[int], str]]:
    row = work.ledger.rows().get(pk=work.keys[places[0]])
    answer = rights.on(row)
    if answer:
        writing.fill(work.ledger, row, _objects(work, places[0], work.differing[places[0]]))
        answer = rights.on(row)
    if not answer:
        yield places, answer.reason
        return
    for name in rights.closed(row) & set(work.batch.names):
        if bad := [place for place in places if name in work.differing[place]]:
            yield bad, _closed(rights, name)


def _closed(rights: Rights, name: str) -> str:
    return f"您（{rights.by.name}）不能填写“{rights.ledger.title_of(rights.ledger.column(name))}”。"


def _given(work: Work, place: int) -> list[str]:
    return [name for name in work.batch.names if work.batch.given[name][place]]


def _objects(work: Work, place: int, names: Collection[str]) -> dict[str, object]:
    """A line's values as an instance takes them: rows where links lead to rows."""
    held = {name: work.batch.values[name][place] for name in names}
    links = work.batch.objects
    return {name: links[name].get(value) if name in links else value for name, value in held.items()}


def _paths(work: Work) -> list[str]:
    """What a right may depend on: the unit, other units, and the people whose rows are their own."""
    ledger = work.ledger
    apart = dict.fromkeys(grant.path for grant in ledger.access.every if grant.path)
    return [*([ledger.unit] if ledger.unit else []), *apart]


def _alike_new(work: Work) -> list[list[int]]:
    ledger = work.ledger
    owners = [columnar.along(work, path, ledger.key_at) for path in _paths(work)]
    held = [columnar.along(work, ledger.lifecycle.field, ledger.key_at)] if ledger.lifecycle else []
    alike: dict[tuple[object, ...], list[int]] = {}
    for place, key in zip(work.new, zip(work.new, *owners, *held, strict=True), strict=True):
        alike.setdefault(key[1:], []).append(place)
    return list(alike.values())


def _alike_changes(work: Work) -> list[list[int]]:
    """Lines whose rows lead by the same links to what a right depends on, before and after."""
    key = work.ledger.model._meta.pk
    paths = (path.partition("__")[0] for path in _paths(work))
    fields: list[Any] = [key if path == "pk" else work.ledger.field_named(path) for path in paths]
    alike: dict[tuple[object, ...], list[int]] = {}
    for place, names in work.differing.items():
        held = work.held[place]
        now = tuple(held[f.attname] for f in fields)
        then = tuple(work.batch.values[f.name][place] if f.name in names else held[f.attname] for f in fields)
        alike.setdefault((now, then), []).append(place)
    return list(alike.values())
