"""Who chaired a round and attended it, and what its minutes are written from."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("oversight", "0010_rulings_carry_over"),
    ]

    operations = [
        migrations.AddField(
            model_name="round",
            name="attendance",
            field=models.CharField(blank=True, max_length=1000, verbose_name="出席"),
        ),
        migrations.AddField(
            model_name="round",
            name="chair",
            field=models.CharField(blank=True, max_length=100, verbose_name="主持"),
        ),
        migrations.AddField(
            model_name="round",
            name="minutes",
            field=models.JSONField(blank=True, null=True, verbose_name="纪要内容"),
        ),
    ]
