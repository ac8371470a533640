"""All ledgers, registered by one explicit line each; the registry closes when the application has started."""

from __future__ import annotations

from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import UnknownName
from luoshi.ledgers.measures import Measure

_ledgers: dict[str, Ledger] = {}
_doubles: list[Ledger] = []


def register(*ledgers: Ledger) -> None:
    """Enter ledgers; called from the ``ready`` of a family's app."""
    for ledger in ledgers:
        if ledger.name in _ledgers and _ledgers[ledger.name] is not ledger:
            _doubles.append(ledger)
        else:
            _ledgers[ledger.name] = ledger


def ledger(name: str) -> Ledger:
    """The ledger of that name (``land.parcels`` or, as addresses write it, ``land-parcels``)."""
    found = _ledgers.get(name) or _ledgers.get(name.replace("-", "."))
    if found is None:
        raise UnknownName("台账", name, tuple(_ledgers))
    return found


def ledgers() -> tuple[Ledger, ...]:
    """All ledgers in the order of their registration."""
    return tuple(_ledgers.values())


def doubles() -> tuple[Ledger, ...]:
    """Ledgers whose name another one already has; the system check names them."""
    return tuple(_doubles)


def ledger_of(model: type[object]) -> Ledger | None:
    """The ledger of a model."""
    return next((found for found in _ledgers.values() if found.model is model), None)


def measures() -> tuple[tuple[Ledger, Measure], ...]:
    """All measures of all ledgers."""
    return tuple((found, m) for found in _ledgers.values() for m in found.measures)


def pointing_at(target: Ledger) -> tuple[tuple[Ledger, str], ...]:
    """The ledgers, with the column, whose rows lead to rows of ``target``."""
    return tuple(
        (found, link.name) for found in _ledgers.values() for link in found.links if link.to == target.name
    )
