import pytest
from pathlib import Path
from tests.directory import build
from luoshi.plans.intake import actions as intake
from luoshi.plans.review import actions as review
from luoshi.plans.binding import actions as binding
from luoshi.plans.models import *
import time
@pytest.mark.django_db
def test_x(django_assert_max_num_queries):
    units = build.zone()
    sup = build.holder("sup","supervisor",units["0101"])
    for n, y in (("002",2020),("000",2019),("003",2023)):
        p=Path(f"../shared/reading/texts/{n}.txt")
        t=time.time()
        d = intake.add(p.read_bytes(), p.name, year=y, by=sup)
        t1=time.time()
        out = review.confirm_all(d, by=sup)
        t2=time.time()
        print(n, d, t1-t, t2-t1, out)
        waiting={x.target.pk: x for x in binding.propose_bindings(d, by=sup)}
        for t in Target.objects.active().filter(clause__document=d):
            print(t.number, t.name, t.quantity, t.start, t.end, t.trajectory, t.scope, t.source, t.parent, t.lead_unit)
            if t.binding and t.source=="measured":
                from luoshi.ledgers import figures
                print("     =>", figures.words(t.binding))
            if t.pk in waiting:
                for pr in waiting[t.pk].proposals: print("     ?", pr.score, pr.reason)
