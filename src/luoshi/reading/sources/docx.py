"""The text of a Word file: paragraphs as lines with their automatic numbers, rows of tables as cells between tabs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from luoshi.reading.sources import errors
from luoshi.reading.sources.numbering import Numbering, W, numbering

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}txbxContent", _FALLBACK})
_BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PART_MOST = 96 * 2**20


def read(data: bytes, name: str) -> str:
    """The text of a docx; raises a :class:`errors.SourceError` for damaged, bombed or over-large parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _part(archive, "word/document.xml", name)
            lists, styles = (_part(archive, f"word/{part}.xml", name) for part in ("numbering", "styles"))
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, etree.XMLSyntaxError) as error:
        raise errors.DamagedSource(name, "内部文档无法解析") from error
    content = body.find(f"{W}body") if body is not None else None
    if content is None:
        raise errors.DamagedSource(name, "缺少正文")
    try:
        return "\n".join(_lines(content, numbering(lists, styles)))
    except (ValueError, RecursionError) as error:
        raise errors.DamagedSource(name, "正文结构异常") from error


def _part(archive: zipfile.ZipFile, part: str, name: str) -> etree._Element | None:
    """One part parsed without entities and network; None where the file has no such part."""
    try:
        info = archive.getinfo(part)
    except KeyError:
        return None
    if info.file_size > _PART_MOST:
        raise errors.OversizedSource(name, _PART_MOST)
    data = archive.read(info)
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise errors.DamagedSource(name, "含有不允许的实体定义")
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _lines(content: etree._Element, numbers: Numbering) -> Iterator[str]:
    for block in content:
        if block.tag == f"{W}p":
            yield numbers.mark(block) + _text(block)
        elif block.tag == f"{W}tbl":
            yield from _rows(block)
        elif block.tag == f"{W}sdt" and (inner := block.find(f"{W}sdtContent")) is not None:
            yield from _lines(inner, numbers)


def _rows(table: etree._Element) -> Iterator[str]:
    for row in table.iterfind(f"{W}tr"):
        yield "\t".join(_cell(cell) for cell in row.iterfind(f"{W}tc")).rstrip("\t")


def _cell(cell: etree._Element) -> str:
    words = (" ".join(_text(p).split()) for p in cell.iter(f"{W}p"))
    return " ".join(word for word in words if word)


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
