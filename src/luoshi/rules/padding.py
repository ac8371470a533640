"""注水疑点: signings that may be one project counted twice, or much smaller than they are told to be."""

from __future__ import annotations

import bisect
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from luoshi.rules import amounts, dates, issued, likeness, refusals, rounding
from luoshi.rules.padding_rules import Kind, PaddingRule

__all__ = ["Finding", "Kind", "PaddingRule", "Signing", "findings"]


@dataclass(frozen=True, slots=True)
class Signing:
    """What is known of one signing; money in fen, ``land`` in mu (None: not known, 0: none needed).

    ``content`` is compared together with the project's name; ``promised_tax`` of a year, None: none promised.
    """

    key: str
    project: str
    investor: str
    signed_on: date
    amount: int
    credit_code: str = ""
    unit: str = ""
    content: str = ""
    parcel: str = ""
    equipment: int = 0
    paid_in: int = 0
    promised_tax: int | None = None
    land: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt: about ``first`` alone (``second`` empty), or about ``second`` beside the older ``first``."""

    kind: Kind
    first: str
    second: str
    sentence: str


def findings(rule: PaddingRule, signings: Sequence[Signing], as_of: date) -> list[Finding]:
    """The doubts about the signings by the day ``as_of``, oldest signing first, each kind at most once a signing.

    A later signing is set beside one older one: the nearest in amount (same_investor), else the latest. So the
    result grows with the signings, not with their pairs; names and texts are looked up in an inverted index.
    Where two units hold the same project it is told once (two_units) and not again as same_text.

    Source: abuses named in published inspections: one project signed at several fairs, equipment signed again
    as investment, joint attraction counted twice, amounts packed. Raises SigningTwice.
    """
    if twice := issued.first_twice([each.key for each in signings]):
        raise refusals.SigningTwice(twice)
    ordered = sorted(signings, key=lambda each: (each.signed_on, each.key))
    who = _Who(rule, ordered)
    looks = [
        _Investors(rule, who).look,
        _Texts(rule, who, ordered).look,
        _Parcels().look,
        _Sizes(rule, as_of).look,
    ]
    order = {kind: number for number, kind in enumerate(rule.kinds)}
    found: list[Finding] = []
    for signing in ordered:
        told = {each.kind: each for look in looks for each in look(signing) if each.kind in order}
        doubled = told.get("two_units"), told.get("same_text")
        if doubled[0] and doubled[1] and doubled[0].first == doubled[1].first:
            del told["same_text"]
        found += sorted(told.values(), key=lambda each: order[each.kind])
    return found


# ---- who signs: the same investor -----------------------------------------------------------------


_Bucket = tuple[str, int | str]


class _Alike:
    """The distinct texts of many, and which of them are alike."""

    def __init__(self, texts: Sequence[str], at_least: Decimal) -> None:
        self.number: dict[str, int] = {}
        for text in texts:
            self.number.setdefault(text, len(self.number))
        self._near: dict[int, list[int]] = defaultdict(list)
        for first, second in likeness.alike([likeness.grams(text) for text in self.number], at_least):
            self._near[first].append(second)
            self._near[second].append(first)

    def of(self, text: str) -> tuple[int, ...]:
        """The text itself and those alike; none for an empty text, which says nothing."""
        if not text:
            return ()
        number = self.number[text]
        return (number, *self._near.get(number, ()))


class _Who:
    """Investors: the same code, or names alike where one of the two has no code."""

    def __init__(self, rule: PaddingRule, signings: Sequence[Signing]) -> None:
        self._names = {each.investor: likeness.firm_name(each.investor) for each in signings}
        self._alike = _Alike([*self._names.values()], rule.investor_likeness)

    def sought(self, signing: Signing) -> Iterator[_Bucket]:
        """Under which buckets the same investor's older signings lie."""
        near = self._alike.of(self._names[signing.investor])
        if signing.credit_code:
            yield "code", signing.credit_code
        kind = "uncoded" if signing.credit_code else "name"
        yield from ((kind, number) for number in near)

    def filed(self, signing: Signing) -> Iterator[_Bucket]:
        """Under which buckets a signing is put."""
        number = self._alike.number[self._names[signing.investor]]
        yield "name", number
        yield ("code", signing.credit_code) if signing.credit_code else ("uncoded", number)


class _Window:
    """The signings of the last months in the order of their amounts."""

    def __init__(self, months: int) -> None:
        self._months = months
        self._by_time: deque[Signing] = deque()
        self._by_amount: list[tuple[int, str, Signing]] = []

    def add(self, signing: Signing) -> None:
        self._by_time.append(signing)
        bisect.insort(self._by_amount, (signing.amount, signing.key, signing))

    def nearest(self, signing: Signing, window: amounts.Share) -> Signing | None:
        """The nearest in amount whose amount is within the window (in per cent of it)."""
        while (
            self._by_time and dates.add_months(self._by_time[0].signed_on, self._months) < signing.signed_on
        ):
            old = self._by_time.popleft()
            del self._by_amount[bisect.bisect_left(self._by_amount, (old.amount, old.key))]
        at = bisect.bisect_left(self._by_amount, (signing.amount, ""))
        near = (each[2] for each in self._by_amount[max(0, at - 1) : at + 1])
        within = [
            each for each in near if window.compared(abs(each.amount - signing.amount), each.amount) <= 0
        ]
        return min(within, key=lambda each: (abs(each.amount - signing.amount), each.key), default=None)


class _Investors:
    """same_investor and same_equipment."""

    def __init__(self, rule: PaddingRule, who: _Who) -> None:
        self._rule, self._who = rule, who
        self._share = amounts.Share.of(rule.amount_window)
        self._windows: dict[_Bucket, _Window] = {}
        self._last: dict[_Bucket, Signing] = {}

    def look(self, signing: Signing) -> Iterator[Finding]:
        sought = [*self._who.sought(signing)]
        windows = (self._windows[bucket] for bucket in sought if bucket in self._windows)
        near = [older for each in windows if (older := each.nearest(signing, self._share))]
        if near:
            closest = min(near, key=lambda each: (abs(each.amount - signing.amount), each.key))
            yield _pair("same_investor", closest, signing, _same_amount(closest, signing))
        last = _latest(self._last[bucket] for bucket in sought if bucket in self._last)
        if last and _mostly_equipment(self._rule, signing):
            yield _pair("same_equipment", last, signing, _equipment_told(signing))
        for bucket in self._who.filed(signing):
            self._windows.setdefault(bucket, _Window(self._rule.months)).add(signing)
            self._last[bucket] = signing


def _mostly_equipment(rule: PaddingRule, signing: Signing) -> bool:
    return 0 < signing.amount * Fraction(rule.equipment_share) <= signing.equipment * 100


def _same_amount(older: Signing, signing: Signing) -> str:
    apart = amounts.shown(amounts.percent(abs(older.amount - signing.amount), older.amount or 1))
    return f"投资方相同，签约相隔 {dates.whole_months(older.signed_on, signing.signed_on)} 个月，金额相差 {apart}，请核对是否重复签约"


def _equipment_told(signing: Signing) -> str:
    share = amounts.shown(amounts.percent(signing.equipment, signing.amount))
    return f"投资方此前已签约，本次金额的 {share} 为设备购置，请核对是否把设备采购再次签约"


# ---- what is signed: the same text, and the same under two units ----------------------------------


class _Texts:
    """same_text and two_units."""

    def __init__(self, rule: PaddingRule, who: _Who, signings: Sequence[Signing]) -> None:
        self._who = who
        self._plain = {each.key: likeness.plain(each.project + each.content) for each in signings}
        self._texts = _Alike([*self._plain.values()], rule.text_likeness)
        self._last: dict[int, Signing] = {}
        self._units: dict[tuple[_Bucket, int], list[Signing]] = {}

    def look(self, signing: Signing) -> Iterator[Finding]:
        near = self._texts.of(self._plain[signing.key])
        older = _latest(self._last[number] for number in near if number in self._last)
        if older:
            yield _pair("same_text", older, signing, "项目名称和内容几乎相同，请核对是否为同一项目")
        places = [(bucket, number) for bucket in self._who.sought(signing) for number in near]
        held = (each for place in places for each in self._units.get(place, ()) if each.unit != signing.unit)
        elsewhere = _latest(held)
        if elsewhere:
            told = f"同一项目由{elsewhere.unit}和{signing.unit}分别申报，只应计入较早的一方"
            yield _pair("two_units", elsewhere, signing, told)
        self._file(signing, near[:1])

    def _file(self, signing: Signing, own: Sequence[int]) -> None:
        """Keeps the latest signing of a text and, by investor, the latest of each of the last two units."""
        for number in own:
            self._last[number] = signing
            for bucket in self._who.filed(signing):
                held = self._units.get((bucket, number), [])
                others = [each for each in held if each.unit != signing.unit]
                self._units[bucket, number] = [*others[-1:], signing]


# ---- where: the same parcel -----------------------------------------------------------------------


class _Parcels:
    """same_parcel."""

    def __init__(self) -> None:
        self._last: dict[str, Signing] = {}

    def look(self, signing: Signing) -> Iterator[Finding]:
        older = self._last.get(signing.parcel) if signing.parcel else None
        if older:
            yield _pair("same_parcel", older, signing, f"落在同一地块 {signing.parcel}，请核对是否为同一项目")
        self._last[signing.parcel] = signing


# ---- how much: far from money, tax and land -------------------------------------------------------


class _Sizes:
    """far_from_paid_in, far_from_tax and far_from_land: a signing against itself."""

    def __init__(self, rule: PaddingRule, as_of: date) -> None:
        self._rule, self._as_of = rule, as_of
        self._paid_in_share = amounts.Share.of(rule.paid_in_share)
        self._tax_share = amounts.Share.of(rule.tax_share)
        self._per_mu, self._landless = amounts.fen(rule.amount_per_mu), amounts.fen(rule.landless_amount)

    def look(self, signing: Signing) -> Iterator[Finding]:
        tests: Mapping[Kind, Callable[[Signing], str]] = {
            "far_from_paid_in": self._paid_in,
            "far_from_tax": self._tax,
            "far_from_land": self._land,
        }
        for kind, test in tests.items():
            if signing.amount > 0 and (told := test(signing)):
                yield Finding(kind, signing.key, "", f"“{signing.project}”{told}")

    def _paid_in(self, signing: Signing) -> str:
        months = self._rule.paid_in_months
        young = dates.add_months(signing.signed_on, months) > self._as_of
        if young or self._paid_in_share.compared(signing.paid_in, signing.amount) >= 0:
            return ""
        share = amounts.percent(signing.paid_in, signing.amount)
        line = rounding.show(self._rule.paid_in_share)
        return (
            f"签约已满 {months} 个月，到位资金只有签约额的 {amounts.shown(share)}，不足 {line}%，请核对签约额"
        )

    def _tax(self, signing: Signing) -> str:
        if (
            signing.promised_tax is None
            or self._tax_share.compared(signing.promised_tax, signing.amount) >= 0
        ):
            return ""
        share = amounts.percent(signing.promised_tax, signing.amount)
        line = rounding.show(self._rule.tax_share)
        return f"承诺年税收只有签约额的 {amounts.shown(share)}，不足 {line}%，请核对签约额"

    def _land(self, signing: Signing) -> str:
        if signing.land is None:
            return ""
        if not signing.land:
            large = signing.amount >= self._landless
            return f"签约额 {amounts.wan(signing.amount)}，却不需要用地，请核对投资内容" if large else ""
        top, bottom = signing.land.as_integer_ratio()
        if signing.amount * bottom * self._per_mu.denominator <= self._per_mu.numerator * top:
            return ""
        per_mu = rounding.show(
            rounding.exact(Fraction(signing.amount, amounts.FEN_A_WAN) / Fraction(signing.land))
        )
        line = rounding.show(self._rule.amount_per_mu)
        return f"每亩投资 {per_mu} 万元，超过 {line} 万元，请核对签约额和用地"


# ---- telling --------------------------------------------------------------------------------------


def _latest(signings: Iterator[Signing]) -> Signing | None:
    return max(signings, key=lambda each: (each.signed_on, each.key), default=None)


def _pair(kind: Kind, older: Signing, signing: Signing, told: str) -> Finding:
    return Finding(kind, older.key, signing.key, f"“{signing.project}”与“{older.project}”{told}")
