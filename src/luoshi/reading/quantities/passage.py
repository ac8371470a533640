"""What holds from sentence to sentence: the section and whether a passage tells results."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from luoshi.reading.model import Heading
from luoshi.reading.quantities import roles
from luoshi.reading.quantities.context import Sentence


class Passage:
    """What holds from sentence to sentence: the section, its area, and whether the passage looks back."""

    def __init__(self, text: str, outline: tuple[Heading, ...]) -> None:
        self.text, self.outline = text, outline
        self._starts = [heading.start for heading in outline]
        self._retrospective = [roles.is_retrospective(heading.title) for heading in outline]
        self._forward = [roles.is_forward(heading.title) for heading in outline]
        self._line, self._behind = -1, False

    def section(self, place: int) -> int | None:
        index = bisect_right(self._starts, place) - 1
        return index if index >= 0 else None

    def behind(self, sentence: Sentence) -> bool:
        """Whether the sentence stands in a passage of results; one that looks ahead ends the passage."""
        above = list(self._above(self.section(sentence.start)))
        if any(self._retrospective[index] for index in above):
            return True
        line = self.text.rfind("\n", 0, sentence.start)
        if line != self._line:
            self._line, self._behind = line, False
        if self._behind:
            self._behind = not roles.turns_ahead(sentence)
        else:
            self._behind = roles.looks_back(sentence, any(self._forward[index] for index in above))
        return self._behind

    def _above(self, section: int | None) -> Iterator[int]:
        while section is not None:
            yield section
            section = self.outline[section].parent
