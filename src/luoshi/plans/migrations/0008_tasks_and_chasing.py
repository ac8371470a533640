"""Tasks are handed out, signed for, answered, checked and struck off; what stood open was promised and handed to nobody."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import luoshi.plans.tasks.models

OPEN = ("promised", "assigned", "signed_for", "answered", "returned")


def promise(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """What is open becomes promised: nobody handed it out in this house. What is done and withdrawn stays so."""
    apps.get_model("plans", "Task").objects.filter(state="open").update(state="promised")


def open_again(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Whatever somebody has in hand is open, what was struck off is done; what no plan promised has no place any more."""
    tasks = apps.get_model("plans", "Task").objects
    tasks.filter(clause=None).delete()
    tasks.filter(state__in=OPEN).update(state="open")
    tasks.filter(state="struck_off", done_on=None).update(done_on=models.F("struck_on"))
    tasks.filter(state="struck_off").update(state="done")
    if editor.connection.vendor == "postgresql":
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or the tables that were written cannot be altered


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_heads_of_units"),
        ("plans", "0007_filings_by_month"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "entered",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="进入状态日期"),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True, db_index=True, editable=False, null=True, verbose_name="办理期限"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
                        max_length=40,
                        unique=True,
                        verbose_name="编号",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="申请日期")),
                ("until", models.DateField(verbose_name="申请延至")),
                ("reason", models.CharField(max_length=400, verbose_name="延期理由")),
                ("before", models.DateField(blank=True, null=True, verbose_name="延期前期限")),
                ("answer", models.CharField(blank=True, max_length=400, verbose_name="审批意见")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="审批日期")),
                (
                    "state",
                    models.CharField(
                        choices=[("asked", "待审批"), ("approved", "已同意"), ("refused", "未同意")],
                        default="asked",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("applied", models.BooleanField(default=False, editable=False)),
            ],
            options={
                "verbose_name": "延期申请",
                "ordering": ("-asked_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Inspection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "number",
                    models.CharField(
                        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
                        max_length=40,
                        unique=True,
                        verbose_name="编号",
                    ),
                ),
                ("checked_on", models.DateField(verbose_name="核查日期")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="核查地点")),
                ("seen", models.CharField(blank=True, max_length=1000, verbose_name="现场情况")),
                ("told", models.CharField(blank=True, max_length=400, verbose_name="单位反馈")),
                (
                    "finding",
                    models.CharField(
                        blank=True,
                        choices=[("confirms", "与反馈相符"), ("contradicts", "与反馈不符")],
                        max_length=12,
                        verbose_name="核查认定",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("entered", "已登记"), ("concluded", "已认定")],
                        default="entered",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("acted", models.BooleanField(default=False, editable=False)),
            ],
            options={
                "verbose_name": "现场核查",
                "ordering": ("-checked_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Support",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "entered",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="进入状态日期"),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True, db_index=True, editable=False, null=True, verbose_name="办理期限"
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True, verbose_name="请会签日期")),
                ("opinion", models.CharField(blank=True, max_length=400, verbose_name="会签意见")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="会签日期")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("named", "配合"),
                            ("asked", "待会签"),
                            ("agreed", "已会签"),
                            ("objected", "有不同意见"),
                        ],
                        default="named",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
            ],
            options={
                "verbose_name": "配合单位",
                "ordering": ("task", "unit__order", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "entered",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="进入状态日期"),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True, db_index=True, editable=False, null=True, verbose_name="办理期限"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
                        max_length=40,
                        unique=True,
                        verbose_name="编号",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="申请日期")),
                ("reason", models.CharField(max_length=400, verbose_name="转办理由")),
                ("answer", models.CharField(blank=True, max_length=400, verbose_name="接收意见")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="接收日期")),
                (
                    "state",
                    models.CharField(
                        choices=[("asked", "待接收"), ("accepted", "已接收"), ("refused", "未接收")],
                        default="asked",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("applied", models.BooleanField(default=False, editable=False)),
            ],
            options={
                "verbose_name": "转办移交",
                "ordering": ("-asked_on", "pk"),
            },
        ),
        migrations.AddField(
            model_name="task",
            name="again",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="退回次数"),
        ),
        migrations.AddField(
            model_name="task",
            name="answered_in_time",
            field=models.BooleanField(blank=True, null=True, verbose_name="按时反馈"),
        ),
        migrations.AddField(
            model_name="task",
            name="answered_on",
            field=models.DateField(blank=True, null=True, verbose_name="反馈日期"),
        ),
        migrations.AddField(
            model_name="task",
            name="assigned_on",
            field=models.DateField(blank=True, null=True, verbose_name="交办日期"),
        ),
        migrations.AddField(
            model_name="task",
            name="due_on",
            field=models.DateField(
                blank=True, db_index=True, editable=False, null=True, verbose_name="办理期限"
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="entered",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="进入状态日期"),
        ),
        migrations.AddField(
            model_name="task",
            name="first_limit_on",
            field=models.DateField(blank=True, null=True, verbose_name="原定期限"),
        ),
        migrations.AddField(
            model_name="task",
            name="limit_on",
            field=models.DateField(blank=True, null=True, verbose_name="办结期限"),
        ),
        migrations.AddField(
            model_name="task",
            name="origin",
            field=models.CharField(
                choices=[
                    ("plan", "工作计划"),
                    ("meeting", "会议决定"),
                    ("instruction", "领导批示"),
                    ("higher", "上级交办"),
                    ("other", "其他"),
                ],
                default="plan",
                max_length=12,
                verbose_name="来源",
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="责任人",
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="returned_on",
            field=models.DateField(blank=True, null=True, verbose_name="退回日期"),
        ),
        migrations.AddField(
            model_name="task",
            name="signed_for_on",
            field=models.DateField(blank=True, null=True, verbose_name="签收日期"),
        ),
        migrations.AddField(
            model_name="task",
            name="signed_in_time",
            field=models.BooleanField(blank=True, null=True, verbose_name="按时签收"),
        ),
        migrations.AddField(
            model_name="task",
            name="source",
            field=models.CharField(blank=True, max_length=200, verbose_name="来源说明"),
        ),
        migrations.AddField(
            model_name="task",
            name="struck_on",
            field=models.DateField(blank=True, null=True, verbose_name="销号日期"),
        ),
        migrations.AlterField(
            model_name="task",
            name="clause",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="task",
                to="plans.clause",
                verbose_name="条目",
            ),
        ),
        migrations.AlterField(
            model_name="task",
            name="kind",
            field=models.CharField(
                choices=[("task", "任务"), ("node", "项目节点"), ("mechanism", "工作机制")],
                default="task",
                max_length=10,
                verbose_name="类别",
            ),
        ),
        migrations.AlterField(
            model_name="task",
            name="number",
            field=models.CharField(
                error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
                max_length=12,
                unique=True,
                verbose_name="编号",
            ),
        ),
        migrations.AlterField(
            model_name="task",
            name="state",
            field=models.CharField(
                choices=[
                    ("promised", "未交办"),
                    ("assigned", "待签收"),
                    ("signed_for", "办理中"),
                    ("answered", "待复核"),
                    ("returned", "退回重办"),
                    ("struck_off", "已销号"),
                    ("done", "已完成"),
                    ("withdrawn", "已撤销"),
                ],
                default="promised",
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.AlterField(
            model_name="task",
            name="year",
            field=models.PositiveSmallIntegerField(
                default=luoshi.plans.tasks.models.this_year, verbose_name="年度"
            ),
        ),
        migrations.RunPython(promise, open_again),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["state", "limit_on"], name="task_state_limit"),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("clause__isnull", False), ("origin", "plan")),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="task_source",
                violation_error_message="不是从计划条目来的任务，请在“来源说明”里写明来自哪次会议、哪件批示或哪份文件。",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ("assigned", "signed_for", "answered", "returned", "struck_off")),
                        _negated=True,
                    ),
                    models.Q(
                        ("assigned_on__isnull", False),
                        ("first_limit_on__isnull", False),
                        ("lead_unit__isnull", False),
                        ("limit_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="task_handed_out",
                violation_error_message="已交办的任务要有牵头单位、交办日期、办结期限和原定期限，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("assigned_on__isnull", True),
                    ("limit_on__isnull", True),
                    ("assigned_on__lte", models.F("limit_on")),
                    _connector="OR",
                ),
                name="task_limit",
                violation_error_message="办结期限不能早于交办日期；期限已过的，请先点“修改”填写新的办结期限，再交办。",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("answered", "struck_off")), _negated=True),
                    models.Q(("answered_on__isnull", False), models.Q(("outcome", ""), _negated=True)),
                    _connector="OR",
                ),
                name="task_answered",
                violation_error_message="已反馈的任务要有反馈日期和完成情况，请补填。",
            ),
        ),
        migrations.AddField(
            model_name="extension",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="extensions",
                to="plans.task",
                verbose_name="任务",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="checker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="核查人",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inspections",
                to="plans.task",
                verbose_name="任务",
            ),
        ),
        migrations.AddField(
            model_name="support",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="supports",
                to="plans.task",
                verbose_name="任务",
            ),
        ),
        migrations.AddField(
            model_name="support",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.unit",
                verbose_name="配合单位",
            ),
        ),
        migrations.AddField(
            model_name="transfer",
            name="giver",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.unit",
                verbose_name="移交单位",
            ),
        ),
        migrations.AddField(
            model_name="transfer",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="接收后责任人",
            ),
        ),
        migrations.AddField(
            model_name="transfer",
            name="taker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.unit",
                verbose_name="接收单位",
            ),
        ),
        migrations.AddField(
            model_name="transfer",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="transfers",
                to="plans.task",
                verbose_name="任务",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "asked")),
                fields=("task",),
                name="extension_one_asked",
                violation_error_message="这项任务已有一份延期申请在等审批，请等审批以后再申请。",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(("asked_on__lte", models.F("until"))),
                name="extension_until",
                violation_error_message="申请延至的日期不能早于申请日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "asked"), ("decided_on__isnull", False), _connector="OR"),
                name="extension_decided",
                violation_error_message="已审批的延期申请要有审批日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "entered"),
                    models.Q(models.Q(("finding", ""), _negated=True), models.Q(("seen", ""), _negated=True)),
                    _connector="OR",
                ),
                name="inspection_concluded",
                violation_error_message="已认定的核查要有现场情况和核查认定，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="support",
            constraint=models.UniqueConstraint(
                fields=("task", "unit"),
                name="support_once",
                violation_error_message="这个单位已经是这项任务的配合单位，不用再登记。",
            ),
        ),
        migrations.AddConstraint(
            model_name="support",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "named"), ("asked_on__isnull", False), _connector="OR"),
                name="support_asked",
                violation_error_message="请过会签的要有请会签日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="support",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "objected"), _negated=True),
                    models.Q(("opinion", ""), _negated=True),
                    _connector="OR",
                ),
                name="support_objected",
                violation_error_message="有不同意见的，请写明意见。",
            ),
        ),
        migrations.AddConstraint(
            model_name="transfer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "asked")),
                fields=("task",),
                name="transfer_one_asked",
                violation_error_message="这项任务已有一份转办申请在等接收，请等对方答复以后再申请。",
            ),
        ),
        migrations.AddConstraint(
            model_name="transfer",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "asked"), ("decided_on__isnull", False), _connector="OR"),
                name="transfer_decided",
                violation_error_message="已答复的转办申请要有接收日期，请补填。",
            ),
        ),
    ]
