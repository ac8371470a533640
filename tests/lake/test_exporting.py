"""An export writes what changed and nothing else; half-written, it leaves the lake as it was."""

from __future__ import annotations

import dataclasses
import datetime
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from django.db import connection, transaction

from luoshi.lake import exporting, store
from luoshi.lake.errors import Held
from luoshi.lake.store import Lake, Manifest
from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Access
from tests.ledgers.conftest import Library, open_library
from tests.library.ledgers import BOOKS, HEAD, MEMBERS, RESERVATIONS
from tests.library.models import Book, Member, Reservation

NAME, ZONE = "books.register", "01"
MARCH, MAY = datetime.date(2026, 3, 9), datetime.date(2026, 5, 9)


def export(lake: Path) -> dict[str, tuple[int, int]]:
    """What an export wrote, by ledger: files and rows. It leaves what a new lake would have."""
    told = exporting.export(lake, ZONE)
    assert held(lake) == held_anew(lake)
    Lake(lake).verify()
    return {each.ledger: (each.files, each.rows) for each in told}


def held(lake: Path) -> dict[str, dict[str, str]]:
    (manifest,) = Lake(lake).manifests.values()
    return {
        name: {month: entry.sha256 for month, entry in sheet.files.items()}
        for name, sheet in manifest.ledgers.items()
    }


def held_anew(lake: Path) -> dict[str, dict[str, str]]:
    anew = lake.with_name(f"{lake.name}-anew")
    exporting.export(anew, ZONE, whole=True)
    return held(anew)


def months(lake: Path, name: str = NAME) -> dict[str, int]:
    """The rows of a ledger's files, by month."""
    return {month: entry.rows for month, entry in Lake(lake).manifests[ZONE].ledgers[name].files.items()}


def test_works(library: Library, tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    library.book("山海经", bought_on=MARCH, price=4550, donor="it's")
    library.book("云", pages=None)
    told = export(lake)
    assert told[NAME] == (2, 2)
    assert months(lake) == {"000000": 1, "202603": 1}
    assert months(lake, "loans") == {"000000": 0}
    (file,) = (each for each in Lake(lake).files(NAME) if "202603" in each.name)
    (row,) = pq.read_table(file).to_pylist()
    book = Book.objects.get(title="山海经")
    assert (row["zone"], row["id"], row["branch_id"]) == (ZONE, book.pk, library.east.pk)
    assert (row["price"], row["bought_on"], row["rare"], row["donor"]) == (4550, MARCH, False, "it's")
    assert "thick" not in row
    assert export(lake) == {}


def test_a_row_that_moves_leaves_its_old_file(library: Library, tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    book = library.book("山海经", bought_on=MARCH)
    library.book("水经注", bought_on=MARCH)
    library.book("徐霞客游记", bought_on=datetime.date(2025, 1, 1))
    export(lake)
    writing.change(BOOKS, book, {"bought_on": MAY}, by=HEAD)
    assert export(lake) == {NAME: (2, 2)}
    assert months(lake) == {"202501": 1, "202603": 1, "202605": 1}
    writing.change(BOOKS, Book.objects.get(pk=book.pk), {"bought_on": None}, by=HEAD)
    assert export(lake) == {NAME: (1, 1)}
    assert months(lake) == {"000000": 1, "202501": 1, "202603": 1}


def test_rows_that_are_removed(library: Library, tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    book = library.book("山海经", bought_on=MARCH)
    writing.create(RESERVATIONS, {"book": book, "made_on": MAY}, by=HEAD)
    export(lake)
    writing.remove(BOOKS, book, by=HEAD, reason="录错")
    export(lake)
    assert not Reservation.objects.exists()
    assert months(lake) == months(lake, "reservations") == {"000000": 0}


def test_what_machines_keep_is_exported_too(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A derived column of the table changes where the trail names no row."""
    lake = tmp_path / "lake"
    score = dataclasses.replace(MEMBERS.column("score"), derived=True)
    columns = tuple(score if each.name == "score" else each for each in MEMBERS.columns)
    ledger = dataclasses.replace(MEMBERS, columns=columns, access=Access(read=(), write=()))
    monkeypatch.setitem(registry._ledgers, "members", ledger)
    member = library.member(joined=202601)
    library.member("D002", joined=202602)
    export(lake)
    with transaction.atomic():
        audit.begin()
        Member.objects.filter(pk=member.pk).update(score=7)
    assert export(lake) == {"members": (1, 1)}


def test_rows_that_no_trail_tells_of(library: Library, tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    library.book(bought_on=MARCH)
    export(lake)
    Book.objects.create(title="暗", number="x", branch=library.east, kind="fiction", price=1, bought_on=MAY)
    export(lake)
    assert months(lake) == {"202603": 1, "202605": 1}


def test_another_trail_and_other_columns(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake = tmp_path / "lake"
    library.book(bought_on=MARCH)
    export(lake)
    manifest = Manifest.read(lake / ZONE)
    assert manifest is not None
    manifest.head = "f" * 64  # as if this were a lake of another database
    manifest.ledgers[NAME].files.clear()
    manifest.write(lake / ZONE)
    exporting.export(lake, ZONE)
    assert months(lake) == {"202603": 1}
    without = tuple(each for each in BOOKS.columns if each.name != "pages")
    monkeypatch.setitem(
        registry._ledgers, NAME, dataclasses.replace(BOOKS, columns=without, measures=BOOKS.measures[:1])
    )
    assert export(lake)[NAME] == (1, 1)
    assert "pages" not in Lake(lake).manifests[ZONE].ledgers[NAME].columns


def test_an_export_that_breaks_off_changes_nothing(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake = tmp_path / "lake"
    book = library.book(bought_on=MARCH)
    export(lake)
    before = held(lake)
    writing.change(BOOKS, book, {"bought_on": MAY}, by=HEAD)

    def broken(*args: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(Manifest, "write", broken)
        with pytest.raises(OSError, match="disk full"):
            exporting.export(lake, ZONE)
    assert held(lake) == before
    assert Lake(lake).verify() == len(registry.ledgers())
    with monkeypatch.context() as patch:
        patch.setattr(exporting, "put", broken)
        with pytest.raises(OSError, match="disk full"):
            exporting.export(lake, ZONE)
    assert not list(lake.glob(f"**/{store.BESIDE}*"))
    export(lake)
    assert months(lake) == {"202605": 1}


def test_files_stay_for_one_more_export(library: Library, tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    book = library.book(bought_on=MARCH)
    export(lake)
    (old,) = Lake(lake).files(NAME)
    for price, there in ((1, True), (2, False)):
        writing.change(BOOKS, Book.objects.get(pk=book.pk), {"price": price}, by=HEAD)
        export(lake)
        assert old.exists() == there
    assert len(list((lake / ZONE / NAME).iterdir())) == 2


def test_a_file_that_is_gone_comes_back(library: Library, tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    library.book(bought_on=MARCH)
    library.book("水经注", bought_on=MAY)
    export(lake)
    Lake(lake).files(NAME)[0].unlink()
    assert export(lake) == {NAME: (2, 2)}


def test_two_exports_do_not_meet(library: Library, tmp_path: Path) -> None:
    export(tmp_path / "lake")
    with exporting._held(tmp_path / "lake" / ZONE), pytest.raises(Held, match="另一个 luoshi 正在导出"):
        exporting.export(tmp_path / "lake", ZONE)


@pytest.mark.django_db(transaction=True)
def test_all_is_read_at_one_moment_and_nobody_waits(tmp_path: Path) -> None:
    library = open_library()
    library.book("山海经", bought_on=MARCH)
    with ThreadPoolExecutor(1) as pool, exporting.snapshot():
        before = Book.objects.count()
        pool.submit(elsewhere, library).result(timeout=60)
        assert Book.objects.count() == before
    assert Book.objects.count() == before + 1
    exporting.export(tmp_path, ZONE)
    assert months(tmp_path) == {"202603": 1, "202605": 1}


def elsewhere(library: Library) -> None:
    try:
        library.book("水经注", bought_on=MAY)
    finally:
        connection.close()
