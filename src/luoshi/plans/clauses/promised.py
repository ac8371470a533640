"""What a target and a task have in common: both were promised in a clause and lead back to its sentence."""

from __future__ import annotations

from typing import Any

from luoshi.ledgers.models import Row


class Promised(Row):
    """A row with a ``clause``; the sentence, its place and the units are the clause's, never copies."""

    clause: Any

    class Meta:
        abstract = True

    @property
    def document(self) -> Any:
        """The edition of the plan in which the sentence stands."""
        return self.clause.document

    @property
    def sentence(self) -> str:
        """The sentence as the office wrote it."""
        return str(self.clause.sentence)

    @property
    def place(self) -> tuple[int, int]:
        """Where the clause (of a target: its numeral) stands in the document's text, in code points."""
        return self.clause.start, self.clause.end

    @property
    def responsible_units(self) -> list[Any]:
        return list(self.clause.responsible)

    @property
    def supporting_units(self) -> list[Any]:
        return list(self.clause.supporting)
