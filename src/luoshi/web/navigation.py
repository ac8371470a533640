"""The doors of the left rail and the entries of the settings page; a door that leads nowhere is not shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True, slots=True)
class Door:
    """A place to go: ``view`` is the name of its address, ``icon`` a symbol of components/icons.html."""

    view: str
    title: str
    icon: str
    sentence: str = ""

    @property
    def url(self) -> str:
        return address(self.view)


RAIL: Final = (
    Door("plans", "计划", "plan", "上传工作要点，核对条目，分派责任单位"),
    Door("targets", "目标", "target", "全年目标、累计、时序进度和红黄绿灯"),
    Door("ledgers", "台账", "ledger", "各类台账的查询、填报、导入和导出"),
    Door("rounds", "调度", "round", "月度通报、红黑榜和督办"),
    Door("reports", "报表", "report", "通报和报表的 Word、Excel 文件"),
    Door("settings", "设置", "setting", "本人账号和系统设置"),
)

SETTINGS: Final = (
    Door("rules", "规则", "round", "亮灯、时序、红黑榜的规则和版本"),
    Door("password", "修改密码", "key", "更换本人的登录密码"),
    Door("gallery", "组件样例", "grid", "页面各部件在各种状态下的样子，供开发页面时对照"),
)


@cache
def address(view: str) -> str:
    """The address of a named view, or "" if no page answers to the name."""
    try:
        return reverse(view)
    except NoReverseMatch:
        return ""


def shown(doors: tuple[Door, ...]) -> list[Door]:
    """The doors that lead somewhere."""
    return [door for door in doors if door.url]


def at(doors: list[Door], path: str) -> Door | None:
    """The door behind which ``path`` lies."""
    return next((door for door in doors if path.startswith(door.url)), None)
