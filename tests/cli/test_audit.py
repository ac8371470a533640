"""`luoshi audit` names what was tampered with, and holds the trail against a head that was kept elsewhere."""

from __future__ import annotations

from pathlib import Path

from django.db import connection

from luoshi.ledgers import chain
from tests import emptying
from tests.whole.zone import Captured, said


def test_a_trail_that_holds(zone: None, capsys: Captured, tmp_path: Path) -> None:
    rows = chain.head().seq
    code, shown, complaint = said(capsys, "audit", "verify")
    assert (code, complaint) == (0, "")
    assert f"操作记录 {rows} 条，逐条核对无误。\n{chain.head().text()}\n" == shown
    kept = tmp_path / "链头.txt"
    assert said(capsys, "audit", "head", "-o", kept) == (0, "", "")
    assert said(capsys, "audit", "head") == (0, kept.read_text(), "")
    code, shown, _ = said(capsys, "audit", "verify", "--head", kept)
    assert code == 0
    assert f"与导出的链头（第 {rows} 条）一致" in shown


def test_a_trail_that_was_changed(zone: None, capsys: Captured) -> None:
    with emptying.guard_lifted(), connection.cursor() as cursor:
        cursor.execute("UPDATE ledgers_auditrow SET label = '另一个名字' WHERE seq = 5")
    code, shown, complaint = said(capsys, "audit", "verify")
    assert (code, shown) == (2, "")
    assert complaint.startswith("操作记录核对不符，此前 4 条无误。第 5 条操作记录被改动过：")
    assert "“另一个名字”" in complaint


def test_a_file_that_is_no_head(zone: None, capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "链头.txt"
    file.write_bytes(b"\xff\xfe\x00")
    assert "不是导出的链头" in said(capsys, "audit", "verify", "--head", file)[2]
    assert "找不到文件" in said(capsys, "audit", "verify", "--head", tmp_path / "没有")[2]
