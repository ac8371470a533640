"""Words of lint: indicators that say too little, parts that shut each other out, promises that name no measure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from luoshi.reading.model import Basis, Comparator, Stage

COMPARATORS: Mapping[Comparator, str] = {
    "ge": "不低于", "gt": "超过", "le": "不超过", "lt": "低于", "eq": "", "approx": "约", "range": "",
}  # fmt: skip
BASES: Mapping[Basis, str] = {"level": "", "growth": "增长", "increment": "增加", "reduction": "下降"}
STAGES: Mapping[Stage, str] = {
    "plan": "谋划", "sign": "签约", "start": "开工", "build": "建设", "complete": "竣工", "operate": "投产",
    "acquire": "收储", "other": "",
}  # fmt: skip

#: Stages that are reached on a day.
REACHED = frozenset(("sign", "start", "complete", "operate"))
#: Stages that are pushed on and never reached.
PUSHED = frozenset(("plan", "build", "other"))
PROJECT_TAIL = re.compile(r"(?:工程|项目)$")

# Indicators

#: Written so, or so: what an indicator is compared by.
SAME: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"[\s“”‘’\"'《》「」·]", ""),
        (r"[(（][A-Za-z&＆ ]{1,12}[)）]", ""),
        (r"^(?:全年|今年|年内|全[区县市镇省]|我[区县市镇]|本[区县市镇])+", ""),
        (r"规模以上", "规上"),
        (r"限额以上", "限上"),
        (r"固投$|固定资产投资额$|固定资产投资总额$", "固定资产投资"),
        (r"^全社会(?=固定资产|消费品|研发|R&D)", ""),
        (r"^(?:国内|地区|全[区县市]|本地)?生产总值$|^GDP$", "地区生产总值"),
        (r"社会消费品零售总额|社零总额|社消零", "社会消费品零售总额"),
        (r"^(?:新)?(?:引进|招引|引入)", "引进"),
        (r"^(?:召开|举办|开展|组织|举行)", "举办"),
        (r"^(?:完成|实现|达到|确保|力争|争取)(?=.{3})", ""),
        (r"(?:增速|增幅|增长率)$", ""),
        (r"的", ""),
    )
)
COUNTERS: Mapping[str, str] = {"户": "家", "项": "个", "名": "人"}
#: Too little to know that two of them are one: 完成投资 of one project, 完成投资 of another.
GENERIC = re.compile(
    r"(?:总|年|年度|计划|项目|工程|合同|协议|签约|到位|累计|新增|完成|实现|基础设施|地方|财政|全口径|开票"
    r"|应税|主营业务|营业|销售|建设|形成|带动|惠及|各类|产业|企业|园区|培育|打造|引进|建成|新建|改造|实施"
    r"|举办|争取|整合|投入){0,6}"
    r"(?:投资|投资额|投入|产值|税收|收入|销售|销售收入|资金|面积|里程|长度|规模|项目|企业|工程|就业|岗位|人员"
    r"|人口|家庭|群众|居民|活动|培训|服务|产量|数量|总量|率|占比|比重|增速|年|额|履约率|开工率|竣工率|投产率"
    r"|到位率|覆盖率|入驻率|满意度|满意率|完成率|合格率|办结率|工作|任务|建设|农户|农村公路|道路|平台|基地"
    r"|产业集群)"
)
SHORTEST = 3
#: Figures that the statistics of an area give once, whoever answers for them.
MACRO = re.compile(
    r"生产总值|总产值|增加值|固定资产投资|工业投资|预算收入|财政收入|税收收入|零售总额|零售额|进出口|利用外资"
    r"|境[内外]到位资金|省外到位资金|失业率|城镇新增就业|可支配收入|规上工业|规上企业|技改投资"
)
#: Counts of things done, of which a plan may well promise several rounds.
DONE_OFTEN = re.compile(r"^(?:举办|组织|发放|培训|走访|排查|检查|宣传|演练)")
#: Growth of these is computed at constant prices, and does not follow from the amounts.
REAL = re.compile(r"生产总值|增加值|GDP|可支配收入实际")
#: Two of these words in two promises of one number: a floor and an ambition, and no contradiction.
FLOOR_AND_HOPE = frozenset(("ensure", "strive"))
STOCK_HEAD = re.compile(r"^(?:现有|现|已有|目前)")
STOCK_TAIL = re.compile(r"(?:总数|总量|数|保有量|存量)$")
GROWN = re.compile(r"[增新]")
NET = re.compile(r"^净增")

# Who and where

UNIT = (
    r"(?:街道|分局|专班|集团|公司|中心|社区|开发区|高新区|园区|新区|指挥部|管委会|工作组|[镇乡村局办县市区])"
)
#: A unit at the head of a clause, for which what follows is promised.
SUBJECT = re.compile(
    rf"(?:^|[，,；;。、：:\s由年月]|以及|和)(?P<unit>(?![全各我本该其])[\u4e00-\u9fff]{{1,10}}?{UNIT})"
)
UNIT_HEADING = re.compile(
    rf"(?!做|建|坚持|打造|推[进动]|提[升高]|加[快强]|发展|优化|强化|聚焦|狠抓|全力|着力|支持|深化|促进|实施"
    rf"|壮大|统筹|服务|办好|完善|创建|争创)[\u4e00-\u9fff]{{1,14}}{UNIT}"
)
#: Headings under which another plan of its own begins.
OWN_PLAN = re.compile(
    r"第[一二三四五六七八九十\d]+篇|【[^】]{1,8}】|(?:工作计划|工作要点|工作方案)[(（][^()（）]{1,4}[)）]$"
)
LABEL = (
    r"(?:(?:牵头|责任|主责|承办|主办|落实|实施|包保|包联|分管|挂钩|挂包|协办|配合)(?:责任)?(?:县|区"
    r"|市)?(?:领导|单位|部门|主体|人|科室))"
)
OWNED_LINE = re.compile(rf"^[^\S\n]{{0,8}}[(（【]?{LABEL}[】\s]{{0,3}}[:：]", re.MULTILINE)
_ANSWERING = r"[(（][^()（）\n]{0,80}(?:单位|部门|牵头|负责|局|办|委|中心|公司|集团|镇|街道|专班)[^()（）\n]{0,40}[)）]"
OWNED_HEADING = re.compile(rf"{LABEL}|{_ANSWERING}")
OWNED_BEHIND = re.compile(rf"[。．:：\s]{{0,2}}{_ANSWERING}")
#: What issues such a plan answers for all of it.
ANSWERS_ITSELF = re.compile(r"(?:局|镇|乡|街道|街道办事处|公司|集团|学校|医院|中心|专班|分局)$")
OWNER_COLUMN = re.compile(r"责任|牵头|承办|负责|主体|落实单位|实施单位")
TIME_COLUMN = re.compile(r"时限|期限|时间|进度")

# When

LOOKS_BACK = re.compile(r"回顾|总结|完成情况|执行情况|工作情况|取得|成效|成绩|去年|上年|过去")
LOOKS_AHEAD = re.compile(r"安排|打算|计划|目标|任务|思路|重点|要求|部署")
OPENS = re.compile(r"^(?:总体要求|总体思路|指导思想|基本原则|工作原则|工作思路|总体目标|形势|面临)")
YEAR = re.compile(r"(20\d\d)\s?年")
LAST_YEAR = re.compile(r"去年|上年|上一年|过去一年|过去的一年")
PART_OF_A_YEAR = re.compile(
    r"[1一]\s{0,2}[-—–~～至到]\s{0,2}\d{1,2}月|上半年|[一二三四]季度|截至|截止|至\d{1,2}月|\d{1,2}月[份末底]"
    r"|累计|[三四五]年来|时期"
)
SEVERAL_YEARS = re.compile(
    r"20\d\d年?\s{0,2}[-—–~～至到]{1,3}\s{0,2}20\d\d|[三五两]年(?:行动|规划|计划|攻坚)|规划纲要|五年规划|“?十[三四五六]五”?"
)
#: What is still to be done by a date, and what a date only tells of.
TO_DO = re.compile(
    r"建成|完成|开工|投产|竣工|投用|投运|出台|启动|实现|达到|签约|制定|印发|交付|开放|通车|引进|新增|搬迁"
)
TOLD = re.compile(r"的|已|未|了|以来|截至|曾|同期")
HOPE = re.compile(r"力争|争取|力促|提前")

# Parts and totals

#: What a part's own words stand behind, and what stands between them and the number.
OWN = re.compile(r"其中|[(（、，,；;。：:]|(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff]{2})")
BEFORE_NUMBER = re.compile(r"(?:不少于|不低于|不超过|至少|达到?|突破|超过?|约|近|各|任务|共){1,4}$")
NEW = re.compile(r"提升|改造|新增|新建")
AMONG = re.compile(r"其中")
APART = re.compile(r"分别")
#: 分别 with nothing of its own behind it but a verb: the numbers are of what was named before.
ELLIPTIC = re.compile(r"分别[\u4e00-\u9fff]{0,2}(?:不少于|不低于|达到?|约)?$")
#: A comma and a threshold alone: one more part of the same total.
NEXT_SIZE = re.compile(
    r"\s{0,3}[，,]\s{0,3}[\d.]{1,8}[百千万亿]{0,2}(?:元|美元)?(?:及?以上)?的?(?:项目|企业)?$"
)
SUMMED = re.compile(r"合计|共计|总计")
SUMS = re.compile(r"(?:合计|共计|总计|总共|一共|(?<!公)共(?![同建享有产青赢识创治管性]))")
SUM_ROW = re.compile(r"^(?:合\s{0,4}计|总\s{0,4}计|共\s{0,4}计|全[区县市镇](?:合计)?|总数)$")
AMONG_ROW = re.compile(r"[#(（\s]{0,4}(?:其中|小\s?计)")
LISTED = re.compile(r"\s{0,3}[、和及与]")
AFTER_UNIT = re.compile(r"^(?:及?以上|以内|左右|以下|余)?\s{0,3}")
STOPS = re.compile(r"[;；。！!\n]")
#: What is no part although it stands behind 其中.
NO_PART = re.compile(
    r"人均|户均|亩均|地均|平均|每|最高|最低|单个|单体|累计|总数|总量|总投资|保有|同比|占比|比重|率$"
)
THRESHOLD = re.compile(r"以上|以下|以内|超|过[\d百千万亿]")
#: Members of a family shut each other out, so that what is said of them adds up.
FAMILIES: tuple[tuple[re.Pattern[str], ...], ...] = tuple(
    tuple(re.compile(member) for member in family)
    for family in (
        (r"工业|制造业|二产|第二产业", r"农业|一产|第一产业", r"服务业|三产|第三产业"),
        (r"国家级(?!以)", r"省级(?!以)|自治区级(?!以)", r"市级(?!以)", r"[县区]级(?!以)"),
        (r"新建(?!改)|新开工", r"续建", r"扩建|改扩建", r"储备", r"改造"),
        (r"一期", r"二期", r"三期", r"四期"),
        (r"专项债", r"中央预算内", r"特别国债", r"银行贷款"),
        (r"境内|内资|国内", r"境外|外资|国外|外商"),
        (r"城镇|城市", r"农村|乡村"),
        (r"小学", r"初中", r"高中", r"中学", r"幼儿园", r"职业学校|中职"),
        (r"国道", r"省道", r"县道", r"乡道", r"村道"),
        (r"一季度", r"二季度", r"三季度", r"四季度"),
        (r"上半年", r"下半年"),
        (r"男", r"女"),
        (r"中央", r"省财政|省级资金", r"市财政|市级资金", r"[县区]财政|[县区]级资金"),
        (r"本科", r"大专|专科", r"硕士", r"博士"),
    )
)
PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff]{1,8}?(?:街道|镇|乡|村|社区|县|专班|分局|片区|园区|局))")

# Measures

#: A count is announced and left out: 引进一批项目.
OPEN_COUNT = re.compile(
    r"(?P<said>(?<!个)一大?批|若干[个家项名]?|一系列|数[个家项名十百]|多[个家项名](?=[\u4e00-\u9fff]{2})|更多(?![样元]))"
)
#: A rate is to rise, and nobody says to what.
OPEN_RATE = re.compile(
    r"^(?P<said>[\u4e00-\u9fffA-Za-z“”、]{1,20}(?:[开竣投达]\w?工?率|投产率|达产率|转化率|覆盖率|办结率"
    r"|满意[率度]|知晓率|普及率|合格率|入驻率|利用率|到位率|履约率|成功率|占比|比重|贡献率|网办率|优良率))$"
)
RAISES = re.compile(r"提[升高]|提档|扩大|增加|降低|压[减缩]|巩固")
#: What is done or not: a document, a body, a building. It lacks but the date.
DONE_OR_NOT = re.compile(
    r"^(?:建立|梳理|出台|制定|编制|印发|成立|组建|设立|建成|建好|开工|竣工|完成|召开|举办|承办|开通|发布|选聘"
    r"|聘请|修订|申报|申建|启动|搭建|开工建设|新建|改建|扩建|创建|争创)"
)
MULTIPLIERS = re.compile(r"[十百千万亿]+")
COUNTED = re.compile(r"(?:人次|人数|户数|家数|件数|次数|数量|总数|数|量|规模)$")
