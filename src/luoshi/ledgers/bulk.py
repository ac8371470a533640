"""Many rows of a ledger written at once, and found out beforehand which of them the database would refuse."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from django.db import DatabaseError, models, transaction

from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.ledgers.selflinks import waves
from luoshi.ledgers.writing import refusal

BATCH = 500
MOST_CULPRITS = 100
Item = TypeVar("Item")


class _Undo(Exception):
    """Carries nothing: makes a trial roll back."""


def store(ledger: Ledger, new: Sequence[Row], changed: Sequence[Row], names: Iterable[str]) -> None:
    """Insert rows, and write the named columns of rows that exist; their versions go up by one.

    The caller holds the changed rows' locks, has checked their versions, and is inside a transaction.
    """
    manager = ledger.model._default_manager
    for wave in waves(ledger, new):
        manager.bulk_create(wave, batch_size=BATCH)
    if changed:
        for row in changed:
            row.version += 1
        manager.bulk_create(
            changed,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=[ledger.model._meta.pk.name],
            update_fields=[*dict.fromkeys([*names, "version", *_stamped(ledger)])],
        )


def _stamped(ledger: Ledger) -> list[str]:
    return [f.name for f in ledger.model._meta.fields if getattr(f, "auto_now", False)]


def refusals(
    ledger: Ledger, new: Sequence[Row], changed: Sequence[Row], names: Collection[str]
) -> dict[int, str]:
    """Why the database would refuse rows: a sentence by the row's place in ``[*new, *changed]``.

    All are written at once and taken back; only where that fails, one by one, to name the culprits.
    """
    try:
        with transaction.atomic():
            store(ledger, new, changed, names)
            raise _Undo
    except _Undo:
        return {}
    except DatabaseError:
        _forget(new)
    found: dict[int, str] = {}
    try:
        with transaction.atomic():
            for place, row in enumerate([*new, *changed]):
                if sentence := _refusal(ledger, row, place < len(new), names):
                    found[place] = sentence
                    if len(found) == MOST_CULPRITS:
                        break
            raise _Undo
    except _Undo:
        return found


def _refusal(ledger: Ledger, row: Row, is_new: bool, names: Collection[str]) -> str:
    try:
        with transaction.atomic():
            store(ledger, [row] if is_new else [], [] if is_new else [row], names)
    except ValueError:  # leads to a row that was refused before it
        return ""
    except DatabaseError as clash:
        if is_new:
            _forget([row])
        return "；".join(text for texts in refusal(ledger, row, str(clash)).values() for text in texts)
    return ""


def _forget(rows: Iterable[Row]) -> None:
    """Rows that a rolled-back insert has given keys have none again."""
    for row in rows:
        row.pk = None
        row._state.adding = True


def locked(ledger: Ledger, keys: Sequence[int]) -> dict[int, Row]:
    """Rows by key, locked where the database locks rows, with what their links show."""
    found: dict[int, Row] = {}
    for some in chunks(keys):
        rows = ledger.rows().filter(pk__in=some).select_for_update(of=("self",))
        found.update((row.pk, row) for row in rows)
    return found


def chunks(items: Sequence[Item], size: int = BATCH) -> Iterator[Sequence[Item]]:
    """Pieces of at most ``size``."""
    return (items[at : at + size] for at in range(0, len(items), size))


Key = tuple[Any, ...]


def key_of(ledger: Ledger) -> Callable[[Row], Key]:
    """A row's identity as comparable values: keys for links."""
    attributes = [ledger.field_named(name).attname for name in ledger.identity]
    return lambda row: tuple(getattr(row, name) for name in attributes)


def existing(ledger: Ledger, keys: Collection[Key]) -> dict[Key, Row]:
    """The stored rows that have one of these identities; few are asked for by name, many by one pass."""
    of, found = key_of(ledger), _perhaps(ledger, ledger.rows(), keys)
    return {key: row for row in found.iterator(chunk_size=2000) if (key := of(row)) in keys}


def values(ledger: Ledger, keys: Collection[Key], attributes: Sequence[str]) -> dict[Key, tuple[Any, ...]]:
    """The same rows as tuples of these attributes."""
    named = [ledger.field_named(name).attname for name in ledger.identity]
    found = _perhaps(ledger, ledger.model._default_manager.order_by(), keys)
    width = len(named)
    rows = found.values_list(*named, *attributes).iterator(chunk_size=2000)
    return {key: row[width:] for row in rows if (key := row[:width]) in keys}


def _perhaps(ledger: Ledger, found: models.QuerySet[Row], keys: Collection[Key]) -> models.QuerySet[Row]:
    """Fewer rows among which are all that have one of these identities."""
    fields: list[models.Field[Any, Any]] = [ledger.field_named(name) for name in ledger.identity]
    widths = [len({key[place] for key in keys}) for place in range(len(fields))]
    place = max(range(len(fields)), key=widths.__getitem__)
    if widths[place] <= BATCH:
        return found.filter(_one_of(fields[place].attname, {key[place] for key in keys}))
    return found


def _one_of(name: str, values: Collection[Any]) -> models.Q:
    named = models.Q(**{f"{name}__in": [value for value in values if value is not None]})
    return named | models.Q(**{f"{name}__isnull": True}) if None in values else named
