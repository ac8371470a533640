"""The way down, for what import-linter cannot see: relations between models named by a string."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path

from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parents[1]


def ranks(contract: str = "layers") -> dict[str, int]:
    """Package -> height in the layers of one contract of pyproject.toml; the bottom is 0."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each["id"] == contract)
    return {
        name.strip(" ()"): height
        for height, layer in enumerate(reversed(layers))
        for name in layer.split("|")
    }


def package_of(model: type[Model]) -> str:
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "luoshi" else ""


def part_of(model: type[Model]) -> str:
    """The part of the family of projects to which a model belongs; "" for the models of others."""
    parts = model.__module__.split(".")
    return parts[2] if parts[:2] == ["luoshi", "projects"] else ""


def climbs(source: str, target: str, heights: dict[str, int]) -> bool:
    """True when a relation from `source` to `target` leads up, or to a stranger on the same floor."""
    return bool(source and target) and source != target and heights[source] <= heights[target]


def relations() -> list[tuple[str, type[Model], type[Model]]]:
    """Every relation that a model declares: what it is called, whose it is, where it leads."""
    return [
        (f"{field} -> {field.related_model.__name__}", field.model, field.related_model)
        for field in chain.from_iterable(model._meta.get_fields() for model in apps.get_models())
        if field.is_relation and not field.auto_created and isinstance(field.related_model, type)
    ]


def test_no_relation_leads_up() -> None:
    heights = ranks()
    wrong = [said for said, a, b in relations() if climbs(package_of(a), package_of(b), heights)]
    assert wrong == []


def test_no_relation_leads_up_among_projects() -> None:
    heights = ranks("family")
    assert [said for said, a, b in relations() if climbs(part_of(a), part_of(b), heights)] == []
    assert any(part_of(a) == "delivery" and part_of(b) == "investment" for _, a, b in relations())


def test_the_guard_sees_a_relation_that_leads_up() -> None:
    heights = ranks()
    assert climbs("directory", "plans", heights)
    assert climbs("accounts", "rules", heights)
    assert not climbs("plans", "directory", heights)
    assert not climbs("plans", "plans", heights)
    assert climbs("land", "investment", ranks("family"))
    assert not climbs("delivery", "land", ranks("family"))
