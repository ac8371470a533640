"""The printed forms of a reading; each is a function from a reading to text, or to the bytes of a workbook."""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

import xlsxwriter

from luoshi.cli.readings import rows
from luoshi.cli.readings.rows import Sheet
from luoshi.reading import contract
from luoshi.reading.model import Reading

_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=1)
WIDEST = 36  # display columns of one cell in a terminal table; longer text is cut with …


def as_json(reading: Reading) -> str:
    """The contract's JSON."""
    return "".join(json_pieces(reading))


def json_pieces(reading: Reading) -> Iterator[str]:
    """The contract's JSON, a value at a time: a text of 100 MB has some gigabytes of it."""
    yield f'{{\n "document": {_indented(contract.plain(reading.document), 1)}'
    for key, values in contract.lists(reading).items():
        yield f',\n "{key}": ['
        mark = "\n  "
        for value in values:
            yield mark + _indented(value, 2)
            mark = ",\n  "
        yield "]" if mark == "\n  " else "\n ]"
    yield "\n}\n"


def _indented(value: object, depth: int) -> str:
    return _ENCODER.encode(value).replace("\n", "\n" + depth * " ")


def as_table(reading: Reading) -> str:
    """Aligned columns for a terminal, with Chinese characters counted as two."""
    parts = [_document(reading)]
    for sheet in (*rows.sheets(reading), *_doubts(reading)):
        parts.append(f"\n{sheet.title} {len(sheet.rows)} 条\n{grid(sheet.head, sheet.rows)}")
    return "\n".join(parts) + "\n"


def as_markdown(reading: Reading) -> str:
    """One Markdown document: what the text says of itself, its outline, a table for each kind."""
    parts = [f"# {reading.document.title or '未找到标题'}", "", _document(reading), "", "## 提纲", ""]
    parts += [f"{'  ' * (h.level - 1)}- {h.marker}{h.title}" for h in reading.outline]
    for sheet in (*rows.sheets(reading), *_doubts(reading)):
        parts += [
            "",
            f"## {sheet.title}（{len(sheet.rows)}）",
            "",
            _line(sheet.head),
            _line(["---"] * len(sheet.head)),
        ]
        parts += [_line(row) for row in sheet.rows]
    return "\n".join(parts) + "\n"


def as_workbook(reading: Reading) -> bytes:
    """A workbook with a sheet for each kind; every cell is text, so that none can be a formula."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for sheet in (*rows.sheets(reading), *_doubts(reading)) or (Sheet("目标", ("没有找到承诺",), ()),):
        page = book.add_worksheet(sheet.title)
        page.freeze_panes(1, 0)
        for column, title in enumerate(sheet.head):
            page.set_column(column, column, 60 if title == "原句" else 18)
            page.write_string(0, column, title, bold)
        for at, row in enumerate(sheet.rows, 1):
            for column, text in enumerate(row):
                page.write_string(at, column, text, wrap)
    book.close()
    return file.getvalue()


def _doubts(reading: Reading) -> list[Sheet]:
    return [sheet for sheet in (rows.repairs(reading), rows.problems(reading)) if sheet.rows]


def _document(reading: Reading) -> str:
    found = reading.document
    parts = (
        ("发文机关", found.issuer),
        ("文号", found.number),
        ("日期", found.issued_on),
        ("年度", found.year),
    )
    said = "，".join(f"{name} {value}" for name, value in parts if value)
    return f"{found.title or '未找到标题'}{f'（{said}）' if said else ''}"


def grid(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Aligned columns, two blanks between them; long cells are cut."""
    shown = [[_cut(cell) for cell in row] for row in (head, *rows)]
    widths = [max(_width(row[at]) for row in shown) for at in range(len(head))]
    return "\n".join(
        "  ".join(_pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in shown
    )


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _cut(text: str) -> str:
    if _width(text) <= WIDEST:
        return text
    kept = ""
    for character in text:
        if _width(kept + character) > WIDEST - 2:
            break
        kept += character
    return kept + "…"


TEXTS: Mapping[str, Callable[[Reading], str]] = {"table": as_table, "json": as_json, "md": as_markdown}
