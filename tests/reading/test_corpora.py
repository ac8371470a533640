"""Every subject of the reader keeps what its corpus promises."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from luoshi import reading
from luoshi.reading.engine import Corpus, Example, example


def _corpora() -> list[Corpus]:
    names = [
        m.name
        for m in pkgutil.walk_packages(reading.__path__, reading.__name__ + ".")
        if m.name.rpartition(".")[2].startswith("corpus")
    ]
    return [importlib.import_module(name).CORPUS for name in names]


CORPORA = _corpora()


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_a_corpus_is_read_as_promised(corpus: Corpus) -> None:
    assert corpus.examples
    assert corpus.failures() == []


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_a_corpus_says_what_must_not_be_found_too(corpus: Corpus) -> None:
    assert any(not item.facts for item in corpus.examples)


def test_a_broken_promise_is_reported() -> None:
    """The guard's own control: a corpus that promises something else fails."""
    wrong = Corpus("wrong", lambda item: [{"title": item.text}], (example("甲", {"title": "乙"}),))
    assert len(wrong.failures()) == 1


def test_an_unpromised_find_is_reported() -> None:
    def eager(item: Example) -> list[dict[str, object]]:
        return [{"title": item.text}]

    assert len(Corpus("eager", eager, (example("甲"),)).failures()) == 1
