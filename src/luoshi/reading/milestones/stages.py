"""What stands at the two ends of a clause: words that only open it, the verb behind them, the stages that close it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from luoshi.reading.milestones import words
from luoshi.reading.milestones.choices import First, Last
from luoshi.reading.milestones.kinds import LASTS, ending
from luoshi.reading.milestones.vocabulary import own
from luoshi.reading.model import Span, Stage
from luoshi.reading.openings import Beginnings, closings, lazy, quick
from luoshi.reading.sentence import Sentence

REACH = 24  # a stage is looked for this far from the end of a clause
LEAST = 2  # characters of the shortest name


class Closing(NamedTuple):
    """A stage at the end of a clause; text[start:end] is the stage with the words of time and haste before it."""

    stage: Stage
    start: int
    end: int


#: How much of a thing is built, behind its name: 环湖大道3.2公里, 白鹭公寓240套, 柳塘水厂一座.
_MEASURED = frozenset("瓦里米套栋棟间户座处所件亩顷")
_SIZE = (
    r"(?:(?:约|近|共)?(?:\d[\d.]{0,8}|[一二两三四五六七八九十百]{1,4})[余多]?[百千万]?(?:平方公里|公里|千米"
    r"|米|公顷|[千兆]瓦|套|[栋棟]|间|户)|[一1](?:座|处|所|件)){1,3}"
)
_OF_LAND = r"(?<=收储|征收|征迁|拆迁|平整|地块|宗地|一平|平”)约?\d[\d.]{0,8}[余多]?[百千万]?(?:亩|平方米|户)"
_SIZED = quick(rf"(?<=[\u4e00-\u9fff”）)A-Z])(?<![十新网线])(?<!管道)\s?(?:{_SIZE}|{_OF_LAND})$")
_STATISTICS = frozenset("统库规限")
_COUNTED = quick(
    r"(?:、|并)(?:实现|完成|及时|同步)?(?:纳[规限]|[升入][规限]|入库){0,2}(?:[入纳]统|入库|[纳升入][规限])$"
)
VERB = First(
    words.LEADING, "(?!后(?![塘湖海山坪溪港洋浦]|河(?!南|北))|率|以来|之后|时(?!代)|的(?:项目|企业))"
)
STAGE = Last(words.FOLLOWING, words.BEHIND)
TOLD = quick(words.TOLD)
MODAL = quick(words.MODAL)
_ENDS = lazy(words.ENDS)
_LEAD = lazy(
    rf"(?:{words.OPENERS}|{words.MANNER}|{words.MODAL}|{words.MARKS}|{words.FUNDED}"
    r"|\d{1,2}月?[-—~～至到](?=\d{1,2}月)|已?(?:初步)?(?:确定|明确)|[x×X]{2,4}年|20[x×X]{2}年|[x×X]{1,2}月(?:[底初]|[上中下]旬)[之以]?前?)++"
)
_PLAIN_LEAD = lazy(_LEAD.pattern.replace(f"{words.ACTING}|", ""))
_RARELY, _NEAR = lazy(words.RARELY), 8
_RARE = frozenset(["开学", "开春", "会战", "活动", "年度", "促其", "促使", "推动", "督促"])
_MAY_LEAD = Beginnings(_PLAIN_LEAD.pattern)
_TAIL = quick(rf"(?:的?(?:配套)?(?:{words.TAIL})){{1,4}}$")
_MARKED = lazy("[、等和及一(（]")
_LISTING = lazy("[、等和及(（]")
TAIL_ENDS = frozenset(word[-2:] for word in words.TAIL.split("|"))
#: Without one of these nobody is said to do anything.
_ACTS = quick(
    "将|要|拟|应|力争|争取|确保|力促|计划|预计|推进|推动|加快|做好|抓好|促进|实施|续建|开工|启动|依托|利用"
    "|结合|通过|创建|争创|创成|升级为|升格为|晋升"
)
_HASTE = quick(rf"(?:{words.HASTE}|{words.REACHED}|于?[xX×]{{2,4}}年)$")
#: With one of these characters such words end.
_HASTE_CLOSES = re.compile(f"[{closings(words.HASTE + '|' + words.REACHED)}年]")
_REACHED = lazy(words.REACHED)
_REPORTED = lazy(words.REPORTED)
_OBJECTS = frozenset(words.OBJECTS.split("|"))
_VERBED = re.compile("[完获取通纳列具报启达快展做抓到挂%]")
#: Behind a time no verb is needed: 6月底前摘牌.
_TIMED = frozenset("季度月底年初旬末内前")
_JOINS = "、和并及与"
_AND = lazy("[^，,。]?并(?!网)")
_DONE = "快紧工动地速进部项余成体程构备续房套"
_BODIES = words.BODIES
_SIGHT, _MOST = 12, 4096


class _Ends(dict[str, tuple[bool, bool]]):
    """Whether a clause that ends with these two characters may end with a name, and with a stage."""

    def __missing__(self, two: str) -> tuple[bool, bool]:
        if len(self) > _MOST:
            self.clear()
        found = self[two] = two[1:] in LASTS or two in TAIL_ENDS, _ENDS.match(two) is not None
        return found


ENDS = _Ends()


def unsized(text: str, start: int, end: int) -> int:
    """``end`` before a size that says how much of the thing is built, where a name may stand before it."""
    if text[end - 1 : end] not in _MEASURED:
        return end
    found = _SIZED.search(text, max(start + LEAST, end - REACH), end)
    if not found or not any(ENDS[text[found.start() - 2 : found.start()]]):
        return end
    named = _LISTING.split(text[max(start, found.start() - REACH) : found.start()])[-1]
    return (
        found.start()
        if own(named) > 1 or named.endswith("”") or named.isascii() or named[:1].isdigit()
        else end
    )


def uncounted(text: str, start: int, end: int) -> int:
    """``end`` before what statistics make of a stage: 竣工投产、纳规入统."""
    found = (
        _COUNTED.search(text, max(start + LEAST, end - _SIGHT), end)
        if text[end - 1 : end] in _STATISTICS
        else None
    )
    return found.start() if found else end


def speaks(text: str, start: int, end: int) -> bool:
    """Whether a clause without a time may speak of a stage: most do not, and are told by one look at each end."""
    named, staged = ENDS[text[end - 2 : end]]
    if staged:
        return True
    if not named and text.find("、", start, end) < 0 and text.find("等", start, end) < 0:
        return False
    lead = _lead(text, start, end)
    at = lead.end() if lead else start
    verb = VERB.match(text, at, end)
    if verb:
        return verb.lastgroup == "other" or _names(text, verb.end(), end)
    if text[at : at + 1] == "对" or text[at - 1 : at] == "将":
        return True
    return _ACTS.search(text, at, min(end, at + REACH)) is not None


def _names(text: str, start: int, end: int) -> bool:
    """Whether what a verb leads is a list, or ends like a project."""
    if _MARKED.search(text, start, end):
        return True
    return ending(untailed(text[max(start, end - REACH) : end])) is not None


def untailed(stretch: str) -> str:
    """The words without what only says that a project is worked on: 建设, 前期工作."""
    return _TAIL.sub("", stretch) if stretch[-2:] in TAIL_ENDS else stretch


def _lead(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words at the head of text[start:end] that only open it, or None."""
    if (text[start : start + 2] in _RARE or text.find("的", start + 2, start + _NEAR) > 0) and (
        rare := _RARELY.match(text, start, end)
    ):
        return rare
    if text.find(_BODIES[0], start, end) >= 0 or text.find(_BODIES[1], start, end) >= 0:
        return _LEAD.match(text, start, end)
    return _PLAIN_LEAD.match(text, start, end) if _MAY_LEAD[text[start : start + 1]] else None


def opening(sentence: Sentence, start: int, end: int) -> int:
    """Where the words that only open a clause end: marks, times, words of promise and manner."""
    text, times = sentence.text, sentence.periods
    while True:
        match = _lead(text, start, end)
        after = match.end() if match else start
        if not times:
            return after
        for one in times:
            if start <= one.start <= after < one.end:
                start = min(one.end, end)
                break
        else:
            return after


def trailing(text: str, start: int, end: int, times: Sequence[Span]) -> int:
    """Where the words of time and haste before a stage at ``end`` begin; ``times`` are the spans of times."""
    while end > start:
        time = next((one[0] for one in times if one[1] == end and one[0] >= start), None)
        if time is not None:
            end = time
            if text[end - 1] in _JOINS and any(one[1] == end - 1 and one[0] >= start for one in times):
                end -= 1
            continue
        match = (
            _HASTE.search(text, max(start, end - _SIGHT), end) if _HASTE_CLOSES.match(text, end - 1) else None
        )
        if match is None:
            break
        end = match.start()
    return end + (text[end : end + 1] in (")", "）"))


def times_of(sentence: Sentence, start: int, end: int) -> list[Span]:
    """The spans of the times in text[start:end]."""
    return [(one.start, one.end) for one in sentence.periods if start <= one.start < end]


def stage_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The stage that ends at ``end``, or None."""
    if end - start < LEAST or not ENDS[text[end - 2 : end]][1]:
        return None
    if (
        text[end - 2 : end] in words.BEHIND
        and not ENDS[text[end - 4 : end - 2]][1]
        and text[end - 3] not in _DONE
    ):
        return None
    said = end - 2 if text[end - 2 : end] in words.BEHIND else end
    since = max(start, end - REACH)
    if (
        text[said - 2 : said] in _OBJECTS
        and text[max(start, said - 3)] not in _TIMED
        and not _VERBED.search(text, since, end)
    ):
        return None
    return STAGE.search(text, since, end)


def closing(sentence: Sentence, start: int, end: int) -> list[Closing]:
    """The stages that close text[start:end], in order: 一季度签约、年底前开工 has two, 完成装修并投入使用 the last alone."""
    text, at_once = sentence.text, False
    match = stage_before(text, start, end)
    times = times_of(sentence, start, end) if match else ()
    found: list[Closing] = []
    while match:
        first = trailing(text, start, match.start(), times)
        stage: Stage = match.lastgroup  # type: ignore[assignment]
        if at_once and stage == "build":
            found[-1] = found[-1]._replace(start=first)
        else:
            found.append(Closing(stage, first, end))
        at_once = text.startswith("并", first)
        end = first - 1 if first > start and text[first - 1] in _JOINS else first
        match = stage_before(text, start, end) if end < first or at_once else None
    return found[::-1]


def joined(text: str, stage: Closing) -> bool:
    """Whether a stage is joined to what stands before it: 建成A并投入使用."""
    return text[stage.start - 1] in _JOINS or _AND.match(text, stage.start) is not None


def bare_end(text: str, stop: int) -> int:
    """``stop`` without a mark that joins a stage to the names."""
    return stop - 1 if text[stop - 1] in _JOINS else stop


def is_reached(sentence: Sentence, start: int, stage: Closing, *, pushed: bool = False) -> bool:
    """已建成, 正在加快建设; 陆续封顶 where nothing is promised and no verb ``pushed`` it."""
    if _REACHED.match(sentence.text, stage.start):
        return True
    return (
        not pushed
        and _REPORTED.match(sentence.text, stage.start) is not None
        and not promised(sentence, start, stage.end)
        and MODAL.search(sentence.text, start, stage.start) is None
    )


def promised(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a word of promise or a time stands in text[start:end]."""
    return any(start <= one.start < end for one in sentence.periods) or any(
        start <= one.start < end and one.value.reach != "object" for one in sentence.modals
    )
