"""What a text says of itself: title, issuer, number, date, plan year and kind; None where it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from luoshi.reading.document import places, rules
from luoshi.reading.model import Document, Heading, Text
from luoshi.reading.repairs.marks import FOLD

KINDS = rules.KINDS
#: The head of a document ends after so many lines, at the first heading, or at the first paragraph so long.
_HEAD, _TEXT_LEAST = 24, 80
#: A letter that carries a document ends within so many characters.
_LETTER = 6000
#: The page's own lines are among the first so many repairs.
_REPAIRS = 2000
#: So far down a text speaks of the year before and of the year to come; the later one is the plan's.
_NEAR = 4000
#: A title stands in the first so many characters.
_TITLED = 200
#: A body signs with so many lines at most.
_SIGNATURES = 5
#: From this month on what is issued may be for the next year.
_NEXT_YEAR = "11"
_WORDS = str.maketrans("一二三四五六七八九〇○零O", "1234567890000")


def document(text: Text, outline: Sequence[Heading] = ()) -> Document:
    """What the text says of itself; ``issued_on`` as yyyy-mm-dd, ``kind`` one of :data:`KINDS`."""
    body = outline[0].start if outline else len(text.clean)
    letter = rules.DATE_LINE.search(text.clean, 0, min(body, _LETTER))
    head = [*_head(text.clean, 0, body), *(_head(text.clean, letter.end(), body) if letter else ())]
    page = _page(text, head)
    title = _title(head, page, text.clean, bool(outline))
    signed_on, signed_by = _signature(text.clean)
    issued_on = _labelled_date(rules.SIGNED_ON, page) or signed_on or _put_up_on(page)
    issuer = signed_by or _issuer(page, title, head)
    return Document(
        title,
        issuer,
        _number(head, page),
        issued_on,
        _year(title, head, outline, text.clean, issued_on),
        _kind(title),
        places.place(title, issuer, text.clean),
    )


def _head(clean: str, start: int, body: int) -> Iterator[str]:
    """The lines from ``start`` to the first heading or the first long paragraph, without the blanks around them."""
    at, lines = start, 0
    while at < body and lines < _HEAD:
        end = clean.find("\n", at)
        end = len(clean) if end < 0 else end
        line = clean[at : min(end, at + 400)].strip()
        if len(line) > _TEXT_LEAST and "。" in line:
            return
        if line:
            yield _unspaced(line)
            lines += 1
        at = end + 1


def _unspaced(line: str) -> str:
    """政 府 工 作 报 告 is 政府工作报告."""
    words = line.split(maxsplit=40)
    return "".join(words) if len(words) > 2 and all(len(word) == 1 for word in words) else line


def _page(text: Text, head: Sequence[str]) -> str:
    """What the page around the document says: the lines taken out before reading, and rows of labels in the head."""
    repairs = text.repairs
    last = repairs.starts[_REPAIRS] if len(repairs) > _REPAIRS else len(text.raw)
    removed = (rules.AID.sub("", one.before) for one in repairs.of("boilerplate") if one.start < last)
    rows = (line for line in head if ":" in line)
    return "\n".join((*removed, *rows)).translate(FOLD)


# --- title


def _title(head: Sequence[str], page: str, clean: str, parted: bool) -> str | None:
    named = [i for i, line in enumerate(head) if _names(line)]
    own = [i for i in named if not head[i].endswith("通知")]
    if own:
        whole = _whole(head, own[-1])
        longer = [_bare(head[i]) for i in own if head[i].endswith(whole)] if whole in rules.BARE else []
        return max(longer, key=len, default=whole)
    carried = next((hit[1] for i in named if (hit := rules.PRINTED.search(head[i]))), None)
    if carried or named:
        return carried or _whole(head, named[-1])
    return _named_by_page(page) or _first_line(head, clean, parted)


def _names(line: str) -> bool:
    """Whether a line names a document."""
    bare = _bare(line)
    if len(bare) > rules.TITLE_MOST or "|" in line or line[0] in "•·" or 0 < line.find(":") < 5:
        return False
    return rules.TITLE.search(bare) is not None


def _whole(head: Sequence[str], at: int) -> str:
    """A title with the lines it began on: 云溪区2026年重点工作 / 任务分工方案."""
    parts = [_bare(head[at])]
    while at > 0 and len(parts) < 3 and _begins_title(head[at - 1], parts[0]):
        at -= 1
        parts.insert(0, head[at])
    return "".join(parts)


def _begins_title(line: str, rest: str) -> bool:
    if (
        not 6 <= len(line) <= 36
        or rules.LOOSE.search(line)
        or rules.NOT_TITLE.search(line)
        or line.endswith(rest)
    ):
        return False
    if rules.TITLE.search(line) and not rest.startswith(rules.GOES_ON):
        return False
    return not (rules.SIGNED.fullmatch(line) or rules.NUMBER.search(line) or rules.DATE.search(line))


def _bare(line: str) -> str:
    words = rules.FILE.sub("", line).strip()
    return (
        words[1:-1] if words.startswith("《") and words.endswith("》") and words.count("《") == 1 else words
    )


def _named_by_page(page: str) -> str | None:
    for hit in rules.NAMED.finditer(page):
        name = hit[1].strip()
        if len(name) >= 6 and (rules.TITLE.search(name) or "关于" in name):
            printed = rules.PRINTED.search(name)
            return printed[1] if printed else _bare(name)
    return None


def _first_line(head: Sequence[str], clean: str, parted: bool) -> str | None:
    """The first line, where it stands like a title over a text with headings."""
    first = head[0] if head else ""
    fits = parted and 2 <= len(first) <= 40 and "\t" not in first and clean.lstrip().find("\n") > 0
    return (
        _bare(first) if fits and not rules.NOT_TITLE.search(first) and not rules.DATE.search(first) else None
    )


def _kind(title: str | None) -> str | None:
    found = [kind for kind in KINDS if kind in (title or "")]
    return max(found, key=lambda kind: ((title or "").rindex(kind) + len(kind), len(kind))) if found else None


# --- number, issuer, date


def _number(head: Sequence[str], page: str) -> str | None:
    for source in (*(hit[1] for hit in rules.NUMBERED.finditer(page)), page):
        if hit := rules.NUMBER.search(source):
            return hit.group()
    alone = (hit for line in head if (hit := rules.NUMBER.match(line)) and len(line) - hit.end() <= 12)
    return next((hit.group().replace(" ", "") for hit in alone), None)


def _labelled_date(label: re.Pattern[str], page: str) -> str | None:
    dates = (rules.DATE.match(hit[1].strip()) for hit in label.finditer(page))
    return next((day for one in dates if one and (day := _iso(*one.groups()))), None)


def _put_up_on(page: str) -> str | None:
    return _labelled_date(rules.PUT_UP_ON, page) or _labelled_date(rules.POSTED_ON, page)


def _signature(clean: str) -> tuple[str | None, str | None]:
    """The first date that stands alone on a line, and the bodies that signed above it."""
    hit = rules.DATE_LINE.search(clean)
    words = hit.group() if hit else clean[:60].split("\n", 1)[0]
    day = _date(words)
    if hit is None or day is None:
        return (day if day and len(words.strip("() ")) <= 14 else None), None
    signed: list[str] = []
    at = hit.start()
    while at > 0 and len(signed) < _SIGNATURES:
        above = clean.rfind("\n", max(0, at - 200), at)
        line = clean[above + 1 : at].strip() if above >= 0 or at <= 200 else ""
        if line and not rules.SIGNED.fullmatch(line):
            break
        signed[:0] = [line] if line else []
        at = above
    return day, "、".join(signed) or None


def _date(words: str) -> str | None:
    if hit := rules.DATE.search(words):
        return _iso(*hit.groups())
    if hit := rules.DATE_IN_WORDS.search(words):
        return _iso(hit[1].translate(_WORDS), str(_tens(hit[2])), str(_tens(hit[3])))
    return None


def _tens(words: str) -> int:
    """十 is 10, 二十三 is 23."""
    head, ten, tail = words.partition("十")
    return (
        int(head.translate(_WORDS) or 1) * 10 + int(tail.translate(_WORDS) or 0)
        if ten
        else int(head.translate(_WORDS))
    )


def _iso(year: str, month: str, day: str) -> str | None:
    return (
        f"{year}-{int(month):02d}-{int(day):02d}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None
    )


def _issuer(page: str, title: str | None, head: Sequence[str]) -> str | None:
    for label in rules.ISSUER:
        for hit in label.finditer(page):
            if name := hit[1].strip(" ·"):
                return name.split(" ")[0]
    lines = (rules.ISSUED_BY.match(line) for line in (title or "", *head))
    return next((hit[1] for hit in lines if hit), None)


# --- year


def _year(
    title: str | None, head: Sequence[str], outline: Sequence[Heading], clean: str, issued_on: str | None
) -> int | None:
    """The plan year: of the title, of the day a report was given, of a heading or a sentence that looks ahead; else that of
    its issue, but for the last two months, in which plans for the next year are issued."""
    if title and rules.YEARS.search(title) or rules.YEARS_TOP.search(clean, 0, _TITLED):
        return None
    years = _years(title or "")
    if years:
        return years[-1]
    given = (hit for line in head if (hit := rules.GIVEN.search(line)))
    ahead = (hit for one in outline if "20" in one.title and (hit := rules.AHEAD.search(one.title)))
    if hit := next(given, None) or next(ahead, None):
        return int(hit[1])
    if told := [int(one) for one in rules.AHEAD.findall(clean, 0, _NEAR)]:
        return max(told)
    if hit := rules.AHEAD.search(clean) or rules.WILL.search(clean):
        return int(hit[1])
    if works := [
        int(hit[1]) for one in outline if "20" in one.title and (hit := rules.WORK_OF.match(one.title))
    ]:
        return max(works)
    if year := _among_five(clean) or _year_of_head(head):
        return year
    return int(issued_on[:4]) if issued_on and issued_on[5:7] < _NEXT_YEAR else None


def _among_five(clean: str) -> int | None:
    """今年是“十四五”开局之年: the first of its five years, or the last."""
    hit = rules.FIVE_YEARS.search(clean) if "今年是" in clean else None
    if hit is None:
        return None
    first = rules.TWELFTH + 5 * "二三四五六".index(hit["which"])
    return first if hit["first"] else first + 4


def _year_of_head(head: Sequence[str]) -> int | None:
    """The latest year that a short line opens with, or else the first that one names."""
    short = [line for line in head if len(line) <= 40 and not rules.DATE.search(line)]
    named = [(line, int(found[-1])) for line in short if (found := rules.OWN_YEAR.findall(line))]
    opened = [year for line, year in named if line.startswith("20")]
    if opened:
        return max(opened) if len(opened) > 1 or not rules.OVER.search(named[0][0]) else None
    return next((year for _, year in named), None)


def _years(words: str) -> list[int]:
    found = rules.YEAR.findall(words)
    return [
        int(one)
        for one in found
        or (y.translate(_WORDS).replace("二", "2") for y in rules.YEAR_IN_WORDS.findall(words))
    ]
