"""What tells a promised number from a name, a rule's parameter, a size, a threshold or a past result: data only.

``before`` ends at the number, ``after`` begins behind its unit; both stay within the clause.
"""

from __future__ import annotations

from typing import Literal

from luoshi.reading.engine import Cue

Role = Literal["target", "actual", "name", "parameter", "scale", "threshold"]

MONEY = frozenset({"money"})
RATED = frozenset({"money", "rate"})
COUNT = frozenset({"count", "people"})
SIZE = frozenset({"money", "area", "length", "mass", "energy"})
LENGTH = frozenset({"length"})
GREAT = frozenset({"money", "mass", "energy"})
GOODS = frozenset({"mass", "count", "area", "energy", "length"})
BRACKETED = frozenset({"bracketed"})
TOWARD = frozenset({"toward"})
PLACED = frozenset({"placed"})
APIECE = frozenset({"apiece"})
BARE = frozenset({"multiplier"})
POST = r"(?:及?以上|以内|以下|左右)?"
PLACES = r"(?:片区|县区|区县|市州|县市|省份|乡镇|镇街|街道|镇|县)"
COUNTED = r"[\d一二两三四五六七八九十]+[余多]?[个家户栋座幢名所处条]"
TASKS = r"(?:具体|重点|主要|目标|年度|保障|改革|创新|配套|工作){0,4}(?:任务|工作|举措|措施|事项|内容)"
NOT_MADE = r"(?<!新建)(?<!改造)(?<!建设)(?<!建成)(?<!整治)(?<!完成)(?<!修复)(?<!实施)(?<!绿化)(?<!扩建)(?<!硬化)(?<!新增)"
WORK = (
    r"(?:进行|实施|开展)(?![^，,；;。]{0,4}(?:投票|表决|审议|评议|评审|督查|督导|检查|调研|走访|包联|帮扶"
    r"|结对|会诊))|完成|予以|加以|改造|提升|提档|升级|整治|全部"
)
THING = r"(?:项目|企业|产业|工业|集群|园区|工程|公司|基金|基地|平台|个体|大户|园|楼宇|街区|商圈|载体|单位|村)"
CAPACITY = (
    r"(?:年产|日产|年加工|日加工|年处理|日处理|日供水?|年?输气|年?储气|年供|供热|供气|处理能力|装机容量"
    r"|总装机|年吞吐|年屠宰|年出栏)(?:量|能力)?[约达]?"
)
ENTERING = r"进入|跻身|挤进|迈[入进]|冲[进刺入]|挺进|进位|闯入"
FACILITY = r"(?:中心|大楼|综合体|总部|博物馆|展览馆|文化馆|立体仓|冷库|基地|医院|学校|校区|主题公园)"
GROUPED = r"[^，,；;。、\d]{2,14}"
NOT_DONE = r"^(?:(?!完成|实现|力争|确保|达到|突破|签约|引进|争取|计划投资).)*"

CUES: tuple[Cue[Role], ...] = (
    # names
    Cue("slogan-kept", "target", r"“[^”]*", r"(?:产值|税收|营收|销售收入|销售额)", frozenset({"promised"})),
    Cue("collected", "name", r"(?:^|[（(])(?:精选|通用|共|合集|汇编)?", r"(?:$|[）)])", frozenset({"篇"})),
    Cue("quoted", "name", kinds=frozenset({"quoted"})),
    Cue("parts-of-a-structure", "name", "", r"[^，,；;。、\d]{0,4}结构", MONEY),
    Cue("capacity", "name", rf"(?:{CAPACITY})",
        r"\s{0,3}[^，,；;。、)）\s]", GOODS),
    Cue("capacity-in-brackets", "name", rf"[(（][^()（）]{{0,24}}(?:{CAPACITY})", r"[^()（）]{0,12}[)）]", GOODS),
    Cue("capacity-designed", "scale", r"设计[^，,；;。、\d]{0,8}(?:能力|规模|产能|产量|库容|吞吐量)[约为达]?", "", GOODS),
    Cue("capacity-and", "name", r"(?:年产|日产|年加工|日处理)[^，,；;。]{2,30}(?:和|及|、)", r"[^，,；;。、\d]{1,20}(?:项目|生产线|基地)", GOODS),
    Cue("spent-on", "target", r"(?:^|[，,；;、.:：\s])(?:计划|拟|将)?(?:投资|投入|筹资|斥资)", r"(?:改造|完善|提升|修建|整治|实施|推进)", MONEY),
    Cue("among-names", "name", NOT_MADE,
        r"(?!(?:及?以上|以内|左右|以下))[^，,；;。、\d]{2,24}等(?:重点)?(?:项目|工程"
        r"|\d+[余多]?[个项条所家处座])", SIZE | GOODS - {"count"} | {"goods"}),
    Cue("aged", "name", r"^(?:(?!寿命).)*", "", frozenset({"岁"})),
    Cue("voltage", "name", kinds=frozenset({"千伏", "kV", "KV"})),
    Cue("transformer", "name", "", r"\s{0,3}[^，,；;。、)）\s以左]", frozenset({"千伏安", "兆伏安"})),
    Cue("raised-there", "name", NOT_MADE, r"(?:的)?[^，,；;。、\d]{0,8}(?:屠宰线|屠宰场|养殖场|养殖基地|牧场|养殖小区)(?=[\u4e00-\u9fff])", frozenset({"goods", "头", "只", "羽"})),
    Cue("plant", "name", "",
        r"(?:的)?(?:[^，,；;。、\d]{0,8})(?:光伏|风电|储能|电站|机组|生产线|(?:处理|加工|装配|涂装|轧制|酸洗"
        r"|镀锌)线|污水处理|锅炉|变压器|公辅设施|产能)", frozenset({"energy", "mass"})),
    Cue("made-on-a-line", "name", "", r"[^，,；;。、\d]{0,10}生产线", frozenset({"goods"})),
    Cue("sized-project", "name", "", r"(?!以上)[^，,；;。]{2,40}(?:项目|生产线|基地)", frozenset({"energy", "mass"})),
    Cue("intensity", "name", "",
        r"(?:规上)?(?:工业|地区)?(?:总?产值|增加值|GDP|生产总值)(?=[^，,；;。]{0,40}(?:能耗|水量|电量|排放"
        r"|用水|用能))", BARE),
    Cue("campaign", "name", "", r"(?:大会战|大会|誓师|行动(?!方案)|计划|强(?!化)|攻坚|工程(?=[，,；;。、]))", frozenset({"people", "words", "multiplier"})),
    Cue("rank-aimed", "target", rf"(?:{ENTERING}|力争|确保|争取)[^，,；;。]{{0,24}}前", rf"(?!{WORK})", frozenset({"位", "名"})),
    Cue("rank", "name", r"(?:(?<![月底末日号年度季汛节])前|第|居|(?<![班专])列|首)", "", COUNT),
    Cue("issue", "name", r"(?:^|[^班训动座龙课次会”少低于过达到足办])", r"", frozenset({"期"})),
    Cue("regions", "name", "", r"[县区市镇乡](?:[(（]|[、和])", COUNT),
    Cue("second-time", "name", "", r"(?:招商|供水|创业|开发|利用|装修|污染|能源|转型|出让|分配|供应)", frozenset({"again"})),
    Cue("hotline", "name", "", r"(?:热线|值守|值班|不打烊|自助|在线|服务区)", frozenset({"time"})),
    Cue("meeting", "name", "", r"[^，,；;。、\d]{0,4}(?:常务会议|全体会议|党组会议|代表大会|委员会会议|全会)", frozenset({"次"})),
    Cue("nth-session", "name", r"(?:[届大]|委员会|常委会)第?", r"(?:全体)?(?:会议|全会)", frozenset({"次"})),
    Cue("by-example", "name", "", r"[^，,；;。、\d]{0,4}(?:示范|带动|引领|龙头|规模)(?:效应|作用)", MONEY),
    Cue("months", "parameter", r"^(?:(?!压|缩|控制|不超|降|减|时限|时间|周期).)*", "", frozenset({"个月"})),
    Cue("spare-time", "parameter", r"(?:^|提前|每天|每日|满|近|最近|未来|用)", r"(?!办结|内办|以内|之内)(?!(?:内)?(?:完成|办))", frozenset({"天", "小时", "分钟"})),
    Cue("elsewhen", "parameter", r"^(?:(?!压|缩|控制|不超|最快|用时|耗时|降|减|时限|时间|周期|办理|审批|提速|登记|达到|不少于|天数|时长).)*", r"(?!以内|之内|内|办结)",
        frozenset({"天", "小时", "分钟", "工作日"})),
    # parameters
    Cue("points", "parameter", r"^(?:(?!满意|得分|评价|测评|评估|平均).)*", "", frozenset({"分"})),
    Cue("points-given", "parameter", r"(?:[加扣计减记占赋]|(?<!不)[低高]于|满分|权重|分值|[(（])(?:为|最高)?", r"(?!及?以上(?=$|[，,；;。]))", frozenset({"分"})),
    Cue("points-of-a-class", "parameter", "", r"(?:及?以上|以下|的)[^，,；;。、\d]{0,4}(?:[为是]|评为|评定)", frozenset({"分"})),
    Cue("standard-raised", "target",
        r"(?:低保|保障|养老金?|供养|抚恤|救助|待遇|津贴|工资|医保|公共卫生|居民)[^，,；;。\d]{0,8}(?:标准"
        r"|补贴|养老金|工资|津贴|待遇|补助|底线)?[^，,；;。\d]{0,8}(?:提高|提升|增加|上调|调整|提标)(?:到|至"
        r"|为)(?:每[^，,；;。\d]{1,4}){0,2}", "", RATED),
    Cue("each-in-note", "parameter", r"[(（]每[^()（）]{1,12}", r"[^()（）]{0,2}[)）]", COUNT),
    Cue("in-a-row", "parameter", r"连续", "", frozenset({"次", "个月"})),
    Cue("charged-at", "parameter", r"按照?", r"(?:予以|给予)?(?:收取|计收|征收|计提|收费|缴纳|减免|返还|兑付|结算|支付)", frozenset({"ratio", "money"})),
    Cue("each-turn", "parameter", r"每隔?(?:(?:[少多超欠]|增加|减少|新增)(?:完成|引进|签约|办结)?)?", ""),
    Cue("by-steps", "parameter", r"(?:按照?|对照|围绕)[^，,；;。]{0,16}的?(?:[\d.]{1,6}%[、和]){0,4}", r"(?:[、和][\d.]{1,6}%){0,4}[^，,；;。\d]{0,6}(?:时间)?节点", frozenset({"ratio"})),
    Cue("each-of-these", "actual", r"(?:^|[，,；;、\s\u4e00-\u9fff])", r"[^，,；;。、\d每()（）]{1,12}每[个条家户名镇村所支]", frozenset({"has 每"})),
    Cue("fewer-of-these", "actual", r"^(?:(?!抓好|推进|实施|建设|加快|做好|新建|完成|确保).)*的", r"[^，,；;。、\d]{1,10}$", frozenset({"fewer-behind"})),
    Cue("gone-through", "actual", r"的", r"[^，,；;。、\d]{1,10}逐[个一项宗]", COUNT),
    Cue("looked-at", "actual", "", r"[^，,；;。、\d]{0,8}(?:进行了|开展了|作了)", frozenset({"has 了"})),
    Cue("laggards", "actual", r"(?:滞后|落后|靠后|末位|未完成|未达标)的", r"[^，,；;。、\d]{0,6}(?:责任)?(?:单位|部门|乡镇|街道|项目|任务|企业)", COUNT),
    Cue("by-several", "scale", r"由(?:沿线|各|其他|有关|相关|其余)?", rf"[^，,；;。、\d]{{0,4}}(?:{PLACES}|部门|单位|村|社区|公司|企业)", COUNT),
    Cue("out-of-so-many", "scale", r"", r"[^，,；;。、\d集其]{0,4}中(?:的)?(?=\d)", frozenset({"has 中"})),
    Cue("can-hold", "scale", r"(?:^|[，,；;、\s])(?:可|能)(?:同时)?(?:提供|容纳|住|住下|满足|接纳|停放|安置)[^，,；;。、\d]{0,8}", "", frozenset({"has 可", "has 能"})),
    Cue("this-year-in-all", "target", r"(?:^|[，,；;、\s])(?:今年|全年|年内|本年度)[^，,；;。\d的]{0,12}(?:计划)?总投资(?:额)?(?:约|达|为)?", r"(?![^，,；;。]{0,6}的)", frozenset({"has 总投资"})),
    Cue("stock", "actual", r"(?:^|[，,；;：:\s])(?:我[省市区县镇]|全[省市区县镇]|园区|目前|现)?(?:现有)?存量[^，,；;。、\d]{2,12}(?:共|共有|约|有)?", r"(?=$|[，,；;。])", frozenset({"has 存量"})),
    Cue("once-a", "parameter",
        r"(?:每|半)(?:个?季度?|个?月|周|年|半[年月]|[两\d]个?[周月]|旬|日|天)(?:(?!至少|不少于|不低于"
        r"|完成).){0,24}", r"(?!及?以上)", frozenset({"once"})),
    Cue("each-leads", "parameter", r"每[名位个家][^，,；;。]{0,10}(?:包联|包保|联系|挂联|挂钩|结对|帮扶).{0,8}", "", COUNT),
    Cue("paid-out", "target", r"(?:落实|兑现|发放|拨付|争取|支付|下达)[^，,；;。、\d给予按]{0,14}(?:补贴|补助|奖补|奖励|资助)(?:资金)?(?:约|不少于)?", "", MONEY),
    Cue("reward", "parameter",
        r"^(?:(?!兑现|拨付|发放).)*(?:给予|予以|奖励|奖补|补助|补贴|资助|奖金|最高(?:不超过|可达)?|罚款|限额"
        r"|封顶)(?:(?!资金|专项).){0,10}", "", RATED | {"ratio"}),
    Cue("reward-after", "parameter", r"^(?:(?!兑现|发放|拨付|争取|落实|安排|投入|筹集).)*", POST + r"的?(?:一次性|资金)?(?:奖励|补助|补贴|奖补|资助|罚款)", RATED),
    Cue("reward-share", "parameter", "", r"(?:的标准|的比例)?(?:给予|予以|补助|奖励|补贴)", frozenset({"ratio"})),
    Cue("share", "parameter", r"(?:按照?|依照|以)[^，,；;。]{0,12}", r"[^，,；;。]{0,4}(?:比例|标准|比率|额度)", frozenset({"ratio", "money"})),
    Cue("each-supported", "parameter",
        r"单[个家户笔](?:项目|企业|平台|主体|机构)?(?:支持|补助|资助|授信|额度|扶持)(?:资金"
        r"|额度)?(?:最高)?(?:不超过|不高于)?", "", MONEY),
    Cue("price", "parameter", r"每(?:个|家|户|人|亩|名|村|吨|平方米|件|位)[^，,；;。]{0,6}", "", MONEY),
    # thresholds
    Cue("each-of-them", "target", r"、[^，,；;。、\d]{2,10}等?\d{1,3}[个家户][^，,；;。、\d]{1,12}(?:均|都)(?:要|将)?(?:突破|达到?|超过?|实现)", rf"{POST}(?=$|[，,；;。])", MONEY),
    Cue("fund-made", "target", r"(?:建立|设立|组建|成立|发起|募集|形成)[^，,；;。、\d]{0,8}规模(?:达到?|超过?|不低于|不少于|突破)", r"(?:以上)?的[^，,；;。、\d]{0,20}(?:基金|资金池|贷款池)", MONEY),
    Cue("class-of-things", "threshold", r"(?:^|[^资金入值额税]|(?:^|其中|[，,；;、])[内外]资)", rf"级?的?[^，,；;。、\d]{{0,10}}(?:项目|企业)(?={COUNTED}|不少于|不低于|至少|[、和]|分别)", MONEY),
    Cue("class-made", "target", r"(?:形成|打造成?|建成|达到|迈[上入进]|跻身)(?:(?!以上)[^，,；;。、\d]){0,6}", r"元?级的?(?:[^，,；;。、\d]{0,4})(?:规模|集群|园区|产业)(?=$|[，,；;。])", frozenset({"digits"})),
    Cue("above-things", "threshold", "", rf"(?:及|含|\(含\))?(?:以上|以下|级)的?(?:[^，,；;。、\d]{{0,24}}?){THING}", GREAT),
    Cue("first-of-such", "threshold", "", r"(?:以上|级)[^，,；;。、\d]{0,8}零的?突破", GREAT),
    Cue("those-above", "threshold", "",
        r"(?:以上|以下)的(?:[^，,；;。、\d]{0,6})(?:企业|项目|单位|大户|个人|客商)(?=$|[，,；;。]|免|给予"
        r"|予以|减|奖|补|不予|可|由)", SIZE | COUNT),
    Cue("those-below", "threshold", r"(?:低于|不足|未达到?|不到|少于|小于|超过|高于)", r"的(?:[^，,；;。、\d]{0,4})(?:部门|单位|乡镇|镇街|街道|镇|县区|责任人|干部|个人|科室|园区)", frozenset({"ratio", "次", "time"})),
    Cue("above-land", "threshold", "", r"(?:以上|以下)的?[^，,；;。、\d]{1,16}[\d一二两三四五六七八九十]+[余多]?[个家户名]", SIZE),
    Cue("above-either", "threshold", "", r"[(（][\d.]+[^()（）]{1,6}[)）](?:及?以上|级)", MONEY),
    Cue("above-or", "threshold", r"元[(（]", r"[)）](?:及?以上|级)", MONEY),
    Cue("above-count", "threshold", "", r"(?:及|含)?(?:以上|以下|级)的?(?=[\d一二两三四五六七八九十]+[余多]?[个家户名只项])", SIZE | COUNT),
    Cue("over-so-much", "threshold", r"(?:其中|[、，,])(?:总?投资)?(?:过|超过?)", r"的?(?=\d{1,3}[余多]?[个家户])", MONEY),
    Cue("above-of-which", "threshold", "",
        r"及?(?:以上|以下)的?(?:自然村|行政村|村|小区|企业|单位|园区|大户|集镇|村庄|居民点|机关"
        r"|学校)[^，,；;。、\d]{0,16}(?:率|比例|比重|占比|面)[^，,；;。、\d]{0,6}\d", COUNT | SIZE),
    Cue("so-many-above", "threshold", r"[\d一二两三四五六七八九十][个家处座块]", r"及?(?:以上|以下)", SIZE),
    Cue("above-many", "threshold", "", rf"(?:[、和至或-][\d.]{{1,9}}[亿万千百]{{0,3}}美?元){{1,3}}(?:及?以上|级)[^，,；;。\d]{{0,12}}{THING}", SIZE),
    Cue("over-things", "threshold", r"(?:超过?|过|突破|达到?|高于|逾|不低于)", rf"{POST}(?:[、和或][\d.]{{1,9}}[亿万千百]{{0,3}}美?元){{0,3}}的?(?:[^，,；;。、\d]{{0,14}}?){THING}", SIZE),
    Cue("things-over", "threshold",
        r"\d{1,9}[个家户](?:(?!完成|实现)[^，,；;。、\d]){0,16}(?:超过?|达到?|过|突破|以上"
        r"|(?<!实现)(?<!完成)[额入值收])", "", SIZE),
    Cue("of-whom-some", "actual", "",
        r"(?:续建|新建|在建|签约|开工|重点)?(?:项目|企业)[^，,；;。、\d]{0,6}(?:开工|竣工|投产|投用|建成|达产"
        r"|上市)(?:建设|投产|投用)?(?:达到?|不少于)?\d{1,4}[个家户]", COUNT),
    Cue("who-did", "actual", "", r"[^，,；;。、\d]{1,16}(?:完成|实现)[^，,；;。、\d]{1,10}\d", COUNT),
    Cue("grade", "threshold", "", r"(?:级|元级)"),
    Cue("so-many-of-a-size", "threshold", r"(?:\d|[一二两三四五六七八九十])[余多]?[个家户]",
        r"级?(?=[、和与]\d{1,4}[个家户]|的?[^，,；;。、\d]{0,6}(?:产业|集群|企业|项目|园区|平台)"
        r"|或[\d.]{1,9}[万亿]?美?元[^，,；;。、\d]{0,6}项目)", APIECE),
    Cue("either-size", "threshold", r"元或", r"以?上?的?[^，,；;。、\d]{0,6}项目", APIECE),
    Cue("round-things", "threshold", "", rf"(?:[^，,；;。、\d]{{0,4}}?){THING}", BARE),
    Cue("staffed", "threshold", "", r"(?:以上|以下)的?(?:企业|会议|单位|规模)", frozenset({"people"})),
    Cue("those-who", "threshold", "", r"(?:及?以上|以下)?的(?:$|[，,])"),
    Cue("growing-things", "threshold", r"(?:增长|下降|提高|增速|降幅|增幅)[^，,；;。]{0,4}", r"(?:以上|左右)?的(?:企业|项目|单位)", frozenset({"ratio"})),
    Cue("round-alone", "name", r"^(?:(?!超|破|达|过|近|逾|上$|迈|冲刺|实现|完成|挺进|跨).)*", r"(?!以上)", BARE),
    # sizes
    Cue("tasks-of-a-list", "scale",
        r"(?:明确|细化|分解|确定|提出|梳理|列出|部署|制定|安排|包括|包含|共|涵盖|形成)(?:了|为|出"
        r"|成)?(?:\d{1,3}(?:大类|类|个方面|方面))?", rf"{TASKS}(?=$|[，,；;。、:：])", COUNT),
    Cue("concerned", "scale", r"涉及[\u4e00-\u9fff]{0,4}", r"[^，,；;。、\d]{0,6}(?:单位|部门|乡镇|镇街|街道|县区|区县|市县|行政村|社区|科室)", COUNT),
    Cue("tasks-in-brackets", "scale", r"(?:工作|任务|事项|内容|措施|清单|目标|指标|举措)\s?[(（]共?", r"[)）]", COUNT),
    Cue("came-to-a-meeting", "actual", "", r"(?:分别)?(?:参加|出席|列席|参会|观看)(?:了|此次|本次)?[^，,；;。、\d]{0,6}(?=$|[，,；;。、])", frozenset({"people"})),
    Cue("of-a-meeting", "actual", r"(?:出席|列席|到会)[^，,；;。、\d]{0,6}的", "", frozenset({"people"})),
    Cue("chosen-among", "scale", r"从[^，,；;。\d]{0,16}", r"[^，,；;。、\d]{1,12}中(?:评选|票决|遴选|选出|筛选|挑选|抽取|抽选|产生|确定)", COUNT),
    Cue("opened-up", "scale", r"(?:拉开|拉大)了?(?:约|近)?", "", frozenset({"area"})),
    Cue("places-in-brackets", "scale", r"(?:医院|中心|学校|校区|小学|中学|幼儿园|公寓|停车场|[一二三]期)[(（]", r"(?:床位|学位|[停泊]?车位|座位|工位|泊位)[)）]", COUNT),
    Cue("size-in-brackets", "scale", r"[^，,；;。、\s(（][(（](?:约|近|合计|总计|共)?(?:全长|总长|长|占地|占地面积|总?建筑面积|总?投资额?|总?用地|面积|新增[^，,；;。、\d]{2,4}能力)?(?:约|近)?", r"(?:[)）]|[，,、](?:总投资|宽|占地|总?建筑面积|估算|概算))", SIZE),
    Cue("households-in-brackets", "scale", r"[^，,；;。、\s(（任务][(（](?:约|近|共)?", r"[)）](?:\d|[^，,；;。、\d]){0,10}(?:开工|动工|竣工|投用|交付|入住|完工|建成|封顶)", COUNT),
    Cue("of-which-a-share", "scale", "", r"[^，,；;。、\d]{1,12}(?:任务|工程量|总量)的\d", COUNT | SIZE | frozenset({"goods"})),
    Cue("measured-group", "actual", r"^(?:(?!完成|实现|新增|引进|新建|建成|开工|签约|培育).)*", rf"{GROUPED}(?:率|比例|比重|占比|时间|时长)(?:[^，,；;。、\d]{{0,8}}?)(?:[\d百]|[一二三四五六七八九]成|过半)", COUNT),
    Cue("dealt-out", "scale", r"[把将][^，,；;。\d]{0,12}", r"[^，,；;。、\d]{1,12}(?:(?:细化|分解|明确|落实|量化|落细|压实|分配)[到至]|交由|移交)", COUNT),
    Cue("group-already", "actual", r"[对给为向](?:现有的?|[^，,；;。、\d]{0,4}已[^，,；;。、\d]{1,8}的)", "", COUNT | TOWARD),
    Cue("talked-with", "actual", r"(?:盯紧|紧盯|盯牢|盯住|跟踪|跟进|紧跟|锁定)(?:(?!力争|确保|新|签约)[^，,；;。\d]){0,40}", r"[^，,；;。、\d]{0,8}(?:项目|企业|线索|客商)(?=$|[，,；;。])", COUNT),
    Cue("fund-used", "scale", r"(?:用好|用足|管好|运用好?|发挥好?|依托)", r"(?:的)?[^，,；;。、\d]{0,10}(?:基金|资金池|资金)", MONEY),
    Cue("touched", "scale", r"(?:涉及|惠及|受益|波及)(?!面)(?:(?!不少|不低|至少|力争|确保)[^，,；;。、\d]){0,6}", r"(?!及?以上)", frozenset({"户", "人"})),
    Cue("touched-things", "scale", r"涉及(?:房屋|建筑物?|坟墓|坟|土地|林地|青苗|苗木|杆线|管线)[^，,；;。]{0,16}", "", COUNT | frozenset({"area"})),
    Cue("one-facility", "scale", r"(?:建设|新建|打造|建成)", rf"(?!标准|高标准)[^，,；;。、\d的]{{2,12}}{FACILITY}(?=$|[，,；;。、]|[和与及]\d)", frozenset({"area"})),
    Cue("next-facility", "scale", r"(?:建设|新建|打造|建成)\d[^，,；;。]{4,20}[和与及、]", rf"(?!标准|高标准)[^，,；;。、\d的]{{2,12}}{FACILITY}(?=$|[，,；;。、])", frozenset({"area"})),
    Cue("area-of-plan", "scale", r"启动[^，,；;。、\d]{2,14}", r"[^，,；;。、\d]{0,8}(?:更新|改造|编制|规划|修编|开发|控规|设计)", frozenset({"area"})),
    Cue("one-of-a-size", "name", "", r"(?:级|的)?[^，,；;。、\d]{1,10}(?:[一两二三四五六七八九十]|\d{1,3})[座个处套台栋所艘]", frozenset({"mass", "energy"})),
    Cue("in-the-end", "scale", kinds=frozenset({"in-the-end"})),
    Cue("so-much-a-year", "threshold", r"[\d一二两三四五六七八九十][余多]?[个家座处条]年[^，,；;。、\d]{1,8}", r"及?以上的[^，,；;。、\d]{1,14}", COUNT | GOODS),
    Cue("over-of-count", "threshold", r"(?:超过?|过|突破|达到?|不低于)", r"的(?=[\d一二两三四五六七八九十]+[余多]?[个家户名只项])", SIZE),
    Cue("in-all-within", "scale", r"[(（][^()（）]{0,16}共", "", BRACKETED),
    Cue("done-within", "scale", r"[(（][^()（）]{0,6}已[^()（）]{0,12}", "", BRACKETED),
    Cue("voted", "scale", r"票决(?:产生|出|确定)?了?(?:[^，,；;。\d]|20\d\d年){0,16}", "", COUNT),
    Cue("how-long", "scale",
        r"^(?!.{0,40}(?:新建|建成|完成|修建|铺设|力争"
        r"|确保))(?:.{0,40}[路渠桥管线道涵程造幅])?[总全]?[长宽高深]度?(?:约|为|达)?", "", LENGTH),
    Cue("long-about", "scale", r"(?:长|宽|高|深|厚)度(?:均|都|大多)?在(?:约)?", r"(?!及?以[内上下])", LENGTH),
    Cue("long", "scale", "", r"[宽长高深厚](?=$|[、，,；;。的])", LENGTH),
    Cue("share-done", "actual", r"(?:完成|占|为|达到?)[^，,；;。]{0,8}(?:目标|任务|计划)[^，,；;。]{0,8}", r"(?!及?以上|左右|以内)", frozenset({"share-done"})),
    Cue("areas", "scale", "", rf"{PLACES}(?={COUNTED})", COUNT),
    Cue("areas-of", "scale", rf"\d{{1,9}}个{PLACES}", r"(?:乡镇|镇街|县|村|街道|行政村|社区)(?:的|未|和)", COUNT),
    Cue("worth-and-long", "scale", r"投资额?约?", r"[、,，](?:总?长|全长|占地|总?建筑面积|规划|面积)[^，,；;。]{1,36}(?:项目|工程)", MONEY),
    Cue("part-of-worth", "scale", r"投资[\d.]+[十百千万亿]*元[(（][^()（）]{0,16}", r"[)）]的", MONEY),
    Cue("their-worth", "scale", r"\d[项个][^，,；;。、\d]{2,20}(?:工程|项目)(?:计划|概算|估算)?总投资额?(?:约|达|为|超)?", "", MONEY),
    Cue("those-worth", "scale", r"(?:^|\s)", r"[^，,；;。、\d]{2,20}(?:工程|项目)(?:计划|概算|估算)?总投资", COUNT),
    Cue("base", "scale", r"在[^，,；;。\d]{0,4}(?:20\d\d年)?[^，,；;。\d]{0,14}", r"的?基础上"),
    Cue("merged-from", "scale", r"[由从将把](?:目前|现在|现有|原来|原有)?的?", r"[^，,；;。\d]{0,4}(?:整合|合并|优化|精简|归并|撤并|调整|重组|压减|升级?|变)[为成到至]", COUNT),
    Cue("from", "scale", r"[由从](?:(?:20\d{2}年|去年|上年)[底末]?|目前|现在|原来)?的?(?:人均|户均|亩均)?", r"[^，,；;。]{0,6}(?:压|缩|降|减|提|增|扩|上升)"),
    Cue("around", "scale", "", r"(?:的)?(?:范围|半径|以外|之外|交通圈|生活圈|经济圈|服务圈)"),
    Cue("this-work", "scale", r"^(?:(?!完成|实现|力争|确保|年内|今年|年度|[一二三四]季度).)*", "", frozenset({"this-work"})),
    Cue("works-of-a-list", "scale", NOT_MADE, "", frozenset({"in-a-list"})),
    Cue("documents", "scale", "", r"“[^”]{0,8}文件”", COUNT),
    Cue("have-issued", "scale", r"(?:出台|制定|印发|发布|推出)了[^，,；;。\d]{0,24}", r"[^，,；;。、\d]{0,8}(?:政策|措施|办法|文件|意见|方案|制度)", COUNT),
    Cue("by-means-of", "scale", r"以", r"[^，,；;。、\d]{1,16}为(?:抓手|重点|载体|龙头|依托|支撑|主体|骨干|突破口)", COUNT),
    Cue("sides", "scale", "",
        r"(?:重点)?(?:方面|维度|环节|领域|板块|层面|大类|主题(?!活动|教育|日|鲜明|突出|明确|公园|乐园|酒店|民宿|街|馆|游|线路|展|班|沙龙|培训|宣传|论坛)|原则|角度|战线|主线|底线|红线"
        r"|路径|阶段|步骤|百分百|重点工作|重点任务)", COUNT),
    Cue("slogans", "scale", "",
        r"(?:统一|加快|倍增|必须|坚持|突破|转变|关键|维护|意识|务必|到位|一律|提升(?!工程|改造|项目)|强化"
        r"|聚焦|确保|更加|明确|不变|不减|结合|融合|同步|覆盖|清零)",
        frozenset({"words"})),
    Cue("kinds", "scale", "", r"[^，,；;。、]", frozenset({"类"})),
    Cue("size-of", "scale",
        r"(?:总投资额?|投资额?|总规模|规模|注册资[本金]|产值|年产值|占地面?积?|总?建筑面积|总?面积|首期"
        r"|总长度?|全长|长度?|用地|供地)(?:约|达到?|近|超过?|为|不低于)?",
        POST + r"的(?!(?:工作|年度|总体|奋斗)?(?:目标|任务))", SIZE),
    Cue("road-so-long", "scale", r"(?:(?<![道公])路|桥|线|街|大道|[)）])(?:总长|全长|长)(?:约|达)?", POST + r"(?![\u4e00-\u9fff])", SIZE),
    Cue("part-so-large", "scale", r"^(?:总长|主桥(?:长|全长)?|总面积|拟建长度|桥宽|路宽)(?:约|达)?", POST + r"(?![\u4e00-\u9fff])", SIZE),
    Cue("invested-in-all", "scale", NOT_DONE + (
        r"(?:总投资额?|估算投资|概算投资|投资[概估]算|(?:辖区|规划|核心区|区域|幅员|开发)(?:建设|用地)?(?:总?面积)"
        r"|占地面?积?|总?建筑面积|注册资[本金])(?:约|达到?|近|超过?|为)?"
    ), r"(?!(?:及)?以上)", SIZE),
    Cue("sized", "scale", "", r"(?:规模|体量)的", SIZE),
    Cue("worth", "scale", "", POST + rf"的(?!投资|(?:工作|年度|总体|奋斗)?(?:目标|任务))(?=[^，,；;。]{{0,40}}{THING})", MONEY),
    Cue("plan-of-share", "scale", r"占(?:年度|全年|总)?(?:计划|任务|目标)(?:投资|任务)?(?:数|总?额)?", r"的", SIZE | COUNT),
    Cue("so-far", "actual",
        r"(?:施工|工程量?|进度|主体|基础|征拆|拆迁|征迁|安装|浇筑|开挖)(?:任务|工作)?(?:总体|累计"
        r"|已)?完成(?:了|近|约|超)?", "", frozenset({"under-way"})),
    Cue("of-things", "threshold", "", rf"{POST}的[^，,；;。、\d]{{1,12}}(?={COUNTED})", RATED),
    Cue("share-of-plan", "scale", r"^\s*占(?:(?!比重|比例|比).)*", "", frozenset({"ratio"})),
    Cue("apart", "scale", r"(?:距离?|相距|位于)[^，,；;。]{0,14}", "", frozenset({"length"})),
    Cue("around-a-centre", "scale", r"为(?:中心|核心|主)的", r"[^，,；;。、\d]{2,12}(?:基地|园区?|片区|示范[区带点片])", frozenset({"area"})),
    Cue("sized-park", "scale", r"(?:^|[，,；;、])\s?", r"[^，,；;。、\d的]{2,8}(?:产业园|创业园|工业园|科技园|园区|基地)(?!建设)", frozenset({"area"})),
    Cue("page", "name", "", r"(?:评论|浏览|阅读|点赞|回复)(?=$|[\s，,；;。])", COUNT),
    Cue("page-tools", "name", r"^\s?", r"\s{0,3}[【\[(（]?\s?(?:字体|字号|打印|分享|收藏|来源)(?=$|[\s:：】\])）])", COUNT),
    Cue("in-so-many-places", "scale", r"(?:^|[，,；;、])在", rf"(?:{PLACES}|行政村|自然村|村|社区)(?:[(（][^()（）]{{1,8}}[)）])?(?:内|中)?[\u4e00-\u9fff]{{2}}", PLACED),
    Cue("good-for-places", "scale", r"惠及", rf"(?:{PLACES}|行政村|村|社区)(?:[(（][^()（）]{{1,8}}[)）])?(?=$|[，,；;。、])", PLACED),
    Cue("these", "scale", r"(?:这|上述|(?<![元亩吨米人户家个级])以[上下]|如下)", r"[^，,；;。、\d]{1,8}(?:分别)?(?:为|是)?(?=$|[:：])", PLACED),
    Cue("measures-more", "scale", r"(?:新增|增加|增设)了?", r"[^，,；;。、\d地能额]{0,4}指标(?=$|[，,；;。])", COUNT),
    Cue("rewarded", "scale", kinds=frozenset({"rewarded"})),
    Cue("all-of-them", "scale", r"、[^，,；;。、\d]{2,10}等?", r"[^，,；;。、\d]{1,12}(?:均|都)(?:要|将)?(?:突破|达到?|超过?|实现)", COUNT),
    Cue("aim-changed", "scale", r"[(（]调[增减高低升][^()（）]{0,6}", "", BRACKETED),
    Cue("against-an-aim", "scale", r"[比较][^，,；;。、\d]{0,6}(?:目标|计划|任务)[^，,；;。、\d]{0,6}", r"(?=$|[，,；;。、)）])", frozenset({"against"})),
    Cue("shared-out", "scale", r"(?:分解|细化|落实|下达|传达)(?:落实|下达)?[到至](?:[^，,；;。]{0,16}?[、和])?", r"(?:[^，,；;。、\d]{0,4})(?:部门|单位|镇|街道|乡镇|镇街|村|社区|科室|企业)(?=$|[，,；;。、])", frozenset({"shared-out"})),
    Cue("scheme-for", "scale", r"(?:制定|编制|完善|提出|落实|做好)[^，,；;。、\d]{0,6}", r"[^，,；;。、\d]{1,14}(?:方案|预案|办法|规划)(?=$|[，,；;。、])", MONEY),
    Cue("paid-out-of", "scale", "", r"的(?:拨付|支出|使用|执行|到位)(?:进度|率)", MONEY),
    Cue("share-of-those", "scale", r"占[^，,；;。、\d]{0,8}", r"(?:以上|左右)?的\d{1,5}[余多]?[个家户名]", frozenset({"ratio"})),
    # what is there already
    Cue("of-this-event", "actual", r"(?:此次|本次|这次)[^，,；;。力争将]{0,16}", "", COUNT),
    Cue("listed-already", "actual", r"^(?:(?!争取|力争|确保|推动|力促|推荐|组织|谋划|支持|完成|实现).)*共(?:有|计)?", r"(?:项目|企业|工程)[^，,；;。、\d]{0,4}(?:列为|列入|入选|获批|被评为|纳入)", COUNT),
    Cue("short-of-aim", "actual", r"比[^，,；;。、\d]{0,6}(?:目标|任务|计划)[^，,；;。、\d]{0,4}(?:[低高少多慢快]|滞后)", "", frozenset({"ratio"})),
    Cue("of-last-year", "actual", r"(?:去年|上年|往年|历年|此前|前期)[^，,；;。、\d]{1,8}的", r"[^，,；;。、\d]{0,8}(?:仍|尚|还|已)有?", COUNT),
    Cue("in-all", "actual",
        r"^(?:(?!计划|实施|安排|新|建|开工|签约|完成|力争|确保|储备|谋划|推进|争取|实现).)*(?:项目|企业|任务"
        r"|工程)共(?:计|有)?", "", frozenset({"in-all"})),
    Cue("people-of", "actual", r"^(?:(?!解决|新增|转移|减少|覆盖|惠及|完成|受益).)*人口(?:约|近|达|超)?", "", frozenset({"people"})),
    Cue("base-of-several", "actual", r"现有的?[^，,；;。]{1,50}", r"[^，,；;。]{1,38}基础上", COUNT),
    Cue("have-been", "actual", r"(?:^|[，,；;、])(?:现有|其中)?", r"(?:项目|企业|工程)(?:均已|已经?)(?:建成|开工|竣工|投产|完成|签约|落地|完工|启动|进场)", COUNT),
    Cue("standing", "actual", "",
        r"(?:户|家)?(?:已|现有|存量|原有)(?:投产|建成|入驻|入园|落户|有的?"
        r"|运营)?(?:的)?[^，,；;。、]{0,6}(?:企业|项目|厂房|单位)(?![^，,；;。]{0,12}(?:开工|竣工|投产|达产"
        r"|升规|扩产|改造|完成|实现|复工|上市))", COUNT),
    Cue("short-by", "actual", r"还差", "", SIZE),
    Cue("still", "actual",
        r"(?:仍有|尚有|还有|仅有|只有|仅为|缺口|(?<!拖)欠账|差距)(?:还|仍|尚)?(?:有|达到?|为|约|近|高达"
        r"|超过?){0,2}[^，,；;。、\d]{0,8}", r"(?!及?以上|[^，,；;。、]{0,12}(?:补齐|填补|解决|清零|销号|补足|计划|拟|力争|确保))"),
    Cue("in-fact", "actual", r"(?:实际|已)(?:新?[开复]{1,2}工|竣工|投产|签约|完成投资|到位|建成|入库|落地|引进)", "", COUNT | MONEY),
    Cue("signed-already", "actual", r"已(?:签约|开工|竣工|投产|落地|建成|入驻|储备|引进|在建)(?:项目|企业)", r"(?=$|[，,；;。])", COUNT),
    Cue("of-them-done", "actual", "", r"[^，,；;。、\d]{0,12}(?:项目|企业|工程)已(?:经|全部)?(?:新?[开复]{1,2}工|竣工|完工|投产|投用|投运|通车|封顶|签约|建成|落地)", COUNT),
    Cue("there-built", "actual", r"(?:现有|现存|目前有?|共有)(?:19|20)\d\d年[^，,；;。、\d]{2,16}", r"(?=$|[，,；;。])", COUNT),
    Cue("there-to-do", "target", r"(?:现有|现存|目前)[^，,；;。、\d]{0,8}",
        r"[^，,；;。、\d]{1,12}(?:\d{1,2}月|年底|[上下]半年)[^，,；;。、]{0,6}(?:全部|全面|完成|开工|动工"
        r"|整改|销号)", COUNT),
    Cue("there-aimed", "target", r"(?:区内|园区内)[^，,；;。、\d]{2,8}(?:超过|突破|达到|增至|增加到|不少于)", ""),
    Cue("there", "actual",
        r"(?:现有|已有|已建成|已引进|已入驻|已累计|共有|下设|设有|目前|截至|截止|现存|在库|筛选出的?"
        r"|摸排出的?|排查出的?|辖区内|区内|园区内)[^，,；;。、\d]{0,8}", ""),
    Cue("of-all", "actual", r"(?:全[区市县镇省]|辖区?|下辖|全国|园区内|我[区市县])的?", "", COUNT),
    Cue("done", "actual",
        r"(?:已|已经)(?:向上)?(?:争取|建成|完成|引进|实现|达到?|入驻|培育|落地|累计|突破|到位|投入|开工|落实"
        r"|拨付|发放|签约|改造|启动|入库|办理|解决|招引|新增|形成|开通|带动|吸纳|铺设|敷设|修建|安装|收储|流转|栽植|整治|清理|处置|疏浚|交付|安置|拆除|超|有)(?!项目|企业|的"
        r"|并)[^，,；;。]{0,24}", ""),
    Cue("times-served", "target", r"服务", r"(?:及?以上|左右|以内)?(?=$|[，,；;。、])", frozenset({"人次", "次", "场次", "户次", "家次"})),
    Cue("served", "actual", r"(?:服务|帮扶|对接服务)(?:好|全[区市县])?", r"(?!及?以上|左右|以内)(?:[^，,；;。、]{2,})", COUNT),
    Cue("going-on", "actual", "", r"正(?:有序|加快|在|进行|全面|稳步|抓紧|按)", SIZE | COUNT),
    Cue("focus", "scale", r"聚焦(?:(?!新建|引进|培育|打造|建设|实施|完成|推进|建成|签约|开工)[^，,；;。]){0,40}", "", TOWARD),
    Cue("toward", "actual", r"(?:对(?![接外标口])|针对|围绕(?!打造|建设|实现|培育|新建|引进))[^，,；;。、]{0,8}", rf"(?![^，,；;。]{{0,40}}(?:{WORK}))", TOWARD),
    Cue("toward-these", "actual", r"(?:^|[^\u4e00-\u9fff])(?:对(?![接外标口])|针对|围绕)[^，,；;。]{2,55}等", rf"(?![^，,；;。]{{0,40}}(?:{WORK}))", TOWARD),
)  # fmt: skip

# Chinese numerals are quantities only where something is made, held or brought in.
MADE = (
    r"(?:成立|组建|办[好成]|稳定在|新建|建成|建设|打造|新增|净增|引进|招引|培育|开工|签约|举办|召开|实施|落地"
    r"|建立|设立|启动|新设|建好|投用|投产|盘活|储备|谋划|"
    r"[将拟共再]建|改造|创建|争创|新认定|竣工|完成|达到|突破|不少于|不低于|至少|超过|增长|提高|下降|压缩)"
)
LONE = frozenset({"座", "所", "处", "家"})
