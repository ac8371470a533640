"""The rows that a person may choose where a column leads to another ledger, and the text that names each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Model, Q

from luoshi.accounts.models import User
from luoshi.ledgers import access, registry, searching, standing
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.columns import PEOPLE, as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups, identity, names
from luoshi.ledgers.models import Row
from luoshi.ledgers.standing import NO_HEAD, Head

FEW = 300  # rows that still fit into one list
OFFERED = 20  # rows that a search offers
COMPARED = 100  # rows among which the one that is named is looked for
Options = tuple[tuple[str, str], ...]  # a row's key and the text that names it
_OFFERED: standing.Kept[Offered | None] = standing.Kept(200)


@dataclass(frozen=True, slots=True)
class Offered:
    """The few rows of a ledger: as a list offers them, and what each is called, where these are all that there are."""

    options: Options
    called: Mapping[int, str]


class Choices:
    """What one person may choose; finds rows by the texts it offers, each ledger being read once.

    ``head`` is what was written last before anything was read, where what is offered may be kept.
    """

    def __init__(self, actor: Actor, head: Head = NO_HEAD) -> None:
        self.actor, self.head = actor, head
        self._few: dict[str, dict[str, Row] | None] = {}
        self._held: dict[tuple[str, str], Row] = {}
        self._lookups = Lookups()

    def few(self, name: str) -> dict[str, Row] | None:
        """All rows of a ledger by text; None where there are too many for a list."""
        if name not in self._few:
            ledger = registry.ledger(name)
            self._few[name] = self._read(ledger)
        return self._few[name]

    def offered(self, name: str) -> Offered | None:
        """All rows of a ledger as a list offers them; None where there are too many for a list."""
        seen = (name, access.reach(self.actor, Act.READ, registry.ledger(name)))
        return _OFFERED.of(self.head, seen, lambda: self._offered(*seen))

    def _offered(self, name: str, reach: Q | None) -> Offered | None:
        few = self.few(name)
        if few is None:
            return None
        called = {row.pk: str(row) for row in few.values()} if reach == Q() else {}
        return Offered(tuple((str(row.pk), text) for text, row in few.items()), called)

    def hold(self, name: str, row: Row) -> str:
        """The text of a row that is linked already: it may stay, whether or not the person may see it."""
        text = self.text(name, row)
        self._held[name, as_text(text)] = row
        return text

    def text(self, name: str, row: Row) -> str:
        """The text that names a row here."""
        few = self.few(name) or {}
        known = (text for text, other in few.items() if other.pk == row.pk)
        return next(known, full(registry.ledger(name), row))

    def matching(self, name: str, words: str) -> list[str]:
        """The first rows that what was typed may mean."""
        ledger = registry.ledger(name)
        return [full(ledger, row) for row in self._found(ledger, words, OFFERED)]

    def find(self, ledger: str, text: str) -> Model:
        """The row of that text, as forms ask for it; :class:`BadValue` for none, or one that is not shown."""
        if ledger == PEOPLE:
            return self._lookups.find(ledger, text)
        if (ledger, text) in self._held:
            return self._held[ledger, text]
        few = self.few(ledger) or {}
        if text in few:
            return few[text]
        target = registry.ledger(ledger)
        hits = self._found(target, text, COMPARED)
        named = [row for row in hits if text in (full(target, row), *names(target, row))]
        return named[0] if len(named) == 1 else self._looked_up(ledger, text)

    def by_key(self, name: str, key: str) -> Row | None:
        """The row of a primary key that stands in an address, if the person may see it."""
        reach = access.reach(self.actor, Act.READ, registry.ledger(name))
        if reach is None or not key.isdecimal() or len(key) > 18:
            return None
        return registry.ledger(name).rows().filter(reach, pk=key).first()

    def _looked_up(self, ledger: str, text: str) -> Row:
        row = self._lookups.row(ledger, text)
        if self.by_key(ledger, str(row.pk)) is None:
            raise BadValue(f"“{registry.ledger(ledger).title}”里没有您可以选用的“{text}”，请核对写法。")
        return row

    def _found(self, ledger: Ledger, words: str, most: int) -> list[Row]:
        reach, paths = access.reach(self.actor, Act.READ, ledger), searching.names(self.actor, ledger)
        if reach is None or not paths:
            return []
        return list(ledger.rows().filter(reach, searching.condition(paths, as_text(words)))[:most])

    def _read(self, ledger: Ledger) -> dict[str, Row] | None:
        """In one query, no further than it matters."""
        reach = access.reach(self.actor, Act.READ, ledger)
        if reach is None:
            return {}
        rows = ledger.rows().filter(reach)[: FEW + 1]
        return texts(ledger, rows) if len(rows) <= FEW else None


def people(words: str) -> list[User]:
    """The first people whose names, or user names, hold what was typed; who may sign in first."""
    found = User.objects.order_by("-is_active", "username")
    for word in as_text(words).split():
        found = found.filter(Q(name__icontains=word) | Q(username__icontains=word))
    return list(found[:OFFERED])


def texts(ledger: Ledger, rows: Iterable[Row]) -> dict[str, Row]:
    """Rows by what they are called; by identity too where two are called the same."""
    rows = list(rows)
    called = Counter(as_text(row) for row in rows)
    return {as_text(row) if called[as_text(row)] == 1 else full(ledger, row): row for row in rows}


def full(ledger: Ledger, row: Row) -> str:
    """A row's identity and what it is called: one row is never taken for another."""
    called, number = as_text(row), as_text(identity(ledger, row))
    return called if number in called else f"{number} {called}"
