"""People write a row's name or its identity; what could be two rows is refused."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups
from tests.ledgers.conftest import Library


def test_finds_by_every_name(library: Library) -> None:
    lookups = Lookups()
    for text in ("01", "东区分馆", "东馆", " 东馆\u3000"):
        assert lookups.find("branches", text) == library.east
    with pytest.raises(BadValue, match="“分馆”里没有“南馆”，请核对写法，或先在“分馆”里登记"):
        lookups.find("branches", "南馆")


def test_two_of_one_name_are_written_by_identity(library: Library) -> None:
    first, second = library.book("山海经"), library.book("山海经")
    other = library.book("水经注")
    lookups = Lookups()
    with pytest.raises(BadValue, match="有 2 行叫“山海经”，请改填编号"):
        lookups.find("books.register", "山海经")
    assert [lookups.named("books.register", b) for b in (first, second, other)] == [
        "00001",
        "00002",
        "水经注",
    ]
    assert lookups.labels("books.register") == ["00001", "00002", "水经注"]
    assert lookups.find("books.register", "00002") == second


def test_an_identity_goes_before_another_rows_name(library: Library) -> None:
    first = library.book("山海经")
    tricky = library.book("00001")
    lookups = Lookups()
    assert lookups.find("books.register", "00001") == first
    assert lookups.named("books.register", tricky) == "00002"


def test_a_ledger_is_read_once(library: Library) -> None:
    lookups = Lookups()
    with CaptureQueriesContext(connection) as queries:
        for text in ("01", "02", "东馆"):
            lookups.find("branches", text)
    assert len(queries) == 1
