"""How headings are numbered: the styles, their ranks, and where a mark may begin."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.reading.openings import lazy


class Style(NamedTuple):
    """A style of numbering: the lower its rank, the higher it stands."""

    rank: int
    pattern: str


#: Ranks of what carries no number: a label with a colon, a line of its own, the opening sentence of a paragraph.
LABEL, LINE, OPENING = 1, 3, 24
#: Rank of a title inside a paragraph that opens with one.
WITHIN = 25
#: Rank of the parts of a year told of.
RETOLD = 13
#: Rank of items that each open a paragraph: openings without a number may stand under them.
ITEM = 23

HAN = "一二三四五六七八九十"
_SIGNS = "●◆■▲★◎○·•▶►➤➢✦◇□☆※▍▌▎┃☞❖◈◤"
#: Units of quantity: 1.2亿元 at the head of a line is a number and no mark.
_UNITS = "亿万千百元个倍项家户人次件%吨亩米平公套台所处条座名"

#: What stands behind a number that lost its mark: a title with words under it, and nothing that is counted.
_UNMARKED = (
    rf"(?![{_UNITS}年月日号时分点秒天周岁届期批栋幢栏类种级位省市县区镇乡村组支辆艘口根棵株头只层楼路线小大强余多几星地城部方国校成折轮场步站港"
    r"](?!力推|力发|力实|力培|力开|织|化|政|场|网|域|共|才|居|安|台|目建|业))"
    r"[\u4e00-\u9fff“][^,。;:!?\d\n]{3,22}(?:,[^,。;:!?\d\n]{4,20})?。[^\n]{12}"
)

#: Each pattern holds one group, the number; the first style that fits is the mark's.
STYLES: dict[str, Style] = {
    "part": Style(5, rf"第([{HAN}百]{{1,4}})(?:部分|编|篇(?![ ]?:))[ 、:.]{{0,2}}"),
    "chapter": Style(6, rf"第([{HAN}百]{{1,4}})章[ 、:.]{{0,2}}"),
    "roman": Style(8, r"([Ⅰ-Ⅻ])[ 、.:,]{1,3}"),
    "formal": Style(8, r"([壹贰叁肆伍陆柒捌玖拾])[、.:][ ]{0,3}"),
    "joint": Style(7, rf"第([{HAN}百]{{1,4}})节[ 、:.]{{0,2}}"),
    "item": Style(26, rf"([{HAN}]{{1,2}})是(?:要(?![求素点害件])|必须|务必)?(?=[\u4e00-\u9fff“\"])[ ]?"),
    "must": Style(26, rf"([{HAN}]{{1,2}})要(?=[\u4e00-\u9fff“\"])[ ]?"),
    "comma": Style(
        10,
        rf"([{HAN}]{{1,3}})(?:[ ]?(?:[、:]|\.(?!\d))[ ]{{0,3}}|[ ]{{1,3}}(?=[\u4e00-\u9fff“]{{4}})"
        rf"|,(?=[\u4e00-\u9fff“]{{2,8}}$))",
    ),
    "bracket": Style(12, rf"[(〔\[][ ]?([{HAN}]{{1,3}})[ ]?[)〕\]](?!型)[ 、.:]{{0,3}}"),
    "closed": Style(12, rf"([{HAN}]{{1,3}})[)][ 、.:]{{0,3}}"),
    "lost": Style(12, r"()[)](?=[^,。;:!?\d()\n]{4,24}。[^\n]{30})"),
    "ordinal": Style(25, rf"[第其]([{HAN}]{{1,2}})(?:[,、:]|是)[ ]?"),
    "named": Style(11,
        rf"(?:之|(?:关键词|(?:重点|主要|工作)?任务|工作重点|目标|(?:专项)?行动|看点|亮点|要点|工程|重点(?:工作)?|(?:重点|工作)?举措"
        rf"|硬仗|板块|(?:民生|惠民)?实事)之?)([{HAN}]{{1,2}}"
        rf"|\d{{1,2}}|[①-⑳])(?:[:、][ ]?|[ ]{{1,3}})(?=[\u4e00-\u9fff“])"),
    "worded": Style(11,  # 关键词1产业, whose blank was lost, and Part 1
        r"(?:(?:关键词|看点|亮点|重点任务)|[Pp](?:art|ART)[ ]?)0?(\d{1,2})(?:[ ]?[:.、][ ]?)?"
        r"(?=[\u4e00-\u9fff“]{2})(?![个家户人次件亩米平公套台条座类大]|项(?!目))"),
    "decimals": Style(16, r"\d{1,2}\.\d{1,2}\.(\d{1,2})(?:[ 、.]{1,3}|(?=[\u4e00-\u9fff“]))"),
    "decimal": Style(15, rf"\d{{1,2}}\.(\d{{1,2}})(?:[.]?[ 、](?!\d)[ ]{{0,3}}|[.]?(?=[\u4e00-\u9fff“])(?![{_UNITS}月]))"),
    "point": Style(14, r"(\d{1,3})[ ]?(?:[、.](?![\d年])|[、.](?=20\d\d[ ]?[年—-]|\d{1,2}月)|,(?=[\u4e00-\u9fff]{3})"
        rf"|(?<!\d\d\d)(?<!\d\d )(?={_UNMARKED}))[ ]{{0,3}}"),
    "round": Style(17, r"(?:[(][ ]?(\d{1,2})[ ]?[)])[ 、.]{0,3}"),
    "zero": Style(9, r"0(\d)[ ]{0,2}(?=[\u4e00-\u9fff“])(?![后年月日号时分点])"),
    "half": Style(17, r"(\d{1,2})[)][ 、.]{0,3}"),
    "circle": Style(18, r"([①-⑳❶-❿])[ 、.]{0,3}"),
    "letter": Style(19, r"([A-Ha-h])[ ]?[、.][ ]{0,2}(?=[\u4e00-\u9fff“]{2})"),
    "dash": Style(20, rf"(?:[—―]{{1,4}}|-{{2,4}}|[{_SIGNS}])[ ]{{0,3}}(?:([{HAN}]{{1,2}})[是要](?=[\u4e00-\u9fff“]))?"),
}  # fmt: skip
RANKS = {name: style.rank for name, style in STYLES.items()}
_FIRSTS: dict[str, tuple[str, ...]] = {
    "第": ("part", "chapter", "joint", "ordinal"),
    "其": ("ordinal",),
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ": ("roman",),
    "壹贰叁肆伍陆柒捌玖拾": ("formal",),
    "ABCDEFGHabcdefgh": ("letter",),
    HAN: ("comma", "item", "must", "closed"),
    "(〔[": ("bracket", "round"),
    ")": ("lost",),
    "关任目行看亮要工重举硬板主专之民惠实": ("named", "worded"),
    "Pp": ("worded",),
    "0123456789": ("point", "decimals", "decimal", "half", "zero"),
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿": ("circle",),
    "—―-" + _SIGNS: ("dash",),
}
#: The marks that may begin with a character.
MARKS: dict[str, re.Pattern[str]] = {
    char: pattern
    for chars, names in _FIRSTS.items()
    for pattern in [lazy("|".join(f"(?P<{name}>{STYLES[name].pattern})" for name in names))]
    for char in chars
}
#: Signs that stand before a line of its own as well as before an item.
BULLETS = frozenset(_SIGNS)
SIGNS = frozenset("■◆★▲◎□☆※▍▌▎┃☞❖◈◤")
#: Styles of the larger parts of a document: their headings may stand over anything.
PARTS = frozenset({"part", "chapter", "joint", "comma", "bracket", "closed"})
#: Styles that count in parts of parts: 1.1
DECIMALS = frozenset({"decimal", "decimals"})
#: Styles of items, which stand or fall with their row.
ITEMS = frozenset({"item", "must", "ordinal"})
#: What may stand over an ordinary numbering, where it comes first and comes again: ——… 1.… 2.… ——…
OVER = ITEMS | {"dash", "opening", "bracketed", "labelled", "field"}
#: Ranks of ordinary numberings.
NUMBERINGS = frozenset({14, 15, 16, 17, 18, 19})
#: Styles that may also stand inside a paragraph.
INLINE = frozenset({"item", "must", "ordinal", "comma", "bracket", "point", "round", "half", "circle"})
#: A mark inside a paragraph, after the end of a sentence or before a list.
INLINE_AT = lazy(
    rf"[。;!:?”),】](?:(?<!,)[ ]{{0,4}}(?=[{HAN}]{{1,3}}[是要、]|第[{HAN}]{{1,2}}[,、是]"
    rf"|[(][{HAN}\d]{{1,3}}[)]|\d{{1,2}}[.、)](?!\d)|[①-⑳])"
    rf"|(?=[{HAN}]是|一要))"
)
#: A mark inside a paragraph whose line breaks were lost: right after a title, after a blank.
FLAT_AT = lazy(
    rf"[{HAN}(](?<=[\u4e00-\u9fff” ].)(?:(?<!\()[{HAN}]{{0,2}}、(?![{HAN}]、?|期|批)"
    rf"|(?<=\()[{HAN}]{{1,3}}[)](?![期批标段])|(?<= .)[{HAN}]?[是要](?=[\u4e00-\u9fff“]))"
)
#: A chapter or section whose line break became a blank.
FLAT_JOINT_AT = lazy(rf"第(?<=[\u4e00-\u9fff。” ] .)(?=[{HAN}]{{1,3}}(?:[章节]|部分)[ ])")
#: A number whose blank was lost: 六打造…, where the parts above it are counted with one.
UNBLANKED = lazy(rf"(?P<comma>([{HAN}]{{1,2}}))(?=[\u4e00-\u9fff“]{{4,24}}$)")
BLANKED = lazy(rf"[{HAN}]{{1,3}} ")
#: A title that the first of its own parts stands right behind.
LEADING = lazy(rf"[{HAN}]、[^,。;:!?()\n]{{4,24}}\([{HAN}]\)[^,。;:!?()\n]{{4,24}}。[^\n]{{20}}")
#: The same for 1., (1) and 一是, which only a title that was just opened makes likely.
FLAT_POINT_AT = lazy(
    r"(?<=[\u4e00-\u9fff”) ])(?=\d{1,2}[.、](?=[\u4e00-\u9fff“]|20\d\d[ ]?年)|[(]\d{1,2}[)]"
    r"|(?<![统第唯专单])一是(?=[\u4e00-\u9fff]))"
)


def _numerals() -> dict[str, int]:
    """一 to 九十九, 壹, ① to ⑳, Ⅰ, A and 0 to 999 as they stand in marks."""
    known = {str(n): n for n in range(1000)} | {f"0{n}": n for n in range(10)}
    known |= {chr(0x245F + n): n for n in range(1, 21)} | {chr(0x2775 + n): n for n in range(1, 11)}
    known |= {chr(0x215F + n): n for n in range(1, 13)}
    known |= {mark: at % 8 + 1 for at, mark in enumerate("ABCDEFGHabcdefgh")}
    known |= {mark: at for at, mark in enumerate("壹贰叁肆伍陆柒捌玖拾", 1)}
    for n in range(1, 100):
        tens, ones = divmod(n, 10)
        head = "" if not tens else "十" if tens == 1 else f"{HAN[tens - 1]}十"
        known[head + (HAN[ones - 1] if ones else "")] = n
    return known


#: The numbers of marks: 十二 is 12, 03 is 3, ④ is 4.
NUMERALS = _numerals()
