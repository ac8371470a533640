"""What the reader's patterns are made into for speed finds the same as the patterns themselves."""

from __future__ import annotations

import gc
import re

import pytest

from benchmarks import invented
from luoshi.reading import openings
from luoshi.reading.uncollected import uncollected
from tests.reading.adversary import patterns

TEXT = invented.text(6_000)[0]
PATTERNS = [
    r"(?<!投资)计划|今年(?!以来)",
    r"(?<![\d.])(?P<number>\d{1,3}+)(?P<unit>个|家)",
    r"[一二三]{1,2}、|(?:第[一二三]章)?总则|\([一二]\)",
    r"(?:大力|全力)?(?P<deed>推进|建设)(?=.)",
    r"x",
    r"。",
]


def spans(pattern: re.Pattern[str], text: str = TEXT) -> list[tuple[object, ...]]:
    return [(hit.span(), hit.groups(), hit.lastgroup) for hit in pattern.finditer(text)]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_quick_pattern_finds_what_it_says(pattern: str) -> None:
    assert spans(openings.quick(pattern)) == spans(re.compile(pattern))


def test_patterns_of_the_reader_find_what_they_say() -> None:
    every = list(patterns().values())[::5]
    quick = [one for one in every if openings.openings(one.pattern) is not None]
    assert len(quick) > 50
    for one in quick:
        assert spans(openings.quick(one.pattern)) == spans(re.compile(one.pattern)), one.pattern


@pytest.mark.parametrize("pattern", PATTERNS)
def test_without_the_compiler_at_hand_it_finds_the_same(
    pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openings, "_engine", None)
    assert spans(openings.quick(pattern)) == spans(re.compile(pattern))


def test_places_hold_every_beginning() -> None:
    found = {hit.start() for hit in openings.places(PATTERNS).finditer(TEXT)}
    begun = {hit.start() for pattern in PATTERNS for hit in re.finditer(pattern, TEXT)}
    assert begun <= found
    assert len(found) < len(TEXT) / 5


def test_places_of_what_may_begin_anyhow_are_all() -> None:
    assert len(openings.places([r"\d", r"[^a]"]).findall(TEXT)) == len(TEXT)


def test_grouped_words_are_tried_in_their_order() -> None:
    words = ["建立健全", "建立", "加快", "加快建设", "分批次?"]
    pattern = openings.grouped(words)
    for text in ("建立健全机制", "建立机制", "加快建设", "分批次推进", "分批推进", "全面推进"):
        alone, grouped = re.match("|".join(words), text), re.match(pattern, text)
        assert (alone and alone.group()) == (grouped and grouped.group())


def test_what_is_uncollected_ends() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_places_pass_over_what_a_pattern_bars() -> None:
    barring = [r"(?<![\d.])(?P<number>\d{1,4}+)(?:个|家)", r"(?<!\d)(?<![.第])\d家"]
    found = {hit.start() for hit in openings.places(barring).finditer("第12个,3.4家,5家")}
    assert found == {1, 10}
    assert 2 in {hit.start() for hit in openings.places([*barring, r"\d个"]).finditer("第12个")}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_beginnings_hold_every_first_character(pattern: str) -> None:
    may_begin = openings.Beginnings(pattern)
    assert all(may_begin[hit.group()[:1]] for hit in re.finditer(pattern, TEXT))
    assert not may_begin["~"]
    assert not may_begin[""]
    assert openings.Beginnings(r"x?")[""]
