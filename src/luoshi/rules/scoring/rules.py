"""A scheme of assessment (考核办法) as data, with version and date of effect."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from luoshi.rules import issued
from luoshi.rules.scoring import checks, parts
from luoshi.rules.scoring.data import MOST_POINTS
from luoshi.rules.scoring.parts import Dimension, Figure, Group, Veto

PLACES = 2


@dataclass(frozen=True, slots=True)
class ScoreRule:
    """One published scheme.

    - ``full``: full marks, the same for every group (checked).
    - ``ties``: dimensions or items whose points decide between equal totals, in their order.
    - ``places``: to how many decimals the points of an item are rounded, so that the scorebook adds up by hand.
    """

    code: str
    name: str
    version: str
    effective_from: str
    full: Decimal
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    dimensions: tuple[Dimension, ...]
    vetoes: tuple[Veto, ...] = ()
    ties: tuple[str, ...] = ()
    places: int = PLACES

    def __post_init__(self) -> None:
        checks.check(self)

    @classmethod
    def from_data(cls, data: object) -> ScoreRule:
        """A scheme from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "考核办法")
        rule = cls(
            **issued.imprint(source),
            full=source.decimal("full", least="0", most=MOST_POINTS),
            figures=tuple(parts.read_figure(each) for each in source.inner_list("figures")),
            groups=tuple(parts.read_group(each) for each in source.inner_list("groups")),
            dimensions=tuple(parts.read_dimension(each) for each in source.inner_list("dimensions")),
            vetoes=tuple(parts.read_veto(each) for each in source.inner_list("vetoes"))
            if source.has("vetoes")
            else (),
            ties=source.texts("ties"),
            places=source.integer("places", least=0, most=6) if source.has("places") else PLACES,
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads; what is left at its default is left out."""
        return {
            **issued.written(self),
            "full": str(self.full),
            "figures": [parts.write_figure(each) for each in self.figures],
            "groups": [{"code": each.code, "title": each.title} for each in self.groups],
            "dimensions": [parts.write_dimension(each) for each in self.dimensions],
            **issued.present(
                vetoes=[parts.write_veto(each) for each in self.vetoes],
                ties=list(self.ties),
                places=None if self.places == PLACES else self.places,
            ),
        }

    def figure(self, code: str) -> Figure:
        """The declared figure of a code that the scheme uses."""
        return next(each for each in self.figures if each.code == code)

    def group(self, code: str) -> Group:
        """The declared group of a code."""
        return next(each for each in self.groups if each.code == code)
