"""The way in: what is kept of a plan, and what is refused without a trace."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.ledgers.models import AuditRow
from luoshi.plans import errors
from luoshi.plans.clauses.models import Assignment, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import actions, parsing
from luoshi.plans.portfolios.models import Portfolio
from tests.plans import build

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")


def workbook() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return held.getvalue()


def test_a_plan_is_kept_with_its_file_text_and_clauses(document: Document, files: Path) -> None:
    assert (document.title, document.year, document.kind) == ("云溪高新区2026年工作要点", 2026, "工作要点")
    assert document.text == build.PLAN
    assert Path(document.file.path).read_bytes() == build.PLAN.encode()
    assert [p.name for p in (files / "plans").iterdir()] == [f"{document.sha256}.txt"]
    kinds = [c.kind for c in Clause.objects.of(document)]
    assert (kinds.count("target"), kinds.count("milestone"), kinds.count("mechanism")) == (10, 1, 1)
    assert AuditRow.objects.filter(ledger="plans.documents", act="上传").count() == 1


def test_a_clause_leads_back_to_its_sentence_and_numeral(document: Document) -> None:
    clause = build.clause(document, "境内到位资金")
    assert document.passage(clause.start, clause.end) == "32"
    assert clause.sentence.startswith("全年力争新引进亿元以上项目18个")
    assert clause.section == ["招商引资", "招大引强"]
    assert (clause.fields["amount"], clause.fields["base_unit"]) == ("3200000000", "元")


def test_numbers_are_kept_as_exact_text(document: Document) -> None:
    assert build.clause(document, "完成投资").data["value"] == "28.5"


def test_a_part_knows_its_total(document: Document) -> None:
    assert build.clause(document, "5亿元以上").part_of == build.clause(document, "引进亿元以上")
    assert build.clause(document, "境内到位资金").part_of is None


@pytest.mark.parametrize(
    ("line", "total"),
    [
        ("新引进项目25个，其中外资项目5个。", "25个"),
        ("新引进项目25个。其中外资项目5个。", "25个"),
        ("新引进项目25个；其中，省外项目9个、外资项目5个。", "25个"),
        ("新引进项目25个，其中省外项目9个；另有外资项目5个。", None),
        ("新引进项目25个。今年还要招引外资项目5个。", None),
        ("新引进项目25个。\n其中外资项目5个。", None),
        ("合同资金60亿元，其中外资项目5个。", None),
        ("新引进企业25个。支持其中外资项目5个。", None),
    ],
)
def test_totals_and_parts(cast: build.Cast, line: str, total: str | None) -> None:
    document = build.plan(cast.supervisor, f"2026年工作要点\n\n一、开放\n\n{line}\n")
    found = build.clause(document, "5个" if "25个" not in line else " 5个").part_of
    assert (found.summary.split()[-1] if found else None) == total


def test_the_year_is_the_persons_before_the_texts_own(cast: build.Cast) -> None:
    assert build.plan(cast.supervisor, year=2027).year == 2027


@pytest.mark.parametrize(
    ("data", "filename", "sentence"),
    [
        (b"", "空.txt", "空文件"),
        (b" \n ", "空白.txt", "空文件"),
        (bytes(range(256)) * 20, "图.txt", "文件"),
        (OLE, "加密.docx", "密码"),
        (workbook(), "表.docx", "扩展名"),
        ("云溪的春天很美。".encode(), "散文.txt", "没有识别出任何"),
    ],
)
def test_what_is_no_plan_is_refused_in_a_sentence(
    cast: build.Cast, files: Path, data: bytes, filename: str, sentence: str
) -> None:
    with pytest.raises(LedgerError, match=sentence) as refused:
        actions.add(data, filename, year=2026, by=cast.supervisor)
    assert filename in str(refused.value)
    assert not Document.objects.exists()
    assert not [p for p in files.rglob("*") if p.is_file()]


def test_the_same_file_is_refused_the_second_time(document: Document, cast: build.Cast) -> None:
    with pytest.raises(errors.SameFile, match="同一个文件"):
        build.plan(cast.supervisor, filename="另一个名字.txt")
    assert Document.objects.count() == 1


def test_a_plan_of_the_same_name_and_year_wants_to_be_a_new_version(
    document: Document, cast: build.Cast
) -> None:
    with pytest.raises(errors.SameTitle, match="上传新版本"):
        build.plan(cast.supervisor, build.CORRECTED)
    build.plan(cast.supervisor, build.CORRECTED.replace("2026年", "2027年"))
    assert Document.objects.count() == 2


def test_a_plan_without_a_year_asks_for_it(cast: build.Cast) -> None:
    text = "一、招商引资\n\n新引进亿元以上项目8个。\n"
    with pytest.raises(errors.NoYear, match="填写计划年度"):
        build.plan(cast.supervisor, text)
    with pytest.raises(errors.BadYear):
        build.plan(cast.supervisor, text, year=26)
    assert build.plan(cast.supervisor, text, year=2026).title == "工作要点"


def test_only_a_supervisor_uploads(cast: build.Cast) -> None:
    for actor in (cast.leader, cast.clerk, cast.auditor, cast.stranger):
        with pytest.raises(Refused):
            build.plan(actor)
    assert not Document.objects.exists()


def test_nothing_is_kept_when_the_clauses_cannot_be(
    cast: build.Cast, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> dict[int, int]:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(parsing, "parts", broken)
    with pytest.raises(RuntimeError, match="in the middle"):
        build.plan(cast.supervisor)
    assert not Document.objects.exists()
    assert not Clause.objects.exists()
    assert not [p for p in files.rglob("*") if p.is_file()]


def test_a_name_that_climbs_out_of_the_folder_stays_inside(cast: build.Cast, files: Path) -> None:
    document = build.plan(cast.supervisor, filename="../../etc/计划 .txt")
    assert document.filename == "计划 .txt"
    assert Path(document.file.path).parent == files / "plans"


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("新引进项目8个。由招商局负责。", [("lead", "招商局", "text")]),
        (
            "由招商局、经济发展局共同牵头，新引进项目8个。",
            [("lead", "招商局", "text"), ("responsible", "经济发展局", "text")],
        ),
        (
            "新引进项目8个。（牵头单位：投促局；责任单位：规建局、经济发展局；配合单位：云溪镇）",
            [
                ("lead", "招商局", "text"),
                ("responsible", "规建局", "text"),
                ("responsible", "经济发展局", "text"),
                ("supporting", "云溪镇", "text"),
            ],
        ),
        (
            "新引进项目8个。（责任单位：规建局、招商局）",
            [("lead", "规建局", "text"), ("responsible", "招商局", "text")],
        ),
        (
            "由经济发展局牵头，开展培训3次；由招商局牵头，新引进项目8个。",
            [("lead", "招商局", "text")],
        ),
        ("新引进项目8个（招商局）。", [("lead", "招商局", "text")]),
        ("云溪镇新引进项目8个。", [("lead", "云溪镇", "text")]),
        ("新引进项目8个。", []),
        ("云溪高新区管委会支持新引进项目8个。", []),
        ("市招商局支持新引进项目8个。", []),
    ],
)
def test_units_are_proposed_from_the_text(
    cast: build.Cast, line: str, units: list[tuple[str, str, str]]
) -> None:
    document = build.plan(cast.supervisor, f"2026年工作要点\n\n一、开放\n\n{line}\n")
    clause = build.clause(document, "8个")
    assert [(a.role, str(a.unit), a.origin) for a in Assignment.objects.filter(clause=clause)] == units


def test_a_heading_names_the_unit_of_all_clauses_under_it(cast: build.Cast) -> None:
    document = build.plan(
        cast.supervisor,
        "2026年工作要点\n\n一、招商引资（责任单位：招商局）\n\n新引进项目8个。合同资金9亿元。\n",
    )
    found = Assignment.objects.filter(clause__document=document)
    assert [(a.role, str(a.unit), a.origin) for a in found] == [("lead", "招商局", "section")] * 2


def test_the_zones_own_words_come_last_and_the_longest_decides(cast: build.Cast) -> None:
    Portfolio.objects.create(keyword="项目", unit=cast.units["0104"])
    Portfolio.objects.create(keyword="引进项目", unit=cast.units["0103"])
    document = build.plan(
        cast.supervisor, "2026年工作要点\n\n一、开放\n\n新引进项目8个。云溪镇新开工项目5个。\n"
    )
    found = {
        c.fields["value"]: [(str(a.unit), a.origin) for a in c.assignments.all()]
        for c in Clause.objects.of(document)
    }
    assert found == {"8": [("招商局", "keyword")], "5": [("云溪镇", "text")]}


def test_the_leader_named_in_the_text_is_proposed(cast: build.Cast) -> None:
    document = build.plan(
        cast.supervisor, "2026年工作要点\n\n一、开放\n\n新引进项目8个。（分管领导：高远；牵头单位：招商局）\n"
    )
    assert build.clause(document, "8个").leader == "高远"
