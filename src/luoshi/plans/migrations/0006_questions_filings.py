"""Fields that are filled in by hand become rows: a question for each target that is reported, and filings of months."""

from __future__ import annotations

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import luoshi.directory.calendars.models

REPORTED = "plans.reported"


def ask(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """A question for each target that is reported or has values, under the target's number."""
    model = apps.get_model("plans", "Question")
    reported = apps.get_model("plans", "Reported").objects
    valued = set(reported.values_list("target", flat=True))
    targets = apps.get_model("plans", "Target").objects.select_related("binding")
    for target in targets.order_by("pk"):
        binding = target.binding
        asked = target.state == "active" and binding is not None and binding.ledger == REPORTED
        if not asked and target.pk not in valued:
            continue
        grows = "（增速）" if target.basis == "growth" else ""
        question = model.objects.create(
            number=target.number,
            unit_id=target.lead_unit_id,
            target=target,
            name=f"{target.name}{grows}",
            measured_in=target.unit,
            since=target.start,
            until=max(target.year * 100 + 12, target.start) if asked else target.start,
        )
        reported.filter(target=target).update(question=question)
    _lead(apps, "target", "question__target")
    _settle(editor)


def ask_no_more(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Values lead to their targets again; those of other questions have no place any more."""
    reported = apps.get_model("plans", "Reported").objects
    reported.filter(question__target=None).delete()
    for key, target in apps.get_model("plans", "Question").objects.values_list("pk", "target"):
        if target is not None:
            reported.filter(question=key).update(target=target)
    reported.update(filing=None)
    _lead(apps, "question__target", "target")
    _settle(editor)


def _lead(apps: StateApps, before: str, after: str) -> None:
    """Bindings of reported targets find their values by another way."""
    for binding in apps.get_model("ledgers", "Binding").objects.filter(ledger=REPORTED):
        binding.conditions = [
            {**each, "column": after} if each["column"] == before else each for each in binding.conditions
        ]
        binding.save(update_fields=["conditions"])


def _settle(editor: BaseDatabaseSchemaEditor) -> None:
    """PostgreSQL alters no table whose foreign keys are still to be looked at."""
    if editor.connection.vendor == "postgresql":
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_heads_of_units"),
        ("ledgers", "0011_facts_as_of"),
        ("plans", "0005_shares"),
    ]

    operations = [
        migrations.CreateModel(
            name="Filing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "period",
                    models.PositiveIntegerField(
                        validators=[luoshi.directory.calendars.models.validate_period], verbose_name="月份"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="截止日期")),
                ("submitted_on", models.DateField(blank=True, null=True, verbose_name="上报日期")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="签发日期")),
                ("in_time", models.BooleanField(blank=True, null=True, verbose_name="按时")),
                ("returned", models.PositiveSmallIntegerField(default=0, verbose_name="退回次数")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "填报中"),
                            ("returned", "已退回"),
                            ("submitted", "待签发"),
                            ("signed", "已签发"),
                            ("locked", "已锁定"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
            ],
            options={
                "verbose_name": "单位月报",
                "verbose_name_plural": "单位月报",
                "ordering": ("-period", "unit__code", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("number", models.CharField(blank=True, max_length=20, unique=True, verbose_name="编号")),
                (
                    "template",
                    models.CharField(
                        blank=True, default="主要指标月报", max_length=60, verbose_name="所属报表"
                    ),
                ),
                ("name", models.CharField(max_length=310, verbose_name="填报项")),
                ("measured_in", models.CharField(max_length=40, verbose_name="计量单位")),
                (
                    "kind",
                    models.CharField(
                        choices=[("to_date", "本年累计数"), ("month", "当月数"), ("stock", "月末数")],
                        default="to_date",
                        max_length=10,
                        verbose_name="填法",
                    ),
                ),
                (
                    "since",
                    models.PositiveIntegerField(
                        validators=[luoshi.directory.calendars.models.validate_period],
                        verbose_name="起始月份",
                    ),
                ),
                (
                    "until",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[luoshi.directory.calendars.models.validate_period],
                        verbose_name="截止月份",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=400, verbose_name="仍须填报的理由")),
            ],
            options={
                "verbose_name": "填报项",
                "ordering": ("number", "pk"),
            },
        ),
        migrations.AlterModelOptions(
            name="reported",
            options={"ordering": ("-period", "question", "pk"), "verbose_name": "填报数"},
        ),
        migrations.RemoveConstraint(
            model_name="reported",
            name="reported_once",
        ),
        migrations.AlterField(
            model_name="reported",
            name="target",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reported",
                to="plans.target",
                verbose_name="目标",
            ),
        ),
        migrations.AlterField(
            model_name="reported",
            name="value",
            field=models.BigIntegerField(verbose_name="填报值"),
        ),
        migrations.AddField(
            model_name="filing",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="filings",
                to="directory.unit",
                verbose_name="填报单位",
            ),
        ),
        migrations.AddField(
            model_name="reported",
            name="filing",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="values",
                to="plans.filing",
                verbose_name="单位月报",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="target",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="question",
                to="plans.target",
                verbose_name="目标",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questions",
                to="directory.unit",
                verbose_name="填报单位",
            ),
        ),
        migrations.AddField(
            model_name="reported",
            name="question",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reported",
                to="plans.question",
                verbose_name="填报项",
            ),
        ),
        migrations.RunPython(ask, ask_no_more),
        migrations.RemoveField(model_name="reported", name="target"),
        migrations.AlterField(
            model_name="reported",
            name="question",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reported",
                to="plans.question",
                verbose_name="填报项",
            ),
        ),
        migrations.AddConstraint(
            model_name="reported",
            constraint=models.UniqueConstraint(
                fields=("question", "period"),
                name="reported_once",
                violation_error_message="这一项这个月已经填报，请直接修改原有的数。",
            ),
        ),
        migrations.AddConstraint(
            model_name="filing",
            constraint=models.CheckConstraint(
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
                name="filing_period",
                violation_error_message="月份应在2000年1月至2099年12月之间，请写成 2026-03 的样子。",
            ),
        ),
        migrations.AddConstraint(
            model_name="filing",
            constraint=models.UniqueConstraint(
                fields=("unit", "period"),
                name="filing_once",
                violation_error_message="这个单位这个月的月报已经有了，请刷新页面。",
            ),
        ),
        migrations.AddConstraint(
            model_name="filing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("signed", "locked")), _negated=True),
                    models.Q(("signed_on__isnull", False), ("submitted_on__isnull", False)),
                    _connector="OR",
                ),
                name="filing_signed",
                violation_error_message="签发的月报要有上报日期和签发日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since__gte", 200001),
                    ("since__lte", 209912),
                    django.db.models.lookups.GreaterThan(
                        django.db.models.expressions.CombinedExpression(
                            models.F("since"), "%%", models.Value(100)
                        ),
                        0,
                    ),
                    django.db.models.lookups.LessThan(
                        django.db.models.expressions.CombinedExpression(
                            models.F("since"), "%%", models.Value(100)
                        ),
                        13,
                    ),
                ),
                name="question_since",
                violation_error_message="月份应在2000年1月至2099年12月之间，请写成 2026-03 的样子。",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(("unit__isnull", False), ("target__isnull", False), _connector="OR"),
                name="question_asks_somebody",
                violation_error_message="请写明由哪个单位填报。",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                condition=models.Q(("target__isnull", True)),
                fields=("template", "unit", "name"),
                name="question_once_a_template",
                violation_error_message="这张报表已经向该单位要这一项，请直接修改原有的行。",
            ),
        ),
    ]
