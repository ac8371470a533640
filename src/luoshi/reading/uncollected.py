"""Work that makes many facts and no cycles, done without the search for cycles that the number of facts would set off."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Within, nothing is looked through for cycles, in other threads neither: an eighth of a reading's time, half of the
    time of its JSON. To be held for a moment."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
