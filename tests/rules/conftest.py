"""Property tests give the same verdict on every machine: same examples, no time limit an example."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("luoshi", derandomize=True, database=None)
settings.load_profile("luoshi")
