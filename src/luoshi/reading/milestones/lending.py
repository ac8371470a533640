"""The noun that a member of a list takes from the head of the list or from its last member: 云湖、柳塘大桥."""

from __future__ import annotations

from luoshi.reading.milestones.judging import LONGEST, SURE_PLANS
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.vocabulary import begins, own, tail
from luoshi.reading.openings import quick

_NOTE = quick(r"[(（][^()（）]{0,40}[)）]")
_PARALLEL = 4
_ROADS = ("路", "街", "大道", "快速路")
_ON_ROADS = ("路", "街", "道", "小区", "片区", "桥", "改造", "提升", "工程", "治理", "整治", "路改建")
_LANES = ("巷", "弄", "胡同")
_WAYS = frozenset([*_ROADS, "大街", "支线", "连接线", "段"])
#: 柳塘大道、云延路等6条道路改造提升工程: the works of roads, with their class where a road's name does not say it.
_ON_ROAD = (
    r"(?:综合|整体|全面|路面|沥青|雨污|管网){0,3}(?:改造|提升|提质|升级|拓宽|打通|整治|治理|绿化|亮化|美化|硬化|黑化|刷黑"
    r"|白改黑|大修|中修|大中修|维修|整修|修复|修缮|改扩建|扩建|出新|分流){1,3}"
)
_ON_WAYS = quick(rf"(?:(?<=道路)|(?<=公路)|(?<=街巷)|(?<=小巷)|(?<=街道)|断头路|^){_ON_ROAD}(?:工程|项目)?$")
#: What lies under a road, and what is done to it: 柳塘路、溪口街地下综合管廊, 柳塘路、溪口街道路改造及雨污分流工程.
_UNDER_WAYS = quick(
    r"(?<=[路街道段])(?:(?:地下)?(?:综合)?管廊|公共停车场|(?:人行|过街)天桥|(?:雨污|雨水|污水|排水)管网|道路(?:改造|提升|拓宽|整治){1,2}"
    rf"(?:[及和](?:雨污|管网|绿化|亮化)[^、，,]{{0,4}})?|{_ON_ROAD}(?=工程|项目))(?:工程|项目)?$"
)
#: What is done to whole places: 汽车站、化工厂2个片区征收.
_PLACED = ("片区", "地块", "小区", "城中村", "街区")
_AREAS = frozenset(["港区", "新区", "开发区", "高新区", "经开区", "园区", "产业园", "工业园"])
#: 溪口钢厂、白沙电厂铁路专用线: what leads to each of them.
_YARDS, _TO_YARDS = (
    frozenset(["厂", "电厂", "水厂", "煤矿", "矿", "港", "港区", "作业区", "园区", "产业园"]),
    quick(r"(?<=[厂矿港区园])(?:铁路专用线|专用线|连接线|疏港公路|进港公路)$"),
)
_TO_AREAS = ("铁路线", "专用线", "连接线", "疏港公路", "进港公路", "快速通道", "管廊")
_FACILITY = quick(r"[厂站园路河库院校馆桥场港楼堤坝闸]|中心")
_PLOTS = ("地块", "宗地")
#: 铁西、北关城中村改造: homes of a quarter, and what is done to them.
_HOMES, _HOUSES = (
    quick(r"(?:老旧小区|棚户区|城中村|城边村|片区|旧住宅区|危旧房|旧村)[\u4e00-\u9fff]{0,6}$"),
    6,
)
#: What is done to what was named, so that no noun is lent to it.
_DONE = ("升级", "创建", "申报", "申建", "获批")
_DWELLINGS = frozenset(["小区", "新村", "宿舍", "家属院", "公寓", "花园", "苑", "家园", "村"])
HOMES_DONE = quick(r"(?:老旧|旧住宅|居民)?小区(?P<done>(?:综合|整体|提升|更新)?改造(?:提升)?)")
#: What is done to the land of a project, and not to it.
_CLEARED = ("征拆", "征收", "征迁", "拆迁")
#: Names of waters and lines that a noun may still be lent to: 云湖、柳塘大桥.
NATURAL = frozenset(["河", "湖", "线", "二线", "三线"])


def of_same(first: str) -> str:
    """经开区控规、规划环评: the second plan is of the same place."""
    end = ending(first)
    return first[: -len(end.word)] if end and end.kind == "plan" and first not in SURE_PLANS else ""


def whole(project: str, last: str, head: str, more: bool) -> str:
    """A member of a list with the noun that the head or the ``last`` member lends it; ``more``: the list ends in 等."""
    end = ending(project)
    if overlap := of_places(project, head or last):
        return project + overlap
    if end and head and end.word.endswith("期") and (lent := ending(head)) and lent.kind == "thing":
        return project + head
    if end and head and end.word in _ROADS and not head.endswith(_ON_ROADS):
        return project + head
    if (end and end.word in _WAYS or project.endswith(_LANES)) and (done := _ON_WAYS.search(head)):
        return project + head[done.start() :]
    if end and end.word in _DWELLINGS and (homes := HOMES_DONE.fullmatch(head)):
        return project + (homes["done"] if end.word == "小区" else head)
    if not head and end and end.word in _WAYS and (under := _UNDER_WAYS.search(last)):
        return project + under.group()
    if head.startswith(_PLACED) and (works := ending(head)) and works.kind == "works":
        return project + head
    if end and end.word in _AREAS and head.endswith(_TO_AREAS):
        return project + head
    if not head and end and end.word in _YARDS and (to := _TO_YARDS.search(last)):
        return project + to.group()
    if end and head and end.kind == "thing" and (shared := _done_to(head)):
        return project + shared
    if head and "至" in project and (of := ending(head)) and of.kind == "works":
        return project + head
    if not head and last.endswith(_PLOTS) and not project.endswith(_PLOTS):
        return project + "地块"
    if end and end.word in NATURAL and head and (of := ending(head)) and of.word.startswith(end.word):
        return project
    if (
        end
        and end.word not in NATURAL
        and not (head and (end.kind == "loose" and own(project) == 0 or project == end.word))
    ):
        return project
    if head or project == last:
        return project + head
    return project + _lent(project, last, more)


#: What a member and the head of its list may both say of where it is.
_SAME = ("社区", "小区", "街区", "片区", "园区", "乡", "镇", "村", "小学", "中学", "医院", "河", "公园")
_OF_SAME = quick(
    r"(?:社区|小区|街区|片区|园区|学校|医院|河道|河|公园|乡镇|(?<!城)[镇乡村])(?!新建|建设)(?P<done>[\u4e00-\u9fff]{2,16})$"
)


#: What several places are called together, by how the name of one ends.
_OF_SEVERAL = {"镇": "乡镇", "乡": "乡镇", "学": "学校", "河": "河道"}


def of_places(project: str, said: str) -> str:
    """云溪社区、柳塘社区等4个社区服务中心改造, 云溪镇、柳塘镇污水厂扩建: what stands in each of the places; empty where nothing does."""
    if not project.endswith(_SAME) or (of := _OF_SAME.search(said)) is None:
        return ""
    place = said[: of.start("done")]
    same = place[-1] == project[-1] or place.endswith(_OF_SEVERAL.get(project[-1], "—"))
    return of["done"] if same and own(project) > 1 and ending(of["done"]) is not None else ""


def _done_to(head: str) -> str:
    """What a head does to places and things, where it says no more of them: 柳塘小区、溪口村等雨污分流改造."""
    of = head
    while (done := ending(of)) and done.kind == "works":
        of = of[: -len(done.word)]
    return head if of != head and ending(of) is None and own(of) == 0 and not head.endswith(_CLEARED) else ""


def _lent(project: str, last: str, more: bool) -> str:
    """云湖、柳塘大桥: what follows the last member's own name, or the word it ends with."""
    if project.endswith(("”", *_DONE)):
        return ""
    end = ending(last) if len(last) <= LONGEST else None
    size = len(_NOTE.sub("", project))
    if (
        end
        and end.kind == "works"
        and not more
        and (of := ending(project))
        and of.word in NATURAL
        and ending(last[: -len(end.word)]) == of
    ):
        return end.word
    if end and end.kind == "works" and not more and size <= _HOUSES and (homes := _HOMES.search(last)):
        return homes.group()
    if end and end.kind == "works" and not more and own(project) > 2 and ending(project) is None:
        return end.word
    if end is None or end.word.endswith("期") or end.kind == "works" or size < 2:
        return ""
    rest, common = _NOTE.sub("", last)[size:], tail(last)
    if more:
        return common if common == rest and end.kind == "thing" and len(common) <= _PARALLEL else ""
    if begins(rest) and own(rest) < 3 and ending(rest) == end and "和" not in rest:
        return rest
    if common and (end.kind == "thing" or size < _PARALLEL or size == _PARALLEL and _FACILITY.search(common)):
        return common
    return end.word if (len(end.word) > 1 or end.word == "段") and end.kind == "thing" else ""
