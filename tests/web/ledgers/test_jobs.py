"""Large files: looked at and written by who works in the background, watched on a page."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from luoshi.accounts.models import User
from luoshi.ledgers import jobs, workbooks, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.models import Job
from luoshi.web import tasks
from luoshi.web.ledgers import uploads
from tests import browser
from tests.ledgers.conftest import Library, open_library
from tests.library.ledgers import BOOKS, HEAD
from tests.library.models import Book
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As
from tests.web.ledgers.test_imports import HEADS, NEW, URL, csv, kept

LATER = ("B2", "天工开物", "东区分馆", "科学", "99")


@pytest.fixture(autouse=True)
def in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line is many; the job acts as the head."""
    monkeypatch.setattr(uploads, "MANY_ROWS", 1)
    monkeypatch.setattr(tasks, "actor_named", lambda username, on, origin: HEAD)


def last() -> Job:
    return Job.objects.order_by("-at")[0]


def worked() -> None:
    """Somebody has done the last job."""
    tasks.carry_out.call(str(last().pk))


def given(client: Client, *rows: tuple[str, ...]) -> str:
    """The address of the page that tells how far a given file is."""
    answer = client.post(URL, {"file": csv(*rows)})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def looked_at(client: Client, *rows: tuple[str, ...]) -> HttpResponse:
    """The preview of a file that has been worked on."""
    address = given(client, *rows)
    worked()
    return client.get(address, follow=True)


def confirmed(client: Client, shown: HttpResponse) -> str:
    start = shown.text.index(f'action="{URL}') + len('action="')
    return str(client.post(shown.text[start : shown.text.index('"', start)]).headers["Location"])


def test_works(library: Library, acting: As, settings: LazySettings) -> None:
    client = acting(HEAD)
    address = given(client, NEW, LATER)
    waiting = client.get(address)
    assert "排队中" in waiting.text
    assert 'hx-trigger="every 1s"' in waiting.text
    assert not Book.objects.exists()
    worked()
    shown = client.get(address, follow=True)
    assert "新增 2 行，修改 0 行，未变 0 行。" in shown.text
    assert [row[1] for row in pages.table(shown.text, "import-creates")] == ["山海经", "天工开物"]
    writing_it = confirmed(client, shown)
    assert not Book.objects.exists()
    worked()
    assert "导入完成：新增 2 行" in client.get(writing_it).text
    assert Book.objects.count() == 2
    assert kept(settings) == []


def test_confirming_plans_nothing_again(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = acting(HEAD)
    shown = looked_at(client, NEW, LATER)
    monkeypatch.setattr(tasks.importing, "plan", lambda *given, **named: pytest.fail("planned again"))
    confirmed(client, shown)
    worked()
    assert Book.objects.count() == 2


def test_what_asks_every_second_is_led_on_when_it_is_done(library: Library, acting: As) -> None:
    client = acting(HEAD)
    address = given(client, NEW, LATER)
    fragment = client.get(address, headers={"HX-Request": "true"})
    assert "<html" not in fragment.text
    worked()
    led = client.get(address, headers={"HX-Request": "true"}).headers["HX-Redirect"]
    assert led.startswith(URL)
    assert client.get(led).status_code == 200


def test_problems_are_shown_and_their_workbook_is_kept(
    library: Library, acting: As, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = acting(HEAD)
    shown = looked_at(client, NEW, ("B2", "天工开物", "南区分馆", "科学", "1"))
    assert "发现 1 处问题" in shown.text
    assert "确认导入" not in shown.text
    monkeypatch.setattr(tasks.importing, "plan", lambda *given, **named: pytest.fail("planned again"))
    (place,) = kept(settings)
    digest = place.name.rpartition("-")[2]
    book = client.get(f"{URL}{digest}/problems/")
    assert workbooks.read(book.content, "a.xlsx")[1].name == "问题清单"
    client.post(f"{URL}{digest}/")
    assert Job.objects.count() == 1


def test_a_file_that_is_no_table_says_so_at_the_end(library: Library, acting: As) -> None:
    client = acting(HEAD)
    bad = SimpleUploadedFile("坏.xlsx", b"PK\x03\x04" + b"\0" * uploads.MANY_BYTES)
    address = client.post(URL, {"file": bad}).headers["Location"]
    worked()
    shown = client.get(address)
    assert "文件已损坏" in pages.alerts(shown.text)[0]
    assert "重新上传" in shown.text
    assert "查看新的预览" not in shown.text


def test_a_ledger_that_moved_is_planned_anew_and_not_written(library: Library, acting: As) -> None:
    book = library.book(number="B1", price=100)
    client = acting(HEAD)
    shown = looked_at(client, NEW, LATER)
    address = confirmed(client, shown)
    writing.change(BOOKS, book, {"price": 200}, by=HEAD)
    worked()
    failed = client.get(address)
    assert "预览之后“图书台账”又有变动" in pages.alerts(failed.text)[0]
    start = failed.text.index(f'href="{URL}', failed.text.index("button primary")) + len('href="')
    fresh = client.get(failed.text[start : failed.text.index('"', start)])
    assert ["2", "山海经", "定价", "2元", "45.5元"] in pages.table(fresh.text, "import-changes")
    confirmed(client, fresh)
    worked()
    book.refresh_from_db()
    assert book.price == 4550


def test_rights_are_asked_again_when_it_is_written(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = acting(HEAD)
    shown = looked_at(client, NEW, LATER)
    address = confirmed(client, shown)
    nobody = Actor(name="林禾", key="linhe", mandates=(), origin="测试")
    monkeypatch.setattr(tasks, "actor_named", lambda username, on, origin: nobody)
    worked()
    assert "还没有岗位" in pages.alerts(client.get(address).text)[0]
    assert not Book.objects.exists()


def test_nobody_sees_another_s_job(library: Library, acting: As) -> None:
    client = acting(HEAD)
    address = given(client, NEW, LATER)
    stranger = Client()
    assert stranger.get(address).status_code == 302
    stranger.force_login(User.objects.create(username="linhe", name="林禾"))
    assert stranger.get(address).status_code == 404


def test_a_job_is_done_once(library: Library, acting: As) -> None:
    client = acting(HEAD)
    confirmed(client, looked_at(client, NEW, LATER))
    worked()
    worked()
    assert Book.objects.count() == 2
    tasks.carry_out.call("00000000-0000-0000-0000-000000000000")


def test_a_defect_is_told_and_does_not_stop_the_worker(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    client = acting(HEAD)
    address = given(client, NEW, LATER)
    monkeypatch.setitem(tasks.WORKS, tasks.LOOK, lambda job: 1 // 0)
    worked()
    assert "出现了意外的错误" in pages.alerts(client.get(address).text)[0]
    assert "ZeroDivisionError" in caplog.text


def test_who_waits_long_is_told_why(library: Library, acting: As) -> None:
    client = acting(HEAD)
    address = given(client, NEW, LATER)
    assert "luoshi work" not in client.get(address).text
    Job.objects.update(at=timezone.now() - datetime.timedelta(minutes=1))
    assert "luoshi work" in client.get(address).text
    Job.objects.update(at=timezone.now() - datetime.timedelta(hours=1), state=Job.RUNNING)
    assert "出现了意外的错误" in pages.alerts(client.get(address).text)[0]


def test_jobs_that_ended_long_ago_go(library: Library, person: User) -> None:
    old = jobs.start("旧事", BOOKS, "旧.xlsx", {}, by=person)
    jobs.carry_out(old, lambda job: "好")
    Job.objects.update(ended=timezone.now() - datetime.timedelta(days=8))
    new = jobs.start("新事", BOOKS, "新.xlsx", {}, by=person)
    assert list(Job.objects.all()) == [new]
    assert str(new) == "新事 新.xlsx"


def test_a_refusal_is_how_a_job_ends(library: Library, person: User) -> None:
    def refuse(job: Job) -> str:
        raise Refused("不行。")

    job = jobs.start("事", BOOKS, "件", {}, by=person)
    jobs.carry_out(job, refuse)
    job.refresh_from_db()
    assert (job.state, job.note) == (Job.FAILED, "不行。")


def test_what_counts_as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MANY_ROWS", 3)
    few, many = ([("甲", "乙")] * count for count in (3, 4))

    def upload(data: bytes) -> uploads.Upload:
        return uploads.Upload("", "表", data)

    assert not upload(workbooks.csv_bytes(few)).large
    assert upload(workbooks.csv_bytes(many)).large
    assert upload(workbooks.ZIP + b"\0" * uploads.MANY_BYTES).large
    assert not upload(workbooks.ZIP).large
    assert not upload(workbooks.OLE + b"\n" * 9).large


def worker() -> None:
    """Everything that waits is done by a worker as `luoshi work` has one."""
    try:
        Worker(
            queue_names=["default"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="tests",
            excluded_queue_names=[],
        ).run()
    finally:
        connection.close()


@pytest.mark.browser
def test_six_thousand_rows_from_the_file_to_the_ledger(
    transactional_db: None,
    live_server: LiveServer,
    acting: As,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(uploads, "MANY_ROWS", 5_000)
    open_library()
    file = tmp_path / "购书.csv"
    rows = ((f"B{n:05}", f"第{n}种书", "东区分馆", "小说", f"{n}.5") for n in range(6_000))
    file.write_bytes(workbooks.csv_bytes([HEADS, *rows]))
    session = acting(HEAD).cookies["sessionid"].value
    with ThreadPoolExecutor(1) as beside, browser.opened(live_server.url, session) as page:
        page.goto(URL)
        page.get_by_label("工作簿").set_input_files(file)
        page.get_by_role("button", name="预览").click()
        expect(page.get_by_text("排队中")).to_be_visible()
        beside.submit(worker).result()
        expect(page.get_by_text("新增 6,000 行，修改 0 行，未变 0 行。")).to_be_visible(timeout=15_000)
        page.get_by_role("button", name="确认导入").click()
        expect(page.locator("#job")).to_be_visible()
        beside.submit(worker).result()
        expect(page.get_by_text("导入完成：新增 6,000 行")).to_be_visible(timeout=15_000)
        page.get_by_role("link", name="查看图书台账").click()
        expect(page.locator("tbody tr").first).to_be_visible()
