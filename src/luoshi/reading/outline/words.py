"""The words that make or unmake a heading of any kind; those of one kind stand in the modules beside."""

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
    r"(?!在)[^,。;:!?\d()\[\]【】〔〕{}\s\ufffd]{2,24}(?:,(?!就是|也就是|即(?![使便刻将])|意思是)[^,。;:!?\d()\[\]【】〔〕{}\s\ufffd]{2,20})?(?=。|$)"
)
#: Who must do something: what stands before names no task.
DUTY = "(?:要|应|须|可|将|为|负责|不得)"
#: At least so much Chinese is in a heading.
WORDS = lazy(r"[\u4e00-\u9fff].?[\u4e00-\u9fff]")
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
#: Until when, or in which part of the year: 10月底前, 11月20日前, 一季度, 7-9月.
SPAN = (
    r"(?:到?(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末|份|[上中下]旬)?(?:之?前)?"
    r"|\d{1,2}月?[-—~至到]\d{1,2}月份?|第?[一二三四]季度|[上下]半年|前三季度|年底前|20\d\d年度?)"
)
QUOTED = lazy(r"“[^”]{0,40}”|《[^》]{0,60}》")


def shape(call: str) -> tuple[str, str]:
    """What calls for works of one kind have in common: 实施…工程."""
    return call[:2], call[-1:]
