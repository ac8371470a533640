"""The ledger and the row that an address names, for who asks; and the families in which ledgers are listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.web.request import Request


@dataclass(frozen=True, slots=True)
class Family:
    """Ledgers of one subject, as the menu shows them together."""

    title: str
    ledgers: tuple[Ledger, ...]

    @property
    def measures(self) -> int:
        """How many figures come out of the family."""
        return sum(len(found.measures) for found in self.ledgers)


def ledger(request: Request, key: str, act: Act = Act.READ) -> Ledger:
    """The ledger of that key, if the person may do ``act`` to any row of it."""
    found = registry.ledger(key)
    access.require(request.actor, Act.READ, found)
    access.require(request.actor, act, found)
    if act in (Act.CREATE, Act.IMPORT, Act.REMOVE, Act.CHANGE):
        access.require_editable(found)
    return found


def row(request: Request, ledger: Ledger, pk: int, act: Act = Act.READ, *, step: str | None = None) -> Row:
    """The row of that key, if the person may see it and do ``act`` to it."""
    found = ledger.rows().filter(pk=pk).first()
    if found is None:
        raise Http404(f"“{ledger.title}”里没有这一行，它可能已被删除。请回到台账重新查找。")
    access.require(request.actor, Act.READ, ledger, found)
    access.require(request.actor, act, ledger, found, step=step)
    return found


def may(actor: Actor, act: Act, ledger: Ledger, row: Row | None = None) -> bool:
    """Whether a page of this ledger offers ``act``: the right, and a ledger that is kept by hand."""
    return ledger.editable and bool(access.may(actor, act, ledger, row))


def readable(actor: Actor) -> list[Ledger]:
    """The ledgers of the menu that the person may look into."""
    found = (each for each in registry.ledgers() if not each.hidden_from_menu)
    return [each for each in found if access.may(actor, Act.READ, each)]


def families(ledgers: Iterable[Ledger]) -> list[Family]:
    """Ledgers by the app they belong to; first those from which most figures come."""
    found: dict[str, list[Ledger]] = {}
    for each in ledgers:
        found.setdefault(str(each.model._meta.app_config.verbose_name), []).append(each)
    made = (Family(title, tuple(members)) for title, members in found.items())
    return sorted(made, key=lambda family: -family.measures)


def count(actor: Actor, ledger: Ledger) -> int:
    """How many rows the person may see."""
    reach = access.reach(actor, Act.READ, ledger)
    return 0 if reach is None else ledger.model._default_manager.filter(reach).count()
