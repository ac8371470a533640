"""Units of one kind converted exactly, as fractions: 亩 and 公顷, 千瓦 and 兆瓦, 家 and 户."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

#: Words that only count; whether a plan says 家, 户 or 个 of the same indicator makes no difference.
COUNTING = (
    "个", "家", "户", "项", "件", "名", "人", "位", "条", "座", "处", "所", "场", "场次", "次", "套", "台", "辆", "只", "头", "篇", "支",
    "艘", "棵", "株", "盏", "块", "张", "份", "种", "款", "间", "栋", "幢", "宗", "起", "例", "单", "笔", "部", "批", "组", "枚", "册", "幅", "类", "期",
    "根", "口", "尊", "门", "届", "孔",
)  # fmt: skip

#: Unit -> the unit it is measured in here, and how many of those it is. What is not listed is measured in itself.
MEASURES: dict[str, tuple[str, Fraction]] = {
    **{word: ("个", Fraction(1)) for word in COUNTING},
    "亩": ("平方米", Fraction(2000, 3)), "公顷": ("平方米", Fraction(10_000)), "平方公里": ("平方米", Fraction(1_000_000)),
    "延米": ("米", Fraction(1)), "公里": ("米", Fraction(1000)), "海里": ("米", Fraction(1852)),
    "吨": ("公斤", Fraction(1000)), "吨标煤": ("吨标准煤", Fraction(1)),
    "兆瓦": ("千瓦", Fraction(1000)), "吉瓦": ("千瓦", Fraction(1_000_000)), "kW": ("千瓦", Fraction(1)), "MW": ("千瓦", Fraction(1000)),
    "GW": ("千瓦", Fraction(1_000_000)), "kWh": ("千瓦时", Fraction(1)), "兆瓦时": ("千瓦时", Fraction(1000)),
    "MWh": ("千瓦时", Fraction(1000)), "吉瓦时": ("千瓦时", Fraction(1_000_000)), "GWh": ("千瓦时", Fraction(1_000_000)),
    "兆伏安": ("千伏安", Fraction(1000)), "kV": ("千伏", Fraction(1)), "KV": ("千伏", Fraction(1)),
    "‰": ("%", Fraction(1, 10)), "个百分点": ("百分点", Fraction(1)), "小时": ("分钟", Fraction(60)),
}  # fmt: skip

PLACES = 4  # decimals of a number that has no end


@lru_cache(4096)
def measure(base_unit: str, basis: str = "level") -> tuple[str, Fraction]:
    """The unit in which ``base_unit`` is compared, and how many of those it is.

    A growth by 1倍 is one by 100%; currencies are never converted.
    """
    if base_unit == "倍" and basis in ("growth", "reduction"):
        return "%", Fraction(100)
    if base_unit.startswith("万") and "/" in base_unit:
        rest, times = measure(base_unit[1:], basis)
        return rest, times * 10_000
    return MEASURES.get(base_unit, (base_unit, Fraction(1)))


def written(number: Fraction) -> str:
    """A fraction as a decimal: exactly where it ends, with four places (half up) where it does not."""
    if ends(number):
        with localcontext() as context:
            context.prec = _digits(number)
            text = format(Decimal(number.numerator) / Decimal(number.denominator), "f")
    else:
        text = format(_rounded(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(number: Fraction) -> str:
    """A fraction as a decimal of at most four places, half up."""
    text = format(_rounded(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def ends(number: Fraction) -> bool:
    """Whether a fraction is a finite decimal: its denominator has no prime factor but 2 and 5."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _digits(number: Fraction) -> int:
    """Enough for every digit of a fraction that ends."""
    return len(str(abs(number.numerator))) + number.denominator.bit_length() + 2


def _rounded(number: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = len(str(abs(number.numerator))) + len(str(number.denominator)) + PLACES + 2
        quotient = Decimal(number.numerator) / Decimal(number.denominator)
        return quotient.quantize(Decimal(1).scaleb(-PLACES), rounding=ROUND_HALF_UP)
