"""What could be a heading: one look at each paragraph, with what speaks for it left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from luoshi.reading.engine import Found
from luoshi.reading.model import Span
from luoshi.reading.outline import rules

_SENTENCE_END = re.compile(r"[。!?;\n]")
_INLINE_AT = re.compile(r"(?<=[。;!])[ ]*(?=[一二三四五六七八九十第(\d])")
#: A paragraph so long may be a whole document whose line breaks were lost.
_LONG = 600
_FLATTENED_AT = re.compile(
    r"(?<=[。;!])[ ]*(?=[一二三四五六七八九十第(\d])|(?<=[\u4e00-\u9fff”])[ ]*(?=(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|\d{1,2}[.、])[\u4e00-\u9fff“])"
)
_TRAILING = " 。:;,、"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible heading clean[start:end]; ``paragraph`` is its paragraph's index, ``rest`` what follows it there.

    ``form`` is numbered, inline (numbered, inside a paragraph), label, line or opening.
    """

    paragraph: int
    form: str
    style: str
    rank: int
    number: int
    start: int
    title_start: int
    end: int
    rest: int


def of_paragraph(clean: str, index: int, span: Span) -> Candidate | None:
    """The candidate at the head of a paragraph."""
    start, stop = span
    if "\t" in clean[start:stop]:
        return None
    mark = _mark_at(clean, start, stop)
    if mark is not None:
        if clean[start] in rules.SIGNS:
            line = _plain(clean, index, (mark.end, stop))
            if line is not None and line.form in ("line", "label"):
                return replace(line, start=start)
        following = _FLATTENED_AT.search(clean, mark.end, stop) if stop - start > _LONG else None
        places = (start, mark.end, stop)
        return _marked(
            clean, index, mark.rule, mark.value, places, "numbered", following.end() if following else -1
        )
    return _plain(clean, index, span)


def _mark_at(clean: str, at: int, stop: int) -> Found[rules.Mark] | None:
    """The mark that begins just at ``at``."""
    mark = next(rules.MARKS.find(clean, at, min(stop, at + 12)), None)
    return mark if mark is not None and mark.start == at else None


def inline(clean: str, index: int, span: Span) -> Iterator[Candidate]:
    """Numbered candidates inside a paragraph: … 一是优化招商模式。… In a long one a title may end where the next mark begins."""
    opens = _FLATTENED_AT if span[1] - span[0] > _LONG else _INLINE_AT
    marks = [
        (hit.end(), mark)
        for hit in opens.finditer(clean, *span)
        if (mark := _mark_at(clean, hit.end(), span[1])) is not None and mark.rule in rules.INLINE
    ]
    ends = [at for at, _ in marks[1:]] + [span[1]]
    for (at, mark), following in zip(marks, ends, strict=False):
        found = _marked(clean, index, mark.rule, mark.value, (at, mark.end, span[1]), "inline", following)
        if (
            found is not None
            and found.rest
            and (clean[found.end] in "。:" or found.end <= following <= found.end + 2)
        ):
            yield found


def _marked(
    clean: str,
    index: int,
    style: str,
    mark: rules.Mark,
    places: tuple[int, int, int],
    form: str,
    following: int = -1,
) -> Candidate | None:
    start, title_start, stop = places
    cut = rules.CUT_AT_COLON.match(clean, title_start, stop)
    end, rest = (cut.end(), stop - cut.end()) if cut else _first_sentence(clean, title_start, stop)
    if title_start < following < end:
        end, rest = following, stop - following
    words = clean[title_start:end]
    most = rules.ITEM_MOST if mark.body else rules.MARKED_MOST if rest else rules.TITLE_MOST
    if rest and mark.body and _mark_at(clean, end + 1, stop) is not None:
        return None
    bad = len(words) > most or len(words) < 2 or clean[end : end + 1] == ";" or (mark.body and not rest)
    if bad or (mark.body and (rules.QUANTITY.search(words) or rules.NOT_A_TITLE.search(words))):
        return None
    if rest and (rules.QUANTITY.search(words) or words.count(",") > 2):
        return None
    return Candidate(
        index, form, style, mark.rank, mark.number, start, title_start, _end(clean, title_start, end), rest
    )


def _plain(clean: str, index: int, span: Span) -> Candidate | None:
    start, stop = span
    end, rest = _first_sentence(clean, start, stop)
    words = clean[start:end]
    if rest or clean[end : end + 1] == "。":
        return _opening(clean, index, span, (end, rest))
    if (
        clean[end : end + 1] == ";"
        or len(words) < 2
        or rules.NOT_A_LINE.search(words)
        or rules.RESPONSIBLE.match(words)
    ):
        return None
    if words.endswith(":"):
        if len(words) > rules.LABEL_MOST or rules.NOT_A_LABEL.search(words) or "," in words:
            return None
        return Candidate(index, "label", "label", rules.LABEL, 0, start, start, _end(clean, start, end), 0)
    if len(words) > rules.LINE_MOST or words[-1] in ",、" or words.count(",") > 3:
        return None
    return Candidate(index, "line", "line", rules.LINE, 0, start, start, _end(clean, start, end), 0)


def _opening(clean: str, index: int, span: Span, first: tuple[int, int]) -> Candidate | None:
    """The opening sentence of a paragraph that goes on; or its opening phrase, where that is a known form."""
    start, stop = span
    cut = rules.CUT_AT_COMMA.match(clean, start, stop)
    end, rest = (cut.end(), stop - cut.end()) if cut else first
    words = clean[start:end]
    unfit = not rest or not rules.TITLE_LEAST <= len(words) <= rules.OPENING_MOST or words.count(",") > 1
    if (
        unfit
        or clean[end] in "!?:;"
        or ":" in words
        or rules.QUANTITY.search(words)
        or rules.NOT_A_TITLE.search(_unquoted(words))
    ):
        return None
    return Candidate(index, "opening", "opening", rules.OPENING, 0, start, start, end, rest)


def _unquoted(words: str) -> str:
    return re.sub(r"“[^”]*”|《[^》]*》", "", words)


def _first_sentence(clean: str, start: int, stop: int) -> Span:
    """End of the first sentence (before its mark) and how many characters follow it in the paragraph."""
    hit = _SENTENCE_END.search(clean, start, stop)
    if hit is None:
        return stop, 0
    rest = clean[hit.end() : stop].strip()
    bracket = rest.startswith("(") and rest.endswith(")") and rules.AFTERWORD.search(rest) is not None
    return hit.start(), 0 if bracket else len(rest)


def _end(clean: str, start: int, end: int) -> int:
    """The end of the title without trailing marks and without a bracket that names who answers for it."""
    words = clean[start:end].rstrip(_TRAILING)
    after = rules.AFTERWORD.search(words)
    return start + len(words[: after.start()].rstrip(_TRAILING) if after else words)


def candidates(clean: str, blocks: Sequence[Span]) -> list[Candidate]:
    """All candidates in order of place."""
    found: list[Candidate] = []
    for index, span in enumerate(blocks):
        head = of_paragraph(clean, index, span)
        found += [head] if head else []
        found += [one for one in inline(clean, index, span) if head is None or one.start >= head.end]
    return found
