"""How firmly a plan promises: ensure, strive or plan, by the word that governs the number."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.clauses import Clause
from luoshi.reading.engine import Found, Layer
from luoshi.reading.modality.rules import RULES, Word
from luoshi.reading.model import Modality

__all__ = ["find", "governing"]

_LAYER = Layer(RULES)


def find(text: str) -> list[Found[Word]]:
    """Every word of promise in ``text``."""
    return list(_LAYER.find(text))


def governing(
    words: Sequence[Found[Word]],
    clauses: Sequence[Clause],
    index: int,
    start: int,
    end: int,
    numbers: Sequence[int] = (),
) -> Modality:
    """The modality of text[start:end], standing in clauses[index] of its sentence.

    The nearest word before it in its clause; else the nearest that leads an earlier clause of the sentence, before
    any of ``numbers`` (the places of its numerals); else 完成 before it in its clause, or 全部 after it; else plan.
    """
    clause = clauses[index]
    inside = [word for word in words if clause.start <= word.start < clause.end]
    before = [word for word in inside if word.end <= start and word.value.reach != "object"]
    if before:
        return before[-1].value.modality
    for earlier in reversed(clauses[:index]):
        led = [
            w
            for w in words
            if earlier.start <= w.start < earlier.end
            and w.value.reach == "sentence"
            and not _behind_a_number(w, earlier, numbers)
        ]
        if led:
            return led[-1].value.modality
    own = [word for word in inside if word.value.reach == "object" and word.end <= start]
    after = [word for word in inside if word.start >= end and word.value.reach == "clause"]
    chosen = own or after
    return chosen[-1].value.modality if chosen else "plan"


def _behind_a_number(word: Found[Word], clause: Clause, numbers: Sequence[int]) -> bool:
    return any(clause.start <= number < word.start for number in numbers)
