"""Until when a row asks for its next step, as a light: never a colour alone, always a word and the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from luoshi.ledgers import clocks
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import ClockedRow, Row
from luoshi.rules.colours import Colour
from luoshi.web import parts

COLUMN: Final = "due_on"
COLOURS: Final[dict[clocks.Stand, Colour]] = {"running": "green", "near": "yellow", "late": "red"}


@dataclass(frozen=True, slots=True)
class Due:
    """What must be done with a row, until when, and how that stands."""

    title: str
    day: date
    light: parts.Light


def of(ledger: Ledger, row: Row, on: date) -> Due | None:
    """What a row is due for; None where no clock runs."""
    light_now = light(ledger, row, on)
    if light_now is None or not isinstance(row, ClockedRow) or row.due_on is None or ledger.lifecycle is None:
        return None
    clock = ledger.lifecycle.clock(getattr(row, ledger.lifecycle.field))
    return Due(clock.title if clock else "办理", row.due_on, light_now)


def light(ledger: Ledger, row: Row, on: date) -> parts.Light | None:
    """How the clock of a row stands on a day; None where none runs."""
    if not isinstance(row, ClockedRow) or row.due_on is None or not ledger.clocked:
        return None
    return parts.lamp(COLOURS[clocks.stand(row, on)], left((row.due_on - on).days))


def left(days: int) -> str:
    """How many days are left, in words."""
    if days < 0:
        return f"逾期 {-days} 天"
    return f"还有 {days} 天" if days else "今天到期"
