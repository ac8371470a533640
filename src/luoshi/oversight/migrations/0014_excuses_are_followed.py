"""What followed from an excuse that came after its light was published is named; letters are a source of scores."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_heads_of_units"),
        ("oversight", "0013_supporting_units_of_decisions"),
    ]

    operations = [
        migrations.AddField(
            model_name="excuse",
            name="corrected",
            field=models.CharField(blank=True, max_length=400, verbose_name="更正结果"),
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
                    ("letters", "收到督办函"),
                    ("replies", "督办文书逾期未复"),
                    ("hand", "手工登记"),
                    ("leaders", "领导评分"),
                    ("peers", "单位互评"),
                ],
                max_length=12,
                verbose_name="来源",
            ),
        ),
        migrations.AddConstraint(
            model_name="excuse",
            constraint=models.CheckConstraint(
                condition=models.Q(("corrected", ""), ("state", "approved"), _connector="OR"),
                name="excuse_corrected",
                violation_error_message="批准以后已经更正，或已说明不更正的理由，不能撤销批准。",
            ),
        ),
    ]
