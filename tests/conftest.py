"""What every test may ask for, and which tests a machine can run."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest
from django.test import TransactionTestCase

from tests import browser, emptying, sharing

SHARED = Path(__file__).resolve().parents[2] / "shared"
NOTHING_SKIPPED = os.environ.get("LUOSHI_TEST_ALL") == "1"
# No test is timed: the first example of many compiles patterns, and machines are shared.
hypothesis.settings.register_profile(
    "luoshi", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("luoshi")
# Thousands of tests and a whole web framework are looked through for garbage rarely, and then not at all: see below.
gc.set_threshold(50_000, 20, 20)
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="run only tests that touch the database, without a browser",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if browser.executable() is None:
        skip_marked(items, "browser", "no Chromium on this machine")
    if not SHARED.is_dir():
        skip_marked(items, "shared", "the shared texts do not stand beside the repository")
    if config.getoption("--database-only"):
        left_out = [
            item for item in items if not touches_database(item) or item.get_closest_marker("browser")
        ]
        config.hook.pytest_deselected(items=left_out)
        dropped = set(left_out)
        items[:] = [item for item in items if item not in dropped]
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What is there before the first test stays to the end: it is no garbage, and need not be looked through."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped, a skipped test has failed; only the texts beside the repository may be absent."""
    report = yield
    skipped = report.skipped and not hasattr(report, "wasxfail")
    if skipped and NOTHING_SKIPPED and item.get_closest_marker("shared") is None:
        report.outcome = "failed"
    return report


def skip_marked(items: list[pytest.Item], marker: str, reason: str) -> None:
    for item in items:
        if item.get_closest_marker(marker):
            item.add_marker(pytest.mark.skip(reason=reason))


def touches_database(item: pytest.Item) -> bool:
    """By its marker, by a fixture it asks for, or by its class."""
    case = getattr(item, "cls", None)
    return (
        item.get_closest_marker("django_db") is not None
        or not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
        or (isinstance(case, type) and issubclass(case, TransactionTestCase))
    )


@pytest.fixture(scope="session", autouse=True)
def emptied() -> Generator[None]:
    """Tests with transactions of their own leave empty tables behind, the trail's too."""
    with pytest.MonkeyPatch.context() as patch:
        emptying.lift_where_tables_are_emptied(patch)
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Generator[None]:
    """Migrations take long: one process of a run does them."""
    with pytest.MonkeyPatch.context() as patch:
        sharing.migrate_once(patch)
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared texts; mark the test `shared`, it is skipped where the folder is absent."""
    return SHARED
