"""What the quantities promise: lists, shared heads and the long sentences of conferences."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import actual, target
from luoshi.reading.quantities import reader


def read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_body(item))
    return [facts.of_quantity(one) for one in found]


EXAMPLES: tuple[Example, ...] = (
    example(
        "每个镇街培育两个以上特色产业,创建省级示范园区一个。",
        target("培育特色产业", "2", "个", comparator="ge"),
        target("创建省级示范园区", "1", "个"),
    ),
    example(
        "确保固定资产投资实现10%以上的增长。",
        target("固定资产投资", "10", "%", basis="growth", comparator="ge", modality="ensure"),
    ),
    example(
        "80%以上的规上企业完成数字化改造。",
        target("规上企业完成数字化改造", "80", "%", comparator="ge"),
    ),
    example(
        "规上企业由86家增加到100家以上,高新技术企业从2025年的60家增加到75家。",
        target("规上企业", "100", "家", comparator="ge"),
        target("高新技术企业", "75", "家", comparator="ge"),
    ),
    example(
        "6月底前完成土地平整,新引进企业10家。",
        target("新引进企业", "10", "家"),
    ),
    example(
        "6月底前,完成土地平整500亩,新建道路3条。",
        target("土地平整", "500", "亩", modality="ensure", period="2026-06"),
        target("新建道路", "3", "条", period="2026-06"),
    ),
    example(
        "园区规划面积28平方公里,总人口6万人,距离高铁站12公里。",
        actual("总人口", "6", "万人"),
    ),
    example(
        "办好20件民生实事,发放消费券1000万元。",
        target("办好民生实事", "20", "件"),
        target("发放消费券", "1000", "万元"),
    ),
    example(
        "建设6条产业链,培育链主企业10家、配套企业50家。",
        target("建设产业链", "6", "条"),
        target("培育链主企业", "10", "家"),
        target("培育配套企业", "50", "家"),
    ),
    example(
        "创建国家3A级旅游景区1个,打造精品旅游线路2条。",
        target("创建国家3A级旅游景区", "1", "个"),
        target("打造精品旅游线路", "2", "条"),
    ),
    example(
        "新增A股上市企业1家,报会企业2家。",
        target("新增A股上市企业", "1", "家", basis="increment"),
        target("报会企业", "2", "家"),
    ),
    example(
        "组织参加进博会、高交会等展会10场以上,签约金额不低于50亿元。",
        target("组织参加进博会、高交会等展会", "10", "场", comparator="ge"),
        target("签约金额", "50", "亿元", comparator="ge"),
    ),
    example(
        "确保亩均产值达到500万元、亩均税收达到25万元。",
        target("亩均产值", "500", "万元", comparator="ge", modality="ensure"),
        target("亩均税收", "25", "万元", comparator="ge", modality="ensure"),
    ),
    example(
        "新招引产业链项目占比达到70%以上。",
        target("新招引产业链项目占比", "70", "%", comparator="ge"),
    ),
    example(
        "工业投资占固定资产投资比重提高5个百分点。",
        target("工业投资占固定资产投资比重", "5", "个百分点", basis="increment"),
    ),
    example(
        "今年将新建改建学校8所,新增学位6000个,义务教育大班额比例控制在2%以内。",
        target("新建改建学校", "8", "所", period="year"),
        target("新增学位", "6000", "个", basis="increment", period="year"),
        target("义务教育大班额比例", "2", "%", comparator="le", period="year"),
    ),
    example(
        "全年完成造林绿化5000亩、河道整治12公里、水库除险加固3座。",
        target("造林绿化", "5000", "亩", modality="ensure", period="year"),
        target("河道整治", "12", "公里", modality="ensure", period="year"),
        target("水库除险加固", "3", "座", modality="ensure", period="year"),
    ),
    example(
        "引导企业投入技改资金20亿元,实施技改项目60个。",
        target("引导企业投入技改资金", "20", "亿元"),
        target("实施技改项目", "60", "个"),
    ),
    example(
        "落实减税降费3亿元以上,为企业降低用电成本2000万元。",
        target("落实减税降费", "3", "亿元", comparator="ge"),
        target("为企业降低用电成本", "2000", "万元"),
    ),
    example(
        "推动去年签约的20个项目全部开工。",
        target("签约项目全部开工", "20", "个", modality="ensure"),
    ),
    example(
        "在去年基础上,新增企业10家。",
        target("新增企业", "10", "家", basis="increment"),
    ),
    example(
        "2025年签约的12个项目年内全部开工建设。",
        target("签约项目全部开工建设", "12", "个", modality="ensure", period="year"),
    ),
    example(
        "以2025年为基数,产值增长15%。",
        target("产值", "15", "%", basis="growth"),
    ),
    example(
        "去年,全区引进项目40个。",
        actual("全区引进项目", "40", "个", period="2025"),
    ),
    example(
        "截至年底,完成投资60亿元。",
        target("完成投资", "60", "亿元", modality="ensure", period="year-end"),
    ),
    example(
        "新的一年,云溪县将锚定“工业强县”目标,力争规上工业增加值增速达10%以上、工业投资增长20%以上。",
        target("规上工业增加值", "10", "%", basis="growth", comparator="ge", modality="strive", scope="云溪县"),
        target("工业投资", "20", "%", basis="growth", comparator="ge", modality="strive", scope="云溪县"),
    ),
    example(
        "一手抓招引、一手抓落地,全年签约5亿元以上项目不少于15个,其中50亿元以上项目2个以上,项目履约率、开工率、投产率分别达90%、70%、50%以上。",
        target("签约5亿元以上项目", "15", "个", comparator="ge", period="year", conditions=("amount ge 500000000 元",)),
        target("签约50亿元以上项目", "2", "个", comparator="ge", period="year", conditions=("amount ge 5000000000 元",)),
        target("项目履约率", "90", "%", comparator="ge", period="year"),
        target("项目开工率", "70", "%", comparator="ge", period="year"),
        target("项目投产率", "50", "%", comparator="ge", period="year"),
    ),
    example(
        "开展“春季攻势”,一季度集中签约项目20个、开工项目15个,完成投资35亿元。",
        target("集中签约项目", "20", "个", period="Q1"),
        target("开工项目", "15", "个", period="Q1"),
        target("项目完成投资", "35", "亿元", modality="ensure", period="Q1"),
    ),
    example(
        "加快建设华锐光电、迅驰汽配等15个在建项目,开工建设星河储能、博远医药等8个新建项目,建成投产天衡新材料等12个项目。",
        target("加快建设在建项目", "15", "个", names=("华锐光电", "迅驰汽配")),
        target("开工建设新建项目", "8", "个", names=("星河储能", "博远医药")),
        target("建成投产项目", "12", "个", names=("天衡新材料",)),
    ),
    example(
        "确保全县规上工业企业突破200户,产值过10亿元企业达8户、过50亿元企业达2户。",
        target("全县规上工业企业", "200", "户", comparator="gt", modality="ensure"),
        target("产值过10亿元企业", "8", "户", comparator="ge", modality="ensure", conditions=("output gt 1000000000 元",)),
        target("过50亿元企业", "2", "户", comparator="ge", modality="ensure", conditions=("amount gt 5000000000 元",)),
    ),
    example(
        "大力实施“1235”工程,打造1个500亿级、2个百亿级产业集群。",
        target("打造500亿级产业集群", "1", "个", conditions=("amount ge 50000000000 元",)),
        target("打造百亿级产业集群", "2", "个", conditions=("amount ge 10000000000 元",)),
    ),
    example(
        "建成110千伏变电站2座、35千伏变电站3座。",
        target("建成110千伏变电站", "2", "座"),
        target("建成35千伏变电站", "3", "座"),
    ),
    example(
        "新修园区道路12公里,配套管网20公里,新建标准厂房15万平方米,入驻率达到80%以上。",
        target("新修园区道路", "12", "公里"),
        target("配套管网", "20", "公里"),
        target("新建标准厂房", "15", "万平方米"),
        target("标准厂房入驻率", "80", "%", comparator="ge"),
    ),
    example(
        "成立总规模20亿元的产业基金,撬动社会资本50亿元。",
        target("撬动社会资本", "50", "亿元"),
    ),
    example(
        "盘活原棉纺厂闲置厂房3.2万平方米,引入智能家居项目。",
        target("盘活原棉纺厂闲置厂房", "3.2", "万平方米"),
    ),
    example(
        "完成天衡新材料、迅驰物流两个项目供地。",
        target("项目供地", "2", "个", modality="ensure", names=("天衡新材料", "迅驰物流")),
    ),
    # nothing promised
    example("用100天时间集中整治,组织为期3天的培训。"),
    example("成熟一个、开工一个,落地一个、投产一个。"),
    example("全力打造“百亿园区”,争当全省“排头兵”。"),
    example("园区主要经济指标增速高于全市平均水平。"),
    example("完善“1个专班+1条产业链”推进机制。"),
    example("实行“日调度、周通报、月考核”,坚持每月一次现场办公、每季一次项目观摩。"),
    example("抓紧云溪电子产业园三期、溪口循环经济园污水处理厂等项目前期工作,力争上半年全面开工。"),
    example("推动博远医药二期4月份试生产、华锐光电模组线9月份量产。"),
    example("确保星河储能项目年内竣工、鼎泰铜箔项目年内投产。"),
    example("力争溪口至柳塘高速公路、云溪通用机场列入省级规划。"),
    example("全面完成云溪工业园总体规划修编和环评报批。"),
    example("推进华锐大道等主干道路建设,完善水、电、气等配套设施。"),
    example("加快云溪新能源产业园、溪口物流园、柳塘农产品加工园三个园区建设。"),
    example("重点推进总投资15亿元的华锐光电二期、总投资8亿元的博远医药扩建等项目建设。"),
    example("建立领导包联机制,每名县级领导包联3户企业、2个项目。"),
    example("落实“四个一批”,即储备一批、签约一批、开工一批、投产一批。"),
)  # fmt: skip

CORPUS = Corpus("quantities, lists", read, EXAMPLES)
