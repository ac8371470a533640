"""What the processes of a run share is made by one of them."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection

from tests import sharing


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """A run of its own, in which nothing has been made."""
    monkeypatch.setenv("LUOSHI_TEST_HOME", str(tmp_path))
    return []


def test_of_four_who_ask_at_once_one_makes_it(made: list[int]) -> None:
    def make() -> list[int]:
        made.append(7)
        return [*made]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: sharing.made_once("seven", make), range(4))) == [[7]] * 4
    assert made == [7]


def test_what_could_not_be_made_is_made_by_the_next(made: list[int]) -> None:
    with pytest.raises(ZeroDivisionError):
        sharing.made_once("ratio", lambda: 1 / 0)
    assert sharing.made_once("ratio", lambda: 1 / 2) == 0.5


def test_every_process_has_a_database_of_its_own(db: None) -> None:
    assert os.environ.get("PYTEST_XDIST_WORKER", "") in str(connection.settings_dict["NAME"])
