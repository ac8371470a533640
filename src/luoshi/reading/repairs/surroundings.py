"""What surrounds a document on a government web page: head data, buttons, navigation, bylines, foot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from luoshi.reading.model import Span
from luoshi.reading.openings import lazy

#: Labels of a page's head; a line that opens with one is no part of the document.
LABELS = (
    "索引号|索取号|信息分类|内容分类|主题分类|体裁分类|组配分类|服务对象分类|发文日期|发布机构|发文机关|发文机构|发文单位"
    "|生成日期|成文日期|发布日期|发布时间|更新时间|来源单位|信息来源|文章来源|稿件来源|新闻来源|来源|责任编辑"
    "|责编|编辑|审核|校对"
    "|生效时间|生效日期|施行日期|废止时间|废止日期|失效日期|有效性|公开方式|公开日期|公开时限|公开形式"
    "|信息名称|文件名称|发文字号"
    "|阅读次数|阅读量|累计次数|阅读数|浏览次数|浏览量|访问量|访问次数|点击数|点击量|点击率|字体大小|字号|字体"
    "|视力保护色|标签|关键词|主题词"
    "|更新日期|发表时间|发稿时间|录入时间|上传时间|稿源|供稿单位|主办单位|承办单位|主办|承办|备案序号|联系我们|运维电话"
)
#: Labels only where a number follows, or nothing.
COUNTED = "阅读|浏览|点击|人气|访问"
#: What a crawler left of 索引号, 名称, 文号, 关键词 when the first character was lost: only beside another label.
STUMPS = "号|称|词|名称|文号|日期|时间|作者|类别"
#: Buttons and captions that stand alone or side by side.
BUTTONS = (
    "打印本页|打印此页|打印|关闭窗口|关闭本页|关闭|返回顶部|返回首页|返回列表|返回|收藏|分享到|分享|微信|微博"
    "|QQ空间|我要纠错|纠错"
    "|文件下载|附件下载|下载附件|下载|政策咨询|政策解读|相关文档|相关文件|相关链接|相关稿件|相关新闻|相关附件"
    "|无障碍浏览|无障碍阅读"
    "|繁体版|简体版|长者模式|适老版|关怀版|语音播报|登录|注册|更多|QQ好友|朋友圈|新浪微博|网站地图|网站首页"
    "|关于我们|联系我们|设为首页|加入收藏|分享让更多人看到|扫一扫在手机打开当前页|扫一扫分享本页|字体|大号"
    "|中号|小号|大|中|小|T|默认"
)
#: What a site of documents sets around a text and between its parts: how long it is, who may read on, where to pay.
WALLS = (
    r"隐藏内容|此处内容需要[^\n,。]{0,8}(?:查看|可见)|(?:普通|会员|网站代理|永久会员|钻石会员"
    r"|VIP)用户特权[ ]?:[^\n。]{0,24}"
    r"|(?:会员|VIP|登录后?|付费|开通会员)(?:可|后)?免费(?:查看|下载|阅读)"
    r"|约[ ]?\d{1,4}(?:\.\d{1,2})?[ ]?[千万]?字|约[ ]?\d{1,4}[ ]?页"
    r"|20\d\d-\d{1,2}-\d{1,2}[ ]?发布于[\u4e00-\u9fff]{2,4}|举报|版权申诉"
    r"|(?:还)?剩(?:余)?[ ]?\d{1,4}[ ]?页未读[^\n。]{0,16}"
    r"|展开(?:阅读)?全文|(?:点击)?阅读全文|(?:点击)?查看(?:更多|全文)|下载后可?(?:阅读|查看)[^\n。]{0,8}"
    r"|(?:文档|内容)(?:介绍|简介|描述)[ ]?:?"
)
#: A moment, alone or before a label: 2026-01-08 10:10 来源：…
DATED = (
    rf"(?:时间[ ]*:[ ]*)?20\d\d[-年/.]\d{{1,2}}[-月/.]\d{{1,2}}日?[ ]*(?:(?:\d{{1,2}}:\d\d(?::\d\d)?)[ ]*(?:(?:{LABELS}"
    rf"|阅读|作者)[ ]*:.{{0,120}})?"
    rf"|(?:{LABELS})[ ]*:.{{0,120}})"
)
#: Who wrote it, in brackets.
BYLINE = "记者|通讯员|供稿|编辑:|来源:"
#: Lines known by how they begin or by what they hold.
PHRASES = (
    r"[^\n,，。;:：、\d]{0,16}[ ]?20\d\d-\d{1,2}-\d{1,2}[ ]+\d{1,2}:\d\d(?::\d\d)?|[您你]?(?:当前|现在"
    r"|目前)?(?:所在)?的?位置[ ]*:.*|首页\s*[>»›].*|(?:网站)?首页(?:[ |]+[\u4e00-\u9fff]{2,8}){2,12}|(?:上"
    r"|下)一[篇条]:.*"
    rf"|(?:{COUNTED})[ ]?:[ ]?\d{{0,9}}[ ]?次?(?:[ ]?\|[^\n。]{{0,120}})?|(?:手机|微信|用手机)?扫码.{{0,20}}"
    r"|如?果?您对.{0,16}(?:疑问|问题|意见|建议).*|.*(?:版权所有|ICP备|网站标识码|公网安备|Copyright|技术支持:).*"
    rf"|\((?:[^()]{{0,24}})(?:{BYLINE})[^()]{{0,24}}\)|扫一扫.{{0,20}}|(?:本报|本网)(?:讯|记者)[^。]{{0,20}}"
)
#: What stands behind a label is no sentence of the document, or the line is not the page's alone.
_VALUE = r"[^\n。]{0,160}"
_EDGE = r"[ \t|/【】\[\]()·:]{0,6}"
_LINE = lazy(
    rf"(?<![^\n])[•·|-]{{0,3}}[ ]{{0,3}}(?:{DATED}[ ]?|[【\[]?(?:{LABELS})[ ]?:{_VALUE}"
    rf"|(?:{STUMPS})[ ]?:[^\n]{{0,120}}?[ ](?:{LABELS}|{STUMPS})[ ]?:{_VALUE}"
    rf"|(?:{_EDGE}(?:{BUTTONS})(?![\u4e00-\u9fff]{{5}}))++{_EDGE}"
    rf"|{PHRASES}|{WALLS})"
)
#: The page's head in front of a text that has lost its lines: two labels at least, each with a moment, a count, sizes of type or one word.
_ONE = r"(?:20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:[ ]?\d\d:\d\d(?::\d\d)?)?|\d{1,9}次?|大[ ]中[ ]小|[^ \n\d。:]{1,20}(?=[ ]))"
_LEAD = lazy(rf"(?:[ ]{{0,3}}(?:{LABELS})[ ]?:[ ]?{_ONE}(?:[ ](?:{BUTTONS})(?=[ ])){{0,6}}){{2,12}}")
#: The way to the pages beside this one, behind the body in its last line.
_TAIL = lazy(r"[上下](?<=[ 】。].)一[篇条] ?:[^\n。;]{0,160}+(?=\n|$)")
_BUTTON = lazy(r"(?: ?【[^【】\n]{1,8}】){0,4} ?")
_BUTTONS_MOST = 50
_STUMP = lazy(rf"(?<![^\n])(?:称|名称|号|词)[ ]?:{_VALUE}")
#: A line of the page can only begin with one of these, or hold one of ``_WITHIN``.
_FIRST = "".join(
    sorted(
        {
            word[0]
            for word in (
                f"{LABELS}|{STUMPS}|{BUTTONS}|时间|您|你|当前|现在|目前|所在|的位置|位置|首页|网站|上|下|如果"
                f"|果|扫|手|微|用|本|{COUNTED}"
            ).split("|")
        }
        | set("隐此普会永钻V开付约举版还剩展点查文内")  # of the walls
    )
)
_BEGINS = lazy(
    rf"\n[ \t|/【】\[\]()·•-]{{0,20}}(?:[{_FIRST}]|20\d\d[-年/.]|(?<=\()[^()\n]{{0,24}}(?:{BYLINE}))"
)
_WITHIN = ("版权所有", "ICP备", "网站标识码", "公网安备", "Copyright", "技术支持:")
#: The path of the page, and the name of the site above it.
_PATH = lazy(r"首页[ ]?[>»›]|位置[ ]?:")
_SITE = lazy(
    r"(?<![^\n])[ ]{0,9}[\u4e00-\u9fff·]{2,20}(?:人民政府|管委会|管理委员会|委员会|网|网站|门户|日报|新闻中心)[ ]{0,9}"
)
_NAME_MOST = 30
_STAMP = lazy(r"20\d\d-\d{1,2}-\d{1,2} ")
#: Head data and buttons stand in short lines; what is longer is text.
_LINE_MOST = 260


def find(clean: str) -> list[Span]:
    """Spans of the lines of ``clean`` that belong to the page and not to the document."""
    begins = [hit.start() for hit in _BEGINS.finditer("\n" + clean)]
    lines = [(start, end, clean[start:end].strip()) for start, end in _likely(clean, begins)]
    known = [(start, end) for start, end, words in lines if _LINE.fullmatch(words)]
    tails = [*_heads(clean, begins, known), *_tails(clean)]
    if not known:
        return tails
    last = known[-1][0]
    stumps = [(start, end) for start, end, words in lines if start < last and _STUMP.fullmatch(words)]
    sites = (_site(clean, start) for start, end in known if _PATH.search(clean, start, end))
    apart = (tail for tail in tails if not any(start < tail[1] and tail[0] < end for start, end in known))
    return sorted({*known, *stumps, *(site for site in sites if site), *apart})


def _heads(clean: str, begins: Sequence[int], known: Sequence[Span]) -> list[Span]:
    """The page's data in front of what else stands in its line."""
    lines = {start for start, _ in known}
    heads = (_LEAD.match(clean, start) for start in begins if start not in lines)
    return [head.span() for head in heads if head]


def _tails(clean: str) -> list[Span]:
    """The ways to other pages that stand behind words in one line, with the buttons before them."""
    if "一篇" not in clean and "一条:" not in clean:
        return []
    found = list[Span]()
    for hit in _TAIL.finditer(clean):
        least = max(0, hit.start() - _BUTTONS_MOST)
        low = next(at for at in range(least, hit.start() + 1) if _BUTTON.fullmatch(clean, at, hit.start()))
        found.append((low, hit.end()))
    return found


def _site(clean: str, path: int) -> Span | None:
    """The line right above the path of the page, where it is the site's name."""
    end = len(clean[max(0, path - _NAME_MOST - 2) : path].rstrip()) + max(0, path - _NAME_MOST - 2)
    start = clean.rfind("\n", max(0, end - _NAME_MOST - 1), end) + 1
    return (start, end) if _SITE.fullmatch(clean, start, end) else None


def _likely(clean: str, begins: Iterable[int]) -> list[Span]:
    """The short lines that hold a sign of a page, in order."""
    starts = set(begins)
    starts.update(map(_line_of(clean), _signs(clean)))
    spans = [
        (start, clean.find("\n", start, start + _LINE_MOST + 1)) for start in sorted(starts) if start >= 0
    ]
    size = len(clean)
    return [
        (start, size if end < 0 else end) for start, end in spans if end >= 0 or size - start <= _LINE_MOST
    ]


def _signs(clean: str) -> Iterator[int]:
    for word in _WITHIN:
        if word in clean:
            yield from (hit.start() for hit in re.finditer(word, clean))
    yield from (hit.start() for hit in _STAMP.finditer(clean))


def _line_of(clean: str) -> Callable[[int], int]:
    """Where the short line begins that holds a place; -1 in a long one."""

    def start(at: int) -> int:
        least = max(0, at - _LINE_MOST - 1)
        found = clean.rfind("\n", least, at)
        return found + 1 if found >= 0 or not least else -1

    return start
