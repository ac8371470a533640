"""Clauses that govern nothing behind them: a number said again (力争8.5%), and how far a work gets (二期10月底前投产)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from luoshi.reading.clauses import Clause, holds
from luoshi.reading.openings import lazy, quick

#: What a work gets to.
STAGE = (
    r"(?:开工|动工|竣工|完工|建成|投产|投用|达产|通车|完成|交付|到位|启用|投入使用|投入运营|运营|验收|签约|落地"
    r"|开业|开园|开街|开馆|开学|招生|贯通|封顶|通水|通气|通电|供气|供热|供水|并网|入住|分配入住|交房|腾空"
    r"|进场|销号|清零|见效|满产|试生产|试运行)"
)
#: Words between a promise, or what is counted, and its number.
REACHING = r"(?:突破|达到?|超过?|实现|完成|为|在|到|约|近|过|至|增长|转正|并|回升|提高|提升|保持|稳定|控制|保证){0,6}+"
_AGAIN = lazy(
    r"(?:\s|[并且]|也|还|实际|工作中|执行中|确保|力争|争取|力求|务必|奋力|冲刺|到?(?:全年|年内|今年|当年|年底前?|20\d\d年)"
    r"|总量|总数|总额|累计|增速|增幅|突破|达到?|超过?|超|实现|完成|为|约|近|至|到|增长|增至|回升|提高|提升"
    r"|保持在?|稳定在?|控制在?|不低于|不少于|不超过){1,8}+"
)
_MARKS = quick(r"[，,、；;。]")
_STAGED = quick(rf"{STAGE}(?:{STAGE}|建设|使用|仪式|手续){{0,2}}[）)]?$")
# 9月底前全面完工: what says no more than when and how far.
_LIMIT = lazy(
    rf"(?:全面|全部|正式|主体|分别|陆续|集中|实现|如期){{0,2}}+(?:{STAGE}(?:{STAGE}|建设|使用){{0,2}}+|到岗|挂牌|揭牌|上线"
    rf"|形成产能|(?:办结|办完|取得|拿到)[^，,；;。]{{0,4}}(?:手续|证|批[复文]|许可))[）)]?"
)
# 11月底前全部完成: what is said of all that stands before it.
_OF_ALL = lazy(
    rf"(?:要|须|必须)?(?:全部|全面)(?:建设|改造|整改|治理|拆除|办理|约谈|处置)?(?:{STAGE}|拆除|办结|约谈|整改"
    rf"|到岗|上线|入库)(?:{STAGE}|到位|建设|使用){{0,2}}[）)]?"
)
LEAD = lazy(
    r"\s{0,4}(?:(?:上述|以上|前述)(?:工程|项目|任务|工作)?)?(?:并|也|都|均|全部|要|将|须|应|且|限){0,4}(?:确保|力争|争取|力促|务必|计划|预计|必须)?(?:在|于|到)?"
)
_SHORT = 14


def again(text: str, clauses: Sequence[Clause], at: int, numbers: Sequence[int]) -> int:
    """Where clauses[at] says the number of the clause before it again, and names nothing, the place of its number; else 0."""
    if not at or clauses[at - 1].mark not in (",", "，"):
        return 0
    clause, before = clauses[at], clauses[at - 1]
    first = bisect_left(numbers, clause.start)
    if first == len(numbers) or numbers[first] >= clause.end or not holds(numbers, before.start, before.end):
        return 0
    number = numbers[first]
    if not _AGAIN.fullmatch(text, clause.start, number):
        return 0
    mark = _MARKS.search(text, number, clause.end)
    return number if (mark.start() if mark else clause.end) - number <= _SHORT else 0


def parted(clauses: Sequence[Clause], first: int, index: int) -> bool:
    """Whether a semicolon stands between clauses[first] and clauses[index]."""
    return any(one.mark in ("；", ";") for one in clauses[first:index])


def among(text: str, clauses: Sequence[Clause], first: int, index: int) -> bool:
    """Whether what stands up to clauses[index] since the last semicolon goes on with what was counted before it: ;其中工业项目3个."""
    at = index
    while at > first + 1 and clauses[at - 1].mark not in ("；", ";"):
        at -= 1
    return text.startswith("其中", clauses[at].start)


def staged(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] ends with how far a work gets."""
    return _STAGED.search(text, start, end) is not None


def of_all(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] says of all that stands before how far it gets: 全部完成."""
    return _OF_ALL.fullmatch(text, start, end) is not None


def limits(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] says how far a work gets and no more: 全面完工."""
    return _LIMIT.fullmatch(text, start, end) is not None
