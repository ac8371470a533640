"""Assessments as tables: the list, ranks by group, a scorebook line by line, what is behind a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.urls import reverse

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.inputs import Counted, Input
from luoshi.oversight.assessment.objecting import LEDGER as OBJECTIONS
from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.assessment.scoring import Book
from luoshi.oversight.assessment.since import Moved
from luoshi.oversight.assessment.sources.models import BOUND, RATED, TARGET, Source
from luoshi.rules.scoring.parts import Group
from luoshi.rules.scoring.results import ItemScore, UnitScore
from luoshi.rules.scoring.rules import ScoreRule
from luoshi.rules.scoring.words import shown
from luoshi.web import formats
from luoshi.web.assessment.books import opens
from luoshi.web.parts import Cell, Column, Row, Table

NONE = formats.NONE


def assessments(found: Iterable[Assessment]) -> Table:
    """One line an assessment."""
    columns = (
        Column("考核", kind="line", data=True),
        Column("对象", width="narrow"),
        Column("考核期"),
        Column("办法", kind="line", data=True),
        Column("状态", width="narrow"),
        Column("公示截止", kind="day"),
    )
    rows = tuple(
        Row(
            (
                Cell(str(each), url=reverse("assessment", args=[each.pk]), page=True),
                Cell(each.get_of_display()),
                Cell(each.window),
                Cell(each.rule_shown),
                Cell(each.get_state_display()),
                Cell(formats.day(each.until)),
            ),
            key=str(each.pk),
        )
        for each in found
    )
    return Table(name="assessments", columns=columns, rows=rows, short=True)


def ranks(
    actor: Actor, assessment: Assessment, rule: ScoreRule, found: Sequence[Book]
) -> list[tuple[str, Table]]:
    """A table a group: rank, total, what each dimension gives, what is lost."""
    return [
        (group.title, _group(actor, assessment, rule, group, mine))
        for group in rule.groups
        if (mine := [book for book in found if book.score.group == group.code])
    ]


def _group(
    actor: Actor, assessment: Assessment, rule: ScoreRule, group: Group, found: Sequence[Book]
) -> Table:
    columns = (
        Column("名次", kind="number", width="narrow"),
        Column(assessment.get_of_display(), kind="line"),
        Column("总分", kind="number"),
        *(Column(each.title, kind="number", group="其中") for each in rule.dimensions),
        Column("失分", kind="number"),
        Column("说明"),
    )
    return Table(
        name=f"ranks-{group.code}",
        columns=columns,
        rows=tuple(_ranked(actor, assessment, book, rule.places) for book in found),
        frozen=2,
        caption=group.title,
        short=True,
    )


def _ranked(actor: Actor, assessment: Assessment, book: Book, places: int) -> Row:
    score = book.score
    address = (
        reverse("scorebook", args=[assessment.pk, book.subject.pk]) if opens(actor, book.subject) else ""
    )
    notes = [*score.vetoes, *([f"与{'、'.join(score.tied)}并列"] if score.tied else [])]
    return Row(
        (
            Cell(NONE if score.rank is None else str(score.rank)),
            Cell(book.subject.name, url=address, page=True),
            Cell(f"{score.total:.{places}f}"),
            *(Cell(f"{each.points:.{places}f}") for each in score.dimensions),
            Cell(f"{score.lost:.{places}f}"),
            Cell("；".join(notes)),
        ),
        key=str(book.subject.pk),
    )


# ---- one scorebook --------------------------------------------------------------------------------


def lines(rule: ScoreRule, score: UnitScore) -> Table:
    """Every item with its points, what is lost and the reckoning; each dimension with its sum."""
    columns = (
        Column("指标", kind="line", data=True),
        Column("满分", kind="number", width="narrow"),
        Column("得分", kind="number", width="narrow"),
        Column("失分", kind="number", width="narrow"),
        Column("怎么算的", width="rest"),
    )
    rows: list[Row] = []
    for dimension in score.dimensions:
        rows.append(Row(heading=f"{dimension.title}：{dimension.formula}"))
        rows += [_item(each, rule.places) for each in dimension.items]
    totals = (
        Cell("总分"),
        Cell(shown(rule.full)),
        Cell(f"{score.total:.{rule.places}f}"),
        Cell(f"{score.lost:.{rule.places}f}"),
        Cell(score.reason),
    )
    return Table(name="scorebook", columns=columns, rows=tuple(rows), totals=totals, short=True)


def _item(item: ItemScore, places: int) -> Row:
    full = shown(item.full) if item.full else NONE
    return Row(
        (
            Cell(item.title),
            Cell(full),
            Cell(f"{item.points:.{places}f}"),
            Cell(f"{item.lost:.{places}f}"),
            Cell(item.formula),
        )
    )


def figures(assessment: Assessment, book: Book, sources: Iterable[Source]) -> Table:
    """Every figure of a scorebook with where it comes from; each opens what is behind it."""
    columns = (
        Column("数据", kind="line"),
        Column("本期数", kind="number"),
        Column("来源", width="narrow"),
        Column("从哪里来", width="rest"),
    )
    rows = tuple(
        Row(
            (
                Cell(each.title),
                Cell(
                    value(each, book.inputs[each.code]),
                    url=reverse("score_figure", args=[assessment.pk, book.subject.pk, each.pk]),
                ),
                Cell(each.get_kind_display()),
                Cell(each.words),
            )
        )
        for each in sources
        if each.code in book.inputs
    )
    return Table(name="score-figures", columns=columns, rows=rows, short=True)


def value(source: Source, found: Input) -> str:
    """A figure in words: a number with its unit, how many have rated, or that it is not known."""
    if source.kind in RATED and found.value and not found.marks:
        return f"{shown(found.value)} 人已评，冻结时计入"
    if source.kind in RATED:
        return f"{len(found.marks)} 人评分" if found.marks else "没有评分"
    if found.value is None:
        return "没有登记" if found.counted is not None else "没有数据"
    return f"{shown(found.value)} {source.unit}".strip()


def moved(found: Sequence[Moved]) -> Table | None:
    """Figures as they are kept and as they would be now; None where none differs."""
    columns = (
        Column("对象", kind="line", data=True),
        Column("数据", kind="line"),
        Column("冻结时", kind="number"),
        Column("现在", kind="number"),
    )
    rows = tuple(
        Row(
            (
                Cell(each.subject.name),
                Cell(
                    each.source.title,
                    url=reverse(
                        "score_figure", args=[each.source.assessment_id, each.subject.pk, each.source.pk]
                    ),
                ),
                Cell(value(each.source, each.kept)),
                Cell(value(each.source, each.now)),
            )
        )
        for each in found
    )
    return Table(name="score-moved", columns=columns, rows=rows, short=True) if rows else None


def reads_facts(source: Source) -> bool:
    """Whether a figure is measured on the rows of a ledger."""
    return source.kind == TARGET or source.kind in BOUND


def counted(actor: Actor, found: Iterable[Counted], unit: str) -> Table:
    """What a figure counts one by one; each opens its row where the person may see it."""
    columns = (Column("事项", kind="line", width="rest"), Column("数值", unit=unit, kind="number"))
    found = list(found)
    open_to = _may_open(actor, found)
    rows = tuple(
        Row(
            (
                Cell(each.title, url=open_to.get((each.ledger, each.row), "")),
                Cell(shown(each.size)),
            )
        )
        for each in found
    )
    return Table(name="score-counted", columns=columns, rows=rows, short=True, empty="没有计入的事项。")


def _may_open(actor: Actor, found: Iterable[Counted]) -> Mapping[tuple[str, int], str]:
    """The addresses of the rows that the person may see."""
    by_ledger: dict[str, set[int]] = {}
    for each in found:
        by_ledger.setdefault(each.ledger, set()).add(each.row)
    addresses: dict[tuple[str, int], str] = {}
    for name, keys in by_ledger.items():
        ledger = registry.ledger(name)
        reach = access.reach(actor, Act.READ, ledger)
        if reach is not None:
            there = ledger.model._default_manager.filter(reach, pk__in=keys).values_list("pk", flat=True)
            addresses |= {(name, key): reverse("ledger_row", args=[ledger.key, key]) for key in there}
    return addresses


def objections(found: Iterable[ScoreObjection]) -> Table:
    """What was objected to, and what became of it."""
    columns = (
        Column("异议", width="narrow"),
        Column("所指事项", kind="line", data=True),
        Column("理由", width="medium"),
        Column("状态", width="narrow"),
        Column("裁定", width="rest"),
    )
    ledger = registry.ledger(OBJECTIONS)
    rows = tuple(
        Row(
            (
                Cell(each.number, url=reverse("ledger_row", args=[ledger.key, each.pk])),
                Cell(each.about),
                Cell(each.reason),
                Cell(each.get_state_display()),
                Cell(f"{each.ruling}（已更正：{each.corrected}）" if each.corrected else each.ruling),
            )
        )
        for each in found
    )
    return Table(name="score-objections", columns=columns, rows=rows, short=True, caption="异议")


def sources(found: Iterable[Source], assessment: Assessment, *, may: bool) -> Table:
    """Where every figure comes from; who may say it otherwise opens the form."""
    columns = (
        Column("数据", kind="line"),
        Column("计量单位", width="narrow"),
        Column("来源", width="narrow"),
        Column("从哪里来", width="rest"),
    )
    rows = tuple(
        Row(
            (
                Cell(each.title, url=reverse("score_source", args=[assessment.pk, each.pk]) if may else ""),
                Cell(each.unit),
                Cell(each.get_kind_display()),
                Cell(each.words),
            )
        )
        for each in found
    )
    return Table(name="score-sources", columns=columns, rows=rows, short=True)
