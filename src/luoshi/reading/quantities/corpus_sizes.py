"""What the quantities promise: sizes, thresholds, lists in notices and groups that are there already, and what looks like them."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_body(item))
    return [facts.of_quantity(one) for one in found if one.kind == "target"]


EXAMPLES: tuple[Example, ...] = (
    # of those of a size, after the money of all
    example("今年工业项目协议额突破220亿元,20亿元或3亿美元以上的不少于3个,10~20亿元的不少于5个。",
        target("工业项目协议额", "220", "亿元", comparator="gt", period="year"),
        target("20亿元或3亿美元以上工业项目", "3", "个", comparator="ge", period="year", conditions=("amount ge 2000000000 元", "amount ge 300000000 美元")),
        target("10~20亿元工业项目", "5", "个", comparator="ge", period="year", conditions=("amount ge 1000000000 元",))),
    example("抓紧260亩加速器的方案设计与施工。"),
    example("改造260亩园区,完成方案设计。", target("改造园区", "260", "亩")),
    # so many of a size: the size is a threshold of each
    example(
        "打造2个1000亿、3个500亿产业集群。",
        target("打造1000亿产业集群", "2", "个", conditions=("amount ge 100000000000 元",)),
        target("打造500亿产业集群", "3", "个", conditions=("amount ge 50000000000 元",)),
    ),
    example("云溪供水工程总投资3亿元,受益人口2万人。"),
    example("实施云溪供水工程,受益人口2万人。"),
    example("新增以柳塘为中心的5000亩蔬菜种植基地。"),
    example("新进规上企业16家(调增2家)。", target("新进规上企业", "16", "家")),
    example("全年引进项目25个,比目标任务增加7个。", target("引进项目", "25", "个", period="year")),
    example("围绕打造12个特色园区抓推进。", target("打造特色园区抓推进", "12", "个")),
    # what a notice says of its own lists
    example("《任务清单》明确95项任务,涉及18个责任单位。"),
    example("本方案共梳理6大类32项重点任务,涉及12个部门。"),
    example("《分解方案》细化46项具体举措,制定了5项保障措施。"),
    example("区经发局牵头工作(9项)"),
    example("二、重点任务(共14项)"),
    example(
        "全年完成95项改革任务,梳理问题30个。",
        target("改革任务", "95", "项", modality="ensure", period="year"),
        target("梳理问题", "30", "个", period="year"),
    ),
    example(
        "举办产业链招商活动(3场)。",
        target("举办产业链招商活动", "3", "场"),
    ),
    # how big a project is
    example("投资900万元、总长3公里的柳塘渠硬化项目,计划3月开工。"),
    example("1、投资2400万元、占地45亩的标准厂房项目,年底建成。"),
    example("总投资500万元(其中镇财政配套120万元)的管网改造项目已经动工。"),
    example("加快推进白鹭河18公里三级航道等项目建设。"),
    example("推动白鹭压铸60万套壳体等3个新建项目建成投产。", target("新建项目建成投产", "3", "个")),
    example("实施年产12万台整机和12万台压缩机技术改造项目。"),
    example("110千伏溪口输变电工程投产送电。"),
    example("26项农村供水工程总投资1800万元,其中中央预算内资金1200万元,地方配套600万元。"),
    example(
        "完成总投资60亿元,其中工业投资25亿元。",
        target("完成总投资", "60", "亿元", modality="ensure"),
        target("工业投资", "25", "亿元", modality="ensure"),
    ),
    example(
        "争取中央预算内资金2亿元,地方配套5000万元。",
        target("中央预算内资金", "2", "亿元", modality="strive"),
        target("地方配套", "5000", "万元"),
    ),
    example(
        "新建总长6公里的滨河步道2条。",
        target("新建总长6公里的滨河步道", "2", "条"),
    ),
    example("步道改造长约6公里,加铺透水砖,约2.5米宽、90米长。"),
    example("新建地下车库,总长约200米,宽40米,建设1条总长度约12公里的供热管线。", target("建设总长度约12公里的供热管线", "1", "条")),
    example("环湖路列入规划,公路长48公里。"),
    example("技改安排60项(合并立项分开后共85项)。", target("技改安排", "60", "项")),
    example("完成绿道建设120公里(含已提前完工的30公里)。", target("绿道建设", "120", "公里", modality="ensure")),
    example("放大云溪集团年营收500亿元带动作用。"),
    example("围绕招商引资、项目建设、营商环境三条战线,区政府第12次常务会议审议通过。"),
    example("票决产生2026年10项民生实事项目,全区重点项目共60个,总投资300亿元。"),
    example("力争在50亿元或5亿美元以上大项目上取得突破。"),
    example(
        "改造老旧小区12个、1600户、18万m2。",
        target("改造老旧小区", "12", "个"),
        target("改造老旧小区", "1600", "户"),
        target("改造老旧小区", "18", "万m2"),
    ),
    example(
        "园林建设投劳300万工日,解决季节性缺水人口12万人。",
        target("园林建设投劳", "300", "万工日"),
        target("解决季节性缺水人口", "12", "万人"),
    ),
    example(
        "每季度完成1次桥梁安全检测。",
        target("桥梁安全检测", "1", "次", modality="ensure", period="per-quarter"),
    ),
    example(
        "改造提升茶园300余亩(新植茶树60亩,丰产培育240余亩)。",
        target("改造提升茶园", "300", "亩", comparator="approx"),
        target("新植茶树", "60", "亩"),
        target("丰产培育", "240", "亩", comparator="approx"),
    ),
    example(
        "改造提升600亩果园(新植柑橘90亩)。",
        target("改造提升果园", "600", "亩"),
        target("新植柑橘", "90", "亩"),
    ),
    example(
        "力争游客接待量突破千万人次,到年底将建一百个文化广场。",
        target("游客接待量", "1000", "万人次", modality="strive", comparator="gt"),
        target("建文化广场", "100", "个", modality="strive", period="year-end"),
    ),
    example("新建幼儿园规划建设面积约6万平方米,聚焦光伏等7个重点产业链开展活动。"),
    example(
        "新增50亿元企业、20亿元企业、5亿元企业分别不少于1家、2家和9家。",
        {"indicator": "新增50亿元企业", "value": "1", "unit": "家", "basis": "increment", "comparator": "ge"},
        target("新增20亿元企业", "2", "家", basis="increment", comparator="ge"),
        target("新增5亿元企业", "9", "家", basis="increment", comparator="ge"),
    ),
    example(
        "实现完成投资13亿元的工作目标,力争工业产值破千亿。",
        target("完成投资", "13", "亿元", modality="ensure"),
        target("工业产值", "1000", "亿元", modality="strive", comparator="gt"),
    ),
    # areas in a row
    example("继续推进3个片区21个乡镇的道路建设。"),
    example("改造4个街道12个老旧小区。", target("改造老旧小区", "12", "个")),
    # thresholds
    example(
        "全年新落户30亿元产业项目2个以上;5—30亿元产业项目8个以上;链主企业4家以上。",
        target("新落户30亿元产业项目", "2", "个", comparator="ge", period="year", conditions=("amount ge 3000000000 元",)),
        target("5—30亿元产业项目", "8", "个", comparator="ge", period="year", conditions=("amount ge 500000000 元",)),
        target("链主企业", "4", "家", comparator="ge", period="year"),
    ),
    example(
        "新增年税收超5000万元的楼宇2栋、营收过亿元的商场1座。",
        target("新增年税收超5000万元的楼宇", "2", "栋", basis="increment", conditions=("tax gt 50000000 元",)),
        target("新增营收过亿元的商场", "1", "座", basis="increment", conditions=("revenue gt 100000000 元",)),
    ),
    example(
        "力争引进一个5亿元以上项目。",
        target("引进5亿元以上项目", "1", "个", modality="strive", conditions=("amount ge 500000000 元",)),
    ),
    example(
        "力争创建一个国家级园区,打造一个品牌,建立一个机制。",
        target("创建国家级园区", "1", "个", modality="strive"),
    ),
    # groups that are there already, and groups that something is done with
    example("对云溪机电、柳塘食品、白鹭新材等5个县级领导包保项目,要逐一落实责任。"),
    example("针对园区内30家停产企业,逐户分析原因。"),
    example(
        "对云溪大道等4条道路进行绿化提升,对9个老旧小区实施改造。",
        target("道路进行绿化提升", "4", "条"),
        target("老旧小区实施改造", "9", "个"),
    ),
    # not to be overlooked
    example(
        "为老年人提供助餐服务15万人次以上。",
        target("老年人提供助餐服务", "15", "万人次", comparator="ge"),
    ),
    example(
        "设立总规模不低于20亿元的科创母基金。",
        target("科创母基金总规模", "20", "亿元", comparator="ge"),
    ),
    example("设立首期规模5亿元的科创基金。"),
    example(
        "特困供养标准提高至每人每月1180元,城乡居民医保财政补助提高到每人每年720元。",
        target("特困供养标准", "1180", "元", comparator="ge"),
        target("城乡居民医保财政补助", "720", "元", comparator="ge"),
    ),
    example("按每人每月200元发放补贴,购置农机补助标准提高到2000元。"),
    example("农村公路60公里正有序推进,对政府提交的12项候选项目进行投票。"),
    example(
        "新增经营性墓穴900穴。",
        target("新增经营性墓穴", "900", "穴", basis="increment"),
    ),
    example(
        "灌溉水有效利用系数达到0.61,人均预期寿命提高到80.5岁,劳动年龄人口平均受教育年限达到11.8年。",
        target("灌溉水有效利用系数", "0.61", "", comparator="ge"),
        target("人均预期寿命", "80.5", "岁", comparator="ge"),
        target("劳动年龄人口平均受教育年限", "11.8", "年", comparator="ge"),
    ),
    example("为60岁以上老人免费体检,3岁以下婴幼儿托位按需配置。"),
    example(
        "亩均税收达到28万元/亩,人均可支配收入达到6.5万元/人。",
        target("亩均税收", "28", "万元/亩", comparator="ge"),
        target("人均可支配收入", "6.5", "万元/人", comparator="ge"),
    ),
    example("给予3万元/人的一次性补助。"),
    example(
        "办理时限压减一半以上,办事材料减少三分之一。",
        target("办理时限", "0.5", "", basis="reduction", comparator="ge"),
        target("办事材料", "0.333333", "", basis="reduction"),
    ),
    example(
        "项目审批时间压缩至3个月以内,满意度达到九成五。",
        target("项目审批时间", "3", "个月", comparator="le"),
        target("满意度", "9.5", "成", comparator="ge"),
    ),
    example("3个月内开展一次检查,连续6个月无事故。"),
    example(
        "引进两家总部企业,培育四五家龙头企业。",
        target("引进总部企业", "2", "家"),
        target("培育龙头企业", "4", "家", high="5", comparator="range"),
    ),
    # how long a road is, how large a place
    example("环湖路(云溪至柳塘)总长6.5公里,今年动建;站前路长1.5公里,宽50米,计划今年动建;中心停车场,总面积12000平方米,计划今年动建。"),
    example("柳塘大桥,主桥700米,计划今年开工。"),
    example("新建农村公路长30公里。", target("新建农村公路长", "30", "公里")),
    example("绿地总面积达到100万平方米。", target("绿地总面积", "100", "万平方米", comparator="ge")),
    # how many a collection holds
    example("溪口镇年度工作计划(2篇)\n园区工作计划（精选5篇）"),
    example("发表论文2篇。", target("发表论文", "2", "篇")),
    # nothing promised
    example("三分之一的时间用于学习。"),
    example("一半以上的镇已有卫生院。"),
)  # fmt: skip

CORPUS = Corpus("quantities, sizes and thresholds", _read, EXAMPLES)
