"""The words of titles behind a number or a mark: what is none, and where a title is cut off from its text."""

from __future__ import annotations

from luoshi.reading.openings import lazy, quick
from luoshi.reading.outline.words import DUTY, OPENERS, SPAN, Signs

#: A numbered sentence that carries a duty, a rule or a statement and names no task.
NOT_NUMBERED = Signs(
    starts=r"[^“”]{0,50}”|责任单位|各(?![项类行])|凡|请|由|该|本(?![地土级])|此|如|若|经(?![济营贸开])|据(?!点)|对于|目前"
    r"|截至|截止|\d{1,2}[、.]|按照(?!“[^”]{2,12}”的?(?:要求|目标),(?!各)[^,。]{2,14}$)|根据|已(?![供签开建竣投][^,。]{1,6}$)"
    r"|共(?![同建享创富赢治])|全年(?!(?:重点|主要|目标)?(?:工作|任务)|目标)|年内"
    r"|今年(?!工作|目标|重点|主要|任务|要)",
    holds=rf"为[^,]{{0,24}}(?:之年|一年|时期|单位|部门)|是[^,]{{0,24}}(?:之年|一年|时期|单位|部门)|单位{DUTY}"
    rf"|部门{DUTY}|镇街{DUTY}|企业{DUTY}|人员{DUTY}|负责人{DUTY}|责任人{DUTY}"
    r"|我们|我[区县市镇]将|月,|月份,|上半年,|下半年,|今年(?:以来|,)|截至|截止|目前,|记者|本报"
    r"|给予.{0,12}(?:奖励|补助|补贴|支持|扶持)$|予以.{0,12}(?:奖励|补助|补贴|支持|扶持)$",
)
#: A time that a promise begins with.
DATED = lazy(r"\d{1,2}月(?:底|末|[上中下]旬)")
_TOLD = (
    "了(?!解)|着(?![力眼手重])|我们|我[区县市](?!上)|大家|去年|近年|同比|分别|共有|现有|截至|截止|据统计|据悉"
    "|据了解|是(?!非)|会议(?!机制|制度|纪要)|强调(?!度)|指出|认为|其中|为此|因此|此外|对于|不得"
)
#: Words that carry a statement and not the name of a task.
NOT_A_TITLE = Signs(
    starts=r"据|图为|\d|[在到至]?(?:\d{4}|新的一)年|[一二三四]季度|全年|年内|月底",
    holds=rf"{_TOLD}|记者|今年|过去|目前(?<!项目前)|当前|将(?<=.将)(?![来军])|已(?!开)|以及|同时|必须|应当|可以"
    rf"|等(?:产业|领域|行业|工作|方面|项目|企业)$|只有[^,]{{2,24}},",
)
#: The same for items inside a paragraph or in a row (一是…), which speak in clauses more freely.
NOT_AN_ITEM = Signs(starts="据", holds=_TOLD.replace("我[区县市]", "(?<=.)我[区县市]"))
#: What may follow a dash at the head of a paragraph and is no title: a subtitle, a name, an occasion.
NOT_DASHED = Signs(
    starts=r"访|记|写在|索[ ]{0,4}引|[标主][ ]{0,4}题(?:分类|词)?$|名[ ]{0,4}称$|有[ ]{0,4}效[ ]{0,4}性|(?:发文|成文|发布)[字机日时]|在(?![^,。]{2,8}[上中下][\u4e00-\u9fff]{2})|20\d\d年|来自|关于",
    holds="记者|大会上|会议上|讲话|书记|镇长|区长|县长|市长|主任",
)
#: What makes an item's first sentence no title; items ask for words after it.
UNFIT = {"item": NOT_AN_ITEM, "must": NOT_AN_ITEM, "ordinal": NOT_AN_ITEM, "dash": NOT_DASHED}
#: A label with its figure: 园区产值:增长9%.
VALUE = lazy(r"[^,。;:\n]{1,20}:[^,。;:\n]{0,4}\d[\d.]{0,12}[^,。;:\n]{0,6}(?:[,。;]|$)")
#: A title with a number whose line break became a blank, and the short sentence behind it.
TITLE_BLANKED = quick(
    r"(?:[一二三四五六七八九十]{1,3}、"
    r"|\([一二三四五六七八九十]{1,3}\))[ ]?[^ ,。;:!?\n]{3,24}(?= [^ ,。;:!?\d\n]{4,20}(?:,[^ ,。;:!?\d\n]{4,20})?。)"
)
#: The name of a part, and the text that a blank took the line break before: 城市道路 新建云溪路、柳塘路,…
NAME_BLANKED = lazy(r"(?!在|据|由|从|于)([^ ,。;:!?、|\n]{4,10}) (?=[^ \n|]{4}[^\n|]{12})")
#: A title that has lost the line break after it: a blank, or a word that closes titles, or a known phrase.
CUT_AT_BLANK = lazy(
    r"[^ ,。;:!?\n]{3,24}(?:[, ][^ ,。;:!?\n]{3,20}){0,2}?(?= {1,4}(?![ ,])[^ \n]{0,40}[,。])"
)
#: A time behind such a blank, and what is due then.
TIME_BLANKED = lazy(rf"[ ]{{1,4}}(?:{SPAN}|20\d\d年|全年|今年|年内)[^ \n]{{6}}")
CUT_AT_NOUN = lazy(
    r"[^,。;:!?\n的和与及]{2,14}?(?:情况|状况|目标(?!任务)|思路|思想|打算|计划|安排|措施|任务|重点|回顾|总结"
    r"|要求|原则|保障|问题|成效|方式|步骤|领导|范围)(?<!\d年重点)(?!分解|一览|表|[的和与及、,。;:及是为等])"
)
CUT_AT_FOR = lazy(
    r"[\u4e00-\u9fff]{2,6}(?:目标|任务|要求|思想|思路|原则|措施)(?=为(?:进一步|深入|贯彻|全面|加快|切实|认真|推动|做好))"
)
CUT_AT_TIME = lazy(
    r"[^,。;:!?\n\dxX*]{4,20}(?:,(?:20\d\d年)?[^,。;:!?\n\dxX*]{4,20}){0,2}(?=(?:[\dxX*]{1,2}[-—~至])?[\dxX*]{1,2}[ ]?月"
    r"|今年(?:以来|,)|20\d\d年,|全年,|截至|截止|目前,|上半年,|近年来|[一两三五半]年来,)"
)
#: The name of a part, and behind it in its line who is spoken to, or a sentence: 二、2019年工作安排 各位代表:…
CUT_AT_SPEECH = lazy(
    r"[^,。;:!?\n]{0,20}(?:安排|任务|工作|目标|打算|思路|要求|措施|回顾|重点|计划|部署|建议)(?:[ ]{0,4}(?=(?:各位[^,。;:!? \n]{2,6}"
    r"|同志们|朋友们)[,、:!])|[ ]{1,4}(?=[^ ,。;:!?\n]{4,40}[,。][^\n]{8}))"
)
#: The name of a part right before its text, where the break between them was lost: 组织领导成立专班…
CUT_AT_NAME = lazy(
    r"(?:指导思想|总体要求|总体目标|总体思路|主要目标|预期目标|工作目标|发展目标|目标任务|主要任务|重点任务|工作任务|工作重点"
    r"|工作措施|主要措施|保障措施|组织领导|组织机构|实施步骤|工作步骤|基本原则|工作要求|基本情况|[\u4e00-\u9fff]{2}概况"
    r"|存在的?(?:主要)?问题|(?:20\d\d年|今年|明年|全年|[上下]半年|下一?步|下一?阶段|前三季度)?(?:主要|重点)?工作"
    r"(?:完成|进展|开展)?(?:情况|打算|安排|计划|思路|目标|任务|重点))(?![的和与及、,。;:是为如表])"
    r"|[\u4e00-\u9fff“”]{4,14}(?<!坚持)(?<!始终)(?<!不移)(?<!继续)(?<!积极)(?<!牢固)"
    r"(?=以[^,。;:!?\n]{2,30}为(?:重点|目标|主线|抓手|核心|统领|载体|引领|龙头|突破口|契机|导向|牵引|主攻方向),[^\n]{4})"
)
#: What may stand behind such a name, and is not the rest of it: 明年工作打算抓好….
BEHIND_NAME = lazy(
    rf"(?:{OPENERS}|成立|下一?步|今年|全年|[上下]半年)(?![^,。]{{0,8}}(?:情况|问题|措施|安排|计划|成效|进展|到位)$)"
)
#: A title that its text follows behind a comma, with the time it tells of: 项目建设提速,全年…
CUT_AT_SPAN = lazy(
    r"[^,。;:!?\d]{4,24}(?=,(?:全年|今年以来|截至|到?20\d\d年底?,|\d{1,2}[-—~至]\d{1,2}[ ]?月)[^\n]{60})"
    r"|[^,。;:!?\d]{4,24}(?=\d{1,2}[-—~至]\d{1,2}[ ]?月)"
)
#: A title that ends with what is to be new, and how its text goes on at once: 开创园区发展新局面围绕…
CUT_AT_NEW = lazy(
    r"[^。;:!?\d\n]{6,40}?新(?:面貌|局面|篇章|高地|突破|支撑|优势|动能|格局|台阶|成效|活力|形象|样板|引擎|标杆)"
    r"(?=(?:围绕|聚焦|紧扣|紧盯|按照|坚持|依托|针对|立足|统筹|以)[^\n]{20})"
)
#: A name in quotes, or a task, that a dash parts from what it stands for: “水网工程”——… 加大招商力度——…
NAMED = lazy(rf"(?:“[\u4e00-\u9fff]{{2,10}}”|(?:{OPENERS})[^,。;:!?\d()—\n]{{2,16}})(?=——[^\n—]{{6}})")
#: The field that an item begins with: 一是在招商引资方面重点… 一是招商引资方面,…
IN_FIELD = lazy(
    r"[\u4e00-\u9fff、]{2,8}方面(?=,)|在[\u4e00-\u9fff、]{2,10}(?:方面(?=,|重点|着力|主要|继续|要|将)|方面?$)"
)
#: A title that its text follows without a sign: 加大园区开发力度按照…
CUT_AT_WAY = lazy(
    r"[^,。;:!?\d]{6,24}(?:力度|步伐|水平|能力|进度|优化|完善|建设|质量|效益|环境)(?=(?:按照|针对|根据)[^\n]{20})"
    r"|[^,。;:!?\d]{4,14}(?=(?:按照|坚持|本着)“?[^,。;:!?]{2,16}”?的?(?:要求|思路|原则|方针|部署|标准),[^\n]{8})"
)
#: The text under a title begins with the title's own words: 建设乡村公路12条乡村公路12条总长…
CUT_AT_ECHO = lazy(r"(?!以)[^。;:!?\n]{0,28}?([^,、。;:!?\n ]{5,9})[\u4e00-\u9fff]{0,4}(?=\1)")
#: An opening phrase that ends at its comma.
CUT_AT_COMMA = lazy(
    r"[^,。;]{2,24}?(?:上|中|方面)(?:下[足好大]?功夫|(?:持续|精准|集中|聚力)?(?:发力|用力|加力)|(?:求|谋|寻"
    r"|有|见|出|取得|实现)[新大]?"
    r"(?:突破|实效|成效|进展|作为|提升)|做文章|做足文章|狠下功夫|动真格)(?=,)"
)
#: Last characters of these phrases.
COMMA_AFTER = frozenset("夫力破效展为升章格")
#: What such a phrase is for, to the end of its sentence: 在招商上下功夫,夯实发展后劲。
TO_WHAT_END = lazy(r",[^,。;:!?\d]{4,14}")
#: A motto that is explained at once, or carried out in clauses: 突出一个重点,就是… 紧扣一个“链”字,新引进企业10家,…
CUT_AT_MEANING = lazy(
    r"[^,。;:!?“\d]{2,8}“[\u4e00-\u9fff]{1,2}”字(?=,[^,。;:!?\d\n]{1,30}[,\d])"
    r"|[^,。;:!?\d]{3,16}(?=,(?:也?就是|即|意思是)(?![使便刻将])[^\n]{8})"
)
#: What stands over the draft of a text.
DRAFT = lazy(r"(?:写作|报告|汇报|工作)?(?:提纲|目录):?")
#: A project that an item names before it tells of it: 实施公园建设项目,建成…
CUT_AT_PROJECT = lazy(r"实施[^,。;:!?\d]{3,24}(?:项目|工程|行动)(?=,[^\n。;]{4})")
#: Responsibility in brackets after a title is no part of it.
AFTERWORD = quick(
    r"[(\[【〔](?:牵头|责任|配合|主办|承办|分管|落实|完成)[^)\]】〕\n]{0,120}[)\]】〕]?$"
    r"|\((?:[^()\n]{0,30}(?:牵头|负责|局|办|委))\)$"
)
#: The same at the end of a line, with marks inside.
ANSWERS = lazy(r"[(](?:牵头|责任|配合|主办|承办|分管|包联|挂点)[^()\[\]【】〔〕\n]{0,120}[)\]】〕]$")
#: The same with text behind it.
ANSWERS_FIRST = lazy(
    r"[(](?:牵头|责任|配合|主办|承办|分管|包联|挂点)[^()\[\]【】〔〕\n]{0,60}[)] ?(?=[\u4e00-\u9fff“][^\n]{8})"
)
#: Who answers for the item above: no text of its own.
RESPONSIBLE = lazy(
    r"[(\[【]?(?:牵头|责任|配合|主管|分管|协办|主办|承办|落实|完成)(?:责任)?(?:单位|部门|领导|人|处室|科室"
    r"|时限|时间)(?:及[^:]{1,6})?[ ]?[】\]]?[ ]?:"
)
#: A marked title may end at a colon, in one half or in two, or be a time: 1.招商引资:… 2.做强产业,壮大集群:… 3.10月底前:…
CUT_AT_COLON = lazy(
    rf"(?:{SPAN}|[^,。;:!?\n\d()《》【】]{{2,16}}(?<![位门人限话址真员])"
    rf"|(?:{OPENERS})[^,。;:!?\n\d()《》【】]{{2,14}},(?:{OPENERS})[^,。;:!?\n\d()《》【】]{{2,14}}(?<!措施"
    rf"|工作|任务|要求|事项))"
    r"(?=:[^\n]{8})"
)
#: A task that a part begins with, and more tasks behind it in one long sentence, or one that the page cuts off:
#: (一)发展乡村产业,实施…,建设…
CUT_AT_CLAUSE = lazy(
    rf"(?=[^。;:!?\n]{{60}}"
    rf"|[^。;:!?\n]{{20,59}},$)(?:{OPENERS})[^,。;:!?\d、]{{2,10}}(?=,(?:{OPENERS})[^,。;:!?\n]{{2,30}},(?:{OPENERS}))"
)
#: A task before its comma, for a part whose sisters are titles: 四、推进扩容行动,新建厂房3栋,…
CUT_AT_TASK = lazy(rf"(?:{OPENERS}|完成|办好)[^,。;:!?\d、]{{2,18}}(?=,[^\n]{{12}})")
