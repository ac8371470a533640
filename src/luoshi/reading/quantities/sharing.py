"""Wordings shared by several numbers: 分别 lists, and the head that only the last of a list names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import wording, words
from luoshi.reading.quantities.items import Item

_VERB = lazy(rf"(?:{words.VERB}){{1,6}}")
# Verbs that count nothing alone, and what stands between two of them and their numbers.
_BARE_VERB = lazy(
    r"(?:续建|在建|储备|新建|改建|扩建|改造|提升|新增|谋划|竣工|投产|签约|新?开工|创建|创成|打造|培育|引进"
    r"|建成|整治|修复|维修){1,2}"
)
_STATE = lazy(r"新建|续建|在建|储备|改建|扩建|技改")
_LONGEST_STAGE = 5
_SAME = lazy(rf"(?:以上|左右)?[、，,和](?:并)?(?:{_BARE_VERB.pattern})?(?:不少于|至少|超过?|约)?")
_AND = frozenset("、和与及")
_OF_THESE = lazy(
    r"(?P<own>[^，,；;。]{1,20}?)等(?:重点|主要|特色|主导|支柱|优势"
    r"|[一二三四五六七八九十两]大){0,3}(?P<head>[^，,；;。]{2,40})"
)
# 投资2亿元,建设甲水库加固工程,新建管网9公里: the money has a work of its own.
_ITS_OWN_WORK = lazy(r"[，,](?:建设|实施|新建|续建|推进|启动|完成)[^，,；;。、\d]{2,24}(?:工程|项目)[，,]")
_INVESTMENTS = frozenset({"资金", "投资", "完成投资", "计划投资", "总投资", "年度计划投资", "年度投资计划"})
#: A thing no longer than this says nothing without the stage before it: 开工项目.
_SHORT = 2
# 完成投资80亿元,其中公路30亿元,力争完成90亿元: the whole again, and more of it.
_MORE_OF_ALL = lazy(r"[，,；;]\s?(?:并)?(?:力争|争取)(?:全年|年内)?(?:完成|达到?|突破|实现)?")
#: Between an investment and the things counted behind it.
_FAR = 40
#: The last of 果蔬、水产品流通率 may be longer by the character that closes its name.
_CLOSES_NAME = frozenset("品区县镇乡业类厂站")
#: 分别 stands so near before its first number.
_APART_MOST = 8
_COUNTS_PLACES = quick(r"\d")
#: 500万元以上项目 counts no places.
_SIZE_OF = lazy(r"(?:总?投资)?[\d.]{1,9}[十百千万亿]{0,3}美?元(?:以上|级)的?")
# 甲路等9条共30公里道路; 剩余的60户、4万平方米拆迁任务.
_IN_ALL = lazy(r"[、，,]?(?:共|合计|共计|总长|全长)(?:约)?")
_THE_REST = frozenset({"剩余", "其余", "全部", "余下"})
_BOTH_FALL = quick(
    r"(?<![\u4e00-\u9fff、])(?P<one>[\u4e00-\u9fff]{2,12})[、和](?P<other>[\u4e00-\u9fff]{2,12}?)(?:在20\d\d年的?基础上)?(?:均|都|继续|持续|实现|保持){0,2}"
    r"“?双?(?:下降|降|增长|提升|压减|翻番|倍增)”?[，,]分别[\u4e00-\u9fff]{0,4}$"
)
_CLAUSE = 50
_BOTH = ("城镇", "农村")
# 12个小区、3000户改造任务: what is done to both.
_WORK_ON = lazy(r"(?P<work>改造|整治|征收|搬迁|拆迁|安置|治理|修缮|加固)(?:任务|工作|工程)?")
# 项目招引、项目开工贡献度分别达到: a measure that only the last names, and parts that are measures themselves.
_MEASURE = quick(
    r"(?:贡献[度率]|增加值|总?产值|营业额|销售额|覆盖率|普及率|合格率|达标率|完成率|入学率|利用率|使用率"
    r"|处理率|综合整治率|排放总?量|浓度)$"
)
_MEASURED = quick(r"(?:[值额率量度比]|比重|收入|税收|投资|支出|预算|存款|贷款|零售|出口|外资|总数|GDP)$")
# 开工率 of what: it is said of things, which the rate before it names.
_RATE_ALONE = lazy(
    r"(?:注册|落地|履约|开工|竣工|投产|达产|建成|到位|转化|办结|满意|回复|响应|完成|合格|利用|入库|入统|纳统"
    r"|整改|签约|复工|兑现|成活|通过|化解|调处|空置|出租|入住|入驻)率"
)
_RATED = lazy(
    r"(?P<of>[\u4e00-\u9fff]{0,8}(?:项目|企业|事项|问题|案件|资金|合同|纠纷|诉求|投诉|工单|隐患|政策|土地"
    r"|厂房))[\u4e00-\u9fff]{2,3}率$"
)
_SEMICOLON = quick(r"[；;]")
_APART = quick(r"[、]|和|与|及|以及")
_ENDS_SIZED = quick(
    r"(?<![\d.])[\d.]{1,12}[十百千万亿]{0,4}(?:元|美元|亩|人|平方米|(?<=[亿万]))(?:以上|级)?$"
    r"|^[一二三四五六七八九十百千万亿]{1,9}元?级$|^[\d.]{1,12}[百千万亿]{1,4}元?级$|[国省市区县]家?级$"
)
_HEAD_AFTER = quick(
    r"(?:(?<![\d.])[\d.]{1,12}[十百千万亿]{0,4}|^[一二三四五六七八九十百千万亿]{1,9}|^[国省市区县]家?)(?:元"
    r"|美元|亩|人|平方米)?(?:以上|级)?(?P<head>(?!以上|[十百千万亿]|美?元|亩|人"
    r"|平方)的?[\u4e00-\u9fff]{2,40})$"
)


def shared(items: Sequence[Item], text: str) -> list[Item]:
    """The items with shared heads given back and 分别 lists dealt out."""
    out = list(items)
    if len(out) < 2:
        return out
    for index in range(len(out) - 2, -1, -1):
        out[index] = _headed(out[index], out[index + 1], text)
    for index in range(len(out) - 2, -1, -1):
        out[index], out[index + 1] = _together(out[index], out[index + 1], text)
    for index, one in enumerate(out):
        out[index] = one = _whole_again(out, index, text)
        if one.thing in _INVESTMENTS and _is_dealt(out, index, text):
            continue
        beside = one.thing != "资金" or index and text.startswith("、", out[index - 1].end)
        if (
            one.growth_of
            and one.thing in _INVESTMENTS
            and index
            and out[index - 1].thing.endswith(one.thing[-2:])
        ):
            out[index] = one._replace(verb=out[index - 1].verb, thing=out[index - 1].thing)
        elif one.thing in _INVESTMENTS and beside and one.verb in ("", "完成"):
            near = [
                one
                for one in out[index + 1 :][:1]
                if one.numeral.start - out[index].end <= _FAR
                and not _SEMICOLON.search(text, out[index].end, one.numeral.start)
                and not _ITS_OWN_WORK.match(text, out[index].end, one.numeral.start)
            ]
            out[index] = _invested(one, _heads(out, index, text) + near)
    if text.find("分别", max(0, out[0].numeral.start - _APART_MOST), out[-1].numeral.start) >= 0:
        _deal(out, text)
    for index in range(1, len(out)):
        out[index] = _of_subject(out[index], out[index - 1], text)
    return out


def _both_named(first: Item, text: str) -> tuple[str, str] | None:
    """事故起数、死亡人数实现“双下降”,分别下降9%、5%: the two that the clause before names without a number."""
    place = first.numeral.start
    found = _BOTH_FALL.search(text, max(0, place - _CLAUSE), place)
    return (found["one"], found["other"]) if found else None


def _is_dealt(items: Sequence[Item], index: int, text: str) -> bool:
    """Whether an investment stands behind 分别, or goes on with one that does."""
    first = index
    while first and items[first].growth_of and items[first - 1].thing == items[first].thing:
        first -= 1
    place = items[first].numeral.start
    return text.find("分别", max(0, place - _APART_MOST), place) >= 0


def _deal(out: list[Item], text: str) -> None:
    """Deals each list of numbers behind 分别 out to the things before it."""
    index = 0
    while index < len(out):
        group = _group(out, index, text)
        above = out[max(0, index - len(group)) : index]
        if (
            len(group) == 2
            and (group[0].growth_of or not group[0].thing)
            and (named := _both_named(group[0], text))
        ):
            group = [
                one._replace(verb="", thing=name, said=group[0].said, growth_of=False)
                for one, name in zip(group, named, strict=True)
            ]
            out[index : index + 2] = group
            index += 2
            continue
        each = group[0].thing if group[0].thing in _INVESTMENTS else ""
        if len(group) > 1 and (group[0].growth_of or each) and len(above) == len(group):
            group = out[index : index + len(group)] = [
                one._replace(verb="" if each else other.verb, thing=other.thing + each, said=group[0].said, growth_of=False)
                for one, other in zip(group, above, strict=True)
            ]  # fmt: skip
            index += len(group)
            continue
        if len(group) > 1:
            out[index : index + len(group)] = _dealt(group)
            index = _dealt_on(out, index, len(group), text)
            continue
        index += len(group)


def _dealt_on(items: list[Item], first: int, size: int, text: str) -> int:
    """分别增长9%和10%,达到300亿元和45亿元: the next row of numbers is of the same things; the index behind it."""
    behind = first + size
    row = items[behind : behind + size]
    apart = (text[one.end : other.numeral.start] for one, other in pairwise(row))
    if len(row) < size or not all(one.growth_of for one in row) or not all(gap in _AND for gap in apart):
        return behind
    for place, above in enumerate(items[first:behind]):
        one = items[behind + place]
        said = row[0].said if one.said.comparator is None and not one.said.rises else one.said
        items[behind + place] = one._replace(verb=above.verb, thing=above.thing, said=said, growth_of=False)
    return behind + size


def _together(one: Item, following: Item, text: str) -> tuple[Item, Item]:
    """3万人和2万头牲畜饮水问题; 12个、90%的乡镇; 不少于300场演出、500场放映: what the two have in common."""
    place = following.numeral.start
    if _IN_ALL.fullmatch(text, one.numeral.tail, place) and following.thing and not following.growth_of:
        return one._replace(verb=following.verb or one.verb, thing=following.thing), following
    if one.indicator in _THE_REST and place == one.numeral.tail and following.thing:
        return one._replace(thing=one.indicator + following.thing), following
    if text[place - 1 : place] not in _AND or place - 1 not in (one.numeral.tail, one.end):
        return one, following
    light = one.indicator in ("完成", "实现")
    if one.indicator in _THE_REST and place - 1 == one.numeral.tail:
        whole = one.indicator + following.thing
        return one._replace(thing=whole), following._replace(verb="", thing=whole)
    work = (
        _WORK_ON.fullmatch(following.thing)
        if not one.growth_of and following.verb in ("", one.verb)
        else None
    )
    if work and one.end < place and one.numeral.kind == "count" and not _VERB.search(one.thing):
        return one._replace(thing=one.thing + work["work"]), following._replace(
            thing=one.thing + following.thing
        )
    bare = one.growth_of or not one.thing or light or _VERB.fullmatch(one.thing)
    if place - 1 == one.numeral.tail and bare and following.thing and not following.growth_of:
        verb = "" if light else one.thing if one.thing and not one.growth_of else following.verb
        one = one._replace(verb=verb, thing=following.thing, growth_of=False)
        return one, following._replace(verb=verb)
    stands_before = one.end > one.numeral.tail and wording.postfix(text, one.numeral.tail)[1] is None
    before = one.said.comparator if stands_before else None
    unsaid = following.after is None and following.said.comparator is None
    if place - 1 == one.end and before in ("ge", "gt", "le") and unsaid:
        following = following._replace(said=following.said._replace(comparator=before))
    return one, following


def _heads(items: Sequence[Item], index: int, text: str) -> list[Item]:
    """The item an investment may belong to: the one before it, or the one whose parts (其中…) stand between; none across a semicolon."""
    left = text[items[index - 1].end : items[index].numeral.start] if index else ""
    if "；" in left or ";" in left:
        return []
    if left.startswith("、") and items[index - 1].numeral.kind == "count":
        return [items[index - 1]]
    for above in range(index - 1, -1, -1):
        if "其中" in text[items[above].end : items[above + 1].numeral.start]:
            return [items[above]]
    return list(items[:index][-1:])


def _whole_again(items: Sequence[Item], index: int, text: str) -> Item:
    """The item, or what it raises: behind its parts the whole is striven for."""
    one = items[index]
    if (
        index < 2
        or not one.growth_of
        or not _MORE_OF_ALL.fullmatch(text, items[index - 1].end, one.numeral.start)
    ):
        return one
    whole = next(iter(_heads(items, index, text)), one)
    same = whole.numeral.base_unit == one.numeral.base_unit
    more = same and whole is not items[index - 1] and one.numeral.amount >= whole.numeral.amount
    return one._replace(verb=whole.verb, thing=whole.thing) if more else one


def _of_subject(one: Item, last: Item, text: str) -> Item:
    """签约项目注册率达到90%、开工率达到65%: a rate that says nothing alone is of what the one before it is of."""
    rate = one.thing if one.verb == last.verb else one.indicator
    if (
        not one.thing.endswith("率")
        or not _RATE_ALONE.fullmatch(rate)
        or _SEMICOLON.search(text, last.end, one.numeral.start)
    ):
        return one
    of = _RATED.match(last.verb + last.thing)
    return one._replace(verb="", thing=of["of"] + rate) if of else one


def _headed(one: Item, following: Item, text: str) -> Item:
    """4个产值超10亿元、5个产值超20亿元的企业: the first counts 企业 too; 新建6个、续建5个重点项目: so does a bare verb."""
    if one.verb or not one.thing or len(one.thing) > _LONGEST_STAGE:
        return _sized(one, following)
    between = text[one.numeral.tail : following.numeral.start]
    same = one.numeral.unit == following.numeral.unit and not (one.growth_of or following.growth_of)
    sound = same and bool(following.thing) and not _BARE_VERB.fullmatch(following.indicator)
    if sound and _BARE_VERB.fullmatch(one.indicator) and _SAME.fullmatch(between):
        whole = (following.verb + following.thing).removeprefix(_next_verb(between))
        return one._replace(verb=one.indicator, thing=whole) if whole else one
    return _sized(one, following)


def _sized(one: Item, following: Item) -> Item:
    if not one.thing or not _ENDS_SIZED.search(one.thing):
        return one
    found = _HEAD_AFTER.search(following.thing)
    return one._replace(thing=one.thing + found["head"]) if found else one


def _next_verb(between: str) -> str:
    found = _BARE_VERB.search(between)
    return found.group() if found else ""


def _is_built(one: Item, other: Item) -> bool:
    """Whether it is what the money is for: things counted, or measured right behind it (投资2亿元建设厂房8万平方米)."""
    follows = other.numeral.start > one.numeral.start
    if follows and other.thing.endswith("企业"):
        return False
    behind = follows and other.verb and one.thing == "投资"
    return other.numeral.kind == "count" or bool(behind) and other.numeral.kind in ("area", "length")


def _invested(one: Item, around: Sequence[Item]) -> Item:
    """实施重点工程27项、投资18.9亿元: an investment without an object is that of the things counted beside it."""
    counted = (other for other in around if other.thing and _is_built(one, other))
    beside = next(
        (other for other in counted if not _COUNTS_PLACES.search(_SIZE_OF.sub("", other.thing))), None
    )
    if beside is None:
        return one
    what = "投资" if one.thing.startswith("年度") else one.verb + one.thing
    stage = _STATE if not one.thing.startswith(("年度", "总")) else _BARE_VERB
    short = len(beside.thing) <= _SHORT and stage.fullmatch(beside.verb)
    whose = beside.verb + beside.thing if short else beside.thing
    return one._replace(verb="", thing=whose + what)


def _group(items: Sequence[Item], first: int, text: str) -> list[Item]:
    start = items[first - 1].end if first else 0
    place = items[first].numeral.start
    if text.find("分别", max(start, place - _APART_MOST), place) < 0:
        return [items[first]]
    group = [items[first]]
    for one in items[first + 1 :]:
        between = text[group[-1].end : one.numeral.start]
        if not one.growth_of or len(between) > 2:
            break
        group.append(one)
    return group


def _whole(part: str, last: str) -> str:
    """The part with the head that only the last one names: 城镇 of 农村居民收入, 开工 of 投产项目."""
    done = _VERB.match(last)
    if _VERB.fullmatch(part) and done and done.end() < len(last):
        return part + last[done.end() :]
    measure = _MEASURE.search(last)
    if measure and not _MEASURED.search(part):
        return part + measure.group()
    cut = len(part) + (last[len(part) : len(part) + 1] in _CLOSES_NAME)
    return part + last[cut:] if len(part) <= 3 and len(last) > cut + 2 else part


def _dealt(group: list[Item]) -> list[Item]:
    """城镇和农村居民收入分别增长8%、9%: each number has its own part of the wording."""
    said, verb, above = group[0].said, group[0].verb, group[-1].after
    if above is not None:
        group = [one._replace(after=one.after or above) for one in group]
    parts = [part for part in _APART.split(group[0].thing) if part]
    if len(parts) < len(group):
        verb, parts = "", [part for part in _APART.split(group[0].verb + group[0].thing) if part]
    if len(parts) == 1 and len(group) == 2 and parts[0].startswith("城乡"):
        parts = [each + parts[0][2:] for each in _BOTH]
    if len(parts) < len(group):
        return [one._replace(said=said) for one in group]
    parts = parts[-len(group) :]
    last = parts[-1]
    of_these = _OF_THESE.fullmatch(last)
    if of_these:
        parts = [part + of_these["head"] for part in (*parts[:-1], of_these["own"])]
        return [one._replace(verb="", thing=part, said=said) for one, part in zip(group, parts, strict=True)]
    dealt = []
    for one, part in zip(group, parts, strict=True):
        whole = _whole(part, last)
        own = verb if verb == one.verb and (one is group[0] or not part.endswith("率")) else ""
        dealt.append(one._replace(verb=own, thing=whole, said=said))
    return dealt
