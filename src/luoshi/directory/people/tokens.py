"""The tokens by which programs come in somebody's name: given out and taken back; the trail of posts says so."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from luoshi.accounts.models import Token, User
from luoshi.ledgers import audit, registry
from luoshi.ledgers.access import Act, Actor, may
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, NotNow, Refused


def issue(
    user: User, name: str, *, by: Actor, on: date, until: date | None = None, read_only: bool = False
) -> tuple[Token, str]:
    """A new token with its secret, which is told here and never again."""
    _require(by, user)
    if not user.is_active:
        raise NotNow(f"“{user.name}”的账号已停用，不能开通令牌。")
    secret = Token.new_secret()
    token = Token(
        name=name.strip(), user=user, digest=Token.digest_of(secret), until=until, read_only=read_only
    )
    if until is not None and until < on:
        raise Invalid({"until": [f"有效期至：{until} 已经过去，请填今天或以后的日期。"]})
    try:
        token.full_clean(exclude=["user", "digest"])
    except ValidationError as found:
        said = ValidationError(found).message_dict
        raise Invalid(
            {at: [f"{_title(at)}：{each}" for each in sentences] for at, sentences in said.items()}
        ) from found
    with transaction.atomic():
        audit.begin()
        token.save(force_insert=True)
        _note(by, "开通接口令牌", token)
    return token, secret


def revoke(token: Token, *, by: Actor) -> None:
    """From now on the token opens nothing; one that is revoked already stays as it is."""
    _require(by, token.user)
    with transaction.atomic():
        audit.begin()
        if Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
            _note(by, "撤销接口令牌", token)
    token.refresh_from_db()


def administers(by: Actor) -> bool:
    """Whether somebody has the tokens of all people in hand: who may give out posts."""
    return bool(may(by, Act.CREATE, _posts()))


def _require(by: Actor, user: User) -> None:
    if not (by and (by.person == user.pk or administers(by))):
        raise Refused(f"“{user.name}”的接口令牌由本人或系统管理员开通和撤销。")


def _note(by: Actor, act: str, token: Token) -> None:
    said = {
        "令牌": token.name,
        "持有人": str(token.user),
        "有效期至": str(token.until or "长期"),
        "只读": "是" if token.read_only else "否",
    }
    audit.note(by, act, _posts(), {title: ("", text) for title, text in said.items()})


def _title(name: str) -> str:
    return str(getattr(Token._meta.get_field(name), "verbose_name", name))


def _posts() -> Ledger:
    return registry.ledger("directory.posts")
