"""How a number with its unit is written: one rule a way of writing it."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

from luoshi.reading.engine import Rule
from luoshi.reading.numerals import words
from luoshi.reading.numerals.values import written
from luoshi.reading.openings import grouped


class Numeral(NamedTuple):
    """A number and its unit as found: text[start:end] is the numeral, text[start:tail] numeral and unit.

    ``value`` counts written units (64 of 亿元), ``amount`` base units (6400000000 of 元). ``about`` is true
    for 20余家; ``style`` is digits, words (二十) or multiplier (千亿: 1000 of 亿元).
    """

    start: int
    end: int
    tail: int
    value: Decimal
    high: Decimal | None
    unit: str
    amount: Decimal
    base_unit: str
    kind: str
    about: bool
    style: str


_numeral: Callable[[tuple[object, ...]], Numeral] = partial(tuple.__new__, Numeral)


def either(choices: tuple[str, ...]) -> str:
    """The choices as one pattern, longest first; a measure word is refused where it begins another word."""
    ranked = sorted(choices, key=len, reverse=True)
    return grouped(
        re.escape(word) + (f"(?![{words.OTHER_WORDS[word]}])" if word in words.OTHER_WORDS else "")
        for word in ranked
    )


# What was taken for a number is not given back: no unit begins with a digit.
# Fifteen digits before the point and six behind it are the most that any plan counts.
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3}){1,4}+(?!\d)(?:\.\d{1,6}+(?!\d))?+|\d{1,15}+(?!\d)(?:\.\d{1,6}+(?!\d))?+)"
_SPOKEN = "[一二两三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟]"
SPOKEN = rf"{_SPOKEN}{{1,12}}+(?!{_SPOKEN})"
GAP = r"[ \u3000\xa0]?"
TO = r"(?:-|－|—{1,2}|–|~|～|至|到)"
TIMES = r"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦伏米克])|百(?!分))"
# 万元/亩: for each of what; three characters at most are looked at where no stroke follows.
UNITS = (
    rf"(?:{either(tuple(words.KINDS))})(?:[/／](?:{'|'.join(sorted(words.EACH, key=len, reverse=True))}))?"
)
COUNTED = either(words.COUNTED_IN_WORDS)
MONEYS = either(words.MONEY)
IN_WORDS = f"{COUNTED}|{MONEYS}|亩|平方米|公里|吨"
# What may follow a number before or as its unit, by its first character: most numbers (years, list marks) fail here.
FOLLOWING = "".join(sorted({re.escape(word[0]) for word in words.KINDS} | set("余多个万千百十亿")))
#: No measure grows by more per cent where the sign is lost.
_MOST_GROWN = 60
#: 分别 stands so near before the numbers of a list.
_APART_MOST = 16
LONG = rf"(?:{SPOKEN}[万亿]零?){{0,2}}{SPOKEN}"
# 5000万 and 20亿 without a measure word are read too; 年 月 日 号 and the like make a date or a name.
NOT_NAME = r"(?![年月日号期届级度第])"


def unit_pattern(name: str, units: str, bare: bool) -> str:
    """Multiplier, measure word and the 余 or 多 before or between them; 个 is swallowed before some units."""
    short = (
        rf"|(?P<{name}_bare>(?:万亿|千亿|百亿|亿)(?![年月日号期届度第])|(?:千万|百万|万){NOT_NAME})"
        if bare
        else ""
    )
    return (
        rf"{GAP}(?=[{FOLLOWING}])(?P<{name}_more>[余多])?(?:个(?=工作日|亿(?!元)))?(?:"
        rf"(?P<{name}_times>{TIMES})?(?P<{name}_rest>[余多])?(?P<{name}_unit>{units}){short})"
    )


@cache
def _factor(times: str) -> Decimal:
    return written(times) if times else Decimal(1)


@cache
def _parts(name: str) -> tuple[str, str, str, str]:
    return f"{name}_more", f"{name}_times", f"{name}_rest", f"{name}_unit"


def _made(
    match: re.Match[str],
    name: str,
    span: tuple[int, int],
    low: str,
    high: str | None,
    style: str,
    bare: bool = False,
) -> Numeral:
    more, times, rest, unit = match.group(*_parts(name))
    if bare and not unit:
        times = match[f"{name}_bare"]
    return numeral(span, match.end(), low, high, times or "", unit or "", bool(more or rest), style)


@cache
def _measure(times: str, unit: str) -> tuple[str, Decimal, str, str]:
    """The written unit, how many base units one of it is, the base unit, and what kind of measure it is."""
    base, exact = words.BASE.get(unit, (unit or "元", Decimal(1)))
    measure, _, each = unit.replace("／", "/").partition("/")
    plain = "money" if times.endswith("亿") else "bare"
    if each and each not in words.WHILE and unit not in words.KINDS:
        plain, measure = "rate", ""
    return (
        times + unit,
        _factor(times) * exact,
        base,
        words.KINDS.get(unit) or words.KINDS.get(measure, plain),
    )


def numeral(
    span: tuple[int, int],
    tail: int,
    low: str,
    high: str | None,
    times: str,
    unit: str,
    about: bool,
    style: str,
) -> Numeral:
    """A numeral from its parts; a bare 亿 or 万 keeps the multiplier as its unit and counts money."""
    value = written(low + times) / _factor(times) if style == "words" else written(low)
    whole, size, base, kind = _measure(times, unit)
    top = written(high) if high else None
    amount = value if size == 1 else value * size
    return _numeral((*span, tail, value, top, whole, amount, base, kind, about, style))


def _digits(match: re.Match[str]) -> Numeral:
    return _made(match, "d", match.span("d_low"), match["d_low"], None, "digits", bare=True)


def _range(match: re.Match[str]) -> Numeral | None:
    low, high = match["r_low"], match["r_high"]
    between = match["r_between"] or ""
    unit = (match["r_times"] or "") + (match["r_unit"] or "")
    if written(high) <= written(low) and not between:
        return None
    made = _made(match, "r", (match.start("r_low"), match.end("r_high")), low, high, "digits", bare=True)
    return made if not between or unit.startswith(between) or unit == between else None


def _apart(match: re.Match[str]) -> Numeral | None:
    """分别不超过50和29公里: the measure of a list that only its last number names."""
    place = match.start("w_low")
    if match.string.find("分别", max(0, place - _APART_MOST), place) < 0:
        return None
    return _made(match, "w", match.span("w_low"), match["w_low"], None, "digits")


def _spoken(match: re.Match[str]) -> Numeral | None:
    return _from_words(match, "s", match.span("s_low"), match["s_low"], None)


def _spoken_range(match: re.Match[str]) -> Numeral | None:
    return _from_words(
        match, "t", (match.start("t_low"), match.end("t_high")), match["t_low"], match["t_high"]
    )


def _from_words(
    match: re.Match[str], name: str, span: tuple[int, int], low: str, high: str | None
) -> Numeral | None:
    if all(char in words.TENS for char in low) and low[0] not in "十拾":
        return None  # only multiplier characters: another rule
    return _made(match, name, span, low, high, "words")


def _half(match: re.Match[str]) -> Numeral | None:
    """半倍, 半亩; 半百倍 is no number."""
    return None if match["h_times"] else _made(match, "h", match.span("h_low"), "半", None, "words")


#: What stands for a number that is left out.
_MASKS = frozenset("xX×*＊_○〇")


def _hundred_millions(match: re.Match[str]) -> Numeral | None:
    """千亿元 is 1000 of 亿元, 亿元以上 is 1 of 亿元; a lone 亿 is part of a word."""
    head, unit = match["m_head"], match["m_unit"]
    if not head and (not unit or _is_masked(match)):
        return None
    end = match.start() + 1
    return numeral(
        (match.start(), end), match.end(), head or "一", None, "亿", unit or "元", False, "multiplier"
    )


def _is_masked(match: re.Match[str]) -> bool:
    """x亿元, **万元: a sample text that leaves out its numbers."""
    return match.string[max(0, match.start() - 1) : match.start()] in _MASKS


def _ten_thousands(match: re.Match[str]) -> Numeral | None:
    """千万元 is 1000 of 万元."""
    if not match["k_head"] and _is_masked(match):
        return None
    head = match["k_head"] or "一"
    span = (match.start(), match.start() + 1)
    return numeral(span, match.end(), head, None, "万", match["k_unit"], False, "multiplier")


def _many(match: re.Match[str]) -> Numeral:
    """超百家 is more than 100 of 家; without a word of comparison before it such a word is a name."""
    head, times, unit = match.group("y_head", "y_times", "y_unit")
    return numeral(match.span("y_head"), match.end(), head, None, times or "", unit, False, "multiplier")


def _percent(match: re.Match[str]) -> Numeral:
    unit = "‰" if match["p_of"] == "千" else "%"
    return numeral(
        (match.start(), match.end()), match.end(), match["p_low"], match["p_high"], "", unit, False, "words"
    )


def _plain(match: re.Match[str], group: str, value: Decimal, unit: str, style: str) -> Numeral:
    """A number whose measure is not written behind it; the amount is in per cent where it is a share."""
    base = unit or ("%" if style == "share" else "")
    amount = value * (100 if style == "share" else 10 if unit == "成" else 1)
    kind = "bare" if style == "index" else "ratio"
    base = "%" if unit == "成" else base
    return Numeral(*match.span(group), match.end(), value, None, unit, amount, base, kind, False, style)


def _grown(match: re.Match[str]) -> Numeral | None:
    """生产总值增长6.5左右; 工业增加值增长8: per cent, whose sign a page has lost."""
    value = written(match["g_low"])
    return _plain(match, "g_low", value, "%", "digits") if value < _MOST_GROWN else None


def _fraction(match: re.Match[str]) -> Numeral | None:
    """三分之一 is a share of 0.333333; 3/4 is one only where a share is spoken of."""
    below, above = written(match["f_below"] or match["f_under"]), written(match["f_above"] or match["f_over"])
    if not 0 < above < below:
        return None
    return _plain(match, "fraction", (above / below).quantize(Decimal("0.000001")).normalize(), "", "share")


def _half_of(match: re.Match[str]) -> Numeral:
    return _plain(match, "half_of", Decimal("0.5"), "", "share")


def _over_half(match: re.Match[str]) -> Numeral:
    """完成投资过半: more than 50 of %."""
    return _plain(match, "over_half", Decimal(50), "%", "digits")


def _tenths(match: re.Match[str]) -> Numeral:
    """九成五 is 9.5 tenths."""
    rest = Decimal(5) if match["n_rest"] == "半" else written(match["n_rest"])
    return _plain(match, "tenths", written(match["n_low"]) + rest / 10, "成", "words")


def _none(match: re.Match[str]) -> Numeral:
    """事故零发生, 事件为零: none at all is a number too."""
    return _plain(match, "z_low", Decimal(0), "", "index")


def _two_digits(match: re.Match[str]) -> Numeral:
    """两位数 is at least 10 of %."""
    return _plain(match, "two_digits", Decimal(10), "%", "least")


def _index(match: re.Match[str]) -> Numeral:
    """利用系数达到0.58: an index has no measure, or 年."""
    return _plain(match, "i_low", written(match["i_low"]), match["i_unit"] or "", "index")


def _about(match: re.Match[str]) -> Numeral | None:
    """四五家 is 4 to 5, 三四百户 is 300 to 400."""
    low, high, place = match["a_low"], match["a_high"], match["a_place"] or ""
    if not 0 < written(high) - written(low) <= (2 if low + high == "三五" else 1):
        return None
    return _made(
        match,
        "a",
        (match.start("a_low"), match.end("a_place") if place else match.end("a_high")),
        low + place,
        high + place,
        "words",
    )


NOT_INSIDE = r"(?<![A-Za-z\d.．第〔\[＋+×/])"
NOT_A_TAIL = r"(?<![第初十百千万亿一二三四五六七八九\d几数.])"
NOT_IN_WORDS = r"(?<![第初十百千万亿一二三四五六七八九每几数期统唯\d])(?!(?<=进)一[步出])"

RULES: tuple[Rule[Numeral], ...] = (
    Rule(
        "percent",
        rf"(?P<p_of>[百千])分之(?P<p_low>{ARABIC}|{SPOKEN})(?:{TO}(?:[百千]分之)?(?P<p_high>{ARABIC}|{SPOKEN}))?",
        _percent,
    ),
    Rule(
        "fraction",
        rf"(?=.分之){NOT_IN_WORDS}(?P<f_below>[二三四五六七八九十])分之(?P<f_above>[一二两三四五六七八九])(?!\d)"
        rf"|(?=./){NOT_INSIDE}(?P<f_over>[1-9])/(?P<f_under>[2-9]|10)(?=(?:及?以上"
        rf"|左右)?的?(?:[村户人学企家社镇]|$|[，,；;。、]))",
        _fraction,
    ),
    Rule(
        "tenths",
        rf"(?=.成){NOT_IN_WORDS}(?P<n_low>[一二三四五六七八九])成(?P<n_rest>[一二三四五六七八九半])(?![十百千万亿个家户级])",
        _tenths,
    ),
    Rule("two_digits", r"(?:两|二)位数(?=(?:及?以上)?的?(?:增[长速幅]|水平|$|[，,；;。、]))", _two_digits),
    Rule("half_of", r"(?=一半)(?<=[增减压缩降少加高了约短小过占近到])一半(?![的时天年人路生导])", _half_of),
    Rule("over_half", r"(?=半)(?<=[^双值务间度]过)半(?=$|[，,；;。、)）])", _over_half),
    Rule(
        "index",
        rf"(?:系数|指数|容积率|(?<=年)限|倍差|(?<=[死伤])亡率|事故率"
        rf"|(?<=[入贷生别])比)(?:(?:{words.REACHING})){{0,3}}[ ]?(?P<i_low>{ARABIC})(?P<i_unit>(?<!20\d\d)年|/10万(?:人)?)?(?=及?以上"
        rf"|以内|以下|左右|[，,；;。、)）\s]|$)",
        _index,
    ),
    Rule(
        "grown",
        rf"(?<=增长|下降|增速|增幅)(?P<g_low>{ARABIC})(?=(?:及?以上|左右|以内|上下)?(?:[,，;；。、]|$))",
        _grown,
    ),
    Rule(
        "about",
        rf"(?=.[二三四五六七八九]){NOT_IN_WORDS}(?P<a_low>[一二两三四五六七八])(?P<a_high>[二三四五六七八九])(?P<a_place>[十百千])?(?![一二三四五六七八九])"
        + unit_pattern("a", IN_WORDS, False),
        _about,
    ),
    Rule(
        "range",
        (
            rf"{NOT_INSIDE}(?P<r_low>{ARABIC}){GAP}(?=[{FOLLOWING}－—–~～至到-])(?P<r_between>{TIMES}?(?:{UNITS})"
            rf"|{TIMES})?{TO}(?P<r_high>{ARABIC})"
        )
        + unit_pattern("r", UNITS, True),
        _range,
    ),
    Rule(
        "apart",
        rf"{NOT_INSIDE}(?P<w_low>{ARABIC})(?=(?:[、和与]{ARABIC}){{1,4}}"
        + unit_pattern("w", UNITS, False)
        + ")",
        _apart,
    ),
    Rule("digits", rf"{NOT_INSIDE}(?P<d_low>{ARABIC})" + unit_pattern("d", UNITS, True), _digits),
    Rule(
        "hundred_millions", rf"{NOT_A_TAIL}(?P<m_head>[十百千万])?亿(?P<m_unit>{MONEYS})?", _hundred_millions
    ),
    Rule("ten_thousands", rf"{NOT_A_TAIL}(?P<k_head>[十百千])?万(?P<k_unit>{MONEYS})", _ten_thousands),
    Rule(
        "many",
        rf"(?<=[超近破过上达逾])(?P<y_head>[十百千万])(?P<y_times>(?<=[十百千])万)?(?P<y_unit>人次|{COUNTED}|亩|吨)",
        _many,
    ),
    Rule(
        "spoken_range",
        rf"{NOT_IN_WORDS}(?P<t_low>{SPOKEN})[至到](?P<t_high>{SPOKEN})" + unit_pattern("t", IN_WORDS, False),
        _spoken_range,
    ),
    Rule("spoken", rf"{NOT_IN_WORDS}(?P<s_low>{LONG})" + unit_pattern("s", IN_WORDS, False), _spoken),
    Rule(
        "half",
        r"(?<![前后上下大多过一])(?P<h_low>半)" + unit_pattern("h", "倍|工作日|小时(?=[以之]?内)|亩", False),
        _half,
    ),
    Rule("none", r"(?P<z_low>零)(?:发生(?!率)|(?<=为零)(?=$|[，,；;。、]))", _none),
)
