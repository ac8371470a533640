"""Ways to damage a text, each a function of the text and of chance."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

from benchmarks.invented import garbled
from tests.reading import adversary

Mutation = Callable[[str, random.Random], str]

MOST = 6000
ODD = "\x00\x01\x07\x0b\x0c\x1b\x7f\x85\xa0\xad\u200b\u200f\u2028\u2029\u202e\u2060\u3000\ud800\udfff\ue000\ufeff\ufffd\uffff𠮷🌾٣²½①Ⅷ〇零"
MARKS = "，。；、：！？（）“”《》【】〔〕「」()[]{}|\t\n\r .%-—～+"
FRAGMENTS = (
    "25个", "1,200亩", "1.5亿元以上", "十二个", "百分之五", "8-10个", "分别增长5%、6%", "力争", "确保", "不低于", "其中", "6月底前", "每季度", "2026年", "“十五五”末",
    "一、", "（二）", "3.", "一是", "第一部分 ", "责任单位：招商局、经发局", "（牵头单位：企业服务局）", "云溪镇：\n", "周梳理、月通报", "开工建设", "建成投产", "溪口水厂、柳塘学校等",
    "指标\t单位\t目标\t责任单位\n", "税收\t亿元\t12.5\t财政局\n", "產(chǎn)業(yè)", "?zhǔn)袌鲶w", "ㄒ唬┛缭绞椒⒄", "【12】", "２５％", "发布时间：2026-01-08\n", "打印", "首页 > 政务公开\n",
    "去年", "截至目前", "已完成", "——", "●", "https://a.b/c?d=1", "<p>", "&nbsp;", "\ufeff",
)  # fmt: skip


def mutated(text: str, chance: random.Random) -> str:
    """The text after one to six mutations, at most ``MOST`` code points."""
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(MUTATIONS)(text, chance)[:MOST]
    return text


def _place(text: str, chance: random.Random) -> int:
    return chance.randint(0, len(text))


def _span(text: str, chance: random.Random, most: int = 60) -> tuple[int, int]:
    start = _place(text, chance)
    return start, min(len(text), start + chance.randint(1, most))


def _put(text: str, at: int, words: str) -> str:
    return text[:at] + words + text[at:]


def dropped(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance)
    return text[:start] + text[end:]


def doubled(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance, 200)
    return _put(text, _place(text, chance), text[start:end])


def swapped(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def inserted(text: str, chance: random.Random) -> str:
    return _put(text, _place(text, chance), chance.choice(FRAGMENTS))


def marked(text: str, chance: random.Random) -> str:
    return _put(text, _place(text, chance), chance.choice(MARKS) * chance.choice((1, 1, 1, 2, 7)))


def odd(text: str, chance: random.Random) -> str:
    return _put(
        text, _place(text, chance), chance.choice((chance.choice(ODD), chr(chance.randrange(0x110000))))
    )


def repeated(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance, 6)
    words = text[start:end] or chance.choice(FRAGMENTS)
    return _put(text, start, words * chance.choice((2, 3, 10, 100, 1000)))


def renumbered(text: str, chance: random.Random) -> str:
    """Another number for one of the text's digits: long, with separators, in Chinese, or none."""
    places = [index for index, char in enumerate(text) if char.isdigit()]
    if not places:
        return inserted(text, chance)
    at = chance.choice(places)
    long = "9" * chance.choice((20, 40, 400, 5000))
    return (
        text[:at]
        + chance.choice(
            ("0", "00", "1,234,567", "1，2", "3.14.15", "一百二十", "千亿", "半", "", long, f"1.{long}")
        )
        + text[at + 1 :]
    )


def wrapped(text: str, chance: random.Random) -> str:
    width = chance.randint(18, 44)
    return "\n".join(
        line[at : at + width] for line in text.split("\n") for at in range(0, max(1, len(line)), width)
    )


def joined(text: str, chance: random.Random) -> str:
    return text.replace("\n", chance.choice(("", " ", "\r\n", "\n\n", "\r", "\u2028")))


def damaged(text: str, chance: random.Random) -> str:
    return garbled(text, [], chance.randrange(1 << 30))[0]


def misread(text: str, chance: random.Random) -> str:
    """A stretch whose bytes were read by another code, or one byte late."""
    start, end = _span(text, chance, 40)
    written, read = chance.choice(
        (
            ("gb18030", "gb18030"),
            ("utf-8", "gb18030"),
            ("gb18030", "latin-1"),
            ("gb18030", "big5"),
            ("utf-8", "utf-16-le"),
        )
    )
    codes = text[start:end].encode(written, "replace")[chance.randint(0, 1) :]
    return text[:start] + codes.decode(read, "replace") + text[end:]


def widened(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance, 100)
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    narrow = {there: here for here, there in wide.items()}
    return text[:start] + text[start:end].translate(chance.choice((wide, narrow))) + text[end:]


def tabled(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance, 120)
    return text[:start] + text[start:end].replace("，", "\t").replace("。", "\n") + text[end:]


def shuffled(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance, 30)
    return text[:start] + "".join(chance.sample(text[start:end], end - start)) + text[end:]


@cache
def spellers() -> list[adversary.Speller]:
    """What the reader's own patterns are made of, for each of them that holds words."""
    made = [adversary.Speller(pattern) for pattern in adversary.patterns().values()]
    return [one for one in made if one.words]


def chanted(text: str, chance: random.Random) -> str:
    """Words of one pattern, over and over."""
    words = list(chance.choice(spellers()).words)
    said = chance.choice(("", "", "、", "，", " ")).join(
        chance.choices(chance.sample(words, min(3, len(words))), k=chance.randint(2, 60))
    )
    return _put(text, _place(text, chance), said)


def spelt(text: str, chance: random.Random) -> str:
    """What one pattern looks for, or nearly."""
    speller = chance.choice(spellers())
    speller.chance = chance
    return _put(text, _place(text, chance), speller.spell()[0])


MUTATIONS: tuple[Mutation, ...] = (
    dropped, dropped, doubled, swapped, inserted, inserted, inserted, marked, marked, odd, repeated, renumbered, renumbered, wrapped, joined, damaged, misread, widened,
    tabled, shuffled,
    chanted, spelt, spelt, spelt,
)  # fmt: skip
