"""Who comes in: a living token of a person in office, and nobody else; with no session and no cookie."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from luoshi.accounts.attempts import LIMIT, LOCKED_FOR
from luoshi.accounts.models import Token, User
from luoshi.api.models import Failure
from luoshi.directory import roles
from luoshi.directory.people import actions, tokens
from luoshi.directory.people.models import Post
from luoshi.ledgers.models import AuditRow
from tests.api.conftest import BOOKS, Calling, Program, secret_of
from tests.directory import build
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD

LEDGERS, UNITS = "/api/ledgers", "/api/ledgers/directory-units"
YESTERDAY = datetime.timedelta(days=1)


@pytest.fixture
def clerk(db: None) -> User:
    """A clerk of the bureau for investment, in a zone of a few units."""
    build.holder("chenjing", roles.CLERK, build.zone()["0103"])
    return User.objects.get(username="chenjing")


def program(user: User, **fields: object) -> Program:
    return Program(secret_of(user, **fields), Client(raise_request_exception=False))


def test_a_token_acts_as_its_person(clerk: User) -> None:
    told = program(clerk).get(UNITS).json()
    assert told["rights"] == ["read", "export", "history"]
    assert program(clerk).get(f"{UNITS}/rows").json()["count"] == len(build.UNITS)
    assert Token.objects.first().last_used_at is not None


@pytest.mark.parametrize("header", ["", "Bearer", "Basic YTpi", "Bearer ", "ls_x"])
def test_without_a_token_nobody_comes_in(db: None, header: str) -> None:
    answer = Client().get(LEDGERS, headers={"Authorization": header} if header else {})
    assert answer.status_code == 401 and answer.headers["WWW-Authenticate"] == "Bearer"
    assert "请在请求头 Authorization" in answer.json()["sentence"] and not Failure.objects.exists()


def test_a_session_opens_nothing_and_none_is_made(clerk: User) -> None:
    client = Client()
    client.force_login(clerk)
    assert client.get(LEDGERS).status_code == 401
    answer = Client().get(f"{LEDGERS}?month=2026-05", headers={"Authorization": f"Bearer {secret_of(clerk)}"})
    assert answer.status_code == 200 and not answer.cookies


def test_a_dead_token_says_why(clerk: User) -> None:
    today, now = timezone.localdate(), timezone.now()
    assert program(clerk, until=today).get(LEDGERS).status_code == 200
    for fields, said in (
        ({"until": today - YESTERDAY}, "有效期到"),
        ({"revoked_at": now}, "撤销，请换用新的令牌"),
    ):
        answer = program(clerk, **fields).get(LEDGERS)
        assert answer.status_code == 401 and said in answer.json()["sentence"]


def test_the_token_of_who_is_dismissed_is_dead(clerk: User) -> None:
    theirs = program(clerk)
    admin = build.holder("admin", roles.ADMINISTRATOR, Post.objects.get(user=clerk).unit)
    assert theirs.get(LEDGERS).status_code == 200
    actions.dismiss(clerk, on=timezone.localdate(), by=admin, reason="调离")
    answer = theirs.get(LEDGERS)
    assert answer.status_code == 401 and "账号已停用" in answer.json()["sentence"]


def test_rights_end_with_the_post(clerk: User) -> None:
    theirs = program(clerk)
    Post.objects.filter(user=clerk).update(since=timezone.localdate() - YESTERDAY, until=timezone.localdate())
    assert theirs.get(LEDGERS).json() == []
    assert theirs.get(UNITS).status_code == 403


def test_a_read_only_token_writes_nothing(library: Library, calling: Calling) -> None:
    book, head = library.book(), calling(HEAD, read_only=True)
    assert head.get(f"{BOOKS}/rows/{book.pk}").status_code == 200
    for answer in (
        head.post(f"{BOOKS}/rows", {"values": {}}),
        head.patch(f"{BOOKS}/rows/{book.pk}", {"values": {}}, If_Match="1"),
        head.post(f"{BOOKS}/rows/{book.pk}/steps/withdraw", {"reason": "x"}),
        head.post(f"{BOOKS}/import?apply=true", {}),
    ):
        assert answer.status_code == 403 and "只读" in answer.json()["sentence"]
    assert AuditRow.objects.count() == 1


def test_guessing_is_slowed_down_and_locks_nobody_else_out(clerk: User) -> None:
    wrong, right = Program("ls_wrong", Client()), program(clerk)
    assert [wrong.get(LEDGERS).status_code for _ in range(LIMIT)] == [401] * LIMIT
    answer = wrong.get(LEDGERS)
    assert answer.status_code == 429 and "请在" in answer.json()["sentence"]
    assert 0 < int(answer.headers["Retry-After"]) <= LOCKED_FOR.total_seconds()
    assert right.get(LEDGERS).status_code == 200
    Failure.objects.update(last_at=timezone.now() - LOCKED_FOR)
    assert wrong.get(LEDGERS).status_code == 401


def test_a_secret_is_kept_as_its_fingerprint(clerk: User) -> None:
    by = build.actor_of(clerk, on=timezone.localdate())
    token, secret = tokens.issue(clerk, "对账", by=by, on=timezone.localdate())
    assert secret.startswith("ls_") and len(secret) > 40
    assert secret not in str(Token.objects.filter(pk=token.pk).values())
    assert Token.objects.of_secret(secret) == token and Token.objects.of_secret(secret + "x") is None
    told = AuditRow.objects.first()
    assert (told.act, told.changes["令牌"], secret in str(told.changes)) == (
        "开通接口令牌",
        ["", "对账"],
        False,
    )
    tokens.revoke(token, by=by)
    tokens.revoke(token, by=by)
    assert AuditRow.objects.filter(act="撤销接口令牌").count() == 1
