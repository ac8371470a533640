"""What teams that were called back were to sign leaves the sum in the month in which they were."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_heads_of_units"),
        ("projects", "0012_measured_dates"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="team",
            index=models.Index(fields=["unit", "ended_on"], name="projects_te_unit_id_44ed3a_idx"),
        ),
    ]
