"""Invented heads of documents and pages, and what they say of themselves."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.document import document
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.outline import outline
from luoshi.reading.repairs import repair

_BODY = "组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况，确保签约项目早开工早投产。"
_TEXT = f"{_BODY}{_BODY}\n一、突出招商引资\n{_BODY}"


def read(item: Example) -> Sequence[Fact]:
    """The fields that the text fills, as one fact; none where it says nothing."""
    text = repair(item.text)
    said = {k: v for k, v in document(text, outline(text))._asdict().items() if v is not None}
    return [said] if said else []


def _d(**said: object) -> Fact:
    return said


CORPUS = Corpus(
    "document",
    read,
    (
        # plans under their own title
        example(f"云溪高新区2026年工作要点\n{_TEXT}", _d(title="云溪高新区2026年工作要点", year=2026, kind="工作要点")),
        example(f"云溪高新区二〇二六年工作要点\n{_TEXT}", _d(title="云溪高新区二〇二六年工作要点", year=2026)),
        example(f"云溪区2026年重点工作\n任务分工方案\n{_TEXT}", _d(title="云溪区2026年重点工作任务分工方案", kind="方案", year=2026)),
        example(f"云溪高新区2025年工作总结和2026年工作计划\n{_TEXT}", _d(year=2026, kind="工作计划")),
        example(f"云溪高新区产业倍增三年行动计划（2026—2028年）\n{_TEXT}", _d(kind="行动计划", title="云溪高新区产业倍增三年行动计划(2026—2028年)")),
        example(f"关于做好2026年招商引资工作的实施意见\n{_TEXT}", _d(kind="实施意见", year=2026)),
        example(f"溪口镇2025年工作情况汇报\n{_TEXT}", _d(kind="情况汇报")),
        example(f"云溪区2026年重点项目责任清单\n{_TEXT}", _d(kind="责任清单", year=2026)),
        example(f"招商工作计划.docx\n{_TEXT}", _d(title="招商工作计划", kind="工作计划")),
        example(f"政 府 工 作 报 告\n——2026年1月12日在云溪区第六届人民代表大会第五次会议上\n区长 林昭\n各位代表：\n一、2025年工作回顾\n{_BODY}\n二、2026年工作安排\n{_BODY}",
                _d(title="政府工作报告", kind="政府工作报告", year=2026)),
        example(f"云溪区2026年政府工作报告\n政府工作报告\n各位代表：\n一、2025年工作回顾\n{_BODY}", _d(title="云溪区2026年政府工作报告", year=2026)),
        example(f"在2026年全区招商大会上的讲话\n同志们：\n{_TEXT}", _d(kind="讲话", year=2026)),
        # notices, and plans that a notice carries
        example(
            "关于印发《云溪高新区2026年工作要点》的通知\n云高管〔2026〕3号\n各部门、各单位：\n现将要点印发给你们，请认真贯彻执行。\n"
            f"云溪高新技术产业开发区管理委员会\n2026年1月8日\n云溪高新区2026年工作要点\n{_TEXT}",
            _d(title="云溪高新区2026年工作要点", issuer="云溪高新技术产业开发区管理委员会", number="云高管〔2026〕3号", issued_on="2026-01-08", year=2026, kind="工作要点"),
        ),
        example(
            f"各镇街，区直各单位：\n《云溪区深化园区改革行动方案》已经区政府第12次常务会议审议通过，现印发给你们，请结合实际认真组织实施，遇有问题及时报告。\n"
            f"云溪区人民政府\n2026年3月2日\n（此件公开发布）\n云溪区深化园区改革\n行动方案\n{_TEXT}",
            _d(title="云溪区深化园区改革行动方案", issuer="云溪区人民政府", issued_on="2026-03-02", kind="行动方案"),
        ),
        example(f"云溪区人民政府办公室关于印发2026年重点工作责任分解的通知\n各镇街：\n请抓好落实。\n{_TEXT}",
                _d(issuer="云溪区人民政府办公室", kind="通知", year=2026, title="云溪区人民政府办公室关于印发2026年重点工作责任分解的通知")),
        example(f"关于做好招商工作的通知\n云高管发[2026] 12号\n各部门：\n{_TEXT}\n中共云溪高新区工委\n云溪高新区管委会\n二〇二六年三月二十一日",
                _d(number="云高管发[2026]12号", issuer="中共云溪高新区工委、云溪高新区管委会", issued_on="2026-03-21", kind="通知")),
        example(f"请遵照执行。\n{_TEXT}\n云溪高新区经济发展局（代章）\n（2026年6月30日）", _d(issuer="云溪高新区经济发展局(代章)", issued_on="2026-06-30")),
        # what the page around a document says
        example(
            f"索引号：YX01/2026-00003 信息分类：其他\n发布机构：云溪高新区管委会 发文日期：2026-01-08\n文号：云高管〔2026〕3号 关键词：工作要点\n云溪高新区2026年工作要点\n{_TEXT}",
            _d(title="云溪高新区2026年工作要点", issuer="云溪高新区管委会", number="云高管〔2026〕3号", issued_on="2026-01-08"),
        ),
        example(
            f"标 题: | 云溪区人民政府关于印发《云溪区2026年招商方案》的通知 | 发 文 字 号: | 云政发〔2026〕9号 |\n发布机构: | 云溪区政府 | 成文日期: | 2026年2月3日 |\n{_TEXT}",
            _d(title="云溪区2026年招商方案", number="云政发〔2026〕9号", issuer="云溪区政府", issued_on="2026-02-03", year=2026, kind="方案"),
        ),
        example(f"云溪区招商方案\n发布时间：2026-02-03 10:10 信息来源： 字体：[大 中 小]\n{_TEXT}", _d(title="云溪区招商方案", issued_on="2026-02-03", kind="方案")),
        example(f"云溪区招商方案\n发布日期：2026-02-09 阅读次数：9\n{_TEXT}\n云溪区人民政府\n2026年2月3日", _d(title="云溪区招商方案", issued_on="2026-02-03", issuer="云溪区人民政府", kind="方案")),
        # the year of headings and sentences that look ahead
        example(f"一、2025年工作回顾\n{_BODY}\n二、2026年工作安排\n{_BODY}", _d(year=2026)),
        example(f"2025年是园区爬坡过坎的一年。{_BODY}\n2026年是园区加速起势的关键之年。{_BODY}", _d(year=2026)),
        example(f"2026年，全区将坚持项目为王。{_BODY}", _d(year=2026)),
        example(f"2026年全区经济社会发展主要预期目标是：税收增长7%。{_BODY}", _d(year=2026)),
        example("云溪区2026年民生实事公布\n01\n交通更顺畅\n▶新增车位700个。\n▶维修街巷。", _d(year=2026)),
        example(f"2025年，园区完成税收9亿元。{_BODY}\n2026年，力争税收突破10亿元。溪口大桥列入2027年计划，抓紧前期。", _d(year=2026)),
        example(f"溪口园区提质增效三年行动方案（2026—2028年）\n2026年，力争税收突破10亿元。{_BODY}", _d(title="溪口园区提质增效三年行动方案(2026—2028年)", kind="行动方案")),
        # a heading that says no more, the place of the year among its five, the day of issue
        example(f"预计2025年完成税收9亿元。\n二、2026年主要工作\n{_BODY}", _d(year=2026)),
        example(f"2025年，园区完成税收9亿元。\n今年是“十五五”开局之年。{_BODY}", _d(year=2026)),
        example(f"今年是全面完成“十四五”规划的收官之年。{_BODY}", _d(year=2025)),
        example(f"云溪区招商方案\n发布日期：2026-03-09 阅读次数：9\n{_TEXT}", _d(title="云溪区招商方案", issued_on="2026-03-09", kind="方案", year=2026)),
        example(f"云溪区招商方案\n发布日期：2025-12-29 阅读次数：9\n{_TEXT}", _d(title="云溪区招商方案", issued_on="2025-12-29", kind="方案")),
        example(f"来源：2026-03-09 | 围观\n{_TEXT}", _d(issued_on="2026-03-09", year=2026)),
        # years that short lines open with: the latest, and not one that is over or that others lead up to
        example(f"2025年，固定资产投资完成350亿元。\n2026年，固定资产投资增长9%。\n{_TEXT}", _d(year=2026)),
        example("2025年，固定资产投资完成350亿元。2026年，固定资产投资力争完成400亿元。", _d(year=2026)),
        example("2026年，新签约项目30个。\n到2028年，新签约项目90个。", _d(year=2026)),
        example("2026年力争建成标准厂房30万平方米。", _d(year=2026)),
        example("到2026年，园区产值达到350亿元。\n到2027年，园区产值达到500亿元。"),
        example("2030年前，建成千亿园区。"),
        example("2025年10月底前，翠湖公园建成投用。"),
        example("2025年，固定资产投资完成350亿元，同比增长9%。"),
        example("自2019年以来，园区新签约项目90个。"),
        example("2020年至2022年，新建标准厂房30万平方米。"),
        # nothing said
        example(f"加快园区建设。{_BODY}"),
        example(f"到2030年，园区将建成千亿平台。{_BODY}"),
        example(f"2025年是极不平凡的一年。{_BODY}"),
        example(f"根据《关于做好招商工作的意见》（云政〔2024〕7号），开展招商。{_BODY}"),
        example(""),
    ),
)  # fmt: skip
