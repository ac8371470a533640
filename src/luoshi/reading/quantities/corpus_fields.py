"""What the quantities promise: the fields of work a zone answers for, from land to schools."""

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
        "全年新开工5000万元以上工业项目35个。",
        target("新开工5000万元以上工业项目", "35", "个", period="year", conditions=("amount ge 50000000 元",)),
    ),
    example(
        "力争培育税收超千万元企业12家、超亿元企业2家。",
        target("培育税收超千万元企业", "12", "家", modality="strive", conditions=("tax gt 10000000 元",)),
        target("培育超亿元企业", "2", "家", modality="strive", conditions=("amount gt 100000000 元",)),
    ),
    example(
        "新增省级专精特新企业8家,总数达到30家以上。",
        target("新增省级专精特新企业", "8", "家", basis="increment"),
        target("省级专精特新企业总数", "30", "家", comparator="ge"),
    ),
    example(
        "确保一季度规上工业总产值增长10%以上。",
        target("规上工业总产值", "10", "%", basis="growth", comparator="ge", modality="ensure", period="Q1"),
    ),
    example(
        "年内新建5座110千伏变电站。",
        target("新建110千伏变电站", "5", "座", period="year"),
    ),
    example(
        "全面建成8.6公里环湖绿道。",
        target("建成环湖绿道", "8.6", "公里"),
    ),
    example(
        "每月至少开展2次安全生产检查。",
        target("安全生产检查", "2", "次", comparator="ge", period="per-month"),
    ),
    example(
        "每季度组织不少于1次银企对接会。",
        target("银企对接会", "1", "次", comparator="ge", period="per-quarter"),
    ),
    example(
        "争取省级以上科技项目15项以上,财政资金支持不低于3000万元。",
        target("省级以上科技项目", "15", "项", comparator="ge", modality="strive"),
        target("财政资金支持", "3000", "万元", comparator="ge"),
    ),
    example(
        "PM10平均浓度控制在60微克/立方米以内。",
        target("PM10平均浓度", "60", "微克/立方米", comparator="le"),
    ),
    example(
        "将项目审批时限由90天压减至45天。",
        target("项目审批时限", "45", "天", comparator="le"),
    ),
    example(
        "完成20个行政村生活污水治理、300公里农村供水管网改造。",
        target("行政村生活污水治理", "20", "个", modality="ensure"),
        target("农村供水管网改造", "300", "公里", modality="ensure"),
    ),
    example(
        "力争实现产值300亿元、税收18亿元、利润20亿元。",
        target("产值", "300", "亿元", modality="strive"),
        target("税收", "18", "亿元", modality="strive"),
        target("利润", "20", "亿元", modality="strive"),
    ),
    example(
        "完成工业投资、技改投资分别不低于60亿元和25亿元。",
        target("工业投资", "60", "亿元", comparator="ge", modality="ensure"),
        target("技改投资", "25", "亿元", comparator="ge", modality="ensure"),
    ),
    example(
        "力争新增城镇就业8000人以上、失业人员再就业1500人以上。",
        target("新增城镇就业", "8000", "人", basis="increment", comparator="ge", modality="strive"),
        target("新增失业人员再就业", "1500", "人", basis="increment", comparator="ge", modality="strive"),
    ),
    example(
        "引导20户以上个体工商户转为企业。",
        target("引导个体工商户转为企业", "20", "户", comparator="ge"),
    ),
    example(
        "云溪镇引进项目8个、到位资金12亿元,白鹭街道引进项目6个、到位资金9亿元。",
        target("云溪镇引进项目", "8", "个", scope="云溪镇"),
        target("到位资金", "12", "亿元", scope="云溪镇"),
        target("白鹭街道引进项目", "6", "个", scope="白鹭街道"),
        target("到位资金", "9", "亿元", scope="白鹭街道"),
    ),
    example(
        "四是强化要素保障,新增建设用地指标800亩。",
        target("新增建设用地指标", "800", "亩", basis="increment"),
    ),
    example(
        "(1)新建停车场3处,新增停车位1200个。",
        target("新建停车场", "3", "处"),
        target("新增停车位", "1200", "个", basis="increment"),
    ),
    example(
        "全区新增5G基站150个以上,实现重点园区全覆盖。",
        target("全区新增5G基站", "150", "个", basis="increment", comparator="ge"),
    ),
    example(
        "每个专班年度引进5亿元以上项目不少于2个。",
        target("每个专班年度引进5亿元以上项目", "2", "个", comparator="ge", period="year"),
    ),
    example(
        "力争全年利用省外亿元以上项目资金同比增长15%。",
        target("利用省外亿元以上项目资金", "15", "%", basis="growth", modality="strive", period="year", conditions=("amount ge 100000000 元",)),
    ),
    example(
        "推动3家企业进入上市辅导,2家企业完成股改。",
        target("企业进入上市辅导", "3", "家"),
        target("企业完成股改", "2", "家", modality="ensure"),
    ),
    example(
        "加快建设总投资15亿元的6个基础设施项目。",
        target("加快建设基础设施项目", "6", "个"),
    ),
    example(
        "实施总投资210亿元的45个重点项目,年度计划投资60亿元以上。",
        target("实施重点项目", "45", "个"),
        target("重点项目投资", "60", "亿元", comparator="ge", period="year"),
    ),
    example(
        "晶源半导体、星河储能等7个项目建成投产,新增产值40亿元。",
        target("项目建成投产", "7", "个", names=("晶源半导体", "星河储能")),
        target("新增产值", "40", "亿元", basis="increment"),
    ),
    example(
        "鼎泰铜箔、博远医药等4家企业税收突破5000万元。",
        target("企业税收突破5000万元", "4", "家", conditions=("tax gt 50000000 元",), names=("鼎泰铜箔", "博远医药")),
    ),
    example(
        "年底前建成投用人才公寓600套。",
        target("建成投用人才公寓", "600", "套", period="year-end"),
    ),
    example(
        "三年内培育上市企业5家,今年力争实现1家。",
        target("培育上市企业", "5", "家", period="2028"),
        target("培育上市企业", "1", "家", modality="strive", period="year"),
    ),
    example(
        "规上工业企业数量增加到130家,比上年净增15家。",
        target("规上工业企业数量", "130", "家", comparator="ge"),
        target("净增规上工业企业数量", "15", "家", basis="increment"),
    ),
    example(
        "粮食播种面积稳定在20万亩以上,新增蔬菜基地3000亩。",
        target("粮食播种面积", "20", "万亩", comparator="ge"),
        target("新增蔬菜基地", "3000", "亩", basis="increment"),
    ),
    example(
        "养老机构床位达到800张,每千人口医疗床位数达到7张。",
        target("养老机构床位", "800", "张", comparator="ge"),
        target("每千人口医疗床位数", "7", "张", comparator="ge"),
    ),
    example(
        "义务教育巩固率保持在99%以上,新增公办学位2000个。",
        target("义务教育巩固率", "99", "%", comparator="ge"),
        target("新增公办学位", "2000", "个", basis="increment"),
    ),
    example(
        "森林覆盖率达到45.6%,完成造林1.2万亩。",
        target("森林覆盖率", "45.6", "%", comparator="ge"),
        target("造林", "1.2", "万亩", modality="ensure"),
    ),
    example(
        "力争存贷比提高到85%,新增贷款50亿元。",
        target("存贷比", "85", "%", comparator="ge", modality="strive"),
        target("新增贷款", "50", "亿元", basis="increment", modality="strive"),
    ),
    example(
        "确保农村居民人均可支配收入达到3.2万元。",
        target("农村居民人均可支配收入", "3.2", "万元", comparator="ge", modality="ensure"),
    ),
    example(
        "开票销售收入增长12%,力争达到200亿元。",
        target("开票销售收入", "12", "%", basis="growth"),
        target("开票销售收入", "200", "亿元", comparator="ge", modality="strive"),
    ),
    example(
        "争取全年新登记市场主体4000户,其中企业1200户。",
        target("新登记市场主体", "4000", "户", modality="strive", period="year"),
        target("新登记企业", "1200", "户", modality="strive", period="year"),
    ),
    example(
        "全年策划包装项目不少于100个,总投资不少于500亿元。",
        target("策划包装项目", "100", "个", comparator="ge", period="year"),
        target("项目总投资", "500", "亿元", comparator="ge", period="year"),
    ),
    example(
        "实现省级以上研发平台零突破,大中型企业研发机构覆盖率达60%。",
        target("大中型企业研发机构覆盖率", "60", "%", comparator="ge"),
    ),
    example(
        "开展“走进企业”活动不少于30次,解决企业诉求200件以上,办结率达到95%。",
        target("开展“走进企业”活动", "30", "次", comparator="ge"),
        target("解决企业诉求", "200", "件", comparator="ge"),
        target("办结率", "95", "%", comparator="ge"),
    ),
    example(
        "持续开展化工园区安全整治,重大隐患整改率达100%。",
        target("重大隐患整改率", "100", "%", comparator="ge"),
    ),
    example(
        "确保财政八项支出增长5%,“三公”经费压缩10%。",
        target("财政八项支出", "5", "%", basis="growth", modality="ensure"),
        target("三公经费", "10", "%", basis="reduction", modality="ensure"),
    ),
    example(
        "新建改造配电线路85公里,新增变电容量10万千伏安。",
        target("新建改造配电线路", "85", "公里"),
        target("新增变电容量", "10", "万千伏安", basis="increment"),
    ),
    example(
        "推动光伏发电装机容量新增5万千瓦。",
        target("光伏发电装机容量新增", "5", "万千瓦", basis="increment"),
    ),
    example(
        "新改建公厕12座,生活垃圾分类覆盖率达90%以上。",
        target("新改建公厕", "12", "座"),
        target("生活垃圾分类覆盖率", "90", "%", comparator="ge"),
    ),
    example(
        "园区管委会下设6个内设机构。",
        actual("园区管委会下设内设机构", "6", "个"),
    ),
    example(
        "序号\t重点工作任务分解\t责任领导\t责任部门\t完成期限\n1\t确保40个项目开工、30个项目投产,新增规上工业企业30家以上。\t沈牧\t经济发展局\t12月底前\n2\t新认定高新技术企业24家以上,高新技术产业增加值增长15%以上。\t林昭\t科技创新局、企业服务局\t年底前",
        target("项目开工", "40", "个", modality="ensure", period="2026-12", actors=("经济发展局",)),
        target("项目投产", "30", "个", modality="ensure", period="2026-12", actors=("经济发展局",)),
        target("新增规上工业企业", "30", "家", basis="increment", comparator="ge", modality="ensure", period="2026-12", actors=("经济发展局",)),
        target("新认定高新技术企业", "24", "家", basis="increment", comparator="ge", period="year-end", actors=("科技创新局", "企业服务局")),
        target("高新技术产业增加值", "15", "%", basis="growth", comparator="ge", period="year-end", actors=("科技创新局", "企业服务局")),
    ),
    example(
        "工作内容\t目标任务\t责任单位\n招商引资\t新引进亿元以上项目18个,到位资金32亿元\t招商局\n项目建设\t完成固定资产投资60亿元\t规划建设局",
        target("新引进亿元以上项目", "18", "个", conditions=("amount ge 100000000 元",), actors=("招商局",)),
        target("到位资金", "32", "亿元", actors=("招商局",)),
        target("固定资产投资", "60", "亿元", modality="ensure", actors=("规划建设局",)),
    ),
    example(
        "主要指标\t2025年完成\t2026年目标\n规上工业总产值(亿元)\t110\t125\n一般公共预算收入增速(%)\t6.5\t7左右",
        actual("规上工业总产值", "110", "亿元", period="2025"),
        target("规上工业总产值", "125", "亿元", period="year"),
        actual("一般公共预算收入", "6.5", "%", basis="growth", period="2025"),
        target("一般公共预算收入", "7", "%", basis="growth", comparator="approx", period="year"),
    ),
    # nothing promised
    example("对投资超过1亿元的项目实行专班服务。"),
    example("凡当年产值首次突破10亿元的企业,给予50万元奖励。"),
    example("鼓励企业加大研发投入,按研发费用的10%给予补助,最高不超过100万元。"),
    example("深入实施“百亿企业、千亿产业”培育工程。"),
    example("加快构建“1+3+N”产业格局,做强“2+2”主导产业。"),
    example("持续擦亮“一枚印章管审批”品牌,深化“一件事一次办”改革。"),
    example("全面推行“345”工作法,健全“1245”机制。"),
    example("党建引领“双报到”,服务群众“零距离”。"),
    example("云溪高新区2026年工作要点已经研究通过,现印发给你们。"),
)  # fmt: skip

CORPUS = Corpus("quantities, fields", _read, EXAMPLES)
