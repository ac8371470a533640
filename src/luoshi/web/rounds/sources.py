"""A document whose numbers have codes, as the page of a code shows it: a report, a paper, the pre-read or minutes of a round."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import Row
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.papers import actions as paper_actions
from luoshi.oversight.papers.models import Paper
from luoshi.oversight.rounds import actions as round_actions
from luoshi.oversight.rounds import paper
from luoshi.oversight.rounds.models import ARCHIVED, HELD, MONTH, STOOD, AgendaItem, Round
from luoshi.plans.tasks.models import Task
from luoshi.reports import bulletin as papers_of
from luoshi.reports import light_papers, minutes, papers, preread, references
from luoshi.reports.document import Official
from luoshi.web import months
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.rounds import meetings
from luoshi.web.wall import papers as shown

Origin = Callable[[str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its page, whether its text is shown ``here``, under its code, and where its numbers come from.

    ``origin`` gives of a key the address of the rows (``url``) and of what changed in them since (``change``).
    """

    title: str
    day: datetime.date
    url: str
    official: Official
    origin: Origin
    stale: Callable[[], frozenset[str]] = frozenset
    here: bool = False

    def told(self) -> dict[str, object]:
        """The document as a page sets it."""
        return {"source": self} | shown.paper(self.official)


# Reports


def of_bulletin(request: Request, code: str) -> Source | None:
    """The report of a code; who may not read it is refused."""
    row = Bulletin.objects.filter(code=code).exclude(code="").first()
    if row is None:
        return None
    access.require(request.actor, Act.READ, registry.ledger(bulletins.LEDGER), row)
    return Source(
        title=row.title,
        day=row.issued_on,
        url=reverse("bulletin", args=[row.pk]),
        official=papers_of.composed(row.facts),
        origin=lambda key: _in_month(row, key),
        stale=lambda: stale(request, row),
    )


def stale(request: Request, row: Bulletin) -> frozenset[str]:
    """What a report would say otherwise now; nothing for who may not see targets, or where the month can no longer be told."""
    if not access.may(request.actor, Act.READ, registry.ledger(finding.TARGETS)):
        return frozenset()
    try:
        return shown.stale(request, row)
    except LedgerError:
        return frozenset()


def _in_month(row: Bulletin, key: str) -> dict[str, str]:
    """The page on which a number is found in the month of the report."""
    kind, _, name = key.partition(":")
    month = f"?{months.MONTH}={row.period}"
    if kind == "t":
        change = reverse("bulletin_change", args=[row.pk, name])
        return {"url": f"{reverse('target', args=[name])}{month}", "change": change}
    if kind == "u":
        return {"url": f"{reverse('targets')}{month}&unit={quote(name)}"}
    if kind == "c":
        return {"url": reverse("lists") + month}
    if kind in "id":
        found = Round.objects.filter(kind=MONTH, month=row.period, state__in=STOOD).first()
        return {"url": reverse("meeting", args=[found.pk]) if found else reverse("meetings")}
    return {"url": reverse("rounds" if kind in "bp" else "targets") + month}


# Papers


def of_paper(request: Request, code: str) -> Source | None:
    """The paper of a code; who may not read it is refused."""
    row = Paper.objects.coded(code)
    if row is None:
        return None
    access.require(request.actor, Act.READ, registry.ledger(paper_actions.LEDGER), row)
    url = reverse("paper", args=[row.pk])
    return Source(
        title=row.title,
        day=row.issued_on,
        url=url,
        official=papers.compose(papers.PaperFacts.of(row.facts)),
        origin=lambda key: {"url": _subject(key) or url},
    )


def _subject(key: str) -> str:
    """The card of the task or of what followed the light that a key names; its list where there is none any more."""
    kind, _, number = key.partition(":")
    if kind == papers.OF_TASK:
        return _card("plans-tasks", Task.objects.filter(number=number).first())
    if kind == light_papers.OF_LIGHT:
        return _card("oversight-followups", Followup.objects.filter(number=number).first())
    return ""


def _card(ledger: str, found: Row | None) -> str:
    return reverse("ledger_row", args=[ledger, found.pk]) if found else reverse("ledger", args=[ledger])


# Rounds


def of_round(request: Request, code: str) -> Source | None:
    """The pre-read or the minutes of a code; who may not read the round is refused."""
    mark, _, key = code.partition("-")
    states = {references.PREREAD: STOOD, references.MINUTES: (HELD, ARCHIVED)}.get(mark[:2], ())
    found = Round.objects.filter(pk=int(key), state__in=states).first() if states else None
    if found is None or paper.code(mark[:2], found) != code:
        return None
    access.require(request.actor, Act.READ, registry.ledger(round_actions.LEDGER), found)
    return round_source(found, mark[:2])


def round_source(found: Round, mark: str) -> Source:
    """One of the two documents of a round."""
    before = mark == references.PREREAD
    official = preread.compose(paper.gather(found)) if before else minutes.compose(paper.minutes(found))
    return Source(
        title=official.title,
        day=official.issued_on,
        url=reverse("meeting", args=[found.pk]),
        official=official,
        origin=lambda key: {"url": _in_round(found, key)},
        here=True,
    )


def _in_round(found: Round, key: str) -> str:
    """What an item is about, the task of a decision, the round for what is counted."""
    kind, _, name = key.partition(":")
    if kind == "i":
        item = AgendaItem.objects.of(found).filter(order=int(name)).first()
        if item is not None and (url := meetings.subject(item)):
            return f"{url}?{months.MONTH}={found.month}"
    if kind == "d":
        return _subject(f"{papers.OF_TASK}:{name}")
    return reverse("meeting", args=[found.pk])
