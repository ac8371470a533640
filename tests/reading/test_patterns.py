"""Every pattern of the reader, and the reader as a whole, takes time in proportion to the text, whatever the text.

No clock on the wall is read: strings of 1 MB (0.3 MB for whole readings) are worked through in processes whose CPU time is
limited; where a string takes more than a moment, a quarter of it must take more than an eighth of the time.
"""

from __future__ import annotations

import itertools
import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from luoshi import reading
from tests.reading import adversary
from tests.reading.adversary import Attempt

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted({name for _, name, _ in pkgutil.iter_modules(reading.__path__)})
#: What is worked through together: about as much each.
SHARES = [("quantities",), ("milestones",), ("lint", "outline")]
SHARES.append(tuple(name for name in FOLDERS if name not in [*itertools.chain(*SHARES)]))


def attempts(*words: str) -> list[Attempt]:
    """What a process of its own found; it forks, which a test process should not."""
    command = [sys.executable, "-m", "tests.reading.adversary", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [Attempt(*json.loads(line)) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("share", SHARES, ids=lambda share: share[0])
def test_no_pattern_backtracks(share: tuple[str, ...]) -> None:
    found = attempts(*share)
    assert found
    assert [str(one) for one in found if one.seconds is None] == []


def test_no_text_is_read_in_more_than_linear_time() -> None:
    found = attempts("read")
    assert len(found) == len(adversary.READING)
    assert [str(one) for one in found if one.seconds is None] == []


@pytest.mark.parametrize(
    "pattern", [r"(?:的|的的)+。", r"\d+个", r"“[^”]*”", r"以.*为", r"[ ]+$", r"(?:项目|项)*等"]
)
def test_a_pattern_that_backtracks_is_found_out(pattern: str) -> None:
    """The guard's own control, with a lower limit."""
    child = f"from tests.reading import adversary; import re; print(*adversary.attack('bad', re.compile({pattern!r}), 0.5))"
    done = subprocess.run([sys.executable, "-c", child], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "not in linear time" in done.stdout


def test_a_bounded_pattern_passes() -> None:
    child = "from tests.reading import adversary; import re; print(*adversary.attack('good', re.compile(r'“[^”]{0,40}”|\\d{1,9}个'), 0.5))"
    done = subprocess.run([sys.executable, "-c", child], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "not in linear time" not in done.stdout


def test_every_pattern_is_collected() -> None:
    """What is compiled while the reader is imported and used is in the collection, or another one made at the same place."""
    child = """
import re, sys
seen = []
for name in ("compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"):
    def noted(pattern, *rest, _real=getattr(re, name), **more):
        caller = sys._getframe(1)
        if isinstance(pattern, str) and caller.f_globals.get("__name__", "").startswith("luoshi.reading."):
            seen.append((caller.f_globals["__name__"].removeprefix("luoshi.reading."), caller.f_lineno, pattern))
        return _real(pattern, *rest, **more)
    setattr(re, name, noted)
from luoshi.reading import reader
from tests.reading import adversary
from tests.reading.strategies import PIECES
reader.read("\\n".join(PIECES) * 2)
reading = len(seen)
found = adversary.patterns()
known = {pattern.pattern for pattern in found.values()}
places = {name.rpartition(":")[0] for name in found}
missing = [one for one in seen[:reading] if one[2] not in known and one[0] not in adversary.JOINING and f"{one[0]}:{one[1]}" not in places]
assert reading > 100, "hardly anything was noted"
print(list(dict.fromkeys(missing)))
"""
    done = subprocess.run([sys.executable, "-c", child], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
