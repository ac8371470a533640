"""Where a sentence is cut for its milestones: lists that go on behind a comma are joined, several stages of a clause parted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from luoshi.reading.milestones import words
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.stages import (
    ENDS,
    LEAST,
    VERB,
    opening,
    stage_before,
    times_of,
    trailing,
    untailed,
)
from luoshi.reading.milestones.vocabulary import own
from luoshi.reading.model import Span
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence

#: Before the number of an item that stands in the line: …设施。 1.续建A; the mark or blank before it is cut out.
_ITEM = quick(
    r"[\s;；](?=(?:\d{1,2}[.．、)]|[①-⑳]|[(（][一二三四五六七八九十\d]{1,2}[)）])[\u4e00-\u9fff])"
    r"|[\u4e00-\u9fff](?=\d{1,2}\.[\u4e00-\u9fff]{2})"
)
_NUMBERED = quick(r"\d[.．、)]|[①-⑳]|[(（][一二三四五六七八九十\d]")
_LEADS = quick(
    rf"[、 ](?=(?:{words.MANNER}|{words.MODAL}){{0,3}}(?:竣工投产|建成投[产用运]|开工建设|加快建设|加快推进|推进"
    rf"|推动|启动|新建|基本建成|改扩建|扩建|迁建|续建|改建|重建|建成|开工|引进|实施|竣工|谋划|完成|投产"
    rf"|投用)[^、，,]{{3}})|(?<=[\u4e00-\u9fff]) (?=(?:确保|力争|力促|争取|推动)[^、，,]{{3}})"
)
#: 完成A改造并启动B改造: another project, with a verb of its own.
_AND_VERB = quick(r"并(?=(?:启动|开工建设|开工|推进|谋划|新建|完成|建成)[^、，,]{4})")
_AND = quick(r"、|以及|和|及")
_JOINED = lazy("[、和及 ]")
_COMPOUND = quick(
    r"(?P<tail>前期工作|(?:发展|开发|专项|总体)规划|建设|编制|改造|治理|整治|扩建|迁建|修复|加固)(?P<and>以及"
    r"|和|及|、)(?!其?(?:配套|附属|周边|相关|其他))"
)
_WORKED_ON = ("前期工作", "建设", "编制")
_AND_MORE = quick(r"(?<![高同平均优])等(?!级)")
_MORE = quick(
    r"等(?:[^，,。]{0,12}(?:项目|工程|建设)|道路|公路|[\d一二三四五六七八九十]{1,3}[个所条座家处项])"
)
_PHASE = lazy("[一二三四五]期$")
_NEXT_PHASE = lazy("[二三四五]期(?:工程|项目)?(?:建设)?$")
_ADDED = lazy("还有|以及")
_GOES_ON, _SIGHT = 6, 12
_COMMAS = (",", "，")


def runs(sentence: Sentence) -> list[tuple[int, int, int]]:
    """The clauses as (start, end, index); a list of names that goes on behind a comma is one with its verb."""
    clauses = sentence.clauses
    said = sentence.words
    more, added = "等" in said, "还有" in said or "以及" in said
    if not more and not added:
        return [(start, end, index) for index, (start, end, _) in enumerate(clauses)]
    found, index = [], 0
    while index < len(clauses):
        last = index
        if clauses[index].mark in _COMMAS:
            last = (_with_next(sentence, index) if added else None) or (
                _last_of_list(sentence, index) if more else index
            )
        found.append((clauses[index].start, clauses[last].end, index))
        index = last + 1
    return found


def _with_next(sentence: Sentence, index: int) -> int | None:
    """The next clause, where it only adds a name to those of a leading verb: 动工建设A,还有B."""
    clauses, text = sentence.clauses, sentence.text
    following = clauses[index + 1] if index + 1 < len(clauses) else None
    added = _ADDED.match(text, following.start, following.end) if following else None
    if not following or not added or ending(untailed(text[added.end() : following.end])) is None:
        return None
    start, end, _ = clauses[index]
    if VERB.match(text, added.end(), following.end) or not VERB.match(
        text, opening(sentence, start, end), end
    ):
        return None
    return index + 1 if ending(untailed(text[start:end])) else None


def enumeration(sentence: Sentence, index: int, start: int, single: bool) -> int | None:
    """Where the list of names, or the ``single`` one, ends that opens at ``start`` in clauses[index]; None where it is none."""
    clauses, text = sentence.clauses, sentence.text
    _, end, mark = clauses[index]
    if not single and text.find("、", start, end) < 0 or VERB.match(text, opening(sentence, start, end), end):
        return None
    while mark in _COMMAS and index + 1 < len(clauses):
        index += 1
        first, last, mark = clauses[index]
        if VERB.match(text, opening(sentence, first, last), last) or ending(text[first:last]) is None:
            break
        end = last
    end -= text[end - 1] == "等"
    return end if ending(untailed(text[start:end])) else None


def _last_of_list(sentence: Sentence, index: int) -> int:
    """The last clause of the list that clauses[index] opens: 加快建设A二线、B二线船闸,C航道、D一期等项目."""
    clauses, text = sentence.clauses, sentence.text
    start, end, _ = clauses[index]
    if (
        text.find("等", end, sentence.end) < 0
        or text.find("等", start, end) >= 0
        or not VERB.match(text, opening(sentence, start, end), end)
        or ending(text[max(start, text.rfind("、", start, end) + 1) : end]) is None
    ):
        return index
    by_commas = text.find("、", start, end) < 0
    for at in range(index + 1, min(index + _GOES_ON, len(clauses))):
        start, end, mark = clauses[at]
        if opening(sentence, start, end) != start or VERB.match(text, start, end):
            return index
        if by_commas and (text.find("、", start, end) >= 0 or stage_before(text, start, end)):
            return index
        if _MORE.search(text, start, end):
            return at
        if mark not in _COMMAS or ending(text[start:end].partition("、")[0]) is None:
            return index
    return index


def segments(sentence: Sentence, start: int, end: int) -> list[Span]:
    """text[start:end] cut behind a stage that another project with its own stage follows, and before a leading verb."""
    text = sentence.text
    other = _other_begins(text, start, end) if text.find("并", start, end) > 0 else None
    if other is not None:
        return [*segments(sentence, start, other), *segments(sentence, other + 1, end)]
    if not _JOINED.search(text, start, end):
        return [(start, end)]
    cuts = {match.start() for match in _LEADS.finditer(text, start, end)}
    if _NUMBERED.search(text, start, end):
        cuts.update(match.start() for match in _ITEM.finditer(text, start, end))
    if sentence.periods:
        cuts.update(_before_times(sentence, start, end))
        cuts.update(_behind_dated(text, start, times_of(sentence, start, end), end))
    if ENDS[text[end - 2 : end]][1] and (last := stage_before(text, start, end)) is not None:
        first = trailing(text, start, last.start(), times_of(sentence, start, end))
        marks = _AND.finditer(text, start, last.start())
        cuts.update(
            match.start() for match in marks if _between_stages(text, start, match, first, last.start())
        )
    if not cuts:
        return [(start, end)]
    return list(_parts(text, start, end, sorted(cuts)))


def _other_begins(text: str, start: int, end: int) -> int | None:
    """Where 并 leads to a verb with a project of its own; None where it goes on with the same."""
    for match in _AND_VERB.finditer(text, start + LEAST, end):
        verb = VERB.match(text, match.end(), end)
        said = text[verb.end() : end] if verb else ""
        if (
            _NEXT_PHASE.match(said)
            or own(said) > LEAST
            and (_AND_MORE.search(said) or ending(untailed(said)) is not None)
        ):
            return match.start()
    return None


def _parts(text: str, start: int, end: int, cuts: Sequence[int]) -> Iterator[Span]:
    for cut in cuts:
        if cut > start and text.count("“", start, cut) == text.count("”", start, cut):
            yield start, cut
            start = cut + (2 if text.startswith("以及", cut) else 1)
    yield start, end


def _before_times(sentence: Sentence, start: int, end: int) -> Iterator[int]:
    """6月底前启动A、年底前启动B: the marks before a time that a verb follows."""
    text = sentence.text
    for one in sentence.periods:
        if any(other.end == one.start - 1 for other in sentence.periods):
            continue
        if start < one.start < end and text[one.start - 1] == "、" and VERB.match(text, one.end, end):
            yield one.start - 1


def _behind_dated(text: str, start: int, times: Sequence[Span], end: int) -> Iterator[int]:
    """某桥9月通车、某馆年前完成装修2层: the marks between a dated stage and what stands behind it, a stage of its own or no."""
    for index, (first, since) in enumerate(times):
        place = text.find("、", since, min(end, since + _SIGHT))
        behind = times[index + 1][0] if index + 1 < len(times) else end
        if first > start and 0 < place < behind - LEAST and stage_before(text, since, place):
            nearer = stage_before(text, place + 1, end)
            if nearer is None or nearer.start() > place + LEAST:
                yield place


def _between_stages(text: str, start: int, mark: re.Match[str], first: int, last: int) -> bool:
    """Whether the mark parts two stages: each with its own project, or of one project that a verb named before.

    text[first:last] are the words of time and haste before the last stage.
    """
    place, behind = mark.start(), mark.end()
    rest = text[behind : max(first, behind)]
    if stage_before(text, start, place):
        return (
            (len(rest) > LEAST or own(rest) > 1 or _PHASE.match(rest) is not None)
            and not rest[0].isdigit()
            and stage_before(rest, 0, len(rest)) is None
        )
    return not rest and last > behind and place < first


def compounds(text: str, start: int, end: int) -> Iterator[Span]:
    """A、B大桥建设和C改造: cut behind the tail of what comes first."""
    for match in _COMPOUND.finditer(text, start, end) if _AND.search(text, start, end) else ():
        rest = text[match.end() : end]
        if (
            match["and"] == "、"
            and match["tail"] not in _WORKED_ON
            or len(rest) <= LEAST
            or match.start() - start < LEAST
            or match["tail"] not in _WORKED_ON
            and own(rest) == 0
            or _AND_MORE.search(rest)
            or ending(untailed(rest)) is None
            and not rest.endswith(_WORKED_ON)
        ):
            continue
        yield start, match.start("and")
        start = match.end()
    yield start, end
