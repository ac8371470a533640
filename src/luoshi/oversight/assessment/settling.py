"""Freezing what an assessment comes to, correcting it after objections, and holding what is kept against the trail."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from luoshi.ledgers import chain, combining, facts, registry, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Binding, Row
from luoshi.oversight.assessment import excused, gathering, happened, ruled, scoring
from luoshi.oversight.assessment.assessments.models import FROZEN, Assessment
from luoshi.oversight.assessment.gathering import Gathered, Gathering
from luoshi.oversight.assessment.inputs import Input
from luoshi.oversight.assessment.objections.models import WAITING, ScoreObjection
from luoshi.oversight.assessment.reading import Reader
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.scoring import Book
from luoshi.oversight.assessment.sources.models import BY_LIGHT, SIZED, Source
from luoshi.oversight.excuses.models import Excuse
from luoshi.plans.targets.models import Target
from luoshi.rules.dates import last_day

LEDGER, SCORES = "oversight.assessments", "oversight.assessment_scores"


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
    if uncorrected := found.to_correct().count():
        return f"还有 {uncorrected} 条已采纳的异议没有更正，请先更正。"
    if late := len(excused.waiting(row)):
        return f"还有 {late} 份冻结以后批准的正当理由没有更正，也没有说明为什么不更正。"
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
    units = gathering.trees([book.subject for book in found], last_day(assessment.end))
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


def revise(
    assessment: Assessment,
    objected: Sequence[ScoreObjection],
    ledgers: Collection[str],
    excuses: Sequence[Excuse],
    *,
    reason: str,
    by: Actor,
) -> Assessment | None:
    """Another edition of the scores as rulings and excuses have left the figures; None where nobody's points would be others.

    Part of a transaction that writes. What was ``objected`` to is left out, and so is every light that a ruling
    on a list left out, or that is red no more by one of the ``excuses``. Figures of the ``ledgers`` in which rows were put right are read again for everybody, as the
    trail has them now. All others stay as they were.
    """
    before = scoring.books(assessment)
    after = _corrected(assessment, before, objected, ledgers, excuses)
    if _told(before) == _told(after):
        return None
    edition = assessment.edition + 1
    ledger = registry.ledger(LEDGER)
    writing.write(ledger, assessment, {"edition": edition}, by=by, act="更正得分", reason=reason[:400])
    _keep(assessment, after, edition, by=by, act="更正得分", corrects=reason)
    return assessment


def _corrected(
    assessment: Assessment,
    before: Sequence[Book],
    objected: Sequence[ScoreObjection],
    ledgers: Collection[str],
    excuses: Sequence[Excuse],
) -> list[Book]:
    facts.refresh()
    inputs: Gathered = {book.subject.pk: dict(book.inputs) for book in before}
    if ledgers:
        _read_again(assessment, ledgers, inputs)
    for each in objected:
        held = inputs[each.subject_id][each.source.code]
        inputs[each.subject_id][each.source.code] = without(held, {each.key})
    _leave_lights(assessment, inputs, excuses)
    subjects = sorted((book.subject for book in before), key=lambda each: each.pk)
    return scoring.scored(scoring.rule_of(assessment), subjects, inputs)


def _leave_lights(assessment: Assessment, inputs: Gathered, excuses: Sequence[Excuse]) -> None:
    """Lights that by a ruling or an excuse do not count are left out for everybody who has them, with what they cost."""
    left = ruled.lights(assessment.start, assessment.end)
    targets = Target.objects.in_bulk({target for _, target in left})
    keys = {happened.light_key(targets[target].number, month) for month, target in left if target in targets}
    no_more = excused.no_more(assessment, excuses)
    sources = [each for each in Source.objects.of(assessment) if each.kind in BY_LIGHT]
    for figures in inputs.values():
        for each in sources:
            figures[each.code] = without(figures[each.code], keys | no_more[each.kind])


def _read_again(assessment: Assessment, ledgers: Collection[str], inputs: Gathered) -> None:
    rule = scoring.rule_of(assessment)
    found = Gathering(assessment, rule, assessment.end, chain.head().seq)
    for source in found.sources:
        binding = gathering.binding_of(source)
        if binding is not None and combining.ledgers_of(binding) & set(ledgers):
            for subject in found.subjects:
                inputs[subject.pk][source.code] = found.one(source, subject)


def without(held: Input, keys: Set[str]) -> Input:
    """A figure without some of the things that it counts; as it was where it counts none of them."""
    if keys.isdisjoint(each.key for each in held.counted or ()):
        return held
    counted = tuple(each for each in held.counted or () if each.key not in keys)
    sizes = sum((each.size for each in counted), Decimal(0))
    return replace(held, counted=counted, value=sizes if held.kind in SIZED else Decimal(len(counted)))


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
