"""Sixty bindings over a large ledger: the shared scan, one query a binding, and SQL written by hand.

python benchmarks/figures.py [ROWS]    100,000 rows of signings when no number is given
"""

from __future__ import annotations

import datetime
import random
import sys
from collections import defaultdict

from django.db import connection
from scratch import seconds, show

from luoshi.cli import house
from luoshi.directory.units.models import Unit
from luoshi.ledgers import figures, registry, writing
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Binding, Fact
from luoshi.projects.investment.signings.models import Signing

LEDGER = "investment.signings"
MEASURES = {  # name -> date, value above the line, value below it
    "signed": ("signed_on", "1", ""),
    "contract_amount": ("signed_on", "amount", ""),
    "registered": ("registered_on", "1", ""),
    "started": ("started_on", "1", ""),
    "start_rate": ("signed_on", "started_on IS NOT NULL", "1"),
}
FEN = 100
THRESHOLDS = [m * 10_000_000 for m in (1, 2, 5, 10, 20, 30, 50, 80, 100, 150, 200, 300)]  # 元
Figures = dict[tuple[int, int], tuple[int, int]]


def main(rows: int) -> None:
    house.open_house()
    fill(rows)
    shared = seconds(figures.refresh, times=3, before=bind_all)
    facts = Fact.objects.count()
    expected = computed()
    one_by_one = seconds(query_a_binding, times=1, before=Binding.objects.all().delete)
    assert computed() == expected, "one query a binding must find the same"
    by_hand = seconds(written_by_hand, times=3)
    assert written_by_hand() == expected, "SQL written by hand must find the same"
    changed = seconds(one_change, times=5)
    show(
        f"{len(expected)} bindings over {rows} rows of {LEDGER}: {facts} facts",
        [
            ("SQL written by hand, nothing stored", by_hand),
            ("the shared scan, facts stored", shared),
            ("one query a binding, facts stored", one_by_one),
            ("after one change: its buckets only", changed),
        ],
        "SQL written by hand, nothing stored",
    )


def fill(rows: int) -> None:
    """A zone of twenty units and its signings over three years; the same rows in every run."""
    chance = random.Random(20)
    zone = Unit.objects.create(code="01", name="云溪高新区", kind="zone")
    units = [
        Unit.objects.create(code=f"01{n:02d}", name=f"第{n}分局", kind="office", parent=zone)
        for n in range(20)
    ]
    first = datetime.date(2024, 1, 1)
    signings = []
    for number in range(rows):
        signed = first + datetime.timedelta(days=chance.randrange(1096))
        registered = signed + datetime.timedelta(days=chance.randrange(10, 60))
        started = signed + datetime.timedelta(days=chance.randrange(60, 300))
        signings.append(
            Signing(
                number=f"QY-{number:07d}",
                project=f"项目{number}",
                investor="岚峰精密制造有限公司",
                amount=chance.randrange(500, 400_000) * 10_000 * FEN,
                signed_on=signed,
                registered_on=registered if chance.random() < 0.8 else None,
                started_on=started if chance.random() < 0.5 else None,
                unit=chance.choice(units),
            )
        )
    Signing.objects.bulk_create(signings, batch_size=1000)


def conditions(threshold: int) -> tuple[Condition, ...]:
    return (Condition("amount", "ge", str(threshold)),)


def bound(name: str, threshold: int) -> Binding:
    ledger = registry.ledger(LEDGER)
    return figures.bind(ledger, ledger.measure(name), conditions(threshold))


def bind_all() -> None:
    Binding.objects.all().delete()
    for name in MEASURES:
        for threshold in THRESHOLDS:
            bound(name, threshold)


def query_a_binding() -> None:
    for name in MEASURES:
        for threshold in THRESHOLDS:
            bound(name, threshold)
            figures.refresh()


def computed() -> list[Figures]:
    """The stored facts by binding, unit and month."""
    found: dict[int, Figures] = defaultdict(dict)
    for fact in Fact.objects.order_by("binding"):
        found[fact.binding_id][fact.unit, fact.period] = (fact.value, fact.base)
    return [found[key] for key in sorted(found)]


def written_by_hand() -> list[Figures]:
    """The same figures as somebody would write them who knows the tables: one statement a date."""
    found: dict[tuple[str, int], Figures] = {(m, t): {} for m in MEASURES for t in THRESHOLDS}
    for when in dict.fromkeys(date for date, _, _ in MEASURES.values()):
        wanted = [(m, t) for m, (date, _, _) in MEASURES.items() for t in THRESHOLDS if date == when]
        sums = ", ".join(
            f"SUM(CASE WHEN amount >= {t * FEN} THEN {value or 0} ELSE 0 END)"
            for m, t in wanted
            for value in ("1", MEASURES[m][1], MEASURES[m][2])
        )
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT unit_id, CAST(strftime('%Y%m', {when}) AS INTEGER) AS month, {sums} FROM projects_signing"  # noqa: S608
                f" WHERE {when} IS NOT NULL GROUP BY unit_id, month"
            )
            for unit, month, *values in cursor:
                for at, key in enumerate(wanted):
                    count, value, base = values[3 * at : 3 * at + 3]
                    if count:
                        found[key][unit, month] = (value, base)
    return list(found.values())


def one_change() -> None:
    """A row is corrected as a form does it, and the wall is brought up to date."""
    ledger, row = registry.ledger(LEDGER), Signing.objects.order_by("pk")[500]
    writing.change(ledger, row, {"amount": row.amount + 1_000_000}, by=house.operator())
    figures.refresh()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
