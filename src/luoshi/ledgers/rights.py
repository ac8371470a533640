"""What one actor may import into one ledger."""

from __future__ import annotations

from luoshi.ledgers import writing
from luoshi.ledgers.access import Act, Actor, Answer, may, unfillable
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.models import Row


class Rights:
    """The rights of one actor over one ledger, asked once for each unit."""

    def __init__(self, ledger: Ledger, by: Actor) -> None:
        self.ledger, self.by = ledger, by
        self._known: set[tuple[object, ...]] = set()
        self._paths = tuple(dict.fromkeys(grant.path for grant in ledger.access.every if grant.path))

    def on(self, row: Row, act: Act = Act.CHANGE) -> Answer:
        """Whether the row may be written by an import: as by hand, unless the ledger grants importing on its own."""
        asked = Act.IMPORT if self.ledger.access.importing is not None else act
        place = (asked, self.ledger.owner_of(row), *(self.ledger.key_at(row, path) for path in self._paths))
        if place in self._known:
            return Answer(True)
        subject = None if self.ledger.unit == "pk" and row.pk is None else row
        answer = may(self.by, asked, self.ledger, subject)
        if answer:
            self._known.add(place)
        return answer

    def closed(self, row: Row) -> frozenset[str]:
        """The columns of a row that may not be filled in."""
        return unfillable(self.by, self.ledger, row) if self.ledger.access.columns else frozenset()

    def require_new(self, row: Row) -> None:
        """Raise :class:`Refused` unless the row may be a new one."""
        answer = self.on(row, Act.CREATE)
        if not answer:
            raise Refused(answer.reason)
        writing.require_state(self.by, self.ledger, row)
