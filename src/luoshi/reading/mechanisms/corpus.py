"""Invented sentences and the working rules that must be found in them."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.mechanisms import read as mechanisms


def read(item: Example) -> Sequence[Fact]:
    """Name and cadence of each mechanism."""
    return [{"name": m.name, "cadence": m.cadence} for m in mechanisms(facts.as_repaired_body(item))]


def _m(name: str, *cadence: str) -> Fact:
    return {"name": name, "cadence": cadence}


CORPUS = Corpus(
    "mechanisms",
    read,
    (
        example(
            "对在谈线索实行“周会商、月晾晒、季点评”。",
            _m("周会商、月晾晒、季点评", "weekly", "monthly", "quarterly"),
        ),
        example("执行周督查 月考评制度。", _m("周督查 月考评", "weekly", "monthly")),
        example(
            "做到周推进、月点评、季评估、年考核。",
            _m("周推进、月点评、季评估、年考核", "weekly", "monthly", "quarterly", "yearly"),
        ),
        example("建立旬报送、半月会商制度。", _m("旬报送、半月会商", "ten-daily", "half-monthly")),
        example("落实双周例会。", _m("双周例会", "fortnightly")),
        example("每半月召开一次要素保障调度会。", _m("每半月召开一次要素保障调度会", "half-monthly")),
        example(
            "每月召开线索研判会，每季度通报进展。",
            _m("每月召开线索研判会", "monthly"),
            _m("每季度通报进展", "quarterly"),
        ),
        example("主要负责同志每两个月赴外招商。", _m("每两个月赴外招商", "bimonthly")),
        example("每周一会商、每月一点评。", _m("每周一会商", "weekly"), _m("每月一点评", "monthly")),
        example("实行“五个一”推进机制。", _m("“五个一”推进机制")),
        example("设立债券使用“红黑榜”。", _m("红黑榜")),
        example("推行亮灯预警。", _m("亮灯预警")),
        example("坚持一企一策、一项目一专班。", _m("一企一策"), _m("一项目一专班")),
        example("健全领导包联机制。", _m("领导包联机制")),
        example("落实项目包保责任制。", _m("项目包保责任制")),
        example("全面推行链长制。", _m("链长制")),
        example("实行用工余缺报告制。", _m("用工余缺报告制")),
        example("重点项目挂图作战。", _m("挂图作战")),
        example("深化并联审批、容缺受理。", _m("并联审批"), _m("容缺受理")),
        example("建立“问题清单、措施清单、成效清单”。", _m("问题清单、措施清单、成效清单")),
        # not mechanisms
        example("每季度引进关联项目不少于1个。"),
        example("2026年考核结果作为依据。"),
        example("本月通报的问题已整改。"),
        example("改善周边环境，发展装备制造产业。"),
        example("全年扶持小微企业30家。"),
        example("制定五年规划。"),
    ),
)
