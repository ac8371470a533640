"""How likely characters are in a plan, by the tables of GB 2312: common ones count for a reading, others against it."""

from __future__ import annotations

from functools import lru_cache

from luoshi.reading.repairs import traditional

#: Stands for a character of which one byte is lost.
LOST = "\ufffd"
_MARKS = frozenset("，。、；：！？“”‘’（）《》—…·　")
#: The rows of GB 2312 that hold the common characters, by their first byte.
_COMMON = range(0xB0, 0xD8)


def worth(text: str) -> int:
    """1 for each common character (also in its traditional form) and mark, 0 for a lost one, -1 for each rare character
    and -2 for anything else."""
    return sum(map(worth_of, text))


@lru_cache(1 << 16)
def worth_of(char: str) -> int:
    """The worth of one character."""
    char = char.translate(traditional.table())
    if char in _MARKS:
        return 1
    code = char.encode("gb2312", "ignore")
    if len(code) != 2:
        return 0 if char == LOST else -2
    return 1 if code[0] in _COMMON else -1 if code[0] >= _COMMON.stop else -2
