"""Tasks: clauses that promise an action and have no number of their own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from luoshi.reading.model import Heading, Span, Task
from luoshi.reading.openings import quick
from luoshi.reading.sentence import Sentence
from luoshi.reading.sentences import Body
from luoshi.reading.tasks import rules

_BETWEEN = quick(r"[、,;及和]")


def read(body: Body, taken: Sequence[Span]) -> tuple[Task, ...]:
    """The tasks of a text in order of place, in clean offsets; ``taken`` are spans other commitments stand on."""
    busy = sorted([*taken, *_titles(body)])
    told = body.results
    found: list[Task] = []
    for sentence in body.sentences:
        if (sentence.section is not None and told[sentence.section]) or rules.TOLD.search(sentence.words):
            continue
        found += _without_theme(list(_of_sentence(sentence, busy)))
    return tuple(found)


def _titles(body: Body) -> list[Span]:
    first = bisect_left(body.outline, body.start, key=_start)
    last = bisect_left(body.outline, body.end, key=_start)
    return [(heading.start, heading.end) for heading in body.outline[first:last]]


def _start(heading: Heading) -> int:
    return heading.start


def _without_theme(duties: list[Task]) -> list[Task]:
    """The tasks of a sentence without a short first one that only announces the others."""
    first = duties[0] if len(duties) > 1 else None
    announces = (
        first is not None and rules.THEME.match(first.action) and len(first.object) <= rules.THEME_MOST
    )
    return duties[1:] if announces else duties


def _of_sentence(sentence: Sentence, busy: Sequence[Span]) -> Iterator[Task]:
    clean = sentence.text
    led = False
    doers: tuple[str, ...] = ()
    for clause in sentence.clauses:
        start, words = _stripped(clean, clause.start, clause.end)
        named, start, words = _actors(start, words)
        doers = named or doers
        fits = words and not _touches(busy, start, clause.end) and not rules.NOT_A_DUTY.search(words)
        opening = rules.OPENING.match(words) if fits else None
        if opening is None or (led and rules.RESULT.match(words)) or not _sound(opening):
            led = led or opening is not None
            continue
        led = True
        period = next(
            (p.value for p in sentence.periods if start <= p.start < clause.end and not p.past), None
        )
        target = rules.AFTERWORD.sub("", opening["object"]).strip(" 了的")
        yield Task(
            start,
            start + len(words),
            sentence.span,
            sentence.section,
            opening["action"],
            target,
            doers or sentence.actors,
            period,
        )


def _stripped(clean: str, start: int, end: int) -> tuple[int, str]:
    words = clean[start:end]
    left = len(words) - len(words.lstrip())
    return start + left, words.strip()


def _sound(opening: re.Match[str]) -> bool:
    """Something to do to something: no quantity, no slogan, neither a stump nor a speech."""
    target = opening["object"].strip()
    sized = rules.OBJECT_LEAST <= len(target) <= rules.OBJECT_MOST
    return sized and not rules.QUANTITY.search(target) and not rules.SLOGAN.search(target)


def _actors(start: int, words: str) -> tuple[tuple[str, ...], int, str]:
    """The units at the head of a clause, and the clause without them."""
    hit = rules.ACTOR.match(words) or rules.LED_BY.match(words)
    if hit is None:
        return (), start, words
    return _names(hit["actors"]), start + hit.end(), words[hit.end() :]


def _names(words: str) -> tuple[str, ...]:
    return tuple(name for part in _BETWEEN.split(words) if len(name := part.strip()) >= 2)


def _touches(busy: Sequence[Span], start: int, end: int) -> bool:
    """Whether a span in ``busy`` lies against text[start:end]."""
    index = bisect_left(busy, (start, -1))
    inside = index < len(busy) and busy[index][0] < end
    before = bisect_right(busy, (start, 1 << 62)) - 1
    return inside or (before >= 0 and busy[before][1] > start)
