"""Whose promise it is: the area or unit a sentence or a heading names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from luoshi.reading import areas
from luoshi.reading.model import Heading
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import words

AREA = r"(?:经开区|高新区|开发区|新区|保税区|综保区|示范区|工业园区?|产业园区?|科技园|园区|街道|社区|[省市县区镇乡村])"
_WHOLE = lazy(rf"^[\u4e00-\u9fff·]{{1,16}}?{AREA}$")
_AT_END = quick(
    r"(?:[做建]大?[建做]?强|建设|打造|推进|提升|建好|聚焦|发展|加快)(?P<name>[\u4e00-\u9fff]{0,8}?(?:经开区"
    r"|高新区|开发区|新区|保税区|产业园区?|园区))(?:建设|发展)?$"
)
# What an area does as the subject of a sentence, and what is done in one.
_DOES = (
    "[还也]?将|[还再]?要|再(?=[新建完引培改增取推投])|拟|累计|积极|继续|持续|今年|年内|确定|明确|提出|制定|定位|围绕|聚焦|力争|确保|计划|全年|实现|完成|新(?:引进|增|签约|培育"
    "|开工)|引进|签约|不少于|不低于"
)
_DONE_THERE = "实施|新建|建设|改造|开展|举办|推进|新增|建成|修建|铺设|整治"
_MAYBE = lazy(rf"[省市县区镇乡村道园](?=(?:{_DOES}|{_DONE_THERE}))")
_SUBJECT = quick(
    rf"(?:^|[，,；;、。：:\s]|20\d\d年|今年|全年)(?:确保|力争|(?:未来|今后)[一二三四五两]年内?)?(?P<name>(?!20|今年|全年"
    rf"|明年|未来|今后|称|建议)[\u4e00-\u9fff]{{1,10}}?{AREA})(?={_DOES})"
)
_PLACE = quick(rf"在(?P<name>[\u4e00-\u9fff]{{1,10}}?{AREA})(?={_DONE_THERE})")
# 推动区城投集团盘活: a company of the place that a plan sets to work.
_COMPANY = quick(
    r"(?:推动|支持|督促|指导)(?P<name>[省市县区][\u4e00-\u9fff]{2,8}?(?:集团|公司))(?![等、和与])"
)
# 今年全县经济社会发展主要预期目标是, 全区农村自来水普及率达到: the whole of it, as the subject.
_ALL_OF_IT = quick(
    r"(?:^|[，,；;。：:、\s]|今年|明年|20\d\d年末?|全年|年内|年底?前?|建议)(?P<name>全(?:[省市县区州旗镇乡]|经开区|高新区"
    r"|开发区|新区|园区?))(?![前第平各内面域一直]|领先|最|范围|排名|上下都|统一|率先)(?=[\u4e00-\u9fffA-Z])"
)
# 结合街道实际,…主要目标为; 到2028年,园区建成面积达到: a zone or a town without a name, as the subject.
_HERE = r"园区|新区|街道|开发区|经开区|高新区|综保区|保税区|城区|市区|主城区|县城"
_UNNAMED = quick(
    rf"(?:^|[，,；;。：:\s]|今年|明年|20\d\d年[底末]?|全年|年内|实现|确保|力争)(?P<name>{_HERE})(?=将|计划|力争|确保|要|20\d\d年|再[新建完增改]|(?:经济|建成|规模|规上|财政"
    r"|工业|生产|地区生产|固定|税收|营业|亩均|人均|绿地|绿化|空气|污水|生活|供水|公共|新增)[\u4e00-\u9fff]{2})"
    rf"|结合(?P<fitting>{_HERE})(?:发展)?实际"
)
# An area with which a sentence begins is what all of it is about, whatever follows.
_LEAD = lazy(
    r"^“?(?:20\d\d年[，,]?|今年(?:以来)?[，,]?|明年[，,]?|全年[，,]?|(?:未来|今后)[一二三四五两]年[，,]?|[一二三四五六七八九十\d]{1,3}[、.．]"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]){0,2}"
    r"(?P<name>(?!20|今年|全年|明年|未来|今后)[\u4e00-\u9fff]{1,6}?(?:经开区|高新区|开发区|综保区|保税区|(?<!农村)(?<!城市)新区"
    r"|工业园区|产业园区|街道|[省市县镇乡]|(?<=[\u4e00-\u9fff]{2})区))"
    rf"(?=管委会|党工委|按照|坚持|围绕|紧[扣抓紧]|以(?![上下内外及来])|把|{_DOES}|瞄准|立足|对照|坚定|始终|大力|全力|着力|早谋划|今年|明年|上半年|下半年|20\d\d年"
    r"|规模以上|规上|地区生产|GDP|[生总]产|固定资产|财政|[公一]般?公共|交通|公路|水路|工业(?!园)|农业"
    r"|基础设施|工作的?(?:总体|主要)|[^，,；;。的、]{2,16}(?:计划|目标|预期|预计))"
)
# 市区空气优良天数比率, 某市的空气优良天数比率: a part of the place whose measure it is, up to a semicolon.
_WHERE = quick(
    r"(?<![\u4e00-\u9fff、])(?P<name>市区|县城(?!区)|(?:主城|中心城)区|城市建成区|[\u4e00-\u9fff]{2,3}[市县](?=的))"
    r"(?![和与及])(?=[^，,；;。、：:]{2,24}(?:率|比[例重]|浓度|天数|负荷|面积))"
)
_THOUGHT = quick(r"[；;。]")
# 某报讯(记者 某某): what a report begins with before its first subject.
_REPORT = lazy(
    r"[^，,；;。:：()（）\s]{0,12}(?:讯|电|消息)(?=[:：\s(（])[:：\s]{0,3}(?:[(（][^()（）]{1,40}[)）])?[:：\s]{0,3}"
)
# 在某市第九届人民代表大会第二次会议上: whose aims are told from there on.
_CONGRESS = quick(
    r"(?:^|[在的日于从，,。：:\s])(?P<name>(?![在从于的]|贯彻|落实|学习|宣传|按照|根据|围绕|深入|全面"
    r"|认真)[\u4e00-\u9fff]{2,6}?[省市县区州])第[一二三四五六七八九十]{1,4}[届次](?:人民代表大会|人大"
    r"|代表大会|党代会)"
)
_LISTED = lazy(
    r"(?P<name>(?:[\u4e00-\u9fff]{2,6}(?:市|县|州|(?<![城集小])镇|乡|街道"
    r"|(?<![园小社景校厂片库城辖农牧林])区)、){1,20}[\u4e00-\u9fff]{2,6}?(?:市|县|州|(?<![城集小])镇|乡|街道"
    r"|(?<![园小社景校厂片库城辖农牧])区))(?=(?!各|分别)[\u4e00-\u9fff]{3})"
)
# An area alone on its line heads what stands under it; so many characters at most.
_ON_A_LINE = quick(
    r"\n[ \t\u3000]{0,4}(?P<name>[\u4e00-\u9fff]{2,7}(?:省|(?<!城)市|县|自治区|新区|(?<![小乡心强城])镇|乡"
    r"|街道))[:：]?[ \t\u3000]{0,4}(?=\n)"
)
_LONGEST = 1500
_ALL_LONGEST = 4
_WHOLE_OF_IT = frozenset(("园区", "新区", "街道", "开发区", "经开区", "高新区", "综保区", "保税区"))
_ALONE = lazy(
    rf"(?!{words.VERB})(?:其中)?(?P<name>[\u4e00-\u9fff]{{1,6}}(?:(?<![园片景库校小社厂林灌辖牧范])区|县"
    rf"|(?<![城上超门夜])市|(?<![小乡心强城])镇|乡|街道|(?<![\u4e00-\u9fff]{{3}})(?<![行自农乡然范点])村))"
)
_UNIT = lazy(r"(?:其中)?(?P<name>[\u4e00-\u9fff]{1,7}(?:局|委|办|办公室|街道办))")
_UNIT_ENDS = frozenset("局委办室")


def of_heading(title: str) -> str | None:
    """The area a heading is about: the heading itself, or the zone it ends with."""
    name = title.strip("：: ")
    if _WHOLE.match(name) and areas.is_name(name):
        return name
    found = _AT_END.search(name)
    return found["name"] if found and areas.is_name(found["name"]) else None


def of_section(outline: Sequence[Heading], section: int | None) -> str | None:
    """The area of the nearest heading above that names one."""
    while section is not None:
        named = of_heading(outline[section].title)
        if named:
            return named
        section = outline[section].parent
    return None


def lines(text: str, start: int, end: int, heads: Sequence[int]) -> list[tuple[int, int, str]]:
    """Where an area alone on its line heads what follows, up to the next such line or the next of ``heads``; areas one below the other are a list."""
    found = [one for one in _ON_A_LINE.finditer(text, max(0, start - 1), end) if areas.is_name(one["name"])]
    under = []
    for at, one in enumerate(found):
        following = found[at + 1].start() if at + 1 < len(found) else end
        above = found[at - 1].end() if at else start
        listed = not text[one.end() : following].strip() or bool(at and not text[above : one.start()].strip())
        heading = bisect_right(heads, one.end())
        stop = min(following, one.end() + _LONGEST, heads[heading] if heading < len(heads) else end)
        if not listed:
            under.append((one.end(), stop, one["name"]))
    return under


def above(found: Sequence[tuple[int, int, str]], place: int) -> str | None:
    """The area of the line that ``place`` stands under."""
    return next((name for start, end, name in found if start <= place < end), None)


def _reported(words: str) -> int:
    """Where a sentence begins behind the line of a report."""
    begins = words[:16]
    found = _REPORT.match(words) if "讯" in begins or "电" in begins or "消息" in begins else None
    return found.end() if found else 0


@lru_cache(4)
def _lead(words: str) -> tuple[int, str] | None:
    """The area with which a sentence begins, and where what it leads begins."""
    begins = _reported(words)
    found = _LEAD.match(words[begins:])
    return (found.end() + begins, found["name"]) if found and areas.is_name(found["name"]) else None


def leading(words: str) -> str | None:
    """The area with which a sentence begins, or whose congress it tells of: what follows on its line is about it too."""
    if lead := _lead(words):
        return lead[1]
    found = _CONGRESS.search(words) if holds_congress(words) else None
    return found["name"] if found and areas.is_name(found["name"]) else None


def holds_congress(words: str) -> bool:
    """Whether a congress may be named, which can tell whose aims follow."""
    return "代表大会" in words or "届人大" in words


def of_words(words: str) -> list[tuple[int, str]]:
    """The areas that are subjects of a sentence, or in which something is done, with their places in it, in order."""
    lead = _lead(words)
    found = [lead] if lead else []
    if "公司" in words or "集团" in words:
        found += [(one.end(), one["name"]) for one in _COMPANY.finditer(words)]
    if "全" in words:
        found += [(one.end(), one["name"]) for one in _ALL_OF_IT.finditer(words)]
    if "区" in words or "街道" in words or "县城" in words:
        found += [(one.end(), one["name"] or one["fitting"]) for one in _UNNAMED.finditer(words)]
    if _MAYBE.search(words):
        named = (one for pattern in (_SUBJECT, _PLACE) for one in pattern.finditer(words))
        found += [(one.end(), one["name"]) for one in named if areas.is_name(one["name"])]
    found.sort()
    return (
        sorted([*found, *_where(words, found)]) if "区" in words or "市" in words or "县" in words else found
    )


def _where(words: str, found: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The parts of the place that are measured, each with what holds again behind the semicolon that ends it."""
    for one in _WHERE.finditer(words):
        if not areas.is_name(one["name"]) and not one["name"].startswith(("县城", "城市建成区")):
            continue
        yield one.end(), one["name"]
        stop = _THOUGHT.search(words, one.end())
        if stop:
            yield stop.end(), next((name for end, name in reversed(found) if end <= one.start()), "")


def listed(words: str) -> str:
    """Several areas that share what follows them: 甲城市、乙城市 of 甲城市、乙城市绿化率; empty where there are none."""
    found = _LISTED.match(words) if "、" in words else None
    return found["name"] if found else ""


def is_whole(scope: str) -> bool:
    """Whether a scope is all of the place that the plan is for: 全县, 全区."""
    return scope in _WHOLE_OF_IT or (scope.startswith("全") and len(scope) <= _ALL_LONGEST)


def unit(words: str) -> str | None:
    """A unit, where the words are nothing else: 招商局 of 其中招商局4个."""
    found = _UNIT.fullmatch(words) if words[-1:] in _UNIT_ENDS else None
    return found["name"] if found else None


def alone(words: str) -> str | None:
    """An area, where the words are nothing else: 溪口县 of 其中溪口县4个."""
    found = _ALONE.fullmatch(words)
    return found["name"] if found and areas.is_name(found["name"]) else None
