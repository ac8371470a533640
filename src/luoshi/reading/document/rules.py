"""How documents say what they are: kinds, numbers, dates, signatures, and the labels of a page's head."""

from __future__ import annotations

import re

from luoshi.reading.openings import lazy, quick
from luoshi.reading.periods.planning import BESIDE
from luoshi.reading.repairs.pinyin import TONES

#: Kinds of document by their name, the plans themselves before the notices that carry them.
KINDS = (
    "工作要点", "政府工作报告", "工作报告", "工作总结", "工作计划", "工作安排", "工作方案", "实施方案", "行动方案", "行动计划", "工作打算",
    "工作思路", "规划纲要", "规划", "实施意见", "实施细则", "讲话", "责任书", "责任清单", "任务清单", "任务分解表", "述职报告", "工作汇报", "情况汇报",
    "重点工作", "措施", "办法", "规定", "条例", "意见", "决定", "公告", "通告", "纪要", "批复", "通知", "通报", "函", "方案", "计划", "要点", "总结", "报告",
)  # fmt: skip
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_TAIL = r"(?:\([^()\n]{1,20}\)){0,2}"
#: A line that names a document; a notice names the document it carries between 《 and 》.
TITLE = lazy(rf"(?:{_KIND}){_TAIL}$")
PRINTED = lazy(rf"《([^《》\n]{{4,60}}(?:{_KIND})[^《》\n]{{0,12}})》的通知$")
#: What a file or a site hangs on to a title.
FILE = lazy(
    r"^第[一二三四五六七八九十]{1,2}篇:|(?:【第[一二三四五六七八九十]{1,2}篇】)?(?:\.(?:docx?|wps|pdf"
    r"|txt))?(?:VIP[^\n]{0,20})?[ *]{0,9}$"
)
TITLE_MOST = 60

_DIGIT = "[一二三四五六七八九〇○零O0]"
NUMBER = lazy(r"[\u4e00-\u9fff]{1,14}[〔\[(【]20\d\d[〕\])】](?:第)?[ ]?\d{1,4}[ ]?号")
DATE = lazy(r"(20\d\d)[ ]?[年\-./][ ]?(\d{1,2})[ ]?[月\-./][ ]?(\d{1,2})日?")
DATE_IN_WORDS = lazy(
    rf"(二{_DIGIT}{{3}})年(十?[一二三四五六七八九]|十)月([二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
#: A line that holds a date and nothing else, below another line.
DATE_LINE = lazy(
    r"\n[ \t(]{0,60}(?:20\d\d[ ]?[年\-./][ ]?\d{1,2}[ ]?[月\-./][ ]?\d{1,2}日?"
    r"|二[一二三四五六七八九〇○零O0]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)[ \t)]{0,60}(?=\n"
    r"|$)"
)
_BODY = (
    "委员会|人民政府|办公室|办公厅|管委会|管理局|领导小组|指挥部|工委|党委|党组|集团|公司|中心|局|厅|委|院|部"
)
SIGNED = lazy(rf"[^\n,。:;《》]{{0,40}}(?:{_BODY})(?:\([^()\n]{{1,16}}\))?$")
#: Who issues, where the title says it: …办公室关于印发…
ISSUED_BY = lazy(rf"^([\u4e00-\u9fff]{{2,30}}?(?:{_BODY}))(?=(?:转发|印发|关于))")


def _labels(*names: str) -> re.Pattern[str]:
    """A label, its characters perhaps apart (文 号), a colon, and the value up to the next label or cell."""
    spaced = "|".join("[ ]{0,4}".join(name) for name in names)
    return lazy(
        rf"(?:{spaced})[ ]{{0,4}}:[ |]{{0,6}}+(?![^ :|\n]{{1,8}}[ ]{{0,4}}:)([^|\n]{{1,80}}?)(?=[ "
        rf"]{{1,40}}[^ :|\n]{{1,8}}[ ]{{0,4}}:|[ ]{{0,8}}[|\n]|[ ]{{2}}|$)"
    )


NAMED = _labels("标题", "信息名称", "文件名称", "公文名称", "题名", "名称", "称")
NUMBERED = _labels("发文字号", "发文文号", "公文文号", "文件编号", "文号", "字号")
ISSUER = (
    _labels("发文机关", "发文机构", "发文单位", "制发机关", "制定机关", "发布机构", "发布单位", "公开机构"),
    _labels("来源单位", "信息来源"),
)
#: The day a document was signed; and the day a page was put up, which is asked last.
SIGNED_ON = _labels("成文日期", "发文日期", "印发日期", "签发日期", "制发日期", "生成日期")
PUT_UP_ON = _labels(
    "发布日期", "发布时间", "公开日期", "公布日期", "發布時間", "發布日期", "發佈時間", "发表时间", "发帖时间", "更新时间"
)  # fmt: skip
#: What a reading aid left in the lines of a page: 發(fā)布.
AID = lazy(rf"\([a-zü{TONES}]{{1,7}}\)")
POSTED_ON = quick(r"(?:发[表布]于|發[表布佈]於|来源:|來源:)[ ]{0,3}(20\d\d-\d{1,2}-\d{1,2})")

#: What stands at the head of a letter or a page and is no title.
NOT_TITLE = lazy(
    r"[:,。;!]$|^[•·]|^全文$|范文|大全|关注|^[^:]{2,6}:(?![^:]{0,20}篇)|^(?:[(]?20\d\d[年-]|——|第.{1,4}[版期]"
    r"|首页|来源|记者|各|附件)|记者|日报|编辑|扫一扫|\||^[\d\W]{0,40}$|\.(?:com|cn)"
)
#: Where a line that is part of a title in two may not end or begin.
LOOSE = lazy(r"[。:;!?,)|]$|^(?:[(]|——|\d|附)")

#: Words that only go on with a title.
GOES_ON = ("任务", "责任", "实施", "行动", "分工", "工作", "方案", "的")
#: A name that says the kind and nothing else.
BARE = frozenset({"政府工作报告", "工作报告", "工作总结", "工作计划", "工作要点", "实施方案", "讲话"})
#: When a report was given: its plan year.
GIVEN = lazy(r"(20\d\d)年\d{1,2}月\d{1,2}日在[^\n。]{2,40}会")

_YEAR = f"(20[0-9][0-9]){BESIDE}年"
_AHEAD = "目标|安排|计划|打算|要点|任务|思路|部署|重点|展望|建议|方案|预期"
#: A year of which a heading or a sentence speaks as of the one to come.
AHEAD = lazy(
    rf"{_YEAR}度?(?<![到至—~-]20\d\d年)(?:全[区县市年镇乡园]|政府|经济社会发展|发展|经济|主要|重点|总体|工作"
    rf"|的){{0,5}}(?:{_AHEAD}|是(?![^。\n]{{0,12}}(?:平凡|不寻常|艰难|难忘|非凡))|(?:总体)?要求)"
)
#: A heading that says no more than that it tells of a year's work.
WORK_OF = lazy(rf"{_YEAR}度?(?:全[区县市年镇乡园]|政府|主要|重点|总体|的){{0,3}}工作(?:任务)?$")
#: Where among its five years a plan's year stands: 今年是“十四五”开局之年.
FIVE_YEARS = quick(
    r"今年是[^。；;\n]{0,24}?“?十(?P<which>[二三四五六])五”?(?:规划)?[^。；;，,\n]{0,6}?(?:(?P<first>开局|起步|第一年|首年)|(?P<last>收官|最后一年"
    r"|决胜))"
)
#: The first year of the twelfth five years, by which the others are counted.
TWELFTH = 2011
WILL = lazy(rf"{_YEAR}(?<![到至—~-]20\d\d年)[,]?[^。;\n]{{0,14}}(?:将|力争|计划|确保)")
YEAR = lazy(r"(20\d\d)(?:年(?!度?(?:工作)?(?:总结|回顾|情况))|(?=工作))")
#: A year that is told of as the plan's own: neither a deadline nor one that others lead up to.
OWN_YEAR = lazy(
    r"(?<![到至自从~])(?<![\d年][—-])(20\d\d)年(?!(?:\d{1,2}月)?(?:上旬|中旬|下旬|年?底|末)?[之以]?前|以来|起"
    r"|[到至—~-]|度?(?:工作)?(?:总结|回顾|情况))"
)
OVER = lazy(r"同比|比上年|较上年|比去年|以来")
YEAR_IN_WORDS = lazy(r"(二[〇○零O0][一二三四五六七八九〇○零O0]{2})年")
YEARS = lazy(r"20\d\d(?:年)?[-—~至]+20\d\d")
#: A title that names the years of a plan, wherever its lines were broken.
YEARS_TOP = quick(r"(?:计划|方案|规划|行动|会战)\(20\d\d年?[-—~至]+20\d\d年?\)")
