"""Who is assessed, under a name that is theirs alone within the assessment."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.oversight.assessment.assessments.models import Assessment


class Subject(Row):
    """A unit (or team) or a person in one assessment; ``group`` is the code of a group of the scheme."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, verbose_name="考核", related_name="subjects")
    called = models.CharField("考核对象", max_length=140, unique=True)
    name = models.CharField("名称", max_length=120)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, verbose_name="单位", related_name="+"
    )
    person = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name="人员", related_name="+"
    )
    group = models.CharField("组别代码", max_length=60)
    group_title = models.CharField("组别", max_length=60)

    looks_at: ClassVar[tuple[str, ...]] = ("assessment",)

    class Meta:
        verbose_name = "考核对象"
        verbose_name_plural = "考核对象"
        ordering = ("assessment", "group", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("assessment", "name"),
                name="assessed_name_once",
                violation_error_message="这次考核里已有同名的对象，请核对是否重复。",
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=False, person__isnull=True)
                | Q(unit__isnull=True, person__isnull=False),
                name="assessed_unit_or_person",
                violation_error_message="考核对象是一个单位或一个人，填且只填一个。",
            ),
        )

    def __str__(self) -> str:
        return self.called

    def clean(self) -> None:
        if self._state.adding and self.assessment_id and (said := self.assessment.closed_to_entries):
            self.refuse("assessment", said)

    def fixed(self) -> str:
        return self.assessment.closed_to_entries
