"""Whose a bare measure is: 入驻率 or 完成投资 alone is that of the work which the words before it or the heading name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi.reading.milestones import kinds
from luoshi.reading.model import Heading
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import wording, words
from luoshi.reading.quantities.items import Item
from luoshi.reading.sentence import Sentence

_SOME = r"(?:(?:年度|年内|当年|今年|全年|全部|每年|计划|预计){0,3})"
#: Money and work of one project.
_WORK = (
    r"(?:完成)?(?:年度)?(?:计划)?(?:完成)?投资额?|(?:新增|年)?产值|年度投资计划|(?:总|主体|土建)?工程量|(?:基础|主体|土建|装修)工程|(?:形象"
    r"|工程|总体)进度|(?:安排|落实|下达|使用)?资金|投入(?:资金)?"
)
#: Rates that are of things, whatever the things are.
_RATE = (
    r"(?:空置|漏损|入驻|出租|入住|销售|去化|完工|分配|通过|签约|腾空|使用|执行|资产负债|注册|落地|履约|开工|竣工"
    r"|投产|达产|建成|到位|转化|"
    r"合格|利用|入库|入统|整改|成活|兑现|完成|交付)率|(?:专项)?资金(?:拨付|支出)(?:进度|率)"
)
#: Parts of a place, and what is done in it.
_PART = (
    r"(?:入驻|入园|在孵|落户|接入)(?:企业|商户)|参赛(?:项目|企业)|参展企业|(?:开放|编制|护理型?)?床位|学位"
    r"|[停泊]车?位|签约|竣工|腾空|交房|征收|拆迁|签订协议|签协|交地|引进企业|水稳层"
    r"|(?:[日年](?:均|设计)?)?(?:处理|供水|供热|供气|接待|加工|吞吐|生产|运输)(?:能力|规模|量)|产能"
)
_BARE = lazy(rf"{_SOME}(?P<own>{_WORK}|{_RATE}|{_PART})")
_BESIDE = lazy(r"[、，,](?:总|合计)?")
_OF_RATE = quick(r"(?P<of>[\u4e00-\u9fff]{2,12}?(?:项目|工程))[\u4e00-\u9fff]{2}率$")
_LAST = frozenset("目资金入划量程度率业户位约工空房收迁力模能值额议协地层")
_SHORT = 12
_FIRST = lazy(rf"(?:(?P<first>前者)|(?P<last>后者)|其){_SOME}(?P<own>[^，,；;。]{{2,12}})")
# 甲园二期(8万平方米)年底前完成主体工程, and what follows is of 甲园二期.
_DONE = lazy(
    r"(?<![^，,；;。:：\d(（\s])(?P<name>[^，,；;。:：\d(（\s]{2,24}?)(?:[(（][^()（）]{0,30}[)）])?"
    rf"(?:要|将|全部|全面|正式|主体|{words.TIME}|{words.MODAL}){{0,4}}+"
    r"(?:完成|启动|实现|开工|动工|竣工|建成|投产|投用|封顶|通车|完工|上线|启用|交付|开园|开业|复工|加快|抓紧|推进|扫尾|铺开|推开)"
)
# 启动甲片区更新, 谋划乙产业园, 跟踪…等在谈项目.
_LED = lazy(
    rf"(?:{words.TIME}|{words.MODAL}|{words.ADVERB}|要|将|重点){{0,4}}(?:启动|谋划|加快推进|推进|加快|实施好?"
    rf"|建设|新建|建成|跟踪|跟进|盯紧|紧盯|打造|抓好|推动|办好|举办|承办)"
    r"(?P<name>[^，,；;。:：]{2,80})"
)
_WORKED_ON = quick(r"(?:项目)?(?:建设|更新|改造|开发|运营|征地|征收|征拆|拆迁)$")
_BEHIND = quick(r"^.*(?:\d[^的、]{0,8}的|等(?=[在拟重意].{1,8}$))")
# 投资9亿元,建设甲水库加固工程: what it is spent on stands behind it.
_SPENT_ON = lazy(
    r"[，,、]\s?(?:(?:重点|全力|加快)?(?:建设|实施|新建|修建|续建|推进|启动|完成|开展)|用于)(?:一批|一系列)?(?P<name>(?:[^，,；;。:：、\d“”]|“[^“”]{1,8}”){3,30})(?=[，,；;。\n]|$)"
)
_SPENT = frozenset({"投资", "计划投资", "年度计划投资", "投入", "计划投入"})
_MARKER = lazy(r"\s{0,4}(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]{1,2}\s{0,2})?")
# 外墙, 剩余路面摊铺, 一期交付: a piece of the work that the label names.
_PIECE = quick(
    r"^[一二三四](?:期|标段)(?:工程|项目)?(?=[\u4e00-\u9fff]{0,10}$)|(?:楼|外墙|幕墙|主体|桩基|基础|路面|桥面|路基|设备|土建|装修|摊铺|浇筑|安装|吊装|架设|开挖|回填|敷设|铺设)$"
)
#: What sets townspeople and countrypeople apart.
_SHARES = frozenset({"税收占比", "税占比", "非税占比", "非税收入占比"})
_APART = frozenset({"收入比", "收入倍差", "倍差"})
_DONE_TO = quick(r"(?:征收|签约|拆迁|腾空|征迁){1,3}$")
# 盘活甲库、乙厂等闲置房产5处: the names before are no part of what is counted.
_OF_SUCH = quick(r"^[^等]{2,40}、[^等]{2,24}等(?=[\u4e00-\u9fff]{2})")
# 专项资金2000万元的拨付进度: how much it is is no part of what.
_AMOUNT = lazy(r"(?<=资金)[\d.]{1,9}[万亿]{1,2}元的(?=拨付|支出|使用|执行|到位)")
# 第三届创业大赛, 解析二级节点: long enough to be a name.
_EVENT = quick(r"(?:大赛|博览会|交易会|洽谈会|展会|节点)$")
_GIVEN = 5
_STAGES = frozenset({"开工", "竣工", "投产", "入库", "入统", "完工", "建成"})
_PAID = ("通过", "到位", "执行", "兑现", "完成", "拨付")
_AND = frozenset("、和与及")
_OWNERS = ("all", "thing", "loose", "works")
_LONGEST = 30
_FAR = 3
_NO_NAME = frozenset("要抓靠把将")
_VERB = lazy(rf"(?:{words.ADVERB}|{words.VERB}|{words.LIGHT})")
_TALKED = ("在谈项目", "拟签约项目", "意向项目")


def owned(items: Sequence[Item], sentence: Sentence) -> list[Item]:
    """The items; a measure that says nothing alone is given whose it is, where the sentence names it before."""
    out: list[Item] = []
    owner = ""
    for one in items:
        last = out[-1] if out else None
        if last and any(mark in sentence.text[last.end : one.numeral.start] for mark in "；;。"):
            owner = ""
        made, owner = _owned(one, last, sentence, owner)
        out.append(made)
    return out


def of_heading(indicator: str, outline: Sequence[Heading], section: int | None) -> str:
    """The indicator of a work that the heading above names, where it is a bare measure of one."""
    if section is not None and indicator in _MADE:
        return indicator + _made(outline[section].title)
    title = outline[section].title if section is not None and bare(indicator) else ""
    title = _NOTE.sub("", title)
    return title + indicator if "、" not in title and _names_a_work(title) else indicator


_MADE = frozenset(
    {
        "新增",
        "净增",
        "新认定",
        "新培育",
        "培育",
        "引进",
        "新引进",
        "认定",
        "新建",
        "改造",
        "改造提升",
        "建成",
        "整治",
    }
)
_CARES = quick(rf"^(?:{words.ADVERB}|{words.VERB}|做好|抓好|做优|推进|加强){{1,3}}")
_GROUND = quick(r"(?:农田|公寓|厂房|管网|住房|安置房|校舍|绿地|停车场|水库|河道|湿地|林地|大棚|路|桥|厕)$")
_CARED_FOR = quick(r"(?:梯度)?(?:培育|培养|引进|引育|招引|认定|建设|壮大|发展|倍增)(?:工作|工程|行动|计划)?$")
_NOTE = quick(r"[(（][^()（）]{0,30}\d[^()（）]{0,30}[)）]$")


def _made(title: str) -> str:
    """高新技术企业培育, 建设高标准农田: the things that a heading is about, or empty."""
    name = _CARED_FOR.sub("", _CARES.sub("", title))
    sound = name != title and 1 < len(name) <= _SHORT and not _VERB.match(name)
    return name if sound and (words.HEADS.search(name) or _GROUND.search(name)) else ""


def bare(indicator: str) -> str:
    """What a bare measure says of its own, without words of time; empty where the indicator is none."""
    if not 0 < len(indicator) <= _SHORT or indicator[-1] not in _LAST:
        return ""
    found = _BARE.fullmatch(indicator)
    return found["own"] if found else ""


def _owned(one: Item, last: Item | None, sentence: Sentence, owner: str) -> tuple[Item, str]:
    """The item with its owner, and who that is: the next bare measure of the part may be of the same."""
    said = one.indicator
    if "元的" in said and (paid := _AMOUNT.sub("", said)) != said:
        said, one = paid, one._replace(verb="", thing=paid)
    pointed = _FIRST.fullmatch(said) if said[:1] in ("前", "后", "其") else None
    own = pointed["own"] if pointed else bare(said)
    if last and said in _SHARES and last.thing.endswith("收入") and "税" not in last.thing:
        return one._replace(verb="", thing=last.thing + said), owner
    if last and said == "不良率" and last.thing.endswith(("贷款", "贷", "授信")) and "不良" not in last.thing:
        return one._replace(verb="", thing=last.thing + said), owner
    if last and said == "完成率" and last.thing.endswith("投资"):
        return one._replace(verb="", thing=last.thing.removeprefix("完成") + said), owner
    if said in _APART and "居民" in sentence.text[sentence.start : one.numeral.start]:
        return one._replace(verb="", thing="城乡居民" + said), owner
    if not own:
        piece = owner or (_label(one, sentence) if len(said) <= _SHORT and _PIECE.search(said) else "")
        if not piece and len(said) <= _SHORT and _PIECE.search(said):
            piece = _owner(one, last, sentence, None)
            piece = "" if piece in said else piece.removesuffix("建设")
        return (
            (one._replace(verb="", thing=piece + said), piece)
            if piece and _PIECE.search(said)
            else (one, owner)
        )
    if (
        own.endswith(("能力", "规模"))
        and last
        and last.numeral.kind == "count"
        and _BESIDE.fullmatch(sentence.text, last.end, one.numeral.start - len(said))
    ):
        return one._replace(verb="", thing=_things(last) + own), owner
    if own.endswith("投资额") and last and (of := _OF_RATE.search(last.indicator)):
        return one._replace(verb="", thing=of["of"] + own), owner
    if own.endswith("率") and not pointed and last and (whose := _whose(last, one, own, sentence.text)):
        return one._replace(verb="", thing=whose + own), owner
    owner = "" if pointed else owner
    owner = owner or _owner(one, last, sentence, pointed)
    if not owner and (work := _spent_on(one, sentence)):
        return one._replace(verb="", thing=work + own), owner
    return (one._replace(verb="", thing=owner + own) if owner else one), owner


def _spent_on(one: Item, sentence: Sentence) -> str:
    """The one work that the clause behind an investment names; empty where it names none or several."""
    if one.indicator not in _SPENT or one.numeral.kind != "money":
        return ""
    found = _SPENT_ON.match(sentence.text, one.end, sentence.end)
    name = wording.tidy(found["name"]) if found else ""
    return name if _names_a_work(name) else ""


def _label(one: Item, sentence: Sentence) -> str:
    """The work before the colon of the part of the sentence in which a number stands."""
    at = sentence.clause_of(one.numeral.start)
    for clause in reversed(sentence.clauses[max(0, at - _FAR) : at]):
        if clause.mark in ":：":
            return _labelled(sentence.text[clause.start : clause.end])
        if clause.mark not in ",，":
            return ""
    return ""


def _counts(last: Item, one: Item, text: str) -> bool:
    """Whether the number before counts things, in the clause at hand or the one before it."""
    between = text[last.end : one.numeral.start]
    near = not any(mark in between for mark in "；;。") and between.count("，") + between.count(",") < 2
    paid = last.numeral.kind == "money" and one.thing[:2] in _PAID
    counted = paid or last.numeral.kind in ("count", "area", "length")
    dealt = "分别" in between or text[one.end : one.end + 1] in _AND
    return near and counted and not dealt and len(_things(last)) > 1 and not bare(last.indicator)


def _whose(last: Item, one: Item, own: str, text: str) -> str:
    """What a rate is of: the things that the number before counts, or whose money or same rate it is; empty where it is of none."""
    if _counts(last, one, text):
        return _things(last).removesuffix(own)
    if (
        last.indicator.endswith(own)
        or last.indicator.endswith(("项目投资", "项目完成投资"))
        and own[:2] in _STAGES
    ):
        near = not any(mark in text[last.end : one.numeral.start] for mark in "；;。")
        return last.indicator.removesuffix(own).removesuffix("投资").removesuffix("完成") if near else ""
    return ""


def _things(last: Item) -> str:
    """建成安置房 leaves 安置房; 新签约项目 and 引进企业 stay whole."""
    thing = _OF_SUCH.sub("", _DONE_TO.sub("", last.thing))
    return last.indicator if "签约" in last.verb or "引进" in last.verb else thing


def _owner(one: Item, last: Item | None, sentence: Sentence, pointed: re.Match[str] | None) -> str:
    """The work that a clause before names, or the label of the part of the sentence; empty where there is none."""
    text, place = sentence.text, one.numeral.start
    at = sentence.clause_of(place)
    own = sentence.clauses[at]
    if not pointed and (not last or last.numeral.start < own.start):
        found = _DONE.match(text, _MARKER.match(text, own.start).end(), place)  # type: ignore[union-attr]
        name = _chosen(found["name"], pointed) if found else ""
        if name:
            return name
    for clause in reversed(sentence.clauses[max(0, at - _FAR) : at]):
        if clause.mark in ":：":
            return _labelled(text[clause.start : clause.end])
        if clause.mark not in ",，" or (last and last.numeral.start >= clause.start and not _is_work(last)):
            return ""
        led = None if one.indicator.endswith("产值") else _LED.fullmatch(text, clause.start, clause.end)
        for found in (_DONE.match(text, clause.start, clause.end), led):
            name = _chosen(found["name"], pointed) if found else ""
            if name:
                return name
        if one.numeral.kind == "money" and (name := _labelled(text[clause.start : clause.end])):
            return name
    return ""


def _is_work(last: Item) -> bool:
    """Whether the number before was a measure of a work too, whose owner may be this one's."""
    return last.thing.endswith(("投资", "工程", "签约")) or last.numeral.kind in ("money", "ratio")


def _labelled(label: str) -> str:
    name = wording.tidy(label[_MARKER.match(label).end() :])  # type: ignore[union-attr]  # it matches nothing too
    return name if _names_a_work(name) else ""


def _chosen(name: str, pointed: re.Match[str] | None) -> str:
    """The one name meant: of several the first or the last where 前者 or 后者 says so."""
    name = wording.tidy(wording.head(_BEHIND.sub("", name)))
    name = name.removesuffix("建设") if name.endswith(("项目建设", "工程建设", "期建设", "厂建设")) else name
    whole = _WORKED_ON.sub("", name) if pointed else name
    if "、" in whole:
        parts = whole.split("、")
        if not pointed or pointed["first"] is pointed["last"]:
            return ""
        whole = parts[0] if pointed["first"] else parts[-1]
    return whole if _names_a_work(whole) or whole in _TALKED else ""


def _names_a_work(name: str) -> bool:
    """Whether the words are the name of a work or a place, and no task."""
    if (
        not 2 < len(name) <= _LONGEST
        or name[0] in _NO_NAME
        or _VERB.match(name)
        or "，" in name
        or "," in name
    ):
        return False
    if len(name) > _GIVEN and _EVENT.search(name):
        return True
    found = kinds.ending(name) or kinds.ending(_WORKED_ON.sub("", name))
    return found is not None and found.kind in _OWNERS
