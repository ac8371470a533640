"""What reports may name of the month's round and of what was corrected: groups of words."""

from __future__ import annotations

from typing import Final

from luoshi.reports.facts import CorrectionFact, DecisionFact, ItemFact, MonthFacts
from luoshi.reports.figures import Item, word

DISAGREEMENT: Final = "意见分歧"
FINISHED: Final = ("已办结", "已撤销")


def groups(facts: MonthFacts) -> dict[str, tuple[Item, ...]]:
    """The agenda of the month's round, what three say differently, earlier decisions, and what is corrected."""
    items, decisions = facts.round.items, facts.round.decisions
    return {
        "更正": tuple(map(_correction, facts.corrections)),
        "议题": tuple(map(_item, items)),
        "意见分歧": tuple(_item(each) for each in items if each.kind == DISAGREEMENT),
        "以前决定": tuple(map(_decision, decisions)),
        "未办结决定": tuple(_decision(each) for each in decisions if each.standing not in FINISHED),
    }


def _correction(each: CorrectionFact) -> Item:
    return Item({"事项": word(each.what), "变化": word(each.changed), "依据": word(each.ruling)})


def _item(each: ItemFact) -> Item:
    return Item(
        {
            "类别": word(each.kind),
            "议题": word(each.title),
            "单位": word(each.unit),
            "理由": word(each.reason),
            "各方": word(each.said),
        }
    )


def _decision(each: DecisionFact) -> Item:
    return Item(
        {
            "编号": word(each.number),
            "决定": word(each.what),
            "单位": word(each.unit),
            "轮次": word(each.round),
            "期限": word(each.limit),
            "办理": word(each.standing),
        }
    )
