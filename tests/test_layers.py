"""The way down, for what import-linter cannot see: relations between models named by a string."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path

from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parents[1]


def ranks() -> dict[str, int]:
    """Package -> height in the layers of pyproject.toml; the bottom is 0."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    return {
        name.strip(" ()"): height
        for height, layer in enumerate(reversed(layers))
        for name in layer.split("|")
    }


def package_of(model: type[Model]) -> str:
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "luoshi" else ""


def climbs(source: str, target: str, heights: dict[str, int]) -> bool:
    """True when a relation from `source` to `target` leads up, or to a stranger on the same floor."""
    return bool(source and target) and source != target and heights[source] <= heights[target]


def test_no_relation_leads_up() -> None:
    heights = ranks()
    wrong = [
        f"{field} -> {field.related_model.__name__}"
        for field in chain.from_iterable(model._meta.get_fields() for model in apps.get_models())
        if field.is_relation and not field.auto_created and isinstance(field.related_model, type)
        if climbs(package_of(field.model), package_of(field.related_model), heights)
    ]
    assert wrong == []


def test_the_guard_sees_a_relation_that_leads_up() -> None:
    heights = ranks()
    assert climbs("directory", "plans", heights)
    assert climbs("accounts", "rules", heights)
    assert not climbs("plans", "directory", heights)
    assert not climbs("plans", "plans", heights)
