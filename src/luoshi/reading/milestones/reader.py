"""Milestones of a text: named projects with the stage each is to reach, clause by clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from luoshi.reading.milestones import beside, names, segments, themes, times, words
from luoshi.reading.milestones.judging import fits
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.segments import Piece
from luoshi.reading.milestones.themes import Theme
from luoshi.reading.model import Milestone, Stage
from luoshi.reading.numerals import written
from luoshi.reading.openings import quick
from luoshi.reading.sentences import Body, Sentence

_ANY_STAGE = quick("|".join(pattern for _, pattern in words.FOLLOWING + words.LEADING) + "|创成|升级为|升格为|晋升")
_PHASE = re.compile(r"([一二三四五]期(?:工程|项目)?)(?:建设|任务)*$")
_OTHER_PHASE = quick(r"[一二三四五]期(?:工程|项目)?$")
_OF_MANY = quick("项目|企业|现有|传统")
#: Behind a project's name, where a clause only reports how things stand.
_STATUS = quick(
    r"主体|附属|已|正|目前|现|路基|桩基|基坑|钢构|土建|基本|全线|完成|累计|由|总投资|计划|预计|位于|占地|是|将|进入|进展|建设内容|力争|确保"
)
_VERB = re.compile("|".join(pattern for _, pattern in words.LEADING))
_LEAST = 3
#: The units that answer, in brackets behind a task.
_UNITS = re.compile(r"[(（][^()（）]{2,160}[)）]")
_NOTE_MOST = 200


def read(body: Body) -> tuple[Milestone, ...]:
    """Milestones of a text in document order, over clean offsets; a project with two stages gives two."""
    found: dict[tuple[int, Stage], Milestone] = {}
    theme, left = Theme(), list[Milestone]()
    for sentence in body.sentences:
        said = themes.theme(sentence.words, theme, body.year)
        if said is not None:
            theme, left = said, []
            continue
        if theme.stage and _is_title(body, sentence) and not themes.items(body.text, sentence.start, sentence.end):
            theme = Theme()
        one: Sequence[Milestone] = list(_under(theme, sentence))
        if not one and not sentence.behind:
            one, left = _of_sentence(body, sentence, left)
        for milestone in one:
            known = found.get((milestone.start, milestone.stage))
            if known is None or known.period is None:
                found[(milestone.start, milestone.stage)] = milestone
    return tuple(sorted(found.values(), key=lambda one: one.start))


def _is_title(body: Body, sentence: Sentence) -> bool:
    """Whether the sentence is a heading of the outline and no more."""
    section = sentence.section
    return section is not None and sentence.end <= body.outline[section].end + 2


def _under(theme: Theme, sentence: Sentence) -> Iterator[Milestone]:
    """The projects listed under a heading that says their stage."""
    if theme.stage is None:
        return
    for (start, end), name in themes.items(sentence.text, sentence.start, sentence.end):
        yield Milestone(
            start, end, sentence.span, sentence.section, name.project, theme.stage, theme.period, None, sentence.actors
        )


def _of_sentence(
    body: Body, sentence: Sentence, left: list[Milestone]
) -> tuple[list[Milestone], list[Milestone]]:
    """The milestones of a sentence, and the project it leaves to the next one to speak of."""
    staged = [match.start() for match in _ANY_STAGE.finditer(sentence.text, sentence.start, sentence.end)]
    above = left if left and "\n" not in sentence.text[left[0].end : sentence.start] else []
    if not staged:
        return [], _subject(sentence, 0) if ending(sentence.words[:40].split(",")[0]) else []
    if _is_title(body, sentence) and not _is_task(body, sentence):
        return [], []
    found: list[Milestone] = []
    runs = [(index, _pieces(sentence, staged, start, end)) for start, end, index in _runs(sentence)]
    for index, pieces in runs:
        said: list[Milestone] = []
        for piece in pieces if pieces and _promising(sentence, index, runs) else ():
            said += _milestones(sentence, index, piece, _latest(said) or above)
        if said:
            above = _latest(said, above)
            found += said
            continue
        above = _subject(sentence, index) or above
    if any(one.period is None for one in found):
        limit = beside.deadline(body, sentence)
        found = [one if one.period or not limit else one._replace(period=limit) for one in found]
    return found, [] if found or len(above) != 1 else above


def _promising(sentence: Sentence, index: int, runs: list[tuple[int, list[Piece]]]) -> bool:
    """Whether something is promised where clauses[index] stands: up to the next semicolon, or at the sentence's head."""
    clauses = sentence.clauses
    first, last = index, index
    while first > 0 and clauses[first - 1].mark not in _PARTS:
        first -= 1
    while last + 1 < len(clauses) and clauses[last].mark not in _PARTS:
        last += 1
    return (
        segments.promised(sentence, clauses[first].start, clauses[last].end)
        or segments.promised(sentence, sentence.start, segments.opening(sentence, sentence.start, clauses[0].end))
        or any(first <= at <= last and piece.way != "subject" for at, pieces in runs for piece in pieces)
    )


_PARTS = (";", "；")


def _pieces(sentence: Sentence, staged: list[int], start: int, end: int) -> list[Piece]:
    """The pieces of text[start:end], where a word of stage stands in it."""
    next_stage = bisect_left(staged, start)
    return segments.pieces(sentence, start, end) if next_stage < len(staged) and staged[next_stage] < end else []


def _latest(said: Sequence[Milestone], above: Sequence[Milestone] = ()) -> list[Milestone]:
    """The projects a clause leaves to the next; those above, where it only spoke of them or of their phases."""
    if above and all(any(one.start == old.start for old in above) for one in said):
        return list(above)
    if above and said[0].project.startswith(above[0].project):
        return list(above)
    return list({one.start: one for one in said}.values())


def _is_task(body: Body, sentence: Sentence) -> bool:
    """Whether a heading is a task itself: a whole sentence with nothing under it."""
    section = sentence.section or 0
    if body.text[sentence.end - 1] not in "。;；":
        return False
    following = body.outline[section + 1].start if section + 1 < len(body.outline) else len(body.text)
    behind = body.text[sentence.end : following].strip() if following - sentence.end < _NOTE_MOST else "…"
    return not behind or _UNITS.fullmatch(behind) is not None


def _runs(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """The clauses as (start, end, index); a list of names that goes on behind a comma is one with its verb."""
    clauses = sentence.clauses
    index = 0
    while index < len(clauses):
        last = _last_of_list(sentence, index)
        yield clauses[index].start, clauses[last].end, index
        index = last + 1


_GOES_ON = 6
_MORE = quick(r"等(?:[^，,。]{0,12})(?:项目|工程|建设)")


def _last_of_list(sentence: Sentence, index: int) -> int:
    clauses, text = sentence.clauses, sentence.text
    clause = clauses[index]
    if (
        clause.mark not in (",", "，")
        or text.find("、", clause.start, clause.end) < 0
        or text.find("等", clause.end, sentence.end) < 0
        or text.find("等", clause.start, clause.end) >= 0
        or not _VERB.match(text, segments.opening(sentence, clause.start, clause.end), clause.end)
    ):
        return index
    if ending(text[max(text.rfind("、", clause.start, clause.end), clause.start) : clause.end]) is None:
        return index
    for at in range(index + 1, min(index + _GOES_ON, len(clauses))):
        start, end, mark = clauses[at]
        if segments.opening(sentence, start, end) != start or _VERB.match(text, start, end):
            return index
        if _MORE.search(text, start, end):
            return at
        if mark not in (",", "，") or ending(text[start:end].partition("、")[0]) is None:
            return index
    return index


def _subject(sentence: Sentence, index: int) -> list[Milestone]:
    """The projects that a clause only speaks of: 溪口水厂,年底前建成; 柳塘小学项目主体已完工,计划8月竣工."""
    clause, text = sentence.clauses[index], sentence.text
    start = segments.opening(sentence, clause.start, clause.end)
    if clause.end - start < _LEAST or _VERB.match(text, start, clause.end) or segments.TOLD.match(text, start):
        return []
    stretch = text[start : clause.end]
    places = [match.start() for match in _STATUS.finditer(stretch) if match.start() >= _LEAST]
    places = sorted([*places, *(one.start - start for one in sentence.periods if start + _LEAST < one.start < clause.end)])
    said = next((stretch[:at] for at in [*places, len(stretch)] if ending(stretch[:at])), "")
    return [
        Milestone(start + a, start + b, sentence.span, sentence.section, project, "other", None, None, sentence.actors)
        for a, b, project in (names.names(said, "firm") if said else ())
    ]


def _milestones(
    sentence: Sentence, index: int, piece: Piece, above: Sequence[Milestone]
) -> Iterator[Milestone]:
    if piece.bare:
        if not segments.promised(sentence, sentence.clauses[index].start, piece.when[1]):
            return
        for one in above:
            said = times.period(sentence, index, piece, (piece.when[0], piece.when[0]))
            if not (said and said.past):
                yield one._replace(stage=piece.stage, period=said.value if said else None, sentence=sentence.span)
        return
    stretch = sentence.text[piece.start : piece.end]
    found = _named(piece, stretch, above)
    for name in found:
        start, end = piece.start + name.start, piece.start + name.end
        said = times.period(sentence, index, piece, (start, end))
        if said and said.past:
            continue
        yield Milestone(
            start, end, sentence.span, sentence.section, name.project, piece.stage,
            said.value if said else None, _investment(stretch, len(found)), sentence.actors,
        )  # fmt: skip


def _named(piece: Piece, stretch: str, above: Sequence[Milestone]) -> list[names.Name]:
    if len(above) == 1 and (phase := _PHASE.match(stretch)):
        return [names.Name(0, len(stretch), _OTHER_PHASE.sub("", above[0].project) + phase[1])]
    if piece.suffix:
        fitting = 3 <= len(stretch) <= 16 and not _OF_MANY.search(stretch)
        return [names.Name(0, len(stretch), names.tidy(stretch) + piece.suffix)] if fitting else []
    if piece.whole:
        return [names.Name(0, len(stretch), names.tidy(stretch))]
    return names.names(stretch, piece.way)


def _investment(stretch: str, many: int) -> Decimal | None:
    found = names.investment(stretch) if many == 1 else None
    if not found or "个" in stretch[found.end() :][:6]:
        return None
    return written(found["sum"]) * (written(found["times"]) if found["times"] else 1)
