"""A board rule as data: what an office publishes as 红黑榜, with version and date of effect."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from luoshi.rules import colours, errors, fields
from luoshi.rules.colours import Colour

Key = Literal[
    "completion", "green_lights", "yellow_lights", "red_lights", "measured_targets", "yellow_run", "unit"
]
First = Literal["high", "low"]
KEYS: tuple[Key, ...] = (
    "completion",
    "green_lights",
    "yellow_lights",
    "red_lights",
    "measured_targets",
    "yellow_run",
    "unit",
)
FIRST: tuple[First, ...] = ("high", "low")


@dataclass(frozen=True, slots=True)
class Order:
    """One key of a ranking and which end of it comes first; an unknown figure always comes last."""

    by: Key
    first: First


@dataclass(frozen=True, slots=True)
class RedList:
    """红榜: at least so many targets with data, none in the colours ``without``, the first ``top`` by ``order``."""

    at_least: int
    without: tuple[Colour, ...]
    order: tuple[Order, ...]
    top: int | None = None


@dataclass(frozen=True, slots=True)
class BlackList:
    """黑榜: so many red lights, or one target yellow for so many months in a row; None: not a condition."""

    order: tuple[Order, ...]
    red_lights: int | None = None
    yellow_run: int | None = None
    top: int | None = None


@dataclass(frozen=True, slots=True)
class BoardRule:
    """Both lists of one office; a completion counts for the mean at most with ``completion_cap`` per cent."""

    code: str
    name: str
    version: str
    effective_from: str
    red: RedList
    black: BlackList
    completion_cap: Decimal | None = None

    def __post_init__(self) -> None:
        if self.black.red_lights is None and self.black.yellow_run is None:
            raise errors.BlackListNeedsCondition(f"红黑榜规则 {self.code} ")

    @classmethod
    def from_data(cls, data: object) -> BoardRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        code = fields.Fields(data, "红黑榜规则").text("code")
        source = fields.Fields(data, f"红黑榜规则 {code} ")
        rule = cls(
            code=source.text("code"),
            name=source.text("name"),
            version=source.text("version"),
            effective_from=source.day("effective_from"),
            red=_read_red(source.inner("red")),
            black=_read_black(source.inner("black")),
            completion_cap=source.optional_decimal("completion_cap"),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads; what is not set is left out."""
        return _present(
            code=self.code,
            name=self.name,
            version=self.version,
            effective_from=self.effective_from,
            red=_present(
                at_least=self.red.at_least,
                without=list(self.red.without),
                order=_write_order(self.red.order),
                top=self.red.top,
            ),
            black=_present(
                red_lights=self.black.red_lights,
                yellow_run=self.black.yellow_run,
                order=_write_order(self.black.order),
                top=self.black.top,
            ),
            completion_cap=None if self.completion_cap is None else str(self.completion_cap),
        )


def _read_red(source: fields.Fields) -> RedList:
    red = RedList(
        at_least=source.integer("at_least"),
        without=source.words("without", colours.LIT),
        order=_read_order(source),
        top=source.optional_integer("top"),
    )
    source.close()
    return red


def _read_black(source: fields.Fields) -> BlackList:
    black = BlackList(
        order=_read_order(source),
        red_lights=source.optional_integer("red_lights"),
        yellow_run=source.optional_integer("yellow_run"),
        top=source.optional_integer("top"),
    )
    source.close()
    return black


def _read_order(source: fields.Fields) -> tuple[Order, ...]:
    found = []
    for each in source.inner_list("order"):
        found.append(Order(each.word("by", KEYS), each.word("first", FIRST)))
        each.close()
    return tuple(found)


def _write_order(order: tuple[Order, ...]) -> list[dict[str, str]]:
    return [{"by": each.by, "first": each.first} for each in order]


def _present(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
