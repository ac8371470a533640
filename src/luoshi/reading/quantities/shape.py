"""What is counted: from the words before and after a number to an indicator that can be read alone."""

from __future__ import annotations

from luoshi.reading.clauses import Clause
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import before, behind, naming, ranks, wording, words
from luoshi.reading.quantities.items import Item
from luoshi.reading.sentence import Sentence

_AT_LEAST = quick(rf"{words.ABOVE}(?!.{{0,30}}(?:{words.WITHIN}))")
# 在现有8000亩油茶基础上新增2000亩: more of the same.
_UPON = quick(
    r"(?:现有|原有|已有"
    r"|已建成?)的?[\d.]{1,9}[万亿]?[^，,；;。、\d]{1,3}?(?P<thing>[\u4e00-\u9fff]{2,12}?)的?基础上[，,]?再?(?P<verb>新增"
    r"|新建|新发展|增加|改造|扩种|新栽|新植|扩建)(?:约|不少于|至少|超过?)?$"
)
_NOTE = lazy(
    r"[(（](?:(?:每|其中|含|包括)[^()（）]{1,16}|[段个次处座条项场家件户所、]{1,7})[)）](?=[\u4e00-\u9fff])"
)
# 重点企业70%以上装备达到先进水平: so many of them do it.
_OF_THEM = lazy(r"[\u4e00-\u9fff]{2,8}?(?:达到|实现|完成|通过|开展|建成|纳入|接入)")
# 前进2个位次: so many places further.
_RANK = lazy(r"位次|名次")
_FORWARD = quick(r"(?:前进|前移|进位|争先|跃升)$")
_NEAR_BASE = 12


def item(
    sentence: Sentence,
    clause: Clause,
    start: int,
    numeral: Numeral,
    following: Numeral | None,
    previous: Item | None,
) -> Item:
    """The item of ``numeral`` in its clause; its own words begin at ``start``."""
    text = sentence.text
    end, after = wording.postfix(text, numeral.tail)
    left = text[start : numeral.start]
    end = _past_note(text, end, clause.end, left)
    after = after or ("ge" if _AT_LEAST.search(left) else None)
    limit = following.start if following else clause.end
    if left.endswith("前") and (place := ranks.place(numeral, left, end, previous)):
        return place
    near = text.find("基础上", max(clause.start, numeral.start - _NEAR_BASE), numeral.start) > 0
    if near and (base := _UPON.search(text, clause.start, numeral.start)):
        said = wording.tail(left)
        return Item(numeral, base["verb"], base["thing"], (), said._replace(rises=False), after, end)
    rank = numeral.kind == "count" and _RANK.match(text, numeral.tail, limit)
    if rank:
        end, after = wording.postfix(text, rank.end())
        made = behind.read(text, limit, left, numeral, end, after, previous)
        return made._replace(thing=made.thing + rank.group()) if _FORWARD.search(left) else made
    if is_behind_its_words(text, end, limit, left, numeral.base_unit == "%"):
        return behind.read(text, limit, left, numeral, end, after, previous)
    return before.read(text, limit, left, numeral, end, after, previous, following is not None)


def _past_note(text: str, end: int, stop: int, left: str) -> int:
    """新增10个(每村1个)助餐点: the note between a number and what it counts is passed over."""
    note = _NOTE.match(text, end, stop) if text[end : end + 1] in ("(", "（") else None
    bare = wording.head(wording.tail(left).rest) if note else ""
    return note.end() if note and (not bare or naming.VERBS.fullmatch(bare)) else end


def is_behind_its_words(text: str, end: int, limit: int, left: str, ratio: bool) -> bool:
    """Whether the number stands behind what it counts (项目25个) and not before it (25个项目)."""
    following = text[end:limit]
    if words.BOUNDARY.match(following) or words.OF_AIM.match(following):
        return True
    if (not left.strip() or left[-1] in "、和与及") and before.WHICH.match(following):
        return False
    if ratio and (_OF_THEM.match(following) or before.WORK_DONE.match(following)):
        return False
    bare = wording.tidy(wording.head(wording.tail(left).rest))
    if behind.PAYS.search(bare) and naming.VERBS.match(following):
        return True
    if following.strip() in ("和", "与", "及", "以及"):
        return True
    if ratio and len(bare) > 2 and not naming.VERBS.fullmatch(bare):
        return True
    if len(bare) < 2 or naming.VERBS.fullmatch(bare):
        return False
    return bool(words.JOIN.match(following) or words.THEN.match(following)) and not naming.AND_MORE.search(
        left
    )
