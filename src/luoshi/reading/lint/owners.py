"""Milestones without anybody who answers for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from luoshi.reading.lint import words
from luoshi.reading.lint.findings import Finding, quoted
from luoshi.reading.lint.plan import Plan, place
from luoshi.reading.model import Milestone

CODE = "no-owner"
FEW = 3  # more sentences than this without a unit are told as one
NAMED = 3  # so many projects are named in a sentence, the others counted


def check(plan: Plan) -> Iterator[Finding]:
    """Projects that are to reach something, for which neither text nor section names a unit; one finding a sentence.

    Where that is most of a plan's projects it is said once, at the first of them.
    """
    if words.ANSWERS_ITSELF.search(plan.reading.document.issuer or ""):
        return
    stones = [one for one in plan.reading.commitments if isinstance(one, Milestone) and _is_due(one)]
    bare = [one for one in stones if not _is_owned(plan, one)]
    sentences = [list(together) for _, together in groupby(bare, key=lambda one: one.sentence)]
    whole = len(bare) == len(stones) and len(sentences) > 1
    if whole or (len(sentences) > FEW and 2 * len(bare) > len(stones)):
        yield _of_plan(stones, bare)
        return
    for together in sentences:
        yield _of_sentence(together)


def _is_due(one: Milestone) -> bool:
    """Whether a project is to reach a stage or has a date; what is only pushed on cannot be checked anyway."""
    return one.stage in words.REACHED or one.period is not None


def _is_owned(plan: Plan, one: Milestone) -> bool:
    if one.actors or plan.section(one).owned:
        return True
    row = plan.row(one)
    return row is not None and words.OWNER_COLUMN.search(row.head) is not None


def _of_sentence(found: Sequence[Milestone]) -> Finding:
    return _finding(found, f"{_named(found)}没有写责任单位，所在章节也没有；请写明牵头单位。")


def _of_plan(stones: Sequence[Milestone], found: Sequence[Milestone]) -> Finding:
    count = f"全文{len(stones)}个项目节点" + (f"有{len(found)}个" if len(found) < len(stones) else "都")
    return _finding(
        found, f"{count}没有写责任单位（如{_named(found[:1])}）；请逐个项目写明牵头单位和责任人。"
    )


def _named(found: Sequence[Milestone]) -> str:
    names = list(dict.fromkeys(one.project for one in found))
    more = f"等{len(names)}个项目" if len(names) > NAMED else ""
    return "、".join(quoted(name) for name in names[:NAMED]) + more


def _finding(found: Sequence[Milestone], sentence: str) -> Finding:
    others = tuple(place(one) for one in found[1:] if place(one) != place(found[0]))
    return Finding(found[0].start, found[0].end, CODE, sentence, "reminder", tuple(dict.fromkeys(others)))
