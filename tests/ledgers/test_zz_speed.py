import time, datetime, pytest, cProfile, pstats
from luoshi.ledgers import exporting, importing, workbooks, figures
from tests.ledgers.conftest import *
from tests.library.ledgers import BOOKS, HEAD
@pytest.mark.django_db
def test_speed(library):
    N=10000
    rows=[("书号","书名","分馆","类别","定价（元）","页数","购入日期","珍本","备注")]
    rows+=[(f"B{i:06d}",f"书{i}","东馆" if i%2 else "西馆","小说",f"{i}.5",i%700,"2026-03-01","否","备注文字") for i in range(N)]
    data=workbooks.csv_bytes(rows)
    def timed(label,f):
        t=time.perf_counter(); r=f(); d=time.perf_counter()-t; print(f"{label}: {d:.2f}s {N/d:.0f}/s"); return r
    p=cProfile.Profile()
    plan=timed("plan",lambda: importing.plan(BOOKS,data,"b.csv",by=HEAD))
    assert not plan.problems
    timed("apply",lambda: importing.apply(plan,by=HEAD))
    plan=timed("plan same",lambda: importing.plan(BOOKS,data,"b.csv",by=HEAD)); assert plan.unchanged==N
    x=timed("export xlsx",lambda: exporting.export(BOOKS,BOOKS.rows(),"xlsx",by=HEAD,as_of=datetime.date(2026,1,1)))
    plan=timed("plan xlsx same",lambda: importing.plan(BOOKS,x,"b.xlsx",by=HEAD)); assert plan.unchanged==N, plan.summary
    rows=[rows[0]]+[(*r[:4],"7",*r[5:]) for r in rows[1:]]
    d2=workbooks.csv_bytes(rows)
    plan=timed("plan change",lambda: importing.plan(BOOKS,d2,"b.csv",by=HEAD)); assert len(plan.changes)==N-0 or print(plan.summary)
    p.enable(); timed("apply change",lambda: importing.apply(plan,by=HEAD)); p.disable()
    pstats.Stats(p).sort_stats("cumtime").print_stats(25)
