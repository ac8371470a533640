"""What the milestones promise of projects in turn: each with its own time, under one label, unit by unit; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # each with its own time and stage
    example(
        "白鹭大桥11月10日通车、溪口文化馆11月底对外开放、柳塘管廊年前完成廊体1.8公里。",
        milestone("白鹭大桥", "operate", "2026-11"),
        milestone("溪口文化馆", "operate", "2026-11"),
        milestone("柳塘管廊", "build", "year-end"),
    ),
    example(
        "溪口客运枢纽站9月底前完成征迁并启动桩基施工。",
        milestone("溪口客运枢纽站", "acquire", "2026-09"),
        milestone("溪口客运枢纽站", "start", "2026-09"),
    ),
    example(
        "医疗中心5月开诊,滨河步道“五一”前对市民开放,柳塘消防站8月移交使用。",
        milestone("医疗中心", "operate", "2026-05"),
        milestone("滨河步道", "operate", "2026-04"),
        milestone("柳塘消防站", "operate", "2026-08"),
    ),
    example(
        "力争海拓电子5月开工入统、立信光电8月投产纳统,白鹭食品产业园年内竣工投产、升规入统。",
        milestone("海拓电子", "start", "2026-05"),
        milestone("立信光电", "operate", "2026-08"),
        milestone("白鹭食品产业园", "operate", "year"),
    ),
    example(
        "柳塘污水厂提标改造二季度招标、年内通水。",
        milestone("柳塘污水厂提标改造", "other", "Q2"),
        milestone("柳塘污水厂提标改造", "operate", "year"),
    ),
    # units and lots of the same thing
    example(
        "溪口港1#泊位7月交工验收,2#泊位年内开工。",
        milestone("溪口港1#泊位", "complete", "2026-07"),
        milestone("溪口港2#泊位", "start", "year"),
    ),
    example(
        "柳塘电厂1号机组5月并网,2号机组年底前具备发电条件。",
        milestone("柳塘电厂1号机组", "operate", "2026-05"),
        milestone("柳塘电厂2号机组", "operate", "year-end"),
    ),
    # under one label, part by part
    example(
        "续建项目:溪口大厦,完成装修并投入使用;柳塘公寓一期,完成主体工程;智慧物流园,完成钢结构厂房2栋。",
        milestone("溪口大厦", "operate"),
        milestone("柳塘公寓一期", "complete"),
        milestone("智慧物流园", "build"),
    ),
    example(
        "重点推进:①润德光伏组件项目,一季度完成厂房改造,二季度试产;②嘉远汽配项目,年内竣工投产、纳规入统。",
        milestone("润德光伏组件项目", "build", "Q1"),
        milestone("润德光伏组件项目", "operate", "Q2"),
        milestone("嘉远汽配项目", "operate", "year"),
    ),
    # names over several clauses, and all that were named
    example(
        "实施“两路一桥”工程,即:科技路、白鹭路,东风桥,企业服务中心,年内全部建成投用。",
        milestone("科技路", "operate", "year"),
        milestone("白鹭路", "operate", "year"),
        milestone("东风桥", "operate", "year"),
        milestone("企业服务中心", "operate", "year"),
    ),
    example(
        "新建柳塘路,改造白鹭大街、溪口街等7条街路,上述工程9月底前全部竣工。",
        milestone("柳塘路", "complete", "2026-09"),
        milestone("白鹭大街", "complete", "2026-09"),
        milestone("溪口街", "complete", "2026-09"),
    ),
    example(
        "柳塘示范区二期、白鹭第二水源地等项目要挂图作战,5月底前全部进场施工。",
        milestone("柳塘示范区二期", "start", "2026-05"),
        milestone("白鹭第二水源地", "start", "2026-05"),
    ),
    # whom one signs with is no project, nor is 跟进 a part of a name
    example(
        "与云延集团签订战略合作协议,跟进海拓饮片项目、立信再制造项目,力争上半年签约。",
        milestone("海拓饮片项目", "sign", "2026-06"),
        milestone("立信再制造项目", "sign", "2026-06"),
    ),
    # homes, plots and routes take what follows the last of them
    example(
        "启动幸福里、柳塘新村老旧小区改造。",
        milestone("幸福里老旧小区改造", "start"),
        milestone("柳塘新村老旧小区改造", "start"),
    ),
    example(
        "收储原溪口钢厂、柳塘纺织二厂地块。",
        milestone("原溪口钢厂地块", "acquire"),
        milestone("柳塘纺织二厂地块", "acquire"),
    ),
    # steps with their project between verb and step
    example(
        "完成柳塘大桥主体封顶,完成白鹭路南段招标,完成立信光电环评批复,完成溪口水厂设备安装。",
        milestone("柳塘大桥", "build"),
        milestone("白鹭路南段", "other"),
        milestone("立信光电", "plan"),
        milestone("溪口水厂", "complete"),
    ),
    # a table of tasks promises what it states
    example(
        "类别 | 目标任务 | 责任单位 |\n城建 | 柳塘大桥竣工通车;溪口大道路基贯通。 | 住建局 |",
        milestone("柳塘大桥", "operate"),
        milestone("溪口大道", "build"),
    ),
    # stages and times in the brackets of names, times inside a list
    example(
        "溪口锂电产业园(3月开工,年底封顶),柳塘新能源电池项目(6月投产)。",
        milestone("溪口锂电产业园", "start", "2026-03"),
        milestone("溪口锂电产业园", "build", "year-end"),
        milestone("柳塘新能源电池项目", "operate", "2026-06"),
    ),
    example(
        "竣工项目:溪口一中体育馆(5月)、白鹭路改造(6月)。",
        milestone("溪口一中体育馆", "complete", "2026-05"),
        milestone("白鹭路改造", "complete", "2026-06"),
    ),
    example(
        "确保溪口医院10月、柳塘中学8月竣工。",
        milestone("溪口医院", "complete", "2026-10"),
        milestone("柳塘中学", "complete", "2026-08"),
    ),
    # nodes behind a project's name, and which unit is meant
    example(
        "溪口科创园:3月,完成立项;5月,完成土地摘牌;8月,开工建设。",
        milestone("溪口科创园", "plan", "2026-03"),
        milestone("溪口科创园", "other", "2026-05"),
        milestone("溪口科创园", "start", "2026-08"),
    ),
    example(
        "白鹭路北延工程\n目标:6月底前建成通车\n措施:倒排工期",
        milestone("白鹭路北延工程", "operate", "2026-06"),
    ),
    example(
        "重点推进溪口基地1号楼、2号楼建设,其中1号楼5月竣工,2号楼10月竣工。",
        milestone("溪口基地1号楼", "build"),
        milestone("溪口基地2号楼", "build"),
        milestone("溪口基地1号楼", "complete", "2026-05"),
        milestone("溪口基地2号楼", "complete", "2026-10"),
    ),
    example(
        "力促海拓科技项目5月10日前完成摘牌,15日前开工。",
        milestone("海拓科技项目", "other", "2026-05"),
        milestone("海拓科技项目", "start", "2026-05"),
    ),
    example(
        "白鹭港区沥青面层12月20日前铺完,力争柳塘隧道12月底前合龙,具备通车条件。",
        milestone("柳塘隧道", "build", "2026-12"),
    ),
    example(
        "确保“两馆一中心”项目(图书馆、文化馆、群众艺术中心)年底前竣工。",
        milestone("图书馆", "complete", "year-end"),
        milestone("文化馆", "complete", "year-end"),
        milestone("群众艺术中心", "complete", "year-end"),
    ),
    # who acts, and what a project's line tells of it
    example(
        "协调国网公司6月底前完成110千伏线路迁改。",
        milestone("110千伏线路迁改", "complete", "2026-06"),
    ),
    example(
        "海拓铝箔项目。总投资9亿元,建设年产8万吨铝箔生产线。9月底前投料试车。",
        milestone("海拓铝箔项目", "operate", "2026-09"),
    ),
    # what has no name leaves its stages to nobody
    example(
        "溪口基地A区4月底前交付,8栋6月底前封顶、9月底前竣工。",
        milestone("溪口基地A区", "operate", "2026-04"),
    ),
    # papers in turn: each dated one is a promise of its own
    example(
        "加快溪口水库前期工作,4月完成环评批复,6月取得用地预审,8月完成施工招标,10月具备开工条件。",
        milestone("溪口水库", "plan", "2026-04"),
        milestone("溪口水库", "plan", "2026-06"),
        milestone("溪口水库", "other", "2026-08"),
        milestone("溪口水库", "plan", "2026-10"),
    ),
    # what only looks alike
    example("上述工程要抓紧施工,其余项目6月底前完工。"),
    example("由溪口路至柳塘路,力争年底完工。"),
    example("推动12个项目开工入库,逐个项目倒排工期。"),
    example("标准厂房7万平方米一并建成。"),
    # under a place
    example(
        "铁炉镇:完成污水处理站建设,11月份启动安置房建设。",
        milestone("铁炉镇污水处理站", "complete"),
        milestone("铁炉镇安置房", "start", "2026-11"),
    ),
    example(
        "今年打通白鹭大道,9月底前完成路面铺筑。",
        milestone("白鹭大道", "complete", "year"),
        milestone("白鹭大道路面铺筑", "complete", "2026-09"),
    ),
    example("铁炉镇:新建停车场3个,完成农村公路改造5公里。"),
)  # fmt: skip

CORPUS = Corpus("milestones in turn", read, EXAMPLES)
