"""The three lists of a plan."""

from __future__ import annotations

from luoshi.plans.documents.models import Document
from luoshi.plans.review import actions as review
from luoshi.plans.tasks.lists import three_lists
from luoshi.plans.tasks.models import Task
from tests.plans import build


def test_the_three_lists_hold_what_was_confirmed(document: Document, cast: build.Cast) -> None:
    units = cast.units
    review.assign(
        build.clause(document, "星辰储能"),
        lead=units["0104"],
        supporting=[units["0103"]],
        leader="高远",
        by=cast.supervisor,
    )
    chosen = [build.clause(document, w) for w in ("境内到位资金", "星辰储能", "商会")]
    review.confirm(chosen, by=cast.supervisor)
    found = three_lists(document)
    assert [(d.number, d.kind, d.content, d.lead) for d in found.tasks] == [
        ("2026-001", "指标", "境内到位资金 32亿元", "招商局"),
        ("2026-R001", "项目节点", "星辰储能二期 开工", "规建局"),
        ("2026-R002", "任务", "加强与沿海商会的联系", ""),
    ]
    assert [(d.due, d.number) for d in found.deadlines] == [
        (202606, "2026-R001"),
        (202612, "2026-001"),
        (202612, "2026-R002"),
    ]
    by_unit = {u.title: ([d.number for d in u.lead], [d.number for d in u.supporting]) for u in found.duties}
    assert by_unit == {
        "招商局": (["2026-001"], ["2026-R001"]),
        "规建局": (["2026-R001"], []),
        "尚未明确牵头单位": (["2026-R002"], []),
    }
    assert found.tasks[1].leader == "高远"


def test_what_waits_or_was_withdrawn_is_on_no_list(document: Document, cast: build.Cast) -> None:
    assert three_lists(document).tasks == ()
    review.confirm([build.clause(document, "商会")], by=cast.supervisor)
    review.reject([build.clause(document, "商会")], "口号", by=cast.supervisor)
    assert three_lists(document).tasks == ()


def test_overdue_tasks_are_those_not_done_whose_month_has_passed(
    document: Document, cast: build.Cast
) -> None:
    review.confirm([build.clause(document, "星辰储能"), build.clause(document, "商会")], by=cast.supervisor)
    assert [t.project for t in Task.objects.overdue(202607)] == ["星辰储能二期"]
    assert not Task.objects.overdue(202606).exists()
