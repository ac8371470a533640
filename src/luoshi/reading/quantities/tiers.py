"""Two aims for one indicator, named before a colon: 进出口总额:底线目标33亿美元;奋斗目标35亿美元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import wording, words
from luoshi.reading.quantities.items import Item
from luoshi.reading.sentence import Sentence

#: What only says how high an aim is, or that something is counted.
_ONLY_A_TIER = lazy(
    r"净增|(?:底线|奋斗|基本|保底|力争|确保|挑战|冲刺|争先|必成|计划|年度|预期|工作|总体)?(?:目标|任务)(?:数|值"
    r"|数量)?|数量|总数|总数量|规模"
)
#: What says how far or how much, and nothing of what.
_ONLY_A_STAGE = lazy(
    r"(?:完成|建成)?(?:治理|整治|改造|新改建|新改扩建|修复|养护|通车|开工建设|开工|竣工|实施|总?投资|完成投资"
    r"|受益人口|惠及人口|受益群众|新增|提升){1,2}"
)
_MORE = frozenset({"净增"})
_ONLY_MADE = lazy(r"(?:累计|已)?(?:建成|新建|改造|完成|开工|竣工|投用|建设|整治)")
_SHORT = 10
_LITTLE = frozenset("建标务数值量模理治造复护车设工资口众增升施成用")
_TOPIC = lazy(
    r"\s{0,4}(?:[一二三四五六七八九十]{1,3}[是、])?(?:其中[，,]?)?(?:要)?(?:去)?(?:大力|全面|持续|深入|加快"
    r"|强力|扎实|统筹|重点)?"
    r"(?:实施|开展|推进|推动|启动|抓好|加快|突出)?(?P<topic>[^，,；;。：:、\d（(]{2,20}?(?:项目|工程|整治"
    r"|改造|总额|公路|道路|水利|贸易|行动))(?:建设)?"
)
_WORK = quick(
    r"(?:推进|加快|抓好|实施|启动|推动)(?P<name>(?!项目|重点|重大)[^，,；;。、\d]{2,16}(?:建设|工程|改造|整治))$"
)
_ABOUT = lazy(r"(?:其中)?[，,\s]{0,2}在?(?P<name>(?!在)[\u4e00-\u9fff]{2,12})\s?方面[，,:：]")
_HALF = lazy(r"\s{0,4}(?P<done>[\u4e00-\u9fff]{2,12})过半")
_DOES = lazy(
    rf"\s{{0,4}}(?:(?:全年|今年|年内)?(?:要|将)?(?:{words.ADVERB}){{0,2}})(?P<done>(?:{words.VERB}){{1,2}}(?!体系|机制|制度|环境|行动|工作|方案|政策)[\u4e00-\u9fff“”]{{2,10}}"
    r"(?<!工作)(?<!力度)(?<!行动)(?<!机制)(?<!体系)(?<!水平)(?<!能力)(?<!作用)(?<!建设)(?<!发展))"
)
#: How many clauses before a number its work is looked for.
_FAR = 2
_MARKER = lazy(r"\s{0,4}(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]{1,2}\s{0,2})?")
_LONGEST = 24


def named(items: Sequence[Item], sentence: Sentence) -> list[Item]:
    """The items; those that name nothing, only a tier, a stage or money are given the words before the colon, or what the sentence is about."""
    if not any(_says_little(one.indicator) for one in items):
        return list(items)
    nameless = [not one.indicator or _ONLY_A_TIER.fullmatch(one.indicator) is not None for one in items]
    head = _head(sentence) if any(nameless) else ""
    label = _head(sentence) if not head and ":" in sentence.words.replace("：", ":") else ""
    if label:
        items = [
            one._replace(verb=one.indicator, thing=label) if _ONLY_MADE.fullmatch(one.indicator) else one
            for one in items
        ]
    out = [
        one._replace(verb=one.indicator if one.indicator in _MORE else "", thing=head)
        if lacks and head
        else one
        for one, lacks in zip(items, nameless, strict=True)
    ]
    told = _of_topics(out, [lacks and not head for lacks in nameless], sentence)
    return [_invested(one, sentence) for one in told]


def only(indicator: str) -> bool:
    """Whether an indicator names nothing, or only how high an aim is."""
    return not indicator or len(indicator) <= _SHORT and _ONLY_A_TIER.fullmatch(indicator) is not None


def _says_little(said: str) -> bool:
    """Whether an indicator may be only a tier or a stage."""
    return len(said) <= _SHORT and (not said or said[-1] in _LITTLE)


def _of_topics(items: Sequence[Item], nameless: Sequence[bool], sentence: Sentence) -> Iterator[Item]:
    """实施背街小巷整治工程,完成治理20条: what is only a stage, a tier or money is that of the work named just before."""
    topic = ""
    for one, lacks in zip(items, nameless, strict=True):
        said = one.indicator
        if lacks or _ONLY_A_STAGE.fullmatch(said):
            topic = _topic(sentence, one.numeral.start) or (topic if lacks else "")
            if (
                not topic
                and one.numeral.kind in ("length", "count")
                and (about := _ABOUT.match(sentence.words))
            ):
                topic = about["name"]
            done = _done(sentence, one.numeral.start) if not topic and not said else ""
            one = one._replace(verb="", thing=topic + ("" if lacks else said)) if topic else one
            one = one._replace(verb="", thing=done) if done else one
        yield one


def _done(sentence: Sentence, place: int) -> str:
    """改造老旧厂房,每年不低于9万平方米: what the clause before says is done, where it holds no number."""
    at = sentence.clause_of(place)
    before = sentence.clauses[at - 1] if at else None
    if before is None or before.mark not in ",，":
        return ""
    text = sentence.text
    found = _DOES.fullmatch(text, before.start, before.end) or _HALF.fullmatch(text, before.start, before.end)
    return found["done"] if found else ""


def _invested(one: Item, sentence: Sentence) -> Item:
    """铁路方面,计划投资9亿元: an investment of nothing named is that of the topic with which the sentence begins."""
    about = _about(sentence, one.numeral.start) if one.indicator in ("投资", "完成投资") else None
    return one._replace(verb="", thing=about["name"] + "投资") if about else one


def _about(sentence: Sentence, place: int) -> re.Match[str] | None:
    """The topic of a sentence, or the work of the clause before: 推进甲路建设,计划投资9亿元."""
    if named := _ABOUT.match(sentence.words):
        return named
    at = sentence.clause_of(place)
    before = sentence.clauses[at - 1] if at else None
    return _WORK.search(sentence.text, before.start, before.end) if before and before.mark in ",，" else None


def _topic(sentence: Sentence, place: int) -> str:
    """The work or the sum that a clause before ``place`` names and says no number of."""
    at = sentence.clause_of(place)
    for clause in reversed(sentence.clauses[max(0, at - _FAR) : at]):
        if any(clause.start <= one.start < place for one in sentence.numerals):
            return ""
        found = _TOPIC.fullmatch(sentence.text, clause.start, clause.end)
        if found:
            return wording.tidy(wording.head(found["topic"]))
    return ""


def _head(sentence: Sentence) -> str:
    """The words before the first colon, where they name something and hold no number."""
    words, colon, _ = sentence.words.replace("：", ":").partition(":")
    head = wording.tidy(words[_MARKER.match(words).end() :])  # type: ignore[union-attr]  # it matches nothing too
    sound = colon and 2 <= len(head) <= _LONGEST and not any(char.isdigit() for char in head)
    general = head.endswith(("目标", "任务", "指标", "季度")) or any(mark in head for mark in ",，;；。、")
    return head if sound and not general else ""
