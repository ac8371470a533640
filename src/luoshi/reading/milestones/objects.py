"""How what is named bears on its stage: a plan that is built is planned, a takeover that is completed is one."""

from __future__ import annotations

from luoshi.reading.milestones.kinds import ending
from luoshi.reading.model import Stage
from luoshi.reading.openings import quick

_MADE_INTO = quick("(?:创建|争创|创成|升级为|升格为|晋升|申报)(?=国家|省|市|[1-5]A|.{0,8}“)")
_PLANNED_SO = quick(r"(?:编制|修编|(?<!初步)(?<!施工图)(?<!勘察)设计|审批|报批)(?:工作)?$|工作$")
_BEFOREHAND = quick(
    r"前期(?:工作|手续|研究)?$|前期(?:[和及与、][\u4e00-\u9fff]{2,6})工作$|手续(?:办理)?$|准备工作$"
    r"|(?:[走通道铁公高桥隧延][廊道路速桥梁延铁隧]{1,3}|工程|项目)研究$|论证(?:工作)?$|(?:可行性|前期)研究$"
    r"|(?<=[段线路桥程目])勘察设计(?:工作)?$"
)
_CREATION = quick(r"(?:A级(?:景区|旅游景区)?|区|园|城市|县|镇|村|基地)”?创建(?:工作)?$")
_TAKEN_OVER = quick("(?:重组|收购|并购|收储)$")
#: Land that is handed over: 疏港铁路征地8月底前全部交付.
_CLEARED = quick("(?:征地|征迁|征拆|拆迁|征收|土地|用地)$")
SEVERAL: tuple[Stage, ...] = ("build", "start", "plan", "complete")


def of_object(stretch: str, stage: Stage, said: str) -> Stage:
    """Works that pass their acceptance are complete; a takeover that is completed is one."""
    if said.endswith("验收"):
        works = ending(stretch)
        return "complete" if works and works.kind in ("all", "works") else stage
    if stage == "operate" and _CLEARED.search(stretch):
        return "acquire"
    return "acquire" if stage == "complete" and _TAKEN_OVER.search(stretch) else stage


def by_object(stage: Stage, stretch: str) -> Stage:
    """A plan that is made stays a plan, whatever the verb; so does 前期工作."""
    if stage not in SEVERAL:
        return stage
    if _BEFOREHAND.search(stretch):
        return "plan"
    if _CREATION.search(stretch) or stage == "build" and _MADE_INTO.search(stretch, 2):
        return "other"
    end = ending(_PLANNED_SO.sub("", stretch))
    return "plan" if end and end.kind == "plan" else stage
