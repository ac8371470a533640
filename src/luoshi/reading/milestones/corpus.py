"""What the milestones promise: projects, stages and times, every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones import reader


def read_example(item: Example) -> Sequence[Fact]:
    """The milestones of an example, taken as it stands."""
    return [facts.of_milestone(one) for one in reader.read(facts.as_body(item))]


EXAMPLES: tuple[Example, ...] = (
    example(
        "加快推进云溪大道北延、柳塘路改造、溪口110千伏变电站等配套工程建设。",
        milestone("云溪大道北延", "build"),
        milestone("柳塘路改造", "build"),
        milestone("溪口110千伏变电站", "build"),
    ),
    example(
        "确保凌云装备产业园、海拓电子二期等8个项目年底前竣工投产。",
        milestone("凌云装备产业园", "operate", "year-end"),
        milestone("海拓电子二期", "operate", "year-end"),
    ),
    example(
        "力促晶源半导体封测项目6月底前开工建设。",
        milestone("晶源半导体封测项目", "start", "2026-06"),
    ),
    example(
        "推动天衡新材料、迅驰物流等12个项目尽快开工。",
        milestone("天衡新材料", "start"),
        milestone("迅驰物流", "start"),
    ),
    example(
        "启动白鹭湖湿地公园、溪口污水处理厂扩建工程建设。",
        milestone("白鹭湖湿地公园", "start"),
        milestone("溪口污水处理厂扩建工程", "start"),
    ),
    example(
        "完成云溪高铁站站前广场、客运枢纽中心建设。",
        milestone("云溪高铁站站前广场", "complete"),
        milestone("客运枢纽中心", "complete"),
    ),
    example(
        "建成云溪中学新校区、柳塘小学,投用云溪人民医院东院区。",
        milestone("云溪中学新校区", "complete"),
        milestone("柳塘小学", "complete"),
        milestone("云溪人民医院东院区", "operate"),
    ),
    example(
        "谋划建设临溪至云溪快速通道、低空经济产业园。",
        milestone("临溪至云溪快速通道", "plan"),
        milestone("低空经济产业园", "plan"),
    ),
    example(
        "编制云溪新城控制性详细规划、综合交通专项规划。",
        milestone("云溪新城控制性详细规划", "plan"),
        milestone("综合交通专项规划", "plan"),
    ),
    example(
        "积极引进华锐光电显示模组项目、星河储能电池项目。",
        milestone("华锐光电显示模组项目", "sign"),
        milestone("星河储能电池项目", "sign"),
    ),
    example(
        "争创国家级绿色园区、省级知识产权示范园区。",
        milestone("国家级绿色园区", "other"),
        milestone("省级知识产权示范园区", "other"),
    ),
    example(
        "推进云溪科创中心二期、人才公寓等6个续建项目建设。",
        milestone("云溪科创中心二期", "build"),
        milestone("人才公寓", "build"),
    ),
    example(
        "收储原云溪化肥厂地块,重组云溪投资集团。",
        milestone("原云溪化肥厂地块", "acquire"),
        milestone("云溪投资集团", "acquire"),
    ),
    example(
        "实施溪口水库除险加固工程,确保汛前完工。",
        milestone("溪口水库除险加固工程", "build"),
        milestone("溪口水库除险加固工程", "complete"),
    ),
    example(
        "加快云溪智慧物流园建设,力争三季度投入运营。",
        milestone("云溪智慧物流园", "operate", "Q3"),
    ),
    example(
        "一季度签约鼎泰铜箔项目、年底前开工建设。",
        milestone("鼎泰铜箔项目", "sign", "Q1"),
        milestone("鼎泰铜箔项目", "start", "year-end"),
    ),
    example(
        "凌云装备、海拓电子等2个项目一季度签约、三季度开工建设。",
        milestone("凌云装备", "sign", "Q1"),
        milestone("凌云装备", "start", "Q3"),
        milestone("海拓电子", "sign", "Q1"),
        milestone("海拓电子", "start", "Q3"),
    ),
    example(
        "加快总投资30亿元的博远医药产业园建设,一期9月底前竣工,二期年内开工。",
        milestone("博远医药产业园", "build", investment="3000000000"),
        milestone("博远医药产业园一期", "complete", "2026-09"),
        milestone("博远医药产业园二期", "start", "year"),
    ),
    example(
        "推动云溪港作业区4月底前通航。",
        milestone("云溪港作业区", "operate", "2026-04"),
    ),
    example(
        "完成柳塘片区征迁,启动溪口片区棚改二期征迁。",
        milestone("柳塘片区征迁", "complete"),
        milestone("溪口片区棚改二期征迁", "start"),
    ),
    example(
        "确保5月底前建成云溪大桥,10月底前建成环湖路。",
        milestone("云溪大桥", "complete", "2026-05"),
        milestone("环湖路", "complete", "2026-10"),
    ),
    example(
        "新建云溪镇第二幼儿园,改扩建白鹭街道卫生服务中心。",
        milestone("云溪镇第二幼儿园", "build"),
        milestone("白鹭街道卫生服务中心", "build"),
    ),
    example(
        "高标准推进云溪科创走廊规划编制,完成国土空间总体规划报批。",
        milestone("云溪科创走廊规划", "plan"),
        milestone("国土空间总体规划", "plan"),
    ),
    example(
        "支持云溪经开区创建国家级高新技术产业开发区。",
        milestone("云溪经开区创建国家级高新技术产业开发区", "other"),
    ),
    example(
        "做好南北大街、临溪路等5条道路前期工作。",
        milestone("南北大街", "plan"),
        milestone("临溪路", "plan"),
    ),
    example(
        "设立首期规模10亿元的产业引导基金。",
        milestone("产业引导基金", "other", investment="1000000000"),
    ),
    example(
        "持续推进污水管网改造工程,实施雨污分流工程。",
        milestone("污水管网改造工程", "build"),
        milestone("雨污分流工程", "build"),
    ),
    example(
        "常态化开行云溪至宁波海铁联运班列。",
        milestone("云溪至宁波海铁联运班列", "operate"),
    ),
    example(
        "推动云溪智算中心建成投用,加快云溪数据港建设。",
        milestone("云溪智算中心", "operate"),
        milestone("云溪数据港", "build"),
    ),
    example(
        "确保海拓电子半导体材料项目实现达产,博远医药项目主体封顶。",
        milestone("海拓电子半导体材料项目", "operate"),
        milestone("博远医药项目", "build"),
    ),
    example(
        "抓好博远医药、星河储能等重点项目建设。",
        milestone("博远医药", "build"),
        milestone("星河储能", "build"),
    ),
    example(
        "确保云溪污水处理厂提标改造工程10月底前完工并投入使用。",
        milestone("云溪污水处理厂提标改造工程", "operate", "2026-10"),
    ),
    example(
        "启动新一轮国土空间规划编制,统筹生产生活生态布局。",
        milestone("新一轮国土空间规划", "plan"),
    ),
    example(
        "抓紧云溪电子产业园三期、溪口循环经济园污水处理厂等项目前期工作,力争上半年全面开工。",
        milestone("云溪电子产业园三期", "plan"),
        milestone("云溪电子产业园三期", "start", "2026-06"),
        milestone("溪口循环经济园污水处理厂", "plan"),
        milestone("溪口循环经济园污水处理厂", "start", "2026-06"),
    ),
    example(
        "推动博远医药二期4月份试生产、华锐光电模组线9月份量产。",
        milestone("博远医药二期", "operate", "2026-04"),
        milestone("华锐光电模组线", "operate", "2026-09"),
    ),
    example(
        "确保星河储能项目年内竣工、鼎泰铜箔项目年内投产。",
        milestone("星河储能项目", "complete", "year"),
        milestone("鼎泰铜箔项目", "operate", "year"),
    ),
    example(
        "加快云溪新能源产业园、溪口物流园、柳塘农产品加工园三个园区建设。",
        milestone("云溪新能源产业园", "build"),
        milestone("溪口物流园", "build"),
        milestone("柳塘农产品加工园", "build"),
    ),
    example(
        "重点推进总投资15亿元的华锐光电二期、总投资8亿元的博远医药扩建等项目建设。",
        milestone("华锐光电二期", "build"),
        milestone("博远医药扩建", "build"),
    ),
    example(
        "力争凌云装备二期3月底前开工,海拓电子、迅驰物流6月底前投产,溪口水厂年底前建成。",
        milestone("凌云装备二期", "start", "2026-03"),
        milestone("海拓电子", "operate", "2026-06"),
        milestone("迅驰物流", "operate", "2026-06"),
        milestone("溪口水厂", "complete", "year-end"),
    ),
    example(
        "全年新竣工凌云装备、海拓、晶源半导体等重点产业项目9个。",
        milestone("凌云装备", "complete", "year"),
        milestone("海拓", "complete", "year"),
        milestone("晶源半导体", "complete", "year"),
    ),
    example(
        "启动云溪高速项目建设,积极争取专项资金,力争年内开工建设。",
        milestone("云溪高速项目", "start", "year"),
    ),
    example(
        "溪口水厂,已完成选址,确保10月底建成通水。",
        milestone("溪口水厂", "operate", "2026-10"),
    ),
    example(
        "加快推进云柳城际全面开工建设。",
        milestone("云柳城际", "start"),
    ),
    example(
        "确保溪口污水处理厂二期建成运营、白鹭湖酒店投入使用。",
        milestone("溪口污水处理厂二期", "operate"),
        milestone("白鹭湖酒店", "operate"),
    ),
    example(
        "实施柳塘路改造提升工程,推进区托育服务中心建设,加快云溪机场项目前期工作。",
        milestone("柳塘路改造提升工程", "build"),
        milestone("区托育服务中心", "build"),
        milestone("云溪机场项目", "plan"),
    ),
    example(
        "溪口净水厂及配套管网工程计划在6月竣工。",
        milestone("溪口净水厂及配套管网工程", "complete", "2026-06"),
    ),
    example(
        "▶新建云溪第二小学、柳塘幼儿园。",
        milestone("云溪第二小学", "build"),
        milestone("柳塘幼儿园", "build"),
    ),
    example(
        "力促海拓电子、迅驰物流2个项目上半年全面达产。",
        milestone("海拓电子", "operate", "2026-06"),
        milestone("迅驰物流", "operate", "2026-06"),
    ),
    example("争创国家级经济技术开发区。", milestone("国家级经济技术开发区", "other")),
    # nothing promised
    example("成立新能源、装备制造2个招商小组。"),
    example("重点产业项目3月底前开工,征地手续6月底前完成。"),
    example("争创智能车间、5G工厂、标杆工厂7家。"),
    example("推动实施300个技改项目、120个民生项目。"),
    example("推动城市广场、特色街区、商务酒店等,培育服务经济。"),
    example("推进“美丽乡村”建设,实施产业提升工程等“四大工程”。"),
    example("抓实十大重点项目建设。"),
    example("打造营商环境高地,建设现代产业体系。"),
    example("加强重点项目建设,推进基础设施建设。"),
    example("提升园区承载能力,完善配套功能。"),
    example("推动主导产业集聚发展,培育一批龙头企业。"),
    example("兑现惠企承诺,优化审批流程。"),
    example("确保签约项目早开工、在建项目早竣工、竣工项目早投产。"),
    example("支持海拓电子、天衡新材料等企业做大做强。"),
    example("开工建设标准厂房三期10万平方米,建成邻里中心2个。"),
    example("加快建设金融服务中心等公共平台,引进金融、法律、会计等专业机构。"),
    example("推进5G、大数据中心、工业互联网等新型基础设施建设。"),
    example("推进智慧园区建设,完善水电路气配套设施。"),
    example("实施背街小巷改造,开展停车秩序整治。"),
    example("引进一批附加值高、关联度大的项目。"),
    example("建成全省一流开发区,打造重要增长极。"),
    example("优先保障重大项目用地需求,建立动态更新的项目库。"),
    example("推动产业链、创新链、资金链深度融合。"),
    example("深化放管服改革,推进政务服务标准化。"),
    example("坚持以党建引领发展,落实安全生产责任。"),
    example("2025年,建成云溪大桥,启动环湖路建设。"),
)  # fmt: skip

CORPUS = Corpus("milestones", read_example, EXAMPLES)
