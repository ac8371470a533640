"""Which part a number plays: promised, already reached, or no commitment at all."""

from __future__ import annotations

from luoshi.reading import tense
from luoshi.reading.clauses import Clause, within
from luoshi.reading.engine import Cues
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import words
from luoshi.reading.quantities.cues import CUES, LONE, MADE, Role
from luoshi.reading.sentence import Sentence

_CUES = Cues(CUES)
_MADE = quick(MADE)
_LONE_MADE = quick(r"(?:建成|新建|建设|引进|开工|签约)[^，,]*$")
_MANY = frozenset("万亿")
#: What the words of some cues hold.
_HAS_COUNTED = tuple((mark, f"has {mark}") for mark in "每了中可能")
#: What a number of places ends with before it: 在12个镇, 惠及, 这, 上述.
_PLACING = frozenset("在及这述上下")
#: And what a sum of each of several things: 2个1000亿, 300万美元或3000万元.
_APIECE = frozenset("个家户或")
_PROMISED = quick(r"实现|冲刺|突破|立下|迈[进向]|挺进|建设|打造|跨越|建成")
# 完成90%,计划年底前投产: what is done already is said of a work that has its end before it.
_UNDER_WAY = lazy(r"[，,](?:其中|目前|正在|计划|预计|力争|年底前|\d{1,2}月底?前)")
# 年度计划投资90亿元 is planned even where it stands beside what has been done of it.
_OF_THE_PLAN = quick(r"(?:(?:年度|年内|全年|今年)计划(?:完成)?投资额?|年度投资计划)(?:约|达|为)?$")
_OF_AN_AIM = quick(r"(?:目标|任务|计划)[^，,；;。]{0,8}$")
_SO_FAR = quick(r"已[^，,；;。、]{0,3}[开完建到签引竣投]|目前|实际|截[至止]|累计|同比")
_ONE_PROMISED = quick(
    r"(?:力争|确保|争取|至少|力促)[^，,；;。]{0,12}(?:引进|创建|新建|建成|签约|落地|招引|培育|打造|建设|开工"
    r"|盘活|设立|成立)$"
)
_CONCRETE = lazy(
    r"[^，,；;。、]{0,20}(?:项目|企业|园区?|基地|平台|中心|工厂|学校|医院|街区|集群|公司|机构|基金|实验室)"
)
_CHANGED = quick(r"[增减降压缩高升达占超成]|不[低少]于|完成|实现")
_ONE_OF = quick(rf"{MADE}(?:(?!{MADE})[^，,；;。、]){{4,}}$")


_EVENT = quick(r"(?:召开|举办|开展|组织|举行)[^，,；;。、\d]{2,12}$")
#: 十二个项目年底前开工: no motto counts beyond ten and says how far its things come.
_ROUND = 10
# 甲路、乙桥两个项目6月底前竣工: so many are counted, and how far they come.
_NAMED = quick(r"、[^，,；;。、]{2,20}$")
_COME_TO = lazy(
    r"[^，,；;。、]{0,6}(?:项目|工程|企业|路段|线路)[^，,；;。]{0,14}(?:开工|动工|竣工|投产|投用|完工|建成"
    r"|落地|签约|达产|完成|通车|验收|运营)"
    r"|[^，,；;。、]{2,14}[，,]?(?:\d{1,2}月|[上下]半年|[一二三四]季度|年底|年内)[^，,；;。、]{0,8}(?:试生产|试运行|办结|开工"
    r"|动工|竣工|投产|投用|完工|建成|通车|通过[^，,；;。、]{0,4}验收|投入运营|投入使用|启用)"
)
_EACH = quick(r"各(?:举?办|召开|组织|新?建|建成|引进|培育|打造|设立|完成)$")
_REACHES_STAGE = quick(
    r"(?:项目|工程|企业)[^，,；;。、]{0,14}(?:开工|竣工|投产|投用|完工|建成|落地|签约|达产)$"
)


# A work that is told of, and one that stands among others: 甲厂4万吨钢材、乙厂织机等10个项目.
_THIS_WORK = quick(r"该(?:项目|工程)")
_FAR = 80
_AMONG_WORKS = lazy(
    r"[^，,；;。、\d等]{2,14}(?:、[^，,；;。等]{1,150})?等\d{1,3}[余多]?[个项家][^，,；;。]{0,12}(?:项目|工程|企业)"
)
#: How far behind the clause some of its things are counted.
_SOME_NEAR = 14
_COUNTS_WORKS = frozenset("个家户项人名处座所条公")
_SIZED = frozenset({"money", "area", "length", "mass", "energy", "volume"})


# 项目建成后将完善配套,预计可引进企业40家: what a work will bring about, up to a promise.
_IN_THE_END = quick(
    r"(?:达产|投产|满产|达效|建成|竣工|投用|运营|投运|投入(?:使用|运营|运行|生产)|交付使用)后[，,]?(?:将|可|预计|预期|能|每年|年[可均产])(?:(?!力争|确保|争取|计划|[。；;])[\s\S]){0,80}$"
)


_REWARDS = quick(
    r"对(?:在)?(?:去年|上一?年|20\d\d年)[^，,；;。]{2,120}(?:进行|予以|给予)了?(?:通报)?(?:表彰|奖励|表扬|嘉奖)"
)
_TO_COME = quick(r"将|拟|计划|力争|确保|年底")


def parts(sentence: Sentence) -> dict[int, Role]:
    """The part that each number of a sentence plays, by where it begins."""
    back = tense.may_look_back(sentence)
    return {numeral.start: _role(sentence, numeral, back) for numeral in sentence.numerals}


def _role(sentence: Sentence, numeral: Numeral, back: bool) -> Role:
    clause = sentence.clauses[sentence.clause_of(numeral.start)]
    before = sentence.text[max(clause.start, numeral.start - 60) : numeral.start]
    after = sentence.text[numeral.tail : min(clause.end, numeral.tail + 40)]
    cue = _CUES.first(before, after, _kinds(sentence, clause, numeral, before))
    said: Role = cue.says if cue else _plain(sentence, numeral, before, after)
    if not back or said != "target" or (_OF_THE_PLAN.search(before) and not _has_past(sentence)):
        return said
    return "actual" if tense.is_behind(sentence, numeral.start) else said


def _has_past(sentence: Sentence) -> bool:
    return any(period.past for period in sentence.periods)


def _kinds(sentence: Sentence, clause: Clause, numeral: Numeral, before: str) -> frozenset[str]:
    kinds = {numeral.kind, numeral.style, numeral.base_unit}
    if "后" in sentence.words and _IN_THE_END.search(sentence.text, sentence.start, numeral.start):
        kinds.add("in-the-end")
    if numeral.kind in ("count", "people"):
        if numeral.unit[0] in _MANY:
            kinds.add("goods")
        if "对" in before or "围绕" in before or "聚焦" in before:
            kinds.add("toward")
        kinds.update(said for mark, said in _HAS_COUNTED if mark in sentence.words)
        if "共" in before[-2:]:
            kinds.add("in-all")
        if before[-1:] in _PLACING:
            kinds.add("placed")
        if "比" in before or "较" in before:
            kinds.add("against")
        if "解" in before or "落实" in before or "下达" in before:
            kinds.add("shared-out")
    elif numeral.kind == "money":
        if before[-1:] in _APIECE:
            kinds.add("apiece")
        if "总投资" in before:
            kinds.add("has 总投资")
    if "对" in sentence.words and _is_rewarded(sentence, clause, numeral.start):
        kinds.add("rewarded")
    if "存量" in before:
        kinds.add("has 存量")
    if numeral.value == 1 and numeral.base_unit == "次" and not _is_held(sentence, numeral, before):
        kinds.add("once")
    if numeral.style == "words" and numeral.value == 2 and numeral.base_unit == "次":
        kinds.add("again")
    if numeral.kind == "count" and before[-1:] == "的" and _has_fewer(sentence, clause, numeral):
        kinds.add("fewer-behind")
    if numeral.kind == "ratio":
        if _UNDER_WAY.match(sentence.text, clause.end):
            kinds.add("under-way")
        if _OF_AN_AIM.search(before) and _SO_FAR.search(sentence.text, sentence.start, numeral.start):
            kinds.add("share-done")
    if (
        numeral.kind in _SIZED
        and "该" in sentence.words
        and _THIS_WORK.search(sentence.text, max(sentence.start, numeral.start - _FAR), numeral.start)
    ):
        kinds.add("this-work")
    listed = "等" in sentence.words and numeral.unit[:1] not in _COUNTS_WORKS
    if listed and _AMONG_WORKS.match(sentence.text, numeral.tail, clause.end):
        kinds.add("in-a-list")
    if "(" in before or "（" in before:
        kinds.add("bracketed")
    if within(numeral.start, sentence.quoted):
        kinds.add("quoted")
        if numeral.style == "multiplier" and _PROMISED.search(sentence.text, clause.start, clause.end):
            kinds.add("promised")
    return frozenset(kinds)


def _is_rewarded(sentence: Sentence, clause: Clause, place: int) -> bool:
    """拿出90万元对上年度6个先进乡镇进行奖励: whom a clause honours for a year that is over, and with what."""
    if "奖" not in sentence.words and "彰" not in sentence.words:
        return False
    honours = _REWARDS.search(
        sentence.text, max(clause.start, place - _FAR), min(clause.end, place + 2 * _FAR)
    )
    return honours is not None and not _TO_COME.search(
        sentence.text, max(sentence.start, honours.start() - _FAR), honours.start()
    )


def _has_fewer(sentence: Sentence, clause: Clause, numeral: Numeral) -> bool:
    """已签约的9个项目,8月底前开工6个: whether the next clause counts some of what this one names."""
    for other in sentence.numerals:
        if clause.end <= other.start <= clause.end + _SOME_NEAR:
            return other.base_unit == numeral.base_unit and other.value <= numeral.value
    return False


def _is_held(sentence: Sentence, numeral: Numeral, before: str) -> bool:
    """每季度召开安全例会1次: an event that is counted in digits, and no rhythm (每半月会办一次)."""
    if numeral.style != "digits" or not _EVENT.search(before):
        return False
    return words.BOUNDARY.match(sentence.text, numeral.tail) is not None


def _plain(sentence: Sentence, numeral: Numeral, before: str, after: str) -> Role:
    """Digits are promised; a Chinese numeral only where something is made of it, 一 hardly ever, a share where it changes."""
    if numeral.style == "share":
        return "target" if after.startswith("以上") or _CHANGED.search(before[-12:]) else "name"
    if numeral.value == 1 and _ONE_PROMISED.search(before) and _CONCRETE.match(after):
        return "target"
    if (
        numeral.style != "words"
        or numeral.base_unit in ("%", "番")
        or (numeral.kind not in ("count", "people") and numeral.value > 1)
    ):
        return "target"
    if numeral.value > 1 and after.startswith("以上"):
        return "target"
    if numeral.value == 1 and _EACH.search(before):
        return "target"
    if numeral.value == 1 and _ONE_OF.search(before) and words.BOUNDARY.match(after):
        return "target"
    if numeral.value == 1 and (numeral.base_unit not in LONE or not _LONE_MADE.search(before)):
        return "name"
    if numeral.value > _ROUND and (_REACHES_STAGE.search(after) or words.BOUNDARY.match(after)):
        return "target"
    if numeral.value > 1 and _NAMED.search(before) and _COME_TO.match(after):
        return "target"
    return "target" if _MADE.search(before) else "name"
