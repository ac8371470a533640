"""标准地: rounds follow from the supply by a rule, and a verdict is what the promised conditions come to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers import importing, rulebook, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import AuditRow, Mark
from luoshi.projects.land.checks.ledger import CHECKS
from luoshi.projects.land.checks.models import StandardCheck
from luoshi.projects.land.kinds import STANDARD_LAND
from luoshi.projects.land.parcels.ledger import PARCELS
from luoshi.projects.land.parcels.models import Parcel
from luoshi.rules.defaults import STANDARD_LAND_RULE
from tests.projects import build, land
from tests.projects.test_land import prove

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
Cast = dict[str, Actor]
DAY = date(2026, 5, 11)
FIRST, THIRD, FIFTH = date(2027, 5, 11), date(2029, 5, 11), date(2031, 5, 11)
PROMISES = {"standard": "是", "intensity_min": "350", "tax_min": "18", "energy_max": "0.35"}


@pytest.fixture
def clerk(cast: Cast) -> Actor:
    rulebook.issue_starting(by=cast["supervisor"], closed=None)
    return cast["other"]


def supplied(by: Actor, **entered: str) -> Parcel:
    usual = {
        "name": "溪口 A-01",
        "area": "86.5",
        "use": "工业",
        "unit": "规建局",
        "supplied_on": "2026-05-11",
    }
    row = build.enter(
        PARCELS, by, **(usual | {"supply_kind": "招拍挂", "user": "某公司"} | PROMISES | entered)
    )
    assert isinstance(row, Parcel)
    return row


def due(parcel: Parcel) -> dict[str, date | None]:
    return {row.round: row.due_on for row in StandardCheck.objects.filter(parcel=parcel)}


def first(parcel: Parcel) -> StandardCheck:
    return StandardCheck.objects.get(parcel=parcel, round="first")


def check(row: StandardCheck, by: Actor, **given: Any) -> StandardCheck:
    writing.change(CHECKS, row, {"checked_on": DAY} | given, by=by)
    row.refresh_from_db()
    return row


def issue(by: Actor, since: str, effective_from: str) -> None:
    data: Any = STANDARD_LAND_RULE.to_data()
    rounds = [{**each, "since": since, "months": 6} for each in data["rounds"]]
    version = {"version": "2", "effective_from": effective_from, "rounds": rounds}
    rulebook.issue(STANDARD_LAND.name, {**data, **version}, by=by, closed=None)


def test_rounds_are_made_with_the_supply(clerk: Actor, units: Units) -> None:
    assert due(supplied(clerk)) == {"first": FIRST, "third": THIRD, "fifth": FIFTH}
    assert due(supplied(clerk, standard="否")) == {}
    assert due(supplied(clerk, supplied_on="", supply_kind="", user="")) == {}
    assert AuditRow.objects.filter(act="排出核查", ledger="land.checks").count() == 3
    marked = Mark.objects.filter(ledger="land.checks", unit=units["0104"].pk)
    assert set(marked.values_list("period", flat=True)) == {202705, 202905, 203105}


def test_a_step_makes_them_too(clerk: Actor) -> None:
    row = supplied(clerk, supplied_on="", supply_kind="", user="", cleared_on="2026-05-01")
    prove(row, "supply", clerk)
    stepping.take_step(
        PARCELS,
        row,
        "supply",
        by=clerk,
        on=DAY,
        given={"supplied_on": DAY, "supply_kind": "auction", "user": "某公司"},
    )
    assert due(row)["first"] == FIRST


def test_standard_land_is_supplied_with_promises(clerk: Actor) -> None:
    nothing = {name: "" for name in PROMISES if name != "standard"}
    row = supplied(clerk, supplied_on="", supply_kind="", user="", cleared_on="2026-05-01", **nothing)
    prove(row, "supply", clerk)
    given = {"supplied_on": DAY, "supply_kind": "auction", "user": "某公司"}
    with pytest.raises(NotNow, match="标准地要带着准入要求供应"):
        stepping.take_step(PARCELS, row, "supply", by=clerk, on=DAY, given=given)
    writing.change(PARCELS, row, {"tax_min": 1}, by=clerk)
    stepping.take_step(PARCELS, row, "supply", by=clerk, on=DAY, given=given)


def test_rounds_move_with_the_parcel_until_they_are_checked(clerk: Actor) -> None:
    parcel = supplied(clerk)
    check(first(parcel), clerk, intensity=350_000_000, verdict="passed")
    writing.change(PARCELS, parcel, {"supplied_on": date(2026, 6, 30)}, by=clerk)
    assert due(parcel) == {"first": FIRST, "third": date(2029, 6, 30), "fifth": date(2031, 6, 30)}
    writing.change(PARCELS, parcel, {"returned_on": date(2026, 9, 1)}, by=clerk)
    prove(parcel, "take_back", clerk)
    stepping.take_step(PARCELS, parcel, "take_back", by=clerk, on=DAY, reason="逾期未动工")
    assert due(parcel) == {"first": FIRST, "third": None, "fifth": None}


def test_land_that_is_standard_no_longer_is_checked_no_longer(clerk: Actor) -> None:
    row = supplied(clerk)
    assert row.checks.exclude(due_on=None).exists()
    writing.change(PARCELS, row, {"standard": False}, by=clerk)
    assert not row.checks.exclude(due_on=None).exists()
    row.refresh_from_db()
    writing.change(PARCELS, row, {"standard": True}, by=clerk)
    assert row.checks.exclude(due_on=None).exists()


def test_a_rule_may_count_from_full_capacity_and_holds_from_its_day(clerk: Actor, cast: Cast) -> None:
    issue(cast["supervisor"], "capacity", "2026-05-11")
    parcel = supplied(clerk)
    assert due(parcel) == dict.fromkeys(("first", "third", "fifth"))
    with pytest.raises(Invalid, match="按规则现在还定不了日期"):
        writing.change(CHECKS, first(parcel), {"due_on": FIRST}, by=clerk)
    writing.change(PARCELS, parcel, {"capacity_on": date(2028, 8, 31)}, by=clerk)
    assert due(parcel)["first"] == date(2029, 2, 28)
    assert due(supplied(clerk, supplied_on="2026-05-10"))["first"] == date(2027, 5, 10), "by the old version"
    assert due(supplied(clerk, supplied_on="2012-05-10"))["first"] == date(2013, 5, 10), "before any"


def test_a_verdict_is_what_the_conditions_come_to(clerk: Actor) -> None:
    row = first(supplied(clerk))
    with pytest.raises(
        Invalid, match="实际 349.99 万元/亩，未达到（限期补足投资，逾期按合同追缴违约金），不能填“达标”"
    ):
        check(row, clerk, intensity=349_990_000, verdict="passed")
    with pytest.raises(Invalid, match="要有整改期限"):
        check(row, clerk, intensity=349_990_000, verdict="correcting")
    with pytest.raises(Invalid, match="要写明处理措施"):
        check(row, clerk, intensity=349_990_000, verdict="failed")
    with pytest.raises(Invalid, match="承诺的条件都已达到，应填“达标”"):
        check(row, clerk, intensity=350_000_000, verdict="failed", consequence="追缴")
    check(row, clerk, intensity=349_990_000, verdict="correcting", correct_by=date(2026, 11, 11))
    assert row.told.startswith("投资强度承诺不低于 350 万元/亩，实际 349.99 万元/亩，未达到")
    assert list(StandardCheck.objects.uncorrected(date(2026, 11, 12))) == [row]
    assert list(StandardCheck.objects.uncorrected(date(2026, 11, 11))) == []
    check(row, clerk, intensity=350_000_000, verdict="passed")
    assert row.told == "投资强度承诺不低于 350 万元/亩，实际 350 万元/亩，达到"


def test_later_rounds_ask_for_more_and_what_is_not_known_is_not_kept(clerk: Actor) -> None:
    row = StandardCheck.objects.get(parcel=supplied(clerk), round="third")
    with pytest.raises(Invalid, match="亩均税收承诺不低于 18 万元/亩，没有实际数"):
        check(row, clerk, intensity=350_000_000, energy=35, verdict="passed")
    check(row, clerk, intensity=350_000_000, energy=35, tax_per_mu=18_000_000, verdict="passed")
    assert row.told.count("，达到") == 3 and "容积率" not in row.told, "no plot ratio was promised"


def test_a_promise_that_is_corrected_corrects_what_its_checks_say(clerk: Actor) -> None:
    parcel = supplied(clerk)
    row = check(first(parcel), clerk, intensity=350_000_000, verdict="passed")
    writing.change(PARCELS, parcel, {"intensity_min": 400_000_000}, by=clerk)
    row.refresh_from_db()
    assert "承诺不低于 400 万元/亩，实际 350 万元/亩，未达到" in row.told


def test_only_standard_land_is_checked_and_on_the_day_of_the_rule(clerk: Actor) -> None:
    other, parcel = supplied(clerk, standard="否"), supplied(clerk)
    with pytest.raises(Invalid, match="这宗地不是标准地"):
        build.enter(CHECKS, clerk, parcel=other.number, round="满一年")
    with pytest.raises(Invalid, match="按规则应在 2027-05-11 核查"):
        writing.change(CHECKS, first(parcel), {"due_on": date(2028, 1, 1)}, by=clerk)
    writing.remove(CHECKS, first(parcel), by=clerk, reason="登记错了")
    assert build.enter(CHECKS, clerk, parcel=parcel.number, round="满一年").pk
    assert due(parcel)["first"] == FIRST


def test_a_file_fills_in_what_was_found(clerk: Actor) -> None:
    parcel = supplied(clerk)
    head = "地块,核查轮次,核查日期,实际投资强度（万元/亩）,核查结论,处理措施"
    line = f"{parcel.number},满一年,2027-05-12,120,未达标,追缴违约金"
    importing.apply(importing.plan(CHECKS, f"{head}\n{line}\n".encode(), "a.csv", by=clerk), by=clerk)
    row = first(parcel)
    assert (row.verdict, row.due_on, row.told[:18]) == ("failed", FIRST, "投资强度承诺不低于 350 万元/亩")
    wrong = importing.plan(CHECKS, f"{head}\n{line.replace('未达标', '达标')}\n".encode(), "a.csv", by=clerk)
    assert "不能填“达标”" in str(wrong.problems[0])


@pytest.mark.parametrize("who", ["clerk", "leader", "auditor", "stranger"])
def test_who_may_not_check(clerk: Actor, cast: Cast, who: str) -> None:
    with pytest.raises(Refused):
        check(first(supplied(clerk)), cast[who], intensity=1, verdict="passed")


def test_without_a_rule_nothing_is_asked(cast: Cast) -> None:
    parcel = supplied(cast["other"])
    assert due(parcel) == {}
    row = land.standard_check(parcel.unit, parcel=parcel, due_on=DAY)
    row.full_clean()
