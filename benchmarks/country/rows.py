"""The rows of a zone, ledger by ledger, as tables with the columns that the ledgers have in a lake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from country import OWNERS, UNITS, YEARS, Zone
from luoshi.lake import schema
from luoshi.lake.exporting import TYPES
from luoshi.ledgers import registry
from luoshi.ledgers.definition import Ledger

FEN_IN_WAN = 1_000_000
HEADS = ("岚峰", "澄光", "溪川", "云舟", "屿石", "鹭洲", "砚池", "朔原", "榆岭", "芷江", "栖霞", "沐野")
TAILS = ("精密制造", "储能科技", "新材料", "电子器件", "生物制品", "智能装备", "食品", "纺织", "物流", "软件")
SEASONS = np.array(
    [780, 560, 1060, 1010, 1030, 1120, 980, 990, 1080, 1040, 1090, 1260]
)  # ‰ of an average month
GROWTH = 30  # ‰ a year
UNREPORTED = 3  # of a hundred
Columns = Mapping[str, Any]


def table(zone: Zone, ledger: str, count: int, columns: Columns) -> pa.Table:
    """Rows with all columns that a ledger has in a lake; what is not given is empty."""
    declared = registry.ledger(ledger)
    given = {"zone": pa.repeat(zone.code, count), **columns}
    made = {
        name: _column(TYPES[kind], given[name])
        if name in given
        else _empty(declared, name, TYPES[kind], count)
        for name, kind in schema.columns(declared).items()
    }
    return pa.table(made)


def _column(kind: pa.DataType, given: Any) -> pa.Array:
    return given.cast(kind) if isinstance(given, pa.Array | pa.ChunkedArray) else pa.array(given, kind)


def _empty(ledger: Ledger, name: str, kind: pa.DataType, count: int) -> pa.Array:
    field = next(field for field in ledger.model._meta.concrete_fields if field.attname == name)
    return pa.nulls(count, kind) if field.null else pa.repeat(pa.scalar(field.get_default(), kind), count)


def units(zone: Zone) -> pa.Table:
    """The committee and what stands under it."""
    keys = zone.keys(len(UNITS))
    return table(
        zone,
        "directory.units",
        len(UNITS),
        {
            "id": keys,
            "code": [zone.code, *(f"{zone.code}{n:02d}" for n in range(1, len(UNITS)))],
            "name": [f"第{zone.code}开发区{name}" for name in UNITS],
            "kind": ["zone", *["office"] * (len(UNITS) - 1)],
            "parent_id": pa.array(keys[:1].repeat(len(UNITS)), mask=np.arange(len(UNITS)) == 0),
        },
    )


def enterprises(zone: Zone) -> pa.Table:
    """The register."""
    count, chance = zone.enterprises, zone.chance(1)
    keys = zone.keys(count)
    return table(
        zone,
        "enterprises.register",
        count,
        {
            "id": keys,
            "credit_code": pc.binary_join_element_wise("Z", pa.array(keys).cast(pa.string()), ""),
            "name": names(chance, count, "有限公司"),
            "above_scale": chance.randint(0, 10, count) < 3,
            "established_on": days(chance, count, 2005, 2021),
            "unit_id": owners(zone, chance, count),
        },
    )


def projects(zone: Zone) -> pa.Table:
    """A project that works for every enterprise, and those that are being built."""
    chance, working, count = zone.chance(2), zone.enterprises, zone.enterprises + zone.building
    total = worth(chance, count)
    is_new = np.arange(count) >= working
    reserved = np.where(is_new, days(chance, count, 2020, 2026), days(chance, count, 2010, 2018))
    started = later(chance, reserved, 30, 300)
    completed = later(chance, started, 300, 700)
    planned = later(chance, reserved, 30, 240)
    ended = pa.array(completed, mask=is_new)
    owner = pa.array(np.concatenate([zone.keys(working), zone.keys(zone.building)]))
    return table(
        zone,
        "delivery.projects",
        count,
        {
            "id": zone.keys(count),
            "number": pc.binary_join_element_wise(
                "XM-", zone.code, pa.array(np.arange(count)).cast(pa.string()), "-"
            ),
            "name": names(chance, count, "项目"),
            "kind": pa.array(["industry", "infrastructure", "livelihood"]).take(
                pa.array(chance.choice(3, count, p=(0.8, 0.15, 0.05)))
            ),
            "nature": pa.array(["new", "renovation"]).take(pa.array(chance.randint(0, 5, count) // 4)),
            "enterprise_id": owner,
            "planned_total": total,
            "planned_start": planned,
            "conceived_on": reserved - 60,
            "reserved_on": reserved,
            "started_on": started,
            "completed_on": ended,
            "operating_on": ended,
            "entered_on": pa.array(later(chance, started, 0, 90), mask=chance.randint(0, 5, count) == 0),
            "unit_id": owners(zone, chance, count),
            "state": pa.array(["operating", "started"]).take(pa.array(is_new.astype(np.int64))),
        },
    )


def signings(zone: Zone) -> pa.Table:
    """What was signed in the six years."""
    chance, count = zone.chance(3), zone.signings
    signed = days(chance, count, YEARS[0], YEARS[-1] + 1)
    return table(
        zone,
        "investment.signings",
        count,
        {
            "id": zone.keys(count),
            "number": pc.binary_join_element_wise(
                "QY-", zone.code, pa.array(np.arange(count)).cast(pa.string()), "-"
            ),
            "project": names(chance, count, "项目"),
            "investor": names(chance, count, "有限公司"),
            "amount": worth(chance, count),
            "signed_on": signed,
            "registered_on": pa.array(later(chance, signed, 10, 60), mask=chance.randint(0, 5, count) == 0),
            "started_on": pa.array(later(chance, signed, 60, 300), mask=chance.randint(0, 2, count) == 0),
            "unit_id": owners(zone, chance, count),
        },
    )


def progress(zone: Zone, year: int) -> pa.Table:
    """What was planned and done in a year for the projects that are being built, month by month."""
    built, chance = zone.building, zone.chance(4, year)
    planned = worth(zone.chance(5), built) // 36
    return table(
        zone,
        "delivery.months",
        built * 12,
        {
            "id": zone.keys(built * 12, first=(year - YEARS[0]) * built * 12),
            "period": periods(year, built),
            "project_id": np.tile(zone.keys(built, first=zone.enterprises), 12),
            "planned": np.tile(planned, 12),
            "done": reported(chance, np.tile(planned, 12) * chance.randint(500, 1200, built * 12) // 1000),
        },
    )


def returns(zone: Zone, year: int) -> pa.Table:
    """What every enterprise reported in a year, month by month: sales, tax, people."""
    count, chance = zone.enterprises, zone.chance(6, year)
    usual = zone.chance(7).randint(3, 60, count) ** 2 * (1000 + GROWTH * (year - YEARS[0])) // 1000
    planned = np.tile(usual, 12) * FEN_IN_WAN
    sold = planned * SEASONS.repeat(count) // 1000 * chance.randint(800, 1200, count * 12) // 1000
    missing = chance.randint(0, 100, count * 12) < UNREPORTED
    return table(
        zone,
        "delivery.returns",
        count * 12,
        {
            "id": zone.keys(count * 12, first=(year - YEARS[0]) * count * 12),
            "period": periods(year, count),
            "project_id": np.tile(zone.keys(count), 12),
            "planned_sales": planned,
            "sales": pa.array(sold, mask=missing),
            "planned_tax": planned // 25,
            "tax": pa.array(sold // 26, mask=missing),
            "jobs": pa.array(np.tile(usual // 8 + 5, 12), mask=missing),
        },
    )


def periods(year: int, count: int) -> np.ndarray:
    """So many rows for each month of a year, the months one after another."""
    return (year * 100 + np.arange(1, 13)).repeat(count)


def reported(chance: np.random.RandomState, values: np.ndarray) -> pa.Array:
    """Values of which some have not been reported."""
    return pa.array(values, mask=chance.randint(0, 100, len(values)) < UNREPORTED)


def worth(chance: np.random.RandomState, count: int) -> np.ndarray:
    """Amounts in fen: mostly some ten million yuan, now and then billions."""
    return chance.randint(3, 100, count) ** 3 * FEN_IN_WAN


def days(chance: np.random.RandomState, count: int, first: int, end: int) -> np.ndarray:
    """Days from the year ``first`` up to the year ``end``."""
    start, stop = np.datetime64(f"{first}-01-01"), np.datetime64(f"{end}-01-01")
    return start + chance.randint(0, (stop - start).astype(int), count)


def later(chance: np.random.RandomState, since: np.ndarray, least: int, most: int) -> np.ndarray:
    """So many days after others."""
    return since + chance.randint(least, most, len(since))


def owners(zone: Zone, chance: np.random.RandomState, count: int) -> np.ndarray:
    """A unit of the zone for each row."""
    first, last = OWNERS
    return zone.keys(len(UNITS))[chance.randint(first, last + 1, count)]


def names(chance: np.random.RandomState, count: int, ending: str) -> pa.Array:
    """Names of invented syllables."""
    heads, tails = (
        pa.array(words).take(pa.array(chance.randint(0, len(words), count))) for words in (HEADS, TAILS)
    )
    return pc.binary_join_element_wise(heads, tails, ending, "")
