"""A plan's promises, wherever the plan is: in a file, or among the rows of a corpus."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import ModuleType

from luoshi.cli import extras, files
from luoshi.cli.errors import InputError
from luoshi.reading import sources
from luoshi.reading.ambition import promises
from luoshi.reading.ambition.promises import Plan, Promise
from luoshi.reading.corpora import rows
from luoshi.reading.sources import SourceError

SHOWN = 8  # plans named in a sentence
Found = tuple[Plan, list[Promise]]


def corpora() -> ModuleType:
    """What asks the table of a corpus."""
    return extras.module("luoshi.cli.corpora.asking", needs="pyarrow")


def of_file(name: str, year: int | None) -> Found:
    """The promises of a file; ``year`` counts where the text names none."""
    data = files.contents(name)
    try:
        source = sources.load(data, Path(name).name)
    except SourceError as problem:
        raise InputError(str(problem)) from problem
    reading = rows.read(source.text, year)
    about = {
        **rows.of_file(name, hashlib.sha256(data).hexdigest(), len(data)),
        **rows.of_document(reading, year),
    }
    facts = (rows.as_facts(about, row) for row in rows.of_commitments(reading, source.parts))
    plan = Plan(name, about["sha256"], about["zone"], about["title"], about["year"])
    return plan, list(promises.promises(facts))


def of_corpus(corpus: Path, name: str, year: int | None) -> Found:
    """The promises of the one plan of a corpus that a file's name, a zone or a part of a title means."""
    asked = corpora()
    every = [plan for plan in asked.plans(corpus) if year is None or plan.year in (year, None)]
    found = next((some for match in _MATCHES if (some := [plan for plan in every if match(plan, name)])), [])
    if len({plan.sha256 for plan in found}) > 1:
        told = "、".join(plan.file for plan in found[:SHOWN])
        raise InputError(
            f"“{name}”在“{corpus}”里有 {len(found)} 份计划：{told}……请写其中一个文件名，或加 --year。"
        )
    if not found:
        told = "、".join(dict.fromkeys(plan.zone or plan.file for plan in every[:SHOWN]))
        raise InputError(
            f"“{corpus}”里没有“{name}”的计划。里面有：{told}等 {len(every)} 份，请写园区名或文件名。"
        )
    return found[0], asked.of_plan(corpus, found[0].file)


_MATCHES = (
    lambda plan, name: plan.file == name,
    lambda plan, name: plan.zone == name,
    lambda plan, name: name in (plan.title or "") or name in plan.file,
)
