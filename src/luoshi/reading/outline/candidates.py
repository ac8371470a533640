"""What could be a heading: one look at each line, with what speaks for it left open."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.reading.openings import lazy
from luoshi.reading.outline import cuts, line_words, numbered_words, opening_words, rules
from luoshi.reading.outline import words as known
from luoshi.reading.outline.page import LONG, Mark, Page, mark_at

#: A colon that ends a title stands so near.
_COLON_MOST = 36
#: The field that an item begins with ends so near.
_FIELD_MOST = 14
#: A motto that is explained at once is so long, with its comma.
_MOTTO_MOST = 18
#: A dash behind a title stands so near.
_DASH_MOST = 20
#: A line with a comma that no sign closes and so long is a piece of a sentence.
_PIECE_LEAST = 26
_TRAILING = " 。:;,、\n▌▍◢★■◆-"
_BRACKET = lazy(r"[(\[【〔]")
_BRACKETS = frozenset("([【〔")


class Candidate(NamedTuple):
    """A possible heading clean[start:end] in a line of the page; ``rest`` is how much follows it there.

    ``form`` is numbered, inline (numbered, inside a paragraph), label, line, opening, or title (of a document, which
    heads no part of it). ``fit`` tells a title from a sentence that only counts on in a row of titles.
    """

    line: int
    form: str
    style: str
    rank: int
    number: int
    start: int
    title_start: int
    end: int
    rest: int
    fit: bool = True


def numbered(page: Page, line: int, mark: Mark, form: str, following: int) -> Candidate:
    """The candidate that a mark opens; ``following`` is where the next mark of the line begins, or 0."""
    words, begin, style = page.words[line], mark.end(), str(mark.lastgroup)
    hit = known.PLAIN.match(words, begin) if style not in numbered_words.UNFIT else None
    end = hit.end() if hit else 0
    if (
        hit is None
        or begin < following < end
        or words[end + 1 : end + 2] in _BRACKETS
        or (end == len(words) and cuts.name(page, line, begin))
        or numbered_words.NOT_NUMBERED.of(hit[0])
        or page.glued_at(page.starts[line] + begin) > 0
        or cuts.task_behind(page, line, begin, end)
        or (
            words.find("——", begin, begin + _DASH_MOST) > 0
            and numbered_words.NAMED.match(words, begin) is not None
        )
    ):
        end, rest, fit = _measured(page, line, mark, form, following)
        last = _end(words, begin, end)
    else:
        last, rest = end, len(words) - end - 1
        fit = rest > 0 or form == "numbered" or end - begin <= known.CLOSED_MOST
    start, number = page.starts[line], rules.NUMERALS.get(mark[(mark.lastindex or 0) + 1] or "", 0)
    return Candidate(
        line,
        form,
        style,
        rules.RANKS[style],
        number,
        start + mark.start(),
        start + begin,
        start + last,
        max(rest, 0),
        fit,
    )


def _measured(page: Page, line: int, mark: Mark, form: str, following: int) -> tuple[int, int, bool]:
    """End of a title that is not plain, how much follows it, and whether it is one."""
    words, begin, style = page.words[line], mark.end(), str(mark.lastgroup)
    labels = not _is_headline(page, line, begin) and (
        style != "dash" or numbered_words.VALUE.match(words, begin) is None
    )
    end, rest = _first_sentence(words, begin, following, labels)
    fit = _is_title(words, begin, end, rest, style)
    inside = form == "inline"
    if (
        style in rules.ITEMS
        and words.find("方", begin, begin + _FIELD_MOST) > 0
        and (field := numbered_words.IN_FIELD.match(words, begin))
    ):
        return field.end(), len(words) - field.end(), True
    if words.find("——", begin, begin + _DASH_MOST) > 0 and (
        named := numbered_words.NAMED.match(words, begin)
    ):
        return named.end(), len(words) - named.end(), True
    comma = words.find(",", begin + 3, begin + _MOTTO_MOST)
    if comma > 0 and (meant := numbered_words.CUT_AT_MEANING.match(words, begin)):
        return meant.end(), len(words) - meant.end(), True
    if (glued := page.glued_at(page.starts[line] + begin)) > 0:
        return glued - page.starts[line], len(words) - glued + page.starts[line], True
    if task := cuts.task_behind(page, line, begin, end):
        return task, len(words) - task, True
    if (inside or line in page.parted) and _is_parted(words, begin, end) and words[end : end + 1] == "。":
        fit = False
    if style in rules.PARTS and (said := numbered_words.CUT_AT_SPEECH.match(words, begin)):
        return said.end(), len(words) - said.end(), True
    if inside and not rest and end - begin > known.CLOSED_MOST:
        fit = False
    if not fit and not rest and not inside and _heads_text(page, line, style, words[begin:end]):
        return end, len(page.words[line + 1]), True
    if not inside and style in rules.PARTS and (clause := numbered_words.CUT_AT_CLAUSE.match(words, begin)):
        return clause.end(), len(words) - clause.end(), True
    cut = (
        cuts.cut(page, line, begin)
        if not fit
        else cuts.name(page, line, begin) or cuts.before_figures(words, begin, end)
    )
    if cut:
        return cut, len(words) - cut, _is_title(words, begin, cut, len(words) - cut, style)
    return end, rest, fit


def _is_parted(words: str, begin: int, end: int) -> bool:
    """Whether a blank parts the title, and not just stands before a comma."""
    at = words.find(" ", begin, end)
    return at >= 0 and (words[at + 1 : at + 2] != "," or words.find(" ", at + 1, end) >= 0)


def _heads_text(page: Page, line: int, style: str, title: str) -> bool:
    """Whether an item stands alone over its text: 一是粮食安全行动。"""
    return (
        style in rules.ITEMS
        and len(title) <= known.LONE_MOST
        and (page.stands_over_text(line) or _breaks_off_below(page, line))
        and _says_no_more(title)
    )


def _breaks_off_below(page: Page, line: int) -> bool:
    """Whether the text below a line is cut off by the page."""
    below = page.words[line + 1] if line + 1 < len(page.words) else ""
    return len(below) > LONG and "。" in below and mark_at(below) is None


def _first_sentence(words: str, begin: int, following: int, labels: bool) -> tuple[int, int]:
    """End of the first sentence, or of the title at its head, and how many characters follow it in the line."""
    bracket = words.find("(", begin + 2, begin + known.TITLE_MOST)
    answers = bracket > 0 and numbered_words.ANSWERS.match(words, bracket) is not None
    hit = cuts.SENTENCE_END.search(words, begin, bracket if answers else begin + known.TITLE_MOST + 2)
    if answers and hit is None:
        return bracket, 0
    if bracket > 0 and (hit is None or bracket < hit.start()):
        first = numbered_words.ANSWERS_FIRST.match(words, bracket)
        if first is not None:
            return bracket, len(words) - first.end()
    end = hit.start() if hit else min(len(words), begin + known.TITLE_MOST + 2)
    if words.startswith("在", begin) and (cut := numbered_words.CUT_AT_COMMA.match(words, begin)):
        aimed = known.OPENS.match(words, cut.end() + 1) and numbered_words.TO_WHAT_END.fullmatch(
            words, cut.end(), end
        )
        if hit is None or hit[0] != "。" or not aimed:
            return cut.end(), len(words) - cut.end()
    if begin < following < end:
        end = following - (words[following - 1] == " ")
    elif (
        labels
        and 0 < words.find(":", begin, begin + _COLON_MOST) < end
        and (cut := numbered_words.CUT_AT_COLON.match(words, begin))
    ):
        return _labelled(words, begin, cut.end(), end)
    rest = len(words) - end - 1
    if 0 < rest < 140 and numbered_words.AFTERWORD.match(words, end + 1):
        rest = 0
    return end, max(rest, 0)


def _is_headline(page: Page, line: int, begin: int) -> bool:
    """Whether a line without a closing sign stands over a long text: 5.园区建设:开工厂房三座"""
    words, below = page.words[line], page.words[line + 1] if line + 1 < len(page.words) else ""
    return (
        words[-1] not in "。;:,"
        and len(words) - begin <= known.TITLE_MOST
        and len(below) > known.HEADED_LEAST
        and below[0] not in rules.MARKS
    )


def _labelled(words: str, begin: int, cut: int, end: int) -> tuple[int, int]:
    """A title ends at its colon, unless what follows only says it again: 一产增加值:一产增加值完成…"""
    if words[cut + 1 : cut + 4] in words[begin:cut]:
        return end, len(words) - end
    return cut, len(words) - cut


def _is_title(words: str, begin: int, end: int, rest: int, style: str) -> bool:
    title = words[begin:end]
    size = len(title)
    if size < 2 or words[end : end + 1] == ";" or title[0] in ",、。;:":
        return False
    if not rest:
        closed = words[end : end + 1] == "。"
        if style == "dash":
            return not closed and size <= known.OPENING_MOST and not numbered_words.NOT_DASHED.of(title)
        if closed and numbered_words.DATED.match(title):
            return False
        return size <= (known.RUN_MOST if closed else known.TITLE_MOST) and style not in numbered_words.UNFIT
    if size > (known.ITEM_MOST if style in numbered_words.UNFIT else known.RUN_MOST) or (
        title.count(",") > 2 and not _is_row(title)
    ):
        return False
    unfit = numbered_words.UNFIT.get(style, numbered_words.NOT_NUMBERED)
    run_in = (
        words[end : end + 1] in "。:,!\ufffd"
    )  # elsewhere the title stood alone before its line break was lost
    return not (run_in and known.QUANTITY.search(title)) and not unfit.of(title)


def _is_row(title: str) -> bool:
    """Whether a title calls for four or five short tasks in a row."""
    parts = title.split(",")
    return len(parts) <= 5 and max(map(len, parts)) <= known.ROW_MOST


def opening(page: Page, line: int) -> Candidate | None:
    """The opening sentence of a paragraph that goes on; or its opening phrase, where that is a known form."""
    words = page.words[line]
    end = words.find("。", known.TITLE_LEAST, known.OPENING_MOST + 1)
    comma = words.find(",", 4, 30)
    if (
        comma > 0
        and words[comma - 1] in numbered_words.COMMA_AFTER
        and (cut := numbered_words.CUT_AT_COMMA.match(words))
    ):
        end = cut.end()
    elif words[0] == "【":
        return _bracketed(page, line)
    elif (
        label := opening_words.TIMED.match(words)
        or opening_words.FIELD.match(words)
        or opening_words.STAGE.match(words)
        or opening_words.PART_TOLD.match(words)
    ) is not None:
        return _labelled_opening(page, line, label.span(1), "field")
    elif (
        words.find(":", 2, 10) > 0
        and (label := line_words.LABELLED.match(words))
        and not line_words.NOT_LABELLED.of(words)
    ):
        return _labelled_opening(page, line, label.span(1), "labelled")
    elif words.find(":", 2, 9) > 0 and (label := opening_words.FIELD_LABEL.match(words)) and is_field(words):
        return _labelled_opening(page, line, label.span(1), "field")
    if end < 0 or end >= len(words) - 1 or (line and _goes_on(page.words[line - 1])):
        return None
    title = words[:end]
    if title.count("“") != title.count("”"):  # what somebody said
        return None
    if title.count(",") > 1 or "\t" in words or "|" in words or not _says_no_more(title):
        return None
    start = page.starts[line]
    last = end - (words[end - 1] == "\n")
    return Candidate(
        line, "opening", "opening", rules.OPENING, 0, start, start, start + last, len(words) - end
    )


def _goes_on(words: str) -> bool:
    """Whether a line of text breaks off inside a long sentence, which the next goes on with."""
    if words[-1] in "。;:!?)":
        return False
    begin = words.rfind("。") + 1
    long = len(words) - begin > _PIECE_LEAST and words.find(",", begin) > 0
    return long and (begin > 0 or words[0] not in rules.MARKS)


def retold(page: Page, line: int) -> Candidate | None:
    """The sentence that opens a paragraph, or stands over it, and sums up a part of the year."""
    hit = line_words.RETOLD.match(page.words[line])
    if hit is None:
        return None
    start, rest = page.starts[line], len(page.words[line]) - hit.end() - 1
    return Candidate(line, "opening", "retold", rules.RETOLD, 0, start, start, start + hit.end(), rest)


def _says_no_more(title: str) -> bool:
    """Whether an opening sentence names a task, and neither promises a number nor states a fact."""
    if ":" in title or ";" in title or "!" in title or "?" in title or known.QUANTITY.search(title):
        return False
    return not numbered_words.NOT_A_TITLE.of(
        known.QUOTED.sub("", title) if "“" in title or "《" in title else title
    )


def _bracketed(page: Page, line: int) -> Candidate | None:
    hit = line_words.BRACKETED.match(page.words[line])
    if hit is None or line_words.NOT_BRACKETED.search(hit[1]):
        return None
    start, (begin, end) = page.starts[line], hit.span(1)
    return Candidate(
        line,
        "opening",
        "bracketed",
        rules.OPENING,
        0,
        start,
        start + begin,
        start + end,
        len(page.words[line]) - end,
    )


def is_field(words: str, begin: int = 0, *, task: bool = False) -> bool:
    """Whether the label at ``begin`` names neither data of the document nor, unless it is a task, an indicator with its
    figure, and clauses stand behind it."""
    end = words.find(":", begin) + 1
    label = words[begin:end]
    if line_words.NOT_LABELLED.of(label) or (not task and opening_words.INDICATOR.match(words, begin)):
        return False
    if label not in opening_words.PARTS_NAMED and line_words.NOT_A_LABEL.of(label):
        return False
    stop = words.find("。", end)
    return "," in words[end : stop if stop >= 0 else None]


def _labelled_opening(page: Page, line: int, title: tuple[int, int], style: str) -> Candidate:
    start, (begin, end) = page.starts[line], title
    rest = len(page.words[line]) - end
    return Candidate(line, "opening", style, rules.OPENING, 0, start, start + begin, start + end, rest)


def plain(page: Page, line: int) -> Candidate | None:
    """A line of its own, or a label that ends with a colon; a sign may stand before it."""
    whole = page.words[line]
    if whole[0] == "【":
        return _bracketed_line(page, line)
    words = whole[1:].lstrip() if whole[0] in rules.SIGNS else whole
    if words.endswith("——") and _is_dashed(words):
        whole, words = whole[:-2].rstrip(), words[:-2].rstrip()
    if (
        words.endswith("?") and "年" in words and line_words.SECTION.match(words[:-1])
    ):  # what damage left: 2025年工作安排?
        whole, words = whole[:-1], words[:-1]
    size = len(words)
    if (
        size < 2
        or size > known.LINE_MOST
        or words[-1] in ",、。;!?|—"
        or words.count(",") > 3
        or "\t" in words
        or "\n" in words
    ):
        return None
    if (
        line_words.NOT_A_LINE.of(words)
        or numbered_words.RESPONSIBLE.match(words)
        or not known.WORDS.search(words)
    ):
        return None
    if (style := _style(words, size)) is None:
        return None
    style = "line" if style == "brief" and words is not whole else style
    form, rank = ("label", rules.LABEL) if style == "label" else ("line", rules.LINE)
    start, begin = page.starts[line], len(whole) - size
    return Candidate(
        line, form, style, rank, 0, start, start + begin, start + _end(whole, begin, len(whole)), 0
    )


def _is_dashed(words: str) -> bool:
    """Whether what stands before a dash at the end of a line names a part, and does not lead to what is said below."""
    title = words[:-2]
    return (
        "," not in title
        and not numbered_words.NOT_A_TITLE.of(title)
        and not line_words.NOT_A_LABEL.of(f"{title}:")
    )


def _style(words: str, size: int) -> str | None:
    """What a line of its own is: a label, the name of a part, two or three characters, any line; or data."""
    bare = words.rstrip("?:")
    named = bare.endswith(line_words.SECTION_ENDS) and line_words.SECTION.match(bare) is not None
    if named and (words[-1] != ":" or "年" in bare):
        return "section"
    if words[-1] == ":":
        unfit = size > known.LABEL_MOST or line_words.NOT_A_LABEL.of(words) or "," in words
        return None if unfit else "label"
    if line_words.DATA.match(words) and not line_words.HEADED_BY_PLACE.match(words):
        return None
    if size < known.LINE_LEAST and not line_words.AREA.match(words):
        return "brief" if words.isalpha() else None
    return "line"


def _bracketed_line(page: Page, line: int) -> Candidate | None:
    hit = line_words.BRACKETED_LINE.match(page.words[line])
    if hit is None or line_words.NOT_BRACKETED.search(hit[1]) or line_words.NOT_A_LINE.of(hit[1]):
        return None
    begin, end = hit.span(1)
    start = page.starts[line]
    return Candidate(line, "line", "bracketed", rules.LINE, 0, start, start + begin, start + end, 0)


def slogan(page: Page, line: int) -> Candidate | None:
    """A closed line that calls for tasks in one half or more, and neither promises a number nor states a fact."""
    words = page.words[line]
    second = words.find(",") + 1
    if line_words.SLOGAN.match(words) is None or not (
        known.OPENS.match(words) or (not second and known.CLOSES.search(words[:-1]))
    ):
        return None
    opens = not second or known.OPENS.match(words, second) or known.CLOSES.search(words[:-1])
    if not opens or numbered_words.NOT_A_TITLE.of(words[:-1]):
        return None
    start = page.starts[line]
    return Candidate(line, "line", "line", rules.LINE, 0, start, start, start + len(words) - 1, 0)


def _end(words: str, begin: int, end: int) -> int:
    """The end of the title without trailing marks and without a bracket that names who answers for it."""
    while words[end - 1] in _TRAILING and end > begin + 1:
        end -= 1
    if _BRACKET.search(words, begin, end):
        after = numbered_words.AFTERWORD.search(words, begin, end)
        if after and after.start() > begin + 1:
            return _end(words, begin, after.start())
    return end
