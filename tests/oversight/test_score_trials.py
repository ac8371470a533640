"""A scheme tried on real months: the same figures, other points and ranks, and nothing written."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from luoshi.directory import roles
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import AuditRow
from luoshi.ledgers.rulebook import BadRule
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.rules import kinds
from luoshi.oversight.trials import scores, trials
from luoshi.oversight.trials.scores import ScoreTrial
from luoshi.rules.backtest import LineChange, ScoreChange
from tests.directory import build
from tests.oversight.assessing import JULY, SCHEME, rate, take
from tests.oversight.test_assessment import Sign, half, sign

__all__ = ["half", "sign"]
JUNE = (202606,)


def draft(signed: str = "70", rated: str = "10", **more: Any) -> dict[str, Any]:
    """Signing weighs more and rating less."""
    data = copy.deepcopy(SCHEME) | {"version": "2"} | more
    first, _, third = data["dimensions"][0]["items"]
    first["points"], third["points"] = signed, rated
    return data


def tried(data: Mapping[str, Any], months: tuple[int, ...] = JUNE) -> tuple[ScoreTrial, ...]:
    return scores.tried(trials.read(kinds.SCORE, data), months)


def change(trial: ScoreTrial, unit: str) -> ScoreChange:
    return next(each for each in trial.changes if each.unit == unit)


def test_works(half: Assessment) -> None:
    """招商局 has 3 of 6: half of 60, half of 70. 云溪镇 has 1 of 6: 10 points, then 11.67."""
    (june,) = tried(draft())
    assert (june.assessment, june.month, june.subjects, june.kept, june.unknown) == (
        half,
        202606,
        3,
        False,
        (),
    )
    assert [each.unit for each in june.changes] == ["云溪镇", "招商局"], "经济发展局 has nothing of either"
    mine, town = change(june, "招商局"), change(june, "云溪镇")
    assert (mine.points, mine.lines) == (Decimal("5"), (LineChange("签约", Decimal("30"), Decimal("35")),))
    assert (town.points, town.lines) == (
        Decimal("1.67"),
        (LineChange("签约", Decimal("10"), Decimal("11.67")),),
    )


def test_a_rank_turns(half: Assessment, units: Mapping[str, Unit], supervisor: Actor) -> None:
    """经济发展局 is rated 100 and 招商局 50: 14 points against 7 do not outweigh 30 for signing; 49 against 24.5 outweigh 5."""
    leader = leading(units)
    rate(half, "经济发展局", "leaders", 100, leader)
    rate(half, "招商局", "leaders", 50, leader)
    (june,) = tried(draft("10", "70"))
    moved = {each.unit: (rank(each.before), rank(each.after)) for each in june.changes}
    assert (moved["招商局"], moved["经济发展局"]) == ((1, 2), (2, 1))
    assert moved["云溪镇"] == (1, 1), "alone in its group"


def rank(score: Any) -> int | None:
    return None if score is None else score.rank


def leading(units: Mapping[str, Unit]) -> Actor:
    return build.holder("gao", roles.LEADER, units["01"])


def test_every_month_is_tried_by_itself(half: Assessment) -> None:
    """By February two of the two that were due: 60 of 60, 70 of 70."""
    months = (202607, 202606, 202602)
    found = tried(draft(), months)
    assert [each.month for each in found] == [202606, 202602], "July is not assessed"
    assert change(found[1], "招商局").lines == (LineChange("签约", Decimal("60"), Decimal("70")),)


def test_what_was_frozen_is_tried_on_what_was_kept(half: Assessment, sign: Sign, supervisor: Actor) -> None:
    """Three more signings of March come after the scores were frozen with three."""
    take(half, "freeze", supervisor, JULY)
    for _ in range(3):
        sign(2, "2026-03-09")
    (june,) = tried(draft(), (202606, 202605))
    assert june.kept and june.month == 202606
    assert change(june, "招商局").lines == (LineChange("签约", Decimal("30"), Decimal("35")),)


def test_a_running_one_is_tried_on_what_stands(half: Assessment, sign: Sign) -> None:
    for _ in range(3):
        sign(2, "2026-03-09")
    (june,) = tried(draft())
    assert change(june, "招商局").lines == (LineChange("签约", Decimal("60"), Decimal("70")),)


def test_the_same_scheme_changes_nothing(half: Assessment) -> None:
    (june,) = tried(draft("60", "20"))
    assert june.changes == ()


def test_a_figure_without_a_source_is_named(half: Assessment) -> None:
    more = {"code": "visits", "title": "走访企业", "unit": "次", "kind": "events"}
    data = draft("60", "20", figures=[*SCHEME["figures"], more])
    item = {
        "code": "v",
        "title": "少走访",
        "formula": {"kind": "faults", "faults": [{"figure": "visits", "each": "1"}]},
    }
    data["dimensions"][1]["items"].append(item)
    (june,) = tried(data)
    assert june.unknown == ("走访企业",)
    assert {line for each in june.changes for line in each.lines} <= {LineChange("少走访", None, Decimal(0))}


def test_a_figure_that_is_given_up_does_not_disturb(half: Assessment) -> None:
    data = draft("60", "20", figures=[f for f in SCHEME["figures"] if f["code"] != "letters"])
    data["dimensions"][1]["items"][0]["formula"]["faults"].pop()
    (june,) = tried(data)
    assert june.unknown == () and all(not each.points for each in june.changes)


def test_a_scheme_without_their_group_is_not_tried(half: Assessment) -> None:
    with pytest.raises(
        BadRule, match="规则没有试算：按“半年考核办法”第 2 版不能计分：单位 云溪镇 的组别 towns 不在"
    ):
        tried(draft(groups=[{"code": "offices", "title": "部门组"}]))


def test_a_scheme_that_scores_nobody_is_tried_on_nothing(half: Assessment) -> None:
    assert tried(draft(code="other")) == ()


def test_nothing_is_written(half: Assessment) -> None:
    before = AuditRow.objects.count()
    tried(draft())
    assert AuditRow.objects.count() == before
