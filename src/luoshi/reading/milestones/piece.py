"""What a segment of a clause says of one stage."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.reading.milestones.judging import Way
from luoshi.reading.model import Span, Stage


class Piece(NamedTuple):
    """A stretch of a clause that speaks of one stage: names stand in text[start:end], its own time in ``when``.

    ``whole``: the stretch itself is the name; ``bare``: no name stands there, the stage is that of a project named
    before, or of the part of it that text[start:end] names. ``suffix`` is given back to the name (股权重组). ``listed``: it is a list that is said to be of projects.
    """

    start: int
    end: int
    stage: Stage
    way: Way
    when: Span
    whole: bool = False
    bare: bool = False
    suffix: str = ""
    listed: bool = False
