"""Whether a ledger gives already what somebody is to be asked for: a figure is never typed where a row holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.ledgers import figures, registry
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Measure
from luoshi.plans.targets import wording
from luoshi.plans.targets.proposals import Proposal, Ranking, Wanted


@dataclass(frozen=True, slots=True)
class Held:
    """A ledger and its measure that give a figure."""

    ledger: Ledger
    measure: Measure

    @property
    def sentence(self) -> str:
        """What is there already."""
        return f"《{self.ledger.title}》已能算出“{self.measure.title}”"

    @property
    def refusal(self) -> str:
        """What is said to who asks for it all the same."""
        return (
            f"{self.sentence}，不必填报，请直接引用台账的数。"
            "确有不同口径、仍须单独填报的，请在“仍须填报的理由”中写明。"
        )


def of_words(name: str, base_unit: str, ranking: Ranking | None = None) -> Held | None:
    """The measure that gives a level of this name: of exactly these words, or one that would surely be proposed."""
    wanted = Wanted(indicator=name, base_unit=base_unit)
    return named(name, base_unit) or sure((ranking or Ranking()).of(wanted))


def sure(proposals: Sequence[Proposal]) -> Held | None:
    """The likeliest of proposals where it is sure."""
    if not proposals or not proposals[0].sure:
        return None
    ledger = registry.ledger(proposals[0].ledger)
    return Held(ledger, ledger.measure(proposals[0].measure))


def named(name: str, base_unit: str) -> Held | None:
    """The measure whose title, or one of whose words in plans, is exactly this name."""
    for ledger, measure in registry.measures():
        if ledger.reported or name.strip() not in (measure.title, *measure.words):
            continue
        if wording.units_alike(base_unit, figures.base_unit(ledger, measure)):
            return Held(ledger, measure)
    return None
