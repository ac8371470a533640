"""A file on its way: what its page says meanwhile, where it leads, and what is done where it cannot be read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.functions import Now
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from luoshi.plans.documents.models import Document
from luoshi.plans.intake import background, models, uploads
from luoshi.plans.intake.models import READING, Upload
from luoshi.web.plans import uploaded
from tests import browser
from tests.directory.build import SOME_DAY
from tests.plans.build import Cast
from tests.reading.source_files import pdf
from tests.web.plans.conftest import As

LINE = "新引进亿元以上项目8个。"


def printed(*lines: str) -> bytes:
    return pdf([[(12, 60, 700 - 40 * at, line) for at, line in enumerate(lines)]])


NAMED = printed("云溪高新区2026年工作要点", "一、招商引资", LINE)
NO_YEAR = printed("一、招商引资", LINE)


def given(client: Client, data: bytes = NAMED, name: str = "工作要点.pdf", to: str = "/plans/upload/") -> str:
    """The address of the page that tells how far a file is."""
    answer = client.post(to, {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def read() -> bool:
    return background.read_next(on=SOME_DAY)


def moved(**fields: object) -> None:
    Upload.objects.update(**fields)


def test_works(supervisor: Client, files: Path) -> None:
    address = given(supervisor)
    assert address == f"/plans/uploads/{Upload.objects.get().sha256}/"
    waiting = supervisor.get(address)
    assert "排队等候" in waiting.text and "马上开始识读" in waiting.text
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in waiting.text
    assert 'hx-trigger="every 1s"' in waiting.text
    taken = background.take()
    assert taken is not None
    reading = supervisor.get(address).text
    assert "正在识读" in reading and "每页约 5 秒" in reading and "移除，另选文件" not in reading
    background._read(taken, SOME_DAY)
    answer = supervisor.get(address, follow=True)
    document = Document.objects.get()
    assert answer.redirect_chain == [(f"/plans/{document.pk}/", 302)]
    assert "识别出 1 条，请逐条核对" in answer.text
    fragment = supervisor.get(address, headers={"HX-Request": "true"})
    assert fragment.headers["HX-Redirect"] == f"/plans/{document.pk}/"


def test_a_version_leads_to_what_it_changes(supervisor: Client, document: Document) -> None:
    address = given(supervisor, to=f"/plans/{document.pk}/version/")
    assert read()
    new = Document.objects.get(edition=2)
    answer = supervisor.get(address, follow=True)
    assert answer.redirect_chain == [(f"/plans/{new.pk}/changes/", 302)]
    assert "第 2 版已上传" in answer.text


def test_what_asks_every_second_is_given_the_state_alone(supervisor: Client, files: Path) -> None:
    fragment = supervisor.get(given(supervisor), headers={"HX-Request": "true"}).text
    assert "<html" not in fragment and 'id="uploaded"' in fragment


def test_what_could_not_be_read_asks_for_its_year_and_is_read_again(supervisor: Client, files: Path) -> None:
    address = given(supervisor, NO_YEAR)
    assert read()
    page = supervisor.get(address).text
    assert '<p class="notice red" role="alert">“工作要点.pdf”没有写明是哪一年的计划' in page
    assert 'http-equiv="refresh"' not in page and "every 1s" not in page
    wrong = supervisor.post(f"{address}again/", {"year": "1980"})
    assert wrong.status_code == 422 and "2000 到 2099 之间" in wrong.text
    assert supervisor.post(f"{address}again/", {"year": "2026"}).headers["Location"] == address
    assert read()
    assert supervisor.get(address, follow=True).redirect_chain[0][0].startswith("/plans/")
    assert supervisor.post(f"{address}again/").headers["Location"] == address


def test_a_version_is_not_asked_for_its_year(supervisor: Client, document: Document) -> None:
    address = given(supervisor, printed("今天天气很好。"), "散文.pdf", f"/plans/{document.pk}/version/")
    assert read()
    page = supervisor.get(address).text
    assert "没有识别出任何指标" in page and 'name="year"' not in page
    assert supervisor.post(f"{address}again/").headers["Location"] == address
    assert read()
    left = supervisor.post(f"{address}remove/")
    assert left.headers["Location"] == f"/plans/{document.pk}/version/"


def test_what_is_no_longer_wanted_is_removed(supervisor: Client, files: Path) -> None:
    address = given(supervisor)
    answer = supervisor.post(f"{address}remove/", follow=True)
    assert answer.redirect_chain == [("/plans/upload/", 302)]
    assert "“工作要点.pdf”已移除" in answer.text
    gone = supervisor.get(address)
    assert gone.status_code == 404 and "可能已被移除" in gone.text
    assert not [p for p in files.rglob("*") if p.is_file()]


def test_what_is_being_read_is_not_removed(supervisor: Client, files: Path) -> None:
    address = given(supervisor)
    assert background.take() is not None
    answer = supervisor.post(f"{address}remove/", follow=True)
    assert "识读状态已经改变" in answer.text and Upload.objects.exists()
    assert supervisor.post(f"{address}again/").headers["Location"] == address


def test_who_reads_again_what_somebody_else_has_removed_is_told(
    supervisor: Client, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = given(supervisor, NO_YEAR)
    assert read()
    stale = Upload.objects.get()
    Upload.objects.update(state=READING)
    monkeypatch.setattr(uploaded, "find", lambda *_: stale)
    page = supervisor.post(f"{address}again/", {"year": "2026"})
    assert page.status_code == 422 and "识读状态已经改变" in page.text


def test_the_same_file_is_refused_beside_its_field(supervisor: Client, files: Path) -> None:
    given(supervisor)
    page = supervisor.post("/plans/upload/", {"file": SimpleUploadedFile("又一次.pdf", NAMED)})
    assert page.status_code == 422
    assert "正在排队或识读，不需要再次上传" in page.context["form"].errors["file"][0]


def test_what_can_be_seen_at_once_is_refused_beside_its_field(supervisor: Client, files: Path) -> None:
    page = supervisor.post("/plans/upload/", {"file": SimpleUploadedFile("要点.docx", NAMED)})
    assert page.status_code == 422 and not Upload.objects.exists()


def test_a_queue_says_how_many_are_before(supervisor: Client, files: Path) -> None:
    given(supervisor, NO_YEAR)
    assert "前面还有 1 份" in supervisor.get(given(supervisor)).text


def test_who_waits_long_is_told_to_ask_whether_anybody_works(supervisor: Client, files: Path) -> None:
    first, second = given(supervisor, NO_YEAR), given(supervisor)
    assert "luoshi work" not in supervisor.get(second).text
    moved(at=timezone.now() - datetime.timedelta(seconds=uploaded.PATIENCE + 5))
    assert "luoshi work" in supervisor.get(second).text
    assert background.take() is not None
    assert "luoshi work" not in supervisor.get(second).text, "somebody reads what came before"
    assert "中途停止" not in supervisor.get(first).text
    Upload.objects.filter(state=READING).update(alive=Now() - models.SILENCE * 2)
    assert "luoshi work" in supervisor.get(second).text
    assert "识读中途停止了" in supervisor.get(first).text


def test_the_list_of_plans_tells_of_what_is_not_read_yet(
    supervisor: Client, clerk: Client, document: Document
) -> None:
    assert "还没有识读的文件" not in supervisor.get("/plans/").text
    address = given(supervisor, NO_YEAR)
    assert "排队等候" in supervisor.get("/plans/").text
    assert read()
    page = supervisor.get("/plans/").text
    assert f'href="{address}"' in page and "没有写明是哪一年的计划" in page
    assert "还没有识读的文件" not in clerk.get("/plans/").text


def test_what_could_not_be_read_waits_for_somebody(
    supervisor: Client, clerk: Client, files: Path, cast: Cast
) -> None:
    address = given(supervisor, NO_YEAR)
    assert "没有识读成功的" not in supervisor.get("/").text
    assert read()
    assert f'href="{address}"' in supervisor.get("/").text
    assert "没有识读成功的" not in clerk.get("/").text
    uploads.drop(Upload.objects.get(), by=cast.supervisor)
    assert "没有识读成功的" not in supervisor.get("/").text


@pytest.mark.parametrize("username", ["chenjing", "gaoyuan", "xuhe"])
def test_only_who_uploads_sees_what_waits(
    supervisor: Client, signed_in_as: As, username: str, files: Path
) -> None:
    address = given(supervisor, NO_YEAR)
    assert read()
    client = signed_in_as(username)
    assert client.get(address).status_code == 403
    for act in ("again", "remove"):
        assert client.post(f"{address}{act}/").status_code == 403
        assert client.get(f"{address}{act}/").status_code == 405
    assert Upload.objects.exists()


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(
    request: pytest.FixtureRequest,
    live_server: LiveServer,
    supervisor: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Page]:
    """A browser of the supervisor, with and without scripts."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    session = supervisor.cookies["sessionid"].value
    with browser.opened(live_server.url, session, java_script_enabled=request.param) as opened:
        yield opened


@pytest.mark.browser
def test_the_page_leads_on_by_itself(page: Page, files: Path) -> None:
    page.goto("/plans/upload/")
    page.set_input_files(
        "input[type=file]", {"name": "要点.pdf", "mimeType": "application/pdf", "buffer": NAMED}
    )
    page.click("text=上传并识别")
    expect(page.locator("#uploaded")).to_contain_text("排队等候")
    taken = background.take()
    assert taken is not None
    expect(page.locator("#uploaded")).to_contain_text("正在逐页取出文字", timeout=10_000)
    background._read(taken, SOME_DAY)
    expect(page.locator(".review mark").first).to_be_visible(timeout=10_000)
