"""The wording around a number: what is counted, how the number is compared, what it is a rate of."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from luoshi.reading.engine import Endings
from luoshi.reading.model import Basis, Comparator
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import words

# What a sentence sets an aim for: 招商目标是到位资金90亿元 promises 到位资金.
_HEAD = lazy(
    rf"(?:该[区县市镇园乡](?=将|今|全|要|计)|(?<!各)[省市县区镇][\u4e00-\u9fff]{{1,6}}(?:局|委|办|集团|公司)(?={words.TIME}|要(?!素)|须)|全[省市区县镇园]上下|在\d{{1,4}}个?(?:乡镇|镇|村|社区|街道"
    rf"|行政村)(?:[(（][^()（）]{{1,8}}[)）])?|{words.TIME}|{words.MODAL}|{words.ADVERB}|{words.PARTICLE}"
    rf"|{words.LIGHT}"
    r"|[\u4e00-\u9fff]{2,8}(?:目标(?:任务)?|任务)[是为])++"
)
_TAIL: Endings[str] = Endings(
    (
        (words.AIMED_RISE, "rise"),
        (words.AIMED, "mark"),
        (words.ABOVE, "ge"),
        (words.WITHIN, "le"),
        (words.UNDER, "lt"),
        (words.OVER, "gt"),
        (words.ABOUT, "approx"),
        (words.RISE, "rise"),
        (words.FALL, "fall"),
        (words.REACH, "reach"),
        (words.BASE_YEAR, "base"),
        (words.TIME, "time"),
        (
            r"(?:必须|务必)?保证[在到]?|[\s、:：(（,，]|(?<=[\u4e00-\u9fff]{4})(?:全部|均)|(?:仍|尚|还|只|仅)有|(?<=[在到至为])[人户亩]均|每(?:人|户|亩|月|天|日|生|床)|的"
            r"|(?<=[入资额收值产利税款数口])保|(?<![\u4e00-\u9fff])争|(?<=[年计期值入额资收率量产])可|(?<=[\u4e00-\u9fff]{3})预[期计]|任务|了|[百千]分之|[由从](?:(?:20\d{2}年|去年|上年)[底末]?|目前|现在|原来)?的?(?:人均|户均"
            r"|亩均)?[\d.]{1,12}个?(?:[\u4e00-\u9fff%]{1,4}|[\u4e00-\u9fff]{1,4}向)",
            "mark",
        ),
    )
)
_STAYS = quick(
    r"(?:(?<!下)达成?|[迈跨跃站]上|达到|[提扩升][至到]|提[高升][至到]|扩大[至到]|[上回]升[至到]"
    r"|增[加长]?[至到]|发展到)$"
)
_AFTER = lazy(
    r"(?P<ge>\s{0,3}(?:[)）]|[(（][段个次处座条项场家件户所]{1,3}[)）])?\s{0,3}(?:(?:及|含)?以上|不减(?=$|[，,；;。、(（])))"
    r"|(?P<le>及?以内|之内|及?以下|内(?![部外需贸资设陆河]))|(?P<approx>\s{0,2}(?:左右|上下))"
)
_RATE = quick(r"(?:增速|增幅|(?<!自然)增长率|增长|涨幅|上涨)$")
_AGAINST = quick(r"(?:高于|快于|低于|好于|优于)(?!年|去|上|\d)[^，,；;。、\d]{1,14}$")
_CUT = quick(
    rf"(?:{words.MODAL}(?![”》])|{words.LIGHT}|将(?![近军来领帅士])|(?<=[区县市镇省乡街局委社村园])要(?={words.VERB}))"
)
_SUMS = frozenset({"完成投资", "完成融资", "完成引资"})
_LAST_VERB = quick(rf"[、和及并](?={words.VERB}|{words.LIGHT})")
_ONLY_VERBS = lazy(rf"(?:{words.VERB}|、)++")
_DATELINE = lazy(
    r"^(?:[^，,；;。]{0,12}(?:报|网|社|新闻|(?<![\d万亿])台)(?:讯|电)(?:[(（][^()（）]{1,40}[)）])?"
    r"|[^，,；;。]{2,10}讯[(（][^()（）]{1,40}[)）])"
)
_SPACES = " \u3000\xa0"
# 断头路年内打通, 首批8月起配租, and a time that is all there is.
_TIMES = frozenset("月年季旬")
_WHEN = quick(
    r"(?:[在于须]|力争|确保|争取|计划)?(?:今年|明年)?(?:(?<!\d)\d{1,2}月(?:份|\d{1,2}日|[上中下]旬|底|末|初)?"
    r"|(?<!年)[一二三四]季度末?|[上下]半年|(?<!\d)年[底末内]|[上中下]旬)(?:之?前|起)?"
    r"(?=$|(?:全部|全面|基本|完成)?[\u4e00-\u9fff]{2,8}$)(?!的|召开|工作)"
)
_PAIRED = frozenset("“”()（）《》")
# 前进2个位次: so much further than now.
_FORWARD = tuple(said + of for said in ("前进", "前移", "进位", "跃升") for of in ("", "位次", "名次"))
_FASTER = quick(r"增[速幅](?:高于|快于|低于)")
# 压减法人户数15户: so many fewer.
_LESSENS = lazy(r"(?:减少(?=[\u4e00-\u9fff]{3})|压缩|压减|压降|削减|精简|缩减)(?!率|比)")
_INCREASE = quick(words.INCREASING)


class Tail(NamedTuple):
    """What stood between wording and number, taken off its end."""

    rest: str
    comparator: Comparator | None
    rises: bool
    falls: bool


@lru_cache(16)
def tail(left: str) -> Tail:
    """Take comparison, rise, fall and reaching off the end of what stands before a number."""
    if "于" in left and _AGAINST.search(left):
        return Tail(left, None, False, False)
    comparator: Comparator | None = None
    rises = falls = False
    going = True
    while going and left:
        going = False
        for found, says in _TAIL.of(left):
            if says == "reach" and found.start() == 0 and found.group() == "完成":
                continue
            left, going = left[: found.start()], True
            rises = rises or says == "rise"
            falls = falls or says == "fall"
            if comparator is None and says in ("ge", "le", "lt", "gt", "approx"):
                comparator = says  # type: ignore[assignment]
            elif comparator is None and says == "reach" and _STAYS.search(found.group()):
                comparator = "ge"
            break
    return Tail(left, comparator, rises, falls)


def postfix(text: str, place: int) -> tuple[int, Comparator | None]:
    """The end of 以上, 以内 or 左右 at ``place``, and what it says."""
    found = _AFTER.match(text, place)
    return (found.end(), found.lastgroup) if found else (place, None)  # type: ignore[return-value]


@lru_cache(16)
def head(left: str) -> str:
    """Take the line of a newspaper, times, words of promise and particles off the front."""
    left = _DATELINE.sub("", left, 1) if "讯" in left or "电" in left else left
    found = _HEAD.match(left)
    return left[found.end() :] if found else left


def basis(numeral: Numeral, said: Tail, wording: str) -> Basis:
    """level, growth, increment or reduction, by the words before the number and the wording itself."""
    if said.falls or _LESSENS.match(wording) and said.comparator != "le":
        return "reduction"
    rate = numeral.base_unit in ("%", "‰", "倍", "番")
    if numeral.base_unit == "百分点" and _FASTER.search(wording):
        return "growth"
    if numeral.kind in ("money", "mass") and wording.endswith(("增收", "增产")):
        return "increment"
    if said.rises:
        return "growth" if rate else "increment"
    if rate:
        return "growth" if _RATE.search(wording) else "level"
    return "increment" if wording.endswith(_FORWARD) or _INCREASE.search(wording) else "level"


def cut(left: str) -> str:
    """The last wording of what stands before a number: behind the last word of promise, or the last parallel verb."""
    cuts = list(_CUT.finditer(left))
    for found in reversed(cuts):
        rest = head(left[found.end() :])
        if rest.endswith(("并", "且")) and found.start() > 1:
            return _behind_last_action(left[: found.start()])
        if len(rest) > 2 or left[found.end() :] in _SUMS:
            return _behind_last_action(rest)
    led = [left[found.end() :] for found in cuts if found.group() == "将"]
    return _behind_last_action((led and led[-1]) or left)


def _behind_last_action(left: str) -> str:
    """改造某路、新建候车亭: only the last action is the number's own; 引进、培育企业 are one."""
    for found in reversed(list(_LAST_VERB.finditer(left))):
        rest, above = head(left[found.end() :]), left[: found.start()]
        if len(rest) > 3 and len(above) > 3 and not _ONLY_VERBS.fullmatch(above):
            return rest
    return left


def untimed(wording: str) -> str:
    """断头路年内打通 is 断头路打通: for when is no part of what."""
    if _TIMES.isdisjoint(wording):
        return wording
    found = _WHEN.search(wording)
    if found is None or found.start() == 1:
        return wording
    return wording[: found.start()] + wording[found.end() :]


@lru_cache(16)
def tidy(wording: str) -> str:
    """Without a rate's own word, spaces and marks at either end."""
    wording = wording.strip()
    wording = _RATE.sub("", wording) if len(wording) > 4 else wording
    for space in _SPACES:
        wording = wording.replace(space, "")
    wording = wording.strip("，,；;。、:：-—·*•的…")
    if _PAIRED.isdisjoint(wording):
        return wording
    for opens, closes in (("“", "”"), ("(", ")"), ("（", "）"), ("《", "》")):
        if opens in wording and closes not in wording:
            wording = wording.replace(opens, "")
        if closes in wording and opens not in wording:
            wording = wording.replace(closes, "")
    return wording
