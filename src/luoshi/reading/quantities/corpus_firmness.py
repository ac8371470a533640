"""What the quantities promise: how far a time and a word of promise reach in long sentences; every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_body(item))
    return [facts.of_quantity(one) for one in found if one.kind == "target"]


def due(value: str, unit: str, modality: str = "plan", period: str | None = None) -> Fact:
    """A promise, whatever it is called."""
    return {"value": value, "unit": unit, "modality": modality, "period": period}


EXAMPLES: tuple[Example, ...] = (
    # words of promise
    example(
        "二、目标任务 确保引进5000万元以上项目6个,其中亿元以上项目3个,食品产业项目2个。",
        due("6", "个", "ensure"),
        due("3", "个", "ensure"),
        due("2", "个", "ensure"),
    ),
    example(
        "文旅总体目标是完成旅游收入300亿元、其中夜间消费占比为45%,完成零售额900亿元、其中线上600亿元。",
        due("300", "亿元", "ensure"),
        due("45", "%"),
        due("900", "亿元", "ensure"),
        due("600", "亿元", "ensure"),
    ),
    example(
        "计划投入800万元,完成16座泵站维修;建材行业计划增长3%,总量在120亿元左右;完成设备投资9亿元,其中技改投资6亿元。",
        due("800", "万元"),
        due("16", "座", "ensure"),
        due("3", "%"),
        due("120", "亿元"),
        due("9", "亿元", "ensure"),
        due("6", "亿元", "ensure"),
    ),
    example(
        "全年计划完成农村公路40公里,新建农桥12座。",
        due("40", "公里", period="year"),
        due("12", "座", period="year"),
    ),
    example(
        "签约项目力争突破30个、总投资额超80亿元。",
        due("30", "个", "strive"),
        due("80", "亿元"),
    ),
    example(
        "力争全年到位资金6亿元以上,全年完成固定资产投资40亿元。",
        due("6", "亿元", "strive", "year"),
        due("40", "亿元", "strive", "year"),
    ),
    example(
        "力争全年完成城建投资90亿元,新增供水能力5万吨,年内新开工变电站6座、建成4座。",
        due("90", "亿元", "strive", "year"),
        due("5", "万吨", "strive", "year"),
        due("6", "座", "strive", "year"),
        due("4", "座", "strive", "year"),
    ),
    example(
        "土地手续已经办结的15个项目,也要确保在9月底前全面动工。",
        {**due("15", "个", "ensure", "2026-09"), "indicator": "项目全面动工"},
    ),
    example(
        "确保年内蛋鸡存栏90万只;持续推进水产转型,鱼塘面积达到3万亩,水产品产量达到12万吨。",
        due("90", "万只", "ensure", "year"),
        due("3", "万亩", period="year"),
        due("12", "万吨", period="year"),
    ),
    example(
        "主要预期目标是:生产总值增长7%,全年完成预算收入9亿元。",
        due("7", "%"),
        due("9", "亿元", "ensure", "year"),
    ),
    example(
        "坚决完成脱贫任务,保障住房安全,开工危房改造400套。",
        due("400", "套"),
    ),
    example(
        "剩余的60户、4万平方米拆迁任务,11月15日前全部签约,11月底前全部腾空。",
        due("60", "户", "ensure", "2026-11"),
        due("4", "万平方米", "ensure", "2026-11"),
    ),
    # times
    example(
        "20xx年,开发区完成技改投资8亿元,其中设备投资3亿元。",
        due("8", "亿元", "ensure", "year"),
        due("3", "亿元", "ensure", "year"),
    ),
    example(
        "对照任务缺口,下半年,各镇再签约项目8个;新竣工项目10个。",
        due("8", "个", period="year-end"),
        due("10", "个", period="year-end"),
    ),
    example(
        "抓好年内投资9亿元的32个技改项目,争取20个项目获批。",
        due("32", "个"),
        due("20", "个", "strive"),
    ),
    example(
        "推动26个续建项目年内投产,推动柳塘电子等8个项目尽快达产。",
        due("26", "个", period="year"),
        due("8", "个"),
    ),
    example(
        "安排水利项目120个,年度计划投资90亿元;计划竣工项目50个。",
        due("120", "个"),
        due("90", "亿元", period="year"),
        due("50", "个"),
    ),
    example(
        "确保全年转移就业900人,溪口、柳塘等3个村通气;持续深化集体经营,推行订单种植、保底分红,新发展合作社12个。",
        due("900", "人", "ensure", "year"),
        due("3", "个", "ensure", "year"),
        due("12", "个"),
    ),
    example(
        "全年新签约项目20个;总部企业3家;推进楼宇招商,完成招商面积9万平方米。",
        due("20", "个", period="year"),
        due("3", "家", period="year"),
        due("9", "万平方米", "ensure", "year"),
    ),
    example(
        "推动冷链基地二期年底前竣工,新增库容18万吨;数据中心6月底前交付使用,新增机柜1200个。",
        due("18", "万吨", period="year-end"),
        due("1200", "个", period="2026-06"),
    ),
    example(
        "上半年举办推介会2场,下半年在外地各举办1场对接会,签约项目20个。",
        due("2", "场", period="2026-06"),
        due("1", "场", period="year-end"),
        due("20", "个"),
    ),
    example(
        "新建农桥5座,确保年底前通车;改造泵站3座,9月底前完工。",
        due("5", "座", period="year-end"),
        due("3", "座", period="2026-09"),
    ),
    example(
        "今年30个技改项目9月底前全面开工。",
        due("30", "个", period="2026-09"),
    ),
    example(
        "明年6月底前新建学校2所,三年内新增学位9000个,到“十五五”期末学位总数达到3万个。",
        due("2", "所", period="2027-06"),
        due("9000", "个", period="2028"),
        due("3", "万个", period="2030"),
    ),
    example(
        "在2028年之前新建改建学校20所。",
        due("20", "所", period="2028"),
    ),
    # a time said of how far a work gets, or of a number said again, is an aside
    example(
        "全年新引进项目8个,柳塘大道年内建成通车,溪口公园二期完成总工程量的70%。",
        due("8", "个", period="year"),
        due("70", "%", "ensure", "year"),
    ),
    example(
        "柳塘大道、溪口路年内建成通车,云溪公园二期完成总工程量的70%。",
        due("70", "%", "ensure"),
    ),
    example("中心校教学楼五月底竣工,适龄儿童入学率100%。", due("100", "%")),
    example("溪口商城三季度开业;启动老街更新,完成90户签约。", due("90", "户", "ensure")),
    example("重点项目上半年全部开工,完成投资60亿元。", due("60", "亿元", "ensure", "2026-06")),
    example("三季度溪口商城开业,新增商户90户。", due("90", "户", period="Q3")),
    example(
        "三季度固定资产投资20亿元,全年增速回升至8%;外资再到账900万美元。",
        due("20", "亿元", period="Q3"),
        due("8", "%", period="year"),
        due("900", "万美元", period="Q3"),
    ),
    example(
        "进出口额年均增长9%以上,2028年达到30亿元;培育企业10家。",
        due("9", "%"),
        due("30", "亿元", period="2028"),
        due("10", "家"),
    ),
    example(
        "到2028年进出口额达到30亿元;培育企业10家。",
        due("30", "亿元", period="2028"),
        due("10", "家", period="2028"),
    ),
    example(
        "加快商城、市场两个项目建设,前者年内完成投资3亿元,后者三季度开业;新签约90户。",
        due("3", "亿元", "ensure", "year"),
        due("90", "户"),
    ),
    example(
        "全年招商40批次,签约项目18个;围绕包装配套,计划引进企业3家。",
        due("40", "批次", period="year"),
        due("18", "个", period="year"),
        due("3", "家"),
    ),
    example(
        "力争3个前期项目年内签订协议,并完成2个项目的土地摘牌。",
        due("3", "个", "strive", "year"),
        due("2", "个", "strive", "year"),
    ),
    example("年度计划投资2亿元,6月底前竣工投产。", due("2", "亿元", period="year")),
    example("新建公寓300套,10月底前分配入住。", due("300", "套", period="2026-10")),
    example("完成造林2万亩,于11月底前全部完成。", due("2", "万亩", "ensure", "2026-11")),
    example("确保2个5亿元以上项目 3 月底前动工。", due("2", "个", "ensure", "2026-03")),
    # 其中 goes on with the sentence before
    example(
        "2026年计划实施项目30个,年度投资9亿元。其中续建项目20个;新建项目10个。新增车位90个。",
        due("30", "个", period="year"),
        due("9", "亿元", period="year"),
        due("20", "个", period="year"),
        due("10", "个", period="year"),
        due("90", "个"),
    ),
    # times from outside the sentence: a line below the item, a sentence behind it, the lead-in of a list
    example(
        "1.新建厂房2万平方米;新认定企业3家。\n牵头单位:经发局;完成时限:2026年11月\n2.改造道路6条。\n牵头单位:规建局\n3.新增车位90个。\n牵头单位:城管局;完成时限:全年持续推进",
        due("2", "万平方米", period="2026-11"),
        due("3", "家", period="2026-11"),
        due("6", "条"),
        due("90", "个", period="year"),
    ),
    example("1.改造道路6条。(责任单位:规建局;完成时限:9月底)", due("6", "条", period="2026-09")),
    example("服务协议期限:2026年12月\n改造道路6条。", due("6", "条")),
    example(
        "改造道路6条,新建停车场2处。11月底前全部完工。\n新建桥2座。",
        due("6", "条", period="2026-11"),
        due("2", "处", period="2026-11"),
        due("2", "座"),
    ),
    example("改造道路6条。11月底前完成立项。", due("6", "条")),
    example(
        "改造小区30个,涉及居民900户。6月底前完成20个,11月底前全部完工。",
        due("30", "个", period="2026-11"),
        due("20", "个", "ensure", "2026-06"),
    ),
    example(
        "新建桥2座。改造道路6条。11月底前全部完工。",
        due("2", "座"),
        due("6", "条", period="2026-11"),
    ),
    example(
        "2026年计划安排如下:\n\n——生产总值增长6%,力争更好结果;\n\n——研发投入占比2.9%;能耗下降3%。\n\n三、主要任务\n新建桥2座。",
        due("6", "%", period="year"),
        due("2.9", "%", period="year"),
        due("3", "%", period="year"),
        due("2", "座"),
    ),
    example(
        "2026年重点抓好以下工作任务:\n第一件事是招商,签约项目20个。\n第二件事是建设,新建桥2座。",
        due("20", "个"),
        due("2", "座"),
    ),
    example(
        "序号\n工作任务\n责任部门\n完成时限\n1\n新建桥2座。\n规建局\n6月底\n2\n新认定企业9家。\n科创局\n持续\n3\n改造道路6条。\n规建局\n12月\n",
        due("2", "座", period="2026-06"),
        due("9", "家"),
        due("6", "条", period="2026-12"),
    ),
    # a line that names a time above others, and a time in front of its line
    example(
        "3月份\n柳塘大桥、溪口学校等4个项目开工。\n4月份\n云溪水厂等3个项目开工。\n第三季度:\n新增厂房2万平方米。",
        due("4", "个", period="2026-03"),
        due("3", "个", period="2026-04"),
        due("2", "万平方米", period="Q3"),
    ),
    example(
        "一季度:新开工项目8个。签约项目12个。\n二季度:新开工项目10个。\n其他:储备项目30个。",
        due("8", "个", period="Q1"),
        due("12", "个", period="Q1"),
        due("10", "个", period="Q2"),
        due("30", "个"),
    ),
    # nothing promised
    example("3月份\n召开动员会。\n4月份\n组织观摩。"),
)  # fmt: skip

CORPUS = Corpus("quantities, times and firmness", _read, EXAMPLES)
