"""对应列: which column of the ledger each column of an office's own table is, said once by hand."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from luoshi.ledgers import headings, mappings, titling, workbooks
from luoshi.ledgers.access import Act, unfillable
from luoshi.ledgers.columns import Column, as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, UnreadableWorkbook
from luoshi.ledgers.models import ImportMapping
from luoshi.ledgers.titling import Top
from luoshi.ledgers.workbooks import Sheet
from luoshi.web import formats, parts
from luoshi.web.forms import Form
from luoshi.web.ledgers import finding, uploads
from luoshi.web.ledgers.uploads import Gone
from luoshi.web.request import Request


class NameForm(Form):
    """What such tables are called."""

    use_required_attribute = False

    name = forms.CharField(label="名称", max_length=80, help_text="例如“招商局周报表”。")


def kept(request: Request, key: str) -> HttpResponse:
    """The heads that somebody has explained."""
    ledger = finding.ledger(request, key, Act.IMPORT)
    found = ImportMapping.objects.filter(ledger=ledger.name).order_by("-at", "-pk")
    table = parts.Table(
        name="mappings",
        caption="对应列",
        columns=(
            parts.Column("名称", width="medium", data=True),
            parts.Column("表头列数", kind="number"),
            parts.Column("导入列数", kind="number"),
            parts.Column("指定人", data=True),
            parts.Column("时间", kind="day"),
        ),
        rows=tuple(_kept(ledger, each) for each in found),
        empty="还没有记住的对应列。",
        short=True,
    )
    return render(request, "ledger/mappings.html", {"ledger": ledger, "table": table})


def _kept(ledger: Ledger, each: ImportMapping) -> parts.Row:
    pairs = mappings.pairs(ledger, each)
    return parts.Row(
        (
            parts.Cell(
                mappings.called(each), reverse("ledger_mapping", args=[ledger.key, each.pk]), page=True
            ),
            parts.Cell(str(len(pairs))),
            parts.Cell(str(sum(bool(title) for _, title in pairs))),
            parts.Cell(each.by),
            parts.Cell(formats.day(timezone.localdate(each.at))),
        ),
        key=str(each.pk),
    )


@require_http_methods(["GET", "POST"])
def one(request: Request, key: str, pk: int) -> HttpResponse:
    """Which column each was said to be; another name."""
    ledger, found = _found(request, key, pk)
    form = NameForm(
        request.POST if request.method == "POST" else None, initial={"name": mappings.called(found)}
    )
    if form.is_valid():
        with form.answering():
            mappings.rename(ledger, found, form.cleaned_data["name"], by=request.actor)
            messages.success(request, f"已改名为“{mappings.called(found)}”。")
            return redirect("ledger_mappings", key=ledger.key)
    values = {"ledger": ledger, "mapping": found, "title": mappings.called(found), "form": form}
    return render(request, "ledger/mapping.html", values | {"pairs": mappings.pairs(ledger, found)})


@require_http_methods(["GET", "POST"])
def remove(request: Request, key: str, pk: int) -> HttpResponse:
    """Forget what was said of a head."""
    ledger, found = _found(request, key, pk)
    title = mappings.called(found)
    if request.method == "POST":
        mappings.forget(ledger, found, by=request.actor)
        messages.success(request, f"已删除对应列“{title}”，以后这种表头的文件要重新指定。")
        return redirect("ledger_mappings", key=ledger.key)
    return render(request, "ledger/mapping_remove.html", {"ledger": ledger, "mapping": found, "title": title})


def _found(request: Request, key: str, pk: int) -> tuple[Ledger, ImportMapping]:
    ledger = finding.ledger(request, key, Act.IMPORT)
    found = ImportMapping.objects.filter(ledger=ledger.name, pk=pk).first()
    if found is None:
        raise Http404("没有这条对应列，它可能已被删除。")
    return ledger, found


@require_http_methods(["GET", "POST"])
def columns(request: Request, key: str, digest: str) -> HttpResponse:
    """The columns of a kept file, each beside the ledger's; what is said is remembered for every such head."""
    ledger = finding.ledger(request, key, Act.IMPORT)
    try:
        found = uploads.kept(request.user.pk, ledger, digest)
        sheet = _sheet(workbooks.read(found.data, found.filename))
    except (Gone, UnreadableWorkbook) as gone:
        messages.error(request, str(gone))
        return redirect("ledger_import", key=ledger.key)
    top, problem = _top(request, ledger, sheet), ""
    if request.method == "POST":
        try:
            chosen = [request.POST.get(f"column-{place}", "") for place in range(len(top.paths))]
            mappings.keep(ledger, top, chosen, by=request.actor)
        except Invalid as wrong:
            problem = str(wrong)
        else:
            uploads.forget(request.user.pk, ledger, digest)
            messages.success(request, "已记住这种表头的对应列，以后同样表头的文件不用再指定。")
            return redirect("ledger_import_preview", key=ledger.key, digest=digest)
    values = {
        "ledger": ledger,
        "digest": digest,
        "filename": found.filename,
        "sheet": sheet.name,
        "problem": problem,
        "row": top.last + 1,
        "heights": range(1, titling.TALLEST + 1),
        "height": top.last - top.first + 1,
        "most": titling.DEPTH,
        "lines": _lines(request, ledger, sheet, top),
    }
    return render(request, "ledger/columns.html", values, status=400 if problem else 200)


def _sheet(sheets: tuple[Sheet, ...]) -> Sheet:
    """The sheet with most rows of those that are to be seen."""
    seen = [sheet for sheet in sheets if not sheet.hidden and sheet.rows]
    if not seen:
        raise UnreadableWorkbook("文件里没有可见的、有内容的工作表，请核对后重新上传。")
    return max(seen, key=lambda sheet: len(sheet.rows))


def _top(request: Request, ledger: Ledger, sheet: Sheet) -> Top:
    """The head that was asked for, that was found, or that looks most like one."""
    asked = request.POST if request.method == "POST" else request.GET
    row, height = (asked.get(name, "") for name in ("row", "height"))
    if row.isdecimal() and height.isdecimal() and 1 <= int(height) <= titling.TALLEST:
        last = min(max(int(row), int(height)), len(sheet.rows), titling.DEPTH) - 1
        return titling.top(sheet, max(0, last - int(height) + 1), last)
    head = headings.find(ledger, sheet, frozenset(), mappings.of(ledger))
    last = head.row if head else titling.guessed(sheet)
    return titling.top(sheet, head.first if head else last, last)


def _lines(request: Request, ledger: Ledger, sheet: Sheet, top: Top) -> list[dict[str, object]]:
    """A line a column of the file: its letter, what stands over it, what stands below, and what may be chosen."""
    closed = unfillable(request.actor, ledger)
    offered = [column for column in ledger.writable if column.name not in closed]
    known, told = headings.titles(ledger), mappings.of(ledger).get(top.signature)
    samples = titling.samples(sheet, top.last)
    found: list[dict[str, object]] = []
    for place, path in enumerate(top.paths):
        column = headings.column_of(known, path)[0]
        usual = column.name if column is not None and column in offered else ""
        if told is not None:
            usual = told[place] if place < len(told) else ""
        cells = [as_text(cells[place]) for cells in samples if place < len(cells)]
        if path or any(cells):
            found.append(
                {
                    "name": f"column-{place}",
                    "letter": workbooks.letter(place),
                    "title": " / ".join(path),
                    "samples": "、".join(filter(None, cells)),
                    "options": _options(ledger, offered, request.POST.get(f"column-{place}", usual)),
                }
            )
    return found


def _options(ledger: Ledger, offered: list[Column], chosen: str) -> list[tuple[str, str, bool]]:
    titles = [
        (c.name, ("* " if ledger.required(c) else "") + ledger.head(c, c.entry_unit), c.name == chosen)
        for c in offered
    ]
    return [("", "不导入", not chosen), *titles]
