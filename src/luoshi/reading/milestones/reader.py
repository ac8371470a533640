"""Milestones of a text: named projects with the stage each is to reach, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from luoshi.reading import tense
from luoshi.reading.milestones import (
    beside,
    copied,
    cutting,
    labels,
    names,
    rows,
    subjects,
    themes,
    tidying,
    times,
)
from luoshi.reading.milestones.agenda import Agenda
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.objects import by_object
from luoshi.reading.milestones.pieces import Piece, pieces
from luoshi.reading.milestones.stages import VERB, opening, promised, speaks, uncounted, unsized, untailed
from luoshi.reading.milestones.themes import Theme
from luoshi.reading.model import Milestone, Stage
from luoshi.reading.numerals import written
from luoshi.reading.openings import lazy, quick
from luoshi.reading.periods import Period
from luoshi.reading.sentence import Sentence
from luoshi.reading.sentences import Body
from luoshi.reading.tables import Row, answering, holding

_PHASE = lazy(
    r"([一二三四五]期(?:工程"
    r"|项目)?)(?:\d[\d.]{0,8}[余多]?[百千万]?[GWMhVA羽头只吨套辆件千兆瓦台亩米方平亿元]{1,3})?(?:[(（][^()（）]{1,30}[)）])?(?:建设"
    r"|任务){0,2}$"
)
_UNIT = lazy(
    r"(?:\d{1,2}|[一二三四五六七八九十])(?P<what>[号#](?:泊位|机组|高炉|楼|厂房|车间|线|炉|标段|地块|井|库|馆|塔)|标段)"
)
_NUMBERED = quick(r"[\d一二三四五六七八九十]$")
_OTHER_PHASE = quick(r"[一二三四五]期(?:工程|项目)?$")
_MAIN, _ROADS = "主体工程", ("路", "道路", "大道", "快速路")
_AS_PROJECT = quick("(?<=[\u4e00-\u9fff]{4})项目$")
_DAY = lazy(r"\d{1,2}日")
_OF_MANY = quick("项目|企业|现有|传统")
#: The units that answer, in brackets behind a task.
_UNITS = lazy(r"[(（][^()（）]{2,160}[)）][。;；]?")
_NOTE_MOST, _LINE, _FIRM, _PAIR, _YEAR = 200, 40, 4, 2, 4
_BLANKS = frozenset(" \t\n\r\u3000\xa0\u2002\u2003")
_ALL_ABOVE, _EACH = ("上述", "以上"), quick("全部|均(?!衡)")
_BUILT = ("start", "complete", "operate")
_PARTS, _COMMAS = (";", "；"), (",", "，")
_COLONS = (":", "：")


class Run(NamedTuple):
    """A clause, or clauses that are one list, with the pieces read from it; ``clause`` is the first."""

    clause: int
    pieces: Sequence[Piece]


def read(body: Body) -> tuple[Milestone, ...]:
    """Milestones of a text in document order, over clean offsets; a project with two stages, or two dates of one, gives two."""
    found: dict[tuple[int, Stage, str], Milestone] = {}
    theme, before = Theme(), None
    last: Sequence[Milestone] = ()
    topic = subjects.Topic(body.text)
    limits = beside.Limits(body)
    agenda = Agenda(body)
    weak: set[int] = set()
    tables = body.tables.rows
    lines = copied.Lines(body)
    found.update(((one.start, one.stage, ""), one) for one in lines.milestones())
    for sentence in body.sentences:
        if lines.hold(sentence.start):
            continue
        said = themes.theme(sentence, theme) if len(sentence.words) < _LINE else None
        if said is not None:
            theme, before = said, None
            continue
        listed = list(_under(theme, sentence)) if theme.stage else []
        if theme.stage and not listed and _is_title(body, sentence):
            theme = Theme()
        if topic.open or len(sentence.clauses) == 1:
            topic.hear(sentence)
        weak.update(each.start for each in listed if each.stage == "build")
        one = listed or ([] if sentence.behind else _of_sentence(body, sentence, agenda, before, topic, last))
        if len(one) > 1:
            dated = {(each.start, each.stage) for each in one if each.period}
            one = [each for each in one if each.period or (each.start, each.stage) not in dated]
        before = None if one else sentence
        last = one
        if tables and (row := holding(tables, sentence.start)):
            one = [
                *rows.milestones(sentence, row, body.year),
                *(_answered(each, row, body.year) for each in one),
            ]
        for milestone in _limited(one, limits, sentence) if one else ():
            known = found.get((milestone.start, milestone.stage, ""))
            if known is None or _is_loose(known.period):
                found[(milestone.start, milestone.stage, "")] = milestone
            elif milestone.period and milestone.period != known.period and not _is_loose(milestone.period):
                found[(milestone.start, milestone.stage, milestone.period)] = milestone
    if body.year:
        found = {at: one for at, one in found.items() if not _is_gone(one.period, body.year)}
    return tuple(sorted(_without_weak(found, weak), key=lambda one: one.start))


def _is_loose(period: str | None) -> bool:
    """Whether a time is none, or the whole year, beside which a nearer one counts."""
    return period is None or period == "year" or len(period) == _YEAR


def _is_gone(period: str | None, year: int) -> bool:
    """某区2020年封关运作, in a plan of 2023: a year before the plan's."""
    return period is not None and len(period) == 4 and period.isdigit() and int(period) < year


def _without_weak(found: dict[tuple[int, Stage, str], Milestone], weak: set[int]) -> list[Milestone]:
    """续建项目 over a project says that it is built on; where its own sentences say more, the heading adds nothing."""
    more = {one.start for one in found.values() if one.stage != "build"} & weak
    return [one for one in found.values() if one.stage != "build" or one.start not in more]


def _is_title(body: Body, sentence: Sentence) -> bool:
    """Whether the sentence is a heading of the outline and no more."""
    section = sentence.section
    return section is not None and sentence.end <= body.outline[section].end + 2


def _under(theme: Theme, sentence: Sentence) -> Iterator[Milestone]:
    """The projects listed under a heading that says their stage."""
    for (start, end), name in themes.items(sentence.text, sentence.start, sentence.end):
        yield Milestone(
            start, end, sentence.span, sentence.section, name.project, theme.stage or "other", theme.period, None, sentence.actors
        )  # fmt: skip


def _answered(one: Milestone, row: Row, year: int | None) -> Milestone:
    """With the units and the time limit that stand beside it in its row of a table."""
    who, when = answering(row, one.start, year)
    return one._replace(actors=one.actors or who, period=one.period or when)


def _limited(found: Sequence[Milestone], limits: beside.Limits, sentence: Sentence) -> Sequence[Milestone]:
    """With the time limit that stands beside the sentence, where it names none itself."""
    if all(one.period for one in found):
        return found
    limit = limits.deadline(sentence)
    return [one if one.period or not limit else one._replace(period=limit) for one in found]


def _of_sentence(
    body: Body,
    sentence: Sentence,
    agenda: Agenda,
    before: Sentence | None,
    topic: subjects.Topic,
    last: Sequence[Milestone],
) -> list[Milestone]:
    """The milestones of a sentence; ``before`` is the sentence before it, if that named none."""
    runs = _runs(sentence)
    if not runs and before and labels.hinted(sentence) and (listed := labels.continued(before, sentence)):
        runs = [Run(0, listed)]
    if not runs or _is_title(body, sentence) and not _is_task(body, sentence):
        return []
    found: list[Milestone] = []
    above: Sequence[Milestone] = ()
    since = 0
    over = labels.over(sentence)
    for run in runs:
        said: list[Milestone] = []
        lost = False
        for piece in (
            run.pieces
            if over or _promising(sentence, run, runs) or agenda.holds(sentence, run.pieces)
            else ()
        ):
            if piece.bare and lost or piece.way == "built" and topic.of(sentence):
                continue
            if (
                piece.bare
                or _PHASE.match(sentence.text, piece.start, piece.end)
                or _UNIT.match(sentence.text, piece.start, piece.end)
            ):
                near = _latest(said) or subjects.before(sentence, run.clause, since)
                if not near and piece.bare and (led := subjects.led(sentence, run.clause - 1, since)):
                    near = said = [led]
                parted = piece.bare and _parted(sentence, since - 1, run.clause)
                far = subjects.headed(sentence) if parted else above
                above = near or far or _left(before, sentence) or topic.of(sentence)
                if not above and last and not run.clause:
                    above = _one_of(body, sentence, last)
                above = _all_meant(sentence, run.clause, found) or above
            more = list(
                _milestones(sentence, run.clause, piece, _latest(said) or above, sure=over is not None)
            )
            lost = not more and not piece.bare
            said += more
        said = [_in_full(one, found) for one in said]
        said = [one for one in said if one.period or not any(_is_same(one, old) for old in found)]
        if said:
            above = _latest(said, above)
            since = run.clause + 1
            found += said
    return _labelled(sentence, over, found) if over else found


def _all_meant(sentence: Sentence, index: int, found: Sequence[Milestone]) -> list[Milestone]:
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


def _is_same(one: Milestone, other: Milestone) -> bool:
    """Whether two milestones, wherever they stand, say the same of the same project."""
    return one.project == other.project and one.stage == other.stage


def _labelled(sentence: Sentence, over: labels.Lead, found: Sequence[Milestone]) -> list[Milestone]:
    """With what a label over the parts of a sentence says of them; 续建项目 says nothing where a part says more."""
    more = {one.start for one in found if one.stage != "build"}
    said = [one for one in found if one.stage != "build" or one.period or one.start not in more]
    return [*said, *_unstaged(sentence, over, said)]


def _unstaged(sentence: Sentence, over: labels.Lead, found: Sequence[Milestone]) -> Iterator[Milestone]:
    """续建项目:A,完成装修;B,建筑面积2万平方米: the parts that name a project and no stage have that of the label."""
    clauses = sentence.clauses
    said = next((one.value for one in sentence.periods if one.end <= clauses[0].end), None)
    for index in range(1, len(clauses)):
        if clauses[index - 1].mark in _PARTS:
            for one in subjects.listed(sentence, index):
                if all(other.end <= one.start or one.end <= other.start for other in found):
                    yield one._replace(stage=over.stage, period=said)


def _in_full(one: Milestone, found: Sequence[Milestone]) -> Milestone:
    """推进海拓食品专用粉项目,11月海拓食品投产: the firm stands for the one project of it that the sentence named."""
    if ending(one.project) is not None or len(one.project) < _FIRM:
        return one
    full = {
        old.project
        for old in found
        if old.project.startswith(one.project) and old.project != one.project and "期" not in old.project[-3:]
    }
    return one._replace(project=full.pop()) if len(full) == 1 else one


def _parted(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a semicolon stands between two clauses."""
    return any(clause.mark in _PARTS for clause in sentence.clauses[max(0, first) : last])


def _runs(sentence: Sentence) -> list[Run]:
    """The clauses that speak of a stage."""
    text, times, clauses = sentence.text, sentence.periods, sentence.clauses
    hinted = labels.hinted(sentence)
    runs = []
    for start, end, index in cutting.runs(sentence):
        while text[end - 1] in _BLANKS and end > start:
            end -= 1
        end = unsized(text, start, uncounted(text, start, end))
        found: list[Piece] = []
        if hinted:
            if labels.announces(sentence, index):
                continue
            found = labels.within(sentence, index)
        if text[end - 1] in ")）":
            found = labels.bracketed(sentence, index) or (times and labels.noted(sentence, index)) or []
        if not found and (
            speaks(text, start, end) or times and any(start <= one.start < end for one in times)
        ):
            found = pieces(sentence, start, end)
        if not found and index and clauses[index - 1].mark in _COLONS:
            found = labels.behind(sentence, index)
        if found:
            runs.append(Run(index, found))
    return runs


def _one_of(body: Body, sentence: Sentence, last: Sequence[Milestone]) -> Sequence[Milestone]:
    """加快柳塘产业园建设。计划6月底前封顶: the one project that the sentence before, in the same line, promised to build on."""
    said = last[0].sentence[1]
    if {(one.project, one.stage) for one in last} != {(last[0].project, "build")}:
        return ()
    return () if "\n" in body.text[said : sentence.start] else last


def _left(before: Sentence | None, sentence: Sentence) -> Sequence[Milestone]:
    """The one project that the sentence before speaks of, in the same line."""
    if before is None or before.behind or "\n" in sentence.text[before.end : sentence.start]:
        return ()
    found = subjects.before(before, len(before.clauses), 0)
    return found if len(found) == 1 else ()


def _promising(sentence: Sentence, run: Run, runs: Sequence[Run]) -> bool:
    """Whether something is promised where the run stands: up to the next semicolon, or at the sentence's head."""
    if any(piece.way != "subject" for piece in run.pieces):
        return True
    clauses = sentence.clauses
    first = last = run.clause
    while first > 0 and clauses[first - 1].mark not in _PARTS:
        first -= 1
    while last + 1 < len(clauses) and clauses[last].mark not in _PARTS:
        last += 1
    return (
        promised(sentence, clauses[first].start, clauses[last].end)
        or times.SOON.search(sentence.text, clauses[run.clause].start, clauses[run.clause].end) is not None
        or promised(sentence, sentence.start, opening(sentence, sentence.start, clauses[0].end))
        or any(first <= one.clause <= last and piece.way != "subject" for one in runs for piece in one.pieces)
    )


def _latest(said: Sequence[Milestone], above: Sequence[Milestone] = ()) -> Sequence[Milestone]:
    """The projects a clause leaves to the next; those above, where it only spoke of them or of their phases."""
    if above and all(any(one.start == old.start for old in above) for one in said):
        return above
    if above and said[0].project.startswith(above[0].project):
        return above
    return list({one.start: one for one in said}.values())


def _is_task(body: Body, sentence: Sentence) -> bool:
    """Whether a heading is a task itself: a sentence that lists, or with nothing under it but the units that answer."""
    section = sentence.section or 0
    ended = body.text[sentence.end - 1] in "。;；"
    if ended and ("、" in sentence.words and "等" in sentence.words or _is_done(sentence)):
        return True
    below = body.outline[section + 1] if section + 1 < len(body.outline) else None
    if not ended and below and below.level > body.outline[section].level:
        return False
    line = body.text.find("\n", sentence.end)
    following = below.start if below else len(body.text)
    if line >= 0 and body.text[sentence.end : line].strip():
        following = min(following, line)
    behind = body.text[sentence.end : following].strip() if following - sentence.end < _NOTE_MOST else "…"
    return not behind or ended and _UNITS.fullmatch(behind) is not None


def _is_done(sentence: Sentence) -> bool:
    """3.开工建设A。, 4.推进某某工程。: a verb that only works have leads the heading, or any verb what is called one."""
    verb = VERB.match(sentence.text, opening(sentence, sentence.start, sentence.end), sentence.end)
    if verb is None:
        return False
    end = ending(untailed(sentence.words.rstrip("。;；")))
    return verb.lastgroup in _BUILT or verb.lastgroup == "build" and end is not None and end.kind == "all"


def _milestones(
    sentence: Sentence, index: int, piece: Piece, above: Sequence[Milestone], *, sure: bool
) -> Iterator[Milestone]:
    if piece.bare:
        yield from _again(sentence, index, piece, above, sure=sure)
        return
    stretch = sentence.text[piece.start : piece.end]
    found = _named(piece, stretch, above)
    for turn, name in enumerate(found):
        start, end = piece.start + name.start, piece.start + name.end
        said = times.period(sentence, index, piece, (start, end), (turn, len(found)))
        if said and said.past and not tense.foretold(sentence, said):
            continue
        yield Milestone(
            start, end, sentence.span, sentence.section, name.project, by_object(piece.stage, name.project) if len(found) > 1 else piece.stage,
            said.value if said else None, _investment(stretch, len(found)), sentence.actors,
        )  # fmt: skip


def _again(
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
    for turn, one in enumerate(meant):
        said = (
            times.period(sentence, index, piece, (piece.when[0], piece.when[0]), (turn, len(meant)))
            or going_on
        )
        if said and said.past and not tense.foretold(sentence, said):
            return
        part = _of_part(sentence, piece, one) if len(meant) == 1 else one
        yield part._replace(stage=piece.stage, period=said.value if said else None)


def _of_part(sentence: Sentence, piece: Piece, one: Milestone) -> Milestone:
    """某厂1号机组6月并网,2号机组年底并网: the other unit, where the piece names one."""
    other = _other_unit(sentence.text[piece.start : piece.end], one.project)
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
    return above[:1] if said == "前者" else above[-1:] if said == "后者" else above


def _named(piece: Piece, stretch: str, above: Sequence[Milestone]) -> list[names.Name]:
    if len(above) == 1 and (other := _other_unit(stretch, above[0].project)):
        return [names.Name(0, len(stretch), other)]
    if len(above) == 1 and (phase := _PHASE.match(stretch)):
        return [names.Name(0, len(stretch), _OTHER_PHASE.sub("", above[0].project) + phase[1])]
    if piece.stage == "complete" and piece.way == "firm" and stretch.endswith(_MAIN):
        return [one._replace(project=_with_main(one.project)) for one in names.names(stretch, piece.way)]
    if piece.suffix:
        fitting = 3 <= len(stretch) <= 16 and not _OF_MANY.search(_AS_PROJECT.sub("", stretch))
        return [names.Name(0, len(stretch), tidying.tidy(stretch) + piece.suffix)] if fitting else []
    if piece.whole:
        return [names.Name(0, len(stretch), tidying.tidy(stretch))]
    return names.listed(stretch, piece.way) if piece.listed else names.names(stretch, piece.way)


def _with_main(project: str) -> str:
    """完成柳塘水库除险加固主体工程: the main part of a road or of works stays with the name, of a building it is the building."""
    end = ending(project)
    return project + _MAIN if end and (end.kind == "works" or end.word in _ROADS) else project


def _other_unit(stretch: str, project: str) -> str:
    """某码头1#泊位8月验收,2#泊位年内开工: another of the numbered units of the same thing; empty where it is none."""
    unit = _UNIT.fullmatch(stretch)
    if unit is None or not project.endswith(unit["what"]):
        return ""
    stem = project[: -len(unit["what"])]
    return stem.rstrip("0123456789一二三四五六七八九十") + stretch if _NUMBERED.search(stem) else ""


def _investment(stretch: str, many: int) -> Decimal | None:
    found = tidying.investment(stretch) if many == 1 else None
    if not found or "个" in stretch[found.end() :][:6]:
        return None
    return written(found["sum"]) * (written(found["times"]) if found["times"] else 1)
