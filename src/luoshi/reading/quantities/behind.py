"""A number behind what it counts: 签约项目25个."""

from __future__ import annotations

from luoshi.reading.model import Comparator
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import inherited, naming, scopes, wording, words
from luoshi.reading.quantities.items import Item

# 其中城区不少于9个: a place that is no area of its own.
_PLACED = lazy(r"城区|农村|中心城区|主城区|乡镇|集镇|镇区|城镇|老城区|新城区|村级")
# 投资3亿元实施甲路、乙路等6个道路项目: what the names before the count are.
_SUCH_WORKS = lazy(r"(?<=等)\d{1,4}[余多]?[个项条处座所家](?P<head>[^，,；;。、\d]{2,16})")
_LIFTED = quick(r"(?:实施|完成|开展|推进|启动)[^，,；;。]{2,24}(?:提升|改善)$")
# 新开工甲园、乙园、丙园等重点项目: three names and more are not what is counted.
_NAMES_AND_HEAD = lazy(r"^(?P<names>[^，,；;。]{14,160}?)等(?P<head>(?:重点|重大)?[^等，,；;。]{2,10})$")
_SAYS_NOTHING = frozenset({"活动", "工作", "服务"})
_STAGE_BEHIND = lazy(r"竣工|投产|开工|建成|完工|签约|落地|投用|达产|全面|全部|入库|上规")
# Who is to do it, in front of what: 全区将, 云溪县将.
_SUBJECT = lazy(
    r"^(?:该[区县市镇园]将?|[^，,；;。]{0,12}将(?![近军来领帅士])|全[国省市区县镇]|我[省市区县]"
    r"|[^，,；;。、]{1,12}?(?:部门|[^，,；;。、门]局|管委会|政府|公司)(?=全年|今年|年内|计划|力争|确保|完成))"
)
# 某省公路建设计划完成投资: whose it is is the scope.
_OWN_AREA = lazy(r"^[\u4e00-\u9fff]{2,4}?[省市县](?=[\u4e00-\u9fff]{4})")
_PLANNED = quick(r"年度(?:计划投资|投资计划)$")
PAYS = quick(r"(?:投资|投入|安排|资金|筹资|斥资|融资|经费)$")
# 甲路改造(2公里)、乙街改造60户: the work before is another's; 完成2万套安置房任务的七成: its size is not its name.
_SIZED_BEFORE = quick(
    rf"^.*(?:[(（][^()（）]{{0,12}}\d[^()（）]{{0,8}}[)）]|[\u4e00-\u9fff]{{3}}{words.TIME}(?<=[底末前日号份])[^、，\d]{{2,8}})"
    r"、(?=[^、]{2})"
)
_SIZE_OF_TASK = lazy(r"^\d[\d.]{0,8}[万亿]?(?:平方米|公里|[套户亩个人吨元])")
_AIM_RISES = quick(r"增长|增[速幅]|提升")
_SAID_HOW = quick(rf"(?:{words.MODAL}|{words.TIME}|{words.ADVERB})")
_SHORT = lazy(
    r"^(?:投资|(?:专项|财政)资金|总?工程量|总投资|融资|签约|招引|产值|税收|拆迁|征收|收储|出让|销售|入库|开票)?$"
)
_LONGEST = 24


def read(
    text: str,
    limit: int,
    left: str,
    numeral: Numeral,
    end: int,
    after: Comparator | None,
    previous: Item | None,
) -> Item:
    """The item of a number whose own words, ``left``, stand before it."""
    said = wording.Tail(left, None, False, False) if _lifts(left, numeral) else wording.tail(left)
    aim = words.OF_AIM.match(text[end:limit])
    if aim and _AIM_RISES.search(aim.group()):
        said = said._replace(rises=True)
    own = wording.head(wording.cut(_SIZED_BEFORE.sub("", said.rest)))
    if left.endswith("任务的") and (size := _SIZE_OF_TASK.match(own)):
        own = own[size.end() :] + "任务"
    stop = end
    if words.THEN.match(text, end, limit) and _STAGE_BEHIND.match(text, end, limit):
        stop = naming.stop(text, end, limit, False)
        own += text[end:stop]
    bare = wording.tidy(own)
    bare = "" if previous and inherited.ONLY_YEARS.fullmatch(bare) else bare
    plain = Item(numeral, "", "", (), said, after, stop)
    more = inherited.of_previous(plain, bare, left, previous) if previous else None
    if more:
        return more
    listed = scopes.listed(bare)
    if listed:
        return plain._replace(thing=bare[len(listed) :], area=listed)
    if not bare and ("完成" in left or "实现" in left):
        bare = "完成" if "完成" in left else "实现"
    if bare.endswith("下达") and "任务" in text[end : min(limit, end + 4)]:
        return plain._replace(thing=bare + "目标任务")
    if PAYS.fullmatch(bare) and naming.VERBS.match(text, end, limit) and _is_told_whole(text, end, limit):
        works = _SUCH_WORKS.match(text, limit)
        spent = wording.tidy(text[end:limit]) + (works["head"] if works else "")
        spent = spent if works else naming.AND_MORE.sub("", spent)
        return plain._replace(thing=spent + bare) if len(spent) <= _LONGEST else plain._replace(thing=bare)
    if (
        previous
        and previous.thing
        and "其中" in left
        and inherited.same_unit(numeral, previous)
        and _PLACED.fullmatch(bare)
    ):
        return plain._replace(verb=previous.verb, thing=bare + previous.thing, area=bare)
    if _SHORT.match(bare):
        bare = _lengthened(bare, said.rest)
    if previous and previous.thing and inherited.same_unit(numeral, previous):
        area, unit = scopes.alone(bare), scopes.unit(bare)
        if area or unit:
            return inherited.again(plain, previous)._replace(area=area, actor=unit)
    return _of_its_own(plain, bare, left, previous)


def _is_told_whole(text: str, end: int, limit: int) -> bool:
    """投资2亿元完善六通, 投资3亿元改造甲路等6条道路: what it is spent on, where no number of its own counts that."""
    return not text[limit : limit + 1].isdigit() or naming.AND_MORE.search(text, end, limit) is not None


def _of_its_own(plain: Item, bare: str, left: str, previous: Item | None) -> Item:
    """The item with its own words, and what they leave to the item before."""
    verb, thing = inherited.verb_of(bare)
    listed = _NAMES_AND_HEAD.fullmatch(thing) if plain.numeral.kind == "count" else None
    if listed and listed["names"].count("、") > 1 and listed["head"] not in _SAYS_NOTHING:
        thing = listed["head"]
    made = plain._replace(verb=verb, thing=thing)
    noted = left[:1] in ("(", "（") and (thing.startswith("新") or naming.VERBS.search(thing) is not None)
    return made if noted else inherited.inherit(made, previous)


def _lifts(left: str, numeral: Numeral) -> bool:
    """实施路灯提升2万盏: what is done to things that are counted, and no rise."""
    counted = numeral.kind in ("count", "people", "area", "length")
    return counted and left.endswith(("提升", "改善")) and _LIFTED.search(left) is not None


def _lengthened(bare: str, rest: str) -> str:
    """项目完成投资, not only 投资: the subject and 完成 come back when nothing else is left."""
    if bare == "投资" and (planned := _PLANNED.search(rest)):
        return planned.group()
    subject = wording.head(_SUBJECT.sub("", _words_before(rest, bare)))
    subject = _SAID_HOW.sub("", subject)
    subject = _OWN_AREA.sub("", subject)
    light = "完成" if "完成" in rest and not subject.endswith("完成") else ""
    whole = (subject if len(subject) <= 14 else "") + ("" if light in subject else light) + bare
    return whole or bare


def _words_before(rest: str, bare: str) -> str:
    return rest[: rest.rfind(bare)] if bare else rest
