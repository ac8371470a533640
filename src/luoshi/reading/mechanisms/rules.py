"""Working rules that plans name, and the rhythm each carries."""

from __future__ import annotations

import re
from dataclasses import dataclass

from luoshi.reading.engine import Rule
from luoshi.reading.openings import lazy, quick


@dataclass(frozen=True, slots=True)
class Named:
    """A working rule's name as a span of the text, and its rhythm; no rhythm is an empty tuple."""

    start: int
    end: int
    cadence: tuple[str, ...] = ()


#: The beat of a rhythm by the word that names it, longest first.
BEATS: dict[str, str] = {
    "双周": "fortnightly", "两周": "fortnightly", "半月": "half-monthly", "半个月": "half-monthly", "半年": "half-yearly", "旬": "ten-daily",
    "两个月": "bimonthly", "2个月": "bimonthly", "双月": "bimonthly", "个月": "monthly", "季度": "quarterly", "星期": "weekly", "个工作日": "daily",
    "日": "daily", "天": "daily", "周": "weekly", "月": "monthly", "季": "quarterly", "年": "yearly", "年度": "yearly",
}  # fmt: skip

#: What is done to a beat.
ACTS = (
    "梳理|通报|调度|督查|督导|督办|考评|考核|协调|总结|研判|报告|分析|会商|例会|点评|汇报|盘点|排名|排位|晾晒"
    "|晒|巡查|简报|清零|对账|碰头|推进|会办"
    "|专报|更新|报送|检查|复盘|跟踪|小结|研究|评估|反馈|清单|评比|评|结|讲评|约谈|统计|交账|销号|走访|亮灯"
)
_BEAT = "双周|半月|半年|周|旬|月|季度?|日|年"
_FREE = "[\\d一二三四五六七八九十本上下当次全今去同每个整元岁逐]"
_ONE = rf"(?:{_BEAT})(?:一)?(?:{ACTS})"
_EVERY = r"每(?:半个?月|半年|两周|[两2]个月|个?月|季度?|周|星期|旬|年|天|日|个工作日)"
_DEED = (
    r"召开|调度|研判|会商|通报|反馈|报告|报送|督查|督导|赴外|赴|例会|更新|分析|听取|走访|点评|组织召开|排名"
    r"|研究|检查|盘点|汇报|梳理|碰头|协调|开展一?次|推进"
)
_NUMBERS = "一二三四五六七八九十"


_NAMED_BEATS = quick(rf"(?<![{_NUMBERS}\d])(?:{'|'.join(sorted(BEATS, key=len, reverse=True))})")
_BEATEN, _EACH_TIME = quick(_ONE), lazy(_EVERY)


def beats(words: str) -> tuple[str, ...]:
    """The rhythms named in ``words``, in order and each once."""
    return tuple(dict.fromkeys(BEATS[word] for word in _NAMED_BEATS.findall(words)))


def _rhythm(match: re.Match[str]) -> Named:
    parts = _BEATEN.finditer(match.group())
    cadence = dict.fromkeys(beat for part in parts for beat in beats(part.group())[:1])
    return Named(match.start(), match.end(), tuple(cadence))


def _every(match: re.Match[str]) -> Named | None:
    words = _EACH_TIME.match(match.group())
    return Named(match.start(), match.end(), beats(words.group()[1:])[:1]) if words else None


_LEAD = lazy(
    r"(?:实行|推行|落实|建立|健全|完善|严格|执行|坚持|全面|和|与|及|的|并|项目化|实施|明确|深化|探索)+"
)


def _name(match: re.Match[str]) -> Named:
    return Named(match.start(), match.end())


_BEFORE = quick(r"[\u4e00-\u9fff]{2,8}$")
_LONGEST = 8


def _bound(match: re.Match[str]) -> Named | None:
    """The name without the verbs before it."""
    return _led(match.group(), match.start(), match.end())


def _institution(match: re.Match[str]) -> Named | None:
    """The name with the characters before its end that belong to it, without the verbs before them."""
    at = match.start()
    before = _BEFORE.search(match.string[max(0, at - _LONGEST) : at])
    return _led(before.group() + match.group(), at - len(before.group()), match.end()) if before else None


def _led(words: str, start: int, end: int) -> Named | None:
    lead = _LEAD.match(words)
    start += lead.end() if lead else 0
    return Named(start, end) if end - start >= 2 else None


RULES: tuple[Rule[Named], ...] = (
    Rule("every", rf"{_EVERY}(?:末|初|底)?[^,。;:!?\n“”《》、]{{0,16}}?(?:{_DEED})[^,。;:!?\n、]{{0,28}}", _every),
    Rule("rhythm", rf"(?<!{_FREE})(?:{_ONE})(?:[、,和 ·]{{1,2}}(?:{_ONE}))*(?![\u4e00-\u9fff]{{0,2}}(?:所|院|局))", _rhythm),
    Rule("series", rf"“[{_NUMBERS}\d]{{1,2}}个一”(?:[\u4e00-\u9fff]{{0,4}}(?:模式|机制|制度|工作法))?", _name),
    Rule("board",
        r"“?红黑榜”?|“?红黄绿灯?”?(?:亮灯|预警|管理|机制)|“?三色(?:灯|预警|管理)”?(?:机制)?|亮灯(?:预警|管理"
        r"|通报)|“?赛马”?(?:机制|比拼)|“?比学赶超”?机制", _name),
    Rule("each", r"“?一(?:企|链|业|项目|事|户|园|镇|村|人|案|产业)一(?:策|专班|议|方案|档案?|清单|图|领导|品)”?", _name),
    Rule("bound",
        r"(?:领导|干部|部门|项目|企业|挂钩|结对|[县区市镇]级领导){0,4}+(?:挂包联帮|包联|包保|包抓|包帮|包靠"
        r"|包挂|挂联|联挂|包干)(?:责任制|机制|制度|工作法)?", _bound),
    Rule("chief",
        r"(?:[链河湖林田路园]长|首席服务[员官]|项目管家|企业(?:秘书|服务专员)"
        r"|店小二)(?:“[^”]{1,8}”)?(?:责任制|工作制|制度?|机制)", _name),
    Rule("institution", r"(?:备案|报告|承诺|责任|负责|销号|代办|例会|联席会议|通报|约谈|会商|排名|清单)制(?:度)?(?![造定])", _institution),
    Rule("battle",
        r"“?挂图作战”?(?:、“?(?:对表推进|挂牌督战)”?){0,4}|(?:台账|闭环|清单)化?管理(?:机制|制度)?|并联审批"
        r"|容缺(?:审批|受理|办理)", _name),
    Rule("lists", r"“(?:[\u4e00-\u9fff]{2,6}清单[、和]?){2,4}”(?:[三四]张清单)?", _name),
)  # fmt: skip

#: A promise with a number is a target; such a rhythm is its period.
COUNTED = quick(r"不少于|以上|新增|引进|净增|培育|达到")
