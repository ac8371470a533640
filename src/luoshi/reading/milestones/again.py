"""Another stage of projects that were named before: 加快A建设,力争三季度投入运营; 1号楼5月竣工,2号楼10月竣工."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from luoshi.reading import tense
from luoshi.reading.milestones import parts, times
from luoshi.reading.milestones.pieces import Piece
from luoshi.reading.milestones.stages import opening, promised
from luoshi.reading.model import Milestone
from luoshi.reading.openings import lazy, quick
from luoshi.reading.periods import Period
from luoshi.reading.sentence import Sentence

#: One of the numbered units of a thing.
UNIT = lazy(
    r"(?:\d{1,2}|[一二三四五六七八九十])(?P<what>[号#](?:泊位|机组|高炉|楼|厂房|车间|线|炉|标段|地块|井|库|馆|塔)|标段)"
)
_NUMBERED = quick(r"[\d一二三四五六七八九十]$")
#: 完成某水厂征地,4月进场; 某馆主体竣工,拟12月开馆: what is told next is of the whole.
_PART_DONE = quick(
    r"(?<=[\u4e00-\u9fff]{3})(?:征地(?:拆迁)?|主体(?:工程|结构|框架)?|路[基面](?:工程)?|基础工程"
    r"|(?:(?:室内|主要)?设备|管道|主管|室内)?(?:安装|装修|装饰|铺设)|(?:管线|线路|杆线)(?:迁改|改迁)"
    r"|(?:路面|桥面|沥青|堤身|箱梁)(?:铺筑|铺装|摊铺|填筑|浇筑|架设))$"
)
_DAY = lazy(r"\d{1,2}日")
_ALL_ABOVE, _EACH = ("上述", "以上"), quick("全部|均(?!衡)")
_PAIR = 2
_ONE_OF_TWO = ("前者", "后者")
#: Ends that say all that a verb of going on said before: 推进A,年底前建成.
_ENDS = ("start", "complete", "operate")
_GOING_ON = ("firm", "loose", "built", "vision")
_STEPS = quick("安装|施工|装修|顶|合龙|调试|浇筑|进度|投资")
_COMMAS = (",", "，")


def again(
    sentence: Sentence, index: int, piece: Piece, above: Sequence[Milestone], *, sure: bool
) -> Iterator[Milestone]:
    """加快A建设,力争三季度投入运营: another stage of the projects above, where it is promised; ``sure``: by a label."""
    start, until = sentence.clauses[index].start, piece.when[1]
    here = (
        sure or promised(sentence, start, until) or times.SOON.search(sentence.text, start, until) is not None
    )
    if not here and sentence.text.startswith("完成", start):
        here = promised(sentence, sentence.start, sentence.end) and any(
            one.end == sentence.clauses[index - 1].end for one in above
        )
    going_on = _going_on(sentence, index)
    if not here and not going_on:
        return
    meant = _meant(sentence, index, piece, above)
    if piece.suffix and len({parts.OTHER.sub("", one.project) for one in meant}) == 1:
        meant = meant[:1]
    for turn, one in enumerate(meant):
        said = (
            times.period(sentence, index, piece, (piece.when[0], piece.when[0]), (turn, len(meant)))
            or going_on
        )
        if said and said.past and not tense.foretold(sentence, said):
            return
        part = _of_part(sentence, piece, one) if len(meant) == 1 else one
        project = _PART_DONE.sub("", part.project) + piece.suffix
        yield part._replace(project=project, stage=piece.stage, period=said.value if said else None)


def _of_part(sentence: Sentence, piece: Piece, one: Milestone) -> Milestone:
    """某厂1号机组6月并网,2号机组年底并网: the other unit, where the piece names one; and any other part it names."""
    if piece.suffix and piece.end > piece.start:
        return one._replace(start=piece.start, end=piece.end, project=parts.OTHER.sub("", one.project))
    other = other_unit(sentence.text[piece.start : piece.end], one.project)
    return one._replace(start=piece.start, end=piece.end, project=other) if other else one


def _going_on(sentence: Sentence, index: int) -> Period | None:
    """12月底前铺完路面,具备通车条件; 5月10日前摘牌,15日前开工: the time of the clause before that reaches this one."""
    if not index or sentence.clauses[index - 1].mark not in _COMMAS:
        return None
    if _DAY.match(
        sentence.text, opening(sentence, sentence.clauses[index].start, sentence.clauses[index].end)
    ):
        before = sentence.clauses[index - 1]
        return next((one for one in sentence.periods[::-1] if before.start <= one.start < before.end), None)
    opened = times.head(sentence, index - 1)
    return opened if opened and (opened.by or times.alone(sentence, index - 1)) else None


def _meant(sentence: Sentence, index: int, piece: Piece, above: Sequence[Milestone]) -> Sequence[Milestone]:
    """Which of the projects above a clause means: 前者, 后者, the unit that it names (1号楼), or all of them."""
    part = sentence.text[piece.start : piece.end]
    if part and (named := [one for one in above if one.project.endswith(part)]):
        return named
    said = sentence.text[sentence.clauses[index].start :][:2]
    former, latter = _ONE_OF_TWO
    return above[:1] if said == former else above[-1:] if said == latter else above


def other_unit(stretch: str, project: str) -> str:
    """某码头1#泊位8月验收,2#泊位年内开工: another of the numbered units of the same thing; empty where it is none."""
    unit = UNIT.fullmatch(stretch)
    if unit is None or not project.endswith(unit["what"]):
        return ""
    stem = project[: -len(unit["what"])]
    return stem.rstrip("0123456789一二三四五六七八九十") + stretch if _NUMBERED.search(stem) else ""


def all_meant(sentence: Sentence, index: int, found: Sequence[Milestone]) -> list[Milestone]:
    """建设A,改造B,上述工程9月完工; 建设A,改造B,年底前全部投用: all that were named; empty where one or the last list is meant."""
    clause = sentence.clauses[index]
    if sentence.text.startswith(_ALL_ABOVE, clause.start):
        return list({one.start: one for one in found}.values())
    if not _EACH.search(sentence.text, clause.start, clause.end):
        return []
    first = index
    while first and sentence.clauses[first - 1].mark in _COMMAS:
        first -= 1
    said = {one.start: one for one in found if one.start >= sentence.clauses[first].start and not one.period}
    return list(said.values()) if len({one.stage for one in said.values()}) < _PAIR else []


def latest(said: Sequence[Milestone], above: Sequence[Milestone] = ()) -> Sequence[Milestone]:
    """The projects a clause leaves to the next; those above, where it only spoke of them or of their phases."""
    if above and all(any(one.start == old.start for old in above) for one in said):
        return above
    if above and said[0].project.startswith(above[0].project):
        return above
    return list({one.start: one for one in said}.values())


def near(piece: Piece, said: Sequence[Milestone], above: Sequence[Milestone]) -> Sequence[Milestone]:
    """What the clause itself named before the piece; for another part of a thing, the thing."""
    return latest(said, above if piece.suffix and said else ())


def goes_on(sentence: Sentence, piece: Piece) -> bool:
    """Whether a verb before its names says no more than that they are worked on: 推进A, and not 推进A设备安装."""
    if piece.bare or piece.stage != "build" or piece.way not in _GOING_ON:
        return False
    stop = sentence.clauses[sentence.clause_of(piece.end - 1)].end
    return _STEPS.search(sentence.text, piece.start, stop) is None


def outdone(sentence: Sentence, run: int, more: Sequence[Milestone]) -> set[int]:
    """Where the projects begin of which clauses[run] promises an end and its time, so that working on them says nothing else."""
    if sentence.text.startswith(_ONE_OF_TWO, sentence.clauses[run].start):
        return set()
    return {one.start for one in more if one.period and one.stage in _ENDS}


def steps(found: list[Milestone]) -> list[Milestone]:
    """柳塘厂完成设备安装,年底投产: a part that is done on the way to an end says that the whole is worked on."""
    told = list[Milestone]()
    for at, one in enumerate(found, 1):
        of = (
            other.project
            for other in found[at:]
            if other.start == one.start and other.stage != "build" and len(other.project) < len(one.project)
        )
        whole = next((name for name in of if one.project.startswith(name)), None)
        told.append(one._replace(project=whole, stage="build") if whole and one.stage == "complete" else one)
    return told


def without(found: Sequence[Milestone], done: set[int]) -> list[Milestone]:
    """``found`` without what says of the projects at ``done`` that they are worked on."""
    return [one for one in found if one.start not in done or one.stage != "build" or one.period]
