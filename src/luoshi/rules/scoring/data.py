"""Reads the formulas of a score from their data, and writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from luoshi.rules import fields, issued
from luoshi.rules.scoring.formulas import (
    BETTER,
    Award,
    Awards,
    Best,
    Fault,
    Faults,
    Formula,
    Panel,
    Part,
    Places,
    Ratings,
    Ratio,
    Sizes,
    Step,
    Threshold,
    Thresholds,
    Types,
)

FormulaKind = Literal[
    "ratio", "thresholds", "faults", "awards", "ratings", "sizes", "types", "places", "best"
]
KINDS: tuple[FormulaKind, ...] = (
    "ratio",
    "thresholds",
    "faults",
    "awards",
    "ratings",
    "sizes",
    "types",
    "places",
    "best",
)
MOST_POINTS = "10000"
NOUGHT, HUNDRED = Decimal(0), Decimal(100)


def read_formula(source: fields.Fields) -> Formula:
    """The formula of the kind that its data names."""
    formula = _READ[source.word("kind", KINDS)](source)
    source.close()
    return formula


def write_formula(formula: Formula) -> dict[str, object]:
    """What ``read_formula`` reads; what is left at its default is left out."""
    match formula:
        case Ratio():
            return _ratio(formula)
        case Thresholds():
            return {"kind": "thresholds", "thresholds": [_threshold(each) for each in formula.thresholds]}
        case Faults():
            return {"kind": "faults", "faults": [_fault(each) for each in formula.faults]}
        case Awards():
            return {"kind": "awards", "awards": [_award(each) for each in formula.awards]}
        case Ratings():
            panels = [{"figure": each.figure, "weight": str(each.weight)} for each in formula.panels]
            more = issued.present(scale=_unless(formula.scale, HUNDRED), trim=formula.trim or None)
            return {"kind": "ratings", "panels": panels, **more}
        case Sizes():
            rest = issued.present(rest=_unless(formula.rest))
            return {"kind": "sizes", "figure": formula.figure, "steps": _steps(formula.steps), **rest}
        case Types():
            types = [{"word": word, "points": str(points)} for word, points in formula.types]
            return {"kind": "types", "figure": formula.figure, "types": types}
        case Places():
            more = issued.present(rest=_unless(formula.rest), better=_low(formula.better))
            points = [str(each) for each in formula.points]
            return {"kind": "places", "figure": formula.figure, "points": points, **more}
        case Best():
            return {"kind": "best", "figure": formula.figure, **issued.present(better=_low(formula.better))}


# ---- reading --------------------------------------------------------------------------------------


def _points(source: fields.Fields, name: str) -> Decimal:
    return source.decimal(name, least="0", most=MOST_POINTS)


def _most(source: fields.Fields, name: str = "most") -> Decimal | None:
    return source.optional_decimal(name, least="0", most=MOST_POINTS)


def _rest(source: fields.Fields) -> Decimal:
    return source.decimal("rest", least="0", most=MOST_POINTS, default=NOUGHT)


def _read_ratio(source: fields.Fields) -> Ratio:
    return Ratio(
        parts=tuple(_read_part(each) for each in source.inner_list("parts")),
        cap=source.decimal("cap", least="100", most="1000", default=HUNDRED),
        least=source.optional_decimal("least", least="0", most="100"),
    )


def _read_part(source: fields.Fields) -> Part:
    part = Part(
        actual=source.text("actual"),
        target=source.text("target", ""),
        constant=source.optional_decimal("constant"),
        share=source.decimal("share", least="0", most="100", default=HUNDRED),
        better=source.word("better", BETTER, "high"),
    )
    source.close()
    return part


def _read_thresholds(source: fields.Fields) -> Thresholds:
    found = []
    for each in source.inner_list("thresholds"):
        found.append(Threshold(each.text("figure"), each.decimal("least"), _points(each, "each")))
        each.close()
    return Thresholds(tuple(found))


def _read_faults(source: fields.Fields) -> Faults:
    found = []
    for each in source.inner_list("faults"):
        curable = each.flag("curable", False)
        found.append(Fault(each.text("figure"), _points(each, "each"), _most(each), curable))
        each.close()
    return Faults(tuple(found))


def _read_awards(source: fields.Fields) -> Awards:
    found = []
    for each in source.inner_list("awards"):
        award = Award(
            figure=each.text("figure"),
            each=_most(each, "each"),
            beyond=each.text("beyond", ""),
            steps=_read_steps(each) if each.has("steps") else (),
            most=_most(each),
        )
        each.close()
        found.append(award)
    return Awards(tuple(found))


def _read_steps(source: fields.Fields) -> tuple[Step, ...]:
    found = []
    for each in source.inner_list("steps"):
        found.append(Step(each.decimal("bound"), _points(each, "points")))
        each.close()
    return tuple(found)


def _read_ratings(source: fields.Fields) -> Ratings:
    panels = []
    for each in source.inner_list("panels"):
        panels.append(Panel(each.text("figure"), each.decimal("weight", least="0", most="100")))
        each.close()
    scale = source.decimal("scale", least="1", most=MOST_POINTS, default=HUNDRED)
    return Ratings(tuple(panels), scale, source.optional_integer("trim") or 0)


def _read_sizes(source: fields.Fields) -> Sizes:
    return Sizes(source.text("figure"), _read_steps(source), _rest(source))


def _read_types(source: fields.Fields) -> Types:
    types = []
    for each in source.inner_list("types"):
        types.append((each.text("word"), _points(each, "points")))
        each.close()
    return Types(source.text("figure"), tuple(types))


def _read_places(source: fields.Fields) -> Places:
    points = source.decimals("points", least="0", most=MOST_POINTS)
    return Places(source.text("figure"), points, _rest(source), source.word("better", BETTER, "high"))


def _read_best(source: fields.Fields) -> Best:
    return Best(source.text("figure"), source.word("better", BETTER, "high"))


_READ: Mapping[FormulaKind, Callable[[fields.Fields], Formula]] = MappingProxyType(
    {
        "ratio": _read_ratio,
        "thresholds": _read_thresholds,
        "faults": _read_faults,
        "awards": _read_awards,
        "ratings": _read_ratings,
        "sizes": _read_sizes,
        "types": _read_types,
        "places": _read_places,
        "best": _read_best,
    }
)


# ---- writing --------------------------------------------------------------------------------------


def _unless(value: Decimal, default: Decimal = NOUGHT) -> str | None:
    return None if value == default else str(value)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _low(better: str) -> str | None:
    return "low" if better == "low" else None


def _ratio(formula: Ratio) -> dict[str, object]:
    parts = [
        {
            "actual": each.actual,
            **issued.present(
                target=each.target,
                constant=_text(each.constant),
                share=_unless(each.share, HUNDRED),
                better=_low(each.better),
            ),
        }
        for each in formula.parts
    ]
    more = issued.present(cap=_unless(formula.cap, HUNDRED), least=_text(formula.least))
    return {"kind": "ratio", "parts": parts, **more}


def _threshold(each: Threshold) -> dict[str, object]:
    return {"figure": each.figure, "least": str(each.least), "each": str(each.each)}


def _fault(each: Fault) -> dict[str, object]:
    more = issued.present(most=_text(each.most), curable=each.curable or None)
    return {"figure": each.figure, "each": str(each.each), **more}


def _award(each: Award) -> dict[str, object]:
    more = issued.present(
        each=_text(each.each), beyond=each.beyond, steps=_steps(each.steps), most=_text(each.most)
    )
    return {"figure": each.figure, **more}


def _steps(steps: tuple[Step, ...]) -> list[dict[str, str]]:
    return [{"bound": str(each.bound), "points": str(each.points)} for each in steps]
