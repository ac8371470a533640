"""Correcting what is published after objections were accepted: lists, bulletins and scores from one act."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.oversight.assessment import settling
from luoshi.oversight.assessment.assessments.models import OPEN_TO_CORRECTION, Assessment
from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins import since
from luoshi.oversight.bulletins.actions import Renderer
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.corrections import errors, overtaken, rulings
from luoshi.oversight.corrections.rulings import OBJECTIONS, Ruled
from luoshi.oversight.excuses import standing
from luoshi.oversight.excuses.models import Excuse
from luoshi.oversight.following import settling as lights
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.lists import actions as lists
from luoshi.oversight.lists.actions import Corrected
from luoshi.oversight.lists.models import PublishedList
from luoshi.oversight.objections.models import Objection


@dataclass(frozen=True, slots=True)
class Followed:
    """New editions of lists with the bulletins that correct them, bulletins of months without a list that is open,
    assessments with new editions of their scores, and what followed lights and is lifted or made now."""

    lists: tuple[Corrected, ...]
    bulletins: tuple[Bulletin, ...]
    scores: tuple[Assessment, ...]
    followups: tuple[Followup, ...] = ()

    @property
    def words(self) -> str:
        """All of it, named."""
        told = [str(each.published) for each in self.lists]
        told += [f"《{each.bulletin.title}》" for each in self.lists if each.bulletin]
        told += [f"《{each.title}》" for each in self.bulletins]
        told += [f"{each}第 {each.edition} 版得分" for each in self.scores]
        return "、".join([*told, *(f"升级处理 {each.number}" for each in self.followups)])


def correct(render: Renderer, *, by: Actor, on: datetime.date, address: str = "") -> Followed:
    """All that accepted objections, and excuses approved since, change, corrected at once, wherever what they are about counts.

    A light that does not count is left out of the list of its month and of every published score; a row that was put
    right in its ledger changes the list of the month, the lists still published, and the figures of published scores;
    each list comes with a bulletin that names what was corrected. What followed a light that is another now, or that
    does not count, is lifted. ``render`` turns its facts into a file, ``address`` is
    where the pages are that it refers to.

    Refused where nothing was accepted or excused, no row is put right yet, or nothing would change.
    """
    require(by, Act.CREATE, registry.ledger(lists.LEDGER))
    with transaction.atomic():
        audit.begin()
        found, excused = rulings.waiting(), [each.excuse for each in overtaken.waiting()]
        if not found and not excused:
            raise errors.NothingToCorrect
        ready = [each for each in found if rulings.ready(each)]
        if not ready and not excused:
            raise errors.NotPutRight(each.number for each in found)
        followed = _follow(ready, excused, render, by=by, on=on, address=address)
        if not followed.words:
            raise errors.NothingChanged(each.number for each in (*ready, *excused))
        told = {"corrected": followed.words[:400]}
        for each in ready:
            writing.write(registry.ledger(OBJECTIONS[type(each)]), each, told, by=by, act="更正", reason="")
        for excuse in excused:
            writing.write(registry.ledger(standing.NAME), excuse, told, by=by, act="更正", reason="")
    return followed


def leave(number: str, *, reason: str, by: Actor) -> Excuse:
    """Leave what was published before an excuse was approved as it is; the reason is kept on the excuse."""
    require(by, Act.CREATE, registry.ledger(lists.LEDGER))
    if not reason.strip():
        raise errors.NoReason
    with transaction.atomic():
        audit.begin()
        found = next((each.excuse for each in overtaken.waiting() if each.excuse.number == number), None)
        if found is None:
            raise errors.NothingOvertaken(number)
        told = {"corrected": f"不更正：{reason.strip()}"[:400]}
        writing.write(
            registry.ledger(standing.NAME), found, told, by=by, act="不更正", reason=reason.strip()[:400]
        )
    return found


def _follow(
    ready: Sequence[Ruled],
    excused: Sequence[Excuse],
    render: Renderer,
    *,
    by: Actor,
    on: datetime.date,
    address: str,
) -> Followed:
    told = [f"异议 {each.number} 已采纳：{each.ruling}" for each in ready]
    told += [f"正当理由 {each.number} 已由{each.decided_by}批准：{each.reason}" for each in excused]
    reason, corrections = "；".join(told), rulings.told(ready, excused)
    concerned = _concerned(ready, excused)
    revised = [
        lists.revise(now, render, corrections, reason=reason, by=by, on=on, address=address)
        for now in concerned
    ]
    alone = {each.period for each in excused} - {each.period for each in concerned}
    papers = [
        bulletins.correct(paper, render, corrections, reason=reason, by=by, on=on, address=address)
        for month in sorted(alone)
        if (paper := Bulletin.objects.latest_of(month)) and since.relit(paper)
    ]
    scores = [
        settling.revise(each, _counted(ready, each), rulings.ledgers(ready), excused, reason=reason, by=by)
        for each in Assessment.objects.filter(state__in=OPEN_TO_CORRECTION).order_by("pk")
    ]
    followed = Followed(tuple(filter(None, revised)), tuple(papers), tuple(filter(None, scores)))
    return replace(followed, followups=tuple(_settled(ready, by=by, on=on))) if followed.words else followed


def _settled(ready: Sequence[Ruled], *, by: Actor, on: datetime.date) -> list[Followup]:
    """What followed lights, held against the lights as rulings and corrected rows have left them."""
    if not ready:
        return []  # what excuses change is settled when they are decided
    numbers = "、".join(each.number for each in ready)
    return lights.settle(Followup.objects.filter(lifted=""), f"异议 {numbers} 已采纳", numbers, by=by, on=on)


def _concerned(ready: Sequence[Ruled], excused: Sequence[Excuse]) -> list[PublishedList]:
    """The lists that may be others now: of the months objected to, those still published of the months excused, and all
    still published where a row was put right."""
    open_yet = {each.period for each in PublishedList.objects.still_open()}
    months = open_yet & {each.period for each in excused}
    months |= {each.period for each in ready if isinstance(each, Objection)}
    months |= {each.month for each in ready if isinstance(each, ScoreObjection) and each.of_light}
    if any(each.of_row for each in ready):
        months |= open_yet
    return [now for month in sorted(months) if (now := PublishedList.objects.latest_of(month))]


def _counted(ready: Sequence[Ruled], assessment: Assessment) -> list[ScoreObjection]:
    """Those of an assessment about something that was counted one by one."""
    own = (each for each in ready if isinstance(each, ScoreObjection) and not each.of_row)
    return [each for each in own if each.subject.assessment_id == assessment.pk]
