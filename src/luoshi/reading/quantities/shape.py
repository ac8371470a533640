"""What is counted: from the words before and after a number to an indicator that can be read alone."""

from __future__ import annotations

from luoshi.reading import asides
from luoshi.reading.clauses import Clause
from luoshi.reading.model import Comparator
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import naming, ranks, scopes, wording, words
from luoshi.reading.quantities.items import Item
from luoshi.reading.sentence import Sentence

_TOTAL = lazy(r"^(?:企业|项目)?(?:总数|总量|总规模|数量|保有量|累计总数)$")
_TOTAL_OF = lazy(r"总(?:装机|里程|面积|产能|户数|人数|床位)")
_COMPARED = quick(r"增速|高于|快于|低于|占比")
# 5000万元以上的工业项目12个,亿元以上的5个; 新建41项、续建35项; 已签约项目30个,再签约9个.
_ONLY_SIZE = lazy(r"(?:总?投资额?)?(?:超过?|过|达)?[\d.]{0,8}[十百千万亿]{1,3}美?元(?:以上|以下|级)的?")
_ONLY_YEARS = lazy(r"[两三四五\d]年")
_ONLY_STATE = lazy(r"续建|在建|拟建|结转|改扩建|技改|待建|前期|收尾|预备")
_TOTALLED = quick(r"(?<=[\u4e00-\u9fff]{2})(?:总数|总量)$")
_DONE = frozenset({"完工", "动工", "通车", "交付"})
_STATE = quick(rf"^(?:{_ONLY_STATE.pattern})(?=[\u4e00-\u9fff\d]{{2}})")
# 首批30套8月起配租: the first of what has just been counted.
_FIRST_OF = lazy(r"(?:首|第[一二])[批期]")
# 其中城区不少于9个: a place that is no area of its own.
_PLACED = lazy(r"城区|农村|中心城区|主城区|乡镇|集镇|镇区|城镇|老城区|新城区|村级")
_ALREADY = quick(
    r"^(?:已(?:签约|开工|竣工|建成|引进|入驻|投产|落地)|(?:现有|现存|目前有?)(?:(?:19|20)\d\d年[^的]{2,8}的)?)"
)
_ONLY_DONE = lazy(rf"(?:{words.VERB}|动工|完工|交付|拆除|搬迁|交房|到位|入住)++")
_BOTH_WAYS = {"内资": "外资", "外资": "内资"}
_GROWN = quick(r"(?:净增加?|新增|增加)$")
_AGAINST = lazy(r"^(?:占(?!地)|(?:增[速幅])?(?:高于|低于|快于|好于|优于)[全省市国县区])")
_AT_LEAST = quick(rf"{words.ABOVE}(?!.{{0,30}}(?:{words.WITHIN}))")
_LEVEL_LAST = lazy(r"(?:国家|[国省市区县镇])级$")
_REACHING = lazy(r"^(?:惠及|受益|涉及|覆盖|可容纳|总|实际|合同|协议|续建|在建|拟建|结转|改建|扩建|技改)")
_QUALIFIED = quick(
    r"^(?:.*(?:以上|以下)的?|[国省市区县]家?级|[1-5]?A级|[\u4e00-\u9fff]{1,6}类(?=[\u4e00-\u9fff]{2})|新增?)"
)
_VERBS_AT_END = quick(rf"(?:{words.VERB}){{1,6}}$")
_SIZED = quick(
    r"(?:(?:总投资额?|计划投资|投资额?|总建筑面积|总规模|产值|年产值|占地)?(?:超过?|约|近|达到?"
    r"|过)?[\d.]{0,12}[十百千万]{0,3}[亿万]?(?:美?元|平方米|亩)(?:以上)?的?"
    r"|[一二三四五六七八九十\d]{1,6}(?:大?类|个(?:片区|县区|乡镇|镇街|街道|县|镇)))$"
)
# 投资3亿元实施甲路、乙路等6个道路项目: what the names before the count are.
_SUCH_WORKS = lazy(r"(?<=等)\d{1,4}[余多]?[个项条处座所家](?P<head>[^，,；;。、\d]{2,16})")
# 在现有8000亩油茶基础上新增2000亩: more of the same.
_UPON = quick(
    r"(?:现有|原有|已有"
    r"|已建成?)的?[\d.]{1,9}[万亿]?[^，,；;。、\d]{1,3}?(?P<thing>[\u4e00-\u9fff]{2,12}?)的?基础上[，,]?再?(?P<verb>新增"
    r"|新建|新发展|增加|改造|扩种|新栽|新植|扩建)(?:约|不少于|至少|超过?)?$"
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
_LIFTED = quick(r"(?:实施|完成|开展|推进|启动)[^，,；;。]{2,24}(?:提升|改善)$")
# 新开工甲园、乙园、丙园等重点项目: three names and more are not what is counted.
_NAMES_AND_HEAD = lazy(r"^(?P<names>[^，,；;。]{14,160}?)等(?P<head>(?:重点|重大)?[^等，,；;。]{2,10})$")
_ALL_DO = lazy(rf"全[省市区县镇](?P<verb>(?:{words.VERB}){{1,3}})")
_NEW = lazy(r"^(?:新增加?|净增加?)")
_PHYSICAL = frozenset({"count", "people", "length", "area", "mass", "energy"})
# 开工20个,年内完成15个: another stage of the same things.
_DONE_OF = quick(r"(?<!计划)完成(?:约|近|超过?)?$")
_BEGUN = lazy(r"(?:新?开工|启动|动工|签约)")
_SAYS_NOTHING = frozenset({"活动", "工作", "服务"})
#: Verbs that name what they are done to: 供地 of no 闲置土地.
_WHOLE = frozenset({"供地", "征地", "拆违", "拆迁"})
_STAGE_BEHIND = lazy(r"竣工|投产|开工|建成|完工|签约|落地|投用|达产|全面|全部|入库|上规")
_LIGHT = quick(r"(?:完成|实现)$")
_REACHED = quick(r"达到?(?:约|近|超)?$")
_NOTE = lazy(
    r"[(（](?:(?:每|其中|含|包括)[^()（）]{1,16}|[段个次处座条项场家件户所、]{1,7})[)）](?=[\u4e00-\u9fff])"
)
# Who is to do it, in front of what: 全区将, 云溪县将.
_SUBJECT = lazy(
    r"^(?:该[区县市镇园]将?|[^，,；;。]{0,12}将(?![近军来领帅士])|全[国省市区县镇]|我[省市区县]"
    r"|[^，,；;。、]{1,12}?(?:部门|[^，,；;。、门]局|管委会|政府|公司)(?=全年|今年|年内|计划|力争|确保|完成))"
)
# 某省公路建设计划完成投资: whose it is is the scope.
_OWN_AREA = lazy(r"^[\u4e00-\u9fff]{2,4}?[省市县](?=[\u4e00-\u9fff]{4})")
_PLANNED = quick(r"年度(?:计划投资|投资计划)$")
_PAYS = quick(r"(?:投资|投入|安排|资金|筹资|斥资|融资|经费)$")
# 重点企业70%以上装备达到先进水平: so many of them do it.
_OF_THEM = lazy(r"[\u4e00-\u9fff]{2,8}?(?:达到|实现|完成|通过|开展|建成|纳入|接入)")
_WORK_DONE = lazy(r"的?(?:工程量|任务量|建设任务|形象进度)")
# 前进2个位次: so many places further.
_RANK = lazy(r"位次|名次")
_ONWARD = frozenset({"前移", "前进", "进位", "提升", "跃升"})
_FORWARD = quick(r"(?:前进|前移|进位|争先|跃升)$")
# 比重年均增长5%,2030年达到50%: the second is no rise.
_BY_A_YEAR = quick(r"20\d\d年[底末]?(?:要|力争|确保|将)?(?:达到?|提高到)(?:约|近|超)?$")
_STAGES = ("交付", "封顶", "投用", "开工", "竣工", "投产", "完工", "建成", "通车", "入住", "完成")
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
# 甲路改造(2公里)、乙街改造60户: the work before is another's; 完成2万套安置房任务的七成: its size is not its name.
_SIZED_BEFORE = quick(
    rf"^.*(?:[(（][^()（）]{{0,12}}\d[^()（）]{{0,8}}[)）]|[\u4e00-\u9fff]{{3}}{words.TIME}(?<=[底末前日号份])[^、，\d]{{2,8}})"
    r"、(?=[^、]{2})"
)
_SIZE_OF_TASK = lazy(r"^\d[\d.]{0,8}[万亿]?(?:平方米|公里|[套户亩个人吨元])")
_WHICH = lazy(r"的[\u4e00-\u9fff]{2,}")
_AIM_RISES = quick(r"增长|增[速幅]|提升")
_SAID_HOW = quick(rf"(?:{words.MODAL}|{words.TIME}|{words.ADVERB})")
_USED_FOR = quick(r"逐[一个项]|的?基础上|作为|用于|用来|以便")
_AS_A_TASK = quick(r"(?:工作)?任务$|(?:以内|之内)$")
_NAME_ENDS = quick(r"[、”]")
_SHORT = lazy(
    r"^(?:投资|(?:专项|财政)资金|总?工程量|总投资|融资|签约|招引|产值|税收|拆迁|征收|收储|出让|销售|入库|开票)?$"
)


_LONGEST = 24
_NEAR_BASE = 12
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
        or _FIRST_OF.fullmatch(bare) is not None
        or _TOTAL_OF.fullmatch(bare) is not None
        or _ONLY_YEARS.fullmatch(bare) is not None
        or _AGAINST.match(left) is not None
    )


def item(
    sentence: Sentence,
    clause: Clause,
    start: int,
    numeral: Numeral,
    following: Numeral | None,
    previous: Item | None,
) -> Item:
    """The item of ``numeral`` in its clause; its own words begin at ``start``."""
    text = sentence.text
    end, after = wording.postfix(text, numeral.tail)
    left = text[start : numeral.start]
    end = _past_note(text, end, clause.end, left)
    after = after or ("ge" if _AT_LEAST.search(left) else None)
    limit = following.start if following else clause.end
    if left.endswith("前") and (place := ranks.place(numeral, left, end, previous)):
        return place
    near = text.find("基础上", max(clause.start, numeral.start - _NEAR_BASE), numeral.start) > 0
    if near and (base := _UPON.search(text, clause.start, numeral.start)):
        said = wording.tail(left)
        return Item(numeral, base["verb"], base["thing"], (), said._replace(rises=False), after, end)
    rank = numeral.kind == "count" and _RANK.match(text, numeral.tail, limit)
    if rank:
        end, after = wording.postfix(text, rank.end())
        made = _behind(text, limit, left, numeral, end, after, previous)
        return made._replace(thing=made.thing + rank.group()) if _FORWARD.search(left) else made
    if is_behind_its_words(text, end, limit, left, numeral.base_unit == "%"):
        return _behind(text, limit, left, numeral, end, after, previous)
    return _before(text, limit, left, numeral, end, after, previous, following is not None)


def _past_note(text: str, end: int, stop: int, left: str) -> int:
    """新增10个(每村1个)助餐点: the note between a number and what it counts is passed over."""
    note = _NOTE.match(text, end, stop) if text[end : end + 1] in ("(", "（") else None
    bare = wording.head(wording.tail(left).rest) if note else ""
    return note.end() if note and (not bare or naming.VERBS.fullmatch(bare)) else end


def is_behind_its_words(text: str, end: int, limit: int, left: str, ratio: bool) -> bool:
    """Whether the number stands behind what it counts (项目25个) and not before it (25个项目)."""
    following = text[end:limit]
    if words.BOUNDARY.match(following) or words.OF_AIM.match(following):
        return True
    if (not left.strip() or left[-1] in "、和与及") and _WHICH.match(following):
        return False
    if ratio and (_OF_THEM.match(following) or _WORK_DONE.match(following)):
        return False
    bare = wording.tidy(wording.head(wording.tail(left).rest))
    if _PAYS.search(bare) and naming.VERBS.match(following):
        return True
    if following.strip() in ("和", "与", "及", "以及"):
        return True
    if ratio and len(bare) > 2 and not naming.VERBS.fullmatch(bare):
        return True
    if len(bare) < 2 or naming.VERBS.fullmatch(bare):
        return False
    return bool(words.JOIN.match(following) or words.THEN.match(following)) and not naming.AND_MORE.search(
        left
    )


def _behind(
    text: str,
    limit: int,
    left: str,
    numeral: Numeral,
    end: int,
    after: Comparator | None,
    previous: Item | None,
) -> Item:
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
    bare = "" if previous and _ONLY_YEARS.fullmatch(bare) else bare
    plain = Item(numeral, "", "", (), said, after, stop)
    more = _of_previous(plain, bare, left, previous) if previous else None
    if more:
        return more
    listed = scopes.listed(bare)
    if listed:
        return plain._replace(thing=bare[len(listed) :], area=listed)
    if not bare and ("完成" in left or "实现" in left):
        bare = "完成" if "完成" in left else "实现"
    if bare.endswith("下达") and "任务" in text[end : min(limit, end + 4)]:
        return plain._replace(thing=bare + "目标任务")
    if _PAYS.fullmatch(bare) and naming.VERBS.match(text, end, limit) and _is_told_whole(text, end, limit):
        works = _SUCH_WORKS.match(text, limit)
        spent = wording.tidy(text[end:limit]) + (works["head"] if works else "")
        spent = spent if works else naming.AND_MORE.sub("", spent)
        return plain._replace(thing=spent + bare) if len(spent) <= _LONGEST else plain._replace(thing=bare)
    if (
        previous
        and previous.thing
        and "其中" in left
        and _same_unit(numeral, previous)
        and _PLACED.fullmatch(bare)
    ):
        return plain._replace(verb=previous.verb, thing=bare + previous.thing, area=bare)
    if _SHORT.match(bare):
        bare = _lengthened(bare, said.rest)
    if previous and previous.thing and _same_unit(numeral, previous):
        area, unit = scopes.alone(bare), scopes.unit(bare)
        if area or unit:
            return _again(plain, previous)._replace(area=area, actor=unit)
    return _of_its_own(plain, bare, left, previous)


def _is_told_whole(text: str, end: int, limit: int) -> bool:
    """投资2亿元完善六通, 投资3亿元改造甲路等6条道路: what it is spent on, where no number of its own counts that."""
    return not text[limit : limit + 1].isdigit() or naming.AND_MORE.search(text, end, limit) is not None


def _of_its_own(plain: Item, bare: str, left: str, previous: Item | None) -> Item:
    """The item with its own words, and what they leave to the item before."""
    verb, thing = _verb_of(bare)
    listed = _NAMES_AND_HEAD.fullmatch(thing) if plain.numeral.kind == "count" else None
    if listed and listed["names"].count("、") > 1 and listed["head"] not in _SAYS_NOTHING:
        thing = listed["head"]
    made = plain._replace(verb=verb, thing=thing)
    noted = left[:1] in ("(", "（") and (thing.startswith("新") or naming.VERBS.search(thing) is not None)
    return made if noted else _inherit(made, previous)


def _of_previous(plain: Item, bare: str, left: str, previous: Item) -> Item | None:
    """The item whose words are those of the item before: its own are missing, a bare verb, 总数 or a comparison."""
    numeral, same = plain.numeral, _same_unit(plain.numeral, previous)
    if not bare and same and _DONE_OF.search(left) and _BEGUN.match(previous.verb):
        return plain._replace(verb="完成", thing=previous.thing)
    if not bare and not (_LIGHT.search(left) and _differ(numeral, previous.numeral)):
        again = _again(plain, previous, _BY_A_YEAR.search(left) is not None)
        verb = _NEW.sub("", again.verb) if _REACHED.search(left) else again.verb
        return again._replace(verb=verb, growth_of=True)
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
        if not previous.verb and bare in _STAGES and thing.startswith("新"):
            return plain._replace(thing=thing + bare)
        return plain._replace(verb=bare, thing=_VERBS_AT_END.sub("", thing) or thing)
    return None


def _same_unit(numeral: Numeral, previous: Item) -> bool:
    return numeral.base_unit == previous.numeral.base_unit


def _differ(one: Numeral, other: Numeral) -> bool:
    """Whether two numbers count different things: so many 个 and so many 亩."""
    return {one.kind, other.kind} <= _PHYSICAL and one.base_unit != other.base_unit


def _lifts(left: str, numeral: Numeral) -> bool:
    """实施路灯提升2万盏: what is done to things that are counted, and no rise."""
    counted = numeral.kind in ("count", "people", "area", "length")
    return counted and left.endswith(("提升", "改善")) and _LIFTED.search(left) is not None


def _lengthened(bare: str, rest: str) -> str:
    """项目完成投资, not only 投资: the subject and 完成 come back when nothing else is left."""
    if bare == "投资" and (planned := _PLANNED.search(rest)):
        return planned.group()
    subject = wording.head(_SUBJECT.sub("", words_before(rest, bare)))
    subject = _SAID_HOW.sub("", subject)
    subject = _OWN_AREA.sub("", subject)
    light = "完成" if "完成" in rest and not subject.endswith("完成") else ""
    whole = (subject if len(subject) <= 14 else "") + ("" if light in subject else light) + bare
    return whole or bare


def words_before(rest: str, bare: str) -> str:
    return rest[: rest.rfind(bare)] if bare else rest


def _again(plain: Item, previous: Item, reached: bool = False) -> Item:
    """The same things counted once more; ``reached`` where the number is no rise though the one before it is."""
    said = plain.said
    if previous.said.rises and not said.falls and not reached and _same_unit(plain.numeral, previous):
        said = said._replace(rises=True)
    return plain._replace(verb=previous.verb, thing=previous.thing, said=said)


def _verb_of(bare: str) -> tuple[str, str]:
    found = naming.VERBS.match(bare)
    return (found.group(), bare[found.end() :]) if found and found.end() < len(bare) else ("", bare)


def _inherit(made: Item, previous: Item | None) -> Item:
    """其中国家级3个 takes verb and head of what stands before it; 专场招聘会6场 takes the verb."""
    if previous is None or made.verb:
        return made
    if not previous.verb and (own := _ALL_DO.match(previous.thing)):
        previous = previous._replace(verb=own["verb"], thing=previous.thing[own.end() :])
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


def _before(
    text: str,
    limit: int,
    left: str,
    numeral: Numeral,
    end: int,
    after: Comparator | None,
    previous: Item | None,
    more: bool,
) -> Item:
    said = wording.tail(left)
    if numeral.kind == "time" and (within := _WITHIN.match(text, end, limit)):
        own = wording.head(wording.cut(said.rest)) + text[end : within.end()].lstrip("内以之")
        return Item(numeral, "", own, (), said, after, within.end())
    lifted = _LIFT.search(left) if numeral.kind in ("count", "people") else None
    if lifted:
        said = wording.Tail(left, None, False, False)
    place = _SIZED.sub("", wording.head(said.rest)).rstrip("的")
    if numeral.base_unit == "%" and left[-1:] in ("、", "和", "与", "及") and _WHICH.match(text, end):
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
    if names and _WORK_DONE.fullmatch(thing):
        thing = rest + thing
    elif names and len(thing) <= 2 and not words.HEADS.search(thing):
        thing = "、".join(names)
    if rest and not names and not naming.VERBS.search(rest):
        thing = _FIRST_TIME.sub("", thing) if thing.endswith(_STAGES) else thing
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
    if not previous.thing or not _same_unit(numeral, previous) or not _FIRST_OF.fullmatch(place):
        return ""
    return place + ("" if previous.thing in thing else previous.thing) + stage


def _goes_on(numeral: Numeral, left: str, previous: Item) -> bool:
    """Whether a number with nothing but a stage behind it counts some of the things before: 其中9个年内动工, 3栋120套交房."""
    some = "其中" in left and _same_unit(numeral, previous)
    return bool(previous.thing) and (some or not left.strip())
