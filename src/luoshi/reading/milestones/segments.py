"""Clauses cut into pieces that speak of one stage each: who is named, which stage, and where its time may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from luoshi.reading.milestones import words
from luoshi.reading.milestones.judging import Way
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.model import Span, Stage
from luoshi.reading.openings import closings, quick
from luoshi.reading.sentences import Sentence


class Piece(NamedTuple):
    """A stretch of a clause that speaks of one stage: names stand in text[start:end], its own time in ``when``.

    ``whole``: the stretch itself is the name; ``bare``: no name stands there, the stage is that of a project named
    before. ``suffix`` is given back to the name (股权重组).
    """

    start: int
    end: int
    stage: Stage
    way: Way
    when: Span
    whole: bool = False
    bare: bool = False
    suffix: str = ""


def _either(choices: tuple[tuple[Stage, str], ...]) -> str:
    return "|".join(f"(?P<{stage}>{pattern})" for stage, pattern in choices)


_FOLLOWING = "|".join(pattern for _, pattern in words.FOLLOWING)
_LEAD = re.compile(
    rf"(?:{words.MARKS}|{words.OPENERS}|{words.MANNER}|{words.MODAL}|\d{{1,2}}月?[-—~～至到](?=\d{{1,2}}月)|{words.FUNDED}|已?(?:初步)?(?:确定|明确)|[x×X]{{2,4}}年|20[x×X]{{2}}年)"
)
_VERB = re.compile(rf"(?:{_either(words.LEADING)})(?!后|率|以来|之后|时(?!代)|的(?:项目|企业))")
TOLD = re.compile(r"目前|当前|现已|截[至止]|现(?=正|在|有)|先后|相继|陆续|累计|围绕|按照|根据|聚焦|立足|结合|针对|已经?(?!签约|开工|初步|确定|列入|明确|安排)|均已|正(?:在|着手|抓紧)")
_NOTED = quick(r"[(（][^()（）]{1,30}[)）]$")
_STAGE = quick(rf"(?:{_either(words.FOLLOWING)})(?:建设|工作|目标|任务)?$")
_LAST = re.compile(f"[{closings(_FOLLOWING)}设作标务]")
_HASTE = quick(rf"(?:{words.HASTE}|{words.REACHED}|于?[xX×]{{2,4}}年)$")
_REACHED = re.compile(words.REACHED)
_REPORTED = re.compile(words.REPORTED)
_MODAL = quick(words.MODAL)
_ACTOR = re.compile(rf"[\u4e00-\u9fff]{{2,12}}?(?:(?:将|要|拟|应)(?:{words.MANNER}|{words.MODAL})*|(?:{words.MANNER}|{words.MODAL})+|(?=推进|推动|加快|做好|抓好|促进|组织实施|续建|新开工|计划开工))")
_RELYING = re.compile(r"(?:依托|利用|结合|通过)[\u4e00-\u9fff]{2,10}?(?=打造|建设|规划|推进)")
_DONE_TO = re.compile(r"对(?P<names>[^，,。]{3,60}?)(?:进行|实施|开展)(?P<works>[^，,。]{0,14}(?:改造|提升|升级|整治|建设|扩建|修缮|修复|拓宽|治理))$")
_BECOMES = re.compile(r"(?P<subject>[^，,。]{3,40}?)(?:创建|争创|创成|申报|升级为|升格为|晋升)(?P<object>[^，,。]{3,40})$")
_RANKED = quick(r"(?:区|园|中心|器|基地|县|市|镇|村|平台|实验室|园区|机构|厂|工厂|校|院)”?$")
_SUBJECT = quick(r"(?:区|园|县|市|镇|院|厂|中心|企业|公司|基地|项目|集团)$")
_PRONOUN = re.compile(r"(?:该|本|此|上述|整个|全部)?(?:项目|工程|大桥|建设|主体|主体工程|大楼|工期)(?:建设)?")
_ITEM = quick(r"[\s;；](?=(?:\d{1,2}[.．、)]|[①-⑳]|[(（][一二三四五六七八九十\d]{1,2}[)）])[\u4e00-\u9fff])")
_CUT = quick(
    rf"、(?=(?:{words.MANNER}|{words.MODAL})*(?:竣工投产|建成投[产用运]|开工建设|加快建设|加快推进|推进|推动|启动|新建|建成|开工|引进|实施|竣工|谋划|完成|投产|投用)[^、，,]{{3,}})"
)
_AND = quick(r"、|以及|和|及")
_COMPOUND = quick(
    r"(?:前期工作|建设|编制|改造|治理|整治|扩建|迁建|修复|加固)(?P<and>以及|和|及|、)(?!其?(?:配套|附属|周边|相关|其他))"
)
_WORKED_ON = ("前期工作", "建设", "编制")
_AND_MORE = quick(r"(?<![高同平均优])等(?!级)")
_PLANNED_SO = quick(r"(?:编制|修编|设计|审批|报批)(?:工作)?$|工作$")
_BEFOREHAND = quick(r"前期(?:工作|手续|研究)?$|论证(?:工作)?$|(?:可行性|前期)研究$")
REACH = 24  # a stage is looked for this far from the end of a clause
_PUSHES = ("推", "加", "促", "支", "保", "服", "督", "确", "力", "抓", "做", "狠", "攻")
_FIRM = ("新建", "改扩建", "迁建", "扩建", "重建", "改造", "改造提升", "续建")
_VISION = ("打造",)
_BUILDING = ("建设",)
_PAPERS = quick(r"招投?标|审批|手续|规划|选址|可研|设计|立项|报批|审查|评审|征地|拆迁")
_NUMBERED = re.compile(r"[(（]?\d{1,3}[.、)）．](?!\d)")
_HONOUR = ("争创", "创建", "申创", "申报")
_LEAST = 2


def pieces(sentence: Sentence, start: int, end: int) -> list[Piece]:
    """The pieces of the clause text[start:end], left to right."""
    found: list[Piece] = []
    for first, last in _segments(sentence, start, end):
        found += _of_segment(sentence, first, last)
    return found


def _segments(sentence: Sentence, start: int, end: int) -> Iterator[Span]:
    """A开工、B竣工: cut behind a stage that another project with its own stage follows, and before a leading verb."""
    text = sentence.text
    cuts = {match.start() for match in _ITEM.finditer(text, start, end)}
    if not cuts and text.find("、", start, end) < 0 and text.find("和", start, end) < 0:
        yield start, end
        return
    cuts |= {match.start() for match in _CUT.finditer(text, start, end)}
    cuts |= {
        one.start - 1
        for one in sentence.periods
        if start < one.start < end and text[one.start - 1] == "、" and _VERB.match(text, one.end, end)
    }
    times = {one.end: one.start for one in sentence.periods if start <= one.start < end}
    marks = _AND.finditer(text, start, end)
    cuts |= {match.start() for match in marks if _between_stages(text, start, match, end, times)}
    at = start
    for cut in sorted(cuts):
        if cut > at and text.count("“", at, cut) == text.count("”", at, cut):
            yield at, cut
            at = cut + (2 if text.startswith("以及", cut) else 1)
    yield at, end


def _between_stages(text: str, start: int, mark: re.Match[str], end: int, times: Mapping[int, int]) -> bool:
    """Whether the mark parts two stages: each with its own project, or of one project that a verb named before."""
    place, behind = mark.start(), mark.end()
    last = _STAGE.search(text, max(behind, end - REACH), end)
    if not last:
        return False
    rest = text[behind : _trailing(text, behind, last.start(), times)]
    if _LAST.match(text, place - 1) and _STAGE.search(text, max(start, place - REACH), place):
        return len(rest) > _LEAST and not rest[0].isdigit() and _STAGE.search(rest) is None
    return not rest and last.start() > behind


def opening(sentence: Sentence, start: int, end: int) -> int:
    """Where the words that only open a clause end: marks, times, words of promise and manner."""
    text, times = sentence.text, {one.start: one.end for one in sentence.periods}
    while start < end:
        match = _LEAD.match(text, start, end)
        after = max(match.end() if match else start, times.get(start, start))
        if after <= start:
            break
        start = min(after, end)
    return start


def _trailing(text: str, start: int, end: int, times: Mapping[int, int]) -> int:
    """Where the words of time and haste before a stage begin."""
    while end > start:
        if end in times and times[end] >= start:
            end = times[end]
            continue
        match = _HASTE.search(text, max(start, end - 6), end)
        if match is None:
            break
        end = match.start()
    return end


def _closing(sentence: Sentence, start: int, end: int) -> list[tuple[Stage, Span]]:
    """The stages that close text[start:end], the first first, each with the span its own time stands in."""
    text = sentence.text
    found: list[tuple[Stage, Span]] = []
    times = {one.end: one.start for one in sentence.periods if start <= one.start < end}
    while end > start and _LAST.match(text, end - 1):
        match = _STAGE.search(text, max(start, end - REACH), end)
        if match is None:
            break
        first = _trailing(text, start, match.start(), times)
        found.append((match.lastgroup, (first, end)))  # type: ignore[arg-type]
        end = first
        if end > start and text[end - 1] in "、和并及":
            end -= 1
        else:
            break
    return found[::-1]


def _of_segment(sentence: Sentence, start: int, end: int) -> list[Piece]:
    text = sentence.text
    at = opening(sentence, start, end)
    if end - at < _LEAST or TOLD.match(text, at):
        return []
    end = _without_note(sentence, at, end)
    became = _becoming(text, at, end)
    if became:
        return [became]
    verb = _VERB.match(text, at, end)
    closing = _closing(sentence, at, end)
    if closing and _is_reached(text, start, closing[0][1], sentence):
        return []
    if closing and closing[0][1][0] - at < _LEAST or closing and verb and closing[0][1][0] < verb.end():
        return _bare(start, at, closing)
    if verb:
        return list(_led(sentence, start, verb, closing, end))
    if closing:
        return _following(sentence, start, at, closing)
    timed = _timed(sentence, at, end)
    if timed:
        return [timed]
    done = _DONE_TO.match(text, at, end)
    if done:
        return [Piece(done.start("names"), done.end("names"), "build", "loose", (start, end))]
    return _acted(sentence, start, at, end)


def _bare(start: int, at: int, closing: list[tuple[Stage, Span]]) -> list[Piece]:
    """Stages of a project named before; the first has the time that opens the segment."""
    return [
        Piece(at, at, stage, "subject", (start if index == 0 else when[0], when[1]), bare=True)
        for index, (stage, when) in enumerate(closing)
        if stage != "build"
    ]


def _without_note(sentence: Sentence, start: int, end: int) -> int:
    """Without a time in brackets behind everything: 建成A(6月底前)."""
    note = _NOTED.search(sentence.text, max(start, end - 32), end)
    if note and any(note.start() <= one.start < end for one in sentence.periods):
        return note.start()
    return end


def _is_reached(text: str, start: int, when: Span, sentence: Sentence) -> bool:
    """已建成, 正在加快建设; 陆续封顶 where nothing is promised."""
    if _REACHED.match(text, when[0]):
        return True
    if not _REPORTED.match(text, when[0]):
        return False
    return not promised(sentence, start, when[1])


def promised(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a word of promise or a time stands in text[start:end]."""
    return any(start <= one.start < end and one.value.reach != "object" for one in sentence.modals) or any(
        start <= one.start < end for one in sentence.periods
    )


def _following(sentence: Sentence, start: int, at: int, closing: list[tuple[Stage, Span]]) -> list[Piece]:
    """A、B等项目竣工投产: the names stand before their stages."""
    text = sentence.text
    stop = closing[0][1][0]
    actor = _ACTOR.match(text, at, stop)
    pushed = at > start and _MODAL.search(text, start, at) is not None
    if actor:
        inner = _VERB.match(text, actor.end(), stop)
        if inner and stop - inner.end() >= _LEAST:
            at, pushed = inner.end(), True
    if stop > at and text[stop - 1] in "、和并及":
        stop -= 1
    if _PRONOUN.fullmatch(text, at, stop):
        return _bare(start, at, closing)
    return _staged(sentence, at, stop, closing, pushed)


def _staged(
    sentence: Sentence, at: int, stop: int, closing: list[tuple[Stage, Span]], pushed: bool
) -> list[Piece]:
    text = sentence.text
    if closing[0][0] == "acquire" or text[slice(*closing[0][1])] == "技改扩能":
        return [
            Piece(at, stop, stage, "subject", when, whole=True, suffix=text[slice(*when)]) for stage, when in closing
        ]
    dated = any(when[0] <= one.start < when[1] for _, when in closing for one in sentence.periods)
    way: Way = "dated" if dated else "pushed" if pushed and closing[-1][0] in _BUILT else "subject"
    return [Piece(at, stop, stage, way, when) for stage, when in closing]


_BUILT: tuple[Stage, ...] = ("operate", "start", "complete", "build", "sign")


def _becoming(text: str, start: int, end: int) -> Piece | None:
    """推动某园创建国家级孵化器: the whole is what is promised."""
    pushed = _VERB.match(text, start, end)
    begin = pushed.end() if pushed and pushed.lastgroup == "build" else start
    becomes = _BECOMES.match(text, begin, end)
    if not becomes or not _RANKED.search(becomes["object"]) or not _SUBJECT.search(becomes["subject"]):
        return None
    return Piece(begin, end, "other", "firm", (end, end), whole=True)


def _acted(sentence: Sentence, start: int, at: int, end: int) -> list[Piece]:
    """某局将推进A建设: someone is said to do it, then the verb leads."""
    text = sentence.text
    actor = _ACTOR.match(text, at, min(end, at + REACH)) or _RELYING.match(text, at, end)
    if not actor:
        return []
    at = opening(sentence, actor.end(), end)
    verb = _VERB.match(text, at, end)
    return list(_led(sentence, start, verb, [], end)) if verb else []


def _timed(sentence: Sentence, at: int, end: int) -> Piece | None:
    """某项目10月启动三通一平: a project, a time, and what is done to it then."""
    text = sentence.text
    time = next((one for one in sentence.periods if at + _LEAST < one.start < end), None)
    if time is None or ending(text[at : time.start]) is None:
        return None
    verb = _VERB.match(text, opening(sentence, time.start, end), end)
    if not verb or verb.lastgroup not in ("start", "complete", "operate"):
        return None
    stage: Stage = "plan" if _PAPERS.search(text, verb.end(), end) else verb.lastgroup  # type: ignore[assignment]
    return Piece(at, time.start, stage, "dated", (time.start, time.end))


def _led(
    sentence: Sentence, start: int, verb: re.Match[str], closing: list[tuple[Stage, Span]], end: int
) -> Iterator[Piece]:
    """建成A、B: the verb leads; where it only pushes, a stage behind the names counts."""
    text = sentence.text
    stage: Stage = verb.lastgroup  # type: ignore[assignment]
    at, word = verb.end(), verb.group()
    second = _VERB.match(text, at, end)
    if second and stage in ("build", "start", "plan", "complete") and text[second.end() : second.end() + 1] not in "路街村镇桥项工":
        stage = second.lastgroup if stage == "build" else stage  # type: ignore[assignment]
        at, word = second.end(), second.group() if stage == second.lastgroup else word
    at += 1 if text[at : at + 1] in ("好", "了") else 0
    if closing and closing[0][1][0] - at >= _LEAST:
        stop = closing[0][1][0]
        if text[stop - 1] in "、和并及" or "并" in text[slice(*closing[0][1])][:2]:
            stop -= text[stop - 1] in "、和并及"
            yield Piece(at, stop, closing[-1][0], _way(stage, word), (start, end))
            return
        if stage == "build" and word not in (*_VISION, *_BUILDING):
            yield from _staged(sentence, at, stop, closing, pushed=True)
            return
        if stage == "complete":
            end = stop
    for first, last in _compounds(text, at, end):
        way: Way = "firm" if _is_row(sentence, start, end) else _way(stage, word)
        yield Piece(first, last, _by_object(stage, text[first:last]), way, (start, verb.start()))


def _is_row(sentence: Sentence, start: int, end: int) -> bool:
    """Whether text[start:end] is a whole sentence with a number before it: one task of a list."""
    return start == sentence.start and end >= sentence.end - 1 and _NUMBERED.match(sentence.text, start) is not None


def _way(stage: Stage, word: str) -> Way:
    if word in _VISION:
        return "vision"
    if word in _BUILDING:
        return "built"
    if word in _HONOUR:
        return "honour"
    return "loose" if stage == "build" and word not in _FIRM or word.startswith("完善") else "firm"


def _compounds(text: str, start: int, end: int) -> Iterator[Span]:
    """A、B大桥建设和C改造: cut behind the tail of what comes first."""
    for match in _COMPOUND.finditer(text, start, end):
        word = text[match.start() : match.start("and")]
        if match["and"] == "、" and word not in _WORKED_ON:
            continue
        if _AND_MORE.search(text, match.end(), end) or end - match.end() <= _LEAST or match.start() - start < _LEAST:
            continue
        rest = text[match.end() : end]
        if ending(rest) is None and not rest.endswith(_WORKED_ON):
            continue
        yield start, match.start("and")
        start = match.end()
    yield start, end


def _by_object(stage: Stage, stretch: str) -> Stage:
    """A plan that is made stays a plan, whatever the verb; so does 前期工作."""
    if stage not in ("build", "start", "plan", "complete"):
        return stage
    if _BEFOREHAND.search(stretch):
        return "plan"
    end = ending(_PLANNED_SO.sub("", stretch))
    return "plan" if end and end.kind == "plan" else stage
