"""The examples in the docstrings are true, and none of the engines has lost its own."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import luoshi.rules

MODULES = [found.name for found in pkgutil.walk_packages(luoshi.rules.__path__, "luoshi.rules.")]
WORKED = (
    "precedence",
    "schedule",
    "per_mu",
    "screening",
    "fulfilment",
    "dates",
    "likeness",
    "amounts",
    "response",
    "rhythm",
    "scoring.words",
    "service_limits",
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert not failed


@pytest.mark.parametrize("name", WORKED)
def test_the_engine_shows_its_worked_figures(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"luoshi.rules.{name}")).attempted


def test_a_wrong_example_would_fail() -> None:
    test = doctest.DocTestParser().get_doctest(">>> 28 / 27 > 2\nTrue\n", {}, "wrong", None, None)
    assert doctest.DocTestRunner(verbose=False).run(test, out=lambda _: None).failed == 1
