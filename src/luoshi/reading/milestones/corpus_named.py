"""What makes a name one, and what does not: firms, shops, roads, branches, lists behind a count; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # to the grid, done to a thing, a place before the name, a head that names the roads again
    example(
        "加快推进云溪风电项目、柳塘光伏项目,争取年内实现并网发电。",
        milestone("云溪风电项目", "operate", "year"),
        milestone("柳塘光伏项目", "operate", "year"),
    ),
    example("计划投资1.9亿元,将云溪彩虹桥拆除重建。", milestone("云溪彩虹桥", "build")),
    example(
        "对云溪第四中学操场、柳塘中学食堂优化提升。",
        milestone("云溪第四中学操场", "build"),
        milestone("柳塘中学食堂", "build"),
    ),
    example("对全市老旧小区优化提升。"),
    example("将云溪建设成为一流园区,并网络化提升服务。"),
    example(
        "位于柳塘新区的云溪第二医院已进入装修阶段,预计今年底建成。",
        milestone("云溪第二医院", "complete", "year-end"),
    ),
    example(
        "今年要完成云高路、柳范路等53公里县乡道路改建。",
        milestone("云高路", "complete", "year"),
        milestone("柳范路", "complete", "year"),
    ),
    # firms as projects, pushed on over clauses; what is said of them before their names
    example(
        "推动云天高二期尽快落地,海拓智能、柳泰电器全面开工,晶源新材料竣工投产。",
        milestone("云天高二期", "sign"),
        milestone("海拓智能", "start"),
        milestone("柳泰电器", "start"),
        milestone("晶源新材料", "operate"),
    ),
    example(
        "力争海拓食品、柳泰电器、云舒装配式建筑等一批亿元项目尽快投产增效。",
        milestone("海拓食品", "operate"),
        milestone("柳泰电器", "operate"),
        milestone("云舒装配式建筑", "operate"),
    ),
    example(
        "确保正在对接的云康集团柳泰医疗、海拓新能源等项目顺利落地。",
        milestone("云康集团柳泰医疗", "sign"),
        milestone("海拓新能源", "sign"),
    ),
    example("推进与柳泰集团合作的云溪绿氢项目。", milestone("云溪绿氢项目", "build")),
    example(
        "加快库容900万立方米的白鹭湖建设,加快海拓生物科技公司的建设进度。",
        milestone("白鹭湖", "build"),
        milestone("海拓生物科技公司", "build"),
    ),
    example("争取省市支持海拓车辆项目战略重组。", milestone("海拓车辆项目战略重组", "acquire")),
    example("支持工厂运用新型检测技术加快改造,支持企业在柳塘设立分支总部。"),
    example("坚持一着不让抓项目,推进企业兼并重组。"),
    # a count of tasks, and a count with its list in brackets
    example(
        "16项重点工作主要是:柳泰汽配城、白鹭演艺中心建成开业;云溪物流加工区立项,筹建海拓4S专卖店。",
        milestone("柳泰汽配城", "operate"),
        milestone("白鹭演艺中心", "operate"),
        milestone("云溪物流加工区", "plan"),
        milestone("海拓4S专卖店", "plan"),
    ),
    example(
        "确保投产项目不少于3个(柳塘人造板厂、九云印务、立海精工)。",
        milestone("柳塘人造板厂", "operate"),
        milestone("九云印务", "operate"),
        milestone("立海精工", "operate"),
    ),
    example("完成投资5亿元(工业、农业、服务业),实施技改项目5个(其中亿元以上2个)。"),
    example("加大对专卖店、超市、商场等场所的检查力度。"),
    # branches of one thing, two by their number, words of one thing
    example(
        "完成我县云溪东、西干渠疏浚改造,建设环湖东路、西路。",
        milestone("云溪东干渠疏浚改造", "complete"),
        milestone("云溪西干渠疏浚改造", "complete"),
        milestone("环湖东路", "build"),
        milestone("环湖西路", "build"),
    ),
    example(
        "建设柳塘流域优质水稻和海拓白羽肉鸡两个优势产业集群。",
        milestone("柳塘流域优质水稻优势产业集群", "build"),
        milestone("海拓白羽肉鸡优势产业集群", "build"),
    ),
    example("建设设施齐全、宜居宜业、风景秀美的生态云园,推进云溪南、北两个片区建设。"),
    # verbs inside a list, units that are helped, land of a project
    example(
        "新建云溪一小、改扩建柳塘中学、迁建白鹭幼儿园。",
        milestone("云溪一小", "build"),
        milestone("柳塘中学", "build"),
        milestone("白鹭幼儿园", "build"),
    ),
    example("配合市水利部门完成柳塘二期管道铺设工程。", milestone("柳塘二期管道铺设工程", "complete")),
    example(
        "完成白鹭湖产业园和柳塘产业园的征地和政策处理工作。",
        milestone("白鹭湖产业园", "acquire"),
        milestone("柳塘产业园", "acquire"),
    ),
    example(
        "加快办理柳塘废弃物处置中心项目相关手续,力争早日开工。",
        milestone("柳塘废弃物处置中心项目", "start"),
    ),
    example("加快审批手续办理,配合有关部门完成清产核资。"),
    # roads among roads, quoted networks, areas of a zone
    example(
        "推进中山路、柳塘路、人民路改造提升,完成“五横四纵”路网建设。",
        milestone("中山路", "build"),
        milestone("柳塘路", "build"),
        milestone("人民路改造提升", "build"),
        milestone("“五横四纵”路网", "complete"),
    ),
    example("加快云溪新城起步区建设。", milestone("云溪新城起步区", "build")),
    example("推进园区道路建设,打通断头路、产业路,完善城区路网。"),
    example("建成太和客运站、祥和小区。", milestone("太和客运站", "complete"), milestone("祥和小区", "complete")),
    # centres of which there is one, mottos by the water, avenues
    example("建成智慧城市运行中心、云溪数字指挥中心。", milestone("智慧城市运行中心", "complete"), milestone("云溪数字指挥中心", "complete")),
    example("建成县应急物资储备中心。", milestone("县应急物资储备中心", "complete")),
    example("续建溪口河“一河两岸”整治工程。", milestone("溪口河“一河两岸”整治工程", "build")),
    example("实施“一河两岸”提升工程。"),
    example("续建人民大道改造升级工程。", milestone("人民大道改造升级工程", "build")),
    example("走好康庄大道提升工程。"),
    # how long it is, before its stage; who pushes it, and that it is pushed harder
    example(
        "白鹭连接线全长6.4千米,计划今年6月通车;柳塘路长1.5公里,宽50米,计划12月通车。",
        milestone("白鹭连接线", "operate", period="2026-06"),
        milestone("柳塘路", "operate", period="2026-12"),
    ),
    example(
        "水利部门力争云塘水库引水工程年内动工建设;加快石渡水利枢纽工程筹建工作。",
        milestone("云塘水库引水工程", "start", period="year"),
        milestone("石渡水利枢纽工程", "build"),
    ),
    example("今年石渡水利枢纽工程将积极加大推进力度。", milestone("石渡水利枢纽工程", "build", period="year")),
    example("各部门积极加大推进力度。"),
    # projects that are watched, with how they stand
    example(
        "聚焦云溪大市场、柳塘智能产业园等9个重点在建项目靠上推进;紧盯白鹭康复医院、溪口冷库项目等6个已签约未开工项目,加快项目开工步伐。",
        milestone("云溪大市场", "build"),
        milestone("柳塘智能产业园", "build"),
        milestone("白鹭康复医院", "start"),
        milestone("溪口冷库项目", "start"),
    ),
    example("聚焦新材料、智能制造等9个重点领域精准招商。"),
    example("聚焦云溪大市场、柳塘智能产业园等企业,做好跟踪服务。"),
    # land of a project, works before it, works of a place
    example("完成柳塘片区改造项目征收任务。", milestone("柳塘片区改造项目", "acquire")),
    example("年内完成云溪大道出入口、柳塘高速路出入口。", milestone("云溪大道出入口", "complete", period="year"), milestone("柳塘高速路出入口", "complete", period="year")),
    example("做好溪口至白鹭旅游公路项目前期和资金争取工作。", milestone("溪口至白鹭旅游公路项目", "plan")),
    example("开工建设新城小学。", milestone("新城小学", "start")),
    example("将深度谋划云溪中央商务区建设。", milestone("云溪中央商务区", "plan")),
    # general words
    example("开展雾霾天气综合治理,推进渣土车辆尾气污染防治与工地降尘治理。"),
    example("实施老楼院燃气管道入户工程,抓好水毁堤防修复,推进地下水超采治理。"),
)  # fmt: skip

CORPUS = Corpus("names of projects", read, EXAMPLES)
