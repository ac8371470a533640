"""An import that is killed at any moment has written everything or nothing, and the next one succeeds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from django.db import connection

from tests.ledgers.conftest import open_library

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes do not fork on this system"),
]


def killing(times: int, rows: int, work: str) -> dict[str, Any]:
    open_library()
    database = str(connection.settings_dict["NAME"])
    connection.close()
    command = [sys.executable, "-m", "tests.ledgers.killing", database, str(times), str(rows), work]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not ended.stderr, ended.stderr
    assert ended.returncode == 0
    return dict(json.loads(ended.stdout))


TIMES = 200 if connection.vendor == "sqlite" else 40  # there a child has to sign in anew


def test_imports_are_killed_at_any_moment() -> None:
    found = killing(TIMES, 5_000, "whole")
    assert found.pop("finished"), found
    assert found.pop("chain")
    assert (found.pop("first"), found.pop("last")) == ("everything", "everything")
    assert found.pop("something") == 0
    assert found["nothing"] + found["everything"] == TIMES
    assert found["nothing"] > TIMES // 5  # how long one takes varies with what else the machine does


def test_what_is_written_piece_by_piece_is_seen() -> None:
    assert killing(8, 40, "piecemeal")["something"] > 0
