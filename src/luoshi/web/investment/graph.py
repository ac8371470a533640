"""The graph of an industrial chain as SVG: its links from upstream to downstream, with what each asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from luoshi.directory.chains.models import POSITIONS
from luoshi.ledgers.filtering import PREFIX
from luoshi.projects.investment.prospects.models import Prospect
from luoshi.projects.investment.standing import Standing
from luoshi.web.parts import Cell, Column, Row, Table

WIDE, HIGH, GAP, ACROSS, TOP = 230, 56, 12, 330, 28
COLUMNS = (("upstream", "support"), ("midstream",), ("downstream",))
WORDS = dict(POSITIONS)
CLASSES = {"补链": "chain-gap", "强链": "chain-weak", "延链": "chain-on", "": "chain-strong"}
SIGNS = {"补链": "■ 补链", "强链": "▲ 强链", "延链": "◆ 延链", "": "● 已成链"}
NOT_WANTED = "○ 不布局"


@dataclass(frozen=True, slots=True)
class Graph:
    """A chain's drawing."""

    title: str
    width: int
    height: int
    text: SafeString
    gaps: int


def sign(each: Standing) -> str:
    """What a link asks for, as sign and word."""
    return NOT_WANTED if each.gap.strength == "gap" and not each.gap.call else SIGNS[each.gap.call]


def graphs(found: Sequence[Standing]) -> list[Graph]:
    """One drawing a chain, in the order of the links."""
    names = dict.fromkeys(each.link.chain for each in found)
    return [_graph(name, [each for each in found if each.link.chain == name]) for name in names]


def _graph(title: str, found: Sequence[Standing]) -> Graph:
    places: dict[str, tuple[int, int]] = {}
    heads: list[tuple[int, int, str]] = []
    deepest = 0
    stacks = [stack for stack in COLUMNS if any(each.link.position in stack for each in found)]
    for column, stack in enumerate(stacks):
        x, y = column * ACROSS + 1, 0
        for position in stack:
            those = [each for each in found if each.link.position == position]
            if those:
                heads.append((x + WIDE // 2, y + 18, WORDS[position]))
                y += TOP
            for each in those:
                places[each.link.code] = (x, y)
                y += HIGH + GAP
        deepest = max(deepest, y)
    named = format_html_join("", '<text class="chain-head" x="{}" y="{}">{}</text>', heads)
    edges = [
        (places[each.link.code], places[code])
        for each in found
        for code in each.counted.following
        if code in places
    ]
    lines = format_html_join("", '<path class="chain-edge" d="{}"/>', ((_curve(a, b),) for a, b in edges))
    boxes = format_html_join("", "{}", ((_box(each, *places[each.link.code]),) for each in found))
    width = (len(stacks) - 1) * ACROSS + WIDE + 2
    gaps = sum(each.gap.call == "补链" for each in found)
    return Graph(title, width, deepest, format_html("{}{}{}", named, lines, boxes), gaps)


def _curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    """From the side of one box to the facing side of the other."""
    right = end[0] > start[0]
    x1, x2 = (start[0] + WIDE, end[0]) if right else (start[0], end[0] + WIDE)
    if start[0] == end[0]:
        x1 = x2 = start[0] + WIDE
    y1, y2 = start[1] + HIGH // 2, end[1] + HIGH // 2
    bend = 36 if right or start[0] == end[0] else -36
    back = bend if start[0] == end[0] else -bend
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 + back} {y2} {x2} {y2}"


def _box(each: Standing, x: int, y: int) -> SafeString:
    counted = each.counted
    told = (
        f"企业 {counted.enterprises} 在建 {counted.projects} 签约 {counted.signings} / 目标 {counted.wanted}"
    )
    return format_html(
        '<a href="{}" class="{}"><title>{}</title><rect x="{}" y="{}" width="{}" height="{}" rx="4"/>'
        '<text class="chain-name" x="{}" y="{}">{}</text><text class="chain-call" x="{}" y="{}">{}</text>'
        '<text class="chain-told" x="{}" y="{}">{}</text></a>',
        f"{reverse('ledger', args=['investment-prospects'])}?{PREFIX}chain_link={each.link.pk}",
        CLASSES[each.gap.call] if sign(each) != NOT_WANTED else "chain-none",
        each.gap.reason,
        *(x, y, WIDE, HIGH),
        *(x + 10, y + 23, each.link.name),
        *(x + WIDE - 10, y + 23, sign(each)),
        *(x + 10, y + 45, told),
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
            Column("环节", width="medium"),
            Column("建议", width="narrow"),
            Column("依据", width="rest"),
            Column("目标企业", width="wide"),
        ),
        rows=tuple(rows),
        empty="各环节都已达到目标。",
        short=True,
    )
