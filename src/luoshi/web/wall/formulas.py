"""The parts of a figure that is made by a formula, each with its way down to its rows."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from luoshi.ledgers import facts, figures
from luoshi.ledgers.models import Binding
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.targets import measured
from luoshi.web.plans import formulas
from luoshi.web.wall import views


def values(row: WallRow, binding: Binding) -> dict[str, object]:
    """What the page of the rows behind a formula shows in place of rows."""
    parts = facts.opened([binding])
    start, here = row.target.start, reverse("target_rows", args=[row.target.number])
    held = facts.facts_of(parts, start, row.month, measured.trees_of(binding))
    every = {part.name: figures.figure(part, held[part.pk], start, row.month) for part in parts}
    urls = {part.name: f"{here}?{urlencode({'month': row.month, 'part': part.pk})}" for part in parts}
    words = {part.name: figures.words(part) for part in parts}
    return {
        "row": row,
        "steps": views.steps(row, "rows"),
        "formula": binding.formula,
        "lines": [formulas.line(name, words[name], each, urls[name]) for name, each in every.items()],
        "note": figures.combined(binding.formula, every, binding.unit).note,
    }
