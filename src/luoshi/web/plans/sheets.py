"""What each unit fills in for a month: the questions with last month's values beside, and how far its filing is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.lifecycle import Step
from luoshi.ledgers.models import AuditRow
from luoshi.plans.filings.models import LOCKED, OPEN, RETURNED, SIGNED, SUBMITTED, Filing
from luoshi.plans.questions.models import Question, QuestionQuerySet
from luoshi.plans.reported.models import Reported
from luoshi.plans.targets.models import Target
from luoshi.web import formats, parts
from luoshi.web.parts import Cell, Column, Row, Table
from luoshi.web.plans.finding import REPORTED
from luoshi.web.plans.reporting import entered, shown

FILINGS = "plans.filings"
TONES = {OPEN: "", RETURNED: "red", SUBMITTED: "yellow", SIGNED: "green", LOCKED: "green"}
Wrong = Mapping[str, tuple[str, str]]  # by number: what was typed, and the sentence


@dataclass(frozen=True, slots=True)
class Due:
    """A question in one month."""

    question: Question
    url: str
    before: str
    held: str
    entered: str
    evidence: str
    error: str = ""

    @property
    def target(self) -> Target | None:
        return self.question.target

    @property
    def quantity(self) -> str:
        """What is promised for the year, where the question is a target."""
        return self.question.target.quantity if self.question.target else "–"

    @property
    def missing(self) -> bool:
        return not self.held


@dataclass(frozen=True, slots=True)
class Way:
    """A step that the person may take now; ``url`` asks for a reason first, where there is one to be given."""

    step: Step
    url: str

    @property
    def asks(self) -> bool:
        return self.step.asks_reason


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that one unit fills in for a month."""

    unit: Unit | None
    month: int
    lines: tuple[Due, ...]
    filing: Filing | None
    ways: tuple[Way, ...]
    may: bool
    why: str = ""  # it was given back

    @property
    def code(self) -> str:
        return self.unit.code if self.unit else ""

    @property
    def title(self) -> str:
        return self.unit.name if self.unit else "未定牵头单位"

    @property
    def missing(self) -> int:
        return sum(line.missing for line in self.lines)

    @property
    def wrong(self) -> bool:
        """Whether something that was typed is refused."""
        return any(line.error for line in self.lines)

    @property
    def fillable(self) -> bool:
        """Whether the person fills it in now."""
        return self.may and not (self.filing and self.filing.handed_up)

    @property
    def state(self) -> str:
        return self.filing.get_state_display() if self.filing else "未开始"

    @property
    def tone(self) -> str:
        return TONES[self.filing.state] if self.filing else ""


def readable(actor: Actor, month: int) -> QuestionQuerySet:
    """What is asked for a month of the units whose filings the person may read."""
    reach = access.reach(actor, Act.READ, registry.ledger(FILINGS))
    found = Question.objects.asked_in(month)
    return found.none() if reach is None else found.filter(reach)


def fillable(actor: Actor, month: int) -> QuestionQuerySet:
    """What is asked for a month and the person may answer."""
    ledger = registry.ledger(REPORTED)
    if any(grant.everywhere and grant.role in actor.roles for grant in ledger.access.grants(Act.CREATE)):
        return Question.objects.asked_in(month)
    roles = {grant.role for grant in ledger.access.grants(Act.CREATE)}
    units = access.union(mandate.units for mandate in actor.mandates if mandate.role in roles)
    return Question.objects.asked_in(month).filter(unit__in=units)


def sheets(actor: Actor, month: int, code: str = "", wrong: Wrong | None = None) -> list[Sheet]:
    """The sheets of a month, of one unit where its code is given: in four queries, however many they are."""
    asked = readable(actor, month)
    questions = list(asked.filter(unit__code=code) if code else asked)
    values = _values(questions, month)
    units = {question.unit_id for question in questions if question.unit_id}
    filings = {filing.unit_id: filing for filing in Filing.objects.in_month(month).of_units(units)}
    why = _reasons(filing for filing in filings.values() if filing.state == RETURNED)
    found = []
    for _, group in groupby(questions, key=lambda question: question.unit_id or 0):
        mine = list(group)
        lines = (_due(q, month, values.get(q.pk, []), (wrong or {}).get(q.number)) for q in mine)
        filing = filings.get(mine[0].unit_id or 0)
        said = why.get(filing.pk, "") if filing else ""
        found.append(_sheet(actor, month, mine[0], tuple(lines), filing, said))
    return found


def _reasons(returned: Iterable[Filing]) -> dict[int, str]:
    """Why filings were given back the last time, from the trail."""
    keys = [str(filing.pk) for filing in returned]
    trail = AuditRow.objects.filter(ledger=FILINGS, row__in=keys).exclude(reason="") if keys else ()
    life = registry.ledger(FILINGS).lifecycle
    acts = {step.title for step in life.steps if step.back} if life else set()
    said = sorted((row.seq, int(row.row), row.reason) for row in trail if row.act in acts)
    return {key: reason for _, key, reason in said}


def _sheet(
    actor: Actor, month: int, first: Question, lines: tuple[Due, ...], filing: Filing | None, why: str
) -> Sheet:
    may = access.may(actor, Act.CREATE, registry.ledger(REPORTED), Reported(question=first, period=month))
    ordered = tuple(sorted(lines, key=lambda line: (line.question.template, not line.missing)))
    return Sheet(first.unit, month, ordered, filing, ways(actor, filing), bool(may), why)


def ways(actor: Actor, filing: Filing | None) -> tuple[Way, ...]:
    """The steps of a filing that the person may take now."""
    ledger = registry.ledger(FILINGS)
    if filing is None or ledger.lifecycle is None:
        return ()
    steps = ledger.lifecycle.steps_from(filing.state)
    may = (step for step in steps if access.may(actor, Act.STEP, ledger, filing, step=step.name))
    return tuple(Way(step, _address(filing, step)) for step in may)


def _address(filing: Filing, step: Step) -> str:
    if step.asks_reason:
        return reverse("ledger_step", args=["plans-filings", filing.pk, step.name])
    return reverse("reporting_step", args=[filing.pk, step.name])


def _values(questions: Iterable[Question], month: int) -> dict[int, list[Reported]]:
    """The answers to many questions since the year before, by question, in one query."""
    found: dict[int, list[Reported]] = {}
    rows = Reported.objects.filter(question__in=list(questions), period__lte=month, period__gt=month - 100)
    for row in rows.order_by("period", "pk"):
        found.setdefault(row.question_id, []).append(row)
    return found


def _due(question: Question, month: int, values: list[Reported], wrong: tuple[str, str] | None) -> Due:
    held = next((v for v in values if v.period == month), None)
    before = next((v for v in reversed(values) if v.period < month), None)
    typed, sentence = wrong or (entered(held.value) if held else "", "")
    target = question.target
    return Due(
        question=question,
        url=reverse("target_report", args=[target.number]) if target else _row_url(held, question),
        before=f"{shown(before.value)}（{formats.month(before.period)}）" if before else "–",
        held=shown(held.value) if held else "",
        entered=typed,
        evidence=held.evidence if held else "",
        error=sentence,
    )


def _row_url(held: Reported | None, question: Question) -> str:
    if held is not None:
        return reverse("ledger_row", args=["plans-reported", held.pk])
    return reverse("ledger_row", args=["plans-questions", question.pk])


def overview(found: Iterable[Sheet], month: int) -> Table:
    """A unit a line: how much it has filled in, and how far its filing is."""
    return Table(
        name="filings",
        columns=(
            Column("单位", width="medium", data=True), Column("应填", "项", "number"), Column("已填", "项", "number"), Column("状态"),
            Column("截止日期", kind="day"), Column("签发日期", kind="day"), Column("按时", kind="light"),
            Column("退回", "次", "number"),
        ),
        rows=tuple(_row(sheet, month) for sheet in found),
        empty="这个月没有单位需要填报。",
        short=True,
    )  # fmt: skip


def _row(sheet: Sheet, month: int) -> Row:
    filing, filled = sheet.filing, len(sheet.lines) - sheet.missing
    url = f"{reverse('reporting')}?month={month}&unit={sheet.code}" if sheet.unit else ""
    return Row(
        key=sheet.code,
        cells=(
            Cell(sheet.title, url, page=True),
            Cell(str(len(sheet.lines))),
            Cell(str(filled)),
            Cell(sheet.state),
            Cell(formats.day(filing.due_on) if filing and filing.due_on else "–"),
            Cell(formats.day(filing.signed_on) if filing and filing.signed_on else "–"),
            Cell(light=_light(filing)),
            Cell(str(filing.returned) if filing else "0"),
        ),
    )


def _light(filing: Filing | None) -> parts.Light:
    if filing is None or filing.in_time is None:
        return parts.lamp("grey", "未签发")
    return parts.lamp("green", "按时") if filing.in_time else parts.lamp("red", "逾期")
