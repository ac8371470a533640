"""A screening form as data: what 项目预审 asks, what each answer is worth, and what is a veto."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from luoshi.rules import fields, issued, refusals, rounding

Better = Literal["high", "low"]
BETTER: tuple[Better, ...] = ("high", "low")


@dataclass(frozen=True, slots=True)
class Step:
    """From this value on (``high``: at least, ``low``: at most) the answer earns the share of the weight."""

    bound: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class ScreeningItem:
    """One question: a mark from 0 to ``scale``, or a figure in ``unit`` that falls into one of the ``bands``.

    Bands stand from the best to the worst; what reaches none of them earns nothing. ``veto``: an item that
    stops the project when enough reviewers give it nothing.
    """

    code: str
    title: str
    weight: Decimal
    scale: Decimal | None = None
    bands: tuple[Step, ...] = ()
    better: Better = "high"
    unit: str = ""
    veto: bool = False


@dataclass(frozen=True, slots=True)
class ScreeningForm:
    """One published form; the weights add up to 100.

    ``passing`` and ``conditional`` points; ``vetoes`` reviewers who give a veto item nothing stop the
    project; reviewers further apart than ``spread`` points are shown for a talk.
    """

    code: str
    name: str
    version: str
    effective_from: str
    items: tuple[ScreeningItem, ...]
    passing: Decimal
    conditional: Decimal
    vetoes: int
    spread: Decimal

    def __post_init__(self) -> None:
        where = f"评分表 {self.code} "
        if twice := issued.first_twice([item.code for item in self.items]):
            raise refusals.ItemTwice(f"{where}的", twice)
        total = sum((item.weight for item in self.items), Decimal(0))
        if total != 100:
            raise refusals.WeightsDoNotSum(where, rounding.show(total), "100")
        if self.conditional > self.passing:
            raise refusals.ConditionalAbovePass(where)
        for item in self.items:
            _check_item(item, f"{where}的指标 {item.code} ")

    @classmethod
    def from_data(cls, data: object) -> ScreeningForm:
        """A form from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "评分表")
        form = cls(
            **issued.imprint(source),
            items=tuple(_read_item(each) for each in source.inner_list("items")),
            passing=source.decimal("passing", least="0", most="100"),
            conditional=source.decimal("conditional", least="0", most="100"),
            vetoes=source.integer("vetoes"),
            spread=source.decimal("spread", least="0", most="100"),
        )
        source.close()
        return form

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads; what an item does not have is left out."""
        return {
            **issued.written(self),
            "items": [_write_item(item) for item in self.items],
            "passing": str(self.passing),
            "conditional": str(self.conditional),
            "vetoes": self.vetoes,
            "spread": str(self.spread),
        }


def _check_item(item: ScreeningItem, where: str) -> None:
    if (item.scale is None) == (not item.bands):
        raise refusals.ScaleOrBands(where)
    for best, worse in pairwise(item.bands):
        falling = worse.bound < best.bound if item.better == "high" else worse.bound > best.bound
        if not falling or worse.share >= best.share:
            raise refusals.BandsOutOfOrder(where)


def _read_item(source: fields.Fields) -> ScreeningItem:
    item = ScreeningItem(
        code=source.text("code"),
        title=source.text("title"),
        weight=source.decimal("weight", least="0", most="100"),
        scale=source.optional_decimal("scale", least="1"),
        bands=tuple(_read_step(each) for each in source.inner_list("bands")) if source.has("bands") else (),
        better=source.word("better", BETTER, "high"),
        unit=source.text("unit", ""),
        veto=source.flag("veto", False),
    )
    source.close()
    return item


def _read_step(source: fields.Fields) -> Step:
    step = Step(source.decimal("bound"), source.decimal("share", least="0", most="1"))
    source.close()
    return step


def _write_item(item: ScreeningItem) -> dict[str, object]:
    return {
        "code": item.code,
        "title": item.title,
        "weight": str(item.weight),
        **issued.present(
            scale=None if item.scale is None else str(item.scale),
            bands=[{"bound": str(step.bound), "share": str(step.share)} for step in item.bands],
            better=item.better if item.better != "high" else None,
            unit=item.unit,
            veto=item.veto or None,
        ),
    }
