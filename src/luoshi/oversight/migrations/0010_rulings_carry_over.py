"""What followed from an objection is named, not numbered; rulings on scores know their row of the trail; papers are answered."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

RULED = ("采纳", "不采纳")


def carry(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The editions that corrected, in words; where the trail stood with a ruling, from the trail itself."""
    named = (("Objection", "榜单第 {} 版"), ("ScoreObjection", "得分第 {} 版"))
    for name, told in named:
        model = apps.get_model("oversight", name)
        for row in model.objects.exclude(edition=None):
            model.objects.filter(pk=row.pk).update(corrected=told.format(row.edition))
    trail = apps.get_model("ledgers", "AuditRow").objects.filter(act__in=RULED)
    scored = apps.get_model("oversight", "ScoreObjection")
    for key, seq in trail.filter(ledger="oversight.score_objections").values_list("row", "seq"):
        scored.objects.filter(pk=int(key)).update(seq=seq)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_heads_of_units"),
        ("oversight", "0009_excuses"),
        ("plans", "0008_tasks_and_chasing"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="objection",
            name="list_objection_corrected",
        ),
        migrations.RemoveConstraint(
            model_name="scoreobjection",
            name="score_objection_corrected",
        ),
        migrations.AddField(
            model_name="objection",
            name="corrected",
            field=models.CharField(blank=True, max_length=400, verbose_name="更正结果"),
        ),
        migrations.AddField(
            model_name="scoreobjection",
            name="corrected",
            field=models.CharField(blank=True, max_length=400, verbose_name="更正结果"),
        ),
        migrations.AddField(
            model_name="scoreobjection",
            name="seq",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="裁定时的记录序号"),
        ),
        migrations.RunPython(carry, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="objection",
            name="edition",
        ),
        migrations.RemoveField(
            model_name="scoreobjection",
            name="edition",
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(("corrected", ""), ("state", "accepted"), _connector="OR"),
                name="list_objection_corrected",
                violation_error_message="只有采纳的异议才有更正。",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoreobjection",
            constraint=models.CheckConstraint(
                condition=models.Q(("corrected", ""), ("state", "accepted"), _connector="OR"),
                name="score_objection_corrected",
                violation_error_message="只有采纳的异议才有更正。",
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="in_time",
            field=models.BooleanField(blank=True, null=True, verbose_name="按期回复"),
        ),
        migrations.AddField(
            model_name="paper",
            name="replied_on",
            field=models.DateField(blank=True, null=True, verbose_name="回复日期"),
        ),
        migrations.AddField(
            model_name="paper",
            name="reply",
            field=models.CharField(blank=True, max_length=1000, verbose_name="回复内容"),
        ),
        migrations.AddField(
            model_name="paper",
            name="state",
            field=models.CharField(
                choices=[("issued", "已印发"), ("answered", "已回复")],
                default="issued",
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.AlterField(
            model_name="source",
            name="kind",
            field=models.CharField(
                choices=[
                    ("measure", "台账计量"),
                    ("rows", "台账逐行"),
                    ("target", "目标实绩"),
                    ("plan", "目标分解"),
                    ("completion", "牵头目标完成率"),
                    ("lights", "牵头目标红灯"),
                    ("filings", "迟报月报"),
                    ("tasks", "到期任务"),
                    ("done", "按期完成任务"),
                    ("overdue", "逾期任务"),
                    ("papers", "收到督办文书"),
                    ("replies", "督办文书逾期未复"),
                    ("hand", "手工登记"),
                    ("leaders", "领导评分"),
                    ("peers", "单位互评"),
                ],
                max_length=12,
                verbose_name="来源",
            ),
        ),
        migrations.AddIndex(
            model_name="paper",
            index=models.Index(fields=["unit", "issued_on"], name="oversight_p_unit_id_42f5dd_idx"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "answered"), _negated=True),
                    models.Q(models.Q(("reply", ""), _negated=True), ("replied_on__isnull", False)),
                    _connector="OR",
                ),
                name="paper_replied",
                violation_error_message="已回复的文书要有回复内容和日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("replied_on__isnull", True), ("replied_on__gte", models.F("issued_on")), _connector="OR"
                ),
                name="paper_replied_on",
                violation_error_message="回复日期不能早于印发日期，请核对两个日期。",
            ),
        ),
    ]
