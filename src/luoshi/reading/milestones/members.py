"""The members of a list of names: where it is parted, and what each is called in full: 云湖、柳塘大桥."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.reading.milestones import tidying
from luoshi.reading.milestones.judging import LONGEST, SURE_PLANS, is_own
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.lending import HOMES_DONE, NATURAL, of_places, of_same, whole
from luoshi.reading.milestones.stages import unsized
from luoshi.reading.milestones.tidying import tidy
from luoshi.reading.milestones.vocabulary import own
from luoshi.reading.openings import lazy, quick

_KEPT = quick(
    r"“[^“”]{0,60}”|[(（][^()（）]{0,60}[)）]|《[^《》]{0,60}》|(?P<cut>[、,，](?:还有|以及)?)|(?P<and>以及"
    r"|及其|(?<![太泰永义祥仁佳嘉润瑞顺])和(?![田顺]|平[路街大镇村小里])|及|跟)|(?P<more>等)"
)
#: The first words of what only accompanies the name before it, or goes on with its number.
_GOES_ON = lazy(
    r"(?:其?(?:[东南西北]?接线|[东南西北]?连接线|引道|引桥|配套|附属|连接|附近|周边|相关|沿线|出入口))"
    r"|[东南西北]?[\d一二三四五六七八九十]{1,4}(?:[—\-~至]\d{1,4})?[号#]|[一二三四五]期"
)
_NUMBERED = quick(r"(?:[\d一二三四五六七八九十][号#](?:泊位)?|[一二三四五]期|(?<![\d.])\d{1,2})$")
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,2})"
#: 云溪产业园3号、4号厂房, 柳塘片区1、2号路: several units of one thing.
_UNITS = quick(
    rf"(?P<first>(?<![\d一二三四五六七八九十]){_NUMBER})[号#]?(?P<more>(?:[、和及]{_NUMBER}[号#]?){{0,5}}[、和及]{_NUMBER})(?P<mark>[号#])"
    r"(?P<what>[\u4e00-\u9fff]{1,12})$"
)
_EACH = quick(_NUMBER)
#: 柳塘广场和2个以上健身场所: so many things, and no more of the name before.
_SOME = lazy(rf"(?:约|近|超|不少于|至少)?{_NUMBER}[余多]?(?:个|条|座|处|所|家|栋|套|台|辆|盏)(?![级期线号])")
MANNERED = quick(r"[\u4e00-\u9fff]{2}化[、和][\u4e00-\u9fff]{2}化[、和等]")
_UNIT = lazy(r"[\d一二三四五六七八九十]{1,3}(?P<what>[号#][\u4e00-\u9fff]{1,6}|标段)")
_UNIT_AT = quick(_UNIT.pattern + "$")
_SIDES = "东南西北"
_TWINS = frozenset("东西南北中新老一二三四五六七八九十0123456789")
_SIDES_OF = (*_SIDES, *"中新老一二三四")
_BY_WAY = quick(r"经[\u4e00-\u9fff]{2,4}$")
_TO = lazy(r"[\u4e00-\u9fff]{2,4}[至到]")
HEADS = ("项目", "工程", "项目申报")
_STUMP, _BRIEF, _SHORT_OWN = 3, 6, 4
#: What a thing has several of, told apart by a side or a number: 南校区, 3号厂房; with what is done to it behind.
_APART = r"(?:[东西南北中新老一二三四]|[\d一二三四五六七八九十]{1,3}[号#])"
#: What is done to a thing, and no more: 消防改造, 展陈提升工程.
_WORKS = lazy(
    r"(?:消防|屋面|展陈|室内|外墙|外立面|设备|智能化|节能|绿化|景观|整体|综合|提标|安全|附属|配套|主体|内部|路面|大坝|基础|生态){0,2}"
    r"(?:改造|提升|维修|修缮|扩建|升级|布展|装修|装饰|提标|扩容|加固|修复|整治|治理|更新){1,2}(?:工程|项目)?"
)
_TWIN = lazy(
    rf"(?P<which>{_APART})(?P<what>校区|院区|园区?|片区|区|[厂分馆][区厂馆]|塔|楼|门|站|广场|桥|[出入]口|[环干]线|干?渠|水?厂)(?P<done>[\u4e00-\u9fff]{{0,6}})"
)
#: Parts of a thing that have no name of their own.
_PART = lazy(
    r"(?:综合|孵化|研发|办公|展示|服务|配套|教学|门诊|住院|医技|宿舍|实训|行政|会展|体验|接待|游客|观鸟|观景|木|停车|运动|文化|健身|亲水|生态|标准"
    r"|地下|公共|职工|学生|员工|人才|检测|研究|数据|智能|立体){0,3}(?:大楼|楼|展厅|展示中心|展览馆|接待中心|服务中心|停车场|广场|栈道|步道|平台|观景台|食堂"
    r"|公寓|宿舍|操场|厂房|车间|仓库|报告厅|体验馆|运动场|大门|绿道|码头)(?:配套设施)?"
)


class Name(NamedTuple):
    """A project's name and where it stands, counted from the start of the stretch."""

    start: int
    end: int
    project: str


def dealt(stretch: str, head: str, more: bool = False) -> list[Name]:
    """The members of a list, each with the noun that the head or the last member lends it; ``more``: the list ends in 等."""
    parts = [(start, unsized(stretch, start, end)) for start, end in _parts(stretch)]
    last = stretch[parts[-1][0] : parts[-1][1]]
    if len(parts) == 2 and (both := _branches(stretch, *parts)):
        return both
    head = (
        head
        if len(parts) > 1
        or HOMES_DONE.fullmatch(head)
        or of_places(last, head)
        or (end := ending(last))
        and end.word in NATURAL
        else ""
    )
    found = [
        Name(start, end, tidy(whole(tidying.unsized(stretch[start:end]), last, head, more)))
        for start, end in parts
    ]
    if "号" in stretch or "#" in stretch:
        found = [each for one in found for each in _units(one)]
    if len(found) > 1:
        found = _of_first(found)
    if any(_UNIT.fullmatch(one.project) for one in found[1:]):
        found = [found[0], *map(_of_unit, found[1:], found)]
    return [
        one._replace(project=of_same(found[0].project) + one.project) if one.project in SURE_PLANS else one
        for one in found
    ]


def _units(one: Name) -> list[Name]:
    """云溪产业园3号、4号厂房: each of the units that are told by their numbers."""
    units = _UNITS.search(one.project)
    if units is None or ending(units["what"]) is None:
        return [one]
    stem, kind = one.project[: units.start()], units["mark"] + units["what"]
    places = [0, *(units.start("more") + each.start() for each in _EACH.finditer(units["more"]))]
    numbers = (units["first"], *_EACH.findall(units["more"]))
    return [
        Name(one.start + at, one.end, stem + number + kind)
        for at, number in zip(places, numbers, strict=True)
    ]


def _of_first(found: list[Name]) -> list[Name]:
    """云溪小学南校区和北校区扩建, 云溪产业园孵化楼、展示中心: what is only a part is one of the thing named before it."""
    told = [found[0]]
    for one in found[1:]:
        before = told[-1].project
        if one.project[:1] in _TWINS and (twin := _TWIN.fullmatch(one.project)):
            stem = before.removesuffix(twin["what"])
            if stem != before and stem.endswith(_SIDES_OF) and (own(stem[:-1]) or ending(stem[:-1])):
                told[-1] = told[-1]._replace(project=before + twin["done"])
                one = one._replace(project=stem[:-1] + one.project)
        elif own(one.project) < _SHORT_OWN:
            part = next((kind for kind in (_PART, _WORKS) if kind.fullmatch(one.project)), None)
            one = one._replace(project=(_thing_of(before, part) if part else "") + one.project)
        told.append(one)
    return told


def _thing_of(project: str, part: re.Pattern[str]) -> str:
    """云溪产业园 of 云溪产业园孵化楼: the thing with a name of which a ``part`` is said; empty where it is none."""
    for at in range(len(project) - 2, _STUMP - 1, -1):
        if part.fullmatch(project, at) and (end := ending(project[:at])) and end.kind == "thing":
            return project[:at] if is_own(project[:at]) else ""
    return ""


def _of_unit(one: Name, before: Name) -> Name:
    """总部基地1号楼、2号楼: the second is of the same thing."""
    unit, of = _UNIT.fullmatch(one.project), _UNIT_AT.search(before.project)
    if not unit or not of or unit["what"] != of["what"]:
        return one
    return one._replace(project=before.project[: of.start()] + one.project)


def _branches(stretch: str, one: tuple[int, int], other: tuple[int, int]) -> list[Name]:
    """团结东、西干渠: two branches of one thing, said by the side on which they lie; empty where it is none."""
    left, right = stretch[slice(*one)], stretch[slice(*other)]
    if len(left) < 3 or right[0] not in _SIDES or not ending(right):
        return []
    if len(right) == 2 and left[-2] in _SIDES and left[-1] == right[-1]:
        return [Name(*one, tidy(left)), Name(*other, tidy(left[:-2] + right))]
    if left[-1] not in _SIDES or ending(left) or right[1] in "两一二三四个":
        return []
    return [Name(*one, tidy(left + right[1:])), Name(*other, tidy(left[:-1] + right))]


def _parts(stretch: str) -> list[tuple[int, int]]:
    marks = [match for match in _KEPT.finditer(stretch) if match.lastgroup in ("cut", "and")]
    if not marks or MANNERED.search(stretch):
        return [(0, len(stretch))]
    parts: list[tuple[int, int]] = []
    start = 0
    for index, mark in enumerate(marks):
        if mark.start() <= start:
            continue
        if mark.start() - start > LONGEST:
            parts.append((start, mark.start()))
            start = mark.end()
            continue
        stop = min(marks[index + 1].start() if index + 1 < len(marks) else len(stretch), mark.end() + LONGEST)
        if _cuts(
            stretch[start : mark.start()], stretch[mark.end() : stop], mark, stop == len(stretch), bool(parts)
        ):
            parts.append((start, mark.start()))
            start = mark.end()
    if start < len(stretch):
        parts.append((start, len(stretch)))
    return parts


def _cuts(left: str, right: str, mark: re.Match[str], last: bool, many: bool) -> bool:
    """Whether a mark stands between two members: 、 unless a number goes on, 和 before the last or behind a whole name."""
    left = left[: unsized(left, 0, len(left))]
    goes_on = _GOES_ON.match(right)
    if _BY_WAY.search(left) and _TO.match(right):
        return False
    if mark.lastgroup == "cut":
        return not (goes_on and _NUMBERED.search(left) and (left[-1] == "期") == ("期" in goes_on.group()))
    if (
        goes_on
        or left.endswith(("与", "跟"))
        or mark.group() == "及"
        and "与" in left
        or mark.group() == "及其"
        or not right
    ):
        return False
    whole = ending(left)
    if whole and whole.kind != "works" and _SOME.match(right):
        return True
    if mark.group() == "及" and last and len(right) <= _STUMP and ending(right) is None:
        return False
    if last and own(right) == 0 and (works := ending(right)) and works.word == right:
        return False
    alone = not many or whole is not None and whole.kind == "works"
    if mark.group() == "及" and alone and own(right) == 0 and right.endswith(HEADS):
        return False
    if whole and (own(left) > 1 or whole.word.endswith(("期", "号线"))):
        return own(right) > 0 or ending(right) is not None
    if whole is None and many and not last and own(left) > 1 and own(right) > 1:
        return len(left) <= _BRIEF and len(right) <= _BRIEF
    return (
        whole is not None and ending(right) is not None or last and many and own(left) > 1 and own(right) > 1
    )
