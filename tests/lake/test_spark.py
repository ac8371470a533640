"""The engine over Spark Connect: on Sail, and, with LUOSHI_SPARK_CLUSTER=1, on a real cluster of this machine (SPARK_HOME)."""

from __future__ import annotations

import datetime
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

pytest.importorskip("pyspark", reason="pyspark-client is not installed (pip install 'luoshi[spark]')")
pytest.importorskip("pysail", reason="pysail is not installed (pip install 'luoshi[spark]')")

from luoshi.lake.errors import NotComputed
from luoshi.lake.spark import OutOfReach, Spark
from tests.lake.spark_cluster import cluster

ENGINES = ("sail", "cluster") if os.environ.get("LUOSHI_SPARK_CLUSTER") == "1" else ("sail",)
Tables = dict[str, list[Path]]
Line = tuple[object, ...]

pytestmark = pytest.mark.filterwarnings("ignore")  # pandas' and grpc's own, which are not ours to mend

BOOKS = {"01": [(1, 7, "史"), (2, 8, "诗"), (3, None, "it's")], "02": [(1, 7, "诗")]}  # id, branch, kind
LOANS = {  # book, day, fee in fen
    "01": [(1, "2026-01-31", 5), (1, "2026-02-01", None), (2, "2026-02-28", 7), (3, "2026-02-03", 9), (9, None, 1)],
    "02": [(1, "2026-02-14", 90_071_992_547_409_930), (1, "2026-02-15", 3)],
}  # fmt: skip

FIGURES = r"""
    SELECT t.`zone`, COALESCE(b.`branch_id`, 0), year(t.`lent_on`) * 100 + month(t.`lent_on`),
      COUNT(*), COUNT(*) FILTER (WHERE b.`kind` = '\u8bd7'), COALESCE(SUM(t.`fee`), 0),
      COALESCE(SUM(t.`fee`) FILTER (WHERE b.`kind` = 'it\u0027s' OR NOT (t.`fee` < 7)), 0)
    FROM `library_loans` t LEFT JOIN `library_books` b ON b.`zone` = t.`zone` AND b.`id` = t.`book_id`
    WHERE t.`lent_on` IS NOT NULL GROUP BY 1, 2, 3
"""
EXPECTED = [
    ("01", 0, 202602, 1, 0, 9, 9),
    ("01", 7, 202601, 1, 0, 5, 0),
    ("01", 7, 202602, 1, 0, 0, 0),
    ("01", 8, 202602, 1, 1, 7, 7),
    ("02", 7, 202602, 2, 2, 90_071_992_547_409_933, 90_071_992_547_409_930),
]


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    if request.param == "sail":
        spark = Spark()
        yield spark
        spark.close()
        return
    with cluster(Path(os.environ["SPARK_HOME"]), tmp_path_factory.mktemp("spark")) as master:
        spark = Spark(master)
        yield spark
        spark.close()


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """A lake of two zones, a file each and ledger."""
    lake = tmp_path_factory.mktemp("lake")
    return {
        "library_books": [_books(lake, zone) for zone in BOOKS],
        "library_loans": [_loans(lake, zone) for zone in LOANS],
    }


def _books(lake: Path, zone: str) -> Path:
    ids, branches, kinds = zip(*BOOKS[zone], strict=True)
    return _written(
        lake / f"books-{zone}.parquet",
        zone=pa.repeat(zone, len(ids)),
        id=pa.array(ids, pa.int64()),
        branch_id=pa.array(branches, pa.int64()),
        kind=pa.array(kinds, pa.string()),
    )


def _loans(lake: Path, zone: str) -> Path:
    books, days, fees = zip(*LOANS[zone], strict=True)
    lent = [day and datetime.date.fromisoformat(day) for day in days]
    return _written(
        lake / f"loans-{zone}.parquet",
        zone=pa.repeat(zone, len(books)),
        id=pa.array(range(len(books)), pa.int64()),
        book_id=pa.array(books, pa.int64()),
        lent_on=pa.array(lent, pa.date32()),
        fee=pa.array(fees, pa.int64()),
    )


def _written(path: Path, **columns: pa.Array) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_figures_come_as_python_integers_by_zone_unit_and_month(engine: Spark, tables: Tables) -> None:
    found = sorted(engine.run(FIGURES, tables))
    assert found == EXPECTED
    assert all(type(value) is int for line in found for value in line[1:])


def test_days_flags_and_nothing_come_as_they_are(engine: Spark, tables: Tables) -> None:
    sql = "SELECT `lent_on`, `fee` IS NULL, `fee` FROM `library_loans` WHERE `zone` = '01' AND `book_id` = 1"
    assert sorted(engine.run(sql, tables)) == [
        (datetime.date(2026, 1, 31), False, 5),
        (datetime.date(2026, 2, 1), True, None),
    ]


def test_a_table_whose_files_have_changed_is_read_anew(engine: Spark, tables: Tables) -> None:
    sql = "SELECT COUNT(*) FROM `library_loans`"
    first, second = tables["library_loans"]
    assert list(engine.run(sql, {"library_loans": [first]})) == [(5,)]
    assert list(engine.run(sql, {"library_loans": [first, second]})) == [(7,)]


def test_an_answer_of_no_rows_is_empty(engine: Spark, tables: Tables) -> None:
    assert list(engine.run("SELECT `id`, `id` FROM `library_books` WHERE `id` > 9", tables)) == []


def test_a_question_that_cannot_be_answered_is_said_so(engine: Spark, tables: Tables) -> None:
    with pytest.raises(NotComputed, match="Spark 没有算出结果"):
        list(engine.run("SELECT `no_such_column` FROM `library_books`", tables))


def test_files_that_are_not_there_are_said_so(engine: Spark, tables: Tables, tmp_path: Path) -> None:
    files = [tables["library_loans"][0], tmp_path / "gone.parquet"]
    with pytest.raises(NotComputed, match="同一路径"):
        list(engine.run("SELECT COUNT(*) FROM `gone`", {"gone": files}))


@pytest.mark.parametrize("master", ["http://127.0.0.1:15002", "sc://", "127.0.0.1:15002"])
def test_an_address_of_another_kind_is_refused(master: str) -> None:
    with pytest.raises(OutOfReach, match="sc://主机:15002"):
        Spark(master)


def test_nobody_at_an_address_is_said_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(OutOfReach, match=f"sc://127.0.0.1:{port}"):
        Spark(f"sc://127.0.0.1:{port}")
