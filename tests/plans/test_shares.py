"""A target dealt out adds up exactly; what has no parts is refused in a sentence."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Sum

from luoshi.directory.industries import seed as industries
from luoshi.ledgers import registry, writing
from luoshi.ledgers.errors import Invalid, Refused
from luoshi.ledgers.models import AuditRow
from luoshi.plans import errors
from luoshi.plans.binding import actions as binding
from luoshi.plans.documents.models import Document
from luoshi.plans.review import actions as review
from luoshi.plans.shares import actions, dealing
from luoshi.plans.shares.dealing import EQUAL, LAST_YEAR
from luoshi.plans.shares.models import SCALE, Share
from luoshi.plans.targets.models import Target
from tests.plans import build


@pytest.fixture
def projects(cast: build.Cast, document: Document) -> Target:
    """18 projects, counted by the ledger of signings."""
    industries.seed()
    review.confirm_all(document, by=cast.supervisor)
    found = build.target("新引进亿元以上项目")
    return binding.confirm_measure(found, "investment.signings", "signed", by=cast.supervisor)


@pytest.fixture
def sign(cast: build.Cast) -> Callable[[str, str], None]:
    ledger = registry.ledger("investment.signings")

    def signed(day: str, unit: str) -> None:
        at = datetime.date.fromisoformat(day)
        values = {
            "number": f"{day}{unit}",
            "project": "甲",
            "investor": "乙",
            "amount": 10**11,
            "signed_on": at,
        }
        writing.create(ledger, values | {"unit": cast.units[unit]}, by=cast.supervisor)

    return signed


def test_works(cast: build.Cast, projects: Target) -> None:
    units = [cast.units[code] for code in ("0103", "0104", "0401")]
    made = actions.deal(projects, units, by=cast.supervisor)
    assert len(made) == 12
    assert Share.objects.of(projects).aggregate(sum=Sum("value"))["sum"] == 18 * SCALE
    assert {share.exact for share in made} <= {Decimal(1), Decimal(2)}
    assert AuditRow.objects.filter(ledger="plans.shares", act="分解").count() == 12


def test_weights_that_are_typed(cast: build.Cast, projects: Target) -> None:
    units = [cast.units[code] for code in ("0103", "0104")]
    weights = {units[0].pk: Decimal(2), units[1].pk: Decimal(1)}
    quarters = dict(zip(dealing.quarters_of(projects), map(Decimal, (1, 2, 3, 3)), strict=True))
    found = dealing.dealing(projects, units, by_unit=weights, by_quarter=quarters)
    assert found.unit_totals == {units[0].pk: 12, units[1].pk: 6}
    assert found.quarter_totals == {20261: 2, 20262: 4, 20263: 6, 20264: 6}
    assert sum(found.cells.values()) == found.total == 18


def test_last_year_gives_the_weights(
    cast: build.Cast, projects: Target, sign: Callable[[str, str], None]
) -> None:
    units = [cast.units[code] for code in ("0103", "0104")]
    with pytest.raises(errors.NothingLastYear, match="没有2025年的实绩"):
        dealing.dealing(projects, units, by_unit=LAST_YEAR)
    for day, unit in (("2025-02-01", "0103"), ("2025-03-01", "0401"), ("2025-11-01", "0104")):
        sign(day, unit)
    found = dealing.dealing(projects, units, by_unit=LAST_YEAR, by_quarter=LAST_YEAR)
    assert found.unit_totals == {units[0].pk: 12, units[1].pk: 6}, "a branch counts in its bureau"
    assert found.quarter_totals == {20261: 12, 20262: 0, 20263: 0, 20264: 6}


def test_money_is_dealt_out_in_hundredths(cast: build.Cast, projects: Target) -> None:
    units = [cast.units[code] for code in ("0103", "0104", "0401")]
    made = actions.deal(build.target("境内到位资金"), units, by=cast.supervisor)
    assert sum(share.exact for share in made) == 32
    assert len({share.exact for share in made}) == 2


def test_again_needs_a_reason_and_the_old_shares_stay(cast: build.Cast, projects: Target) -> None:
    unit = cast.units["0103"]
    actions.deal(projects, [unit], by=cast.supervisor)
    with pytest.raises(errors.SharesStand, match="请写明理由"):
        actions.deal(projects, [unit], by=cast.supervisor)
    actions.deal(projects, [unit, cast.units["0104"]], by=cast.supervisor, reason="规建局也承担")
    assert Share.objects.filter(target=projects).count() == 4 + 8
    assert {share.edition for share in Share.objects.of(projects)} == {2}
    assert Share.objects.of(projects).count() == 8


def test_what_has_no_parts(cast: build.Cast, projects: Target) -> None:
    units = [cast.units["0103"]]
    for word, why in (("开工率", "是比率"), ("规上工业总产值", "是增速")):
        with pytest.raises(errors.NoParts, match=why):
            actions.deal(build.target(word), units, by=cast.supervisor)
    assert not Share.objects.exists()


def test_what_is_asked_must_hold_together(cast: build.Cast, projects: Target) -> None:
    unit = cast.units["0103"]
    for wrong in ([], [unit, unit]):
        with pytest.raises(errors.WhichUnits):
            dealing.dealing(projects, wrong)
    with pytest.raises(errors.StrangeWeight):
        dealing.dealing(projects, [unit], by_unit={cast.units["0104"].pk: Decimal(1)})
    with pytest.raises(errors.CannotDeal, match="权数"):
        dealing.dealing(projects, [unit], by_unit={unit.pk: Decimal(-1)})
    with pytest.raises(errors.CannotDeal, match="整数倍"):
        dealing.dealing(projects, [unit], step=Decimal(5))
    with pytest.raises(errors.TooFine):
        uneven = dict(zip(dealing.quarters_of(projects), map(Decimal, (1, 1, 1, 4)), strict=True))
        actions.deal(projects, [unit], by=cast.supervisor, by_quarter=uneven, step=Decimal("0.00001"))
    assert not Share.objects.exists() and dealing.dealing(projects, [unit], by_unit=EQUAL).total == 18


def test_who_may_not(cast: build.Cast, projects: Target) -> None:
    for who in (cast.clerk, cast.other, cast.auditor, cast.stranger):
        with pytest.raises(Refused):
            actions.deal(projects, [cast.units["0103"]], by=who)
    assert actions.deal(projects, [cast.units["0103"]], by=cast.leader)


def test_a_sum_that_misses_is_not_kept(
    cast: build.Cast, projects: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = dealing.dealing

    def short(*args: object, **more: object) -> dealing.Dealing:
        found = honest(*args, **more)  # type: ignore[arg-type]
        return dealing.Dealing(found.total, dict(list(found.cells.items())[1:]), found.made_from)

    monkeypatch.setattr(dealing, "dealing", short)
    with pytest.raises(errors.SharesMiss, match="不相等"):
        actions.deal(projects, [cast.units["0103"]], by=cast.supervisor)
    assert not Share.objects.exists()


def test_a_share_is_not_changed_by_itself(cast: build.Cast, projects: Target) -> None:
    share = actions.deal(projects, [cast.units["0103"]], by=cast.supervisor)[0]
    with pytest.raises(Invalid, match="重新分解"):
        writing.change(registry.ledger("plans.shares"), share, {"value": 1}, by=cast.supervisor)
    for field, value, said in (("value", -1, "不能为负"), ("quarter", 20265, "季度应写成")):
        copy = Share.objects.get(pk=share.pk)
        copy.pk, copy.edition = None, 9
        copy._state.adding = True
        setattr(copy, field, value)
        with pytest.raises(ValidationError, match=said):
            copy.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            copy.save(force_insert=True)
