"""Words of duty: what opens a clause that promises an action, and what only accompanies one."""

from __future__ import annotations

import re

from luoshi.reading.openings import Beginnings, grouped, lazy, quick

#: Manner, written before the verb and kept out of the action.
MANNER = (
    "大力|全力以赴|全力|着力|积极|深入|切实|扎实|持续|进一步|全面|统筹|有序|认真|及时|继续|严格|坚决|千方百计"
    "|努力|奋力|不断|稳步|稳妥|尽快|抓紧|主动|充分|重点"
    "|高质量|高标准|高水平|高起点|高效|高位|精准|精心|科学|常态化|逐步|适时|分类|系统|整体|同步|集中力量|集中"
    "|广泛|倾力|聚力|强力|合力|提前|按时|按期|如期|定期|率先"
    "|务实|有效|有力|严厉|重拳|巩固|牢牢|用心|用情|多渠道|多措并举|因地制宜|分批次?|一体|大胆|梯次|梯度"
    "|创新性?|确保|力争|争取|力促|要|将|计划|拟|还要|同时|并"
)
#: Verbs that promise something another person can check was done.
ACTIONS = (
    "建立健全|建立完善|建立|健全|完善|制定|出台|编制|印发|成立|组建|建成投用|建成|建好|建强|开工建设|启动建设"
    "|启动实施|启动|加快建设|加快推进|加快实施|加快编制|加快构建"
    "|加快成立|加快完善|加快|推进|推动|推行|推广|开展|召开|举办|承办|组织实施|组织开展|组织|实施好|实施"
    "|落实好|落实|完成|开工|竣工|争创|创建|申报|申建|引进|引入|引育"
    "|招引|培育壮大|培育|打造|优化|深化|强化|加强|规范|梳理|修订|清理|整治|治理|盘活|争取|支持|鼓励|引导|搭建"
    "|构建|设立|兑现|发布|探索|改造|改进|补齐|谋划|储备|对接"
    "|收集|实行|执行|调整完善|调整|充实|选派|选拔|选树|聘请|解决|拓宽|拓展|整合|下放|简化|压减|压缩|抓好|抓实"
    "|抓细|做好|做细|用好|办好|管好|发挥|扩大|丰富|摸排|筛选|开通"
    "|运行|建设|新建|改建|扩建|扩容|提档升级|升级|提升|提高|优先保障|保障|健全落实|落细|排查|开发|培训|邀请"
    "|协调|帮助|服务|跟踪|审计|化解|整改|督促|督办|坚持|巩固|加大|宣传|更新"
)
#: Verbs that join another one without a mark.
SECONDS = "抓细|抓实|完善|推动|推进|融入|建设|实施|培育"
#: Verbs that open a result and no action of their own when they follow another clause.
RESULTS = (
    "提升|提高|增强|促进|形成|营造|助推|助力|确保|实现|夯实|缓解|激发|构筑|保持|满足|成为|防止|杜绝|遏制|释放"
    "|扩大|丰富|降低|推动|发挥|引领|带动|守护|守好|塑造|彰显|赢得|获得|保障"
    "|打造|努力|最大限度|方便|维护|服务"
)
#: Clauses of circumstance or creed.
NOT_A_DUTY = quick(
    r"^(?:坚持(?!.{0,12}(?:制度|机制|调度|召开))|以(?!旧换新)|按照|围绕|聚焦|立足|依托|紧扣|紧盯|结合|根据"
    r"|通过|采取|针对|瞄准|对标|把|将|作为|为了?|随着|抢抓|借助|利用|牢牢把握|把握|发扬|弘扬|坚定|树牢|树立"
    r"|增强)"
    r"|习近平|指导思想|党的[一二]?十[一二三四五六七八九]?大|总体思路|总基调|指示精神|请(?:结合|认真|遵照)"
    r"|^(?:深入|全面)?贯彻(?:党|中央|习)|会议精神"
)
#: What is told of the past or of the state of things.
TOLD = quick(
    r"同比|已(?:经|完成|建成|实现|有)|去年|上年|截至|实现了|取得了|完成了|增长了|荣获|被评为|成效(?:明显|显著)|充分体现"
)
SLOGAN = quick(
    r"^贯彻落实$|^(?:各项|各类|一切|所有)?(?:工作|氛围|局面|发展|力度|水平|作用|能力|质效|格局)$|新台阶"
    r"|新篇章|新局面|良好(?:局面|氛围|态势)|摆在|重中之重"
)

#: Who is made to do it: the head of a clause that ends in a kind of unit.
UNIT_END = (
    "局|委|办|办公室|中心|公司|集团|镇|街道|专班|指挥部|管委会|工商联|分局|部门|单位|领导小组|领导|干部"
    "|招商组|支队|大队|法院|检察院|银行|学校|党工委|纪工委|工会|妇联|团委|服务组|工作组"
)
ACTOR = lazy(
    rf"^(?!由)(?P<actors>[\u4e00-\u9fff()]{{1,16}}?(?:{UNIT_END})(?:[、和及](?:(?![和及])[\u4e00-\u9fff]){{1,14}}?(?:{UNIT_END})){{0,9}}+)(?:要"
    rf"|负责|牵头|应|须|共同|具体)+"
)
#: No clause is headed by such a unit unless one of these ends there.
ACTING = quick(
    f"[{''.join(sorted({unit[-1] for unit in UNIT_END.split('|')}))}](?:要|负责|牵头|应|须|共同|具体)"
)
LED_BY = lazy(rf"^由(?P<actors>[\u4e00-\u9fff、]{{2,30}}?(?:{UNIT_END}))(?:负责|牵头|组织|会同)?")
TIME = (
    r"(?:(?:20\d\d|今)?年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:底|末|份|中旬)?(?:之?前)?|(?:今年"
    r"|全年)?年(?:底|内|末)(?:之?前)?|[上下]半年|[一二三四]季度末?(?:前)?|今年|全年|当年"
)
_HOW, _DEED = rf"(?:(?:{grouped(MANNER.split('|'))})地?)*", grouped(ACTIONS.split("|"))
#: What stands behind it is the object.
OPENING = lazy(
    rf"^(?:[ \d.、()一二三四五六七八九十是]{{0,4}}?)(?:(?=[\d今年全上下当一二三四五六七八九十])(?:{TIME}))?{_HOW}"
    rf"(?P<action>(?:{_DEED})(?:[、和](?:{_DEED})(?=[^、和,]{{3}})|(?:{grouped(SECONDS.split('|'))}))?好?)(?=.)",
    re.DOTALL,
)
#: No duty begins with another character.
MAY_OPEN = Beginnings(OPENING.pattern)
#: Who answers, in brackets after the object.
AFTERWORD = quick(r"\([^()]*(?:单位|部门|牵头|负责|责任|局|办)[^()]*\)$")
RESULT = lazy(rf"^{_HOW}(?:{grouped(RESULTS.split('|'))})")
QUANTITY = quick(
    r"(?<![\d.,])\d[\d.,]{0,20}[ ]?(?:[%亿万千百]|[元亩吨平个家项户人次件公米套台条座所处场名])|[超过突破][千百十]?亿"
)
#: A short clause of these at the head of a sentence only names the theme of the clauses after it.
THEME = lazy(r"^(?:强化|提升|打造|实施|优化|加快|开展|提高|深化|加强|做好|抓好|推进|壮大)$")
THEME_MOST = 5
OBJECT_LEAST, OBJECT_MOST = 3, 70
