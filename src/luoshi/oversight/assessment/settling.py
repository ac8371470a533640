"""Freezing what an assessment comes to, correcting it after objections, and holding what is kept against the trail."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db import transaction

from luoshi.ledgers import audit, chain, facts, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.models import Binding, Row
from luoshi.oversight.assessment import errors, gathering, scoring
from luoshi.oversight.assessment.assessments.models import FROZEN, PUBLISHED, Assessment
from luoshi.oversight.assessment.gathering import Gathered, Gathering
from luoshi.oversight.assessment.inputs import Input
from luoshi.oversight.assessment.objections.models import ACCEPTED, WAITING, ScoreObjection
from luoshi.oversight.assessment.reading import Reader
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.scoring import Book
from luoshi.oversight.assessment.sources.models import HAND, Source
from luoshi.rules.dates import last_day

LEDGER, SCORES, OBJECTIONS = (
    "oversight.assessments",
    "oversight.assessment_scores",
    "oversight.score_objections",
)


# ---- what holds a step ----------------------------------------------------------------------------


def over(row: Row, on: datetime.date) -> str:
    """The months that are assessed have passed, and somebody is assessed."""
    assert isinstance(row, Assessment)
    last = last_day(row.end)
    if on <= last:
        return f"考核期{row.window}到 {last} 结束，结束以后才能冻结。"
    return "" if row.subjects.exists() else "还没有考核对象，请先选单位或干部。"


def heard_out(row: Row, on: datetime.date) -> str:
    """The period for objections has passed, each is ruled on, and what was accepted is corrected."""
    assert isinstance(row, Assessment)
    if row.until is None or on <= row.until:
        return f"公示期到 {row.until} 结束，结束以后才能定稿。"
    found = ScoreObjection.objects.filter(subject__assessment=row)
    if waiting := found.filter(state=WAITING).count():
        return f"还有 {waiting} 条异议没有裁定，请先办理异议。"
    if uncorrected := found.filter(state=ACCEPTED, edition=None).count():
        return f"还有 {uncorrected} 条已采纳的异议没有更正得分，请先重新计算。"
    return ""


# ---- freezing -------------------------------------------------------------------------------------


def follow(keys: Sequence[int], by: Actor) -> None:
    """What was just frozen is scored by the figures as the trail has them, and kept."""
    for assessment in Assessment.objects.filter(pk__in=keys, state=FROZEN, edition=1):
        if not assessment.scores.exists():
            found = scoring.running(assessment, assessment.end, assessment.seq)
            _keep(assessment, found, 1, by=by, act="冻结得分")


def _keep(
    assessment: Assessment, found: Iterable[Book], edition: int, *, by: Actor, act: str, corrects: str = ""
) -> None:
    found = list(found)
    units = gathering.trees([book.subject for book in found])
    for book in found:
        named = {
            "assessment": assessment,
            "subject": book.subject,
            "edition": edition,
            "units": sorted(units[book.subject.pk]),
            "corrects": corrects[:1000],
        }
        row = named | scoring.values(book)
        writing.arrange(registry.ledger(SCORES), row, by=by, act=act, reason=corrects[:400])


# ---- correcting -----------------------------------------------------------------------------------


def correct(assessment: Assessment, *, by: Actor) -> int:
    """Another edition of the scores, as accepted objections have left the figures; its number.

    An event, a light, a task that was objected to counts no more. A figure of a ledger is read again for everybody, as
    the trail has it now, after its row was put right there. Refused where nothing was accepted, or nothing changes.
    """
    ledger = registry.ledger(LEDGER)
    require(by, Act.STEP, ledger, assessment, step="publish")
    with transaction.atomic():
        audit.begin()
        now = Assessment.objects.get(pk=assessment.pk)
        accepted = list(
            ScoreObjection.objects.filter(subject__assessment=now, state=ACCEPTED, edition=None)
            .select_related("source")
            .order_by("number")
        )
        if now.state != PUBLISHED or not accepted:
            raise errors.NothingToCorrect(now)
        before = scoring.books(now)
        after = _corrected(now, before, accepted)
        if _told(before) == _told(after):
            raise errors.NothingChanged("、".join(each.number for each in accepted))
        why = "；".join(f"异议 {each.number} 已采纳：{each.ruling}" for each in accepted)
        edition = now.edition + 1
        writing.write(ledger, now, {"edition": edition}, by=by, act="更正得分", reason=why[:400])
        _keep(now, after, edition, by=by, act="更正得分", corrects=why)
        for each in accepted:
            said = {"edition": edition}
            writing.write(registry.ledger(OBJECTIONS), each, said, by=by, act="更正", reason=str(now))
    return edition


def _corrected(
    assessment: Assessment, before: Sequence[Book], accepted: Sequence[ScoreObjection]
) -> list[Book]:
    """The scorebooks with what was objected to left out or read again; all other figures as they were."""
    facts.refresh()
    inputs: Gathered = {book.subject.pk: dict(book.inputs) for book in before}
    again = [each.source for each in accepted if inputs[each.subject_id][each.source.code].binding]
    _read_again(assessment, {source.code for source in again}, inputs)
    for each in accepted:
        held = inputs[each.subject_id][each.source.code]
        if held.binding is None:
            inputs[each.subject_id][each.source.code] = without(held, each.key)
    subjects = sorted((book.subject for book in before), key=lambda each: each.pk)
    return scoring.scored(scoring.rule_of(assessment), subjects, inputs)


def _read_again(assessment: Assessment, codes: Iterable[str], inputs: Gathered) -> None:
    codes = set(codes)
    if not codes:
        return
    rule = scoring.rule_of(assessment)
    found = Gathering(assessment, rule, assessment.end, chain.head().seq)
    for source in found.sources:
        if source.code in codes:
            for subject in found.subjects:
                inputs[subject.pk][source.code] = found.one(source, subject)


def without(held: Input, key: str) -> Input:
    """A figure without one of the things that it counts."""
    counted = tuple(each for each in held.counted or () if each.key != key)
    sizes = sum((each.size for each in counted), Decimal(0))
    return replace(held, counted=counted, value=sizes if held.kind == HAND else Decimal(len(counted)))


def _told(found: Iterable[Book]) -> list[tuple[int, str, int | None]]:
    return sorted((book.subject.pk, str(scoring.frozen(book.score)), book.score.rank) for book in found)


# ---- the same again -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Difference:
    """A kept scorebook that the trail does not give again; it does not happen unless somebody meddled."""

    row: Score
    kept: str
    found: str


def differences(assessment: Assessment, edition: int | None = None) -> list[Difference]:
    """The scores of an edition computed again: figures of facts as of the row of the trail at which they were read,
    everything else as it was kept, by the version of the scheme of then. What differs; nothing if all is as it was."""
    wanted = assessment.edition if edition is None else edition
    rows = list(
        Score.objects.filter(assessment=assessment, edition=wanted).select_related("subject").order_by("pk")
    )
    facts.refresh()
    inputs = {row.subject_id: scoring.inputs_of(row) for row in rows}
    for row in rows:
        inputs[row.subject_id] |= _as_of(assessment, row, inputs[row.subject_id])
    subjects = sorted((row.subject for row in rows), key=lambda each: each.pk)
    again = {book.subject.pk: book for book in scoring.scored(scoring.rule_of(assessment), subjects, inputs)}
    return [
        Difference(row, row.reason, again[row.subject_id].score.reason)
        for row in rows
        if scoring.values(again[row.subject_id])
        != {name: getattr(row, name) for name in scoring.values(again[row.subject_id])}
    ]


def _as_of(assessment: Assessment, row: Score, inputs: Mapping[str, Input]) -> dict[str, Input]:
    """The figures of facts, read again as of the row of the trail at which each was read."""
    read = {code: found for code, found in inputs.items() if found.binding and found.value is not None}
    bindings = Binding.objects.in_bulk({found.binding for found in read.values()})
    units = {each.code: each.unit for each in Source.objects.of(assessment)}
    found = {}
    for code, held in read.items():
        assert held.binding is not None
        binding = bindings[held.binding]
        reader = Reader([binding], assessment.start, assessment.end, held.seq)
        found[code] = replace(
            held, value=reader.value(binding, frozenset(row.units), held.written, units[code])
        )
    return found
