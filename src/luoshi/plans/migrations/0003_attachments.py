"""The files that prove reported values become attachments like those of any other ledger; they stay where they lie."""

from __future__ import annotations

from pathlib import PurePath

from django.core.files.storage import default_storage
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

LEDGER, SLOT = "plans.reported", "佐证"


def move(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    attachments = apps.get_model("ledgers", "Attachment").objects
    for held in apps.get_model("plans", "Evidence").objects.order_by("pk"):
        path = held.file.name
        attachments.create(
            ledger=LEDGER,
            row=held.reported_id,
            slot=SLOT,
            name=held.filename,
            kind=PurePath(path).suffix.removeprefix(".").upper()[:20],
            size=default_storage.size(path) if default_storage.exists(path) else 0,
            sha256=held.sha256,
            path=path,
            by=held.uploaded_by,
            at=held.uploaded_at,
        )


def move_back(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    former = apps.get_model("plans", "Evidence").objects
    kept = apps.get_model("ledgers", "Attachment").objects.filter(ledger=LEDGER, removed_at=None)
    known = set(apps.get_model("plans", "Reported").objects.values_list("pk", flat=True))
    for held in kept.filter(row__in=known).order_by("pk"):
        made = former.create(
            reported_id=held.row, file=held.path, filename=held.name, sha256=held.sha256, uploaded_by=held.by
        )
        former.filter(pk=made.pk).update(uploaded_at=held.at)
    kept.delete()


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_findings"), ("ledgers", "0006_attachments")]
    operations = [
        migrations.RunPython(move, move_back),
        migrations.DeleteModel("Evidence"),
    ]
