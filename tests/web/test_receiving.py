"""A request that is too large is answered before it lies on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.plans.documents.models import Document
from luoshi.web import receiving
from tests.directory import build
from tests.plans.build import PLAN

URL = "/plans/upload/"
LIMIT = "luoshi.web.middleware.body_limit"


@pytest.fixture
def spool(settings: Settings, tmp_path: Path) -> Path:
    """A small limit, and a folder of its own for what is taken in."""
    settings.MOST_UPLOAD = 64 * 1024
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "spool")
    settings.MEDIA_ROOT = tmp_path / "files"
    (tmp_path / "spool").mkdir()
    return tmp_path / "spool"


@pytest.fixture
def supervisor(db: None) -> Client:
    build.holder("lin", roles.SUPERVISOR, build.zone()["01"])
    client = Client()
    client.force_login(User.objects.get(username="lin"))
    return client


def body(size: int) -> dict[str, object]:
    """A file of so many bytes more than one upload with its form may have, or fewer."""
    return {"file": SimpleUploadedFile("要点.txt", b"x" * (64 * 1024 + settings.BESIDE_UPLOAD + size))}


def test_what_is_announced_too_large_is_not_even_read(
    supervisor: Client, spool: Path, settings: Settings
) -> None:
    settings.FILE_UPLOAD_HANDLERS = ["tests.web.test_receiving.Untouched"]
    answer = supervisor.post(URL, body(1))
    assert answer.status_code == 413
    assert "一次最多上传 64.0 KB" in answer.text and "<nav" in answer.text, (
        "in the shell of who has signed in"
    )


def test_a_stranger_gets_the_same_answer(client: Client, db: None, spool: Path) -> None:
    assert "一次最多上传 64.0 KB" in client.post("/login/", body(1)).text


def test_what_lies_about_its_length_is_stopped_on_the_way(
    supervisor: Client, spool: Path, settings: Settings
) -> None:
    settings.MIDDLEWARE = [each for each in settings.MIDDLEWARE if each != LIMIT]
    answer = supervisor.post(URL, body(1))
    assert answer.status_code == 400
    assert "一次最多上传 64.0 KB" in answer.text
    assert list(spool.iterdir()) == []


def test_what_is_not_too_large_is_read(supervisor: Client, spool: Path) -> None:
    answer = supervisor.post(URL, body(-2000))
    assert answer.status_code == 302, "taken in, and kept to be read"
    plan = {"file": SimpleUploadedFile("要点.txt", PLAN.encode())}
    assert supervisor.post(URL, plan).status_code == 302
    assert Document.objects.count() == 1


@pytest.mark.parametrize("length", ["", "abc", "-5"])
def test_a_length_that_is_no_number_announces_nothing(client: Client, db: None, length: str) -> None:
    assert client.get("/login/", CONTENT_LENGTH=length).status_code == 200


class Untouched(receiving.Quota):
    """Fails the test as soon as it is handed anything."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        raise AssertionError("the body was read")
