"""A plan's file as it was uploaded, until it is read; then a document stands in its place (ADR 41)."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from luoshi.accounts.models import User
from luoshi.plans import errors
from luoshi.plans.documents.models import Document, kept_at

WAITING, READING, FAILED = "waiting", "reading", "failed"
STATES = ((WAITING, "排队等候"), (READING, "正在识读"), (FAILED, "没有识读成功"))
#: After so long without a sign of life, who reads a file is taken for dead; longer than any writer keeps the database.
SILENCE = datetime.timedelta(seconds=60)


def file_path(upload: Upload, filename: str) -> str:
    """Where the file is kept: where that of its document will be."""
    return kept_at(upload.sha256, filename)


class UploadQuerySet(models.QuerySet["Upload"]):
    def due(self) -> UploadQuerySet:
        """What is to be read: what waits, and what a process has left that ended before it; the first come first."""
        return self.filter(Q(state=WAITING) | Q(state=READING, alive__lt=Now() - SILENCE)).order_by("pk")

    def at_work(self) -> UploadQuerySet:
        """What is being read by somebody who is alive; by the clock of the database, as ``due``."""
        return self.filter(state=READING, alive__gte=Now() - SILENCE).order_by("pk")

    def held(self, upload: Upload) -> UploadQuerySet:
        """The upload, as long as it is in the hands that have taken it."""
        return self.filter(pk=upload.pk, state=READING, holder=upload.holder)


class Upload(models.Model):
    """A file that waits to be read, is being read, or could not be read; what was read leaves no upload.

    ``previous`` is the plan of which it is a corrected version. ``holder`` is who reads it, by a name of one time, who
    says in ``alive`` that they still do; ``tries`` is how often it was begun. ``problem`` says why it could not be read.
    """

    marked: ClassVar = True

    filename = models.CharField("文件名", max_length=255)
    sha256 = models.CharField("文件校验码", max_length=64, unique=True)
    file = models.FileField("文件", upload_to=file_path, max_length=120)
    kind = models.CharField("文件类型", max_length=20)
    year = models.PositiveSmallIntegerField("计划年度", null=True, blank=True)
    previous = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, verbose_name="上一版", related_name="+"
    )
    state = models.CharField("状态", max_length=10, choices=STATES, default=WAITING)
    problem = models.TextField("没有识读成功的原因", blank=True)
    tries = models.PositiveSmallIntegerField("识读次数", default=0)
    holder = models.CharField("由谁识读", max_length=32, blank=True)
    begun = models.DateTimeField("开始识读", null=True, blank=True)
    alive = models.DateTimeField("最近报告", null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, verbose_name="上传人", related_name="+")
    origin = models.CharField("来自", max_length=60, blank=True)
    at = models.DateTimeField("上传时间", auto_now_add=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = "待识读的计划文件"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.filename

    @property
    def open(self) -> bool:
        """Whether it is still to be read."""
        return self.state in (WAITING, READING)

    @property
    def before(self) -> int:
        """How many others are to be read before it."""
        return type(self).objects.filter(state__in=(WAITING, READING), pk__lt=self.pk).count()

    def contents(self) -> bytes:
        """What was uploaded."""
        try:
            with self.file.open("rb") as kept:
                return bytes(kept.read())
        except FileNotFoundError as absent:
            raise errors.FileGone(self.filename) from absent

    def hand_over(self) -> None:
        """A document takes its place; part of its transaction. Refused where somebody else reads it by now."""
        if not Upload.objects.held(self).delete()[0]:
            raise errors.Overtaken(self.filename)
