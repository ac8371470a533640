"""Whose plan it is: invented titles, issuers and sentences that name the place, and what looks alike."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.document.places import place
from luoshi.reading.engine import Corpus, Example, Fact, example


def _read(item: Example) -> Sequence[Fact]:
    title, issuer, text = item.text.split("|")
    found = place(title or None, issuer or None, text)
    return [{"place": found}] if found else []


def _p(name: str) -> Fact:
    return {"place": name}


CORPUS = Corpus(
    "document.places",
    _read,
    (
        # the title, else the text, else who issues it
        example("云溪高新区2026年工作要点||新签约项目30个。", _p("云溪高新区")),
        example("2026年溪口镇工作安排||新修道路3公里。", _p("溪口镇")),
        example("关于印发《白鹭县2026年民生实事》的通知||新修道路3公里。", _p("白鹭县")),
        example("江州市白鹭区2026年重点任务||新修道路3公里。", _p("白鹭区")),
        example("白鹭县交通运输局2026年工作计划||新修道路3公里。", _p("白鹭县")),
        example("云溪国家级高新技术产业开发区营商环境方案||压减环节3个。", _p("云溪国家级高新技术产业开发区")),
        example("2026年民生实事任务分解表|白鹭县人民政府办公室|新修道路3公里。", _p("白鹭县")),
        example("||今年，白鹭县计划新修道路30公里。主要预期目标是：生产总值增长7%。", _p("白鹭县")),
        example("||未来三年云溪新区将新增学位3000个。", _p("云溪新区")),
        example("||近日，江州市白鹭县召开工作会议。今年，白鹭县将新修道路30公里。", _p("白鹭县")),
        example("||会议提出，2026年青竹高新区经济发展的主要目标是：产值900亿元。高新区要增强信心。", _p("青竹高新区")),
        example("||新的一年，集团公司计划实施项目17个。", _p("集团公司")),
        # names that begin with a preposition's character
        example("和平镇2026年工作要点||新修道路3公里。", _p("和平镇")),
        example("镇江市2026年工作要点||新修道路3公里。", _p("镇江市")),
        example("||今年，本溪市计划新修道路30公里。本溪市要抓紧。", _p("本溪市")),
        example("向阳街道2026年工作安排||新修道路3公里。", _p("向阳街道")),
        # several, none, and words that only look like a place
        example("||白鹭县将新修道路30公里。云溪县将新修道路20公里。"),
        example("||全县将新修道路30公里。我区要新建厂房。各镇要抓紧。"),
        example("县区2026年项目建设计划||新修道路3公里。"),
        example("在全区招商大会上的讲话||新修道路3公里。"),
        example("市场监管工作要点||开展检查3次。"),
        example("||城市将更加宜居。老旧小区要改造到位。"),
        example("||文化工作会议在溪口镇召开。"),
        example("工业园区2026年计划||新修道路3公里。"),
        example("2026年区政府工作任务||按照省市要求新修道路3公里。"),
        example("规划引领建设集镇||新修道路3公里。"),
    ),
)  # fmt: skip
