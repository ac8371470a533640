"""A tree is imported in one file, in whatever order its lines stand."""

from __future__ import annotations

import pytest

from luoshi.ledgers import importing, writing
from luoshi.ledgers.errors import PlanChanged
from tests.ledgers.conftest import Library
from tests.ledgers.test_importing import csv, plan, problems, run
from tests.library.ledgers import BOOKS, BRANCHES, HEAD
from tests.library.models import Branch

HEADS = ("编码", "名称", "简称", "上级馆")
TREE = (
    ("112", "村馆", "", "镇馆"),
    ("1", "总馆", "总", ""),
    ("111", "室", "", "11"),
    ("11", "镇中心馆", "镇馆", "总馆"),
    ("03", "北馆", "", "东馆"),
)


def parents() -> dict[str, str | None]:
    return dict(Branch.objects.values_list("code", "parent__code"))


def test_works(library: Library) -> None:
    made = plan(csv(HEADS, *TREE), BRANCHES)
    assert [str(p) for p in made.problems] == []
    assert {c.label: c.shown["上级馆"] for c in made.creates} == {
        "村馆": "镇中心馆", "总馆": "", "室": "镇中心馆", "镇中心馆": "总馆", "北馆": "东区分馆",
    }  # fmt: skip
    importing.apply(made, by=HEAD)
    assert parents() == {"01": None, "02": None, "03": "01", "1": None, "11": "1", "111": "11", "112": "11"}
    assert run(csv(HEADS, *TREE), BRANCHES) == "新增 0 行，修改 0 行，未变 5 行。"


def test_a_stored_row_may_come_under_a_new_one(library: Library) -> None:
    run(csv(HEADS, ("01", "东区分馆", "东馆", "总馆"), ("1", "总馆", "", "")), BRANCHES)
    assert parents()["01"] == "1"


def test_a_row_renamed_in_the_file_is_found_by_its_new_name(library: Library) -> None:
    run(csv(HEADS, ("01", "旧城分馆", "旧馆", ""), ("03", "北馆", "", "旧馆")), BRANCHES)
    assert parents()["03"] == "01"


def test_lines_that_lead_nowhere(library: Library) -> None:
    rows = (
        ("3", "甲", "", "某馆"),
        ("4", "乙", "", "甲"),
        ("5", "丙", "", "同名"),
        ("6", "同名", "", ""),
        ("7", "同名", "", ""),
    )
    assert problems(csv(HEADS, *rows), BRANCHES) == [
        "“books”表第 2 行 D 列“上级馆”：“分馆”里没有“某馆”，请核对写法，或先在“分馆”里登记。",
        "“books”表第 4 行 D 列“上级馆”：“分馆”里没有“同名”，请核对写法，或先在“分馆”里登记。",
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            (("3", "甲", "", "乙"), ("4", "乙", "", "丙"), ("5", "丙", "", "乙")),
            "第 3、4 行互相指向，成了一个圈",
        ),
        ((("3", "甲", "", "甲"),), "第 2 行互相指向"),
        (
            (("01", "东区分馆", "东馆", "02"), ("02", "西区分馆", "西馆", "01")),
            "“东区分馆”会通过其他行指回自己",
        ),
        ((("01", "东区分馆", "东馆", "新馆"), ("3", "新馆", "", "01")), "会通过其他行指回自己"),
        ((("01", "东区分馆", "东馆", "东馆"),), "会通过其他行指回自己"),
    ],
)
def test_circles(library: Library, rows: tuple[tuple[str, ...], ...], sentence: str) -> None:
    assert sentence in problems(csv(HEADS, *rows), BRANCHES)[0]
    assert set(parents().values()) == {None}


def test_a_circle_that_is_stored_already_does_not_hang(library: Library) -> None:
    Branch.objects.filter(code="01").update(parent=library.west)
    Branch.objects.filter(code="02").update(parent=library.east)
    assert run(csv(HEADS, ("3", "甲", "", "东馆")), BRANCHES) == "新增 1 行，修改 0 行，未变 0 行。"


def test_what_hangs_on_a_wrong_line_is_not_complained_of(library: Library) -> None:
    (found,) = problems(csv(HEADS, ("4", "乙", "", "甲"), ("3", "甲" * 60, "甲", "")), BRANCHES)
    assert "第 3 行 B 列“名称”" in found


def test_the_database_names_the_root_of_the_trouble(library: Library) -> None:
    found = problems(csv(HEADS, ("3", "甲", "无", ""), ("4", "乙", "", "甲")), BRANCHES)
    assert found == ["“books”表第 2 行：简称不能是“无”。"]


def test_links_to_other_ledgers_are_never_put_off(library: Library) -> None:
    found = problems(csv(("书名", "分馆", "类别", "定价"), ("甲", "新馆", "小说", "1")), BOOKS)
    assert "“分馆”里没有“新馆”" in found[0]


def test_a_change_elsewhere_stops_the_whole_tree(library: Library) -> None:
    made = plan(csv(HEADS, ("01", "东区分馆", "东馆", "总馆"), ("1", "总馆", "", "")), BRANCHES)
    writing.change(BRANCHES, library.east, {"name": "东城"}, by=HEAD)
    with pytest.raises(PlanChanged):
        importing.apply(made, by=HEAD)
    assert "1" not in parents()
