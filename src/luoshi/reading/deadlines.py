"""Times that stand outside the sentence they are for: in a line or cell below (完成时限：11月), a sentence behind it, the lead-in of its list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from luoshi.reading import asides, periods
from luoshi.reading.openings import lazy, quick
from luoshi.reading.periods import Period
from luoshi.reading.sentence import Sentence
from luoshi.reading.sentences import Body

#: 完成时限：2026年11月
_LABEL = quick(
    r"(?:(?<![\u4e00-\u9fff])|完成|办结|办理)(?:时限|期限|时间节点|(?<=[成结])时间)(?:要求)?[ \t]{0,4}[:：][ \t]{0,4}"
)
_LABELLED = 24
# A line of units and times below an item, and the mark with which an item begins.
_BELOW = lazy(
    r"[ \t\u3000（(【\[]{0,8}(?:牵头|责任|配合|协助|主办|协办|参与|落实|完成|办结|办理|时限|分管|包抓"
    r"|挂[联钩])[^\n:：]{0,8}[:：]"
)
_MARKED = lazy(
    r"[ \t\u3000]{0,8}(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[①-⑳]|[一二三四五六七八九十]{1,3}是)"
)
_NUMBER = lazy(r"\d{1,2}[.．、](?!\d)")
_LINES = 8
# A table that has lost its lines: one cell or less a line, the time in the last of each row.
_HEAD = quick(
    r"\n[ \t]{0,4}(?:完成|办结)?(?:时限|期限|时间|时间节点)(?:要求)?[ \t]{0,4}\|?[ \t]{0,4}\n(?=1[ \t]{0,4}\|?[ \t]{0,4}\n)"
)
# One whose cells stand apart by blanks, its last column the time: 9 建成厂房2座。 区住建局 2027年6月底
_COLUMNS = quick(
    r"[ \t](?:完成|办结|办理)(?:时限|期限|时间|时间节点)(?:要求)?[ \t]{0,4}\n(?P<first>\d{1,3})(?![\d年月日%])"
)
_LAST_CELL = quick(
    r"(?<=[ \t\n])(?:20\d\d年\d{1,2}月[底末]?|\d{1,2}月[底末]|年底)(?:之?前)?"
    r"(?:(?=\s{0,4}(?P<next>\d{1,3})(?![\d年月日%]))|(?=[ \t]{0,4}(?:\n|$)))"
)
_ROW = quick(r"\n[ \t]{0,4}(\d{1,3})[ \t]{0,4}\|?[ \t]{0,4}(?=\n)")
_TIMES = lazy(r"[\d一二三四五六七八九十年季度月日底末初上中下旬半前全内之以、，, \t\n-]{2,24}\|?$")
_TIME_ALONE = quick(
    r"\n[ \t]{0,4}[\d一二三四年][\d一二三四年季度月日底末初上中下旬半前全内之以、，, \t-]{1,24}\|?[ \t]{0,4}(?=\n|$)"
)
# 2026年计划安排如下：, and the lines that it leads.
# 努力实现以下目标：, and a sentence of its own below, as others further down are.
_SEVERAL = quick(r"(?:以下|如下|下列)[^。\n]{0,12}[:：]$")
_PARAGRAPH = lazy(r"\s{0,8}+(?![—–―●•◆■▪·○-])[^\n。；;]{4,160}+。[^\n。]{0,8}\n")
_AIMS = quick(r"(?:目标|指标|计划|安排|任务)[^。\n]{0,12}[:：]$")
# 计划办四件事:一是…, and what counts on from it.
_FIRST = quick(
    r"(?:计划|安排|实施|开展|进行|重点|办|抓)[^。：:\n]{0,14}[二三四五六七八九十\d][项件][^。：:，,\n]{0,6}[：:]一是"
)
_COUNTS_ON = lazy(r"[二三四五六七八九十]是")
_DASHED = lazy(r"[ \t\u3000]{0,8}(?:[—–―-]{1,2}|[●•◆■▪·○])")
# 2027年初步考虑, 明年工作打算: what a heading announces for another year.
_OTHER_YEAR = lazy(r"(?:(20\d\d)年|明年)")
_THOUGHTS = quick(r"考虑|打算|安排|目标|计划|思路|设想|谋划|任务|工作")
# 从3月1日至6月30日,开展…会战, and 会战期间.
_CAMPAIGN = quick(
    r"(?:从|自)(?:(?P<year>20\d\d)年)?\d{1,2}月(?:\d{1,2}日|[初底])?(?:开始|起)?(?:至|到)(?P<until>1[0-2]"
    r"|[1-9])月(?:\d{1,2}日|[底末])"
    r"[^。\n]{0,24}(?:开展|实施|组织|集中)[^。\n]{0,24}(?:会战|攻坚|行动|活动|战役|竞赛|冲刺|整治)"
)
_DURING = quick(r"(?:会战|攻坚|行动|活动|战役|竞赛|冲刺|整治)期间")
# (2025—2027年), and what such a plan promises within 三年.
_SPAN = quick(r"[(（](?P<first>20\d\d)年?[-—–~～至到]{1,2}(?P<last>20\d\d)年[)）]")
_SPOKEN = {2: "两2", 3: "三3", 4: "四4", 5: "五5"}
_IN_YEARS = quick(
    r"(?<![\d第近前过上每续二三四五十])(?P<many>[两三四五2-5])年(?:内|累计|共|翻|引进|新增|培育|建成|实现"
    r"|完成|投入|培养|新建|改造|招引)"
)
_TITLE = 200
_COLONS, _GOES_ON = (":", "："), (";", "；", ",", "，", "、")
_REACH = 3000
#: Characters that the last row of a table may have.
_LAST_ROW = 400


class Stretch(NamedTuple):
    """text[start:end] is to be done by a time that it does not name itself."""

    start: int
    end: int
    value: str


class Given:
    """The times given to the stretches of a text from outside."""

    def __init__(self, body: Body) -> None:
        found = [
            *_labelled(body),
            *_rows(body),
            *_lined(body),
            *_behind(body),
            *_led(body),
            *_counted(body),
            *_headed(body),
            *_during(body),
            *_spanned(body),
        ]
        self._found = sorted(found)
        self._starts = [one.start for one in self._found]

    def at(self, place: int) -> str | None:
        """The time of the nearest stretch that holds ``place``; empty in a row that names none."""
        index = bisect_right(self._starts, place) - 1
        for one in reversed(self._found[max(0, index - 2) : index + 1]):
            if place < one.end:
                return one.value
        return None


def _labelled(body: Body) -> Iterator[Stretch]:
    """An item and the line 完成时限：11月底前 that stands below it or ends it."""
    text, known = body.text, body.start
    for label in _LABEL.finditer(text, body.start, body.end):
        value = _named(text, label.end(), body.year)
        line = text.rfind("\n", 0, label.start()) + 1
        start = max(known, _item(text, line, known), _numbered(body, line, label.start()))
        known = label.end()
        if value:
            yield Stretch(start, label.start(), value)


def _named(text: str, start: int, year: int | None) -> str | None:
    stop = text.find("\n", start)
    stop = min(start + _LABELLED, stop if stop >= 0 else len(text))
    found = [one for one in periods.find(text, year, start, stop) if not one.past]
    if not found or found[0].start > start + 1:
        return None
    return found[0].value


def _numbered(body: Body, line: int, place: int) -> int:
    """Where the numbered sentence (3.加快…) begins that ``place`` stands in or behind, within its line, or 0."""
    at = body.last_by(place)
    for sentence in reversed(body.sentences[max(0, at - _LINES) : at + 1]):
        if sentence.start <= line:
            break
        if _NUMBER.match(body.text, sentence.start):
            return sentence.start
    return 0


def _item(text: str, line: int, known: int) -> int:
    """Where the item begins to which a line belongs: at the nearest marked line from it upwards that is no line of units."""
    for _ in range(_LINES):
        if not _BELOW.match(text, line) and _MARKED.match(text, line):
            return line
        above = text.rfind("\n", 0, max(line - 1, 0)) + 1
        if line <= known or above == line:
            return line
        line = above
    return line


def _rows(body: Body) -> Iterator[Stretch]:
    """The rows of a table that has lost its lines, by their numbers: each ends with its time, or names none."""
    text = body.text
    header = _HEAD.search(text, body.start, body.end)
    if not header:
        return
    start, number = header.end(), 1
    for mark in _ROW.finditer(text, header.end() - 1, min(body.end, header.end() + _REACH)):
        if int(mark[1]) == number + 1:
            yield Stretch(start, mark.start(), _cell(text, start, mark.start(), body.year))
            start, number = mark.end(), number + 1
    last = _TIME_ALONE.search(text, start, min(body.end, start + _LAST_ROW)) if number > 1 else None
    if last:
        yield Stretch(start, last.start(), _cell(text, start, last.end(), body.year))


def _lined(body: Body) -> Iterator[Stretch]:
    """The rows below a line that ends with 完成时限, each up to its time, as long as their numbers go on."""
    text, header = body.text, _COLUMNS.search(body.text, body.start, body.end)
    if not header:
        return
    start, number = header.start("first"), int(header["first"])
    for cell in _LAST_CELL.finditer(text, start, min(body.end, start + 2 * _REACH)):
        following = int(cell["next"]) if cell["next"] else 0
        times = periods.find(text, body.year, cell.start(), cell.end())
        if times and following in (0, number + 1):
            yield Stretch(start, cell.start(), times[0].value)
        if not following:
            return
        start, number = cell.end(), following


def _cell(text: str, start: int, end: int, year: int | None) -> str:
    """The time of the last line of a row, or nothing."""
    last = text.rfind("\n", start, end)
    times = periods.find(text, year, last, end) if last >= 0 else []
    timed = times and not times[-1].recurs and _TIMES.fullmatch(text, last, end)
    return times[-1].value if timed else ""


def _behind(body: Body) -> Iterator[Stretch]:
    """新建停车场2处。11月底前全部完成。: a sentence that says only by when, behind another of its line or cell.

    Where parts have their times first (6月底前建成5个,11月底前全部建成), it is said of what the one before counts first.
    """
    for before, sentence in pairwise(body.sentences):
        if not sentence.periods or not before.numerals or len(sentence.words) > 2 * _LABELLED:
            continue
        if sentence.start - before.end > 1 or body.text[before.end : sentence.start].strip(" "):
            continue
        time, last = sentence.periods[-1], sentence.clauses[-1]
        if time.recurs or time.past or not _says_only_when(sentence, last.start, time):
            continue
        if len(sentence.clauses) == 1:
            yield Stretch(before.start, before.end, time.value)
        elif "全部" in body.text[time.end : last.end]:
            at = before.clause_of(before.numerals[0].start)
            yield Stretch(before.start, before.clauses[at].end, time.value)


def _says_only_when(sentence: Sentence, start: int, time: Period) -> bool:
    text, end = sentence.text, sentence.end
    while end > time.end and text[end - 1] in "。.；;!！":
        end -= 1
    lead = asides.LEAD.match(text, start, time.start) if time.start >= start else None
    bare = lead is not None and lead.end() == time.start
    return bare and asides.limits(text, time.end, end)


def _led(body: Body) -> Iterator[Stretch]:
    """2026年计划安排如下：, and the lines of its list up to the end of the sentence that they are."""
    text = body.text
    for sentence in body.sentences:
        if not sentence.periods or text[sentence.end - 1] not in _COLONS:
            continue
        time = sentence.periods[-1]
        if time.past or not time.whole or not _AIMS.search(text, sentence.start, sentence.end):
            continue
        end = _list_end(text, sentence.end)
        if _SEVERAL.search(text, sentence.start, sentence.end) and _PARAGRAPH.match(text, sentence.end):
            continue
        if end > sentence.end + 1:
            yield Stretch(sentence.end, end, time.value)


def _counted(body: Body) -> Iterator[Stretch]:
    """2026年,园区计划办四件事:一是…。二是…。: the sentences that count on behind the first item, in its line."""
    for at, sentence in enumerate(body.sentences):
        if not sentence.periods or "一是" not in sentence.words:
            continue
        first, time = _FIRST.search(body.text, sentence.start, sentence.end), sentence.periods[0]
        if first is None or time.past or not time.whole or time.start > first.start():
            continue
        end = sentence.end
        for following in islice(body.sentences, at + 1, None):
            if not _COUNTS_ON.match(body.text, following.start) or "\n" in body.text[end : following.start]:
                break
            end = following.end
        if end > sentence.end:
            yield Stretch(sentence.end, end, time.value)


def _headed(body: Body) -> Iterator[Stretch]:
    """三、2027年初步考虑: what stands below a heading that names another year than the plan's, up to the next of its level."""
    for at in _over(body):
        heading = body.outline[at]
        named = (
            _OTHER_YEAR.match(heading.title) if body.year and heading.title[:2] in ("20", "明年") else None
        )
        if not named or not _THOUGHTS.search(heading.title):
            continue
        year = int(named[1]) if named[1] else (body.year or 0) + 1
        below = islice(body.outline, at + 1, body.headings.stop)
        after = (one.start for one in below if one.level <= heading.level)
        if year > (body.year or year):
            yield Stretch(heading.end, next(after, body.end), str(year))


def _over(body: Body) -> Iterator[int]:
    """Places in the outline of the headings within the piece, and of those above its beginning."""
    first = body.headings.start
    above = first - 1 if first else None
    while above is not None:
        yield above
        above = body.outline[above].parent
    yield from body.headings


def _during(body: Body) -> Iterator[Stretch]:
    """会战期间,…: what a sentence promises behind it is for the end of the campaign that the text dates (从3月1日至6月30日)."""
    dated = _CAMPAIGN.search(body.text, body.start, body.end)
    if not dated:
        return
    month = int(dated["until"])
    value = f"{dated['year'] or body.year}-{month:02d}" if dated["year"] or body.year else f"MM={month:02d}"
    for sentence in body.sentences:
        if "期间" in sentence.words and (said := _DURING.search(body.text, sentence.start, sentence.end)):
            yield Stretch(said.start(), sentence.end, value)


def _spanned(body: Body) -> Iterator[Stretch]:
    """三年引进团队10个, in a plan of three years (2025—2027年): up to the last of them, to the end of its clause."""
    span = _SPAN.search(body.text, body.start, min(body.end, body.start + _TITLE))
    if not span:
        return
    last = int(span["last"])
    many = _SPOKEN.get(last - int(span["first"]) + 1)
    if not many:
        return
    for sentence in body.sentences:
        if "年" not in sentence.words:
            continue
        for said in _IN_YEARS.finditer(body.text, sentence.start, sentence.end):
            if said["many"] in many:
                clause = sentence.clauses[sentence.clause_of(said.start())]
                yield Stretch(said.start(), clause.end, str(last))


def _list_end(text: str, start: int) -> int:
    """The end of the list behind a lead-in: dashed lines, or lines of which each goes on with a semicolon."""
    place, goes_on, dashed = start, True, False
    while place < min(len(text), start + _REACH):
        line = place + 1 if text[place] == "\n" else place
        stop = text.find("\n", line)
        stop = stop if stop >= 0 else len(text)
        said = text[line:stop].strip()
        if said:
            marked = _DASHED.match(text, line) is not None
            if not (goes_on or dashed and marked):
                return place
            goes_on, dashed = said[-1] in _GOES_ON, dashed or marked
        place = stop
        if stop >= len(text):
            break
    return place
