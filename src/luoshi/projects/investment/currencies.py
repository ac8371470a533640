"""Money in other currencies: its words, and the check that it was converted by the rate that was given."""

from __future__ import annotations

from django.db.models import BigIntegerField, CheckConstraint, ExpressionWrapper, F, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual

CNY, USD = "CNY", "USD"
CURRENCIES = ((CNY, "人民币"), (USD, "美元"), ("EUR", "欧元"), ("HKD", "港元"), ("JPY", "日元"))
PLACES = 10_000  # rates have four places
OFF = 1  # per cent by which a sum may differ from what its rate makes of it


def converted(name: str, original: str, rate: str, given: str, title: str) -> CheckConstraint:
    """An original sum comes with its rate, and both make the given sum, within one per cent."""
    product = _whole(F(original) * F(rate))
    low, high = (_whole(F(given) * Value(PLACES * (100 + part) // 100)) for part in (-OFF, OFF))
    near = Q(GreaterThanOrEqual(product, low)) & Q(LessThanOrEqual(product, high))
    return CheckConstraint(
        condition=Q(**{f"{original}__isnull": True}) | (Q(**{f"{rate}__isnull": False}) & near),
        name=name,
        violation_error_message=f"原币金额乘汇率与{title}相差超过百分之{OFF}，或没有填汇率，请核对三个数。",
    )


def _whole(product: Combinable) -> ExpressionWrapper[Combinable]:
    return ExpressionWrapper(product, output_field=BigIntegerField())
