"""The component library as tags; each takes values from ``luoshi.web.parts`` and has one template."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from luoshi.rules.colours import Colour
from luoshi.web import guide, parts
from luoshi.web.charts import LineChart
from luoshi.web.months import Choice
from luoshi.web.navigation import Door

register = template.Library()
FOLDER = "components"


# Around a page


@register.simple_block_tag(takes_context=True)
def titlerow(context: dict[str, Any], content: SafeString, title: str, sentence: str = "") -> SafeString:
    """{% titlerow "标题" "一句说明" %}at most one primary button{% endtitlerow %}; what the page is for stands in it too."""
    return _drawn("titlerow", title=title, sentence=sentence, content=content, guide=this_page(context))


@register.simple_tag(takes_context=True)
def this_page(context: dict[str, Any]) -> SafeString:
    """{% this_page %}: what the page is for, behind a question mark; for pages that have no title row."""
    return _guide(guide.paragraph(context.get("request")))


@lru_cache(maxsize=256)
def _guide(paragraph: str) -> SafeString:
    return _drawn("guide", paragraph=paragraph) if paragraph else SafeString("")


@register.filter
def entered(text: object) -> parts.Entered:
    """{% titlerow plan.title|entered %}, {% crumbs "计划" url plan.title|entered %}: what people wrote, left as it is."""
    return parts.Entered(text)


@register.simple_tag
@cache
def fixed(name: str) -> SafeString:
    """{% fixed "components/head.html" %}: a part that is the same on every page, drawn once."""
    return render_to_string(name)


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """{% icon "down" %}: a symbol of components/icons.html."""
    return _drawn("icon", name=name)


@register.simple_tag(takes_context=True)
def rail(context: dict[str, Any]) -> SafeString:
    """{% rail %}: the doors, and the one behind which the page lies."""
    return _rail(tuple(context["doors"]), context["door"])


@lru_cache(maxsize=64)
def _rail(doors: tuple[Door, ...], door: Door | None) -> SafeString:
    return _drawn("rail", doors=doors, door=door)


@register.simple_tag(takes_context=True)
def months(context: dict[str, Any]) -> SafeString:
    """{% months %}: the selector of the month; its links keep the rest of the address."""
    return _months(context["request"].GET.urlencode(), context["month_choice"])


@lru_cache(maxsize=256)
def _months(query: str, choice: Choice) -> SafeString:
    return _drawn("month", given=QueryDict(query), month_choice=choice)


@register.inclusion_tag(f"{FOLDER}/crumbs.html")
def crumbs(*steps: str) -> dict[str, Any]:
    """{% crumbs "台账" url "签约项目" url "当前页" %}: texts and addresses in turn; the last has none."""
    pairs = [(steps[i], steps[i + 1] if i + 1 < len(steps) else "") for i in range(0, len(steps), 2)]
    return {"steps": pairs}


@register.simple_block_tag
def filterrow(content: SafeString, chips: list[parts.Chip] | None = None, clear: str = "") -> SafeString:
    """{% filterrow chips clear_url %}filter controls{% endfilterrow %}"""
    return _drawn("filterrow", chips=chips or (), clear=clear, content=content)


@register.inclusion_tag(f"{FOLDER}/tabs.html")
def tabs(items: list[parts.Tab], label: str = "视图") -> dict[str, Any]:
    """{% tabs items %}: in the drawer the tabs stay in the drawer."""
    return {"items": items, "label": label}


@register.inclusion_tag(f"{FOLDER}/pager.html", takes_context=True)
def pager(context: dict[str, Any], page: Any) -> dict[str, Any]:
    """{% pager page %} for a ``django.core.paginator.Page``; the address keeps its other parameters."""
    paginator = page.paginator
    pages = paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return {"page": page, "pages": pages, "gap": paginator.ELLIPSIS, "request": context["request"]}


# Figures and signs


@register.inclusion_tag(f"{FOLDER}/figure.html")
def figure(
    value: str, unit: str = "", url: str = "", label: str = "", note: str = "", colour: Colour | None = None
) -> dict[str, Any]:
    """{% figure fen|yi "亿元" url "累计" %}: with an address it opens the drawer and is underlined with dots.

    With a ``colour`` the label is the word of that light.
    """
    light = parts.lamp(colour, label) if colour else None
    return {"value": value, "unit": unit, "url": url, "label": label, "note": note, "light": light}


@register.inclusion_tag(f"{FOLDER}/light.html")
def light(colour: Colour, reason: str = "", word: str = "") -> dict[str, Any]:
    """{% light "yellow" "落后时序 12.0 百分点" %}: green, yellow, red or grey; {% light "grey" word="未到期" %}."""
    return {"light": parts.lamp(colour, word), "reason": reason}


@register.inclusion_tag(f"{FOLDER}/tag.html")
def tag(text: str, tone: str = "") -> dict[str, Any]:
    """{% tag "省级" %}, {% tag "已逾期" "red" %}: a word on a tint; tones: "", accent, green, yellow, red."""
    return {"text": text, "tone": tone}


@register.inclusion_tag(f"{FOLDER}/bar.html")
def bar(done: Any, plan: Any = None, label: str = "") -> dict[str, Any]:
    """{% bar done plan %}: shares of one; the mark stands where the plan should be by now."""
    return {"bar": parts.Bar(done, plan), "label": label}


@register.inclusion_tag(f"{FOLDER}/chart.html")
def chart(found: LineChart) -> dict[str, Any]:
    """{% chart chart %}: the drawing, and the table of the same figures one key (t) away."""
    return {"chart": found}


# Collections


@register.inclusion_tag(f"{FOLDER}/table.html", takes_context=True)
def table(context: dict[str, Any], found: parts.Table) -> dict[str, Any]:
    """{% table table %} for a ``parts.Table``."""
    return {"table": found, "request": context["request"]}


@register.simple_tag(takes_context=True)
def heads(context: dict[str, Any], found: parts.Table) -> SafeString:
    """{% heads table %}: the heads of a table's columns; their links keep the rest of the address."""
    return _heads(context["request"].GET.urlencode(), found.columns, found.selectable, found.sorted)


@lru_cache(maxsize=256)
def _heads(query: str, columns: tuple[parts.Column, ...], selectable: bool, sort: str) -> SafeString:
    """The heads of a list, which are the same whatever its rows are."""
    table = parts.Table(name="", columns=columns, selectable=selectable, sorted=sort)
    return _drawn("heads", given=QueryDict(query), table=table)


@register.filter
def cells(row: Iterable[parts.Cell], columns: Iterable[parts.Column]) -> SafeString:
    """The cells of a row under its columns; as many as there are columns, or it is a bug.

    Most cells are bare text or a link. They are written here, because the template engine takes several times as
    long for them and a list page is mostly cells; every other cell is drawn by components/cell.html.
    """
    pairs = zip(row, columns, strict=True)
    return mark_safe("".join(_td(cell, column) for cell, column in pairs))


@register.filter
def listed(options: tuple[tuple[str, str], ...], chosen: tuple[str, ...]) -> SafeString:
    """The options of a select, (value, text) each, with those that are chosen."""
    return _listed(options, chosen, "")


@register.filter
def named(options: tuple[tuple[str, str], ...], chosen: tuple[str, ...]) -> SafeString:
    """The same of options that people named."""
    return _listed(options, chosen, parts.AS_IT_IS)


@register.inclusion_tag(f"{FOLDER}/details.html")
def details(items: list[parts.Detail]) -> dict[str, Any]:
    """{% details items %}: label and value, line by line."""
    return {"items": items}


@register.inclusion_tag(f"{FOLDER}/timeline.html")
def timeline(events: list[parts.Event]) -> dict[str, Any]:
    """{% timeline events %}: newest first, as the caller ordered them."""
    return {"events": events}


# Forms


@register.inclusion_tag(f"{FOLDER}/field.html")
def field(bound: BoundField, source: str = "") -> dict[str, Any]:
    """{% field form.amount %}; ``source`` says which ledger knew the value."""
    return {"field": bound, "source": source, "checkbox": _is_checkbox(bound)}


@register.inclusion_tag(f"{FOLDER}/fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    """{% fields form %}: what is wrong with the whole, then every field in one column."""
    return {"form": form}


# States


@register.simple_block_tag
def empty(content: SafeString, title: str, sentence: str = "") -> SafeString:
    """{% empty "还没有计划" "上传后在这里核对" %}the first step{% endempty %}"""
    return _drawn("empty", title=title, sentence=sentence, content=content)


@register.simple_block_tag
def notice(content: SafeString, tone: str = "") -> SafeString:
    """{% notice "red" %}a sentence{% endnotice %}; tones: "", green, yellow, red."""
    return _drawn("notice", tone=tone, content=content)


@register.inclusion_tag(f"{FOLDER}/skeleton.html")
def skeleton(rows: int = 6) -> dict[str, Any]:
    """{% skeleton 8 %}: keeps the layout while a fragment is fetched."""
    return {"rows": range(rows)}


def _drawn(part: str, /, **values: Any) -> SafeString:
    return render_to_string(f"{FOLDER}/{part}.html", values)


def _td(cell: parts.Cell, column: parts.Column) -> str:
    data = column.data and not cell.ours
    if cell.plain or cell.linked:
        text = escape(cell.text) if cell.plain else parts.link(cell.url, cell.text, page=cell.page)
        return f'<td class="{column.set_as}"{parts.AS_IT_IS if data else ""}>{text}</td>'
    return f'<td class="{column.set_as}">{_cell(cell, data)}</td>'


@lru_cache(maxsize=4096)
def _cell(cell: parts.Cell, data: bool) -> str:
    """A cell by its template: the same lights and bars come back on every page of a wall."""
    return _drawn("cell", cell=cell, data=data).strip()


@lru_cache(maxsize=256)
def _listed(options: tuple[tuple[str, str], ...], chosen: tuple[str, ...], mark: str) -> SafeString:
    """The options of a list, which has up to hundreds and is the same on page after page."""
    marks = dict.fromkeys(chosen, " selected")
    said = (
        f'<option value="{escape(v)}"{marks.get(v, "")}{mark}>{escape(text)}</option>' for v, text in options
    )
    return mark_safe("".join(said))


def _is_checkbox(bound: BoundField) -> bool:
    return getattr(bound.field.widget, "input_type", "") == "checkbox" and not hasattr(bound.field, "choices")
