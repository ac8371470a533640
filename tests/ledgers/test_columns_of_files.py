"""Columns of files: what stands in one, how it comes there and by what way it does not, what stays with the trail."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from luoshi.ledgers import (
    audit,
    checks,
    evidence,
    exporting,
    importing,
    querying,
    registry,
    stepping,
    workbooks,
    writing,
)
from luoshi.ledgers.columns import File, Filed, Upload
from luoshi.ledgers.errors import BadValue, Invalid, NotNow, Refused
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.models import Attachment, AuditRow
from tests.ledgers import files
from tests.ledgers.conftest import Library
from tests.ledgers.test_people_and_places import DAY
from tests.library.events import EVENTS
from tests.library.ledgers import HEAD
from tests.library.models import Event

PHOTO, OTHER = files.picture(), files.picture(size=(31, 17))
POSTER = EVENTS.column("poster")


@pytest.fixture(autouse=True)
def folder(registered: None, settings: Any, tmp_path: Path) -> Path:
    registry.register(EVENTS)
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def event(library: Library, title: str = "夜读", **values: Any) -> Event:
    row = writing.create(EVENTS, {"title": title, "branch": library.east} | values, by=HEAD)
    assert isinstance(row, Event)
    return row


def kept(row: Event) -> list[str]:
    return list(Attachment.objects.filter(row=row.pk, removed_at=None).values_list("name", flat=True))


def test_a_row_comes_about_with_its_file(library: Library, folder: Path) -> None:
    row = event(library, poster=Upload(PHOTO, r"C:\海报.jpg"))
    row.refresh_from_db()
    made = evidence.held(EVENTS, row, EVENTS.files[0])
    assert made is not None and (folder / made.path).read_bytes() == PHOTO
    assert row.poster == {"name": "海报.jpg", "size": len(PHOTO), "sha256": made.sha256}
    assert (POSTER.show(row.poster), POSTER.written(row.poster), POSTER.show(None)) == (
        "海报.jpg",
        "海报.jpg",
        "–",
    )
    assert AuditRow.objects.get().changes["海报"] == ["", f"海报.jpg（校验码 {made.sha256[:8]}）"]
    assert not evidence.of(EVENTS, row) and not evidence.by_row(EVENTS, [row.pk])


def test_another_takes_its_place_even_under_the_same_name(library: Library, folder: Path) -> None:
    row = event(library, poster=Upload(PHOTO, "海报.jpg"))
    before = Attachment.objects.get()
    writing.change(EVENTS, row, {"poster": Upload(OTHER, "海报.jpg")}, by=HEAD)
    first, then = AuditRow.objects.order_by("-pk")[0].changes["海报"]
    assert first.startswith("海报.jpg（") and then.startswith("海报.jpg（") and first != then
    assert kept(row) == ["海报.jpg"] and (folder / before.path).exists()
    writing.change(EVENTS, row, {"poster": Upload(OTHER, "海报.jpg")}, by=HEAD)
    assert (row.version, Attachment.objects.count()) == (2, 2)
    writing.change(EVENTS, row, {"poster": None}, by=HEAD)
    assert kept(row) == [] and row.poster is None and AuditRow.objects.count() == 3


def test_what_is_refused_leaves_neither_row_nor_file(library: Library, folder: Path) -> None:
    with pytest.raises(Invalid, match="^海报：附件“海报.exe”"):
        event(library, poster=Upload(b"MZ", "海报.exe"))
    with pytest.raises(Refused):
        writing.create(
            EVENTS,
            {"title": "夜读", "branch": library.west, "poster": Upload(PHOTO, "海报.jpg")},
            by=library.clerk,
        )
    assert not Event.objects.exists() and not list(folder.rglob("*.jpg"))


def test_nobody_says_that_a_row_holds_what_was_not_uploaded(library: Library) -> None:
    row = event(library, poster=Upload(PHOTO, "海报.jpg"))
    foreign = Filed(name="海报.jpg", size=1, sha256="0" * 64)
    for wanted in (foreign, "海报.jpg"):
        with pytest.raises(Refused, match="只能上传"):
            writing.change(EVENTS, row, {"poster": wanted}, by=HEAD)
    with pytest.raises(BadValue, match="不能从表格导入"):
        POSTER.parse("海报.jpg", Lookups())
    writing.change(EVENTS, row, {"poster": dict(row.poster), "title": "早读"}, by=HEAD, on=DAY)
    assert kept(row) == ["海报.jpg"]


def test_a_table_tells_its_name_and_brings_none(library: Library) -> None:
    row = event(library, poster=Upload(PHOTO, "海报.jpg"))
    event(library, "早读")
    told = exporting.export(EVENTS, EVENTS.rows(), "csv", by=HEAD, as_of=DAY).decode("utf-8-sig")
    assert "海报.jpg" in told
    plan = importing.plan(EVENTS, told.replace("海报.jpg", "别的.jpg").encode(), "a.csv", by=HEAD)
    assert (plan.problems, plan.unchanged) == ((), 2)
    data = exporting.export(EVENTS, EVENTS.rows(), "json", by=HEAD, as_of=DAY)
    assert json.loads(data)["rows"][0]["poster"] == "海报.jpg"
    sheet, *_ = workbooks.read(exporting.template(EVENTS, by=HEAD), "a.xlsx")
    assert "海报" not in sheet.rows[2]
    for asked, found in (("yes", [row.title]), ("no", ["早读"])):
        rows = querying.asked(EVENTS, HEAD, {"f.poster": [asked]}).rows()
        assert [each.title for each in rows] == found  # type: ignore[attr-defined]


def test_a_step_may_ask_for_it(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    life = Lifecycle("planned", (Step("hold", "举办", ("planned",), "held", needs=("poster",)),))
    asking = dataclasses.replace(EVENTS, lifecycle=life)
    row = event(library)
    with pytest.raises(NotNow, match="请先填写：海报"):
        stepping.take_step(asking, row, "hold", by=HEAD)
    stepping.take_step(asking, row, "hold", by=HEAD, given={"poster": Upload(PHOTO, "海报.jpg")})
    assert (row.state, kept(row)) == ("held", ["海报.jpg"])


def test_who_does_not_see_the_column_neither_writes_nor_reads_it(library: Library) -> None:
    secret = dataclasses.replace(EVENTS, access=dataclasses.replace(EVENTS.access, secret=("poster",)))
    row = event(library, poster=Upload(PHOTO, "海报.jpg"))
    with pytest.raises(Refused, match="不能填写“海报”"):
        writing.change(secret, row, {"poster": None}, by=library.clerk)
    told = exporting.export(secret, EVENTS.rows(), "csv", by=library.clerk, as_of=DAY).decode()
    assert "海报" not in told
    assert "海报" not in audit.visible(library.clerk, secret, AuditRow.objects.earliest("pk").changes)


def test_a_file_is_never_all_that_a_row_is_known_by() -> None:
    assert not [found for found in checks.check(EVENTS) if "E018" in str(found.id)]
    named = dataclasses.replace(EVENTS, identity=("poster",))
    never_empty = dataclasses.replace(EVENTS, columns=(*EVENTS.columns[:-1], File("speakers")))
    for wrong in (named, never_empty):
        assert [found.id for found in checks.check(wrong)].count("ledgers.E018") == 1
