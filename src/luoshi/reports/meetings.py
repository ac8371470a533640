"""What reports may name of the month's round and of what was corrected: groups of words, with what their numbers are of."""

from __future__ import annotations

from typing import Final

from luoshi.reports.facts import CorrectionFact, DecisionFact, ItemFact, MonthFacts
from luoshi.reports.figures import Item, word

DISAGREEMENT: Final = "意见分歧"
FINISHED: Final = ("已办结", "已撤销")
CORRECTED, LISTED, DECIDED = "c", "i", "d"  # with what the keys of a correction, an item and a decision begin


def groups(facts: MonthFacts) -> dict[str, tuple[Item, ...]]:
    """The agenda of the month's round, what three say differently, earlier decisions, and what is corrected."""
    items = [
        (each, _item(each, _key(facts, LISTED, str(at)))) for at, each in enumerate(facts.round.items, 1)
    ]
    decisions = [(each, _decision(each, _key(facts, DECIDED, each.number))) for each in facts.round.decisions]
    corrections = enumerate(facts.corrections, 1)
    return {
        "更正": tuple(_correction(each, _key(facts, CORRECTED, str(at))) for at, each in corrections),
        "议题": tuple(item for _, item in items),
        "意见分歧": tuple(item for each, item in items if each.kind == DISAGREEMENT),
        "以前决定": tuple(item for _, item in decisions),
        "未办结决定": tuple(item for each, item in decisions if each.standing not in FINISHED),
    }


def told(kind: str, name: str, facts: MonthFacts) -> tuple[str, str, str] | None:
    """What the key of one of them is, what was said of it, and by what; None for other keys."""
    if kind == CORRECTED:
        corrected = facts.corrections[int(name) - 1]
        return corrected.what, corrected.changed, corrected.ruling
    if kind == LISTED:
        item = facts.round.items[int(name) - 1]
        return item.title, item.reason, f"{facts.round.name}的议题，{item.kind}"
    if kind == DECIDED:
        decision = next(each for each in facts.round.decisions if each.number == name)
        return decision.what, decision.standing, f"会议决定 {name}，{decision.round}"
    return None


def _key(facts: MonthFacts, kind: str, name: str) -> str:
    return f"{kind}:{name}" if facts.keyed else ""


def _correction(each: CorrectionFact, key: str) -> Item:
    return Item(
        {"事项": word(each.what, key), "变化": word(each.changed, key), "依据": word(each.ruling, key)}
    )


def _item(each: ItemFact, key: str) -> Item:
    return Item(
        {
            "类别": word(each.kind),
            "议题": word(each.title, key),
            "单位": word(each.unit),
            "理由": word(each.reason, key),
            "各方": word(each.said, key),
        }
    )


def _decision(each: DecisionFact, key: str) -> Item:
    return Item(
        {
            "编号": word(each.number),
            "决定": word(each.what, key),
            "单位": word(each.unit),
            "轮次": word(each.round),
            "期限": word(each.limit),
            "办理": word(each.standing, key),
        }
    )
