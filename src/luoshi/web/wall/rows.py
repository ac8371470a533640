"""What a target's page says of its figure, and the rows behind it as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse

from luoshi.directory.units.models import Unit
from luoshi.ledgers import access
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Binding
from luoshi.ledgers.models import Row as LedgerRow
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.targets.models import Target
from luoshi.reports.numbers import per_cent, points, written
from luoshi.web import formats
from luoshi.web.ledgers import lists
from luoshi.web.parts import Cell, Column, Detail, Row, Table
from luoshi.web.wall.views import SOURCES


def within(binding: Binding) -> frozenset[int] | None:
    """The units under a binding's scope, None for every unit."""
    return None if binding.scope is None else Unit.objects.subtree(binding.scope)


def details(row: WallRow) -> list[Detail]:
    """Every number of a target with what it means."""
    target, progress = row.target, row.progress
    unit = target.unit
    found = [
        Detail("责任单位", row.unit or "尚未落实"),
        Detail("全年目标", f"{written(row.total)} {unit}", source="计划原文"),
        Detail(
            f"截至{formats.month(row.month)}累计",
            _with_unit(written(row.actual), unit),
            source=SOURCES[row.source],
        ),
        Detail("本月", _with_unit(written(row.month_actual), unit)),
        Detail("完成率", per_cent(progress.completion)),
        Detail("时序进度", per_cent(progress.planned_share)),
        Detail("应达到", _with_unit(written(row.planned), unit)),
        Detail("与时序差", _with_unit(points(progress.gap_points), "百分点")),
    ]
    if row.computed:
        formula = target.binding.formula if target.binding else ""
        found.append(Detail("计算口径", formula or row.computed))
    return found


def table(
    actor: Actor,
    ledger: Ledger,
    found: Iterable[LedgerRow],
    contest: Callable[[LedgerRow], str] | None = None,
) -> Table:
    """Rows of a ledger as a list shows them, without what the person may not see.

    ``contest`` says where a row is objected to, None where nobody is to.
    """
    unseen = access.hidden(actor, ledger)
    columns = [c for c in ledger.columns if c.listed and c.name not in unseen]
    return Table(
        name=f"rows-{ledger.key}",
        columns=(
            *(Column(ledger.title_of(c), unit=c.list_unit, kind=lists.kind(ledger, c)) for c in columns),
            *((Column("异议", width="narrow"),) if contest else ()),
        ),
        rows=tuple(
            Row(
                (
                    *(
                        Cell(
                            c.show(c.of(row)),
                            url=reverse("ledger_row", args=[ledger.key, row.pk]) if at == 0 else "",
                            page=True,
                        )
                        for at, c in enumerate(columns)
                    ),
                    *((Cell("提出异议", url=contest(row), page=True),) if contest else ()),
                ),
                key=str(row.pk),
            )
            for row in found
        ),
        empty="截至本月没有符合口径的记录，或您无权查看。",
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in its paragraph: what stands before the number, the number, what follows; and around it."""

    before: str
    opening: str
    number: str
    closing: str
    after: str


def passage(target: Target) -> Passage:
    """The paragraph of a target's sentence, cut where the marks go."""
    text, clause = target.document.text, target.clause
    first = text.rfind("\n", 0, clause.sentence_start) + 1
    last = text.find("\n", clause.sentence_end)
    return Passage(
        before=text[first : clause.sentence_start],
        opening=text[clause.sentence_start : clause.start],
        number=text[clause.start : clause.end],
        closing=text[clause.end : clause.sentence_end],
        after=text[clause.sentence_end : last if last >= 0 else len(text)],
    )


def _with_unit(text: str, unit: str) -> str:
    return text if text == "–" else f"{text} {unit}"
