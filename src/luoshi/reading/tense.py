"""Whether a sentence tells results or looks ahead: by its times, its words of promise and the heading above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from luoshi.reading.engine import Found
from luoshi.reading.modality.rules import Word
from luoshi.reading.model import Heading
from luoshi.reading.openings import lazy, quick
from luoshi.reading.periods import Period
from luoshi.reading.sentence import Sentence

_AHEAD = quick(
    r"将(?!近)|力争|确保|争取|(?<!占)(?<!占年度)(?<!占全年)(?<!年初)计划(?!的|任务的|总?投资"
    r"|新开工项目(?:完成|实现))|今年(?!以来|上半年|前|一季度|\d{1,2}月?[-—~至到])|下一步|今后|接下来"
    r"|(?<!年初)(?<![好高低]于)预期|目标(?!(?:任务)?(?:完成|超额|的|数?[\d.(（]))|到20\d{2}年"
)
_BEHIND = quick(
    r"回顾|总结(?!(?:验收|评估|提升|提高|推广|巩固|考核)|阶段)|成绩单|(?:工作|推进|完成|开展|总体|运行|进展"
    r"|落实|基本)情况|主要成效|主要成绩|主要做法|取得的?成[效绩]|工作成效|基本情况|(?:发展|基本|建设)?现状$"
    r"|特点亮点|情况$|主要成就|概况$|^(?:现实|发展|工作|现有)基础$|^(?:建设|发展|工作|改革|主要)?成效$|[县区镇乡村园]情$|^过去|(?:存在|面临|主要|突出)的?(?:主要|突出)?(?:困难|问题|短板"
    r"|不足)(?:[和与及、](?:困难|问题|短板|不足|挑战))?$"
)
_SINCE = quick(
    r"目前(?:已|(?:共|累计)?完成)|现已|截[至止](?!年底|年末|本年)|(?<![比较])(?:去年|上年)[底末](?![^,，;；。]{0,8}基础)|来之不易|(?:要"
    r"|必须)(?:清醒|深刻)?(?:地)?(?:看到|认识到)|(?:今年|年初|开年|去年)以来|一年来|目前[，,]|当前[，,]"
    r"|(?:组建|成立|设立|挂牌|建园|建区|获批)以来|这一年|过去的?(?:一年|五年)|五年来|(?<![力到])至\d{1,2}月底[，,](?:全[省市区县镇]|累计|已)"
    r"|20\d\d年以来|今年前[一二两三四五六七八九十\d]{1,2}个?[月季]|\d{1,2}月[，,]?累计|回顾"
)
_MONTHS = lazy(
    r"(?:[\u4e00-\u9fff]{2,12}(?:了解到|获悉|介绍|通报)[,，])?(?:[\u4e00-\u9fff]{0,4}今年)?"
    r"(?:1月?[-—~～至到]\d{1,2} ?月|前[一二三四五六七八九十]{1,2}个月(?!内))"
)
_MONTHS_SO_FAR = quick(
    r"(?:[,，;；。、\s])(?:今年)?(?:1月?[-—~～至到]\d{1,2} ?月(?!底)|前[一二三四五六七八九十]{1,2}个月(?!内))"
)
# Where the next months follow, the first are a step of a plan.
_NEXT_MONTHS = lazy(r"\s{0,6}(?:[2-9]|1[0-2])月?[-—~～至到]\d{1,2} ?月")
# 剩余100户确保6月底前拆除: behind its number, too.
_FIRM = quick(r"力争|确保|争取|务必|计划(?!的|任务)|(?:将|拟)于")
_OTHER_MONTHS = quick(r"[，,；;](?:[2-9]|1[0-2])月?[-—~～至到]\d{1,2} ?月")
# Figures as they are published, and what has come about over the years.
_STATED = quick(
    r"从数据上?看|(?:数据|统计|公报)(?:数据)?显示|据(?:初步)?统计|经?(?:初步)?核算|初步统计|快报数"
)
_RECENT = quick(r"近年来|近几年|近[两三]年来?|多年来")
_TURNS = quick(
    r"将(?!近)|力争|确保|争取|(?<!年度)计划(?!的)|下一步|今后|接下来|预期|要(?![素件点闻求])|全年|年内|年底"
    r"|下半年|(?<!前)[三四]季度"
)
# 不低于去年同期, 2019年以前批而未供土地: what this year is held against, since when things have been there.
_SAME_TIME = lazy(
    r"同期(?:水平)?(?=$|[，,；;。])|跨年度?的?|(?:(?<=前)|(?:及?以|之)前)(?:已)?(?:的|批|供|签|形成|出让|建成|遗留)"
)
_EXPECTED = quick(r"预计(?:今年)?(?:年内|年底|全年|到)|全年预计")
# What is told with a comparison or a share of the task has been done, where nothing looks ahead.
_TOLD = quick(
    r"同比|[同与]20\d\d年相比|(?:超过?|高于|低于)年初(?:预期|确定的?)?目标|环比|较(?:上年|去年)同期|(?:完成"
    r"|占)(?:全?年|年度)?[^,，;；。\d]{0,8}(?:目标|任务)[^,，;；。]{0,6}的?(?=[\d.]+%)|为(?:全年|年度|年初"
    r"|下达)[^,，;；。]{0,6}(?:目标|任务|计划)[^,，;；。]{0,4}的?(?=[\d.]+%)|(?:居|列|排名?)(?:全[国省市区县]"
    r"|[\u4e00-\u9fff]{0,6}第)"
    r"|实际完成|已(?:完成|竣工|开工|建成|投产|到位)[^,，;；。]{0,8}\d|累计(?:完成|实现|引进)|已累计|圆满完成"
    r"|(?:成立|组建)了[^，,；;。\d]{2,20}[，,]|荣获|被评为|创历史新高|(?:增长|提高|下降|增加|提升|上升|减少|完成|实现|突破|引进|签约)了(?:约|近"
    r"|超)?\d|超额完成[\d.]|均已[复开竣投完]|受[^,，;；。]{1,8}影响"
)
# What is said of results only, whatever else the sentence names.
_OUTCOME = quick(
    r"好于预期|未审数|[(（]未审计?[)）]|首[破超]|(?:实现|取得)了?[^，,；;。]{0,6}(?:良好开局|首季开门红)|交出了|(?:起步|开局|态势|形势|运行|情况)(?:总体)?(?:良好|向好|平稳)|取得了[^，,；;。]{0,8}(?:成果|成效|成绩"
    r"|进展|突破)|圆满收官"
)
_PROMISING = quick(
    r"[\d%元个家户人亩吨米](?:以上|左右|以内)(?=[，,；;。、]|$)|不低于|不少于|不超过?(?=[\d.])"
    r"|全年(?![^，,]{0,8}(?:目标|任务|计划))|年内|年底|\d月底?前|实现翻番|未来(?:[两三四五\d]|几)年"
    r"|十[三四五六]五[”\"]?(?:规划)?(?:期间|时期)"
)
_MEASURED = frozenset(("高于", "低于", "快于", "好于", "优于", "多于", "少于"))
_FORETELLS = frozenset(("预计", "计划", "拟于", "将于"))
# A year already past has its own aims, which are no promise of this plan.
_AFTER_PAST = quick(
    r"将(?!近)|力争|确保|争取|今年(?!以来|上半年|前|一季度|\d{1,2}月?[-—~至到])|下一步|今后|接下来"
    r"|(?:预期|奋斗|主要|工作|发展|总体)目标(?:任务)?(?:确定|定|初步安排|建议)?[是为](?!\d)"
)
_MAYBE_BACK = quick(
    r"年(?:来|(?<=\d年))|去年|上年|过去|以来|截[至止]|目前|当前|累计|回顾|这一年|来之不易|看到|认识到"
)
# Without one of these, or a past year, no number of a sentence is a result for its own words.
_ANY_BACK = quick(
    rf"{_MAYBE_BACK.pattern}|[-—~～至到]\d{{1,2}} ?月|个月|显示|数据|统计|核算|快报|近[年几两三]"
)
# 二、目标任务: where a plan begins in the line of its results.
_PLAN_BEGINS = lazy(
    r"\s{0,4}(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?)(?:[^，,；;。、\d]{0,8})(?:目标|任务|打算"
    r"|安排|要点|计划|思路)(?!完成|的?情况|执行)"
)
# 某县位于某市北部,面积1200平方公里,辖12个乡镇: what a place is like.
_PROFILE = quick(
    r"^[\u4e00-\u9fff“”]{2,12}(?:地处|位于[^,，;；。]{1,20}(?:[东南西北中]部|[东南西北]{1,2}[边侧面端角]|交界)|坐落于?)"
    r"|(?:[下现]辖|管辖|[,，、]辖)[^,，;；。\d]{0,6}\d|(?:幅员|国土|区域|行政区域|辖区|全[区县镇市村])总?面积\d|(?:总|户籍|常住)人口\d"
)
# 前三季度,已获批5家: how far a task has come, behind it.
_SO_FAR = lazy(
    r"\s{0,4}(?:前三季度|上半年|一季度|截[至止]|目前|当前|现已|已|进展(?:情况)?[:：]|完成情况[:：]|落实情况[:：]|1月?[-—~～至到]\d{1,2} ?月)"
)
_IS_NUMBERED = lazy(
    r"[ \t\u3000]{0,4}(?:\d{1,3}[.．、]|[(（][\d一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)"
)
#: A task and what has come of it are told in so many sentences, its line so far away at most.
_TASK_MOST, _LINE_MOST = 5, 300
# Without one of these no sentence opens a passage of results.
_ANY_TOLD = quick(
    rf"{_MAYBE_BACK.pattern}|{_TOLD.pattern}|{_OUTCOME.pattern}|1月?[-—~～至到]\d|个月|辖|地处|位于|坐落|面积\d|人口\d"
)
_ENDS_BEHIND = quick(r"(?:回顾|总结|情况|成效|成绩)$")
_FORWARD = quick(r"计划|打算|安排|思路|重点|目标|要点|下一步|措施|举措")
# 主要成效有: and the lines that follow tell them.
_LISTS_RESULTS = quick(
    r"(?:成效|成绩|成果|亮点)(?:主要)?(?:有|是|如下|表现在|体现在)[^，,；;。]{0,8}[:：。]?$"
)
# 上半年主要工作, and 下半年打算 stands beside it: the first is told.
_FIRST_PART = re.compile(
    r"(?:20\d\d年)?(?:上半年|前三季度|今年以来|[前头][一二三四五六七八九十]{1,2}个月)的?(?:主要|重点)?工作"
)
_OTHER_PART = lazy(
    r"(?:20\d\d年)?(?:下半年|四季度|下一?步|下阶段|后[一二三四五六七八九十]{1,2}个月|今后)[^，,]{0,8}(?:打算"
    r"|安排|计划|思路|部署|举措|措施)"
)
# 更新管网75公里(2024年已完成52公里): what is told aside tells nothing of the sentence.
_ASIDE = quick(r"[(（](?:20\d\d年|去年|上年|已|其中已|截[至止])[^()（）]{1,40}[)）]")
# The line that names a document.
_TITLED = quick(
    r"(?:(?P<results>总结|(?:工作|完成|推进|进展|落实)情况(?:汇报|报告|通报)?|回顾|成绩单)"
    r"|(?:工作要点|计划|目标(?:管理)?责任书?|目标任务|任务分解(?:表|方案)?|(?:任务|责任)清单|安排|思路|打算|方案))(?:表|书)?(?:[(（][^()（）\n]{1,12}[)）])?$"
)
_TOP, _LINES, _TITLE = 300, 6, 44
_LONGEST_LIST = 2000
_OPENING = 4
#: A line that ends so goes on in the next.
_GOES_ON = frozenset(",，;；、")
_VAGUE = ("全年", "年度", "年内", "当年", "每年")


def titled(text: str) -> str | None:
    """What a text's own title announces: plan or results; None where it has none, or announces both."""
    for line in text[:_TOP].split("\n")[:_LINES]:
        line = line.strip()
        if len(line) <= _TITLE and (hit := _TITLED.search(line)):
            if hit["results"]:
                return None if _FORWARD.search(line) else "results"
            return None if _BEHIND.search(line) else "plan"
    return None


def told(
    sentences: Sequence[Sentence],
    results_above: Sequence[bool],
    plans_above: Sequence[bool],
    title: str | None = None,
) -> Iterator[int]:
    """The sentences of a text, in order, that stand in a passage of results, by index; one that looks ahead ends the passage.

    ``title`` is what the text's title announces: in a text of results all are, up to the first that looks ahead.
    """
    line, behind, listed = -1, False, -1
    for at, sentence in enumerate(sentences):
        section = sentence.section
        if title == "results":
            if not (section is not None and plans_above[section]) and not turns_ahead(sentence):
                yield at
                continue
            title = None
        if section is not None and results_above[section]:
            if not _is_aim(sentence, sentences[at + 1 : at + _TASK_MOST]):
                yield at
            continue
        if sentence.start < listed:
            if not turns_ahead(sentence) and not (section is not None and plans_above[section]):
                yield at
                continue
            listed = -1
        if not behind and not _ANY_TOLD.search(sentence.words):
            continue
        own = sentence.text.rfind("\n", max(0, line), sentence.start)
        if own != -1 and own != line:
            line, behind = own, behind and _goes_on(sentence.text, own)
        if behind:
            behind = not turns_ahead(sentence)
        else:
            behind = looks_back(sentence, title == "plan" or section is not None and plans_above[section])
        if behind:
            yield at
            if _LISTS_RESULTS.search(sentence.words):
                listed = sentence.end + _LONGEST_LIST


def _is_aim(sentence: Sentence, following: Sequence[Sentence]) -> bool:
    """1.新认定企业8家。前三季度,获批5家: a task in a passage of results, what has come of it behind it on its line."""
    text = sentence.text
    above = text.rfind("\n", max(0, sentence.start - _LINE_MOST), sentence.start)
    if above < 0 and sentence.start > _LINE_MOST or not _IS_NUMBERED.match(text, above + 1):
        return False
    if _SO_FAR.match(sentence.words) or may_look_back(sentence):
        return False
    ends = text.find("\n", sentence.end, sentence.end + _LINE_MOST)
    stop = sentence.end + _LINE_MOST if ends < 0 else ends
    return any(one.start < stop and _SO_FAR.match(one.words) is not None for one in following)


def _goes_on(text: str, end: int) -> bool:
    return text[max(0, end - 1) : end] in _GOES_ON


def results(outline: Sequence[Heading]) -> list[bool]:
    """For each heading whether it or one above it announces results, or is the part of a year before another."""
    others = {one.level for one in outline if _OTHER_PART.match(one.title)}
    first = {one.title for one in outline if one.level in others and _FIRST_PART.fullmatch(one.title)}
    return _announced(outline, lambda title: title in first or is_retrospective(title))


def plans(outline: Sequence[Heading]) -> list[bool]:
    """For each heading whether it or one above it announces plans."""
    return _announced(outline, is_forward)


def _announced(outline: Sequence[Heading], announces: Callable[[str], bool]) -> list[bool]:
    found: list[bool] = []
    for heading in outline:
        above = heading.parent is not None and found[heading.parent]
        found.append(above or announces(heading.title))
    return found


def may_look_back(sentence: Sentence) -> bool:
    """Whether a number of the sentence may be a result at all; asked once, it spares asking for each number."""
    return (
        sentence.behind
        or _ANY_BACK.search(sentence.text, sentence.start, sentence.end) is not None
        or any(period.past for period in sentence.periods)
    )


def is_behind(sentence: Sentence, place: int) -> bool:
    """Whether a number at ``place`` is a result: a past year is named before it, or the passage looks back and nothing looks ahead."""
    past = [
        p for p in sentence.periods
        if p.start < place and (p.past or p.whole and sentence.text[p.start : p.start + 4].isdecimal())
        and not _SAME_TIME.match(sentence.text, p.end) and not _is_measure(sentence, p)
    ]  # fmt: skip
    if past and past[-1].past:
        return not _AFTER_PAST.search(sentence.text, past[-1].end, place)
    if _is_of_the_months_so_far(sentence, place) or _is_stated(sentence, place):
        return True
    since = _SINCE.search(sentence.text, sentence.start, place)
    if since:
        clause = sentence.clauses[sentence.clause_of(place)]
        ahead = (
            _AHEAD.search(sentence.text, since.end(), place)
            or _FIRM.search(sentence.text, place, clause.end)
            or since.group().endswith("已")
            and any(since.end() <= p.start < place and not p.past and p.whole for p in sentence.periods)
        )
        return not ahead and not _EXPECTED.search(sentence.text, since.end(), place)
    named = past and (past[-1].value == "year" or not is_told(sentence))
    return sentence.behind and not named and not turns_ahead(sentence)


def looks_back(sentence: Sentence, forward: bool = False) -> bool:
    """Whether a sentence opens a passage of results; ``forward`` is true in a section that announces plans."""
    if not forward and (is_told(sentence) or _opens_with_months(sentence)):
        return True
    if not _MAYBE_BACK.search(_ASIDE.sub("", sentence.words)):
        return False
    first = sentence.periods[:1]
    if first and _is_past(sentence, first[0]) and first[0].start < sentence.start + _OPENING:
        return not _AFTER_PAST.search(sentence.text, first[0].end, sentence.end)
    return (
        any(_is_past(sentence, p) and not foretold(sentence, p) for p in sentence.periods)
        or _SINCE.search(sentence.words) is not None
    ) and not looks_ahead(sentence)


def _is_past(sentence: Sentence, time: Period) -> bool:
    return time.past and not _SAME_TIME.match(sentence.text, time.end) and not _is_measure(sentence, time)


def _is_measure(sentence: Sentence, time: Period) -> bool:
    """高于上年0.5个百分点: the year before is what an aim is held against."""
    return sentence.text[time.start - 2 : time.start] in _MEASURED


def foretold(sentence: Sentence, time: Period) -> bool:
    """Whether a month of a year before the plan's was still to come when it was written: 预计2025年12月开工."""
    return sentence.text[time.start - 2 : time.start] in _FORETELLS and "-" in time.value


def is_told(sentence: Sentence) -> bool:
    """Whether a sentence compares with the year before or with its task what has been done, and promises nothing."""
    said = _ASIDE.sub("", sentence.words)
    if not _AHEAD.search(said) and (
        _OUTCOME.search(said) or _PROFILE.search(said) and not _PROMISING.search(said)
    ):
        return True
    return (
        _TOLD.search(said) is not None
        and not _AHEAD.search(said)
        and not _PROMISING.search(said)
        and not any(word.value.reach == "sentence" for word in sentence.modals)
    )


def _opens_with_months(sentence: Sentence) -> bool:
    """1-9月,园区完成投资12亿元 tells a result, unless a word of promise stands in the sentence."""
    return (
        _MONTHS.match(sentence.words) is not None
        and "全年" not in sentence.words
        and not _NEXT_MONTHS.match(sentence.text, sentence.end)
        and not _OTHER_MONTHS.search(sentence.words)
        and ("实际" in sentence.words or not any(_promises(word, sentence.text) for word in sentence.modals))
    )


def _promises(word: Found[Word], text: str) -> bool:
    return word.value.reach == "sentence" and text[word.start : word.end] != "预计"


def _is_of_the_months_so_far(sentence: Sentence, place: int) -> bool:
    """投资8亿元,1-6月完成3亿元: behind the months and before anything that turns ahead."""
    if _opens_with_months(sentence):
        return True
    expected = _EXPECTED.search(sentence.text, place, sentence.end) and _MONTHS.match(sentence.words)
    if expected and not _TURNS.search(sentence.text, sentence.start, place):
        return True
    months = [found.end() for found in _MONTHS_SO_FAR.finditer(sentence.text, sentence.start, place)]
    return bool(months) and not _TURNS.search(sentence.text, months[-1], place)


def _is_stated(sentence: Sentence, place: int) -> bool:
    """数据显示, 近年来: what is said behind them has come about, until a word of promise."""
    for pattern in (_STATED, _RECENT):
        said = pattern.search(sentence.text, sentence.start, place)
        if said and not _TURNS.search(sentence.text, said.end(), place):
            return True
    return False


def ahead(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a word that looks ahead stands in text[start:end]."""
    return _AHEAD.search(sentence.text, start, end) is not None


def turns_ahead(sentence: Sentence) -> bool:
    """Whether a sentence in a passage of results turns to what is to come; to name an aim or a plan is not enough."""
    if _PLAN_BEGINS.match(sentence.words):
        return True
    said = _SINCE.sub("", sentence.words)
    return _AFTER_PAST.search(said) is not None or _opens_a_year(sentence, said)


def _opens_a_year(sentence: Sentence, said: str) -> bool:
    """Whether the plan's year itself is named in a sentence that tells no results."""
    return (
        said == sentence.words
        and not is_told(sentence)
        and any(p.value == "year" and sentence.text[p.start : p.end] not in _VAGUE for p in sentence.periods)
    )


def looks_ahead(sentence: Sentence) -> bool:
    """Whether a sentence looks ahead: by a word of promise or aim, or by the plan's year."""
    said = _SINCE.sub("", sentence.words)
    return _AHEAD.search(said) is not None or _opens_a_year(sentence, said)


def is_forward(title: str) -> bool:
    """Whether a heading announces plans: 主要目标, 下一步打算."""
    return _FORWARD.search(title) is not None and not is_retrospective(title)


def is_retrospective(title: str) -> bool:
    """Whether a heading announces results: 工作回顾, 完成情况; 工作总结和计划 announces both."""
    return _BEHIND.search(title) is not None and (
        _FORWARD.search(title) is None or _ENDS_BEHIND.search(title) is not None
    )
