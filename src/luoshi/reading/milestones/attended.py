"""Projects that something is done to or that somebody attends to: 对A进行改造, 紧盯A、B等5个未开工项目, 推动A创建国家级孵化器."""

from __future__ import annotations

from luoshi.reading.milestones.judging import Way
from luoshi.reading.milestones.piece import Piece
from luoshi.reading.model import Stage
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence

_DONE_TO = lazy(
    r"(?:将?对|[将把])(?P<names>[^，,。]{3,60}?)(?:(?:破损|老旧|老化)?(?:路面|外立面))?(?:作为[^，,。]{2,12})?"
    r"(?:(?:进行|实施|开展)[^，,。]{0,14}(?:改造|提升|升级|整治|建设|扩建|修缮|修复|拓宽|治理|维修|加固|分流|[黑绿亮美硬]化)"
    r"|拆除重建|提档升级|(?:全面|整体|综合|提质|优化|改造|改扩|升级|维修|彻底){1,2}(?:改造|提升|整治|治理|修缮|修复|维修|加固|刷黑|[黑硬]化))$"
)
_WATERS = ("河", "湖", "渠", "溪")
#: What a list of projects to keep an eye on begins with.
EYED = frozenset("聚紧盯扭")
#: A list of projects to attend to, and what is to be done with them.
_ATTENDED = lazy(
    r"(?:对|聚焦|紧盯|盯紧|盯牢|扭住)(?P<names>[^，,。]{3,120}等(?:\d{1,4}个"
    r"|[一二两三四五六七八九十]{1,3}个)?(?P<head>[\u4e00-\u9fff]{0,8})项目)(?![\u4e00-\u9fff]{0,6}企业)"
)
_HEADED: tuple[tuple[Stage, str], ...] = (
    ("start", "开工"),
    ("build", "续建"),
    ("build", "在建"),
    ("plan", "前期"),
    ("plan", "储备"),
)
_HASTENED = quick(
    r"(?:促使?|推动|确保|力争|争取)[^。；;]{0,12}?[早快](?:[^。；;]{0,12}?[早快日])?(?:(?P<operate>投产)"
    r"|(?P<start>开工|落地|动工)|(?P<complete>竣工|建成|完工))"
)
_BECOMES = lazy(
    r"(?P<subject>[^，,。]{3,40}?)(?:创建为?|争创|创成|申报|升级为|升格为|晋升)(?P<object>[^，,。]{3,40})$"
)
_OF_MANY = quick(r"\d个|[一二两三四五六七八九十]个|等")
_BECOMING = quick("创建|争创|创成|申报|升级为|升格为|晋升")
_RANKED = quick(r"(?:区|园|中心|器|基地|县|市|镇|村|平台|实验室|园区|机构|厂|工厂|校|院|高中)”?$")
_SUBJECT = quick(
    r"(?:区|园|县|市|镇|村|庄|院|馆|厂|站|港|广场|中心|实验室|企业|公司|基地|项目|集团|中学|小学|学校"
    r"|甸园)(?:[(（][^()（）]{1,20}[)）])?$"
)


def becoming(text: str, start: int, end: int) -> Piece | None:
    """推动某园创建国家级孵化器: the whole is what is promised."""
    becomes = _BECOMES.match(text, start, end) if _BECOMING.search(text, start, end) else None
    if (
        not becomes
        or _OF_MANY.search(becomes["subject"])
        or not _RANKED.search(becomes["object"])
        or not _SUBJECT.search(becomes["subject"])
    ):
        return None
    return Piece(start, end, "other", "firm", (end, end), whole=True)


def done_to(text: str, start: int, at: int, end: int) -> list[Piece]:
    """对A、B等道路进行改造."""
    done = _DONE_TO.match(text, at, end)
    if not done:
        return []
    way: Way = "firm" if text.endswith(_WATERS, at, done.end("names")) else "loose"
    return [Piece(done.start("names"), done.end("names"), "build", way, (start, end))]


def attended(sentence: Sentence, start: int, at: int, end: int) -> list[Piece]:
    """对A、B等5个计划新开工项目,…; 紧盯A、B等5个未开工项目,…: the head of the list says their stage; else a clause behind does."""
    text = sentence.text
    said = _ATTENDED.match(text, at, end)
    if not said:
        return []
    stage: Stage | None = next((stage for stage, word in _HEADED if word in said["head"]), None)
    if stage is None:
        hasty = _HASTENED.search(text, end, sentence.end)
        stage = hasty.lastgroup if hasty else None  # type: ignore[assignment]
    listed = text[at] in EYED
    return (
        [Piece(said.start("names"), said.end("names"), stage, "firm", (start, end), listed=listed)]
        if stage
        else []
    )
