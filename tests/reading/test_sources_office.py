"""Word files: paragraphs, numbers, tables, marks of review; old Word and WPS files through LibreOffice where it is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from luoshi.reading.sources import errors, load, numbering, office
from tests.reading import source_files as files
from tests.reading.source_files import W, paragraph, saved, word

PLAN = ("云溪高新区2026年工作要点", "一、突出招商引资", "年内签约外资项目25个。")


def text(data: bytes) -> str:
    return load(data, "plan.docx").text


def test_word_paragraphs_and_tables() -> None:
    document = docx.Document()
    document.add_paragraph("云溪高新区2026年工作要点")
    table = document.add_table(2, 2)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells), ("指标", "目标", "产值", "64亿元"), strict=True
    ):
        cell.text = words
    found = load(saved(document), "plan.docx")
    assert (found.kind, found.text) == ("docx", "云溪高新区2026年工作要点\n指标\t目标\n产值\t64亿元")
    assert [found.place(found.text.index(word)) for word in ("云溪", "目标", "64")] == [
        "", "第1张表第1行", "第1张表第2行",
    ]  # fmt: skip


def test_a_merged_cell_holds_for_all_its_rows_but_a_number_only_once() -> None:
    document = docx.Document()
    rows = (
        ("指标", "目标", "责任单位", "完成时限"), ("产值", "64亿元", "经济发展局", "6月底前"), ("投资", "", "", ""), ("签约", "25个", "招商局", "年底前"),
    )  # fmt: skip
    table = document.add_table(4, 4)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    for column in (1, 2, 3):
        table.cell(1, column).merge(table.cell(2, column))
    lines = text(saved(document)).split("\n")
    assert lines[2:] == ["投资\t\t经济发展局\t6月底前", "签约\t25个\t招商局\t年底前"]


def test_a_cell_over_several_columns_keeps_the_columns() -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "任务"
    table.cell(0, 2).text = "责任单位"
    for cell, words in zip(table.rows[1].cells, ("一", "修路", "规划建设局"), strict=True):
        cell.text = words
    assert text(saved(document)) == "任务\t\t责任单位\n一\t修路\t规划建设局"


def test_blocks_within_controls_and_marks_of_review_are_read() -> None:
    inner = paragraph("年内签约项目25个。")
    row = f"<w:tr><w:tc>{paragraph('产值')}</w:tc><w:sdt><w:sdtContent><w:tc>{paragraph('64亿元')}</w:tc></w:sdtContent></w:sdt></w:tr>"
    body = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt><w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert text(word(body)) == "年内签约项目25个。\n产值\t64亿元"


def test_pinyin_above_the_words_is_left_out() -> None:
    ruby = "<w:ruby><w:rt><w:r><w:t>yún</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby>"
    assert text(word(f"<w:p><w:r>{ruby}</w:r><w:r><w:t>溪</w:t></w:r></w:p>")) == "云溪"


def test_words_deleted_in_review_are_left_out() -> None:
    document = docx.Document()
    added = document.add_paragraph("引进项目")
    added._p.append(parse_xml(f"<w:del {W}><w:r><w:delText>20个</w:delText></w:r></w:del>"))
    added._p.append(parse_xml(f"<w:ins {W}><w:r><w:t>25个</w:t></w:r></w:ins>"))
    assert text(saved(document)) == "引进项目25个"


def numbered(depth: int, words: str, number: int = 1) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def lists(*levels: tuple[str, str], more: str = "", start: str = "1") -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/></w:lvl>'
        for at, (form, shown) in enumerate(levels)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{inner}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}</w:numbering>'
    )


CHINESE = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def test_automatic_numbers_are_written_out() -> None:
    body = "".join(
        numbered(depth, words)
        for depth, words in ((0, "招商"), (1, "队伍"), (1, "机制"), (2, "考核"), (0, "项目"), (1, "开工"))
    )
    assert text(word(body, numbering=lists(*CHINESE))).split("\n") == [
        "一、招商", "（一）队伍", "（二）机制", "1.考核", "二、项目", "（一）开工",
    ]  # fmt: skip


def test_a_list_that_begins_anew_does_so_once() -> None:
    anew = '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    body = "".join(numbered(0, "甲", number) for number in (1, 1, 2, 2))
    assert text(word(body, numbering=lists(*CHINESE, more=anew))) == "一、甲\n二、甲\n一、甲\n二、甲"


def test_a_style_gives_its_number_to_what_is_based_on_it() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="a"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="c"/></w:style></w:styles>'
    )
    body = "".join(paragraph("队伍", f'<w:pStyle w:val="{style}"/>') for style in "abc")
    assert text(word(body, numbering=lists(*CHINESE), styles=styles)) == "（一）队伍\n（二）队伍\n队伍"


@pytest.mark.parametrize("form", ["lowerLetter", "upperRoman", "chineseCounting", "decimal", "unheardOf"])
@pytest.mark.parametrize("start", ["999999", "99999999999", "-1", "x"])
def test_a_list_cannot_count_beyond_reason(form: str, start: str) -> None:
    found = text(word(numbered(0, "招商"), numbering=lists((form, "%1."), start=start)))
    assert found in ("999999.招商", "a.招商", "I.招商", "一.招商", "1.招商")


def test_chinese_counting() -> None:
    assert [numbering.han(n) for n in (1, 10, 11, 20, 21, 100, 101, 110, 1001)] == [
        "一", "十", "十一", "二十", "二十一", "一百", "一百零一", "一百一十", "一千零一",
    ]  # fmt: skip


def test_without_libreoffice_an_old_file_is_refused_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    whole = files.compound({"WordDocument": bytes(4096)})
    for name, data in (("a.doc", whole), ("a.wps", whole), ("a.rtf", b"{\\rtf1 a}")):
        with pytest.raises(errors.NoOffice) as caught:
            load(data, name)
        assert "另存为 docx" in str(caught.value) and "安装 LibreOffice" in str(caught.value)


def test_libreoffice_that_makes_nothing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    idle = tmp_path / "soffice"
    idle.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    idle.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(idle))
    with pytest.raises(errors.NotConverted):
        load(b"{\\rtf1 a}", "a.rtf")


@pytest.fixture
def converted(tmp_path: Path) -> Path:
    """A folder with a plan in Word's own form, from which LibreOffice makes the older ones."""
    if office.program() is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer)")
    document = docx.Document()
    for words in PLAN:
        document.add_paragraph(words)
    table = document.add_table(2, 2)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells), ("指标", "目标", "产值", "64亿元"), strict=True
    ):
        cell.text = words
    document.add_paragraph("由督查室按月通报。")
    (tmp_path / "plan.docx").write_bytes(saved(document))
    return tmp_path


@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_what_libreoffice_makes_of_it_is_the_same_text(converted: Path, kind: str) -> None:
    program = office.program()
    assert program is not None
    profile = (converted / "profile").as_uri()
    subprocess.run(
        [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", converted, converted / "plan.docx"],
        check=True, capture_output=True,
    )  # fmt: skip
    data = (converted / f"plan.{kind}").read_bytes()
    for name in (f"plan.{kind}", "plan.wps") if kind == "doc" else (f"plan.{kind}",):
        found = load(data, name)
        assert found.kind == kind
        assert found.text == "\n".join([*PLAN, "指标\t目标", "产值\t64亿元", "由督查室按月通报。"])
