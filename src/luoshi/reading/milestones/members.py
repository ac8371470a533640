"""The members of a list of names: where it is parted, and what each is called in full: 云湖、柳塘大桥."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.reading.milestones import tidying
from luoshi.reading.milestones.judging import LONGEST, SURE_PLANS
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.lending import HOMES_DONE, NATURAL, of_same, whole
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
_NUMBERED = quick(r"(?:[\d一二三四五六七八九十][号#](?:泊位)?|[一二三四五]期)$")
MANNERED = quick(r"[\u4e00-\u9fff]{2}化[、和][\u4e00-\u9fff]{2}化[、和等]")
_UNIT = lazy(r"[\d一二三四五六七八九十]{1,3}(?P<what>[号#](?:楼|泊位|机组|厂房|车间|高炉|标段)|标段)")
_UNIT_AT = quick(_UNIT.pattern + "$")
_SIDES = "东南西北"
_BY_WAY = quick(r"经[\u4e00-\u9fff]{2,4}$")
_TO = lazy(r"[\u4e00-\u9fff]{2,4}[至到]")
HEADS = ("项目", "工程", "项目申报")
_STUMP, _BRIEF = 3, 6


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
        if len(parts) > 1 or HOMES_DONE.fullmatch(head) or (end := ending(last)) and end.word in NATURAL
        else ""
    )
    found = [
        Name(start, end, tidy(whole(tidying.unsized(stretch[start:end]), last, head, more)))
        for start, end in parts
    ]
    if any(_UNIT.fullmatch(one.project) for one in found[1:]):
        found = [found[0], *map(_of_unit, found[1:], found)]
    return [
        one._replace(project=of_same(found[0].project) + one.project) if one.project in SURE_PLANS else one
        for one in found
    ]


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
