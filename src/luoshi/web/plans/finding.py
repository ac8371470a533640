"""Finding what a page of plans is about, as the person who asks may see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import standing_targets, standing_wall, wall
from luoshi.plans import errors
from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.targets.models import Target
from luoshi.web import months
from luoshi.web.request import Request

DOCUMENTS, CLAUSES, TARGETS, TASKS, REPORTED = (
    "plans.documents",
    "plans.clauses",
    "plans.targets",
    "plans.tasks",
    "plans.reported",
)


@dataclass(frozen=True, slots=True)
class Rights:
    """What a person may do on the pages of a plan."""

    upload: bool
    decide: bool
    bind: bool

    @classmethod
    def of(cls, actor: Actor, document: Document | None = None) -> Rights:
        """Of an older edition everything may be read and nothing decided."""
        latest = document is None or document.is_latest
        return cls(
            upload=latest and bool(access.may(actor, Act.CREATE, registry.ledger(DOCUMENTS))),
            decide=latest and bool(access.may(actor, Act.CHANGE, registry.ledger(CLAUSES))),
            bind=bool(access.may(actor, Act.CHANGE, registry.ledger(TARGETS))),
        )


def readable(actor: Actor, name: str) -> Ledger:
    """A ledger that the person may read, or a refusal."""
    ledger = registry.ledger(name)
    access.require(actor, Act.READ, ledger)
    return ledger


def document(request: Request, key: int) -> Document:
    """The document of an address."""
    ledger = readable(request.actor, DOCUMENTS)
    found = Document.objects.filter(pk=key).first()
    if found is None:
        raise Http404("没有这份计划，请从“计划”里重新进入。")
    access.require(request.actor, Act.READ, ledger, found)
    return found


def clause(request: Request, document: Document, key: int) -> Clause:
    """One clause of a document."""
    found = Clause.objects.of(document).filter(pk=key).first()
    if found is None:
        raise Http404("这份计划里没有这个条目，请返回核对页重新选择。")
    return found


def clauses(document: Document) -> list[Clause]:
    """All clauses of a document with their units, their targets and tasks, and what they were in the edition before."""
    return list(Clause.objects.of(document).select_related("before"))


def token(clause: Clause) -> str:
    """A clause in the version in which a page shows it, as a form's value."""
    return f"{clause.pk}-{clause.version}"


def chosen(among: QuerySet[Clause], tokens: Iterable[str]) -> list[Clause]:
    """The clauses of those that a form names, each in the version that its page showed."""
    seen = dict(pair for said in tokens if (pair := _parsed(said)))
    if not seen:
        raise errors.NothingChosen
    found = list(among.filter(pk__in=seen).order_by("document", "order"))
    if len(found) < len(seen):
        raise Http404("所选条目不在这一页的范围里，请刷新页面后重新勾选。")
    for each in found:
        each.version = seen[each.pk]
    return found


def targets(request: Request, month: int | None = None) -> QuerySet[Target]:
    """The targets of a month's year that the person may read, by default of the month chosen; or a refusal."""
    ledger = readable(request.actor, TARGETS)
    reach = access.reach(request.actor, Act.READ, ledger)
    found = Target.objects.in_month(month or request.month)
    return found.none() if reach is None else found.filter(reach)


def month_wall(request: Request, month: int | None = None) -> tuple[WallRow, ...]:
    """The wall of a month with the targets that the person may read, by default of the month chosen; or a refusal."""
    month = month or request.month
    return standing_wall(request.head, month, _seen(request), targets(request, month))


def month_targets(request: Request) -> tuple[Target, ...]:
    """The targets of that wall, without what was reached."""
    return standing_targets(request.head, request.month, _seen(request), targets(request))


def _seen(request: Request) -> tuple[object, ...]:
    """Whose targets they are."""
    return request.actor.person, request.actor.mandates


def target(request: Request, number: str) -> Target:
    """The standing target of an address."""
    ledger = readable(request.actor, TARGETS)
    found = Target.objects.active().filter(number=number).first()
    if found is None:
        raise Http404(f"没有编号为“{number}”的目标，可能已被撤销。")
    access.require(request.actor, Act.READ, ledger, found)
    return found


def month_of(request: Request, target: Target) -> int:
    """The month chosen, brought into the target's year."""
    return min(max(request.month, target.year * 100 + 1), target.year * 100 + 12)


def month_sent(request: Request, target: Target) -> int:
    """The month for which a form about the target was filled in; raises NoMonth also for one of another year."""
    month = months.sent(request.POST)
    if month // 100 != target.year:
        raise months.NoMonth
    return month


def wall_row(request: Request, target: Target) -> WallRow:
    """The target in its month, for the head that all its pages share."""
    return wall(month_of(request, target), [target])[0]


def _parsed(said: str) -> tuple[int, int] | None:
    key, _, version = said.partition("-")
    return (int(key), int(version)) if key.isdecimal() and version.isdecimal() else None
