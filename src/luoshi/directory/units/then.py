"""Units as they stood at a row of the trail: what they were called, and who stood under whom."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Model

from luoshi.directory.units.ledger import UNITS
from luoshi.directory.units.models import ZONE, NoZone, Unit
from luoshi.directory.units.tree import Tree
from luoshi.ledgers import rewinding
from luoshi.ledgers.errors import BadValue


class Units:
    """All units as they were, found by key and by what they were called; also a finder of what links name."""

    def __init__(self, seq: int) -> None:
        later, new = rewinding.before(UNITS, seq), rewinding.created(UNITS, seq)
        units = [unit for unit in Unit.objects.select_related(None) if unit.pk not in new]
        for unit in units:
            rewinding.put_back(UNITS, unit, later.get(unit.pk, {}), ("name", "short_name"), self)
        self.by_key: Mapping[int, Unit] = {unit.pk: unit for unit in units}
        self._called = {text: unit for unit in units for text in (unit.name, unit.short_name) if text}
        for unit in units:
            rewinding.put_back(UNITS, unit, later.get(unit.pk, {}), ("parent",), self)
        self.tree = Tree((unit.pk, unit.parent_id) for unit in units)

    def find(self, ledger: str, text: str) -> Model:
        """The unit that was so called, or :class:`BadValue`."""
        if text not in self._called:
            raise BadValue(f"当时没有叫“{text}”的单位。")
        return self._called[text]

    def zone(self) -> Unit:
        """The committee at the root, or :class:`NoZone`."""
        for unit in self.by_key.values():
            if unit.kind == ZONE:
                return unit
        raise NoZone
