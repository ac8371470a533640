"""One reviewer's vote in a screening."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from luoshi.accounts.models import User
from luoshi.ledgers.models import Row
from luoshi.projects.investment.screenings.models import DECIDED, Screening


class Vote(Row):
    """What one reviewer answered; ``answers`` holds the figure of each item by the item's title."""

    screening = models.ForeignKey(
        Screening, on_delete=models.CASCADE, verbose_name="项目预审", related_name="votes"
    )
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, verbose_name="评审人", related_name="+")
    answers = models.JSONField("打分")
    remark = models.CharField("评审意见", max_length=2000, blank=True)
    voted_on = models.DateField("打分日期")

    looks_at: ClassVar[tuple[str, ...]] = ("screening", "reviewer")

    class Meta:
        verbose_name = "预审打分"
        verbose_name_plural = "预审打分"
        ordering = ("-voted_on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("screening", "reviewer"),
                name="vote_once",
                violation_error_message="这位评审人已经打过分，请直接修改原有的打分。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.screening} {self.reviewer.name}" if self.screening_id and self.reviewer_id else "打分"

    @property
    def called(self) -> str:
        """The vote as people call it."""
        return str(self)

    def clean(self) -> None:
        sentence = self.fixed() if self.screening_id and self.reviewer_id else ""
        if sentence:
            self.refuse("screening", sentence)

    def fixed(self) -> str:
        """Only who was asked votes, and only as long as nothing is decided."""
        screening = Screening.objects.get(pk=self.screening_id)  # as it is now, not when it was chosen
        if self.reviewer_id not in {person["key"] for person in screening.reviewers}:
            return f"{self.reviewer.name}不是“{screening}”的评审人，不能打分。"
        if screening.state == DECIDED and screening.verdict:
            return f"“{screening}”已出结论，打分不能再改。"
        return ""
