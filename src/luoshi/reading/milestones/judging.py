"""Whether a stretch of words is the name of one project that a supervisor would put on a list."""

from __future__ import annotations

from typing import Literal

from luoshi.reading.milestones.kinds import Ending, ending
from luoshi.reading.milestones.vocabulary import is_word, own
from luoshi.reading.openings import lazy, quick

#: How a name is spoken of. firm: a verb that only works have; loose: 推进, 实施; vision: 打造; built: 建设; honour: 争创;
#: subject: its stage follows; pushed: 推动A投产; dated: with a time.
Way = Literal["firm", "loose", "vision", "built", "honour", "subject", "pushed", "dated"]

LONGEST, SHORTEST = 48, 2
_QUOTED = quick(r"“[^“”]{0,60}”")
#: Common words after which roads are called.
_STREETS = (
    "人民|解放|建设|文化|和平|团结|胜利|光明|民主|工业|科技|创业|创新|迎宾|振兴|幸福|健康|友谊|劳动|青年|文明"
    "|富民|兴业|站前|朝阳|育才|学府"
)
#: What homes are called after common words.
_HOMES = r"(?:里|苑|新村|花园|家园|小区|社区|公寓)"
#: What makes a thing one of its kind: a phase, an ordinal, a road's or a line's number, a name in quotation marks.
_DEFINITE = quick(
    rf"(?:{_STREETS})(?:[东西南北中一二三四]?路|[东西南北]街(?![区道])|大[道街]|{_HOMES}(?=[^，,]{{0,6}}(?:改造|征收|征迁)))|"
    r"[一二三四五六七八九十\d]期|第[一二三四五六七八九十\d]{1,4}(?![批个条类次产季])|[\d一二三四五六七八九十][号#]|\d千伏"
    r"|(?<![\u4e00-\u9fff])[东西南北中]片?区(?=[\u4e00-\u9fff]{4})|“[^”]{2,30}”|\d[国省县乡]道|[国省县乡]道\d|[GSXY]\d|大外环|[东南西北]外环|[一二三四五六]环(?!节)|(?:外环|绕城"
    r"|环城)[(（]?(?:高速|快速|绕城|[东南西北]路)|\d[号#]机组|\d线|(?<!康庄|阳光|金光|致富"
    r"|条条)大道(?=[^，,、]{0,6}(?:改造|拓宽|延伸|续建|升级|提升|贯通))"
    r"|[\u4e00-\u9fff]{2}(?:[东西南北中](?:路|大街)|路[东西南北]延)"
)
#: A place has one of these.
_UNIQUE = quick(
    r"(?:保税物流中心|综合保税区|综保区|老年大学|开放大学|[图文博美档科体纪展规][书化物术案技育念览划]馆"
    r"|体育中心|体育场|体育公园|会展中心|政务服务中心|市民中心|客运站|客运中心|汽车站|火车站|客运枢纽|殡仪馆"
    r"|福利院"
    r"|社会福利中心|急救中心|人民医院|中医院|疾控中心|疾病预防控制中心|职教中心|公共实训基地|妇幼保健院"
    r"|中心医院|(?:人民|市民|世纪|站前)广场|人民公园|中心广场|中央公园|少年宫|(?:新城|实验|城[东西南北])(?:小学|中学|学校)"
    r"|青少年[\u4e00-\u9fff]{0,2}中心|填埋场|大剧院|机场|停机坪|人才公寓|垃圾(?:焚烧)?发电厂|智慧城市(?:管理"
    r"|运行|运营|指挥)中心|(?:物资|应急|粮食|冷链)储备中心|看守所|拘留所|(?:集镇|圩镇|场镇)(?:农贸市场|防洪堤|污水"
    r"|供水|客运站|停车场|公园|广场|老街)|铁路专用线|中心渔港|应急池|城乡供水一体化|党校|养护楼|集中供热|供热站|热源厂|热电厂|加速器|(?:商务|商业|城市)综合体|湿地公园|(?:游客|旅游)集散中心|融媒体中心|(?<!企业)大数据中心"
    r"|自来水厂|净水厂|烈士陵园|消防救援站|天然气门站|粮食储备库|(?:职业技能|公共)实训中心|应急(?:救援|指挥)中心|公共卫生(?:服务)?中心|妇女儿童活动中心|餐厨(?:垃圾|废弃物)[^，,]{0,4}(?:厂|中心|项目)|垃圾焚烧发电"
    r"|(?:粮食|冷链|农产品)[^，,]{0,4}物流(?:园|中心)|农产品批发市场|电商产业园|大学生创业园|特殊?教育?学校|职业教育中心|(?:城区|县城)防洪|高铁(?:新城|片区)|人防指挥所|(?:滨[河江湖海]|环[城湖])(?:[东南西北]?路)|[东南西北]环线|抽水蓄能|生物质(?:热电|发电)|(?:新城|城[东西南北])[^，,]{0,4}泵站)"
)
#: What lies beside one: 体育公园停车场, 汽车站站前广场.
_BESIDE_UNIQUE = lazy(r"(?:停车场|(?:站前)?广场|[东南西北]侧道路|周边道路|连接线)$")
#: The county's own: 县图书馆, 市一医院, 区托育中心.
_OF_PLACE = lazy(
    r"省(?![级内外道际会直])|[省市县区]级(?=[\u4e00-\u9fff]{0,10}(?:大数据|指挥|急救|应急|养老|托育|政务服务|客运|救援|调度|实训)"
    r"[\u4e00-\u9fff]{0,6}(?:中心|馆|平台|基地)(?:项目|工程)?$)|(?:街道(?=[\u4e00-\u9fff]{2,8}(?:中心|馆|站|院|公园)$)|[县市区镇州旗](?![级场域政区镇里内])|(?:开发区"
    r"|经开区|高新区|园区(?!道路|次干|主干|配套|基础|企业|项目)|新区|国家)(?![级内]|外(?!贸)))"
)
_PLACE = lazy(
    r"^(?:[县市区镇](?![级场域政道])|(?:我|全|本)?[\u4e00-\u9fff]{1,5}?(?:省|(?<!区城)市|县|州(?!大道)"
    r"|[^小社园片置户校院灌矿库景新港城山住厂辖行站业心街]区)(?![级场政域块间位别路街巷]))"
)
_OF_RANK = lazy(r"国家|省|市|全国|全省|第[一二三四五六]批")
_OF_AREA = lazy(r"国家|与|省(?![级内外道际会直])|[全本]?[市区县镇](?![级场政])")
_REFUSED = quick(
    r"一批|若干|^逐[个一项]|^(?:[东西南北]{2})?[两几][个所条座家项]|关停|^(?:上述|以上|其余|剩余|余下)|大类\d|^各|^通往|^\d{2,4}村|^(?:清淤|疏浚|整治|改造)\d{1,4}[条个座处]|[局委办]中心$|代建中心$|企业改造升级$|^并(?!州)|并(?:启动|推进|开工)|各街道|[局委办][\u4e00-\u9fff]{2,4}街道|\d条[^\d]{2,12}[及和]\d|各类|一系列|各项|各个|所有"
    r"|每个|(?<!安)全[市县区]|我[市区县]|更多|哪些|多少|什么|能力|水平|机制|制度|环境$|政策|力度"
    r"|质量(?!安全[县市]|检测|检验)|作用|格局|市场主体|责任|高地|样板|标杆|人才队伍|品牌|举措|措施|新政(?!务)|阶段(?!工程|项目)|^[这那][座幢栋条个项所家处]|以[东西南北](?:改造|整治|建设)|(?:机构|公司|单位|团队|专家)(?:编制|运营)"
    r"|增长极|新引擎|服务体系|指标体系|企业库|项目库|大招商|清单|专班|工作站|以[东南西北]$|坚持|加快|运用"
    r"|布局调整|很多|许多|诸多|多个|主体工程$|[十百两三四五六七八九\d]大(?:[\u4e00-\u9fff]{2,3})?(?:项目|工程|产业(?!园)"
    r"|景区|园区|片区)|活动(?!中心)|建成|设立|企业在|[县市区]\d{1,3}$|培育工程|现有|在建的"
    r"|手续|审批|资金|任务|比例|比重|产值|税收|增加值|以上|以内|左右|[%％]"
    r"|行动(?!计划[\u4e00-\u9fff]{2,8}(?:工程|项目)$)|改革$|^的|^了|^好(?!望)|^像(?!.{0,2}[山路])|^(?:加强"
    r"|增强|提升|优化|强化|深化|完善|防范|发展|扩大|增加|改善|拓展|筹集|筹措)|打造|目前|当前|截[至止]|同比|增长|下降"
    r"|同时|进行|开展|认真|根据|按照|通过|运用|加快|坚持|以外|抓(?=项目)|包括|其中|例如|确保|力争|争取"
    r"|计划(?!生育)|完成|[\d十百千]亿元?级|\d(?:个|家|户)|思路|目标|全部|^除了?|已(?!建)|两端"
)
#: What opens a class of things and no name: 重点, 重大, 精品.
RANKED = lazy(
    r"(?:重点|重大|战略性|骨干|标志性|优质|新型|大型|精品|关键|公共|配套|基础|其他|普惠|高标准|重要"
    r"|一般)(?!.{0,10}[“\d])(?!.{2,8}[一二三四五]期$)"
)
_OF_KIND = quick(
    r"(?:重点|重大|民生|投资|补短板|子)(?:建设)?(?:项目|工程)$|(?:^.{0,3}|[镇县区市乡园])招商项目$|(?:前期"
    r"|预备|储备|备选)项目$|意向(?:项目|工程)$|^.{0,4}(?:交通|水利|城建|农村)(?:建设)?(?:项目|工程)$|^(?:续建"
    r"|新建|在建)(?:项目|工程)$"
)
_NAMED_WORKS = quick(
    r"^(?:国家|省)级?[^，,、的]{4,20}(?:示范|试点)(?:项目|工程)$|(?:污水|雨污|供热|供水|排水|燃气|天然气"
    r"|管网)[^，,]{0,8}(?:改造|提升|贯通|分流|连通|迁改|扩建|提标)[^，,]{0,2}(?:工程|项目)$"
)
_CAMPAIGN = quick(
    r"”[^”]{0,5}(?:工程|计划|行动|年|专项整治|专项治理)$|“[^”]{0,8}(?:工程|计划|行动)”$|[号大](?:工程|行动"
    r"|计划)”?$|(?:提升|培优|倍增|赋能|提速|焕新|引领|带动|梯队|培育|惠民|安居|温暖|民生|放心).{0,6}工程$"
)
#: “引溪济柳”工程: water is led from one river to another.
_DIVERSION = lazy(r"“[引调][\u4e00-\u9fff]{1,2}[济入补][\u4e00-\u9fff]{1,2}”")
_WORKS_IN_IT = quick(
    r"[\u4e00-\u9fff]{2}(?:路|街|桥|河|湖|渠|水库|水厂|污水|管网|小区|小学|中学|医院|校区|公园|广场|大道"
    r"|[国省县]道|[馆楼厂闸]|泵站|车站|灌区|景区)"
    r"|[\u4e00-\u9fff]{2}(?:[绿亮美]化|景观|照明)提升工程$"
)
_SLOGAN = lazy(r"“(?=[^”]{0,8}(?:美丽|幸福|平安|文明|和谐|宜居|最美|放心|清洁|智慧|法治|四好))[^”]{2,8}”")
#: A road by where it leads: 云溪至柳塘的工业大道.
_LEADS_TO = quick(r"至[^的]{2,12}的[^的]{2,8}(?:[路街道桥线]|街区)$")
#: 柳塘水厂的提升改造工程: the works of a thing.
_OF_WORKS = quick(
    r"[\u4e00-\u9fff]{4}的(?:综合|整体|提升|异地|搬迁|全面){0,2}(?:开发利用|保护利用|改造|扩建|新建|迁建|重建|整治|修复|加固"
    r"|搬迁)(?:工程|项目)?$"
)
#: “一圈两场三改”, “333”: a slogan that counts.
_COUNTING = lazy(
    r"“(?:[^“”]{0,6}[一二两三四五六七八九十][^“”]{1,4}[一二两三四五六七八九十][^“”]{1,8}|\d[\d+]{1,6})”(?:项目|工程)?$"
)
_WHOLE_QUOTED = lazy(r"“[^“”]{1,40}”")
#: 城市“断头路”: quotation marks around what every place has.
_OF_ALL_PLACES = quick(r"“(?P<word>[^“”]{2,6})”")
#: A phase, of whatever: 一期工程.
_PHASE = lazy(r"[一二三四五]期(?:项目|工程|征地|征地拆迁)?")
_GROUPED = quick(r"^“[^“”]{2,10}”[和与及]|”[一二三四五六七八九十\d]{1,4}[大个类项]|”“|“四好”")
#: What makes words no proper name where no kind of project closes them.
_COMMON = quick(
    r"[的了着等]|已|将(?!军)|[要把](?!素)|项目|企业|工作|主体|前期|招标|投资|部分|其余|其他|剩余|推[进动]"
    r"|加快|完成|实现|建设|实施|方案|系统|体系|[一二三四五六七八九十两\d][个家条座处所项批户]"
    r"|单位|部门|会议|年度|季度|土建|设备|安装|装修|绿化|[路管]网$|道路$|公司债|债券|前期|上市|合作|协议"
    r"|经济$|产业$|服务$|技术$|人才$|问题|发展|^[A-Z]{3,}$"
)
_ROAD = quick(r"[\u4e00-\u9fff]{2}(?:路|街|大道|巷|桥)$")
#: The homes of a works: 纺织厂小区, 粮站宿舍.
_HOME = quick(r"(?!.{0,4}[老危]旧)[\u4e00-\u9fff]{2,5}[厂站社司局行库校](?:小区|宿舍|家属院|家属楼)")
_NOTE = quick(r"[(（][^()（）]{1,6}[)）]$")
_HONOUR = quick(r"(?:区|园|集群|中心|器|基地|县|市|镇|村|平台|实验室|园区|机构|厂|工厂|校|院|城市)”?$")
_VISION = frozenset(
    [
        "家园",
        "中心",
        "园区",
        "集聚区",
        "先行区",
        "体系",
        "平台",
        "试验区",
        "市场",
        "社区",
        "商圈",
        "枢纽",
        "示范区",
        "区域",
        "高新区",
        "新区",
        "开发区",
        "经开区",
        "走廊",
    ]
)
#: Things of which several would be said with a number: 综合大楼, 孵化中心; not 厂房, 道路.
_SINGULAR = quick(
    r"(?:大楼|综合楼|教学楼|门诊楼|住院楼|中心|馆|小区基础设施|医院|水厂|电厂|处理厂|变电站|车站|客运站|剧院"
    r"|枢纽|机场|港|大厦|食堂|立体仓|储备[库站]|[沿滨环][江河湖海]步道|(?<=[\u4e00-\u9fff]{2})(?:产业|科技|物流|创业|孵化)园|(?:实训|救援|训练)基地|(?<=[新村镇])(?:农贸|菜|批发)市场)$"
)
_SINGULAR_WORKS = quick(
    r"(?:大楼|楼|中心|馆|医院|水厂|电厂|处理厂|变电站|车站|客运站|剧院|枢纽|机场|大厦|食堂|水库|大桥|敬老院"
    r"|福利院)[^，,]{0,6}(?:项目|工程|建|改造|加固|扩容|提升|搬迁|维修)[^，,]{0,4}$"
)
_SIZED = quick(r"\d[余多]?[百千万]?(?:公里|平方米|平方公里|亩|米|户|套|栋)")
_FACILITIES = frozenset(["基础设施", "附属设施", "电力设施", "过船设施"])
_GREAT = frozenset(
    [
        "水库",
        "大桥",
        "特大桥",
        "隧道",
        "互通",
        "枢纽",
        "电站",
        "变电站",
        "泵站",
        "抽水站",
        "灌区",
        "航道",
        "码头",
        "机场",
        "车站",
        "火车站",
        "高铁站",
        "铁路",
        "高速",
        "高速公路",
    ]
)
#: Works that are done to a road, a river or a place, and words of other things too.
_ALONG = frozenset(["延伸", "开发", "贯通", "绿化", "亮化", "美化", "拓宽", "扩面", "保护"])
_BESIDE = quick("(?:两岸|沿岸|两侧|沿线|周边)$")
#: What is done to the zone of which a place has one: 县经开区西扩.
_ENLARGED = frozenset(["东扩", "西扩", "南扩", "北扩", "扩区", "调位", "扩区调位", "扩区调区"])
_SCHOOL = lazy(r"[一二三四五六七八九十][中小]$")
_AS_FIRM = quick(r"(?<=[\u4e00-\u9fff]{4})企业$")
_SHORT_THING, _LONG_PROJECT = 4, 8
_AS_PROJECT = quick(r"(?:建设)?(?:项目|工程)$")
_LONG, _SHORTEST_THING = 5, 3
_VAGUE = frozenset(
    ["体系", "公交", "家园", "平台", "市场", "公司", "社区", "商圈", "区域", "基金", "河", "湖", "线", "系统"]
)
SURE_PLANS = frozenset(
    ["规划设计", "初步设计", "施工图设计", "可研", "可行性研究", "控规", "详规", "规划环评", "环评"]
)
#: The plans of which a place has one each.
_OF_ALL = lazy(
    r"(?:本?园区|全[市县区]|[县市镇乡]域|县城|城区|[\u4e00-\u9fff]{0,2}(?:开发区|高新区|经开区"
    r"|新区))(?:总体规划|总规|控规|控制性详细规划|国土空间(?:总体)?规划|详细规划|规划环评|产业(?:发展)?规划"
    r"|专项规划)"
)
_BARE_PLAN = lazy(r"(?:总体|专项|详细|发展)?规划(?:修编|编制)")
_AND = quick("[、和及与]")
_PLAN_WORDS = quick(r"总体|专项|发展|建设|详细|控制性|规划|编制|方案")


def fits(project: str, way: Way, listed: bool = False) -> bool:
    """Whether ``project`` names one thing; ``listed``: it stands in a list that is said to be of projects."""
    if not SHORTEST <= len(project) <= LONGEST or _PHASE.fullmatch(project):
        return False
    if way == "honour":
        return _is_honour(project) and not _refused(project)
    end = ending(project)
    if end is None:
        return (
            (listed or way in ("dated", "pushed")) and _is_proper(project, listed) and not _refused(project)
        )
    return not _refused(project) and _is_one_of_its_kind(project, end, way, listed)


def _is_one_of_its_kind(project: str, end: Ending, way: Way, listed: bool) -> bool:
    """Whether a name that ends with a word of its kind is that of one project, and not of things in general."""
    if len(project) < 3 and not listed:
        return way in ("firm", "subject", "dated", "pushed") and _SCHOOL.match(project) is not None
    if end.word in _ENLARGED and _OF_PLACE.match(project):
        return True
    if end.kind == "plan":
        return _is_plan(project, end.word, way)
    if not listed and (
        _SIZED.search(project)
        or end.kind == "works"
        and not _done_to_a_thing(project, end.word)
        and not (way in ("dated", "pushed") and _SINGULAR.search(project[: project.rfind(end.word)]))
    ):
        return False
    if end.word == "基金":
        return way == "firm" and len(project) > _LONG
    if not is_own(project, way, listed):
        return False
    if way in ("vision", "built") and not listed:
        least = 3 if way == "vision" else 2
        return (
            end.word not in _VISION
            and (end.word != "基地" or own(project) > 3)
            or way == "built"
            and (own(project) > least or _UNIQUE.search(project) is not None)
        )
    if end.kind == "loose" and not listed and end.word in _VAGUE:
        return (
            "“" in project
            or way in ("firm", "subject", "dated", "pushed")
            or _OF_AREA.match(project) is not None
        )
    return True


def is_thing(project: str) -> bool:
    """Whether the words are those of a thing to build, though of no particular one: it passes in good company."""
    if (
        len(project) < _SHORT_THING
        and (not _ROAD.search(project) or is_word(project))
        or _refused(project)
        or RANKED.match(project)
        or _OF_KIND.search(project)
    ):
        return False
    end = ending(project)
    if end and end.kind == "all" and len(project) < _LONG_PROJECT:
        end = ending(_AS_PROJECT.sub("", project))
    if end and end.kind == "works":
        stem = project[: project.rfind(end.word)]
        return _ROAD.search(stem) is not None or _HOME.fullmatch(stem) is not None
    return end is not None and end.kind in ("thing", "all")


def is_singular(project: str) -> bool:
    """Whether the words are those of a thing of which there is one: 综合客运枢纽."""
    return (
        _SINGULAR.search(project) is not None
        and is_plain(project)
        and not _OF_KIND.search(project)
        and project[0] not in "镇乡村"
    )


def is_plain(project: str) -> bool:
    """Whether nothing speaks against the words as a name; they pass in a list that is said to be of projects."""
    return (
        SHORTEST < len(project) <= LONGEST
        and not _refused(project)
        and not RANKED.match(project)
        and not _COMMON.search(project)
    )


def _done_to_a_thing(project: str, word: str) -> bool:
    """东塘河综合治理, 柳塘路改造: works are done to something with a name."""
    stem = project[: project.rfind(word)]
    if word in _ALONG:
        return ending(_BESIDE.sub("", stem)) is not None
    if _OF_PLACE.match(stem) and _SINGULAR.search(stem):
        return True
    return (
        own(stem) > 2
        or own(stem) > 1
        and (len(stem) > 3 or ending(stem) is not None)
        or _DEFINITE.search(project) is not None
        or _UNIQUE.search(stem) is not None
    )


def is_own(project: str, way: Way = "loose", listed: bool = False) -> bool:
    """Whether the name tells its project from others of the kind."""
    if RANKED.match(project) or _OF_KIND.search(project):
        return False
    if (
        "“" in project
        and (said := _OF_ALL_PLACES.search(project))
        and is_word(said["word"])
        and not own(project)
    ):
        return False
    end = ending(project)
    stem = project[: project.rfind(end.word)] if end and end.kind == "works" else project
    if way in ("dated", "pushed") and _SINGULAR.search(stem) and len(stem) > _SHORTEST_THING:
        return True
    if end and end.word in _FACILITIES:
        return own(project) > 1 and "园区" not in project or _DEFINITE.search(project) is not None or listed
    if end and end.word in _GREAT and own(project) > 0 and len(project) > 3:
        return True
    if listed and _ROAD.search(project) and not project.endswith("道路"):
        return True
    if _DEFINITE.search(project) or _OF_PLACE.match(project) and way != "vision":
        return listed or not _general_of_place(project)
    if own(project) > 1:
        return listed or not _general_of_place(project)
    if _NAMED_WORKS.search(project):
        return True
    unique = _UNIQUE.search(project)
    return unique is not None and (
        listed
        or way in ("firm", "pushed", "dated", "subject")
        or end is not None
        and end.kind == "works"
        or unique.start() == 0
        and _BESIDE_UNIQUE.match(project, unique.end()) is not None
    )


def _general_of_place(project: str) -> bool:
    """云溪市重点项目, 县农村公路工程: projects of a kind, wherever they are."""
    place = _PLACE.match(project)
    end = ending(project)
    if not place or place.group().endswith("城市") or not end or end.kind not in ("all", "works"):
        return False
    rest = project[place.end() :]
    if _SINGULAR_WORKS.search(rest):
        return False
    return own(rest) < 2 and not _DEFINITE.search(rest) and not _UNIQUE.search(rest)


def _refused(project: str) -> bool:
    plain = _QUOTED.sub("", project) if "“" in project else project
    if "“" in plain or "”" in plain or _GROUPED.search(project):
        return True
    return (
        "的" in plain
        and not _LEADS_TO.search(plain)
        and not _OF_WORKS.search(plain)
        or _REFUSED.search(plain) is not None
        or _is_campaign(project)
    )


def _is_campaign(project: str) -> bool:
    """“双百”工程, 产业提升工程, “美丽家园”: efforts, not works; a road or a school in it makes it works."""
    if (
        _SLOGAN.fullmatch(project)
        or _COUNTING.match(project)
        or _WHOLE_QUOTED.fullmatch(project)
        and own(project[1:-1]) < 2
    ):
        return True
    return (
        _CAMPAIGN.search(project) is not None
        and not _stands_by_water(project)
        and not _WORKS_IN_IT.search(project)
        and not _DIVERSION.match(project)
    )


def _stands_by_water(project: str) -> bool:
    """溪河“一河两岸”整治工程: a name before the motto says where."""
    place = project[: project.find("“")]
    return own(place) > 1 and place.endswith(("河", "湖", "江", "溪"))


def _is_honour(project: str) -> bool:
    return _HONOUR.search(_NOTE.sub("", project)) is not None and (
        _OF_RANK.match(project) is not None or "“" in project or own(project) > 1 and len(project) > 5
    )


def _is_proper(project: str, listed: bool) -> bool:
    """A name that no word of its kind closes: 海拓电子, 云延, 云溪至柳塘."""
    if listed:
        return own(project) > 1 and not _COMMON.search(project)
    return 3 <= len(project) <= 14 and own(project) > 1 and not _COMMON.search(_AS_FIRM.sub("", project))


def _is_plan(project: str, word: str, way: Way) -> bool:
    if project.startswith("项目") or all(
        one in SURE_PLANS or _BARE_PLAN.fullmatch(one) for one in _AND.split(project)
    ):
        return False
    if word in SURE_PLANS and len(project) > len(word) + 2 or own(project) > 1 or "“" in project:
        return True
    if way == "firm" and _OF_ALL.fullmatch(project):
        return True
    return way == "firm" and len(_PLAN_WORDS.sub("", project)) > 3
