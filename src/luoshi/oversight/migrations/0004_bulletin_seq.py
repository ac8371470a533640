"""A bulletin remembers where the trail stood when it was issued; of those issued before nobody knows."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("oversight", "0003_baselines_and_forecasts"),)
    operations = (
        migrations.AddField(
            "bulletin",
            "seq",
            models.BigIntegerField("印发时的记录序号", null=True, blank=True, editable=False),
        ),
    )
