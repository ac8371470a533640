"""The components draw what they are given."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import Client, RequestFactory

from luoshi.web import specimens
from luoshi.web.charts import LineChart
from luoshi.web.forms import Form
from luoshi.web.parts import Bar, Cell, Column, Row, Table, lamp
from luoshi.web.templatetags import parts

COMPONENTS = Path(specimens.__file__).parent / "templates" / "components"
ICONS = re.compile(r'id="icon-\w+"')


def drawn(source: str, **values: object) -> str:
    request = RequestFactory().get("/rows/", {"kind": "省级", "page": "2"})
    return Template(source).render(Context({"request": request, **values}))


def test_the_gallery_shows_every_component(signed_in: Client) -> None:
    page = signed_in.get("/gallery/", {"sort": "-actual", "page": "3"})
    assert page.status_code == 200
    for name in ("titlerow", "crumbs", "chip", "tabs", "figures", "table", "pager", "light", "tag", "bar",
                 "chart", "empty", "notice", "details", "timeline", "field", "skeleton"):  # fmt: skip
        assert f'class="{name}' in page.text, name
    assert 'aria-sort="descending"' in page.text
    for once in (
        parts.fixed,
        parts.icon,
        parts._rail,
        parts._months,
        parts._heads,
        parts._guide,
        parts._cell,
    ):
        once.cache_clear()  # so that they are drawn again
    drawn = {Path(each.name).stem for each in signed_in.get("/gallery/").templates if each.name}
    assert {path.stem for path in COMPONENTS.glob("*.html")} - drawn == set()
    assert {f'id="icon-{name}"' for name in specimens.ICONS} == set(
        ICONS.findall((COMPONENTS / "icons.html").read_text())
    )


def test_the_gallery_shows_the_dark_of_the_wide_screen(signed_in: Client) -> None:
    assert 'data-theme="dark"' in signed_in.get("/gallery/?theme=dark").text
    assert 'data-theme="dark"' not in signed_in.get("/gallery/").text


@pytest.mark.parametrize("step", ["rule", "rows", "sentence", "history"])
def test_every_step_of_a_drill_down_has_an_address(signed_in: Client, step: str) -> None:
    page = signed_in.get("/gallery/drawer/", {"step": step})
    assert page.status_code == 200
    assert f'step={step}" data-stay aria-current="page"' in page.text


def test_a_light_is_never_a_colour_alone() -> None:
    page = drawn('{% light "yellow" "落后时序 12.0 百分点" %}')
    assert "▲" in page
    assert "黄灯" in page
    assert "落后时序 12.0 百分点" in page
    assert "未到期" in drawn('{% light "grey" word="未到期" %}')


def test_a_figure_that_opens_something_is_a_link() -> None:
    assert "<a href" not in drawn('{% figure "1.00" "亿元" %}')
    assert '<a href="/x/" data-drawer><b>1.00</b></a>' in drawn('{% figure "1.00" "亿元" "/x/" %}')


def test_what_a_person_typed_is_text_and_not_markup() -> None:
    evil = "<img src=x>"
    table = Table(
        name="t", columns=(Column(evil),), rows=(Row((Cell(evil, note=evil),)), Row((Cell(evil, "/x/"),)))
    )
    for source in ("{% table table %}", "{% tag evil %}", "{% titlerow evil evil %}{{ evil }}{% endtitlerow %}",
                   "{% notice %}{{ evil }}{% endnotice %}", "{% empty evil evil %}{% endempty %}"):  # fmt: skip
        page = drawn(source, table=table, evil=evil)
        assert "<img" not in page
        assert "&lt;img" in page


def test_a_table_has_heads_totals_and_cells_of_each_kind() -> None:
    table = Table(
        name="t",
        columns=(Column("项目", sort="name"), Column("金额", "亿元", "number"), Column("灯", kind="light")),
        rows=(
            Row(heading="一、工业"),
            Row(
                (Cell("星河", "/p/1/", page=True), Cell("1.00", "/f/"), Cell("滞后", light=lamp("red"))),
                key="1",
            ),
        ),
        totals=(Cell("合计"), Cell("1.00"), Cell()),
        sorted="name",
    )
    page = drawn("{% table table %}", table=table)
    assert (
        'aria-sort="ascending"><a href="?kind=%E7%9C%81%E7%BA%A7&amp;sort=-name" data-stay>项目</a>' in page
    )
    assert '<a href="/p/1/">星河</a>' in page
    assert '<td class="number"><a href="/f/" data-drawer>1.00</a></td>' in page
    assert "<tfoot>" in page
    assert "■" in page
    assert 'colspan="3" scope="rowgroup"' in page


def test_a_row_of_the_wrong_length_is_a_bug() -> None:
    table = Table(name="t", columns=(Column("甲"), Column("乙")), rows=(Row((Cell("1"),)),))
    with pytest.raises(ValueError, match="zip"):
        drawn("{% table table %}", table=table)


def test_a_table_without_rows_says_so() -> None:
    assert "没有符合条件的记录。" in drawn("{% table table %}", table=specimens.nothing())


def test_numbers_in_tables_are_not_written_by_the_locale() -> None:
    table = Table(name="t", columns=tuple(Column(str(n)) for n in range(1200)), rows=(Row(heading="一"),))
    assert 'colspan="1200"' in drawn("{% table table %}", table=table)


@pytest.mark.parametrize(
    ("share", "width"), [("0.437", "43.7"), ("1.2", "100.0"), ("-0.1", "0.0"), (None, "")]
)
def test_a_bar_stays_in_its_frame(share: str | None, width: str) -> None:
    bar = Bar(None if share is None else Decimal(share))
    assert bar.done_width == width
    assert bar.plan_at == ""


def test_the_pager_keeps_the_filters() -> None:
    page = drawn("{% pager page %}", page=Paginator(range(1234), 50).get_page(2))
    assert "共 1,234 条，第 51–100 条" in page
    assert 'href="?kind=%E7%9C%81%E7%BA%A7&amp;page=3"' in page
    assert "上一页" not in drawn("{% pager page %}", page=Paginator(range(3), 50).get_page(1))


def test_a_chart_carries_exact_figures_and_the_same_in_a_table() -> None:
    chart = LineChart(
        name="c",
        title="投资",
        unit="亿元",
        labels=("1月", "2月"),
        plan=(Decimal("8"), Decimal("16")),
        actual=(Decimal("7.305"), None),
    )
    assert chart.data["actual"] == ["7.305", None]
    assert chart.rows == [("1月", "8.00", "7.31", "–"), ("2月", "16.00", "–", "–")]
    page = drawn("{% chart chart %}", chart=chart)
    assert '<script id="c-data" type="application/json">' in page
    assert 'data-chart="c-data"' in page


class Sample(Form):
    name = forms.CharField(label="项目名称", help_text="与备案一致")
    kind = forms.ChoiceField(label="级别", choices=[("1", "省级")], required=False)
    amount = forms.DecimalField(label="金额", required=False)
    day = forms.DateField(label="日期", error_messages={"required": "请写明哪一天。"})


def test_errors_are_sentences_beside_their_field() -> None:
    form = Sample({"kind": "9", "amount": "一亿"})
    form.add_error(None, "请改正后再保存。")
    page = drawn("{% fields form %}", form=form)
    for sentence in (
        "请填写“项目名称”。",
        "“级别”不在可选范围内",
        "“金额”应是数字",
        "请写明哪一天。",
        "请改正后再保存。",
    ):
        assert sentence in page
    assert (
        page.index("项目名称</label>")
        < page.index("与备案一致")
        < page.index('name="name"')
        < page.index("请填写“项")
    )
    assert 'aria-describedby="id_name_helptext' in page
