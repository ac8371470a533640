"""What surrounds a document on a government web page: head data, buttons, navigation, bylines, foot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from luoshi.reading.model import Span
from luoshi.reading.openings import grouped, lazy

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
    "|中号|小号|大|中|小|T|默认|立即(?:下载|登录|开通|购买|注册|加入|查看)|免费下载|下载(?:本文|文档|原文|完整版)|点击下载(?:完整版|全文|原文)?|举报|点赞|打赏|赞赏|在看|发表评论|网友评论|我来说两句|写留言|精选留言|生成海报|复制(?:链接|全文)|收藏本[站文页]"
)
#: What a site of documents sets around a text and between its parts: how long it is, who may read on, where to pay, what
#: else there is to read.
_READER = (
    "(?:(?:普通|注册|付费|网站代理|[Ss]?VIP\\d?|包[月季年]|[月季年]费|永久|终身|钻石|黄金|白金|铂金|超级|高级|体验|正式|尊享|至尊)"
    "(?:会员|用户|代理)?|网站代理|游客|会员|登录用户|非会员)"
)
_PRICE = (
    r"(?:免费|\d{1,4}(?:\.\d{1,2})?[ ]?(?:积分|[金学文智]?[币元豆点]|下载[券点]|财富值|[Cc]币|[Rr]币|折)|[一二三四五六七八九]折"
    r"|不限|无限制?|不可|不能|无法|禁止|无权限?|可)(?:下载|查看|阅读|浏览)?"
)
_READS = "(?:查看|阅读|浏览|下载|解锁|显示|可见|获取|观看|展开|看)"
_WHAT = "(?:此处|以下|本|该|剩余|隐藏|全部|完整|更多|余下|其余|后续|付费|文章|文档|全文|部分|正文)"
WALLS = (
    rf"隐藏内容|{_READER}(?:特权|权限|价格|专享|价)?[ ]?:?[ ]?{_PRICE}|(?:普通|会员|网站代理|永久会员|钻石会员"
    r"|VIP)用户特权[ ]?:[^\n。]{0,24}"
    rf"|(?:(?:阅读|下载|查看)(?:权限|价格|本文|券)|(?:资源|文档)?(?:价格|售价)|所需(?:积分|金币))[ ]?:[^\n。]{{0,24}}"
    rf"|{_READER}(?:专享|专属|特权|可见)|付费(?:内容|阅读|资源|文档)|{_WHAT}{{1,3}}的?(?:资源|内容)?[ ]?(?:[已被为]{{0,2}}(?:隐藏|付费|加密|收费)|[仅只需须要请限]{{1,2}})[^\n,。]{{0,14}}"
    rf"(?:{_READS}|内容|会员|登录|购买|隐藏|权限)(?:全文|内容)?[,。!]?"
    rf"|(?:{_WHAT}{{1,3}}的?(?:资源|内容|文章)?)?(?:请?先?(?:登录|注册|付费|购买|支付|扫码|关注|回复|评论|分享|开通|加入|成为|升级)[^\n,。\d]{{0,10}}(?:[,后]|即可|可以?|以便|能|才){{1,4}}"
    rf"(?:免费)?(?:继续)?{_READS}{_WHAT}{{0,3}}(?:的?内容)?[!。]?)"
    r"|(?:会员|VIP|登录后?|付费|开通会员)(?:可|后)?免费(?:查看|下载|阅读)"
    r"|[您你](?:正在|当前)(?:浏览|阅读|查看)[^\n。]{0,40}|(?:[您你]好,?)?游客,[^\n]{0,40}"
    rf"|(?:本[^\n,。:]{{0,4}}|该[^\n,。:]{{1,4}}|此处?)(?:为|是|属于|系)(?:{_READER}|付费|收费|节选)(?:部分|内容|资源|文档|文章|专享|专属)[^\n。]{{0,24}}"
    r"|本文(?:来自|来源于|转自|由)[^\n。]{2,40}(?:转载|立场|观点|整理|上传|投稿|发布)[^\n]{0,40}"
    r"|新?用户请先[^\n。]{0,12}|(?:本|全)文共[ ]?\d{1,6}[ ]?[字页][^\n。]{0,24}"
    r"|约[ ]?\d{1,4}(?:\.\d{1,2})?[ ]?[千万]?字|约[ ]?\d{1,4}[ ]?页"
    r"|20\d\d-\d{1,2}-\d{1,2}[ ]?发布于[\u4e00-\u9fff]{2,4}|版权申诉"
    r"|(?:还)?(?:剩|有)(?:余)?[ ]?\d{1,4}[ ]?[页%字](?:内容)?(?:未读|未显示|未阅读|需)[^\n。]{0,16}"
    r"|(?:点击|展开|收起|加载|查看|阅读){1,2}(?:剩余|完整|更多|原文|全文|大图|详情|全部|阅读){1,3}"
    r"|下载后?可?(?:阅读|查看)[^\n。]{0,8}"
    r"|(?:文档|内容|文章|正文)(?:介绍|简介|描述|预览|正文|内容)[ ]?:?|[(]?未完[,]?待续[)]?[.。…]{0,3}"
    r"|(?:推荐|相关|延伸|热门|热点|猜你|您?可能|大家|精彩|往期|最新|为[您你]|更多|其他|其它|上一|下一){1,3}(?:还|都|感)?(?:在)?"
    r"(?:阅读|推荐|文章|喜欢|兴趣|看|回顾|资讯|范文|精彩)(?:的人?(?:还看了)?)?(?:推荐|内容|文章)?[ ]?(?:[:>》]{0,2}|\.{3,6}|…{1,2})"
    r"|(?:原文(?:链接|地址|出处)|转自|转载自|文章出处|出处)[ ]?:[^\n。]{0,60}"
    r"|(?:未经(?:授权|许可|允许|本站)|转载请|声明:(?=[^\n]{0,60}(?:转载|版权|本站|本网|作者|立场|来源|侵权))|免责声明|版权声明)[^\n]{0,100}"
    r"|(?:现将|以下[是为]?|下面是)?[^\n,。:\d]{0,16}(?:全文)(?:[发刊公转]?[发布登载]{0,2})如下[ ]?[:。]?|以下[是为][^\n,。:]{0,16}全文[ ]?[:。]?"
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
    r"|目前)?(?:所在)?的?位置[ ]*:.*|首页\s*[>»›].*|(?:[\u4e00-\u9fff]{2,16}[ |]{1,3})?(?:网站)?首页(?:[ |]+[\u4e00-\u9fff]{2,8}){2,12}|(?:上"
    r"|下)一[篇条]:.*"
    rf"|(?:{COUNTED})[ ]?:[ ]?\d{{0,9}}[ ]?次?(?:[ ]?\|[^\n。]{{0,120}})?|阅读[ ]?\d{{1,9}}\+?(?:[ ]{{0,4}}(?:点?赞|在看|分享|收藏|评论|转发|留言)[ ]?\d{{0,9}}){{0,5}}|(?:手机|微信|用手机)?扫码.{{0,20}}"
    r"|如?果?您对.{0,16}(?:疑问|问题|意见|建议).*|.*(?:版权所有|ICP备|网站标识码|公网安备|Copyright|技术支持:).*"
    rf"|\((?:[^()]{{0,24}})(?:{BYLINE})[^()]{{0,24}}\)|(?:请?用?(?:手机)?(?:微信)?)?扫一扫.{{0,20}}|(?:本报|本网)(?:讯|记者)[^。]{{0,20}}"
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
    )
)
#: What the lines of the walls begin with.
_WALL_BEGINS = (
    "隐藏|此处|此文|此为|此是|此属|此系|请|先|该|以下|本内|本文|本资|本部|本章|本页|您正|你正|您当|您好|所需"
    "|资源|价格|售价|立即|免费|复制|生成海|打赏|赞赏|点赞|剩余|全部|完整|更多|余下|其余|后续|付费|文章"
    "|文档|正文|全文|部分|普通|注册|网站|游客|会员|登录|非会|sVIP|SVIP|VIP|包月|包年|包季"
    "|月费|年费|季费|永久|终身|钻石|黄金|白金|铂金|超级|高级|体验|正式|尊享|至尊|阅读|下载|查看"
    "|购买|支付|扫码|关注|回复|评论|分享|开通|加入|成为|升级|新用|用户|约"
    "|20|举报|版权|还剩|还有|剩|有|点击|展开|收起|加载|内容|未完|推荐|相关|延伸|热门|热点|猜你|您可"
    "|可能|大家|精彩|往期|最新|为您|为你|其他|其它|上一|下一|原文|转自|转载|出处|未经|声明|免责|现将"
    "|下面"
)
_WALLED = grouped(_WALL_BEGINS.split("|"))
_BEGINS = lazy(
    rf"\n[ \t|/【】\[\]()•·-]{{0,20}}(?:[{_FIRST}]|20\d\d[-年/.]|{_WALLED}|(?<=\()[^()\n]{{0,24}}(?:{BYLINE}))"
)
_WITHIN = ("版权所有", "ICP备", "网站标识码", "公网安备", "Copyright", "技术支持:", "全文", " 首页 ")
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
