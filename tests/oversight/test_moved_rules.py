"""Rules that were issued before they stood in the machinery are there afterwards, under the same keys."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps

from luoshi.ledgers.models import Rule
from luoshi.rules import defaults

BEFORE, AFTER = [("oversight", "0001_initial")], [("oversight", "0002_rules_below")]


def migrated(to: list[tuple[str, str]]) -> StateApps:
    executor = MigrationExecutor(connection)
    return executor.migrate(to).apps


@pytest.fixture
def before(transactional_db: None) -> Iterator[StateApps]:
    yield migrated(BEFORE)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_they_keep_their_keys_and_new_ones_come_after(before: StateApps) -> None:
    kept = {
        "kind": "light",
        "code": "target-progress",
        "name": "目标进度灯",
        "number": "1",
        "effective_from": datetime.date(2020, 1, 1),
        "data": defaults.LIGHT_RULE.to_data(),
        "author": "林昭",
    }
    before.get_model("oversight", "RuleVersion").objects.create(pk=7, **kept)
    migrated(AFTER)
    assert Rule.objects.values(*kept).get(pk=7) == kept
    assert Rule.objects.create(**kept | {"number": "2"}).pk > 7
    back = migrated(BEFORE).get_model("oversight", "RuleVersion")
    assert list(back.objects.order_by("pk").values_list("number", flat=True)) == ["1", "2"]
