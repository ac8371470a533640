"""Whose a measure is, some of what is counted, lists with times of their own, what is there already; every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_repaired_body(item))
    return [facts.of_quantity(one) for one in found if one.kind == "target"]


EXAMPLES: tuple[Example, ...] = (
    # what is held and what is raced for
    example("税收保12亿元、争13亿元。", target("税收", "12", "亿元", modality="ensure"), target("税收", "13", "亿元", modality="strive")),
    example("提供融资担保10亿元。", target("提供融资担保", "10", "亿元")),
    example("新增参加医保3000人。", target("新增参加医保", "3000", "人", basis="increment")),
    example("预计全年工业总产值可达83亿元。", target("工业总产值", "83", "亿元", comparator="ge", period="year")),
    example("2026年,规上工业产值预期增长8%左右。", target("规上工业产值", "8", "%", basis="growth", comparator="approx", period="year")),
    example("2026年,全县PM2.5浓度控制在30微克/立方米以下。", target("全县PM2.5浓度", "30", "微克/立方米", comparator="le", period="year", scope="全县")),
    # areas whose names begin with what is else a preposition
    example("今年,和平区新增就业4000人。", target("和平区新增就业", "4000", "人", basis="increment", period="year", scope="和平区")),
    example("2026年,从江县完成固定资产投资30亿元。", target("固定资产投资", "30", "亿元", modality="ensure", period="year", scope="从江县")),
    # whose a rate, a capacity, a piece of work or money is
    example(
        "今年计划实施重点项目40个,年度计划投资30亿元,确保一季度开工率达到50%,上半年开工率达到85%,三季度末全部开工。",
        target("实施重点项目", "40", "个", period="year"),
        target("重点项目投资", "30", "亿元", period="year"),
        target("重点项目开工率", "50", "%", comparator="ge", modality="ensure", period="Q1"),
        target("重点项目开工率", "85", "%", comparator="ge", modality="ensure", period="2026-06"),
    ),
    example(
        "加快城东水厂二期建设,年底前建成投运,日供水能力达到5万吨。",
        target("城东水厂二期日供水能力", "5", "万吨", comparator="ge", period="year-end"),
    ),
    example(
        "加快教师公寓建设,一期300套5月底交付。",
        target("教师公寓一期交付", "300", "套", period="2026-05"),
    ),
    example(
        "发放涉农贷款6亿元,不良率控制在2%以内。",
        target("发放涉农贷款", "6", "亿元"),
        target("涉农贷款不良率", "2", "%", comparator="le"),
    ),
    example(
        "实施省级技改项目12个,投入资金3000万元。",
        target("实施省级技改项目", "12", "个"),
        target("实施省级技改项目投入资金", "3000", "万元"),
    ),
    example("青山水库完成主体工程量的60%。", target("青山水库主体工程量", "60", "%", modality="ensure")),
    example(
        "家庭医生签约率达到70%,老年人群达到85%;粮食播种面积18万亩,总产量7万吨。",
        target("家庭医生签约率", "70", "%", comparator="ge"),
        target("老年人群家庭医生签约率", "85", "%", comparator="ge"),
        target("粮食播种面积", "18", "万亩"),
        target("粮食总产量", "7", "万吨"),
    ),
    example(
        "实施300万元以上项目60个,年度计划投资20亿元,其中续建25个、新建30个、前期5个。",
        target("实施300万元以上项目", "60", "个", conditions=("amount ge 3000000 元",)),
        target("300万元以上项目投资", "20", "亿元", period="year"),
        target("续建300万元以上项目", "25", "个"),
        target("新建300万元以上项目", "30", "个"),
        target("前期300万元以上项目", "5", "个"),
    ),
    # some of what is counted, and each of it
    example(
        "新建安置房900套,首批200套10月起分配。",
        target("新建安置房", "900", "套"),
        target("首批安置房分配", "200", "套", period="2026-10"),
    ),
    example(
        "打造水稻示范片3个,每个不少于400亩。",
        target("打造水稻示范片", "3", "个"),
        target("每个水稻示范片", "400", "亩", comparator="ge"),
    ),
    example(
        "新建助餐点15个,其中城区不少于6个。",
        target("新建助餐点", "15", "个"),
        target("新建城区助餐点", "6", "个", comparator="ge"),
    ),
    example(
        "实施惠民实事项目8件,其中教育类3件、医疗类2件、交通类3件。",
        target("实施惠民实事项目", "8", "件"),
        target("实施教育类惠民实事项目", "3", "件"),
        target("实施医疗类惠民实事项目", "2", "件"),
        target("实施交通类惠民实事项目", "3", "件"),
    ),
    example(
        "完成16个小区、2000户改造任务。",
        target("小区改造", "16", "个", modality="ensure"),
        target("小区改造任务", "2000", "户", modality="ensure"),
    ),
    # the parts of a whole, and its years, are promised as firmly as it
    example(
        "完成造林任务20万亩,其中人工造林5万亩、飞播造林15万亩。",
        target("造林", "20", "万亩", modality="ensure"),
        target("人工造林", "5", "万亩", modality="ensure"),
        target("飞播造林", "15", "万亩", modality="ensure"),
    ),
    # a list whose members have times of their own; a time that is no part of what
    example(
        "确保东湖大桥11月20日通车、展览馆12月底开放、地下管廊完成廊体1.6公里。",
        target("地下管廊完成廊体", "1.6", "公里", modality="ensure", period="2026-12"),
    ),
    example("断头路年内打通4条。", target("断头路打通", "4", "条", period="year")),
    example("2026年底前谋划2027年项目80个。", target("谋划2027年项目", "80", "个", period="year-end")),
    # the sentence before has named it; a label has; a title has
    example(
        "去年,我区完成工业总产值210亿元,增长8%。今年目标230亿元,增长9.5%。",
        target("工业总产值", "230", "亿元", period="year"),
        target("工业总产值", "9.5", "%", basis="growth", period="year"),
    ),
    example("规上服务业企业:净增12家。", target("净增规上服务业企业", "12", "家", basis="increment")),
    example("一般公共预算收入:增长5%。", target("一般公共预算收入", "5", "%", basis="growth")),
    example("养老驿站:6月底前建成4个。", target("建成养老驿站", "4", "个", period="2026-06")),
    # what a number goes on with: the heading, the list, the two that fall, the rest of a group
    example("(一)高新技术企业培育。今年新增12家。", target("新增高新技术企业", "12", "家", basis="increment", period="year")),
    example(
        "事故起数、死亡人数实现“双下降”,分别下降8%、4%。",
        target("事故起数", "8", "%", basis="reduction"),
        target("死亡人数", "4", "%", basis="reduction"),
    ),
    example(
        "完成交通投资20亿元,其中高速公路12亿元,农村公路3亿元。",
        target("交通投资", "20", "亿元", modality="ensure"),
        target("高速公路投资", "12", "亿元", modality="ensure"),
        target("农村公路投资", "3", "亿元"),
    ),
    example(
        "新建污水处理站4座、日处理能力0.8万吨,漏损率控制在9%以内。",
        target("新建污水处理站", "4", "座"),
        target("污水处理站日处理能力", "0.8", "万吨"),
        target("漏损率", "9", "%", comparator="le"),
    ),
    example(
        "确保剩余320户810名贫困人口全部脱贫。",
        target("剩余贫困人口全部脱贫", "320", "户", modality="ensure"),
        target("贫困人口全部脱贫", "810", "名", modality="ensure"),
    ),
    example(
        "新开工安置房600套、基本建成400套,财政总收入增长5%,同口径增长7%。",
        target("新开工安置房", "600", "套"),
        target("建成安置房", "400", "套"),
        target("财政总收入", "5", "%", basis="growth"),
        target("财政总收入", "7", "%", basis="growth"),
    ),
    example("消化2019年以前批而未供土地600亩。", target("消化2019年以前批而未供土地", "600", "亩")),
    example("按照全年任务的30%、60%、100%三个时间节点推进。"),
    example("改造旧厂房,每年不低于6万平方米。", target("改造旧厂房", "6", "万平方米", comparator="ge", period="year")),
    example(
        "新栽桃树900亩,其中石桥村400亩,柳树村300亩,成活率必须保证在95%以上。",
        target("新栽桃树", "900", "亩"),
        target("新栽桃树", "400", "亩", scope="石桥村"),
        target("新栽桃树", "300", "亩", scope="柳树村"),
        target("新栽桃树成活率", "95", "%", comparator="ge", modality="ensure"),
    ),
    # 争取 of things to be obtained is said of them alone; what may not be is a must
    example(
        "争取用地指标700亩,报批土地1000亩。",
        target("用地指标", "700", "亩", modality="strive"),
        target("报批土地", "1000", "亩"),
    ),
    example("新增贷款综合利率不得超过5%。", target("新增贷款综合利率", "5", "%", comparator="le", modality="ensure")),
    # the columns of a table that has lost its lines, firms that are there, fewer papers
    example("3 某热电项目 汽机间封顶，3台锅炉吊装就位 11月20日前 王某某 区城管局", target("锅炉吊装就位", "3", "台", period="2026-11")),
    example("新增孵化面积2万平方米、在孵企业30家。", target("新增孵化面积", "2", "万平方米", basis="increment"), target("新增在孵企业", "30", "家", basis="increment")),
    example("减少申请材料三分之一。", target("减少申请材料", "0.333333", "", basis="reduction")),
    # places, half, and how far something stays
    example(
        "园区综合考评排名力争进入全省前15名,较上年前移2位。",
        target("园区综合考评全省位次", "15", "名", comparator="le", modality="strive"),
        target("园区综合考评全省位次前移", "2", "位", basis="increment", modality="strive"),
    ),
    example("户厕改造6月底前完工过半。", target("户厕改造完工", "50", "%", comparator="gt", period="2026-06")),
    example("油菜面积稳定在9万亩。", target("油菜面积", "9", "万亩")),
    example("商标注册初审5个工作日办结。", target("商标注册初审办结", "5", "工作日")),
    # what is there already, what is done to it, what only describes
    example("1—9月份,新签约项目14个,预计全年完成财政总收入9亿元。", target("财政总收入", "9", "亿元", period="year")),
    example("我区存量闲置土地800亩,今年要处置500亩。", target("处置存量闲置土地", "500", "亩", period="year")),
    example("已签约的7个项目,9月底前开工5个。", target("开工项目", "5", "个", period="2026-09")),
    example("10条产业链每条链引进项目不少于2个。", target("产业链每条链引进项目", "2", "个", comparator="ge")),
    example("督查室对62项任务进行了实地督查。"),
    example("其余由5个乡镇按分配数落实。"),
    example("征拆工作涉及房屋310栋、坟墓400余座。"),
    example("新校区9月启用,可提供学位1200个。"),
    example("做到时间过半、任务过半。"),
    example("甲路改线工程(全长12.5公里,总投资8亿元)9月动工。"),
    example("金源牧业10万头生猪屠宰线一季度复产。"),
)  # fmt: skip

CORPUS = Corpus("quantities, whose", _read, EXAMPLES)
