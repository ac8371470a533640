"""合同履约率: which signed contracts are due, which of them are kept, and the rate of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from luoshi.rules import amounts, dates, issued, rounding

Base = Literal["count", "amount"]
BASES: tuple[Base, ...] = ("count", "amount")
Verdict = Literal["yes", "no", "not_due"]


@dataclass(frozen=True, slots=True)
class FulfilmentRule:
    """One published rule.

    - due: ``grace_days`` calendar days after the promised start, or ``months_without_promise`` months after
      the signing where no start is promised.
    - kept: registered, started or paid in for at least ``paid_in_share`` per cent of the contract, not
      ended, and no promise of the kinds ``promises`` broken.
    - ``base``: whether the rate counts contracts or their amounts.
    """

    code: str
    name: str
    version: str
    effective_from: str
    grace_days: int
    months_without_promise: int
    paid_in_share: Decimal
    promises: tuple[str, ...]
    base: Base = "count"

    @classmethod
    def from_data(cls, data: object) -> FulfilmentRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "履约规则")
        rule = cls(
            **issued.imprint(source),
            grace_days=source.integer("grace_days", least=0),
            months_without_promise=source.integer("months_without_promise", most=600),
            paid_in_share=source.decimal("paid_in_share", least="0", most="100"),
            promises=source.texts("promises"),
            base=source.word("base", BASES, "count"),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        return {
            **issued.written(self),
            "grace_days": self.grace_days,
            "months_without_promise": self.months_without_promise,
            "paid_in_share": str(self.paid_in_share),
            "promises": list(self.promises),
            "base": self.base,
        }


@dataclass(frozen=True, slots=True)
class Contract:
    """What is known of one signing; money in fen, ``broken`` the kinds of its broken promises (by their word)."""

    key: str
    signed_on: date
    amount: int
    promised_start: date | None = None
    registered: bool = False
    started_on: date | None = None
    paid_in: int = 0
    ended: bool = False
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """One contract's verdict on a day, and why."""

    key: str
    verdict: Verdict
    amount: int
    reason: str


@dataclass(frozen=True, slots=True)
class Rate:
    """``top`` of ``bottom`` (contracts or fen, by the rule's base); ``share`` in % is None while none is due."""

    top: int
    bottom: int
    excluded: int
    share: Decimal | None
    reason: str


def due_on(rule: FulfilmentRule, contract: Contract) -> date:
    """The first day on which the contract is judged."""
    if contract.promised_start is not None:
        return contract.promised_start + timedelta(days=rule.grace_days + 1)
    return dates.add_months(contract.signed_on, rule.months_without_promise)


def judge(rule: FulfilmentRule, contract: Contract, as_of: date) -> Judged:
    """Whether a contract is kept on a day; before it is due it is neither kept nor broken, whatever it did.

    So the rate has the same contracts above and below the line: what is kept early does not polish it.
    A start after ``as_of`` has not happened. Source: 履约率 as zones define it, a start or a share of the
    money within a grace period.

    >>> from luoshi.rules import defaults
    >>> signed = Contract("甲", date(2026, 1, 5), 10**10, date(2026, 3, 31), True, paid_in=2 * 10**9)
    >>> judge(defaults.FULFILMENT_RULE, signed, date(2026, 6, 30)).reason
    '已注册，到位资金为合同额的 20.0%，已履约'
    """
    due = due_on(rule, contract)
    if as_of < due:
        return Judged(contract.key, "not_due", contract.amount, f"{due} 起评价，尚未到期")
    faults = [*_faults(rule, contract, as_of)]
    if faults:
        return Judged(contract.key, "no", contract.amount, f"{'，'.join(faults)}，未履约")
    return Judged(contract.key, "yes", contract.amount, f"已注册，{_progress(contract, as_of)}，已履约")


def rate(rule: FulfilmentRule, judged: Sequence[Judged]) -> Rate:
    """The share of what is kept in what is due.

    >>> from luoshi.rules import defaults
    >>> each = [Judged(str(i), verdict, 100, "") for i, verdict in enumerate(("yes", "yes", "no", "not_due"))]
    >>> rate(defaults.FULFILMENT_RULE, each).reason
    '到期 3 个，已履约 2 个，履约率 66.7%；另有 1 个未到期，不计入'
    """
    sums: Counter[Verdict] = Counter()
    for each in judged:
        sums[each.verdict] += 1 if rule.base == "count" else each.amount
    top, bottom, excluded = sums["yes"], sums["yes"] + sums["no"], sums["not_due"]
    share = amounts.percent(top, bottom) if bottom else None
    return Rate(
        top, bottom, excluded, None if share is None else rounding.exact(share), _told(rule, sums, share)
    )


def _started(contract: Contract, as_of: date) -> bool:
    return contract.started_on is not None and contract.started_on <= as_of


def _paid_enough(rule: FulfilmentRule, contract: Contract) -> bool:
    return contract.paid_in * 100 >= contract.amount * Fraction(rule.paid_in_share) and contract.paid_in > 0


def _faults(rule: FulfilmentRule, contract: Contract, as_of: date) -> list[str]:
    faults = ["合同已终止"] if contract.ended else []
    if not contract.registered:
        faults.append("未注册企业")
    if not _started(contract, as_of) and not _paid_enough(rule, contract):
        line = rounding.show(rule.paid_in_share)
        faults.append(f"未开工，{_paid_share(contract)}，不足 {line}%")
    faults += [f"“{kind}”承诺未兑现" for kind in rule.promises if kind in contract.broken]
    return faults


def _progress(contract: Contract, as_of: date) -> str:
    if _started(contract, as_of):
        return f"{contract.started_on} 开工"
    return _paid_share(contract)


def _paid_share(contract: Contract) -> str:
    if not contract.amount:
        return f"到位资金 {amounts.wan(contract.paid_in)}"
    return f"到位资金为合同额的 {amounts.shown(amounts.percent(contract.paid_in, contract.amount))}"


def _told(rule: FulfilmentRule, sums: Counter[Verdict], share: Fraction | None) -> str:
    def shown(value: int) -> str:
        return f"{value} 个" if rule.base == "count" else amounts.wan(value)

    left = f"；另有 {shown(sums['not_due'])}未到期，不计入" if sums["not_due"] else ""
    if share is None:
        return f"尚无到期的合同，不计算履约率{left}"
    due = sums["yes"] + sums["no"]
    return f"到期 {shown(due)}，已履约 {shown(sums['yes'])}，履约率 {amounts.shown(share)}{left}"
