"""The words that make or unmake a heading."""

from __future__ import annotations

from luoshi.reading.openings import lazy, quick


class Signs:
    """Words that tell by standing at the start of a line or title, or anywhere in it."""

    def __init__(self, *, starts: str, holds: str) -> None:
        self._starts, self._holds = lazy(starts), quick(holds)

    def of(self, words: str) -> bool:
        return self._starts.match(words) is not None or self._holds.search(words) is not None


#: Limits, in characters.
TITLE_MOST, RUN_MOST, ITEM_MOST, OPENING_MOST = 60, 50, 42, 34
LABEL_MOST, LINE_MOST, LINE_LEAST, TITLE_LEAST = 14, 48, 4, 3
#: Each of four or five tasks in a row, in characters.
ROW_MOST = 12
#: A closed line longer than this is a promise and no title.
CLOSED_MOST = 26
#: A lone opening has no company to speak for it and must be shorter.
LONE_MOST = 24
#: The text below a title that says more than a name is so long.
HEADED_LEAST = 100

#: A quantity makes a line a list item and an opening sentence a promise; how much a work makes belongs to its name.
QUANTITY = lazy(
    r"\d(?<![\d.,].)(?<![年日]产.)(?<!处理.)(?<!加工.)[\d.,]{0,12}[ ]?(?:%"
    r"|[亿万千百]?[元亩吨平个家项户人次件公米套台条座所处场名]|[亿万]|左右|以上)"
)

#: A line that ends with its figure: 园区产值增长9%以上.
FIGURE = lazy(
    r"\d[\d.,]{0,12}[ ]?(?:%|[亿万千百]{0,2}[元亩吨平方公里个家项户人次件米套台条座所处场名张斤]{1,3})(?:以上"
    r"|以下|以内|左右)?$"
)

#: The plain title that most are: words, in two halves at most, closed by the end of a sentence or of the line.
PLAIN = lazy(
    r"(?!在)[^,。;:!?\d()\[\]【】〔〕{}\s\ufffd]{2,24}(?:,[^,。;:!?\d()\[\]【】〔〕{}\s\ufffd]{2,20})?(?=。|$)"
)

# --- titles with a number ---------------------------------------------------------------------------------------

_DUTY = "(?:要|应|须|可|将|为|负责|不得)"
#: A numbered sentence that carries a duty, a rule or a statement and names no task.
NOT_NUMBERED = Signs(
    starts=r"[^“”]{0,50}”|责任单位|各(?![项类行])|凡|请|由|该|本(?![地土级])|此|如|若|经(?![济营贸开])|据(?!点)|对于|目前"
    r"|截至|截止|\d{1,2}[、.]|按照(?!“[^”]{2,12}”的?(?:要求|目标),(?!各)[^,。]{2,14}$)|根据|已(?![供签开建竣投][^,。]{1,6}$)"
    r"|共(?![同建享创富赢治])|全年|年内"
    r"|今年(?!工作|目标|重点|主要|任务|要)",
    holds=rf"为[^,]{{0,24}}(?:之年|一年|时期|单位|部门)|是[^,]{{0,24}}(?:之年|一年|时期|单位|部门)|单位{_DUTY}"
    rf"|部门{_DUTY}|镇街{_DUTY}|企业{_DUTY}|人员{_DUTY}|负责人{_DUTY}|责任人{_DUTY}"
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
    starts=r"据|图为|[在到至]?(?:\d{4}|新的一)年|[一二三四]季度|全年|年内|月底",
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
#: The name of a part right before its text, where the break between them was lost: 组织领导成立专班…
CUT_AT_NAME = lazy(
    r"(?:指导思想|总体要求|总体目标|总体思路|主要目标|预期目标|工作目标|发展目标|目标任务|主要任务|重点任务|工作任务|工作重点"
    r"|工作措施|主要措施|保障措施|组织领导|实施步骤|工作步骤|基本原则|工作要求"
    r"|存在问题)(?![的和与及、,。;:是为])"
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
#: A name in quotes that a dash parts from what it stands for: “水网工程”——…
NAMED = lazy(r"“[\u4e00-\u9fff]{2,10}”(?=——[^\n]{6})")
#: The field that an item begins with: 一是在招商引资方面重点…
IN_FIELD = lazy(r"在[\u4e00-\u9fff、]{2,10}(?:方面(?=,|重点|着力|主要|继续|要|将)|方面?$)")
#: A title that its text follows without a sign: 加大园区开发力度按照…
CUT_AT_WAY = lazy(
    r"[^,。;:!?\d]{6,24}(?:力度|步伐|水平|能力|进度|优化|完善|建设|质量|效益|环境)(?=(?:按照|针对|根据)[^\n]{20})"
)
#: The text under a title begins with the title's own words: 建设乡村公路12条乡村公路12条总长…
CUT_AT_ECHO = lazy(r"(?!以)[^。;:!?\n]{0,28}?([^,、。;:!?\n ]{5,9})[\u4e00-\u9fff]{0,4}(?=\1)")
#: An opening phrase that ends at its comma.
CUT_AT_COMMA = lazy(
    r"[^,。;]{2,24}?(?:上|中|方面)(?:下[足好大]?功夫|(?:持续|精准|集中|聚力)?(?:发力|用力|加力)|(?:求|谋|寻"
    r"|有|见|出|取得|实现)[新大]?"
    r"(?:突破|实效|成效|进展|作为|提升)|做文章|做足文章|狠下功夫|动真格)(?=,)"
)
#: What such a phrase is for, to the end of its sentence: 在招商上下功夫,夯实发展后劲。
TO_WHAT_END = lazy(r",[^,。;:!?\d]{4,14}")
#: A motto that is explained at once: 突出一个重点,就是…
CUT_AT_MEANING = lazy(r"[^,。;:!?\d]{4,14}(?=,就是[^\n]{8})")
#: What stands over the draft of a text.
DRAFT = lazy(r"(?:写作|报告|汇报|工作)?(?:提纲|目录):?")
#: A project that an item names before it tells of it: 实施公园建设项目,建成…
CUT_AT_PROJECT = lazy(r"实施[^,。;:!?\d]{3,24}(?:项目|工程|行动)(?=,[^\n。;]{4})")
#: Last characters of such phrases.
COMMA_AFTER = frozenset("夫力破效展为升章格")
#: Responsibility in brackets after a title is no part of it.
AFTERWORD = quick(
    r"[(\[【〔](?:牵头|责任|配合|主办|承办|分管|落实|完成)[^)\]】〕\n]{0,120}[)\]】〕]?$"
    r"|\((?:[^()\n]{0,30}(?:牵头|负责|局|办|委))\)$"
)
#: The same at the end of a line, with marks inside.
ANSWERS = lazy(r"[(](?:牵头|责任|配合|主办|承办|分管|包联|挂点)[^()\[\]【】〔〕\n]{0,120}[)\]】〕]$")
#: Who answers for the item above: no text of its own.
RESPONSIBLE = lazy(
    r"[(\[【]?(?:牵头|责任|配合|主管|分管|协办|主办|承办|落实|完成)(?:责任)?(?:单位|部门|领导|人|处室|科室"
    r"|时限|时间)(?:及[^:]{1,6})?[ ]?[】\]]?[ ]?:"
)

# --- lines of their own ------------------------------------------------------------------------------------------

#: A document's name; it heads a part only below the first paragraph of text (2026年工作安排).
TITLE_LINE = quick(
    r"(?:工作(?:要点|报告|总结|计划|安排|方案|思路|动态|简报|打算)(?:[ ]?\d{1,2}$)?|实施(?:方案|意见|细则)"
    r"|行动(?:方案|计划)|规划(?:纲要)?|的?通知|的?意见|的?函"
    r"|的?决定|的?公告|的?批复|讲话|发言|纪要|办法|规定|条例|计划\)?|清单|分解表?|一览表|范文|重点工作"
    r"|情况汇报|汇报材料|总结)(?:\([^)]{1,20}\))?$"
)
#: A document's name wherever it stands below the notice that carries it.
OWN_TITLE = lazy(
    r"(?:要点|方案|意见|办法|规定|细则|规划|纲要|计划|清单|分解表?|通知|一览表)(?:\([^)]{1,20}\))?$"
)
#: The number of a document in a collection: 年度工作计划(一)、年度工作计划 篇2.
COUNTED_TITLE = lazy(r"[ ]?(?:[(【]?篇?[一二三四五六七八九十\d]{1,3}篇?[)】]?)$|[ \d]{1,8}$")
#: Whose document it is: told by title lines in the middle of a text from headings such as 2026年工作安排.
OF_A_BODY = quick(
    r"^关于|^中共|[区县市镇乡园局委办院厅](?:管委会|政府)?.{0,24}(?:20\d\d|关于|印发)"
    r"|^20\d\d年.{0,6}[区县市镇乡园局委]|公司|(?:管委会|委员会|人民政府|党工委|办公室)[^,。]{0,30}$"
)
CARRYING = lazy(r"印发|下发|下达|转发|发布给|通知如下|请(?:认真|遵照|结合)")
#: Names of parts that head even where titles stand.
SECTION_ENDS = (
    "回顾",
    "总结",
    "情况",
    "目标",
    "任务",
    "工作",
    "重点",
    "安排",
    "打算",
    "计划",
    "思路",
    "建议",
    "要求",
    "思想",
    "原则",
    "措施",
    "保障",
    "问题",
    "绩单",
    "展望",
)
SECTION = lazy(
    r"^(?:关于)?(?:(?:20\d\d|二[〇○零][一二三四五六七八九]{2}|\d{2}|上|今|去|明|本|(?=年[工主重]))年度?"
    r"|[“”十一二三四五]{3,6}(?:时期|期间)的?|过去[一三五]年|今后[一三五]年|下一?步|下半年|上半年"
    r"|\d{1,2}[-—~至]\d{1,2}月份?|[一二三四前]三?季度)?(?:全[市县区镇]|政府|经济社会发展?|经济|发展|主要|重点"
    r"|总体|政府工作){0,4}的?"
    r"(?:工作回顾|回顾|工作总结|工作情况|工作开展情况|工作完成情况|主要预期目标|预期目标|主要目标|目标任务"
    r"|工作目标|发展目标|主要任务|重点任务|重点工作|工作安排|工作打算|工作计划|工作思路|工作建议|总体要求"
    r"|总体思路|总体目标|指导思想|基本原则|工作要求|保障措施|组织保障|存在(?:的)?问题|成绩单|部分重点工作"
    r"|工作重点|主要工作|工作展望|工作措施|进展情况|目标和任务|目标及任务|目标)$"
)
#: A part of the country alone on its line.
AREA = lazy(r"[\u4e00-\u9fff]{2}[省市州]$")
#: A label that names a place or a body.
PLACE = lazy(r"[\u4e00-\u9fff]{1,12}(?:[区县市镇乡村园]|街道):$")
#: Forms of address, signatures, captions and the page's own words, which head no part of a document.
NOT_A_LINE = Signs(
    starts=r"[^ ]{2,4}名称 |会议(?:强调|指出|要求|认为|决定|议定)$|(?:基本介绍|文字实录|内容全文|全文|正文"
    r"|发布信息|信息内容)$|(?:目录|附件|附表|附|抄送|印发|主送|签发|联系人|联系电话|此件|注|备注|说明"
    r"|单位|来源|记者|作者|序号|编号)\d{0,3}(?:[:、. ]|$)"
    r"|[图表]\d|[(]?(?:此件|20\d\d年\d{1,2}月|[〇○零一二三四五六七八九十]{4}年(?!工作|重点|目标|主要))"
    r"|—[^\n]{0,60}—$|[“”‘’+][ ]?[“”‘’—]",
    holds=r"内部资料|注意保存|记者|编辑|责编|通讯员|供稿|摄影|日报|晚报|晨报|报纸|新闻网|融媒|本报|本网|导读"
    r"|扫一扫|扫码|关注|点击|下载|分享|推荐|转载|版权|声明|热线|电话|邮箱|网址|网站|www|http|登录|首页"
    r"|返回"
    r"|用户上传|本文档|文档内容|现场问答|上一篇|下一篇|相关阅读|延伸阅读|范文|珍藏版|\[|【|<|>|\.docx?|\.pdf"
    r"|\.xlsx?|\.wps|〔20\d\d〕|\(20\d\d\)\d{0,4}号|20\d\d年\d{1,2}月\d{1,2}日$"
    r"|(?:书记|主任|主席|经理|[区县市镇乡局院会处科事]长) [\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,2}$|(?:全|大|例"
    r"|推进)会(?:提出|强调|指出|要求)|(?:我[局委办院县区市镇乡]|我们)将|\.(?:jpe?g|png|gif|bmp)$|委员会$"
    r"|人民政府$|办公室$|管委会$|领导小组$|公司$|(?<![格布开])局$|厅$",
)
#: At least so much Chinese is in a heading.
WORDS = lazy(r"[\u4e00-\u9fff].?[\u4e00-\u9fff]")
NOT_A_LABEL = Signs(
    starts="(?![^,]{2,4}方面:$)[^:]{0,12}方面(?:是|为|有)?:$|第|各|尊敬|同志|全体|现将|根据|为|围绕|按照|经|以下"
    "|如下|其中|一级|二级|书名|题目|标题|内容|摘要|关键词|编者按|导语|前言",
    holds=r"(?:单位|部门|代表|同志|同志们|委员|科室|组长|成员|主任|职责|各位|(?<![格布])局|办|企业|朋友们|镇街"
    r"|机构|公司|[^\d(共]\d{1,3}[项个条类])[)]?:$"
    r"|了|(?:如下|以下|工作|任务|措施|举措|目标|重点|要求|安排|意见|通知|内容|事项|指出|强调|认为|表示|介绍"
    r"|要|是|的|即|包括|分别为?|看)(?:是|为|有)?:$",
)
#: How many a list has, at the end of its name: 续建项目(2个), 续建项目8个.
COUNT = lazy(r"(?:\([^()\n]{1,16}\)|[共计]?\d{1,3}[个项类件])$")
#: A unit alone on its line, with a colon or none.
UNIT_LINE = lazy(
    r"([\u4e00-\u9fff、]{2,16}(?:局|委|办|部|处|科|中心|分局|办公室|管委会|公司|大队|街道|所)):?$"
)
#: A remark in brackets between a title and its list.
REMARK = lazy(r"\([^()\n]{4,44}\)$")
#: The number of an item alone on its line: 01
LONE_NUMBER = lazy(r"0?(\d{1,2})$")
#: A question of an interview, which the name of a broadcast stands over.
ASKED = lazy(r"(?:记者|主持人|问|提问):")
#: A label with a short value beside it is data about the document: 书名:…
DATA = lazy(r"[^,。;:]{1,8}:[^。;]{0,40}$")
#: Who is spoken to at the head of a speech or a letter: what stands below is the body.
ADDRESS = lazy(
    r"^(?:各位|尊敬的|同志们|各[^,。]{0,40}(?:单位|部门|政府|办事处|委员会|机构|公司|企业)"
    r"|[^,。]{0,30}(?:代表|委员|同志们|各部门|各单位|直属机构|有关单位)).{0,60}:$"
)
#: A date alone, or the remark below it: the end of a letter, below which a document of its own may begin.
LETTER_ENDS = lazy(
    r"^[(]?(?:20\d\d"
    r"|二[〇○零O0]{1,2}[一二三四五六七八九〇○零]{1,2})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日[)]?$"
    r"|^\(?此件(?:公开|主动|依申请|不予).{0,8}$|^附件?[ ]?\d{0,2}:?$"
)
LETTER_ENDS_BEGIN = frozenset("(2二此附")
ATTACHED = ("附件", "附表", "附:")
#: A title inside brackets at the head of a paragraph: 【道路建设】…
BRACKETED = quick(
    r"【(?!打印|关闭|返回|收藏|字体|字号|纠错|分享|下载)([\u4e00-\u9fff“”、,·]{2,20})】(?=[^\n]{8})"
)
NOT_BRACKETED = lazy(
    "讯|关闭|返回|收藏|纠错|下载|分享|链接|阅读|评论|摘要|导读|编者|字体|打印|责任|来源|关键|标签|动态|头条"
    "|专栏|时间|单位|部门"
)

#: The name of a part alone on its line: 【道路建设】
BRACKETED_LINE = lazy(r"【([\u4e00-\u9fff“”、,·]{2,20})】$")

#: A break between lines, but not one before a sign that closes what stands above it, unless a mark follows the sign.
LINE_BREAK = lazy(
    r"\n(?!(?<=[\u4e00-\u9fff”%]\n)[,。;、](?:\n|(?![一二三四五六七八九十]{1,3}[、是]|第)[\u4e00-\u9fff“]))"
)
#: The rest of a title that a line broke inside a word: 二、改善居住条 / 件。继续改造…
TITLE_RESTS = lazy(r"[\u4e00-\u9fff]{1,3}。[^\n]{4}")
#: A title that breaks off before what is to be reached: 三、聚焦主导产业,在提升能级上 / 实现新突破
TITLE_OPENS = lazy(r"[^。;:!?\n]{2,40}(?:在[^,。;:!?\n]{2,20}[上中]|[的和与及、])$")
#: The second line of a title that its first ends with a comma before: 一、突出招商引资, / 强化项目建设
TITLE_SECOND = lazy(r"[^,。;:!?\d\n]{4,24}$")
#: What stands under a picture and names who took it: 图为园区一角。云溪日报记者林昭摄
CAPTION = lazy(r"[^\n摄]{4,80}摄影?[)]?(?=[\u4e00-\u9fff])")
#: What a forum strews before and after the words of a line.
JUNK_BEFORE = lazy(
    r"</?[pP][^<>\n]{0,40}>|【正文】|#{1,6} ?(?=[\u4e00-\u9fff(（\d])|\*\*(?=[一二三四五六七八九十(（\d第])|>{2,4} ?(?=[\u4e00-\u9fff])|[!-~]{1,3}(?: [!-~]{1,3}){3,30}(?:》{1,4}|(?=[\u4e00-\u9fff【]|$))"
)
JUNK_AFTER = lazy(r"</[pP]>$|\*\*$|(?<=[\u4e00-\u9fff】。])[!-~]{1,3}(?: [!-~]{1,3}){4,30}$")
#: A year told of, part by part: 这一年,我们大抓项目,园区面貌焕然一新。
RETOLD = lazy(
    r"(?:(?:这|过去)[一两三五]年,?|[一两三五半]年来,|一年中,|上半年,)我们(?=[^。]{0,30},)[^。;:!?\d]{8,44}(?=。|$)"
    r"|(?:这|过去)[一两三五]年,(?!是|面对|[^。]{0,12}完成了?[^。]{0,20}(?:目标|任务))[^。,;:!?\d]{6,24}(?=。)"
    r"|(?:这|过去)[一两三五]年,?是(?![^。]{0,40}(?:平凡|容易|寻常|难忘))[^。;:!?\d]{6,44}的[一两三五]年(?=。|$)"
)
RETOLD_BEGINS = frozenset("这过一两三五半上")
#: A document that is told of right after the name of a task or a field: 道路建设。《计划》提出… 在道路方面,《计划》提出…
TELLS_OF = lazy(r"[。,]《[^》\n]{1,24}》(?:中?还?(?:明确)?(?:提出|要求|明确|指出|规定))")
#: A slogan alone on its line, in one half, two or three: 扩大招商成果,推动项目落地,让园区更兴旺。
SLOGAN = lazy(r"[^,。;:!?\d\n]{4,16}(?:,[^,。;:!?\d\n]{4,16}){0,2}。$")

#: The end of a line that breaks off inside its sentence.
BREAKS_OFF = lazy(r"[\u4e00-\u9fff\w,、]")

#: A label that opens a paragraph, and what is said of a person, a place or a number after it.
LABELLED = lazy(r"([\u4e00-\u9fff]{2,8}):(?!\1)(?=[^\n\d%]{24})(?=[^\n]{40})")
NOT_LABELLED = Signs(
    starts="[^:]{0,6}讯:|记者|问|答|来源|地点|时间|名单|附件|备注|注|导语|导读|前言|摘要|关键词|编者按|单位|电话"
    "|地址|作者|编辑|主持|[图表文][^\u4e00-\u9fff]|图片|如下|以下|其中|例如|比如",
    holds=r"^[^:]{0,8}(?:单位|部门|领导|人|机关|机构|日期|时限|主任|书记|如下|以下|认为|表示|指出|强调|要求|说|是):",
)

#: How the column of works is called in a table of works for the people, how the one that tells of them, and what is no name.
WORK_HEAD = lazy("(?:民生)?(?:实事|工作|重点)?(?:项目|事项|任务)?(?:名称|项目|事项|实事)")
TASK_HEAD = lazy(
    "(?:民生|年度)?(?:实事|工作|重点|主要)?(?:项目|事项|任务|实事|指标任务)(?:名称|内容)?|名称|类别|领域"
)
TO_BE_DONE = lazy("内容|目标|任务|进度|举措|措施|标准")
NO_WORK = lazy(r"[,。;:!?]|\d")

# --- opening sentences --------------------------------------------------------------------------------------------

#: What tells a first statement from a title where nothing else does.
STATEMENT = lazy(
    r"把|作为|以.{0,20}为|始终|不动摇|第一|重中之重|要求|思路|原则|精神|主题|目标|部署|方针|主线|按照|根据|机遇$"
)
#: A first statement that a body begins with, where it stands alone.
FIRST = ("立足", "围绕", "依托", "以", "按照", "根据", "对标", "锚定")
#: Verbs that open the name of a task.
OPENERS = (
    "将|把|抓|坚持|坚决|坚定|加快|加强|加大|加力|推进|推动|深化|深入|深耕|强化|优化|提升|提高|提速|提质|完善"
    "|健全|建立|建设|构建|打造|培育|壮大|做大|做强|做优|做实"
    "|做[美活精特细深亮响足长厚全稳]|做好|抓好|抓实|抓紧|抓牢|狠抓|紧抓|紧盯|紧扣|紧紧|聚焦|聚力|聚集|聚智"
    "|集聚|突出|突破|着力|大力|全力|努力|奋力|持续|不断|积极|扎实|切实|有效|稳定|稳步"
    "|稳妥|稳住|巩固|保持|保障|促进|激发|激励|激活|释放|扩大|拓展|拓宽|创新|创优|实施|落实|落细|开展|统筹"
    "|规范|改进|改善|改革|严格|严守|严明|守牢|守好|筑牢|夯实|夯牢"
    "|充实|补齐|补强|瞄准|引进|引育|招引|招大|争取|争创|争当|确保|树立|树牢|弘扬|支持|服务|维护|防范|化解"
    "|打赢|打好|打响|拼|抢抓|全面|高质量|高标准|高水平|高起点"
    "|繁荣|发展|振兴|盘活|集约|节约|靠前|精准|精心|用心|用好|凝聚|压实|厚植|锚定|围绕|立足|依托|对标|以|在"
    "|大抓|增强|增进|丰富|挖掘|探索|启动|加速|擦亮|唱响|勇当|擘画|绘就"
    "|盯紧|盯牢|建优|建好|办好|管好|育强|育优|引强|推深|抢占|构筑|塑造|创建|创树|稳增长|促投资|兜牢|织密|畅通"
    "|守护|蓄足|积蓄|补足|整治|治理|美化|绿化|建强|配强|选优|吸引|留住|发挥|牢记|牢固|扛牢|扛稳|扛起|治污|谋划|推行|注重|主动"
    "|高度|明确|密切|强力|合力|协力|重抓|抢先|提振|推广|引领|领跑|领航|引导|鼓励|深挖|放大|更大力度|更高水平"
    "|更高标准|更实举措|进一步|不遗余力|继续"
    "|集中|集成|攻坚|破解|打通|联动|协同|协调|有序|有力|依法|科学|从严|千方百计|毫不|多措并举|系统|同步|常态"
    "|广泛|倾力|倾心|站稳|走好|跑好|拧紧|拓宽|升级|整合|融入|签约|扮靓|刷新|点亮|焕新|搭建"
)
#: How the name of a task that is under way, or done, ends: 干线公路统筹推进.
CLOSES = lazy(
    r"(?:推进|提升|增强|改善|优化|突破|进展|成果|成效|新高|台阶|提速|提质|增效|加快|壮大|完善|夯实|巩固|向好"
    r"|加强|提高|见效|发力|攀升|显现|凸显|升级|全胜|胜利|赶超|跨越|纷呈|迸发|彰显|求进|抓[\u4e00-\u9fff]{2}"
    r"|在[\u4e00-\u9fff]{2,8}[上中][挑当走做勇争创求见显展抢站夺拼扛][\u4e00-\u9fff]{1,3})$"
)
OPENS = lazy(rf"[“《]?(?:{OPENERS})")
#: A task in a few words, with no word of how many or which: 植树护林建设生态.
BRIEF = lazy(
    r"(?![^\n]{0,12}(?:主要|以下|如下|几个?|方面|存在|不足|原因|包括|工作$|任务$|目标$))[\u4e00-\u9fff]{6,12}"
)
#: How something is done, and the task: 专班推进,打通审批堵点.
WAY_AND_TASK = lazy(rf"[\u4e00-\u9fff]{{4,8}},(?:{OPENERS})[^,。;:!?\d]{{2,10}}")
#: Until when, or in which part of the year: 10月底前, 11月20日前, 一季度, 7-9月.
_SPAN = (
    r"(?:到?(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末|份|[上中下]旬)?(?:之?前)?"
    r"|\d{1,2}月?[-—~至到]\d{1,2}月份?|第?[一二三四]季度|[上下]半年|前三季度|年底前|20\d\d年度?)"
)
#: A time that opens a paragraph and heads what is due then: 一季度:…
TIMED = lazy(rf"({_SPAN}):(?=[^\n]{{12}})")
#: What a paragraph that stands alone under a heading tells of: 存在的主要问题:… 下一步打算:…
_PART_NAMED = r"(?:目前)?存在的?(?:主要|突出)?(?:问题|困难|不足|短板)|下一?步(?:工作)?(?:打算|计划|安排|思路|措施|举措|重点)"
PART_NAMED = lazy(_PART_NAMED)
PART_TOLD = lazy(rf"({_PART_NAMED}):(?=[^\n]{{24}})")
#: A field that opens a paragraph: 工业方面,…
FIELD = lazy(r"((?!一|另|这|各|多|某|该|对|其)[\u4e00-\u9fff、]{2,8}(?<!等)方面),(?=[^\n]{24})")
#: The same before a colon, text behind it that may hold figures: 工业:新增企业12家,…
FIELD_LABEL = lazy(r"([\u4e00-\u9fff、]{2,8}):(?!\1|\d(?!0\d\d年))(?=[^\n]{24})")
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
STAGE = lazy(rf"{_SPAN}[ ,:]{{0,2}}([\u4e00-\u9fff]{{2,10}}阶段)(?=[。:][^\n]{{8}})")
#: A marked title may end at a colon, in one half or in two, or be a time: 1.招商引资:… 2.做强产业,壮大集群:… 3.10月底前:…
CUT_AT_COLON = lazy(
    rf"(?:{_SPAN}|[^,。;:!?\n\d()《》【】]{{2,16}}(?<![位门人限话址真员])"
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
#: Who is called on to do what a sentence says: 各责任单位要靠前服务
CALLS_ON = lazy(rf"各[^,。;:!?]{{1,16}}?{_DUTY}")
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
#: A short task, or a call for one, at the head of a sentence, or behind a comma: 会议要求,要抓招商。
#: A sentence of two short tasks.
DOUBLED = quick(r"(?<![^。])(?P<title>(?P<one>[^,。;:、\d\s“”]{4,9}),(?P<other>[^,。;:、\d\s]{4,11}))(?=。)")
SHORT_TASK = quick(rf"(?<![^。:,])要?(?:{OPENERS}|抓)[^,。;:!?\d]{{2,14}}(?=。)")
#: A task called for at the head of a sentence, and a longer sentence or a shorter call behind it: 深入实施链长制。…
BRIEF_CALL = quick(
    rf"(?<![^。])(?:{OPENERS})(?:\d{{1,2}}[个条项大][^,。;:!?、\d]{{2,14}}工作|[^,。;:!?、\d]{{4,16}})(?<!更多)(?=。)"
)
#: Who calls for what stands behind the comma.
CALLED = ("求,", "调,", "出,")
#: The same in two halves: 强产业,在壮大集群上发力。
ALONG = quick(r"(?<![^。:])[^,。;:!?\d\s][^,。;:!?\d]{1,7},在[^,。;:!?\d]{2,14}[上中][^,。;:!?\d]{2,8}(?=。)")
#: How far something shall have come: 产业规模更大。
BETTER = quick(r"(?<![^。:\n ])[\u4e00-\u9fff]{2,8}更(?:加|为|趋)?[\u4e00-\u9fff]{1,2}(?=。)")
#: How far something has come or shall come, at the head of a paragraph: 产业规模持续壮大,…
GROWN = lazy(
    r"([\u4e00-\u9fff]{2,6}(?:(?:持续|不断|稳步|更加|日益|日趋|显著|明显|全面|加快|加速|蓬勃|大幅|逐步|有效|实现"
    r"|稳定|有序|扎实|深入|切实|全力|成功|平稳|协调|健康)[\u4e00-\u9fff]{2,4}|焕然一新|再上台阶|再创新高|亮点纷呈"
    r"|成效显著|稳中有进|稳中向好)),"
)
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
#: What a sentence begins with that is a piece of work and names no task.
WORKS = lazy("启动|建成|实施|编制|完成|开展|开工|新建|竣工|投产")
#: The same in two halves.
HALVES = lazy(rf"。([^,。;:!?\d]{{4,12}},(?:{OPENERS})[^,。;:!?\d]{{2,10}})(?=。[^\n。]{{16}})")
QUOTED = lazy(r"“[^”]{0,40}”|《[^》]{0,60}》")


def shape(call: str) -> tuple[str, str]:
    """What calls for works of one kind have in common: 实施…工程."""
    return call[:2], call[-1:]


def ends_letter(words: str) -> bool:
    """Whether a line signs a letter or stands below it."""
    return len(words) <= 40 and not words.endswith(":") and "。" not in words and NOT_A_LINE.of(words)
