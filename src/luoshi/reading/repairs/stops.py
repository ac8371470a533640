"""Points that a page set in the place of full stops: 完成投资40%.支持企业扩能."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.openings import lazy, quick
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
#: A point between words, and a title with its mark that it may end.
_BETWEEN = quick(rf"[{_POINTS}](?<=[\u4e00-\u9fff”].)(?=[\u4e00-\u9fff“])")
_TITLE = lazy(
    rf"\s{{0,4}}(?:[{_NUMERAL}]{{1,3}}[、.．]|[(（][{_NUMERAL}\d]{{1,3}}[)）]"
    rf"|\d{{1,2}}[、.．])[ ]?[\u4e00-\u9fff“”、，,]{{3,24}}$"
)
#: A small letter that was read for the full stop before the mark of the next part: 完成投资40%o(二)扩大开放。
_LETTER = quick(
    r"o(?<=[%％\u4e00-\u9fff)）]o)(?=[(（][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、)"
)
#: So many of them are the habit of a page, so many titles that of a writer; a title and its mark are no longer.
_LEAST, _TITLES, _LONG = 3, 2, 34


def find(raw: str) -> Iterator[Repair]:
    """A repair for each point that ends a sentence, in a text that has more of these than of full stops; elsewhere for
    those that end titles (1.做强产业.全年…); and for each letter in the place of one."""
    yield from (Repair(*hit.span(), "full-stop", "o", "。") for hit in _LETTER.finditer(raw))
    points, stops = sum(map(raw.count, _POINTS)), raw.count("。")
    if points < _TITLES:
        return
    found = list(_STOP.finditer(raw)) if points >= max(_LEAST, stops + 1) else []
    if len(found) < max(_LEAST, stops + 1):
        found = [hit for hit in _BETWEEN.finditer(raw) if _ends_title(raw, hit.start())]
    if len(found) >= _TITLES:
        yield from (Repair(*hit.span(), "full-stop", hit[0], "。") for hit in found)


def _ends_title(raw: str, at: int) -> bool:
    least = max(0, at - _LONG)
    start = raw.rfind("\n", least, at) + 1
    return (start > 0 or least == 0) and _TITLE.match(raw[start:at]) is not None
