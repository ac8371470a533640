"""The value of a written numeral, exactly: digits with or without separators, and Chinese characters."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from luoshi.reading.numerals.words import DIGITS, MYRIADS, TENS


@lru_cache(1 << 14)
def written(text: str) -> Decimal:
    """The value of a numeral as written: 1,200 · 37.9 · 一千二百 · 两 · 半 · 千 (only a multiplier: 1000)."""
    if text == "半":
        return Decimal("0.5")
    if text[0].isdigit():
        return Decimal(text.replace(",", "").replace("，", ""))
    return Decimal(_chinese(text))


def _chinese(text: str) -> int:
    for word, times in reversed(MYRIADS.items()):
        head, found, rest = text.partition(word) if word == "万" else text.rpartition(word)
        if found:
            return (_chinese(head) if head else 1) * times + (_tail(rest, times) if rest else 0)
    return _below_myriad(text)


def _tail(rest: str, times: int) -> int:
    """What follows 万 or 亿; one bare digit is the next place down: 三万五 is 35000."""
    if len(rest) == 1 and rest in DIGITS:
        return DIGITS[rest] * times // 10
    return _chinese(rest)


def _below_myriad(text: str) -> int:
    total, digit, place = 0, None, 1
    for char in text:
        if char in TENS:
            total += (1 if digit is None else digit) * TENS[char]
            digit, place = None, TENS[char]
        elif digit is not None and place == 1:
            digit = digit * 10 + DIGITS[char]
        else:
            digit = DIGITS[char]
            place = 1 if DIGITS[char] == 0 else place
    if digit is None:
        return total
    return total + digit * (place // 10 if place > 10 else 1)


_PLACES = (("", 1), ("十", 10), ("百", 100), ("千", 1000))


def spoken(number: int) -> str:
    """A whole number below 10**16 in Chinese characters: 1205 is 一千二百零五."""
    if number == 0:
        return "零"
    if number >= 10**8:
        return _join(number, 10**8, "亿")
    if number >= 10**4:
        return _join(number, 10**4, "万")
    digits = "零一二三四五六七八九"
    out, gap = "", False
    for word, place in reversed(_PLACES):
        digit = number // place % 10
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + word
        gap = digit == 0
    return out


def _join(number: int, times: int, word: str) -> str:
    head, rest = divmod(number, times)
    if not rest:
        return spoken(head) + word
    return spoken(head) + word + ("零" if rest < times // 10 else "") + spoken(rest)
