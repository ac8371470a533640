"""What the quantities promise: the ordinary sentences of a plan, every one invented."""

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
        "(一)聚力招大引强。全年新签约亿元以上项目30个,其中10亿元以上5个、50亿元以上1个,新开工亿元以上项目20个、竣工15个、投产10个。主要负责同志每月外出招商不少于2次,每季度至少举办1次专题推介会。",
        target("新签约亿元以上项目", "30", "个", period="year", conditions=("amount ge 100000000 元",)),
        target("新签约10亿元以上项目", "5", "个", period="year", conditions=("amount ge 1000000000 元",)),
        target("新签约50亿元以上项目", "1", "个", period="year", conditions=("amount ge 5000000000 元",)),
        target("新开工亿元以上项目", "20", "个", period="year", conditions=("amount ge 100000000 元",)),
        target("竣工亿元以上项目", "15", "个", period="year"),
        target("投产亿元以上项目", "10", "个", period="year"),
        target("主要负责同志每月外出招商", "2", "次", comparator="ge", period="per-month"),
        target("举办专题推介会", "1", "次", comparator="ge", period="per-quarter"),
    ),
    example(
        "(二)壮大主体。净增规上工业企业12家,总数突破120家;培育国家级专精特新“小巨人”企业2家、省级专精特新中小企业10家,创新型中小企业30家。高新技术企业保有量达到85家以上。",
        target("净增规上工业企业", "12", "家", basis="increment"),
        target("规上工业企业总数", "120", "家", comparator="gt"),
        target("培育国家级专精特新“小巨人”企业", "2", "家"),
        target("培育省级专精特新中小企业", "10", "家"),
        target("创新型中小企业", "30", "家"),
        target("高新技术企业保有量", "85", "家", comparator="ge"),
    ),
    example(
        "(三)要素保障。收储土地1200亩,出让工业用地600亩以上,盘活低效用地400亩、闲置厂房6万平方米。新建标准厂房20万平方米,建成投用10万平方米。",
        target("收储土地", "1200", "亩"),
        target("出让工业用地", "600", "亩", comparator="ge"),
        target("盘活低效用地", "400", "亩"),
        target("盘活闲置厂房", "6", "万平方米"),
        target("新建标准厂房", "20", "万平方米"),
        target("建成投用标准厂房", "10", "万平方米"),
    ),
    example(
        "(四)环境质量。空气质量优良天数比例达到85%以上,PM2.5平均浓度控制在35微克/立方米以下,单位GDP能耗下降3%。",
        target("空气质量优良天数比例", "85", "%", comparator="ge"),
        target("PM2.5平均浓度", "35", "微克/立方米", comparator="le"),
        target("单位GDP能耗", "3", "%", basis="reduction"),
    ),
    example(
        "(五)民生。城镇新增就业5000人,城镇登记失业率控制在4.5%以内,城镇和农村居民人均可支配收入分别增长6%和7%。",
        target("城镇新增就业", "5000", "人", basis="increment"),
        target("城镇登记失业率", "4.5", "%", comparator="le"),
        target("城镇居民人均可支配收入", "6", "%", basis="growth"),
        target("农村居民人均可支配收入", "7", "%", basis="growth"),
    ),
    example(
        "一季度完成固定资产投资10亿元,上半年完成25亿元,年底前完成60亿元。",
        target("固定资产投资", "10", "亿元", modality="ensure", period="Q1"),
        target("固定资产投资", "25", "亿元", modality="ensure", period="2026-06"),
        target("固定资产投资", "60", "亿元", modality="ensure", period="year-end"),
    ),
    example(
        "规上工业增加值增速保持在9%以上,高于全市平均水平2个百分点。",
        target("规上工业增加值", "9", "%", basis="growth", comparator="ge"),
        target("规上工业增加值高于全市平均水平", "2", "个百分点"),
    ),
    example(
        "实施重点项目120个,总投资800亿元,年度计划投资200亿元。",
        target("实施重点项目", "120", "个"),
        target("重点项目投资", "200", "亿元", period="year"),
    ),
    example(
        "计划安排专项资金5000万元,用于支持企业技术改造。",
        target("专项资金", "5000", "万元"),
    ),
    example(
        "工业用电量增长8%,亩均税收提高到15万元/亩,提高5%。",
        target("工业用电量", "8", "%", basis="growth"),
        target("亩均税收", "15", "万元/亩", comparator="ge"),
        target("亩均税收", "5", "%", basis="growth"),
    ),
    example(
        "力争到2028年,园区营业收入突破千亿元,税收达到30亿元。",
        target("园区营业收入", "1000", "亿元", comparator="gt", modality="strive", period="2028"),
        target("税收", "30", "亿元", comparator="ge", modality="strive", period="2028"),
    ),
    example(
        "新能源产业产值增长20%以上,达到150亿元。",
        target("新能源产业产值", "20", "%", basis="growth", comparator="ge"),
        target("新能源产业产值", "150", "亿元", comparator="ge"),
    ),
    example(
        "审批时限压减50%以上,政务服务事项网办率达98%,群众满意度不低于95%。",
        target("审批时限", "50", "%", basis="reduction", comparator="ge"),
        target("政务服务事项网办率", "98", "%", comparator="ge"),
        target("群众满意度", "95", "%", comparator="ge"),
    ),
    example(
        "一般工业项目从拿地到开工不超过60个工作日。",
        target("一般工业项目从拿地到开工", "60", "工作日", comparator="le"),
    ),
    example(
        "云溪镇完成投资5亿元,白鹭街道完成投资3亿元。",
        target("云溪镇完成投资", "5", "亿元", modality="ensure", scope="云溪镇"),
        target("白鹭街道完成投资", "3", "亿元", modality="ensure", scope="白鹭街道"),
    ),
    example(
        "对新认定的高新技术企业一次性奖励20万元,兑现奖补资金3000万元。",
        target("兑现奖补资金", "3000", "万元"),
    ),
    example(
        "深化“5+3”产业体系,打造3个百亿级产业集群,培育5家产值超50亿元的龙头企业。",
        target("打造百亿级产业集群", "3", "个", conditions=("amount ge 10000000000 元",)),
        target("培育产值超50亿元的龙头企业", "5", "家", conditions=("output gt 5000000000 元",)),
    ),
    example(
        "全力服务120家外贸企业稳订单。现有规上企业86家。",
        actual("服务外贸企业稳订单", "120", "家"),
        actual("现有规上企业", "86", "家"),
    ),
    example(
        "2025年,全区完成地区生产总值320亿元,增长7.5%;规上工业增加值增长9%。预计全年完成固定资产投资150亿元。",
        actual("地区生产总值", "320", "亿元", period="2025"),
        actual("地区生产总值", "7.5", "%", basis="growth", period="2025"),
        actual("规上工业增加值", "9", "%", basis="growth", period="2025"),
        actual("固定资产投资", "150", "亿元", period="year"),
    ),
    example(
        "推动天衡新材料二期、迅驰物流等12个项目6月底前开工,确保凌云装备、海拓电子等8个项目年底前竣工投产。",
        target("项目开工", "12", "个", period="2026-06", names=("天衡新材料二期", "迅驰物流")),
        target("项目竣工投产", "8", "个", modality="ensure", period="year-end", names=("凌云装备", "海拓电子")),
    ),
    example(
        "完成云溪大道北延、柳塘路改造等6条道路建设,改造老旧小区15个、惠及居民3000户。",
        target("道路建设", "6", "条", modality="ensure", names=("云溪大道北延", "柳塘路改造")),
        target("改造老旧小区", "15", "个"),
    ),
    example(
        "组织不少于10场银企对接活动,帮助企业融资30亿元以上。",
        target("银企对接活动", "10", "场", comparator="ge"),
        target("帮助企业融资", "30", "亿元", comparator="ge"),
    ),
    example(
        "引进博士以上高层次人才20名,柔性引才50人次。",
        target("引进博士以上高层次人才", "20", "名"),
        target("柔性引才", "50", "人次"),
    ),
    example(
        "全年争取上级资金8亿元,发行专项债券12亿元。",
        target("上级资金", "8", "亿元", modality="strive", period="year"),
        target("发行专项债券", "12", "亿元", period="year"),
    ),
    example(
        "建设5G基站200个,新增充电桩500个。",
        target("建设5G基站", "200", "个"),
        target("新增充电桩", "500", "个", basis="increment"),
    ),
    example(
        "力争新增国家级孵化器1家、省级众创空间2家,技术合同成交额突破10亿元。",
        target("新增国家级孵化器", "1", "家", basis="increment", modality="strive"),
        target("新增省级众创空间", "2", "家", basis="increment", modality="strive"),
        target("技术合同成交额", "10", "亿元", comparator="gt", modality="strive"),
    ),
    example(
        "完成技改投资25亿元左右,增长10%左右。",
        target("技改投资", "25", "亿元", comparator="approx", modality="ensure"),
        target("技改投资", "10", "%", basis="growth", comparator="approx"),
    ),
    example(
        "社会消费品零售总额增长8%左右,外贸进出口总额增长10%,实际利用外资5000万美元。",
        target("社会消费品零售总额", "8", "%", basis="growth", comparator="approx"),
        target("外贸进出口总额", "10", "%", basis="growth"),
        target("实际利用外资", "5000", "万美元"),
    ),
    example(
        "R&D经费支出占GDP比重达到3.2%。",
        target("R&D经费支出占GDP比重", "3.2", "%", comparator="ge"),
    ),
    example(
        "1.全年新签约亿元以上项目30个,其中10亿元以上5个、50亿元以上1个;每季度至少举办1次专题推介会。",
        target("新签约亿元以上项目", "30", "个", period="year", conditions=("amount ge 100000000 元",)),
        target("新签约10亿元以上项目", "5", "个", period="year", conditions=("amount ge 1000000000 元",)),
        target("新签约50亿元以上项目", "1", "个", period="year", conditions=("amount ge 5000000000 元",)),
        target("举办专题推介会", "1", "次", comparator="ge", period="per-quarter"),
    ),
    example(
        "净增规上工业企业12家,总数突破120家。盘活低效用地400亩、闲置厂房6万平方米。新建标准厂房20万平方米,建成投用10万平方米。规上工业增加值增速保持在9%以上,高于全市平均水平2个百分点。",
        target("净增规上工业企业", "12", "家", basis="increment"),
        target("规上工业企业总数", "120", "家", comparator="gt"),
        target("盘活低效用地", "400", "亩"),
        target("盘活闲置厂房", "6", "万平方米"),
        target("新建标准厂房", "20", "万平方米"),
        target("建成投用标准厂房", "10", "万平方米"),
        target("规上工业增加值", "9", "%", basis="growth", comparator="ge"),
        target("规上工业增加值高于全市平均水平", "2", "个百分点"),
    ),
    example(
        "城镇新增就业5000人。实施重点项目120个,年度计划投资200亿元。",
        target("城镇新增就业", "5000", "人", basis="increment"),
        target("实施重点项目", "120", "个"),
        target("重点项目投资", "200", "亿元", period="year"),
    ),
    example(
        "力争全年引进市外资金突破80亿元、同比增长12%,其中省外资金60亿元。",
        target("引进市外资金", "80", "亿元", comparator="gt", modality="strive", period="year"),
        target("引进市外资金", "12", "%", basis="growth", modality="strive", period="year"),
        target("引进省外资金", "60", "亿元", modality="strive", period="year"),
    ),
    example(
        "建成区面积扩大到15平方公里,新增绿化面积20万平方米,新改建农村公路30公里。",
        target("建成区面积", "15", "平方公里", comparator="ge"),
        target("新增绿化面积", "20", "万平方米", basis="increment"),
        target("新改建农村公路", "30", "公里"),
    ),
    example(
        "全年规模工业企业突破百家,税收过千万元企业达到15家,过亿元企业达到3家。",
        target("规模工业企业", "100", "家", comparator="gt", period="year"),
        target("税收过千万元企业", "15", "家", comparator="ge", period="year", conditions=("tax gt 10000000 元",)),
        target("过亿元企业", "3", "家", comparator="ge", period="year", conditions=("amount gt 100000000 元",)),
    ),
    example(
        "建立“一个项目、一名领导、一套班子”机制,成立五个招商小组,组建3支驻外招商小分队,派驻10名干部。",
        target("成立招商小组", "5", "个"),
        target("组建驻外招商小分队", "3", "支"),
        target("派驻干部", "10", "名"),
    ),
    example(
        "完成农村危房改造60户,新建改建农村厕所1200座,建设美丽乡村示范点5个。",
        target("农村危房改造", "60", "户", modality="ensure"),
        target("新建改建农村厕所", "1200", "座"),
        target("建设美丽乡村示范点", "5", "个"),
    ),
    example(
        "争取中央预算内资金2亿元以上、专项债券资金5亿元以上。",
        target("中央预算内资金", "2", "亿元", comparator="ge", modality="strive"),
        target("专项债券资金", "5", "亿元", comparator="ge", modality="strive"),
    ),
    example(
        "力争新认定省级企业技术中心3家、工程研究中心2家,有效发明专利拥有量达到300件,万人发明专利拥有量超过20件。",
        target("新认定省级企业技术中心", "3", "家", basis="increment", modality="strive"),
        target("新认定工程研究中心", "2", "家", basis="increment", modality="strive"),
        target("有效发明专利拥有量", "300", "件", comparator="ge", modality="strive"),
        target("万人发明专利拥有量", "20", "件", comparator="gt", modality="strive"),
    ),
    example(
        "推动企业上市,力争1家企业主板上市、2家企业新三板挂牌。",
        target("企业主板上市", "1", "家", modality="strive"),
        target("企业新三板挂牌", "2", "家", modality="strive"),
    ),
    example(
        "培育10亿元以上企业5家、亿元以上企业30家。",
        target("培育10亿元以上企业", "5", "家", conditions=("amount ge 1000000000 元",)),
        target("培育亿元以上企业", "30", "家", conditions=("amount ge 100000000 元",)),
    ),
    example(
        "确保全年实现营业收入1200亿元、工业总产值900亿元、税收45亿元,分别增长10%、12%和8%。",
        target("营业收入", "1200", "亿元", modality="ensure", period="year"),
        target("工业总产值", "900", "亿元", modality="ensure", period="year"),
        target("税收", "45", "亿元", modality="ensure", period="year"),
        target("营业收入", "10", "%", basis="growth", modality="ensure", period="year"),
        target("工业总产值", "12", "%", basis="growth", modality="ensure", period="year"),
        target("税收", "8", "%", basis="growth", modality="ensure", period="year"),
    ),
    example(
        "化解政府隐性债务3.5亿元,清理拖欠账款8000万元,资产负债率控制在60%以内。",
        target("化解政府隐性债务", "3.5", "亿元"),
        target("清理拖欠账款", "8000", "万元"),
        target("资产负债率", "60", "%", comparator="le"),
    ),
    example(
        "办理人大代表建议、政协委员提案100%按时办结。",
        target("办理人大代表建议、政协委员提案", "100", "%"),
    ),
    example(
        "开工建设人才公寓800套,建成保障性住房1500套,分配入住率达到90%以上。",
        target("开工建设人才公寓", "800", "套"),
        target("建成保障性住房", "1500", "套"),
        target("分配入住率", "90", "%", comparator="ge"),
    ),
    example(
        "全年组织招商推介活动20场次以上,外出招商100批次,接待客商300人次,签约项目50个,协议引资150亿元。",
        target("组织招商推介活动", "20", "场次", comparator="ge", period="year"),
        target("外出招商", "100", "批次", period="year"),
        target("接待客商", "300", "人次", period="year"),
        target("签约项目", "50", "个", period="year"),
        target("协议引资", "150", "亿元", period="year"),
    ),
    example(
        "重点监测30家骨干企业,对产值下降10%以上的企业开展走访。",
        target("监测骨干企业", "30", "家"),
    ),
    example(
        "完成投资12亿元,占年度计划的60%。",
        target("完成投资", "12", "亿元", modality="ensure"),
    ),
    example(
        "园区绿化覆盖率提高3个百分点,达到38%。",
        target("园区绿化覆盖率", "3", "个百分点", basis="increment"),
        target("园区绿化覆盖率", "38", "%", comparator="ge"),
    ),
    example(
        "工业固废综合利用率提高到75%,万元工业增加值用水量下降5%以上。",
        target("工业固废综合利用率", "75", "%", comparator="ge"),
        target("万元工业增加值用水量", "5", "%", basis="reduction", comparator="ge"),
    ),
    example(
        "新增规上工业企业15户以上、限上商贸企业20户以上、规上服务业企业8户以上、资质以内建筑业企业3户。",
        target("新增规上工业企业", "15", "户", basis="increment", comparator="ge"),
        target("新增限上商贸企业", "20", "户", basis="increment", comparator="ge"),
        target("新增规上服务业企业", "8", "户", basis="increment", comparator="ge"),
        target("新增资质以内建筑业企业", "3", "户", basis="increment"),
    ),
    example(
        "到年底,入园企业达到200家左右,从业人员超过3万人。",
        target("入园企业", "200", "家", comparator="approx", period="year-end"),
        target("从业人员", "3", "万人", comparator="gt", period="year-end"),
    ),
    example(
        "全面完成300公里通村公路硬化任务,新增蔬菜大棚2000亩。",
        target("通村公路硬化", "300", "公里", modality="ensure"),
        target("新增蔬菜大棚", "2000", "亩", basis="increment"),
    ),
    example(
        "推动产业集聚,力争产值过百亿元企业达到2家,形成1个千亿级、2个五百亿级产业集群。",
        target("产值过百亿元企业", "2", "家", comparator="ge", modality="strive", conditions=("output gt 10000000000 元",)),
        target("形成千亿级产业集群", "1", "个", modality="strive", conditions=("amount ge 100000000000 元",)),
        target("形成五百亿级产业集群", "2", "个", modality="strive"),
    ),
    example(
        "发放创业担保贷款1亿元,开展职业技能培训3000人次,带动就业2000人以上。",
        target("发放创业担保贷款", "1", "亿元"),
        target("开展职业技能培训", "3000", "人次"),
        target("带动就业", "2000", "人", comparator="ge"),
    ),
    example(
        "全年安排市级重点项目86个、总投资620亿元,年度投资160亿元;其中新开工项目40个、续建项目46个。",
        target("市级重点项目", "86", "个", period="year"),
        target("市级重点项目投资", "160", "亿元", period="year"),
        target("新开工项目", "40", "个", period="year"),
        target("续建项目", "46", "个", period="year"),
    ),
    # nothing promised
    example("确保不发生较大以上安全事故,生产安全事故起数和死亡人数实现“双下降”。"),
    example("开展“百日攻坚”行动,实施“十大工程”,抓好“三个一批”,落实“四送一服”。"),
    example("加快推进总投资50亿元的华锐光电产业园项目建设,确保一期9月底前竣工投产,二期年内开工。"),
    example("依托“一网通办”,推行“7×24小时”自助服务,24小时热线不打烊,实现“最多跑一次”。"),
    example("力争主板上市企业实现零的突破。"),
)  # fmt: skip

CORPUS = Corpus("quantities", _read, EXAMPLES)
