"""Whose plan it is: the zone, the county, the town that a title, an issuer or the text's own sentences name."""

from __future__ import annotations

import re
from collections import Counter

from luoshi.reading import areas
from luoshi.reading.openings import lazy, quick

_HAN = r"[\u4e00-\u9fff]"
_ZONE = (
    "(?:高新技术产业|经济技术|高新技术|经济|临空经济|旅游)开发区|高新区|经开区|开发区|新区|综保区|保税区|示范区|合作区"
    "|工业集中区|工业园区?|产业园区?|高新技术产业园区|园区"
)
_AREA = rf"{_ZONE}|街道|[省市县区州旗镇乡](?![场容域直级属委局区]|民(?!政府)|政(?!府))"
# 某市某区2026年工作要点, 2026年某镇工作安排: what a title begins with, the last of several.
_TITLED = lazy(
    rf"(?:关于|印发|下达|转发|[《“\s]|20\d\d(?:[-—~至]20\d\d)?年?度?|[上下]半年|中共){{0,4}}"
    rf"(?:{_HAN}{{2,7}}?(?:省|市|州)(?={_HAN}{{2,7}}?(?:{_AREA})))?(?P<name>{_HAN}{{1,8}}?(?:{_AREA}))(?![)）乡])"
)
# 今年,某区将…; 某县计划…: an area that does something in a sentence.
_DOES = quick(
    r"(?:[省市县区州旗镇乡]|街道|集团公司)(?=[还也]?将|要|拟|计划|力争|确保|预计|召开|着力|积极|继续|围绕|紧[扣盯紧]|聚焦|坚持|立足"
    r"|经济(?:社会)?(?:发展|工作)|国民经济|以(?![上下内外及来])|20\d\d年|今年|全年|早谋划|按照|把)"
)
_WITHIN = lazy(rf"{_HAN}{{2,7}}?(?:省|市|州)(?={_HAN}{{2,7}}?(?:{_AREA})$)")
_BEFORE = lazy(rf".*?(?P<name>{_HAN}{{0,12}})$", re.DOTALL)
#: What stands before a name without a mark: 未来三年某区将, 会议明确某市要.
_LED = quick(
    r"(?:[年月日来称据]|会议(?:在|要求)?|印发|建议|参加|提出|明确|强调|指出|获悉|同时|此外|目前|推动|确保)"
)
#: What the name of a place does not hold, and what ends like one or is one of any place.
_NOT_WHOLE = quick(r"[把的了我]|成为|政府|住房|乡建|[小社景厂校库户]区$|^(?:园区|新区|示范区|开发区)$")
#: So far into the text its own sentences are asked, and so far back a name may begin.
_NEAR, _BACK = 4000, 16
#: A name has so many characters at least; a text with more other subjects than these is about several.
_LEAST, _SEVERAL = 2, 3


def place(title: str | None, issuer: str | None, clean: str) -> str | None:
    """The area that a title names, or else the text itself, or else who issues it; None where none does or several do."""
    return _titled(title) or _told(clean) or _titled(issuer)


def _titled(words: str | None) -> str | None:
    found = _TITLED.match(words) if words else None
    return found["name"] if found and _is_name(found["name"]) else None


def _is_name(words: str) -> bool:
    return len(words) >= _LEAST and areas.is_name(words) and _NOT_WHOLE.search(words) is None


def _told(clean: str) -> str | None:
    """The area that most sentences have for their subject, none other as many."""
    names: Counter[str] = Counter()
    for hit in _DOES.finditer(clean, 0, _NEAR):
        before = _BEFORE.match(clean[max(0, hit.start() - _BACK) : hit.end()])
        words = before["name"] if before else ""
        led = words[: max((one.end() for one in _LED.finditer(words)), default=0)]
        name = _WITHIN.sub("", words[len(led) :], count=1)
        if _is_name(name) and not led.endswith("在"):
            names[name] += 1
    if not names:
        return None
    # 高新区 is counted wherever 某某高新区 is said: the longer name is meant.
    said = {name: clean.count(name, 0, _NEAR) for name in names}
    first = max(said, key=lambda name: (said[name], -len(name), name))
    whole = [name for name in said if name.endswith(first)]
    others = [name for name in said if not name.endswith(first)]
    if len(others) > _SEVERAL or any(said[name] == said[first] for name in others):
        return None
    return max(whole, key=lambda name: (names[name], len(name), name))
