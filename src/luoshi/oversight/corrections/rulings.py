"""Accepted objections of both ledgers from which nothing has followed yet, and what was put right because of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from luoshi.ledgers import audit, registry
from luoshi.ledgers.access import STRANGER
from luoshi.ledgers.models import AuditRow
from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.excuses.models import Excuse
from luoshi.oversight.objections.models import LIGHT, LISTS, Objection
from luoshi.rules import colours

Ruled = Objection | ScoreObjection
OBJECTIONS = {Objection: "oversight.objections", ScoreObjection: "oversight.score_objections"}


def waiting() -> list[Ruled]:
    """Those that were accepted and not followed up, those of lists first."""
    return [*Objection.objects.to_correct(), *ScoreObjection.objects.to_correct()]


def ready(ruled: Ruled) -> bool:
    """Whether what it asks for is there: a row of a ledger is put right by who keeps it, all else the ruling itself."""
    return not ruled.of_row or bool(_trail(ruled))


def ledgers(found: Iterable[Ruled]) -> frozenset[str]:
    """The ledgers of which rows were put right."""
    return frozenset(each.ledger for each in found if each.of_row)


def told(found: Iterable[Ruled], excuses: Iterable[Excuse] = ()) -> list[dict[str, Any]]:
    """What was corrected, as a bulletin keeps it: the row, from which value to which, by which ruling."""
    return [*(each for ruled in found for each in _told(ruled)), *map(_excused, excuses)]


def _excused(each: Excuse) -> dict[str, Any]:
    changed = f"原为{colours.WORDS[_colour(each.was)]}，因正当理由重新评灯"
    by = f"正当理由 {each.number} 由{each.decided_by}批准（{each.decided_on}）：{each.reason}"
    return {"what": each.subject, "changed": changed, "ruling": by}


def _told(ruled: Ruled) -> Iterator[dict[str, Any]]:
    what = ruled.subject if isinstance(ruled, Objection) else ruled.about
    by = f"异议 {ruled.number} 采纳（{ruled.ruled_on}）：{ruled.ruling}"
    for changed in _changed(ruled):
        yield {"what": what, "changed": changed, "ruling": by}


def _changed(ruled: Ruled) -> list[str]:
    if ruled.of_row:
        return [*dict.fromkeys(said for entry in _trail(ruled) for said in _values(ruled, entry))]
    if isinstance(ruled, ScoreObjection):
        return ["这一件原计入得分，现不计入"]
    if ruled.about == LIGHT:
        return [f"原为{colours.WORDS[_colour(ruled.was)]}，现不计入当月的榜单和得分"]
    return [f"原列{dict(LISTS)[ruled.was]}，现不列入"]


def _colour(was: str) -> colours.Colour:
    return next(each for each in colours.LIT if each == was)


def _values(ruled: Ruled, entry: AuditRow) -> Iterator[str]:
    """What a write changed, without what is secret in the ledger."""
    ledger = registry.ledger(ruled.ledger)
    if entry.act == "删除":
        yield "这一行已删除"
        return
    for title, (before, after) in audit.visible(STRANGER, ledger, entry.changes).items():
        yield f"{title}由“{before or '空'}”改为“{after or '空'}”"


def _trail(ruled: Ruled) -> list[AuditRow]:
    """What was done with the row since it was objected to, the earliest first."""
    raised = (
        AuditRow.objects.filter(ledger=OBJECTIONS[type(ruled)], row=str(ruled.pk)).order_by("seq").first()
    )
    assert raised is not None  # it was written
    found = AuditRow.objects.filter(ledger=ruled.ledger, row=str(ruled.row), seq__gt=raised.seq)
    return list(found.exclude(changes={}).order_by("seq"))
