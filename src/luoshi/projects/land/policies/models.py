"""One policy of one enterprise, for the months that its class holds."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from luoshi.ledgers.models import Row, by_month
from luoshi.projects.land.evaluations.models import GRADES, Evaluation
from luoshi.rules.policies import TONE_WORDS

TONES = tuple(TONE_WORDS.items())
ENCOURAGE, KEEP, RESTRAIN = (tone for tone, _ in TONES)


class PolicyQuerySet(models.QuerySet["Policy"]):
    """Policies in the words of those who ask for them."""

    def of_year(self, year: int) -> PolicyQuerySet:
        """Those of a year's evaluation, enterprise by enterprise."""
        found = self.filter(evaluation__period=year * 100 + 12).select_related("evaluation__enterprise")
        return found.order_by("grade", "evaluation__number", "place")


class Policy(Row):
    """What ``item`` is for the enterprise of an evaluation; ``place`` is where the rule has it."""

    number = models.CharField("编号", max_length=60, unique=True)
    evaluation = models.ForeignKey(
        Evaluation, on_delete=models.CASCADE, verbose_name="评价", related_name="policies"
    )
    grade = models.CharField("类别", max_length=1, choices=GRADES)
    item = models.CharField("政策", max_length=40)
    place = models.PositiveSmallIntegerField(default=0, editable=False)
    tone = models.CharField("方向", max_length=20, choices=TONES)
    text = models.CharField("执行内容", max_length=400)
    office = models.CharField("执行部门", max_length=60)
    since = models.DateField("执行起")
    until = models.DateField("执行止")
    rule_version = models.CharField("规则版本", max_length=20)

    objects = PolicyQuerySet.as_manager()

    class Meta:
        indexes = by_month("since", unit="")
        verbose_name = "差别化政策"
        verbose_name_plural = "差别化政策"
        ordering = ("-since", "number")
        constraints = (
            models.CheckConstraint(
                condition=Q(since__lte=F("until")),
                name="policy_span",
                violation_error_message="执行起不能晚于执行止，请核对两个日期。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.evaluation.enterprise} {self.item}" if self.evaluation_id else self.item

    @property
    def called(self) -> str:
        """The policy as people call it."""
        return str(self)

    @property
    def firm(self) -> str:
        """Whose it is."""
        return str(self.evaluation.enterprise)

    @property
    def standing(self) -> str:
        """How far the evaluation is from which it follows: what is disputed does not hold yet."""
        return self.evaluation.get_state_display()
