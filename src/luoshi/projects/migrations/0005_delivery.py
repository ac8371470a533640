"""Delivery whole: pools, statistics, needs, problems, returns, opinions; what projects, months and nodes gain."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

import luoshi.directory.calendars.models


def stand_where_dates_show(apps: Any, schema_editor: Any) -> None:
    """Nodes have a state from now on: those with a day of completion are done."""
    apps.get_model("projects", "Node").objects.filter(done_on__isnull=False).update(state="done")


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_chains_charges"),
        ("enterprises", "0001_initial"),
        ("projects", "0004_investment"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Need",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("land", "用地"),
                            ("finance", "融资"),
                            ("labour", "用工"),
                            ("water", "供水"),
                            ("power", "供电"),
                            ("gas", "供气"),
                            ("sewage", "排污"),
                            ("road", "道路"),
                            ("energy", "能耗"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="要素",
                    ),
                ),
                ("content", models.CharField(max_length=400, verbose_name="需求内容")),
                ("amount", models.CharField(blank=True, max_length=40, verbose_name="需求量")),
                ("raised_on", models.DateField(verbose_name="提出日期")),
                ("accepted_on", models.DateField(blank=True, null=True, verbose_name="受理日期")),
                ("answer", models.CharField(blank=True, max_length=400, verbose_name="办理结果")),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="满足日期")),
                ("accepted_in_time", models.BooleanField(blank=True, null=True, verbose_name="按时受理")),
                ("met_in_time", models.BooleanField(blank=True, null=True, verbose_name="按时满足")),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="备注")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "已提出"),
                            ("accepted", "已受理"),
                            ("met", "已满足"),
                            ("refused", "不予满足"),
                        ],
                        default="raised",
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
            ],
            options={
                "verbose_name": "要素需求",
                "verbose_name_plural": "要素需求",
                "ordering": ("-raised_on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Opinion",
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
                (
                    "owner",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("very_low", "很低"),
                            ("low", "较低"),
                            ("medium", "一般"),
                            ("high", "较高"),
                            ("very_high", "很高"),
                        ],
                        max_length=20,
                        verbose_name="责任单位信心",
                    ),
                ),
                ("owner_why", models.CharField(blank=True, max_length=400, verbose_name="责任单位说明")),
                (
                    "checker",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("very_low", "很低"),
                            ("low", "较低"),
                            ("medium", "一般"),
                            ("high", "较高"),
                            ("very_high", "很高"),
                        ],
                        max_length=20,
                        verbose_name="核查信心",
                    ),
                ),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="核查日期")),
                ("checker_why", models.CharField(blank=True, max_length=400, verbose_name="核查意见")),
            ],
            options={
                "verbose_name": "项目交付信心",
                "verbose_name_plural": "项目交付信心",
                "ordering": ("-period", "project", "pk"),
            },
        ),
        migrations.CreateModel(
            name="PoolProject",
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
                ("name", models.CharField(max_length=120, verbose_name="项目名称")),
                (
                    "pool",
                    models.CharField(
                        choices=[
                            ("ideas", "谋划库"),
                            ("five_year", "五年规划库"),
                            ("three_year", "三年滚动库"),
                            ("bond", "专项债券库"),
                        ],
                        max_length=20,
                        verbose_name="储备库",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("industrial", "产业"),
                            ("infrastructure", "基础设施"),
                            ("livelihood", "民生"),
                            ("ecological", "生态环保"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="估算总投资")),
                ("planned_start", models.DateField(blank=True, null=True, verbose_name="计划开工日期")),
                ("entered_on", models.DateField(verbose_name="入库日期")),
                ("feasibility_on", models.DateField(blank=True, null=True, verbose_name="可研批复日期")),
                ("bond_applied_on", models.DateField(blank=True, null=True, verbose_name="债券申报日期")),
                ("bond_amount", models.BigIntegerField(blank=True, null=True, verbose_name="申报债券额度")),
                ("bond_got_on", models.DateField(blank=True, null=True, verbose_name="债券到位日期")),
                ("promoted_on", models.DateField(blank=True, null=True, verbose_name="转实施日期")),
                ("bond_got", models.BigIntegerField(blank=True, null=True, verbose_name="债券到位金额")),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="备注")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("conceived", "谋划"),
                            ("reserved", "储备"),
                            ("applied", "已申报"),
                            ("promoted", "已转实施"),
                            ("dropped", "已移出"),
                        ],
                        default="conceived",
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
            ],
            options={
                "verbose_name": "储备项目",
                "verbose_name_plural": "储备项目",
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Problem",
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
                (
                    "stuck",
                    models.CharField(
                        choices=[
                            ("permits", "手续审批"),
                            ("site", "场地交付"),
                            ("environment", "环境要求"),
                            ("disturbance", "阻工"),
                            ("utilities", "配套"),
                            ("funding", "资金"),
                            ("labour", "用工"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="堵点",
                    ),
                ),
                ("content", models.CharField(max_length=400, verbose_name="问题")),
                ("raised_on", models.DateField(verbose_name="提出日期")),
                (
                    "level",
                    models.CharField(
                        choices=[("office", "部门"), ("deputy", "分管领导"), ("principal", "主要领导")],
                        default="office",
                        max_length=20,
                        verbose_name="协调层级",
                    ),
                ),
                ("limit_on", models.DateField(verbose_name="销号期限")),
                ("assigned_on", models.DateField(blank=True, null=True, verbose_name="交办日期")),
                ("signed_for_on", models.DateField(blank=True, null=True, verbose_name="签收日期")),
                ("answer", models.CharField(blank=True, max_length=400, verbose_name="反馈")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="反馈日期")),
                ("struck_on", models.DateField(blank=True, null=True, verbose_name="销号日期")),
                ("struck_in_time", models.BooleanField(blank=True, null=True, verbose_name="按期销号")),
                ("again", models.PositiveSmallIntegerField(default=0, verbose_name="退回次数")),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="备注")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "待交办"),
                            ("assigned", "已交办"),
                            ("signed_for", "已签收"),
                            ("answered", "已反馈"),
                            ("struck_off", "已销号"),
                            ("returned", "退回重办"),
                        ],
                        default="raised",
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
            ],
            options={
                "verbose_name": "项目堵点",
                "verbose_name_plural": "项目堵点",
                "ordering": ("-raised_on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Return",
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
                ("planned_sales", models.BigIntegerField(default=0, verbose_name="计划开票销售")),
                ("sales", models.BigIntegerField(blank=True, null=True, verbose_name="开票销售")),
                ("planned_tax", models.BigIntegerField(default=0, verbose_name="计划税收")),
                ("tax", models.BigIntegerField(blank=True, null=True, verbose_name="入库税收")),
                ("jobs", models.PositiveIntegerField(blank=True, null=True, verbose_name="用工人数")),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="备注")),
            ],
            options={
                "verbose_name": "项目达产效益",
                "verbose_name_plural": "项目达产效益",
                "ordering": ("-period", "project", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Statistic",
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
                ("month", models.BigIntegerField(verbose_name="本月完成")),
                ("to_date", models.BigIntegerField(verbose_name="本年累计")),
                ("building", models.BigIntegerField(default=0, verbose_name="建筑工程")),
                ("installation", models.BigIntegerField(default=0, verbose_name="安装工程")),
                ("equipment", models.BigIntegerField(default=0, verbose_name="设备购置")),
                ("other", models.BigIntegerField(default=0, verbose_name="其他费用")),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="上报日期")),
                ("in_time", models.BooleanField(blank=True, null=True, verbose_name="按时上报")),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="备注")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "待上报"), ("submitted", "已上报")],
                        default="draft",
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
            ],
            options={
                "verbose_name": "项目统计报表",
                "verbose_name_plural": "项目统计报表",
                "ordering": ("-period", "project", "pk"),
            },
        ),
        migrations.AddField(
            model_name="node",
            name="after",
            field=models.CharField(blank=True, max_length=200, verbose_name="前置节点"),
        ),
        migrations.AddField(
            model_name="node",
            name="code",
            field=models.CharField(blank=True, max_length=10, verbose_name="节点编码"),
        ),
        migrations.AddField(
            model_name="node",
            name="days",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="用时"),
        ),
        migrations.AddField(
            model_name="node",
            name="evidence",
            field=models.CharField(blank=True, max_length=40, verbose_name="完成证明"),
        ),
        migrations.AddField(
            model_name="node",
            name="forecast_on",
            field=models.DateField(blank=True, null=True, verbose_name="预计完成日期"),
        ),
        migrations.AddField(
            model_name="node",
            name="latest_on",
            field=models.DateField(blank=True, null=True, verbose_name="最迟完成日期"),
        ),
        migrations.AddField(
            model_name="node",
            name="latest_start",
            field=models.DateField(blank=True, null=True, verbose_name="最迟启动日期"),
        ),
        migrations.AddField(
            model_name="node",
            name="planned_start",
            field=models.DateField(blank=True, null=True, verbose_name="计划启动日期"),
        ),
        migrations.AddField(
            model_name="node",
            name="stage",
            field=models.CharField(
                blank=True,
                choices=[
                    ("conceived", "谋划"),
                    ("reserved", "储备"),
                    ("started", "开工"),
                    ("completed", "竣工"),
                    ("operating", "投产"),
                    ("at_capacity", "达产"),
                ],
                max_length=20,
                verbose_name="完成后进入",
            ),
        ),
        migrations.AddField(
            model_name="node",
            name="started_on",
            field=models.DateField(blank=True, null=True, verbose_name="启动日期"),
        ),
        migrations.AddField(
            model_name="node",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "未启动"),
                    ("running", "进行中"),
                    ("done", "已完成"),
                    ("stopped", "受阻"),
                ],
                default="waiting",
                max_length=20,
                verbose_name="状态",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="chain_link",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="projects",
                to="directory.chainlink",
                verbose_name="产业链环节",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="entered_on",
            field=models.DateField(blank=True, null=True, verbose_name="入库纳统日期"),
        ),
        migrations.AddField(
            model_name="project",
            name="enterprise",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="projects",
                to="enterprises.enterprise",
                verbose_name="企业",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="entry_applied_on",
            field=models.DateField(blank=True, null=True, verbose_name="申报入库日期"),
        ),
        migrations.AddField(
            model_name="project",
            name="equipment",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="其中设备投资"),
        ),
        migrations.AddField(
            model_name="project",
            name="land",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="项目用地"),
        ),
        migrations.AddField(
            model_name="project",
            name="nature",
            field=models.CharField(
                choices=[
                    ("new", "新建"),
                    ("continued", "续建"),
                    ("renovation", "技改"),
                    ("expansion", "扩建"),
                ],
                default="new",
                max_length=20,
                verbose_name="建设性质",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="parcel",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="projects",
                to="projects.parcel",
                verbose_name="用地地块",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="patron",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.unit",
                verbose_name="包联单位",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="联络人",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="planned_sales",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="达产年开票销售"),
        ),
        migrations.AddField(
            model_name="project",
            name="planned_tax",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="达产年税收"),
        ),
        migrations.AddField(
            model_name="project",
            name="promised_complete",
            field=models.DateField(blank=True, null=True, verbose_name="承诺竣工日期"),
        ),
        migrations.AddField(
            model_name="project",
            name="promised_start",
            field=models.DateField(blank=True, null=True, verbose_name="承诺开工日期"),
        ),
        migrations.AddField(
            model_name="project",
            name="secretary",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="企业秘书",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="statistic_code",
            field=models.CharField(blank=True, max_length=40, verbose_name="统计代码"),
        ),
        migrations.AddField(
            model_name="project",
            name="task_force",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.unit",
                verbose_name="专班",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="template",
            field=models.CharField(blank=True, max_length=40, verbose_name="节点模板"),
        ),
        migrations.AddField(
            model_name="projectmonth",
            name="forecast",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="预计完成投资"),
        ),
        migrations.AddConstraint(
            model_name="node",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code", ""), _negated=True),
                fields=("project", "code"),
                name="node_code_once_a_project",
                violation_error_message="这个项目已有同编码的节点，请直接修改原有的行，或换个编码。",
            ),
        ),
        migrations.AddConstraint(
            model_name="node",
            constraint=models.CheckConstraint(
                condition=models.Q(("days__isnull", True), ("days__gte", 1), _connector="OR"),
                name="node_days",
                violation_error_message="用时至少 1 个工作日，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="node",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("planned_start__isnull", True),
                    ("planned_start__lte", models.F("planned_on")),
                    _connector="OR",
                ),
                name="node_planned_dates",
                violation_error_message="计划启动日期不能晚于计划完成日期，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="node",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("started_on__isnull", True),
                    ("done_on__isnull", True),
                    ("started_on__lte", models.F("done_on")),
                    _connector="OR",
                ),
                name="node_running_done",
                violation_error_message="启动日期不能晚于实际完成日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="node",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "running"), _negated=True),
                    ("started_on__isnull", False),
                    _connector="OR",
                ),
                name="node_running_dated",
                violation_error_message="状态为“进行中”的节点要有启动日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="node",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "done"), _negated=True), ("done_on__isnull", False), _connector="OR"
                ),
                name="node_done_dated",
                violation_error_message="状态为“已完成”的节点要有实际完成日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="projectmonth",
            constraint=models.CheckConstraint(
                condition=models.Q(("forecast__isnull", True), ("forecast__gte", 0), _connector="OR"),
                name="project_month_forecast",
                violation_error_message="预计完成投资不能为负，请核对。",
            ),
        ),
        migrations.AddField(
            model_name="need",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.unit",
                verbose_name="承办单位",
            ),
        ),
        migrations.AddField(
            model_name="need",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="承办人",
            ),
        ),
        migrations.AddField(
            model_name="need",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="needs",
                to="projects.project",
                verbose_name="项目",
            ),
        ),
        migrations.AddField(
            model_name="opinion",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opinions",
                to="projects.project",
                verbose_name="项目",
            ),
        ),
        migrations.AddField(
            model_name="poolproject",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="联络人",
            ),
        ),
        migrations.AddField(
            model_name="poolproject",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.unit",
                verbose_name="责任单位",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="pool",
            field=models.OneToOneField(
                blank=True,
                error_messages={"unique": "这个储备项目已经转为项目，请直接修改原有的行。"},
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="project",
                to="projects.poolproject",
                verbose_name="储备项目",
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("promised_start__isnull", True),
                    ("promised_complete__isnull", True),
                    ("promised_start__lte", models.F("promised_complete")),
                    _connector="OR",
                ),
                name="project_promised_dates",
                violation_error_message="承诺开工日期不能晚于承诺竣工日期，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("equipment__isnull", True),
                    models.Q(("equipment__gte", 0), ("equipment__lte", models.F("planned_total"))),
                    _connector="OR",
                ),
                name="project_equipment",
                violation_error_message="设备投资不能为负，也不能超过计划总投资，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entry_applied_on__isnull", True),
                    ("entered_on__isnull", True),
                    ("entry_applied_on__lte", models.F("entered_on")),
                    _connector="OR",
                ),
                name="project_entry_dates",
                violation_error_message="申报入库日期不能晚于入库纳统日期，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(("land__isnull", True), ("land__gte", 0), _connector="OR"),
                name="project_land",
                violation_error_message="项目用地不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("planned_sales__isnull", True), ("planned_sales__gte", 0), _connector="OR"
                ),
                name="project_planned_sales",
                violation_error_message="达产年开票销售不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(("planned_tax__isnull", True), ("planned_tax__gte", 0), _connector="OR"),
                name="project_planned_tax",
                violation_error_message="达产年税收不能为负，请核对。",
            ),
        ),
        migrations.AddField(
            model_name="problem",
            name="leader",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="协调领导",
            ),
        ),
        migrations.AddField(
            model_name="problem",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.unit",
                verbose_name="责任单位",
            ),
        ),
        migrations.AddField(
            model_name="problem",
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
            model_name="problem",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="problems",
                to="projects.project",
                verbose_name="项目",
            ),
        ),
        migrations.AddField(
            model_name="return",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="returns",
                to="projects.project",
                verbose_name="项目",
            ),
        ),
        migrations.AddField(
            model_name="statistic",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="statistics",
                to="projects.project",
                verbose_name="项目",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "refused"), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="need_refused_why",
                violation_error_message="不予满足的要在办理结果里写明原因，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("raised_on__isnull", True),
                    ("accepted_on__isnull", True),
                    ("raised_on__lte", models.F("accepted_on")),
                    _connector="OR",
                ),
                name="need_raised_accepted",
                violation_error_message="提出日期不能晚于受理日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("raised_on__isnull", True),
                    ("met_on__isnull", True),
                    ("raised_on__lte", models.F("met_on")),
                    _connector="OR",
                ),
                name="need_raised_met",
                violation_error_message="提出日期不能晚于满足日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_on__isnull", True),
                    ("met_on__isnull", True),
                    ("accepted_on__lte", models.F("met_on")),
                    _connector="OR",
                ),
                name="need_accepted_met",
                violation_error_message="受理日期不能晚于满足日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "accepted"), _negated=True),
                    ("accepted_on__isnull", False),
                    _connector="OR",
                ),
                name="need_accepted_dated",
                violation_error_message="状态为“已受理”的需求要有受理日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "met"), _negated=True), ("met_on__isnull", False), _connector="OR"
                ),
                name="need_met_dated",
                violation_error_message="状态为“已满足”的需求要有满足日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="opinion",
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
                name="opinion_period",
                violation_error_message="月份应在2000年1月至2099年12月之间，请写成 2026-03 的样子。",
            ),
        ),
        migrations.AddConstraint(
            model_name="opinion",
            constraint=models.UniqueConstraint(
                fields=("project", "period"),
                name="opinion_once",
                violation_error_message="这个项目本月的交付信心已经填过，请直接修改原有的行。",
            ),
        ),
        migrations.AddConstraint(
            model_name="opinion",
            constraint=models.CheckConstraint(
                condition=models.Q(("checker", ""), ("checked_on__isnull", False), _connector="OR"),
                name="opinion_checked",
                violation_error_message="有核查信心的要有核查日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="opinion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checker__in", ("very_low", "low")), _negated=True),
                    models.Q(("checker_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="opinion_low_why",
                violation_error_message="核查信心较低、很低的要写明核查意见，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)),
                name="pool_project_amount",
                violation_error_message="估算总投资应大于 0，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bond_amount__isnull", True),
                    models.Q(("bond_amount__gt", 0), ("bond_amount__lte", models.F("amount"))),
                    _connector="OR",
                ),
                name="pool_project_bond_amount",
                violation_error_message="申报债券额度应大于 0，也不能超过估算总投资，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("bond_got__isnull", True), ("bond_got_on__isnull", True)),
                    models.Q(
                        ("bond_got__gt", 0), ("bond_got__isnull", False), ("bond_got_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="pool_project_bond_got",
                violation_error_message="债券到位日期和到位金额要么都填，要么都不填，金额应大于 0，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bond_got_on__isnull", True),
                    models.Q(
                        ("bond_applied_on__isnull", False), ("bond_got_on__gte", models.F("bond_applied_on"))
                    ),
                    _connector="OR",
                ),
                name="pool_project_bond_dates",
                violation_error_message="债券到位日期不能早于债券申报日期，也不能没有申报日期，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entered_on__isnull", True),
                    ("feasibility_on__isnull", True),
                    ("entered_on__lte", models.F("feasibility_on")),
                    _connector="OR",
                ),
                name="pool_project_conceived_reserved",
                violation_error_message="入库日期不能晚于可研批复日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entered_on__isnull", True),
                    ("bond_applied_on__isnull", True),
                    ("entered_on__lte", models.F("bond_applied_on")),
                    _connector="OR",
                ),
                name="pool_project_conceived_applied",
                violation_error_message="入库日期不能晚于债券申报日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entered_on__isnull", True),
                    ("promoted_on__isnull", True),
                    ("entered_on__lte", models.F("promoted_on")),
                    _connector="OR",
                ),
                name="pool_project_conceived_promoted",
                violation_error_message="入库日期不能晚于转实施日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("feasibility_on__isnull", True),
                    ("bond_applied_on__isnull", True),
                    ("feasibility_on__lte", models.F("bond_applied_on")),
                    _connector="OR",
                ),
                name="pool_project_reserved_applied",
                violation_error_message="可研批复日期不能晚于债券申报日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("feasibility_on__isnull", True),
                    ("promoted_on__isnull", True),
                    ("feasibility_on__lte", models.F("promoted_on")),
                    _connector="OR",
                ),
                name="pool_project_reserved_promoted",
                violation_error_message="可研批复日期不能晚于转实施日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bond_applied_on__isnull", True),
                    ("promoted_on__isnull", True),
                    ("bond_applied_on__lte", models.F("promoted_on")),
                    _connector="OR",
                ),
                name="pool_project_applied_promoted",
                violation_error_message="债券申报日期不能晚于转实施日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "reserved"), _negated=True),
                    ("feasibility_on__isnull", False),
                    _connector="OR",
                ),
                name="pool_project_reserved_dated",
                violation_error_message="状态为“储备”的储备项目要有可研批复日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "applied"), _negated=True),
                    ("bond_applied_on__isnull", False),
                    _connector="OR",
                ),
                name="pool_project_applied_dated",
                violation_error_message="状态为“已申报”的储备项目要有债券申报日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "promoted"), _negated=True),
                    ("promoted_on__isnull", False),
                    _connector="OR",
                ),
                name="pool_project_promoted_dated",
                violation_error_message="状态为“已转实施”的储备项目要有转实施日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(("limit_on__gte", models.F("raised_on"))),
                name="problem_limit",
                violation_error_message="销号期限不能早于提出日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_in_time__isnull", True), ("struck_on__isnull", True)),
                    models.Q(
                        ("struck_in_time__isnull", False),
                        ("struck_on__isnull", False),
                        models.Q(
                            models.Q(("struck_in_time", True), ("struck_on__lte", models.F("limit_on"))),
                            models.Q(("struck_in_time", False), ("struck_on__gt", models.F("limit_on"))),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="problem_struck_in_time",
                violation_error_message="“按期销号”要与销号日期、销号期限一致：不晚于期限填“是”，晚于期限填“否”，未销号不填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("raised_on__isnull", True),
                    ("assigned_on__isnull", True),
                    ("raised_on__lte", models.F("assigned_on")),
                    _connector="OR",
                ),
                name="problem_raised_assigned",
                violation_error_message="提出日期不能晚于交办日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("raised_on__isnull", True),
                    ("signed_for_on__isnull", True),
                    ("raised_on__lte", models.F("signed_for_on")),
                    _connector="OR",
                ),
                name="problem_raised_signed_for",
                violation_error_message="提出日期不能晚于签收日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("raised_on__isnull", True),
                    ("answered_on__isnull", True),
                    ("raised_on__lte", models.F("answered_on")),
                    _connector="OR",
                ),
                name="problem_raised_answered",
                violation_error_message="提出日期不能晚于反馈日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("raised_on__isnull", True),
                    ("struck_on__isnull", True),
                    ("raised_on__lte", models.F("struck_on")),
                    _connector="OR",
                ),
                name="problem_raised_struck_off",
                violation_error_message="提出日期不能晚于销号日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("assigned_on__isnull", True),
                    ("signed_for_on__isnull", True),
                    ("assigned_on__lte", models.F("signed_for_on")),
                    _connector="OR",
                ),
                name="problem_assigned_signed_for",
                violation_error_message="交办日期不能晚于签收日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("assigned_on__isnull", True),
                    ("answered_on__isnull", True),
                    ("assigned_on__lte", models.F("answered_on")),
                    _connector="OR",
                ),
                name="problem_assigned_answered",
                violation_error_message="交办日期不能晚于反馈日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("assigned_on__isnull", True),
                    ("struck_on__isnull", True),
                    ("assigned_on__lte", models.F("struck_on")),
                    _connector="OR",
                ),
                name="problem_assigned_struck_off",
                violation_error_message="交办日期不能晚于销号日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_for_on__isnull", True),
                    ("answered_on__isnull", True),
                    ("signed_for_on__lte", models.F("answered_on")),
                    _connector="OR",
                ),
                name="problem_signed_for_answered",
                violation_error_message="签收日期不能晚于反馈日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_for_on__isnull", True),
                    ("struck_on__isnull", True),
                    ("signed_for_on__lte", models.F("struck_on")),
                    _connector="OR",
                ),
                name="problem_signed_for_struck_off",
                violation_error_message="签收日期不能晚于销号日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_on__isnull", True),
                    ("struck_on__isnull", True),
                    ("answered_on__lte", models.F("struck_on")),
                    _connector="OR",
                ),
                name="problem_answered_struck_off",
                violation_error_message="反馈日期不能晚于销号日期，请核对两个日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "assigned"), _negated=True),
                    ("assigned_on__isnull", False),
                    _connector="OR",
                ),
                name="problem_assigned_dated",
                violation_error_message="状态为“已交办”的堵点要有交办日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "signed_for"), _negated=True),
                    ("signed_for_on__isnull", False),
                    _connector="OR",
                ),
                name="problem_signed_for_dated",
                violation_error_message="状态为“已签收”的堵点要有签收日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "answered"), _negated=True),
                    ("answered_on__isnull", False),
                    _connector="OR",
                ),
                name="problem_answered_dated",
                violation_error_message="状态为“已反馈”的堵点要有反馈日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "struck_off"), _negated=True),
                    ("struck_on__isnull", False),
                    _connector="OR",
                ),
                name="problem_struck_off_dated",
                violation_error_message="状态为“已销号”的堵点要有销号日期，请补填。",
            ),
        ),
        migrations.AddConstraint(
            model_name="return",
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
                name="return_period",
                violation_error_message="月份应在2000年1月至2099年12月之间，请写成 2026-03 的样子。",
            ),
        ),
        migrations.AddConstraint(
            model_name="return",
            constraint=models.UniqueConstraint(
                fields=("project", "period"),
                name="return_once",
                violation_error_message="这个项目本月的效益已经填过，请直接修改原有的行。",
            ),
        ),
        migrations.AddConstraint(
            model_name="return",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("planned_sales__isnull", True), ("planned_sales__gte", 0), _connector="OR"
                ),
                name="return_planned_sales",
                violation_error_message="计划开票销售不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="return",
            constraint=models.CheckConstraint(
                condition=models.Q(("sales__isnull", True), ("sales__gte", 0), _connector="OR"),
                name="return_sales",
                violation_error_message="开票销售不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="return",
            constraint=models.CheckConstraint(
                condition=models.Q(("planned_tax__isnull", True), ("planned_tax__gte", 0), _connector="OR"),
                name="return_planned_tax",
                violation_error_message="计划税收不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="return",
            constraint=models.CheckConstraint(
                condition=models.Q(("tax__isnull", True), ("tax__gte", 0), _connector="OR"),
                name="return_tax",
                violation_error_message="入库税收不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
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
                name="statistic_period",
                violation_error_message="月份应在2000年1月至2099年12月之间，请写成 2026-03 的样子。",
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
            constraint=models.UniqueConstraint(
                fields=("project", "period"),
                name="statistic_once",
                violation_error_message="这个项目本月的统计报表已经填过，请直接修改原有的行。",
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_time__isnull", True), ("reported_on__isnull", False), _connector="OR"
                ),
                name="statistic_in_time",
                violation_error_message="没有上报日期的报表谈不上是否按时，请补填上报日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
            constraint=models.CheckConstraint(
                condition=models.Q(("month__isnull", True), ("month__gte", 0), _connector="OR"),
                name="statistic_month",
                violation_error_message="本月完成不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
            constraint=models.CheckConstraint(
                condition=models.Q(("to_date__isnull", True), ("to_date__gte", 0), _connector="OR"),
                name="statistic_to_date",
                violation_error_message="本年累计不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
            constraint=models.CheckConstraint(
                condition=models.Q(("building__isnull", True), ("building__gte", 0), _connector="OR"),
                name="statistic_building",
                violation_error_message="建筑工程不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
            constraint=models.CheckConstraint(
                condition=models.Q(("installation__isnull", True), ("installation__gte", 0), _connector="OR"),
                name="statistic_installation",
                violation_error_message="安装工程不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
            constraint=models.CheckConstraint(
                condition=models.Q(("equipment__isnull", True), ("equipment__gte", 0), _connector="OR"),
                name="statistic_equipment",
                violation_error_message="设备购置不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
            constraint=models.CheckConstraint(
                condition=models.Q(("other__isnull", True), ("other__gte", 0), _connector="OR"),
                name="statistic_other",
                violation_error_message="其他费用不能为负，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "submitted"), _negated=True),
                    ("reported_on__isnull", False),
                    _connector="OR",
                ),
                name="statistic_submitted_dated",
                violation_error_message="状态为“已上报”的报表要有上报日期，请补填。",
            ),
        ),
        migrations.RunPython(stand_where_dates_show, migrations.RunPython.noop),
    ]
