"""The sample zone is loaded whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.cli import house, sample
from luoshi.cli.errors import InputError
from tests.whole.zone import everything


def test_a_sample_with_a_mistake_leaves_nothing(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in sample.folder().iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    broken = tmp_path / "investment.signings.csv"
    broken.write_text(broken.read_text(encoding="utf-8").replace("招商局", "无此局"), encoding="utf-8")
    monkeypatch.setattr(sample, "folder", lambda: tmp_path)
    house.open_house()
    before = everything()
    with pytest.raises(InputError, match=r"样例文件 investment\.signings\.csv 有误：.*无此局"):
        list(sample.load())
    assert everything() == before
