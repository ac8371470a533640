"""Names of projects inside a stretch of words: lists dealt out, heads given back, what is too general left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.reading.milestones import words
from luoshi.reading.numerals import written
from luoshi.reading.openings import quick


def _ends(choices: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        "(?:"
        + "|".join(sorted(map(re.escape, choices), key=len, reverse=True))
        + r")(?:[(（][^()（）]{1,10}[)）])?”?$"
    )


STRONG, WEAK, PLANS, WORKS = (
    _ends(choice) for choice in (words.STRONG, words.WEAK, words.PLANS, words.WORKS)
)
ANY = _ends(words.STRONG + words.WEAK + words.PLANS + words.WORKS)
_GENERAL = quick(words.GENERAL)
_LOOSE = quick(words.LOOSE)
_COUNT = r"[\d一二两三四五六七八九十]+[余多]?(?:个|家|条|座|项|处|所|户|栋)"
_LISTED = re.compile(
    rf"^(?P<members>.+?)(?:(?<![高同平均优])等(?!级)|(?={_COUNT}))(?P<head>(?:(?:总投资额?|投资|计划投资|超|近|约)*[\d.]+[百千万]?[亿万]元的?)?(?:(?:[一二三四五六七八九十]+大?类)?{_COUNT}(?:以上)?的?)?[^、]*)$"
)
_COUNTED = quick(
    rf"^{_COUNT}|^[\d.]+[余多]?[百千万亿]*(?:平方米|平方公里|亩|公里|米|吨|元|人|台|套)|\d[余多]?(?:个|家|条|座|项|处|所)(?:以上)?(?:、|$)|(?:\d[\d.]*[余多]?(?:[万亿]?(?:元|平方米|亩|公里|个|家|座|条|处|项|所|户|%|吨|人|场|次|千米|米)))(?:以上|左右|以内)?$"
)
_COUNTS = re.compile(_COUNT)
_COUNTED_HEAD = re.compile(
    r"(?P<number>\d+|[一二两三四五六七八九十]+)(?:个|家|条|座|项|处|所)[^、]{0,6}(?:项目|工程|道路|园区)$"
)
_ROAD = re.compile("[路道街]")
_NOTE = quick(r"[(（][^()（）]*[)）]")
_WITH_ITS = re.compile(r"(?:以及|及|和)(?:配套|附属|连接|附近|周边)")
_MANY = quick(r"\d[余多]?(?:个|家|户|项|条|座|处|所|宗|件)")
_QUOTED = quick(r"“[^”]*”")
_OF_RANK = re.compile(r"国家|省|市|全国|全省|第[一二三四五六]批")
_OF_AREA = re.compile(r"国家|与|[全本]?[市区县镇](?![级场政])")
_AND = quick(r"和|以及|及")
_NUMBERED = quick(r"(?<=.)“[一二三四五六七八九十\d]+[^“”]{0,3}”$")
_MARKS = quick(r"【\d+】|\[\d+\]|[ \u3000\xa0]")
_BAD_HEAD = re.compile(
    r"^“[^”]*”$|机构|新型基础设施|公共平台|衔接|融合|协同|联动|发展$|对接|大类|类\d|事项|手续|审批|市场|领域|产业(?!园|化?项目)|行业|方面|企业(?!项目)|指标|问题|工作$(?<!前期工作)(?<!提升工作)(?<!改造工作)(?<!建设工作)(?<!征迁工作)|活动|政策|措施|平台(?!建设)|措施|环节|方式|模式|形式|资源|要素|机制"
)
_CAMPAIGN = quick(
    r"”[^”]{0,5}(?:工程|计划|行动|年)$|[号大](?:工程|行动|计划)”?$|(?:提升|培优|倍增|引领|梯队|培育).{0,10}工程$"
)
_SLOGAN = re.compile(r"“(?=[^”]*(?:美丽|幸福|平安|文明|和谐|宜居|最美|放心|清洁|智慧|法治))[^”]{2,8}”")
_PLACE = quick(
    r"[\u4e00-\u9fff]{2}(?:路|街|桥|河|湖|渠|水库|水厂|污水|管网|小区|小学|中学|医院|校区|公园|广场|大道|[国省县]道)"
)
_COMMON = quick(words.COMMON)
_SIZED = quick(
    r"(?:首期|一期|总规模|总投资额?|投资|计划投资)?(?:规模)?(?:超|约|近)?(?P<sum>[\d.]+)(?P<times>[百千万亿]*)元(?:规模)?的"
)
_AND_MORE = quick(r"(?<![高同平均优])等(?!级)")
_LEADING_SIZE = re.compile(
    r"(?:(?:占地(?:面积)?|总?建筑面积|用地(?:面积)?|总长|全长)(?:约|近|超)?[\d.]+[余多]?[百千万亿]*(?:亩|平方米|平方公里|公顷|公里|米)[、的])+"
)
_OUTSIDE = quick(r"“[^”]*”|[(（][^()（）]*[)）]|《[^》]*》|(?P<cut>、)")
_OF_BUILDING = quick(
    r"(?:的?(?:配套)?(?:前期工作|前期手续|建设|编制|修编|建设工作|编制工作|工作|进度|建设进度|实施|开发建设|推进|事宜|报批|审批))+$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A project's name and where it stands, counted from the start of the stretch."""

    start: int
    end: int
    project: str


def names(stretch: str, kind: str) -> list[Name]:
    """The projects named in ``stretch``; ``kind`` is the way they are spoken of: firm, loose, vision or subject."""
    sized = _LEADING_SIZE.match(stretch)
    if sized and sized.end() < len(stretch):
        by = sized.end()
        return [Name(name.start + by, name.end + by, name.project) for name in names(stretch[by:], kind)]
    listed = _LISTED.match(stretch)
    if listed and (_AND_MORE.search(stretch) and _bad_head(listed["head"]) or _COUNTS.match(stretch)):
        return []
    if (
        listed
        and ("等" in stretch[: listed.end("members") + 1] or "、" in listed["members"])
        and not _bad_head(listed["head"])
    ):
        found = list(_members(listed["members"], listed["head"], everything=True))
        open_ended = "等" in stretch[: listed.end("members") + 1]
        alone = len(found) > 1 and _count(listed["head"]) == len(found)
        if (
            not open_ended
            and not alone
            and (kind == "honour" or not all(ANY.search(name.project) for name in found))
        ):
            return []
        if not listed["head"] and not all(_is_named(name.project, kind) for name in found):
            return []
        counted = _COUNTS.search(listed["head"]) is not None and any(len(name.project) > 2 for name in found)
        if all(
            len(name.project) > 2 or counted and len(name.project) == 2 or ANY.search(name.project)
            for name in found
        ):
            return [
                name for name in found if not _LOOSE.search(name.project) and not _is_campaign(name.project)
            ]
    if _COUNTED.search(stretch) or "等" in stretch[-8:]:
        return []
    trimmed = _OF_BUILDING.sub("", stretch)
    found = list(_members(trimmed, "", everything=False))
    named = [name for name in found if _is_named(name.project, kind)]
    return (
        found
        if named and (len(named) == len(found) or named[-1] is found[-1] and 2 * len(named) >= len(found) > 2)
        else []
    )


def _count(head: str) -> int:
    """How many things the head counts: 3 of 三个项目; 0 where it counts none."""
    found = _COUNTED_HEAD.match(head)
    return int(written(found["number"])) if found else 0


def _bad_head(head: str) -> bool:
    return _BAD_HEAD.search(head) is not None


def _members(stretch: str, head: str, everything: bool) -> Iterator[Name]:
    parts = _parts(stretch, everything)
    last = stretch[parts[-1][0] : parts[-1][1]]
    shared = (
        next((word for word in words.SHARED_HEADS if _OF_BUILDING.sub("", head).endswith(word)), "")
        if everything
        else ""
    )
    for start, end in parts:
        project = stretch[start:end]
        if not ANY.search(project):
            borrowed = "" if shared in ("道路", "公路") and _ROAD.search(project) else shared
            project += borrowed or ("" if everything else _lent(project, last))
        yield Name(start, end, tidy(project))


def _lent(project: str, last: str) -> str:
    """柳塘、溪口物流小区规划: the first members borrow what follows the last one's own name."""
    own = len(_NOTE.sub("", project))
    return last[own:] if project != last and ANY.search(last) and 2 <= own < len(last) - 1 else ""


def _parts(stretch: str, everything: bool) -> list[tuple[int, int]]:
    cuts = [match.start() for match in _OUTSIDE.finditer(stretch) if match["cut"]]
    for match in _AND.finditer(stretch):
        left = stretch[: match.start()]
        joined = left.endswith(("与", "跟")) or _WITH_ITS.match(stretch, match.start())
        if ANY.search(left) and (ANY.search(stretch) or everything) and not joined:
            cuts.append(match.start())
    parts, start = [], 0
    for cut in sorted(cuts) + [len(stretch)]:
        width = 2 if stretch[cut : cut + 2] == "以及" else 1
        if cut > start:
            parts.append((start, cut))
        start = cut + width
    return parts or [(0, len(stretch))]


def _is_named(project: str, kind: str) -> bool:
    if _is_campaign(project):
        return False
    if _MANY.search(project):
        return False
    if not 2 < len(project) <= 36 or _LOOSE.search(_QUOTED.sub("", project)):
        return False
    if kind == "honour" and _OF_RANK.match(project) and ANY.search(project):
        return True
    if PLANS.search(project) or WORKS.search(project):
        return len(_GENERAL.sub("", project)) > 1 or "“" in project
    if kind == "vision":
        return (
            STRONG.search(project) is not None
            and not project.endswith(words.VISION)
            and _is_specific(project)
        )
    if kind == "dated" and STRONG.search(project) and len(project) >= 6 and _GENERAL.sub("", project):
        return True
    if STRONG.search(project) or kind == "dated" and _is_proper(project):
        return _is_specific(project)
    if not WEAK.search(project):
        return False
    return (
        "“" in project
        or kind in ("firm", "subject", "honour")
        and _is_specific(project)
        or _OF_AREA.match(project) is not None
    )


def _is_campaign(project: str) -> bool:
    """“双百”工程, 产业提升工程, “美丽家园”: names of efforts, not of works; a road or a school in it makes it works."""
    return (
        _SLOGAN.fullmatch(project) is not None
        or _CAMPAIGN.search(project) is not None
        and not _PLACE.search(project)
    )


def _is_proper(project: str) -> bool:
    """A name that no word of its kind closes, where a stage with its time follows: 海拓电子6月底前投产."""
    return 3 <= len(project) <= 14 and not _COMMON.search(project)


def _is_specific(project: str) -> bool:
    return (
        "“" in project
        or len(_GENERAL.sub("", project)) > 1
        or project in ("人才公寓",)
        or "基础设施" in project
        and len(project) > 6
    )


def tidy(project: str) -> str:
    """The name without a size before it, notes and blanks."""
    project = _SIZED.sub("", project)
    project = _NUMBERED.sub("", project)
    project = _MARKS.sub("", project)
    return project.strip("，,、。；;：:的")


def investment(stretch: str) -> re.Match[str] | None:
    """总投资20亿元的 before a single project."""
    return _SIZED.search(stretch)
