"""The text of a Word file: paragraphs as lines with their automatic numbers, rows of tables as cells between tabs."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO

from lxml import etree

from luoshi.reading.sources import errors, packed, xml
from luoshi.reading.sources.grids import Cell, words, written
from luoshi.reading.sources.numbering import Numbering, W, numbering, value
from luoshi.reading.sources.stretches import Stretch

BODY, LISTS, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}txbxContent", f"{W}rt", _FALLBACK})
_BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"})
_BODY = f"{W}body"
_BLOCKS = (_BODY, f"{W}p", f"{W}tbl", *sorted(_WRAPPERS))
_BODY_MOST = 128 * 2**20
_ASIDE_MOST = 8 * 2**20
_COLUMNS_MOST = 200


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """The text of a docx; raises a :class:`errors.SourceError` for damaged, bombed or over-large parts."""
    with packed.opened(data, name) as archive:
        lists, styles = (_aside(archive, path, name) for path in (LISTS, STYLES))
        info = packed.member(archive, BODY, _BODY_MOST, name)
        if info is None:
            raise errors.DamagedSource(name, "缺少正文")
        try:
            with archive.open(info) as body:
                yield from _blocks(body, numbering(lists, styles), name)
        except packed.BROKEN as error:
            raise errors.DamagedSource(name, f"部件 {BODY} 解不开或结构异常") from error


def _aside(archive: zipfile.ZipFile, path: str, name: str) -> etree._Element | None:
    """A part beside the body, parsed without entities and network; None where the file has no such part."""
    data = packed.part(archive, path, _ASIDE_MOST, name)
    return None if data is None else xml.tree(data, path, name)


def _blocks(body: IO[bytes], numbers: Numbering, name: str) -> Iterator[Stretch]:
    """The body block by block; what is done is taken away, so that a long body needs no more room than a short one."""
    tables, found = 0, False
    for node in xml.ends(body, _BLOCKS, BODY, name):
        parent = node.getparent()
        found = found or node.tag == _BODY or (parent is not None and parent.tag == _BODY)
        if parent is None or parent.tag != _BODY:
            continue
        for block in _unwrapped(node):
            if block.tag == f"{W}p":
                yield Stretch(numbers.mark(block) + _text(block))
            elif block.tag == f"{W}tbl":
                tables += 1
                yield from written(_rows(block, tables))
        xml.forget(node)
    if not found:
        raise errors.DamagedSource(name, "缺少正文")


def _unwrapped(node: etree._Element) -> Iterator[etree._Element]:
    """The blocks themselves, whatever controls or marks of review stand around them."""
    waiting = [node]
    while waiting:
        block = waiting.pop()
        if block.tag in _WRAPPERS:
            waiting += reversed(block)
        else:
            yield block


def _rows(table: etree._Element, number: int) -> Iterator[list[Cell]]:
    rows = (row for child in table for row in _unwrapped(child) if row.tag == f"{W}tr")
    for index, row in enumerate(rows, 1):
        place = f"第{number}张表第{index}行"
        cells = [Cell("", place)] * _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in (one for child in row for one in _unwrapped(child) if one.tag == f"{W}tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            below = merge is not None and value(merge) != "restart"
            cells.append(Cell(_cell(cell), place, below))
            cells += [Cell("", place)] * (_count(cell.find(f"{W}tcPr/{W}gridSpan"), 1) - 1)
        yield cells[:_COLUMNS_MOST]


def _count(element: etree._Element | None, otherwise: int) -> int:
    """A number of columns, within reason."""
    said = value(element)
    return max(otherwise, min(int(said), _COLUMNS_MOST)) if said.isdecimal() and len(said) < 6 else otherwise


def _cell(cell: etree._Element) -> str:
    said = (words(_text(p)) for p in cell.iter(f"{W}p"))
    return " ".join(word for word in said if word)


def _text(paragraph: etree._Element) -> str:
    """The visible words of a paragraph: inserted text stays, deleted text and drawings' text go."""
    parts: list[str] = []
    walker = etree.iterwalk(paragraph, events=("start",))
    for _, node in walker:
        if node.tag in _SKIPPED and node is not paragraph:
            walker.skip_subtree()
        elif node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag in _BREAKS:
            parts.append(_BREAKS[node.tag])
    return "".join(parts)
