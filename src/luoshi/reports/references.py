"""Where every number of a document comes from: one reference a subject, in the order in which they are met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from luoshi.reports import meetings, vocabulary
from luoshi.reports.document import (
    Attachment,
    Block,
    Chart,
    Heading,
    Official,
    Paragraph,
    Reference,
    Table,
    TableColumn,
)
from luoshi.reports.facts import MonthFacts, TargetFact
from luoshi.reports.numbers import amount, per_cent
from luoshi.reports.tables import SOURCES
from luoshi.reports.vocabulary import COUNT, GROUPS, TARGET, Vocabulary

JOINT: Final = "-"
TITLE: Final = "数据出处"
OF_ROUNDS: Final = {
    "更正": "已采纳的异议和裁定",
    "议题": "调度轮次的议题",
    "意见分歧": "调度轮次的议题，项目交付信心",
    "以前决定": "以前轮次的会议决定和任务",
    "未办结决定": "以前轮次的会议决定和任务",
}
PAGE: Final = "/f/"  # where the house opens a code
#: With what the codes of documents begin that are made without a template.
PAPERS: Final[Mapping[str, str]] = {"assignment": "DJ", "chase": "DB", "hint": "DT", "letter": "DH"}
PREREAD, MINUTES = "YD", "JY"
TAKEN: Final = frozenset({*PAPERS.values(), PREREAD, MINUTES})

Told = tuple[str, str, str]  # what a subject is, what was said of it, and by what


def of(official: Official, facts: MonthFacts) -> tuple[Reference, ...]:
    """The references of a document; their codes are that of the document with a running number."""
    targets, known = {t.number: t for t in facts.targets}, vocabulary.of(facts)
    return numbered(official, facts.code, lambda key: _told(key, facts, targets, known))


def numbered(official: Official, code: str, told: Callable[[str], Told]) -> tuple[Reference, ...]:
    """One reference for each subject of a document that is called ``code``; ``told`` says what it is of a key."""
    found = dict.fromkeys(key for key in keys(official) if key)
    return tuple(Reference(f"{code}{JOINT}{at}", key, *told(key)) for at, key in enumerate(found, 1))


def url(address: str, code: str) -> str:
    """The page that a code opens."""
    return f"{address}{PAGE}{code}"


def ways(address: str) -> str:
    """How who reads on paper comes from a number to its rows."""
    where = f"在浏览器中打开 {address}{PAGE}编号，或" if address else ""
    return f"{where}在系统“报表”页面的“按编号查数据出处”中输入编号，可以看到每个数的来源和以后的变动。"


def note(code: str, address: str) -> str:
    """The same in one line, below the page number of a document that has no list of references."""
    way = f"打开 {url(address, code)}" if address else "在系统“报表”的“按编号查数据出处”中输入"
    return f"出处编号 {code}（{way}，可查每个数的来源）"


def table_of(official: Official) -> Table:
    """The references of a document as a table."""
    columns = (
        TableColumn("编号", 34),
        TableColumn("数据", 70),
        TableColumn("文中的数", 76),
        TableColumn("出处", 66),
    )
    rows = tuple((each.code, each.name, each.shown or "–", each.source) for each in official.references)
    return Table("", columns, rows)


def subjects(facts: MonthFacts) -> dict[str, tuple[str, ...]]:
    """All that a month says of every subject: who compares two of them finds what changed."""
    known = vocabulary.of(facts)
    said: dict[str, list[str]] = defaultdict(list)
    for figures in (known.figures, *(item.figures for items in known.groups.values() for item in items)):
        for name, figure in figures.items():
            if figure.key:
                said[figure.key].append(f"{name} {figure.text}")
    return {key: tuple(sorted(texts)) for key, texts in said.items()}


def keys(official: Official) -> Iterator[str]:
    """Where the numbers of a document come from, from its beginning to its end."""
    yield from (piece.key for piece in official.titled)
    for block in official.body:
        yield from _keys(block)
    for attachment in official.attachments:
        yield from _attached(attachment)


def _attached(attachment: Attachment) -> Iterator[str]:
    for table in attachment.tables:
        yield from table.keys


def _keys(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield from (piece.key for piece in block.pieces)
    elif isinstance(block, Table):
        yield from block.keys
    elif isinstance(block, Chart):
        yield from (bar.key for bar in block.bars)


def _told(key: str, facts: MonthFacts, targets: Mapping[str, TargetFact], known: Vocabulary) -> Told:
    """What a subject is, what was said of it, and by what."""
    kind, _, name = key.partition(":")
    if found_in_round := meetings.told(kind, name, facts):
        return found_in_round
    if kind == "t":
        found = targets[name]
        done = "" if found.completion is None else f"，完成率 {per_cent(found.completion)}"
        said = f"累计 {amount(found.actual, found.measure_unit)}，目标 {amount(found.value, found.measure_unit)}{done}"
        return found.name, said, f"目标 {name}，{SOURCES.get(found.source, found.source)}"
    if kind == "u":
        return f"{name}的目标", "各色灯的目标数", f"目标墙，按{facts.rule}"
    if kind == "b":
        return f"{name}的榜次", "红黑榜位次", "红黑榜，按当月生效的规则"
    if kind == "p":
        return f"{name}的位次", "平均完成率、位次和各色灯的目标数", "单位位次，按当月生效的红黑榜规则"
    shown = known.figures[f"{name}.{COUNT}"].text
    if name in OF_ROUNDS:
        return f"{name}项数", shown, OF_ROUNDS[name]
    return f"{name}{'目标' if GROUPS[name] == TARGET else ''}个数", shown, f"目标墙，按{facts.rule}"
