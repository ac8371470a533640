"""What the milestones promise of rows: months over lists, deadlines in the next cell or line, headings over projects; every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones import reader


def _read(item: Example) -> Sequence[Fact]:
    return [facts.of_milestone(one) for one in reader.read(facts.as_repaired_body(item))]


EXAMPLES: tuple[Example, ...] = (
    # months over lists that carry only a count
    example(
        "60个项目新开工建设\n3月份\n云溪污水厂二期、白鹭幼儿园等4个项目。\n4月份\n柳塘河生态整治、延陵粮库一期工程等5个项目。",
        milestone("云溪污水厂二期", "start", "2026-03"),
        milestone("白鹭幼儿园", "start", "2026-03"),
        milestone("柳塘河生态整治", "start", "2026-04"),
        milestone("延陵粮库一期工程", "start", "2026-04"),
    ),
    # headings that say the stage of what is listed under them
    example(
        "一、续建项目\n1.云溪大道北延工程。\n2.柳塘物流园项目。\n二、新开工项目\n1.白鹭小学迁建工程。\n三、前期项目\n1.延陵大桥项目。",
        milestone("云溪大道北延工程", "build"),
        milestone("柳塘物流园项目", "build"),
        milestone("白鹭小学迁建工程", "start"),
        milestone("延陵大桥项目", "plan"),
    ),
    # the deadline in the next line
    example(
        "启动建设柳塘河综合治理工程和东湖湿地公园。\n县水务局\n县住建局\n12月底前\n2\n新建桥2座\n县住建局\n9月底前",
        milestone("柳塘河综合治理工程", "start", "2026-12", actors=("县水务局", "县住建局")),
        milestone("东湖湿地公园", "start", "2026-12", actors=("县水务局", "县住建局")),
    ),
    example(
        "开工建设县老年养护楼。\n县民政局\n5月底前动工\n开工建设老年大学。\n12月底前\n6\n迁建县政务服务中心。\n县代建中心\n11月底前",
        milestone("县老年养护楼", "start", "2026-05"),
        milestone("老年大学", "start", "2026-12"),
        milestone("县政务服务中心", "build", "2026-11"),
    ),
    # the deadline in the next cell
    example(
        "项目名称 | 工作任务 | 完成时间 | 责任单位\n1.环境提升 | 对云溪中路等3条城区道路进行综合提升改造; | 11月 | 建设局",
        milestone("云溪中路", "build", "2026-11"),
    ),
    example(
        "项目\t任务\t完成时限\t责任单位\n路网\t建成柳塘路延伸段。\t10月底前\t住建局",
        milestone("柳塘路延伸段", "complete", "2026-10"),
    ),
    # one task a line
    example(
        "1.投资3000万元建设云溪白虾养殖基地。\n2.打造柳塘食用菌酵素生产基地。\n3.建设3个劳动密集型产业园。",
        milestone("云溪白虾养殖基地", "build"),
        milestone("柳塘食用菌酵素生产基地", "build"),
    ),
    # a project in one cell, its stage in another; its worth and who answers in others
    example(
        "2026年重点项目计划表\n单位:万元\n序号\t项目名称\t总投资\t年度计划投资\t年度目标\t责任单位\n1\t云溪大桥\t30000\t8000\t主体完工\t交通局\n2\t柳塘水厂\t12000\t5000\t建成投用\t水务局\n\t合计\t42000\t13000\t\t",
        milestone("云溪大桥", "complete", "year", investment="300000000", actors=("交通局",)),
        milestone("柳塘水厂", "operate", "year", investment="120000000", actors=("水务局",)),
    ),
    example(
        "项目名称\n总投资（亿元）\n年度目标\n责任单位\n云溪智造产业园\n12.5\n6月底前开工\n经发局\n柳塘污水厂扩建\n2.3\n建成投用\n住建局\n县人民医院新院区\n8.8\n完成主体封顶\n卫健局",
        milestone("云溪智造产业园", "start", "2026-06", investment="1250000000.0", actors=("经发局",)),
        milestone("柳塘污水厂扩建", "operate", "year", investment="230000000.0", actors=("住建局",)),
        milestone("县人民医院新院区", "build", "year", investment="880000000.0", actors=("卫健局",)),
    ),
    example(
        "序号\t项目名称\t一季度\t二季度\t四季度\t目前进展\t责任单位\n1\t1.云溪大桥\t完成招标\t开工建设\t完成投资2000万元\t已签约\t交通局",
        milestone("云溪大桥", "other", "Q1", actors=("交通局",)),
        milestone("云溪大桥", "start", "Q2", actors=("交通局",)),
    ),
    example("序号\t指标名称\t单位\t目标值\t责任单位\n1\t开工项目\t个\t12\t经发局"),
    # works of which a row says only what they are and until when
    example(
        "序号\t项目名称\t主要内容\t责任科室\t完成时限\n1\t桃园里老旧小区改造\t更新楼道照明\t城建科\t11月底\n2\t云溪街道卫生服务站迁建\t完成装修并启用\t公共服务办\t6月底\n3\t养老服务提升\t新增床位20张\t民政科\t12月底",
        milestone("桃园里老旧小区改造", "complete", "2026-11", actors=("城建科",)),
        milestone("云溪街道卫生服务站迁建", "operate", "2026-06", actors=("公共服务办",)),
    ),
    # the time limit says a stage of its own
    example(
        "序号\t工作任务\t责任单位\t完成时限\n1\t建成县图书馆新馆\t文旅局\t10月投入使用\n2\t推进柳塘大道改造\t住建局\t11月竣工\n3\t新建云溪中学\t教育局\t8月底前",
        milestone("县图书馆新馆", "operate", "2026-10", actors=("文旅局",)),
        milestone("柳塘大道改造", "complete", "2026-11", actors=("住建局",)),
        milestone("云溪中学", "build", "2026-08", actors=("教育局",)),
    ),
    # neither a row nor a list of projects
    example("一、工作措施\n1.强化要素保障。\n2.优化营商环境。"),
    example("3月份\n组织召开调度会、推进会等5场会议。"),
    # an entry of a list of good deeds opens with its one piece of works
    example(
        "某局2026年为民办实事项目\n1.实施路灯节能改造工程,更换灯具3200盏。\n2.实施人才强区工程,引进人才20名。\n3.实施农村公路提升工程,改造20公里。",
        milestone("路灯节能改造工程", "build"),
    ),
    example("2.实施路灯节能改造工程,更换灯具3200盏。"),
    # a heading that is a task, though more is said behind it in the line
    example(
        "一、重点工作\n1.开工建设云溪六水厂。解决居民饮水难。\n2.推进柳塘新城综合管廊工程。新增泊位5000个。\n3.推进基础设施建设。新建公厕5座。\n二、保障措施\n1.加强领导。落实责任。",
        milestone("云溪六水厂", "start"),
        milestone("柳塘新城综合管廊工程", "build"),
    ),
)  # fmt: skip

CORPUS = Corpus("milestones in rows", _read, EXAMPLES)
