"""Choices that ledgers of the family have in common."""

from __future__ import annotations

INVESTOR_KINDS = (
    ("central", "央企"),
    ("state", "国企"),
    ("private", "民企"),
    ("foreign", "外企"),
    ("mixed", "混合所有制"),
)

INDUSTRIAL, INFRASTRUCTURE, LIVELIHOOD = "industrial", "infrastructure", "livelihood"
PROJECT_KINDS = (
    (INDUSTRIAL, "产业"),
    (INFRASTRUCTURE, "基础设施"),
    (LIVELIHOOD, "民生"),
    ("ecological", "生态环保"),
    ("other", "其他"),
)
NEEDS = (
    ("land", "用地"),
    ("finance", "融资"),
    ("labour", "用工"),
    ("water", "供水"),
    ("power", "供电"),
    ("gas", "供气"),
    ("sewage", "排污"),
    ("road", "道路"),
    ("energy", "能耗"),
    ("other", "其他"),
)
STUCK = (
    ("permits", "手续审批"),
    ("site", "场地交付"),
    ("environment", "环境要求"),
    ("disturbance", "阻工"),
    ("utilities", "配套"),
    ("funding", "资金"),
    ("labour", "用工"),
    ("other", "其他"),
)
