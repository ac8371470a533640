"""Whose plan it is: the zone that a title or an issuer names, under its short name."""

from __future__ import annotations

import re

from luoshi.reading.ambition.words import AREAS

#: Long names of kinds of zones and the short ones that plans use as well.
SHORT = (
    ("高新技术产业开发区", "高新区"), ("高新技术开发区", "高新区"), ("高新技术产业园区", "高新区"),
    ("经济技术开发区", "经开区"), ("经济开发区", "经开区"),
)  # fmt: skip
#: Organs of a zone, taken off the end of its name.
ORGANS = (
    "党工委管委会", "党工委", "党政办公室", "党政办", "办公室", "管理委员会", "管委会", "工作委员会", "人民政府", "委员会", "党委", "政府",
)  # fmt: skip

_YEARS = re.compile(r"20\d\d(?:[-—~至]20\d\d)?年?度?")
_START = re.compile(r"^(?:关于|印发|转发|[《“\s])+")
_END = re.compile(
    r"关于|印发|工作|重点|主要|经济社会|国民经济|行动|任务|目标|招商|发展|规划|实施|[》”，,。:：\s]"
)
_LONGEST = 24


def zone(title: str | None, issuer: str | None) -> str | None:
    """The zone's name, 高新技术产业开发区 written 高新区; None where neither title nor issuer names one."""
    pieces = [*_YEARS.split(title or ""), *(issuer or "").split("、")[:1]]
    return next((name for piece in pieces if (name := _name(piece))), None)


def _name(piece: str) -> str | None:
    words = _START.sub("", piece.strip())
    for long, short in SHORT:
        words = words.replace(long, short)
    cut = _END.search(words, 1)
    words = words[: cut.start()] if cut else words
    organ = next((organ for organ in ORGANS if words.endswith(organ)), None)
    while organ:
        words = words[: -len(organ)]
        organ = next((organ for organ in ORGANS if words.endswith(organ)), None)
    return words if 2 < len(words) <= _LONGEST and words.endswith(AREAS) else None
