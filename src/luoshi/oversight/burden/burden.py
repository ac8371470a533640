"""The burden of a month: the fields asked of each unit, the duplicates among them, the targets that need no form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from luoshi.directory.units.models import Unit
from luoshi.plans.clauses import fields
from luoshi.plans.questions import holding
from luoshi.plans.questions.models import Question
from luoshi.plans.targets import wording
from luoshi.plans.targets.models import MEASURED, NO_SOURCE, REPORTED, Target
from luoshi.plans.targets.proposals import Ranking
from luoshi.rules.months import month_of, month_range

TWICE, TEMPLATES, HELD = "twice", "templates", "held"
WORDS = {TWICE: "同一张报表要了两次", TEMPLATES: "两张报表都要", HELD: "台账已有"}


@dataclass(frozen=True, slots=True)
class Duplicate:
    """What a unit is asked for although somebody has it: the questions, and in a sentence where it is."""

    kind: str
    questions: tuple[Question, ...]
    sentence: str

    @property
    def title(self) -> str:
        return WORDS[self.kind]

    @property
    def reason(self) -> str:
        """Why it is asked all the same, as somebody wrote down."""
        return "；".join(dict.fromkeys(q.reason for q in self.questions if q.reason))


@dataclass(frozen=True, slots=True)
class Load:
    """What one unit is asked for in a month, None for what nobody leads yet."""

    unit: Unit | None
    questions: tuple[Question, ...]
    duplicates: tuple[Duplicate, ...]

    @property
    def targets(self) -> int:
        """How many of the fields are targets of a plan."""
        return sum(question.target_id is not None for question in self.questions)

    @property
    def templates(self) -> int:
        """On how many forms they stand."""
        return len({question.template for question in self.questions})


@dataclass(frozen=True)
class Burden:
    """A month's burden: a load a unit, the heaviest first, and the targets by where their figures come from."""

    month: int
    loads: tuple[Load, ...]
    targets: Mapping[str, tuple[Target, ...]]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for load in self.loads for question in load.questions)

    @cached_property
    def duplicates(self) -> tuple[Duplicate, ...]:
        return tuple(found for load in self.loads for found in load.duplicates)

    @property
    def measured_share(self) -> Decimal | None:
        """The share of targets that a ledger measures without any form, in per cent; None where there are none."""
        return share(len(self.targets[MEASURED]), sum(map(len, self.targets.values())))


@dataclass(frozen=True, slots=True)
class Point:
    """A month of the year in figures: fields asked, units asked, the share of targets that needed no form."""

    month: int
    fields: int
    units: int
    measured_share: Decimal | None


def burden(month: int) -> Burden:
    """The burden of a month (yyyymm), as things are asked now: one query for the questions, one for the targets."""
    by_unit: dict[Unit | None, list[Question]] = defaultdict(list)
    for question in Question.objects.asked_in(month):
        by_unit[question.unit].append(question)
    ranking = Ranking()
    loads = [Load(unit, tuple(asked), tuple(duplicates(asked, ranking))) for unit, asked in by_unit.items()]
    loads.sort(key=lambda load: (-len(load.questions), load.unit.code if load.unit else ""))
    by_source: dict[str, list[Target]] = {MEASURED: [], REPORTED: [], NO_SOURCE: []}
    for target in Target.objects.in_month(month):
        by_source[target.source].append(target)
    return Burden(month, tuple(loads), {source: tuple(found) for source, found in by_source.items()})


def course(found: Burden) -> list[Point]:
    """The months of the year: one query more.

    What was reported in a month is known from its questions; what nobody has settled yet counts as needing a form.
    """
    year = found.month // 100
    months = month_range(month_of(year, 1), month_of(year, 12))
    named = ("unit", "target", "since", "until")
    asked = list(Question.objects.filter(since__lte=months[-1]).order_by().values_list(*named))
    settled = {target.pk for source in (MEASURED, REPORTED) for target in found.targets[source]}
    every = len(settled) + len(found.targets[NO_SOURCE])
    points = []
    for month in months:
        now = [each for each in asked if each[2] <= month <= (each[3] or month)]
        units = {unit for unit, *_ in now if unit is not None}
        free = settled - {target for _, target, *_ in now}
        points.append(Point(month, len(now), len(units), share(len(free), every)))
    return points


def duplicates(asked: Iterable[Question], ranking: Ranking) -> list[Duplicate]:
    """What a unit is asked for twice, on one form or on two, and what a ledger holds."""
    alike: dict[tuple[str, str, bool], list[Question]] = defaultdict(list)
    found: list[Duplicate] = []
    for question in asked:
        alike[_sense(question)].append(question)
        if held := _held(question, ranking):
            found.append(Duplicate(HELD, (question,), held))
    for same in alike.values():
        if len(same) > 1:
            found.append(_repeated(same))
    return found


def _sense(question: Question) -> tuple[str, str, bool]:
    """What makes two questions the same: their bare words, their base unit, and whether they ask for a growth."""
    grows = question.target is not None and question.target.basis != "level"
    name = question.target.name if question.target else question.name
    return wording.bare(name), _base_unit(question), grows


def _repeated(same: Collection[Question]) -> Duplicate:
    templates = list(dict.fromkeys(question.template for question in same))
    numbers = "、".join(question.number for question in same)
    if len(templates) == 1:
        return Duplicate(TWICE, tuple(same), f"{numbers} 在“{templates[0]}”里问的是同一个数。")
    return Duplicate(
        TEMPLATES, tuple(same), f"{numbers} 问的是同一个数，分在{'、'.join(map(_quoted, templates))}。"
    )


def _quoted(text: str) -> str:
    return f"“{text}”"


def _held(question: Question, ranking: Ranking) -> str:
    """Where a ledger has it: of a target as it was when somebody decided to have it reported all the same."""
    if question.target_id:
        return f"{question.name}：台账已能算出，仍按月填报。" if question.reason else ""
    held = holding.of_words(question.name, _base_unit(question), ranking)
    return f"{held.sentence}。" if held else ""


def _base_unit(question: Question) -> str:
    return fields.amount_of(Decimal(1), question.measured_in)[1]


def share(part: int, whole: int) -> Decimal | None:
    """A part in per cent of a whole."""
    return Decimal(part) * 100 / whole if whole else None
