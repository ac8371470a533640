"""What a new version of a rule is drafted on: the one in force, else the one that its kind starts with."""

from __future__ import annotations

import json
from typing import Any

from django.utils import timezone

from luoshi.ledgers.rulebook import Kind

OUTSIDE = ("name", "version", "effective_from")
"""What the form has as fields of their own."""


def initial(kind: Kind[Any], code: str) -> dict[str, Any]:
    """What the form of a new version begins with; ``code`` says of which rule, "" the first that the kind starts with."""
    code = code or kind.code_of(kind.starting[0])
    versions = kind.versions(code)
    row = versions.in_force(timezone.localdate())
    if row is None and kind.falls_back(code):
        return _first_of(kind, code)
    starting = next((rule for rule in kind.starting if kind.code_of(rule) == code), kind.starting[0])
    data = row.data if row else starting.to_data()
    return _filled(data, str(versions.count() + 1))


def _first_of(kind: Kind[Any], subject: str) -> dict[str, Any]:
    """The first rule of a subject, drafted on the one that has judged it until now."""
    row = kind.versions("").in_force(timezone.localdate())
    own = {
        "code": f"{kind.name}-{subject}",
        "name": f"{kind.title}（{dict(kind.subjects)[subject]}）",
        "subject": subject,
    }
    return _filled(
        (row.data if row else kind.starting[0].to_data()) | own, str(kind.versions(subject).count() + 1)
    )


def _filled(data: dict[str, Any], version: str) -> dict[str, Any]:
    inside = {name: value for name, value in data.items() if name not in OUTSIDE}
    return {
        "name": data["name"],
        "version": version,
        "effective_from": timezone.localdate(),
        "content": json.dumps(inside, ensure_ascii=False, indent=2),
    }
