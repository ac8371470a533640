"""Headings are found in whatever styles a plan combines, with the everyday damage of copying."""

from __future__ import annotations

import pytest

from luoshi.reading.outline import outline
from luoshi.reading.repairs import repair
from tests.reading import plan_styles

_SEEDS = range(6)
#: F1 of titles with their levels, as the issue asks.
_LEAST = 0.95


def _plain(title: str) -> str:
    return "".join(char for char in title if char.isalnum())


def _f1(over: str, under: str | None) -> float:
    right = wrong = 0
    for damage in plan_styles.DAMAGE:
        for seed in _SEEDS:
            made = plan_styles.plan(over, under, damage, seed)
            wanted = {(_plain(title), level) for title, level in made.headings}
            found = {(_plain(one.title), one.level) for one in outline(repair(made.text))}
            right += len(wanted & found)
            wrong += len(wanted ^ found)
    return 2 * right / (2 * right + wrong)


@pytest.mark.parametrize(("over", "under"), plan_styles.PAIRS)
def test_two_styles_together(over: str, under: str | None) -> None:
    assert _f1(over, under) >= _LEAST
