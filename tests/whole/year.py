"""What the story of a year is held against: rows read and added up here, by nothing that rounds, lists or scores use."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from luoshi.directory.units.models import Unit
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.opinions.judging import lit
from luoshi.oversight.rounds.models import DISAGREEMENT, RED, YELLOWS, Decision
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.filings.models import Filing
from luoshi.plans.reported.models import SCALE, Reported
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.delivery.opinions.models import Opinion
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.investment.paid_in.models import PaidIn
from luoshi.rules import defaults
from luoshi.rules.dates import last_day

MONEY, OUTPUT = "2026-016", "2026-001"  # 境外到位资金, 规上工业总产值
FOREIGN = Decimal(6500)  # 万美元 of the year
CENTS, FEN = 10**6, 10**10  # of 万美元, of 亿元
STEPS = ("very_low", "low", "medium", "high", "very_high")
STANDS_FOR = {"red": 0, "yellow": 2, "green": 4}
Item = tuple[str, str, int]
"""The kind of an item of an agenda, and the ledger and the row that it refers to."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of the story: until when it is to be done, and when it was; None where nobody does it."""

    decision: Decision
    due_on: datetime.date
    done_on: datetime.date | None

    def standing(self, on: datetime.date) -> str:
        """How it stands on a day."""
        if self.done_on and self.done_on <= on:
            return "done"
        return "overdue" if self.due_on < on else "open"


def exceptions(month: int, rows: Iterable[WallRow]) -> set[Item]:
    """What has to come on the agenda of a month by itself: by the colours on the wall, by what three say of a project."""
    found: set[Item] = set()
    for row in rows:
        shone = "".join(each.colour[0] for each in row.light.history)
        if shone.endswith("r"):
            found.add((RED, "plans.targets", row.target.pk))
        elif shone.endswith("yy"):
            found.add((YELLOWS, "plans.targets", row.target.pk))
    return found | set(_projects(month))


def _projects(month: int) -> Iterable[Item]:
    last = last_day(month)
    begun = Project.objects.filter(started_on__lte=last)
    for project in begun.exclude(completed_on__lte=last):
        rows = ProjectMonth.objects.filter(project=project, period__gt=202600, period__lt=202700)
        found = lit(defaults.LIGHT_RULE, list(rows.order_by("period")), month, excused={})
        colour = "grey" if isinstance(found, str) else found.colour
        said = Opinion.objects.filter(project=project, period=month).first()
        words = [word for word in (said.owner, said.checker) if word] if said else []
        steps = [STEPS.index(word) for word in words]
        steps += [STANDS_FOR[colour]] if colour in STANDS_FOR else []
        if steps and max(steps) - min(steps) >= 2:
            yield DISAGREEMENT, "delivery.projects", project.pk
        elif colour == "red":
            yield RED, "delivery.projects", project.pk


def arrived(month: int) -> Decimal:
    """The foreign money of the year up to a month, in 万美元."""
    rows = PaidIn.objects.filter(period__gt=202600, period__lte=month)
    return Decimal(sum(row.foreign for row in rows)) / CENTS


def colour_of_money(month: int) -> str:
    """The light of the foreign money: how many points it is behind an even year."""
    behind = Decimal(month % 100) / 12 * 100 - arrived(month) / FOREIGN * 100
    return "green" if behind < 10 else "yellow" if behind <= 30 else "red"


def reported(number: str, month: int) -> Decimal:
    """What was reported of a target last, up to a month."""
    found = Reported.objects.filter(question__number=number, period__lte=month).order_by("-period")[0]
    return Decimal(found.value) / SCALE


def domestic(unit: Unit, month: int) -> Decimal:
    """The domestic money of a unit and of all under it, of the year up to a month, in 亿元."""
    rows = PaidIn.objects.filter(period__gt=202600, period__lte=month).select_related("signing__unit")
    return Decimal(sum(row.domestic for row in rows if _under(row.signing.unit, unit))) / FEN


def _under(found: Unit | None, unit: Unit) -> bool:
    return found is not None and (found == unit or _under(found.parent, unit))


def late(month: int) -> set[str]:
    """The units that have not handed in a month."""
    found = Filing.objects.filter(period=month, state__in=("open", "returned"))
    return {str(filing.unit) for filing in found}


def blackened(rows: Iterable[WallRow]) -> set[str]:
    """The units with a red light, or with a target that is yellow for three months in a row."""
    return {
        row.unit
        for row in rows
        if row.unit and "".join(each.colour[0] for each in row.light.history).endswith(("r", "yyy"))
    }


def document(bulletin: Bulletin | bytes) -> bytes:
    """The text of a Word file with all that it says, as it is stored."""
    file = bulletin if isinstance(bulletin, bytes) else bytes(bulletin.file)
    return zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml")
