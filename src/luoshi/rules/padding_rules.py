"""A padding rule as data: which signings look as if they counted more than is there."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from luoshi.rules import fields, issued

Kind = Literal[
    "same_investor",
    "same_parcel",
    "same_text",
    "same_equipment",
    "two_units",
    "far_from_paid_in",
    "far_from_tax",
    "far_from_land",
]
KINDS: tuple[Kind, ...] = (
    "same_investor",
    "same_parcel",
    "same_text",
    "same_equipment",
    "two_units",
    "far_from_paid_in",
    "far_from_tax",
    "far_from_land",
)


@dataclass(frozen=True, slots=True)
class PaddingRule:
    """One rule; ``kinds`` are those looked for.

    - ``investor_likeness``, ``text_likeness``: from which likeness (0 to 1) names and texts are the same.
    - same_investor: within ``months`` months, amounts apart by at most ``amount_window`` per cent of the older.
    - same_equipment: ``equipment_share`` per cent of the amount or more is equipment, after an older signing
      of the same investor.
    - two_units: the same investor and the same text, under two units.
    - far_from_paid_in: less than ``paid_in_share`` per cent, ``paid_in_months`` months after the signing.
    - far_from_tax: promised tax of a year below ``tax_share`` per cent of the amount.
    - far_from_land: more than ``amount_per_mu`` 万元 a mu, or no land for ``landless_amount`` 万元 or more.
    """

    code: str
    name: str
    version: str
    effective_from: str
    kinds: tuple[Kind, ...]
    investor_likeness: Decimal
    text_likeness: Decimal
    months: int
    amount_window: Decimal
    equipment_share: Decimal
    paid_in_share: Decimal
    paid_in_months: int
    tax_share: Decimal
    amount_per_mu: Decimal
    landless_amount: Decimal

    @classmethod
    def from_data(cls, data: object) -> PaddingRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "查重规则")
        rule = cls(
            **issued.imprint(source),
            kinds=source.words("kinds", KINDS),
            investor_likeness=_likeness(source, "investor_likeness"),
            text_likeness=_likeness(source, "text_likeness"),
            months=source.integer("months", most=600),
            amount_window=source.decimal("amount_window", least="0", most="99"),
            equipment_share=source.decimal("equipment_share", least="0", most="100"),
            paid_in_share=source.decimal("paid_in_share", least="0", most="100"),
            paid_in_months=source.integer("paid_in_months", most=600),
            tax_share=source.decimal("tax_share", least="0", most="100"),
            amount_per_mu=source.decimal("amount_per_mu", least="0"),
            landless_amount=source.decimal("landless_amount", least="0"),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        return {
            **issued.written(self),
            "kinds": list(self.kinds),
            "investor_likeness": str(self.investor_likeness),
            "text_likeness": str(self.text_likeness),
            "months": self.months,
            "amount_window": str(self.amount_window),
            "equipment_share": str(self.equipment_share),
            "paid_in_share": str(self.paid_in_share),
            "paid_in_months": self.paid_in_months,
            "tax_share": str(self.tax_share),
            "amount_per_mu": str(self.amount_per_mu),
            "landless_amount": str(self.landless_amount),
        }


def _likeness(source: fields.Fields, name: str) -> Decimal:
    return source.decimal(name, least="0.5", most="1")
