"""Land: parcels go their way, their price stays among those who may know it, reserves and relocations add up."""

from __future__ import annotations

import csv
import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, evidence, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.columns.places import area_of
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.projects.land.checks.models import StandardCheck
from luoshi.projects.land.districts.models import District
from luoshi.projects.land.idle.ledger import IDLE
from luoshi.projects.land.idle.models import IdleLand
from luoshi.projects.land.parcels.ledger import PARCELS
from luoshi.projects.land.parcels.models import Parcel
from luoshi.projects.land.per_mu_figures.models import PerMuFigure
from luoshi.projects.land.relocations.models import Relocation
from luoshi.projects.land.reserves.ledger import RESERVES
from luoshi.projects.land.reserves.models import Reserve
from tests.ledgers.files import PDF
from tests.projects import build, land

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
Cast = dict[str, Actor]
DAY, LATER = date(2026, 5, 11), date(2026, 5, 12)


def enter(by: Actor, **entered: str) -> Parcel:
    usual = {"name": "溪口 A-01", "area": "86.5", "use": "工业", "unit": "规建局"}
    row = build.enter(PARCELS, by, **(usual | entered))
    assert isinstance(row, Parcel)
    return row


def prove(row: Parcel, name: str, by: Actor) -> None:
    """The files that a step asks for."""
    step = PARCELS.lifecycle.step(name) if PARCELS.lifecycle else None
    assert step is not None and step.evidence, "every step of a parcel is proved"
    for slot in step.evidence:
        evidence.attach(PARCELS, row, PDF, f"{slot}.pdf", by=by, slot=slot)


@pytest.mark.parametrize("who", ["clerk", "auditor", "stranger"])
def test_who_may_not_step_may_not_prove_it(cast: Cast, who: str) -> None:
    row = enter(cast["other"])
    with pytest.raises(Refused):
        prove(row, "reserve", cast[who])


def test_a_parcel_goes_from_the_plan_to_the_built_up_site(cast: Cast) -> None:
    clerk, row = cast["other"], enter(cast["other"])
    assert (row.number, row.area, row.state) == ("DK-0001", 8650, "planned")
    for step, given in (
        ("reserve", {"reserved_on": DAY}),
        ("clear", {"cleared_on": DAY}),
        ("supply", {"supplied_on": DAY, "supply_kind": "auction", "user": "某公司"}),
        ("deliver", {"delivered_on": DAY}),
        ("start", {"started_on": DAY}),
        ("complete", {"completed_on": LATER}),
    ):
        with pytest.raises(NotNow, match="请先填写"):
            stepping.take_step(PARCELS, row, step, by=clerk, on=DAY)
        writing.change(PARCELS, row, given, by=clerk)
        with pytest.raises(NotNow, match="请先上传佐证附件"):
            stepping.take_step(PARCELS, row, step, by=clerk, on=DAY)
        prove(row, step, clerk)
        stepping.take_step(PARCELS, row, step, by=clerk, on=DAY)
    row.refresh_from_db()
    assert row.state == "built"
    with pytest.raises(NotNow, match="目前是“已建成”"):
        stepping.take_step(PARCELS, row, "take_back", by=clerk, reason="逾期未动工")


def test_a_parcel_is_taken_back_with_a_reason(cast: Cast) -> None:
    row = enter(
        cast["other"], supplied_on="2026-03-12", supply_kind="划拨", user="某公司", returned_on="2026-05-11"
    )
    assert row.state == "returned"
    held = enter(cast["other"], supplied_on="2026-03-12", supply_kind="划拨", user="某公司")
    writing.change(PARCELS, held, {"returned_on": DAY}, by=cast["other"])
    with pytest.raises(NotNow, match="需要写明理由"):
        stepping.take_step(PARCELS, held, "take_back", by=cast["other"])
    with pytest.raises(NotNow, match="先上传佐证附件：收回决定书"):
        stepping.take_step(PARCELS, held, "take_back", by=cast["other"], reason="逾期未动工")
    prove(held, "take_back", cast["other"])
    stepping.take_step(PARCELS, held, "take_back", by=cast["other"], reason="逾期未动工")


def test_supplied_land_has_a_user(cast: Cast) -> None:
    with pytest.raises(Invalid, match="要有用地单位和供应方式"):
        enter(cast["other"], supplied_on="2026-03-12", supply_kind="划拨")


def test_everybody_sees_land_but_not_its_price(cast: Cast) -> None:
    for who in ("clerk", "other"):
        assert access.hidden(cast[who], PARCELS) == {"price"}
        with pytest.raises(Refused):
            writing.create(
                PARCELS, writing.parse(PARCELS, {"name": "A", "area": "1", "price": "10"}), by=cast[who]
            )
    for who in ("leader", "supervisor", "auditor"):
        assert access.hidden(cast[who], PARCELS) == frozenset()
    assert enter(cast["supervisor"], price="1680").price == 1_680_000_000


@pytest.mark.parametrize("who", ["clerk", "leader", "auditor", "stranger"])
def test_who_may_not_write_land(cast: Cast, who: str) -> None:
    with pytest.raises(Refused):
        enter(cast[who])


def test_a_reserve_has_a_number_of_its_year(cast: Cast) -> None:
    given = {"place": "溪口村东", "area": "128.4", "reserved_on": "2026-02-06", "unit": "规建局"}
    assert [str(build.enter(RESERVES, cast["other"], **given)) for _ in range(2)] == [
        "SC-2026-001 溪口村东",
        "SC-2026-002 溪口村东",
    ]


def test_districts_are_asked_for_in_words(units: Units) -> None:
    unit = units["0104"]
    land.district(kind="boundary")
    inside = land.district(unit=unit)
    assert list(District.objects.inside()) == [inside]


def test_what_is_late_is_asked_for_in_words(units: Units) -> None:
    unit = units["0104"]
    slow = land.relocation(unit, agreed_by=DAY)
    land.relocation(unit, agreed_by=DAY, cleared_on=LATER)
    assert list(Relocation.objects.late(LATER)) == [slow]
    assert list(Relocation.objects.late(DAY)) == []
    waiting = land.standard_check(unit)
    land.standard_check(unit, checked_on=DAY, verdict="passed")
    assert list(StandardCheck.objects.overdue(LATER)) == [waiting]
    assert list(StandardCheck.objects.overdue(DAY)) == []
    loose = land.reserve(unit)
    land.reserve(unit, parcel=land.parcel(unit), reserved_on=date(2025, 12, 31))
    assert list(Reserve.objects.without_parcel()) == [loose]
    assert list(Reserve.objects.of_year(2026)) == [loose]


def test_idle_land_is_put_to_use_again(cast: Cast) -> None:
    entered = {
        "place": "柳塘路 18 号",
        "user": "某公司",
        "area": "86.4",
        "kind": "低效用地",
        "cause": "企业原因",
    }
    dates = {"found_on": "2026-01-16", "due_on": "2026-09-30", "unit": "规建局"}
    clerk = cast["other"]
    row = build.enter(IDLE, clerk, **(entered | dates))
    assert isinstance(row, IdleLand)
    assert (row.number, row.state) == ("XZ-2026-001", "found")
    with pytest.raises(NotNow, match="请先填写"):
        stepping.take_step(IDLE, row, "plan", by=clerk)
    writing.change(IDLE, row, {"plan": "整体收购", "way": "redevelop"}, by=clerk)
    stepping.take_step(IDLE, row, "plan", by=clerk)
    stepping.take_step(IDLE, row, "begin", by=clerk)
    with pytest.raises(Invalid, match="不能超过用地面积"):
        writing.change(IDLE, row, {"disposed_on": DAY, "disposed_area": 8641}, by=clerk)
    writing.change(IDLE, row, {"disposed_on": DAY, "disposed_area": 8640}, by=clerk)
    stepping.take_step(IDLE, row, "dispose", by=clerk)
    row.refresh_from_db()
    assert row.state == "disposed"


def test_what_is_idle_and_rated_is_asked_for_in_words(units: Units) -> None:
    unit = units["0104"]
    waiting = land.idle_land(unit)
    land.idle_land(unit, disposed_on=DAY, disposed_area=1)
    assert list(IdleLand.objects.open()) == [waiting]
    assert list(IdleLand.objects.overdue(date(2026, 10, 1))) == [waiting]
    assert list(IdleLand.objects.overdue(date(2026, 9, 30))) == []
    rated = land.per_mu_figure(unit)
    land.per_mu_figure(unit, period=202612, suited=False, unsuited_reason="停产")
    assert list(PerMuFigure.objects.rated()) == [rated] == list(PerMuFigure.objects.of_year(2025))


SQUARE = "[[[117.61,32.18],[117.61255,32.18],[117.61255,32.18216],[117.61,32.18216],[117.61,32.18]]]"
OUTLINE = f'{{"type":"Polygon","coordinates":{SQUARE}}}'  # 240 m by 240 m: 86.5 mu


@pytest.mark.parametrize(
    ("area", "taken"), [("84.9", True), ("88.1", True), ("84.5", False), ("88.5", False)]
)
def test_an_outline_is_as_large_as_the_area_says(cast: Cast, area: str, taken: bool) -> None:
    if taken:
        assert enter(cast["other"], area=area, place=OUTLINE).place["type"] == "Polygon"
        return
    with pytest.raises(Invalid, match=f"边界围成 86.5 亩，面积填的是 {area} 亩，相差超过 2%"):
        enter(cast["other"], area=area, place=OUTLINE)


def test_an_area_that_leaves_its_outline_is_refused_whichever_is_changed(cast: Cast) -> None:
    row = enter(cast["other"], place=OUTLINE)
    with pytest.raises(Invalid, match="边界围成"):
        writing.change(PARCELS, row, {"area": 9000}, by=cast["other"])
    writing.change(PARCELS, row, {"area": 9000, "place": None}, by=cast["other"])


def test_a_parcel_is_no_point(cast: Cast) -> None:
    with pytest.raises(Invalid, match="这里要填一个面的边界，填的是一个点的位置"):
        enter(cast["other"], place="117.61,32.18")


def test_the_sample_zone_holds_its_districts_and_these_their_parcels() -> None:
    districts = {row["片区名称"]: row for row in sample("land.districts")}
    rings = {name: json.loads(row["边界"])["coordinates"][0] for name, row in districts.items()}
    corners = {tuple(corner) for ring in rings.values() for corner in ring}
    assert {tuple(corner) for corner in rings["云溪高新区"]} < corners
    for row in sample("land.parcels"):
        outline = json.loads(row["边界"])
        assert area_of(outline) == pytest.approx(float(row["面积（亩）"]) * 2000 / 3, rel=0.005)
        assert all(inside(corner, rings[row["片区"]]) for corner in outline["coordinates"][0]), row["编号"]
    assert all(
        inside([float(part) for part in row["位置"].split(",")], rings["云溪高新区"])
        for row in (*sample("enterprises.register"), *sample("investment.signings"))
        if row["位置"]
    )
    assert not inside([117.5, 32.1], rings["云溪高新区"])


def sample(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parents[2] / "samples" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def inside(point: list[float], ring: list[list[float]]) -> bool:
    """Whether a ray to the east crosses the ring an odd number of times."""
    x, y = point
    across = [
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in pairwise(ring)
        if (a[1] > y) != (b[1] > y)
    ]
    return sum(x < crossing for crossing in across) % 2 == 1
