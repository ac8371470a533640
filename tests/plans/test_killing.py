"""Whoever is killed while reading a plan leaves all of it or nothing, and the next one reads it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.plans import build

TIMES = 25


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes do not fork on this system")
def test_who_reads_is_killed_at_any_moment(files: Path) -> None:
    build.cast()
    database = str(connection.settings_dict["NAME"])
    connection.close()
    command = [sys.executable, "-m", "tests.plans.killing", database, str(files), str(TIMES)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not ended.stderr, ended.stderr
    found = json.loads(ended.stdout)
    assert found["finished"] and found["chain"], found
    assert found["something"] == found["files"] == 0
    assert found["nothing"] + found["everything"] == TIMES
    assert found["again"] == found["nothing"] > TIMES // 5
