"""The lock files: every package pinned by its hash, no address of a registry, and the charts that the lock names."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import hatch_build

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def faults_of(lock: str) -> list[str]:
    """What is wrong with a requirements file: an address, an option that names one, a package without a hash."""
    entries = re.split(r"(?m)^(?=\S)", re.sub(r"(?m)^\s*#.*\n", "", lock))
    unhashed = [entry.split()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry]
    return unhashed + re.findall(r"\S*://\S*|--(?:extra-)?index\S*|--find-links\S*", lock)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_hashed_and_no_address_is_named(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert text.count("--hash=sha256:") > 1
    assert faults_of(text) == []


def test_the_guard_sees_an_address_and_a_missing_hash() -> None:
    assert faults_of("django==5.2 \\\n    --hash=sha256:00\n") == []
    assert faults_of("django==5.2\n") == ["django==5.2"]
    assert faults_of("--index-url https://registry.example/simple\n") == [
        "--index-url",
        "https://registry.example/simple",
    ]


def test_the_lock_of_the_front_end_carries_hashes_and_no_addresses() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name: entry for name, entry in packages.items() if name}
    assert "node_modules/echarts" in locked
    assert all(entry["integrity"].startswith("sha512-") for entry in locked.values())
    assert not any("resolved" in entry for entry in locked.values())


def test_the_charts_on_the_machine_are_those_of_the_lock() -> None:
    wanted = hatch_build.locked_versions(ROOT / "package-lock.json")
    assert hatch_build.is_current(ROOT / hatch_build.VENDOR, wanted)
    assert not hatch_build.is_current(ROOT / hatch_build.VENDOR, {**wanted, "echarts": "sha512-another"})


def test_charts_that_are_incomplete_are_fetched_again(tmp_path: Path) -> None:
    (tmp_path / "versions.json").write_text("{}", encoding="utf-8")
    assert not hatch_build.is_current(tmp_path, {})
    for name in hatch_build.TAKEN.values():
        (tmp_path / name).touch()
    assert hatch_build.is_current(tmp_path, {})
