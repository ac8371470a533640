"""A place among others that is to be reached: 综合考核进入全省前30位."""

from __future__ import annotations

from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import cues, wording, words
from luoshi.reading.quantities.items import Item

# 综合考核进入全省前30位、东部前10位: a place among others to be reached.
_PLACE = quick(
    rf"(?:{cues.ENTERING}|(?:力争|确保"
    rf"|争取)(?![^，,；;。、\d]{{0,24}}(?:{cues.ENTERING})))(?P<where>[^，,；;。、\d]{{0,24}})前$"
)
_NEXT_PLACE = lazy(r"[、和及](?P<where>[^，,；;。、\d]{0,12})前$")
_PROMISED = quick(rf"{words.MODAL}$")
_ORDER = quick(r"(?<=[\u4e00-\u9fff]{2})(?:的?(?:综合)?(?:排名|排位|名次|位次))$")


def place(numeral: Numeral, left: str, end: int, previous: Item | None) -> Item | None:
    """综合考核进入全省前30位: the place in the order is what is promised, and a lower one is better."""
    if found := _PLACE.search(left):
        own = wording.tidy(wording.head(wording.cut(_PROMISED.sub("", left[: found.start()]))))
        said = wording.Tail(found["where"], "le", False, False)
        own = _ORDER.sub("", own)
        return Item(numeral, "", own + found["where"] + "位次", (), said, "le", end)
    found = _NEXT_PLACE.match(left) if previous and previous.thing.endswith("位次") else None
    if not found or not previous:
        return None
    own = previous.thing.removesuffix("位次").removesuffix(previous.said.rest)
    said = previous.said._replace(rest=found["where"])
    return Item(numeral, "", own + found["where"] + "位次", (), said, "le", end)
