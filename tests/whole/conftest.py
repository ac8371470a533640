"""The sample zone as a fixture."""

from __future__ import annotations

from tests.whole.zone import loaded, year, zone

__all__ = ["loaded", "year", "zone"]
