"""Judged again: a write marks, the background judges, and of several at once one writes, never by less than was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Barrier

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from luoshi.ledgers import rejudging, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import AuditRow, ToJudge
from luoshi.ledgers.rejudging import Judge
from luoshi.ledgers.rule_kinds import NoRule
from tests.ledgers.conftest import Library, open_library
from tests.library.ledgers import BOOKS, HEAD
from tests.library.models import Book
from tests.library.repairs import RESPONSE
from tests.racing import RACERS, racing

MAY = date(2026, 5, 31)


@dataclass
class Shelf:
    """A judge of the books: it finds their titles, and keeps what it found."""

    day: date | None = MAY
    found: list[list[str]] = field(default_factory=list)
    kept: list[list[str]] = field(default_factory=list)
    by: list[str] = field(default_factory=list)

    def judge(self) -> Judge:
        return Judge(
            name="shelf",
            title="书架",
            ledger=BOOKS.name,
            concerned=(BOOKS.name,),
            rule=RESPONSE.name,
            day=lambda: self.day,
            find=self.find,
            keep=self.keep,
        )

    def find(self, on: date) -> list[str]:
        self.found.append(sorted(Book.objects.values_list("title", flat=True)))
        return self.found[-1]

    def keep(self, titles: Sequence[str], on: date, by: Actor) -> str:
        same = bool(self.kept) and self.kept[-1] == titles
        self.kept.append(list(titles))
        self.by.append(by.name)
        return "" if same else f"{len(titles)} 本"


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    found = Shelf()
    monkeypatch.setattr(rejudging, "_judges", {})
    rejudging.register(found.judge())
    return found


def the_judge() -> Judge:
    return rejudging._judges["shelf"]


def waiting() -> int:
    return DBTaskResult.objects.ready().count()


def work() -> None:
    """The embedded worker does what waits."""
    call_command("db_worker", batch=True, reload=False, startup_delay=False, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_a_write_has_it_judged_by_the_worker(shelf: Shelf) -> None:
    library = open_library()
    assert not ToJudge.objects.exists(), "branches do not concern it"
    for title in ("山海经", "水经注"):
        library.book(title)
    assert ToJudge.objects.count() == 2 and waiting() == 1, "one task for however many writes"
    work()
    assert shelf.kept == [["山海经", "水经注"]] and shelf.by == ["系统"]
    assert not ToJudge.objects.exists() and waiting() == 0
    note = AuditRow.objects.get(act="重新判断")
    assert note.changes == {"判断至": ["", "2026-05-31"], "结果": ["", "2 本"]} and note.origin == "后台"
    library.book("禹贡")
    work()
    assert shelf.kept[-1] == ["山海经", "水经注", "禹贡"]


@pytest.mark.django_db
def test_what_is_rolled_back_is_not_judged(library: Library, shelf: Shelf) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        library.book()
        raise RuntimeError
    assert not ToJudge.objects.exists() and waiting() == 0
    assert rejudging.catch_up(the_judge(), by=HEAD) == "" and shelf.found == []


@pytest.mark.django_db
@pytest.mark.parametrize("act", ["change", "step", "remove"])
def test_every_kind_of_write_concerns_it(library: Library, shelf: Shelf, act: str) -> None:
    book = library.book()
    ToJudge.objects.all().delete()
    library.member("D1")
    assert not ToJudge.objects.exists(), "members do not concern it"
    if act == "change":
        writing.change(BOOKS, book, {"pages": 300}, by=HEAD)
    elif act == "step":
        stepping.take_step(BOOKS, book, "withdraw", by=HEAD, reason="破损")
    else:
        writing.remove(BOOKS, book, by=HEAD, reason="录错")
    assert ToJudge.objects.count() == 1


@pytest.mark.django_db
def test_judging_twice_changes_nothing(library: Library, shelf: Shelf) -> None:
    library.book()
    assert rejudging.catch_up(the_judge(), by=HEAD) == "1 本"
    assert rejudging.catch_up(the_judge(), by=HEAD) == "" and len(shelf.found) == 1, "nothing is marked"
    before = AuditRow.objects.filter(act="重新判断").count()
    assert rejudging.now(the_judge(), by=HEAD) == "" and len(shelf.kept) == 2
    assert AuditRow.objects.filter(act="重新判断").count() == before
    assert AuditRow.objects.get(act="要求重新判断").actor == HEAD.name


@pytest.mark.django_db
def test_a_write_while_it_is_judged_has_it_judged_again(library: Library, shelf: Shelf) -> None:
    library.book("山海经")
    plain = shelf.find

    def find(on: date) -> list[str]:
        titles = plain(on)
        if len(shelf.found) == 1:
            library.book("水经注")
        return titles

    rejudging.catch_up(replace(the_judge(), find=find), by=HEAD)
    assert shelf.kept == [["山海经"], ["山海经", "水经注"]]
    assert not ToJudge.objects.exists()


@pytest.mark.django_db
def test_who_was_slower_does_not_write_what_is_old(library: Library, shelf: Shelf) -> None:
    library.book("山海经")
    plain = shelf.find

    def slow(on: date) -> list[str]:
        titles = plain(on)
        if len(shelf.found) == 1:  # meanwhile somebody writes, and a quicker one judges all of it
            library.book("水经注")
            rejudging.catch_up(the_judge(), by=HEAD)
        return titles

    assert rejudging.catch_up(replace(the_judge(), find=slow), by=HEAD) == ""
    assert shelf.kept == [["山海经", "水经注"]]


@pytest.mark.django_db
def test_without_a_day_there_is_nothing_to_judge(library: Library, shelf: Shelf) -> None:
    shelf.day = None
    library.book()
    assert rejudging.catch_up(the_judge(), by=HEAD) == "" and shelf.found == []
    assert not rejudging.waits(the_judge())
    assert rejudging.now(the_judge(), by=HEAD, on=MAY) == "1 本", "who asks says until when"


@pytest.mark.django_db
def test_without_a_rule_it_waits_for_the_first_one(library: Library, shelf: Shelf) -> None:
    def ruleless(on: date) -> list[str]:
        raise NoRule("书架规则", on)

    bare = replace(the_judge(), find=ruleless)
    rejudging._judges["shelf"] = bare
    library.book()
    rejudging.judge_again.call("shelf")
    assert not rejudging.waits(bare) and shelf.kept == []
    with pytest.raises(NoRule):
        rejudging.now(bare, by=HEAD)
    rejudging.issued(RESPONSE.name)
    assert rejudging.waits(bare)
    rejudging.issued("another")
    assert ToJudge.objects.count() == 1


@pytest.mark.django_db
def test_what_a_worker_has_left_is_taken_up_again(library: Library, shelf: Shelf) -> None:
    rejudging.resume()
    assert waiting() == 0
    library.book()
    DBTaskResult.objects.get().claim("a worker that ended")
    assert waiting() == 0
    rejudging.resume()
    rejudging.resume()
    assert waiting() == 1
    DBTaskResult.objects.ready().update(status="RUNNING", started_at=timezone.now())
    library.book("水经注")
    assert waiting() == 1, "the next write asks again"


@pytest.mark.django_db
def test_two_judges_do_not_share_a_name(shelf: Shelf) -> None:
    rejudging.register(the_judge())
    with pytest.raises(ValueError, match="shelf"):
        rejudging.register(replace(the_judge(), title="另一架"))


@pytest.mark.django_db(transaction=True)
def test_of_eight_workers_one_keeps_what_all_have_found(shelf: Shelf) -> None:
    library = open_library()
    library.book("山海经")
    met, plain = Barrier(RACERS), shelf.find

    def find(on: date) -> list[str]:
        titles = plain(on)
        met.wait(timeout=30)  # all have found the same before one writes it
        return titles

    racing(lambda racer: rejudging.catch_up(replace(the_judge(), find=find), by=HEAD))
    assert len(shelf.found) == 8 and shelf.kept == [["山海经"]]
    assert AuditRow.objects.filter(act="重新判断").count() == 1
    assert not ToJudge.objects.exists()
