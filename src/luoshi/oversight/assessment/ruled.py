"""Red and yellow lights that by a ruling do not count, wherever a unit objected to them: at a list or at a score."""

from __future__ import annotations

from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.objections import rulings
from luoshi.oversight.objections.rulings import Place


def lights(start: int, end: int, as_of: int | None = None) -> dict[Place, str]:
    """Those of the months ``start``..``end``, and their colour; as ruled by a row of the trail where one is named."""
    scored = ScoreObjection.objects.ruled(as_of).of_lights()
    found = {(each.month, each.row): "red" for each in scored if start <= each.month <= end}
    return found | rulings.lights(start, end, as_of)
