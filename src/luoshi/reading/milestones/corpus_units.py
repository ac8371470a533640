"""What the milestones promise of parts, units and works that several names share; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # a building of what was named before
    example(
        "柳塘小学1号教学楼8月封顶,2号教学楼12月封顶。",
        milestone("柳塘小学1号教学楼", "build", "2026-08"),
        milestone("柳塘小学2号教学楼", "build", "2026-12"),
    ),
    example(
        "双创园1、2号厂房8月封顶,3号厂房12月封顶。",
        milestone("双创园1号厂房", "build", "2026-08"),
        milestone("双创园2号厂房", "build", "2026-08"),
        milestone("双创园3号厂房", "build", "2026-12"),
    ),
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
    # so many things beside a name, and so many homes
    example("建成柳塘文化广场和3个以上村级健身场所。", milestone("柳塘文化广场", "complete")),
    example(
        "加快推进白沙、溪口等1800套还建房建设。",
        milestone("白沙还建房", "build"),
        milestone("溪口还建房", "build"),
    ),
    example("加快建设200套城北公共租赁住房和120套廉租住房。", milestone("城北公共租赁住房", "build")),
    example(
        "完成柳塘、溪口两个园区的控制性详规修编。",
        milestone("柳塘园区控制性详规", "plan"),
        milestone("溪口园区控制性详规", "plan"),
    ),
    # what stands in each of several places, and what is done to it
    example(
        "实施白沙镇、柳塘镇污水处理厂提标改造。",
        milestone("白沙镇污水处理厂提标改造", "build"),
        milestone("柳塘镇污水处理厂提标改造", "build"),
    ),
    example(
        "完成云溪社区、柳塘社区等4个社区党群服务中心改造。",
        milestone("云溪社区党群服务中心改造", "complete"),
        milestone("柳塘社区党群服务中心改造", "complete"),
    ),
    example(
        "推进溪口高速东出口、西出口改造。",
        milestone("溪口高速东出口改造", "build"),
        milestone("溪口高速西出口改造", "build"),
    ),
    example(
        "完成县图书馆消防改造和展陈提升工程。",
        milestone("县图书馆消防改造", "complete"),
        milestone("县图书馆展陈提升工程", "complete"),
    ),
    example(
        "推进海拓电子二期、云帆食品加工、金石机械智能化改造项目。",
        milestone("海拓电子二期", "build"),
        milestone("云帆食品加工", "build"),
        milestone("金石机械智能化改造项目", "build"),
    ),
    # counted behind: each of them, or all together
    example("新建白沙污水处理厂1座、农村垃圾中转站2座。", milestone("白沙污水处理厂", "build")),
    example("新建柳塘、白沙泵站2座。", milestone("柳塘泵站", "build"), milestone("白沙泵站", "build")),
    example(
        "建成溪口钢厂、白沙电厂铁路专用线2条。",
        milestone("溪口钢厂铁路专用线", "complete"),
        milestone("白沙电厂铁路专用线", "complete"),
    ),
    example("新建农村公路桥梁3座、村级广场5个。"),
    example("完成柳塘小学等8所学校校舍改造。", milestone("柳塘小学校舍改造", "complete")),
    # lists that a word announces
    example(
        "2026年计划实施重点项目3个,分别是云溪水厂扩建工程,总投资8600万元;白沙泵站工程,总投资2000万元;溪口大桥,总投资3亿元。",
        milestone("云溪水厂扩建工程", "build", "year"),
        milestone("白沙泵站工程", "build", "year"),
        milestone("溪口大桥", "build", "year"),
    ),
    example(
        "重点推进三大工程,即云溪水库除险加固、白沙灌区改造、溪口引水。",
        milestone("云溪水库除险加固", "build"),
        milestone("白沙灌区改造", "build"),
        milestone("溪口引水", "build"),
    ),
    example("重点推进三项改革,即行政审批改革、国企改革、农村改革。"),
    # what is done with or to a thing, by whom else
    example("对云溪老街整体改造。", milestone("云溪老街", "build")),
    example("对白沙路、溪口路路面全面黑化。", milestone("白沙路", "build"), milestone("溪口路", "build")),
    example("对全县危桥进行改造,对重点企业全面服务。"),
    example("配合省交通厅加快云白高速建设。", milestone("云白高速", "build")),
    example("指导完成柳溪滨水步道建设。", milestone("柳溪滨水步道", "complete")),
    example("督促企业完成整改任务,指导各镇完成河长制工作。"),
    example(
        "推进和建设溪口企业加速器、白沙商务综合体等项目。",
        milestone("溪口企业加速器", "build"),
        milestone("白沙商务综合体", "build"),
    ),
    # what a place has one of
    example("启动供热站建设。", milestone("供热站", "start")),
    example("推进村级活动场所建设,加快便民超市建设。"),
    # what is built, by words that only close a name
    example("新建溪口大桥东引道。", milestone("溪口大桥东引道", "build")),
    example(
        "年内建成柳塘工业互联网标识解析二级节点。",
        milestone("柳塘工业互联网标识解析二级节点", "complete", "year"),
    ),
    example("做好国庆节等重要节点旅游推介,筹集保障性租赁住房。"),
)

CORPUS = Corpus("milestones of units and parts", read, EXAMPLES)
