"""What the milestones promise of dense lists: labels, sizes behind names, steps of building, times in turn; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # how much of a thing is built, behind its name or within it
    example(
        "续建白鹭公寓240套,9月底前分配入住。",
        milestone("白鹭公寓", "operate", "2026-09"),
    ),
    example(
        "建成环湖大道3.2公里和110千伏变电站一座。",
        milestone("环湖大道", "complete"),
        milestone("110千伏变电站", "complete"),
    ),
    example(
        "完成云溪大道“白改黑”2.6公里、老街立面改造86户。",
        milestone("云溪大道“白改黑”", "complete"),
        milestone("老街立面改造", "complete"),
    ),
    example("全面启动溪口片区1.5平方公里更新改造。", milestone("溪口片区更新改造", "start")),
    example("安置房二期6栋320套9月底前交房。", milestone("安置房二期", "operate", "2026-09")),
    example("改造供水管网22公里,新建标准厂房20万平方米,竣工交付安置房1200套。"),
    # under a time, each with a stage of its own
    example(
        "11月20日前:海拓电子、博远食品竣工,云溪配套产业园B区投产,溪口2#储罐升顶。",
        milestone("海拓电子", "complete", "2026-11"),
        milestone("博远食品", "complete", "2026-11"),
        milestone("云溪配套产业园B区", "operate", "2026-11"),
        milestone("溪口2#储罐", "build", "2026-11"),
    ),
    # a label and its steps
    example(
        "1.海拓高端封装(总投资12亿元,年产3万片):8月底前完成设备安装,10月底前单机试车,12月底前投产;2.柳塘医院迁建:门诊楼9月底前封顶。",
        milestone("海拓高端封装", "build", "2026-08"),
        milestone("海拓高端封装", "other", "2026-10"),
        milestone("海拓高端封装", "operate", "2026-12"),
        milestone("柳塘医院迁建", "build", "2026-09"),
    ),
    example("柳塘镇:6月底前完成清理整治。"),
    example("交通方面:年底前全部完成。"),
    # steps of building, permits, land
    example("市第二医院东院区主体年底封顶。", milestone("市第二医院东院区", "build", "year-end")),
    example(
        "溪口热电项目力争年内取得核准批复,白鹭疫苗分装线三季度取得GMP证书。",
        milestone("溪口热电项目", "other", "year"),
        milestone("白鹭疫苗分装线", "other", "Q3"),
    ),
    example(
        "海拓储能项目一季度完成供地、二季度进场施工。",
        milestone("海拓储能项目", "other", "Q1"),
        milestone("海拓储能项目", "start", "Q2"),
    ),
    example("完成老车站、化工厂2个片区征收。", milestone("老车站片区征收", "complete"), milestone("化工厂片区征收", "complete")),
    example("启动溪口片区“七通一平”,平整场地800亩。", milestone("溪口片区“七通一平”", "start")),
    example("凌云电子借壳重组上半年完成。", milestone("凌云电子借壳重组", "acquire", "2026-06")),
    example("完成园区总体规划修编。", milestone("园区总体规划", "plan")),
    example("全力配合云延高速、溪口至柳塘铁路前期工作。", milestone("云延高速", "plan"), milestone("溪口至柳塘铁路", "plan")),
    example("争取云湖酒店尽快复工。", milestone("云湖酒店", "start")),
    example("推动企业复工复产,扩大对外开放。"),
    # times dealt out in turn, a second stage behind 并
    example(
        "海拓创新中心、博远总部基地分别于一季度、三季度投用。",
        milestone("海拓创新中心", "operate", "Q1"),
        milestone("博远总部基地", "operate", "Q3"),
    ),
    example("架设柳溪提灌站并于春灌前投入使用。", milestone("柳溪提灌站", "operate")),
    example(
        "加快推进白鹭综合体、柳塘冷链交易中心建设,前者年内完成投资2亿元,后者四季度开业。",
        milestone("白鹭综合体", "build"),
        milestone("柳塘冷链交易中心", "build"),
        milestone("柳塘冷链交易中心", "operate", "Q4"),
    ),
    example(
        "海拓材料产业园一期5月底竣工,二期(占地300亩)9月底前动工。",
        milestone("海拓材料产业园一期", "complete", "2026-05"),
        milestone("海拓材料产业园二期", "start", "2026-09"),
    ),
    # lists that only a number holds together
    example(
        "开工建设云延无人机基地、海拓电驱动等12个,竣工15个。",
        milestone("云延无人机基地", "start"),
        milestone("海拓电驱动", "start"),
    ),
    example("支持海拓电子、博远医药两家龙头扩能。", milestone("海拓电子扩能", "build"), milestone("博远医药扩能", "build")),
    example("改造危桥3座(溪口桥、柳塘桥、白鹭桥)。", milestone("溪口桥", "build"), milestone("柳塘桥", "build"), milestone("白鹭桥", "build")),
    example("建成口袋公园2个(含绿道)。"),
    # a label of one word, streets that common words name, papers of a project
    example(
        "续建:云溪综合客运枢纽、柳塘污水处理厂二期;新开工:白鹭体育公园、溪口水库除险加固。",
        milestone("云溪综合客运枢纽", "build"),
        milestone("柳塘污水处理厂二期", "build"),
        milestone("白鹭体育公园", "start"),
        milestone("溪口水库除险加固", "start"),
    ),
    example("推进人民路、青年路改造,整治背街小巷和园区道路。", milestone("人民路", "build"), milestone("青年路改造", "build")),
    example("完成云溪河、柳塘河综合治理。", milestone("云溪河综合治理", "complete"), milestone("柳塘河综合治理", "complete")),
    example("谋划占地200亩的柳塘装备产业园,7月份完成可研和规划设计。", milestone("柳塘装备产业园", "plan", "2026-07")),
    example(
        "推动云溪经开区扩区调区,力争年内获省政府批复。",
        milestone("云溪经开区扩区调区", "build"),
        milestone("云溪经开区扩区调区", "other", "year"),
    ),
    example(
        "加快柳塘酒业产业园(二期)建设,确保元旦前投产,建成溪口街道文体中心并于10月开放。",
        milestone("柳塘酒业产业园(二期)", "operate", "year-end"),
        milestone("溪口街道文体中心", "complete", "year-end"),
        milestone("溪口街道文体中心", "operate", "2026-10"),
    ),
    example("综保区2020年封关运作,规划面积2平方公里。"),
    # what is stated beside what is commanded is promised too
    example("引进人才团队8个;青年公寓二期投入使用,提供房源600套。", milestone("青年公寓二期", "operate")),
    example("目前青年公寓二期投入使用,引进人才团队8个。"),
)  # fmt: skip

CORPUS = Corpus("milestones in dense lists", read, EXAMPLES)
