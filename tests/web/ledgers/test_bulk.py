"""A step with many rows: looked at first, then taken with all that are ready, or with none."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from luoshi.ledgers import registry, rule_kinds, stepping, writing
from luoshi.ledgers.models import AuditRow
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD, INSPECTOR
from tests.library.models import Repair
from tests.library.repairs import REPAIRS, RESPONSE
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

URL = "/ledgers/repairs/bulk/mend/"
DAY = datetime.date(2026, 5, 6)


@pytest.fixture(autouse=True)
def registered_too(shelved: None, monkeypatch: pytest.MonkeyPatch) -> None:
    registry.register(REPAIRS)
    monkeypatch.setattr(rule_kinds, "_kinds", {RESPONSE.name: RESPONSE})


def torn(library: Library, what: str, state: str = "looked", west: bool = False) -> Repair:
    values = {"what": what, "branch": library.west if west else library.east, "state": state, "torn_on": DAY}
    row = writing.create(REPAIRS, values, by=HEAD, on=DAY)
    assert isinstance(row, Repair)
    return row


def states() -> dict[str, str]:
    return dict(Repair.objects.values_list("what", "state"))


def test_works(library: Library, acting: As) -> None:
    rows = [torn(library, "水经注"), torn(library, "山海经"), torn(library, "天工开物", "reported")]
    head = acting(HEAD)
    assert f'formaction="{URL}">修好</button>' in head.get("/ledgers/repairs/").text
    html = head.get(URL, {"row": [row.pk for row in rows]}).text
    assert "2 行可以办理，将变为“已修好”；1 行不能办理" in html
    (refused,) = pages.table(html, "bulk-refused")
    assert refused[0] == "天工开物" and "目前是“已上报”" in refused[1]
    assert states()["水经注"] == "looked"
    sent = [f"{row.pk}.{row.version}" for row in rows[:2]]
    answer = head.post(URL, {"row": sent}, follow=True)
    assert "已对 2 行办理“修好”。" in answer.text
    assert states() == {"水经注": "mended", "山海经": "mended", "天工开物": "reported"}
    assert AuditRow.objects.filter(act="修好").count() == 2


def test_what_has_changed_since_is_looked_at_again(library: Library, acting: As) -> None:
    first, second = torn(library, "水经注"), torn(library, "山海经")
    sent = {"row": [f"{row.pk}.{row.version}" for row in (first, second)]}
    writing.change(REPAIRS, first, {"what": "水经"}, by=HEAD, on=DAY)
    html = acting(HEAD).post(URL, sent).text
    assert "预览之后有的行已被别人改动或办理" in html and "looked" in states()["山海经"]
    stepping.take_step(REPAIRS, second, "mend", by=HEAD, on=DAY)
    first.refresh_from_db()
    assert (
        "已被别人改动"
        in acting(HEAD).post(URL, {"row": [f"{first.pk}.{first.version}", f"{second.pk}.1"]}).text
    )
    assert states() == {"水经": "looked", "山海经": "mended"}


def test_a_row_that_is_refused_while_it_is_written_leaves_all_as_they_were(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = torn(library, "水经注"), torn(library, "山海经")
    taken = stepping.take_step

    def quicker(*args: object, **told: object) -> object:
        Repair.objects.filter(pk=second.pk).update(version=9)
        return taken(*args, **told)  # type: ignore[arg-type]

    monkeypatch.setattr(stepping, "take_step", quicker)
    html = acting(HEAD).post(URL, {"row": [f"{row.pk}.{row.version}" for row in (first, second)]}).text
    assert "没有办理任何一行" in html
    assert set(states().values()) == {"looked"}


def test_a_reason_is_asked_for_where_the_step_asks(library: Library, acting: As) -> None:
    assert REPAIRS.lifecycle is not None
    steps = tuple(
        dataclasses.replace(step, reason=True) if step.bulk else step for step in REPAIRS.lifecycle.steps
    )
    life = dataclasses.replace(REPAIRS.lifecycle, steps=steps)
    registry._ledgers["repairs"] = dataclasses.replace(REPAIRS, lifecycle=life)
    row = torn(library, "水经注")
    sent = {"row": f"{row.pk}.{row.version}"}
    html = acting(HEAD).post(URL, sent | {"reason": " "}).text
    assert pages.errors(html) == ["请填写“理由”。"] and states() == {"水经注": "looked"}
    acting(HEAD).post(URL, sent | {"reason": "已验收"})
    assert AuditRow.objects.first().reason == "已验收"


def test_who_may_not(library: Library, acting: As) -> None:
    own, foreign = torn(library, "水经注"), torn(library, "山海经", west=True)
    sent = {"row": [f"{own.pk}.{own.version}", f"{foreign.pk}.{foreign.version}"]}
    assert acting(INSPECTOR).get(URL, {"row": own.pk}).status_code == 403
    assert acting(INSPECTOR).post(URL, sent).status_code == 403
    assert URL not in acting(INSPECTOR).get("/ledgers/repairs/").text
    html = acting(library.clerk).get(URL, {"row": [own.pk, foreign.pk]}).text
    assert "山海经" not in html and "1 行可以办理" in html
    acting(library.clerk).post(URL, sent)
    assert set(states().values()) == {"looked"}, "a row that is not seen was among them: looked at again"


def test_a_step_for_one_row_at_a_time_and_nothing_picked(library: Library, acting: As) -> None:
    row = torn(library, "水经注")
    head = acting(HEAD)
    answer = head.get("/ledgers/repairs/bulk/report/", {"row": row.pk})
    assert answer.status_code == 400 and "要逐行办理" in answer.text
    for rows in ([], ["x"], ["9" * 40], ["-1"]):
        assert "没有选中任何一行" in head.get(URL, {"row": rows}).text
    assert "一次最多办理" in head.get(URL, {"row": list(range(1, 300))}).text
    assert head.get("/ledgers/repairs/bulk/fly/", {"row": row.pk}).status_code == 400
    assert "selectable" not in head.get("/ledgers/books-register/").text
