"""The templates that a zone starts with, until its office issues its own: one file of data each."""

from __future__ import annotations

import json
from importlib import resources

from luoshi.reports.templates import Template


def _shipped(name: str) -> Template:
    text = resources.files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    return Template.from_data(json.loads(text))


BULLETIN = _shipped("bulletin")
CORRECTION = _shipped("correction")
#: Those that are issued by themselves; a correction is issued when what it corrects is.
TEMPLATES = (BULLETIN, *(_shipped(name) for name in ("meeting", "economy", "special", "brief", "page")))
SHIPPED = (*TEMPLATES, CORRECTION)
