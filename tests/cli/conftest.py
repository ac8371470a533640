"""The sample zone as a fixture."""

from __future__ import annotations

from tests.whole.zone import loaded, zone

__all__ = ["loaded", "zone"]
