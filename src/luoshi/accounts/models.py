"""The person who signs in: a name to log in with, a name to be called by, nothing of what they do."""

from __future__ import annotations

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
