"""What the milestones promise of stages: a second one, one behind its project, one of a project named before; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # what is done is the stage behind the names
    example(
        "一季度完成云溪制药、柳塘电子2个项目签约。",
        milestone("云溪制药", "sign", "Q1"),
        milestone("柳塘电子", "sign", "Q1"),
    ),
    example("10月底前完成云溪水厂竣工投用。", milestone("云溪水厂", "operate", "2026-10")),
    example("完成云溪大桥主体工程建设。", milestone("云溪大桥", "complete")),
    # what was shut goes on, what is built is used: the words of each trade
    example("柳塘水库10月恢复蓄水。", milestone("柳塘水库", "operate", "2026-10")),
    example("云溪农贸市场年底前恢复营业。", milestone("云溪农贸市场", "operate", "year-end")),
    example("海拓电子二期、明辉轴承年底前见产品。", milestone("海拓电子二期", "operate", "year-end"), milestone("明辉轴承", "operate", "year-end")),
    example("海拓无人机基地9月底前下线首台产品。", milestone("海拓无人机基地", "operate", "2026-09")),
    example("西岭安置楼年底前可分房。", milestone("西岭安置楼", "operate", "year-end")),
    example("重点抓好柳塘煤矿技改,确保三季度联合试运转。", milestone("柳塘煤矿技改", "operate", "Q3")),
    example("云溪水厂8月完成调试,9月正式供水。", milestone("云溪水厂", "build", "2026-08"), milestone("云溪水厂", "operate", "2026-09")),
    example("云溪保税物流中心年内封关验收。", milestone("云溪保税物流中心", "complete", "year")),
    example("云溪水厂计划3月破土。", milestone("云溪水厂", "start", "2026-03")),
    example("柳塘江堤加固工程将全面铺开。", milestone("柳塘江堤加固工程", "build")),
    example("各项工作全面铺开。"),
    example("主攻云溪天街、柳塘家居城等工程。", milestone("云溪天街", "build"), milestone("柳塘家居城", "build")),
    example("加紧柳塘泵站施工。", milestone("柳塘泵站", "build")),
    example("海拓电子、明辉轴承两个项目要在年内签下正式合同。", milestone("海拓电子", "sign", "year"), milestone("明辉轴承", "sign", "year")),
    example("促成红溪家居、川柳汽配城等9个项目签约入园。", milestone("红溪家居", "sign"), milestone("川柳汽配城", "sign")),
    example("促成海拓制伞、永联拉链两家企业年内落户投产。", milestone("海拓制伞", "operate", "year"), milestone("永联拉链", "operate", "year")),
    example("海拓显示模组要在6月底前完成设备进场,8月底前试生产。", milestone("海拓显示模组", "build", "2026-06"), milestone("海拓显示模组", "operate", "2026-08")),
    example("云溪路下穿通道要尽快完成管线迁改,确保12月底前恢复通车。", milestone("云溪路下穿通道", "build"), milestone("云溪路下穿通道", "operate", "2026-12")),
    # a section of what was named before
    example("推进柳塘河碧道建设,确保示范段12公里10月底前对市民开放。", milestone("柳塘河碧道", "build"), milestone("柳塘河碧道示范段", "operate", "2026-10")),
    example(
        "推进柳塘快速路建设,确保北段年底前通车、南段开工。",
        milestone("柳塘快速路", "build"),
        milestone("柳塘快速路北段", "operate", "year-end"),
        milestone("柳塘快速路南段", "start"),
    ),
    example("北段年底前通车。"),
    example("力争疏港铁路征地8月底前全部交付。", milestone("疏港铁路征地", "acquire", "2026-08")),
    # what works consist of, and which places they reach, is no project; the stage behind is that of the whole
    example(
        "启动城北雨污分流一期工程,主要建设内容包括云溪路、北环路、胜利街三条道路的雨污水管道新建及路面恢复,计划6月份进场。",
        milestone("城北雨污分流一期工程", "start", "2026-06"),
    ),
    example("启动城北老旧小区改造工程,涉及云溪小区、柳塘小区,计划6月份进场。", milestone("城北老旧小区改造工程", "start", "2026-06")),
    # what it costs and how long it is, then what is to be
    example("新建柳塘提水站。项目总投资2860万元,9月份开工建设。", milestone("柳塘提水站", "build"), milestone("柳塘提水站", "start", "2026-09")),
    example("建设柳塘大桥。工程全长2公里,计划5月动工。", milestone("柳塘大桥", "build"), milestone("柳塘大桥", "start", "2026-05")),
    # which trade it is, before the push
    example("农产品加工业力促海拓淀粉、鑫禾油脂两个项目年内投产。", milestone("海拓淀粉", "operate", "year"), milestone("鑫禾油脂", "operate", "year")),
    example("水利方面启动云溪水库除险加固。", milestone("云溪水库除险加固", "start")),
    # how far a thing has come, before its name, is no promise
    example("去年开工的柳塘水厂,今年6月底前要通水。", milestone("柳塘水厂", "operate", "2026-06")),
    example("4月开工的云溪一路、云溪二路等6条道路,预计12月底前全线竣工。", milestone("云溪一路", "complete", "2026-12"), milestone("云溪二路", "complete", "2026-12")),
    example("新建成的柳塘水厂6月投用。", milestone("柳塘水厂", "operate", "2026-06")),
    # 将 alone says that something is to be
    example("柳塘水厂将开工建设。", milestone("柳塘水厂", "start")),
    # a second stage in the next clause belongs to the whole list
    example(
        "加快云湖至柳塘、白鹭至延陵等项目前期工作,力争年内开工建设。",
        milestone("云湖至柳塘", "plan"),
        milestone("云湖至柳塘", "start", "year"),
        milestone("白鹭至延陵", "plan"),
        milestone("白鹭至延陵", "start", "year"),
    ),
    example(
        "重点做好云溪客运枢纽、柳塘客运枢纽建设工作,确保年内开工建设。",
        milestone("云溪客运枢纽", "start", "year"),
        milestone("柳塘客运枢纽", "start", "year"),
    ),
    example(
        "积极推进云溪4号线前期工作,力争年内开工建设。",
        milestone("云溪4号线", "plan"),
        milestone("云溪4号线", "start", "year"),
    ),
    example(
        "抓紧做好白鹭新区规划建设的各项前期工作,年内启动建设。",
        milestone("白鹭新区", "plan"),
        milestone("白鹭新区", "start", "year"),
    ),
    # the subject stands before the modal or the time
    example("云溪线确保今年9月30日建成通车。", milestone("云溪线", "operate", "2026-09")),
    example("柳塘线力争开工建设,并完成拆迁工作。", milestone("柳塘线", "start")),
    example("柳塘客运站今年6月30日前建成使用。", milestone("柳塘客运站", "operate", "2026-06")),
    example("云溪一中南校区将于9月开学。", milestone("云溪一中南校区", "operate", "2026-09")),
    example(
        "明年初,云溪安置房配套小学也将启动建设。",
        milestone("云溪安置房配套小学", "start", "2027"),
    ),
    example("全方位保障云延高铁柳塘段加快建设。", milestone("云延高铁柳塘段", "build")),
    example("云溪新区将推动创奇光电、得锐零部件等重大项目加快建设。", milestone("创奇光电", "build"), milestone("得锐零部件", "build")),
    example("配合省有关部门做好延陵港开工建设工作。", milestone("延陵港", "start")),
    # the project was named before, the clause only reports how things stand
    example(
        "白鹭幼儿园扩建项目主体已完工,正着手内外装修,计划8月份竣工验收。",
        milestone("白鹭幼儿园扩建项目", "complete", "2026-08"),
    ),
    example(
        "溪口小学教学楼及附属项目主体工程封顶,计划12月份竣工验收。",
        milestone("溪口小学教学楼及附属项目", "complete", "2026-12"),
    ),
    example(
        "柳塘小学综合楼项目主体工程施工中,计划11月份主体封顶。",
        milestone("柳塘小学综合楼项目", "build", "2026-11"),
    ),
    example(
        "云溪医院迁建项目,计划总投资4.7亿元,工程计划6月完工。",
        milestone("云溪医院迁建项目", "complete", "2026-06"),
    ),
    example(
        "1、投资6000万元的柳塘机械配件厂建设项目,该项目占地60亩,计划3月开工,年底建成。",
        milestone("柳塘机械配件厂建设项目", "start", "2026-03"),
        milestone("柳塘机械配件厂建设项目", "complete", "year-end"),
    ),
    example(
        "总投资1200万元、总长9400米的白鹭河清淤复堤项目,该项目计划6月开工,年底完成。",
        milestone("白鹭河清淤复堤项目", "start", "2026-06"),
        milestone("白鹭河清淤复堤项目", "complete", "year-end"),
    ),
    example(
        "云溪急救中心项目,计划总投资3.7亿元。目前大楼基本完工,预计9月15日有望投入使用。",
        milestone("云溪急救中心项目", "operate", "2026-09"),
    ),
    example(
        "云溪至延陵、云溪至柳塘高速公路路基完成98%,计划年底前通车。",
        milestone("云溪至延陵高速公路", "operate", "year-end"),
        milestone("云溪至柳塘高速公路", "operate", "year-end"),
    ),
    example("延塘铁路扩能工程基本完成铺架,年底前建成。", milestone("延塘铁路扩能工程", "complete", "year-end")),
    example(
        "云溪镇柳塘南路工程,已完成土方填筑,确保9月底完成主体工程建设。",
        milestone("云溪镇柳塘南路工程", "complete", "2026-09"),
    ),
    example(
        "候车亭改建工程,已完成沿线施工的80%,确保11月底完成全部建设任务。",
        milestone("候车亭改建工程", "complete", "2026-11"),
    ),
    # what is to be done to it, where a main verb leads
    example(
        "全面完成云河泵站改扩建工程(一期)、大柳滩水库除险加固工程并投入使用。",
        milestone("云河泵站改扩建工程(一期)", "operate"),
        milestone("大柳滩水库除险加固工程", "operate"),
    ),
    example("建成云溪农副产品交易物流区并投入运行。", milestone("云溪农副产品交易物流区", "operate")),
    example("规划建设白鹭滩大景区。", milestone("白鹭滩大景区", "plan")),
    example("抓好东塘河综合治理,实施镜湖及周边河道治理。", milestone("东塘河综合治理", "build"), milestone("镜湖及周边河道治理", "build")),
    example("实施第三水厂扩建,支持引柳济云工程建设。", milestone("第三水厂扩建", "build"), milestone("引柳济云工程", "build")),
    example("迁建县政务服务中心。", milestone("县政务服务中心", "build")),
    example("开工建设老年大学。", milestone("老年大学", "start")),
    example("对云溪中路等3条城区道路进行综合提升改造。", milestone("云溪中路", "build")),
    example("对柳塘路进行绿化亮化提档升级。", milestone("柳塘路", "build")),
    example("攻坚G247线(原S307线)过境公路、云岭旅游环线等交通重点项目建设。", milestone("G247线(原S307线)过境公路", "build"), milestone("云岭旅游环线", "build")),
    example("开展南屏路高架快速通道研究论证工作。", milestone("南屏路高架快速通道", "plan")),
    example("加快柳塘片区地下综合管廊实施进度。", milestone("柳塘片区地下综合管廊", "build")),
    example("投资3000万元建设云溪白虾循环水养殖基地。", milestone("云溪白虾循环水养殖基地", "build")),
    example("扎实抓好凌云铝业技改项目、柳塘作业区一期工程等重大项目攻坚。", milestone("凌云铝业技改项目", "build"), milestone("柳塘作业区一期工程", "build")),
    example(
        "3-4月,柳塘小学、白鹭幼儿园2所学校建设项目开复工,云溪小学、延陵幼儿园2所学校建设项目完成开工手续。",
        milestone("柳塘小学", "start", "2026-04"),
        milestone("白鹭幼儿园", "start", "2026-04"),
        milestone("云溪小学", "plan", "2026-04"),
        milestone("延陵幼儿园", "plan", "2026-04"),
    ),
    example(
        "5-6月,柳塘小学建设项目完成主体工程,白鹭幼儿园建设项目实施主体工程。",
        milestone("柳塘小学建设项目", "complete", "2026-06"),
        milestone("白鹭幼儿园建设项目", "build", "2026-06"),
    ),
    example("柳塘烟厂技术改造项目计划8月份完成联合工房封顶。", milestone("柳塘烟厂技术改造项目", "build", "2026-08")),
    example("持续推进公办幼儿园建设,东坝幼儿园、柳城幼儿园投入使用,云山幼儿园完成主体结顶。", milestone("东坝幼儿园", "operate"), milestone("柳城幼儿园", "operate"), milestone("云山幼儿园", "build")),
    example("实现云溪天然气管线并网运行。", milestone("云溪天然气管线", "operate")),
    example("贯通云清路延伸段,打通柳山隧道。", milestone("云清路延伸段", "complete"), milestone("柳山隧道", "complete")),
    example("确保云延高铁控制性工程按既定时间节点完工。", milestone("云延高铁控制性工程", "complete")),
    example(
        "云溪县职中迁建项目10月启动三通一平,柳塘小学迁建项目3月底前完成招投标。",
        milestone("云溪县职中迁建项目", "start", "2026-10"),
        milestone("柳塘小学迁建项目", "other", "2026-03"),
    ),
    example(
        "力争6月底前启动云竹山谷二期建设、年底前启动三期建设任务。",
        milestone("云竹山谷二期", "start", "2026-06"),
        milestone("云竹山谷三期", "start", "year-end"),
    ),
    example("异地新建柳塘第三中学,升压改造云犊变电站。", milestone("柳塘第三中学", "build"), milestone("云犊变电站", "build")),
    example("新建规划展览馆。", milestone("规划展览馆", "build")),
    example("确保地铁2号线(云柳线)开工建设。", milestone("地铁2号线(云柳线)", "start")),
    example("重点推进众汇二期投产、三期开工。", milestone("众汇二期", "operate"), milestone("众汇三期", "start")),
    example("推动云溪科技园区(柳塘、白鹭)争创国家级高新技术产业示范区。", milestone("云溪科技园区(柳塘、白鹭)争创国家级高新技术产业示范区", "other")),
    example("建设市第一医院医疗综合楼、市中心医院柳湖院区老年医疗中心。", milestone("市第一医院医疗综合楼", "build"), milestone("市中心医院柳湖院区老年医疗中心", "build")),
    example("完成柳河泵站和云江水闸主体工程。", milestone("柳河泵站主体工程", "complete"), milestone("云江水闸主体工程", "complete")),
    example("计划陆续开工建设云延特高压工程。", milestone("云延特高压工程", "start")),
    example("力争完成新107国道前期工作,开工建设滨溪自行车专道。", milestone("新107国道", "plan"), milestone("滨溪自行车专道", "start")),
    example("积极创建国家级节水型城市。", milestone("国家级节水型城市", "other")),
    example(
        "加快推进云溪植物园、柳塘公园等项目建设,年底前对外开放。",
        milestone("云溪植物园", "operate", "year-end"),
        milestone("柳塘公园", "operate", "year-end"),
    ),
    example(
        "(一)中药材种植产业园项目:该项目位于柳塘村,总投资120万元,目前正在流转土地,预计5月竣工。",
        milestone("中药材种植产业园项目", "complete", "2026-05"),
    ),
    # nothing to reach
    example("工程于5月30日开工建设,目前已完成投资85万元。"),
    example("该项目计划3月开工,年底建成。"),
    example("凌云汽车焊装厂房、冲压厂房、总装车间陆续封顶。"),
    example("溪口大桥已建成通车,柳塘大桥正在加快建设。"),
    example("云溪重点项目建设顺利推进。"),
    example("加快项目前期工作,力争年内开工建设。"),
    example("推进公路水路项目建设,力争全年完成投资70亿元。"),
    example("抓好项目开工,力争早日竣工投产。"),
    example("2026年将有哪些项目开工建设。"),
    # stages said in other words
    example(
        "确保凌云装备、海拓电子等5个工程在攻坚期间顺利开工建设。",
        milestone("凌云装备", "start"),
        milestone("海拓电子", "start"),
    ),
    example(
        "确保凌云装备、海拓电子等9个工程按照时间节点达到目标形象进度。",
        milestone("凌云装备", "build"),
        milestone("海拓电子", "build"),
    ),
    example(
        "确保柳塘旅游专线、云石石材二期、白鹭毛刷厂等项目能按照时间节点强力推进。",
        milestone("柳塘旅游专线", "build"),
        milestone("云石石材二期", "build"),
        milestone("白鹭毛刷厂", "build"),
    ),
    example("力争市中医院实现整体搬迁。", milestone("市中医院", "complete")),
    example(
        "加大推进白鹭港区航道建设力度,加大云溪湿地公园建设力度。",
        milestone("白鹭港区航道", "build"),
        milestone("云溪湿地公园", "build"),
    ),
    example("溪口产业园力争动工建设云溪检测中心项目。", milestone("云溪检测中心项目", "start")),
    example(
        "建成柳塘长江大桥,并完成云溪路隧道主体工程。",
        milestone("柳塘长江大桥", "complete"),
        milestone("云溪路隧道主体工程", "complete"),
    ),
    example(
        "推进溪口水库工程等省内审批项目年内取得实质性进展。",
        milestone("溪口水库工程", "build", "year"),
    ),
    example(
        "促进云溪抽水蓄能电站、柳河梯级开发开工建设。",
        milestone("云溪抽水蓄能电站", "start"),
        milestone("柳河梯级开发", "start"),
    ),
    # what a place is to become
    example("推进云溪古镇国家5A级景区创建。", milestone("云溪古镇国家5A级景区", "other")),
    example("完成柳塘景区4A级创建。", milestone("柳塘景区4A级", "other")),
    example(
        "支持云溪文化广场创建3A工业旅游景区,推进柳塘旅游名镇和白鹭旅游名村创建。",
        milestone("云溪文化广场创建3A工业旅游景区", "other"),
        milestone("柳塘旅游名镇", "other"),
        milestone("白鹭旅游名村", "other"),
    ),
    example(
        "争创国家级农产品质量安全县(市)。",
        milestone("国家级农产品质量安全县(市)", "other"),
    ),
    example("推进“引溪济柳”工程。", milestone("“引溪济柳”工程", "build")),
    example("打造柳塘镇乡村振兴示范点。", milestone("柳塘镇乡村振兴示范点", "build")),
    example("推进两大核心景区4A级创建。"),
    example("支持6个村创建和美乡村示范村。"),
    example("支持云溪打造国际航空枢纽。"),
    example("实施扩大教育资源项目,实施老旧楼院治理改造及电梯加装工程。"),
    example("新建10万平方米街旁游园。"),
    example("加快推动入园企业工程建设力度。"),
    example("建成石佛消防站,完成园区货运站选址。", milestone("石佛消防站", "complete"), milestone("园区货运站选址", "plan")),
    example("年内完成白鹭公园三期设计,完成学校选址。", milestone("白鹭公园三期设计", "plan", "year")),
)  # fmt: skip

CORPUS = Corpus("milestones by stage", read, EXAMPLES)
