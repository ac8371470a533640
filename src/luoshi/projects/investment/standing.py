"""How each link of the industrial chains stands: who is there, who is coming, and what it asks for by the rule."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass

from luoshi.directory.chains.models import ChainLink
from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers import rule_kinds
from luoshi.projects.investment import kinds
from luoshi.projects.investment.prospects.models import DROPPED, Prospect
from luoshi.projects.investment.signings.models import ENDED, STARTED, Signing
from luoshi.rules import chains
from luoshi.rules.chains import Gap


@dataclass(frozen=True, slots=True)
class Standing:
    """A link with what was counted, what it asks for, and the codes of the links that follow it."""

    link: ChainLink
    counted: chains.ChainLink
    gap: Gap


def standings(on: datetime.date) -> list[Standing]:
    """Every link by the rule of a day; a signing whose enterprise stands in the register is not counted again."""
    rule, links = rule_kinds.in_force(kinds.CHAIN, on), list(ChainLink.objects.select_related("parent"))
    alive = Enterprise.objects.alive().filter(chain_link__isnull=False)
    codes = set(alive.values_list("credit_code", flat=True))
    enterprises = Counter(alive.order_by().values_list("chain_link", flat=True))
    projects, signings = Counter[int](), Counter[int]()
    coming = Signing.objects.filter(counts=True, chain_link__isnull=False).exclude(state=ENDED)
    for link, state, code in coming.values_list("chain_link", "state", "credit_code"):
        if code not in codes:
            (projects if state == STARTED else signings)[link] += 1
    prospects = Counter(
        Prospect.objects.exclude(state=DROPPED).order_by().values_list("chain_link", flat=True)
    )
    counted = [
        chains.ChainLink(
            code=link.code,
            name=link.name,
            wanted=link.wanted or 0,
            enterprises=enterprises[link.pk],
            projects=projects[link.pk],
            signings=signings[link.pk],
            prospects=prospects[link.pk],
            following=tuple(following(link, links)),
        )
        for link in links
    ]
    found = chains.gaps(rule, counted)
    return [Standing(*each) for each in zip(links, counted, found, strict=True)]


def following(link: ChainLink, links: list[ChainLink]) -> list[str]:
    """The codes of what is made of a link's products: what it belongs to, or what belongs to it further down."""
    down = [each.code for each in links if each.parent_id == link.pk and each.position == "downstream"]
    up = [link.parent.code] if link.parent and link.position != "downstream" else []
    return [*up, *down]
