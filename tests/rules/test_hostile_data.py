"""Whatever stands in a rule's data, it is read or refused with a sentence, and what is read is written back."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.rules import defaults
from luoshi.rules.errors import RulesError
from tests.rules.scoring.schemes import EVERY_FORMULA
from tests.rules.test_sentences import RULES as SAID

RULES = [
    defaults.NODE_TEMPLATES[1],
    defaults.PER_MU_RULE,
    defaults.PER_MU_MINMAX_RULE,
    defaults.SCREENING_FORM,
    defaults.FULFILMENT_RULE,
    defaults.PADDING_RULE,
    defaults.RESPONSE_RULE,
    defaults.RHYTHM_RULE,
    defaults.ENTRY_RULE,
    defaults.CHAIN_RULE,
    defaults.STANDARD_LAND_RULE,
    defaults.POLICY_RULE,
    defaults.CHASE_RULE,
    defaults.SERVICE_LIMITS,
    defaults.SCORE_RULE,
    defaults.TEAM_SCORE_RULE,
    defaults.PERSON_SCORE_RULE,
    EVERY_FORMULA,
]
SAY = {type(rule): say for rule, say in SAID}
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats()
    | st.text(max_size=4)
    | st.sampled_from(
        ["0", "-1", "1E+9999", "NaN", "Infinity", "-0", "１２", "2026-02-30", "N01", "%", "100"]
    )
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
)


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in the data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield (*path, key)
        yield from places(value, (*path, key))


def put(data: Any, path: tuple[Any, ...], value: object) -> Any:
    changed = copy.deepcopy(data)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return changed


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
@settings(max_examples=100)
@given(data=st.data())
def test_any_value_is_read_or_refused_in_a_sentence(rule: Any, data: st.DataObject) -> None:
    clean = rule.to_data()
    path = data.draw(st.sampled_from(sorted(places(clean), key=str)))
    changed = put(clean, path, data.draw(VALUES))
    try:
        read = type(rule).from_data(changed)
    except RulesError as refused:
        assert str(refused).endswith("。")
    else:
        assert type(rule).from_data(read.to_data()) == read
        assert all(line.endswith("。") for line in SAY[type(rule)](read))


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
@pytest.mark.parametrize("data", [None, [], "规则", 3, {}, {"code": "x"}])
def test_what_is_no_rule_is_refused(rule: Any, data: object) -> None:
    with pytest.raises(RulesError):
        type(rule).from_data(data)


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_what_nobody_asked_for_is_refused_at_every_level(rule: Any) -> None:
    clean = rule.to_data()
    objects = [(), *(path for path in places(clean) if isinstance(_at(clean, path), dict))]
    for path in objects:
        with pytest.raises(RulesError, match="stray"):
            type(rule).from_data(put(clean, (*path, "stray"), 1))


def _at(data: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        data = data[key]
    return data
