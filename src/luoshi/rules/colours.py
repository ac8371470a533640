"""The four colours of a light, each with its shape and its word, so that colour never stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Colour = Literal["green", "yellow", "red", "grey"]

COLOURS: tuple[Colour, ...] = ("green", "yellow", "red", "grey")
LIT: tuple[Colour, ...] = ("green", "yellow", "red")
SHAPES: Mapping[Colour, str] = MappingProxyType({"green": "●", "yellow": "▲", "red": "■", "grey": "○"})
WORDS: Mapping[Colour, str] = MappingProxyType(
    {"green": "绿灯", "yellow": "黄灯", "red": "红灯", "grey": "不亮灯"}
)
NOT_DUE = "未到期"
UNKNOWN = "无数据"


def is_worse(colour: Colour, than: Colour) -> bool:
    """Whether a lit colour is worse than another: red than yellow than green."""
    return LIT.index(colour) > LIT.index(than)
