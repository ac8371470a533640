"""会议纪要: what a round that was held decided, item by item, and what it only took note of.

Every word comes from what was kept with the round; nothing here asks a database or a clock.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from luoshi.reports import docx, locking, rounds
from luoshi.reports.document import Block, Official, Paragraph
from luoshi.reports.facts import Data
from luoshi.reports.preread import NUMERALS, day, standings
from luoshi.reports.rounds import STANDINGS, decision_key, item_key


def render(data: Data) -> bytes:
    """What was kept, as JSON, to the bytes of the Word file."""
    return docx.render(compose(data))


def compose(data: Data) -> Official:
    """The minutes of one round; a part of which there is nothing to tell is left out."""
    decided = [each for each in data["items"] if each["decisions"]]
    noted = [each for each in data["items"] if not each["decisions"]]
    parts = (
        (f"以前轮次的决定（{len(data['opening'])} 项）", rounds.OPENING, _earlier(data["opening"])),
        (
            f"议定事项（{len(decided)} 项）",
            rounds.ITEMS,
            [said for each in decided for said in _decided(each)],
        ),
        (f"听取情况、未作决定的议题（{len(noted)} 项）", rounds.ITEMS, [_noted(each) for each in noted]),
    )
    body: list[Block] = [*_lead(data)]
    for numeral, (title, key, told) in zip(NUMERALS, [each for each in parts if each[2]], strict=False):
        body.append(locking.heading(f"{numeral}、{title}", key))
        body += told
    official = Official(
        head=data["zone"],
        number=f"{day(data['held_on'])}召开",
        title=data["title"],
        addressee="",
        body=tuple(body),
        issuer=data["issuer"],
        issued_on=datetime.date.fromisoformat(data["held_on"]),
        short=True,
    )
    return rounds.referred(official, data)


def _lead(data: Data) -> Iterator[Paragraph]:
    """When which round met, with which facts and how much; who chaired and attended, where it was written down."""
    count = sum(len(each["decisions"]) for each in data["items"])
    met = (
        f"{day(data['held_on'])}召开{data['round']}会，数据截至{day(data['frozen_on'])}。"
        f"会议研究议题 {len(data['items'])} 项"
    )
    yield Paragraph(
        (
            *locking.pieces(met, rounds.ITEMS),
            *locking.pieces(f"，作出决定 {count} 项，纪要如下。", rounds.MADE),
        )
    )
    for word, said in (("主持", data["chair"]), ("出席", data["attendance"])):
        if said:
            yield locking.paragraph(f"{word}：{said}。".replace("。。", "。"), rounds.PRESENT)


def _earlier(opening: Sequence[Data]) -> list[Paragraph]:
    """The decisions of earlier rounds as they stood when the facts were cut off."""
    words = dict(STANDINGS)
    told = [
        locking.paragraph(
            f"{at}．{each['what']}（{each['round']}决定，{each['unit']}牵头，期限{day(each['limit'])}，"
            f"任务 {each['task']}）：{words[each['standing']]}。",
            decision_key(each["task"]),
        )
        for at, each in enumerate(opening, 1)
    ]
    return [locking.paragraph(standings(opening), rounds.OPENING), *told] if told else []


def _decided(item: Data) -> Iterator[Paragraph]:
    """An item, and each decision about it."""
    yield locking.paragraph(f"第 {item['order']} 项议题：{_titled(item)}。", item_key(item["order"]))
    for each in item["decisions"]:
        supported = f"、{each['supporting']}配合" if each.get("supporting") else ""
        yield locking.paragraph(
            f"会议决定：{each['what'].rstrip('。')}。由{each['unit']}牵头{supported}，{day(each['due_on'])}前办结"
            f"（任务 {each['task']}）。",
            decision_key(each["task"]),
        )


def _noted(item: Data) -> Paragraph:
    said = f"第 {item['order']} 项议题：{_titled(item)}，{item['reason']}。".replace("。。", "。")
    return locking.paragraph(said, item_key(item["order"]))


def _titled(item: Data) -> str:
    return f"{item['title']}（{item['unit']}）" if item["unit"] else str(item["title"])
