"""A number before what it counts: 25个签约项目."""

from __future__ import annotations

from luoshi.reading import asides
from luoshi.reading.model import Comparator
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import inherited, naming, wording, words
from luoshi.reading.quantities.items import Item

_ONLY_DONE = lazy(rf"(?:{words.VERB}|动工|完工|交付|拆除|搬迁|交房|到位|入住)++")
_SIZED = quick(
    r"(?:(?:总投资额?|计划投资|投资额?|总建筑面积|总规模|产值|年产值|占地)?(?:超过?|约|近|达到?"
    r"|过)?[\d.]{0,12}[十百千万]{0,3}[亿万]?(?:美?元|平方米|亩)(?:以上)?的?"
    r"|[一二三四五六七八九十\d]{1,6}(?:大?类|个(?:片区|县区|乡镇|镇街|街道|县|镇)))$"
)
_FUND_SIZE = quick(r"(?:总|首期)?规模$")
_EMPTY = lazy(r"^(?:完成|实现|达到|实施|推进|推动|加快|确保|做好|抓好|开展|组织){1,6}$")
_OWN_VERB = quick(rf"{words.LIGHT}|(?:[为对给]|推动|推进|帮助|支持|助力|促进|力促|督促|引导|鼓励)$")
_CLASS = quick(r"^(?:元?级的?|口(?![岸袋径碑腔罩]))")
_WHEN = quick(
    rf"(?:计划|预计|力争|争取|确保)?[在于]{words.TIME}|(?:计划|预计|力争|争取|确保){words.TIME}"
    rf"|(?<=[项目工程企业用地]){words.TIME}(?=全部|全面|开工|竣工|投产|投用|建成|完工|签约|落地)"
)
# 吊装就位 11月20日前 马某某: the columns of a table that has lost its lines.
_COLUMN = quick(
    r"(?<=[\u4e00-\u9fff]{2}) ?(?:\d{1,2}月(?:\d{1,2}日|[底末初份]|[上中下]旬)?|年底|年内|封冻|春节|[一二三四]季度)前?"
    r"(?= [\u4e00-\u9fff]{2,4} [\u4e00-\u9fff])"
)
_HANGING = quick(r"(?:以及|[与及和])$")
_LIFT = quick(r"(?:提升|提高|改善)$")
WORK_DONE = lazy(r"的?(?:工程量|任务量|建设任务|形象进度)")
_FIRST_TIME = quick(rf"^(?:{words.TIME})起?")
# 不动产登记一般业务3个工作日办结: what is done within a time, whatever verbs its name holds.
_WITHIN = lazy(
    r"(?:内|以内|之内)?(?:全部|全程|限时)?(?:办结|办理完毕|完成(?:审批|办理|登记)?|办好|出证|办理|拿证|审结|答复|响应|到场|回访|交房|拿地)"
)
# 其中首批20户须于5月底前完工; 剩余路面摊铺11月底前完成: how firmly and until when is no part of what.
_MUST = quick(
    rf"(?:必须|务必|须|应|需|要)(?:[于在])?(?:{words.TIME})?(?:全部)?(?={words.VERB}|动工|完工|交付|拆除)"
)
_DONE_BY = quick(
    rf"(?<=[^，,；;。]{{2}}){words.TIME}(?:(?:全部|全面)?完成$|(?=完成(?:搬迁|关[停闭]|整[改治]|改造|治理|拆除|验收|升级|提标|安装)[\u4e00-\u9fff]{{0,6}}$)|(?=(?:全部|全面|主体)?(?:{asides.STAGE}|投运|拆除)$))"
)
WHICH = lazy(r"的[\u4e00-\u9fff]{2,}")
_USED_FOR = quick(r"逐[一个项]|的?基础上|作为|用于|用来|以便")
_AS_A_TASK = quick(r"(?:工作)?任务$|(?:以内|之内)$")
_NAME_ENDS = quick(r"[、”]")


def read(
    text: str,
    limit: int,
    left: str,
    numeral: Numeral,
    end: int,
    after: Comparator | None,
    previous: Item | None,
    more: bool,
) -> Item:
    """The item of a number that what it counts follows, up to ``limit``."""
    said = wording.tail(left)
    if numeral.kind == "time" and (within := _WITHIN.match(text, end, limit)):
        own = wording.head(wording.cut(said.rest)) + text[end : within.end()].lstrip("内以之")
        return Item(numeral, "", own, (), said, after, within.end())
    lifted = _LIFT.search(left) if numeral.kind in ("count", "people") else None
    if lifted:
        said = wording.Tail(left, None, False, False)
    place = _SIZED.sub("", wording.head(said.rest)).rstrip("的")
    if numeral.base_unit == "%" and left[-1:] in ("、", "和", "与", "及") and WHICH.match(text, end):
        place = ""
    stop = naming.stop(text, end, limit, more)
    if more and stop == limit:
        stop = end + len(wording.tail(text[end:stop]).rest)
    thing = _CLASS.sub("", text[end:stop]).lstrip("的 ").strip()
    thing = _COLUMN.split(thing, 1)[0] if " " in thing else thing
    thing = _WHEN.sub("", _HANGING.sub("", thing) if more else thing)
    thing = naming.unpraised(_USED_FOR.split(thing, 1)[0])
    thing = _MUST.sub("", _DONE_BY.sub("", thing))
    if previous and (some := _some_of(numeral, left, place, thing, previous)):
        return Item(numeral, "", some, (), said, after, stop)
    thing = _AS_A_TASK.sub("", thing) if len(thing) > 6 else thing
    if numeral.style == "multiplier" and "“" in text[max(0, numeral.start - 12) : numeral.start]:
        thing = _NAME_ENDS.split(thing, 1)[0]
        return Item(numeral, "", thing, (), said, after, end + len(thing))
    verb, rest = naming.verb_and_names(place)
    names = naming.named(rest)
    if not verb and previous is not None and _shares_verb(numeral, rest, names, previous):
        verb = "" if _OWN_VERB.search(left) else previous.verb
    if _EMPTY.match(verb) and len(thing) > 3:
        verb = "" if verb != "实施" else verb
    size = _FUND_SIZE.search(place)
    if size and numeral.kind == "money":
        return Item(numeral, "", thing + size.group(), (), said, after, stop)
    if names and WORK_DONE.fullmatch(thing):
        thing = rest + thing
    elif names and len(thing) <= 2 and not words.HEADS.search(thing):
        thing = "、".join(names)
    if rest and not names and not naming.VERBS.search(rest):
        thing = _FIRST_TIME.sub("", thing) if thing.endswith(inherited.STAGES) else thing
        thing = (rest if len(rest) <= 12 else "") + thing
    return Item(numeral, verb, thing, names, said, after, stop)


def _shares_verb(numeral: Numeral, rest: str, names: tuple[str, ...], previous: Item) -> bool:
    """Whether the verb of the number before leads this one too: nothing stands before it, or names behind names."""
    return previous.end <= numeral.start and not rest or bool(names and previous.names)


def _some_of(numeral: Numeral, left: str, place: str, thing: str, previous: Item) -> str:
    """Some of what was counted before, and how far they get: 其中9个年内动工, 首批30套8月起配租; else empty."""
    stage = _FIRST_TIME.sub("", thing)
    if _ONLY_DONE.fullmatch(stage) and _goes_on(numeral, left, previous):
        return naming.verb_and_names(place)[1] + previous.indicator + stage
    if (
        not previous.thing
        or not inherited.same_unit(numeral, previous)
        or not inherited.FIRST_OF.fullmatch(place)
    ):
        return ""
    return place + ("" if previous.thing in thing else previous.thing) + stage


def _goes_on(numeral: Numeral, left: str, previous: Item) -> bool:
    """Whether a number with nothing but a stage behind it counts some of the things before: 其中9个年内动工, 3栋120套交房."""
    some = "其中" in left and inherited.same_unit(numeral, previous)
    return bool(previous.thing) and (some or not left.strip())
