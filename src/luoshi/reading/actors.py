"""Who is made responsible by the text itself: (责任单位：…), 由…牵头, …负责."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.model import Span
from luoshi.reading.openings import lazy, quick

_LABEL = quick(
    r"(?:牵头(?:责任)?单位|责任(?:单位|部门|领导|人)|主责单位|配合单位|承办单位|主办单位|协办单位|落实单位"
    r"|完成单位)[：:]\s*(?P<units>[^；;。)）\n\t]{2,120})"
)
_LED = lazy(r"[(（](?P<units>[\u4e00-\u9fff、，, ]{2,60}?(?:牵头|负责|配合)[^)）]{0,60})[)）]")
_BY = lazy(
    r"由(?P<units>[\u4e00-\u9fff、]{2,30}?(?:局|办|委|中心|公司|部|镇|街道|专班|分局|集团))(?:牵头|负责|具体负责)"
)
_SPLIT = quick(r"[、，,;；\s]+|(?:和|以及|牵头|负责|配合|分别|按职责分工)")
_BEFORE = lazy(r"^(?:由|(?:牵头|责任|配合)?单位?[：:])")
_BRACKET = lazy(r"\s{0,4}[(（][^)）]{2,120}[)）]")
_LABELLED = lazy(r"\s{0,9}(?:[(（]?(?:牵头|责任|主责)(?:单位|部门))")
#: No unit is named without one of these, and none is looked for further than this behind a sentence.
_HINT = quick(r"(?:单位|部门|领导|责任人)[：:]|牵头|负责|配合")
_SIGHT = 600
_LAST = quick(
    r"[)）].*$|(?:完成时限|办结时限|完成时间|完成期限|时限|期限)[:：].*$|(?:等)?(?:按职责分工)?(?:负责|牵头|配合)$"
)


def of_passage(passage: str) -> tuple[str, ...]:
    """The units a passage names as responsible, in order, the leading one first."""
    found: list[str] = []
    for pattern in (_LABEL, _LED, _BY):
        for match in pattern.finditer(passage):
            for part in _SPLIT.split(_LAST.sub("", match["units"])):
                unit = _BEFORE.sub("", part).strip("，,。 ")
                if len(unit) > 1 and unit not in found:
                    found.append(unit)
    return tuple(found)


def of_sentences(text: str, sentences: Sequence[Span]) -> list[tuple[str, ...]]:
    """For each sentence who answers for it: named in it, right behind it, or at the end of its paragraph."""
    if not sentences:
        return []
    sight = min(len(text), sentences[-1][1] + 2 * _SIGHT)
    hints = [match.start() for match in _HINT.finditer(text, sentences[0][0], sight)]
    if not hints:
        return [()] * len(sentences)
    hints.append(len(text) + 2 * _SIGHT)
    at, found = 0, list[tuple[str, ...]]()
    for start, end in sentences:
        while hints[at] < start:
            at += 1
        found.append(_of_sentence(text, start, end, hints[at]) if hints[at] < end + _SIGHT else ())
    return found


def _of_sentence(text: str, start: int, end: int, hint: int) -> tuple[str, ...]:
    """``hint`` is the first place behind ``start`` where a unit may be named."""
    stop = text.find("\n", end, end + _SIGHT)
    stop = min(len(text), end + _SIGHT) if stop < 0 else stop
    bracket = _BRACKET.match(text, end, stop)
    within = bracket.end() if bracket else end
    own = of_passage(text[start:within]) if hint < within else ()
    if own:
        return own
    label = _LABEL.search(text, end, stop) if hint < stop else None
    if label:
        return of_passage(label.group())
    following = text[stop + 1 : stop + 160].partition("\n")[0]
    return of_passage(following) if _LABELLED.match(following) else ()
