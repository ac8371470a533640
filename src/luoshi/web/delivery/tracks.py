"""Projects as tracks of the 作战图, and what can be asked of it in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Act, Actor, reach
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.projects.ledger import PROJECTS
from luoshi.projects.delivery.projects.models import KINDS, LEVELS, NATURES, STATES, Project
from luoshi.rules.errors import RulesError
from luoshi.rules.months import add_months, check_span, month_range
from luoshi.web import gantt, months
from luoshi.web.gantt import Diamond, Scale, Span, Track

CHOICES = {
    "kind": ("类别", KINDS),
    "nature": ("性质", NATURES),
    "level": ("级别", LEVELS),
    "state": ("阶段", STATES),
}
MOST_MONTHS = 36


@dataclass(frozen=True, slots=True)
class Asked:
    """Which projects, over which months, how wide."""

    first: int
    last: int
    scale: Scale
    chosen: Mapping[str, str]
    unit: int | None

    @property
    def query(self) -> dict[str, str]:
        """As the address says it."""
        found = {"from": f"{self.first}", "to": f"{self.last}", "scale": self.scale, **self.chosen}
        return found | ({"unit": str(self.unit)} if self.unit else {})


def asked(given: Mapping[str, str], month: int) -> Asked:
    """What an address asks for; what it says wrong, or not, is as usual: the year of the month."""
    first = months.parse(given.get("from", "")) or month // 100 * 100 + 1
    last = months.parse(given.get("to", "")) or add_months(first, 11)
    try:
        check_span(first, last)
    except RulesError:
        last = add_months(first, 11)
    last = min(last, add_months(first, MOST_MONTHS - 1))
    scale: Scale = next((each for each in gantt.SCALES if each == given.get("scale")), "month")
    known = {name: {stored for stored, _ in choices} for name, (_, choices) in CHOICES.items()}
    chosen = {name: given[name] for name in CHOICES if given.get(name) in known[name]}
    unit = given.get("unit", "")
    return Asked(first, last, scale, chosen, int(unit) if unit.isdecimal() and len(unit) < 10 else None)


def projects(actor: Actor, wanted: Asked) -> QuerySet[Project]:
    """The projects that the person may see, as asked, in the order of their numbers."""
    within = reach(actor, Act.READ, PROJECTS)
    found = Project.objects.filter(within) if within is not None else Project.objects.none()
    found = found.filter(**wanted.chosen)
    return found.filter(unit=wanted.unit) if wanted.unit else found


def with_nodes(found: QuerySet[Project]) -> QuerySet[Project]:
    """The same with what a track needs."""
    nodes = Node.objects.order_by("planned_on", "pk")
    return found.select_related("unit", "leader").prefetch_related(Prefetch("nodes", queryset=nodes))


def units(actor: Actor) -> list[Unit]:
    """The units that have projects which the person may see."""
    within = reach(actor, Act.READ, PROJECTS)
    if within is None:
        return []
    keys = Project.objects.filter(within).order_by().values_list("unit", flat=True)
    return list(Unit.objects.filter(pk__in=keys).order_by("order", "code"))


def shown(found: Iterable[Project], wanted: Asked, as_of: date) -> list[Track]:
    """The tracks, without those that have nothing in the months asked for."""
    first, last = gantt.days_of(wanted.first, wanted.last)
    tracks = (track(project, as_of) for project in found)
    return [
        each
        for each in tracks
        if any(s and s.touches(first, last) for s in (each.plan, each.actual, each.late))
    ]


def track(project: Project, as_of: date) -> Track:
    """One project as it stands on a day."""
    start, end = project.planned_start, project.promised_complete or project.planned_complete
    begun, done = _by(project.started_on, as_of), _by(project.completed_on, as_of)
    return Track(
        title=project.name,
        owner=" ".join(filter(None, (str(project.unit), project.leader.name if project.leader else ""))),
        url=reverse("project_schedule", args=[project.pk]),
        plan=Span(start, end) if start and end else None,
        actual=Span(begun, done or as_of) if begun else None,
        late=late(start, end, begun, done, as_of),
        diamonds=tuple(diamond(node, as_of) for node in project.nodes.all() if node.stage or not node.code),
        note=project.get_state_display(),
    )


def late(
    start: date | None, end: date | None, begun: date | None, done: date | None, as_of: date
) -> Span | None:
    """How long it has been overdue: to be completed, or to begin."""
    if end and (done or as_of) > end:
        return Span(end, done or as_of)
    if start and not begun and as_of > start:
        return Span(start, as_of)
    return None


def diamond(node: Node, as_of: date) -> Diamond:
    """A node on the day on which it was done, or is to be done."""
    done = _by(node.done_on, as_of)
    if done:
        return Diamond(done, f"{node.name} {done} 完成", "done")
    word = "逾期" if node.planned_on < as_of else "计划"
    return Diamond(
        node.planned_on, f"{node.name} {node.planned_on} {word}", "late" if word == "逾期" else "due"
    )


def _by(day: date | None, as_of: date) -> date | None:
    return day if day and day <= as_of else None


def last_day(month: int, today: date) -> date:
    """The day as of which a month's page speaks: its last, or today where it is not over."""
    return min(gantt.days_of(month, month)[1], today)


def choosable(wanted: Asked, month: int) -> tuple[int, ...]:
    """The months between which the chart may run: two years around the present one, and what is asked for."""
    year = month // 100
    usual = month_range((year - 2) * 100 + 1, (year + 2) * 100 + 12)
    return tuple(sorted({*usual, wanted.first, wanted.last}))
