"""Names of projects inside a stretch of words: lists dealt out, heads given back, what is too general left out."""

from __future__ import annotations

import re

from luoshi.reading.milestones import words
from luoshi.reading.milestones.judging import (
    RANKED,
    Way,
    fits,
    is_plain,
    is_singular,
    is_thing,
)
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.lending import whole
from luoshi.reading.milestones.members import HEADS, MANNERED, Name, dealt
from luoshi.reading.milestones.stages import untailed
from luoshi.reading.milestones.tidying import SIZE
from luoshi.reading.milestones.vocabulary import own
from luoshi.reading.numerals import written
from luoshi.reading.openings import lazy, quick

_NUMBER = r"(?:\d{1,6}|[一二两三四五六七八九十]{1,4})[余多]?"
_COUNT = rf"{_NUMBER}(?:个|家|户(?=企业)|套(?=[^，,]{{0,6}}[房住居寓])|条|座|项|处|所|栋|段|片|块|大(?=建筑|工程|项目|场馆|片区|景区|灌区|园区|中心))"
_MORE = quick(
    r"(?:(?<=[一二三四五]高)等(?=[\d一二三四五六七八九十两]{1,3}[个所])"
    r"|(?<![高同平均优甲乙特初中上下一二三])等(?![级效候待额身边宽离]|同[于样等]|高线))"
)
_COUNTED = quick(rf"(?<=[^\d、和及与第前后])(?P<count>{_COUNT})(?![级期线号])(?P<head>[^、，,。]{{0,24}})$")
_COUNTED_FIRST = lazy(
    rf"(?:约|近|超|不少于|至少)?(?:\d{{1,6}}[-—~至])?(?:{_COUNT}"
    rf"|[\d.]{{1,9}}[余多]?[百千万亿]{{0,2}}[余多]?(?:个|条|座|平方米|平方公里|亩|公里|米|吨|元|人|台|套|户"
    rf"|张|辆))"
)
_SIZE_OF_HEAD = lazy(
    r"(?:的|(?:总投资额?|投资|计划投资|超|近|约|总里程|总长){0,3}[\d.]{1,9}[余多]?[百千万]?[亿万]?(?:元|公里"
    r"|米|亩|平方米)(?:以上)?的?){0,3}"
    rf"(?:[一二三四五六七八九十]{{1,2}}大?类)?(?:{_COUNT})?(?:以上)?(?:(?:村庄?|社区|小区|乡镇)的|的)?"
)
#: 等老旧小区改造14个: how many there are, behind what they are.
_HOW_MANY, _COUNTERS = quick(rf"(?<=[造建治设程目路]){_COUNT}$"), frozenset("个条座项处所")
_GROUPING = lazy(words.GROUPING)
#: Heads that say the list holds no projects.
_BAD_HEAD = quick(
    r"^企业(?:建设|开展|打造)|院士|专项(?:工程|行动)$|(?:旅游|精品)线路$|^“[^”]{0,20}”$|专家|人居环境|全域|控制性(?!详)|专项工程|高校|院校"
    r"|院所|国家$|地区$|城市$|乡镇$|(?:中介|科研|金融|服务|研发|培训|社会|专业|创新)机构$|^机构$|新型基础设施"
    r"|公共平台|衔接|融合|协同|联动|发展$|对接|大类|事项|手续|审批(?!项目)|市场$|领域|产业$|行业|方面|企业$"
    r"|企业[^项]{0,6}$|指标|问题|活动|政策|措施|平台$|环节|方式|模式|形式|资源|要素|机制|服务业|产品|人才"
    r"|行动|改革|工作法|品牌|会议|部门|单位|产业(?!园|集群|化?项目|类|综合|地产|[^，,]{0,6}(?:项目|工程|园"
    r"|基地|载体))"
)
_PROJECTS = quick(
    r"前期工作|医疗机构|养老机构|区域|路段|高铁|城际|地铁|轨道|枢纽|电站|配套|扩区|港区|项目|工程|设施|建设"
    r"|道路|公路|高速|铁路|航道|绿地|场馆|园区|学校|医院|小区|桥|路|站|片区|载体|泵站|水库|厂|技改|治理|改造|基地"
    r"|综合体|街区|管网|航线|机场|隧道|管廊|安置房"
)
_JOINT = quick("[、,，](?:以及|还有|和|及)?|以及|和|及(?!其|配套|附属|相关)")
_AND = quick("[、和及]")
_LEADING_SIZE = lazy(
    r"(?:总?库容|安置规模|装机容量?|设计规模)(?:达到?|约|超过?"
    r"|为)?[\d.]{1,9}[余多]?[百千万亿]{0,2}[\u4e00-\u9fff]{1,4}?的|(?:(?:计划|总|占地(?:面积)?|总?建筑面积"
    r"|面积|用地(?:面积)?|总长|全长|投资额?|计划总?投资|总投资额?|长|规划(?:面积)?){0,3}(?:约|近"
    r"|超)?(?:[\d.]{1,9}|[xX×]{1,4})[余多]?[百千万亿]{0,2}(?:亩|平方米|平方公里|公顷|公里|米"
    r"|元)?(?:[(（][^()（）]{1,30}[)）])?[、的,，]){1,4}"
)
#: What is said of projects before their names: 正在对接的, 已经签约的, 库容900万立方米的, 安置规模达500户的.
_ATTRIBUTE = lazy(
    r"(?:新?(?:引进|签约|招引|落户|在建)|与[\u4e00-\u9fff、]{2,16}?(?:共建|共同建设)"
    r"|与?[\u4e00-\u9fff、]{2,16}?(?:投资|合作|承建)(?:建设|共建|兴建|开发)?|(?:正在?|已经?|均已|目前|计划"
    r"|即将|拟|去年|上年)[\u4e00-\u9fff]{2,10}|[\u4e00-\u9fff]{2,6}?(?:为|达到?|约|近"
    r"|超过?)?[\d.]{1,9}[余多]?[百千万亿]{0,2}[\u4e00-\u9fff]{1,4}(?:以上)?)的(?=[^的]{3})"
)
_DIGITS = lazy(r"\d{1,6}|[^\d余多个家条座项处所栋段片块大]{1,4}")
#: What a work makes in a year, before its name: 40万吨负极材料产业园.
_CAPACITY = lazy(r"(?:年产)?[\d.]{1,9}万?(?:吨|千瓦|兆瓦|GWh|MW)")
#: Before a name: what it is to be at once.
_DESCRIBED = lazy(r"集[^，,。;；的]{2,30}[于为]一体的")
#: Ways to speak of a project that leave no doubt, so that no kind need close its name.
_NAMELESS = ("dated", "pushed", "honour")
#: A、B等17个: where what is done to them is done to projects alone, they need not be called so.
_NAMED_SO, _SO_MANY = ("firm", "dated", "pushed"), lazy(rf"{_NUMBER}[个项]")
#: A、B两户企业, of which a stage is promised: their works are meant.
_FIRMS = lazy(r"(?:龙头|骨干|重点|工业|规上){0,2}(?:企业|公司|[酒药车矿]企)(?:项目)?")
_SAME_TAIL = 3
_FEW, _MOTTO = 2, 4
#: “三馆一中心”项目(图书馆、文化馆、博物馆、艺术中心): the members of what is only counted.
_IN_NOTE = lazy(
    r"(?:“[^“”]{2,16}”|[^()（）、]{0,12}[\d一二两三四五六七八九十][个项大条座所处])[^()（）、]{0,10}"
    r"[(（](?![不含其详见])(?P<names>[^()（）]{4,160}?)等?[)）]"
)
#: “一心三片”(A片、B片): how a place is laid out.
_LAYOUT = lazy(r"“[^“”]{0,8}[一二两三四五六七八九][核心轴带翼极片廊圈]")
_OURS = lazy(r"[我本][省市县区镇乡州](?!级)")
#: Loose nouns that are works where their building is spoken of: 某湖建设, 某公司的建设进度.
_BUILDING, _TO_BUILD = ("建设", "建设进度", "建设步伐"), ("公司", "湖", "市场")
_BRIEF = 6
#: 三期四期, 一、二期工程, 一期和二期
_PHASES = lazy(
    r"(?P<of>[^期]{2,40}[^第十期])(?P<one>[一二三四])(?:期?[、和及]|期)?(?P<other>[二三四五])期(?P<kind>工程|项目)?"
)
_MANY = lazy(
    r"与[^、，,]{2,12}、|和(?:深化|推动|推进|完善|加强|扩大)|(?:[\u4e00-\u9fff]{0,4})(?:一批|若干|一系列|各类"
    r"|更多|各项|多个)|一?系列"
)
#: Looser nouns that a head lends as well.
_SHARED = ("产业集群", "示范园区", "示范区", "基地")


def names(stretch: str, way: Way) -> list[Name]:
    """The projects named in ``stretch``, spoken of in the given way; none where it speaks of things in general."""
    if "期" in stretch[-_BRIEF:] and (both := _PHASES.fullmatch(untailed(stretch))):
        return _in_phases(both, way)
    single = "等" not in stretch and not _AND.search(stretch)
    if single and way not in _NAMELESS and ending(untailed(stretch)) is None:
        return []
    if stretch.endswith((")", "）")) and "、" in stretch and (noted := _IN_NOTE.fullmatch(stretch)):
        if _LAYOUT.match(stretch) or are_mottoes(noted["names"]):
            return []
        by = noted.start("names")
        return [Name(a + by, b + by, project) for a, b, project in listed(noted["names"], way)]
    if _MANY.match(stretch) or stretch.count("“") != stretch.count("”"):
        return []
    sized = (
        _LEADING_SIZE.match(stretch)
        or (stretch[:1] in "我本" and _OURS.match(stretch))
        or ("的" in stretch and _ATTRIBUTE.match(stretch) or None)
    )
    if sized and sized.end() < len(stretch):
        by = sized.end()
        return [Name(one.start + by, one.end + by, one.project) for one in names(stretch[by:], way)]
    if single:
        project = untailed(stretch)
        built = way == "loose" and stretch.endswith(_BUILDING) and project.endswith(_TO_BUILD)
        return _plain(project, "firm" if built else way)
    described = _DESCRIBED.match(stretch)
    if described:
        by = described.end()
        return [Name(one.start + by, one.end + by, one.project) for one in names(stretch[by:], way)]
    more = list(_MORE.finditer(stretch)) if "等" in stretch else ()
    if more:
        return _lists(stretch, more, way)
    counted = _COUNTED.search(stretch)
    if counted and counted.start() > 2:
        found = _counted(stretch, counted, way)
        if found is not None:
            return found
    return _plain(untailed(stretch), way)


def _in_phases(both: re.Match[str], way: Way) -> list[Name]:
    """云溪产业园三期四期, 柳塘水厂一、二期工程: each phase is a project."""
    kind = both["kind"] or ""
    found = names(f"{both['of']}{both['one']}期{kind}", way)
    if not found or not found[-1].project.endswith(f"{both['one']}期{kind}"):
        return found
    last = found[-1].project.removesuffix(f"{both['one']}期{kind}")
    return [*found, Name(both.start("other"), both.end(), f"{last}{both['other']}期{kind}")]


def are_mottoes(said: str) -> bool:
    """六项工程(龙头倍增、园区扩容、要素直达): items of a programme, four characters each and nothing that is built."""
    each = said.split("、")
    return len(each) > _FEW and all(
        len(one) == _MOTTO and ((end := ending(one)) is None or end.kind == "works") for one in each
    )


def listed(stretch: str, way: Way) -> list[Name]:
    """The projects of a list that is said to be of projects."""
    if "等" in stretch and _MORE.search(stretch) or _COUNTED.search(stretch):
        return names(stretch, way)
    return _chosen(dealt(stretch, ""), way, listed=True)


def _lists(stretch: str, more: list[re.Match[str]], way: Way) -> list[Name]:
    """A、B等公路和C、D等铁路: each list with its own head."""
    for one in more:
        joint = _JOINT.search(stretch, one.end())
        if joint and joint.end() + 2 < len(stretch) and _closes(stretch[one.end() : joint.start()]):
            by = joint.end()
            rest = [Name(a + by, b + by, project) for a, b, project in names(stretch[by:], way)]
            return [*_with_more(stretch[: joint.start()], one.start(), way), *rest]
    return _with_more(stretch, more[-1].start(), way)


def _closes(head: str) -> bool:
    return _PROJECTS.search(head) is not None and ending(untailed(head)) is not None


def _with_more(stretch: str, place: int, way: Way) -> list[Name]:
    """A、B等3个项目: the list ends at 等, and what follows says of what it is."""
    if MANNERED.search(stretch, 0, place + 1):
        return _plain(stretch, way)
    head = stretch[place + 1 :]
    kind = _of_what(head)
    bad = _BAD_HEAD.search(kind)
    if (
        bad
        and not (bad.group() == "平台" and _are_bodies(stretch[:place]))
        or _COUNTED_FIRST.match(stretch)
        and "、" not in stretch[:place]
    ):
        return []
    if way in _NAMED_SO and (
        _SO_MANY.fullmatch(head) or _SO_MANY.match(head) and not _PROJECTS.search(head) and not ending(kind)
    ):
        return _chosen(dealt(stretch[:place], "", more=True), way, listed=True)
    if head and not _PROJECTS.search(head) and not ending(kind):
        return []
    return _chosen(dealt(stretch[:place], _lendable(kind), more=True), way, bool(head))


def _are_bodies(stretch: str) -> bool:
    """合成生物研究院、中科荣信研究院 as platforms: bodies with names of their own."""
    return all(
        (end := ending(one.project)) is not None and end.kind == "thing" and own(one.project) > 1
        for one in dealt(stretch, "")
    )


def _counted(stretch: str, counted: re.Match[str], way: Way) -> list[Name] | None:
    """A、B、C3条道路: a list without 等 whose number is said; None where the number is one of the last name's own."""
    kind = _of_what(counted["head"])
    if not counted["head"]:
        return _counted_behind(stretch[: counted.start()], counted["count"], way)
    members = dealt(stretch[: counted.start()], _lendable(kind))
    if len(members) == 1 and counted["count"][0] in "两二2":
        members = _two(stretch[: counted.start()], _lendable(kind)) or members
    if len(members) > 1 and way in _NAMED_SO[1:] and _FIRMS.fullmatch(kind):
        return _chosen(members, way, listed=True)
    if len(members) > 1 and (_BAD_HEAD.search(kind) or any(one.end - one.start < 2 for one in members)):
        return []
    if len(members) < 2 or not (_PROJECTS.search(counted["head"]) or ending(kind)):
        return None
    alone = int(written(_DIGITS.match(counted["count"]).group())) == len(members)  # type: ignore[union-attr]
    if not alone and not all(ending(one.project) for one in members):
        return None
    return _chosen(members, way, listed=alone, exact=alone)


#: 柳塘水厂1座、溪口泵站
_EACH_COUNTED = quick(r"[\d一二两三四五六七八九十][座处所条个栋项](?=[、和及])")


def _counted_behind(stretch: str, count: str, way: Way) -> list[Name]:
    """柳塘、溪口泵站2座: as many names as are counted; 柳塘水厂1座、溪口中转站2座: those that are one."""
    many = int(written(_DIGITS.match(count).group()))  # type: ignore[union-attr]
    if each := list(_EACH_COUNTED.finditer(stretch)):
        return _chosen(dealt(stretch[: each[-1].end()], ""), way, listed=False)
    if many < _FEW:
        return []
    members = dealt(stretch, "")
    return _chosen(members, way, listed=True, exact=True) if len(members) == many else []


def _two(stretch: str, head: str) -> list[Name]:
    """A和B两个集群: the two that a number says they are; empty where there is no one place to part them."""
    left, _, right = stretch.partition("和")
    if "和" in right or min(own(left), own(right)) < 2 or not head:
        return []
    return [
        Name(0, len(left), whole(left, right, head, more=True)),
        Name(len(left) + 1, len(stretch), whole(right, right, head, more=True)),
    ]


#: 园区的控制性详规: whose plans.
_OF = quick("(?<=[区园镇村城])的(?=[^的]{0,8}[规划评]$)")


def _of_what(head: str) -> str:
    """What the head of a list says its members are: 排涝泵站扩容改造 of 等5座排涝泵站扩容改造."""
    sized = _SIZE_OF_HEAD.match(head)
    stop = _HOW_MANY.search(head) if head[-1:] in _COUNTERS else None
    kind = untailed(head[sized.end() if sized else 0 : stop.start() if stop else None])
    return _OF.sub("", kind) if "的" in kind else kind


def _lendable(kind: str) -> str:
    """The noun a head gives to its members, empty where it says no more than 项目."""
    grouping = _GROUPING.match(kind)
    noun = kind[grouping.end() if grouping else 0 :]
    end = ending(noun)
    return (
        noun
        if end
        and (
            end.kind in ("thing", "works", "plan") or end.word in _SHARED or _is_done_to_land(noun, end.word)
        )
        and end.word not in ("设施", "基础设施")
        else ""
    )


def _is_done_to_land(noun: str, word: str) -> bool:
    """土地综合整治项目, 滑坡治理工程: works that say of places what is done there."""
    works = ending(noun[: -len(word)]) if word in HEADS else None
    return works is not None and works.kind == "works" and works.word[-1] not in "建改"


def _chosen(members: list[Name], way: Way, listed: bool, exact: bool = False) -> list[Name]:
    """The members that name a project, and things among them; where most of a list is general, none."""
    members = [one for one in members if not _COUNTED_FIRST.match(one.project)]
    named = [one for one in members if fits(one.project, way, listed)]
    if 2 * len(named) < len(members) or _is_slogan(members):
        return []
    return [
        one
        for one in members
        if one in named
        or len(named) > 1 - listed
        and (
            is_thing(one.project)
            or listed
            and ((exact or own(one.project) > 0) and is_plain(one.project) or is_singular(one.project))
        )
    ]


def _is_slogan(members: list[Name]) -> bool:
    """生态云溪、宜居云溪、平安云溪: one name under several adjectives."""
    tails = {one.project[-2:] for one in members}
    return (
        len(members) >= _SAME_TAIL
        and len(tails) == 1
        and all(len(one.project) <= 4 and len(_kind(one.project)) < 2 for one in members)
    )


def _kind(project: str) -> str:
    end = ending(project)
    return end.word if end else ""


def _plain(stretch: str, way: Way) -> list[Name]:
    if (
        not stretch
        or RANKED.match(stretch)
        or _COUNTED_FIRST.match(stretch)
        and not _is_made_of_size(stretch)
        and "、" not in stretch
        and "和" not in stretch
    ):
        return []
    if ending(stretch) is None and way not in _NAMELESS and not _AND.search(stretch):
        return []
    members = dealt(stretch, "")
    if len(members) > 1 and _is_description(stretch, members):
        return []
    first = members[0].project
    if _COUNTED_FIRST.match(first) and not _CAPACITY.match(first) or _is_slogan(members):
        return []
    members = [
        one for one in members if not _COUNTED_FIRST.match(one.project) or _is_made_of_size(one.project)
    ]
    of_projects = len(members) > 1 and members[-1].project.endswith("项目")
    named = [one for one in members if fits(one.project, way, of_projects)]
    if (
        2 * len(named) >= len(members) > 1
        or way == "firm"
        and (named[:1] == members[:1] or named and all(is_thing(one.project) for one in members))
    ):
        return [one for one in members if one in named or is_thing(one.project) or is_singular(one.project)]
    return named


def _is_description(stretch: str, members: list[Name]) -> bool:
    """资源集约、环境优美的新城: words of one thing, and no list of things."""
    said = [stretch[one.start : one.end] for one in members]
    return "的" in said[-1] and not any(ending(one) for one in said[:-1])


def _is_made_of_size(stretch: str) -> bool:
    """3公里滨湖路, 40万吨负极材料产业园: a size before a name, and no number of things."""
    if sized := SIZE.match(stretch):
        return own(stretch[sized.end() :]) > 0
    capacity = _CAPACITY.match(stretch)
    return capacity is not None and own(stretch[capacity.end() :]) > 1
