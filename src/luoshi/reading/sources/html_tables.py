"""Tables of a web page: which of them hold data and not the page's layout, and merged cells spread over what they cover."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from luoshi.reading.sources import grids

_CELLS = ("td", "th")
_WIDEST = 100
_LONGEST = 1500  # characters in one cell of a table of data
_FILLED_MOST = 50_000


def spread(root: etree._Element) -> set[etree._Element]:
    """The cells of all tables of data. Spans of rows and columns are filled up with cells, so that columns stay columns."""
    found: set[etree._Element] = set()
    left = _FILLED_MOST
    for table in list(root.iter("table")):
        if next(table.iterdescendants("table"), None) is not None:
            continue
        rows = [[cell for cell in row if cell.tag in _CELLS] for row in table.iter("tr")]
        if not _is_data(rows):
            continue
        left -= _fill(rows, left)
        found.update(cell for row in table.iter("tr") for cell in row if cell.tag in _CELLS)
    return found


def _is_data(rows: list[list[etree._Element]]) -> bool:
    """Whether at least two rows have two filled cells, and none of them holds a page."""
    several = 0
    for row in rows:
        lengths = [sum(len(str(words).strip()) for words in cell.itertext()) for cell in row]
        if max(lengths, default=0) > _LONGEST:
            return False
        several += sum(length > 0 for length in lengths) > 1
    return several > 1


def _fill(rows: list[list[etree._Element]], most: int) -> int:
    """Put a cell where a merged one reaches; how many were put."""
    reaching: dict[int, tuple[int, str]] = {}
    put = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            for missing in _missing(reaching, column):
                cell.addprevious(missing)
                column, put = column + 1, put + 1
            width = min(_span(cell, "colspan"), _WIDEST)
            height = min(_span(cell, "rowspan"), len(rows) - number)
            if put + width > most:
                return put
            if height > 1:
                said = grids.words("".join(str(words) for words in cell.itertext()))
                reaching[column] = (height - 1, said)
                reaching.update((column + more, (height - 1, "")) for more in range(1, width))
            for _ in range(width - 1):
                cell.addnext(_cell(""))
                put += 1
            column += width
        if row:
            for missing in _missing(reaching, column):
                row[-1].getparent().append(missing)  # type: ignore[union-attr]
                put += 1
    return put


def _missing(reaching: dict[int, tuple[int, str]], column: int) -> Iterator[etree._Element]:
    """Cells for the columns from ``column`` on that a cell above reaches into."""
    while column in reaching:
        height, said = reaching.pop(column)
        if height > 1:
            reaching[column] = (height - 1, said)
        yield _cell(said if grids.said_below(said) else "")
        column += 1


def _cell(text: str) -> etree._Element:
    made = etree.Element("td")
    made.text = text
    return made


def _span(cell: etree._Element, name: str) -> int:
    said = str(cell.get(name, "1")).strip()
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 5 else 1
