"""What the machinery itself stores: the trail, number sequences, rules, bindings, facts, marks of what changed."""

from __future__ import annotations

import datetime
import uuid
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.ledgers.holding import holds


def by_month(*dates: str, unit: str = "unit") -> tuple[models.Index, ...]:
    """The indexes that find the rows of one unit and month by the dates that measures go by; ``unit`` "" where rows
    have their unit from another."""
    return tuple(models.Index(fields=[*filter(None, (unit,)), date]) for date in dates)


class Row(models.Model):
    """What every ledger's model inherits: a version, so that nobody overwrites what they have not seen.

    ``looks_at`` names the fields that ``clean`` and ``fixed`` look at, so that of a file's rows that are alike in them
    one is asked; where it names none, each is.
    """

    looks_at: ClassVar[tuple[str, ...]] = ()
    marked: ClassVar = True  # written with a trail, so that its table bears marks: ``standing``

    version = models.PositiveIntegerField("版本", default=1, editable=False)

    class Meta:
        abstract = True

    def get_constraints(self) -> list[tuple[type[models.Model], Any]]:
        """The model's constraints without the checks that the row's own values show to be kept."""
        every = super().get_constraints()
        return [(model, [each for each in some if not holds(self, each)]) for model, some in every]

    def fixed(self) -> str:
        """Why the row may be neither written nor removed any more, as a sentence; "" as long as it may."""
        return ""

    def refuse(self, field: str, sentence: str) -> None:
        """Refuse the row in ``clean``, beside a field."""
        raise ValidationError({field: sentence})


class ClockedRow(Row):
    """A row of a ledger with clocks: when it came into its state, and until when that asks for the next step."""

    entered = models.DateField("进入状态日期", null=True, blank=True, editable=False)
    due_on = models.DateField("办理期限", null=True, blank=True, editable=False, db_index=True)

    class Meta:
        abstract = True


class AppendOnly(models.QuerySet["AuditRow"]):
    """Rows that are added and read."""

    def update(self, **kwargs: Any) -> int:
        raise TypeError("audit rows are never changed")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("audit rows are never deleted")


class AuditRow(models.Model):
    """Who did what, when and from where, in text that outlives the rows it speaks of.

    Append-only: here, in its querysets, and by triggers of the database (migration 0005). ``seq`` runs without a gap
    in the order of commits; ``hash`` is the fingerprint of the row and of the one before it (``chain``).
    """

    marked: ClassVar = True

    seq = models.BigIntegerField("序号", unique=True, editable=False)
    at = models.DateTimeField("时间", default=timezone.now, editable=False)
    actor = models.CharField("操作人", max_length=60)
    actor_key = models.CharField("账号", max_length=60, blank=True)
    origin = models.CharField("来源", max_length=60, blank=True)
    act = models.CharField("动作", max_length=40)
    ledger = models.CharField("台账", max_length=60)
    row = models.CharField("行", max_length=40)
    label = models.CharField("名称", max_length=200)
    changes = models.JSONField("变更", default=dict)
    reason = models.CharField("理由", max_length=400, blank=True)
    hash = models.CharField("指纹", max_length=64, editable=False)

    objects = AppendOnly.as_manager()

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("ledger", "row"), name="audit_ledger_row"),)
        verbose_name = "操作记录"

    def __str__(self) -> str:
        return f"{self.actor} {self.act} {self.label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("an audit row is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("an audit row is never deleted")


class AuditHead(models.Model):
    """Where the chain of audit rows ends: one row, locked by every writer before anything else it locks."""

    ONLY = 1

    id = models.SmallIntegerField(primary_key=True, default=ONLY)
    seq = models.BigIntegerField("序号", default=0)
    hash = models.CharField("指纹", max_length=64, blank=True)
    algorithm = models.CharField("算法", max_length=10)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="audit_head_only_one"),)
        verbose_name = "操作记录链头"

    def __str__(self) -> str:
        return f"{self.seq} {self.algorithm} {self.hash}"


class Touch(models.Model):
    """The last write into a table: one row a table, written by ``standing`` inside the transaction of the write."""

    name = models.CharField("数据表", max_length=80, primary_key=True)
    mark = models.CharField("标记", max_length=32)

    def __str__(self) -> str:
        return f"{self.name} {self.mark}"


class Attachment(models.Model):
    """A file that hangs on a row of a ledger, in text that outlives the row; where it lies follows from its content.

    ``slot`` is what it proves. What is removed keeps its line and its file, with the day in ``removed_at``.
    """

    ledger = models.CharField("台账", max_length=60)
    row = models.BigIntegerField("行")
    slot = models.CharField("事项", max_length=40)
    name = models.CharField("文件名", max_length=255)
    kind = models.CharField("类型", max_length=20, blank=True)
    size = models.BigIntegerField("大小")
    sha256 = models.CharField("文件校验码", max_length=64)
    path = models.CharField("存放位置", max_length=120)
    thumbnail = models.BooleanField("有缩略图", default=False)
    by = models.CharField("上传人", max_length=60)
    by_key = models.CharField("账号", max_length=60, blank=True)
    at = models.DateTimeField("上传时间", default=timezone.now, editable=False)
    removed_at = models.DateTimeField("移除时间", null=True, blank=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("ledger", "row"), name="attachment_ledger_row"),)
        verbose_name = "附件"

    def __str__(self) -> str:
        return self.name

    @property
    def thumbnail_path(self) -> str:
        """Where its small picture lies."""
        return f"thumbnails/{self.sha256[:2]}/{self.sha256}.jpg"


class Job(models.Model):
    """Work that goes on while who asked for it looks elsewhere; ``details`` is what the work needs to know.

    ``share`` of a hundred is done where the work can say so; ``note`` is how it ended.
    """

    WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"
    STATES = ((WAITING, "排队中"), (RUNNING, "进行中"), (DONE, "已完成"), (FAILED, "未完成"))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField("事项", max_length=40)
    ledger = models.CharField("台账", max_length=60)
    about = models.CharField("内容", max_length=255)
    details = models.JSONField("细节", default=dict)
    by = models.ForeignKey(User, on_delete=models.CASCADE, verbose_name="操作人", related_name="+")
    state = models.CharField("状态", max_length=20, choices=STATES, default=WAITING)
    share = models.PositiveSmallIntegerField("进度", default=0)
    stage = models.CharField("阶段", max_length=60, blank=True)
    note = models.CharField("结果", max_length=1000, blank=True)
    at = models.DateTimeField("时间", default=timezone.now, editable=False)
    ended = models.DateTimeField("结束时间", null=True, blank=True)

    class Meta:
        ordering = ("-at",)
        verbose_name = "后台任务"

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"

    @property
    def open(self) -> bool:
        """Whether it has not ended."""
        return self.state in (self.WAITING, self.RUNNING)


class ImportMapping(models.Model):
    """Which column of a ledger each column of an office's own table is, as somebody once said.

    ``signature`` is the fingerprint of the table's head; ``chosen`` are names of columns by place, "" for none;
    ``name`` is what people call such tables.
    """

    ledger = models.CharField("台账", max_length=60)
    name = models.CharField("名称", max_length=80, blank=True)
    signature = models.CharField("表头指纹", max_length=64)
    head = models.JSONField("表头", default=list)
    chosen = models.JSONField("对应列", default=list)
    by = models.CharField("操作人", max_length=60)
    at = models.DateTimeField("时间", default=timezone.now, editable=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("ledger", "signature"), name="one_mapping_a_head"),)
        verbose_name = "表头对应"

    def __str__(self) -> str:
        return f"{self.ledger} {self.signature[:8]}"


class Sequence(models.Model):
    """The last number given out under a name; incremented by one conditional statement in the writer's transaction."""

    name = models.CharField(max_length=80, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name} {self.last}"


class RuleQuerySet(models.QuerySet["Rule"]):
    """Versions by day."""

    def in_force(self, on: datetime.date) -> Rule | None:
        """The version that holds on a day: the last to have come into effect."""
        return self.filter(effective_from__lte=on).order_by("-effective_from", "-pk").first()


class Rule(Row):
    """One issued version of a rule, never changed afterwards; ``data`` is what the engine of its kind reads.

    Rules of one kind that hold side by side (a template a sort of project) differ in ``code``.
    """

    kind = models.CharField("类别", max_length=40)
    code = models.CharField("代码", max_length=60)
    name = models.CharField("名称", max_length=60)
    number = models.CharField("版本", max_length=20)
    effective_from = models.DateField("生效日期")
    data = models.JSONField("规则内容")
    author = models.CharField("发布人", max_length=60)

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = "规则版本"
        ordering = ("kind", "code", "-effective_from", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "code", "number"),
                name="rule_version_once_a_code",
                violation_error_message="这项规则已有同号的版本，请换一个版本号。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} 第 {self.number} 版"


class Review(models.Model):
    """What one reviewer says of a row in one round, for the step that asks for it; no verdict as long as they wait.

    ``standing`` rounds count; ``asked`` says that the reviewer was asked by name.
    """

    marked: ClassVar = True
    VERDICTS = (("passed", "通过"), ("conditional", "有条件通过"), ("refused", "不通过"))

    ledger = models.CharField("台账", max_length=60)
    row = models.BigIntegerField("行")
    slot = models.CharField("评审", max_length=40)
    round = models.PositiveSmallIntegerField("轮次")
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, verbose_name="评审人", related_name="+")
    reviewer_name = models.CharField("评审人姓名", max_length=60)
    verdict = models.CharField("结论", max_length=20, choices=VERDICTS, blank=True)
    remark = models.CharField("意见", max_length=400, blank=True)
    asked = models.BooleanField("点名", default=True)
    standing = models.BooleanField("有效", default=True)
    at = models.DateTimeField("评审时间", null=True, blank=True)

    class Meta:
        verbose_name = "评审意见"
        ordering = ("ledger", "row", "slot", "round", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("ledger", "row", "slot", "round", "reviewer"), name="one_review_a_round"
            ),
        )

    def __str__(self) -> str:
        return f"{self.reviewer_name} {self.get_verdict_display() or '待评审'}"


class Past(models.Model):
    """What a column of a row held from a day on, in the text in which people write it; "" for nothing."""

    ledger = models.CharField("台账", max_length=60)
    row = models.BigIntegerField("行")
    column = models.CharField("列", max_length=60)
    since = models.DateField("起始日期")
    value = models.CharField("内容", max_length=1000, blank=True)
    by = models.CharField("操作人", max_length=60)

    class Meta:
        verbose_name = "历史内容"
        ordering = ("ledger", "row", "column", "since")
        constraints = (
            models.UniqueConstraint(fields=("ledger", "row", "column", "since"), name="one_past_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.since} {self.value}"


class Binding(models.Model):
    """A measure with conditions and a scope, as data: what a promise is measured by.

    ``scope`` is the key of the unit whose subtree counts, None for every unit; facts are kept by unit, so that
    who reads them applies the scope to the tree as it is then. ``view`` is how the measure is looked at
    (``measures.VIEWS``), "" as it is; ``official``: only official figures count. A binding never changes: another one
    takes its place, and ``ended`` keeps the number of the trail's last row then.

    A binding by a ``formula`` (``formulas``) has no measure but ``parts``: a binding for each ``name`` in the formula,
    with facts of its own. A part is never a formula, so that none leads back to itself; ``unit`` is that of the result.
    """

    marked: ClassVar = True

    ledger = models.CharField("台账", max_length=60, blank=True)
    measure = models.CharField("计量", max_length=60, blank=True)
    conditions = models.JSONField("条件", default=list)
    scope = models.BigIntegerField("范围", null=True, blank=True)
    view = models.CharField("口径", max_length=20, blank=True)
    official = models.BooleanField("只计正式数", default=False)
    filled = models.BooleanField("已计算", default=False)
    ended = models.BigIntegerField("停用时的操作序号", null=True, blank=True)
    formula = models.CharField("公式", max_length=1000, blank=True)
    unit = models.CharField("公式结果的单位", max_length=40, blank=True)
    whole = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, verbose_name="所属公式", related_name="parts"
    )
    name = models.CharField("公式中的名字", max_length=400, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(formula="") & ~models.Q(ledger="")
                | models.Q(whole=None, ledger="") & ~models.Q(formula=""),
                name="binding_formula",
                violation_error_message="公式的各项只能是台账的计量，不能再是公式。",
            ),
            models.UniqueConstraint(
                fields=("whole", "name"),
                name="binding_part_once",
                violation_error_message="公式里的一个名字只能对应一项计量。",
            ),
        )

    def __str__(self) -> str:
        view = f"~{self.view}" if self.view else ""
        return f"={self.formula}" if self.formula else f"{self.ledger}.{self.measure}{view}"


class Fact(models.Model):
    """The value of a binding for one unit and one month, in the measure's stored scale.

    ``base`` is the divisor of a ratio, 0 otherwise; ``unit`` 0 stands for rows that belong to no unit. It stands since
    the row ``since`` of the trail; what stood before is a :class:`PastFact`.
    """

    marked: ClassVar = True  # by the marks that it follows from

    binding = models.ForeignKey(Binding, on_delete=models.CASCADE)
    unit = models.BigIntegerField()
    period = models.IntegerField()
    value = models.BigIntegerField()
    base = models.BigIntegerField(default=0)
    rows = models.IntegerField(default=0)
    since = models.BigIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("binding", "unit", "period"), name="fact_bucket"),)
        ordering = ("binding", "unit", "period")

    def __str__(self) -> str:
        return f"{self.binding_id} {self.unit} {self.period}: {self.value}"


class PastFact(models.Model):
    """A fact as it was from the row ``since`` of the trail to the one before ``until``."""

    marked: ClassVar = True

    binding = models.ForeignKey(Binding, on_delete=models.CASCADE, related_name="past")
    unit = models.BigIntegerField()
    period = models.IntegerField()
    value = models.BigIntegerField()
    base = models.BigIntegerField(default=0)
    rows = models.IntegerField(default=0)
    since = models.BigIntegerField()
    until = models.BigIntegerField()

    class Meta:
        indexes = (models.Index(fields=("binding", "until"), name="past_fact_until"),)
        ordering = ("binding", "unit", "period", "since")

    def __str__(self) -> str:
        return f"{self.binding_id} {self.unit} {self.period}: {self.value} ({self.since}–{self.until})"


class FactKey(models.Model):
    """One of the different values that a fact counts, with the rows that hold it; ``until`` None as long as it stands."""

    marked: ClassVar = True

    binding = models.ForeignKey(Binding, on_delete=models.CASCADE, related_name="keys")
    unit = models.BigIntegerField()
    period = models.IntegerField()
    key = models.CharField(max_length=200)
    rows = models.IntegerField()
    since = models.BigIntegerField()
    until = models.BigIntegerField(null=True)

    class Meta:
        indexes = (models.Index(fields=("binding", "until", "period"), name="fact_key_until"),)
        ordering = ("binding", "unit", "period", "key", "since")

    def __str__(self) -> str:
        return f"{self.binding_id} {self.unit} {self.period}: {self.key}"


class Mark(models.Model):
    """A bucket (ledger, date, unit, month) that a write touched; appended by the writer, removed by who recomputes it.

    Marks are only ever appended, so a writer never waits for one who recomputes, and no mark is lost between them.
    ``taken`` is the row that was taken out of the bucket and ``put`` the one that was put there, as ``images`` tell
    them; where both are empty, nobody says what has changed in the bucket.
    """

    marked: ClassVar = True

    ledger = models.CharField(max_length=60)
    when = models.CharField(max_length=120)
    unit = models.BigIntegerField()
    period = models.IntegerField()
    taken = models.TextField(default="")
    put = models.TextField(default="")

    class Meta:
        indexes = (models.Index(fields=("ledger",), name="mark_ledger"),)

    def __str__(self) -> str:
        return f"{self.ledger} {self.when} {self.unit} {self.period}"


class ToJudge(models.Model):
    """That something must be judged again; appended by the writer, removed by who has judged it since (``rejudging``)."""

    judge = models.CharField(max_length=40, db_index=True)

    def __str__(self) -> str:
        return self.judge
