"""Headings and months over lists of projects: what they say of the lines under them."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.reading.milestones import names
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.members import Name
from luoshi.reading.model import Span, Stage
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence

_MARK = r"(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．]\s{0,3}|[①-⑳▶►●◆■▲★◎○·•✦※]\s{0,3})"
_STAGES: tuple[tuple[Stage, str], ...] = (
    ("start", r"新开工|拟开工|计划开工|开工|新建|启动"),
    ("build", r"续建|在建|结转|实施"),
    ("operate", r"竣工投产|建成投[产用]|投产|投用|达产"),
    ("complete", r"竣工|建成|完工|收尾"),
    ("plan", r"前期|储备|谋划|预备"),
)
SAID = "|".join(f"(?P<{stage}>{pattern})" for stage, pattern in _STAGES)
_THEME = lazy(
    rf"{_MARK}?(?:\d{{4}}年|今年|计划|全年|共)?(?:\d{{1,4}}个)?(?:市级|省级|区级|县级|重点|重大"
    rf"|建设){{0,3}}(?:项目|工程)?(?:计划)?(?:{SAID})(?:建设|类|工作|推进){{0,2}}(?:重点|重大"
    rf"|建设){{0,3}}(?P<noun>项目|工程)?(?:建设|清单){{0,2}}(?:[(（][^()（）]{{1,12}}[)）])?[:：]?$"
)
_ITEM = lazy(rf"{_MARK}(?P<name>[^，,。;；:：\n]{{4,60}})(?=[，,。;；:：]|$)")
_LISTED = quick(r"等[\d一二三四五六七八九十]{1,4}个(?:重点|重大)?(?:项目|工程)[。;；]?$")
_MARKED = lazy(_MARK)
LONGEST = 24
_REST = 2


class Theme(NamedTuple):
    """What the lines above say of a list: its stage and its time."""

    stage: Stage | None = None
    period: str | None = None


def theme(sentence: Sentence, above: Theme) -> Theme | None:
    """What a line says of the lists under it; None where it is no such heading."""
    line = sentence.words.strip()
    if len(line) > LONGEST:
        return None
    if "项目" in line or "工程" in line:
        found = _THEME.match(line)
        if found:
            return Theme(stage(found), None)
    times = sentence.periods
    if len(times) != 1 or times[0].recurs:
        return None
    mark = _MARKED.match(line)
    said = len(line) - (mark.end() if mark else 0) - (times[0].end - times[0].start)
    return above._replace(period=times[0].value) if said < _REST else None


def stage(found: re.Match[str]) -> Stage:
    """The stage that a match of SAID says."""
    return next(stage for stage, _ in _STAGES if found[stage])


def items(text: str, start: int, end: int) -> list[tuple[Span, Name]]:
    """The projects that text[start:end], a line under a theme, is a list or a single item of."""
    line = text[start:end]
    item = _ITEM.match(line)
    if _LISTED.search(line):
        begin = item.start("name") if item else 0
        found = names.names(line[begin:].rstrip("。;；"), "firm")
        return [((start + begin + one.start, start + begin + one.end), one) for one in found]
    if not item or ending(item["name"]) is None:
        return []
    begin = item.start("name")
    return [
        ((start + begin + one.start, start + begin + one.end), one)
        for one in names.names(item["name"], "firm")
    ]
