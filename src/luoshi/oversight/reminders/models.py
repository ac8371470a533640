"""One reminder on its way to one person."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.ledgers.models import Row
from luoshi.oversight.followups.models import Followup
from luoshi.plans.tasks.models import Task
from luoshi.rules.ladders import Level

UNSIGNED, NEAR, OVERDUE, DEPUTY, PRINCIPAL = "unsigned", "near", "overdue", "deputy", "principal"
FOLLOWS = "follows"
KINDS = (
    (UNSIGNED, "逾期未签收"), (NEAR, "临近期限"), (OVERDUE, "逾期催办"),
    (DEPUTY, "提级报分管领导"), (PRINCIPAL, "提级报主要领导"), (FOLLOWS, "升级处理"),
)  # fmt: skip
LEVELS: Mapping[str, Level] = {DEPUTY: "deputy", PRINCIPAL: "principal"}
ESCALATED = tuple(LEVELS)
PAGE, MAIL, CHAT = "page", "mail", "chat"
CHANNELS = ((PAGE, "网页"), (MAIL, "邮件"), (CHAT, "政务聊天"))
WAITING, SENT, FAILED = "waiting", "sent", "failed"
STATES = ((WAITING, "待发送"), (SENT, "已送达"), (FAILED, "未送达"))


class Reminder(Row):
    """A reminder by one channel, of a task or of what follows a light; ``due`` is the limit that it speaks of, ``tries``
    how often it was sent off."""

    task = models.ForeignKey(
        Task, models.PROTECT, null=True, blank=True, verbose_name="任务", related_name="reminders"
    )
    followup = models.ForeignKey(
        Followup, models.PROTECT, null=True, blank=True, verbose_name="升级处理", related_name="reminders"
    )
    kind = models.CharField("类别", max_length=10, choices=KINDS)
    day = models.DateField("提醒日期")
    due = models.DateField("期限", null=True, blank=True)
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
            models.UniqueConstraint(
                fields=("followup", "person", "channel"),
                name="reminder_once_a_followup",
                violation_error_message="这个人已经就这次升级处理提醒过，不再重复提醒。",
            ),
            models.CheckConstraint(
                condition=Q(task__isnull=False, followup__isnull=True, due__isnull=False)
                | Q(task__isnull=True, followup__isnull=False),
                name="reminder_about",
                violation_error_message="一次提醒针对一项任务或一次升级处理，任务要有期限，请核对。",
            ),
        )

    def __str__(self) -> str:
        about = self.task or self.followup
        return f"{self.get_kind_display()} {about.number} {self.person.name}" if about else ""

    @property
    def subject(self) -> str:
        """What it is about, with its number."""
        if self.followup is not None:
            return self.followup.called
        assert self.task is not None  # the database keeps that it is about the one or the other
        return f"{self.task.number} {self.task.name}"

    @property
    def unit(self) -> str:
        """The unit that answers for what it is about."""
        found = self.followup.unit if self.followup else self.task and self.task.lead_unit
        return str(found or "")

    @property
    def called(self) -> str:
        """The reminder as people call it."""
        return str(self)
