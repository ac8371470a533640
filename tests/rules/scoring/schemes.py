"""Small schemes for the tests of scores: one item, or a whole one with every formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from luoshi.rules.scoring.scores import Assessed, Event, ItemScore, Rating, ScoreRule, UnitScore, score

NUMBERS = ("甲", "乙", "丙", "计划")
EVENTS = ("次", "起", "份")
Figures = Mapping[str, str | int]


def ratio(*parts: Mapping[str, object], **more: object) -> dict[str, object]:
    return {"kind": "ratio", "parts": list(parts), **more}


def of_target(actual: str = "甲", target: str = "计划", **more: object) -> dict[str, object]:
    return {"actual": actual, "target": target, **more}


def scheme(
    formula: Mapping[str, object], points: str | None = "10", *, kind: str = "marks", **more: Any
) -> ScoreRule:
    """A scheme of one item of that formula; a bonus or a deduction beside an item of ten points that all have."""
    item: dict[str, object] = {"code": "item", "title": "指标", "formula": dict(formula)}
    if points is not None:
        item["points"] = points
    tested = {"code": "tested", "title": "部分", "kind": kind, "items": [item]}
    base = {
        "code": "base",
        "title": "基础",
        "items": [{"code": "given", "title": "基础分", "points": "10", "formula": GIVEN}],
    }
    data = {
        "code": "scheme",
        "name": "办法",
        "version": "1",
        "effective_from": "2026-01-01",
        "full": points if kind == "marks" else "10",
        "figures": [
            *map(number, NUMBERS),
            *map(events, EVENTS),
            RATED_BY_LEADERS,
            RATED_BY_PEERS,
            TYPE,
            ALWAYS,
        ],
        "groups": [{"code": "towns", "title": "镇街组"}, {"code": "offices", "title": "部门组"}],
        "dimensions": [tested] if kind == "marks" else [base, tested],
        **more,
    }
    return ScoreRule.from_data(data)


GIVEN = {"kind": "ratio", "parts": [{"actual": "always", "constant": "1"}]}
ALWAYS = {"code": "always", "title": "基础"}
TYPE = {"code": "type", "title": "项目类型", "kind": "word"}
RATED_BY_LEADERS = {"code": "leaders", "title": "领导评分", "kind": "ratings"}
RATED_BY_PEERS = {"code": "peers", "title": "单位互评", "kind": "ratings"}


def number(code: str) -> dict[str, object]:
    return {"code": code, "title": code, "unit": "亿元"}


def events(code: str) -> dict[str, object]:
    return {"code": code, "title": code, "unit": "个", "kind": "events"}


def unit(name: str = "东镇", group: str = "towns", **figures: str | int) -> Assessed:
    """A unit with its numbers; 1 of what all have."""
    known = {code: Decimal(str(value)) for code, value in figures.items()}
    return Assessed(name, group, {"always": Decimal(1), **known})


def happened(name: str = "东镇", group: str = "towns", **sizes: Sequence[str]) -> Assessed:
    """A unit with its events, by their sizes; each is called by its place."""
    found = {
        code: [Event(f"{code}{at}", Decimal(size), f"{code}{at}号") for at, size in enumerate(each, 1)]
        for code, each in sizes.items()
    }
    return Assessed(name, group, {"always": Decimal(1)}, found)


def rated(leaders: Mapping[str, str], peers: Mapping[str, str]) -> Assessed:
    """A unit with the marks that others gave it."""
    ratings = {
        code: [Rating(rater, Decimal(mark)) for rater, mark in marks.items()]
        for code, marks in (("leaders", leaders), ("peers", peers))
    }
    return Assessed("东镇", "towns", {"always": Decimal(1)}, ratings=ratings)


def line(rule: ScoreRule, *rows: Assessed) -> ItemScore:
    """The tested item of the first unit given."""
    return next(item for item in one(rule, *rows).items if item.code == "item")


def one(rule: ScoreRule, *rows: Assessed) -> UnitScore:
    """The scorebook of the first unit given."""
    return next(each for each in score(rule, rows) if each.unit == rows[0].unit)


def _item(code: str, points: str, formula: dict[str, object], *groups: str) -> dict[str, object]:
    return {
        "code": code,
        "title": f"指标{code}",
        "points": points,
        "groups": list(groups),
        "formula": formula,
    }


_MARKS = [
    _item("both", "20", ratio(of_target("甲", share="60"), of_target("乙", "丙", share="40"), cap="120", least="55"), "towns"),
    _item("limit", "20", ratio({"actual": "乙", "constant": "35", "better": "low"}), "offices"),
    _item("least", "10", {"kind": "thresholds", "thresholds": [{"figure": "丙", "least": "7", "each": "0.3"}]}),
    _item("wrong", "10", {"kind": "faults", "faults": [{"figure": "次", "each": "0.6", "most": "9", "curable": True}]}),
    _item("rated", "10", {"kind": "ratings", "panels": [{"figure": "leaders", "weight": "70"}, {"figure": "peers", "weight": "30"}], "scale": "5", "trim": 2}),
    _item("size", "20", {"kind": "sizes", "figure": "甲", "steps": [{"bound": "45", "points": "20"}, {"bound": "4.5", "points": "10"}], "rest": "2.5"}),
    _item("type", "15", {"kind": "types", "figure": "type", "types": [{"word": "产业项目", "points": "15"}, {"word": "其他", "points": "8"}]}),
    _item("place", "12", {"kind": "places", "figure": "乙", "points": ["12", "11.5"], "rest": "6.5", "better": "low"}),
    _item("best", "3", {"kind": "best", "figure": "甲"}),
]  # fmt: skip
_ADDED = {
    "kind": "awards",
    "awards": [
        {"figure": "甲", "beyond": "计划", "each": "0.4", "most": "5.5"},
        {
            "figure": "起",
            "steps": [{"bound": "50", "points": "4"}, {"bound": "14", "points": "3.5"}],
            "most": "8",
        },
    ],
}
_TAKEN = {"kind": "faults", "faults": [{"figure": "份", "each": "0.7"}]}

EVERY_FORMULA = scheme(
    GIVEN,
    "80",
    code="every",
    places=3,
    dimensions=[
        {
            "code": "all",
            "title": "实绩",
            "weight": "80",
            "cap": "82",
            "items": _MARKS[:4] + _MARKS[4:8] + _MARKS[8:],
        },
        {
            "code": "more",
            "title": "加分",
            "kind": "bonus",
            "cap": "9.5",
            "items": [_item("added", "9", _ADDED)],
        },
        {
            "code": "less",
            "title": "扣分",
            "kind": "deduction",
            "cap": "6.2",
            "items": [_item("taken", "6", _TAKEN)],
        },
    ],
    vetoes=[{"code": "safety", "title": "安全", "figure": "起", "consequence": "取消评优"}],
    ties=["best", "more"],
)
"""All nine formulas, both groups, every option."""
