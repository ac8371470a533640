"""A column of a file on the pages: uploaded with the form, shown with its size, handed out to who sees the column."""

from __future__ import annotations

import dataclasses

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from luoshi.ledgers import evidence, registry, writing
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Upload
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Attachment
from tests.ledgers import files
from tests.ledgers.conftest import Library
from tests.library.events import EVENTS
from tests.library.ledgers import HEAD, INSPECTOR, READERS, WRITERS
from tests.library.models import Event
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

PHOTO = files.picture()
LIST = "/ledgers/events/"


def photo(name: str = "海报.jpg", data: bytes = PHOTO) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def put(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> None:
    monkeypatch.setattr(registry, "_ledgers", {**registry._ledgers, ledger.name: ledger})


def status(client: Client, url: str) -> int:
    answer = client.get(url)
    if answer.streaming:
        answer.getvalue()  # type: ignore[attr-defined]
    return answer.status_code


@pytest.fixture(autouse=True)
def events_too(shelved: None, monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, EVENTS)


@pytest.fixture
def row(library: Library) -> Event:
    values = {"title": "夜读", "branch": library.east, "poster": Upload(PHOTO, "海报.jpg")}
    made = writing.create(EVENTS, values, by=HEAD)
    assert isinstance(made, Event)
    return made


def test_works(library: Library, acting: As) -> None:
    clerk = acting(library.clerk)
    blank = clerk.get(f"{LIST}new/").text
    assert 'enctype="multipart/form-data"' in blank and 'type="file" name="poster"' in blank
    entered = {"title": "夜读", "branch": "东区分馆", "version": "1"}
    answer = clerk.post(f"{LIST}new/", entered | {"poster": photo()}, follow=True)
    made = Event.objects.get()
    assert "海报.jpg（" in pages.text(answer.text)
    url = f"{LIST}{made.pk}/columns/poster/"
    assert f'href="{url}" download' in answer.text
    given = clerk.get(url)
    assert given.getvalue() == PHOTO and given.headers["Content-Type"] == "application/octet-stream"
    assert "海报.jpg" in pages.text(clerk.get(LIST).text)
    assert "没有符合条件的行" in clerk.get(f"{LIST}?f.poster=no").text


def test_the_form_keeps_replaces_and_takes_away(row: Event, library: Library, acting: As) -> None:
    clerk, url = acting(library.clerk), f"{LIST}{row.pk}/edit/"
    form = clerk.get(url).text
    assert "海报.jpg" in pages.text(form) and 'name="poster-clear"' in form
    entered = {"title": "夜读", "branch": "东区分馆"}
    clerk.post(url, entered | {"version": "1", "place": "117.2,31.8"})
    row.refresh_from_db()
    assert (row.version, (row.poster or {}).get("name")) == (2, "海报.jpg")
    clerk.post(url, entered | {"version": "2", "poster": photo("新.jpg", files.picture(size=(9, 9)))})
    row.refresh_from_db()
    assert (row.version, (row.poster or {}).get("name")) == (3, "新.jpg")
    clerk.post(url, entered | {"version": "3", "poster-clear": "on"})
    row.refresh_from_db()
    assert (row.version, row.poster) == (4, None)
    assert Attachment.objects.exclude(removed_at=None).count() == 2


@pytest.mark.parametrize(
    ("name", "data", "said"), [("海报.exe", b"MZ" + b"0" * 90, "不能上传"), ("海报.jpg", b"", "空")]
)
def test_a_bad_file_is_told_in_the_form(
    row: Event, library: Library, acting: As, name: str, data: bytes, said: str
) -> None:
    entered = {"title": "夜读", "branch": "东区分馆", "version": "1", "poster": photo(name, data)}
    answer = acting(library.clerk).post(f"{LIST}{row.pk}/edit/", entered)
    assert said in "".join(pages.errors(answer.text)), pages.errors(answer.text)
    row.refresh_from_db()
    assert row.version == 1


def test_who_may_take_it(row: Event, library: Library, acting: As, monkeypatch: pytest.MonkeyPatch) -> None:
    url, stored = f"{LIST}{row.pk}/columns/poster/", Attachment.objects.get()
    assert status(acting(library.clerk), url) == 200
    assert acting(library.clerk).get(f"/files/{stored.pk}/").status_code == 404  # by its column only
    assert acting(library.clerk).get(f"{LIST}{row.pk}/columns/place/").status_code == 404
    assert "海报.jpg" not in acting(library.clerk).get(f"{LIST}{row.pk}/files/").text
    access = Access(read=READERS, write=WRITERS, secret=("poster",), secret_read=(Grant("head"),))
    put(monkeypatch, dataclasses.replace(EVENTS, access=access))
    assert status(acting(HEAD), url) == 200
    for other in (library.clerk, INSPECTOR):
        unseen = acting(other)
        assert unseen.get(url).status_code == 404
        assert unseen.get(f"/files/{stored.pk}/").status_code == 404
        assert unseen.get(f"/files/{stored.pk}/thumbnail/").status_code == 404
        for page in (LIST, f"{LIST}{row.pk}/", f"{LIST}{row.pk}/print/", f"{LIST}{row.pk}/files/"):
            assert "海报" not in unseen.get(page).text, page
    put(monkeypatch, dataclasses.replace(EVENTS, access=Access(read=READERS, export=(Grant("nobody"),))))
    looked = acting(library.clerk).get(f"{LIST}{row.pk}/").text
    assert "海报.jpg（" in pages.text(looked) and "columns/poster" not in looked
    assert acting(library.clerk).get(url).status_code == 403


def test_a_file_that_was_replaced_is_not_handed_out(row: Event, acting: As) -> None:
    stored = Attachment.objects.get()
    writing.change(EVENTS, row, {"poster": None}, by=HEAD)
    assert acting(HEAD).get(f"{LIST}{row.pk}/columns/poster/").status_code == 404
    assert not evidence.of(EVENTS, row).filter(pk=stored.pk)
