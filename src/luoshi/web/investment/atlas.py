"""The investment map: signings that the person may see, by stage and chain, over the districts and parcels of the zone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.projects.investment.signings.models import ENDED, REGISTERED, SIGNED, STARTED, STATES, Signing
from luoshi.web.ledgers.lists import address
from luoshi.web.maps import Feature, Layer

STAGES = {  # how each stage is drawn
    SIGNED: ("map-signed", "circle", "●"),
    REGISTERED: ("map-registered", "diamond", "◆"),
    STARTED: ("map-started", "square", "■"),
    ENDED: ("map-ended", "triangle", "▲"),
}
PLACE = "place"  # the column of the ground's ledgers
GROUND = (("land.districts", "片区", "map-district", True), ("land.parcels", "地块", "map-parcel", False))


def signings(within: Q, chain: str, stage: str) -> list[Signing]:
    """The signings of a chain and a stage, "" for every."""
    found = Signing.objects.filter(within, counts=True).select_related("chain_link", "unit")
    found = found.filter(chain_link__chain=chain) if chain else found
    return list(found.filter(state=stage) if stage else found)


def layers(rows: Iterable[Signing]) -> list[Layer]:
    """A layer a stage; larger contracts are larger points."""
    ledger, placed = registry.ledger("investment.signings"), [(row, row.place) for row in rows if row.place]
    return [
        Layer(
            state,
            title,
            STAGES[state][0],
            [
                Feature(place, _label(row), address(ledger, row), row.amount)
                for row, place in placed
                if row.state == state
            ],
            shape=STAGES[state][1],
        )
        for state, title in STATES
    ]


def _label(row: Signing) -> str:
    amount = registry.ledger("investment.signings").column("amount").show(row.amount)
    return f"{row.project}（{row.get_state_display()}，{amount} 亿元，{row.unit}）"


def ground(actor: Actor) -> list[Layer]:
    """Districts and parcels that the person may see, as far as they say where they lie."""
    return [
        Layer(name, title, css, [_area(name, row) for row in rows], named=named)
        for name, title, css, named in GROUND
        if (rows := _lying(actor, registry.ledger(name)))
    ]


def _lying(actor: Actor, ledger: Ledger) -> list[Row]:
    reach = access.reach(actor, Act.READ, ledger)
    return [] if reach is None else [row for row in ledger.rows().filter(reach) if _place(row)]


def _place(row: Row) -> Any:
    return getattr(row, PLACE)


def _area(name: str, row: Row) -> Feature:
    ledger = registry.ledger(name)
    return Feature(_place(row), ledger.label_of(row), address(ledger, row))


def legend() -> list[tuple[str, str, str]]:
    """Class, sign and title of each stage."""
    return [(STAGES[state][0], STAGES[state][2], title) for state, title in STATES]
