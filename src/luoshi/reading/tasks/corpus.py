"""Invented sentences and the tasks that must be found in them."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.tasks import read as tasks


def read(item: Example) -> Sequence[Fact]:
    """Action, object, actors and period of each task."""
    found = tasks(facts.as_repaired_body(item), ())
    return [{"action": t.action, "object": t.object, "actors": t.actors, "period": t.period} for t in found]


def _t(action: str, target: str, **more: object) -> Fact:
    return {"action": action, "object": target, **more}


CORPUS = Corpus(
    "tasks",
    read,
    (
        example("出台驻外分局考核细则。", _t("出台", "驻外分局考核细则", actors=(), period=None)),
        example("大力推行帮办代办服务。", _t("推行", "帮办代办服务")),
        example(
            "加快推进溪口污水管网工程，启动柳塘安置房二期征迁。",
            _t("加快推进", "溪口污水管网工程"),
            _t("启动", "柳塘安置房二期征迁"),
        ),
        example(
            "建立健全要素保障机制；完善项目预审制度。",
            _t("建立健全", "要素保障机制"),
            _t("完善", "项目预审制度"),
        ),
        example("高质量编制产业发展规划，增强发展后劲。", _t("编制", "产业发展规划")),
        example("由规划建设局牵头编制道路专项规划。", _t("编制", "道路专项规划", actors=("规划建设局",))),
        example("招商局要充实驻外招商力量。", _t("充实", "驻外招商力量", actors=("招商局",))),
        example(
            "制定人才引进办法（责任单位：党政办公室、科技创新局）。",
            _t("制定", "人才引进办法", actors=("党政办公室", "科技创新局")),
        ),
        example("6月底前完成云溪大道绿化工程。", _t("完成", "云溪大道绿化工程", period="2026-06")),
        example("谋划、储备一批重大产业项目。", _t("谋划、储备", "一批重大产业项目")),
        example("解决好企业融资用工难题。", _t("解决好", "企业融资用工难题")),
        example("积极争创省级绿色园区。", _t("争创", "省级绿色园区")),
        example("强化政策支持，及时兑现各类奖补资金。", _t("兑现", "各类奖补资金")),
        example("鼓励龙头企业实施技术改造。", _t("鼓励", "龙头企业实施技术改造")),
        # in the row of a table: who answers and until when stand beside it
        example(
            "序号\t重点任务\t责任单位\t完成时限\n1\t出台人才引进办法，建立问题台账。\t人社局\t6月底前\n2\t开展“干部下企业”活动。\t经发局\t持续推进",
            _t("出台", "人才引进办法", actors=("人社局",), period="2026-06"),
            _t("建立", "问题台账", actors=("人社局",), period="2026-06"),
            _t("开展", "“干部下企业”活动", actors=("经发局",), period=None),
        ),
        example(
            "重点任务\n责任单位\n完成时限\n出台人才引进办法。\n人社局\n6月底前\n完善项目预审制度。\n审批局\n年底前",
            _t("出台", "人才引进办法", actors=("人社局",), period="2026-06"),
            _t("完善", "项目预审制度", actors=("审批局",), period="year-end"),
        ),
        # no task
        example("工作任务\t目标值\t责任单位\n引进亿元以上项目\t40个\t招商局"),
        example("项目名称\t建设内容及规模\t责任单位\n云溪水厂\t日供水3万吨\t水务局"),
        example("全年盘活低效用地300亩。"),
        example("坚持稳中求进工作总基调，牢牢把握高质量发展主题。"),
        example("以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神。"),
        example("去年完成了园区道路改造工程。"),
        example("云溪高新区营商环境持续向好。"),
        example("按照先急后缓的原则，围绕产业布局。"),
        example(
            "一、上年工作回顾\n推进园区道路改造工程，完善安置房配套设施，建设企业服务平台，深化一窗受理改革。"
        ),
        example("请各单位结合实际，认真组织实施。"),
    ),
)
