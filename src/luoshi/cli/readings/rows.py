"""A reading as rows of words: what every printed form of it shows, whatever the form."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from luoshi.plans.clauses.words import CADENCES, MODALITIES, STAGES, period
from luoshi.reading.model import Commitment, Mechanism, Milestone, Quantity, Reading, Task
from luoshi.reading.repairs import kinds

COMPARATORS = {
    "ge": "不低于", "gt": "超过", "le": "不超过", "lt": "低于", "eq": "", "approx": "约", "range": "",
}  # fmt: skip
BASES = {"level": "", "growth": "增长", "increment": "新增", "reduction": "下降"}
KINDS = {"target": "目标", "actual": "实绩", "milestone": "节点", "mechanism": "机制", "task": "任务"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of commitment as a table."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sheets(reading: Reading) -> list[Sheet]:
    """The tables of a reading, empty ones left out: targets, actuals, milestones, mechanisms, tasks."""
    return [sheet for sheet in (_sheet(reading, kind) for kind in KINDS) if sheet.rows]


def headings(reading: Reading) -> list[str]:
    """The outline, indented by level."""
    return [f"{'  ' * (h.level - 1)}{h.marker}{h.title}" for h in reading.outline]


def repairs(reading: Reading) -> Sheet:
    """Every repair with its place."""
    rows = tuple(
        (
            f"{r.start}–{r.end}",
            kinds.NAMES.get(r.kind, r.kind),
            r.before,
            r.after,
            "是" if r.certain else "否",
        )
        for r in reading.repairs
    )
    return Sheet("修复", ("位置", "类别", "原文", "读作", "确定"), rows)


def problems(reading: Reading) -> Sheet:
    """What is in doubt, with its place."""
    return Sheet(
        "疑点", ("位置", "说明"), tuple((f"{p.start}–{p.end}", p.sentence) for p in reading.problems)
    )


def section(reading: Reading, commitment: Commitment) -> str:
    """The heading that a commitment stands under."""
    return "" if commitment.section is None else reading.outline[commitment.section].title


def place(reading: Reading, commitment: Commitment) -> str:
    """Where in the file it stands: a page, a cell."""
    index = bisect_right(reading.parts, commitment.start, key=lambda part: part.start) - 1
    return reading.parts[index].place if index >= 0 and commitment.start < reading.parts[index].end else ""


def sentence(reading: Reading, commitment: Commitment) -> str:
    """The sentence as the office wrote it, on one line."""
    start, end = commitment.sentence
    return " ".join(reading.text[start:end].split())


def number(value: Decimal) -> str:
    """A value without trailing zeros or an exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(found: Quantity) -> str:
    """The promised number in words: 增长9.8%, 不低于10个, 8–10个."""
    high = f"–{number(found.high)}" if found.high is not None else ""
    return f"{BASES[found.basis]}{COMPARATORS[found.comparator]}{number(found.value)}{high}{found.unit}"


def _sheet(reading: Reading, kind: str) -> Sheet:
    head, row = _SHAPES[kind]
    found = [c for c in reading.commitments if c.kind == kind]
    told = tuple((*row(c), section(reading, c), sentence(reading, c)) for c in found)
    if reading.parts:
        head, told = (
            (*head, "位置"),
            tuple((*row, place(reading, c)) for row, c in zip(told, found, strict=True)),
        )
    return Sheet(KINDS[kind], head, told)


def _target(found: Commitment) -> tuple[str, ...]:
    assert isinstance(found, Quantity)
    conditions = "，".join(f"{COMPARATORS[c.comparator]}{number(c.value)}{c.unit}" for c in found.conditions)
    return (
        found.indicator, quantity(found), MODALITIES[found.modality], period(found.period), found.scope or "",
        conditions, "、".join(found.actors),
    )  # fmt: skip


def _actual(found: Commitment) -> tuple[str, ...]:
    assert isinstance(found, Quantity)
    return (found.indicator, quantity(found), period(found.period), found.scope or "")


def _milestone(found: Commitment) -> tuple[str, ...]:
    assert isinstance(found, Milestone)
    return (found.project, STAGES[found.stage], period(found.period), "、".join(found.actors))


def _mechanism(found: Commitment) -> tuple[str, ...]:
    assert isinstance(found, Mechanism)
    return (found.name, "、".join(CADENCES.get(c, c) for c in found.cadence))


def _task(found: Commitment) -> tuple[str, ...]:
    assert isinstance(found, Task)
    return (found.action, found.object, period(found.period), "、".join(found.actors))


_Shape = tuple[tuple[str, ...], Callable[[Commitment], Sequence[str]]]
_SHAPES: dict[str, _Shape] = {
    "target": (("指标", "目标值", "语气", "时限", "范围", "条件", "责任单位", "章节", "原句"), _target),
    "actual": (("指标", "数值", "时期", "范围", "章节", "原句"), _actual),
    "milestone": (("项目", "阶段", "时限", "责任单位", "章节", "原句"), _milestone),
    "mechanism": (("机制", "频次", "章节", "原句"), _mechanism),
    "task": (("动作", "事项", "时限", "责任单位", "章节", "原句"), _task),
}
