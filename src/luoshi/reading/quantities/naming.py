"""The verb and the names before a number, and where the words behind it end."""

from __future__ import annotations

from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import words

_SPLIT = quick(r"[、，,]|(?<=[\u4e00-\u9fff])(?:和|与|及|以及)(?=[\u4e00-\u9fff])")
_NO_NAME = lazy(r"(?:加强|深化|强化|目前|继续)$")
_LAST_OF = quick(r"、|[(（](?=[^()（）]{0,60}$)|(?:和|以及|并)(?=[^，,]{0,12}$)")
_ALL_QUOTED = lazy(r"^“([^“”]*)”$")
VERBS = lazy(
    rf"(?:{words.ADVERB}){{0,6}}+(?:{words.VERB}){{1,9}}+(?:(?:{words.ADVERB}){{1,6}}+(?:{words.VERB}){{1,9}}+){{0,6}}+"
)
_WORTH = quick(r"^(?:总?投资)?[\d.]{1,12}[百千万亿]{0,4}美?元的")
# 主题鲜明、设施完善的村: how good they are is no part of what is counted.
_GOOD = r"[\u4e00-\u9fff]{1,3}(?:鲜明|完善|突出|优良|优美|较好|良好|齐全|健全|完备|先进|合理|便捷|显著|明显|宜人|浓厚|力强|质优|整洁|高效|规范)"
_PRAISED = lazy(rf"(?:{_GOOD}、){{1,6}}{_GOOD}的(?=[\u4e00-\u9fff]{{2}})")
AND_MORE = quick(r"等(?:一批)?$")


def unpraised(thing: str) -> str:
    """What is counted, without the words that only praise it."""
    return _PRAISED.sub("", thing, 1) if "、" in thing else thing


def stop(text: str, end: int, limit: int, more: bool) -> int:
    """Where the words behind a number end: at 、 when another number follows in the clause, else with the clause."""
    if more:
        mark = _LAST_OF.search(text, end, limit)
        return mark.start() if mark else limit
    closed = text.find(")", end, limit)
    return closed if closed > 0 and "(" not in text[end:closed] else limit


def verb_and_names(place: str) -> tuple[str, str]:
    """The verb that leads the names before a number, and those names."""
    listed = "、" in place or AND_MORE.search(place)
    found = list(VERBS.finditer(place))
    if not found:
        return "", place
    chosen = found[0] if listed and found[0].start() <= 8 else found[-1]
    if listed and found[0].start() > 8:
        return "", place
    return chosen.group(), place[chosen.end() :]


def named(rest: str) -> tuple[str, ...]:
    if not rest or not ("、" in rest or AND_MORE.search(rest) or (rest[0] in "“《" and rest[-1] in "”》")):
        return ()
    parts = _ALL_QUOTED.sub(r"\1", AND_MORE.sub("", rest)).strip("的")
    named = (_WORTH.sub("", part).strip() for part in _SPLIT.split(parts))
    return tuple(name for name in named if name and not _NO_NAME.match(name))
