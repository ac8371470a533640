"""The heads of columns where each stands alone: 序号, 指标名称, 单位, 目标值, 责任单位, 完成时限."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from luoshi.reading.openings import lazy

#: What the cells of a column hold: the number of the row, the name of what it is about, the unit and the figure of an
#: indicator, a figure and nothing else, who answers, until when, sentences, whose row it is, and anything.
Kind = Literal["number", "name", "unit", "target", "figure", "actors", "period", "words", "who", "other"]

_MEASURED = r"(?:\([^()]{1,10}\))?"
_YEAR = r"20\d\d年?度?"
#: The head of the numbers of the rows.
NUMBER = lazy(r"序号?|编号|项次|[Nn][Oo]\.?")
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("number", NUMBER.pattern),
    ("unit", rf"(?:计量|指标)?单位{_MEASURED}"),
    (
        "actors",
        r"(?:(?:责任|牵头|承办|负责|落实|实施|配合|主办|协办|主责|主管|完成|建设|推进|督办|第一){1,3}(?:单位"
        r"|部门|主体|科室|机构|业主)|责任|责任单位(?:及|和)(?:责任|负责)人)"
        r"(?:\([^()]{1,8}\))?",
    ),
    (
        "period",
        rf"(?:计划|预计|要求|拟)?(?:完成|办结|实施|整改|建设|竣工|开工|投产|起止|推进|落实|达标|交付"
        rf"|工作)?(?:时限|期限|时间|年限|时间节点|日期)(?:要求|安排)?{_MEASURED}|进度要求",
    ),
    (
        "figure",
        rf"(?:{_YEAR}|年度|全年|本年|当年|今年|项目|计划|估算|概算|预计|累计|完成){{0,3}}总?(?:投资|资金|经费"
        rf"|预算)(?:额|总额|规模|计划|估算|金额)?{_MEASURED}"
        rf"|(?:{_YEAR}|上年|去年)(?:实际|全年)?(?:完成|实绩|实际|基数|现状)(?:完成)?[数值额]?{_MEASURED}"
        rf"|(?:同比)?增(?:长|速|幅)(?:率|目标)?{_MEASURED}|基数|现状值?|权重|分值",
    ),
    (
        "target",
        rf"(?:{_YEAR}|年度|全年|本年|当年|今年|季度|月度|预期|考核|计划|奋斗|力争|确保|工作|主要|约束"
        rf"|[一二三四]季度|上半年|下半年|1?\d月份?){{0,3}}(?:目标|任务数|计划数|指标值|目标任务|目标要求|计划"
        rf"|预期)(?:值|数|额|任务)?{_MEASURED}"
        rf"|(?:{_YEAR}|第?[一二三四]季度|上半年|下半年|前三季度|全年|1?\d月份?){_MEASURED}",
    ),
    (
        "words",
        r"(?:20\d\d年度?|年度|全年|主要|重点|具体|工作|建设|项目|实施|推进|改革|创新|目标){0,3}(?:任务|内容"
        r"|举措|措施|工作|任务内容|任务名称|内容[及和]规模|建设规模|任务分解|进度安排|工作安排|形象进度)",
    ),
    (
        "name",
        r"(?:主要|核心|考核|具体|重点|约束性|预期性|目标|经济|发展|工作|年度|一级|二级|三级|招商|建设|工程"
        r"|民生|服务|实事){0,2}(?:指标|项目|事项|实事|实事项目|工程)(?:名称|内容)?|名称|内容|事项",
    ),
    (
        "other",
        r"备注|说明|(?:指标|项目|建设)?(?:属性|类别|类型|性质)|分类|所属(?:行业|区域|乡镇|园区|领域)|行业"
        r"|产业|领域|板块|(?:建设|项目)?(?:地点|地址|位置)|联系人|(?:联系)?电话|联系方式|来源|数据来源"
        r"|(?:分管|牵头|包联|包抓|挂钩|责任|县级|区级|联系)(?:责任)?(?:领导|人)|(?:目前|当前|最新)?(?:进展"
        r"|进展情况|完成情况)",
    ),
)
_HEAD = lazy("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS))
_WHO = lazy(
    r"(?:责任)?单位(?:名称)?|乡镇(?:\(街道\))?|镇街|镇办|县区|县?市区|区县|部门|地区|园区|板块|乡镇街道"
)
_MEASURE = lazy(r"[\u4e00-\u9fff]{2,12}\([^()\d]{1,8}\)")
_UNIT = lazy(r"\([^()]{1,10}\)")
#: The first line of a head on two lines, where the second is a head too: 责任 / 单位.
_HALF = lazy(rf"责任|完成|牵头|配合|计量|承办|主办|年度|计划|{_YEAR}")
LONGEST = 16
_LEAST, _MOST = 3, 14


#: A head that only names a year.
_YEAR_ALONE = lazy(_YEAR)


class Head(NamedTuple):
    """A column: what its cells hold, and which of the pieces say so."""

    kind: Kind
    first: int
    last: int


def may_head(words: str) -> bool:
    """Whether a piece may be a head, or the first line of one."""
    return len(words) <= LONGEST and (
        _HEAD.fullmatch(words) is not None or _HALF.fullmatch(words) is not None
    )


def heads(pieces: Sequence[str], *, broken: bool) -> list[Head]:
    """The heads that stand at the beginning of ``pieces``, of which some may be ``broken`` over two; none where no table
    of targets, tasks or projects has such heads."""
    found: list[Head] = []
    at = 0
    while at < len(pieces) and len(found) <= _MOST:
        kind, size = _head(pieces[at : at + 2], broken=broken)
        if kind is None and _is_matrix(pieces, found) and _MEASURE.fullmatch(pieces[at]):
            kind, size = "figure", 1
        if kind is None or (kind == "number" and found):
            break
        if size > 1 and at and _YEAR_ALONE.fullmatch(pieces[at]) and _YEAR_ALONE.fullmatch(pieces[at - 1]):
            return []  # two years over heads of their own
        found.append(Head(kind, at, at + size - 1))
        at += size
    if _is_matrix(pieces, found):
        first = 1 if found[0].kind == "number" else 0
        found[first] = found[first]._replace(kind="who")
    return found if _is_table(found) else []


def _head(pieces: Sequence[str], *, broken: bool) -> tuple[Kind | None, int]:
    own = _kind(pieces[0])
    if len(pieces) < 2 or len(pieces[1]) > LONGEST:
        return own, 1
    if own and _UNIT.fullmatch(pieces[1]):
        return own, 2
    if broken and (_HALF.fullmatch(pieces[0]) or not own or not _kind(pieces[1])):
        joined = _kind(pieces[0] + pieces[1])
        if joined:
            return joined, 2
    return own, 1


def _kind(words: str) -> Kind | None:
    hit = _HEAD.fullmatch(words) if len(words) <= LONGEST else None
    return hit.lastgroup if hit else None  # type: ignore[return-value]


def _is_matrix(pieces: Sequence[str], found: Sequence[Head]) -> bool:
    """Whether the table has a unit a row and an indicator a column, each with its measure in brackets."""
    first = 1 if found and found[0].kind == "number" else 0
    below = pieces[first + 1 : first + 2]
    return (
        bool(below) and _WHO.fullmatch(pieces[first]) is not None and _MEASURE.fullmatch(below[0]) is not None
    )


def _is_table(found: Sequence[Head]) -> bool:
    kinds = {head.kind for head in found}
    if not _LEAST <= len(found) <= _MOST:
        return False
    named = "name" in kinds and bool(kinds & {"unit", "target", "figure"})
    return named or ("actors" in kinds and bool(kinds & {"name", "words"})) or {"who", "figure"} <= kinds
