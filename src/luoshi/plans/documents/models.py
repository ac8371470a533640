"""A work plan as the office wrote it: the file, the text that offsets point into, and what was read in it."""

from __future__ import annotations

from pathlib import PurePath

from django.db import models

from luoshi.ledgers.models import Row

READ, CONFIRMED, SUPERSEDED = "read", "confirmed", "superseded"
STATES = ((READ, "已识别"), (CONFIRMED, "已确认"), (SUPERSEDED, "已被新版替代"))


def file_path(document: Document, filename: str) -> str:
    """Where the file is kept under the data folder."""
    return kept_at(document.sha256, filename)


def kept_at(digest: str, filename: str) -> str:
    """Where a plan's file is kept: by its content, so that no name of a user reaches the disk."""
    suffix = "".join(
        c for c in PurePath(filename).suffix.lower() if c.isascii() and (c.isalnum() or c == ".")
    )
    return f"plans/{digest}{suffix[:8]}"


class DocumentQuerySet(models.QuerySet["Document"]):
    def current(self) -> DocumentQuerySet:
        """Documents that no newer edition replaces, newest year first."""
        return self.exclude(state=SUPERSEDED).order_by("-year", "-pk")


def light(path: str) -> models.Prefetch[str]:
    """The documents at the end of a path, each loaded once and without what was read in them."""
    return models.Prefetch(path, Document.objects.defer("reading", "findings"))


class Document(Row):
    """One edition of one plan. ``text`` is never changed: every offset points into it, in code points.

    ``findings`` is what plan lint found in it; None for one that was kept before there was a lint.
    """

    title = models.CharField("标题", max_length=300)
    issuer = models.CharField("发文机关", max_length=200, blank=True)
    number = models.CharField("文号", max_length=100, blank=True)
    issued_on = models.DateField("发文日期", null=True, blank=True)
    year = models.PositiveSmallIntegerField("计划年度")
    kind = models.CharField("文种", max_length=40, blank=True)
    filename = models.CharField("文件名", max_length=255)
    sha256 = models.CharField("文件校验码", max_length=64, editable=False)
    file = models.FileField("文件", upload_to=file_path, max_length=120, editable=False)
    text = models.TextField("正文")
    reading = models.JSONField("识别结果", default=dict)
    findings = models.JSONField("检查结果", null=True, blank=True, editable=False)
    edition = models.PositiveSmallIntegerField("版次", default=1)
    previous = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, verbose_name="上一版", related_name="next"
    )
    state = models.CharField("状态", max_length=12, choices=STATES, default=READ)
    uploaded_by = models.CharField("上传人", max_length=60)
    uploaded_at = models.DateTimeField("上传时间", auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    def place(self, offset: int) -> str:
        """Where text[offset] stood in the file, such as a page or a cell; empty where there is nothing to name."""
        found = (name for start, end, name in self.reading.get("parts", ()) if start <= offset < end)
        return next(found, "")

    class Meta:
        verbose_name = "计划文件"
        ordering = ("-year", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("sha256",), name="document_file", violation_error_message="这个文件已经上传过。"
            ),
            models.UniqueConstraint(
                fields=("title", "year", "edition"),
                name="document_edition",
                violation_error_message="这一年已有同名的计划文件，请在该文件的页面上选择“上传新版本”。",
            ),
            models.CheckConstraint(
                condition=models.Q(year__gte=2000, year__lte=2099),
                name="document_year",
                violation_error_message="计划年度应在 2000 到 2099 之间。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}（第{self.edition}版）" if self.edition > 1 else self.title

    @property
    def is_latest(self) -> bool:
        return self.state != SUPERSEDED

    def passage(self, start: int, end: int) -> str:
        """The text as given between two code points."""
        return self.text[start:end]

    @property
    def repairs(self) -> list[dict[str, object]]:
        """Every change made to the text before reading."""
        return list(self.reading.get("repairs", ()))

    @property
    def problems(self) -> list[dict[str, object]]:
        """What could not be read or is in doubt."""
        return list(self.reading.get("problems", ()))
