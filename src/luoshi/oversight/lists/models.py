"""A published list of a month and its lines; what is corrected is another edition, the old one stays."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from luoshi.directory.calendars.models import period_check
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.oversight.objections.models import BLACK_LIST, LISTS, RED_LIST
from luoshi.rules.months import show_month

PUBLISHED, SETTLED = "published", "settled"
STATES = ((PUBLISHED, "公示中"), (SETTLED, "已定榜"))


class PublishedListQuerySet(models.QuerySet["PublishedList"]):
    """Lists by month."""

    def latest_of(self, period: int) -> PublishedList | None:
        """The edition of a month that stands: the last."""
        return self.filter(period=period).order_by("-edition").first()

    def still_open(self) -> list[PublishedList]:
        """The editions that stand and are not settled, month by month."""
        last = {each.period: each for each in self.order_by("period", "edition")}
        return [each for each in last.values() if each.state == PUBLISHED]


class PublishedList(Row):
    """One edition of one month's lists; objections are heard until the day ``until``, the day itself included."""

    period = models.PositiveIntegerField("月份")
    edition = models.PositiveSmallIntegerField("版次", default=1)
    published_on = models.DateField("公示日期")
    until = models.DateField("公示截止")
    publisher = models.CharField("公示人", max_length=60)
    rule = models.CharField("依据", max_length=120)
    seq = models.BigIntegerField("公示时的记录序号")
    reason = models.CharField("更正理由", max_length=1000, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=PUBLISHED)

    objects = PublishedListQuerySet.as_manager()

    class Meta:
        verbose_name = "红黑榜公示"
        verbose_name_plural = "红黑榜公示"
        ordering = ("-period", "-edition")
        constraints = (
            period_check("published_list_period"),
            models.UniqueConstraint(
                fields=("period", "edition"),
                name="published_list_once",
                violation_error_message="这个月的红黑榜刚刚已由别人公示，请刷新后查看。",
            ),
            models.CheckConstraint(
                condition=Q(edition=1) | ~Q(reason=""),
                name="published_list_reason",
                violation_error_message="更正的榜单要写明理由。",
            ),
            models.CheckConstraint(
                condition=Q(published_on__lte=F("until")),
                name="published_list_days",
                violation_error_message="公示截止不能早于公示日期，请核对。",
            ),
        )

    def __str__(self) -> str:
        return f"{show_month(self.period)}红黑榜{f'（第{self.edition}版）' if self.edition > 1 else ''}"

    @property
    def called(self) -> str:
        """The list as people call it."""
        return str(self)

    @property
    def stands(self) -> bool:
        """Whether no later edition has taken its place."""
        return not PublishedList.objects.filter(period=self.period, edition__gt=self.edition).exists()

    def open_on(self, on: datetime.date) -> bool:
        """Whether objections are heard on a day."""
        return self.state == PUBLISHED and self.published_on <= on <= self.until

    def fixed(self) -> str:
        """What was published stays."""
        return f"{self}已经公示，不能删除；需要改的由异议和更正办理。"


class ListLine(Row):
    """A unit's place on one of the two lists, and why."""

    published = models.ForeignKey(PublishedList, models.PROTECT, verbose_name="榜单", related_name="lines")
    board = models.CharField("红黑", max_length=12, choices=LISTS)
    rank = models.PositiveSmallIntegerField("位次")
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="单位", related_name="+")
    reason = models.CharField("理由", max_length=1000)

    looks_at: ClassVar[tuple[str, ...]] = ("published",)

    class Meta:
        verbose_name = "榜单行"
        verbose_name_plural = "榜单行"
        ordering = ("published", "board", "rank", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("published", "unit"),
                name="list_line_once",
                violation_error_message="一个单位在一版榜单上只列一次。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.published} {self.get_board_display()} {self.unit}"

    @property
    def called(self) -> str:
        """The line as people call it."""
        return str(self)

    def fixed(self) -> str:
        """What was published stays."""
        return self.published.fixed()

    def clean(self) -> None:
        if not self._state.adding:
            raise ValidationError(self.fixed())


__all__ = ["BLACK_LIST", "LISTS", "PUBLISHED", "RED_LIST", "SETTLED", "STATES", "ListLine", "PublishedList"]
