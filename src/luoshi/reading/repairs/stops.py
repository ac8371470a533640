"""Points that a page set in the place of full stops: 完成投资40%.支持企业扩能."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.openings import quick
from luoshi.reading.record import Repair

_POINTS = ".．"
_NUMERAL = "一二三四五六七八九十百"
#: A point behind a word, a share, a bracket, a unit in letters or a large number, and before the next sentence; not the
#: point of a mark (一.工作目标, (一).工作目标, A.工作目标), of an address or a row of points.
_STOP = quick(
    rf"[{_POINTS}](?=[\u4e00-\u9fff“\"《(（【\[\s]|$|(?<=[\u4e00-\u9fff%％）)”㎡].)\d)"
    rf"(?:(?<=[\u4e00-\u9fff%％”\"》㎡].)(?<![{_NUMERAL}].)|(?<=[)）].)(?<![{_NUMERAL}\d].{{2}})"
    r"|(?<=[A-Za-z\d][A-Za-z].)|(?<=\d{3}.)(?=[\u4e00-\u9fff“\"]))"
)
#: So many of them are the habit of a page.
_LEAST = 3


def find(raw: str) -> Iterator[Repair]:
    """A repair for each point that ends a sentence, in a text that has more of these than of full stops."""
    stops = raw.count("。")
    if sum(map(raw.count, _POINTS)) < max(_LEAST, stops + 1):
        return
    found = list(_STOP.finditer(raw))
    if len(found) >= max(_LEAST, stops + 1):
        yield from (Repair(*hit.span(), "full-stop", hit[0], "。") for hit in found)
