"""What the pages of bindings show: proposals with their previews, and all targets of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from luoshi.ledgers import figures, registry
from luoshi.ledgers.access import Actor
from luoshi.plans.binding import making
from luoshi.plans.binding.actions import Proposed
from luoshi.plans.binding.settling import best as surest
from luoshi.plans.documents.models import Document
from luoshi.plans.targets.models import MEASURED, NO_SOURCE, Target
from luoshi.plans.targets.proposals import HOW, SURE, Proposal
from luoshi.web.parts import Cell, Column, Row, Table
from luoshi.web.plans import previews
from luoshi.web.plans.previews import Preview

SOURCES: Final = {MEASURED: "台账计量", "reported": "按月填报", NO_SOURCE: "待确认"}


@dataclass(frozen=True, slots=True)
class Card:
    """One proposal: how sure, why, what it leaves unexplained, and what it would give."""

    key: str
    sure: bool
    score: str
    words: str
    reason: str
    unexplained: tuple[str, ...]
    preview: Preview
    kind: str
    view: str = ""
    parts: tuple[tuple[str, str], ...] = ()


def cards(target: Target, proposals: Iterable[Proposal], month: int, by: Actor) -> list[Card]:
    """The proposals of a target, the likeliest first."""
    return [card(target, proposal, month, by) for proposal in proposals]


def card(target: Target, proposal: Proposal, month: int, by: Actor) -> Card:
    """One proposal with its preview."""
    return Card(
        key=proposal.key,
        sure=proposal.sure,
        score=f"{round(proposal.score * 100)}",
        words=proposal.formula or making.words(proposal),
        reason=proposal.reason,
        unexplained=proposal.unexplained,
        preview=previews.preview(target, proposal, month, by),
        kind=_kind(proposal),
        view=figures.view_words(proposal.view) if proposal.view else "",
        parts=tuple((name, making.words(part)) for name, part in proposal.parts),
    )


def _kind(proposal: Proposal) -> str:
    """How the figure is computed, in a word or two."""
    if proposal.formula:
        return "公式"
    return HOW[registry.ledger(proposal.ledger).measure(proposal.measure).kind]


def table(document: Document, proposed: Mapping[int, Proposed]) -> Table:
    """All standing targets of a plan: what waits first, each with its best proposal; then what is settled."""
    targets = list(Target.objects.active().filter(clause__document=document))
    waiting = [t for t in targets if t.source == NO_SOURCE]
    rows: list[Row] = []
    for source, title in ((NO_SOURCE, "待确认"), (MEASURED, "台账计量"), ("reported", "按月填报")):
        group = waiting if source == NO_SOURCE else [t for t in targets if t.source == source]
        if group:
            rows.append(Row(heading=f"{title}（{len(group)} 个）"))
            rows += [_row(target, proposed.get(target.pk)) for target in group]
    return Table(
        name="bindings",
        columns=(
            Column("编号", width="narrow", data=True), Column("目标", width="medium", data=True), Column("目标值", kind="number"),
            Column("牵头单位", data=True), Column("计量方式", width="wide"), Column("把握"),
        ),
        rows=tuple(rows),
        frozen=2,
        empty="还没有目标，确认条目之后会出现在这里。",
    )  # fmt: skip


def _row(target: Target, proposed: Proposed | None) -> Row:
    best = proposed.proposals[0] if proposed and proposed.proposals else None
    sure = proposed is not None and surest(proposed.proposals) is not None
    page = reverse("target_binding", args=[target.number])
    return Row(
        key=target.number,
        cells=(
            Cell(target.number, url=page),
            Cell(target.name, url=page),
            Cell(target.quantity),
            Cell(str(target.lead_unit or "–")),
            _how(target, best),
            Cell(_certainty(best, sure)),
        ),
    )


def _how(target: Target, best: Proposal | None) -> Cell:
    if target.binding is not None and target.source == MEASURED:
        return Cell(target.binding.formula or figures.words(target.binding))
    if target.source != NO_SOURCE:
        return Cell("由牵头单位按月填报，附佐证")
    if best is None:
        return Cell("没有台账可以计量", note="可手工选择，或改为按月填报")
    left = f"未能写成条件：{'、'.join(best.unexplained)}" if best.unexplained else ""
    return Cell(f"建议：{best.formula or making.words(best)}", note=left)


def _certainty(best: Proposal | None, sure: bool) -> str:
    if best is None:
        return "–"
    if best.score >= SURE and not sure:
        return "不止一种，请选定"
    return f"有把握 {round(best.score * 100)}" if best.score >= SURE else f"请核对 {round(best.score * 100)}"
