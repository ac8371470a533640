"""What changed since a bulletin was issued: the numbers, the facts behind them, and what was done with the rows."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from luoshi.ledgers import registry, writing
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.models import Row
from luoshi.oversight.bulletins import actions, since
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target
from luoshi.reports.bulletin import render

Sign = Callable[..., Row]
NAME = "新引进亿元以上项目"


@pytest.fixture
def issued(sign: Sign, supervisor: Actor) -> tuple[Bulletin, Row]:
    first = sign(2, "2026-01-10")
    sign(2, "2026-05-10")
    return actions.issue(202606, render, on=datetime.date(2026, 7, 3), by=supervisor), first


def target() -> Target:
    return Target.objects.active().get(name__endswith=NAME)


def numbers(bulletin: Bulletin) -> list[tuple[str, str]]:
    return [
        (each.figure, f"{each.issued}→{each.now}") for each in since.changed(bulletin) if each.name == NAME
    ]


def labels(by: Actor, bulletin: Bulletin) -> list[str]:
    binding = target().binding
    assert binding is not None
    told = since.trail(by, bulletin, binding, since.turned(bulletin, target()))
    return [each.label for each in told.get("investment.signings", ())]


def test_nothing_has_changed_as_long_as_nobody_writes(issued: tuple[Bulletin, Row]) -> None:
    assert since.changed(issued[0]) == [] and since.turned(issued[0], target()) == []


def test_what_comes_later_for_its_month_is_a_change(
    issued: tuple[Bulletin, Row], sign: Sign, clerk: Actor
) -> None:
    bulletin, _ = issued
    late = sign(2, "2026-06-11")
    sign(2, "2026-07-11")
    wall(202606)
    assert numbers(bulletin) == [("累计", "2→3"), ("本月", "0→1")]
    (piece,) = since.pieces(since.turned(bulletin, target()), target())
    assert (str(piece.unit), piece.period, piece.before, piece.now) == ("招商局", 202606, None, 1)
    assert labels(clerk, bulletin) == [registry.ledger("investment.signings").label_of(late)]


def test_a_row_that_was_moved_or_removed_is_found_by_what_it_held(
    issued: tuple[Bulletin, Row], sign: Sign, clerk: Actor, supervisor: Actor
) -> None:
    bulletin, first = issued
    ledger = registry.ledger("investment.signings")
    writing.change(ledger, first, {"signed_on": datetime.date(2026, 8, 1)}, by=clerk)
    wall(202606)
    assert numbers(bulletin) == [("累计", "2→1")]
    assert labels(supervisor, bulletin) == [ledger.label_of(first)]
    gone = ledger.rows().get(signed_on=datetime.date(2026, 5, 10))
    said = ledger.label_of(gone)
    writing.remove(ledger, gone, by=supervisor, reason="重复登记")
    wall(202606)
    assert numbers(bulletin) == [("累计", "2→0")]
    assert said in labels(supervisor, bulletin), "who may see every row also sees what is no more"
    assert said not in labels(clerk, bulletin)


def test_who_may_not_see_the_rows_is_not_told_of_them(issued: tuple[Bulletin, Row], sign: Sign) -> None:
    sign(2, "2026-06-11")
    wall(202606)
    assert labels(STRANGER, issued[0]) == []


def test_of_a_bulletin_from_before_only_the_numbers_are_compared(
    issued: tuple[Bulletin, Row], sign: Sign
) -> None:
    bulletin, _ = issued
    Bulletin.objects.filter(pk=bulletin.pk).update(seq=None)
    bulletin.refresh_from_db()
    sign(2, "2026-06-11")
    wall(202606)
    assert numbers(bulletin) and since.turned(bulletin, target()) == []


def test_a_target_that_was_withdrawn_no_longer_has_its_number(issued: tuple[Bulletin, Row]) -> None:
    Target.objects.filter(pk=target().pk).update(state="withdrawn")
    found = [each for each in since.changed(issued[0]) if each.name == NAME]
    assert [(each.now, each.row) for each in found] == [(None, None), (None, None)]
