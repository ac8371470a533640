"""What the interface itself keeps: the answers to writes that may be asked for twice, and failed attempts."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Final

from django.db import models
from django.utils import timezone

from luoshi.accounts.attempts import AttemptQuerySet, Attempts
from luoshi.accounts.models import Token

KEPT_FOR: Final = timedelta(hours=24)


class Kept(models.Model):
    """What a write was answered, stored by the write's own transaction under the key that the program gave it."""

    key = models.CharField("请求编号", max_length=80)
    token = models.ForeignKey(Token, on_delete=models.CASCADE, verbose_name="令牌", related_name="+")
    digest = models.CharField("请求指纹", max_length=64)
    status = models.PositiveSmallIntegerField("状态码", default=0)
    body = models.TextField("答复", blank=True)
    at = models.DateTimeField("时间", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "已答复的请求"
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("token", "key"), name="kept_once_a_key"),)

    def __str__(self) -> str:
        return f"{self.token} {self.key}"


class Failure(Attempts):
    """How often in a row a machine came with a token that nobody has given out."""

    SUBJECT = "address"

    address = models.CharField("来源地址", max_length=64, unique=True)

    objects: ClassVar[models.Manager[Failure]] = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = "令牌不对"
        ordering = ("address",)

    def __str__(self) -> str:
        return f"{self.address}：{self.failures} 次"
