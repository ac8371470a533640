"""The main text of a government's web page: paragraphs as lines, rows of tables as cells between tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as parser

from luoshi.reading.repairs.surroundings import LABELS

_DROPPED = (
    "script",
    "style",
    "noscript",
    "iframe",
    "nav",
    "footer",
    "form",
    "select",
    "button",
    "svg",
    "head",
    "template",
    "object",
)
_BLOCKS = frozenset(
    ["p", "div", "section", "article", "main", "header", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt",
     "dd", "table", "tbody", "thead", "tr", "blockquote", "center", "pre", "hr", "figure", "figcaption", "body", "html", "address"]
)  # fmt: skip
_HAN = re.compile("[\u4e00-\u9fff]")
_BLANKS = re.compile(r"[ \t\r\f\v\xa0\u3000]+")
_PAGE_LINE = re.compile(rf"(?:{LABELS})\s*[:：]")
_HOLDS = 0.75


def looks_like(text: str) -> bool:
    """Whether a text is a web page."""
    head = text[:2000].lstrip("\ufeff \r\n\t").lower()
    return head.startswith(("<!doctype html", "<html")) or ("<html" in head and "<" in head[:5])


def read(page: str) -> str:
    """The main text of a page, its heading first; empty where there is none."""
    root = parser.document_fromstring(
        page.encode("utf-8", "replace") or b"<p/>",
        parser=parser.HTMLParser(encoding="utf-8", recover=True, huge_tree=False),
    )
    titles = [_line("".join(str(words) for words in h.itertext())) for h in root.iter("h1")]
    etree.strip_elements(root, *_DROPPED, etree.Comment, with_tail=False)
    body = root.find("body") if root.find("body") is not None else root
    main = _main(body)
    lines = list(_lines(main))
    before = list(_before(body, main, lines))
    title = next((t for t in titles if t and t not in lines and t not in before), None)
    return "\n".join([*([title] if title else []), *before, *lines])


def _main(body: parser.HtmlElement) -> parser.HtmlElement:
    """The deepest element that holds nearly all Chinese text outside links."""
    weights = _weights(body)
    here = body
    while True:
        heavy = max(
            (c for c in here if isinstance(c.tag, str)), key=lambda c: weights.get(c, 0), default=None
        )
        if (
            heavy is None
            or weights.get(heavy, 0) < _HOLDS * weights.get(here, 0)
            or heavy.tag in ("p", "span", "tr", "td", "font", "b")
        ):
            return here
        here = heavy


def _weights(body: parser.HtmlElement) -> dict[parser.HtmlElement, int]:
    """Chinese characters of each element and what is in it, links left out."""
    weights: dict[parser.HtmlElement, int] = {}
    for element in reversed(list(body.iter(etree.Element))):
        inner = sum(weights.get(c, 0) + len(_HAN.findall(c.tail or "")) for c in element)
        weights[element] = 0 if element.tag == "a" else inner + len(_HAN.findall(element.text or ""))
    return weights


def _before(body: parser.HtmlElement, main: parser.HtmlElement, lines: list[str]) -> Iterator[str]:
    """The page's head data above the main text: it carries number, issuer and date."""
    if main is body:
        return
    for line in _lines(body, skip=main):
        if len(line) <= 200 and _PAGE_LINE.search(line) and line not in lines:
            yield line


def _lines(element: parser.HtmlElement, skip: parser.HtmlElement | None = None) -> Iterator[str]:
    text = "".join(_pieces(element, skip))
    return (line for raw in text.split("\n") if (line := _line(raw)))


def _line(words: str) -> str:
    cells = [_BLANKS.sub(" ", cell.replace("\n", " ")).strip() for cell in words.split("\x1f")]
    return "\t".join(cells).strip() if len(cells) > 1 else cells[0]


def _pieces(element: parser.HtmlElement, skip: parser.HtmlElement | None) -> Iterator[str]:
    """The text with line breaks where blocks begin and end, walked without recursion."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        if not isinstance(node.tag, str) or (skip is not None and node is skip):
            if event == "start":
                walker.skip_subtree()
            else:
                yield "\n" + (node.tail or "")
            continue
        if event == "start":
            yield _opened(node) + _spaced(node.text)
        else:
            yield _closed(node) + (_spaced(node.tail) if node is not element else "")


def _spaced(words: str | None) -> str:
    return (words or "").replace("\n", " ").replace("\r", " ")


def _opened(node: etree._Element) -> str:
    if node.tag == "li" and (parent := node.getparent()) is not None and parent.tag == "ol":
        return f"\n{parent.index(node) + 1}. "
    inside_cell = next(node.iterancestors("td", "th"), None) is not None
    if node.tag in ("td", "th"):
        return "\x1f" if node.getprevious() is not None else ""
    if node.tag == "br":
        return " " if inside_cell else "\n"
    return "\n" if node.tag in _BLOCKS and not inside_cell else ""


def _closed(node: etree._Element) -> str:
    inside_cell = next(node.iterancestors("td", "th"), None) is not None
    return ("" if not inside_cell else " ") if node.tag not in _BLOCKS or inside_cell else "\n"
