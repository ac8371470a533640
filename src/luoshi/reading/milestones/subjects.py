"""The project a clause only speaks of, so that a stage behind it is its own."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.milestones import names, tidying
from luoshi.reading.milestones.judging import fits, is_plain, is_singular, is_thing
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.members import Name
from luoshi.reading.milestones.stages import TOLD, VERB, opening, unsized, untailed
from luoshi.reading.milestones.vocabulary import own
from luoshi.reading.model import Milestone
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence

#: Behind a project's name, where a clause only reports how things stand.
STATUS = quick(
    r"[还仍尚]在|设备(?=安装|进场|调试|基本)|还差|尚差|抓紧|加紧|办理|取得|拿到|通过|启动|签订|移交|摊铺|路面|敷设|外立面|剩余|征地|拆迁|均|主体|附属"
    r"|要(?![素塞道闻冲])|挂图作战|倒排工期|加快|(?:相关|前期)?手续|作为|已|正|目前|现|路基|桩基|基坑|钢构|土建"
    r"|基本|全线|完成|累计|由|总投资|计划|预计|位于|占地|全长|总长(?!度)|长[约达]?\d|总面积|建筑面积|面积(?=约?\d)"
    r"|宽[约达]?\d|是|将|进入|进展|建设内容|力争|确保|自(?=去年|今年|上年|20|\d)|落户"
)
_PRONOUN = lazy(r"\s?(?:该|本)?(?:项目|工程)(?:位于|占地|总投资|计划|预计|建设)")
#: 位于柳塘新区的云溪医院
_LOCATED = lazy(r"(?:位于|坐落于|坐落在)[^，,。的]{2,16}的")
_NOTE = quick(r"[(（][^()（）]{1,60}[)）]$")
#: Who answers, or what it is about: no project.
_BODY = quick(
    r"(?:[镇乡局委办县市村组科部处站所]|街道|公司|集团|中心|园区|开发区|管委会|专班|方面|领域|目标|任务|责任|情况|内容|进展|进度|打算|计划|安排|步骤|举措|问题"
    r"|单位|一|二|三|四|五)$"
)
_COLONS, _COMMAS = (":", "："), (",", "，")
_BUILT = ("all", "thing", "loose")
_LEAST, _LONGEST, _PAIR = 3, 40, 2
#: What one does about projects that are not signed yet; no stage of theirs.
_ATTENDED = lazy(
    r"(?:(?:全程|持续|全力|重点|密切)?(?:跟[踪进]|对接|洽谈|盯[引办紧牢]|紧盯|攥紧|关注){1,2}(?:洽谈|对接|服务)?(?:好|了)?)"
    r"(?=[\u4e00-\u9fff\d“]{3})"
)
#: What the works of a project are, and which places they reach: no projects themselves.
CONTENT = lazy(
    r"(?:其?主要|项目|工程){0,2}(?:建设|改造|整治|施工|实施)?(?:内容|范围|规模)(?:主要)?(?:包括|包含|涉及|涵盖|为|有|是|含)"
    r"|(?:主要|项目|工程|共|改造){0,2}(?:涉及|途经|串联|辐射|覆盖)"
)
_WORKS = ("项目", "工程")
#: Behind a name, where a clause or a line is no more than that: 柳塘水厂建设,年底前完工.
_BUILDING = "建设"
#: With whom, and whereby.
_ASIDE = frozenset("与由因按")
_LED = ("build", "start", "complete")


def before(sentence: Sentence, index: int, since: int) -> Sequence[Milestone]:
    """What the nearest clause before clauses[index], back to clauses[since], speaks of."""
    for at in range(index - 1, since - 1, -1):
        found = subject(sentence, at)
        if found and not any(own(one.project) for one in found):
            return _of_named(sentence, at, since) or found
        beside = (
            _beside(sentence, at, since)
            if _is_names(sentence, at) or found and _tells_all(sentence, at)
            else ()
        )
        if found or beside:
            return [*beside, *(found or _among(sentence, at))]
    return ()


def _of_named(sentence: Sentence, index: int, since: int) -> Sequence[Milestone]:
    """柳塘乳业加工项目,污水处理站已完成安装: the project with a name, before what is only a part of it; empty where there is none."""
    said = (subject(sentence, at) for at in range(index - 1, since - 1, -1))
    return next((found for found in said if any(own(one.project) for one in found)), ())


def _tells_all(sentence: Sentence, index: int) -> bool:
    """甲村道路硬化3公里,乙村道路硬化2公里均已完成设计: the clause tells of those before it as well."""
    clause = sentence.clauses[index]
    return sentence.text.find("均已", clause.start, clause.end) > 0


def _beside(sentence: Sentence, index: int, since: int) -> Sequence[Milestone]:
    """A路、B路,C桥,年内建成: the names of the clauses before, as long as a clause is nothing but names."""
    clauses, found = sentence.clauses, list[Milestone]()
    for at in range(index - 1, since - 1, -1):
        if clauses[at].mark not in _COMMAS or not _is_names(sentence, at):
            break
        found = [*listed(sentence, at), *found]
    return found


def listed(sentence: Sentence, index: int) -> list[Milestone]:
    """The projects that a clause only names, in a list that is said to be of projects."""
    return subject(sentence, index) or _among(sentence, index)


def _among(sentence: Sentence, index: int) -> list[Milestone]:
    """A路、B路,企业服务中心: among names, what there is one of."""
    start, end, _ = sentence.clauses[index]
    start = opening(sentence, start, end)
    said = sentence.text[start:end]
    return [_spoken(sentence, start, Name(0, len(said), said))] if is_thing(said) or is_singular(said) else []


def _is_names(sentence: Sentence, index: int) -> bool:
    """Whether a clause is nothing but names of what is built, or of works and how much of them."""
    start, end, _ = sentence.clauses[index]
    stop = unsized(sentence.text, start, end)
    found = ending(sentence.text[start:stop])
    built = found is not None and (found.kind in _BUILT or found.kind == "works" and stop < end)
    return built and not reported(sentence, start, end)


def subject(sentence: Sentence, index: int) -> list[Milestone]:
    """溪口水厂,年底前建成; 柳塘小学项目主体已完工,计划8月竣工: the projects of a clause without a stage of its own."""
    clause, text = sentence.clauses[index], sentence.text
    start = opening(sentence, clause.start, clause.end)
    if text[start] in _ASIDE or CONTENT.match(text, clause.start, clause.end):
        return []
    if text[start] == "对" and (text.endswith(_WORKS, start, clause.end) or _is_told_to(sentence, index)):
        start += 1
    if attended := _ATTENDED.match(text, start, clause.end):
        start = attended.end()
    if located := _LOCATED.match(text, start, clause.end):
        start = located.end()
    if (
        clause.end - start < _LEAST
        or VERB.match(text, start, clause.end)
        or TOLD.match(text, start, clause.end)
    ):
        return []
    if clause.mark in _COLONS and (label := _labelled(text[start : clause.end])):
        return [_spoken(sentence, start, label)]
    said = _named(sentence, start, clause.end)
    found = names.names(said, "firm") if said else []
    if said and not found and _takes_up(sentence, index):
        found = [Name(0, len(said), said)]
    return [_spoken(sentence, start, name) for name in found]


def _is_told_to(sentence: Sentence, index: int) -> bool:
    """对群众关心的柳塘小区三期,要增加人手: what is to be done with it is told behind."""
    return index + 1 < len(sentence.clauses) and sentence.text.startswith(
        ("要", "须", "务必"), sentence.clauses[index + 1].start
    )


def _labelled(words: str) -> Name | None:
    """海拓高端板带(总投资12亿元):10月底前…: what a colon sets off is one project, whatever it ends with."""
    said = _NOTE.sub("", words)
    if not _LEAST < len(said) <= _LONGEST or _BODY.search(said) or own(said) < _LEAST or not is_plain(said):
        return None
    return Name(0, len(said), tidying.tidy(said))


def headed(sentence: Sentence) -> Sequence[Milestone]:
    """某科创园:3月,完成立项;8月,开工: the project that a colon sets off at the head of the sentence; empty where none is."""
    return subject(sentence, 0) if sentence.clauses[0].mark in _COLONS else ()


def led(sentence: Sentence, index: int, since: int) -> Milestone | None:
    """加快客运枢纽建设,力争年底投用: what the verb of a clause leads, one by what it is though it has no name of its own."""
    if index < since:
        return None
    clause, text = sentence.clauses[index], sentence.text
    verb = VERB.match(text, opening(sentence, clause.start, clause.end), clause.end)
    said = untailed(text[verb.end() : clause.end]) if verb else ""
    if not verb or verb.lastgroup not in _LED or not (is_singular(said) or fits(said, "firm")):
        return None
    one = _spoken(sentence, verb.end(), Name(0, len(said), said))
    return one._replace(stage=verb.lastgroup)  # type: ignore[arg-type]


def _takes_up(sentence: Sentence, index: int) -> bool:
    """产业园项目:该项目…: the clause behind takes it up, so that it is one project, whatever its name."""
    following = sentence.clauses[index + 1] if index + 1 < len(sentence.clauses) else None
    return following is not None and _PRONOUN.match(sentence.text, following.start, following.end) is not None


def _spoken(sentence: Sentence, start: int, name: Name) -> Milestone:
    return Milestone(
        start + name.start, start + name.end, sentence.span, sentence.section, name.project, "other", None, None, sentence.actors
    )  # fmt: skip


def _named(sentence: Sentence, start: int, end: int) -> str:
    """The words up to where the report begins, if they end like a project."""
    text = sentence.text
    at = reported(sentence, start, end)
    if not at and any(start < one.start < end for one in sentence.periods):
        return ""
    if at:
        return text[start : unsized(text, start, at)]
    stop = unsized(text, start, end)
    stop -= len(_BUILDING) if text.endswith(_BUILDING, start, stop) else 0
    found = ending(text[start:stop])
    return (
        text[start:stop]
        if found and (stop == end or found.kind == "works" or text[stop:end] == _BUILDING)
        else ""
    )


def reported(sentence: Sentence, start: int, end: int) -> int | None:
    """Where behind a project's name a clause begins to tell of it, or names a time; None where it does neither."""
    text = sentence.text
    places = [match.start() for match in STATUS.finditer(text, start + _LEAST, end)]
    places += [one.start for one in sentence.periods if start + _LEAST < one.start < end]
    return next((at for at in sorted(places) if ending(text[start : unsized(text, start, at)])), None)


#: What a line under a project's name tells of it: 目标:6月底前通车.
_OF_IT = lazy(
    r"(?:年度|工作|形象|建设|进度|时间|目前|当前|下一?步|项目|存在|主要|责任|资金|进展|推进|完成){0,2}"
    r"(?:目标|节点|进度|进展|情况|计划|任务|时序|安排|打算|内容|规模|地点|投资|单位|工期|年限|期限|概况|来源|问题|性质)[:：]"
)
#: What leads to a project's name in a card of it.
_CARD = ("项目名称", "工程名称")


class Topic:
    """The project that a sentence names and says no more: 柳塘大桥。全长2公里。计划6月开工。"""

    def __init__(self, text: str) -> None:
        self._text = text
        self._named: Sentence | None = None
        self._until = 0

    @property
    def open(self) -> bool:
        """Whether a sentence was taken as the topic."""
        return self._named is not None

    def hear(self, sentence: Sentence) -> None:
        """Take the sentence as the topic, if it is a name."""
        if _is_name(sentence):
            self._named = sentence
        elif self._named and not self._reaches(self._named, sentence):
            self._named = None
        self._until = sentence.end

    def of(self, sentence: Sentence) -> Sequence[Milestone]:
        """The project that the line of the sentence is about; empty where there is none."""
        named = self._named
        return subject(named, len(named.clauses) - 1) if named and named is not sentence else ()

    def _reaches(self, named: Sentence, sentence: Sentence) -> bool:
        """To the end of its line, and over all that stands under it where it is a heading."""
        if "\n" not in self._text[named.end : sentence.start]:
            return True
        if not self._text[self._until : sentence.start].strip() and _OF_IT.match(sentence.words):
            return True
        return named.section is not None and named.section == sentence.section


def is_card(sentence: Sentence) -> bool:
    """项目名称:柳塘科创园: the first line of a card."""
    return len(sentence.clauses) == _PAIR and sentence.words.startswith(_CARD)


def _is_name(sentence: Sentence) -> bool:
    if sentence.end - sentence.start > _LONGEST or len(sentence.clauses) > 1 and not is_card(sentence):
        return False
    end = ending(sentence.words.rstrip("。:：").removesuffix(_BUILDING))
    return end is not None and end.kind in ("all", "thing", "works")
