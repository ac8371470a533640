"""预读材料: two pages that a round is read from before it meets, exceptions only; what does not fit is attached.

Every word comes from the frozen facts of the round; nothing here asks a database or a clock.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from luoshi.reports import docx, locking, rounds
from luoshi.reports.document import Attachment, Block, Official, Table, TableColumn
from luoshi.reports.facts import Data
from luoshi.reports.rounds import STANDINGS, item_key
from luoshi.rules.months import show_month

LINE = 26  # so many Chinese characters surely stand in a line of 三号
BODY_LINES = 31  # of the 44 lines of two pages, after head, number, title, date and signature
LONGEST = 100  # characters of one item; the rest of it is attached
NUMERIC = "0123456789.,%"
NUMERALS = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its items, one paragraph each; ``rest`` counts those that are left to the attachment.

    ``keys`` say where the numbers of each item come from, ``key`` those of the heading.
    """

    title: str
    items: tuple[str, ...]
    shown: int = 0
    keys: tuple[str, ...] = ()
    key: str = ""

    @property
    def rest(self) -> int:
        return len(self.items) - self.shown


def render(data: Data) -> bytes:
    """Frozen facts, as JSON, to the bytes of the Word file."""
    return docx.render(compose(data))


def compose(data: Data) -> Official:
    """The pre-read of one round: at most two pages and, where not everything fits, an attachment."""
    lead = _lead(data)
    sections = fitted(_sections(data), BODY_LINES - lines(lead))
    whole = any(each.rest or _cut(each) for each in sections)
    body: list[Block] = [locking.paragraph(lead, rounds.COUNTS)]
    for numeral, section in zip(NUMERALS, sections, strict=False):
        body.append(locking.heading(f"{numeral}、{section.title}", section.key))
        shown = zip(section.items[: section.shown], section.keys[: section.shown], strict=True)
        body += [locking.paragraph(shortened(text), key) for text, key in shown]
        if section.rest:
            body.append(locking.paragraph(f"其余 {section.rest} 项见附件。", section.key))
    on = data["frozen_on"] or data["meets_on"]
    official = Official(
        head=data["zone"],
        number=f"{day(data['meets_on'])}召开",
        title=data["title"],
        addressee="",
        body=tuple(body),
        issuer=data["issuer"],
        issued_on=datetime.date.fromisoformat(on),
        attachments=(Attachment(f"{data['round']}议题清单", (_table(data),)),) if whole else (),
        short=True,
    )
    return rounds.referred(official, data)


def _lead(data: Data) -> str:
    named = (("red", "红灯"), ("yellow", "黄灯"), ("green", "绿灯"), ("grey", "未亮灯"))
    lights = "、".join(
        f"{word} {data['lights'][colour]} 项" for colour, word in named if data["lights"].get(colour)
    )
    counted = sum(len(each["items"]) for each in data["sections"])
    return (
        f"本轮数据截至{day(data['frozen_on'])}，按{show_month(data['month'])}评判：{lights or '没有目标亮灯'}。"
        f"列入议题 {counted} 项，只列例外，其余按计划推进。"
    )


def _sections(data: Data) -> list[Section]:
    """What there is to tell, in the order of the agenda; nothing about what there is not."""
    found = []
    for each in data["sections"]:
        items = tuple(_item(at, item) for at, item in enumerate(each["items"], 1))
        opening = (standings(data["opening"]),) if each["kind"] == "unfinished" and data["opening"] else ()
        if items or opening:
            keys = [rounds.OPENING] if opening else []
            keys += [item_key(item["order"]) for item in each["items"]]
            title = f"{each['title']}（{len(items)} 项）"
            found.append(Section(title, (*opening, *items), keys=tuple(keys), key=rounds.ITEMS))
    if data["late"]:
        late = "、".join(each["name"] for each in data["late"])
        title = f"迟报单位（{len(data['late'])} 个）"
        found.append(Section(title, (f"{late}。",), keys=(rounds.LATE,), key=rounds.LATE))
    return found


def standings(opening: Sequence[Data]) -> str:
    """How many of the earlier decisions are done, open, overdue."""
    counts = {code: sum(each["standing"] == code for each in opening) for code, _ in STANDINGS}
    told = "、".join(f"{word} {counts[code]} 项" for code, word in STANDINGS if counts[code])
    return f"以前轮次的决定 {len(opening)} 项：{told}。"


def day(text: str) -> str:
    """2026-07-08 as 2026年7月8日."""
    found = datetime.date.fromisoformat(text)
    return f"{found.year}年{found.month}月{found.day}日"


def _item(at: int, item: Data) -> str:
    unit = f"（{item['unit']}）" if item["unit"] else ""
    return f"{at}．{item['title']}{unit}：{item['reason']}。".replace("。。", "。")


def fitted(sections: Sequence[Section], room: int) -> list[Section]:
    """How many items each section shows in so many lines; the first of every section come before the second of any.

    A section that does not show all keeps a line to say so. A section for whose heading there is no room is left out
    of the pages; it is in the attachment.
    """
    kept: list[Section] = []
    for each in sections:
        if room >= 2:
            kept.append(each)
            room -= 2  # its heading, and the line that says what is left
    for at in range(max((len(each.items) for each in kept), default=0)):
        for place, each in enumerate(kept):
            if at != each.shown or at >= len(each.items):
                continue
            last = each.shown + 1 == len(each.items)
            needed = lines(shortened(each.items[at])) - last  # nothing is left: its line is free
            if needed <= room:
                kept[place], room = replace(each, shown=each.shown + 1), room - needed
    return kept


def shortened(text: str) -> str:
    """At most so many characters, with a sign that there is more; no number is cut in two."""
    if len(text) <= LONGEST:
        return text
    kept = text[: LONGEST - 2]
    if text[len(kept)] in NUMERIC:
        kept = kept.rstrip(NUMERIC) or kept  # what is all digits is no number
    return f"{kept}……"


def _cut(section: Section) -> bool:
    return any(shortened(text) != text for text in section.items[: section.shown])


def lines(text: str) -> int:
    """So many lines a paragraph takes at most, its indent included."""
    return -(-(len(text) + 2) // LINE)


def _table(data: Data) -> Table:
    columns = (
        TableColumn("序号", 8, numeric=True),
        TableColumn("类别", 16),
        TableColumn("议题", 40),
        TableColumn("责任单位", 24),
        TableColumn("列入理由", 60),
        TableColumn("依据", 60),
    )
    items = [(each["title"], item) for each in data["sections"] for item in each["items"]]
    rows = tuple(
        (str(item["order"]), title, item["title"], item["unit"], item["reason"], item["made_from"])
        for title, item in items
    )
    return Table("", columns, rows, keys=tuple(item_key(item["order"]) for _, item in items), whole=True)
