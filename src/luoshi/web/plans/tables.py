"""Plans, what an edition changed, and what the reader repaired, as tables of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, Q
from django.urls import reverse

from luoshi.plans.clauses.models import CHANGED, CONFIRMED, GONE, NEW, REJECTED, UNCHANGED, Clause
from luoshi.plans.documents.models import STATES, Document
from luoshi.plans.intake import parsing
from luoshi.plans.review.queries import Change
from luoshi.web.parts import Cell, Column, Row, Table
from luoshi.web.plans.rows import KIND_WORDS, Progress

DOCUMENT_STATES: Final = dict(STATES)
CHANGE_WORDS: Final = {CHANGED: "有改动", NEW: "新增", GONE: "新版已无", UNCHANGED: "未变"}
AROUND: Final = 12  # characters of context on each side of a repair


def plans() -> Table:
    """The latest edition of every plan, newest year first, with how far each is decided."""
    found = (
        Document.objects.current()
        .defer("text", "reading")
        .annotate(
            all_clauses=Count("clauses"),
            confirmed=Count("clauses", filter=Q(clauses__state=CONFIRMED)),
            rejected=Count("clauses", filter=Q(clauses__state=REJECTED)),
        )
    )
    return Table(
        name="plans",
        columns=(
            Column("年度", width="narrow"), Column("计划", width="wide", data=True), Column("发文机关", width="medium", data=True),
            Column("文号", width="medium", data=True), Column("状态"), Column("核对进度", width="medium"), Column("版本", kind="number"),
            Column("上传人", data=True),
        ),
        rows=tuple(_plan(document) for document in found),
        frozen=2,
        short=True,
    )  # fmt: skip


def _plan(document: Any) -> Row:
    progress = Progress(document.confirmed, document.rejected, document.all_clauses)
    rest = f"待确认 {progress.waiting} 条" if progress.waiting else ""
    return Row(
        key=str(document.pk),
        cells=(
            Cell(str(document.year)),
            Cell(document.title, url=reverse("plan", args=[document.pk]), page=True),
            Cell(document.issuer or "–"),
            Cell(document.number or "–"),
            Cell(DOCUMENT_STATES[document.state]),
            Cell(str(progress), note=rest),
            Cell(f"第 {document.edition} 版"),
            Cell(document.uploaded_by),
        ),
    )


def changes(found: Sequence[Change]) -> Table:
    """What is changed, new, gone and the same, in this order, with the fields that differ."""
    rows: list[Row] = []
    for state in (CHANGED, NEW, GONE, UNCHANGED):
        group = [change for change in found if change.state == state]
        if group:
            rows.append(Row(heading=f"{CHANGE_WORDS[state]}（{len(group)} 条）"))
            rows += [_change(change) for change in group]
    return Table(
        name="changes",
        columns=(
            Column("类别", width="narrow"),
            Column("条目", width="wide", data=True),
            Column("改动", width="wide"),
        ),
        rows=tuple(rows),
        short=True,
        empty="两版之间没有可比的条目。",
    )


def _change(change: Change) -> Row:
    clause = change.clause
    said = "；".join(f"{d.title} {d.before or '空'} → {d.after or '空'}" for d in change.differences)
    return Row(
        key=str(clause.pk),
        cells=(
            Cell(KIND_WORDS[clause.kind]),
            Cell(clause.summary, url=place(clause), page=True),
            Cell(said or ("句子的写法有变化" if change.moved else "")),
        ),
    )


def place(clause: Clause) -> str:
    """The address of a clause in the text of its plan."""
    return f"{reverse('plan', args=[clause.document_id])}#c{clause.pk}"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A repair or problem with its place, as the text shows it or as a number of the list of repairs."""

    number: int
    kind: str
    start: int
    end: int
    before: str
    after: str
    certain: bool


def repairs(document: Document) -> list[Doubt]:
    """All repairs, what is not certain first, then in the order of the text."""
    found = [
        Doubt(
            n,
            parsing.REPAIRS.get(r["kind"], r["kind"]),
            r["start"],
            r["end"],
            r["before"],
            r["after"],
            r["certain"],
        )
        for n, r in enumerate(_any(document.repairs))
    ]
    return sorted(found, key=lambda doubt: (doubt.certain, doubt.start))


def repair_table(document: Document, found: Iterable[Doubt]) -> Table:
    """One page of repairs."""
    return Table(
        name="repairs",
        columns=(
            Column("位置", width="narrow"), Column("种类"), Column("原文", data=True), Column("识读为"), Column("把握"),
            Column("上下文", width="wide", data=True),
        ),
        rows=tuple(_repair(document, doubt) for doubt in found),
        short=True,
        empty="没有这一类修复。",
    )  # fmt: skip


def _repair(document: Document, doubt: Doubt) -> Row:
    shown = not doubt.after or not doubt.certain
    url = f"{reverse('plan', args=[document.pk])}#r{doubt.number}" if shown else ""
    return Row(
        (
            Cell(f"第 {line_of(document.text, doubt.start)} 行", url=url, page=True),
            Cell(doubt.kind),
            Cell(_short(doubt.before)),
            Cell(_short(doubt.after) or "（去掉）"),
            Cell("确定" if doubt.certain else "请核对"),
            Cell(_around(document.text, doubt.start, doubt.end)),
        )
    )


def problem_table(document: Document) -> Table:
    """What could not be read, each with its line."""
    return Table(
        name="problems",
        columns=(
            Column("位置", width="narrow"), Column("存疑", width="wide"), Column("上下文", width="wide", data=True),
        ),
        rows=tuple(
            Row(
                (
                    Cell(f"第 {line_of(document.text, p['start'])} 行"),
                    Cell(p["sentence"]),
                    Cell(_around(document.text, p["start"], p["end"])),
                )
            )
            for p in _any(document.problems)
        ),
        short=True,
    )  # fmt: skip


def line_of(text: str, place: int) -> int:
    """The number of the line in which a place stands, from 1."""
    return text.count("\n", 0, place) + 1


def _around(text: str, start: int, end: int) -> str:
    said = text[max(0, start - AROUND) : min(len(text), max(end, start) + AROUND)]
    return f"…{' '.join(said.split())}…"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _any(found: Iterable[Any]) -> Iterable[Any]:
    return found
