"""What the quantities promise: names, rules, tables, past results and rarer ways of saying it."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import actual, target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_body(item))
    return [facts.of_quantity(one) for one in found]


EXAMPLES: tuple[Example, ...] = (
    example(
        "对现有68家规上企业逐户走访。",
        actual("现有规上企业逐户走访", "68", "家"),
    ),
    example(
        "做好“十五五”规划编制,谋划30个以上重大项目。",
        target("谋划重大项目", "30", "个", comparator="ge"),
    ),
    example(
        "力争开票销售突破千亿、税收超百亿。",
        target("开票销售", "1000", "亿元", comparator="gt", modality="strive"),
        target("税收", "100", "亿元", comparator="gt", modality="strive"),
    ),
    example(
        "预期目标是：税收收入比增6%，规上工业产值比增9%以上。",
        target("税收收入", "6", "%", basis="growth"),
        target("规上工业产值", "9", "%", basis="growth", comparator="ge"),
    ),
    example(
        "确保固定资产投资增长20%,力争30%。",
        target("固定资产投资", "20", "%", basis="growth", modality="ensure"),
        target("固定资产投资", "30", "%", basis="growth", modality="strive"),
    ),
    example(
        "努力实现规上工业总产值增长15%以上、力争突破500亿元。",
        target("规上工业总产值", "15", "%", basis="growth", comparator="ge", modality="strive"),
        target("规上工业总产值", "500", "亿元", comparator="gt", modality="strive"),
    ),
    example(
        "一般公共预算收入增长8%,力争10%。",
        target("一般公共预算收入", "8", "%", basis="growth"),
        target("一般公共预算收入", "10", "%", basis="growth", modality="strive"),
    ),
    example(
        "新引进项目不少于60个,其中:制造业项目40个,服务业项目20个。",
        target("新引进项目", "60", "个", comparator="ge"),
        target("制造业项目", "40", "个"),
        target("服务业项目", "20", "个"),
    ),
    example(
        "全年引进项目40个(其中亿元以上项目15个),到位资金60亿元(同比增长12%)。",
        target("引进项目", "40", "个", period="year"),
        target("引进亿元以上项目", "15", "个", period="year", conditions=("amount ge 100000000 元",)),
        target("到位资金", "60", "亿元", period="year"),
        target("到位资金", "12", "%", basis="growth", period="year"),
    ),
    example(
        "计划到2026年底,建成标准化厂房30万平方米以上,入驻企业50家。",
        target("建成标准化厂房", "30", "万平方米", comparator="ge", period="year-end"),
        target("入驻企业", "50", "家", period="year-end"),
    ),
    example(
        "9月底前完成土地平整500亩,12月底前新建道路3条、共8.6公里。",
        target("土地平整", "500", "亩", modality="ensure", period="2026-09"),
        target("新建道路", "3", "条", period="2026-12"),
        target("新建道路", "8.6", "公里", period="2026-12"),
    ),
    example(
        "一季度新开工项目15个,二季度新开工项目20个,三季度新开工项目18个。",
        target("新开工项目", "15", "个", period="Q1"),
        target("新开工项目", "20", "个", period="Q2"),
        target("新开工项目", "18", "个", period="Q3"),
    ),
    example(
        "各招商分局每季度至少引进1个5000万元以上项目。",
        target("引进5000万元以上项目", "1", "个", comparator="ge", period="per-quarter", conditions=("amount ge 50000000 元",)),
    ),
    example(
        "全年举办“企业家早餐会”12期、政银企对接4场次。",
        target("举办“企业家早餐会”", "12", "期", period="year"),
        target("举办政银企对接", "4", "场次", period="year"),
    ),
    example(
        "力争市场主体总量突破2万户,净增3000户以上,其中企业800户。",
        target("市场主体总量", "2", "万户", comparator="gt", modality="strive"),
        target("净增市场主体", "3000", "户", basis="increment", comparator="ge", modality="strive"),
        target("净增企业", "800", "户", basis="increment", modality="strive"),
    ),
    example(
        "单位工业增加值能耗下降3.5%左右,规上工业万元产值用水量下降5%。",
        target("单位工业增加值能耗", "3.5", "%", basis="reduction", comparator="approx"),
        target("规上工业万元产值用水量", "5", "%", basis="reduction"),
    ),
    example(
        "工程建设项目审批时限压缩到60个工作日以内,一般性企业投资项目不超过45天。",
        target("工程建设项目审批时限", "60", "工作日", comparator="le"),
        target("一般性企业投资项目", "45", "天", comparator="le"),
    ),
    example(
        "将企业开办时间压缩至0.5个工作日内。",
        target("企业开办时间", "0.5", "工作日", comparator="le"),
    ),
    example(
        "不动产登记3个工作日内办结。",
        target("不动产登记办结", "3", "工作日", comparator="le"),
    ),
    example(
        "全市新增高新技术企业100家以上,我区不少于12家。",
        target("全市新增高新技术企业", "100", "家", basis="increment", comparator="ge"),
        target("全市新增高新技术企业", "12", "家", basis="increment", comparator="ge"),
    ),
    example(
        "完成高标准农田建设2.5万亩,粮食产量稳定在15万吨以上。",
        target("高标准农田建设", "2.5", "万亩", modality="ensure"),
        target("粮食产量", "15", "万吨", comparator="ge"),
    ),
    example(
        "培育农业产业化龙头企业国家级1家、省级3家、市级8家。",
        target("培育农业产业化龙头企业国家级", "1", "家"),
        target("培育农业产业化龙头企业省级", "3", "家"),
        target("培育农业产业化龙头企业市级", "8", "家"),
    ),
    example(
        "争创国家级绿色工厂1家、省级智能工厂2家、数字化车间5个。",
        target("争创国家级绿色工厂", "1", "家", modality="strive"),
        target("争创省级智能工厂", "2", "家", modality="strive"),
        target("争创数字化车间", "5", "个", modality="strive"),
    ),
    example(
        "新增上云企业200家,其中星级上云企业20家。",
        target("新增上云企业", "200", "家", basis="increment"),
        target("新增星级上云企业", "20", "家", basis="increment"),
    ),
    example(
        "推进1200户棚户区改造,竣工交付安置房2400套。",
        target("棚户区改造", "1200", "户"),
        target("竣工交付安置房", "2400", "套"),
    ),
    example(
        "筹措资金3亿元,实施老旧小区改造28个,加装电梯50部。",
        target("筹措资金", "3", "亿元"),
        target("实施老旧小区改造", "28", "个"),
        target("加装电梯", "50", "部"),
    ),
    example(
        "建成充电站6座、充电桩120个,开通公交线路2条。",
        target("建成充电站", "6", "座"),
        target("建成充电桩", "120", "个"),
        target("开通公交线路", "2", "条"),
    ),
    example(
        "中国·云溪国际光电产业博览会签约项目30个以上。",
        target("中国·云溪国际光电产业博览会签约项目", "30", "个", comparator="ge"),
    ),
    example(
        "全年接待游客超过500万人次,旅游综合收入增长15%。",
        target("接待游客", "500", "万人次", comparator="gt", period="year"),
        target("旅游综合收入", "15", "%", basis="growth", period="year"),
    ),
    example(
        "2026年,全区经济社会发展的主要预期目标是:地区生产总值增长7%左右,规上工业增加值增长8.5%,固定资产投资增长10%,一般公共预算收入增长6%,居民人均可支配收入增长7%左右。",
        target("地区生产总值", "7", "%", basis="growth", comparator="approx", period="year"),
        target("规上工业增加值", "8.5", "%", basis="growth", period="year"),
        target("固定资产投资", "10", "%", basis="growth", period="year"),
        target("一般公共预算收入", "6", "%", basis="growth", period="year"),
        target("居民人均可支配收入", "7", "%", basis="growth", comparator="approx", period="year"),
    ),
    example(
        "到2027年,培育形成2个以上百亿级产业集群,规上工业企业达到150家。",
        target("培育形成百亿级产业集群", "2", "个", comparator="ge", period="2027", conditions=("amount ge 10000000000 元",)),
        target("规上工业企业", "150", "家", comparator="ge", period="2027"),
    ),
    example(
        "新增规上企业10家以上。(责任单位:经济发展局、企业服务局)",
        target("新增规上企业", "10", "家", basis="increment", comparator="ge", actors=("经济发展局", "企业服务局")),
    ),
    example(
        "力争全年引进项目30个(招商局牵头,规划建设局配合)。",
        target("引进项目", "30", "个", modality="strive", period="year", actors=("招商局", "规划建设局")),
    ),
    example(
        "完成固定资产投资80亿元。责任单位:规划建设局",
        target("固定资产投资", "80", "亿元", modality="ensure", actors=("规划建设局",)),
    ),
    example(
        "指标\t单位\t目标\t责任单位\t完成时限\n规上工业总产值\t亿元\t120\t经济发展局\t全年\n新引进亿元以上项目\t个\t≥25\t招商局\t12月底前\n实际利用外资\t万美元\t5000\t招商局\t年底前",
        target("规上工业总产值", "120", "亿元", period="year", actors=("经济发展局",)),
        target("新引进亿元以上项目", "25", "个", comparator="ge", period="2026-12", actors=("招商局",)),
        target("实际利用外资", "5000", "万美元", period="year-end", actors=("招商局",)),
    ),
    example(
        "序号\t指标名称\t2026年目标\t牵头单位\n1\t固定资产投资增速\t12%\t规划建设局\n2\t高新技术企业\t达到80家以上\t科技创新局\n3\t城镇登记失业率(%)\t4.5\t社会事业局",
        target("固定资产投资", "12", "%", basis="growth", period="year", actors=("规划建设局",)),
        target("高新技术企业", "80", "家", comparator="ge", period="year", actors=("科技创新局",)),
        target("城镇登记失业率", "4.5", "%", period="year", actors=("社会事业局",)),
    ),
    example(
        "力争实现规上工业总产值一百二十亿元,净增规上企业二十家。",
        target("规上工业总产值", "120", "亿元", modality="strive"),
        target("净增规上企业", "20", "家", basis="increment", modality="strive"),
    ),
    example(
        "新建小学两所,改造提升公园三座。",
        target("新建小学", "2", "所"),
        target("改造提升公园", "3", "座"),
    ),
    example(
        "引进院士团队3-5个,培育创新型中小企业10至15家。",
        target("引进院士团队", "3", "个", high="5", comparator="range"),
        target("培育创新型中小企业", "10", "家", high="15", comparator="range"),
    ),
    example(
        "亩均税收达到20万元/亩以上。",
        target("亩均税收", "20", "万元/亩", comparator="ge"),
    ),
    example(
        "全年完成技改投资约15亿元,占工业投资的比重达到40%。",
        target("技改投资", "15", "亿元", comparator="approx", modality="ensure", period="year"),
        target("技改投资占工业投资的比重", "40", "%", comparator="ge", period="year"),
    ),
    example(
        "群众满意率保持在九成以上。",
        target("群众满意率", "9", "成", comparator="ge"),
    ),
    example(
        "战略性新兴产业产值占比提高到百分之三十五。",
        target("战略性新兴产业产值占比", "35", "%", comparator="ge"),
    ),
    example(
        "规上工业企业研发投入强度提高0.5个百分点。",
        target("规上工业企业研发投入强度", "0.5", "个百分点", basis="increment"),
    ),
    example(
        "力争产值翻一番、税收增长1.5倍。",
        target("产值", "1", "番", basis="growth", modality="strive"),
        target("税收", "1.5", "倍", basis="growth", modality="strive"),
    ),
    example(
        "力争新签约项目总投资突破300亿元。",
        target("新签约项目总投资", "300", "亿元", comparator="gt", modality="strive"),
    ),
    example(
        "招引总投资20亿元以上项目2个,总投资10亿元以上项目5个,总投资1亿元以上项目30个。",
        target("招引总投资20亿元以上项目", "2", "个", conditions=("amount ge 2000000000 元",)),
        target("总投资10亿元以上项目", "5", "个", conditions=("amount ge 1000000000 元",)),
        target("总投资1亿元以上项目", "30", "个", conditions=("amount ge 100000000 元",)),
    ),
    example(
        "推动10家企业开展数字化改造,完成5个智能车间建设。",
        target("企业开展数字化改造", "10", "家"),
        target("智能车间建设", "5", "个", modality="ensure"),
    ),
    example(
        "引进、培育高层次人才50名。",
        target("引进、培育高层次人才", "50", "名"),
    ),
    example(
        "全年开展安全生产检查600家次,整改隐患1000处以上,隐患整改率100%。",
        target("开展安全生产检查", "600", "家次", period="year"),
        target("整改隐患", "1000", "处", comparator="ge", period="year"),
        target("隐患整改率", "100", "%", period="year"),
    ),
    example(
        "12345热线办结率达到98%以上,群众满意率达到95%以上。",
        target("12345热线办结率", "98", "%", comparator="ge"),
        target("群众满意率", "95", "%", comparator="ge"),
    ),
    example(
        "建设用地供应量不少于1500亩,其中工业用地800亩、商住用地400亩。",
        target("建设用地供应量", "1500", "亩", comparator="ge"),
        target("工业用地", "800", "亩"),
        target("商住用地", "400", "亩"),
    ),
    example(
        "溪口村集体经济收入突破100万元。",
        target("溪口村集体经济收入", "100", "万元", comparator="gt"),
    ),
    example(
        "力争外贸进出口总额达到15亿美元,跨境电商交易额增长30%。",
        target("外贸进出口总额", "15", "亿美元", comparator="ge", modality="strive"),
        target("跨境电商交易额", "30", "%", basis="growth", modality="strive"),
    ),
    example(
        "新增发明专利授权100件,每万人口高价值发明专利拥有量达到12件。",
        target("新增发明专利授权", "100", "件", basis="increment"),
        target("每万人口高价值发明专利拥有量", "12", "件", comparator="ge"),
    ),
    example(
        "争取引进世界500强企业1家、行业龙头企业3家。",
        target("引进世界500强企业", "1", "家", modality="strive"),
        target("引进行业龙头企业", "3", "家", modality="strive"),
    ),
    example(
        "统筹推进38个重点项目建设,确保完成年度投资90亿元。",
        target("重点项目建设", "38", "个"),
        target("重点项目建设完成投资", "90", "亿元", modality="ensure", period="year"),
    ),
    example(
        "确保全年规上工业增加值增长9%,力争突破10%。",
        target("规上工业增加值", "9", "%", basis="growth", modality="ensure", period="year"),
        target("规上工业增加值", "10", "%", basis="growth", comparator="gt", modality="strive", period="year"),
    ),
    example(
        "新建及改造高标准农田1万亩。",
        target("新建及改造高标准农田", "1", "万亩"),
    ),
    example(
        "推进“个转企”200户、“小升规”15户。",
        target("推进“个转企”", "200", "户"),
        target("小升规", "15", "户"),
    ),
    example(
        "力争年内上市企业达到3家,新三板挂牌企业2家。",
        target("上市企业", "3", "家", comparator="ge", modality="strive", period="year"),
        target("新三板挂牌企业", "2", "家", modality="strive", period="year"),
    ),
    example(
        "全年组织企业家培训不少于4期、200人次。",
        target("组织企业家培训", "4", "期", comparator="ge", period="year"),
        target("组织企业家培训", "200", "人次", period="year"),
    ),
    example(
        "力争工业技改投资占比超过35%,制造业投资增长15%以上。",
        target("工业技改投资占比", "35", "%", comparator="gt", modality="strive"),
        target("制造业投资", "15", "%", basis="growth", comparator="ge", modality="strive"),
    ),
    example(
        "加快建设6万平方米科创孵化中心,新增孵化企业30家。",
        target("新增孵化企业", "30", "家", basis="increment"),
    ),
    example(
        "单位GDP能耗累计降低13.5%。",
        target("单位GDP能耗", "13.5", "%", basis="reduction"),
    ),
    example(
        "城区污水集中处理率、生活垃圾无害化处理率分别达到97%、100%。",
        target("城区污水集中处理率", "97", "%", comparator="ge"),
        target("生活垃圾无害化处理率", "100", "%", comparator="ge"),
    ),
    example(
        "规上工业增加值、固定资产投资分别增长8%和12%。",
        target("规上工业增加值", "8", "%", basis="growth"),
        target("固定资产投资", "12", "%", basis="growth"),
    ),
    example(
        "推动存量企业“零地技改”,盘活闲置厂房8万平方米、低效用地600亩。",
        target("盘活闲置厂房", "8", "万平方米"),
        target("盘活低效用地", "600", "亩"),
    ),
    example(
        "坚决完成土地征收2000亩、房屋征迁500户的任务。",
        target("土地征收", "2000", "亩", modality="ensure"),
        target("房屋征迁", "500", "户", modality="ensure"),
    ),
    example(
        "1至6月完成投资20亿元,全年完成投资45亿元。",
        target("完成投资", "20", "亿元", modality="ensure", period="2026-06"),
        target("完成投资", "45", "亿元", modality="ensure", period="year"),
    ),
    example(
        "去年新增规上企业12家,今年力争新增15家。",
        actual("新增规上企业", "12", "家", basis="increment", period="2025"),
        target("新增规上企业", "15", "家", basis="increment", modality="strive", period="year"),
    ),
    example(
        "过去一年,引进项目40个,到位资金60亿元。",
        actual("引进项目", "40", "个", period="2025"),
        actual("到位资金", "60", "亿元", period="2025"),
    ),
    example(
        "已累计培育高新技术企业65家。",
        actual("培育高新技术企业", "65", "家"),
    ),
    example(
        "目前,园区入驻企业230家,从业人员1.8万人。",
        actual("园区入驻企业", "230", "家"),
        actual("从业人员", "1.8", "万人"),
    ),
    example(
        "2025年实现税收12亿元,2026年力争达到15亿元。",
        actual("税收", "12", "亿元", period="2025"),
        target("税收", "15", "亿元", comparator="ge", modality="strive", period="year"),
    ),
    # nothing promised
    example("围绕“一核两带三组团”布局,落实“2+3”现代产业体系。"),
    example("对年纳税500万元以上的企业给予50万元奖励。"),
    example("依托G72高速和220千伏变电站,打造临港物流枢纽。"),
    example("年产5万吨高端铝材项目、日处理3万吨污水处理厂加快建设。"),
    example("投资120亿元的新能源电池项目落户园区。"),
    example("每周召开1次调度会,每月通报1次进展。"),
    example("按照不低于10%的比例安排预备费。"),
    example("推行“一次办好”,实现政务服务“24小时不打烊”。"),
    example("重点抓好五个方面工作,突出六大行动。"),
    example("世界500强企业、中国民企500强来区考察。"),
    example("我区位列全省前10名,力争进入全国百强。"),
    example("实施“千人计划”和“百企技改”工程。"),
    example("根据云政发〔2026〕5号文件要求,联系电话0551-1234567。"),
    example("严格落实“三同时”“四不两直”制度,开展第三次土地调查。"),
    example("2025年12月20日前报送材料。"),
    example("企业用工超过500人的,按每人1000元标准补贴。"),
    example("坚持一个项目、一张清单、一抓到底。"),
    example("每名县级领导包联2个重点项目。"),
)  # fmt: skip

CORPUS = Corpus("quantities, forms", _read, EXAMPLES)
