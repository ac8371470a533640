"""Objecting to a row behind a figure, never to a total."""

from __future__ import annotations

import datetime

from luoshi.ledgers import access, combining, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.models import Binding
from luoshi.oversight.assessment import errors, scoring
from luoshi.oversight.assessment.inputs import Input
from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.sources.models import Source
from luoshi.oversight.assessment.subjects.models import Subject

LEDGER = "oversight.score_objections"


def object_to(
    subject: Subject, source: Source, key: str, *, reason: str, by: Actor, on: datetime.date
) -> ScoreObjection:
    """Who is assessed says that one row behind a figure is wrong, as long as the scores are published.

    ``key`` is the one of what the figure counts; of a figure that a ledger measures it is ``ledger/row``, a row that
    the person may see.
    """
    require(by, Act.CREATE, registry.ledger(LEDGER))
    assessment = subject.assessment
    if not assessment.hears(on):
        raise errors.NotHeard(assessment, assessment.until)
    if not reason.strip():
        raise errors.NoReason
    row = Score.objects.standing(assessment).filter(subject=subject).first()
    held = scoring.inputs_of(row).get(source.code) if row else None
    found = _behind(held, key, by) if held else None
    if found is None:
        raise errors.NotBehind(subject.name, source.title)
    ledger, number, about = found
    values = {
        "subject": subject,
        "source": source,
        "ledger": ledger,
        "row": number,
        "key": key,
        "about": f"{source.title}：{about}"[:200],
        "raised_on": on,
        "reason": reason.strip()[:1000],
    }
    made = writing.create(registry.ledger(LEDGER), values, by=by, on=on)
    assert isinstance(made, ScoreObjection)
    return made


def _behind(held: Input, key: str, by: Actor) -> tuple[str, int, str] | None:
    """The ledger, the row and the name of what is objected to; None where it is not behind the figure."""
    for each in held.counted or ():
        if each.key == key:
            return each.ledger, each.row, each.title
    name, _, number = key.partition("/")
    if held.binding is None or not number.isdecimal() or len(number) > 18:
        return None
    binding = Binding.objects.filter(pk=held.binding).first()
    if binding is None or name not in combining.ledgers_of(binding):
        return None
    ledger = registry.ledger(name)
    row = ledger.rows().filter(pk=int(number)).first()
    if row is None or not access.may(by, Act.READ, ledger, row):
        return None
    return name, row.pk, ledger.label_of(row)
