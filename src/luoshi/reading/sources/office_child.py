"""The process that becomes LibreOffice: it limits itself first, and what it becomes stays limited."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from luoshi.reading.sources import parsing_child

#: LibreOffice alone takes 210 MB and two seconds; its program files are mapped on top of that.
LIMITS = parsing_child.Limits(memory=1024 * 2**20, seconds=20, waiting=60.0, data=256 * 2**20)


def main(command: list[str]) -> None:
    """Become the command; what it leaves behind goes where its last argument, the file, is."""
    parsing_child.limit(LIMITS)
    os.environ["TMPDIR"] = str(Path(command[-1]).parent)
    os.execv(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
