"""A bulletin as it was issued: its facts and its file stand as they were, whatever the ledgers say later."""

from __future__ import annotations

from django.db import models

from luoshi.ledgers.models import Row


class BulletinQuerySet(models.QuerySet["Bulletin"]):
    """Bulletins by month."""

    def latest_of(self, period: int) -> Bulletin | None:
        """The bulletin of a month that stands: its last issue."""
        return self.filter(period=period).order_by("-issue").first()


class Bulletin(Row):
    """One issue of one month's bulletin; ``seq`` is where the trail stood, None where it was issued before that was kept."""

    period = models.IntegerField("月份")
    issue = models.PositiveIntegerField("印发次数", default=1)
    number = models.CharField("文号", max_length=60)
    title = models.CharField("标题", max_length=120)
    issued_on = models.DateField("印发日期")
    issuer = models.CharField("印发人", max_length=60)
    facts = models.JSONField("所用数据")
    file = models.BinaryField("文件")
    digest = models.CharField("文件指纹", max_length=64)
    seq = models.BigIntegerField("印发时的记录序号", null=True, blank=True, editable=False)

    objects = BulletinQuerySet.as_manager()

    class Meta:
        verbose_name = "通报"
        ordering = ("-period", "-issue")
        constraints = (
            models.UniqueConstraint(
                fields=("period", "issue"),
                name="bulletin_issue_once",
                violation_error_message="这个月的通报刚刚已由别人印发，请刷新后查看。",
            ),
        )

    def __str__(self) -> str:
        return self.title
