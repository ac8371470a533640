"""The words of titles that open a paragraph or stand inside one."""

from __future__ import annotations

from luoshi.reading.openings import lazy, quick
from luoshi.reading.outline.words import DUTY, OPENERS, SPAN

#: What tells a first statement from a title where nothing else does.
STATEMENT = lazy(
    r"把|作为|以.{0,20}为|始终|不动摇|第一|重中之重|要求|思路|原则|精神|主题|目标|部署|方针|主线|按照|根据|机遇$"
)
#: A first statement that a body begins with, where it stands alone.
FIRST = ("立足", "围绕", "依托", "以", "按照", "根据", "对标", "锚定")
#: A task in a few words, with no word of how many or which: 植树护林建设生态.
BRIEF = lazy(
    r"(?![^\n]{0,12}(?:主要|以下|如下|几个?|方面|存在|不足|原因|包括|工作$|任务$|目标$))[\u4e00-\u9fff]{6,12}"
)
#: How something is done, and the task: 专班推进,打通审批堵点.
WAY_AND_TASK = lazy(rf"[\u4e00-\u9fff]{{4,8}},(?:{OPENERS})[^,。;:!?\d]{{2,10}}")
#: A time that opens a paragraph and heads what is due then: 一季度:…
TIMED = lazy(rf"({SPAN}):(?=[^\n]{{12}})")
#: What a paragraph that stands alone under a heading tells of: 存在的主要问题:… 下一步打算:…
_PART_NAMED = r"(?:目前)?存在的?(?:主要|突出)?(?:问题|困难|不足|短板)|下一?步(?:工作)?(?:打算|计划|安排|思路|措施|举措|重点)"
PART_NAMED = lazy(_PART_NAMED)
PART_TOLD = lazy(rf"({_PART_NAMED}):(?=[^\n]{{24}})")
#: A field that opens a paragraph: 工业方面,…
FIELD = lazy(r"((?!一|另|这|各|多|某|该|对|其)[\u4e00-\u9fff、]{2,8}(?<!等)方面),(?=[^\n]{24})")
#: The same before a colon, text behind it that may hold figures: 工业:新增企业12家,…
FIELD_LABEL = lazy(r"([\u4e00-\u9fff、]{2,8}):(?!\1|\d(?!0\d\d年))(?=[^\n]{24})")
#: The same before a piece of work, in a line of any length; what a work is described by is no field.
FIELD_WORK = lazy(
    r"(?![^:\n]{0,6}(?:规模|性质|期限|工期|资金|投资|概况|地址|名称|进度|时限|进展|依据|范围|估算|产值|收入|效益):)"
    rf"([\u4e00-\u9fff、“”]{{2,8}}):(?=(?:{OPENERS}|完成|建成|新建|续建|改建|扩建|改造|新增|新开|开工|竣工|力争|计划|全年|重点"
    r"|主要|编制|修[建缮]|办[理成]|创成|组织|出台|兑现)[^\n]{8})"
)
#: Parts of a plan by their bare names, which text may follow at once: 目标:… 举措:…
PARTS_NAMED = frozenset(
    f"{kind}{name}:"
    for kind in ("", "总体", "主要", "重点", "具体", "工作", "发展", "年度", "阶段", "保障")
    for name in ("目标", "任务", "举措", "措施", "要求", "指标", "重点", "目标任务")
) | {"保障:"}
#: An indicator and its figure: 工业产值:全年64亿元,…
INDICATOR = lazy(
    r"[\u4e00-\u9fff、]{2,8}:(?:全年|今年|力争|争取|确保|预计|计划|累计|完成|实现|达到?|突破|超过?|增长|增速"
    r"|下降|提高|保持|控制|约|为|在|到){0,4}(?!20\d\d年)\d[\d.]{0,12}[^,。;:\n]{0,6}(?:[,。;]|$)"
)
#: A part of the year's work by its months: 1-3月 谋划部署阶段。
STAGE = lazy(rf"{SPAN}[ ,:]{{0,2}}([\u4e00-\u9fff]{{2,10}}阶段)(?=[。:][^\n]{{8}})")
#: Who is called on to do what a sentence says: 各责任单位要靠前服务
CALLS_ON = lazy(rf"各[^,。;:!?]{{1,16}}?{DUTY}")
#: A call for several tasks of one name: 推动“五大跨越提升”
CALLS_FOR = lazy(rf"(?:{OPENERS})[“]?[二三四五六七八九十]大([\u4e00-\u9fff]{{3,6}})”?$")
#: Half of a title on two lines: 紧扣产城融合 / 强化规划建设
HALF = lazy(rf"(?:{OPENERS})[^,。;:!?、\d ·]{{2,14}}$")
#: A short task whose break from its text became a blank: 发展清洁能源产业。 推进…
TASK_BLANKED = lazy(
    rf"(?:{OPENERS})[^,。;:!?、\d ]{{2,18}}。 (?=[\u4e00-\u9fff])(?![一二三四五六七八九十第])"
)
#: A duty at the head of a paragraph, where every paragraph calls for one: 要加快平台建设。
CALLS = lazy(rf"要(?:{OPENERS})")
#: A short task inside a paragraph.
RUN_IN = lazy(rf"。((?:{OPENERS})[^,。;:!?\d]{{2,18}})(?=。)")
#: A sentence of two short tasks.
DOUBLED = quick(r"(?<![^。])(?P<title>(?P<one>[^,。;:、\d\s“”]{4,9}),(?P<other>[^,。;:、\d\s]{4,11}))(?=。)")
#: A short task, or a call for one, at the head of a sentence, or behind a comma: 会议要求,要抓招商。
SHORT_TASK = quick(rf"(?<![^。:,])要?(?:{OPENERS}|抓)[^,。;:!?\d]{{2,14}}(?=。)")
#: A task called for at the head of a sentence, and a longer sentence or a shorter call behind it: 深入实施链长制。…
BRIEF_CALL = quick(
    rf"(?<![^。])(?:{OPENERS})(?:\d{{1,2}}[个条项大][^,。;:!?、\d]{{2,14}}工作|[^,。;:!?、\d]{{4,16}})(?<!更多)(?=。)"
)
#: What calls, what that ends with, and what is none: 要求, or how something is to be done: 要以…, 要按照…要求,…
CALL_WORDS = ("要", "必须", "务必")
CALL_ENDS = frozenset(word[-1] for word in CALL_WORDS)
_NO_CALL = (
    "把(?![准牢稳])|以|将|按|对照|根据|结合|通过|针对|由|让|使|从(?!严)|对(?!接|标)|就|求|素|点|闻|害|件|塞|冲|职|认真学习|深刻"
    r"|在(?![^,。;:!?\d\s]{2,8}[上中][\u4e00-\u9fff]{2,5}[,。])"
)
#: A task in a few words before its comma, and at least so much behind it that carries it out, to the end of a sentence:
#: 抓进度,细化节点、责任到人,…
CARRIED_OUT = lazy(
    rf"(?!{_NO_CALL})(?!(?:继续)?(?:推进|加快|启动|开工|完成|建成|实施|新建|续建)(?![^,]{{0,4}}(?:设施|配套|项目|平台|园区|产业|队伍|能力|体系))"
    rf"[^,]{{3,10}}(?:建设|改造|[扩迁新]建|工程|项目),)[^,。;:!?\d\s“”]{{3,12}}(?=,[^。;\n]{{14}}[^。;]{{0,240}}。)"
)
#: A call for a task, unnumbered, at the head of a sentence or behind who calls: 要盯紧续建赶工期。… 必须在扩容上做文章,…
CALL = quick(
    rf"(?<![^。:,])(?:各[\u4e00-\u9fff]{{1,7}}?(?=要))?(?P<call>{'|'.join(CALL_WORDS)})(?!{_NO_CALL})(?P<title>[^,。;:!?\d\s]{{2,18}})(?=[,。])"
)
#: A short task right behind the title of a part, and sentences shaped after it.
TASK_GLUED = lazy(rf"(?:{OPENERS})[^,。;:!?\d]{{2,14}}(?=。[^\n]{{8}})")
#: Who calls for what stands behind the comma.
CALLED = ("求,", "调,", "出,")
#: A short task in two halves: 强产业,在壮大集群上发力。
ALONG = quick(r"(?<![^。:])[^,。;:!?\d\s][^,。;:!?\d]{1,7},在[^,。;:!?\d]{2,14}[上中][^,。;:!?\d]{2,8}(?=。)")
#: How far something shall have come: 产业规模更大。
BETTER = quick(r"(?<![^。:\n ])[\u4e00-\u9fff]{2,8}更(?:加|为|趋)?[\u4e00-\u9fff]{1,2}(?=。)")
#: How far something has come or shall come, at the head of a paragraph: 产业规模持续壮大,…
_HOW = (
    "持续|不断|稳步|更加|日益|日趋|显著|明显|全面|加快|加速|蓬勃|大幅|逐步|有效|实现"
    "|稳定|有序|扎实|深入|切实|全力|成功|平稳|协调|健康"
)
_GROWN = (
    rf"([\u4e00-\u9fff]{{2,6}}(?:(?:{_HOW})[\u4e00-\u9fff]{{2,4}}|焕然一新|再[上掀创添攀登获现迈谱][\u4e00-\u9fff]{{2}}"
    r"|亮点纷呈|成效显著|稳中有进|稳中向好))"
)
GROWN = lazy(f"{_GROWN},")
#: The same as a sentence of its own: 招商引资再掀热潮。…
GROWN_SAID = lazy(rf"{_GROWN}。(?=[^\n]{{8}})")
#: The same inside a paragraph, in one half: 市政道路逐步优化。…
GROWN_SHORT = lazy(r"[\u4e00-\u9fff“”]{6,12}(?=。[^\n。]{12})")
GROWN_HOW = lazy(r"[\u4e00-\u9fff“”]{2,8}(?:" + _HOW + r")[\u4e00-\u9fff]{2,4}$")
#: What this year is for, at the head of a paragraph, and what of it heads: 今年,我们将强产业、扩总量,壮大县域经济。
LED = lazy(
    r"((?:今年|明年|今后五年|新的一年|20\d\d年)(?:里|度)?,?[\u4e00-\u9fff]{0,10}?(?:将|要))"
    r"((?=[^。;:!?\n]{4,16}[,、])(?![^。\n]{0,34}(?:以下|下列|如下|目标|任务|几个?方面))[^。;:!?\n]{8,32})(?=。)"
)
LED_BEGIN = frozenset("今明新2")
#: A call for a work of a kind, one of several: 实施招商攻坚工程。
OF_A_KIND = quick(r"((?:实施|开展|推进|打好)[\u4e00-\u9fff“”]{2,12}(?:工程|行动|计划|战))(?=。[^\n]{20})")
#: What no title ends with right before such a call: words of how it is made.
HOW = lazy(
    r"[^\n]{0,60}(?:大力|全面|深入|持续|扎实|组织|加快|认真|积极|稳步|有序|接续|统筹|纵深|重点|精心|加力|[,、。;:“的地])$"
)
#: The name of a field before its colon.
FIELDS = quick(r"(?<![^。])[\u4e00-\u9fff][\u4e00-\u9fff、]{1,5}(?=:[^\n。:]{10})")
#: A task before its colon, two as long as each other, or where more is done: 做优城区:… 畅路网、优骨架:… “绿化”上提标:…
TASK_LABELS = quick(
    rf"(?<![^。])(?:(?P<one>[\u4e00-\u9fff“”]{{3,7}})[、,](?P<other>[\u4e00-\u9fff“”]{{3,7}})"
    rf"|在?“[\u4e00-\u9fff]{{1,8}}”[\u4e00-\u9fff]?[上中][\u4e00-\u9fff]{{2,6}}"
    rf"|(?:{OPENERS})[^,。;:!?、\d\n]{{2,12}})(?=:[^\n。:]{{10}})"
)
#: What a sentence begins with that is a piece of work and names no task.
WORKS = lazy("启动|建成|实施|编制|完成|开展|开工|新建|竣工|投产")
#: A short task inside a paragraph in two halves: 。抓好项目,做强产业。
HALVES = lazy(rf"。([^,。;:!?\d]{{4,12}},(?:{OPENERS})[^,。;:!?\d]{{2,10}})(?=。[^\n。]{{16}})")
