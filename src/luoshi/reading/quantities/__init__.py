"""Targets and actuals: what a plan promises in numbers, and what it says is already reached."""

from __future__ import annotations

from luoshi.reading.quantities.reader import read

__all__ = ["read"]
