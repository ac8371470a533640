"""Leaders whose names stood in text are people afterwards, and their names are text again on the way back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps

from luoshi.accounts.models import User

BEFORE, AFTER = [("projects", "0001_initial")], [("projects", "0002_people")]


def migrated(to: list[tuple[str, str]]) -> StateApps:
    executor = MigrationExecutor(connection)
    return executor.migrate(to).apps


@pytest.fixture
def before(transactional_db: None) -> Iterator[StateApps]:
    executor = MigrationExecutor(connection)
    executor.migrate(BEFORE)
    yield executor.loader.project_state([*BEFORE, ("accounts", "0001_initial")]).apps
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def sign(apps: StateApps, number: str, leader: str) -> None:
    unit = apps.get_model("directory", "Unit").objects.get_or_create(code="01", name="云溪", kind="zone")[0]
    apps.get_model("projects", "Signing").objects.create(
        number=number,
        project=number,
        investor="某公司",
        amount=1,
        signed_on="2026-01-01",
        unit=unit,
        leader=leader,
    )


def test_names_become_people_and_people_names(before: StateApps) -> None:
    User.objects.create_user("gaoyuan", name="高远")
    User.objects.create_user("lin1", name="林岚")
    User.objects.create_user("林岚", name="林岚")
    for number, name in (("1", "高远"), ("2", "唐溪"), ("3", "唐溪 "), ("4", ""), ("5", "林岚")):
        sign(before, number, name)
    apps = migrated(AFTER)
    led = apps.get_model("projects", "Signing").objects.order_by("number")
    assert list(led.values_list("leader__username", flat=True)) == ["gaoyuan", "唐溪", "唐溪", None, "林岚2"]
    entry = User.objects.get(username="唐溪")
    assert entry.name == "唐溪"
    assert not check_password("", entry.password) and not entry.has_usable_password()
    back = migrated(BEFORE).get_model("projects", "Signing").objects.order_by("number")
    assert list(back.values_list("leader", flat=True)) == ["高远", "唐溪", "唐溪", "", "林岚"]
