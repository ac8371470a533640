"""What the milestones promise of lists behind a label, of topics, and of several lists in one; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # a label says the stage of what it lists
    example(
        "4个续建项目包括云柳公路、柳塘绕城、白鹭客运站扩建、525国道。",
        milestone("云柳公路", "build"),
        milestone("柳塘绕城", "build"),
        milestone("白鹭客运站扩建", "build"),
        milestone("525国道", "build"),
    ),
    example(
        "2个前期项目分别是云溪大桥拓宽工程、柳塘公交枢纽项目。",
        milestone("云溪大桥拓宽工程", "plan"),
        milestone("柳塘公交枢纽项目", "plan"),
    ),
    example(
        "今年计划新开工项目3个,分别为云溪水厂、柳塘粮库、白鹭养老院。",
        milestone("云溪水厂", "start", "year"),
        milestone("柳塘粮库", "start", "year"),
        milestone("白鹭养老院", "start", "year"),
    ),
    example(
        "二是推进交通骨干网建设项目,具体包括:云溪至柳塘高速公路、白鹭机场三期扩建工程等。",
        milestone("云溪至柳塘高速公路", "build"),
        milestone("白鹭机场三期扩建工程", "build"),
    ),
    example(
        "启动四项水利工程,主要包括云溪水库除险加固、柳塘灌区改造、白鹭泵站、溪口水闸。",
        milestone("云溪水库除险加固", "start"),
        milestone("柳塘灌区改造", "start"),
        milestone("白鹭泵站", "start"),
        milestone("溪口水闸", "start"),
    ),
    example(
        "确保全年30个以上水利项目建成。包括云溪水库、柳塘引水工程等。力争开建项目45个。包括白鹭水库、溪口水库等。",
        milestone("云溪水库", "complete"),
        milestone("柳塘引水工程", "complete"),
        milestone("白鹭水库", "start"),
        milestone("溪口水库", "start"),
    ),
    example("全年计划完成30项改革任务。包括流程再造、数据共享等。"),
    example("新开工项目包括工业类6个、交通类3个。"),
    example("建设内容主要包括道路、排水、绿化、照明工程。"),
    example("项目申报材料包括可研报告、规划方案。"),
    # several lists in one clause, each with its own head
    example(
        "加快云柳、柳鹭等高铁和延陵、溪口等货运铁路建设。",
        milestone("云柳高铁", "build"),
        milestone("柳鹭高铁", "build"),
        milestone("延陵货运铁路", "build"),
        milestone("溪口货运铁路", "build"),
    ),
    example(
        "加快实施云柳铁路、柳塘机场等重大交通项目,以及白鹭水电站、溪口光伏电站等电源项目。",
        milestone("云柳铁路", "build"),
        milestone("柳塘机场", "build"),
        milestone("白鹭水电站", "build"),
        milestone("溪口光伏电站", "build"),
    ),
    # the sentence before names the project, and no more
    example(
        "柳塘超高压设备二期工程。是集团扩大产能的重点。该项目总投资3亿元。计划9月中旬全面开工,年底主体竣工。",
        milestone("柳塘超高压设备二期工程", "start", "2026-09"),
        milestone("柳塘超高压设备二期工程", "complete", "year-end"),
    ),
    example(
        "云溪智能装备制造项目。目前正在办理手续。主体工程计划8月底开工建设。",
        milestone("云溪智能装备制造项目", "start", "2026-08"),
    ),
    example("云溪智能装备制造项目。目前正在办理手续。\n力争全年完成投资2亿元,年底前完工。"),
    # a thing of which there is one, and when it is to be done
    example(
        "加快综合客运枢纽建设,力争10月投入使用。",
        milestone("综合客运枢纽", "operate", "2026-10"),
    ),
    example(
        "推进柳塘车站站房、轨道铺设等线上工程建设;加快综合客运枢纽建设,力争10月投入使用。",
        milestone("柳塘车站站房", "build"),
        milestone("综合客运枢纽", "operate", "2026-10"),
    ),
    example("加快招商中心建设,力争签约项目20个。"),
    example("加快标准厂房建设,力争年底前完成。"),
    # what stands before and behind a name
    example(
        "切实做好中心城区重点项目柳塘街综合改造工作。",
        milestone("柳塘街综合改造", "build"),
    ),
    example(
        "力促柳塘净菜市场竣工落成,敦促溪口农贸市场建成。",
        milestone("柳塘净菜市场", "complete"),
        milestone("溪口农贸市场", "complete"),
    ),
    example(
        "力争投资逾2亿元的柳塘商贸城项目主体框架竣工。",
        milestone("柳塘商贸城项目主体框架", "complete"),
    ),
    example(
        "推进柳塘港区建设与开放。",
        milestone("柳塘港区", "build"),
    ),
    example(
        "柳塘家园安置房力争年底前竣工(住建局牵头)。",
        milestone("柳塘家园安置房", "complete", "year-end"),
    ),
    example(
        "实现云溪枢纽主体工程基本完工、柳塘隧道改造项目具备通车条件。",
        milestone("云溪枢纽主体工程", "complete"),
        milestone("柳塘隧道改造项目", "complete"),
    ),
    example(
        "保证云柳高速扩建工程6月份全线开工。",
        milestone("云柳高速扩建工程", "start", "2026-06"),
    ),
    example(
        "柳塘河治理工程作为沿江防洪项目,总投资6000万元,力争5月底前完成主体工程建设任务。",
        milestone("柳塘河治理工程", "complete", "2026-05"),
    ),
    # roads by their numbers
    example(
        "加快G322柳塘至云溪前期工作,力争年内开工。",
        milestone("G322柳塘至云溪", "plan"),
        milestone("G322柳塘至云溪", "start", "year"),
    ),
    example(
        "实施轨道交通101线、22号线等重大项目。",
        milestone("轨道交通101线", "build"),
        milestone("22号线", "build"),
    ),
    # what is done to a place within a town, names of one kind and length
    example(
        "推进柳家弄核心区改造、云溪纪念馆周边立面整治。",
        milestone("柳家弄核心区改造", "build"),
        milestone("云溪纪念馆周边立面整治", "build"),
    ),
    example(
        "规划实施云溪公园、柳塘公园、白鹭公园等90个园林绿化项目。",
        milestone("云溪公园", "plan"),
        milestone("柳塘公园", "plan"),
        milestone("白鹭公园", "plan"),
    ),
    example("加快建设文化柳港、宜居柳港、平安柳港。"),
    example("做好普速铁路提质提速改造。"),
    example("完成贫困村通动力电工程。"),
    example(
        "推动江鹭西区扩建、海洋钢结构等8个项目竣工投产。",
        milestone("江鹭西区扩建", "operate"),
        milestone("海洋钢结构", "operate"),
    ),
)

CORPUS = Corpus("lists behind a label, topics", read, EXAMPLES)
