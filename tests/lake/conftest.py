"""The lake is tested on the library, as the machinery is."""

from __future__ import annotations

import sys

import pytest

from tests.ledgers.conftest import library, registered

# PySpark takes a process whose main module has no file for its own doctests; the workers of pytest are such.
vars(sys.modules["__main__"]).setdefault("__file__", pytest.__file__)

__all__ = ["library", "registered"]
