"""At once: the same request from eight threads is done once, and of a page and a program one takes the step."""

from __future__ import annotations

from collections import Counter

import pytest
from django.test import Client

from luoshi.accounts.models import User
from luoshi.api.models import Kept
from luoshi.ledgers.models import AuditRow
from luoshi.web import people
from tests.api.conftest import BOOKS, Calling, Program
from tests.ledgers.conftest import Library, open_library
from tests.library.ledgers import HEAD
from tests.library.models import Book
from tests.racing import RACERS, racing

TURNS = 12
NEW = {"values": {"title": "海错图", "branch": "东区分馆", "kind": "科学", "price": "38.50"}}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def library(transactional_db: None) -> Library:
    return open_library()


@pytest.fixture
def person(transactional_db: None) -> User:
    return User.objects.create_user("guanyuan", name="馆员")


def test_of_eight_same_requests_one_is_done(library: Library, calling: Calling) -> None:
    secret, answers = calling(HEAD).secret, list[tuple[int, bytes, bool]]()

    def race(thread: int) -> None:
        program = Program(secret, Client())
        for turn in range(TURNS):
            found = program.post(f"{BOOKS}/rows", NEW, Idempotency_Key=f"k{turn}")
            answers.append((found.status_code, found.content, "Idempotency-Replayed" in found.headers))

    racing(race)
    assert {status for status, _, _ in answers} == {201}
    assert len({body for _, body, _ in answers}) == TURNS == Book.objects.count() == Kept.objects.count()
    assert Counter(again for _, _, again in answers) == {False: TURNS, True: (RACERS - 1) * TURNS}


def test_of_a_page_and_a_program_one_takes_the_step(
    library: Library, calling: Calling, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "actor", lambda request: HEAD)
    books = [library.book(f"书{number}").pk for number in range(TURNS)]
    secret, page, told = calling(HEAD).secret, Client(), Counter[object]()
    page.force_login(person)

    def race(thread: int) -> None:
        for key in books:
            if thread:
                found = Program(secret, Client()).post(
                    f"{BOOKS}/rows/{key}/steps/withdraw", {"reason": "破损"}, If_Match="1"
                )
                told["program", found.status_code] += 1
            else:
                form = {"reason": "破损", "version": "1"}
                found = page.post(f"/ledgers/books-register/{key}/step/withdraw/", form)
                told["page", found.status_code] += 1

    racing(race, 2)
    won = told["program", 200] + told["page", 302]
    assert won == TURNS and sum(told.values()) == 2 * TURNS, told
    assert told["program", 200] + told["program", 409] == TURNS
    assert Book.objects.filter(state="withdrawn", version=2).count() == TURNS
    assert AuditRow.objects.filter(act="注销").count() == TURNS
