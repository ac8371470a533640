"""Two aims for one indicator, named before a colon: 进出口总额:底线目标33亿美元;奋斗目标35亿美元."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from luoshi.reading.openings import lazy
from luoshi.reading.quantities import wording
from luoshi.reading.quantities.shape import Item
from luoshi.reading.sentence import Sentence

#: What only says how high an aim is, or that something is counted.
_ONLY_A_TIER = lazy(
    r"(?:底线|奋斗|基本|保底|力争|确保|挑战|冲刺|争先|必成|计划|年度|预期|工作|总体)?(?:目标|任务)(?:数|值|数量)?|数量|总数|总数量|规模"
)
_MARKER = lazy(r"\s{0,4}(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?\s{0,2})?")
_LONGEST = 24


def named(items: Sequence[Item], sentence: Sentence) -> list[Item]:
    """The items, those that name nothing or only a tier given the words before the colon of their sentence."""
    nameless = [not one.indicator or _ONLY_A_TIER.fullmatch(one.indicator) is not None for one in items]
    head = _head(sentence) if any(nameless) else ""
    if not head:
        return list(items)
    return [
        replace(one, verb="", thing=head) if lacks else one
        for one, lacks in zip(items, nameless, strict=True)
    ]


def _head(sentence: Sentence) -> str:
    """The words before the first colon, where they name something and hold no number."""
    words, colon, _ = sentence.words.replace("：", ":").partition(":")
    head = wording.tidy(words[_MARKER.match(words).end() :])  # type: ignore[union-attr]  # it matches nothing too
    sound = colon and 2 <= len(head) <= _LONGEST and not any(char.isdigit() for char in head)
    general = head.endswith(("目标", "任务", "指标")) or any(mark in head for mark in ",，;；。、")
    return head if sound and not general else ""
