"""Numbers of pages that stand inside the words of a text without its breaks: 12026年工作计划… 开创新2局面… 三3是…"""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.openings import lazy, quick
from luoshi.reading.record import Repair

#: The first page's number, right before the year that the text begins with.
_FIRST = lazy(r"[ \u3000\n]{0,20}1(?=20\d\d年)")
#: A single number between words that count nothing with it, and are no name.
_INSIDE = quick(
    r"[1-9](?<=[\u4e00-\u9fff。，；].)(?<![第近约超达到为至共余有的每前创建设增].)"
    r"(?=[\u4e00-\u9fff])(?![亿万千百十元个倍项家户人次件吨亩米平公套台所处条座名年月日期号批届级层大类种支场只位"
    r"辆艘份时点天周季度成分折口间栋幢棵株头篇部门镇村县区市路线楼环轮段片对组群站里英])"
)
#: A page is so long.
_PAGE = 100


def find(raw: str) -> Iterator[Repair]:
    """A repair for each number, as long as they count on a page apart."""
    first = _FIRST.match(raw)
    if first is None:
        return
    found = [(first.end() - 1, first.end())]
    for hit in _INSIDE.finditer(raw, first.end()):
        if int(hit[0]) == len(found) + 1 and hit.start() - found[-1][1] > _PAGE:
            found.append(hit.span())
    if len(found) > 1:
        yield from (Repair(start, end, "junk", raw[start:end], "") for start, end in found)
