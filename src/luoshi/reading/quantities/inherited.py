"""What a number takes from the one before it: 新引进项目30个,其中国家级3个."""

from __future__ import annotations

from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import naming, wording, words
from luoshi.reading.quantities.items import Item

_TOTAL = lazy(r"^(?:企业|项目)?(?:总数|总量|总规模|数量|保有量|累计总数)$")
_TOTAL_OF = lazy(r"总(?:装机|里程|面积|产能|户数|人数|床位)")
_COMPARED = quick(r"增速|高于|快于|低于|占比")
# 5000万元以上的工业项目12个,亿元以上的5个; 新建41项、续建35项; 已签约项目30个,再签约9个.
_ONLY_SIZE = lazy(
    r"(?:总?投资额?)?(?:超过?|过|达)?(?:[\d.]{1,8}[十百千万亿]{1,3}美?元或)?[\d.]{0,8}[十百千万亿]{1,3}美?元(?:以上|以下|级)的?"
    r"|[\d.]{1,8}(?:[-~—至][\d.]{1,8})?[十百千万亿]{1,3}美?元的?"
)
ONLY_YEARS = lazy(r"[两三四五\d]年")
_ONLY_STATE = lazy(r"续建|在建|拟建|结转|改扩建|技改|待建|前期|收尾|预备")
_TOTALLED = quick(r"(?<=[\u4e00-\u9fff]{2})(?:总数|总量)$")
_DONE = frozenset({"完工", "动工", "通车", "交付"})
_STATE = quick(rf"^(?:{_ONLY_STATE.pattern})(?=[\u4e00-\u9fff\d]{{2}})")
# 首批30套8月起配租: the first of what has just been counted.
FIRST_OF = lazy(r"(?:首|第[一二])[批期]")
_ALREADY = quick(
    r"^(?:已(?:签约|开工|竣工|建成|引进|入驻|投产|落地)|(?:现有|现存|目前有?)(?:(?:19|20)\d\d年[^的]{2,8}的)?)"
)
_BOTH_WAYS = {"内资": "外资", "外资": "内资"}
_GROWN = quick(r"(?:净增加?|新增|增加)$")
_AGAINST = lazy(r"^(?:占(?!地)|(?:增[速幅])?(?:高于|低于|快于|好于|优于)[全省市国县区])")
_LEVEL_LAST = lazy(r"(?:国家|[国省市区县镇])级$")
_REACHING = lazy(r"^(?:惠及|受益|涉及|覆盖|可容纳|总|实际|合同|协议|续建|在建|拟建|结转|改建|扩建|技改)")
_QUALIFIED = quick(
    r"^(?:.*(?:以上|以下)的?|[国省市区县]家?级|[1-5]?A级|[\u4e00-\u9fff]{1,6}类(?=[\u4e00-\u9fff]{2})|新增?)"
)
_VERBS_AT_END = quick(rf"(?:{words.VERB}){{1,6}}$")
_ALL_DO = lazy(rf"全[省市区县镇](?P<verb>(?:{words.VERB}){{1,3}})")
_NEW = lazy(r"^(?:新增加?|净增加?)")
_PHYSICAL = frozenset({"count", "people", "length", "area", "mass", "energy"})
# 开工20个,年内完成15个: another stage of the same things.
_DONE_OF = quick(r"(?<!计划)完成(?:约|近|超过?)?$")
_BEGUN = lazy(r"(?:新?开工|启动|动工|签约)")
#: Verbs that name what they are done to: 供地 of no 闲置土地.
_WHOLE = frozenset({"供地", "征地", "拆违", "拆迁"})
_LIGHT = quick(r"(?:完成|实现)$")
_REACHED = quick(r"达到?(?:约|近|超)?$")
_ONWARD = frozenset({"前移", "前进", "进位", "提升", "跃升"})
# 比重年均增长5%,2030年达到50%: the second is no rise.
_BY_A_YEAR = quick(r"20\d\d年[底末]?(?:要|力争|确保|将)?(?:达到?|提高到)(?:约|近|超)?$")
# 工业项目协议额突破220亿元,20亿元以上的不少于3个: of the things whose money that is.
_OF_THINGS = quick(
    r"(?P<things>(?:工业|产业|制造业|服务业|农业|外资|内资|招商|签约|技改)?(?:项目|企业))(?:总?协议|合同|到位|总?投资|产值)[\u4e00-\u9fff]{0,4}$"
)
STAGES = ("交付", "封顶", "投用", "开工", "竣工", "投产", "完工", "建成", "通车", "入住", "完成")
#: 可研批复, 前期手续: what 其中亿元以上4个 counts, where no word of things ends it.
_HEAD_MOST = 8


def leans(left: str) -> bool:
    """Whether the words before a number need what was counted before: nothing, a bare verb, 总数, 高于全市."""
    bare = wording.head(wording.tail(left).rest)
    return (
        not bare
        or naming.VERBS.fullmatch(bare) is not None
        or _TOTAL.match(bare) is not None
        or _ONLY_SIZE.fullmatch(bare) is not None
        or bare in _ONWARD
        or bare in _DONE
        or _ONLY_STATE.fullmatch(bare) is not None
        or FIRST_OF.fullmatch(bare) is not None
        or _TOTAL_OF.fullmatch(bare) is not None
        or ONLY_YEARS.fullmatch(bare) is not None
        or _AGAINST.match(left) is not None
    )


def of_previous(plain: Item, bare: str, left: str, previous: Item) -> Item | None:
    """The item whose words are those of the item before: its own are missing, a bare verb, 总数 or a comparison."""
    numeral, same = plain.numeral, same_unit(plain.numeral, previous)
    if not bare and same and _DONE_OF.search(left) and _BEGUN.match(previous.verb):
        return plain._replace(verb="完成", thing=previous.thing)
    if not bare and not (_LIGHT.search(left) and _differ(numeral, previous.numeral)):
        counted = again(plain, previous, _BY_A_YEAR.search(left) is not None)
        verb = _NEW.sub("", counted.verb) if _REACHED.search(left) else counted.verb
        return counted._replace(verb=verb, growth_of=True)
    if bare in _ONWARD and previous.thing.endswith("位次"):
        return plain._replace(thing=previous.thing + bare)
    if same and _TOTAL_OF.fullmatch(bare) and previous.thing.endswith(bare[1:]):
        return plain._replace(thing=previous.thing.removesuffix(bare[1:]) + bare)
    if numeral.base_unit == "%" and not bare and _LIGHT.search(left) and previous.thing.endswith("投资"):
        return plain._replace(thing=previous.thing + "完成比例")
    if _TOTAL.match(bare) or _AGAINST.match(bare):
        return plain._replace(thing=_GROWN.sub("", _COMPARED.split(previous.thing)[0]) + bare)
    if same and _ONLY_STATE.fullmatch(bare) and previous.thing and not naming.VERBS.fullmatch(previous.thing):
        return plain._replace(thing=bare + _STATE.sub("", previous.thing))
    if (
        same
        and bare not in _WHOLE
        and (bare in _DONE or naming.VERBS.fullmatch(bare))
        and previous.thing
        and not naming.VERBS.fullmatch(previous.thing)
    ):
        thing = _TOTALLED.sub("", _STATE.sub("", _ALREADY.sub("", previous.thing)))
        if not previous.verb and bare in STAGES and thing.startswith("新"):
            return plain._replace(thing=thing + bare)
        return plain._replace(verb=bare, thing=_VERBS_AT_END.sub("", thing) or thing)
    return None


def same_unit(numeral: Numeral, previous: Item) -> bool:
    """Whether a number is counted in the unit of the item before it."""
    return numeral.base_unit == previous.numeral.base_unit


def _differ(one: Numeral, other: Numeral) -> bool:
    """Whether two numbers count different things: so many 个 and so many 亩."""
    return {one.kind, other.kind} <= _PHYSICAL and one.base_unit != other.base_unit


def again(plain: Item, previous: Item, reached: bool = False) -> Item:
    """The same things counted once more; ``reached`` where the number is no rise though the one before it is."""
    said = plain.said
    if previous.said.rises and not said.falls and not reached and same_unit(plain.numeral, previous):
        said = said._replace(rises=True)
    return plain._replace(verb=previous.verb, thing=previous.thing, said=said)


def verb_of(bare: str) -> tuple[str, str]:
    """The verbs that an indicator begins with, and the rest; no verb where nothing else is left."""
    found = naming.VERBS.match(bare)
    return (found.group(), bare[found.end() :]) if found and found.end() < len(bare) else ("", bare)


def inherit(made: Item, previous: Item | None) -> Item:
    """其中国家级3个 takes verb and head of what stands before it; 专场招聘会6场 takes the verb."""
    if previous is None or made.verb:
        return made
    if not previous.verb and (own := _ALL_DO.match(previous.thing)):
        previous = previous._replace(verb=own["verb"], thing=previous.thing[own.end() :])
    if (of := _OF_THINGS.search(previous.thing)) and _ONLY_SIZE.fullmatch(made.thing):
        return made._replace(thing=made.thing.rstrip("的") + of["things"])
    same = made.numeral.kind == previous.numeral.kind or {made.numeral.kind, previous.numeral.kind} <= {
        "count",
        "people",
    }
    physical = {made.numeral.kind, previous.numeral.kind} <= _PHYSICAL and _NEW.match(previous.verb)
    if made.thing.endswith(("总数", "总量")):
        return made
    if not (same or physical) or _REACHING.match(made.thing) or naming.VERBS.fullmatch(made.thing):
        return made
    thing = made.thing
    if thing in _BOTH_WAYS and previous.thing.endswith(_BOTH_WAYS[thing]):
        return made._replace(thing=previous.thing[: -len(thing)] + thing, verb=previous.verb)
    level = _LEVEL_LAST.search(previous.thing)
    if level and _LEVEL_LAST.fullmatch(thing):
        return made._replace(thing=previous.thing[: level.start()] + thing, verb=previous.verb)
    head = words.HEADS.search(previous.thing)
    if head and words.QUALIFIER.search(thing) and not words.HEADS.search(thing):
        qualified = _QUALIFIED.sub("", previous.thing) if len(previous.thing) <= 16 else head.group()
        thing = thing.rstrip("的") + qualified if len(thing) < 8 else thing.rstrip("的") + head.group()
    elif not head and _ONLY_SIZE.fullmatch(thing) and _can_head(previous.thing):
        thing = thing.rstrip("的") + previous.thing
    return made._replace(thing=thing, verb=previous.verb if previous.verb not in ("推进", "加快") else "")


def _can_head(thing: str) -> bool:
    return 1 < len(thing) <= _HEAD_MOST and not _ONLY_SIZE.fullmatch(thing)
