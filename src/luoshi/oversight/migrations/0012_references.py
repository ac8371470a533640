"""What targets are compared with month by month (全市平均)."""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("oversight", "0011_minutes"),
        ("plans", "0008_tasks_and_chasing"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("period", models.PositiveIntegerField(verbose_name="月份")),
                ("name", models.CharField(max_length=40, verbose_name="对标名称")),
                ("value", models.BigIntegerField(verbose_name="对标值")),
                (
                    "kind",
                    models.CharField(
                        choices=[("preliminary", "快报数"), ("official", "正式数")],
                        default="preliminary",
                        max_length=12,
                        verbose_name="数据性质",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="来源文件")),
                (
                    "state",
                    models.CharField(
                        choices=[("standing", "在用"), ("withdrawn", "已撤销")],
                        default="standing",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="references",
                        to="plans.target",
                        verbose_name="目标",
                    ),
                ),
            ],
            options={
                "verbose_name": "对标值",
                "verbose_name_plural": "对标值",
                "ordering": ("-period", "target", "name", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__gte", 200001),
                            ("period__lte", 209912),
                            django.db.models.lookups.GreaterThan(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("period"), "%%", models.Value(100)
                                ),
                                0,
                            ),
                            django.db.models.lookups.LessThan(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("period"), "%%", models.Value(100)
                                ),
                                13,
                            ),
                        ),
                        name="reference_period",
                        violation_error_message="月份应在2000年1月至2099年12月之间，请写成 2026-03 的样子。",
                    ),
                    models.UniqueConstraint(
                        fields=("target", "period", "name"),
                        name="reference_once",
                        violation_error_message="这个目标这个月的这项对标值已经登记，请直接修改原有的行。",
                    ),
                ],
            },
        ),
    ]
