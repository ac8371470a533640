"""The 作战图 as a drawing and as a workbook: bars where the days are, what lies outside cut off."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from luoshi.web import gantt
from luoshi.web.gantt import LABELS, Diamond, Span, Track

TODAY = date(2026, 3, 15)
TRACK = Track(
    title="溪口片区雨污管网及道路提升工程",
    owner="规建局 沈砚",
    plan=Span(date(2026, 1, 1), date(2026, 2, 28)),
    actual=Span(date(2025, 11, 1), date(2026, 3, 15)),
    late=Span(date(2026, 2, 28), date(2026, 3, 15)),
    diamonds=(Diamond(date(2026, 1, 5), "开工", "done"), Diamond(date(2026, 3, 31), "竣工", "due")),
)


def test_bars_stand_where_their_days_are() -> None:
    chart = gantt.render([TRACK], 202601, 202603, "month", TODAY)
    (line,) = chart.lines
    day = gantt.SCALES["month"][1]
    assert line.plan and line.actual and line.late
    assert (line.plan.x, line.plan.width) == (f"{LABELS:.1f}", f"{59 * day:.1f}")
    assert (line.actual.x, line.actual.width) == (f"{LABELS:.1f}", f"{74 * day:.1f}"), "November is cut off"
    assert line.late.x == f"{LABELS + 58 * day:.1f}"
    assert [x for x, _ in line.points] == [f"{LABELS + 4.5 * day:.1f}", f"{LABELS + 89.5 * day:.1f}"]
    assert chart.today == f"{LABELS + 73 * day:.1f}"
    assert line.name == "溪口片区雨污管网及道路提升…"


def test_what_lies_outside_is_not_drawn() -> None:
    chart = gantt.render([TRACK], 202607, 202609, "quarter", TODAY)
    (line,) = chart.lines
    assert (line.plan, line.actual, line.late, line.points, chart.today) == (None, None, None, (), "")


@pytest.mark.parametrize(("scale", "ticks"), [("week", 13), ("month", 0), ("quarter", 0)])
def test_weeks_have_their_mondays(scale: gantt.Scale, ticks: int) -> None:
    chart = gantt.render([], 202601, 202603, scale, TODAY)
    assert len(chart.ticks) == ticks
    assert [word for _, _, word in chart.heads if word][0] == "2026年1月"


def test_the_workbook_has_the_same_bars() -> None:
    data = gantt.workbook([TRACK], 202601, 202603, TODAY, "作战图")
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert [sheet.cell(5, column).value for column in (1, 2, 3)] == [1, TRACK.title, TRACK.owner]
    assert [sheet.cell(5, 3 + n).value or "" for n in range(1, 10)] == ["◆", "", "", "", "", "", "", "", "◇"]
    fills = [sheet.cell(5, 3 + n).fill for n in range(1, 10)]
    solid = [fill.fill_type == "solid" for fill in fills]
    assert solid == [True, True, True, True, True, False, False, False, False]
    assert [fill.fill_type is not None for fill in fills] == [True] * 8 + [False]
    assert sheet.page_setup.paperSize == 8 and sheet.page_setup.orientation == "landscape"


def test_a_long_chart_comes_in_sheets_of_paper() -> None:
    pieces = gantt.sheets([TRACK] * (gantt.SHEET + 1), 202601, 202603, "month", TODAY)
    assert [len(piece.lines) for piece in pieces] == [gantt.SHEET, 1]
    assert pieces[0].heads == pieces[1].heads
    assert len(gantt.sheets([], 202601, 202603, "month", TODAY)) == 1
