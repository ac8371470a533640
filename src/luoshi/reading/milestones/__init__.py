"""Milestones: named projects and the stage each is to reach."""

from __future__ import annotations

from luoshi.reading.milestones.reader import read

__all__ = ["read"]
