"""Where every number of a document comes from: one reference a subject, in the order in which they are met."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reports.document import Attachment, Block, Chart, Official, Paragraph, Reference, Table
from luoshi.reports.facts import MonthFacts, TargetFact
from luoshi.reports.numbers import amount, per_cent
from luoshi.reports.tables import SOURCES

JOINT = "-"


def of(official: Official, facts: MonthFacts) -> tuple[Reference, ...]:
    """The references of a document; their codes are that of the document with a running number."""
    found = dict.fromkeys(key for key in keys(official) if key)
    targets = {t.number: t for t in facts.targets}
    made = []
    for at, key in enumerate(found, 1):
        name, shown, source = _told(key, facts, targets)
        made.append(Reference(f"{facts.code}{JOINT}{at}", key, name, shown, source))
    return tuple(made)


def keys(official: Official) -> Iterator[str]:
    """Where the numbers of a document come from, from its beginning to its end."""
    for block in official.body:
        yield from _keys(block)
    for attachment in official.attachments:
        yield from _attached(attachment)


def _attached(attachment: Attachment) -> Iterator[str]:
    for table in attachment.tables:
        yield from table.keys


def _keys(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from (piece.key for piece in block.pieces)
    elif isinstance(block, Table):
        yield from block.keys
    elif isinstance(block, Chart):
        yield from (bar.key for bar in block.bars)


def _told(key: str, facts: MonthFacts, targets: dict[str, TargetFact]) -> tuple[str, str, str]:
    """What a subject is, what was said of it, and by what."""
    kind, _, name = key.partition(":")
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
    return f"{name}目标数" if name in LIGHTS else f"{name}的个数", "", f"目标墙，按{facts.rule}"


LIGHTS = ("绿灯", "黄灯", "红灯", "未亮灯")
