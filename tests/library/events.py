"""Readings held by several people at a place: the toy ledger of people and places."""

from __future__ import annotations

from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, File, Link, People, Person, Place, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from tests.library.ledgers import READERS, WRITERS
from tests.library.models import Event

EVENTS = Ledger(
    model=Event,
    name="events",
    title="读书会",
    columns=(
        Text("title", history=True),
        Link("branch", to="branches"),
        Person("host", history=True),
        People("speakers"),
        Person("asked_by", stays=True),
        Place("place"),
        File("poster"),
        Day("held_on"),
        Choice("state", choices=Event.STATES),
    ),
    identity=("title",),
    label="title",
    unit="branch",
    lifecycle=Lifecycle("planned", (Step("hold", "举办", ("planned",), "held"),), closed=("held",)),
    access=Access(read=READERS, write=WRITERS),
)
