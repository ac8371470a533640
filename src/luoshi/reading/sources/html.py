"""The main text of a government's web page: paragraphs as lines, rows of tables as cells between tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as parser

from luoshi.reading.repairs.surroundings import LABELS
from luoshi.reading.sources import errors, html_tables, plain, xml
from luoshi.reading.sources.stretches import Stretch

_DROPPED = (
    "script",
    "style",
    "noscript",
    "iframe",
    "nav",
    "footer",
    "select",
    "button",
    "svg",
    "head",
    "template",
    "object",
)
_BLOCKS = frozenset(
    ["p", "div", "section", "article", "main", "header", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt",
     "dd", "table", "tbody", "thead", "tr", "td", "th", "blockquote", "center", "pre", "hr", "figure", "figcaption", "body", "html",
     "address"]
)  # fmt: skip
_HAN = re.compile("[\u4e00-\u9fff]")
_BLANKS = re.compile(r"[ \t\r\f\v\xa0\u3000]+")
#: Elements of running text: the main text is never looked for in them.
_WORDS = ("p", "span", "font", "b", "strong")
_PAGE_LINE = re.compile(rf"(?:{LABELS})\s*[:：]")
_HOLDS = 0.75
_MOST = 16 * 2**20
_BREAK = "\x1f"


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """The main text of a page, its heading first; nothing where there is none."""
    if len(data) > _MOST:
        raise errors.OversizedSource(name, f"是网页，超过 {_MOST // 2**20} MB")
    root = _parsed(plain.decode(data, name), name)
    titles = [_line("".join(str(words) for words in h.itertext())) for h in root.iter("h1")]
    etree.strip_elements(root, *_DROPPED, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    found = root.find("body")
    body = root if found is None else found
    cells = html_tables.spread(body)
    main = _main(body, cells)
    lines = list(_lines(main, cells))
    before = list(_before(body, main, cells, lines))
    title = next((t for t in titles if t and t not in lines and t not in before), None)
    for line in [*([title] if title else []), *before, *lines]:
        yield Stretch(line)


def _parsed(page: str, name: str) -> etree._Element:
    """The page as a tree; what is nested deeper than any page is refused, because the parser would drop it."""
    lenient = parser.HTMLParser(encoding="utf-8", recover=True, huge_tree=True)
    try:
        root = parser.document_fromstring(page.encode("utf-8", "replace") or b"<p/>", parser=lenient)
    except etree.ParserError as error:
        raise errors.NoText(name) from error
    except etree.XMLSyntaxError as error:
        raise xml.refusal(error, "正文", name) from error
    found = {entry.type_name for entry in lenient.error_log}
    if "ERR_NO_MEMORY" in found:
        raise MemoryError
    if "ERR_RESOURCE_LIMIT" in found:
        raise errors.DamagedSource(name, "网页的标签嵌套太深")
    return root


def _main(body: etree._Element, cells: set[etree._Element]) -> etree._Element:
    """The deepest element that holds nearly all Chinese text outside links; never a part of a table of data."""
    weights = _weights(body)
    here = body
    while True:
        heavy = max(iter(here), key=lambda c: weights.get(c, 0), default=None)
        if (
            heavy is None
            or weights.get(heavy, 0) < _HOLDS * weights.get(here, 0)
            or heavy.tag in _WORDS
            or (heavy.tag in ("table", "tr") and next(heavy.iter("td", "th"), None) in cells)
        ):
            return here
        here = heavy


def _weights(body: etree._Element) -> dict[etree._Element, int]:
    """Chinese characters of each element and what is in it, links left out."""
    weights: dict[etree._Element, int] = {}
    for element in reversed(list(body.iter(etree.Element))):
        inner = sum(weights.get(c, 0) + len(_HAN.findall(c.tail or "")) for c in element)
        weights[element] = 0 if element.tag == "a" else inner + len(_HAN.findall(element.text or ""))
    return weights


def _before(
    body: etree._Element, main: etree._Element, cells: set[etree._Element], lines: list[str]
) -> Iterator[str]:
    """The page's head data above the main text: it carries number, issuer and date."""
    if main is body:
        return
    known = set(lines)
    for line in _lines(body, cells, skip=main):
        if len(line) <= 200 and _PAGE_LINE.search(line) and line not in known:
            yield line


def _lines(
    element: etree._Element, cells: set[etree._Element], skip: etree._Element | None = None
) -> Iterator[str]:
    text = "".join(_pieces(element, cells, skip))
    return (line for raw in text.split("\n") if (line := _line(raw)))


def _line(words: str) -> str:
    row = [_BLANKS.sub(" ", cell.replace("\n", " ")).strip() for cell in words.split(_BREAK)]
    return "\t".join(row).rstrip("\t")


def _pieces(
    element: etree._Element, cells: set[etree._Element], skip: etree._Element | None
) -> Iterator[str]:
    """The text with line breaks where blocks begin and end, walked without recursion."""
    walker = etree.iterwalk(element, events=("start", "end"))
    counts: dict[etree._Element, int] = {}
    inside = 0
    for event, node in walker:
        if skip is not None and node is skip:
            if event == "start":
                walker.skip_subtree()
            else:
                yield "\n" + (node.tail or "")
            continue
        inside -= event == "end" and node in cells
        if event == "start":
            yield _opened(node, inside > 0, node in cells, counts)
            yield (node.text or "") if node.tag == "pre" else _spaced(node.text)
        else:
            yield _closed(node, inside > 0, node in cells)
            yield _spaced(node.tail) if node is not element else ""
        inside += event == "start" and node in cells


def _spaced(words: str | None) -> str:
    return (words or "").replace("\n", " ").replace("\r", " ").replace(_BREAK, " ")


def _opened(node: etree._Element, inside: bool, cell: bool, counts: dict[etree._Element, int]) -> str:
    if cell:
        return _BREAK if node.getprevious() is not None else ""
    if inside:
        return " " if node.tag == "br" else ""
    if node.tag == "li" and (parent := node.getparent()) is not None and parent.tag == "ol":
        counts[parent] = counts.get(parent, 0) + 1
        return f"\n{counts[parent]}. "
    return "\n" if node.tag == "br" or node.tag in _BLOCKS else ""


def _closed(node: etree._Element, inside: bool, cell: bool) -> str:
    if cell:
        return ""
    if inside:
        return " " if node.tag in _BLOCKS else ""
    return "\n" if node.tag in _BLOCKS else ""
