"""`luoshi work`: does what pages have put off, reads plans, keeps the figures true, reminds people of what is due."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone

from luoshi.cli import server
from luoshi.ledgers import facts, rejudging
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.reminders import actions as reminders
from luoshi.oversight.reminders.channels import Ways
from luoshi.plans.intake import background
from luoshi.rules.errors import RulesError

KEPT_DAYS = 7  # how long it is remembered what was done
BETWEEN_LOOKS = 1.0  # seconds between two looks whether a write has marked a figure
BETWEEN_PLANS = 1.0  # seconds between two looks whether a plan waits to be read
BETWEEN_REMINDERS = 600.0  # seconds between two looks whether somebody is to be reminded
LOG = logging.getLogger(__name__)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="做完排队的任务就结束")
    parser.add_argument(
        "--attached", action="store_true", help="随启动它的程序一起结束（luoshi serve 用它启动后台程序）"
    )


def run(options: argparse.Namespace) -> int:
    server.migrate()
    if options.attached:
        threading.Thread(target=end_with_input, daemon=True).start()
    call_command("prune_db_task_results", min_age_days=KEPT_DAYS, verbosity=0)
    rejudging.resume()
    if options.once:
        while read_plan():
            pass
        facts.refresh()
        reminders.run(timezone.now(), ways(), by=rejudging.BACKGROUND)
    else:
        for work in (read_plans, keep_figures, remind):
            threading.Thread(target=work, args=(threading.Event(),), daemon=True).start()
    call_command("db_worker", batch=options.once, reload=False, startup_delay=False, verbosity=0)
    return 0


def read_plan() -> bool:
    """Read the plan that waits longest; whether there was one."""
    return background.read_next(on=timezone.localdate())


def read_plans(end: threading.Event) -> None:
    """Read what is uploaded, one file after the other and beside the queue, which a scan would hold up; until the end."""
    while not end.is_set():
        read = False
        try:
            read = read_plan()
        except DatabaseError as problem:  # the file is read again, by this process or another
            LOG.warning("plans: %s", problem)
        finally:
            connection.close()
        if not read:
            end.wait(BETWEEN_PLANS)


def keep_figures(end: threading.Event) -> None:
    """Bring the figures up to date soon after each write, so that who reads them finds little to do; until the end."""
    while not end.wait(BETWEEN_LOOKS):
        try:
            facts.refresh()
        except DatabaseError:  # somebody writes for long; the marks are there next time
            continue
        finally:
            connection.close()


def ways() -> Ways:
    """The ways out of the house that the administrator has configured."""
    return Ways(settings.MAIL_DOMAIN, settings.CHAT_WEBHOOK)


def remind(end: threading.Event) -> None:
    """Make the reminders that are due and send them off, now and every few minutes; until the end."""
    while True:
        try:
            reminders.run(timezone.now(), ways(), by=rejudging.BACKGROUND)
        except (DatabaseError, LedgerError, RulesError) as problem:
            # tried again next time, and seen meanwhile
            LOG.warning("reminders: %s", problem)
        finally:
            connection.close()
        if end.wait(BETWEEN_REMINDERS):
            return


def end_with_input() -> None:
    """Ask this process to end when whoever holds its input has ended, in whatever way."""
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)  # to the process: what wakes only this thread would not wake it
