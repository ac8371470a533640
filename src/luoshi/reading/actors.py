"""Who is made responsible by the text itself: (责任单位：…), 由…牵头, …负责."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from luoshi.reading.model import Heading, Span
from luoshi.reading.openings import lazy, quick

_NAME = r"(?:牵头|责任|主责|主管|配合|协助|承办|主办|协办|落实|完成|办结|分管|包联)(?:责任)?(?:单位|部门|领导|科室|人|时限|时间|期限)"
_LABEL = quick(
    r"(?:牵头(?:责任)?(?:单位|部门)|责任(?:单位|部门|科室|领导|人)|(?:主责|主管|配合|协助|落实)(?:单位|部门)|(?:承办|主办|协办|完成)单位)"
    r"[】\]〕]?[ ]?[：:]?(?<=[】\]〕：:])\s{0,8}+"
    rf"(?P<units>(?:(?!{_NAME})[^；;。：:()（）\[\]【】〔〕\n\t|]|[(（][^()（）\n]{{1,12}}[)）]){{2,120}}+)"
)
_LED = lazy(r"[(（〔\[](?P<units>[\u4e00-\u9fff、，, ]{2,60}?(?:牵头|负责|配合)[^)）〕\]]{0,60})[)）〕\]]")
_BODY = r"(?P<units>[\u4e00-\u9fff、]{2,30}?(?:局|办|委|中心|公司|部|镇|街道|专班|分局|集团))"
_BY = lazy(rf"由{_BODY}(?:牵头|(?:具体)?负责)")
_CLAUSE = quick(rf"(?<=[，,。；;]){_BODY}(?:牵头(?:负责)?|负责)(?=[，,。；;]|$)")
_SPLIT = quick(
    r"[、，,;；\s]+|[(（](?:牵头|负责|配合|主办|协办)[)）]|(?:和|以及|牵头|负责|配合|分别|按职责分工)"
)
_BEFORE = lazy(r"^(?:[，,]|由|(?:牵头|责任|配合)?单位?[：:])")
_BRACKET = lazy(r"\s{0,4}[(（][^)）]{2,120}[)）]")
_LABELLED = lazy(
    r"\s{0,9}[(（【\[]?(?:牵头|责任|主责|配合|协助|分管|包联|完成|办结)(?:责任)?(?:单位|部门|领导|科室|人|时限|时间|期限)"
)
# 招商局、商务局 in brackets that end a sentence.
_UNIT = r"[\u4e00-\u9fff]{2,12}(?:局|委|办|办公室|中心|公司|部|院|镇|街道|专班|集团)"
_BARE = lazy(rf"^[^(（]{{0,400}}+[(（](?P<units>{_UNIT}(?:[、，, ]{_UNIT}){{0,8}})[)）](?=[。；;]?\s*$)")
#: Lines of units and times below an item.
_BELOW = 5
#: No unit is named without one of these, and none is looked for further than this behind a sentence.
_HINT = quick(r"(?:单位|部门|科室|领导|责任人)[】\]〕]?[：:]?(?<=[】\]〕：:])|牵头|负责|配合|[局办][)）]")
_SIGHT = 600
#: The next label stands so near.
_NEAR = 12
_LAST = quick(r"(?:等)?(?:按职责分工)?(?:负责|牵头|配合)$")


def of_passage(passage: str) -> tuple[str, ...]:
    """The units a passage names as responsible, in order, the leading one first."""
    found: list[str] = []
    for pattern in (_LABEL, _LED, _BY, _CLAUSE, _BARE):
        for match in pattern.finditer(passage):
            for part in _SPLIT.split(_LAST.sub("", match["units"])):
                unit = _BEFORE.sub("", part).strip("，,。 ")
                if len(unit) > 1 and not unit[0].isdigit() and unit not in found:
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


def of_headings(text: str, outline: Sequence[Heading]) -> list[tuple[str, ...]]:
    """For each heading who answers for what stands below it: in brackets behind its words, or of the one above it."""
    found: list[tuple[str, ...]] = []
    for one in outline:
        note = _BRACKET.match(text, one.end)
        own = of_passage(note.group()) if note else ()
        found.append(own or (found[one.parent] if one.parent is not None else ()))
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
        return of_passage(text[label.start() : _labelled(text, label.end(), stop)])
    return of_passage("\n".join(_below(text, stop)))


def _labelled(text: str, end: int, stop: int) -> int:
    """The end of the labels that stand right behind one another: 责任单位：…；配合单位：…"""
    while (more := _LABEL.search(text, end, stop)) is not None and more.start() - end <= _NEAR:
        end = more.end()
    return end


def _below(text: str, stop: int) -> Iterator[str]:
    """The lines of units and times below a line that ends at ``stop``."""
    for _ in range(_BELOW):
        start = stop + 1
        stop = text.find("\n", start, start + _SIGHT)
        stop = min(len(text), start + _SIGHT) if stop < 0 else stop
        if _LABELLED.match(text, start, stop) is None:
            return
        yield text[start:stop]
