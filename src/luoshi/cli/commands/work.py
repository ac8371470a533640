"""`luoshi work`: does what pages have put off, such as the import of a large file, and keeps the figures true."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading

from django.core.management import call_command
from django.db import DatabaseError, connection

from luoshi.cli import server
from luoshi.ledgers import facts, rejudging

KEPT_DAYS = 7  # how long it is remembered what was done
BETWEEN_LOOKS = 1.0  # seconds between two looks whether a write has marked a figure


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
        facts.refresh()
    else:
        threading.Thread(target=keep_figures, args=(threading.Event(),), daemon=True).start()
    call_command("db_worker", batch=options.once, reload=False, startup_delay=False, verbosity=0)
    return 0


def keep_figures(end: threading.Event) -> None:
    """Bring the figures up to date soon after each write, so that who reads them finds little to do; until the end."""
    while not end.wait(BETWEEN_LOOKS):
        try:
            facts.refresh()
        except DatabaseError:  # somebody writes for long; the marks are there next time
            continue
        finally:
            connection.close()


def end_with_input() -> None:
    """Ask this process to end when whoever holds its input has ended, in whatever way."""
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)  # to the process: what wakes only this thread would not wake it
