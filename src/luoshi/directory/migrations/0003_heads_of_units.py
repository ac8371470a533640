"""Heads of units: who answers for what a unit hands up."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_chains_charges"),
    ]

    operations = [
        migrations.AlterField(
            model_name="post",
            name="role",
            field=models.CharField(
                choices=[
                    ("clerk", "填报员"),
                    ("head", "单位负责人"),
                    ("leader", "领导"),
                    ("deputy", "分管领导"),
                    ("supervisor", "督查员"),
                    ("auditor", "审计员"),
                    ("administrator", "系统管理员"),
                ],
                max_length=20,
                verbose_name="角色",
            ),
        ),
    ]
