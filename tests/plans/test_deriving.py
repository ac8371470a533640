"""The window of months and the path that follow from a clause's words."""

from __future__ import annotations

import pytest

from luoshi.plans.targets import deriving

YEAR = (202601, 202612, "")


@pytest.mark.parametrize(
    ("period", "sentence", "expected"),
    [
        (None, "", YEAR),
        ("year", "", YEAR),
        ("year-end", "", YEAR),
        ("2026", "", YEAR),
        ("2026-06", "", (202601, 202606, "")),
        ("MM=09", "", (202601, 202609, "")),
        ("Q1", "", (202601, 202603, "")),
        ("Q3", "三季度新开工项目5个", (202607, 202609, "")),
        ("Q3", "三季度末前新开工项目5个", (202601, 202609, "")),
        ("Q3", "前三季度新开工项目5个", (202601, 202609, "")),
        ("per-quarter", "", (202601, 202612, "quarter")),
        ("per-month", "", (202601, 202612, "month")),
        ("2028", "", (202601, 202812, "")),
        ("2027-03", "", (202601, 202703, "")),
        ("2025-06", "", (202501, 202506, "")),
    ],
)
def test_windows(period: str | None, sentence: str, expected: tuple[int, int, str]) -> None:
    found = deriving.window(period, 2026, sentence)
    assert (found.start, found.end, found.repeat) == expected
