"""Padding: each kind is found, its look-alike is not; a struck signing leaves every count, once and until taken up again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers import rejudging, rulebook, stepping
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import NotNow, Refused
from luoshi.projects.investment import kinds
from luoshi.projects.investment.findings.ledger import FINDINGS
from luoshi.projects.investment.findings.models import Finding
from luoshi.projects.investment.judges import PADDING
from luoshi.projects.investment.paid_in.models import PaidIn
from luoshi.projects.investment.signings.models import Signing
from luoshi.rules import defaults
from luoshi.rules.padding_rules import KINDS
from tests.projects import build, land
from tests.projects.test_measures import value

pytestmark = pytest.mark.django_db
Cast = dict[str, Actor]
Units = dict[str, Unit]
DAY = date(2026, 10, 31)
CODE, OTHER = "91340100MA2JF5QYC0", "91340100MA2BCBLCBM"
NAMES = ("澄光储能科技有限公司", "远桥生物制剂股份公司", "铭森半导体装备集团", "朗驰汽车线束实业")
PLAIN: dict[str, Any] = {"credit_code": "", "promised_tax": None, "land": None}


@pytest.fixture(autouse=True)
def ruled(cast: Cast) -> None:
    boss = cast["supervisor"]
    rulebook.issue(kinds.PADDING.name, defaults.PADDING_RULE.to_data(), by=boss, closed=None)


def look(cast: Cast) -> str:
    return rejudging.now(PADDING, by=cast["supervisor"], on=DAY)


def older(unit: Unit, **fields: Any) -> Signing:
    given = {
        "project": "储能电池生产基地",
        "investor": NAMES[0],
        "signed_on": date(2026, 1, 20),
        "amount": build.YI,
    }
    return build.signing(unit, **(PLAIN | given | fields))


def later(unit: Unit, **fields: Any) -> Signing:
    given = {"project": "抗体药物研发中心", "investor": NAMES[1], "signed_on": date(2026, 6, 20)}
    return build.signing(unit, **(PLAIN | given | {"amount": 3 * build.YI} | fields))


SAME = {"investor": NAMES[0]}
CASES = {  # what is found, and what looks alike
    "same_investor": (SAME | {"amount": build.YI * 105 // 100}, SAME | {"amount": build.YI * 115 // 100}),
    "same_text": ({"project": "储能电池生产基地"}, {"project": "储能隔膜研发中心"}),
    "same_equipment": (SAME | {"equipment": 24 * build.YI // 10}, SAME | {"equipment": 2 * build.YI}),
    "far_from_paid_in": ({"signed_on": date(2025, 10, 31)}, {"signed_on": date(2025, 11, 1)}),
    "far_from_tax": ({"promised_tax": 3 * build.YI // 100 - 1}, {"promised_tax": 3 * build.YI // 100}),
    "far_from_land": ({"land": 9_00}, {"land": 10_00}),
    "two_units": (
        SAME | {"project": "储能电池生产基地", "unit": "0104"},
        SAME | {"project": "储能电池生产基地"},
    ),
    "same_parcel": ({"parcel": True}, {}),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("alike", [False, True])
def test_each_kind_is_found_and_its_look_alike_is_not(
    cast: Cast, units: Units, kind: str, alike: bool
) -> None:
    fields = dict(CASES[kind][alike])
    parcel = land.parcel(units["0104"]) if kind == "same_parcel" else None
    unit = units[fields.pop("unit", "0103")]
    first = older(units["0103"], parcel=parcel)
    second = later(unit, parcel=parcel if fields.pop("parcel", False) else None, **fields)
    look(cast)
    found = Finding.objects.filter(kind=kind)
    assert [row.signing for row in found] == ([] if alike else [second])
    if found and found[0].other:
        assert found[0].other == first and second.project in found[0].sentence


def doubted(cast: Cast, units: Units) -> Finding:
    older(units["0103"])
    row = later(units["0103"], promised_tax=1_00)
    PaidIn.objects.create(signing=row, period=202607, domestic=5_00)
    assert look(cast) == "新增疑点 1 个"
    return Finding.objects.get()


def test_a_struck_signing_leaves_every_count_and_comes_back(cast: Cast, units: Units) -> None:
    row = doubted(cast, units)
    assert figures_() == (2, 400_000_000, 5)
    stepping.take_step(FINDINGS, row, "strike", by=cast["supervisor"], on=DAY, reason="未提供依据")
    assert figures_() == (1, 100_000_000, 0)
    assert row.signing.findings.count() == 1 and not Signing.objects.get(pk=row.signing_id).counts
    assert look(cast) == "", "what is decided stays decided"
    stepping.take_step(FINDINGS, row, "reopen", by=cast["supervisor"], on=DAY, reason="补充了依据")
    assert figures_() == (2, 400_000_000, 5)


def figures_() -> tuple[object, ...]:
    names = (("signings", "signed"), ("signings", "contract_amount"), ("paid_in", "domestic"))
    return tuple(value(f"investment.{ledger}", measure) for ledger, measure in names)


def test_the_unit_explains_and_the_supervisor_decides(cast: Cast, units: Units) -> None:
    row, clerk, boss = doubted(cast, units), cast["clerk"], cast["supervisor"]
    with pytest.raises(Refused):
        stepping.take_step(FINDINGS, row, "strike", by=clerk, on=DAY, reason="不实")
    with pytest.raises(NotNow, match="请先填写：单位说明"):
        stepping.take_step(FINDINGS, row, "explain", by=clerk, on=DAY)
    said = {"explanation": "税收按五年累计承诺"}
    stepping.take_step(FINDINGS, row, "explain", by=clerk, on=DAY, given=said)
    with pytest.raises(NotNow, match="需要写明理由"):
        stepping.take_step(FINDINGS, row, "accept", by=boss, on=DAY)
    stepping.take_step(FINDINGS, row, "accept", by=boss, on=DAY, reason="依据充分")
    assert Signing.objects.filter(counts=False).count() == 0
    assert list(Finding.objects.waiting()) == []
