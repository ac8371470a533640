"""A process that has its children killed while they read an upload, and counts what they leave: run by ``test_killing``.

python -m tests.plans.killing DATABASE FILES TIMES
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()

from django.conf import settings
from django.db import connection, connections
from django.db.models.functions import Now

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import chain
from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import background, uploads
from luoshi.plans.intake.models import READING, SILENCE, WAITING, Upload
from tests.directory.build import SOME_DAY
from tests.ledgers.killing import killed
from tests.plans.build import PLAN


def upload(year: int) -> None:
    data = PLAN.replace("2026年", f"{year}年").encode()
    uploads.keep(data, f"{year}.txt", by=actor_named("linzhao", on=SOME_DAY))


def read(_rows: int) -> None:
    assert background.read_next(on=SOME_DAY)


def left(year: int) -> str:
    """What a child has left of its work: file, text, clauses and the upload together."""
    files = len(list(Path(settings.MEDIA_ROOT, "plans").iterdir()))
    waits = Upload.objects.filter(state__in=(WAITING, READING)).count()
    document = Document.objects.filter(year=year).first()
    clauses = Clause.objects.filter(document__year=year).count()
    if files != Document.objects.count() + waits:
        return "files"
    if document is None and waits == 1 and not clauses:
        return "nothing"
    return "everything" if document and not waits and clauses == 13 else "something"


def taken_up() -> None:
    """The next process reads what the killed one has left, as soon as that one is taken for dead."""
    Upload.objects.update(alive=Now() - SILENCE * 2)
    read(0)


def main(database: str, files: str, times: int) -> None:
    connections.databases["default"]["NAME"] = connections["default"].settings_dict["NAME"] = database
    settings.MEDIA_ROOT = files
    chance, found = random.Random(41), dict.fromkeys(("nothing", "everything", "something", "files"), 0)
    upload(2000)
    read(0)  # what is made once a process is made before the children begin
    upload(2001)
    start = time.monotonic()
    finished = killed(read, 0, None)
    takes = time.monotonic() - start
    again = 0
    for year in range(2002, 2002 + times):
        upload(year)
        killed(read, 0, chance.uniform(0, takes))
        outcome = left(year)
        found[outcome] += 1
        if outcome == "nothing":
            taken_up()
            again += left(year) == "everything"
    connection.close()
    told = {"finished": finished, "again": again, "chain": bool(chain.verify()), **found}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
