from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0009_land_checks_policies")]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="judged_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="判断至"),
        ),
        migrations.AddField(
            model_name="signing",
            name="judged_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="履约评定至"),
        ),
        migrations.AlterField(
            model_name="finding",
            name="state",
            field=models.CharField(
                choices=[
                    ("open", "待说明"),
                    ("explained", "已说明"),
                    ("accepted", "已采信"),
                    ("struck", "已剔除"),
                    ("lapsed", "已消除"),
                ],
                default="open",
                max_length=20,
                verbose_name="状态",
            ),
        ),
    ]
