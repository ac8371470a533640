"""What the milestones promise of clauses that tell more of a project than its stage; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # the name ends where the clause begins to tell of it
    example(
        "投资12亿元的海拓电池壳体项目8月底前拿地动工。", milestone("海拓电池壳体项目", "start", "2026-08")
    ),
    example(
        "岑溪至云溪高速(全长46公里)抓紧办理林地手续,争取四季度开工。",
        milestone("岑溪至云溪高速", "start", "Q4"),
    ),
    example("柳塘片区二期抓紧完善手续,10月底前开工建设。", milestone("柳塘片区二期", "start", "2026-10")),
    example("云岭风电场12月底前全容量并网。", milestone("云岭风电场", "operate", "2026-12")),
    example(
        "溪口大桥完成主塔施工,9月底前合龙。",
        milestone("溪口大桥", "build", "2026-09"),
    ),
    # stages in two words, papers, agreements, acceptance
    example(
        "年内竣工交付白鹭人才公寓、溪口邻里中心。",
        milestone("白鹭人才公寓", "operate", "year"),
        milestone("溪口邻里中心", "operate", "year"),
    ),
    example(
        "云溪铝业再生铝项目一季度完成备案,二季度开工建设。",
        milestone("云溪铝业再生铝项目", "plan", "Q1"),
        milestone("云溪铝业再生铝项目", "start", "Q2"),
    ),
    example("柳塘温泉度假区6月底前完成投资协议签订。", milestone("柳塘温泉度假区", "sign", "2026-06")),
    example("与省农科院共建的种业创新中心5月挂牌。", milestone("种业创新中心", "other", "2026-05")),
    # the noun of a list is lent to its places
    example(
        "柳塘镇石板、麻塘乡双井两个土地综合整治项目9月底前通过县级验收。",
        milestone("柳塘镇石板土地综合整治项目", "complete", "2026-09"),
        milestone("麻塘乡双井土地综合整治项目", "complete", "2026-09"),
    ),
    example(
        "黄陂岭、竹子坑2处滑坡治理工程汛期前完工。",
        milestone("黄陂岭滑坡治理工程", "complete"),
        milestone("竹子坑滑坡治理工程", "complete"),
    ),
    example(
        "力争滨溪绿地中心、朗诗华庭等4个楼盘年底前交付。",
        milestone("滨溪绿地中心", "operate", "year-end"),
        milestone("朗诗华庭", "operate", "year-end"),
    ),
    # zones, roads by class, a time before a comma
    example("推进县工业园东扩3平方公里。", milestone("县工业园东扩", "build")),
    example("开工建设石门至云溪一级公路18公里。", milestone("石门至云溪一级公路", "start")),
    example(
        "6月底前,海拓电子、云延服饰搬迁入园。",
        milestone("海拓电子", "complete", "2026-06"),
        milestone("云延服饰", "complete", "2026-06"),
    ),
    # a table copied as plain text
    example(
        "序号 项目名称 攻坚任务 完成时限 责任单位\n1 云门垃圾焚烧发电项目(总投资6亿元) 主厂房封顶 10月底前 区城管局\n"
        "2 溪口50兆瓦光伏项目 20台逆变器全部并网 12月底 区发改局\n3 柳塘医院南院区 取得施工许可,桩基开工 9月底前 区卫健局",
        milestone("云门垃圾焚烧发电项目", "build", "2026-10"),
        milestone("溪口50兆瓦光伏项目", "operate", "2026-12"),
        milestone("柳塘医院南院区", "start", "2026-09"),
    ),
    # nothing of the kind
    example("完成年度审计项目备案。"),
    example("支持龙头企业、种植大户等3个主体年底前扩大规模。"),
    example("推进基础设施、公共服务、产业振兴三大工程。"),
    example("6月底前,各乡镇、各部门完成自查并交付台账。"),
    # lists by commas, a firm for its project, an item's number before a voltage
    example(
        "加快推进海拓铸造园,云天轴承智能化改造,柳塘面业20万吨专用粉等续建项目,11月底前柳塘面业投料试车。",
        milestone("海拓铸造园", "build"),
        milestone("云天轴承智能化改造", "build"),
        milestone("柳塘面业20万吨专用粉", "build"),
        milestone("柳塘面业20万吨专用粉", "operate", "2026-11"),
    ),
    example(
        "新修云二路北段,柳创路等道路5公里。",
        milestone("云二路北段", "build"),
        milestone("柳创路", "build"),
    ),
    example("抓好重点园区,重点企业,重点项目等工作。"),
    example("8.110千伏云溪变电站10月底前送电。", milestone("110千伏云溪变电站", "operate", "2026-10")),
    # a deadline over its part of the sentence, the time that goes for both phases
    example(
        "上半年,力促海拓电池二期开工;9月底前,云天封测主体封顶;柳塘大桥通车。",
        milestone("海拓电池二期", "start", "2026-06"),
        milestone("云天封测", "build", "2026-09"),
        milestone("柳塘大桥", "operate", "2026-06"),
    ),
    example(
        "推动云智模组一期6月底前竣工投产、二期同步开工建设。",
        milestone("云智模组一期", "operate", "2026-06"),
        milestone("云智模组二期", "start", "2026-06"),
    ),
    # what is paid for it, how much of it; phases by what they hold; a town's only market
    example("出资2亿元设立柳塘引导基金二期。", milestone("柳塘引导基金二期", "other")),
    example("争取资金600万元启动集镇农贸市场改造。", milestone("集镇农贸市场改造", "start")),
    example("完成东塘片区“七通一平”1800亩。", milestone("东塘片区“七通一平”", "complete")),
    example(
        "续建柳塘村蛋鸡养殖场,6月底前一期5万羽投产。",
        milestone("柳塘村蛋鸡养殖场", "build"),
        milestone("柳塘村蛋鸡养殖场一期", "operate", "2026-06"),
    ),
    example(
        "支持云溪公司建设连栋智能温室20公顷,8月底前建成投产。",
        milestone("云溪公司连栋智能温室", "operate", "2026-08"),
    ),
    example(
        "继续推进集镇污水管网项目,确保4月底前完工。",
        milestone("集镇污水管网项目", "complete", "2026-04"),
    ),
    example("继续推进高标准农田建设项目,确保4月底前完工。"),
    # kinds of works and efforts; who applies, who is brought together; what is joined
    example("投资5亿元实施市政道路、雨污分流等14个基础设施项目。"),
    example("开展“两客一危”专项整治。"),
    example("支持柳湖实验室申报国家级平台。", milestone("柳湖实验室申报国家级平台", "other")),
    example("完成云溪水务公司与柳塘环境公司重组。", milestone("云溪水务公司与柳塘环境公司重组", "acquire")),
    example("力争柳塘河大桥完成上部结构合龙。", milestone("柳塘河大桥", "build")),
    example("云一中新校区秋季学期投用。", milestone("云一中新校区", "operate")),
    example(
        "引导陇溪集团预冷库二期、云盛育苗中心尽快开工。",
        milestone("陇溪集团预冷库二期", "start"),
        milestone("云盛育苗中心", "start"),
    ),
    example(
        "投资6亿元的引江补溪泵站工程,12月底前实现首台机组具备试运行条件。",
        milestone("引江补溪泵站工程", "operate", "2026-12"),
    ),
    example("实施农村公路提升工程,6月底前完工;引导企业加快项目开工建设。"),
)

CORPUS = Corpus("milestones.told", read, EXAMPLES)
