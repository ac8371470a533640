"""What the milestones promise of times: which one is a stage's own and which one reaches it from elsewhere; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # a time that opens the sentence governs all of it
    example(
        "今年,全区推进水网建设,全面完成柳塘泵站扩建工程;启动云溪水库除险加固工程。",
        milestone("柳塘泵站扩建工程", "complete", "year"),
        milestone("云溪水库除险加固工程", "start", "year"),
    ),
    example(
        "今年将力促云延、柳白等项目开工建设,做好溪北、云环等项目前期工作。",
        milestone("云延", "start", "year"),
        milestone("柳白", "start", "year"),
        milestone("溪北", "plan", "year"),
        milestone("云环", "plan", "year"),
    ),
    example(
        "12月底以前,要开工建设云溪洗选煤技改、柳塘商贸物流城(二期)等重大工程项目。",
        milestone("云溪洗选煤技改", "start", "2026-12"),
        milestone("柳塘商贸物流城(二期)", "start", "2026-12"),
    ),
    example(
        "一季度,柳塘小学开工,白鹭幼儿园竣工。",
        milestone("柳塘小学", "start", "Q1"),
        milestone("白鹭幼儿园", "complete", "Q1"),
    ),
    example(
        "上半年,云溪大桥将建成通车,柳塘路也将启动建设;四季度,启动白鹭路改造。",
        milestone("云溪大桥", "operate", "2026-06"),
        milestone("柳塘路", "start", "2026-06"),
        milestone("白鹭路改造", "start", "Q4"),
    ),
    # a deadline of a promise reaches what is built in parallel
    example(
        "力争年底前完成柳塘污水处理厂提标改造,建成溪口水厂。",
        milestone("柳塘污水处理厂提标改造", "complete", "year-end"),
        milestone("溪口水厂", "complete", "year-end"),
    ),
    example(
        "确保6月底前完成云溪大桥,加快柳塘大桥建设。",
        milestone("云溪大桥", "complete", "2026-06"),
        milestone("柳塘大桥", "build"),
    ),
    # a time of something else does not
    example(
        "对照2026年度重点任务,全力抓好凌云铝业技改项目、柳塘作业区一期工程建设。",
        milestone("凌云铝业技改项目", "build"),
        milestone("柳塘作业区一期工程", "build"),
    ),
    example(
        "推动戴凌轮毂二期、宇泰物流二期等项目年内建成投产,推动柳隆远大、云发精密等项目尽快达产。",
        milestone("戴凌轮毂二期", "operate", "year"),
        milestone("宇泰物流二期", "operate", "year"),
        milestone("柳隆远大", "operate"),
        milestone("云发精密", "operate"),
    ),
    example(
        "今年是项目建设提速年,云溪将推动创奇光电、得锐零部件等重大项目加快建设。",
        milestone("创奇光电", "build"),
        milestone("得锐零部件", "build"),
    ),
    example(
        "做实项目清单,全年新签约重大项目12个;推动白鹭泉饮品等项目签约落地。",
        milestone("白鹭泉饮品", "sign"),
    ),
    example(
        "强化龙头带动,力争全年生产车辆30万台;加快凌云智能、奔峰风电等项目投产达效。",
        milestone("凌云智能", "operate"),
        milestone("奔峰风电", "operate"),
    ),
    example(
        "保质保量完成今年3万人的饮水安全任务,加快柳塘水利枢纽工程前期工作。",
        milestone("柳塘水利枢纽工程", "plan"),
    ),
    example(
        "推动云溪大桥6月底前建成、柳塘大桥加快建设。",
        milestone("云溪大桥", "complete", "2026-06"),
        milestone("柳塘大桥", "build"),
    ),
    # its own time stands before, behind or between
    example("计划于8月开工建设溪口大桥。", milestone("溪口大桥", "start", "2026-08")),
    example("二季度\n1.开工建设溪口大桥、云溪会展中心。", milestone("溪口大桥", "start", "Q2"), milestone("云溪会展中心", "start", "Q2")),
    example("三季度：开工建设溪口大桥。\n开工建设云溪会展中心。", milestone("溪口大桥", "start", "Q3"), milestone("云溪会展中心", "start")),
    example("云溪大桥项目计划于2028年年底完工。", milestone("云溪大桥项目", "complete", "2028-12")),
    example("确保柳塘水厂扩建工程(6月底前)完工。", milestone("柳塘水厂扩建工程", "complete", "2026-06")),
    example("建成柳塘水厂扩建工程(6月底前)。", milestone("柳塘水厂扩建工程", "complete", "2026-06")),
    example("6月底前建成云溪大桥、柳塘大桥。", milestone("云溪大桥", "complete", "2026-06"), milestone("柳塘大桥", "complete", "2026-06")),
    example("柳塘大桥二季度开工,力争明年建成。", milestone("柳塘大桥", "start", "Q2"), milestone("柳塘大桥", "complete", "2027")),
    # a time without a value says that something is to be, and is no part of a name
    example("节前开通云溪大道。", milestone("云溪大道", "operate")),
    example("云溪大道“双十一”前开通。", milestone("云溪大道", "operate")),
    example("入汛前完成柳塘水库加固。", milestone("柳塘水库加固", "complete")),
    example("云溪小学改造暑期完成。", milestone("云溪小学改造", "complete")),
    example("柳塘路将在国庆假期前通车。", milestone("柳塘路", "operate")),
    example("今冬明春建成柳塘水厂。", milestone("柳塘水厂", "complete")),
    example("第二幼儿园、柳塘中学秋季招生。", milestone("第二幼儿园", "operate"), milestone("柳塘中学", "operate")),
    example("新建云溪果品分选中心,11月采收前投入运行。", milestone("云溪果品分选中心", "operate", "2026-11")),
    # what was reached in a year gone by is no promise
    example("去年建成云溪大桥。"),
)  # fmt: skip

CORPUS = Corpus("milestones and their times", read, EXAMPLES)
