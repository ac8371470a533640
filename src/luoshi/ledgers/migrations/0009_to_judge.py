from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledgers", "0008_touches")]

    operations = [
        migrations.CreateModel(
            name="ToJudge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("judge", models.CharField(db_index=True, max_length=40)),
            ],
        ),
    ]
