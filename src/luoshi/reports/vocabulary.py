"""What the wording of a report may name: figures of the month, and groups of things that lists are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from luoshi.reports import growth, meetings, targets
from luoshi.reports.facts import BoardFact, MonthFacts, PlaceFact, TargetFact
from luoshi.reports.figures import UNKNOWN, Figure, Item, count, word
from luoshi.reports.numbers import per_cent
from luoshi.reports.targets import BETTER, COLOURS, WORSE
from luoshi.rules.months import show_month
from luoshi.rules.rounding import half_up

TARGET, UNIT, LIGHT, BOARD, PLACE = "target", "unit", "light", "board", "place"
CORRECTION, ITEM, DECISION = "correction", "item", "decision"
#: What a group is made of.
GROUPS: Final[Mapping[str, str]] = {
    "目标": TARGET, "有完成率": TARGET, "台账计量": TARGET, "单位填报": TARGET, "暂无数据": TARGET, "没有数据": TARGET,
    "绿灯": TARGET, "黄灯": TARGET, "红灯": TARGET, "未亮灯": TARGET, "红黄灯": TARGET, "超前": TARGET, "落后": TARGET,
    "同比上升": TARGET, "同比下降": TARGET, "同比持平": TARGET, "无上年同期": TARGET,
    "转差": TARGET, "转好": TARGET, "连续黄灯": TARGET, "连续红灯": TARGET, "例外": TARGET, "正当理由": TARGET,
    "灯": LIGHT, "责任单位": UNIT, "章节": UNIT, "红榜": BOARD, "黑榜": BOARD, "位次": PLACE, "位次上升": PLACE,
    "位次下降": PLACE, "更正": CORRECTION, "议题": ITEM, "意见分歧": ITEM, "以前决定": DECISION, "未办结决定": DECISION,
}  # fmt: skip
#: The figures of one thing, by what it is.
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    TARGET: targets.FIELDS,
    LIGHT: ("名称", "数"),
    UNIT: ("名称", "数", "绿灯", "黄灯", "红灯", "未亮灯"),
    BOARD: ("位次", "单位", "理由"),
    CORRECTION: ("事项", "变化", "依据"),
    ITEM: ("类别", "议题", "单位", "理由", "各方"),
    DECISION: ("编号", "决定", "单位", "轮次", "期限", "办理"),
    PLACE: ("单位", "位次", "上月位次", "升降", "平均完成率", "绿灯", "黄灯", "红灯"),
}
COUNT, UNITS, BEFORE, CHANGE = "数", "单位", "上月数", "增减"
LIGHTS: Final = tuple(name for _, name in COLOURS)
WORDS: Final = (
    "管委会",
    "印发单位",
    "月份",
    "期间",
    "年",
    "月",
    "上月",
    "工作要点",
    "亮灯规则",
    "轮次",
    "会期",
    "截数日",
    "迟报单位",
)
RUN: Final = 2  # months in a row from which a light is said to last


def names() -> tuple[str, ...]:
    """Every figure of the month that may be named."""
    return (
        *WORDS,
        *(f"{group}.{COUNT}" for group in GROUPS),
        *(f"{group}.{UNITS}" for group, kind in GROUPS.items() if kind == TARGET),
        *(f"{light}.{each}" for light in LIGHTS for each in (BEFORE, CHANGE)),
    )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The figures of a month by name, and its groups."""

    figures: Mapping[str, Figure]
    groups: Mapping[str, tuple[Item, ...]]


def of(facts: MonthFacts, *, joined: bool = False) -> Vocabulary:
    """All that may be named of a month's facts; ``joined``: January and February count as one period."""
    chosen = _chosen(facts)
    items = {t.number: targets.item(t, facts.month, keyed=facts.keyed, joined=joined) for t in facts.targets}
    groups = {name: tuple(items[t.number] for t in found) for name, found in chosen.items()}
    known = chosen["有完成率"]
    groups |= {
        "灯": _lights(chosen),
        "责任单位": _units((t.unit or "未落实责任单位", t) for t in known),
        "章节": _units((t.chapter or "其他", t) for t in facts.targets),
        "红榜": _board(facts.red, facts.keyed),
        "黑榜": _board(facts.black, facts.keyed),
    } | meetings.groups(facts)
    places = [(each, _place(each)) for each in facts.places]
    groups |= {
        "位次": tuple(found for _, found in places),
        "位次上升": tuple(found for each, found in places if _climbed(each) > 0),
        "位次下降": tuple(found for each, found in places if _climbed(each) < 0),
    }
    figures = _words(facts, joined)
    figures |= {f"{name}.{COUNT}": count(len(items), f"g:{name}") for name, items in groups.items()}
    figures |= {f"{name}.{UNITS}": word(_named(found)) for name, found in chosen.items()}
    figures |= _before(facts, chosen)
    return Vocabulary(figures, groups)


def _words(facts: MonthFacts, joined: bool) -> dict[str, Figure]:
    year, month = divmod(facts.month, 100)
    before = facts.month - 1 if month > 1 else facts.month - 89
    return {
        "管委会": word(facts.zone),
        "印发单位": word(facts.issuer),
        "月份": word(show_month(facts.month)),
        "期间": word(_period(facts.month, joined)),
        "年": word(str(year)),
        "月": word(str(month)),
        "上月": word(show_month(before)),
        "工作要点": word(facts.plan),
        "亮灯规则": word(facts.rule),
        "轮次": word(facts.round.name),
        "会期": word(facts.round.meets_on),
        "截数日": word(facts.round.frozen_on),
        "迟报单位": word("、".join(facts.round.late)),
    }


def _period(month: int, joined: bool) -> str:
    """The month as people call it; February with January where the two are one."""
    said = show_month(month)
    return said.removesuffix("2月") + growth.JOINED if joined and month % 100 == 2 else said


def _chosen(facts: MonthFacts) -> dict[str, list[TargetFact]]:
    """The groups of targets."""
    all_of = facts.targets
    known = [t for t in all_of if t.completion is not None]
    colours = {name: [t for t in all_of if t.colour == colour] for colour, name in COLOURS}
    late = [*colours["红灯"], *colours["黄灯"]]
    lasting = {name: [t for t in colours[name] if t.run >= RUN] for name in ("黄灯", "红灯")}
    worse = [t for t in all_of if targets.turn(t) == WORSE]
    grown = [(t, growth.of_year(t)) for t in all_of if t.actual is not None and not t.grows]
    grown = [(t, None if each is None else half_up(each, 1)) for t, each in grown]
    return {
        "目标": [*all_of],
        "有完成率": known,
        "台账计量": [t for t in known if t.source == "measured"],
        "单位填报": [t for t in known if t.source != "measured"],
        "暂无数据": [t for t in all_of if t.completion is None],
        "没有数据": [t for t in all_of if t.actual is None],
        **colours,
        "红黄灯": late,
        "超前": [t for t in colours["绿灯"] if t.gap is not None and t.gap >= 0],
        "落后": [t for t in all_of if t.gap is not None and t.gap < 0],
        "同比上升": [t for t, each in grown if each is not None and each > 0],
        "同比下降": [t for t, each in grown if each is not None and each < 0],
        "同比持平": [t for t, each in grown if each == 0],
        "无上年同期": [t for t in all_of if growth.is_new(t)],
        "转差": worse,
        "转好": [t for t in all_of if targets.turn(t) == BETTER],
        "连续黄灯": lasting["黄灯"],
        "连续红灯": lasting["红灯"],
        "正当理由": [t for t in all_of if t.excuse],
        "例外": list(dict.fromkeys((*colours["红灯"], *lasting["黄灯"], *worse))),
    }


def _lights(chosen: Mapping[str, Sequence[TargetFact]]) -> tuple[Item, ...]:
    """The lights that shine, with how many there are of each."""
    return tuple(
        Item({"名称": word(name), "数": count(len(chosen[name]), f"g:{name}")})
        for name in LIGHTS
        if chosen[name]
    )


def _units(pairs: Iterable[tuple[str, TargetFact]]) -> tuple[Item, ...]:
    """Targets put together by a name, in the order in which the names come."""
    held: dict[str, list[str]] = defaultdict(list)
    for name, target in pairs:
        held[name].append(target.colour)
    return tuple(
        Item(
            {"名称": word(name), "数": count(len(found), f"u:{name}")}
            | {light: count(found.count(colour), f"u:{name}") for colour, light in COLOURS}
        )
        for name, found in held.items()
    )


def _board(entries: Sequence[BoardFact], keyed: bool) -> tuple[Item, ...]:
    keys = [f"b:{each.unit}" for each in entries]
    return tuple(
        Item(
            {
                "位次": count(each.rank, key),
                "单位": word(each.unit),
                "理由": word(each.reason, key if keyed else ""),
            }
        )
        for each, key in zip(entries, keys, strict=True)
    )


def _place(each: PlaceFact) -> Item:
    key, climbed = f"p:{each.unit}", _climbed(each)
    known = each.rank is not None and each.rank_before is not None
    return Item(
        {
            "单位": word(each.unit),
            "位次": _rank(each.rank, key),
            "上月位次": _rank(each.rank_before, key),
            "升降": Figure(str(abs(climbed)) if known else UNKNOWN, Decimal(climbed) if known else None, key),
            "平均完成率": Figure(per_cent(each.completion), each.completion, key),
            "绿灯": count(each.green, key),
            "黄灯": count(each.yellow, key),
            "红灯": count(each.red, key),
        }
    )


def _rank(rank: int | None, key: str) -> Figure:
    return Figure(UNKNOWN, None, key) if rank is None else count(rank, key)


def _climbed(each: PlaceFact) -> int:
    """How many places a unit has gone up since the month before, 0 where either is not known."""
    return each.rank_before - each.rank if each.rank is not None and each.rank_before is not None else 0


def _named(found: Sequence[TargetFact]) -> str:
    return "、".join(dict.fromkeys(t.unit or "未落实责任单位的目标" for t in found))


def _before(facts: MonthFacts, chosen: Mapping[str, Sequence[TargetFact]]) -> dict[str, Figure]:
    """How many lights of each colour there were in the month before, and how many more there are now."""
    known = any(t.colour_before for t in facts.targets)
    found = {}
    for colour, name in COLOURS:
        before = sum(t.colour_before == colour for t in facts.targets)
        more, key = len(chosen[name]) - before, f"g:{name}"
        found[f"{name}.{BEFORE}"] = count(before, key) if known else Figure(UNKNOWN, None, key)
        found[f"{name}.{CHANGE}"] = (
            Figure(str(abs(more)), Decimal(more), key) if known else Figure(UNKNOWN, None, key)
        )
    return found
