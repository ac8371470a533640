"""How the starting schemes of assessment are written down: an item, and the two formulas that most items have."""

from __future__ import annotations

from collections.abc import Mapping


def ratio(actual: str, target: str, cap: str = "100") -> dict[str, object]:
    """A figure against another."""
    return {"kind": "ratio", "parts": [{"actual": actual, "target": target}], "cap": cap}


def reached(actual: str, constant: str, cap: str = "100") -> dict[str, object]:
    """A figure against a number that is the same for everybody."""
    return {"kind": "ratio", "parts": [{"actual": actual, "constant": constant}], "cap": cap}


def item(
    code: str, title: str, points: str, formula: Mapping[str, object], *groups: str
) -> dict[str, object]:
    """A line of the scorebook, asked of some groups or of all."""
    return {"code": code, "title": title, "points": points, "formula": formula, "groups": list(groups)}
