"""The units that support a decision, kept with it; of earlier decisions those that support its task."""

from typing import Any

from django.db import migrations, models


def keep(apps: Any, editor: Any) -> None:
    """Name the supporting units of every decision as they are called now."""
    decisions = apps.get_model("oversight", "Decision").objects.using(editor.connection.alias)
    supports = apps.get_model("plans", "Support").objects.using(editor.connection.alias)
    for decision in decisions.all():
        found = supports.filter(task=decision.task_id).select_related("unit").order_by("unit__order", "pk")
        named = "、".join(each.unit.short_name or each.unit.name for each in found)
        if named:
            decisions.filter(pk=decision.pk).update(supporting=named[:1000])


class Migration(migrations.Migration):
    dependencies = [
        ("oversight", "0012_references"),
        ("plans", "0008_tasks_and_chasing"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="supporting",
            field=models.CharField(blank=True, max_length=1000, verbose_name="配合单位"),
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
