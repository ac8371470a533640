"""What the pre-read and the minutes of a round share: where their numbers come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from luoshi.reports import references
from luoshi.reports.document import Official
from luoshi.reports.facts import Data
from luoshi.reports.targets import COLOURS

STANDINGS: Final = (("done", "已办结"), ("open", "办理中"), ("overdue", "逾期"), ("cancelled", "已撤销"))
#: The keys of what is counted, and with what those of an item, a decision and an earlier decision begin.
COUNTS, ITEMS, OPENING, LATE, MADE, PRESENT = (
    "g:counts",
    "g:items",
    "g:opening",
    "g:late",
    "g:made",
    "g:present",
)
ITEM, DECISION = "i", "d"
_COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    COUNTS: ("各灯项数和议题项数", "截数时的目标墙和议题"),
    ITEMS: ("议题项数", "截数时列入的议题"),
    OPENING: ("以前轮次决定的办理情况", "以前轮次的会议决定和任务"),
    LATE: ("迟报单位", "截数时的单位月报"),
    MADE: ("会议决定项数", "本轮的会议决定"),
    PRESENT: ("主持和出席", "会后登记"),
}


def item_key(order: int) -> str:
    """Where the numbers of an item come from."""
    return f"{ITEM}:{order}"


def decision_key(task: str) -> str:
    """Where the numbers of a decision come from: its task."""
    return f"{DECISION}:{task}"


def referred(official: Official, data: Data) -> Official:
    """A document of a round with its references, where its facts say its code; those of earlier houses do not."""
    code = data.get("code", "")
    if not code:
        return official
    told = references.numbered(official, code, lambda key: _told(key, data))
    return replace(official, references=told, address=data.get("address", ""))


def _told(key: str, data: Data) -> references.Told:
    kind, _, name = key.partition(":")
    if kind == ITEM:
        item = next(each for each in _items(data) if str(each["order"]) == name)
        return item["title"], item["reason"], f"{data['round']}第 {name} 项议题"
    if kind == DECISION:
        decision = next(each for each in _decisions(data) if each["task"] == name)
        return decision["what"], f"期限 {decision['due_on']}", f"任务 {name}"
    title, source = _COUNTED[key]
    return title, _SHOWN[key](data), source


def _lights(data: Data) -> str:
    """How many lights there were of each colour, and how many items."""
    lit = [f"{name} {data['lights'][colour]}" for colour, name in COLOURS if data["lights"].get(colour)]
    return "、".join([*lit, f"议题 {len(_items(data))}"])


def _standings(data: Data) -> str:
    stood = [str(each["standing"]) for each in data["opening"]]
    return "、".join(f"{word} {stood.count(code)}" for code, word in STANDINGS if code in stood)


def _items(data: Data) -> list[Data]:
    return [*data.get("items", ()), *(item for each in data.get("sections", ()) for item in each["items"])]


def _decisions(data: Data) -> list[Data]:
    earlier = [{**each, "due_on": each["limit"]} for each in data["opening"]]
    return [*(each for item in data.get("items", ()) for each in item["decisions"]), *earlier]


#: What was said of each.
_SHOWN: Final[Mapping[str, Callable[[Data], str]]] = {
    COUNTS: _lights,
    ITEMS: lambda data: str(len(_items(data))),
    OPENING: _standings,
    LATE: lambda data: "、".join(each["name"] for each in data["late"]),
    MADE: lambda data: str(sum(len(item["decisions"]) for item in data["items"])),
    PRESENT: lambda data: "；".join(filter(None, (data["chair"], data["attendance"]))),
}
