"""Every process of a run of the tests has a data folder of its own, and sees no files but its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.settings import PROCESS
from tests.whole.zone import everything

ROOT = Path(__file__).resolve().parents[1]
SAVE = """
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
print(default_storage.path(default_storage.save("plans/saved.txt", ContentFile(b"x"))))
"""


def saved_by(process: str) -> Path:
    """A file that a process of that name keeps, in the same run as this one."""
    env = {**os.environ, "PYTEST_XDIST_WORKER": process, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    answer = subprocess.run(
        [sys.executable, "-c", SAVE], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    return Path(answer.stdout.strip())


@pytest.mark.parametrize(("process", "seen"), [(PROCESS, True), ("neighbour", False)], ids=["own", "other"])
def test_only_the_files_of_this_process_are_seen(process: str, seen: bool, db: None) -> None:
    before = everything()
    file = saved_by(process)
    try:
        assert file.is_file()
        assert (everything() != before) is seen
    finally:
        file.unlink()
