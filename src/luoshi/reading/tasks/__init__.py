"""Tasks: clauses that promise an action and have no number of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from sys import intern

from luoshi.reading.model import Span, Task
from luoshi.reading.openings import quick
from luoshi.reading.sentence import Sentence
from luoshi.reading.sentences import Body
from luoshi.reading.tables import Row, answering, holding
from luoshi.reading.tasks import rules

_BETWEEN = quick(r"[、,;及和]")

_task: Callable[[tuple[object, ...]], Task] = partial(tuple.__new__, Task)


def read(body: Body, taken: Sequence[Span]) -> tuple[Task, ...]:
    """The tasks of a text in order of place, in clean offsets; ``taken`` are spans other commitments stand on."""
    taken = sorted([*taken, *_titles(body), *_told(body)])
    busy = [start for start, _ in taken], [end for _, end in taken]
    acting = [hit.start() for hit in rules.ACTING.finditer(body.text, body.start, body.end)]
    told, rows = body.results, body.tables.rows
    found: list[Task] = []
    for sentence in body.sentences:
        if (sentence.section is not None and told[sentence.section]) or rules.TOLD.search(sentence.words):
            continue
        at = bisect_left(acting, sentence.start)
        headed = at < len(acting) and acting[at] < sentence.end
        duties = _of_sentence(sentence, busy, headed)
        duties = _without_theme(duties) if len(duties) > 1 else duties
        row = holding(rows, sentence.start) if rows and duties else None
        found += [_answered(one, row, body.year) for one in duties] if row else duties
    return tuple(found)


def _titles(body: Body) -> list[Span]:
    headings = (body.outline[at] for at in body.headings)
    return [(heading.start, heading.end) for heading in headings]


def _told(body: Body) -> list[Span]:
    """The heads of tables, and the names of the rows whose figures stand in columns of their own."""
    names = [row.name for row in body.tables.rows if row.counts]
    return [*body.tables.heads, *((name.start, name.end) for name in names if name)]


def _answered(task: Task, row: Row, year: int | None) -> Task:
    """With the units and the time limit that stand beside it in its row of a table."""
    who, when = answering(row, task.start, year)
    return task._replace(actors=task.actors or who, period=task.period or when)


def _without_theme(duties: list[Task]) -> list[Task]:
    """The tasks of a sentence without a short first one that only announces the others."""
    first = duties[0]
    announces = rules.THEME.match(first.action) and len(first.object) <= rules.THEME_MOST
    return duties[1:] if announces else duties


def _of_sentence(sentence: Sentence, busy: tuple[list[int], list[int]], headed: bool) -> list[Task]:
    """``busy`` are where what is taken starts and ends; ``headed`` says whether a unit may be named at the head of a clause."""
    text, found = sentence.text, list[Task]()
    led = False
    doers: tuple[str, ...] = ()
    for start, end, _ in sentence.clauses:
        whole = text[start:end]
        words = whole.strip()
        if len(words) < len(whole):
            start += len(whole) - len(whole.lstrip())
        if (headed or words[:1] == "由") and (hit := rules.ACTOR.match(words) or rules.LED_BY.match(words)):
            doers = _names(hit["actors"]) or doers
            start, words = start + hit.end(), words[hit.end() :]
        if not rules.MAY_OPEN[words[:1]] or _touches(busy, start, end):
            continue
        opening = rules.OPENING.match(words)
        if opening is None or rules.NOT_A_DUTY.search(words):
            continue
        target = words[opening.end() :]
        if (not led or not rules.RESULT.match(words)) and _sound(target.strip()):
            period = _period(sentence, start, end) if sentence.periods else None
            target = (rules.AFTERWORD.sub("", target) if target[-1] == ")" else target).strip(" 了的")
            place = start, start + len(words), (sentence.start, sentence.end), sentence.section
            found.append(
                _task((*place, intern(opening[1]), target, doers or sentence.actors, period, "task"))
            )
        led = True
    return found


def _period(sentence: Sentence, start: int, end: int) -> str | None:
    return next((p.value for p in sentence.periods if start <= p.start < end and not p.past), None)


def _sound(target: str) -> bool:
    """Something to do to something: no quantity, no slogan, neither a stump nor a speech."""
    sized = rules.OBJECT_LEAST <= len(target) <= rules.OBJECT_MOST
    return sized and not rules.QUANTITY.search(target) and not rules.SLOGAN.search(target)


def _names(words: str) -> tuple[str, ...]:
    return tuple(name for part in _BETWEEN.split(words) if len(name := part.strip()) >= 2)


def _touches(busy: tuple[list[int], list[int]], start: int, end: int) -> bool:
    """Whether something that is taken lies against text[start:end]."""
    starts, ends = busy
    index = bisect_left(starts, start)
    return (index < len(starts) and starts[index] < end) or (index > 0 and ends[index - 1] > start)
