"""Segments of a clause read as pieces: who is named, which stage is promised, and where its time may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from luoshi.reading.milestones import attended, parts, steps, words
from luoshi.reading.milestones.carrying import is_carried, is_dated, is_under_time
from luoshi.reading.milestones.cutting import compounds, segments
from luoshi.reading.milestones.judging import SURE_PLANS, Way, fits
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.objects import SEVERAL, by_object, of_object
from luoshi.reading.milestones.piece import Piece as Piece
from luoshi.reading.milestones.stages import (
    ENDS,
    LEAST,
    MODAL,
    REACH,
    TOLD,
    VERB,
    Closing,
    bare_end,
    closing,
    is_reached,
    joined,
    opening,
    promised,
    times_of,
    trailing,
    untailed,
)
from luoshi.reading.milestones.subjects import reported
from luoshi.reading.milestones.vocabulary import own
from luoshi.reading.model import Stage
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence

_NOTED = quick(r"[(（][^()（）]{1,30}[)）]$")
_ANSWERS = lazy(r"牵头|负责|责任|配合|实施单位")
_ACTOR = lazy(
    rf"[\u4e00-\u9fff]{{2,12}}?(?:(?:将|要|拟|应)(?:{words.MANNER}|{words.MODAL})*+|(?:{words.MANNER}|{words.MODAL})++"
    r"|(?=推进|推动|加快|做好|抓好|促进|支持|组织实施|续建|新开工|计划开工))"
    r"|[\u4e00-\u9fff]{1,8}?(?:业|方面|领域|板块)(?=支持|启动|建成|完成|抓紧|实施|新建|开工)"
)
#: 农产品加工业力促A、B年内投产: of which trade it is told.
_SECTOR = lazy(
    r"[\u4e00-\u9fff]{0,8}(?:产业|工业|农业|[工造务游流]业|领域|方面|板块|组)(?:要|将)?(?:力促|促成|推动|确保)"
)
_RELYING = lazy(r"(?:依托|利用|结合|通过)[\u4e00-\u9fff]{2,10}?(?=打造|建设|规划|推进)")
_RANKS = re.compile("[区园心器地县市镇村台室构厂校院中”]")
_PRONOUN = lazy(
    r"[前后]者|(?:该|本|此|上述|整个|全部)?(?:项目|工程|大桥|建设|主体|主体工程|大楼|工期)(?:建设)?"
)
#: Between two verbs of the same names: 推进和建设A.
_BOTH = frozenset("和与及")
#: A part of a project named before, or so much of it: 门诊楼, 主桥, 11万平方米.
_PART = lazy(
    r"(?:全部|实现)?(?:(?:首|第一|[一二两])条(?:生产|产)线|(?:首|[\d一二两三四五六七八九十]{1,2})(?:台|台套|号)机组|(?:病房|门诊|住院|教学|实训"
    r"|宿舍|综合|办公|研发|附属)?(?:主?楼|厂房|车间)|[主引]桥|主线|桥梁|隧道|路[基面]"
    r"|[\d.]{1,9}[百千万]?(?:平方米?|公里|米|套|亩)(?:路面|主体|厂房|管网|线路|建设|全部)?)"
)
_AND = quick("[、和及与]")
_STEP = quick(words.STEP)
_TOPPED = lazy("[^完、，,]{0,12}[封结升]顶")
_PAPERS = quick(r"招投?标|审批|手续|规划|选址|可研|设计|立项|报批|审查|评审|征地|拆迁")
_NUMBERED = lazy(r"[(（]?\d{1,3}[.、)）．](?!\d)")
#: What only projects reach, so that a list before it is one of projects.
_SURE = quick(r"开工(?:建设)?$|投产$|封顶$|开业$")
#: How fast works go: 加快海拓电子的建设进度.
_PACE = quick(r"的?(?:建设|施工|工程)进度$")
#: 实事 of a bureau's list are one piece of works each, whatever they are called.
_LISTED_WORKS = lazy(
    r"(?!重点|重大|一批|各|农村|全)[\u4e00-\u9fff]{2,14}(?:改造|整治|提升|修缮|建设|[绿亮]化|治理|修复|加固|更新|扩容|清淤|修建|安装)(?:工程|项目)"
)
_CARRIED_OUT, _GOOD_DEEDS, _HEAD_OF_TEXT = ("实施", "组织实施", "实施好"), "实事", 400
_FIRM = ("新建", "改建", "改扩建", "迁建", "扩建", "重建", "改造", "改造提升", "续建")
_HONOUR = ("争创", "创建", "申创", "申报")
_VISION, _BUILDING = ("打造", "构建"), ("建设", "共建")
_BUILT: tuple[Stage, ...] = ("operate", "start", "complete", "build", "sign")
#: Behind 建设 that is no verb but a name: 建设大道, 建设巷.
_NOT_A_VERB = re.compile("[路街村镇桥项工巷里弄]|大[道街]|[东西南北中]路")
#: 完成某水厂开工: the stage is the one behind.
_SAID_BEHIND: tuple[Stage, ...] = ("sign", "start", "operate")
#: 完成某园的征地和政策处理工作, 完成某某改造项目征收任务.
_LAND_OF = quick(
    r"(?:的|(?<=项目)|(?<=地块))(?:土地|房屋)?(?:征地|征迁|拆迁|征收|收储|征用|征拆)[^，,的]{0,12}$"
)
#: 完成“十五五”规划目标任务: what is done are the plan's aims.
_AIMS_OF = quick(r"规划[》”]?(?:的)?(?:目标任务|目标|任务目标|任务)$")
#: 加快某某项目落地建设: what is hastened goes on.
_PLACED = "落地建设"
_AMOUNT = 4
_FUNDED = quick("(?:投资|投入|斥资|出资|资金)约?[\\d.]{1,9}[余多]?[百千万亿]{1,2}元")
#: Behind what is told of a project: others are named there.
_MORE_NAMES = quick("[、和及与的]")
#: Who acts, and is not what is built: 国网公司6月底前完成线路迁改.
_FIRMS = ("公司", "集团")
#: What is completed is the main part of a market, and no trader on it.
_OF_MARKET = "市场主体"
#: Works that are said of a name themselves: 完成棚改一期扫尾.
_LAST_WORKS = ("扫尾", "收尾")
#: 完成某厂地块收储: the land is taken.
_TAKEN = ("收储", "收购")
#: 完成柳塘客运站选址, 完成柳塘公园三期设计: what is done for the one thing that is named.
_DRAWN = ("选址", "设计")
#: Ends of what is done to the land of a project, which is no part of its name.
_LAND = ("征地", "征迁", "拆迁", "征收", "供地", "出让", "招拍挂", "摘牌", "交地", "平整", "工作", "任务")


def pieces(sentence: Sentence, start: int, end: int) -> list[Piece]:
    """The pieces of the clause text[start:end], left to right."""
    if sentence.text[end - 2 : end] == "之年":  # 全面建成某规划的收官之年
        return []
    found: list[Piece] = []
    for first, last in segments(sentence, start, end):
        found += _of_segment(sentence, first, last)
    return found


def _of_segment(sentence: Sentence, start: int, end: int) -> Sequence[Piece]:
    text = sentence.text
    at = opening(sentence, start, end)
    if end - at < LEAST:
        return ()
    if text[end - 1] in ")）":
        end = _without_note(sentence, at, end)
    if text[at] in attended.EYED and (seen := attended.attended(sentence, start, at, end)):
        return seen
    verb = VERB.match(text, at, end)
    if verb and verb.lastgroup in ("complete", "start") and (done := steps.led(text, verb.end(), end)):
        when = (start, verb.start())
        if verb.lastgroup == "start":
            done = [one for one in done if one.stage in ("plan", "other")]
        if done:
            return [Piece(one.start, one.end, one.stage, one.way, when) for one in done]
    if _RANKS.match(text, end - 1) and (
        became := attended.becoming(text, verb.end() if verb and verb.lastgroup == "build" else at, end)
    ):
        return (became,)
    may = text[end - 1] in parts.ENDS and text.find("完成", at, end) >= 0
    if may and (part := _part_done(sentence, start, at, end, verb)):
        return part
    close = closing(sentence, at, end) if ENDS[text[end - 2 : end]][1] else ()
    if not verb and not close:
        return () if TOLD.match(text, at, end) else _otherwise(sentence, start, at, end)
    if TOLD.match(text, at, end):
        return ()
    if close and is_reached(sentence, start, close[0], pushed=verb is not None and verb.lastgroup == "build"):
        return ()
    if close and (close[0].start - at < LEAST or verb and close[0].start < verb.end()):
        if verb and verb.lastgroup == "complete" and _is_named(text[verb.end() : end]):
            return list(_led(sentence, start, verb, (), end))
        if verb and text.endswith(_DRAWN, 0, end) and fits(text[verb.end() : end - LEAST], "firm"):
            return [Piece(verb.end(), end, "plan", "firm", (start, verb.start()), whole=True)]
        return _bare(text, start, at, close)
    if verb:
        return list(_led(sentence, start, verb, close, end))
    return _following(sentence, start, at, close)


def _part_done(sentence: Sentence, start: int, at: int, end: int, verb: re.Match[str] | None) -> list[Piece]:
    """柳塘大桥年内完成桥面铺装: the part of a project that is to be done, of the one named there or of one before; not so much of it (完成路基2公里)."""
    if sentence.text[end : end + 1].isdigit():
        return []
    done = parts.DONE.search(sentence.text, max(at, end - REACH), end)
    if not done or len(done["of"]) > LEAST and own(done["of"]) > 1 or TOLD.match(sentence.text, at, end):
        return []
    first = trailing(sentence.text, at, done.start(), times_of(sentence, at, done.start()))
    close = (Closing("complete", first, end),)
    if is_reached(sentence, start, close[0], pushed=verb is not None and verb.lastgroup == "build"):
        return []
    if first - at < LEAST:
        found = _bare(sentence.text, start, at, close) if parts.OF_BUILDING.match(done["part"]) else []
    elif verb and verb.lastgroup == "build":
        at = _verbs(sentence.text, verb, end)[0]
        found = _staged(sentence, start, at, first, close, pushed=True) if first - at >= LEAST else []
    else:
        found = [] if verb else _following(sentence, start, at, close)
    return [one._replace(suffix=done["part"]) for one in found]


def _is_named(stretch: str) -> bool:
    """完成柳塘隧道主体工程: a project stands between the verb and the part that is done."""
    project = untailed(stretch)
    return ending(project) is not None and own(project) > 1


def _otherwise(sentence: Sentence, start: int, at: int, end: int) -> Sequence[Piece]:
    """A clause that neither a verb opens nor a stage closes."""
    text = sentence.text
    timed = _timed(sentence, at, end) if sentence.periods else ()
    if timed:
        return timed
    if text[at - 1 : at] == "将" and (done := attended.done_to(text, start, at - 1, end)):
        return done
    if text[at] == "对":
        return attended.done_to(text, start, at, end) or attended.attended(sentence, start, at, end)
    return _acted(sentence, start, at, end)


def _without_note(sentence: Sentence, start: int, end: int) -> int:
    """Without a time or a unit that answers in brackets behind everything: 建成A(6月底前), 建成A(住建局牵头)."""
    note = (
        _NOTED.search(sentence.text, max(start, end - 32), end) if sentence.text[end - 1] in ")）" else None
    )
    if note and (
        any(note.start() <= one.start < end for one in sentence.periods)
        or _ANSWERS.search(sentence.text, note.start(), end)
    ):
        return note.start()
    return end


def _bare(text: str, start: int, at: int, close: Sequence[Closing]) -> list[Piece]:
    """Stages of a project named before; the first has the time that opens the segment."""
    return [
        Piece(at, at, one.stage, "subject", (start if index == 0 else one.start, one.end), bare=True)
        for index, one in enumerate(close)
        if one.stage != "build" or _STEP.search(text, one.start, one.end)
    ]


def _following(sentence: Sentence, start: int, at: int, close: Sequence[Closing]) -> list[Piece]:
    """A、B等项目竣工投产: the names stand before their stages."""
    text, stop = sentence.text, close[0].start
    pushed = at > start and MODAL.search(text, start, at) is not None or is_carried(sentence, start)
    actor = _ACTOR.match(text, at, stop)
    inner = VERB.match(text, actor.end(), stop) if actor else None
    if inner and stop - inner.end() >= LEAST:
        at, pushed = inner.end(), True
    elif actor and (sector := _SECTOR.match(text, at, stop - LEAST)):
        at, pushed = sector.end(), True
    if stop > at:
        stop = bare_end(text, stop)
    if close[0].stage == "complete" and text.endswith(_OF_MARKET, at, stop):
        stop -= 2
    stop = _without_report(sentence, at, stop)
    if _PRONOUN.fullmatch(text, at, stop):
        return _bare(text, start, at, close)
    if stop - at < parts.LONGEST and (part := parts.named(text[at:stop])):
        bare = _bare(text, start, at, close)
        return [one._replace(start=at + by, end=stop, suffix=each) for by, each in part for one in bare]
    if _PART.fullmatch(text, at, stop):
        return [one._replace(end=stop) for one in _bare(text, start, at, close)]
    if not pushed and _is_status(sentence, start, close) and not is_under_time(sentence, start):
        return []
    return _staged(sentence, start, at, stop, close, pushed)


def _without_report(sentence: Sentence, at: int, stop: int) -> int:
    """``stop`` before what a clause tells of its project first: 云溪电机项目|9月底前摘地开工, 云溪国道改线|路面摊铺完成60%."""
    text = sentence.text
    if stop - at <= LEAST or ending(text[at:stop]) is not None or text[stop - 1] == "等":
        return stop
    cut = reported(sentence, at, stop)
    return stop if cut is None or _MORE_NAMES.search(text, cut, stop) else cut


def _is_status(sentence: Sentence, start: int, close: Sequence[Closing]) -> bool:
    """某楼主体封顶,计划12月竣工: a step without a time or a promise of its own tells how things stand."""
    return (
        close[-1].stage == "build"
        and _TOPPED.match(sentence.text, close[0].start, close[-1].end) is not None
        and not promised(sentence, start, close[-1].end)
    )


def _staged(
    sentence: Sentence, start: int, at: int, stop: int, close: Sequence[Closing], pushed: bool
) -> list[Piece]:
    text = sentence.text
    said = [text[one.start : one.end] for one in close]
    if close[0].stage == "acquire" and not said[0].endswith(_LAND) or said[0] == "技改扩能":
        return [
            Piece(at, stop, one.stage, "subject", (one.start, one.end), whole=True, suffix=suffix)
            for one, suffix in zip(close, said, strict=True)
        ]
    dated = is_dated(sentence, start, close)
    turns, at = _in_turn(sentence, at, stop, close[-1].stage)
    way: Way = "dated" if dated else "pushed" if pushed and close[-1].stage in _BUILT else "subject"
    sure = way == "subject" and _SURE.search(said[-1]) is not None and text.find("、", at, stop) > 0
    return [
        *turns,
        *(
            Piece(at, stop, of_object(text[at:stop], one.stage, word), way, (one.start, one.end), listed=sure)
            for one, word in zip(close, said, strict=True)
        ),
    ]


def _in_turn(sentence: Sentence, at: int, stop: int, stage: Stage) -> tuple[list[Piece], int]:
    """某医院10月、某中学8月竣工: what stands before times of its own inside the names, and where the last name begins."""
    found: list[Piece] = []
    for time in sentence.periods:
        if at + LEAST <= time.start and time.end < stop and sentence.text[time.end] == "、":
            found.append(Piece(at, time.start, stage, "dated", (time.start, time.end)))
            at = time.end + 1
    return found, at


def _timed(sentence: Sentence, at: int, end: int) -> list[Piece]:
    """某项目10月启动三通一平: a project, a time, and what is done to it then."""
    text = sentence.text
    time = next((one for one in sentence.periods if at + LEAST < one.start < end), None)
    if time is None or ending(text[at : time.start]) is None:
        return []
    verb = VERB.match(text, opening(sentence, time.start, end), end)
    if not verb or verb.lastgroup not in ("start", "complete", "operate"):
        return []
    if text.endswith(_FIRMS, at, time.start):
        return list(_led(sentence, time.start, verb, (), end))
    stage: Stage = "plan" if _PAPERS.search(text, verb.end(), end) else verb.lastgroup  # type: ignore[assignment]
    return [Piece(at, time.start, stage, "dated", (time.start, time.end))]


def _acted(sentence: Sentence, start: int, at: int, end: int) -> list[Piece]:
    """某局将推进A建设: someone is said to do it, then the verb leads."""
    text = sentence.text
    actor = _ACTOR.match(text, at, min(end, at + REACH)) or _RELYING.match(text, at, end)
    if not actor:
        return []
    at = opening(sentence, actor.end(), end)
    verb = VERB.match(text, at, end)
    return list(_led(sentence, start, verb, (), end)) if verb else []


def _led(
    sentence: Sentence, start: int, verb: re.Match[str], close: Sequence[Closing], end: int
) -> Iterator[Piece]:
    """建成A、B: the verb leads; where it only pushes, a stage behind the names counts."""
    text = sentence.text
    at, stage, word = _verbs(text, verb, end)
    if close and close[0].start - at >= LEAST:
        stop = close[0].start
        if joined(text, close[0]):
            if stage == "complete" and is_dated(sentence, close[0].start, close):
                yield Piece(at, bare_end(text, stop), stage, _way(stage, word), (start, verb.start()))
            yield Piece(at, bare_end(text, stop), close[-1].stage, _way(stage, word), (start, end))
            return
        said = word == "完成" and (close[0].stage in _SAID_BEHIND or text.endswith("重组", 0, close[0].end))
        if said or stage == "build" and word not in _VISION + _BUILDING:
            if not said and text.endswith(_PLACED, 0, close[-1].end):
                close = [*close[:-1], close[-1]._replace(stage="build")]
            yield from _staged(sentence, start, at, stop, close, pushed=True)
            return
        if (
            stage == "complete"
            and not text.endswith(_LAST_WORKS, 0, close[-1].end)
            or stage == "sign"
            and close[0].stage in ("sign", "start")
        ):
            end = stop
            if text.endswith(_TAKEN, stop, close[-1].end):
                stage = "acquire"
    funded = verb.start() - start > _AMOUNT and _FUNDED.search(text, start, at) is not None
    way: Way = "firm" if funded or _is_row(sentence, start, end) else _way(stage, word)
    if stage == "complete" and all(one in SURE_PLANS for one in _AND.split(text[at:end])):
        yield Piece(at, at, "plan", "subject", (start, end), bare=True)
        return
    if stage == "complete" and _AIMS_OF.search(text, at, end):
        return
    if stage in ("complete", "build"):
        land = _LAND_OF.search(text, at, end)
        if land and (stage == "complete" or text[land.start()] == "的"):
            yield Piece(at, land.start(), "acquire", way, (start, verb.start()))
            return
        if stage == "build" and text.startswith("进度", end - 2) and (pace := _PACE.search(text, at, end)):
            way, end = "pushed", pace.start()
    if word in _CARRIED_OUT and _is_of_list(sentence, start, at, end):
        yield Piece(at, end, stage, "firm", (start, verb.start()), whole=True)
        return
    for first, last in compounds(text, at, end):
        yield Piece(first, last, by_object(stage, text[first:last]), way, (start, verb.start()))


def _verbs(text: str, verb: re.Match[str], end: int) -> tuple[int, Stage, str]:
    """Where the verb or the two verbs end, their stage, and the word that says it: 加快谋划 is plan, 启动建设 start."""
    if (
        text[verb.end() : verb.end() + 1] in _BOTH
        and (other := VERB.match(text, verb.end() + 1, end))
        and not _NOT_A_VERB.match(text, other.end())
    ):
        verb = other
    stage: Stage = verb.lastgroup  # type: ignore[assignment]
    at, word = verb.end(), verb.group()
    second = VERB.match(text, at, end) if stage in SEVERAL and word not in _FIRM else None
    if second and not _NOT_A_VERB.match(text, second.end()):
        at = second.end()
        if stage == "build":
            stage, word = second.lastgroup, second.group()  # type: ignore[assignment]
    return at + (text[at : at + 1] in ("好", "了")), stage, word


def stage_of(text: str, verb: re.Match[str], end: int) -> Stage:
    """The stage that a verb, or the two verbs, at the head of a clause say."""
    return _verbs(text, verb, end)[1]


def _is_row(sentence: Sentence, start: int, end: int) -> bool:
    """Whether text[start:end] is a whole sentence with a number before it: one task of a list."""
    return (
        start == sentence.start
        and end >= sentence.end - 1
        and _NUMBERED.match(sentence.text, start) is not None
    )


def _is_of_list(sentence: Sentence, start: int, at: int, end: int) -> bool:
    """6.实施路灯节能改造工程,更换灯具3200盏: whether a numbered entry of a list of 实事 opens with its one piece of works."""
    text = sentence.text
    return (
        start == sentence.start
        and _NUMBERED.match(text, start) is not None
        and _LISTED_WORKS.fullmatch(text, at, end) is not None
        and text.find(_GOOD_DEEDS, 0, _HEAD_OF_TEXT) >= 0
    )


def _way(stage: Stage, word: str) -> Way:
    if word in _VISION:
        return "vision"
    if word in _BUILDING:
        return "built"
    if word in _HONOUR:
        return "honour"
    return "loose" if stage == "build" and word not in _FIRM or word.startswith("完善") else "firm"
