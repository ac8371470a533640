"""The database itself refuses to change the trail, and on PostgreSQL to delete from it.

On SQLite a refusal to delete would also stop Django's ``flush``, which empties tables by DELETE; on PostgreSQL
it truncates. A later migration that remakes the table on SQLite drops the trigger and must make it again.
"""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    """CREATE TRIGGER ledgers_auditrow_unchanged BEFORE UPDATE ON ledgers_auditrow
    BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END""",
)
POSTGRESQL = (
    """CREATE FUNCTION ledgers_auditrow_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'audit rows are never changed or deleted'; END $$""",
    """CREATE TRIGGER ledgers_auditrow_unchanged BEFORE UPDATE OR DELETE ON ledgers_auditrow
    FOR EACH ROW EXECUTE FUNCTION ledgers_auditrow_refuse()""",
)
STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
UNDO = {
    "sqlite": ("DROP TRIGGER ledgers_auditrow_unchanged",),
    "postgresql": (
        "DROP TRIGGER ledgers_auditrow_unchanged ON ledgers_auditrow",
        "DROP FUNCTION ledgers_auditrow_refuse()",
    ),
}


def make(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in STATEMENTS[editor.connection.vendor]:
        editor.execute(statement)


def drop(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in UNDO[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ledgers", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
