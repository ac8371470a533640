"""The graph of an industrial chain: its links from upstream to downstream, with what each asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from luoshi.directory.chains.models import POSITIONS
from luoshi.ledgers.filtering import PREFIX
from luoshi.projects.investment.prospects.models import Prospect
from luoshi.projects.investment.standing import Standing
from luoshi.web.graphs import Box, Drawing, drawn
from luoshi.web.parts import Cell, Column, Row, Table

COLUMNS = (("upstream", "support"), ("midstream",), ("downstream",))
WORDS = dict(POSITIONS)
CLASSES = {"补链": "chain-gap", "强链": "chain-weak", "延链": "chain-on", "": "chain-strong"}
SIGNS = {"补链": "■ 补链", "强链": "▲ 强链", "延链": "◆ 延链", "": "● 已成链"}
NOT_WANTED = "○ 不布局"


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain's drawing, and how many of its links are missing."""

    title: str
    drawing: Drawing
    gaps: int


def sign(each: Standing) -> str:
    """What a link asks for, as sign and word."""
    return NOT_WANTED if each.gap.strength == "gap" and not each.gap.call else SIGNS[each.gap.call]


def graphs(found: Sequence[Standing]) -> list[Chain]:
    """One drawing a chain, in the order of the links."""
    names = dict.fromkeys(each.link.chain for each in found)
    return [_chain(name, [each for each in found if each.link.chain == name]) for name in names]


def _chain(title: str, found: Sequence[Standing]) -> Chain:
    stacks = [
        [(WORDS[position], [_box(e) for e in found if e.link.position == position]) for position in stack]
        for stack in COLUMNS
    ]
    edges = [(each.link.code, code) for each in found for code in each.counted.following]
    return Chain(title, drawn(stacks, edges), sum(each.gap.call == "补链" for each in found))


def _box(each: Standing) -> Box:
    counted = each.counted
    return Box(
        key=each.link.code,
        title=each.link.name,
        sign=sign(each),
        told=f"企业 {counted.enterprises} 在建 {counted.projects} 签约 {counted.signings} / 目标 {counted.wanted}",
        why=each.gap.reason,
        look=CLASSES[each.gap.call] if sign(each) != NOT_WANTED else "chain-none",
        url=f"{reverse('ledger', args=['investment-prospects'])}?{PREFIX}chain_link={each.link.pk}",
    )


def table(found: Sequence[Standing], prospects: Sequence[Prospect]) -> Table:
    """What each link that asks for something asks for, with the firms that are named for it."""
    rows = [
        Row(
            (
                Cell(str(each.link)),
                Cell(sign(each)),
                Cell(each.gap.reason),
                Cell("、".join(p.name for p in prospects if p.chain_link_id == each.link.pk) or "–"),
            )
        )
        for each in found
        if each.gap.call
    ]
    return Table(
        name="gaps",
        caption="补链延链强链",
        columns=(
            Column("环节", width="medium", data=True),
            Column("建议", width="narrow"),
            Column("依据", width="rest"),
            Column("目标企业", width="wide", data=True),
        ),
        rows=tuple(rows),
        empty="各环节都已达到目标。",
        short=True,
    )
