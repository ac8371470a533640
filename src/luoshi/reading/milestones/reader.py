"""Milestones of a text: named projects with the stage each is to reach, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from luoshi.reading import tense
from luoshi.reading.milestones import (
    again,
    beside,
    copied,
    cutting,
    expecting,
    labels,
    names,
    placed,
    rows,
    subjects,
    themes,
    tidying,
    times,
    titles,
)
from luoshi.reading.milestones.agenda import Agenda
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.members import Name
from luoshi.reading.milestones.objects import by_object
from luoshi.reading.milestones.pieces import Piece, pieces
from luoshi.reading.milestones.stages import opening, promised, speaks, uncounted, unsized
from luoshi.reading.milestones.themes import Theme
from luoshi.reading.model import Milestone, Stage
from luoshi.reading.numerals import written
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence
from luoshi.reading.sentences import Body
from luoshi.reading.tables import holding

_PHASE = lazy(
    r"([一二三四五]期(?:工程"
    r"|项目)?)(?:\d[\d.]{0,8}[余多]?[百千万]?[GWMhVA羽头只吨套辆件千兆瓦台亩米方平亿元]{1,3})?(?:[(（][^()（）]{1,30}[)）])?(?:建设"
    r"|任务){0,2}$"
)
_OTHER_PHASE = quick(r"[一二三四五]期(?:工程|项目)?$")
_MAIN = quick("主体(?:工程|结构|框架)?$")
_STEP = lazy(
    r"(?:全面|年内)?(?:完成|做好|抓好)[\u4e00-\u9fff]{0,6}(?:招标|手续|前期工作|[\d.]{1,6}万?(?:公里|米|亩|立方米|平方米))"
    r"|(?:(?:该|本)?(?:项目|工程)|(?:该|本)[\u4e00-\u9fff]{1,2})?(?:(?:年度|总|计划|估算|概算){0,2}(?:完成)?投资|全长|总长|占地|用地|总?(?:建筑)?面积|位于|设计|规模|预计投资|建设周期|工期)"
)
_AS_PROJECT = quick("(?<=[\u4e00-\u9fff]{4})项目$")
#: In due time: what is said so is promised.
_DUE = quick("按期(?=[完竣建投交通开])")
#: 柳塘水厂将全面开工: what is to be.
_WILL = lazy("(?:也|还)?[将要]")
_OF_MANY = quick("项目|企业|现有|传统")
_LINE, _FIRM, _YEAR = 40, 4, 4
_BLANKS = frozenset(" \t\n\r\u3000\xa0\u2002\u2003")
_PARTS = (";", "；")
#: Stages that leave more to be told of their project.
_BEGUN = ("build", "start")
_NONE: frozenset[int] = frozenset()
_COLONS = (":", "：")


#: Where a milestone stands, its stage and project; its time too where another of the same is known.
Key = tuple[int, Stage, str, str]


class Run(NamedTuple):
    """A clause, or clauses that are one list, with the pieces read from it; ``clause`` is the first."""

    clause: int
    pieces: Sequence[Piece]


def read(body: Body) -> tuple[Milestone, ...]:
    """Milestones of a text in document order, over clean offsets; a project with two stages, or two dates of one, gives two."""
    found: dict[Key, Milestone] = {}
    theme, before = Theme(), None
    last: Sequence[Milestone] = ()
    topic = subjects.Topic(body.text)
    limits = beside.Limits(body)
    agenda = Agenda(body)
    weak: set[int] = set()
    tables = body.tables.rows
    lines = copied.Lines(body)
    found.update(((one.start, one.stage, one.project, ""), one) for one in lines.milestones())
    for sentence in body.sentences:
        if lines.hold(sentence.start):
            continue
        said = themes.theme(sentence, theme) if len(sentence.words) < _LINE else None
        if said is not None:
            theme, before = said, None
            continue
        listed = list(_under(theme, sentence)) if theme.stage else []
        if theme.stage and not listed and titles.is_title(body, sentence):
            theme = Theme()
        if topic.open or len(sentence.clauses) == 1 or subjects.is_card(sentence):
            topic.hear(sentence)
        weak.update(each.start for each in listed if each.stage == "build")
        left = expecting.clauses(sentence) if sentence.behind else None
        one = listed or (
            [] if left == _NONE else _of_sentence(sentence, Around(body, agenda, before, topic, last), left)
        )
        if len(one) > 1:
            dated = {(each.start, each.stage) for each in one if each.period}
            one = [each for each in one if each.period or (each.start, each.stage) not in dated]
        before = None if one else sentence
        last = one
        if tables and (row := holding(tables, sentence.start)):
            one = [
                *rows.milestones(sentence, row, body.year),
                *(said for each in one for said in rows.answered(each, row, body.year)),
            ]
        for milestone in _limited(one, limits, sentence) if one else ():
            at = (milestone.start, milestone.stage, milestone.project, "")
            known = found.get(at)
            if known is None or _is_loose(known.period):
                found[at] = milestone
            elif milestone.period and milestone.period != known.period and not _is_loose(milestone.period):
                found[(*at[:3], milestone.period)] = milestone
    if body.year:
        found = {at: one for at, one in found.items() if not _is_gone(one.period, body.year)}
    return tuple(sorted(_without_weak(found, weak), key=lambda one: one.start))


def _is_loose(period: str | None) -> bool:
    """Whether a time is none, or the whole year, beside which a nearer one counts."""
    return period is None or period == "year" or len(period) == _YEAR


def _is_gone(period: str | None, year: int) -> bool:
    """某区2020年封关运作, in a plan of 2023: a year before the plan's."""
    return period is not None and len(period) == 4 and period.isdigit() and int(period) < year


def _without_weak(found: dict[Key, Milestone], weak: set[int]) -> list[Milestone]:
    """续建项目 over a project says that it is built on; where its own sentences say more, the heading adds nothing."""
    more = {one.start for one in found.values() if one.stage != "build"} & weak
    return [one for one in found.values() if one.stage != "build" or one.start not in more]


def _under(theme: Theme, sentence: Sentence) -> Iterator[Milestone]:
    """The projects listed under a heading that says their stage."""
    for (start, end), name in themes.items(sentence.text, sentence.start, sentence.end):
        yield Milestone(
            start, end, sentence.span, sentence.section, name.project, theme.stage or "other", theme.period, None, sentence.actors
        )  # fmt: skip


def _limited(found: Sequence[Milestone], limits: beside.Limits, sentence: Sentence) -> Sequence[Milestone]:
    """With the time limit that stands beside the sentence, where it names none itself."""
    if all(one.period for one in found):
        return found
    limit = limits.deadline(sentence)
    return [one if one.period or not limit else one._replace(period=limit) for one in found]


class Around(NamedTuple):
    """What stands around a sentence: its text and agenda, the sentence before it if that named none, the topic, what was named last."""

    body: Body
    agenda: Agenda
    before: Sentence | None
    topic: subjects.Topic
    last: Sequence[Milestone]


def _of_sentence(sentence: Sentence, around: Around, left: frozenset[int] | None = None) -> list[Milestone]:
    """The milestones of a sentence.

    ``left``: the sentence tells results, and only these clauses of it say what is still to come.
    """
    body, before = around.body, around.before
    runs = _runs(sentence)
    if not runs and before and labels.hinted(sentence) and (listed := labels.continued(before, sentence)):
        runs = [Run(0, listed)]
    if not runs or titles.is_title(body, sentence) and not titles.is_task(body, sentence):
        return []
    told = _Telling(sentence, around)
    for run in runs:
        promised_here = (
            told.over or _promising(sentence, run, runs) or around.agenda.holds(sentence, run.pieces)
        )
        told.hear(run, run.pieces if promised_here else (), left is None or run.clause in left)
    found = told.found
    found = again.steps(found) if any(one.suffix for run in runs for one in run.pieces) else found
    return _labelled(sentence, told.over, found) if told.over else found


class _Telling:
    """The milestones of a sentence, run by run: what was found, what stands above the next, what goes on being built."""

    def __init__(self, sentence: Sentence, around: Around) -> None:
        self.sentence, self.around = sentence, around
        self.over = labels.over(sentence)
        self.found: list[Milestone] = []
        self._above: Sequence[Milestone] = ()
        self._since = 0
        self._going: set[int] = set()

    def hear(self, run: Run, pieces: Sequence[Piece], counts: bool) -> None:
        """Takes the milestones of ``pieces`` in, or where the run does not count only what is above the next."""
        said: list[Milestone] = []
        lost = False
        for piece in pieces:
            if piece.bare and lost or piece.way == "built" and self.around.topic.of(self.sentence):
                continue
            if self._leans(piece):
                said = self._look_above(run, piece, said)
            above = again.near(piece, said, self._above) or self._above
            more = list(_milestones(self.sentence, run.clause, piece, above, sure=self.over is not None))
            lost = not more and not piece.bare
            said = [*self._without_done(run, piece, more, said), *more]
        said = [_in_full(one, self.found) for one in said]
        said = [one for one in said if one.period or not any(_is_same(one, old) for old in self.found)]
        if said:
            self._above = again.latest(said, self._above)
            self._since = run.clause + 1
            self.found += said if counts else ()

    def _leans(self, piece: Piece) -> bool:
        """Whether a piece names no project of its own: a bare stage, a phase, a unit."""
        text, start, end = self.sentence.text, piece.start, piece.end
        return bool(piece.bare or _PHASE.match(text, start, end) or again.UNIT.match(text, start, end))

    def _look_above(self, run: Run, piece: Piece, said: list[Milestone]) -> list[Milestone]:
        """Finds what a piece that leans is said of; what the run has said, or the project that the clause before led."""
        sentence, around = self.sentence, self.around
        near = (
            again.near(piece, said, self._above)
            or _of_clause(sentence, run.clause, piece)
            or subjects.before(sentence, run.clause, self._since)
        )
        if not near and piece.bare and (led := subjects.led(sentence, run.clause - 1, self._since)):
            near = said = [led]
            self._going.update({led.start} if led.stage == "build" else ())
        parted = piece.bare and _parted(sentence, self._since - 1, run.clause)
        far = subjects.headed(sentence) if parted else self._above
        above = near or far or _left(around.before, sentence) or around.topic.of(sentence)
        if not above and around.last and _steps_alone(sentence, run.clause):
            above = _one_of(around.body, sentence, around.last)
        self._above = again.all_meant(sentence, run.clause, self.found) or above
        return said

    def _without_done(
        self, run: Run, piece: Piece, more: Sequence[Milestone], said: list[Milestone]
    ) -> list[Milestone]:
        """What the run has said, without projects that only go on being built where ``more`` says how they end."""
        if again.goes_on(self.sentence, piece):
            self._going.update(one.start for one in more if not one.period)
        elif piece.bare and not piece.suffix and self._going:
            done = again.outdone(self.sentence, run.clause, more) & self._going
            if done:
                self.found, said = again.without(self.found, done), again.without(said, done)
        return said


def _of_clause(sentence: Sentence, index: int, piece: Piece) -> Sequence[Milestone]:
    """云岭电站已完成投资2亿元、预计年底并网: what the same clause told of before the piece."""
    start = sentence.clauses[index].start
    return subjects.subject(sentence, index) if sentence.text.find("、", start, piece.when[0]) > 0 else ()


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
        if old.project.startswith(one.project)
        and old.project != one.project
        and old.start != one.start
        and "期" not in old.project[-3:]
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
        if found and not (index and subjects.CONTENT.match(text, start, end)):
            runs.append(Run(index, found))
    return runs


def _steps_alone(sentence: Sentence, index: int) -> bool:
    """做好施工招标,力争5月开工: what stands before clauses[index] only tells of steps and sums, and names nothing."""
    return all(_STEP.match(sentence.text, one.start, one.end) for one in sentence.clauses[:index])


def _one_of(body: Body, sentence: Sentence, last: Sequence[Milestone]) -> Sequence[Milestone]:
    """加快柳塘产业园建设。计划6月底前封顶: the one project that the sentence before, in the same line, promised to build on."""
    said = last[0].sentence[1]
    if {one.project for one in last} != {last[0].project} or any(one.stage not in _BEGUN for one in last):
        return ()
    return () if "\n" in body.text[said : sentence.start] else last


def _left(before: Sentence | None, sentence: Sentence) -> Sequence[Milestone]:
    """The one project that the sentence before speaks of, in the same line."""
    if (
        before is None
        or before.behind > sentence.behind
        or "\n" in sentence.text[before.end : sentence.start]
    ):
        return ()
    found = subjects.before(before, len(before.clauses), 0)
    return found if len(found) == 1 else ()


def _promising(sentence: Sentence, run: Run, runs: Sequence[Run]) -> bool:
    """Whether something is promised where the run stands: up to the next semicolon, or at the sentence's head."""
    if any(piece.way != "subject" or _WILL.match(sentence.text, *piece.when) for piece in run.pieces):
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
        or _DUE.search(sentence.text, clauses[run.clause].start, clauses[run.clause].end) is not None
        or promised(sentence, sentence.start, opening(sentence, sentence.start, clauses[0].end))
        or any(first <= one.clause <= last and piece.way != "subject" for one in runs for piece in one.pieces)
    )


def _milestones(
    sentence: Sentence, index: int, piece: Piece, above: Sequence[Milestone], *, sure: bool
) -> Iterator[Milestone]:
    if piece.bare:
        yield from again.again(sentence, index, piece, above, sure=sure)
        return
    stretch = sentence.text[piece.start : piece.end]
    found = placed.there(sentence, piece, stretch) or _named(piece, stretch, above)
    if found and (part := _part(sentence.text, piece)):
        found = [one._replace(project=one.project.removesuffix(part) + part) for one in found]
    for turn, name in enumerate(found):
        start, end = piece.start + name.start, piece.start + name.end
        said = times.period(sentence, index, piece, (start, end), (turn, len(found)))
        if said and said.past and not tense.foretold(sentence, said):
            continue
        yield Milestone(
            start, end, sentence.span, sentence.section, name.project, by_object(piece.stage, name.project) if len(found) > 1 else piece.stage,
            said.value if said else None, _investment(stretch, len(found)), sentence.actors,
        )  # fmt: skip


def _named(piece: Piece, stretch: str, above: Sequence[Milestone]) -> list[Name]:
    if len(above) == 1 and (other := again.other_unit(stretch, above[0].project)):
        return [Name(0, len(stretch), other)]
    if len(above) == 1 and (phase := _PHASE.match(stretch)):
        return [Name(0, len(stretch), _OTHER_PHASE.sub("", above[0].project) + phase[1])]
    if piece.suffix and piece.whole:
        fitting = 3 <= len(stretch) <= 16 and not _OF_MANY.search(_AS_PROJECT.sub("", stretch))
        return [Name(0, len(stretch), tidying.tidy(stretch) + piece.suffix)] if fitting else []
    if piece.whole:
        return [Name(0, len(stretch), tidying.tidy(stretch))]
    return names.listed(stretch, piece.way) if piece.listed else names.names(stretch, piece.way)


def _part(text: str, piece: Piece) -> str:
    """完成柳塘水库除险加固主体工程, 柳塘小学主体完工: the part that is promised to be done; empty where it is the whole."""
    if piece.suffix:
        return "" if piece.whole else piece.suffix
    stop = max(piece.end, piece.when[0])
    if piece.stage != "complete" or text.find("主体", piece.start, stop) < 0:
        return ""
    main = _MAIN.search(text, piece.start, stop)
    return main.group() if main else ""


def _investment(stretch: str, many: int) -> Decimal | None:
    found = tidying.investment(stretch) if many == 1 else None
    if not found or "个" in stretch[found.end() :][:6]:
        return None
    return written(found["sum"]) * (written(found["times"]) if found["times"] else 1)
