"""The parts of a scheme of assessment: figures, groups, dimensions of items, vetoes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from luoshi.rules import fields, issued
from luoshi.rules.scoring import data
from luoshi.rules.scoring.formulas import Formula, Ratio

FigureKind = Literal["number", "events", "word", "ratings"]
FIGURE_KINDS: tuple[FigureKind, ...] = ("number", "events", "word", "ratings")
DimensionKind = Literal["marks", "bonus", "deduction"]
DIMENSION_KINDS: tuple[DimensionKind, ...] = ("marks", "bonus", "deduction")
HUNDRED, ONE = Decimal(100), Decimal(1)


@dataclass(frozen=True, slots=True)
class Figure:
    """What has to be known of a unit.

    ``kind``: a number, events that are counted, a word, or ratings. ``whole``: only whole numbers of it can be done.
    ``effort``: how much work one more of it takes, compared with one of the others.
    """

    code: str
    title: str
    unit: str = ""
    kind: FigureKind = "number"
    whole: bool = False
    effort: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Group:
    """Units of one group are compared with each other only (towns with towns)."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the scorebook; ``points`` are its full marks, of a bonus or a deduction the most of it.

    ``groups``: of whom it is asked; none are all.
    """

    code: str
    title: str
    formula: Formula
    points: Decimal | None = None
    groups: tuple[str, ...] = ()

    @property
    def most(self) -> Decimal | None:
        """The most that it can come to, which is more than full marks where a ratio has a cap above 100 per cent."""
        cap = self.formula.cap if isinstance(self.formula, Ratio) else HUNDRED
        return None if self.points is None else self.points * cap / 100

    def is_for(self, group: str) -> bool:
        """Whether it is asked of the units of a group."""
        return not self.groups or group in self.groups


@dataclass(frozen=True, slots=True)
class Dimension:
    """Items under one title, counted with ``weight`` per cent and at most with ``cap`` points.

    ``kind``: ``marks`` make up the full marks, ``bonus`` is added to them, ``deduction`` taken off.
    """

    code: str
    title: str
    items: tuple[Item, ...]
    kind: DimensionKind = "marks"
    weight: Decimal = HUNDRED
    cap: Decimal | None = None

    def full(self, group: str) -> Decimal:
        """The full marks for a group's units; 0 of a bonus or a deduction."""
        if self.kind != "marks":
            return Decimal(0)
        asked = (item.points for item in self.items if item.is_for(group) and item.points is not None)
        return sum(asked, Decimal(0)) * self.weight / 100


@dataclass(frozen=True, slots=True)
class Veto:
    """一票否决: who has any of the figure has no rank this year; ``consequence`` says what else follows."""

    code: str
    title: str
    figure: str
    consequence: str = ""


def read_figure(source: fields.Fields) -> Figure:
    figure = Figure(
        code=source.text("code"),
        title=source.text("title"),
        unit=source.text("unit", ""),
        kind=source.word("kind", FIGURE_KINDS, "number"),
        whole=source.flag("whole", False),
        effort=source.decimal("effort", least="0.0001", most="10000", default=ONE),
    )
    source.close()
    return figure


def read_group(source: fields.Fields) -> Group:
    group = Group(source.text("code"), source.text("title"))
    source.close()
    return group


def read_dimension(source: fields.Fields) -> Dimension:
    dimension = Dimension(
        code=source.text("code"),
        title=source.text("title"),
        items=tuple(_read_item(each) for each in source.inner_list("items")),
        kind=source.word("kind", DIMENSION_KINDS, "marks"),
        weight=source.decimal("weight", least="0", most="100", default=HUNDRED),
        cap=source.optional_decimal("cap", least="0", most=data.MOST_POINTS),
    )
    source.close()
    return dimension


def _read_item(source: fields.Fields) -> Item:
    item = Item(
        code=source.text("code"),
        title=source.text("title"),
        formula=data.read_formula(source.inner("formula")),
        points=source.optional_decimal("points", least="0", most=data.MOST_POINTS),
        groups=source.texts("groups"),
    )
    source.close()
    return item


def read_veto(source: fields.Fields) -> Veto:
    veto = Veto(
        source.text("code"), source.text("title"), source.text("figure"), source.text("consequence", "")
    )
    source.close()
    return veto


def write_figure(figure: Figure) -> dict[str, object]:
    more = issued.present(
        unit=figure.unit,
        kind=None if figure.kind == "number" else figure.kind,
        whole=figure.whole or None,
        effort=None if figure.effort == ONE else str(figure.effort),
    )
    return {"code": figure.code, "title": figure.title, **more}


def write_dimension(dimension: Dimension) -> dict[str, object]:
    more = issued.present(
        kind=None if dimension.kind == "marks" else dimension.kind,
        weight=None if dimension.weight == HUNDRED else str(dimension.weight),
        cap=None if dimension.cap is None else str(dimension.cap),
    )
    items = [_write_item(item) for item in dimension.items]
    return {"code": dimension.code, "title": dimension.title, **more, "items": items}


def _write_item(item: Item) -> dict[str, object]:
    more = issued.present(points=None if item.points is None else str(item.points), groups=list(item.groups))
    formula = data.write_formula(item.formula)
    return {"code": item.code, "title": item.title, **more, "formula": formula}


def write_veto(veto: Veto) -> dict[str, object]:
    more = issued.present(consequence=veto.consequence)
    return {"code": veto.code, "title": veto.title, "figure": veto.figure, **more}
