"""Web pages: the main text without what surrounds it, tables with their columns, whatever the page is laid out with."""

from __future__ import annotations

import pytest

from luoshi.reading.sources import errors, load

PAGE = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>云溪</title><script>var a = "项目";</script></head>
<body><ul class="nav"><li><a href="#">首页</a></li><li><a href="#">政务公开</a></li></ul>
<div class="page"><h1>云溪高新区2026年工作要点</h1><div>发布时间：2026-01-08 来源：管委会</div>
<div id="zoom"><p>一、突出招商引资</p><p>年内<b>签约</b>外资项目25个，<br>其中工业项目10个，农业项目5个，服务业项目10个。</p>
<table><tr><td><p>指标</p></td><td>目标</td></tr><tr><td>产值</td><td>64<br>亿元</td></tr></table></div></div>
<div>版权所有：云溪高新区</div></body></html>"""


def lines(body: str) -> list[str]:
    return load(f"<html><body>{body}</body></html>".encode(), "plan.html").text.split("\n")


def test_the_main_text_of_a_page() -> None:
    found = load(PAGE.encode("gb18030"), "plan.html")
    assert found.kind == "html"
    assert found.text.split("\n") == [
        "云溪高新区2026年工作要点", "发布时间：2026-01-08 来源：管委会", "一、突出招商引资", "年内签约外资项目25个，",
        "其中工业项目10个，农业项目5个，服务业项目10个。", "指标\t目标", "产值\t64 亿元",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_page_is_known_by_its_content(encoding: str) -> None:
    assert load(PAGE.encode(encoding), "plan").kind == "html"


def test_a_large_page_is_read_elsewhere_to_the_same_text() -> None:
    padded = PAGE + "<!-- " + "x" * 200_000 + " -->"
    assert load(padded.encode(), "plan.html").text == load(PAGE.encode(), "plan.html").text


def test_a_page_laid_out_with_tables_within_a_form() -> None:
    menu = "<table><tr><td><a href=#>首页</a></td><td><a href=#>政务公开</a></td></tr></table>"
    main = "<p>一、突出招商引资</p><p>全年新签约亿元以上项目25个。</p><p>二、推进项目建设</p><p>开工项目30个。<br>竣工项目12个。</p>"
    page = f"<form>{menu}<table><tr><td width=20></td><td>{main}</td></tr></table></form>"
    assert lines(page) == [
        "一、突出招商引资", "全年新签约亿元以上项目25个。", "二、推进项目建设", "开工项目30个。", "竣工项目12个。",
    ]  # fmt: skip


def test_merged_cells_of_a_table_keep_the_columns() -> None:
    head = "<tr><th rowspan=2>指标</th><th rowspan=2>单位</th><th colspan=2>目标</th><th rowspan=2>责任单位</th></tr>"
    rows = (
        "<tr><th>上半年</th><th>全年</th></tr><tr><td>产值</td><td>亿元</td><td>30</td><td rowspan=2>64</td>"
        "<td rowspan='2'>经济发展局</td></tr><tr><td>投资</td><td>亿元</td><td>12</td></tr>"
    )
    assert lines(f"<p>附件</p><table>{head}{rows}</table><p>以上请抓好落实。</p>") == [
        "附件", "指标\t单位\t目标\t\t责任单位", "指标\t单位\t上半年\t全年\t责任单位", "产值\t亿元\t30\t64\t经济发展局",
        "投资\t亿元\t12\t\t经济发展局", "以上请抓好落实。",
    ]  # fmt: skip


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999999999999999999", "500"])
def test_a_span_beyond_reason_ends_with_the_table(span: str) -> None:
    rows = f"<tr><td rowspan={span}>一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr>"
    found = lines(f"<table>{rows}</table><p>完。</p>")
    assert (found[0], found[-1], len(found)) == ("一\t二", "完。", 3)


def test_a_table_within_a_table_is_the_layout_of_the_page() -> None:
    inner = "<table><tr><td>指标</td><td>目标</td></tr><tr><td>产值</td><td>64亿元</td></tr></table>"
    assert lines(f"<table><tr><td>{inner}</td></tr></table>") == ["指标\t目标", "产值\t64亿元"]


def test_lists_are_numbered_and_lines_of_preformatted_text_stay() -> None:
    assert lines("<ol><li>招商</li><li>项目</li></ol><pre>一、开工\n二、竣工</pre>") == [
        "1. 招商", "2. 项目", "一、开工", "二、竣工",
    ]  # fmt: skip


def test_words_after_an_instruction_of_an_office_program_are_kept() -> None:
    page = '<p>力争<?xml:namespace prefix = o ns = "urn:x" />完成64亿元，<!-- 注 -->增长9.8%。</p>'
    assert lines(page) == ["力争完成64亿元，增长9.8%。"]


def test_elements_that_were_never_closed_lose_nothing() -> None:
    assert lines("<font><p>" * 400 + "年内签约项目25个。") == ["年内签约项目25个。"]


def test_a_page_too_large_or_too_deep_is_refused() -> None:
    with pytest.raises(errors.OversizedSource):
        load(b"<html>" + b"<" * (17 * 2**20), "plan.html")
    with pytest.raises(errors.DamagedSource) as caught:
        load(b"<html>" + b"<div>" * 20_000 + "一".encode(), "plan.html")
    assert "嵌套太深" in str(caught.value)
