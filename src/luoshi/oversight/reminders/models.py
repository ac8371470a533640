"""One reminder on its way to one person."""

from __future__ import annotations

from django.db import models

from luoshi.accounts.models import User
from luoshi.ledgers.models import Row
from luoshi.plans.tasks.models import Task

UNSIGNED, NEAR, OVERDUE, DEPUTY, PRINCIPAL = "unsigned", "near", "overdue", "deputy", "principal"
KINDS = (
    (UNSIGNED, "逾期未签收"), (NEAR, "临近期限"), (OVERDUE, "逾期催办"),
    (DEPUTY, "提级报分管领导"), (PRINCIPAL, "提级报主要领导"),
)  # fmt: skip
ESCALATED = (DEPUTY, PRINCIPAL)
PAGE, MAIL, CHAT = "page", "mail", "chat"
CHANNELS = ((PAGE, "网页"), (MAIL, "邮件"), (CHAT, "政务聊天"))
WAITING, SENT, FAILED = "waiting", "sent", "failed"
STATES = ((WAITING, "待发送"), (SENT, "已送达"), (FAILED, "未送达"))


class Reminder(Row):
    """A reminder by one channel; ``due`` is the limit that it speaks of, ``tries`` how often it was sent off."""

    task = models.ForeignKey(Task, models.PROTECT, verbose_name="任务", related_name="reminders")
    kind = models.CharField("类别", max_length=10, choices=KINDS)
    day = models.DateField("提醒日期")
    due = models.DateField("期限")
    person = models.ForeignKey(User, models.PROTECT, verbose_name="提醒对象", related_name="+")
    channel = models.CharField("方式", max_length=10, choices=CHANNELS)
    text = models.CharField("内容", max_length=600)
    state = models.CharField("状态", max_length=10, choices=STATES, default=WAITING)
    tries = models.PositiveSmallIntegerField("发送次数", default=0)
    failure = models.CharField("未送达原因", max_length=300, blank=True)

    class Meta:
        verbose_name = "催办提醒"
        ordering = ("-day", "-pk")
        indexes = (models.Index(fields=("person", "kind"), name="reminder_person_kind"),)
        constraints = (
            models.UniqueConstraint(
                fields=("task", "kind", "day", "person", "channel"),
                name="reminder_once_a_day",
                violation_error_message="这个人今天已经就这项任务提醒过，不再重复提醒。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.task.number} {self.person.name}" if self.task_id else ""

    @property
    def called(self) -> str:
        """The reminder as people call it."""
        return str(self)
