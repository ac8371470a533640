"""A folder of plans becomes two tables: whole, resumed, with bad files in it, whoever reads it."""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.cli import extras
from luoshi.cli.corpora import batches, local, merging, parts, reading, work
from luoshi.cli.corpora import tables as corpus_tables
from luoshi.cli.corpora.batches import Item
from luoshi.cli.corpora.local import Local
from luoshi.cli.corpora.progress import Progress
from luoshi.cli.errors import InputError
from luoshi.reading import sources
from luoshi.reading.corpora import columns, rows
from tests.cli.folders import Here, Row, both, read, tables
from tests.cli.test_wrong_files import ENCRYPTED
from tests.reading import plans
from tests.whole.zone import Captured, said

LUOSHI = Path(sys.executable).with_name("luoshi")
COUNT = 20


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of plans in every format."""
    folder = tmp_path_factory.mktemp("plans")
    plans.folder(folder, COUNT, sections=2)
    return folder


@pytest.fixture(scope="module")
def once(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That folder's tables, read without interruption."""
    out = tmp_path_factory.mktemp("tables") / "一次.parquet"
    assert read(made, out).files == COUNT
    return out


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of the folder that a test may change."""
    return Path(shutil.copytree(made, tmp_path / "plans"))


def expected(folder: Path) -> list[Row]:
    """What reading each file by itself finds, in the order of the files' names."""
    found: list[Row] = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = file.read_bytes()
        source = sources.load(data, file.name)
        one = rows.read(source.text)
        name = file.relative_to(folder).as_posix()
        about = {**rows.of_file(name, batches.hashed(data), len(data)), **rows.of_document(one)}
        found += [rows.as_facts(about, row) for row in rows.of_commitments(one, source.parts)]
    return found


def plain(row: Row) -> Row:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}


# what comes of it


def test_a_folder_is_read(made: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "表.parquet"
    code, shown, watched = said(capsys, "read", "--corpus", made, "-o", out, "--workers", 2)
    assert code == 0
    assert f"共 {COUNT} 份文件" in shown and "表.files.parquet" in shown
    assert f"{COUNT}/{COUNT} 份" in watched
    commitments, files = tables(out)
    assert commitments == [plain(row) for row in expected(made)]
    assert [row["commitments"] for row in files] == [
        sum(one["file"] == row["file"] for one in commitments) for row in files
    ]
    assert {row["format"] for row in files} == {"txt", "html", "docx"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["表.files.parquet", "表.parquet"]


def test_it_makes_no_difference_who_reads(made: Path, once: Path, tmp_path: Path) -> None:
    read(made, tmp_path / "a.parquet", partial(Local, 1))
    assert both(tmp_path / "a.parquet") == both(once)


def test_the_types_are_those_of_the_page(once: Path) -> None:
    schema = pq.read_schema(once)
    assert schema.names == [one.name for one in columns.COMMITMENTS]
    assert schema.field("amount").type == pa.string()
    assert schema.field("amount_decimal").type == pa.decimal128(38, 10)
    assert schema.field("actors").type == pa.list_(pa.string())
    assert schema.field("indicator").metadata[b"label"].decode() == "指标"
    assert pq.read_schema(once.with_suffix(".files.parquet")).names == [one.name for one in columns.FILES]


def test_groups_of_rows_are_bounded(
    made: Path, once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "GROUP", 100)
    read(made, tmp_path / "a.parquet")
    about = pq.read_metadata(tmp_path / "a.parquet")
    assert {about.row_group(at).num_rows for at in range(about.num_row_groups - 1)} == {100}
    assert tables(tmp_path / "a.parquet") == tables(once)


def test_an_empty_folder_has_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    assert read(tmp_path / "空", tmp_path / "a.parquet").files == 0
    assert tables(tmp_path / "a.parquet") == ([], [])


def test_the_tables_may_stand_in_the_folder(folder: Path) -> None:
    read(folder, folder / "a.parquet")
    assert read(folder, folder / "a.parquet").kept == COUNT


# bad files


BAD = {
    "空.txt": (b"", "空文件"),
    "图.txt": (random.Random(7).randbytes(4000), "二进制"),
    "加密.docx": (ENCRYPTED, "打开密码"),
    "断.docx": (b"PK\x03\x04" + random.Random(7).randbytes(400), "损坏"),
}


def test_a_bad_file_is_a_row_with_its_sentence(
    folder: Path, once: Path, tmp_path: Path, capsys: Captured
) -> None:
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "断链.txt").symlink_to(folder / "没有.txt")
    out = tmp_path / "a.parquet"
    code, shown, _ = said(capsys, "read", "--corpus", folder, "-o", out, "--workers", 1)
    assert code == 0 and f"{len(BAD) + 1} 份没有读成" in shown
    commitments, files = tables(out)
    assert commitments == tables(once)[0]
    errors = {row["file"]: row["error"] for row in files if row["error"]}
    assert errors.keys() == {*BAD, "断链.txt"}
    assert all(sentence in errors[name] and name in errors[name] for name, (_, sentence) in BAD.items())
    assert "不存在" in errors["断链.txt"] and errors["断链.txt"] in shown


def test_what_is_no_plan_is_not_listed(folder: Path, tmp_path: Path) -> None:
    for name in (".DS_Store", "~$锁.docx", ".git/config"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    os.mkfifo(folder / "管道.txt")
    (folder / "环").symlink_to(folder)
    assert read(folder, tmp_path / "a.parquet").files == COUNT


def test_half_a_character_does_no_harm(folder: Path, tmp_path: Path) -> None:
    (folder / "0半.html").write_text(
        "<p>云溪高新区2026年工作要点</p><p>全年新签约项目&#xD800;12个。</p>", "utf-8"
    )
    odd = os.fsdecode(os.fsencode(folder) + "/0云.txt".encode("gb18030"))
    Path(odd).write_text("全年新签约项目12个。", "utf-8")
    read(folder, tmp_path / "a.parquet")
    commitments, files = tables(tmp_path / "a.parquet")
    assert {row["error"] for row in files} == {None}
    found = {
        row["file"]: row["sentence"]
        for row in commitments
        if row["file"].startswith("0") and "/" not in row["file"]
    }
    assert found == {"0半.html": "全年新签约项目�12个。", "0\\udcd4\\udcc6.txt": "全年新签约项目12个。"}


def test_half_a_character_in_a_text_does_no_harm() -> None:
    found = rows.read("云溪高新区2026年工作要点\n全年新签约\ud800项目12个。（责任单位：招商\udfff局）")
    (batch,) = corpus_tables.commitments({"title": "\ud800"}, rows.of_commitments(found))
    assert {"?"} == set(batch.column("title").to_pylist())
    assert "全年新签约?项目12个。" in batch.column("sentence").to_pylist()[0]


def test_a_file_that_is_too_large_is_not_opened(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "FILE_MOST", 2**20)
    with (folder / "大.txt").open("wb") as file:
        file.truncate(2**20 + 1)
    assert "超过 1 MB" in read(folder, tmp_path / "a.parquet").errors[0]


def test_a_defect_of_ours_in_one_file_costs_only_that_file(
    folder: Path, once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "怪.txt").write_text("怪", "utf-8")

    def faulty(text: str, year: int | None = None) -> object:
        return {}[text] if text == "怪" else rows_read(text, year)

    rows_read = rows.read
    monkeypatch.setattr(rows, "read", faulty)
    assert "KeyError" in read(folder, tmp_path / "a.parquet").errors[0]
    assert tables(tmp_path / "a.parquet")[0] == tables(once)[0]


def test_a_file_that_no_process_survives_is_found_out(folder: Path, once: Path, tmp_path: Path) -> None:
    (folder / "毒.txt").write_text("毒", "utf-8")
    summary = read(folder, tmp_path / "a.parquet", partial(Here, deadly="毒"))
    assert len(summary.errors) == 1 and "“毒.txt”" in summary.errors[0]
    assert tables(tmp_path / "a.parquet")[0] == tables(once)[0]
    assert read(folder, tmp_path / "a.parquet").errors == [], "it is tried again"


def test_a_file_that_never_ends_is_given_up(
    folder: Path, once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "慢.txt").write_text("慢", "utf-8")
    monkeypatch.setattr(reading, "PATIENCE", -1.0)
    summary = read(folder, tmp_path / "a.parquet", partial(Here, hanging="慢"))
    assert len(summary.errors) == 1 and "超时" in summary.errors[0]
    assert tables(tmp_path / "a.parquet")[0] == tables(once)[0]


# resuming


def test_what_has_not_changed_is_kept(folder: Path, once: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "a.parquet"
    read(folder, out)
    before = out.stat().st_mtime_ns
    code, shown, _ = said(capsys, "read", "--corpus", folder, "-o", out, "--workers", 1)
    assert code == 0 and f"{COUNT} 份与上次相同" in shown and "保持原样" in shown
    assert out.stat().st_mtime_ns == before
    assert both(out) == both(once)


def test_only_what_has_changed_is_read_anew(folder: Path, once: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.parquet"
    read(folder, out)
    first, second, *_ = sorted(path for path in folder.rglob("*.txt"))
    first.write_text(plans.text(500, sections=1), "utf-8")
    second.unlink()
    (folder / "新.txt").write_text(plans.text(501, sections=1), "utf-8")
    assert read(folder, out).kept == COUNT - 2
    read(folder, tmp_path / "b.parquet")
    assert both(out) == both(tmp_path / "b.parquet") != both(once)


def test_a_file_under_another_name_is_another_file(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.parquet"
    read(folder, out)
    first = min(path for path in folder.rglob("*.txt"))
    first.rename(folder / "改名.txt")
    assert read(folder, out).kept == COUNT - 1
    assert "改名.txt" in {row["file"] for row in tables(out)[0]}


@pytest.mark.parametrize("most", range(0, 12, 3))
def test_interrupted_and_started_again_it_ends_the_same(
    made: Path, once: Path, tmp_path: Path, most: int
) -> None:
    out = tmp_path / "a.parquet"
    with pytest.raises(KeyboardInterrupt):
        read(made, out, partial(Here, most=most))
    assert not out.exists()
    summary = read(made, out)
    assert (summary.kept > 0) == (most > 0)
    assert both(out) == both(once)
    assert not list(tmp_path.glob("*.work"))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_real_run_cut_off_is_taken_up(made: Path, tmp_path: Path, how: signal.Signals) -> None:
    """The last plan is a long one, so that the signal never comes too late."""
    many = tmp_path / "plans"
    shutil.copytree(made, many)
    (many / "zz").mkdir()
    long = "\n".join(plans.text(1000 + seed, sections=8) for seed in range(150))
    (many / "zz" / "long.txt").write_text(long, "utf-8")
    words = [LUOSHI, "read", "--corpus", many, "-o", tmp_path / "a.parquet", "--workers", "1"]
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a run in the background ignores it
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", preexec_fn=heeding
    ) as process:
        assert process.stderr
        assert "识读" in process.stderr.readline()  # some of it is done
        process.send_signal(how)
        rest = process.stderr.read()
    assert process.returncode == (130 if how == signal.SIGINT else -how)
    assert ("再执行一次" in rest) == (how == signal.SIGINT) and "Traceback" not in rest
    assert not (tmp_path / "a.parquet").exists()
    assert read(many, tmp_path / "a.parquet").kept > 0
    read(many, tmp_path / "b.parquet")
    assert both(tmp_path / "a.parquet") == both(tmp_path / "b.parquet")


def test_damaged_parts_are_passed_over(made: Path, once: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.parquet"
    with pytest.raises(KeyboardInterrupt):
        read(made, out, partial(Here, most=6))
    found = sorted((tmp_path / "a.parquet.work").glob("*.arrow"))
    found[0].write_bytes(found[0].read_bytes()[:-100])
    found[1].write_bytes(b"")
    found[2].write_bytes(b"ARROW1\0\0" + random.Random(7).randbytes(500))
    (tmp_path / "a.parquet.work" / "a.parquet").write_bytes(b"half a table")
    (tmp_path / "a.parquet.work" / "0001-0000009.4711").write_bytes(b"half a part")
    summary = read(made, out)
    assert 0 < summary.kept < COUNT
    assert both(out) == both(once)


def test_a_publication_cut_off_is_carried_through(made: Path, once: Path, tmp_path: Path) -> None:
    """Both tables laid ready and declared complete, one of them moved already, the old ones still there."""
    out = tmp_path / "a.parquet"
    out.write_bytes(b"an earlier table")
    place = work.Work(out)
    place.folder.mkdir()
    new, files = both(once)
    place.files.write_bytes(files)
    place.ready(out).write_bytes(new)
    (place.folder / work.COMPLETE).touch()
    summary = read(made, out)
    assert (summary.kept, summary.changed) == (COUNT, False)
    assert both(out) == both(once)


def test_tables_that_do_not_belong_together_are_not_kept(
    made: Path, once: Path, tmp_path: Path, folder: Path
) -> None:
    out = tmp_path / "a.parquet"
    min(folder.rglob("*.txt")).unlink()
    read(folder, out)
    out.write_bytes(both(once)[0])
    assert read(made, out).kept == 0
    assert both(out) == both(once)


def test_another_reader_reads_all_anew(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "a.parquet"
    read(made, out)
    assert read(made, out, year=2027).kept == 0, "the year belongs to how it was read"
    monkeypatch.setattr(parts, "edition", lambda: "another")
    assert read(made, out, year=2027).kept == 0
    assert read(made, out, year=2027).kept == COUNT


def test_an_edition_is_its_program_text() -> None:
    assert len(parts.edition()) == 64


def test_two_at_once_are_refused(made: Path, tmp_path: Path) -> None:
    with work.opened(tmp_path / "a.parquet"), pytest.raises(InputError, match="另一个 luoshi 正在写"):
        read(made, tmp_path / "a.parquet")


# processes


def test_a_process_that_is_stopped_has_no_report(made: Path, tmp_path: Path) -> None:
    item = next(iter(batches.listed(made, ())))
    with closing(Local(1, lambda number: tmp_path / f"{number}.arrow", None)) as engine:
        engine.start(1, (item,))
        engine.stop(1)
        assert ended(engine) == (1, False)
        engine.start(2, (item,))
        assert ended(engine) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["2.arrow"]


def ended(engine: Local) -> tuple[int, bool]:
    """The number of the next batch that ends, and whether it was read."""
    while True:
        for outcome in engine.finished(1.0):
            return outcome.number, outcome.report is not None


def test_an_idle_process_that_is_gone_is_not_asked(made: Path, tmp_path: Path) -> None:
    item = next(iter(batches.listed(made, ())))
    with closing(Local(1, lambda number: tmp_path / f"{number}.arrow", None)) as engine:
        engine.start(1, (item,))
        assert ended(engine) == (1, True)
        (idle,) = engine._idle
        idle.kill()
        while engine._idle:
            assert engine.finished(1.0) == []
        engine.start(2, (item,))
        assert ended(engine) == (2, True)


def test_a_process_that_does_not_start_is_a_defect(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local.sys, "executable", shutil.which("false"))
    with pytest.raises(RuntimeError, match="does not start"):
        read(made, tmp_path / "a.parquet", partial(Local, 1))


@given(st.lists(st.integers(0, 3 * 2**20), max_size=200), st.integers(1, 64))
def test_every_file_is_in_one_batch(sizes: list[int], seats: int) -> None:
    items = [Item(f"{at:04}", "", size) for at, size in enumerate(sizes)]
    found = list(batches.cut(items, sum(sizes), seats))
    assert [item for batch in found for item in batch] == items
    for batch in found:
        assert 1 <= len(batch) <= batches.FILES_MOST
        assert len(batch) == 1 or sum(item.size for item in batch) <= batches.BYTES_MOST


# words


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_has_a_bar_and_a_pipe_has_lines() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        progress = Progress(stream, 40, 4_000_000)
        for _ in range(20):
            progress.add(2, 200_000, 1, 0)
        progress.say("正在汇总……")
        progress.clear()
    assert terminal.getvalue().count("\r") > 20 and "\n" not in terminal.getvalue()
    assert pipe.getvalue().count("\n") == 11 and "\r" not in pipe.getvalue()
    assert "40/40 份" in pipe.getvalue() and "沿用 20 份" in pipe.getvalue()


WRONG = [
    (("--corpus", "没有", "-o", "a.parquet"), "找不到文件夹“没有”"),
    (("--corpus", "."), "请加上 -o 文件名.parquet"),
    (("--corpus", ".", "-o", "a.xlsx"), "请加上 -o 文件名.parquet"),
    (("--corpus", ".", "-o", "无此目录/a.parquet"), "文件夹“无此目录”不存在"),
    (("a.txt", "--corpus", ".", "-o", "a.parquet"), "不能再写单个文件"),
    (("--corpus", ".", "-o", "a.parquet", "--workers", "0"), "不是进程个数"),
    (("--corpus", ".", "-o", "a.parquet", "--engine", "spark"), "不是可用的位置"),
    (("--corpus", ".", "-o", "a.parquet", "--engine", "ray", "--workers", "2"), "--workers 只用于本机"),
    (("--corpus", ".", "-o", "a.parquet", "--format", "json"), "请去掉 --format"),
    (("--corpus", ".", "-o", "a.parquet", "--lint", "--as-of", "2026-01-01"), "不能与 --corpus 同用"),
    (("a.txt", "--workers", "2"), "只与 --corpus 文件夹同用"),
    ((), "缺少参数：文件"),
]


@pytest.mark.parametrize(("words", "sentence"), WRONG, ids=str)
def test_wrong_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, words: tuple[str, ...], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, shown, complaint = said(capsys, "read", *words)
    assert (code, shown) == (2, "")
    assert sentence in complaint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("missing", "extra"), [("pyarrow", "corpus"), ("ray", "cluster")])
def test_a_library_that_is_missing_is_named(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, missing: str, extra: str
) -> None:
    found = extras.importlib.util.find_spec
    monkeypatch.setattr(
        extras.importlib.util, "find_spec", lambda name: None if name == missing else found(name)
    )
    words = ("read", "--corpus", made, "-o", tmp_path / "a.parquet", "--engine", "ray")
    code, _, complaint = said(capsys, *words)
    assert code == 2
    assert f"pip install 'luoshi[{extra}]'" in complaint
