"""One doubt about a signing, alone or beside an older one."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from luoshi.ledgers.models import Row, by_month
from luoshi.projects.investment.kinds import DOUBTS
from luoshi.projects.investment.signings.models import Signing

OPEN, EXPLAINED, ACCEPTED, STRUCK, LAPSED = "open", "explained", "accepted", "struck", "lapsed"
STATES = (
    (OPEN, "待说明"),
    (EXPLAINED, "已说明"),
    (ACCEPTED, "已采信"),
    (STRUCK, "已剔除"),
    (LAPSED, "已消除"),
)
KINDS = tuple(DOUBTS.items())


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings in the words of those who ask for them."""

    def waiting(self) -> FindingQuerySet:
        """Neither accepted nor struck."""
        return self.filter(state__in=(OPEN, EXPLAINED))


class Finding(Row):
    """A doubt of one kind; a struck one takes its signing out of every count, one that is found no more has lapsed."""

    kind = models.CharField("疑点", max_length=40, choices=KINDS)
    signing = models.ForeignKey(
        Signing, on_delete=models.CASCADE, verbose_name="签约项目", related_name="findings"
    )
    other = models.ForeignKey(
        Signing,
        on_delete=models.CASCADE,
        verbose_name="对照项目",
        null=True,
        blank=True,
        related_name="compared",
    )
    sentence = models.CharField("情况", max_length=400)
    found_on = models.DateField("发现日期")
    judged_on = models.DateField("判断至", null=True, blank=True, editable=False)
    explanation = models.CharField("单位说明", max_length=2000, blank=True)
    state = models.CharField("状态", max_length=20, choices=STATES, default=OPEN)

    objects = FindingQuerySet.as_manager()

    class Meta:
        indexes = by_month("found_on", unit="")
        verbose_name = "注水疑点"
        verbose_name_plural = "注水疑点"
        ordering = ("-found_on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "signing", "other"),
                name="finding_once_a_pair",
                violation_error_message="这两个项目的这个疑点已经登记。",
            ),
            models.UniqueConstraint(
                fields=("kind", "signing"),
                condition=Q(other__isnull=True),
                name="finding_once",
                violation_error_message="这个项目的这个疑点已经登记。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.signing} {self.get_kind_display()}" if self.signing_id else self.get_kind_display()

    @property
    def called(self) -> str:
        """The finding as people call it."""
        return str(self)
