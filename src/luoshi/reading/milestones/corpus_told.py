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
        milestone("溪口大桥", "build"),
        milestone("溪口大桥", "complete", "2026-09"),
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
)

CORPUS = Corpus("milestones.told", read, EXAMPLES)
