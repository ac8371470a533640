"""Invented sentences: lists to attend to, works of a thing, what is only general, and months before the plan's year."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # a list to attend to: its head, or a clause behind, says the stage
    example(
        "对总投资8.3亿元的柳塘花堤、云溪水库库岸治理、县中医院等5个计划新开工项目,要切实加快前期工作。",
        milestone("柳塘花堤", "start"),
        milestone("云溪水库库岸治理", "start"),
        milestone("县中医院", "start"),
    ),
    example(
        "对已经达成合作意向的柳塘大酒店、远泰钢构、溢仓面业等项目实行全程跟踪服务,促使早落地、早投产、早见效。",
        milestone("柳塘大酒店", "operate"),
        milestone("远泰钢构", "operate"),
        milestone("溢仓面业", "operate"),
    ),
    example("对重点企业、重点园区等项目实行挂牌服务。"),
    example("对平交路口、临水临崖急弯陡坡路段进行整治,安装防护栏。"),
    example("将207国道柳塘至云溪段作为一级公路进行改造。", milestone("207国道柳塘至云溪段", "build")),
    # how fast works go
    example(
        "加快中钢富铁矿、胜宏张家滩建设进度。",
        milestone("中钢富铁矿", "build"),
        milestone("胜宏张家滩", "build"),
    ),
    example("加快基础设施建设进度,加快一、二期布局调整工程进度。"),
    # manner and stages
    example(
        "迅速启动柳河、双巨新型社区建设。",
        milestone("柳河新型社区", "start"),
        milestone("双巨新型社区", "start"),
    ),
    example(
        "争取云柳高速、柳塘高速广西段早日联通。",
        milestone("云柳高速", "operate"),
        milestone("柳塘高速广西段", "operate"),
    ),
    example(
        "力争舒怡装配式建筑、宏路轻工电子、荣全食品等一批亿元项目尽快投产增效。",
        milestone("舒怡装配式建筑", "operate"),
        milestone("宏路轻工电子", "operate"),
        milestone("荣全食品", "operate"),
    ),
    example(
        "确保正在对接的天衡医疗、海拓新能源等项目顺利落地。",
        milestone("天衡医疗", "sign"),
        milestone("海拓新能源", "sign"),
    ),
    example("抓紧编制完成云溪水利发展规划并组织实施。", milestone("云溪水利发展规划", "plan")),
    example(
        "投资逾2亿元的柳塘净菜市场项目年底前竣工。", milestone("柳塘净菜市场项目", "complete", "year-end")
    ),
    # works of a thing; a road among roads; what only goes along
    example(
        "年内完成柳塘污水处理厂的提升改造工程。",
        milestone("柳塘污水处理厂的提升改造工程", "complete", "year"),
    ),
    example(
        "改造提升新城路、像山路、渭川路、康庄东路。",
        milestone("新城路", "build"),
        milestone("像山路", "build"),
        milestone("渭川路", "build"),
        milestone("康庄东路", "build"),
    ),
    example("加快柳塘片区城市更新。", milestone("柳塘片区城市更新", "build")),
    example("加快倒水桂江大桥及引道工程建设。", milestone("倒水桂江大桥及引道工程", "build")),
    # the date behind the number of an item
    example(
        "1.4月底前云溪小学、柳塘小学竣工交付。",
        milestone("云溪小学", "operate", "2026-04"),
        milestone("柳塘小学", "operate", "2026-04"),
    ),
    # a month before the plan's year that was still to come
    example(
        "柳塘产业园项目:该项目总投资120万元,预计2025年12月开工建设,2026年5月竣工。",
        milestone("柳塘产业园项目", "start", "2025-12"),
        milestone("柳塘产业园项目", "complete", "2026-05"),
    ),
    # a sentence that opens with the tasks it lists; lists that only stages of works follow
    example(
        "16项经济工作主要是:荣柳汽配城、昆仑批销中心建成开业;柳塘农贸市场项目开工;云溪大桥竣工。",
        milestone("荣柳汽配城", "operate"),
        milestone("昆仑批销中心", "operate"),
        milestone("柳塘农贸市场项目", "start"),
        milestone("云溪大桥", "complete"),
    ),
    example("去年完成的3项工作是:云溪大桥竣工,柳塘农贸市场项目开工。"),
    example(
        "推动利安隆二期尽快落地,万华智能、君晟电器全面开工。",
        milestone("利安隆二期", "sign"),
        milestone("万华智能", "start"),
        milestone("君晟电器", "start"),
    ),
    example("推动各部门、各镇街全面开工。"),
    example(
        "力争凯柳电子车间、固美智能货架二期等在建项目6月底前正式生产。",
        milestone("凯柳电子车间", "operate", "2026-06"),
        milestone("固美智能货架二期", "operate", "2026-06"),
    ),
    example(
        "溪口环城段、S312线柳塘拓改工程等项目均完成投资超90%,有望今年建成通车。",
        milestone("溪口环城段", "operate", "year"),
        milestone("S312线柳塘拓改工程", "operate", "year"),
    ),
    example(
        "加快云榆港区、柳圩新区、开发区等专用铁路线建设。",
        milestone("云榆港区专用铁路线", "build"),
        milestone("柳圩新区专用铁路线", "build"),
        milestone("开发区专用铁路线", "build"),
    ),
    example(
        "建设柳生创新研究院、中科荣柳科学研究院等创新平台。",
        milestone("柳生创新研究院", "build"),
        milestone("中科荣柳科学研究院", "build"),
    ),
    example("建设工业互联网、大数据等创新平台。"),
    example("帮助500千伏云溪汇集站项目年内落地开工。", milestone("500千伏云溪汇集站项目", "start", "year")),
    example("推进“一圈两场三改”,实施放心外卖工程。"),
    example("今年是全面建成小康社会和“十三五”规划的收官之年。"),
    example(
        "重点抓好襄柳公司4万锭纺纱扩建、鑫柳砖业和汉诚机械、实溪机械等10个扩建项目。",
        milestone("襄柳公司4万锭纺纱扩建", "build"),
        milestone("鑫柳砖业", "build"),
        milestone("汉诚机械", "build"),
        milestone("实溪机械", "build"),
    ),
    example(
        "做好柳塘景区开发规划和溪口片区污水管网建设。",
        milestone("柳塘景区开发规划", "plan"),
        milestone("溪口片区污水管网", "build"),
    ),
    example("全年完成清淤13条河道,推进CD级危旧房腾空改造。"),
    # a list in brackets behind its number
    example(
        "确保今年投产项目不少于3个(云金人造板厂、九龙印务、立科精工)。",
        milestone("云金人造板厂", "operate", "year"),
        milestone("九龙印务", "operate", "year"),
        milestone("立科精工", "operate", "year"),
    ),
    example("投产项目不少于3个(其中亿元以上2个、外资1个)。"),
    example("加快与任城、云溪新区协同发展,加速推进五大板块项目建设,建设通往村部、学校的农村公路。"),
    # general works, persons, lines of tours, likenesses
    example("开展灰霾天气综合治理,推进机动车排气污染防治与工地扬尘治理。"),
    example("抓好水毁工程修复,实施堤防建设、库塘整治、山洪沟治理和度汛抗旱应急工程。"),
    example("加快燃气进村入户和老旧小区改造工程建设,实施老小区天然气管道进户工程。"),
    example("全面完成农村危房改造和透风漏雨老旧房屋整治工作。"),
    example("加快推进林立军、都有方等院士项目。"),
    example("突出抓好生态养生游、避暑亲水游、驴友徒步游3条精品旅游线路。"),
    example("打造产业兴、乡村美、百姓富的品质绿园。"),
    example("主要实施幸福美丽乡村路、通组路等专项工程。"),
    example("支持企业运用新一代信息技术加快改造步伐。"),
    example("市属重点项目53个,前期预备项目30个。"),
)

CORPUS = Corpus("milestones.beside", read, EXAMPLES)
