"""What holds of every reading, whatever the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings

from luoshi.reading.contract import to_json
from luoshi.reading.model import Reading
from luoshi.reading.reader import read
from luoshi.reading.sentences import PIECE
from tests.reading import holding
from tests.reading.strategies import ANY, PAIRS, written

BETWEEN = "\n\n"


@given(ANY)
@settings(max_examples=300)
def test_any_text_is_read_with_offsets_inside_it(raw: str) -> None:
    holding.places(read(raw))


@given(ANY)
@settings(max_examples=150)
def test_every_repair_can_be_taken_back(raw: str) -> None:
    holding.reversible(read(raw))


@given(ANY)
@settings(max_examples=150)
def test_the_contract_goes_through_json_unchanged(raw: str) -> None:
    holding.through_json(read(raw))


@given(ANY)
@settings(max_examples=80)
def test_reading_twice_is_reading_once(raw: str) -> None:
    assert read(raw) == read(raw)


#: What the fuzzer once found to break a reading.
BROKE = (
    "土地约" + "9" * 5000 + "亩",
    "增长" + "9" * 400 + ".5%",
    "加快成立期3..元规模的基金",
    "交线路，制。完成主体，",
    "销售额增长半百倍。",
)


@pytest.mark.parametrize("raw", BROKE, ids=lambda raw: raw[:12])
def test_what_broke_a_reading_breaks_none_any_more(raw: str) -> None:
    holding.check(raw)


WRONG: tuple[Callable[[Reading], Reading], ...] = (
    lambda found: found._replace(text=found.text[:30]),
    lambda found: found._replace(repairs=[*found.repairs][::-1]),
    lambda found: found._replace(repairs=[found.repairs[0]._replace(before="?"), *found.repairs[1:]]),
    lambda found: found._replace(commitments=found.commitments[::-1]),
    lambda found: found._replace(outline=()),
)


@pytest.mark.parametrize("wrong", WRONG)
def test_what_does_not_hold_is_found_out(wrong: Callable[[Reading], Reading]) -> None:
    """The checks' own control."""
    found = holding.check("一、突出招商引資\n1.建強招商隊(duì)伍。力爭簽約項目25個，開工項目12個。")
    with pytest.raises((AssertionError, IndexError)):
        holding.places(wrong(found))
        holding.reversible(wrong(found))


#: A sentence taken for a run-in heading, with its units behind it and another document below.
TITLED = (
    "3.抓实金融支撑。推进望江至枫桥道路工程、青屿三期扩建建设。加快梅岗孵化器建设。"
    "推进竹海至古渡道路工程、南塘供热管网建设。（责任单位：政务服务中心、长三角招商分局）",
    "长乐区2021年工作要点\n\n一、深化产业集群\n改造老旧小区40个。",
)


@given(PAIRS)
@example(TITLED)
@settings(max_examples=60)
def test_joined_documents_are_read_like_each_alone(pair: tuple[str, str]) -> None:
    """But for what a document says as a whole; its year, which says what is past, is given."""
    first, second = pair[0].rstrip("\n"), pair[1]
    joined = read(first + BETWEEN + second, year=2026)
    one, two = read(first, year=2026), read(second, year=2026)
    below = _said(two, len(first) + len(BETWEEN), len(one.outline))
    assert _said(joined) == [a + b for a, b in zip(_said(one), below, strict=True)]


def test_a_long_text_is_read_like_its_documents() -> None:
    """Long texts are worked through in pieces; no document notices."""
    documents = [written(seed) for seed in range(300)]
    joined = read("\n".join(documents), year=2026)
    commitments: list[Any] = []
    headings: list[Any] = []
    at = 0
    for one in documents:
        below = _said(read(one, year=2026), at, len(headings))
        commitments += below[0]
        headings += below[1]
        at += len(one) + 1
    assert at > 2 * PIECE
    assert _said(joined) == [commitments, headings]


def _said(reading: Reading, by: int = 0, above: int = 0) -> list[Any]:
    """Commitments and headings, ``by`` code points and ``above`` headings further on; commitments first."""
    # whose plan it is the document says as a whole
    whole = to_json(reading._replace(document=reading.document._replace(place=None)))
    return [[_moved(one, by, above) for one in whole[part]] for part in ("commitments", "outline")]


def _moved(one: dict[str, Any], by: int, above: int) -> dict[str, Any]:
    for key in ("start", "end"):
        one[key] += by
    if "sentence" in one:
        one["sentence"] = [place + by for place in one["sentence"]]
    if (
        "section" in one
    ):  # what stands above a document's first heading stands under the last of the one before
        section = one["section"]
        one["section"] = (above - 1 if above else None) if section is None else section + above
    elif one["parent"] is not None:
        one["parent"] += above
    return one
