"""What the milestones promise of parts, units and works that several names share; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # units of one thing, told by their numbers
    example(
        "新建双创园3号、4号厂房。",
        milestone("双创园3号厂房", "build"),
        milestone("双创园4号厂房", "build"),
    ),
    example(
        "实施溪口片区1、2号路、白沙水厂等基础设施建设。",
        milestone("溪口片区1号路", "build"),
        milestone("溪口片区2号路", "build"),
        milestone("白沙水厂", "build"),
    ),
    example(
        "开工建设云溪电厂1号和2号机组。",
        milestone("云溪电厂1号机组", "start"),
        milestone("云溪电厂2号机组", "start"),
    ),
    example(
        "完成溪口中学3号教学楼、4号教学楼建设。",
        milestone("溪口中学3号教学楼", "complete"),
        milestone("溪口中学4号教学楼", "complete"),
    ),
    # parts of one thing, told by their sides or by what they are
    example(
        "实施白鹭小学迁建、云溪幼儿园南校区和东校区扩建。",
        milestone("白鹭小学迁建", "build"),
        milestone("云溪幼儿园南校区扩建", "build"),
        milestone("云溪幼儿园东校区扩建", "build"),
    ),
    example(
        "启动白沙产业园孵化楼、展示中心建设。",
        milestone("白沙产业园孵化楼", "start"),
        milestone("白沙产业园展示中心", "start"),
    ),
    example(
        "加快建设溪口小学教学楼、柳塘幼儿园、人才公寓。",
        milestone("溪口小学教学楼", "build"),
        milestone("柳塘幼儿园", "build"),
        milestone("人才公寓", "build"),
    ),
    # works that are done to each of several roads
    example(
        "完成青石巷、仓前路等30条街巷综合整治。",
        milestone("青石巷综合整治", "complete"),
        milestone("仓前路综合整治", "complete"),
    ),
    example(
        "柳塘路和枫溪路大修工程计划四季度开工建设。",
        milestone("柳塘路大修工程", "start", "Q4"),
        milestone("枫溪路大修工程", "start", "Q4"),
    ),
    # what is built, by words that only close a name
    example("新建溪口大桥东引道。", milestone("溪口大桥东引道", "build")),
    example("年内建成柳塘工业互联网标识解析二级节点。", milestone("柳塘工业互联网标识解析二级节点", "complete", "year")),
    example("做好国庆节等重要节点旅游推介,筹集保障性租赁住房。"),
)

CORPUS = Corpus("milestones of units and parts", read, EXAMPLES)
