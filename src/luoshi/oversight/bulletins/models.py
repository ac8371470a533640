"""A bulletin as it was issued: its facts and its file stand as they were, whatever the ledgers say later."""

from __future__ import annotations

from django.db import models

from luoshi.ledgers.models import Row

BULLETIN = "bulletin"


class BulletinQuerySet(models.QuerySet["Bulletin"]):
    """Bulletins by month."""

    def latest_of(self, period: int, kind: str = BULLETIN) -> Bulletin | None:
        """The bulletin of a month that stands, or its report of another kind: the last issue."""
        return self.filter(period=period, kind=kind).order_by("-issue").first()


class Bulletin(Row):
    """One issue of one month's bulletin, or of its report of another kind.

    ``kind`` is the code of the template, ``kind_name`` what that was called; ``seq`` is the row of the trail as of which
    it tells the facts, None where it was issued before that was kept; ``code`` is what references to its numbers begin
    with, "" where it has none.
    """

    kind = models.CharField("文种代码", max_length=60, default=BULLETIN)
    kind_name = models.CharField("文种", max_length=60, default="通报")
    period = models.IntegerField("月份")
    issue = models.PositiveIntegerField("印发次数", default=1)
    number = models.CharField("文号", max_length=60, blank=True)
    title = models.CharField("标题", max_length=120)
    issued_on = models.DateField("印发日期")
    issuer = models.CharField("印发人", max_length=60)
    facts = models.JSONField("所用数据")
    file = models.BinaryField("文件")
    digest = models.CharField("文件指纹", max_length=64)
    code = models.CharField("出处编号", max_length=20, blank=True, db_index=True)
    seq = models.BigIntegerField("印发时的记录序号", null=True, blank=True, editable=False)

    objects = BulletinQuerySet.as_manager()

    class Meta:
        verbose_name = "通报"
        ordering = ("-period", "kind", "-issue")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "period", "issue"),
                name="bulletin_issue_once",
                violation_error_message="这个月的通报刚刚已由别人印发，请刷新后查看。",
            ),
        )

    def __str__(self) -> str:
        return self.title
