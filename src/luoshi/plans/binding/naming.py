"""What the names in a typed formula stand for: a measure by its title, with conditions, a unit and a view behind it.

``[《招商签约台账》签约项目数，签约金额不低于1亿元，云溪镇]`` is one name; what is in the brackets is read here, phrase by phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from luoshi.directory.units.models import Unit
from luoshi.directory.units.names import Names
from luoshi.ledgers import formulas, registry
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.formulas import BadFormula
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.measures import Measure, View
from luoshi.plans.binding import entering
from luoshi.plans.targets.proposals import Proposal

VIEW_WORDS: Final[dict[str, View]] = {
    **dict.fromkeys(("比上年同期增长", "比上年同期", "同比增长", "同比"), "growth"),
    **dict.fromkeys(("比上月增长", "比上月", "环比增长", "环比"), "sequential"),
    "本年累计": "to_date",
    **dict.fromkeys(("占全区的比重", "占全区比重", "占全区"), "share"),
    **dict.fromkeys(("占上级单位的比重", "占上级单位比重", "占上级单位"), "parent_share"),
}  # fmt: skip
OFFICIAL: Final = "只计正式数"
_PHRASES: Final = re.compile(r"[，；;]|,(?!\d{3})")
_LEDGER: Final = re.compile(r"(?:《([^》]+)》)?\s*(.+)")
MOST = 5  # measures that a sentence offers in place of one that is not there


class Resolver:
    """Looks names up in the registry and among the units, which it reads once."""

    def __init__(self, units: Names[Unit]) -> None:
        self._units = units
        self._lookups = Lookups()

    def formula(self, text: str) -> Proposal:
        """A typed formula with what its names stand for; :class:`BadFormula` says what is not understood."""
        read = formulas.parse(text)
        names = formulas.names(read)
        if not names:
            raise BadFormula("公式里没有指标，请至少写一个台账计量的名字。")
        return Proposal(
            formula=formulas.printed(read), parts=tuple((name, self.part(name)) for name in names)
        )

    def part(self, name: str) -> Proposal:
        """One name: a measure, and phrases behind it that narrow it."""
        first, *phrases = (phrase.strip() for phrase in _PHRASES.split(name))
        ledger, measure = _measure(first)
        found = Proposal(ledger.name, measure.name)
        for phrase in filter(None, phrases):
            found = self._narrowed(found, ledger, name, phrase)
        return found

    def _narrowed(self, found: Proposal, ledger: Ledger, name: str, phrase: str) -> Proposal:
        if phrase in VIEW_WORDS:
            return replace(found, view=VIEW_WORDS[phrase])
        if phrase == OFFICIAL:
            return replace(found, official=True)
        condition = entering.read(ledger, phrase, self._lookups)
        if condition is not None:
            return replace(found, conditions=(*found.conditions, condition))
        unit = self._units.find(phrase.removeprefix("范围：").removeprefix("限"))
        if unit is None:
            raise BadFormula(
                f"“{name}”里的“{phrase}”看不懂：它不是《{ledger.title}》的条件（如“列名不低于1亿元”“列名为某值”），"
                "也不是单位名，或“同比”“本年累计”“占全区”。"
            )
        return replace(found, scope=unit.pk)


def _measure(said: str) -> tuple[Ledger, Measure]:
    """The one measure of that title, or else the one whose words plans use so."""
    match = _LEDGER.fullmatch(said)
    book, title = (match[1] or "", match[2].strip()) if match else ("", said)
    every = [
        (ledger, m) for ledger, m in registry.measures() if not ledger.reported and book in ("", ledger.title)
    ]
    if book and not every:
        raise BadFormula(f"没有叫《{book}》的台账，或者它没有计量，请核对台账名。")
    found = [(ledger, m) for ledger, m in every if m.title == title] or [
        (ledger, m) for ledger, m in every if title in m.words
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise BadFormula(f"“{title}”不止一项，请写明台账：{_offered(found)}。")
    near = [(ledger, m) for ledger, m in every if title in m.title or m.title in title]
    hint = f"相近的有：{_offered(near)}。" if near else "请从“可用的指标”里选，或核对写法。"
    raise BadFormula(f"没有叫“{title}”的指标。{hint}")


def _offered(found: Sequence[tuple[Ledger, Measure]]) -> str:
    return "、".join(title(ledger, measure) for ledger, measure in found[:MOST])


def title(ledger: Ledger, measure: Measure) -> str:
    """A measure as a formula names it."""
    return f"《{ledger.title}》{measure.title}"
