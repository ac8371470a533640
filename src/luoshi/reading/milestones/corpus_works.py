"""What the milestones promise of works done to roads and places, and of programmes that only sound so; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # the works of roads, given to each that is named
    example(
        "完成柳塘大道、云延路等6条道路改造提升工程。",
        milestone("柳塘大道改造提升工程", "complete"),
        milestone("云延路改造提升工程", "complete"),
    ),
    example(
        "完成白鹭支线和溪口至延陵等5条断头路打通工程。",
        milestone("白鹭支线断头路打通工程", "complete"),
        milestone("溪口至延陵断头路打通工程", "complete"),
    ),
    example(
        "实施云湖路、柳溪街等3条道路绿化工程。",
        milestone("云湖路绿化工程", "build"),
        milestone("柳溪街绿化工程", "build"),
    ),
    example(
        "实施竹竿巷、云溪弄等背街小巷整治。",
        milestone("竹竿巷整治", "build"),
        milestone("云溪弄整治", "build"),
    ),
    example(
        "实施柳塘路、溪口街、云溪路东段道路改造工程。",
        milestone("柳塘路道路改造工程", "build"),
        milestone("溪口街道路改造工程", "build"),
        milestone("云溪路东段道路改造工程", "build"),
    ),
    example(
        "完成柳园小区、纺织厂小区等15个小区改造任务。",
        milestone("柳园小区改造", "complete"),
        milestone("纺织厂小区改造", "complete"),
    ),
    example("完成柳园小区、城镇老旧小区等改造任务。", milestone("柳园小区改造", "complete")),
    example("力争总投资5000万元的东坪农贸市场主体竣工。", milestone("东坪农贸市场主体", "complete")),
    example("确保各类市场主体年底前完成年报,新增市场主体全面完成。"),
    example("溪口集镇防洪堤6月全面完工。", milestone("溪口集镇防洪堤", "complete", "2026-06")),
    # works that every place has, and how a place is laid out
    example("完成农村公路提级改造30公里,加快普通国省道建设,开展沿街招牌整治和汛前排查整治。"),
    example("推动纺织、建材两大传统产业提档升级,柳塘产业园完成12家企业搬迁入园。"),
    example("推进县城5条主次干道及16条背街小巷雨污分流改造。"),
    example("构建“一心两片”(即核心区、柳塘片、溪口片)。"),
    example("规划建设局、水务公司。"),
    example("*推进溪口茶叶产业园建设。", milestone("溪口茶叶产业园", "build")),
    # what goes on about the one project of the sentence before
    example(
        "2.新建柳塘引水工程。做好监理招标,力争5月份开工,年度投资3000万元。",
        milestone("柳塘引水工程", "build"),
        milestone("柳塘引水工程", "start", "2026-05"),
    ),
    example("2.新建柳塘引水工程。做好村庄环境整治,力争5月份开工。", milestone("柳塘引水工程", "build")),
    # the homes of a place, and what is done to them
    example(
        "完成柳湾、白鹭新村2个老旧小区改造并启动云溪新村等3个老旧小区改造。",
        milestone("柳湾老旧小区改造", "complete"),
        milestone("白鹭新村老旧小区改造", "complete"),
        milestone("云溪新村老旧小区改造", "start"),
    ),
    example(
        "实施云山里、溪口宿舍等老旧小区改造9个。",
        milestone("云山里老旧小区改造", "build"),
        milestone("溪口宿舍老旧小区改造", "build"),
    ),
    example(
        "加快云溪产业园建设并启动二期工程。",
        milestone("云溪产业园", "build"),
        milestone("云溪产业园二期工程", "start"),
    ),
    example("完成云溪大桥施工并启动桥面铺装。完成水厂改造并推进管网建设。"),
    example(
        "高效率打通人民北街、白鹭南街等3条断头路。",
        milestone("人民北街", "complete"),
        milestone("白鹭南街", "complete"),
    ),
    example(
        "建成柳溪公园等6处口袋公园绿地,完成柳庄、云坪等5个村庄的污水处理设施建设。",
        milestone("柳溪公园", "complete"),
        milestone("柳庄污水处理设施", "complete"),
        milestone("云坪污水处理设施", "complete"),
    ),
    example("2.谋划云溪水库。完成可研编制,争取列入规划。", milestone("云溪水库", "plan")),
    example("2.谋划重大项目。聚焦产业链,招引一批企业。"),
    # what is made finer along roads and waters
    example(
        "完成白鹭路亮化提升,实施云溪河两岸绿化。",
        milestone("白鹭路亮化提升", "complete"),
        milestone("云溪河两岸绿化", "build"),
    ),
    example("推进云江北岸景观提升工程。", milestone("云江北岸景观提升工程", "build")),
    example("完成城区绿化提升工程,推进村庄绿化和农田两侧绿化。"),
    example(
        "加快柳塘老酒厂地块的开发利用,推进闲置土地的开发利用。",
        milestone("柳塘老酒厂地块的开发利用", "build"),
    ),
    example("推进县污水处理厂提标改造和乡镇卫生院改造。", milestone("县污水处理厂提标改造", "build")),
    example(
        "建成溪口村马铃薯恒温库并投入使用,完成柳溪生态驳岸建设。",
        milestone("溪口村马铃薯恒温库", "operate"),
        milestone("柳溪生态驳岸", "complete"),
    ),
    example("建成2000吨气调库。"),
    example("确保南外环建成通车。", milestone("南外环", "operate")),
    example(
        "加快柳塘老工业区拆旧建新,抓好白鹭湖景区提升。",
        milestone("柳塘老工业区拆旧建新", "build"),
        milestone("白鹭湖景区提升", "build"),
    ),
    # what is watched goes on over the clauses; a year that a pledge opens
    example(
        "紧盯云溪酒店6月底前开门迎客,柳塘小镇动工建设,白鹭集市1号馆主体结顶。",
        milestone("云溪酒店", "operate", "2026-06"),
        milestone("柳塘小镇", "start"),
        milestone("白鹭集市1号馆", "build"),
    ),
    example(
        "加强调度,年内确保云溪电机、海拓新材料等项目开工,柳塘危废焚烧二期竣工。",
        milestone("云溪电机", "start", "year"),
        milestone("海拓新材料", "start", "year"),
        milestone("柳塘危废焚烧二期", "complete", "year"),
    ),
    # works that are said of several places at once, two works that are one project, names that a copy masks
    example(
        "抓好云延大道、溪口路等道路改造提升。",
        milestone("云延大道改造提升", "build"),
        milestone("溪口路改造提升", "build"),
    ),
    example(
        "完成柳塘路、白鹭街道路提升及管网改造工程。",
        milestone("柳塘路道路提升及管网改造工程", "complete"),
        milestone("白鹭街道路提升及管网改造工程", "complete"),
    ),
    example(
        "完成海拓工业集中区及延陵小区等雨污分流改造。",
        milestone("海拓工业集中区雨污分流改造", "complete"),
        milestone("延陵小区雨污分流改造", "complete"),
    ),
    example(
        "实施*路东延、*桥加固等6项工程,确保*小区10月底前交付使用。",
        milestone("*路东延", "build"),
        milestone("*桥加固", "build"),
        milestone("*小区", "operate", "2026-10"),
    ),
    # two phases of one thing, waters among waters, ranks before a name, what is still to come
    example(
        "加快云延系列产业社区、海拓装备园三期四期建设。",
        milestone("云延系列产业社区", "build"),
        milestone("海拓装备园三期", "build"),
        milestone("海拓装备园四期", "build"),
    ),
    example(
        "推进溪口水厂一、二期工程建设。",
        milestone("溪口水厂一期工程", "build"),
        milestone("溪口水厂二期工程", "build"),
    ),
    example(
        "建成鹭尾河、延沙涌等一批生态河涌,推进柳塘片区连片整备。",
        milestone("鹭尾河", "complete"),
        milestone("延沙涌", "complete"),
        milestone("柳塘片区连片整备", "build"),
    ),
    example("建成云溪地标性工程白鹭大厦。", milestone("白鹭大厦", "complete")),
    example("四季度还有白鹭标准厂房等3个项目计划动工。", milestone("白鹭标准厂房", "start", "Q4")),
    example(
        "溪口幼儿园、延陵幼儿园(暂定名)9月开办。",
        milestone("溪口幼儿园", "operate", "2026-09"),
        milestone("延陵幼儿园", "operate", "2026-09"),
    ),
    example("完工验收柳塘水库除险加固1件。", milestone("柳塘水库除险加固", "complete")),
    example("创建国家白鹭羊绒产业集群。", milestone("国家白鹭羊绒产业集群", "other")),
    # what every place has, efforts with a slogan before them, sizes without a name, a phase of nothing that was named
    example("打通城市“断头路”,推进“五城同创”和城市更新。"),
    example("推进东西两个片区开发,推动印染企业关停或搬迁,抓好耕地排查整治。"),
    example("新建柳塘大道和3万平方米标准厂房。", milestone("柳塘大道", "build")),
    example("一期工程年底前完成。"),
    example("到柳塘大道察看几所在建学校的施工进度。"),
    example(
        "做好白鹭高速、柳塘大桥等工程征拆。",
        milestone("白鹭高速", "build"),
        milestone("柳塘大桥", "build"),
    ),
    # what is worked on and has a dated end behind has that end alone; a step on the way stays
    example(
        "实施溪口路北延工程,全长1.8公里,投资概算9000万元,5月开工,11月底前完工。",
        milestone("溪口路北延工程", "start", "2026-05"),
        milestone("溪口路北延工程", "complete", "2026-11"),
    ),
    example(
        "抓好延陵水厂扩建,力争8月通水。",
        milestone("延陵水厂扩建", "operate", "2026-08"),
    ),
    example(
        "推进海拓封装项目设备安装,力争三季度试产。",
        milestone("海拓封装项目", "build"),
        milestone("海拓封装项目", "operate", "Q3"),
    ),
    example(
        "推进云溪小学扩建,年底前新增学位900个。",
        milestone("云溪小学扩建", "build"),
    ),
    # items of a programme, efforts, units that answer, things only counted
    example("统筹实施五项工程(主体培优、平台扩容、设备焕新、节能降碳、服务直达)。"),
    example("实施科技赋能工程,推进服务提速工程。"),
    example("新建并启用5处智能公交站。"),
    example("支持海拓机械等企业建设智能化车间。"),
    example("加快老字号企业改造升级。"),
    example("建设县科教局中心,推进县代建中心建设。"),
)

CORPUS = Corpus("milestones of works", read, EXAMPLES)
