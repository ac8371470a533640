"""节点模板 as data: the nodes that a kind of project goes through, with their days, order, unit and evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from luoshi.rules import fields, issued, precedence, refusals, schedule

Stage = Literal["", "conceived", "reserved", "started", "completed", "operating", "at_capacity"]
STAGES: tuple[Stage, ...] = (
    "",
    "conceived",
    "reserved",
    "started",
    "completed",
    "operating",
    "at_capacity",
)


@dataclass(frozen=True, slots=True)
class NodeItem:
    """One node of a template: ``days`` working days behind the nodes ``after``.

    ``unit`` is the short name of the unit that does it and ``evidence`` what proves it done (none: not asked
    for); the project enters ``stage`` when the node is done.
    """

    code: str
    name: str
    days: int
    after: tuple[str, ...] = ()
    unit: str = ""
    evidence: str = ""
    stage: Stage = ""


@dataclass(frozen=True, slots=True)
class NodeTemplate:
    """One template; its nodes are checked to be named once, to follow what exists, and to form no circle.

    Source: zones publish 11 to 32 nodes for a construction project, fewer for what comes before it.
    """

    code: str
    name: str
    version: str
    effective_from: str
    project_kind: str
    items: tuple[NodeItem, ...]

    def __post_init__(self) -> None:
        where = f"节点模板 {self.code} 的"
        if not self.items:
            raise refusals.NoNodes
        seen: set[str] = set()
        for item in self.items:
            if item.code in seen:
                raise refusals.NodeTwice(where, item.code)
            seen.add(item.code)
        precedence.in_order({item.code: item.after for item in self.items}, where)

    @classmethod
    def from_data(cls, data: object) -> NodeTemplate:
        """A template from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "节点模板")
        template = cls(
            **issued.imprint(source),
            project_kind=source.text("project_kind"),
            items=tuple(_read_item(each) for each in source.inner_list("items")),
        )
        source.close()
        return template

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads; what a node does not have is left out."""
        items = [_write_item(item) for item in self.items]
        return {**issued.written(self), "project_kind": self.project_kind, "items": items}

    def nodes(
        self, facts: Mapping[str, tuple[date | None, date | None]] | None = None
    ) -> tuple[schedule.Node, ...]:
        """Its nodes for scheduling, with (started on, done on) of those that ``facts`` knows."""
        known = facts or {}
        unknown: tuple[date | None, date | None] = (None, None)
        return tuple(
            schedule.Node(item.code, item.days, item.after, *known.get(item.code, unknown))
            for item in self.items
        )

    def longest(self) -> tuple[int, tuple[str, ...]]:
        """How many working days the whole takes at least, and along which nodes."""
        days = {item.code: item.days for item in self.items}
        return precedence.longest(days, {item.code: item.after for item in self.items})


def _read_item(source: fields.Fields) -> NodeItem:
    item = NodeItem(
        code=source.text("code"),
        name=source.text("name"),
        days=source.integer("days"),
        after=source.texts("after"),
        unit=source.text("unit", ""),
        evidence=source.text("evidence", ""),
        stage=source.word("stage", STAGES, ""),
    )
    source.close()
    return item


def _write_item(item: NodeItem) -> dict[str, object]:
    data: dict[str, object] = {"code": item.code, "name": item.name, "days": item.days}
    optional = issued.present(
        after=list(item.after), unit=item.unit, evidence=item.evidence, stage=item.stage
    )
    return {**data, **optional}
