"""What a number leaves unsaid because the number, the clause or the list before it has said it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import words
from luoshi.reading.quantities.items import Item
from luoshi.reading.sentence import Sentence

#: Money that is of what has just been counted.
_MONEY = frozenset(
    (
        "经费", "资金", "投入资金", "金额", "总金额", "专项资金", "补助资金", "贷款", "协议资金", "合同资金", "协议投资", "协议投资额", "协议金额",
        "协议总投资", "合同投资", "合同投资额", "合同金额", "计划投资额", "概算投资",
    )
)  # fmt: skip
_NEXT = lazy(r"[、，,](?:计划|预计|安排|落实|到位|争取|涉及|带动|协议|合同)?")
_AMONG = lazy(r"(?:大关|关口|新?台阶|门槛)?[、，,；;\s]{0,3}其中[，,]?")
_SHARE = quick(r"(?:占比|比例|比重)$")
# 限上商贸企业18家,其中批发业6家: a trade of the same restricted firms.
_TRADE = lazy(r"(?P<verb>新增|净增|新培育|培育|新入库)?(?P<trade>[\u4e00-\u9fff]{1,8}(?<!企)业)")
_FIRMS = quick(
    r"^(?P<bound>(?:限上|规上|规模以上|限额以上|[国省市县]级|亿元以上)?)[\u4e00-\u9fff]{0,8}?(?P<head>企业|单位|主体)$"
)
# 单位生产总值能耗下降3%,用水量下降4%: used for the same unit of output.
_PER = lazy(
    r"(?P<per>(?:单位|万元|每万元)[\u4e00-\u9fffA-Z]{2,10}?)(?:能耗|水耗|用水量|电耗|碳排放|二氧化碳排放|用地)"
)
_USED = frozenset({"用水量", "水耗", "能耗", "电耗", "碳排放", "用地"})
_ADDED = quick(r"新增$")
_APIECE = lazy(r"每[个家名支处][\u4e00-\u9fff]{1,8}")
# 对去年结转的未落地项目逐个过堂,9月底前消化25个.
_TOLD_OF = lazy(
    r"\s{0,2}(?:并|要)?(?:针?对|盯紧|紧盯|围绕)(?P<name>[^，,；;。\d]{3,24}?)(?:逐[个项宗一户]|分类|全面|开展"
    r"|实行|建立|进行|集中|挂图|“一)[^，,；;。\d]{0,12}"
)
_ACTS = lazy(rf"(?:{words.VERB}|收回|清退|销号|完成){{1,2}}")
_COVERS = lazy(r"覆盖")
# 甲区、乙镇各签约项目8个、5个: each its own number.
_EACH = lazy(
    r"(?P<areas>[^、，,；;。各]{2,8}(?:、[^、，,；;。各]{2,8}){1,11})各(?:完成)?(?P<what>[^，,；;。、]{2,20})"
)
_OTHERS = lazy(r"其[余他](?P<what>[\u4e00-\u9fff]{0,6})各?")

# 规上产值400亿元,其中服装90亿元: a part of the same measure.
_OF_MEASURE = quick(
    r"(?:(?:规上|规模以上)?(?:工业|服务业|农业)?(?:总产值|产值|增加值)|营业收入|销售收入|销售额|零售额"
    r"|进出口总?额|固定资产投资|(?<!计划)(?<!总)投资)$"
)
_MEASURED = quick(
    r"(?:[值额率量度比]|比重|收入|税收?|投资|支出|预算|存款|贷款|零售|出口|进口|外资|内资|资金|融资|总数|GDP"
    r"|收|款|贷|债券?|利润|补助)$"
)
# 新增学位2000个,其中幼儿园600个.
_PLACES = quick(r"(?:学位|床位|[停泊]?车位|泊位|岗位)$")
_PART_MOST = 10
# 新增市级龙头企业9户,省级2户: the same of another level.
_LEVEL = r"(?:国家|[国省市州县区])级"
_ONLY_LEVEL, _OF_LEVEL = lazy(_LEVEL), lazy(rf"(?:{_LEVEL})(?P<head>[\u4e00-\u9fff“”]{{2,16}})$")
# 污水处理率:市区97%,县城90%: one rate, place by place.
_RATE_OF = quick(r"(?P<rate>[\u4e00-\u9fff]{2,12}(?:率|比例|比重))[:：]\s?(?:其中)?$")
_PART_OF = lazy(r"(?:重点|建制)?(?P<name>市区|城区|县城|主城区|中心城区|建成区|农村|乡镇|集?镇|村庄)")
_RATE_MOST = 24
#: How far before a part its list may begin.
_LIST = 60
# 总产值18亿元;…总产值突破25亿元: the same measure for another year.
_AGAIN = frozenset(
    {
        "总产值",
        "产值",
        "总收入",
        "营业收入",
        "销售收入",
        "总产量",
        "产量",
        "面积",
        "总面积",
        "总量",
        "总规模",
        "增加值",
        "销售额",
        "总额",
    }
)
_PARTED = frozenset("；;")
_EACH_OF = lazy(r"(?P<each>每[个家座处次场条片批期])(?P<own>[\u4e00-\u9fff]{0,4})")
_REACHES = quick(r"达到?|提高到|不低于|为|超过|保持在|稳定在|突破|以上$")
_A_RATE = quick(r"(?:率|比例|比重)$")
_GROUP = quick(r"(?:人群|人口|人员|群体|居民|社区|[乡村镇县区市]|学生|儿童|家庭|户籍|农村|城区|城市)$")
_SOWN = lazy(r"(?P<crop>[\u4e00-\u9fff]{2,6}?)(?:播种|种植|栽培)?面积$")
_YIELD = frozenset({"总产量", "总产", "产量", "单产"})

Step = Callable[[Item, Item, str], Item]


def said(items: Sequence[Item], sentence: Sentence) -> list[Item]:
    """The items with what they leave unsaid."""
    out = [_once_more(_of_topic(one, sentence), sentence) for one in items]
    out = _place_by_place(out, sentence)
    for index in range(1, len(out)):
        for step in _STEPS:
            out[index] = step(out[index], out[index - 1], sentence.text)
        if out[index].indicator in _AGAIN:
            out[index] = _same_measure(out[index], out[:index], sentence.text)
    return _dealt(out)


def _place_by_place(items: list[Item], sentence: Sentence) -> list[Item]:
    """污水处理率:市区97%,县城90%: the rate in front of the colon, for each part of the place."""
    rate = ""
    for index, one in enumerate(items):
        part = _PART_OF.fullmatch(one.indicator) if one.numeral.base_unit == "%" and not one.verb else None
        if part is None:
            rate = ""
            continue
        place = sentence.text.rfind(one.indicator, sentence.start, one.numeral.start)
        named = _RATE_OF.search(sentence.text, max(sentence.start, place - _RATE_MOST), place)
        rate = named["rate"] if named else rate
        rate = rate[2:] if rate.startswith("全") else rate
        if rate:
            items[index] = one._replace(thing=rate, area=one.indicator)
    return items


def _level(one: Item, last: Item, text: str) -> Item:
    """新增市级龙头企业9户,省级2户: the same of another level."""
    if one.numeral.unit != last.numeral.unit or not _ONLY_LEVEL.fullmatch(one.indicator):
        return one
    whole = _OF_LEVEL.match(last.thing)
    return one._replace(verb=last.verb, thing=one.indicator + whole["head"]) if whole else one


def _once_more(one: Item, sentence: Sentence) -> Item:
    """上云企业新增300家 counts 新增上云企业; 每个分局不少于3人 counts 人员."""
    if one.verb:
        return one
    if one.numeral.kind == "count" and len(one.thing) > 4 and _ADDED.search(one.thing):
        return one._replace(verb="新增", thing=one.thing[:-2])
    if one.numeral.kind == "people" and one.thing[:1] == "每" and _APIECE.fullmatch(one.thing):
        return one._replace(thing=one.thing + "人员")
    return one


def _of_topic(one: Item, sentence: Sentence) -> Item:
    """对结转项目逐个过堂,消化25个: what is done to is named in the clause before."""
    bare = one.indicator
    if not 1 < len(bare) <= 4 or not _ACTS.fullmatch(bare):
        return one
    at = sentence.clause_of(one.numeral.start)
    before = sentence.clauses[at - 1] if at else None
    if before is None or before.mark not in ",，":
        return one
    told = _TOLD_OF.fullmatch(sentence.text, before.start, before.end)
    return one._replace(verb=bare, thing=told["name"]) if told else one


def _money(one: Item, last: Item, text: str) -> Item:
    """争取省级项目80项、资金1亿元: the money of what has just been counted."""
    counted = last.numeral.kind == "count" and len(last.indicator) > 2
    if counted and one.numeral.kind == "money" and one.indicator in ("到位", "争取到位"):
        return one._replace(verb="", thing=last.thing + "到位资金")
    if one.numeral.kind != "money" or one.indicator not in _MONEY or not counted:
        return one
    near = _NEXT.match(text, last.end, one.numeral.start) and words.BOUNDARY.match(text, one.end)
    return one._replace(verb="", thing=last.indicator + one.indicator) if near else one


def _concerned(one: Item, last: Item, text: str) -> Item:
    """公路投资48亿元,涉及项目4个: how many works the money is for."""
    if one.indicator != "涉及项目" or last.numeral.kind != "money" or len(last.thing) < 4:
        return one
    return one._replace(verb="", thing=last.thing + one.indicator) if last.thing.endswith("投资") else one


def _share(one: Item, last: Item, text: str) -> Item:
    """签约亿元以上项目90个,其中工业项目占比65%: a share of what has just been counted."""
    if (
        one.numeral.kind != "ratio"
        or last.numeral.kind not in ("count", "area", "people")
        or "中" in last.thing
    ):
        return one
    part = _AMONG.match(text, last.end, one.numeral.start) and _SHARE.search(one.thing)
    head = words.HEADS.search(last.thing) if part else None
    return one._replace(verb="", thing=f"{last.verb}{head.group()}中{one.indicator}") if head else one


def _trade(one: Item, last: Item, text: str) -> Item:
    """新增限上商贸企业18家,其中批发业6家: firms of a trade, restricted as all of them are."""
    own = _TRADE.fullmatch(one.indicator) if one.numeral.unit == last.numeral.unit else None
    firms = _FIRMS.search(last.thing) if own else None
    if not own or not firms:
        return one
    return one._replace(verb=own["verb"] or last.verb, thing=firms["bound"] + own["trade"] + firms["head"])


def _part(one: Item, last: Item, text: str) -> Item:
    """规上工业产值400亿元,其中服装90亿元: 服装 of the same measure."""
    if one.numeral.kind != last.numeral.kind or not 1 < len(one.thing) <= _PART_MOST:
        return one
    gap = text[last.end : one.numeral.start]
    if gap[:1] != "、" and not ("其中" in gap and _AMONG.match(gap)) and not _goes_on(gap, text, one):
        return one
    if one.numeral.kind == "money" and not one.verb and not _MEASURED.search(one.thing):
        measure = _OF_MEASURE.search(last.thing)
    else:
        alike = one.verb == last.verb and one.numeral.unit == last.numeral.unit and one.thing[-1] != "位"
        measure = _PLACES.search(last.thing) if alike else None
    return one._replace(thing=one.thing + measure.group()) if measure else one


def of_measure(part: str, whole: str) -> str:
    """高速公路 of 交通固定资产投资 is 高速公路投资; a part that is a measure itself stays."""
    measure = None if _MEASURED.search(part) or not 1 < len(part) <= _PART_MOST else _OF_MEASURE.search(whole)
    return part + measure.group() if measure else part


def _goes_on(gap: str, text: str, one: Item) -> bool:
    """其中高速公路30亿元,普通公路50亿元: another part behind a comma."""
    if gap[:1] not in ("，", ","):
        return False
    before = text[max(0, one.numeral.start - _LIST) : one.numeral.start]
    parts = before.rfind("其中")
    return parts >= 0 and _PARTED.isdisjoint(before[parts:])


def _same_measure(one: Item, before: Sequence[Item], text: str) -> Item:
    """2024年设施农业总产值18亿元;2026年总产值突破25亿元: behind a semicolon the measure is named short."""
    for last in reversed(before):
        parted = not _PARTED.isdisjoint(text[last.end : one.numeral.start])
        same = last.numeral.base_unit == one.numeral.base_unit and last.thing.endswith(one.indicator)
        if parted and same and len(last.thing) > len(one.indicator):
            return one._replace(verb="", thing=last.thing)
    return one


def _of_rate(one: Item, last: Item, text: str) -> Item:
    """家庭医生签约率达到70%,重点人群达到85%: a group of those of whom the rate before it is said."""
    both = one.numeral.base_unit == last.numeral.base_unit == "%" and not one.verb
    if not both or not 1 < len(one.thing) <= _PART_MOST or one.said.rises or one.said.falls:
        return one
    gap = text[last.end : one.numeral.start]
    if not _PARTED.isdisjoint(gap) or not _REACHES.search(gap) or _MEASURED.search(one.thing):
        return one
    rate = _A_RATE.search(last.thing)
    return one._replace(thing=one.thing + last.thing) if rate and _GROUP.search(one.thing) else one


def _crop(one: Item, last: Item, text: str) -> Item:
    """粮食播种面积30万亩,总产量12万吨: what is grown there."""
    crop = _SOWN.match(last.thing) if one.thing in _YIELD and not one.verb else None
    return one._replace(thing=crop["crop"] + one.thing) if crop else one


def _per(one: Item, last: Item, text: str) -> Item:
    per = _PER.match(last.indicator) if one.indicator in _USED else None
    return one._replace(verb="", thing=per["per"] + one.indicator) if per else one


def _covers(one: Item, last: Item, text: str) -> Item:
    """选派科技特派员260名,覆盖90%的行政村: who covers so many has just been counted."""
    counted = last.numeral.kind in ("count", "people") and len(last.thing) > 1
    near = text[last.end : last.end + 1] in ("，", ",", "、")
    if one.numeral.kind != "ratio" or not counted or not near or not _COVERS.match(one.indicator):
        return one
    return one._replace(verb="", thing=last.thing + one.indicator)


def _beside(one: Item, last: Item, text: str) -> Item:
    """不少于8个批次2600亩: two measures of one thing are bounded alike."""
    beside = one.numeral.start == last.numeral.tail and last.said.comparator in ("ge", "gt", "le")
    unsaid = one.said.comparator is None and one.after is None
    return one._replace(said=one.said._replace(comparator=last.said.comparator)) if beside and unsaid else one


def _each(one: Item, last: Item, text: str) -> Item:
    """建示范片2个,每个不少于500亩: what each of them is."""
    each = _EACH_OF.fullmatch(one.indicator) if one.indicator[:1] == "每" else None
    if each is None or last.numeral.kind != "count" or len(last.thing) < 2 or last.indicator[:1] == "每":
        return one
    own = each["own"].removeprefix(last.thing[-2:])
    return one._replace(verb="", thing=each["each"] + last.thing + own)


_STEPS: tuple[Step, ...] = (
    _each,
    _level,
    _money,
    _concerned,
    _share,
    _trade,
    _part,
    _of_rate,
    _crop,
    _per,
    _covers,
    _beside,
)


def _dealt(items: list[Item]) -> list[Item]:
    """甲区、乙镇各签约项目8个、5个,其余乡镇各1个: each area has its number."""
    out = list(items)
    for index, one in enumerate(items):
        each = _EACH.fullmatch(one.verb + one.thing)
        if each is None:
            continue
        areas = each["areas"].split("、")
        row = items[index : index + len(areas)]
        same = all(other.numeral.unit == one.numeral.unit for other in row) and all(
            other.thing == one.thing for other in row
        )
        if len(row) != len(areas) or not same:
            continue
        for place, area in enumerate(areas):
            out[index + place] = row[place]._replace(verb="", thing=each["what"], area=area)
    return _with_others(out)


def _with_others(items: list[Item]) -> list[Item]:
    """The rest of the areas count the same."""
    for index in range(1, len(items)):
        before, other = items[index - 1], items[index]
        rest = _OTHERS.fullmatch(other.thing) if before.area and not other.verb else None
        if rest:
            items[index] = other._replace(verb=before.verb, thing=before.thing, area="其余" + rest["what"])
    return items
