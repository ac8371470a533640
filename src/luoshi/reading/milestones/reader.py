"""Milestones of a text: named projects with the stage each is to reach, clause by clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from luoshi.reading import periods
from luoshi.reading.milestones import names, words
from luoshi.reading.model import Milestone, Span, Stage
from luoshi.reading.numerals import written
from luoshi.reading.openings import quick
from luoshi.reading.quantities import words as wording
from luoshi.reading.sentences import Body, Sentence

_LEAD = re.compile(
    rf"(?:{wording.TIME}|{wording.MODAL}|{wording.ADVERB}|其中|同时|并且?|要|将|还|再|在|以|成功|适时|有序|尽快|加力|高起点|高标准|全力以赴|倾力|倾力|按期|、|[▶►●◆■▲★◎○·•✦※—-]|[\s“](?=[力确]))+"
)
_LEADING = re.compile("|".join(f"(?P<{stage}>{pattern})" for stage, pattern in words.LEADING))
_STAGES = quick(
    rf"(?P<when>(?:{wording.TIME}|{words.HASTE})*)(?:"
    + "|".join(f"(?P<{stage}>{pattern})" for stage, pattern in words.FOLLOWING)
    + r")(?:建设|工作)?$"
)
_PUSHED = re.compile(
    r"^[\u4e00-\u9fff]{0,8}?(?:推进|推动|加快|促进|力促|确保|支持|督促|促成|加速|抓好|保障|帮助|助力|争取|倒逼|服务|让|使(?!用))(?!会)(?:推进|推动)?"
)
_BECOMES = re.compile(r"(?P<subject>^.{3,24}?)(?:创建|争创|创成|申报|升级为|升格为|晋升)(?P<object>.{3,40})$")
_ANY_STAGE = quick(
    "|".join(pattern for _, pattern in words.FOLLOWING + words.LEADING) + "|创成|升级为|升格为|晋升"
)
_CUT = quick(
    rf"、(?=(?:{wording.ADVERB})*(?:竣工投产|建成投[产用]|开工建设|加快建设|加快推进|推进|启动|新建|建成|开工|引进|实施|竣工|谋划|完成|投产)[^、，,]{{3,}})"
    rf"|(?<=[产工用约成营车水行园电付顶])、(?!(?:{wording.TIME}|{words.HASTE})*(?:{words.STAGES}))(?=[^、，,等]{{4,}}(?:{words.STAGES})$)"
)
_SAYS = quick(r"[、将要把对为的]|继续|盯|围绕|推|坚持|聚焦|强化|提升|优化|打造|培育|完善|深化|按照|根据|突出")
REACH = 40  # a stage and its time are looked for this far from the end of a clause
_FIRM = ("新建", "改扩建", "扩建", "改造", "改造提升", "续建")
_HONOUR = quick(r"(?:区|园|中心|器|基地|县|市|镇|村|平台|实验室|园区|机构|厂|工厂|校|院)”?$")
_SUBJECT = quick(r"(?:区|园|县|市|镇|院|厂|中心|企业|公司|基地|项目|集团)$")
_PLANNED_SO = quick(r"(?:编制|修编|设计|审批|报批)(?:工作)?$|工作$")
_BEFOREHAND = quick(r"前期(?:工作|手续)?$")
_OF_MANY = quick("项目|企业|现有|传统")
_PHASE = re.compile(r"[一二三四五]期(?:工程|项目)?")
_PUSHING = re.compile(r"[\u4e00-\u9fff]{0,6}?(?=推进|推动|加快)|依托[\u4e00-\u9fff]{2,8}?(?=打造|建设|规划)")
KINDS: dict[Stage, str] = {"build": "loose", "other": "firm"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a clause that speaks of one stage: names stand in text[start:end]."""

    start: int
    end: int
    stage: Stage
    kind: str
    when: Span
    whole: bool = False


def read(body: Body) -> tuple[Milestone, ...]:
    """Milestones of a text in document order, over clean offsets; a project with two stages gives two."""
    found: dict[tuple[int, Stage], Milestone] = {}
    for sentence in body.sentences:
        section = sentence.section
        if sentence.behind:
            continue
        staged = [match.start() for match in _ANY_STAGE.finditer(sentence.text, sentence.start, sentence.end)]
        if not staged:
            continue
        if section is not None and sentence.end <= body.outline[section].end + 2:
            continue  # the heading itself
        for milestone in _of_sentence(sentence, staged):
            known = found.get((milestone.start, milestone.stage))
            if known is None or known.period is None:
                found[(milestone.start, milestone.stage)] = milestone
    return tuple(sorted(found.values(), key=lambda one: one.start))


def _of_sentence(sentence: Sentence, staged: list[int]) -> Iterator[Milestone]:
    """``staged`` are the places of its words of stage; a clause without one names no milestone."""
    above = list(_announced(sentence)) if staged[0] >= sentence.clauses[0].end else []
    for index, clause in enumerate(sentence.clauses):
        found: list[Milestone] = []
        next_stage = bisect_left(staged, clause.start)
        if next_stage == len(staged) or staged[next_stage] >= clause.end:
            above = above if len(above) == 1 else []
            continue
        for start, end in _segments(sentence.text, clause.start, clause.end):
            for piece in _pieces(sentence.text, start, end):
                found += _milestones(sentence, index, piece, above[0].project if above else "")
            if not found and len(above) == 1 and index:
                found += _again(sentence, index, start, end, above[0])
        if found:
            above = above if above and found[0].project.startswith(above[0].project) else found
        elif len(above) > 1:
            above = []
        yield from found


def _announced(sentence: Sentence) -> Iterator[Milestone]:
    """溪口水厂,年底前建成: a first clause that is nothing but a project's name."""
    first = sentence.clauses[0]
    lead = _LEAD.match(sentence.text, first.start, first.end)
    start = lead.end() if lead else first.start
    stretch = sentence.text[start : first.end]
    if len(sentence.clauses) > 1 and not _SAYS.search(stretch):
        for piece in names.names(stretch, "firm"):
            yield Milestone(
                start + piece.start, start + piece.end, sentence.span,
                sentence.section, piece.project, "other", None, None, (),
            )  # fmt: skip


def _again(sentence: Sentence, index: int, start: int, end: int, above: Milestone) -> Iterator[Milestone]:
    """加快某园建设,力争三季度投入运营: a stage without a project is that of the project just named."""
    lead = _LEAD.match(sentence.text, start, end)
    found = _STAGES.match(sentence.text, start, end) or (
        _STAGES.match(sentence.text, lead.end(), end) if lead else None
    )
    if not lead or not found:
        return
    stage: Stage = found.lastgroup  # type: ignore[assignment]
    period = periods.governing(sentence.periods, sentence.clauses, index, found.start(), found.start())
    yield above._replace(stage=stage, period=period.value if period else None)


def _segments(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _CUT.finditer(text, start, end) if text.find("、", start, end) >= 0 else ():
        if text.count("“", at, match.start()) == text.count("”", at, match.start()):
            yield at, match.start()
            at = match.end()
    yield at, end


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    became = _becoming(text, start, end)
    if became:
        yield became
        return
    leading = _LEADING.match(text, start, end)
    following = list(_following(text, start, end))
    if (
        following
        and leading
        and leading.lastgroup != "build"
        and text[following[0].end : following[0].end + 1] == "、"
    ):
        yield from _led(text, leading, following[0].end)
        for piece in following:
            yield Piece(leading.end(), piece.end, piece.stage, piece.kind, piece.when)
        return
    if following:
        yield from following
        return
    pushed = _PUSHING.match(text, start, end) if not leading else None
    leading = leading or (_LEADING.match(text, pushed.end(), end) if pushed else None)
    if leading:
        yield from _led(text, leading, end)


def _becoming(text: str, start: int, end: int) -> Piece | None:
    """某园创建国家级孵化器: the whole is what is promised."""
    pushed = _PUSHED.match(text[start:end])
    begin = start + (pushed.end() if pushed else 0)
    becomes = _BECOMES.match(text[begin:end])
    if not becomes or not _HONOUR.search(becomes["object"]) or not _SUBJECT.search(becomes["subject"]):
        return None
    return Piece(begin, end, "other", "firm", (end, end), whole=True)


def _led(text: str, leading: re.Match[str], end: int) -> Iterator[Piece]:
    stage: Stage = leading.lastgroup  # type: ignore[assignment]
    start = leading.end()
    second = _LEADING.match(text, start, end)
    if second and stage in ("build", "start", "plan", "complete"):
        second_stage: Stage = second.lastgroup  # type: ignore[assignment]
        stage = second_stage if stage == "build" else stage
        start = second.end()
    stretch = text[start:end]
    if stretch.startswith(("好", "了", "完成")):
        start += 1
    verb = leading.group()
    kind = (
        "vision"
        if verb in ("打造", "建设")
        else "honour"
        if verb in ("争创", "创建", "申创", "申报")
        else "firm"
        if verb in _FIRM
        else KINDS.get(stage, "firm")
    )
    yield Piece(start, end, _by_object(stage, text[start:end]), kind, (end, end))


def _by_object(stage: Stage, stretch: str) -> Stage:
    """A plan that is made stays a plan, whatever the verb; so does 前期工作."""
    if stage not in ("build", "start", "plan", "complete"):
        return stage
    trimmed = _PLANNED_SO.sub("", stretch)
    return "plan" if names.PLANS.search(trimmed) or _BEFOREHAND.search(stretch) else stage


def _following(text: str, start: int, end: int) -> Iterator[Piece]:
    pushed = _PUSHED.match(text[start:end])
    begin = start + (pushed.end() if pushed else 0)
    stop = end
    stages: list[tuple[Stage, Span]] = []
    while (found := _STAGES.search(text, max(begin, stop - REACH), stop)) is not None:
        stage: Stage = found.lastgroup  # type: ignore[assignment]
        stages.append((stage, (found.start(), stop)))
        stop = found.start()
        if stop > begin and text[stop - 1] in "、和并及":
            stop -= 1
        else:
            break
    if stop - begin < 2 or not stages:
        return
    if stages[0][0] in ("acquire",) or text[stages[0][1][0] : stages[0][1][1]] == "技改扩能":
        for stage, (first, last) in reversed(stages):
            yield Piece(begin, stop, stage, "with:" + text[first:last], (first, last))
        return
    dated = any(periods.find(text[first:last], None) for _, (first, last) in stages)
    for stage, when in reversed(stages):
        yield Piece(begin, stop, stage, "dated" if dated else "subject", when)


def _milestones(sentence: Sentence, index: int, piece: Piece, above: str) -> Iterator[Milestone]:
    text = sentence.text
    stretch = text[piece.start : piece.end]
    suffix = piece.kind[5:] if piece.kind.startswith("with:") else ""
    if piece.whole:
        found = [names.Name(0, len(stretch), names.tidy(stretch))]
    elif above and _PHASE.fullmatch(stretch):
        found = [names.Name(0, len(stretch), above + stretch)]
    elif suffix:
        found = (
            [names.Name(0, len(stretch), names.tidy(stretch) + suffix)]
            if 3 <= len(stretch) <= 16 and not _OF_MANY.search(stretch)
            else []
        )
    else:
        found = names.names(stretch, piece.kind)
    for name in found:
        start, end = piece.start + name.start, piece.start + name.end
        yield Milestone(
            start, end, sentence.span, sentence.section, name.project, piece.stage,
            _period(sentence, index, piece, start, end), _investment(stretch, len(found)),
            sentence.actors,
        )  # fmt: skip


def _period(sentence: Sentence, index: int, piece: Piece, start: int, end: int) -> str | None:
    own = [period for period in sentence.periods if piece.when[0] <= period.start < piece.when[1]]
    if own:
        return own[0].value
    period = periods.governing(sentence.periods, sentence.clauses, index, start, end)
    return period.value if period else None


def _investment(stretch: str, many: int) -> Decimal | None:
    found = names.investment(stretch) if many == 1 else None
    if not found or "个" in stretch[found.end() :][:6]:
        return None
    return written(found["sum"]) * (written(found["times"]) if found["times"] else 1)
