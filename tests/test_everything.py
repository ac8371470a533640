"""What a run of all tests may leave out, and what it may not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from luoshi.reading.sources import office
from tests import browser, conftest, everything, postgres

ROOT = Path(__file__).resolve().parents[1]


def lacking_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "executable", lambda: None)
    monkeypatch.setattr(postgres, "binaries", lambda: None)
    monkeypatch.setattr(office, "program", lambda: None)


def test_what_is_missing_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking_all(monkeypatch)
    missing = everything.what_is_missing()
    assert [phrase.split(" (")[0] for phrase in missing] == [
        "browser tests",
        "tests on PostgreSQL",
        "old Word and WPS files",
    ]
    assert all("apt-get install" in phrase for phrase in missing)


def test_where_nothing_may_be_skipped_a_missing_browser_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking_all(monkeypatch)
    monkeypatch.setenv("LUOSHI_TEST_ALL", "1")
    monkeypatch.setattr(everything, "passes", lambda step: pytest.fail("nothing should have been run"))
    assert everything.main() == 1
    assert "nothing may be skipped" in capsys.readouterr().out


@pytest.mark.parametrize(("allowed", "status"), [("", 0), ("1", 1)])
def test_a_test_that_skips_itself_fails_where_nothing_may_be_skipped(
    tmp_path: Path, allowed: str, status: int
) -> None:
    (tmp_path / "test_it.py").write_text(
        "import pytest\n\ndef test_it():\n    pytest.skip('no reason')\n", "utf-8"
    )
    words = [
        "-q",
        "-p",
        "no:django",
        "-p",
        "no:cacheprovider",
        "-p",
        "tests.conftest",
        "-c",
        os.devnull,
        str(tmp_path),
    ]
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", *words],
        cwd=ROOT,
        env={**os.environ, "LUOSHI_TEST_ALL": allowed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == status, answer.stdout


@pytest.mark.django_db
def test_a_test_with_the_database_marker_touches_it(request: pytest.FixtureRequest) -> None:
    assert conftest.touches_database(request.node)


def test_a_test_that_asks_for_the_database_touches_it(request: pytest.FixtureRequest, db: None) -> None:
    assert conftest.touches_database(request.node)


def test_any_other_does_not(request: pytest.FixtureRequest) -> None:
    assert not conftest.touches_database(request.node)
