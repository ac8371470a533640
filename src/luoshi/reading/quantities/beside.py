"""What a number takes from the one it stands beside: the parts of a size are sizes, the parts of a result results."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from luoshi.reading import tense
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities.cues import Role
from luoshi.reading.quantities.items import Item
from luoshi.reading.sentence import Sentence

AMONG = quick(r"[\s、，,]{0,4}其中")
_SOURCE = quick(
    r"[、，,；;](?:地方|[省市县区镇]级|自筹|企业自|社会|银行|财政|专项)[^，,；;。、\d]{0,8}(?:配套|资金|自筹"
    r"|贷款|资本|投资|投入)?$"
)

# 总投资2亿元,受益人口3万人: a size of the same work.
_BENEFITS = lazy(r"[，,、](?:受益|惠及|覆盖)(?:人口|群众)?(?:约|达)?")

# 甲园面积20万平方米,总投资5亿元: a size of the same work too.
_WORTH = lazy(r"[，,、](?:估算|概算|计划)?总投资(?:约|为)?")
_DESCRIBES = lazy(
    r"\s{0,4}(?:项目|工程)?(?:计划|估算|概算|预计)?总投资(?:额)?(?:约|为)?\d[^，,；;。]{0,12}[，,]"
)
_DESIGNED = quick(r"设计[^，,；;。\d]{0,8}(?:能力|产能|规模|吞吐量)")
# 科创园位于城东,占地90亩,新建厂房6座: where a work lies, how large it is and what it holds.
_LIES = quick(
    r"位于[^；;。]{2,60}[，,](?:项目|工程)?(?:计划|估算|概算)?(?:总投资|规划(?:总?用地|占地)?面积|占地|总?用地|总?建筑面积)"
)
_IS_MADE = quick(r"新建|改造|建设|实施|完成|建成|新增|整治|打造|修建|铺设|拆|收储|盘活|出让|供")


def _is_described(sentence: Sentence) -> bool:
    """总投资9亿元,建设装置两套,一期投资4亿元: what a work is made of, where nothing is promised and no time is named."""
    if sentence.modals or sentence.periods:
        return False
    if "位于" in sentence.words and _LIES.search(sentence.words):
        return True
    return _DESCRIBES.match(sentence.words) is not None or _DESIGNED.search(sentence.words) is not None


def sizes(sentence: Sentence, parts: dict[int, Role]) -> None:
    """总投资9亿元,其中财政资金2亿元,地方配套1亿元: the parts of a size are sizes."""
    text = sentence.text
    if _is_described(sentence):
        parts.update({place: "scale" for place, part in parts.items() if part == "target"})
        return
    for whole, part in pairwise(sentence.numerals):
        kinds, played = (whole.kind, part.kind), (parts[whole.start], parts[part.start])
        if kinds == ("money", "money") and played == ("scale", "target"):
            between = text[whole.tail : part.start]
            if AMONG.match(between) or _SOURCE.match(between):
                parts[part.start] = "scale"
        elif kinds == ("area", "money") and played == ("target", "scale"):
            clause = sentence.clauses[sentence.clause_of(whole.start)]
            worth = _WORTH.fullmatch(text, whole.tail, part.start)
            if worth and not _IS_MADE.search(text, clause.start, whole.start):
                parts[whole.start] = "scale"
        elif kinds == ("money", "people") and played[0] == "scale" and _BENEFITS.match(text, whole.tail):
            parts[part.start] = "scale"


def results(sentence: Sentence, items: Sequence[Item], parts: dict[int, Role]) -> None:
    """产值90亿元,增长8%; 项目30个,其中工业12个: what is said of a result is one, where nothing looks ahead."""
    if "actual" not in parts.values():
        return
    for one, following in pairwise(items):
        if parts[one.numeral.start] != "actual":
            continue
        grown = following.said.rises and following.growth_of
        part = AMONG.search(sentence.text, one.end, following.numeral.start)
        if (grown or part) and not tense.ahead(sentence, one.end, following.numeral.start):
            parts[following.numeral.start] = "actual"
    if "其中" in sentence.words:
        _parts_of_a_result(sentence, items, parts)


def _parts_of_a_result(sentence: Sentence, items: Sequence[Item], parts: dict[int, Role]) -> None:
    """本次开工项目9个,计划投资2亿元,其中工业5个,总投资1亿元,农业4个: what is among a result, while it adds up to no more."""
    place = sentence.text.find("其中", sentence.start, sentence.end)
    whole = next(
        (one for one in reversed(items) if one.numeral.start < place and one.numeral.kind == "count"), None
    )
    if whole is None or parts[whole.numeral.start] != "actual":
        return
    left = whole.numeral.value
    for one in items:
        behind = one.numeral.start > place and one.numeral.base_unit == whole.numeral.base_unit
        if not behind:
            continue
        left -= one.numeral.value
        if left < 0 or tense.ahead(sentence, place, one.numeral.start):
            return
        parts[one.numeral.start] = "actual"
