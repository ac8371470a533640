"""An assessment as a workbook: ranks, and every line of every scorebook with its reckoning."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from luoshi.ledgers import workbooks
from luoshi.ledgers.workbooks import Formats
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.scoring import Book
from luoshi.rules.scoring.rules import ScoreRule

RANKS, LINES = "名次", "各项得分"
HEADS = ("组别", "名次", "对象", "总分", "失分", "说明")
LINE_HEADS = ("对象", "部分", "指标", "满分", "得分", "失分", "怎么算的")


def workbook(
    assessment: Assessment, rule: ScoreRule, ranked: Sequence[Book], opened: Iterable[Book]
) -> bytes:
    """The ranks of those whose rank is seen, the lines of those whose scorebook may be opened."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    formats = Formats(book)
    title = f"{assessment.name}（{assessment.window}，{assessment.get_state_display()}）"
    groups = {group.code: group.title for group in rule.groups}
    ranks = [
        (
            groups[b.score.group],
            b.score.rank or "–",
            b.subject.name,
            b.score.total,
            b.score.lost,
            b.score.reason,
        )
        for b in ranked
    ]
    _sheet(book.add_worksheet(RANKS), formats, title, HEADS, ranks, (14, 8, 24, 10, 10, 70))
    lines = [
        (b.subject.name, dimension.title, item.title, item.full, item.points, item.lost, item.formula)
        for b in opened
        for dimension in b.score.dimensions
        for item in dimension.items
    ]
    _sheet(book.add_worksheet(LINES), formats, title, LINE_HEADS, lines, (20, 16, 24, 8, 8, 8, 80))
    book.close()
    return out.getvalue()


def _sheet(
    sheet: Worksheet,
    formats: Formats,
    title: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[object]],
    widths: Sequence[int],
) -> None:
    sheet.merge_range(0, 0, 0, len(heads) - 1, title, formats.title)
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.write_string(1, column, head, formats.head)
        sheet.set_column(column, column, width)
    for at, row in enumerate(rows, start=2):
        for column, value in enumerate(row):
            workbooks.put(sheet, at, column, value, formats)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 1)
    sheet.freeze_panes(2, 0)
