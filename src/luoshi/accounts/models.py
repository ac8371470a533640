"""The person who signs in, and the tokens by which programs come in their name; nothing of what they do."""

from __future__ import annotations

import datetime
import hashlib
import secrets
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils import timezone


class UserManager(BaseUserManager["User"]):
    """Makes people; the password is hashed on the way in."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> User:
        if not username:
            raise ValueError("a user needs a username")
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def named(self, username: str) -> User | None:
        """The active person with this username, or None."""
        return self.filter(username=username, is_active=True).first()


class User(AbstractBaseUser):
    """Posts, units and roles stand in the directory, not here."""

    marked: ClassVar = True  # who is called what is written with a trail: ledgers/standing.py

    username = models.CharField(
        "用户名",
        max_length=64,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": "这个用户名已经有人使用，请换一个。"},
    )
    name = models.CharField("姓名", max_length=64)
    is_active = models.BooleanField("在用", default=True)
    joined_at = models.DateTimeField("加入时间", default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = "用户"
        verbose_name_plural = "用户"
        ordering = ("username",)

    def __str__(self) -> str:
        return f"{self.name}（{self.username}）"

    def get_full_name(self) -> str:
        return self.name


class TokenQuerySet(models.QuerySet["Token"]):
    """Tokens by what programs show."""

    def of_secret(self, secret: str) -> Token | None:
        """The token of that secret, alive or not."""
        return self.filter(digest=Token.digest_of(secret)).select_related("user").first()


class Token(models.Model):
    """By which a program acts as a person; whoever has the secret has it, the database only its fingerprint."""

    PREFIX = "ls_"

    name = models.CharField("名称", max_length=60)
    digest = models.CharField("指纹", max_length=64, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, verbose_name="持有人", related_name="tokens")
    read_only = models.BooleanField("只读", default=False)
    made_at = models.DateTimeField("开通时间", default=timezone.now, editable=False)
    until = models.DateField("有效期至", null=True, blank=True)
    revoked_at = models.DateTimeField("撤销时间", null=True, blank=True, editable=False)
    last_used_at = models.DateTimeField("最近使用", null=True, blank=True, editable=False)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = "接口令牌"
        ordering = ("user__username", "pk")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def new_secret(cls) -> str:
        """A secret that nobody guesses: 256 random bits."""
        return cls.PREFIX + secrets.token_urlsafe(32)

    @staticmethod
    def digest_of(secret: str) -> str:
        """What is kept of a secret."""
        return hashlib.sha256(secret.encode(errors="replace")).hexdigest()

    def dead(self, on: datetime.date) -> str:
        """Why the token opens nothing on a day, as a sentence; "" as long as it does."""
        if self.revoked_at is not None:
            return (
                f"令牌“{self.name}”已于 {timezone.localtime(self.revoked_at):%Y-%m-%d} 撤销，请换用新的令牌。"
            )
        if self.until is not None and self.until < on:
            return f"令牌“{self.name}”的有效期到 {self.until} 为止，请开通新的令牌。"
        if not self.user.is_active:
            return f"令牌“{self.name}”的持有人账号已停用，请由在岗人员开通新的令牌。"
        return ""
