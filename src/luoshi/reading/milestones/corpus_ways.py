"""More ways to promise: plain statements behind a plan, lists behind a colon, land, studies, honours, works by per cent; invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    example(
        "今年,市交通部门全年计划完成投资约30亿元。云溪快速化改造工程建成通车,柳塘互通、溪口互通节点改造项目投用,白鹭航道综合整治工程、溪口作业区疏港公路全面竣工,云溪水上机场投入运营。",
        milestone("云溪快速化改造工程", "operate"),
        milestone("柳塘互通", "operate"),
        milestone("溪口互通节点改造项目", "operate"),
        milestone("白鹭航道综合整治工程", "complete"),
        milestone("溪口作业区疏港公路", "complete"),
        milestone("云溪水上机场", "operate"),
    ),
    example("去年,全市完成投资30亿元。云溪快速化改造工程建成通车,柳塘码头全面竣工。"),
    example("今年以来,全市已完成投资30亿元。云溪快速化改造工程建成通车,柳塘码头全面竣工。"),
    example(
        "2026年,计划完成交通投资12亿元以上。柳塘大桥合龙,云溪隧道双线贯通,溪口港二期工程投入试运行。",
        milestone("柳塘大桥", "build"),
        milestone("云溪隧道", "complete"),
        milestone("溪口港二期工程", "operate"),
    ),
    example(
        "主体建成溪口作业区、柳塘物流园码头。",
        milestone("溪口作业区", "complete"),
        milestone("柳塘物流园码头", "complete"),
    ),
    example(
        "全线贯通云溪隧道。",
        milestone("云溪隧道", "complete"),
    ),
    example(
        "推进云柳铁路、溪口东至白鹭线路所、云溪铁路专用线项目。",
        milestone("云柳铁路", "build"),
        milestone("溪口东至白鹭线路所", "build"),
        milestone("云溪铁路专用线项目", "build"),
    ),
    example(
        "推进溪口电厂3号机组建设。",
        milestone("溪口电厂3号机组", "build"),
    ),
    example(
        "建成柳塘历史文化村落,改造溪口古镇。",
        milestone("柳塘历史文化村落", "complete"),
        milestone("溪口古镇", "build"),
    ),
    example(
        "提速白鹭湾片区开发。",
        milestone("白鹭湾片区开发", "build"),
    ),
    example(
        "动建云溪大道延伸线二期。",
        milestone("云溪大道延伸线二期", "start"),
    ),
    example(
        "推进大外环高速建设,推进外环(绕城)高速建设。",
        milestone("大外环高速", "build"),
        milestone("外环(绕城)高速", "build"),
    ),
    example(
        "争取柳塘乡风情小镇、凌云工业旅游示范基地、白鹭湖村文化旅游示范基地等创建成功。",
        milestone("柳塘乡风情小镇", "other"),
        milestone("凌云工业旅游示范基地", "other"),
        milestone("白鹭湖村文化旅游示范基地", "other"),
    ),
    example(
        "力争获批省级云溪工业园产业聚集区。",
        milestone("省级云溪工业园产业聚集区", "other"),
    ),
    example(
        "开展香樟小镇3A级旅游景区创建工作。",
        milestone("香樟小镇3A级旅游景区", "other"),
    ),
    example("年内开展旅游产业融合基地创建。"),
    example(
        "确保白鹭湖国家湿地公园成功创建。",
        milestone("白鹭湖国家湿地公园", "other"),
    ),
    example(
        "今年还将启动实施四项新的交通工程:总投资40亿元的农村公路完善提升工程、总投资120亿元的云柳国道提档升级工程、总投资17.5亿元的公路安保全覆盖工程,以及总投资1.1亿元的溪口渡改桥工程。",
        milestone("农村公路完善提升工程", "start", "year"),
        milestone("云柳国道提档升级工程", "start", "year"),
        milestone("公路安保全覆盖工程", "start", "year"),
        milestone("溪口渡改桥工程", "start", "year"),
    ),
    example(
        "重点推进三大工程:云溪水库除险加固工程、柳塘灌区改造工程、白鹭湖治理工程。",
        milestone("云溪水库除险加固工程", "build"),
        milestone("柳塘灌区改造工程", "build"),
        milestone("白鹭湖治理工程", "build"),
    ),
    example(
        "一是综合交通走廊建设,包括年内将开工的柳江港航电溪口枢纽;二是高速公路建设。",
        milestone("柳江港航电溪口枢纽", "start", "year"),
    ),
    example(
        "包括即将建成的云溪大桥。",
        milestone("云溪大桥", "complete"),
    ),
    example(
        "计划完成新一轮《云溪港总体规划》修编。",
        milestone("新一轮《云溪港总体规划》", "plan"),
    ),
    example("修订《云溪区安全生产管理办法》,完成《柳塘镇志》编纂。"),
    example(
        "完成云柳二通道方案研究,建成溪口大桥。",
        milestone("云柳二通道方案研究", "plan"),
        milestone("溪口大桥", "complete"),
    ),
    example(
        "动工建设柳塘路延伸线二期,还有云溪大桥,推进城区四环路建设。",
        milestone("柳塘路延伸线二期", "start"),
        milestone("云溪大桥", "start"),
        milestone("城区四环路", "build"),
    ),
    example(
        "推动地铁2号线东延线列车上线调试,推动6号线东段建成并实现通车。",
        milestone("地铁2号线东延线", "operate"),
        milestone("6号线东段", "operate"),
    ),
    example(
        "紧盯溪口大酒店项目年内投入营业,云湖养生养老项目动工建设,蜂巢驻宿招商项目落地。",
        milestone("溪口大酒店项目", "operate", "year"),
        milestone("云湖养生养老项目", "start"),
        milestone("蜂巢驻宿招商项目", "sign"),
    ),
    example(
        "溪口创业园6月底前完成三通一平。",
        milestone("溪口创业园", "build", "2026-06"),
    ),
    example(
        "建成工业园区、溪口河2条专支航道。",
        milestone("工业园区专支航道", "complete"),
        milestone("溪口河专支航道", "complete"),
    ),
    example(
        "将建成中学城三初、中学城六小两所学校,启动云岭城一高等3个项目建设。",
        milestone("中学城三初", "complete"),
        milestone("中学城六小", "complete"),
        milestone("云岭城一高", "start"),
    ),
    example(
        "持续推进云岭景区扩容提质。",
        milestone("云岭景区扩容提质", "build"),
    ),
    example(
        "力争柳塘至白鹭高速公路具备开工条件。",
        milestone("柳塘至白鹭高速公路", "plan"),
    ),
    example(
        "确保云溪快线年内实现半幅通车。",
        milestone("云溪快线", "operate", "year"),
    ),
    example(
        "推动云溪钢厂1号高炉点火投产,柳塘铜箔项目二季度试生产。",
        milestone("云溪钢厂1号高炉", "operate"),
        milestone("柳塘铜箔项目", "operate", "Q2"),
    ),
    example(
        "加快柳塘新城学校、云溪妇幼保健院新院、溪口养老中心建设进度。",
        milestone("柳塘新城学校", "build"),
        milestone("云溪妇幼保健院新院", "build"),
        milestone("溪口养老中心", "build"),
    ),
    example(
        "高标准建好云溪科技馆、柳塘文化中心。",
        milestone("云溪科技馆", "complete"),
        milestone("柳塘文化中心", "complete"),
    ),
    example(
        "争取将云柳高速公路纳入国家规划,争取溪口机场获国家立项批复。",
        milestone("云柳高速公路", "plan"),
        milestone("溪口机场", "plan"),
    ),
    example(
        "力争云溪大道南延工程立项,白鹭湖大桥取得可研批复。",
        milestone("云溪大道南延工程", "plan"),
        milestone("白鹭湖大桥", "plan"),
    ),
    example(
        "抓紧开展云柳城际铁路前期研究。",
        milestone("云柳城际铁路", "plan"),
    ),
    example(
        "推动云溪化工园区扩区,柳塘高新区申报国家级高新区。",
        milestone("云溪化工园区扩区", "build"),
    ),
    example(
        "做好云溪片区征地拆迁工作,完成柳塘安置小区回迁。",
        milestone("云溪片区征地拆迁", "build"),
    ),
    example(
        "完成柳塘路、溪口街雨污分流改造。",
        milestone("柳塘路", "complete"),
        milestone("溪口街雨污分流改造", "complete"),
    ),
    example(
        "实现柳塘水厂6月底通水、溪口电厂9月底并网。",
        milestone("柳塘水厂", "operate", "2026-06"),
        milestone("溪口电厂", "operate", "2026-09"),
    ),
    example(
        "对云溪一中、柳塘二中实施改扩建。",
        milestone("云溪一中", "build"),
        milestone("柳塘二中", "build"),
    ),
    example(
        "新改建溪口卫生院、柳塘中心敬老院。",
        milestone("溪口卫生院", "build"),
        milestone("柳塘中心敬老院", "build"),
    ),
    example(
        "打通云溪大道、柳塘北路等断头路,畅通溪口出口路。",
        milestone("云溪大道", "complete"),
        milestone("柳塘北路", "complete"),
    ),
    example(
        "抓好总投资20亿元的海拓电子产业园、投资5亿元的晶源光电二期建设。",
        milestone("海拓电子产业园", "build"),
        milestone("晶源光电二期", "build"),
    ),
    example(
        "计划新建柳塘路小学(36班)、溪口幼儿园(12班)。",
        milestone("柳塘路小学(36班)", "build"),
        milestone("溪口幼儿园(12班)", "build"),
    ),
    example(
        "全力服务保障云溪储能电站建设,确保8月并网。",
        milestone("云溪储能电站", "operate", "2026-08"),
    ),
    example(
        "今年重点建设以下项目:云溪大道南延、柳塘水厂、溪口幼儿园。",
        milestone("云溪大道南延", "build", "year"),
        milestone("柳塘水厂", "build", "year"),
        milestone("溪口幼儿园", "build", "year"),
    ),
    example(
        "开工项目:云溪大道南延、柳塘水厂;竣工项目:溪口幼儿园。",
        milestone("云溪大道南延", "start"),
        milestone("柳塘水厂", "start"),
        milestone("溪口幼儿园", "complete"),
    ),
    example(
        "1100亩云商产业园力争9月底前完成征地。",
        milestone("云商产业园", "acquire", "2026-09"),
    ),
    example(
        "云商产业园力争9月底前完成征地,柳塘创业园力争年底前完成征地及土地平整。",
        milestone("云商产业园", "acquire", "2026-09"),
        milestone("柳塘创业园", "acquire", "year-end"),
    ),
    example(
        "年内完成溪口景区、柳塘历史文化村落100%工程量;徒步城二期项目60%工程量;云岭古城项目50%的工程量。",
        milestone("溪口景区", "complete", "year"),
        milestone("柳塘历史文化村落", "complete", "year"),
        milestone("徒步城二期项目", "build", "year"),
        milestone("云岭古城项目", "build", "year"),
    ),
    example(
        "启动云溪机场航站楼主体工程施工。",
        milestone("云溪机场航站楼", "start"),
    ),
    example(
        "启动云溪北站站房施工。",
        milestone("云溪北站站房", "start"),
    ),
    example(
        "疏浚溪口航道。",
        milestone("溪口航道", "build"),
    ),
    example(
        "开工项目:云溪大道南延、柳塘水厂;竣工项目:溪口幼儿园。",
        milestone("云溪大道南延", "start"),
        milestone("柳塘水厂", "start"),
        milestone("溪口幼儿园", "complete"),
    ),
    example(
        "新开通云溪至上海货运航线。",
        milestone("云溪至上海货运航线", "operate"),
    ),
    example(
        "建成开放云溪美术馆。",
        milestone("云溪美术馆", "operate"),
    ),
    example(
        "引进天衡新材料项目落户。",
        milestone("天衡新材料项目", "sign"),
    ),
    example(
        "改造建设中路。",
        milestone("建设中路", "build"),
    ),
    example("紧盯“四大板块”,盯紧意向项目,紧盯目标任务。"),
    example("完成《2026年云溪区民生实事项目》。"),
    example("完成项目修建性详规评审。"),
    example("开展文明城市创建工作,开展平安单位创建。"),
    example("主要抓好三项工作:一是推进改革、二是优化服务。"),
    example("完成四项任务:招商引资、项目建设、民生改善。"),
    example("今年计划完成投资12亿元。目前,柳塘大桥建成通车。"),
    example("今年上半年,全市完成投资30亿元。云溪快速化改造工程建成通车,柳塘码头全面竣工。"),
    example("今年,全市计划完成投资30亿元。过去一年,云溪大桥建成通车。"),
    example("具备条件的项目纳入国家规划。"),
    example("完成年度目标任务100%,完成投资进度60%。"),
    example("进入全面建设新阶段。"),
    example("整治占道经营,加固安全防线。"),
    example("提速政务服务,提速项目审批。"),
    example("全面完成征地拆迁任务,完成规划编制工作。"),
    # what stands before and behind a name, once more
    example(
        "确保投资3.6亿元云福公司专用车项目、投资1.1亿元海柳公司驾驶室项目等年内投产。",
        milestone("云福公司专用车项目", "operate", "year"),
        milestone("海柳公司驾驶室项目", "operate", "year"),
    ),
    example(
        "启动集生态、旅游、观光于一体的马柳河旅游区建设。",
        milestone("马柳河旅游区", "start"),
    ),
    example("新建云溪至工业园区的工业大道。", milestone("云溪至工业园区的工业大道", "build")),
    example(
        "推动区妇幼保健院新院等开门应诊,完成府柳运动天地建设。",
        milestone("区妇幼保健院新院", "operate"),
        milestone("府柳运动天地", "complete"),
    ),
    example(
        "建设柳塘镇综合服务中心,确保国庆前投入使用。",
        milestone("柳塘镇综合服务中心", "operate", "2026-09"),
    ),
)

CORPUS = Corpus("more ways to promise", read, EXAMPLES)
