"""The doors of the left rail and the entries of the settings page; a door that leads nowhere is not shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from django.urls import NoReverseMatch, reverse

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor


@dataclass(frozen=True, slots=True)
class Door:
    """A place to go: ``view`` is the name of its address, ``icon`` a symbol of components/icons.html.

    ``of`` names the ledger whose rights open the door, for who may do ``act`` there; without it everybody may.
    """

    view: str
    title: str
    icon: str
    sentence: str = ""
    args: tuple[str, ...] = ()
    of: str = ""
    act: Act = Act.READ

    @property
    def url(self) -> str:
        return address(self.view, *self.args)

    def opens_to(self, actor: Actor) -> bool:
        """Whether the person may go there."""
        return not self.of or bool(access.may(actor, self.act, registry.ledger(self.of)))


def ledger_door(name: str, title: str, icon: str, sentence: str) -> Door:
    """The door to the list of a ledger."""
    return Door("ledger", title, icon, sentence, args=(name.replace(".", "-"),), of=name)


RAIL: Final = (
    Door("plans", "计划", "plan", "上传工作要点，核对条目，分派责任单位"),
    Door("targets", "目标", "target", "全年目标、累计、时序进度和红黄绿灯"),
    Door("ledgers", "台账", "ledger", "各类台账的查询、填报、导入和导出"),
    Door("rounds", "调度", "round", "月度通报、红黑榜和督办"),
    Door(
        "assessments",
        "考核",
        "grid",
        "按办法算分：名次、得分簿、异议、公示和定稿",
        of="oversight.assessments",
    ),
    Door("reports", "报表", "report", "通报和报表的 Word、Excel 文件"),
    Door("settings", "设置", "setting", "本人账号和系统设置"),
)

WHOLE: Final = (
    Door("overview", "领导一页纸", "report", "只列例外：红灯、黄灯、比上月转差、逾期，一屏一页"),
    Door("screen", "大屏", "grid", "会议室大屏：各章节的灯、单位位次、落后和逾期，自动刷新"),
    Door("calibration", "预测准不准", "round", "到期目标当初的年终预测和结果对照", of="oversight.forecasts"),
    Door("task_lights", "任务的灯", "todo", "每项任务按期限和完成日期亮的灯，红灯在前", of="plans.tasks"),
    Door("units", "单位的灯", "plan", "每个单位当月应完成的完成了没有，连续未完成的亮红灯"),
    Door("late", "逾期", "todo", "到期没有完成的任务、节点、办理事项和没有填报的月份"),
)

TOPICS: Final = (
    Door("reporting", "按月填报", "ledger", "台账没有的数由单位按月填报、签发、锁定", of="plans.reported"),
    Door(
        "burden",
        "填报负担",
        "ledger",
        "每个单位每月要填多少数，哪些重复，多少目标不用填表",
        of="plans.questions",
    ),
    Door("rhythm", "外出频次", "round", "领导带队外出和周反馈，按月达标与否", of="investment.trips"),
    Door("padding", "签约查重", "target", "重复、拆分和虚高的签约", of="investment.findings"),
    Door("investment_map", "招商地图", "target", "签约项目在哪里，到了哪个阶段", of="investment.signings"),
    Door("chains", "产业链图", "grid", "各环节的企业和项目，缺什么补什么", of="directory.chains"),
    Door("per_mu", "亩均评价", "target", "各年度各分组的得分、名次和类别，公示和异议", of="land.evaluations"),
    Door("land_policies", "差别化政策", "grid", "各类企业的电价、水价、税收和信贷政策", of="land.policies"),
    Door("land_rounds", "标准地核查", "round", "供地以后各轮核查，承诺兑现没有，哪些逾期", of="land.checks"),
)

SETTINGS: Final = (
    Door("rules", "规则", "round", "亮灯、时序、红黑榜的规则和版本"),
    Door("password", "修改密码", "key", "更换本人的登录密码"),
    Door("tokens", "接口令牌", "key", "其他程序凭令牌查询和填报台账，开通和撤销"),
    Door("people", "人员", "user", "开通账号，重设密码，停用离任人员", of="directory.posts", act=Act.CREATE),
    ledger_door("directory.posts", "岗位", "todo", "谁在哪个单位担任什么角色，权限由此而来"),
    ledger_door("directory.charges", "领导分管", "user", "哪位领导分管哪些单位，分管领导的权限由此而来"),
    ledger_door("directory.units", "单位", "plan", "部门、镇街、村居、专班和公司，按上下级排列"),
    ledger_door("directory.months", "月份", "ledger", "按月开账、关账和重新开账"),
    ledger_door("directory.days", "工作日历", "round", "节假日和调休，时限按它计算"),
    ledger_door("directory.industries", "行业", "grid", "国民经济行业分类和俗称"),
    ledger_door("directory.chains", "产业链环节", "grid", "主导产业链的上中下游环节和目标企业数"),
    ledger_door("directory.regions", "区划", "target", "省级行政区和境外，统计投资来源地用"),
    Door("gallery", "组件样例", "grid", "页面各部件在各种状态下的样子，供开发页面时对照"),
)


@cache
def address(view: str, *args: str) -> str:
    """The address of a named view, or "" if no page answers to the name."""
    try:
        return reverse(view, args=args)
    except NoReverseMatch:
        return ""


def shown(doors: tuple[Door, ...], actor: Actor | None = None) -> list[Door]:
    """The doors that lead somewhere, and open to the person if one is named."""
    return [door for door in doors if door.url and (actor is None or door.opens_to(actor))]


def at(doors: list[Door], path: str) -> Door | None:
    """The door behind which ``path`` lies."""
    return next((door for door in doors if path.startswith(door.url)), None)
