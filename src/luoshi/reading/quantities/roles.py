"""Which part a number plays: promised, already reached, or no commitment at all."""

from __future__ import annotations

import re

from luoshi.reading import tense
from luoshi.reading.clauses import Clause, within
from luoshi.reading.engine import Cues
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import quick
from luoshi.reading.quantities import words
from luoshi.reading.quantities.cues import CUES, LONE, MADE, Role
from luoshi.reading.sentences import Sentence

_CUES = Cues(CUES)
_MADE = quick(MADE)
_PROMISED = quick(r"实现|冲刺|突破|立下|迈[进向]|挺进|建设|打造|跨越|建成")
_ONE_OF = quick(rf"{MADE}(?:(?!{MADE})[^，,；;。、]){{4,}}$")


def role(sentence: Sentence, numeral: Numeral) -> Role:
    """The part ``numeral`` plays in its sentence."""
    clause = sentence.clauses[sentence.clause_of(numeral.start)]
    before = sentence.text[max(clause.start, numeral.start - 60) : numeral.start]
    after = sentence.text[numeral.tail : min(clause.end, numeral.tail + 40)]
    cue = _CUES.first(before, after, _kinds(sentence, clause, numeral))
    said: Role = cue.says if cue else _plain(sentence, numeral, before, after)
    return "actual" if said == "target" and tense.is_behind(sentence, numeral.start) else said


def _kinds(sentence: Sentence, clause: Clause, numeral: Numeral) -> frozenset[str]:
    kinds = {numeral.kind, numeral.style, numeral.unit.lstrip("十百千万亿")}
    if numeral.value == 1 and numeral.base_unit == "次":
        kinds.add("once")
    if within(numeral.start, sentence.quoted):
        kinds.add("quoted")
        if numeral.style == "multiplier" and _PROMISED.search(sentence.text, clause.start, clause.end):
            kinds.add("promised")
    return frozenset(kinds)


def _plain(sentence: Sentence, numeral: Numeral, before: str, after: str) -> Role:
    """Digits are promised; a Chinese numeral only where something is made of it, 一 hardly ever."""
    if (
        numeral.style != "words"
        or numeral.base_unit in ("%", "番")
        or (numeral.kind not in ("count", "people") and numeral.value > 1)
    ):
        return "target"
    if numeral.value > 1 and after.startswith("以上"):
        return "target"
    if numeral.value == 1 and _ONE_OF.search(before) and words.BOUNDARY.match(after):
        return "target"
    if numeral.value == 1 and (
        numeral.base_unit not in LONE or not re.search(r"(?:建成|新建|建设|引进|开工|签约)[^，,]*$", before)
    ):
        return "name"
    return "target" if _MADE.search(before) else "name"
