"""The trail becomes a chain: rows that are there get their numbers and fingerprints, and the guard is made again.

The guard now refuses to delete too, on both databases, and on PostgreSQL to truncate. Who empties tables on purpose
(Django's ``flush``) has to lift it. A later migration that remakes the table on SQLite has to make the triggers again.
"""

from __future__ import annotations

from typing import Any

import django.utils.timezone
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from luoshi.ledgers import chain

BATCH = 500
TRIGGERS = {
    "sqlite": (
        """CREATE TRIGGER ledgers_auditrow_unchanged BEFORE UPDATE ON ledgers_auditrow
        BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END""",
        """CREATE TRIGGER ledgers_auditrow_kept BEFORE DELETE ON ledgers_auditrow
        BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END""",
    ),
    "postgresql": (
        """CREATE TRIGGER ledgers_auditrow_unchanged BEFORE UPDATE OR DELETE ON ledgers_auditrow
        FOR EACH ROW EXECUTE FUNCTION ledgers_auditrow_refuse()""",
        """CREATE TRIGGER ledgers_auditrow_kept BEFORE TRUNCATE ON ledgers_auditrow
        FOR EACH STATEMENT EXECUTE FUNCTION ledgers_auditrow_refuse()""",
    ),
}
LIFTED = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS ledgers_auditrow_unchanged",
        "DROP TRIGGER IF EXISTS ledgers_auditrow_kept",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS ledgers_auditrow_unchanged ON ledgers_auditrow",
        "DROP TRIGGER IF EXISTS ledgers_auditrow_kept ON ledgers_auditrow",
    ),
}
FORMER = {
    "sqlite": TRIGGERS["sqlite"][:1],
    "postgresql": TRIGGERS["postgresql"][:1],
}  # those of migration 0002


def make(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in TRIGGERS[editor.connection.vendor]:
        editor.execute(statement)


def lift(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in LIFTED[editor.connection.vendor]:
        editor.execute(statement)


def make_former(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in FORMER[editor.connection.vendor]:
        editor.execute(statement)


def link(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Number and chain the rows that are there, in the order in which they were written."""
    trail: models.QuerySet[Any] = models.QuerySet(apps.get_model("ledgers", "AuditRow"))
    head = apps.get_model("ledgers", "AuditHead")(id=1, seq=0, hash="", algorithm=chain.algorithm())
    last = 0
    while rows := list(trail.filter(pk__gt=last).order_by("pk")[:BATCH]):
        for row in rows:
            row.seq = head.seq + 1
            row.hash = chain.digest(head.algorithm, head.hash, chain.values(row))
            head.seq, head.hash = row.seq, row.hash
        trail.bulk_update(rows, ["seq", "hash"])
        last = rows[-1].pk
    head.save()


class Migration(migrations.Migration):
    dependencies = [("ledgers", "0004_reviews")]
    operations = [
        migrations.RunPython(lift, make_former),
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField(default=0, verbose_name="序号")),
                ("hash", models.CharField(blank=True, max_length=64, verbose_name="指纹")),
                ("algorithm", models.CharField(max_length=10, verbose_name="算法")),
            ],
            options={
                "verbose_name": "操作记录链头",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="audit_head_only_one")
                ],
            },
        ),
        migrations.AddField(
            "auditrow", "seq", models.BigIntegerField(editable=False, null=True, verbose_name="序号")
        ),
        migrations.AddField(
            "auditrow",
            "hash",
            models.CharField(default="", editable=False, max_length=64, verbose_name="指纹"),
            preserve_default=False,
        ),
        migrations.AlterField(
            "auditrow",
            "at",
            models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="时间"),
        ),
        migrations.RunPython(link, migrations.RunPython.noop),
        migrations.AlterField(
            "auditrow",
            "seq",
            models.BigIntegerField(editable=False, unique=True, verbose_name="序号"),
        ),
        migrations.RunPython(make, lift),
    ]
