"""Reading every figure of an assessment for all who are assessed: nothing is typed that a ledger knows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from functools import cached_property

from luoshi.directory.people import answering
from luoshi.directory.units.models import Unit
from luoshi.ledgers import facts, figures, registry
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Binding, Row
from luoshi.oversight.assessment import happened, ruled
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.inputs import Counted, Input
from luoshi.oversight.assessment.ratings.models import SCALE, AssessedRating
from luoshi.oversight.assessment.reading import Reader, converted
from luoshi.oversight.assessment.sources import models as of
from luoshi.oversight.assessment.sources.models import Source
from luoshi.oversight.assessment.subjects.models import Subject
from luoshi.oversight.objections.rulings import Place
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import wall
from luoshi.rules.dates import last_day
from luoshi.rules.scoring.rules import ScoreRule

Gathered = dict[int, dict[str, Input]]
"""The inputs of each who is assessed (by the subject's key), by the code of the figure."""


def trees(subjects: Collection[Subject], on: datetime.date) -> dict[int, frozenset[int]]:
    """The units whose figures count for each subject: its own and all under it; those that a person answers for on a day."""
    under = Unit.objects.subtrees([each.unit_id for each in subjects if each.unit_id])
    answered = answering.units_of({each.person_id for each in subjects if each.person_id}, on)
    return {
        each.pk: under[each.unit_id] if each.unit_id else answered.get(each.person_id or 0, frozenset())
        for each in subjects
    }


class Gathering:
    """The figures of one assessment from its first month to ``end``, as they are or as of a row of the trail."""

    def __init__(self, assessment: Assessment, rule: ScoreRule, end: int, as_of: int | None = None) -> None:
        self.assessment, self.rule, self.start, self.end = assessment, rule, assessment.start, end
        self.as_of = as_of
        self.sources = list(Source.objects.of(assessment))
        self.subjects = list(assessment.subjects.select_related("unit", "person").order_by("pk"))
        self.units = trees(self.subjects, last_day(end))
        facts.refresh()
        self.reader = Reader(filter(None, map(binding_of, self.sources)), self.start, end, as_of)

    def all(self) -> Gathered:
        """Every figure of everybody."""
        return {
            subject.pk: {source.code: self.one(source, subject) for source in self.sources}
            for subject in self.subjects
        }

    def one(self, source: Source, subject: Subject) -> Input:
        """One figure of one."""
        if source.kind in of.BY_PEOPLE:
            return self._entered(source, subject)
        if not self._of(subject) and source.kind not in of.OF_TASKS:
            return Input(source.kind)
        return self._readers[source.kind](source, subject)

    def _entered(self, source: Source, subject: Subject) -> Input:
        if source.kind in of.RATED:
            return self._rated(source, subject)
        counted = happened.verified(subject.pk, source.pk, self.end)
        whole = sum((each.size for each in counted), Decimal(0)) if counted else None
        return Input(source.kind, whole, counted)

    def _rated(self, source: Source, subject: Subject) -> Input:
        """The marks, which count once they are frozen: a running score that moved with each would tell whose it is."""
        rows = AssessedRating.objects.filter(subject=subject, source=source).order_by("pk")
        marks = tuple((str(row.pk), Decimal(row.mark) / SCALE) for row in rows)
        counted = () if self.as_of is None else marks
        return Input(source.kind, Decimal(len(marks)), marks=counted)

    @cached_property
    def _readers(self) -> Mapping[str, Callable[[Source, Subject], Input]]:
        return {
            of.MEASURE: self._measured,
            of.TARGET: self._measured,
            of.ROWS: self._rows,
            of.PLAN: self._planned,
            of.COMPLETION: self._completion,
            of.LIGHTS: lambda s, who: self._listed(
                s, happened.red_lights(self.wall, self._of(who), self.start, self.ruled)
            ),
            of.FILINGS: lambda s, who: self._listed(
                s, happened.late_filings(self._of(who), self.start, self.end)
            ),
            of.TASKS: self._tasks,
            of.DONE: self._tasks,
            of.OVERDUE: self._tasks,
            of.PAPERS: lambda s, who: self._listed(s, happened.papers(self._of(who), self.start, self.end)),
            of.LETTERS: lambda s, who: self._listed(s, happened.letters(self._of(who), self.start, self.end)),
            of.FOLLOWUPS: self._followed,
            of.REPLIES: lambda s, who: self._listed(
                s, happened.unanswered(self._of(who), self.start, self.end)
            ),
        }

    @cached_property
    def wall(self) -> list[WallRow]:
        """The wall of the last month, which tells the lights of the months before too."""
        return wall(self.end)

    @cached_property
    def ruled(self) -> Mapping[Place, str]:
        """The red lights that by a ruling do not count."""
        return {p: was for p, was in self.left.items() if was == "red"}

    @cached_property
    def left(self) -> Mapping[Place, str]:
        """All lights that by a ruling do not count."""
        return ruled.lights(self.start, self.end)

    def _of(self, subject: Subject) -> frozenset[int]:
        return self.units[subject.pk]

    def _listed(self, source: Source, counted: tuple[Counted, ...]) -> Input:
        return Input(source.kind, Decimal(len(counted)), counted)

    def _followed(self, source: Source, subject: Subject) -> Input:
        counted = happened.followed(self._of(subject), self.start, self.end, self.left)
        return Input(source.kind, sum((each.size for each in counted), Decimal(0)), counted)

    def _measured(self, source: Source, subject: Subject) -> Input:
        binding, written = binding_of(source), source.target.unit if source.target else ""
        if binding is None:
            return Input(source.kind)
        value = self.reader.value(binding, self._of(subject), written, source.unit)
        return Input(source.kind, value, binding=binding.pk, written=written, seq=self.as_of)

    def _rows(self, source: Source, subject: Subject) -> Input:
        binding = source.binding
        assert binding is not None
        ledger, measure = registry.ledger(binding.ledger), facts.measure_of(binding)
        found = figures.rows(binding, self.start, self.end, self._of(subject))
        reader = figures.scale_of(ledger, measure), figures.unit_of(binding)
        counted = tuple(
            _row(ledger.name, ledger.label_of(row), row, measure.of, *reader, source.unit) for row in found
        )
        return self._listed(source, counted)

    def _planned(self, source: Source, subject: Subject) -> Input:
        assert source.target is not None
        units = self._of(subject)
        own = {subject.unit_id} if subject.unit_id else units
        row = next((each for each in self.wall if each.target.pk == source.target_id), None)
        value = happened.planned(source.target, own, units, row, self.start, self.end)
        return Input(source.kind, converted(value, source.target.unit, source.unit))

    def _completion(self, source: Source, subject: Subject) -> Input:
        counted = happened.completions(self.wall, self._of(subject))
        return Input(source.kind, happened.mean(counted), counted)

    def _tasks(self, source: Source, subject: Subject) -> Input:
        tasks = happened.due_tasks(self._of(subject), self.start, self.end, subject.person_id)
        if source.kind == of.DONE:
            tasks = [task for task in tasks if happened.in_time(task)]
        elif source.kind == of.OVERDUE:
            tasks = [task for task in tasks if not happened.in_time(task)]
        return self._listed(source, happened.counted_tasks(tasks))


def binding_of(source: Source) -> Binding | None:
    """What a source's figure is computed by; None where that is no binding."""
    if source.kind in of.BOUND:
        return source.binding
    return source.target.binding if source.kind == of.TARGET and source.target else None


def row_of(ledger: Ledger, row: Row) -> Counted:
    """A row behind a figure, as it is listed."""
    return Counted(f"{ledger.name}/{row.pk}", ledger.label_of(row), ledger.name, row.pk)


def _row(ledger: str, label: str, row: Row, column: str, scale: int, given: str, wanted: str) -> Counted:
    """A row as something that is counted, with the size that its measure adds up."""
    size = Decimal(1)
    if column and "__" not in column:
        stored = Decimal(getattr(row, column) or 0) / scale
        size = figures.Figure(stored, given, 1).in_unit(wanted) or Decimal(0)
    return Counted(f"{ledger}-{row.pk}", label, ledger, row.pk, size)
