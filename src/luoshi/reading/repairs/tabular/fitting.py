"""How well the words of a cell fit what its column holds."""

from __future__ import annotations

from luoshi.reading.openings import lazy
from luoshi.reading.repairs.tabular.heads import Kind
from luoshi.reading.tables.contents import SHORT, TIME, UNITS

#: The name of a part with its number: 一、经济指标.
PART = lazy(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))[\u4e00-\u9fff、“”()]{2,24}(?:\([^()]{1,12}\))?"
)
_NUMBER = lazy(r"\(?\d{1,3}[).、]?")
_HAN = lazy(r"\(?[一二三四五六七八九十]{1,3}[).、]?")
_UNIT = lazy(
    r"(?:十|百|千|万|亿){0,2}(?:美元|欧元|港元|元|%|个百分点|百分点|‰|个|家|人次|人|户|件|项|亩|公顷|吨标准煤"
    r"|吨标煤|吨|千克|公斤|克|公里|千米|平方米|平方公里|立方米|米|㎡|km|座|条|台套|台|套|次|场次|场|所|名|处"
    r"|期"
    r"|天|工作日|日|小时|分钟|度|千瓦时|千瓦|兆瓦|位|辆|张|份|篇|起|例|头|只|株|棵|升|宗|间|幢|栋|支|批|种|部"
    r"|艘|架|组|村|镇|对|年|岁|分|倍|微克|毫克|辆次|床|张床)(?:/(?:[万亿]?[\u4e00-\u9fffa-z0-9]{1,4}))?"
)
_NONE = frozenset({"-", "--", "—", "——", "/", "无", "\\"})
_FIGURED = lazy(r"[^\d,。;]{0,10}\d[^。;]{0,30}")
_WHEN = lazy(
    r"(?=[^\n]{0,16}[年月季日底]|20\d\d|长期|持续|常态)(?:20\d\d|每|第|上半年|下半年|全年|年[底内初中]"
    r"|\d{1,2}月|[一二三四]季度|[一二三四五六七八九十]{1,2}月|长期|持续|常态|今年|本年|春节|立即"
    r"|即日)[^,。;:]{0,14}"
)
_DIGITS = lazy(r"[\d.,]{0,24}")
_CHINESE = lazy(r"[^\n]{0,40}?[\u4e00-\u9fffA-Za-z]")
_CLOSED = frozenset("。;,:!?")
_NAME_MOST, _UNITS_MOST, _WORDS_MOST = 60, 60, 500


def fit(kind: Kind, words: str) -> float:
    """From 2 where the words are just what such a column holds down to −4 where they cannot be."""
    if words in _NONE:
        return {"number": -4.0, "name": -2.0, "words": -1.0, "who": -2.0, "other": 0.0}.get(kind, 1.0)
    match kind:
        case "number":
            return 2.0 if _NUMBER.fullmatch(words) else 0.5 if _HAN.fullmatch(words) else -4.0
        case "unit":
            return 2.0 if _UNIT.fullmatch(words) else -4.0
        case "figure":
            return _figure(words)
        case "target":
            return max(_figure(words), _target(words))
        case "actors":
            return _actors(words)
        case "period":
            return 2.0 if _is_time(words) else -3.0
        case "other":
            return 0.0 if len(words) <= _NAME_MOST else -1.0
        case "who":
            return 1.0 if not any(map(str.isdigit, words)) and len(words) <= _NAME_MOST else -3.0
        case "name":
            return _words(words) if len(words) <= _NAME_MOST else -2.0
        case "words":
            return _words(words) if len(words) <= _WORDS_MOST else -2.0


def _is_time(words: str) -> bool:
    return _WHEN.fullmatch(words) is not None or (
        not _DIGITS.fullmatch(words) and TIME.fullmatch(words) is not None
    )


def _figure(words: str) -> float:
    if _is_time(words):
        return 0.5 if any(map(str.isdigit, words)) else -2.0
    if SHORT.fullmatch(words):
        return 2.0
    return 1.0 if _FIGURED.fullmatch(words) and words[-1] not in _CLOSED else -3.0


def _target(words: str) -> float:
    """A target in words: 主体完工; but no unit, nobody's name."""
    if _UNIT.fullmatch(words) or (len(words) <= 12 and UNITS.fullmatch(words)) or _NUMBER.fullmatch(words):
        return -2.0
    if len(words) > _WORDS_MOST or _CHINESE.match(words) is None:
        return -3.0
    return 0.0 if words[-1] in _CLOSED else 0.5


def _actors(words: str) -> float:
    if len(words) > _UNITS_MOST or _UNIT.fullmatch(words) or _is_time(words):
        return -3.0
    if UNITS.fullmatch(words):
        return 2.0
    return -3.0 if any(map(str.isdigit, words)) or words[-1] in _CLOSED else -0.5


def _words(words: str) -> float:
    """A name or a sentence: nothing that has a column of its own."""
    if _CHINESE.match(words) is None:
        return -4.0
    if _UNIT.fullmatch(words) or _is_time(words) or PART.fullmatch(words):
        return -1.5
    return -0.5 if len(words) <= 12 and UNITS.fullmatch(words) else 1.0
