"""What is on its way to each date that figures count by: the rows, the dates they have passed, and when they are due.

A forecast asks how many of those that stood where these stand arrived in time (``oversight.forecasts``).
"""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.projects.investment.leads import models as leads
from luoshi.projects.investment.signings import models as signings


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Rows of the ledger ``of`` that may come to count in a measure of ``ledger`` by its date ``when``.

    ``arrived`` is the path from such a row to that date. ``passed`` are the dates that it has behind it, the earliest
    first, each with what people call a row that has come so far. ``expected`` is the date by which it is planned to
    arrive, ``left`` the one on which it went for good, ``gone`` the states in which nothing more comes. Conditions on
    the columns ``ignored`` are taken as met: they are known only of what has arrived.
    """

    ledger: str
    when: str
    of: str
    arrived: str
    passed: tuple[tuple[str, str], ...]
    expected: str = ""
    left: str = ""
    gone: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


SIGNINGS, PROJECTS = "investment.signings", "delivery.projects"
SIGNED = (("signed_on", "已签约"), ("registered_on", "已注册"))
PROJECT = (
    ("conceived_on", "谋划"),
    ("reserved_on", "储备"),
    ("started_on", "已开工"),
    ("completed_on", "已竣工"),
)

PIPELINES: tuple[Pipeline, ...] = (
    Pipeline(
        ledger=SIGNINGS,
        when="signed_on",
        of="investment.leads",
        arrived="signings__signed_on",
        passed=(("received_on", "已收到线索"), ("judged_on", "已研判线索")),
        gone=(leads.KEPT, leads.GIVEN_UP, leads.DRAFT),
        ignored=("counts",),
    ),
    Pipeline(
        ledger=SIGNINGS,
        when="registered_on",
        of=SIGNINGS,
        arrived="registered_on",
        passed=SIGNED[:1],
        left="ended_on",
        gone=(signings.ENDED,),
    ),
    Pipeline(
        ledger=SIGNINGS,
        when="started_on",
        of=SIGNINGS,
        arrived="started_on",
        passed=SIGNED,
        expected="promised_start",
        left="ended_on",
        gone=(signings.ENDED,),
    ),
    *(
        Pipeline(
            ledger=PROJECTS,
            when=when,
            of=PROJECTS,
            arrived=when,
            passed=PROJECT[:stages],
            expected=expected,
        )
        for when, stages, expected in (
            ("started_on", 2, "planned_start"),
            ("completed_on", 3, "planned_complete"),
            ("operating_on", 4, ""),
        )
    ),
)


def pipeline(ledger: str, when: str) -> Pipeline | None:
    """What is on its way to a date of a ledger; None where nothing is known of that."""
    return next((each for each in PIPELINES if (each.ledger, each.when) == (ledger, when)), None)
