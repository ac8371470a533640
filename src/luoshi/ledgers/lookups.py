"""Finding rows by what people write; one lookup serves a whole file, so each ledger is read once."""

from __future__ import annotations

from django.db.models import Model

from luoshi.accounts.models import User
from luoshi.ledgers import registry
from luoshi.ledgers.columns import PEOPLE, as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.models import Row


class Lookups:
    """A cache from text to row, filled from a ledger the first time one of its rows is asked for."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, list[Row]]] = {}
        self._people: dict[str, list[User]] = {}

    def find(self, ledger: str, text: str) -> Model:
        """The one row of ``ledger`` whose identity or else whose label is ``text``, or :class:`BadValue`.

        People are found by their user names, or else by a name that only one of them has.
        """
        return self._person(as_text(text)) if ledger == PEOPLE else self.row(ledger, text)

    def row(self, ledger: str, text: str) -> Row:
        """The one row of ``ledger`` that is so called, or :class:`BadValue`."""
        found = self._names(ledger).get(as_text(text), [])
        if len(found) == 1:
            return found[0]
        title = registry.ledger(ledger).title
        if found:
            raise BadValue(f"“{title}”里有 {len(found)} 行叫“{text}”，请改填编号。")
        raise BadValue(f"“{title}”里没有“{text}”，请核对写法，或先在“{title}”里登记。")

    def _person(self, text: str) -> User:
        if not self._people:
            everybody = list(User.objects.order_by("pk"))
            for user in everybody:
                for name in {user.name, str(user)}:
                    self._people.setdefault(name, []).append(user)
            self._people |= {user.username: [user] for user in everybody}  # whatever others are called
        found = self._people.get(text, [])
        if len(found) == 1:
            return found[0]
        if found:
            raise BadValue(f"有 {len(found)} 个人叫“{text}”，请改填用户名。")
        raise BadValue(f"没有用户名或姓名为“{text}”的人员，请核对写法，或先为其开通账号。")

    def named(self, ledger: str, row: Row) -> str:
        """The text by which :meth:`find` finds this row: what it is called, its identity where two are called so."""
        text = str(row)
        return (
            text
            if self._names(ledger).get(as_text(text)) == [row]
            else identity(registry.ledger(ledger), row)
        )

    def labels(self, ledger: str) -> list[str]:
        """A text for every row, in the ledger's order: what a drop-down offers."""
        rows = {row.pk: row for found in self._names(ledger).values() for row in found}
        return [self.named(ledger, row) for row in rows.values()]

    def _names(self, name: str) -> dict[str, list[Row]]:
        if name not in self._rows:
            identities: dict[str, dict[int, Row]] = {}
            others: dict[str, dict[int, Row]] = {}
            ledger = registry.ledger(name)
            for row in ledger.rows():
                first, *further = names(ledger, row)
                identities.setdefault(first, {})[row.pk] = row
                for text in further:
                    others.setdefault(text, {})[row.pk] = row
            # an identity names its row even where another row is called so
            self._rows[name] = {
                text: list(rows.values()) for text, rows in (others | identities).items() if text
            }
        return self._rows[name]


def identity(ledger: Ledger, row: Row) -> str:
    """A row's identity in one text, its columns separated by blanks."""
    return " ".join(ledger.identity_of(row))


def names(ledger: Ledger, row: Row) -> list[str]:
    """The texts by which a row may be written: its identity first, then what it is called.

    Further names (a unit's short name) come from the model's ``also_called``.
    """
    called = (ledger.label_of(row), str(row), *getattr(row, "also_called", ()))
    return list(dict.fromkeys(as_text(text) for text in (identity(ledger, row), *called)))
