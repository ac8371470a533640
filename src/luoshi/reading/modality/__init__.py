"""How firmly a plan promises: ensure, strive or plan, by the word that governs the number."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.clauses import Clause
from luoshi.reading.engine import Found, Layer
from luoshi.reading.modality.rules import RULES, Word
from luoshi.reading.model import Modality

__all__ = ["find", "governing"]

_LAYER = Layer(RULES)
_SUBJECT_LEAST = 3


def find(text: str, start: int = 0, end: int | None = None) -> list[Found[Word]]:
    """Every word of promise in text[start:end]."""
    return list(_LAYER.find(text, start, end))


def governing(
    words: Sequence[Found[Word]],
    clauses: Sequence[Clause],
    index: int,
    start: int,
    end: int,
    numbers: Sequence[int] = (),
    verbs: Sequence[int] = (),
) -> Modality:
    """The modality of text[start:end], standing in clauses[index] of its sentence.

    The nearest word before it in its clause; else the nearest that leads an earlier clause of the sentence, before
    any of ``numbers`` (the places of its numerals); else 完成 before it in its clause with none of ``verbs`` (the
    places where another action begins) between, or 全部 after it; else plan.
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
            and not _at_a_number(w, earlier, numbers)
        ]
        if led:
            return led[-1].value.modality
    own = [word for word in inside if word.value.reach == "object" and word.end <= start]
    own = [word for word in own if not any(word.end < verb < start for verb in verbs)]
    after = [word for word in inside if word.start >= end and word.value.reach == "clause"]
    chosen = own or after
    return chosen[-1].value.modality if chosen else "plan"


def _at_a_number(word: Found[Word], clause: Clause, numbers: Sequence[int]) -> bool:
    """销售收入力争60亿元: a word right before its number, with the indicator before it, reaches no further."""
    return word.start > clause.start + _SUBJECT_LEAST and any(
        0 <= number - word.end <= 2 for number in numbers
    )


def _behind_a_number(word: Found[Word], clause: Clause, numbers: Sequence[int]) -> bool:
    return any(clause.start <= number < word.start for number in numbers)
