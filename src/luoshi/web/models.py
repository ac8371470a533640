"""What the pages themselves keep: failed attempts to sign in, columns that people chose, lists that they named."""

from __future__ import annotations

from typing import ClassVar, Final

from django.db import models, transaction
from django.db.models import Q

from luoshi.accounts.attempts import AttemptQuerySet, Attempts
from luoshi.accounts.models import User
from luoshi.ledgers import standing

NAME_LENGTH: Final = 64


class SignInFailure(Attempts):
    """How often in a row a username was tried with a wrong password."""

    SUBJECT = "username"

    username = models.CharField("用户名", max_length=NAME_LENGTH, unique=True)

    objects: ClassVar[models.Manager[SignInFailure]] = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = "登录失败"
        verbose_name_plural = "登录失败"
        ordering = ("username",)

    def __str__(self) -> str:
        return f"{self.username}：{self.failures} 次"


class ColumnChoiceQuerySet(models.QuerySet["ColumnChoice"]):
    """Choices in the words of a list page."""

    def of(self, user: User, ledger: str) -> list[str]:
        """The names of the columns that a person chose for a ledger; empty for the usual ones."""
        return next(iter(self.filter(user=user.pk, ledger=ledger).values_list("columns", flat=True)), [])

    def keep(self, user: User, ledger: str, columns: list[str]) -> None:
        """Remember a choice; an empty one is forgotten."""
        with transaction.atomic():
            standing.begin()
            if columns:
                self.update_or_create(user=user, ledger=ledger, defaults={"columns": columns})
            else:
                self.filter(user=user.pk, ledger=ledger).delete()


class ColumnChoice(models.Model):
    """Which columns of a ledger one person wants to see in its list."""

    marked: ClassVar = True

    user = models.ForeignKey(User, on_delete=models.CASCADE, verbose_name="用户", related_name="+")
    ledger = models.CharField("台账", max_length=60)
    columns = models.JSONField("列", default=list)

    objects: ClassVar[models.Manager[ColumnChoice]] = ColumnChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = "所选的列"
        verbose_name_plural = "所选的列"
        ordering = ("user", "ledger")
        constraints = (models.UniqueConstraint(fields=("user", "ledger"), name="column_choice_once"),)

    def __str__(self) -> str:
        return f"{self.user} {self.ledger}"


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    """Named lists in the words of a list page."""

    def seen_by(self, user: User, ledger: str) -> SavedViewQuerySet:
        """A person's own of a ledger, and those that are everybody's."""
        return self.filter(Q(user=user.pk) | Q(user=None), ledger=ledger)

    def keep(self, ledger: str, title: str, query: str, *, owner: User | None, by: str) -> SavedView:
        """Name a list; one of the same name of the same owner is written over."""
        with transaction.atomic():
            standing.begin()
            found, _ = self.update_or_create(
                user=owner, ledger=ledger, title=title, defaults={"query": query, "by": by}
            )
        return found

    def forget(self, view: SavedView) -> None:
        """Remove a named list."""
        with transaction.atomic():
            standing.begin()
            view.delete()


class SavedView(models.Model):
    """What a person asked of a ledger's list, by a name; without a person it is everybody's."""

    marked: ClassVar = True

    user = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, blank=True, verbose_name="用户", related_name="+"
    )
    ledger = models.CharField("台账", max_length=60)
    title = models.CharField("名称", max_length=40)
    query = models.TextField("条件", blank=True)
    by = models.CharField("保存人", max_length=60)

    objects: ClassVar[SavedViewQuerySet] = SavedViewQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "常用筛选"
        verbose_name_plural = "常用筛选"
        ordering = ("ledger", "title", "pk")
        constraints = (
            models.UniqueConstraint(fields=("user", "ledger", "title"), name="saved_view_once"),
            models.UniqueConstraint(
                fields=("ledger", "title"), condition=Q(user=None), name="shared_view_once"
            ),
        )

    def __str__(self) -> str:
        return self.title
