"""Things without a name of their own under the place that a label is: 石佛片区:11月启动安置房建设."""

from __future__ import annotations

from luoshi.reading.milestones.judging import fits
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.members import Name
from luoshi.reading.milestones.piece import Piece
from luoshi.reading.milestones.stages import untailed
from luoshi.reading.milestones.vocabulary import own
from luoshi.reading.openings import quick
from luoshi.reading.sentence import Sentence

_PLACE = quick(r"(?P<place>[\u4e00-\u9fff]{2,8}(?:片区|社区|小区|地块|街区|园区|[镇乡村]))$")
_COLONS = (":", "：")
_STAGES, _LONGEST, _LEAST = ("start", "complete", "acquire", "operate"), 14, 2


def there(sentence: Sentence, piece: Piece, stretch: str) -> list[Name]:
    """What stands, or is done, in the one place that a colon sets off at the head of the sentence; empty where none is."""
    place = sentence.clauses[0]
    if place.mark not in _COLONS or piece.stage not in _STAGES or place.end - place.start > _LONGEST:
        return []
    said, what = _PLACE.search(sentence.text, place.start, place.end), untailed(stretch)
    if not said or own(said["place"]) < _LEAST or own(what) or ending(what) is None:
        return []
    whole = said["place"] + what
    return [Name(0, len(stretch), whole)] if fits(whole, "firm") else []
