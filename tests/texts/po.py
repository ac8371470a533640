"""The catalogue on disk: brought up with the code, filled in from lists of translations, and asked what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polib

from luoshi.web.language.catalogue import FILE
from luoshi.web.language.sentences import HAN, HOLE

HEAD: Final = {
    "Project-Id-Version": "luoshi",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def read(path: Path = FILE) -> polib.POFile:
    """The catalogue, or an empty one where there is none yet."""
    return polib.pofile(str(path), wrapwidth=0) if path.exists() else polib.POFile(wrapwidth=0)


def written(msgids: Mapping[str, list[str]], kept: Mapping[str, str], path: Path = FILE) -> polib.POFile:
    """Write these msgids, each with the places where it is met and the translation that is kept of it."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = HEAD
    for msgid, places in msgids.items():
        entry = polib.POEntry(
            msgid=msgid, msgstr=kept.get(msgid, ""), occurrences=[(place, "") for place in places]
        )
        catalogue.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    return catalogue


def translations(catalogue: polib.POFile) -> dict[str, str]:
    """What is translated, by msgid."""
    return {each.msgid: each.msgstr for each in catalogue if each.msgstr}


def wrong(msgid: str, msgstr: str) -> str:
    """What is wrong with a translation, or nothing: the same holes, and no Chinese."""
    holes, ours = ({found[1] for found in HOLE.finditer(text)} for text in (msgid, msgstr))
    if holes != ours:
        return f"holes {sorted(holes)} have become {sorted(ours)}"
    return "it holds Chinese" if HAN.search(msgstr) else ""
