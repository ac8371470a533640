"""Radicals that fonts in PDF files give out for the characters that look like them: ⼯ is read as 工."""

from __future__ import annotations

import unicodedata

#: Radicals in their short forms, for which Unicode itself names no character.
_SUPPLEMENT = {
    "⺁": "厂", "⺈": "刀", "⺊": "卜", "⺌": "小", "⺍": "小", "⺗": "心", "⺝": "月", "⺟": "母", "⺠": "民", "⺩": "王", "⺪": "足", "⺶": "羊",
    "⺷": "羊", "⺼": "肉", "⻁": "虎", "⻃": "西", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻑": "长", "⻒": "长", "⻓": "长",
    "⻔": "门", "⻖": "阜", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼",
    "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻬": "齐", "⻮": "齿", "⻰": "龙", "⻳": "龟",
}  # fmt: skip
_KANGXI = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}

#: A radical -> the character that is meant; one for one.
UNIFIED = {**_KANGXI, **_SUPPLEMENT}
