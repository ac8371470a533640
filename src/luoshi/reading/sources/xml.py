"""XML from files of strangers: no entities, no network, bounded depth, and an error that tells what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

from lxml import etree

from luoshi.reading.sources import errors

_LIMIT = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_MEMORY = etree.ErrorTypes.ERR_NO_MEMORY


def tree(data: bytes, path: str, name: str) -> etree._Element:
    """A small part as a whole; ``path`` is its place in the file ``name``."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise refusal(error, path, name) from error
    refuse_entities(root, name)
    return root


def ends(stream: IO[bytes], tags: Sequence[str], path: str, name: str) -> Iterator[etree._Element]:
    """The elements of a large part as each is closed; whoever is done with one calls :func:`forget`."""
    events = etree.iterparse(stream, events=("end",), tag=tags, resolve_entities=False, no_network=True)
    first = True
    try:
        for _, node in events:
            if first:
                refuse_entities(node, name)
                first = False
            yield node
    except etree.XMLSyntaxError as error:
        raise refusal(error, path, name) from error


def forget(node: etree._Element) -> None:
    """Take away what is done, so that a long part needs no more room than a short one."""
    node.clear()
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]


def refuse_entities(root: etree._Element, name: str) -> None:
    """Office writes no document type; whoever does wants entities."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise errors.DamagedSource(name, "含有不允许的实体定义")


def refusal(error: etree.XMLSyntaxError, path: str, name: str) -> Exception:
    """What to raise for a part that the parser refused."""
    code = getattr(error, "code", None)
    if code == _MEMORY:
        return MemoryError()
    if code == _LIMIT:
        return errors.DamagedSource(name, f"部件 {path} 嵌套太深、文字块太大，或含有层层展开的实体")
    return errors.DamagedSource(name, f"部件 {path} 无法解析")
