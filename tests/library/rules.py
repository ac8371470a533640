"""The library's own rules: what a book costs that comes back late."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Rule
from luoshi.ledgers.rulebook import Kind
from luoshi.rules.errors import RulesError


@dataclass(frozen=True)
class FineRule:
    """So many fen a day."""

    code: str
    name: str
    version: str
    effective_from: str
    a_day: int

    @classmethod
    def from_data(cls, data: object) -> FineRule:
        match data:
            case {"a_day": int(a_day), **others} if a_day > 0:
                return cls(**others, a_day=a_day)
        raise RulesError("每天的罚金应大于 0。")

    def to_data(self) -> dict[str, object]:
        return asdict(self)


ADULTS = FineRule("adults", "成人读者", "1", "2026-01-01", 50)
CHILDREN = FineRule("children", "少儿读者", "1", "2026-01-01", 10)


def say(rule: FineRule) -> list[str]:
    return [f"每天 {rule.a_day} 分。"]


FINE = Kind(name="fine", title="罚金规则", engine=FineRule, starting=(ADULTS,), sentences=say)
FINES = Kind(
    name="fines",
    title="分类罚金规则",
    engine=FineRule,
    starting=(ADULTS, CHILDREN),
    sentences=say,
    several=True,
)

RULES = Ledger(
    model=Rule,
    name="rules",
    title="规则",
    identity=("kind", "code", "number"),
    label="name",
    columns=(
        Choice("kind", choices=tuple((kind.name, kind.title) for kind in (FINE, FINES))),
        Text("code"),
        Text("name"),
        Text("number"),
        Day("effective_from"),
    ),
    access=Access(read=(Grant("librarian"),), write=(Grant("head", everywhere=True),)),
    editable=False,
)
