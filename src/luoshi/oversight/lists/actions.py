"""Publishing the lists of a month, objecting to a row, and correcting what rulings have changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import transaction

from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit, chain, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins import since
from luoshi.oversight.bulletins.actions import Renderer
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.lists import errors, publishing, subjects
from luoshi.oversight.lists.models import ListLine, PublishedList
from luoshi.oversight.lists.publishing import Listed
from luoshi.oversight.objections.models import Objection
from luoshi.oversight.rules import in_force
from luoshi.oversight.wall.wall import wall
from luoshi.rules.dates import last_day
from luoshi.rules.months import show_month

LEDGER, LINES, OBJECTIONS = "oversight.lists", "oversight.list_lines", "oversight.objections"


class Corrected(NamedTuple):
    """The new edition of a list, and the bulletin that tells of it; None where the month has no bulletin."""

    published: PublishedList
    bulletin: Bulletin | None


def publish(month: int, *, by: Actor, on: datetime.date) -> PublishedList:
    """Publish the red and the black list of a month (yyyymm) for objections."""
    require(by, Act.CREATE, registry.ledger(LEDGER))
    if last_day(month) >= on:
        raise errors.MonthNotOver(show_month(month), on)
    with transaction.atomic():
        audit.begin()
        before = PublishedList.objects.latest_of(month)
        if before is not None:
            raise errors.AlreadyPublished(before, before.published_on)
        listed = publishing.lines(month, wall(month))
        if not listed:
            raise errors.NobodyToList(show_month(month))
        return _arrange(month, 1, listed, by=by, on=on)


def _arrange(
    month: int, edition: int, listed: Iterable[Listed], *, by: Actor, on: datetime.date, reason: str = ""
) -> PublishedList:
    rule = in_force.board_rule(last_day(month))
    values = {
        "period": month,
        "edition": edition,
        "published_on": on,
        "until": publishing.until(on),
        "publisher": by.name,
        "rule": f"{rule.name}（第 {rule.version} 版）",
        "seq": chain.head().seq,
        "reason": reason[:1000],
    }
    act = "更正榜单" if edition > 1 else "公示榜单"
    row = writing.arrange(registry.ledger(LEDGER), values, by=by, act=act, reason=reason[:400])
    assert isinstance(row, PublishedList)
    for each in listed:
        line = {"board": each.board, "rank": each.rank, "unit": each.unit, "reason": each.reason}
        writing.arrange(registry.ledger(LINES), {"published": row, **line}, by=by, act=act)
    return row


def object_to(
    found: PublishedList,
    about: str,
    ledger: str,
    row: int,
    *,
    unit: Unit,
    reason: str,
    by: Actor,
    on: datetime.date,
) -> Objection:
    """A unit objects to one row: a line of the list, the light of a target it leads, a row behind a figure."""
    require(by, Act.CREATE, registry.ledger(OBJECTIONS))
    if not found.stands:
        raise errors.Replaced(found)
    if not found.open_on(on):
        raise errors.NotHeard(found, found.until)
    if not reason.strip():
        raise errors.NoReason
    subject = subjects.of(found, about, ledger, row, unit, by)
    values = {
        "period": found.period,
        "about": about,
        "ledger": ledger,
        "row": row,
        "subject": subject.text[:200],
        "was": subject.was,
        "unit": unit,
        "raised_on": on,
        "reason": reason.strip()[:1000],
    }
    made = writing.create(registry.ledger(OBJECTIONS), values, by=by, on=on)
    assert isinstance(made, Objection)
    return made


def revise(
    now: PublishedList,
    render: Renderer,
    corrections: Sequence[Mapping[str, Any]],
    *,
    reason: str,
    by: Actor,
    on: datetime.date,
    address: str = "",
) -> Corrected | None:
    """Another edition of a list as rulings and corrected rows have left it, with a bulletin that says so; None where
    neither would be another.

    Part of a transaction that writes. ``corrections`` are what the bulletin names, ``reason`` what the trail keeps.
    """
    before = Bulletin.objects.latest_of(now.period)
    listed = publishing.lines(now.period, wall(now.period))
    was = {(each.board, each.rank, each.unit_id) for each in ListLine.objects.filter(published=now)}
    other = before and (since.changed(before) or since.relit(before))
    if was == {each.place for each in listed} and not other:
        return None
    made = _arrange(now.period, now.edition + 1, listed, by=by, on=on, reason=reason)
    bulletin = before and bulletins.correct(
        before, render, corrections, reason=reason, by=by, on=on, address=address
    )
    return Corrected(made, bulletin)
