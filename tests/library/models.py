"""Branches, books, members, loans, reservations and the monthly count of copies."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from luoshi.accounts.models import User
from luoshi.ledgers.models import ClockedRow, Row, by_month


class Branch(Row):
    code = models.CharField("编码", max_length=10, unique=True)
    name = models.CharField("名称", max_length=40)
    short = models.CharField("简称", max_length=20, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="上级馆", related_name="below"
    )

    class Meta:
        verbose_name = "分馆"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(code="01") | ~models.Q(short="无"),
                name="a_short_name",
                violation_error_message="简称不能是“无”。",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def also_called(self) -> tuple[str, ...]:
        return (self.short,)


class Book(Row):
    KINDS: ClassVar = (("fiction", "小说"), ("science", "科学"))
    STATES: ClassVar = (("ordered", "已订购"), ("shelved", "已上架"), ("withdrawn", "已注销"))

    number = models.CharField("书号", max_length=20, unique=True)
    title = models.CharField("书名", max_length=60)
    branch = models.ForeignKey(Branch, models.PROTECT, verbose_name="分馆")
    kind = models.CharField("类别", max_length=10, choices=KINDS)
    price = models.BigIntegerField("定价", validators=[MinValueValidator(0)])
    pages = models.PositiveIntegerField("页数", null=True, blank=True)
    bought_on = models.DateField("购入日期", null=True, blank=True)
    shelved_on = models.DateField("上架日期", null=True, blank=True)
    rare = models.BooleanField("珍本", default=False)
    donor = models.CharField("捐赠人", max_length=40, blank=True)
    note = models.TextField("备注", blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default="ordered")
    touched_at = models.DateTimeField("更新时间", auto_now=True)

    class Meta:
        indexes = by_month("bought_on", "shelved_on", unit="branch")
        verbose_name = "图书"
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(kind="science", pages=13),
                name="no_thirteen",
                violation_error_message="科学书不能只有 13 页。",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.bought_on and self.shelved_on and self.shelved_on < self.bought_on:
            self.refuse("shelved_on", "不能早于购入日期。")

    @property
    def thick(self) -> str:
        return "厚" if (self.pages or 0) > 500 else "薄"


class Member(Row):
    card = models.CharField("证号", max_length=20, unique=True)
    name = models.CharField("姓名", max_length=40)
    branch = models.ForeignKey(Branch, models.PROTECT, verbose_name="分馆", null=True, blank=True)
    joined = models.IntegerField("入会月份", null=True, blank=True)
    score = models.IntegerField("信用分", default=100)

    class Meta:
        indexes = by_month("joined", unit="branch")
        verbose_name = "读者"

    def __str__(self) -> str:
        return self.name


class Loan(Row):
    book = models.ForeignKey(Book, models.PROTECT, verbose_name="图书")
    member = models.ForeignKey(Member, models.PROTECT, verbose_name="读者")
    lent_on = models.DateField("借出日期")
    fine = models.BigIntegerField("罚金", default=0)

    class Meta:
        indexes = by_month("lent_on", unit="")
        verbose_name = "借阅"
        constraints = (models.UniqueConstraint(fields=("book", "member", "lent_on"), name="one_loan"),)

    def __str__(self) -> str:
        return f"{self.book} {self.lent_on}"


class Reservation(Row):
    book = models.ForeignKey(Book, models.CASCADE, verbose_name="图书")
    made_on = models.DateField("预约日期")

    class Meta:
        indexes = by_month("made_on", unit="")
        verbose_name = "预约"

    def __str__(self) -> str:
        return f"{self.book} {self.made_on}"


class Remark(Row):
    """Hangs on a reservation: two links away from the book."""

    reservation = models.ForeignKey(Reservation, models.CASCADE, verbose_name="预约")
    text = models.CharField("内容", max_length=40)
    said_on = models.DateField("日期")

    class Meta:
        indexes = by_month("said_on", unit="")
        verbose_name = "留言"

    def __str__(self) -> str:
        return self.text


class Wish(Row):
    """Somebody wants a book; the head says what it may cost."""

    STATES: ClassVar = (("made", "已提出"), ("granted", "已同意"), ("bought", "已购入"))

    number = models.CharField("申请号", max_length=20, unique=True)
    title = models.CharField("书名", max_length=60)
    branch = models.ForeignKey(Branch, models.PROTECT, verbose_name="分馆")
    asker = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="申请人",
        db_constraint=False,  # tables without migrations are made before those with
    )
    made_on = models.DateField("申请日期")
    price = models.BigIntegerField("限价", null=True, blank=True)
    bought_on = models.DateField("购入日期", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default="made")

    class Meta:
        verbose_name = "购书申请"

    def __str__(self) -> str:
        return self.title


class Repair(ClockedRow):
    """A torn book, from the note about it until it is mended."""

    STATES: ClassVar = (("noted", "记下"), ("reported", "已上报"), ("looked", "已查看"), ("mended", "已修好"))

    number = models.CharField("修补号", max_length=20, blank=True)
    what = models.CharField("书名", max_length=60)
    branch = models.ForeignKey(Branch, models.PROTECT, verbose_name="分馆")
    torn_on = models.DateField("损坏日期", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default="noted")
    looked_in_time = models.BooleanField("按时查看", null=True, blank=True)
    mended_in_time = models.BooleanField("按时修好", null=True, blank=True)

    class Meta:
        verbose_name = "修补"
        constraints = (
            models.UniqueConstraint(
                fields=("number",), condition=~models.Q(number=""), name="one_repair_a_number"
            ),
        )

    def __str__(self) -> str:
        return self.what


class Event(Row):
    """People read from a book to others, somewhere."""

    STATES: ClassVar = (("planned", "已安排"), ("held", "已举办"))

    title = models.CharField("题目", max_length=60, unique=True)
    branch = models.ForeignKey(Branch, models.PROTECT, verbose_name="分馆")
    host = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name="主持人", db_constraint=False
    )
    asked_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="提议人",
        db_constraint=False,
        related_name="+",
    )
    speakers = models.JSONField("主讲人", default=list, blank=True)
    place = models.JSONField("地点", null=True, blank=True)
    poster = models.JSONField("海报", null=True, blank=True)
    held_on = models.DateField("举办日期", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default="planned")

    class Meta:
        verbose_name = "读书会"

    def __str__(self) -> str:
        return self.title


class Copies(Row):
    branch = models.ForeignKey(Branch, models.PROTECT, verbose_name="分馆", null=True, blank=True)
    period = models.IntegerField("月份")
    copies = models.IntegerField("册数")
    area = models.BigIntegerField("书架面积", default=0)

    class Meta:
        indexes = by_month("period", unit="branch")
        verbose_name = "馆藏月报"
        constraints = (models.UniqueConstraint(fields=("branch", "period"), name="one_report"),)

    def __str__(self) -> str:
        return f"{self.branch} {self.period}"
