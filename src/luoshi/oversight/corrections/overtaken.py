"""What was published before an excuse was approved and would now say otherwise: the list, the bulletin, the scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.oversight.assessment import excused as scored
from luoshi.oversight.assessment.assessments.models import OPEN_TO_CORRECTION, Assessment
from luoshi.oversight.bulletins import since
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.excuses import standing
from luoshi.oversight.excuses.models import Excuse, ExcuseQuerySet
from luoshi.oversight.lists import publishing
from luoshi.oversight.lists.models import PublishedList
from luoshi.plans.targets.models import Target


@dataclass(frozen=True, slots=True)
class Overtaken:
    """An excuse that came after its light was published, and all that told of the light."""

    excuse: Excuse
    published: PublishedList | None
    bulletin: Bulletin | None
    scores: tuple[Assessment, ...]

    @property
    def words(self) -> str:
        """All of it, named."""
        told = [str(self.published)] if self.published else []
        told += [f"《{self.bulletin.title}》"] if self.bulletin else []
        return "、".join([*told, *(f"{each}第 {each.edition} 版得分" for each in self.scores)])


def waiting() -> list[Overtaken]:
    """The excuses approved since something was published that tells of their light, from which nothing has followed.

    What is settled, lists and scores, is not opened again; a bulletin never is.
    """
    asked = list(Excuse.objects.to_correct())
    if not asked:
        return []
    lists, papers = _lists(asked), _bulletins(asked)
    scores = {
        each: {excuse.pk for excuse in scored.waiting(each)}
        for each in Assessment.objects.filter(state__in=OPEN_TO_CORRECTION).order_by("pk")
    }
    found = (
        Overtaken(
            excuse,
            lists.get(excuse.pk),
            papers.get(excuse.pk),
            tuple(each for each, keys in scores.items() if excuse.pk in keys),
        )
        for excuse in asked
    )
    return [each for each in found if each.published or each.bulletin or each.scores]


def _lists(asked: Sequence[Excuse]) -> dict[int, PublishedList]:
    """The list still open that blames the unit, by the excuse's key."""
    open_yet = PublishedList.objects.filter(period__in={each.period for each in asked}).still_open()
    return {each.pk: found for found in open_yet for each in publishing.excused(found)}


def _bulletins(asked: Sequence[Excuse]) -> dict[int, Bulletin]:
    """The bulletin of the month that tells of the light as it was, by the excuse's key."""
    found: dict[int, Bulletin] = {}
    for month in sorted({each.period for each in asked}):
        paper = Bulletin.objects.defer("file", "facts").latest_of(month)
        if paper is not None and paper.seq is not None:
            late = Excuse.objects.to_correct().filter(period=month, decided_on__gte=paper.issued_on)
            found |= dict.fromkeys(_otherwise(paper, late), paper)
    return found


def _otherwise(paper: Bulletin, late: ExcuseQuerySet) -> list[int]:
    """The excuses whose light is another than the bulletin says."""
    since_then = standing.approved_since(late, paper.seq or 0) if late else []
    if not since_then:
        return []
    numbers = Target.objects.in_bulk({each.row for each in since_then})
    other = {each.number for each in since.relit(paper)}
    return [each.pk for each in since_then if each.row in numbers and numbers[each.row].number in other]
