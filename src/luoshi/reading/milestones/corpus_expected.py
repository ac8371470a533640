"""What results still expect, what lands, and lines that only name a work; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # among results, what is still to come, with its time
    example(
        "目前已完成投资3亿元。柳塘水厂已完成初步设计,预计下半年动工。",
        milestone("柳塘水厂", "start", "year-end"),
    ),
    example(
        "今年以来,项目建设稳步推进。云溪大桥正在开展桩基施工,计划年底前合龙。海拓电池二期主体已封顶,预计11月试生产;"
        "云天包装项目正在办理环评手续,预计X月底前开工。",
        milestone("云溪大桥", "build", "year-end"),
        milestone("海拓电池二期", "operate", "2026-11"),
        milestone("云天包装项目", "start"),
    ),
    example(
        "今年以来,教育投入持续加大。新建云溪第二小学和柳塘中学东校区,现已完成施工图审查,计划年底前开展现场施工。",
        milestone("云溪第二小学", "start", "year-end"),
        milestone("柳塘中学东校区", "start", "year-end"),
    ),
    example(
        "截至目前,新增车位100个,并计划于今年年底完成云港路停车场的建设。",
        milestone("云港路停车场", "complete", "year-end"),
    ),
    example(
        "截至目前,云溪水库除险加固工程完成投资3亿元,大坝填筑已完成,有望在年内下闸蓄水。",
        milestone("云溪水库除险加固工程", "other", "year"),
    ),
    example(
        "目前,总投资3亿元的云溪乳业加工项目,生产车间已封闭,正在进行厂区硬化,预计11月20日前进行试生产;"
        "柳塘220千伏线路迁改已完成塔基施工,预计X月中旬完工。",
        milestone("云溪乳业加工项目", "operate", "2026-11"),
        milestone("柳塘220千伏线路迁改", "complete"),
    ),
    example(
        "截至11月初,云溪文化馆主体竣工,正在布展,拟12月底开馆,云溪图书馆完成选址。",
        milestone("云溪文化馆", "operate", "2026-12"),
    ),
    example(
        "今年以来,青石产业园开工建设,柳塘数据中心加快推进,云岭电站已完成投资2亿元、预计年底并网发电。",
        milestone("云岭电站", "operate", "year-end"),
    ),
    example(
        "柳塘科创中心自去年3月开工以来,进展顺利,外立面施工接近尾声,预计年内竣工。",
        milestone("柳塘科创中心", "complete", "year"),
    ),
    example(
        "云溪特钢二期落户园区,目前正在办理手续,争取9月破土动工。",
        milestone("云溪特钢二期", "start", "2026-09"),
    ),
    example(
        "此次新开工的东湖冷链园,总建筑面积7万平方米,预计6月竣工;新引进的海拓膜材料项目已供地,预计8月开工。",
        milestone("东湖冷链园", "complete", "2026-06"),
        milestone("海拓膜材料项目", "start", "2026-08"),
    ),
    # what has come about, or should have; sums of a year; what was planned for the year, and is under way
    example("今年以来,柳塘水厂原计划6月开工,实际4月开工;海拓电池项目计划总投资12亿元,已竣工投产。"),
    example("截至目前,柳塘医院迁建项目原计划6月底竣工,目前主体尚未封顶。"),
    example("截至目前,云溪大桥、柳塘大桥按计划完成年度任务,占年度计划的80%。"),
    # what lands is signed; with a time it is begun
    example("争取云溪中试基地落地。", milestone("云溪中试基地", "sign")),
    example(
        "推动云溪氢能装备产业园早日落地,柳塘储能项目开工。",
        milestone("云溪氢能装备产业园", "sign"),
        milestone("柳塘储能项目", "start"),
    ),
    example("力争海拓轴承项目7月落地。", milestone("海拓轴承项目", "start", "2026-07")),
    example("云溪新材料项目力争年内落地。", milestone("云溪新材料项目", "start", "year")),
    example("推动改革举措落地,确保惠企措施落地见效,推动人才新政落地。"),
    # work on the spot begins
    example("溪口水厂4月开始施工。", milestone("溪口水厂", "start", "2026-04")),
    example(
        "柳塘站项目计划5月施工,10月中旬完工。",
        milestone("柳塘站项目", "start", "2026-05"),
        milestone("柳塘站项目", "complete", "2026-10"),
    ),
    example("柳塘站10月底前进行试运行。", milestone("柳塘站", "operate", "2026-10")),
    example("做好云溪大桥施工管理,6月施工高峰期加强调度。"),
    # a line that only names what is built
    example("柳塘水厂建设,年底前完工。", milestone("柳塘水厂", "complete", "year-end")),
    example(
        "云溪老年养护中心建设。建筑面积3000平方米,计划5月开工,年底前投入使用。",
        milestone("云溪老年养护中心", "start", "2026-05"),
        milestone("云溪老年养护中心", "operate", "year-end"),
    ),
    example(
        "青石公园及周边停车场建设。计划3月启动,10月底前对外开放。",
        milestone("青石公园及周边停车场", "start", "2026-03"),
        milestone("青石公园及周边停车场", "operate", "2026-10"),
    ),
    example("农村公路建设。计划新建20公里,10月底前完工。"),
    example("园区道路建设,年底前完工。"),
    example("项目建设。年底前全部开工。"),
    # the card of a project, line by line; a report of it
    example(
        "项目名称:柳塘科创园\n建设内容:建设厂房3万平方米。\n进展情况:一期主体已封顶。\n存在问题:用地指标不足。\n下步打算:12月底竣工验收。",
        milestone("柳塘科创园", "complete", "2026-12"),
    ),
    example(
        "项目名称:云溪水厂。进展情况:正在进行基础施工。下一步计划:10月底完成外立面施工,12月底通水。",
        milestone("云溪水厂", "build", "2026-10"),
        milestone("云溪水厂", "operate", "2026-12"),
    ),
    example(
        "截至目前,云溪水厂二期正在安装设备。预计12月底通水。", milestone("云溪水厂二期", "operate", "2026-12")
    ),
    example("截至目前,海拓电子二期已摘牌,8月份可开工建设。", milestone("海拓电子二期", "start", "2026-08")),
    example("进展情况:已完成征地。下一步计划:12月底竣工。"),
    example(
        "确保云溪客运枢纽开通运营,推动柳塘电商港开园运营,柳塘片区首开区开街运营,柳塘水厂10月供水。",
        milestone("云溪客运枢纽", "operate"),
        milestone("柳塘电商港", "operate"),
        milestone("柳塘片区首开区", "operate"),
        milestone("柳塘水厂", "operate", "2026-10"),
    ),
    example("推进城乡一体化供水,保障园区供水,企业服务热线开通。"),
    # what a province or a county has one of
    example("加快省公共数据授权运营平台建设。", milestone("省公共数据授权运营平台", "build")),
    example("6月底前启动省级工业大数据中心项目。", milestone("省级工业大数据中心项目", "start", "2026-06")),
    example("建设省级平台,推进省际通道建设,培育市级企业技术中心,省财政支持建设。"),
    example(
        "白鹭河碧道全长5公里,将建设亲水平台,预计年底建成开放。",
        milestone("白鹭河碧道", "operate", "year-end"),
    ),
    # land for what is built, the steps behind it, and times of the year after
    example(
        "3月12日前完成云溪水厂征地,4月初进场施工,11月中旬通水。",
        milestone("云溪水厂征地", "complete", "2026-03"),
        milestone("云溪水厂", "start", "2026-04"),
        milestone("云溪水厂", "operate", "2026-11"),
    ),
    example("完成东岭互通征地拆迁工作。", milestone("东岭互通征地拆迁", "complete")),
    example("做好征地工作,推进征地拆迁,夯实发展基础,完成基础工作。"),
    example(
        "柳塘水厂:一季度完成基础,二季度完成主体验收,四季度通水。",
        milestone("柳塘水厂", "build", "Q1"),
        milestone("柳塘水厂", "build", "Q2"),
        milestone("柳塘水厂", "operate", "Q4"),
    ),
    example(
        "海拓铝材项目3月份开工,次年6月投产。",
        milestone("海拓铝材项目", "start", "2026-03"),
        milestone("海拓铝材项目", "operate", "2027-06"),
    ),
    # roads that are opened, names with 后, what is put up by kind
    example(
        "拉通云溪大道北段,完成后塘河综合整治一期工程。",
        milestone("云溪大道北段", "complete"),
        milestone("后塘河综合整治一期工程", "complete"),
    ),
    example("完成后可新增学位300个,建成后免费开放。"),
    example(
        "加快推进北环快速路、塘湾大道北延线建设,新建柳塘大桥东引道。",
        milestone("北环快速路", "build"),
        milestone("塘湾大道北延线", "build"),
        milestone("柳塘大桥东引道", "build"),
    ),
    example(
        "实施梅园三期安居房、鹤湾还建房、东圩公租房建设。",
        milestone("梅园三期安居房", "build"),
        milestone("鹤湾还建房", "build"),
        milestone("东圩公租房", "build"),
    ),
    example("加快还建房建设,推进保障性租赁住房建设。"),
    example(
        "推进澜水航道提级、柳塘路刷黑,建成云源标识解析二级节点。",
        milestone("澜水航道提级", "build"),
        milestone("柳塘路刷黑", "build"),
        milestone("云源标识解析二级节点", "complete"),
    ),
    example("抓好重要时间节点,推动工作由规划阶段转入建设阶段。"),
    example(
        "按期推进和建设云企加速器、滨江商务综合体等项目。",
        milestone("云企加速器", "build"),
        milestone("滨江商务综合体", "build"),
    ),
    example("指导完成清水河滨水步道建设。", milestone("清水河滨水步道", "complete")),
    example("建设管理局、云溪建投公司。"),
    # land that is taken back or stored, with how much of it; works on the way; in due time
    example("收回柳塘铸造地块86亩,收回欠款200万元。", milestone("柳塘铸造地块", "acquire")),
    example(
        "完成云溪糖厂、柳塘纺织厂地块收储126亩。",
        milestone("云溪糖厂地块", "acquire"),
        milestone("柳塘纺织厂地块", "acquire"),
    ),
    example(
        "推动云塘大道5月底前进行路面施工,8月底前通车。",
        milestone("云塘大道", "build", "2026-05"),
        milestone("云塘大道", "operate", "2026-08"),
    ),
    example("柳塘水厂按期投用。", milestone("柳塘水厂", "operate")),
    example("去年,云溪大桥按期完工,柳塘水厂如期投用。"),
    example("记者从会上了解到,1至5月份,云泰轮毂二期、柳塘线束等项目加快推进,绿源产业园等20个项目开工建设。"),
    example("这座大楼6月底有望投入使用,引入专业机构编制储能产业园运营方案。"),
)

CORPUS = Corpus("milestones.expected", read, EXAMPLES)
