"""Whose promise it is: the area or unit a sentence or a heading names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi.reading.model import Heading
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import words

AREA = (
    r"(?:经开区|高新区|开发区|新区|保税区|示范区|工业园区?|产业园区?|科技园|园区|街道|社区|[省市县区镇乡村])"
)
_WHOLE = re.compile(rf"^[\u4e00-\u9fff·]{{1,16}}?{AREA}$")
_AT_END = quick(
    r"(?:[做建]大?[建做]?强|建设|打造|推进|提升|建好|聚焦|发展|加快)(?P<name>[\u4e00-\u9fff]{0,8}?(?:经开区|高新区|开发区|新区|保税区|产业园区?|园区))(?:建设|发展)?$"
)
# What an area does as the subject of a sentence, and what is done in one.
_DOES = "将|要|确定|明确|提出|制定|定位|围绕|聚焦|力争|确保|计划|全年|实现|完成|新(?:引进|增|签约|培育|开工)|引进|签约|不少于|不低于"
_DONE_THERE = "实施|新建|建设|改造|开展|举办|推进|新增|建成|修建|铺设|整治"
_MAYBE = lazy(rf"[省市县区镇乡村道园](?=(?:{_DOES}|{_DONE_THERE}))")
_SUBJECT = quick(
    rf"(?:^|[，,；;、。：:\s]|20\d\d年|今年|全年)(?P<name>(?!20|今年|全年|明年)[\u4e00-\u9fff]{{1,10}}?{AREA})(?={_DOES})"
)
_PLACE = quick(rf"在(?P<name>[\u4e00-\u9fff]{{1,10}}?{AREA})(?={_DONE_THERE})")
# An area with which a sentence begins is what all of it is about, whatever follows.
_LEAD = lazy(
    r"^(?:20\d\d年[，,]?|今年(?:以来)?[，,]?|明年[，,]?|全年[，,]?|[一二三四五六七八九十\d]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]){0,2}"
    r"(?P<name>(?!20|今年|全年|明年)[\u4e00-\u9fff]{1,6}?(?:经开区|高新区|开发区|(?<!农村)(?<!城市)新区|工业园区|产业园区|街道|[省市县镇乡]|(?<=[\u4e00-\u9fff]{2})区))"
    r"(?=管委会|党工委|按照|坚持|围绕|紧[扣抓紧]|以(?![上下内外及来])|把|今年|明年|上半年|下半年|20\d\d年|规模以上|规上|地区生产|GDP|[生总]产|固定资产|财政|[公一]般?公共|交通|公路|水路|工业(?!园)|农业|[^，,；;。的、]{2,16}(?:计划|目标|预期|预计))"
)
_ALONE = lazy(
    rf"(?!{words.VERB})(?:其中)?(?P<name>[\u4e00-\u9fff]{{1,6}}(?:(?<![园片景库校小社厂林灌辖牧范])区|县|(?<!城)市|(?<![小乡心强城])镇|乡|街道))"
)
_UNIT = lazy(r"(?:其中)?(?P<name>[\u4e00-\u9fff]{1,7}(?:局|委|办|办公室|街道办))")
_UNIT_ENDS = frozenset("局委办室")
_NOT_A_NAME = re.compile(
    r"^(?:[城乡集]镇|城[区乡市]|[社小园辖景片库厂校]区|农村|乡村|行政村|县[城区]|老旧|居民|产业园区?|工业园区?|开发区$|各|全|本|我|该|其|每个|重点|特色|辖|支持|推动|推进|加快|鼓励|力争|确保|争创|建[设好强成]|办好|管好|用好|打造|创建|申报|围绕|依托|提升|完善|加强|在|对|为|以|向|抓|做)"
)


def of_heading(title: str) -> str | None:
    """The area a heading is about: the heading itself, or the zone it ends with."""
    name = title.strip("：: ")
    if _WHOLE.match(name) and not _NOT_A_NAME.match(name):
        return name
    found = _AT_END.search(name)
    return found["name"] if found and not _NOT_A_NAME.match(found["name"]) else None


def of_section(outline: Sequence[Heading], section: int | None) -> str | None:
    """The area of the nearest heading above that names one."""
    while section is not None:
        named = of_heading(outline[section].title)
        if named:
            return named
        section = outline[section].parent
    return None


def leading(words: str) -> str | None:
    """The area with which a sentence begins: what follows on its line is about it too."""
    found = _LEAD.match(words)
    return found["name"] if found and not _NOT_A_NAME.match(found["name"]) else None


def of_words(words: str) -> list[tuple[int, str]]:
    """The areas that are subjects of a sentence, or in which something is done, with their places in it, in order."""
    lead = _LEAD.match(words)
    found = [lead] if lead else []
    if _MAYBE.search(words):
        found += [match for pattern in (_SUBJECT, _PLACE) for match in pattern.finditer(words)]
    return sorted((match.end(), match["name"]) for match in found if not _NOT_A_NAME.match(match["name"]))


def unit(words: str) -> str | None:
    """A unit, where the words are nothing else: 招商局 of 其中招商局4个."""
    found = _UNIT.fullmatch(words) if words[-1:] in _UNIT_ENDS else None
    return found["name"] if found else None


def alone(words: str) -> str | None:
    """An area, where the words are nothing else: 溪口县 of 其中溪口县4个."""
    found = _ALONE.fullmatch(words)
    return found["name"] if found and not _NOT_A_NAME.match(found["name"]) else None
