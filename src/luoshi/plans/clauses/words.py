"""The Chinese words for what a reading says in code words."""

from __future__ import annotations

import re
from collections.abc import Mapping

BASES: Mapping[str, str] = {"level": "总量", "growth": "增长", "increment": "新增", "reduction": "下降"}
COMPARATORS: Mapping[str, str] = {
    "ge": "不低于", "gt": "超过", "le": "不超过", "lt": "低于", "eq": "等于", "approx": "约", "range": "区间"
}  # fmt: skip
MODALITIES: Mapping[str, str] = {"ensure": "确保", "strive": "力争", "plan": "计划"}
STAGES: Mapping[str, str] = {
    "plan": "谋划", "sign": "签约", "start": "开工", "build": "建设", "complete": "竣工", "operate": "投产", "acquire": "收购收储",
    "other": "其他",
}  # fmt: skip
CADENCES: Mapping[str, str] = {
    "daily": "每日", "weekly": "每周", "ten-day": "每旬", "half-monthly": "每半月", "semimonthly": "每半月", "monthly": "每月",
    "bimonthly": "每两个月", "quarterly": "每季度", "half-yearly": "每半年", "semiannual": "每半年", "yearly": "每年", "annual": "每年",
}  # fmt: skip
_QUARTERS = "一二三四"
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_FIXED: Mapping[str, str] = {
    "year": "全年", "year-end": "年底前", "per-quarter": "每季度", "per-month": "每月"
}  # fmt: skip


def period(code: str | None) -> str:
    """A reading's period in words: 2026-06 is 2026年6月底前; the empty text where the plan names none."""
    if not code:
        return ""
    if code in _FIXED:
        return _FIXED[code]
    if re.fullmatch(r"Q[1-4]", code):
        return f"{_QUARTERS[int(code[1]) - 1]}季度"
    if found := _MONTH.fullmatch(code):
        return f"{found[1]}年{int(found[2])}月底前"
    if code.startswith("MM="):
        return f"{int(code[3:])}月底前"
    return f"{code}年"
