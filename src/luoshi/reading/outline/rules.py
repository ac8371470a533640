"""How headings are written: the styles of numbering, and the words that make or unmake a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from luoshi.reading.engine import Layer, Rule

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_HAN = "[一二三四五六七八九十百]{1,4}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the head of a paragraph: its style's rank (the lower, the higher it stands) and its number."""

    rank: int
    number: int
    body: bool = False


#: Ranks of what carries no number: a label with a colon, a line of its own, the opening sentence of a paragraph.
LABEL, LINE, OPENING = 1, 3, 22

#: Ranks of numbered styles; ``body`` asks for words after the title in the same paragraph.
RULES: tuple[Rule[Mark], ...] = (
    Rule("part", rf"第{_HAN}(?:部分|编|篇)[ 、:]{{0,2}}", lambda m: Mark(5, number(m.group()[1:]))),
    Rule("chapter", rf"第{_HAN}章[ 、:]{{0,2}}", lambda m: Mark(6, number(m.group()[1:]))),
    Rule("joint", rf"第{_HAN}节[ 、:]{{0,2}}", lambda m: Mark(7, number(m.group()[1:]))),
    Rule(
        "comma",
        rf"{_HAN}(?:[ ]?(?:、|\.(?!\d))[ ]*|[ ]{{1,2}}(?=[\u4e00-\u9fff“]{{4}}))",
        lambda m: Mark(10, number(m.group())),
    ),
    Rule("bracket", rf"[(〔]{_HAN}[)〕][ 、.]{{0,2}}", lambda m: Mark(12, number(m.group()[1:]))),
    Rule("decimal", r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[ 、](?!\d)[ ]*", lambda m: Mark(15, 0)),
    Rule("point", r"\d{1,2}[ ]?[、.](?![\d年])[ ]*", lambda m: Mark(14, number(m.group()))),
    Rule(
        "round",
        r"(?:[(]\d{1,2}[)]|\d{1,2}[)])[ 、.]{0,2}",
        lambda m: Mark(16, number(m.group().strip("( )、."))),
    ),
    Rule("circle", "[①-⑳][ 、.]{0,2}", lambda m: Mark(18, ord(m.group()[0]) - 0x245F)),
    Rule(
        "ordinal", r"第[一二三四五六七八九十]{1,2}[,、:][ ]?", lambda m: Mark(23, number(m.group()[1:]), True)
    ),
    Rule(
        "item",
        r"[一二三四五六七八九十]{1,2}(?:是|要)(?=[\u4e00-\u9fff“])",
        lambda m: Mark(24, number(m.group()), True),
    ),
    Rule(
        "dash",
        r"(?:—{1,2}|--|[●◆■▲★◎○·•▶►➤➢✦◇□☆※])[ ]*(?:[一二三四五六七八九十]{1,2}[是要](?=[\u4e00-\u9fff“]))?",
        lambda m: Mark(20, 0, True),
    ),
)
MARKS: Layer[Mark] = Layer(RULES)

#: Styles that may also stand inside a paragraph, after the end of a sentence.
INLINE = frozenset({"item", "ordinal", "comma", "bracket", "point", "round"})

#: A document's name; it heads a part only below the first paragraph of text (2026年工作安排).
TITLE_LINE = re.compile(
    r"(?:工作(?:要点|报告|总结|计划|安排|方案|思路|动态|简报)|实施(?:方案|意见|细则)|行动(?:方案|计划)|规划(?:纲要)?|的?通知|的?意见|的?函"
    r"|的?决定|的?公告|的?批复|讲话|发言|纪要|办法|规定|条例|计划\)?)(?:\([^)]{1,20}\))?$"
)
#: Forms of address and signatures at the head and foot of a document, which head no part of it.
#: A document's name wherever it stands below the notice that carries it.
OWN_TITLE = re.compile(
    r"(?:要点|方案|意见|办法|规定|细则|规划|纲要|计划|清单|分解表?|通知)(?:\([^)]{1,20}\))?$"
)
CARRYING = re.compile(r"印发|下发|下达|转发|发布给|通知如下|请(?:认真|遵照|结合)")
#: Signs that stand before a line of its own as well as before an item.
SIGNS = frozenset("■◆★▲◎□☆")
BULLET = re.compile("[●◆■▲★◎○·•▶►➤➢✦◇□☆※]")
#: Who answers for the item above: no text of its own.
RESPONSIBLE = re.compile(
    r"[(\[【]?(?:牵头|责任|配合|主管|分管|协办|主办|承办|落实|完成)(?:责任)?(?:单位|部门|领导|人|处室|科室|时限|时间)(?:及[^:]{1,6})?[ ]?:"
)
NOT_A_LINE = re.compile(
    r"^(?:目录|附件|附表|附|抄送|印发|主送|签发|联系人|联系电话|此件|注|备注|说明|单位|来源|记者|作者|图|表)\d*(?:[:：、. ]|$)"
    r"|^[(]?(?:此件|20\d\d年\d{1,2}月|[〇○零一二三四五六七八九十]{4}年)|^—.*—$|20\d\d年\d{1,2}月\d{1,2}日$|[〔\[(]20\d\d[〕\])]\d*号"
    r"|(?:委员会|人民政府|办公室|管委会|领导小组|公司|局)$|^[\d\W]+$"
)
NOT_A_LABEL = re.compile(
    r"^(?:各|尊敬|同志|全体|现将|根据|为|围绕|按照|经)|(?:单位|部门|代表|同志|同志们|委员|科室|各位|局|办|企业|朋友们|镇街|机构|公司)[)]?:$"
    r"|(?:如下|以下|工作|任务|措施|目标|重点|方面|要求|安排|意见|通知|内容|事项|指出|强调|认为|表示|要|是|的|即|包括|分别为?)(?:是|为|有)?:$"
)
#: Words that carry a statement and not the name of a task.
NOT_A_TITLE = re.compile(
    r"了(?!解)|着(?![力眼手重])|我们|我[区县市]|大家|今年|去年|过去|近年|目前|当前|同比|分别|(?<=.)将(?!来|军)|共有|现有|已(?!开)|截至|截止|^据|据(?:统计|悉|了解)|是(?!非)|会议|强调|指出|认为"
    r"|其中|以及|为此|因此|同时|此外|对于|必须|应当|可以|不得|^[在]?(?:\d{4}|新的一)年|等(?:产业|领域|行业|工作|方面|项目|企业)$|^(?:一|二|三|四)季度|^(?:全年|年内|月底)"
)
#: What tells a first statement from a title where nothing else does.
STATEMENT = re.compile(
    r"把|作为|以.*为|始终|不动摇|第一|重中之重|要求|思路|原则|精神|主题|目标|部署|方针|主线|按照|根据|^(?:围绕|立足|依托|以|对标|锚定)[^,]*$|机遇$"
)
#: A quantity makes a line a list item and an opening sentence a promise.
QUANTITY = re.compile(
    r"\d[\d.,]*[ ]?(?:%|[亿万千百]?[元亩吨平个家项户人次件公米套台条座所处场名]|[亿万]|左右|以上)"
)
#: An opening phrase that ends at its comma.
CUT_AT_COMMA = re.compile(
    r"[^,。;]{2,24}?(?:上|中|方面)(?:下[足好大]?功夫|(?:持续|精准|集中|聚力)?(?:发力|用力|加力)|(?:求|谋|寻|有|见|出|取得|实现)[新大]?"
    r"(?:突破|实效|成效|进展|作为|提升)|做文章|做足文章|狠下功夫|动真格)(?=,)"
)
#: Verbs that open the name of a task.
OPENERS = (
    "将|把|坚持|坚决|坚定|加快|加强|加大|加力|推进|推动|深化|深入|深耕|强化|优化|提升|提高|提速|提质|完善|健全|建立|建设|构建|打造|培育|壮大|做大|做强|做优|做实"
    "|做好|抓好|抓实|抓紧|抓牢|狠抓|紧抓|紧盯|紧扣|紧紧|聚焦|聚力|聚集|集聚|突出|突破|着力|大力|全力|努力|奋力|持续|不断|积极|扎实|切实|有效|稳定|稳步"
    "|稳妥|巩固|保持|保障|促进|激发|激励|激活|释放|扩大|拓展|拓宽|创新|创优|实施|落实|落细|开展|统筹|规范|改进|改善|改革|严格|严守|严明|守牢|筑牢|夯实|夯牢"
    "|充实|补齐|补强|瞄准|引进|引育|招引|招大|争取|争创|争当|确保|树立|树牢|弘扬|支持|服务|维护|防范|化解|打赢|打好|打响|拼|抢抓|全面|高质量|高标准|高水平|高起点"
    "|繁荣|发展|振兴|盘活|集约|节约|靠前|精准|精心|用心|用好|凝聚|压实|厚植|锚定|围绕|立足|依托|对标|以|在|增强|增进|丰富|挖掘|探索|启动|加速|擦亮|唱响|勇当|擘画|绘就"
)
OPENS = re.compile(rf"[“《]?(?:{OPENERS})")
#: Responsibility in brackets after a title is no part of it.
AFTERWORD = re.compile(
    r"\((?:牵头|责任|配合|主办|承办|分管)[^)]*\)?$|\((?:[^()]{0,30}(?:牵头|负责|局|办))\)$"
)

#: Limits, in characters.
TITLE_MOST, MARKED_MOST, OPENING_MOST, ITEM_MOST = 60, 60, 34, 26
LABEL_MOST, LINE_MOST, TITLE_LEAST = 14, 48, 3
#: A lone opening has no company to speak for it and must be shorter.
LONE_MOST = 24
#: A marked title may end at a colon: 1.招商引资：…
CUT_AT_COLON = re.compile(r"[^,。;:!?\n\d]{2,16}(?<![位门人限话址真员])(?=:[^\n]{8})")


def number(text: str) -> int:
    """The number a mark opens with: 十二、 is 12; 0 where it cannot be told."""
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    total = current = 0
    for char in text:
        if char in _DIGITS:
            current = _DIGITS[char]
        elif char in "十百":
            total, current = total + (current or 1) * (10 if char == "十" else 100), 0
        else:
            break
    return total + current
