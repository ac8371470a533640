"""The words of titles on lines of their own, and of the lines that are none."""

from __future__ import annotations

from luoshi.reading.openings import lazy, quick
from luoshi.reading.outline.words import OPENERS, Signs

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
    "举措",
    "步骤",
    "领导",
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
    r"|工作重点|主要工作|工作展望|工作措施|工作任务|工作步骤|实施步骤|时间安排|工作举措|主要举措|主要措施|组织领导|进展情况|目标和任务|目标及任务|目标)$"
)
#: A part of the country alone on its line.
AREA = lazy(r"[\u4e00-\u9fff]{2}[省市州]$")
#: The name of a kind of work alone on its line: 民生类; and of a place: 云溪, 云溪街道.
KIND = lazy(
    r"[■◆★▲◎□☆※]?[ ]?(?!图[为片])(?:[\u4e00-\u9fff“”、]{2,10}(?<![的和与及在对把将、摄]):?"
    r"|【[\u4e00-\u9fff“”、]{2,10}】|[\u4e00-\u9fff]{2,8}:[\u4e00-\u9fff“”]{4,14})$"
)
#: Kinds of work that two speak for: 产业篇, 民生篇.
KINDS_ALIKE = frozenset("篇类")
PLACE_LINE = lazy(r"[\u4e00-\u9fff]{2,3}$|[\u4e00-\u9fff]{2,8}(?:[区县市镇乡省州]|街道|新城)$")
#: A closed line that is a piece of work itself: 建成柳塘桥。 推进水厂扩建。
WORK_LINE = lazy(
    r"^(?:启动|建成|实施|编制|完成|开展|开工|新建|新增|新设|改造|改建|竣工|投产)"
    r"|(?:建设|改造|[扩迁续新]建|加固|工程|项目|工作|任务|完工|开工|竣工|建成|投产|投用|投运|运营|通车|搬迁|落地|招生|交付|开放)。$"
)
#: What a place does, as the press says it above its report; no name or office of a person.
HEADLINE = lazy(r"[^,。;:!?|\d\n]{4,20}(?<!书记)(?<!主任)(?<!代表)(?<!委员)(?<!经理)(?<![区县市镇乡院局]长)$")
#: What the press begins a report with, whose headline stands above: 云溪日报3月9日讯(记者…)
DATELINE = lazy(
    r"[^,。;:!?\n]{0,20}(?:\d日|日报|晚报|本报|本网|网|[发快])[ ]?(?:讯|电|消息)[ ,:(]|[(]?(?:本报|本网)?(?:通讯员|记者)[ :]"
)
#: What a site says of a page, behind a sign or number: • 日期:2022-04-13
ABOUT_PAGE = lazy(
    r"[ ]?(?:信息|稿件|文章|文件|发布|发文|成文|更新|生成|浏览|点击|阅读|访问)?(?:来源|作者|编辑|浏览|点击|阅读|访问|日期|时间|字体|字号"
    r"|索引号|机构|次数|单位|机关)(?:次数|数|量)?[ ]?:(?=[^,。]{0,24}$)"
)
#: A piece of a collection, by its count at the end of its name: 年度工作计划【第一篇】、年度工作计划 篇2.
PIECE = lazy(
    r"[^,。;:!?\n]{4,30}(?:第([一二三四五六七八九十]{1,3})篇|篇([一二三四五六七八九十]{1,3}|\d{1,2}))[】)]?$"
)
#: A label that names a place or a body.
PLACE = lazy(r"[\u4e00-\u9fff]{1,12}(?:[区县市镇乡村园]|街道):$")
#: Forms of address, signatures, captions and the page's own words, which head no part of a document.
NOT_A_LINE = Signs(
    starts=r"图[为片](?!书)|[^ ]{2,4}名称 |会议(?:强调|指出|要求|认为|决定|议定)$|(?:基本介绍|文字实录|内容全文|全文|正文"
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
    r"|推进)会(?:提出|强调|指出|要求)|我(?!省|国)[\u4e00-\u9fff]{1,3}(?:将|要|须|会将)|(?<!自)我们要"
    r"|全[\u4e00-\u9fff]{1,2}(?:上下|干部|职工|系统|各级|广大)[^,]{0,6}?[要将]|(?:[的和与及把将被让使]|按照|根据|以及)$|\.(?:jpe?g|png|gif|bmp)$|委员会$| 摄$"
    r"|人民政府$|办公室$|管委会$|领导小组$|公司$|(?<![格布开])局$|厅$",
)
NOT_A_LABEL = Signs(
    starts="(?![^,]{2,4}方面:$)[^:]{0,12}方面(?:是|为|有)?:$|第|各|尊敬|同志|全体|现将|根据|为|围绕|按照|经(?![济营贸])|以下"
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
#: The number of a part alone on its line, as pages made to be looked at set it above the title: PART 01
PART_NUMBER = lazy(
    r"(?i:part|no|chapter|top|step)[ .·:]{0,2}(?:\d{1,2}|[一二三四五六七八九十]|(?i:one|two|three|four|five|six|seven|eight|nine|ten))$"
)
PART_NUMBER_BEGINS = frozenset("PpNnCcTtSs")
#: The second title of a report of the press: ——云溪县民生工作综述
SUBTITLE = lazy(
    r"[—-]{1,4}+[ ]?(?![—-])[^,。;\n]{4,44}(?:综述|纪实|侧记|掠影|解读|观察|访谈|专访|巡礼|印象|速写|回眸|小记|之[一二三四五六])$"
)
#: A question of an interview, which the name of a broadcast stands over.
ASKED = lazy(r"(?:记者|主持人|问|提问):")
#: A place or a body and what it does, as the press heads its report: 云溪镇:做强园区产业
HEADED_BY_PLACE = lazy(
    rf"[\u4e00-\u9fff]{{1,7}}(?:[镇乡区县市局村园]|街道|社区|新城|公司):(?:{OPENERS})[\u4e00-\u9fff“”、 ]{{2,20}}$"
)
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
    "写作|参考|讯|关闭|返回|收藏|纠错|下载|分享|链接|阅读|评论|摘要|导读|编者|字体|打印|责任|来源|关键|标签|动态|头条"
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
#: The name of a picture that a sentence or title stands right behind: 园区效果图。
PICTURE = lazy(
    r"[^,。;:!?\n]{2,24}(?:效果|示意|规划|鸟瞰|实景|现场|资料|航拍|区位|布局)图(?:片|景)?。(?=[\u4e00-\u9fff])"
)
#: What a forum strews before and after the words of a line.
JUNK_BEFORE = lazy(
    r"#from[^#\n]{0,40}#|src=\"[^\"\n]{0,200}\"[^<>\n]{0,120}>|</?[pP][^<>\n]{0,40}>|【正文】|#{1,6} ?(?=[\u4e00-\u9fff(（\d])|\*\*(?=[一二三四五六七八九十(（\d第])|>{2,4} ?(?=[\u4e00-\u9fff])|[!-~]{1,3}(?: [!-~]{1,3}){3,30}(?:》{1,4}|(?=[\u4e00-\u9fff【]|$))"
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
#: A work by the place where it is done, and the label of a cell, whose words hold no other.
AT_PLACE = lazy(
    rf"(?!{OPENERS}|新建|改造|改建|城[镇区乡]|农[村贸]|全[县市区镇]|镇村|[乡村]级|乡村|口袋|危|老旧|背街|智慧|数字|平安|健康|公共|便民|普惠)[\u4e00-\u9fff]{{1,6}}?(?:(?<![公道线水])(?<!农村)路"
    r"|(?<!背)街(?!小巷)|(?<!老旧)小区|社区(?=[\u4e00-\u9fff]{2})|里(?=老)|公园|桥|村(?![卫级])|镇(?!老)|新村|[东西南北]片区)"
)
CELL_LABEL = lazy(r"([\u4e00-\u9fff“”、]{2,14}):(?!\1)(?![^|\t]{0,60}[,;。][\u4e00-\u9fff]{2,6}:)")
NO_WORK = lazy(r"[,。;:!?]|\d")


def ends_letter(words: str) -> bool:
    """Whether a line signs a letter or stands below it."""
    return len(words) <= 40 and not words.endswith(":") and "。" not in words and NOT_A_LINE.of(words)
