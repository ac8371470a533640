"""One month's facts as oversight freezes them, small enough to read."""

from __future__ import annotations

from typing import Any


def target(number: str, name: str, colour: str, gap: str | None, **more: Any) -> dict[str, Any]:
    """A frozen target; without a gap nothing is known of it."""
    known = gap is not None
    data = {
        "number": number,
        "name": name,
        "unit": "招商局",
        "value": "40",
        "measure_unit": "个",
        "end": 202612,
        "sort": "amount",
        "actual": "30" if known else None,
        "month_actual": "3" if known else None,
        "completion": "75" if known else None,
        "planned_share": "83.3333" if known else None,
        "gap": gap,
        "colour": colour,
        "light": {"green": "● 绿灯", "yellow": "▲ 黄灯", "red": "■ 红灯", "grey": "○ 无数据"}[colour],
        "reason": "",
        "source": "measured" if known else "none",
    }
    return data | more


def month() -> dict[str, Any]:
    """October 2026 with one target of each light."""
    return {
        "month": 202610,
        "zone": "云溪高新技术产业开发区管理委员会",
        "issuer": "云溪高新区党政办公室（督查室）",
        "number": "云高督通〔2026〕10号",
        "title": "关于2026年10月重点工作推进情况的通报",
        "issued_on": "2026-11-05",
        "plan": "《云溪高新区2026年工作要点》",
        "rule": "目标进度灯（第 1 版）",
        "targets": [
            target("2026-001", "新引进亿元以上项目", "green", "-8.3333"),
            target(
                "2026-002",
                "盘活闲置低效用地",
                "red",
                "-41.7",
                unit="自然资源分局",
                measure_unit="亩",
                value="1200",
            ),
            target(
                "2026-003",
                "境内到位资金",
                "green",
                "6.25",
                measure_unit="亿元",
                value="88",
                actual="78.833333",
            ),
            target("2026-004", "新建标准厂房", "yellow", "-20", unit="规划建设局"),
            target("2026-005", "组织专场招聘会", "grey", None, unit="社会事业局"),
        ],
        "red": [{"rank": 1, "unit": "招商局", "reason": "2 项目标全部绿灯"}],
        "black": [{"rank": 1, "unit": "自然资源分局", "reason": "1 项目标亮红灯"}],
    }
