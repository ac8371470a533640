"""`python -m tests.texts`: brings the catalogue up with the code; lists of translations named behind it are taken in.

A list is a JSON object, msgid to msgstr. One whose holes differ from its msgid's, or that holds Chinese, is named and left out.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import django

from tests.texts import gathering, po


def main(lists: list[str]) -> None:
    """Write the catalogue and say what is missing in it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    found = gathering.msgids()
    kept = po.translations(po.read())
    for name in lists:
        for msgid, msgstr in json.loads(Path(name).read_text(encoding="utf-8")).items():
            fault = po.wrong(msgid, msgstr)
            if fault:
                print(f"{name}: {msgid}: {fault}")
            elif msgid in found:
                kept[msgid] = msgstr
    catalogue = po.written(found, kept)
    missing = [each.msgid for each in catalogue if not each.msgstr]
    print(f"{len(catalogue)} texts, {len(missing)} without translation")


main(sys.argv[1:])
