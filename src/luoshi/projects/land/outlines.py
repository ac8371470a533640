"""The outline of a piece of land, and whether it is as large as is said."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError

from luoshi.ledgers.columns.places import area_of

TOLERANCE = 2  # per cent of the area that is said; plans and surveys differ by less
SQUARE_METRES = Fraction(20, 3)  # in a hundredth of a mu; a mu is 2000/3 square metres


def refuse_other_area(place: Mapping[str, Any] | None, area: int | None) -> None:
    """Raise ValidationError at ``place`` where its outline and ``area``, in hundredths of a mu, differ too much."""
    if not place or not area:
        return
    drawn = Fraction(area_of(place)) / SQUARE_METRES
    if abs(drawn - area) * 100 > area * TOLERANCE:
        mu = round(drawn / 100, 1)
        raise ValidationError(
            {
                "place": f"边界围成 {float(mu):g} 亩，面积填的是 {area / 100:g} 亩，相差超过 {TOLERANCE}%，请核对。"
            }
        )
