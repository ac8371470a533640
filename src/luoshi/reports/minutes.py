"""会议纪要: what a round that was held decided, item by item, and what it only took note of.

Every word comes from what was kept with the round; nothing here asks a database or a clock.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from luoshi.reports import docx
from luoshi.reports.document import Block, Heading, Official, Paragraph
from luoshi.reports.facts import Data
from luoshi.reports.preread import NUMERALS, STANDINGS, standings


def render(data: Data) -> bytes:
    """What was kept, as JSON, to the bytes of the Word file."""
    return docx.render(compose(data))


def compose(data: Data) -> Official:
    """The minutes of one round; a part of which there is nothing to tell is left out."""
    decided = [each for each in data["items"] if each["decisions"]]
    noted = [each for each in data["items"] if not each["decisions"]]
    parts = (
        (f"以前轮次的决定（{len(data['opening'])} 项）", _earlier(data["opening"])),
        (f"议定事项（{len(decided)} 项）", [said for each in decided for said in _decided(each)]),
        (f"听取情况、未作决定的议题（{len(noted)} 项）", [_noted(each) for each in noted]),
    )
    body: list[Block] = [Paragraph.of(said) for said in _lead(data)]
    for numeral, (title, told) in zip(NUMERALS, [each for each in parts if each[1]], strict=False):
        body.append(Heading(f"{numeral}、{title}"))
        body += [Paragraph.of(said) for said in told]
    return Official(
        head=data["zone"],
        number=f"{data['held_on']} 召开",
        title=data["title"],
        addressee="",
        body=tuple(body),
        issuer=data["issuer"],
        issued_on=datetime.date.fromisoformat(data["held_on"]),
    )


def _lead(data: Data) -> Iterator[str]:
    """When which round met, with which facts and how much; who chaired and attended, where it was written down."""
    count = sum(len(each["decisions"]) for each in data["items"])
    yield (
        f"{_day(data['held_on'])}召开{data['round']}会，数据截至{_day(data['frozen_on'])}。"
        f"会议研究议题 {len(data['items'])} 项，作出决定 {count} 项，纪要如下。"
    )
    for word, said in (("主持", data["chair"]), ("出席", data["attendance"])):
        if said:
            yield f"{word}：{said}。".replace("。。", "。")


def _earlier(opening: Sequence[Data]) -> list[str]:
    """The decisions of earlier rounds as they stood when the facts were cut off."""
    words = dict(STANDINGS)
    told = [
        f"{at}．{each['what']}（{each['round']}决定，{each['unit']}牵头，期限{_day(each['limit'])}，"
        f"任务 {each['task']}）：{words[each['standing']]}。"
        for at, each in enumerate(opening, 1)
    ]
    return [standings(opening), *told] if told else []


def _decided(item: Data) -> Iterator[str]:
    """An item, and each decision about it."""
    yield f"第 {item['order']} 项议题：{_titled(item)}。"
    for each in item["decisions"]:
        yield (
            f"会议决定：{each['what'].rstrip('。')}。由{each['unit']}牵头，{_day(each['due_on'])}前办结"
            f"（任务 {each['task']}）。"
        )


def _noted(item: Data) -> str:
    return f"第 {item['order']} 项议题：{_titled(item)}，{item['reason']}。".replace("。。", "。")


def _titled(item: Data) -> str:
    return f"{item['title']}（{item['unit']}）" if item["unit"] else str(item["title"])


def _day(text: str) -> str:
    """2026-07-08 as 2026年7月8日."""
    day = datetime.date.fromisoformat(text)
    return f"{day.year}年{day.month}月{day.day}日"
