"""Property tests give the same verdict on every machine: same examples, and like everywhere no time limit an example."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("rules", settings.get_profile("luoshi"), derandomize=True, database=None)
settings.load_profile("rules")
