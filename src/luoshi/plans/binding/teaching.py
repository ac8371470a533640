"""What people decided before about the same words: asked of confirmed targets and of the trail, kept nowhere else.

The same words are the same indicator with the same qualifiers, unit and basis, and thresholds of the same columns; the
numbers in them may be others. What was chosen for them comes first, what was passed over, replaced or taken back ranks
lower.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import prefetch_related_objects

from luoshi.ledgers import bulk
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import AuditRow
from luoshi.plans.binding import making
from luoshi.plans.targets import wording
from luoshi.plans.targets.ledger import TARGETS
from luoshi.plans.targets.models import MEASURED, REPORTED, Target
from luoshi.plans.targets.proposals import Proposal, Wanted, op_of

CONFIRMED, REPORT, CLEARED = "确认计量方式", "改为按月填报", "取消计量方式"
PASSED_OVER = 0.7  # of the score of what was not chosen for the same words
BINDING = "计量方式"  # the title of the column in the trail


class Words(NamedTuple):
    """What two promises have in common that are to be measured alike."""

    indicator: str
    unit: str
    basis: str
    thresholds: tuple[str, ...]

    @classmethod
    def of(cls, wanted: Wanted) -> Words:
        """Those of a promise; the unit to which it is limited and its numbers are left out."""
        columns = sorted(str(said["column"]) for said in wanted.conditions)
        return cls(
            wording.bare(wanted.spoken(wanted.indicator)), wanted.base_unit, wanted.basis, tuple(columns)
        )


@dataclass(frozen=True, slots=True)
class Lesson:
    """One decision about a target: ``way`` None is reporting by hand. ``before`` are the ways that it took back."""

    target: int
    year: int
    seq: int
    by: str
    wanted: Wanted
    way: Proposal | None
    before: tuple[str, ...] = ()
    standing: bool = True

    @property
    def order(self) -> tuple[int, int]:
        """The later plan teaches more than the earlier."""
        return self.year, self.seq


def lessons(targets: Iterable[tuple[Target, Wanted]]) -> dict[Words, list[Lesson]]:
    """What was decided about targets, the latest last; three queries, however many they are."""
    pairs = list(targets)
    prefetch_related_objects([t.binding for t, _ in pairs if t.binding and t.binding.formula], "parts")
    decided = _decided([target.pk for target, _ in pairs])
    found: dict[Words, list[Lesson]] = defaultdict(list)
    for target, wanted in pairs:
        if lesson := _lesson(target, wanted, decided.get(target.pk, [])):
            found[Words.of(wanted)].append(lesson)
    for some in found.values():
        some.sort(key=lambda lesson: lesson.order)
    return found


def _decided(keys: Sequence[int]) -> dict[int, list[AuditRow]]:
    """The trail of decisions by target, the earliest first."""
    found: dict[int, list[AuditRow]] = defaultdict(list)
    for some in bulk.chunks([str(key) for key in keys]):
        rows = AuditRow.objects.filter(
            ledger=TARGETS.name, row__in=some, act__in=(CONFIRMED, REPORT, CLEARED)
        )
        for row in rows.order_by("seq"):
            found[int(row.row)].append(row)
    return found


def _lesson(target: Target, wanted: Wanted, trail: Sequence[AuditRow]) -> Lesson | None:
    if not trail:
        return None  # nobody decided: what no ledger knew was left to be reported
    last = trail[-1]
    standing = last.act != CLEARED and target.source in (MEASURED, REPORTED)
    way = making.of(target.binding) if standing and target.binding and target.source == MEASURED else None
    before = tuple(dict.fromkeys(filter(None, map(_before, trail))))
    return Lesson(target.pk, target.year, last.seq, last.actor, wanted, way, before, standing)


def _before(row: AuditRow) -> str:
    """What a target was measured by until a decision, by its key."""
    changes: Mapping[str, Any] = row.changes
    return str(changes.get(BINDING, ("",))[0])


def ranked(
    found: Sequence[Proposal], wanted: Wanted, target: int, known: Mapping[Words, Sequence[Lesson]]
) -> list[Proposal]:
    """Proposals by what people decided about the same words of other targets, and took back of this one."""
    same = known.get(Words.of(wanted), ())
    chosen = next((each for each in reversed(same) if each.standing and each.target != target), None)
    taught = _taught(chosen, wanted, found) if chosen else None
    refused = {key for each in same for key in each.before if each.way is None or each.way.key != key}
    lowered = [
        _lowered(each, chosen, each.key in refused) if chosen or each.key in refused else each
        for each in found
        if taught is None or each.key != taught.key
    ]
    return sorted([*([taught] if taught else []), *lowered], key=lambda each: -each.score)


def _lowered(proposal: Proposal, chosen: Lesson | None, refused: bool) -> Proposal:
    if chosen is None:
        why = "同一指标曾这样计量，后来不再采用"
    else:
        other = "改为按月填报" if chosen.way is None else "采用了另一种计量"
        why = f"{chosen.year}年同一指标{'后来' if refused else ''}没有这样计量，由{chosen.by}{other}"
    return replace(
        proposal,
        score=round(proposal.score * PASSED_OVER, 3),
        reason=f"{proposal.reason.rstrip('。')}；{why}。",
    )


def _taught(lesson: Lesson, wanted: Wanted, found: Sequence[Proposal]) -> Proposal | None:
    """What was chosen for the same words, with the numbers and the unit of what is wanted now."""
    if lesson.way is None:
        return None
    way = _carried(lesson, lesson.way, wanted)
    if way is None:
        return None
    own = next((each for each in found if each.key == way.key), None)
    reason = f"{lesson.year}年同一指标这样计量，由{lesson.by}确认；{own.reason if own else making.words(way) + '。'}"
    return replace(way, score=1.0, reason=reason, unexplained=())


def _carried(lesson: Lesson, way: Proposal, wanted: Wanted) -> Proposal | None:
    """A way of measuring for other numbers; None where it holds together no more, or a formula names the old ones."""
    if way.formula:
        same = lesson.wanted.conditions == wanted.conditions and lesson.wanted.scope == wanted.scope
        return way if same and _holds(way) else None
    numbers = dict(_numbers(lesson.wanted, wanted))
    scope = wanted.scope if way.scope == lesson.wanted.scope else way.scope
    conditions = tuple(replace(c, value=numbers.get((c.op, c.value), c.value)) for c in way.conditions)
    carried = replace(way, conditions=conditions, scope=scope)
    return carried if _holds(carried) else None


def _numbers(before: Wanted, now: Wanted) -> Iterator[tuple[tuple[str, str], str]]:
    """The thresholds of then with the numbers of now."""
    order = sorted(before.conditions, key=_column), sorted(now.conditions, key=_column)
    for old, new in zip(*order, strict=True):
        yield (op_of(str(old["comparator"])), str(old["value"])), str(new["value"])


def _column(said: Mapping[str, Any]) -> str:
    return str(said["column"])


def _holds(way: Proposal) -> bool:
    """Whether ledgers and columns are still there."""
    try:
        making.parts(way) if way.formula else making.made(way)
    except LedgerError:
        return False
    return True
