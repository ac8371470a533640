"""The mark of one rater; leaders rate everybody, heads of units rate the others."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.people.models import Post
from luoshi.ledgers.models import Row
from luoshi.oversight.assessment.assessments.models import RUNNING
from luoshi.oversight.assessment.sources.models import LEADERS, RATED, Source
from luoshi.oversight.assessment.subjects.models import Subject

SCALE = 100
WHO = {LEADERS: (roles.LEADER, roles.DEPUTY)}
PEERS_ROLES = (roles.HEAD,)


class AssessedRatingQuerySet(models.QuerySet["AssessedRating"]):
    """Marks in the words of those who wait for them."""

    def missing(self, person: int, on: datetime.date) -> list[tuple[Source, int]]:
        """What a person is asked to rate on a day, and how many they have not rated yet; nothing where that is none.

        Asked is from the first day of an assessment's last month on, as long as it runs.
        """
        posts = list(Post.objects.in_force(on).filter(user=person).values_list("role", "unit"))
        asked = Source.objects.filter(
            kind__in=RATED, assessment__state=RUNNING, assessment__end__lte=on.year * 100 + on.month
        )
        found = []
        for source in asked.select_related("assessment").order_by("assessment", "pk"):
            units = {unit for role, unit in posts if role in WHO.get(source.kind, PEERS_ROLES)}
            given = self.filter(source=source, rater=person).values("subject")
            left = source.assessment.subjects.exclude(pk__in=given)
            left = (
                left.exclude(person=person)
                if source.kind == LEADERS
                else left.exclude(Q(person=person) | Q(unit__in=units))
            )
            if units and (count := left.count()):
                found.append((source, count))
        return found


class AssessedRating(Row):
    """One mark of 0 to 100, in hundredths."""

    subject = models.ForeignKey(Subject, models.PROTECT, verbose_name="考核对象", related_name="ratings")
    source = models.ForeignKey(Source, models.PROTECT, verbose_name="评分项", related_name="ratings")
    rater = models.ForeignKey(User, models.PROTECT, verbose_name="评分人", related_name="+")
    mark = models.PositiveIntegerField("评分")
    rated_on = models.DateField("评分日期")
    remark = models.CharField("评语", max_length=400, blank=True)

    looks_at: ClassVar[tuple[str, ...]] = ("subject", "source", "rater")
    objects = AssessedRatingQuerySet.as_manager()

    class Meta:
        verbose_name = "考核评分"
        verbose_name_plural = "考核评分"
        ordering = ("subject", "source", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("subject", "source", "rater"),
                name="assessed_rating_once",
                violation_error_message="您已经给这个对象评过分，请直接修改原有的评分。",
            ),
            models.CheckConstraint(
                condition=Q(mark__lte=100 * SCALE),
                name="assessed_rating_mark",
                violation_error_message="评分应在 0 至 100 之间，请改正。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.subject} {self.source.title}" if self.subject_id and self.source_id else "评分"

    @property
    def called(self) -> str:
        """The rating as people call it."""
        return f"{self} {self.rater.name}" if self.rater_id else str(self)

    def clean(self) -> None:
        if not (self.subject_id and self.source_id and self.rater_id):
            return
        if sentence := self.fixed():
            self.refuse("subject", sentence)
        if self.source.assessment_id != self.subject.assessment_id:
            self.refuse("source", f"“{self.source}”不是“{self.subject.assessment}”的评分项，请另选。")
        if sentence := unrated(self.subject, self.source, self.rater):
            self.refuse("rater", sentence)

    def fixed(self) -> str:
        return self.subject.assessment.closed_to_entries


def unrated(subject: Subject, source: Source, rater: User) -> str:
    """Why a person is not asked to rate somebody, as a sentence; "" where they are."""
    if source.kind not in RATED:
        return f"“{source.title}”不是评分项（{source.words}），不用评分。"
    wanted = WHO.get(source.kind, PEERS_ROLES)
    posts = set(Post.objects.filter(user=rater.pk, role__in=wanted).values_list("unit", flat=True))
    if not posts:
        who = "领导或分管领导" if source.kind == LEADERS else "单位负责人"
        return f"{rater.name}不是{who}，不能评“{source.title}”。"
    if subject.person_id == rater.pk or (source.kind != LEADERS and subject.unit_id in posts):
        return f"“{subject.name}”是{rater.name}本人或本单位，不能评分。"
    return ""
