"""What is read in the background: kept at once, read once, taken up again, and told why where it is not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from django.db import OperationalError
from django.db.models.functions import Now

from luoshi.accounts.models import User
from luoshi.directory.people.models import Post
from luoshi.ledgers import chain
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.ledgers.models import AuditRow
from luoshi.plans import errors
from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import SUPERSEDED, Document
from luoshi.plans.intake import background, models, parsing, uploads
from luoshi.plans.intake.models import FAILED, READING, WAITING, Upload
from luoshi.reading.model import Reading
from tests.directory.build import SOME_DAY
from tests.plans import build
from tests.plans.test_intake import OLE
from tests.racing import RACERS, racing
from tests.reading import test_sources_scanned as scans
from tests.reading.source_files import paragraph, pdf, word

PLAN = build.PLAN.encode()
NO_YEAR = "一、招商引资\n\n新引进亿元以上项目8个。\n".encode()


def kept(cast: build.Cast, data: bytes = PLAN, name: str = "工作要点.txt", **more: object) -> Upload:
    return uploads.keep(data, name, by=cast.supervisor, **more)  # type: ignore[arg-type]


def read() -> bool:
    return background.read_next(on=SOME_DAY)


def on_disk(files: Path) -> list[str]:
    return sorted(str(p.relative_to(files)) for p in files.rglob("*") if p.is_file())


def acts() -> list[str]:
    found = AuditRow.objects.filter(ledger="plans.documents").order_by("seq")
    return list(found.values_list("act", flat=True))


def fall_silent(upload: Upload) -> None:
    """As if who reads it had not been heard of for long."""
    Upload.objects.filter(pk=upload.pk).update(alive=Now() - models.SILENCE * 2)


def failed(upload: Upload) -> str:
    """Why a file could not be read; nothing of it may have been kept."""
    upload.refresh_from_db()
    assert upload.state == FAILED
    assert not Clause.objects.exists() and not Document.objects.exists()
    return upload.problem


def test_a_file_is_kept_at_once_and_read_later(cast: build.Cast, files: Path) -> None:
    upload = kept(cast)
    assert (upload.state, acts()) == (WAITING, ["上传待识读"])
    assert on_disk(files) == [f"plans/{upload.sha256}.txt"]
    assert not Document.objects.exists()
    assert read()
    document = Document.objects.get()
    assert (document.text, document.uploaded_by) == (build.PLAN, cast.supervisor.name)
    assert Path(document.file.path).read_bytes() == PLAN
    assert on_disk(files) == [f"plans/{upload.sha256}.txt"]
    assert document.clauses.count() == 13
    assert acts() == ["上传待识读", "上传"]
    assert not Upload.objects.exists()
    assert not read()


def test_a_corrected_version_is_read_later_too(document: Document, cast: build.Cast, files: Path) -> None:
    upload = kept(cast, build.CORRECTED.encode(), "修订.txt", previous=document)
    document.refresh_from_db()
    assert document.is_latest
    assert read()
    document.refresh_from_db()
    new = Document.objects.get(previous=document)
    assert (document.state, new.edition, new.sha256) == (SUPERSEDED, 2, upload.sha256)


def test_several_files_are_read_in_the_order_in_which_they_came(cast: build.Cast) -> None:
    first = kept(cast)
    second = kept(cast, build.PLAN.replace("2026年", "2027年").encode())
    assert (first.before, second.before) == (0, 1)
    assert read() and Document.objects.get().year == 2026
    assert read() and Document.objects.count() == 2


@pytest.mark.parametrize(
    ("data", "filename", "sentence"),
    [
        (b"", "空.txt", "空文件"),
        (bytes(range(256)) * 20, "图.txt", "不是文字文件"),
        (OLE, "加密.docx", "密码"),
        (PLAN, "要点.docx", "扩展名"),
    ],
)
def test_what_is_seen_before_it_is_read_is_refused_at_once(
    cast: build.Cast, files: Path, data: bytes, filename: str, sentence: str
) -> None:
    with pytest.raises(LedgerError, match=sentence):
        kept(cast, data, filename)
    assert not Upload.objects.exists() and on_disk(files) == []


def test_a_year_out_of_range_is_refused_at_once(cast: build.Cast, files: Path) -> None:
    with pytest.raises(errors.BadYear):
        kept(cast, year=26)
    assert not Upload.objects.exists() and on_disk(files) == []


def test_the_same_file_is_refused_the_second_time(cast: build.Cast, files: Path) -> None:
    upload = kept(cast)
    for again in (lambda: kept(cast, name="另一个名字.txt"), lambda: build.plan(cast.supervisor)):
        with pytest.raises(errors.BeingRead, match="不需要再次上传"):
            again()
    assert on_disk(files) == [f"plans/{upload.sha256}.txt"]
    assert read()
    with pytest.raises(errors.SameFile, match="同一个文件"):
        kept(cast)
    assert Upload.objects.count() == 0 and Document.objects.count() == 1


def test_an_edition_that_is_replaced_is_refused_at_once_and_when_its_turn_comes(
    document: Document, cast: build.Cast
) -> None:
    first = kept(cast, build.CORRECTED.encode(), "修订.txt", previous=document)
    second = kept(cast, build.CORRECTED.replace("20个", "21个").encode(), "再修订.txt", previous=document)
    assert read() and not Upload.objects.filter(pk=first.pk).exists()
    assert read()
    second.refresh_from_db()
    assert "已被更新的版本替代" in second.problem
    with pytest.raises(errors.NotLatest):
        kept(cast, b"x" + PLAN, previous=document)


def test_only_a_supervisor_uploads_reads_again_and_removes(cast: build.Cast) -> None:
    upload = kept(cast, NO_YEAR)
    read()
    for actor in (cast.leader, cast.clerk, cast.auditor, cast.stranger):
        for act in (
            lambda by: uploads.keep(PLAN, "要点.txt", by=by),
            lambda by: uploads.again(upload, by=by),
            lambda by: uploads.drop(upload, by=by),
        ):
            with pytest.raises(Refused):
                act(actor)
    assert "没有写明是哪一年" in failed(upload)


def test_what_cannot_be_read_says_why_and_is_read_again_with_its_year(cast: build.Cast, files: Path) -> None:
    upload = kept(cast, NO_YEAR)
    assert read()
    assert "请在上传时填写计划年度" in failed(upload)
    assert on_disk(files) == [f"plans/{upload.sha256}.txt"]
    assert not read()
    with pytest.raises(errors.BadYear):
        uploads.again(upload, year=1980, by=cast.supervisor)
    uploads.again(upload, year=2026, by=cast.supervisor)
    with pytest.raises(errors.NotWaiting, match="请刷新页面"):
        uploads.again(upload, year=2027, by=cast.supervisor)
    assert read()
    assert Document.objects.get().year == 2026
    assert acts() == ["上传待识读", "没有识读成功", "再次识读", "上传"]


def test_what_could_not_be_read_may_be_uploaded_again(cast: build.Cast, files: Path) -> None:
    upload = kept(cast, NO_YEAR)
    read()
    assert kept(cast, NO_YEAR, year=2026).state == WAITING
    assert not Upload.objects.filter(pk=upload.pk).exists() and len(on_disk(files)) == 1
    assert read() and Document.objects.get().year == 2026
    assert len(on_disk(files)) == 1


def test_what_nobody_reads_is_removed_with_its_file(cast: build.Cast, files: Path) -> None:
    first, second = kept(cast), kept(cast, NO_YEAR)
    uploads.drop(first, by=cast.supervisor)
    assert on_disk(files) == [f"plans/{second.sha256}.txt"]
    taken = background.take()
    assert taken is not None
    with pytest.raises(errors.NotWaiting):
        uploads.drop(second, by=cast.supervisor)
    background._read(taken, SOME_DAY)
    uploads.drop(second, by=cast.supervisor)
    assert on_disk(files) == [] and not Upload.objects.exists()
    assert acts()[-1] == "移除上传"


def test_who_has_left_may_not_finish_what_they_began(cast: build.Cast) -> None:
    upload = kept(cast)
    Post.objects.filter(user__username="linzhao").delete()
    assert read()
    assert "还没有岗位" in failed(upload)
    User.objects.filter(username="linzhao").update(is_active=False)
    Upload.objects.update(state=WAITING)
    assert read()
    assert "没有用户名为“linzhao”的在用账号" in failed(upload)


def test_a_file_that_is_gone_from_the_disk_says_so(cast: build.Cast, files: Path) -> None:
    upload = kept(cast)
    Path(upload.file.path).unlink()
    assert read()
    assert "不在数据目录里" in failed(upload)


# Who reads a file, and who reads it next


def test_who_reads_a_file_has_it_alone_as_long_as_they_are_heard_of(cast: build.Cast) -> None:
    upload = kept(cast)
    first = background.take()
    assert first is not None and first.state == READING
    assert background.take() is None
    assert background.beat(first)
    fall_silent(upload)
    second = background.take()
    assert second is not None and second.holder != first.holder
    assert not background.beat(first) and background.beat(second)


def test_who_was_taken_for_dead_writes_nothing(
    cast: build.Cast, monkeypatch: pytest.MonkeyPatch, files: Path
) -> None:
    upload, plain, taken = kept(cast), parsing.read, list[Upload | None]()

    def slow(data: bytes, filename: str, year: int | None) -> Reading:
        if not taken:
            fall_silent(upload)
            taken.append(background.take())
        return plain(data, filename, year)

    monkeypatch.setattr(parsing, "read", slow)
    assert read()
    assert not Document.objects.exists() and not Clause.objects.exists()
    (second,) = taken
    assert second is not None
    background._read(second, SOME_DAY)
    assert Document.objects.count() == 1 and len(on_disk(files)) == 1
    assert acts() == ["上传待识读", "上传"]


def test_who_was_taken_for_dead_does_not_say_that_it_failed(cast: build.Cast) -> None:
    upload = kept(cast, NO_YEAR)
    first = background.take()
    assert first is not None
    fall_silent(upload)
    second = background.take()
    background._read(first, SOME_DAY)
    upload.refresh_from_db()
    assert second is not None and (upload.state, upload.holder) == (READING, second.holder)


def test_a_file_at_which_readers_end_again_and_again_is_not_read_any_more(
    cast: build.Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = kept(cast)
    for _ in range(background.MOST_TRIES):
        assert background.take() is not None
        fall_silent(upload)
    monkeypatch.setattr(parsing, "read", lambda *_: pytest.fail("read once more"))
    assert read()
    assert "识读了 3 次，每次都中途停止" in failed(upload)


def test_a_busy_database_is_no_fault_of_the_file(cast: build.Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    upload = kept(cast)

    def busy(*_: object) -> Reading:
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch, pytest.raises(OperationalError):
        patch.setattr(parsing, "read", busy)
        read()
    upload.refresh_from_db()
    assert upload.state == WAITING
    assert read() and Document.objects.exists()


def test_a_defect_is_told_and_noted(
    cast: build.Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    upload = kept(cast)
    monkeypatch.setattr(parsing, "read", lambda *_: 1 // 0)
    assert read()
    assert "出现了意外的错误" in failed(upload)
    assert "ZeroDivisionError" in caplog.text


@pytest.fixture
def committed(transactional_db: None, files: Path) -> build.Cast:
    """The cast where other connections see it."""
    return build.cast()


def test_of_eight_uploads_of_a_file_one_is_kept(committed: build.Cast, files: Path) -> None:
    def upload(racer: int) -> str:
        try:
            return str(kept(committed, name=f"{racer}.txt"))
        except errors.BeingRead as lost:
            return str(lost)

    told = racing(upload)
    assert sum("不需要再次上传" in each for each in told) == RACERS - 1
    assert Upload.objects.count() == 1 and len(on_disk(files)) == 1
    assert acts() == ["上传待识读"]


def test_of_eight_workers_one_reads_a_file(
    committed: build.Cast, monkeypatch: pytest.MonkeyPatch, files: Path
) -> None:
    plain, seen = parsing.read, list[str]()

    def counted(data: bytes, filename: str, year: int | None) -> Reading:
        seen.append(filename)
        return plain(data, filename, year)

    monkeypatch.setattr(parsing, "read", counted)
    for year in (2026, 2027, 2028):
        kept(committed, build.PLAN.replace("2026年", f"{year}年").encode(), f"{year}.txt")
    racing(lambda racer: [read() for _ in range(3)])
    while read():
        pass
    assert sorted(seen) == ["2026.txt", "2027.txt", "2028.txt"]
    assert Document.objects.count() == 3 and not Upload.objects.exists()
    assert chain.verify()


def test_who_reads_for_long_is_heard_of(committed: build.Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    upload = kept(committed)
    heard, beat, twice = list[bool](), background.beat, Event()

    def noted(upload: Upload) -> bool:
        heard.append(beat(upload))
        if len(heard) == 2:
            twice.set()
        return heard[-1]

    def slow(*_: object) -> Reading:
        fall_silent(upload)
        assert twice.wait(timeout=30)
        assert background.take() is None
        raise errors.NoClause("要点.txt")

    monkeypatch.setattr(background, "BEAT", 0.05)
    monkeypatch.setattr(background, "beat", noted)
    monkeypatch.setattr(parsing, "read", slow)
    assert read()
    assert heard[:2] == [True, True]
    assert "没有识别出任何" in failed(upload)


# What is read at once, and what is not


def test_a_scan_is_read_by_its_picture(committed: build.Cast) -> None:
    scan = scans.saved(scans.page(), "pdf")
    assert not parsing.is_quick(scan, "扫描.pdf")
    kept(committed, scan, "扫描.pdf", year=2026)
    assert read()
    document = Document.objects.get()
    assert "年内新签约亿元以上项目25个。" in document.text
    assert "由图片识别而来" in str(document.problems[-1]["sentence"])


@pytest.fixture
def sizes() -> Iterator[dict[str, bytes]]:
    page = "<html><body><p>" + build.PLAN + "</p></body></html>"
    yield {
        "要点.txt": PLAN,
        "大.txt": PLAN * (parsing.AT_ONCE // len(PLAN) + 1),
        "要点.html": page.encode(),
        "大.html": page.encode() + b" " * parsing.AT_ONCE,
        "要点.docx": word(paragraph("新引进亿元以上项目8个。")),
        "大.docx": word(paragraph("新引进亿元以上项目8个。") * 20_000),
        "要点.pdf": pdf([[(12, 60, 700, "新引进亿元以上项目8个。")]]),
    }


@pytest.mark.parametrize(
    ("name", "quick"),
    [
        ("要点.txt", True),
        ("大.txt", False),
        ("要点.html", True),
        ("大.html", False),
        ("要点.docx", True),
        ("大.docx", False),
        ("要点.pdf", False),
    ],
)
def test_a_small_text_is_quick_and_nothing_else(sizes: dict[str, bytes], name: str, quick: bool) -> None:
    assert parsing.is_quick(sizes[name], name) is quick


def test_what_is_no_plan_is_refused_before_anybody_asks_how_long_it_takes() -> None:
    with pytest.raises(errors.Unreadable, match="密码"):
        parsing.is_quick(OLE, "加密.docx")


def test_the_kind_of_a_file_is_kept_for_what_is_told_of_it(cast: build.Cast) -> None:
    assert kept(cast, pdf([[(12, 60, 700, "新引进亿元以上项目8个。")]]), "要点.pdf").kind == "pdf"
