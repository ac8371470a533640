"""How fast the reader reads a plan, beside one bare regular expression over the same text.

python benchmarks/reading.py [FILE …]    the sample plan when no file is named
"""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path

from scratch import seconds, show

from luoshi.cli import sample
from luoshi.reading import reader, sources

NUMERAL = re.compile(
    r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?|[一二三四五六七八九十百千]+)\s*(?P<unit>亿元|万元|万美元|%|个|家|项|亩|人)"
)


def main(names: list[str]) -> None:
    files = [Path(name) for name in names] or [sample.folder() / sample.PLAN]
    for file in files:
        text = sources.load(file.read_bytes(), file.name).text
        size = len(text.encode()) / 1e6
        whole = seconds(partial(reader.read, text), times=20)
        bare = seconds(partial(NUMERAL.findall, text), times=50)
        found = len(reader.read(text).commitments)
        show(
            f"{file.name}: {len(text)} characters, {found} commitments against {len(NUMERAL.findall(text))} numerals",
            [("a bare regular expression", bare), ("the reader", whole)],
            "a bare regular expression",
        )
        print(f"the reader: {size / whole:.2f} MB/s; the expression: {size / bare:.1f} MB/s")


if __name__ == "__main__":
    main(sys.argv[1:])
