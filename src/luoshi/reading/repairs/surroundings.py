"""What surrounds a document on a government web page: head data, buttons, navigation, bylines, foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.reading.model import Span

#: Labels of a page's head; a line that opens with one is no part of the document.
LABELS = (
    "索引号|索取号|信息分类|内容分类|主题分类|体裁分类|组配分类|服务对象分类|发文日期|发布机构|发文机关|发文机构|发文单位"
    "|生成日期|成文日期|发布日期|发布时间|更新时间|来源单位|信息来源|文章来源|稿件来源|新闻来源|来源|责任编辑|责编|编辑|审核|校对"
    "|生效时间|生效日期|施行日期|废止时间|废止日期|失效日期|有效性|公开方式|公开日期|公开时限|公开形式|信息名称|文件名称|发文字号"
    "|阅读次数|阅读量|累计次数|阅读数|浏览次数|浏览量|访问量|访问次数|点击数|点击量|点击率|字体大小|字号|字体|视力保护色|标签|关键词|主题词"
)
#: What a crawler left of 索引号, 名称, 文号, 关键词 when the first character was lost: only beside another label.
STUMPS = "号|称|词|名称|文号|日期|时间|作者|类别"
#: Buttons and captions that stand alone or side by side.
BUTTONS = (
    "打印本页|打印此页|打印|关闭窗口|关闭本页|关闭|返回顶部|返回首页|返回列表|返回|收藏|分享到|分享|微信|微博|QQ空间|我要纠错|纠错"
    "|文件下载|附件下载|下载附件|下载|政策咨询|政策解读|相关文档|相关文件|相关链接|相关稿件|相关新闻|相关附件|无障碍浏览|无障碍阅读"
    "|繁体版|简体版|长者模式|适老版|语音播报|分享让更多人看到|扫一扫在手机打开当前页|扫一扫分享本页|字体|大号|中号|小号|大|中|小|T|默认"
)
#: A moment, alone or before a label: 2026-01-08 10:10 来源：…
DATED = (
    rf"(?:时间[ ]*:[ ]*)?20\d\d[-年/.]\d{{1,2}}[-月/.]\d{{1,2}}日?[ ]*(?:(?:\d{{1,2}}:\d\d(?::\d\d)?)[ ]*(?:(?:{LABELS}|阅读|作者)[ ]*:.{{0,120}})?"
    rf"|(?:{LABELS})[ ]*:.{{0,120}})"
)
#: Lines known by how they begin or by what they hold.
PHRASES = (
    r"[^\n,，。;:：、\d]{0,16}[ ]?20\d\d-\d{1,2}-\d{1,2}[ ]+\d{1,2}:\d\d(?::\d\d)?|[您你]?(?:当前|现在|目前)?(?:所在)?的?位置[ ]*:.*|首页\s*[>»›].*|(?:上|下)一[篇条]:.*"
    r"|如?果?您对.{0,16}(?:疑问|问题|意见|建议).*|.*(?:版权所有|ICP备|网站标识码|公网安备|Copyright|技术支持:).*"
    r"|\((?:[^()]{0,24})(?:记者|通讯员|供稿|编辑:|来源:)[^()]{0,24}\)|扫一扫.{0,20}|(?:本报|本网)(?:讯|记者)[^。]{0,20}"
)
_VALUE = r"[^\n]{0,160}"
_EDGE = r"[ \t|/【】\[\]()·]{0,6}"
_LINE = re.compile(
    rf"[•·|-]{{0,3}}[ ]{{0,3}}(?:{DATED}[ ]?|[【\[]?(?:{LABELS})[ ]?:{_VALUE}"
    rf"|(?:{STUMPS})[ ]?:[^\n]{{0,120}}?[ ](?:{LABELS}|{STUMPS})[ ]?:{_VALUE}"
    rf"|(?:{_EDGE}(?:{BUTTONS})(?![\u4e00-\u9fff]{{5}}))+{_EDGE}:?{_EDGE}"
    rf"|{PHRASES})"
)
_STUMP = re.compile(rf"(?:称|名称|号|词)[ ]?:{_VALUE}")
_CONTENT = re.compile(r"[^\n]+")
#: Head data and buttons stand in short lines; what is longer is text.
_LINE_MOST = 260


def find(clean: str) -> Iterator[Span]:
    """Spans of the lines of ``clean`` that belong to the page and not to the document."""
    lines = [
        (hit.span(), hit.group().strip())
        for hit in _CONTENT.finditer(clean)
        if len(hit.group()) <= _LINE_MOST
    ]
    page = [(span, _LINE.fullmatch(words) is not None) for span, words in lines if words]
    last = max((index for index, (_, known) in enumerate(page) if known), default=-1)
    words_of = dict(lines)
    for index, (span, known) in enumerate(page):
        if known or (index < last and _STUMP.fullmatch(words_of[span])):
            yield span
