"""How well the reader reads marked passages: `python -m tests.reading.quality [BATCH …] [--errors]`.

A batch is a file of `passages/`: texts composed for it, and what two annotators who knew no rule of the reader marked in each,
settled by a third where they differed. `w` to `z` and `p` to `r` are dense; `s`, `t` and `a` to `i` and `k` to `o` are built like what pages
of zones, counties and departments are, and in `g`, `h`, `i`, `k` and `l` headings and milestones alone are marked. All but `n`
have been learnt from, `o` for its numbers only. The scorer is that of the shared texts, which stands beside the repository.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from luoshi.reading.contract import to_json
from luoshi.reading.reader import read
from tests.conftest import SHARED

PASSAGES = Path(__file__).with_name("passages")


class Figures(NamedTuple):
    """Shares between 0 and 1: ``fields`` of the targets found have all eight right, ``period`` of the milestones found."""

    targets: float
    fields: float
    milestones: float
    period: float
    headings: float


def batches() -> list[str]:
    """The names of the batches of passages."""
    return sorted(path.stem for path in PASSAGES.glob("*.json"))


def of_batch(name: str, errors: list[Any] | None = None) -> Figures:
    """The figures of a batch; what is wrong goes into ``errors``."""
    return _figures(
        ((one["text"], one) for one in json.loads((PASSAGES / f"{name}.json").read_text("utf-8"))), errors
    )


def of_shared(errors: list[Any] | None = None) -> Figures:
    """The figures of the shared texts."""
    folder = SHARED / "reading"
    both = (
        ((folder / "texts" / f"{gold.stem}.txt").read_text("utf-8"), json.loads(gold.read_text("utf-8")))
        for gold in sorted((folder / "gold").glob("*.json"))
    )
    return _figures(both, errors)


def _figures(marked: Iterator[tuple[str, Any]], errors: list[Any] | None) -> Figures:
    total: Counter[str] = Counter()
    scorer = _scorer()
    for raw, gold in marked:
        wrong: list[Any] = []
        total += scorer.score(gold, json.loads(json.dumps(to_json(read(raw)))), wrong)
        if errors is not None and wrong:
            errors += [raw[:40], *wrong]
    return Figures(
        targets=_f1(total, "target"),
        fields=total["all_fields"] / max(1, total["target_tp"]),
        milestones=_f1(total, "milestone"),
        period=total["milestone_period"] / total["milestone_tp"],
        headings=_f1(total, "heading"),
    )


def _f1(total: Counter[str], what: str) -> float:
    found, other, missed = (total[f"{what}_{part}"] for part in ("tp", "fp", "fn"))
    return 2 * found / (2 * found + other + missed)


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "reading" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _said(figures: Figures) -> str:
    return "  ".join(f"{name} {value:.3f}" for name, value in zip(Figures._fields, figures, strict=True))


def main(given: list[str]) -> None:
    """Print the figures of the named batches, of all and the shared texts where none is named."""
    names = [one for one in given if not one.startswith("-")]
    for name in names or [*batches(), "shared"]:
        wrong: list[Any] = []
        figures = of_shared(wrong) if name == "shared" else of_batch(name, wrong)
        print(f"{name:8}{_said(figures)}")
        for one in wrong if "--errors" in given else ():
            print("   ", one)


if __name__ == "__main__":
    main(sys.argv[1:])
