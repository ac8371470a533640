"""Steps that a verb leads with their project between: 完成柳塘大桥主体封顶, 完成柳塘水厂可研批复."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from luoshi.reading.milestones.judging import Way
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.stages import LEAST
from luoshi.reading.milestones.vocabulary import own
from luoshi.reading.model import Stage
from luoshi.reading.openings import quick

_BUILT = (
    r"(?:主要|生产|工艺)?设备(?:安装|调试|采购|进场)(?:调试)?|(?:钢结构|网架|幕墙)(?:安装|吊装|施工)"
    r"|(?:桩基|基础|基坑|土方|地下室|主塔|墩柱|主体结构)(?:工程)?(?:施工|浇筑|开挖|回填)"
    r"|(?<=管网|管道|管线)(?:铺设|敷设|施工)|(?:路基|路面|桥面|箱梁|沥青|水稳层?)(?:工程)?(?:施工|铺装|摊铺|架设|铺设|敷设|浇筑|预埋)"
    r"|场平|场地平整|招租|(?<=[厂房楼店铺园])招商"
)
_RAISED = r"(?:主体)?[封结升]顶|(?:[边次主]跨|主桥)?合[龙拢]"
_PAPERS = (
    r"(?:可研|可行性研究|初步设计|初设|施工图|勘察|立项|选址|[环能安稳]评|用地预审|规划选址|项目建议书|前期)(?:设计|报告|方案|论证)?"
    r"(?:编制|评审|审查|批复|审批|报批|手续|备案|核准)?"
)
_TENDERED = r"(?:施工|设计|监理|工程|EPC)?(?:公开)?招投?标|(?:土地|用地)?(?:供地|出让|摘牌|招拍挂)(?:手续)?"
_STEP = quick(
    rf"(?:(?P<build>{_RAISED})|(?P<complete>{_BUILT})|(?P<plan>{_PAPERS})|(?P<other>{_TENDERED}))(?:等?工作|任务)?$"
)
_ENDS = frozenset("顶租商装试购场工筑挖填铺设埋平龙拢计告案证制审查复批续准标让牌挂作务研评图察项址议")
_MARK = quick("[、和及]")
_SIGHT, _FIRM = 16, 3


class Step(NamedTuple):
    """A project at text[start:end] and what is done of it."""

    start: int
    end: int
    stage: Stage
    way: Way


def led(text: str, start: int, end: int) -> list[Step]:
    """The projects with the step that closes text[start:end], which a verb leads, or each with a step of its own; else none."""
    if text[end - 1] not in _ENDS:
        return []
    each = list(_each(text, start, end))
    return each if all(one is not None for one in each) else _one(text, start, end)  # type: ignore[return-value]


def _one(text: str, start: int, end: int) -> list[Step]:
    step = _STEP.search(text, max(start + LEAST, end - _SIGHT), end)
    if step is None:
        return []
    named = text[start : step.start()].removesuffix("的")
    last = _MARK.split(named)[-1]
    known = ending(last) is not None or "等" in last
    if own(last) < (LEAST if known else _FIRM):
        return []
    return [Step(start, start + len(named), step.lastgroup, "firm" if known else "pushed")]  # type: ignore[arg-type]


def _each(text: str, start: int, end: int) -> Iterator[Step | None]:
    for mark in _MARK.finditer(text, start, end):
        yield next(iter(_one(text, start, mark.start())), None)
        start = mark.end()
    yield next(iter(_one(text, start, end)), None)
