"""Our own site as if somebody wrote into one ledger between any two requests: what was read from it is made anew."""

from __future__ import annotations

from luoshi.wsgi import application  # first: it sets Django up

# isort: split

import itertools
import os

from luoshi.ledgers import marks, registry, standing
from luoshi.ledgers.models import Mark

__all__ = ["application"]

TOUCHED = (
    registry.ledger(os.environ["BENCH_LEDGER"]).model._meta.db_table,
    Mark._meta.db_table,
    *marks.of([os.environ["BENCH_LEDGER"]]),
    standing.ANY,
)

_head, _writes = standing.head, itertools.count()
standing.head = lambda: {**_head(), **dict.fromkeys(TOUCHED, f"write {next(_writes)}")}
