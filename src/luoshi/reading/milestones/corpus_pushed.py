"""Works that somebody pushes or helps, hardened roads, main parts, and the one project of the sentence before; invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # who pushes or helps
    example("力推滨江大道北段改造提升。", milestone("滨江大道北段改造提升", "build")),
    example("力推产业转型升级,力推干部作风转变。"),
    example("全力配合云溪东站站房建设。", milestone("云溪东站站房", "build")),
    example("积极配合柳塘铁路施工。", milestone("柳塘铁路", "build")),
    example("配合市直部门抓好营商环境建设,配合做好干部队伍建设。"),
    example(
        "加快云溪洁具、柳塘调味品、白鹭家居等签约项目落地建设。",
        milestone("云溪洁具", "build"),
        milestone("柳塘调味品", "build"),
        milestone("白鹭家居", "build"),
    ),
    # what lies under roads is said once
    example(
        "积极推进柳塘路、溪口路地下综合管廊建设。",
        milestone("柳塘路地下综合管廊", "build"),
        milestone("溪口路地下综合管廊", "build"),
    ),
    example(
        "新建白鹭街、云溪路雨污管网。",
        milestone("白鹭街雨污管网", "build"),
        milestone("云溪路雨污管网", "build"),
    ),
    # roads are hardened
    example("按时完成柳塘老街至卫生院路面硬化。", milestone("柳塘老街至卫生院路面硬化", "complete")),
    example(
        "柳塘村至溪口道路硬化3公里,白鹭村进组公路硬化1.6公里均已完成设计,预计下半年动工。",
        milestone("柳塘村至溪口道路硬化", "start", "year-end"),
        milestone("白鹭村进组公路硬化", "start", "year-end"),
    ),
    example("推进村庄道路硬化,加快农村路面硬化。"),
    # the main part of a road or of works, which a class names before it
    example(
        "年内完成柳塘、白鹭等6座中型水库除险加固主体工程。",
        milestone("柳塘水库除险加固主体工程", "complete", "year"),
        milestone("白鹭水库除险加固主体工程", "complete", "year"),
    ),
    example("力争白鹭体育馆主体完工。", milestone("白鹭体育馆主体", "complete")),
    example(
        "云溪学校主体年底前竣工,柳塘医院10月底前完成主体改造。",
        milestone("云溪学校主体", "complete", "year-end"),
        milestone("柳塘医院", "complete", "2026-10"),
    ),
    example("柳塘农贸市场主体6月底前结顶。", milestone("柳塘农贸市场", "build", "2026-06")),
    example("确保云岭水库年底前下闸蓄水。", milestone("云岭水库", "other", "year-end")),
    example(
        "推动海拓轴承二期、云溪储能电站等项目早开工、快建设。",
        milestone("海拓轴承二期", "start"),
        milestone("云溪储能电站", "start"),
    ),
    example("抓好柳塘垃圾处置场扩建项目落地实施。", milestone("柳塘垃圾处置场扩建项目", "build")),
    example("完成云溪路主体工程。", milestone("云溪路主体工程", "complete")),
    example("完成柳河泵站主体工程。", milestone("柳河泵站主体工程", "complete")),
    example("完成柳塘水厂项目主体工程。", milestone("柳塘水厂项目主体工程", "complete")),
    # the one project of the sentence before
    example(
        "推进柳塘大桥建设。力争年底建成通车。",
        milestone("柳塘大桥", "build"),
        milestone("柳塘大桥", "operate", "year-end"),
    ),
    example(
        "建设柳塘第二实验学校。项目计划于明年秋季投入使用。",
        milestone("柳塘第二实验学校", "build"),
        milestone("柳塘第二实验学校", "operate", "2027"),
    ),
    example(
        "推进柳塘大桥建设。力争企业6月底投产。",
        milestone("柳塘大桥", "build"),
    ),
    example(
        "推进柳塘大桥、溪口大桥建设。\n力争年底竣工。",
        milestone("柳塘大桥", "build"),
        milestone("溪口大桥", "build"),
    ),
    example("推进柳塘大桥建设。\n力争年底竣工。", milestone("柳塘大桥", "build")),
    # plans
    example("抓紧编制“十五五”柳江水资源利用规划并报批。", milestone("“十五五”柳江水资源利用规划", "plan")),
    example("加快总体规划修编和环评报批进度。"),
    # beside a place that is the only one
    example("支持体育公园停车场建设。", milestone("体育公园停车场", "build")),
    example("推进汽车站站前广场建设。", milestone("汽车站站前广场", "build")),
    example("推进停车场建设,加快农村客运站停车场建设。"),
    # kinds of things
    example("推进规模猪场改造升级,加快一级公路、二级公路建设。"),
    # a part of a project that is to be done
    example(
        "云塘水厂力争5月底前通水,石渡供水工程年内完成主管安装。",
        milestone("云塘水厂", "operate", "2026-05"),
        milestone("石渡供水工程主管安装", "complete", "year"),
    ),
    example(
        "建设溪口调度中心,8月底前完成设备安装。",
        milestone("溪口调度中心", "build"),
        milestone("溪口调度中心设备安装", "complete", "2026-08"),
    ),
    example(
        "推动白鹭陶瓷、铁炉线缆完成煤改气,年底前石佛大道、铁炉大道完成路面工程。",
        milestone("白鹭陶瓷煤改气", "complete"),
        milestone("铁炉线缆煤改气", "complete"),
        milestone("石佛大道路面工程", "complete", "year-end"),
        milestone("铁炉大道路面工程", "complete", "year-end"),
    ),
    example(
        "石渡水厂9月底前完成设备安装,12月底前通水。",
        milestone("石渡水厂", "build", "2026-09"),
        milestone("石渡水厂", "operate", "2026-12"),
    ),
    example(
        "加快石渡棚户区改造项目建设,确保2、4号安置楼11月底前交房。",
        milestone("石渡棚户区改造项目", "build"),
        milestone("石渡棚户区改造项目2号安置楼", "operate", "2026-11"),
        milestone("石渡棚户区改造项目4号安置楼", "operate", "2026-11"),
    ),
    example(
        "推进铁炉河碧道建设,确保示范段8公里9月底前开放;加快石佛水库建设,力促枢纽主体年底动工。",
        milestone("铁炉河碧道", "build"),
        milestone("铁炉河碧道示范段", "operate", "2026-09"),
        milestone("石佛水库", "build"),
        milestone("石佛水库枢纽主体", "start", "year-end"),
    ),
    example(
        "推进石渡河碧道建设,确保示范段9月底前开放,北段年底前建成。",
        milestone("石渡河碧道", "build"),
        milestone("石渡河碧道示范段", "operate", "2026-09"),
        milestone("石渡河碧道北段", "complete", "year-end"),
    ),
    example("各村6月底前完成管道铺设,企业年内完成设备安装。"),
)

CORPUS = Corpus("milestones pushed, and of the sentence before", read, EXAMPLES)
