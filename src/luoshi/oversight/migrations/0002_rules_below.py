"""Issued rules go down to the machinery with their keys, so that their trail still leads to them."""

from __future__ import annotations

from typing import Any

from django.core.management.color import no_style
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

NAMES = ("id", "version", "kind", "code", "name", "number", "effective_from", "data", "author")
OLD, NEW = ("oversight", "RuleVersion"), ("ledgers", "Rule")


def down(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    move(apps.get_model(*OLD), apps.get_model(*NEW), editor)


def up(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    move(apps.get_model(*NEW), apps.get_model(*OLD), editor)


def move(source: Any, target: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """All rows with their keys; the next key comes after theirs."""
    rows = [target(**values) for values in source.objects.order_by("pk").values(*NAMES)]
    target.objects.bulk_create(rows)
    source.objects.all().delete()
    for statement in editor.connection.ops.sequence_reset_sql(no_style(), [target]):
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("oversight", "0001_initial"), ("ledgers", "0003_rules")]
    operations = [migrations.RunPython(down, up), migrations.DeleteModel(name="RuleVersion")]
