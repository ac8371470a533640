"""The sections and divisions of GB/T 4754-2017, from a table beside this module."""

from __future__ import annotations

import csv
from importlib import resources

from luoshi.directory.industries.models import Industry


def seed() -> int:
    """Add the industries that are missing; returns how many were added. Rows that stand are left alone."""
    added = 0
    by_code = {row.code: row for row in Industry.objects.all()}
    for line in table():
        if line["code"] in by_code:
            continue
        parent = by_code.get(line["section"])
        by_code[line["code"]] = Industry.objects.create(**line, parent=parent)
        added += 1
    return added


def table() -> list[dict[str, str]]:
    """The classification as it ships: code, section, name, words; a section stands before its divisions."""
    text = resources.files(__package__).joinpath("classification.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))
