"""How engines spell the same SQL: one small value an engine."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

SAFE = " _-.,:;/()%+*=<>#@!?"  # beside letters and digits, as they are in a literal of Spark


@dataclass(frozen=True, slots=True)
class Dialect:
    """Names, texts, and how many aggregates one query takes."""

    name: str
    quote: str
    text: Callable[[str], str]
    at_once: int

    def named(self, name: str) -> str:
        """A name of a table or a column."""
        return f"{self.quote}{name.replace(self.quote, self.quote * 2)}{self.quote}"

    def literal(self, value: object) -> str:
        """A stored value: a number, a text, a day, yes or no; TypeError for anything else."""
        match value:
            case bool():
                return "TRUE" if value else "FALSE"
            case int():
                return str(value)
            case str():
                return self.text(value)
            case datetime.date() if not isinstance(value, datetime.datetime):
                return f"DATE '{value.isoformat()}'"
        raise TypeError(value)


def _doubled(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _escaped(text: str) -> str:
    r"""Spark reads ``\`` in literals, and puts values in for ``${…}``: what is not plainly harmless is a code point."""
    return "'" + "".join(c if c.isalnum() or c in SAFE else _code(ord(c)) for c in text) + "'"


def _code(point: int) -> str:
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


DUCKDB = Dialect("duckdb", '"', _doubled, 400)
SPARK = Dialect("spark", "`", _escaped, 20)  # of sixty in one query it becomes many times as slow
