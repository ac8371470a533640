"""An 亩均效益 rule as data: tables of weighted items, the classes, and who is not evaluated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from luoshi.rules import errors, fields, issued, refusals, rounding

Method = Literal["benchmark", "minmax"]
METHODS: tuple[Method, ...] = ("benchmark", "minmax")
Grade = Literal["A", "B", "C", "D", "T"]
RANKED: tuple[Grade, ...] = ("A", "B", "C")


@dataclass(frozen=True, slots=True)
class PerMuItem:
    """One item: the figure ``top``, divided by the figure ``bottom`` where one is named.

    ``zero_is_best``: a bottom of 0 (no pollutant, no water drawn) gives full marks instead of none.
    ``benchmark`` and ``cap`` (as a multiple of the weight) belong to the method of that name, ``floor`` to
    ``minmax``: the points in a hundred of whoever is last.
    """

    code: str
    title: str
    weight: Decimal
    top: str
    bottom: str = ""
    unit: str = ""
    method: Method = "benchmark"
    benchmark: Decimal | None = None
    cap: Decimal | None = None
    floor: Decimal = Decimal(20)
    zero_is_best: bool = False


@dataclass(frozen=True, slots=True)
class PerMuExtra:
    """Points given beside the items (research, standards), at most ``most``."""

    code: str
    title: str
    most: Decimal


@dataclass(frozen=True, slots=True)
class PerMuTable:
    """Enterprises of one table are compared with each other only; the weights add up to 100."""

    code: str
    title: str
    items: tuple[PerMuItem, ...]
    extras: tuple[PerMuExtra, ...] = ()


@dataclass(frozen=True, slots=True)
class PerMuRule:
    """One published rule.

    - ``classes``: up to which per cent of a table's ranks A, B and C reach; the rest is D.
    - ``ties``: items whose value decides between equal points, in their order.
    - ``young_years``: enterprises younger than this are T (not evaluated), as are the kinds ``exempt_kinds``.
    """

    code: str
    name: str
    version: str
    effective_from: str
    tables: tuple[PerMuTable, ...]
    classes: tuple[tuple[Grade, Decimal], ...]
    ties: tuple[str, ...] = ()
    young_years: int | None = None
    exempt_kinds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        where = f"亩均规则 {self.code} 的"
        if twice := issued.first_twice([table.code for table in self.tables]):
            raise refusals.TableTwice(where, twice)
        for table in self.tables:
            _check_table(table, f"{where}评价表 {table.code} ")
        shares = [Decimal(0), *(share for _, share in self.classes)]
        if shares[-1] > 100 or any(after <= before for before, after in pairwise(shares)):
            raise refusals.FallingShares(f"{where} classes ")
        known = {item.code for table in self.tables for item in table.items}
        for tie in self.ties:
            if tie not in known:
                raise errors.UnknownWord(f"{where} ties ", tie, sorted(known))

    @classmethod
    def from_data(cls, data: object) -> PerMuRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "亩均规则")
        classes = source.inner("classes")
        rule = cls(
            **issued.imprint(source),
            tables=tuple(_read_table(each) for each in source.inner_list("tables")),
            classes=tuple((grade, classes.decimal(grade, least="0", most="100")) for grade in RANKED),
            ties=source.texts("ties"),
            young_years=source.optional_integer("young_years"),
            exempt_kinds=source.texts("exempt_kinds"),
        )
        classes.close()
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads; what is not set is left out."""
        return {
            **issued.written(self),
            "tables": [_write_table(table) for table in self.tables],
            "classes": {grade: str(share) for grade, share in self.classes},
            **issued.present(
                ties=list(self.ties), young_years=self.young_years, exempt_kinds=list(self.exempt_kinds)
            ),
        }


def _check_table(table: PerMuTable, where: str) -> None:
    codes = [each.code for each in table.items] + [each.code for each in table.extras]
    if twice := issued.first_twice(codes):
        raise refusals.ItemTwice(f"{where}的", twice)
    total = sum((item.weight for item in table.items), Decimal(0))
    if total != 100:
        raise refusals.WeightsDoNotSum(where, rounding.show(total), "100")
    for item in table.items:
        _check_item(item, f"{where}的指标 {item.code} ")


def _check_item(item: PerMuItem, where: str) -> None:
    if item.method == "minmax":
        if item.benchmark is not None or item.cap is not None:
            raise refusals.BenchmarkNotUsed(where)
        return
    if item.benchmark is None or item.benchmark <= 0:
        raise refusals.BenchmarkMissing(where)
    if item.zero_is_best and item.cap is None:
        raise refusals.CapMissing(where)


def _read_table(source: fields.Fields) -> PerMuTable:
    table = PerMuTable(
        code=source.text("code"),
        title=source.text("title"),
        items=tuple(_read_item(each) for each in source.inner_list("items")),
        extras=tuple(_read_extra(each) for each in source.inner_list("extras"))
        if source.has("extras")
        else (),
    )
    source.close()
    return table


def _read_item(source: fields.Fields) -> PerMuItem:
    floor = source.optional_decimal("floor", least="0", most="100")
    item = PerMuItem(
        code=source.text("code"),
        title=source.text("title"),
        weight=source.decimal("weight", least="0", most="100"),
        top=source.text("top"),
        bottom=source.text("bottom", ""),
        unit=source.text("unit", ""),
        method=source.word("method", METHODS, "benchmark"),
        benchmark=source.optional_decimal("benchmark"),
        cap=source.optional_decimal("cap", least="1"),
        floor=Decimal(20) if floor is None else floor,
        zero_is_best=source.flag("zero_is_best", False),
    )
    source.close()
    return item


def _read_extra(source: fields.Fields) -> PerMuExtra:
    extra = PerMuExtra(source.text("code"), source.text("title"), source.decimal("most", least="0"))
    source.close()
    return extra


def _write_table(table: PerMuTable) -> dict[str, object]:
    extras = [{"code": each.code, "title": each.title, "most": str(each.most)} for each in table.extras]
    items = [_write_item(item) for item in table.items]
    return {"code": table.code, "title": table.title, "items": items, **issued.present(extras=extras)}


def _write_item(item: PerMuItem) -> dict[str, object]:
    return {
        "code": item.code,
        "title": item.title,
        "weight": str(item.weight),
        "top": item.top,
        **issued.present(
            bottom=item.bottom,
            unit=item.unit,
            method=item.method if item.method != "benchmark" else None,
            benchmark=None if item.benchmark is None else str(item.benchmark),
            cap=None if item.cap is None else str(item.cap),
            floor=str(item.floor) if item.floor != 20 else None,
            zero_is_best=item.zero_is_best or None,
        ),
    }
