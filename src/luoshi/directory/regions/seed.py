"""The provinces, from a table beside this module."""

from __future__ import annotations

from importlib import resources

from luoshi.directory.regions.models import Region


def seed() -> int:
    """Add the provinces that are missing; returns how many were added. Rows that stand are left alone."""
    known = set(Region.objects.values_list("code", flat=True))
    text = resources.files(__package__).joinpath("provinces.tsv").read_text(encoding="utf-8")
    rows = [Region(code=code, name=name) for code, name in (line.split("\t") for line in text.splitlines())]
    missing = [row for row in rows if row.code not in known]
    Region.objects.bulk_create(missing)
    return len(missing)
