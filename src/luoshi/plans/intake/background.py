"""Reading what was uploaded, one file after the other, by whichever process comes first (ADR 41).

The table is the queue, and one conditional statement of the database decides who reads a file. Who does says so every
few seconds; of who has fallen silent the next one takes the file over, and the first can write nothing any more.
"""

from __future__ import annotations

import datetime
import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import audit
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.rejudging import BACKGROUND
from luoshi.plans import errors
from luoshi.plans.documents.ledger import DOCUMENTS
from luoshi.plans.intake import actions
from luoshi.plans.intake.models import FAILED, READING, WAITING, Upload

logger = logging.getLogger(__name__)
BEAT = 5.0  # seconds between two signs of life
MOST_TRIES = 3  # a file at which the reading process has ended so often is not read any more


def read_next(*, on: datetime.date) -> bool:
    """Read the file that has waited longest; whether there was one. ``on`` is the day for who uploaded it."""
    upload = take()
    if upload is None:
        return False
    with _alive(upload):
        _read(upload, on)
    return True


def take() -> Upload | None:
    """The next file, for nobody else to read as long as one gives signs of life."""
    for upload in Upload.objects.due().select_related("by"):
        mine = {"state": READING, "holder": uuid.uuid4().hex, "begun": Now(), "alive": Now()}
        with transaction.atomic():
            audit.begin()
            taken = Upload.objects.due().filter(pk=upload.pk).update(**mine, tries=F("tries") + 1)
        if taken:
            upload.refresh_from_db(fields=["state", "holder", "tries"])
            return upload
    return None


def let_go(upload: Upload) -> None:
    """Give a file back that was not read to its end, for the next one to read."""
    with transaction.atomic():
        audit.begin()
        Upload.objects.held(upload).update(state=WAITING, holder="")


def beat(upload: Upload) -> bool:
    """Say that the file is still being read; False where somebody else has it by now."""
    return bool(Upload.objects.held(upload).update(alive=Now()))


@contextmanager
def _alive(upload: Upload) -> Iterator[None]:
    """Meanwhile a thread gives signs of life, on a connection of its own."""
    end = Event()
    thread = Thread(target=_beating, args=(upload, end), daemon=True)
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join()


def _beating(upload: Upload, end: Event) -> None:
    while not end.wait(BEAT):
        try:
            if not beat(upload):
                return
        except DatabaseError:  # somebody writes for long; there is time for another try
            continue
        finally:
            connection.close()


def _read(upload: Upload, on: datetime.date) -> None:
    """Make a document of a file, or note why it is none."""
    try:
        if upload.tries > MOST_TRIES:
            raise errors.Interrupted(upload.filename, MOST_TRIES)
        _intake(upload, actor_named(upload.by.username, on=on, origin=upload.origin))
    except errors.Overtaken:
        return
    except LedgerError as problem:
        _fail(upload, problem)
    except OperationalError:  # the database is busy or away: nothing is wrong with the file
        let_go(upload)
        raise
    except Exception:
        logger.exception("plan %s could not be read", upload.sha256)
        _fail(upload, errors.Broken(upload.filename))


def _intake(upload: Upload, by: Actor) -> None:
    data = upload.contents()
    if upload.previous is not None:
        actions.add_version(upload.previous, data, upload.filename, by=by, upload=upload)
    else:
        actions.add(data, upload.filename, year=upload.year, by=by, upload=upload)


def _fail(upload: Upload, problem: LedgerError) -> None:
    """Note why a file could not be read, unless somebody else reads it by now."""
    said = {"文件": ("", upload.filename), "原因": ("", str(problem))}
    with transaction.atomic():
        audit.begin()
        if Upload.objects.held(upload).update(state=FAILED, problem=str(problem), holder=""):
            audit.note(BACKGROUND, "没有识读成功", DOCUMENTS, said)
