"""The light rules that offices have published, as data: rules A to E of the trade."""

from __future__ import annotations

from luoshi.rules.lights import LightRule


def bound(comparator: str, value: str, of: str | None = None) -> dict[str, str]:
    return {"comparator": comparator, "value": value, **({"of": of} if of else {})}


def band(colour: str, *bounds: dict[str, str], word: str | None = None) -> dict[str, object]:
    return {"colour": colour, "bounds": list(bounds), **({"word": word} if word else {})}


def data(
    code: str, subject: str, base: str, bands: list[dict[str, object]], **more: object
) -> dict[str, object]:
    return {
        "code": code,
        "name": code,
        "version": "1",
        "effective_from": "2025-01-01",
        "subject": subject,
        "base": base,
        "bands": bands,
        **more,
    }


REACHED = band("green", bound("ge", "100"))
MISSED_YELLOW = band("yellow", bound("lt", "100"))

A_PROGRESS = data(
    "A-progress",
    "project",
    "points",
    [
        band("green", bound("gt", "-10")),
        band("yellow", bound("le", "-10"), bound("ge", "-30")),
        band("red", bound("lt", "-30")),
    ],
)
A_START = data(
    "A-start",
    "project_start",
    "percent_of_plan",
    [REACHED, MISSED_YELLOW],
    memory={"months": 3, "counts": ["yellow"], "becomes": "red"},
    event="开工",
)
A_ENTRY = data(
    "A-entry",
    "project",
    "percent_of_plan",
    [REACHED, MISSED_YELLOW],
    memory={"months": 2, "counts": ["yellow"], "becomes": "red"},
    event="入库",
)
B_INVESTMENT = data(
    "B-investment",
    "project",
    "percent_of_plan",
    [
        REACHED,
        band("yellow", bound("lt", "100"), bound("ge", "50")),
        band("red", bound("lt", "50")),
    ],
)
B_UNIT = data(
    "B-unit",
    "unit",
    "percent_of_plan",
    [REACHED, MISSED_YELLOW],
    memory={"months": 2, "counts": ["yellow"], "becomes": "red"},
)
C_GROWTH = data(
    "C-growth",
    "indicator",
    "points",
    [
        band("green", bound("ge", "0"), bound("ge", "0", "reference"), bound("ge", "0", "actual")),
        band("yellow", bound("lt", "0"), bound("ge", "0", "actual")),
        band("yellow", bound("ge", "0"), bound("lt", "0", "reference"), bound("ge", "0", "actual")),
        band("red", bound("lt", "0", "actual")),
    ],
    reference="全市平均",
)
C_BONDS = data(
    "C-bonds",
    "project",
    "percent_of_plan",
    [
        REACHED,
        band("yellow", bound("lt", "100"), bound("ge", "70")),
        band("red", bound("lt", "70")),
    ],
)
D_TASK = data(
    "D-task",
    "task",
    "points",
    [band("green", bound("ge", "0")), band("red", bound("lt", "0"))],
    made_good_later=True,
    ahead=True,
)
E_MONTH = data(
    "E-month",
    "unit",
    "percent_of_plan",
    [
        band("grey", bound("ge", "80"), word="不发牌"),
        band("yellow", bound("lt", "80"), bound("ge", "60"), word="关注"),
        band("yellow", bound("lt", "60"), word="黄牌"),
    ],
)

PUBLISHED = (A_PROGRESS, A_START, A_ENTRY, B_INVESTMENT, B_UNIT, C_GROWTH, C_BONDS, D_TASK, E_MONTH)


def rule(of: dict[str, object], **changes: object) -> LightRule:
    return LightRule.from_data({**of, **changes})
